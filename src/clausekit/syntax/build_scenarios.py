"""Grammar rules → nodes: scenarios and expectations. One function a rule or alias of `clause.lark`, as in `build_actors`."""

from __future__ import annotations

from clausekit.syntax.build_time import Instant
from clausekit.syntax.nodes import (
    ActorsNode,
    AssertedNode,
    AtomNode,
    ClaimNode,
    ConditionNode,
    EventNode,
    ExpectNode,
    InForceNode,
    MomentNode,
    NormNode,
    OccursNode,
    PeriodNode,
    ReferenceNode,
    RoleNode,
    ScenarioNode,
    Token,
    ToldNode,
)
from clausekit.syntax.spelling import quoted

Told = tuple[AtomNode, str]
_NOTHING = ExpectNode("", "", None, None, None, None, None, None, None, 0, 0)


def scenario(start: int, end: int, _: Token, name: Token) -> ScenarioNode:
    return ScenarioNode(quoted(name), start, end)


def scenario_in_force(start: int, end: int, day: Token) -> InForceNode:
    return InForceNode(day.text, start, end)


def on_moment(start: int, end: int, day: Instant) -> MomentNode:
    return MomentNode(day.date, "", day.time, day.zone, start, end)


def day_moment(start: int, end: int, number: Token, hour: Token | None = None) -> MomentNode:
    return MomentNode("", number.text, hour.text if hour else "", "", start, end)


def told(start: int, end: int, atom: AtomNode) -> Told:
    return atom, ""


def told_on_behalf(start: int, end: int, happening: EventNode, whom: ActorsNode) -> Told:
    role = RoleNode("on behalf of", whom, (), whom.start, end)
    done = happening._replace(roles=(*happening.roles, role), end=end)
    return OccursNode(done, negated=False, start=start, end=end), ""


def told_change(start: int, end: int, happening: EventNode, word: Token) -> Told:
    return OccursNode(happening, negated=False, start=happening.start, end=happening.end), word.text.lower()


def told_on(start: int, end: int, moment: MomentNode, what: Told) -> ToldNode:
    return ToldNode(moment, *what, start, end)


def claims(start: int, end: int, only: ClaimNode) -> list[ClaimNode]:
    return [only]


def more_claims(start: int, end: int, begun: list[ClaimNode], added: ClaimNode) -> list[ClaimNode]:
    begun.append(added)
    return begun


def claim(start: int, end: int, subject: tuple[ReferenceNode, ...] | EventNode, said: ClaimNode) -> ClaimNode:
    if isinstance(subject, EventNode):
        return said._replace(event=subject, start=start, end=end)
    return said._replace(references=subject, start=start, end=end)


def claimed(start: int, end: int, _: Token, negated: Token | None, state: Token, relation: Token | None, who: ActorsNode | None) -> ClaimNode:
    word = " ".join(state.text.lower().split())
    return ClaimNode((), None, word, negated is not None, relation.text.lower() if relation else "", who, start, end)


def claims_status(start: int, end: int, negated: Token | None, _: Token) -> ClaimNode:
    return ClaimNode((), None, "holds", negated is not None, "", None, start, end)


def asserted_on(start: int, end: int, moment: MomentNode, made: list[ClaimNode]) -> AssertedNode:
    return AssertedNode(moment, tuple(made), start, end)


# ---------------------------------------------------------------- expectations


def expect(start: int, end: int, name: Token | None, made: ExpectNode) -> ExpectNode:
    return made._replace(name=quoted(name) if name else "", start=start, end=end)


def expectation(start: int, end: int, complying: ActorsNode | None, made: ExpectNode) -> ExpectNode:
    return made._replace(complying=complying)


def expected_norm(start: int, end: int, norm: NormNode) -> ExpectNode:
    return _NOTHING._replace(kind="norm", norm=norm)


def expected_state(start: int, end: int, _: Token, condition: ConditionNode) -> ExpectNode:
    return _NOTHING._replace(kind="always", condition=condition)


def expected_never(start: int, end: int, _: Token, event: EventNode, *rest: Token | EventNode | None) -> ExpectNode:
    before = next((each for each in rest if isinstance(each, EventNode)), None)
    return _NOTHING._replace(kind="never", event=event, before=before)


def expected_possible(start: int, end: int, condition: ConditionNode, length: PeriodNode | None) -> ExpectNode:
    return _NOTHING._replace(kind="possible", condition=condition, period=length)


def expected_no_veto(start: int, end: int, actors: ActorsNode, event: EventNode) -> ExpectNode:
    return _NOTHING._replace(kind="no veto", actors=actors, event=event)


def expected_only_if(start: int, end: int, event: EventNode, condition: ConditionNode) -> ExpectNode:
    return _NOTHING._replace(kind="only if", event=event, condition=condition)
