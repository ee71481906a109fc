"""Treaty → a sheet for each Party: what it owes, to whom, by when, and what if not; what it may; what it is owed. Bodies that owe anything have one too."""

from __future__ import annotations

from collections.abc import Iterable

from clausekit.drafting.owing import OWED, Owing
from clausekit.drafting.reports.facts import Facts
from clausekit.drafting.tree import Draft, Paragraph, Section, capitalised
from clausekit.model.names import key
from clausekit.model.vocabulary import ROLE_GROUPS

_MAY = ("permission", "power")


class NobodyError(ValueError):
    """Whom the treaty does not know."""


def duties(facts: Facts, party: str = "") -> Draft:
    """The sheets of all, or that of one `party`. Raises NobodyError for one that the treaty does not know."""
    names = whose(facts) if not party else [known(facts, party)]
    sheets = [sheet(facts, name) for name in names]
    return facts.document(facts.say("duties"), [each for each in sheets if each.sections or party])


def whose(facts: Facts) -> list[str]:
    """Everybody who has a sheet: the Parties in their order, then whoever else bears a norm. The empty name is each Party of a treaty that names none."""
    bound = [actor.name for actor in facts.treaty.actors if actor.role in ROLE_GROUPS["Party"]]
    bearing = dict.fromkeys(name for norm in facts.norms for name in norm.bearers)
    unnamed = [""] if any(not norm.bearers for norm in facts.norms) else []
    return [*bound, *unnamed, *(name for name in bearing if name not in bound)]


def known(facts: Facts, written: str) -> str:
    """The declared name of whoever is asked about, by that name or by the full one. Raises NobodyError."""
    names = {key(name): name for name in reversed(whose(facts)) if name}
    names |= {key(actor.name): actor.name for actor in facts.treaty.actors}
    full = {key(facts.wording.naming.bare_name(name)): name for name in names.values()}
    wanted = key(written)
    found = names.get(wanted) or full.get(wanted) or full.get(key(written.removeprefix("the ")))
    if found is None:
        from difflib import get_close_matches

        near = get_close_matches(written, list(names.values()), 1, 0.6)
        meant = f"; did you mean `{near[0]}`?" if near else ""
        message = f"the treaty knows nobody called `{written}`{meant}"
        raise NobodyError(message)
    return found


def sheet(facts: Facts, name: str) -> Section:
    """The sheet of one."""
    own = [norm for norm in facts.norms if (name in norm.bearers if name else not norm.bearers)]
    groups = (
        ("owes", [norm for norm in own if norm.modality in OWED and norm.modality != "prohibition"]),
        ("must_not", [norm for norm in own if norm.modality == "prohibition"]),
        ("may", [norm for norm in own if norm.modality in _MAY]),
        ("need_not", [norm for norm in own if norm.modality == "exemption"]),
    )
    inner = [facts.topic(facts.say(heading), _items(facts, norms, name), level=2) for heading, norms in groups if norms]
    owed = [norm for norm in facts.norms if name and name in norm.owed_to and norm.modality in OWED and norm.bearers != (name,)]
    if owed:
        inner.append(facts.topic(facts.say("is_owed"), [facts.paragraph(_said(facts, norm)) for norm in owed], level=2))
    called = facts.wording.naming.full_name(name) if name else facts.wording.say("one_each", noun=facts.wording.naming.noun("Party"), count=None)
    return facts.section(capitalised(called), (), sections=inner)


def _items(facts: Facts, norms: Iterable[Owing], name: str) -> list[Paragraph]:
    return [facts.paragraph(_said(facts, norm), _points(facts, norm, name)) for norm in norms]


def _said(facts: Facts, norm: Owing) -> str:
    step = norm.step
    cited = f"{norm.cited}, {facts.say('step', step.rung + 1)}" if step.rung else norm.cited
    return facts.say("follows", cited, facts.sentence(step, norm.piece.whole))


def _points(facts: Facts, norm: Owing, name: str) -> list[str]:
    """What an office has to know of a norm: to whom, by when, with whom, what if not."""
    found = []
    others = [each for each in norm.owed_to if each != name]
    if others:
        found.append(facts.say("to", facts.named(others)))
    if norm.piece.time:
        found.append(facts.say("when", norm.piece.time))
    elif norm.modality in OWED and norm.modality != "prohibition":
        found.append(facts.say("undated"))
    beside = [each for each in norm.bearers if each != name]
    if beside and norm.together:
        found.append(facts.say("beside", facts.named(beside)))
    if norm.modality in OWED:
        found += [facts.say("if_not", each) for each in facts.if_not(norm, name)]
    return found
