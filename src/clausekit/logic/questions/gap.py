"""Gap: can a breach occur to which nobody is bound to respond?

Three kinds are told apart.

* `nobody bound`: others are meant to answer a violation of a sentence, and a violation of that very sentence by somebody else, who owes the same, opens
  nothing for anybody: its author is not among those whom the answer is for, or is the only one who would have to give it. The answers are followed to the
  end: what is referred, found, and then owed. Shown by a history of such a violation.
* `no consequence`: nothing in the treaty hangs on the violation of a duty: no further step, no guarantee, no sentence, no settlement of disputes. Told once for
  the whole treaty, with the norms concerned: often it is meant, and general law answers. What answers a violation itself need not be answered in turn.
* `nobody determines`: a sentence hangs on a finding, and nobody has the power to make it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from clausekit.logic.answering import Answering, Response, is_consent
from clausekit.logic.answers import Answer, Step, Witness
from clausekit.logic.bringing import Bringing
from clausekit.logic.parts import Parts
from clausekit.logic.replay import nobody_answers, replay
from clausekit.norms.history import JUDGEMENTS, JUDGING
from clausekit.norms.norm import Code, Names, Norm, Test

_BREAKABLE = ("duty", "prohibition")
_BINDING = ("duty", "commitment")
# Acts by which somebody finds something, by their first word.
_FINDING = frozenset("determine determination find give establish decide".split())


def gap(code: Code) -> Iterator[Answer]:
    """Violations that nobody is bound to answer, sentence by sentence; findings that nobody can make; then the duties without any consequence."""
    answering = Answering(code)
    breakable = [norm for norm in code.norms if norm.modality in _BREAKABLE and norm.guaranteed is None and norm.bearer.names]
    yield from _nobody_bound(code, answering, breakable)
    yield from _nobody_determines(code)
    if not answering.any_breach():
        answers = {norm.number: [each for name in norm.bearer.names for each in answering.to_violation(norm, name)] for norm in breakable}
        responses = {each.norm for found in answers.values() for each in found}
        asked = [norm for norm in breakable if not norm.rung and norm.number not in responses and not is_consent(code, norm)]
        bare = [norm for norm in asked if not answers[norm.number]]
        if bare:
            yield _no_consequence(bare, whole=len(bare) == len(asked))


# ---------------------------------------------------------------- nobody bound


def _nobody_bound(code: Code, answering: Answering, norms: list[Norm]) -> Iterator[Answer]:
    """One answer for all sentences whose violation by the same ones is not answered, where the same sentences answer it of others."""
    found: dict[tuple[Names, tuple[int, ...]], tuple[Norm, Witness, list[Norm]]] = {}
    for norm in norms:
        able = _violators(code, norm)
        answers = {name: tuple(each for each in answering.to_violation(norm, name) if each.norm != norm.number) for name in able}
        answered = [name for name in able if answering.is_answered(answers[name])]
        open_ones = tuple(name for name in able if name not in answered)
        meant = _meant(code, answers, answered) if open_ones else ()
        if not meant:
            continue
        key = (open_ones, _first(code, answers, answered) or meant[:1])
        if key in found:
            found[key][2].append(norm)
            continue
        witness = _unanswered(code, norm, open_ones[0], meant)
        if witness is not None:
            found[key] = (norm, witness, [norm])
    for (open_ones, first), (norm, witness, alike) in found.items():
        where = f"is owed where others violate `{_label(code, norm.number)}`, and not where {_listed(open_ones)} violates it"
        steps = [Step(number, where) for number in first]
        steps += [Step(each.number, "is left without an answer in the same way") for each in alike[1:] if each.provision != norm.provision]
        yield Answer("gap", "shown", (norm.number, *first), open_ones, witness, "nobody bound", tuple(steps))


def _violators(code: Code, norm: Norm) -> Names:
    """Who can violate a norm; a body is not taken to task."""
    return tuple(name for name in norm.bearer.names if name in code.parties)


def _meant(code: Code, answers: dict[str, tuple[Response, ...]], answered: list[str]) -> tuple[int, ...]:
    """The norms that bind somebody to answer where a violation is answered; also those that would, did its author not drop out."""
    found = [each.norm for responses in answers.values() for each in responses if each.norm >= 0 and code.norms[each.norm].modality in _BINDING]
    binding = [number for number in dict.fromkeys(found) if any(each.norm == number and each.who for name in answered for each in answers[name])]
    return tuple(binding or dict.fromkeys(found))


def _first(code: Code, answers: dict[str, tuple[Response, ...]], answered: list[str]) -> tuple[int, ...]:
    """For each of those whose violation is answered, the norm that binds somebody first."""
    found = []
    for name in answered:
        binding = (each.norm for each in answers[name] if each.norm >= 0 and each.who and code.norms[each.norm].modality in _BINDING)
        found.append(next(binding))
    return tuple(dict.fromkeys(found))


def _unanswered(code: Code, norm: Norm, who: str, meant: tuple[int, ...]) -> Witness | None:
    part = Parts(code).of((norm.number,))
    bringing = Bringing(part.code)
    story = bringing.violating(part.norm(norm.number), (who,))
    if story is None:
        return None
    story = bringing.kept_by_others(part.norm(norm.number), (who,), story)
    witness = Witness(story.entries, bringing.in_force, story.at, story.at)
    return witness if nobody_answers(replay(code, witness), story.at, frozenset(meant)) else None


def _listed(names: Names) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"


def _label(code: Code, number: int) -> str:
    return code.norms[number].label or code.norms[number].citation


# ---------------------------------------------------------------- nobody determines


def _nobody_determines(code: Code) -> Iterator[Answer]:
    """Sentences that hang on a determination that no sentence lets anybody make."""
    if code.findings or any(act.name.partition(" ")[0] in _FINDING for norm in code.norms for act in norm.acts):
        return
    hanging = [norm for norm in code.norms if norm.trigger is not None and all(any(_is_finding(test) for test in each) for each in norm.trigger)]
    if hanging:
        steps = tuple(Step(norm.number, f"hangs on {_finding(norm)}") for norm in hanging)
        yield Answer("gap", "shown", tuple(norm.number for norm in hanging), (), kind="nobody determines", steps=steps)


def _is_finding(test: Test) -> bool:
    pattern = test.pattern
    if pattern is None or test.negated or pattern.name not in JUDGEMENTS or pattern.name == "allegation":
        return False
    return not any(role.preposition == "by" or role.preposition in JUDGING for role in pattern.roles)


def _finding(norm: Norm) -> str:
    return next(test.pattern.said for each in norm.trigger or () for test in each if test.pattern is not None and _is_finding(test))


# ---------------------------------------------------------------- no consequence


def _no_consequence(bare: list[Norm], *, whole: bool) -> Answer:
    """One answer for the treaty: how many duties there are, by article, and whether these are all."""
    by_citation: defaultdict[str, list[Norm]] = defaultdict(list)
    for norm in bare:
        by_citation[norm.citation.partition(",")[0]].append(norm)
    steps = tuple(Step(norms[0].number, f"{len(norms)} in {citation or 'the treaty'}") for citation, norms in by_citation.items())
    reason = "nothing hangs on the violation of any duty" if whole else "nothing hangs on the violation of these duties"
    return Answer("gap", "shown", tuple(norm.number for norm in bare), (), kind="no consequence", steps=steps, reason=reason)
