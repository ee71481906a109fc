"""Grammar rules → nodes: the life of the treaty, recognition, records. One function a rule or alias of `clause.lark`, as in `build_actors`."""

from __future__ import annotations

from typing import Any

from clausekit.syntax.build_actors import BOUNDS
from clausekit.syntax.build_events import event, event_of
from clausekit.syntax.build_qualifiers import References
from clausekit.syntax.build_sentences import Tail, with_tail
from clausekit.syntax.build_time import timed
from clausekit.syntax.nodes import (
    ActorNode,
    ActorsNode,
    ApplicationNode,
    BearerNode,
    ConditionNode,
    DecisionNode,
    DeclaredNode,
    EventNode,
    Name,
    PeriodNode,
    QuantityNode,
    RecordNode,
    ReferenceNode,
    RoleNode,
    TimingNode,
    Token,
    UnderstandingNode,
)
from clausekit.syntax.spelling import quoted

Subject = ActorsNode | EventNode | ReferenceNode | References
Amendments = tuple[Name, References]
# One spelling for each verb, in the singular.
_SINGULAR = {
    "enter": "enters", "take": "takes", "are": "is", "do": "does", "apply": "applies", "cease": "ceases", "resume": "resumes", "lapse": "lapses",
    "remain": "remains", "prevail": "prevails", "replace": "replaces", "supersede": "replaces", "supersedes": "replaces", "incorporate": "incorporates",
    "implement": "implements", "count": "counts", "open": "is open", "declare": "declares", "recognise": "recognises", "reaffirm": "reaffirms",
    "confirm": "confirms", "acknowledge": "acknowledges",
}  # fmt: skip
_NOTHING = ApplicationNode((), None, None, "", (), "", None, (), None, None, None, None, "", None, (), "", 0, 0)


def application(start: int, end: int, applied: ApplicationNode) -> ApplicationNode:
    return applied._replace(start=start, end=end)


bare_application = application


def applies(start: int, end: int, subject: Subject, verb: Token, *rest: Any) -> ApplicationNode:
    *roles, on, delay, ending = rest
    return _applied(start, end, subject, _verb(verb), roles, (on, delay), ending)


def applies_alone(start: int, end: int, verb: Token, *rest: Any) -> ApplicationNode:
    return applies(start, end, (), verb, *rest)


def renewal(start: int, end: int, *rest: Any) -> ApplicationNode:
    *roles, ending = rest
    return _applied(start, end, (), "is renewed", roles, (), ending)


def extended(start: int, end: int, subject: Subject, bound: Token | None, length: PeriodNode, *rest: Any) -> ApplicationNode:
    *roles, on, ending = rest
    made = _applied(start, end, subject, "is extended by", roles, (on,), ending)
    return made._replace(bound=BOUNDS[bound.type] if bound else "", period=length)


def extended_alone(start: int, end: int, *rest: Any) -> ApplicationNode:
    return extended(start, end, (), *rest)


def open_for(start: int, end: int, subject: Subject, act: Token, *rest: Any) -> ApplicationNode:
    *roles, on, invited_by, ending = rest
    return _applied(start, end, subject, f"is open for {act.text.lower()}", roles, (on,), ending)._replace(invited_by=invited_by)


def open_alone(start: int, end: int, *rest: Any) -> ApplicationNode:
    return open_for(start, end, (), *rest)


def survives(start: int, end: int, subject: Subject, what: EventNode, ending: Tail) -> ApplicationNode:
    return _applied(start, end, subject, "survives", (), (), ending)._replace(counted=what)


def relates(start: int, end: int, subject: Subject, verb: Token, target: References | Name, *rest: Any) -> ApplicationNode:
    *roles, on, ending = rest
    made = _applied(start, end, subject, _verb(verb), roles, (on,), ending)
    return made._replace(target=target) if isinstance(target, Name) else made._replace(targets=target)


def counts_as(start: int, end: int, subject: Subject, verb: Token, what: EventNode | QuantityNode, ending: Tail) -> ApplicationNode:
    made = _applied(start, end, subject, _verb(verb), (), (), ending)
    return made._replace(counted=what) if isinstance(what, EventNode) else made._replace(quantity=what)


def adopted(start: int, end: int, what: Amendments, decided: DecisionNode, bound: Token | None, ending: Tail) -> ApplicationNode:
    named, cited = what
    subject = ActorsNode((ActorNode("", "", named, None, named.start, named.end),), "and", (), named.start, named.end)
    made = _applied(start, end, subject, "is adopted by", (), (), ending)
    return made._replace(targets=cited, decision=decided, binds=" ".join(bound.text.lower().split()) if bound else "")


def amendments(start: int, end: int, word: Token, *cited: Any) -> Amendments:
    return Name(word.text.lower(), word.start, word.end), cited[-1] or () if cited else ()


def event_subject(start: int, end: int, named: Name, *roles: RoleNode) -> EventNode:
    return event(start, end, named, *roles)


def event_subject_of(start: int, end: int, named: Name, cited: References, *roles: RoleNode) -> EventNode:
    return event_of(start, end, named, cited, *roles)


def life_on(start: int, end: int, word: Token, anchor: EventNode) -> TimingNode:
    return timed(start, end, word.text.lower(), anchor=anchor)


def delay(start: int, end: int, length: PeriodNode, _: Token, anchor: EventNode) -> TimingNode:
    return timed(start, end, "exactly", period=length, anchor=anchor)


# ---------------------------------------------------------------- what is recognised and put on record


def declares(start: int, end: int, bearer: BearerNode, verb: Token, what: ConditionNode | EventNode, *rest: Any) -> DeclaredNode:
    word = verb.text.split()[0].lower()
    made = DeclaredNode(bearer, _SINGULAR.get(word, word), None, None, None, False, (), "", start, end)  # noqa: FBT003  a field of its own name
    if isinstance(what, ConditionNode):
        return with_tail(made._replace(condition=what), rest[0])
    counts, counted, ending = rest
    return with_tail(made._replace(event=what, counted=counted, negated="not" in counts.text.lower()), ending)


def record(start: int, end: int, kind: Token, _: Token, who: ActorsNode, *rest: Any) -> RecordNode:
    __, target, opposing, content, cited = rest
    source, understandings = cited or ("", ())
    excluded = content is not None and content.type == "EXCLUDED"
    return RecordNode(
        kind.text.lower(),
        who,
        target if isinstance(target, tuple) and not isinstance(target, ActorsNode) else (),
        target if isinstance(target, ActorsNode) else None,
        opposing is not None,
        excluded,
        quoted(content) if content is not None and not excluded else "",
        source,
        start,
        end,
        understandings,
    )


def understanding(start: int, end: int, who: ActorsNode, text: Token) -> UnderstandingNode:
    return UnderstandingNode(who, quoted(text), start, end)


def _applied(start: int, end: int, subject: Subject, verb: str, roles: Any, timings: tuple[TimingNode | None, ...], ending: Tail) -> ApplicationNode:
    made = with_tail(_NOTHING._replace(verb=verb, roles=tuple(roles), start=start, end=end), ending)
    made = made._replace(slots=(*(each for each in timings if each is not None), *made.slots))
    if isinstance(subject, ActorsNode):
        return made._replace(subject=subject)
    if isinstance(subject, EventNode):
        return made._replace(event=subject)
    return made._replace(references=(subject,) if isinstance(subject, ReferenceNode) else subject)


def _verb(words: Token) -> str:
    first, *rest = words.text.lower().split()
    return " ".join([_SINGULAR.get(first, first), *rest])
