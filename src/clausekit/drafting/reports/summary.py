"""Treaty → a summary of a page: what it is, who is bound, main duties, deadlines, how it enters into force and ends, what is open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clausekit.diagnostics import Diagnostic, Severity
from clausekit.drafting.diagrams.timeline import dues
from clausekit.drafting.owing import OWED
from clausekit.drafting.reports.facts import Facts, ended
from clausekit.drafting.reports.issues import brackets
from clausekit.drafting.tree import Draft, Paragraph, capitalised
from clausekit.model.life import Application
from clausekit.model.modality import is_power as is_power_to_change

# So much stands on a page; what is left out is counted.
_MOST_BEARERS, _MOST_ACTS, _MOST_DEADLINES, _MOST_OF_LIFE = 7, 2, 5, 6
_LONGEST = 70
_LEAVING = frozenset("withdraw denounce terminate extend accede".split())


def summary(facts: Facts, draft: Draft, findings: Sequence[Diagnostic]) -> Draft:
    """The summary. `draft` is the draft of the treaty, `findings` what was found in it."""
    parts = (
        ("what_it_is", _what(facts)),
        ("who_is_bound", _who(facts)),
        ("main_duties", _duties(facts)),
        ("deadlines", _deadlines(facts)),
        ("life", _life(facts)),
        ("open_points", _open(facts, draft, findings)),
    )
    sections = [facts.topic(facts.say(heading), paragraphs) for heading, found in parts if (paragraphs := list(found))]
    return facts.document(facts.say("summary"), sections)


def _what(facts: Facts) -> Iterator[Paragraph]:
    treaty, say = facts.treaty, facts.say
    articles = sum(division.kind == "article" for division, path in facts.steps.citations.divisions if path[0].kind != "annex")
    annexes = sum(division.kind == "annex" for division, _ in facts.steps.citations.divisions)
    size = say("size", articles, annexes) if annexes else say("size_alone", articles)
    said = [say("political" if treaty.political else "binding")]
    said += [size] if articles else []
    said += [say("short", facts.wording.texts.short())] if treaty.short else []
    said += [say("languages", facts.wording.grammar.joined([facts.wording.texts.language(each) for each in treaty.languages]))] if treaty.languages else []
    said += [say("depositary", facts.wording.naming.full_name(treaty.depositary))] if treaty.depositary else []
    yield facts.paragraph(" ".join(ended(each) for each in said))


def _who(facts: Facts) -> Iterator[Paragraph]:
    by_role = {role: [actor.name for actor in facts.treaty.actors if actor.role == role] for role in ("party", "guarantor")}
    for role, names in by_role.items():
        if names:
            yield facts.paragraph(ended(facts.say(role, facts.named(names))))
    if facts.treaty.bodies:
        yield facts.paragraph(ended(facts.say("bodies", facts.named(body.name for body in facts.treaty.bodies))))


def _duties(facts: Facts) -> Iterator[Paragraph]:
    """What whoever bears most owes, in the order of the text: what stands before what is owed only if something happens."""
    by_bearer: dict[tuple[str, str], list[str]] = {}
    standing = [norm for norm in facts.norms if norm.modality in OWED and not norm.step.rung and not norm.step.opening]
    conditional = [norm for norm in facts.norms if norm.modality in OWED and not norm.step.rung and norm.step.opening]
    for norm in (*standing, *conditional):
        if norm.piece.who:
            said = f"{_shortened(norm.piece.act)} {norm.piece.time}".strip()
            opened = f"{facts.say('on_condition')} " if norm.step.opening else ""
            by_bearer.setdefault((norm.piece.who, norm.piece.modal), []).append(f"{opened}{said} ({norm.cited})")
    for (who, modal), acts in list(by_bearer.items())[:_MOST_BEARERS]:
        more = [facts.say("more", len(acts) - _MOST_ACTS)] if len(acts) > _MOST_ACTS else []
        yield facts.paragraph(ended(facts.say("follows", f"{capitalised(who)} {modal}", "; ".join([*acts[:_MOST_ACTS], *more]))))
    if len(by_bearer) > _MOST_BEARERS:
        yield facts.paragraph(ended(facts.say("more_bearers", len(by_bearer) - _MOST_BEARERS)))


def _deadlines(facts: Facts) -> Iterator[Paragraph]:
    """Days of the calendar, and what is counted from the entry into force."""
    words: dict[str, str] = facts.wording.phrases.word_list("diagram")
    dated = (words["on_days"], words["entry_into_force"])
    lanes = [(lane, own) for lane, own in dues(facts.wording) if lane in dated]
    others = sum(len(own) for lane, own in dues(facts.wording) if lane not in dated and lane != words["life"])
    for lane, own in lanes:
        said = [facts.say("follows", f"{due.when[:1].lower()}{due.when[1:]}", f"{_shortened(due.said)} ({due.cited})") for due in own[:_MOST_DEADLINES]]
        more = [facts.say("more", len(own) - _MOST_DEADLINES)] if len(own) > _MOST_DEADLINES else []
        yield facts.paragraph(ended(facts.say("follows", lane, "; ".join([*said, *more]))))
    if others:
        yield facts.paragraph(ended(facts.say("other_deadlines", others)))


def _life(facts: Facts) -> Iterator[Paragraph]:
    """Every sentence on the life of the treaty as a whole, and every power to leave or end it."""
    found = []
    for step in facts.steps.all:
        for piece in step.pieces:
            is_life = isinstance(piece.stated, Application) and not piece.stated.references and piece.stated.subject is None and piece.stated.event is None
            is_power = any(is_power_to_change(limb.act) and limb.act.action.lower() in _LEAVING for limb in piece.limbs)
            if is_life or is_power:
                found.append(facts.say("follows", facts.steps.cited(step.provision), facts.sentence(step, piece.whole)))
    yield from (facts.paragraph(said) for said in list(dict.fromkeys(found))[:_MOST_OF_LIFE])
    if not found:
        yield facts.paragraph(facts.say("no_life"))


def _open(facts: Facts, draft: Draft, findings: Sequence[Diagnostic]) -> Iterator[Paragraph]:
    left = list(brackets(draft, facts))
    said = [facts.say("brackets", len(left))] if left else []
    for severity in Severity:
        many = sum(each.severity is severity for each in findings)
        said += [facts.say(f"{severity.value}s", many)] if many else []
    yield facts.paragraph(ended("; ".join(said)) + " " + facts.say("see_issues") if said else facts.say("nothing_open"))


def _shortened(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    return f"{text[:_LONGEST].rsplit(' ', 1)[0]} …"
