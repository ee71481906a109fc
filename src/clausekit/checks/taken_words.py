"""Names in use → words in them that were meant to say something else."""

from __future__ import annotations

import re

from clausekit.checks.survey import ActorUse, Survey
from clausekit.model.names import key
from clausekit.model.part import Part

_EVENT_IS_A_NOUN = "name the event as a noun, as in `if breach by Russia` or `within 30 days of determination by the Commission`"
_SOON = "for a time write `immediately`, or `within 30 days`, behind what is to be done"
_UNLESS = "for what must not be missing write `unless consent by Ukraine`, or `provided that …`, behind what is to be done"
_AMOUNT = "write an amount with `of`, as in `provide troops to Ukraine of at least 5,000 troops`"
_NOTHING = "for what the treaty leaves as it is write `this treaty does not affect …`, or `this treaty does not count as …`"
_WHOSE = "say of whom, as in `within 24 hours of receipt by Poland`"
_RESERVING = "that reservations are excluded is said with `reserve`, as in `No Party may reserve this treaty.`"
_CEILING = "what there may be at most is said of a measure: `Each Party shall ensure that tanks of that Party are at most 20.`"
_NOTICE = "notice of a length stands behind `with`, as in `may withdraw with 12 months notice to the other Parties`"
_GIVEN = "what is given or done stands right behind the act, and to whom behind that: `provide training to Ukraine`"
_DESCRIBED = 'describe them in a declaration, as in `group Members means each State that "is a Member".`, and name that'
_OWNERS = frozenset({"its", "their"})
_GOING_ON = frozenset("of and or as that whether about".split())
_ARTICLES = frozenset({"a", "an", "the"})
_LENGTHS_OF_NOTICE = re.compile(r"\b(?:hours?|days?|weeks?|months?|years?)['’]?s?['’]?\s(?:\w+\s)?notice\b")
_RESERVATIONS = re.compile(r"(?:make|enter|submit|formulate|lodge|attach)\b.*\b(reservations?)\b")
_COUNTING = ("at least", "at most", "exactly")
_OFTEN = "for a recurring duty write `every 6 months`"
# What gives a sentence away that was read as the name of an event.
_CIRCUMSTANCES = frozenset("requested required necessary needed appropriate possible applicable agreed desired invited asked".split())
_VERBS = frozenset("occurs occur happens happen arises arise has have had been was were there exists exist".split())
_SOON_WORDS = frozenset("forthwith promptly".split())
_OFTEN_WORDS = frozenset("twice thrice annually monthly yearly weekly quarterly".split())


def taken(survey: Survey) -> tuple[tuple[Part, str, str, str], ...]:
    """Each such name: where it is used, the name, the word in it, and what to write instead."""
    found: list[tuple[Part, str, str, str]] = []
    for event in survey.events:
        if event.found is None:
            word, meant = _of_event(survey, event.event.name)
            if word:
                found.append((event.event, event.event.name, word, meant))
    nowhere = [use.test for use in survey.measures if use.found is None and key(use.test.measure) == "there"]
    found += [(test, test.measure, test.measure, _EVENT_IS_A_NOUN) for test in nowhere]
    for act, _ in survey.unknown_acts:
        name = act.action if act.objects is None else f"{act.action} {act.objects.members[0].name}"
        word, meant = _of_reserving(name)
        if not word:
            name = act.action
            word, meant = _of_act(name)
        if not word:
            word, meant = _given(survey, name), _GIVEN
        if word:
            found.append((act, name, word, meant))
    for use in survey.actors:
        if use.found is None:
            name, word, meant = _of_actor(survey, use)
            if word:
                found.append((use.actor, name, word, meant))
    return tuple(found)


def _of_event(survey: Survey, name: str) -> tuple[str, str]:
    first = name.partition(" ")[0]
    if first.lower() == "nothing":
        return first, _NOTHING
    if first.lower() in _OWNERS:
        return first, _WHOSE
    return _of_sentence(survey, name) or _of_circumstance(name), _EVENT_IS_A_NOUN


def _of_actor(survey: Survey, use: ActorUse) -> tuple[str, str, str]:
    """The name as it is told, the word in it that was meant to say something else, and what to write instead."""
    actor, name = use.actor, use.actor.name
    first = name.split(" ", 1)[0]
    if first.lower() == "nothing":
        return name, first, _NOTHING
    if " that " in name and survey.vocabulary.who(name.partition(" that ")[0]) is not None:
        return name, "that", _DESCRIBED
    if use.context == "bearer":
        return name, "", ""
    if actor.quantifier in _COUNTING and use.context == "with":
        return f"with {actor.quantifier} {actor.count:,} {name}", "with", _AMOUNT
    return name, *_in_a_role(survey, name)


def _in_a_role(survey: Survey, name: str) -> tuple[str, str]:
    first = name.split(" ", 1)[0].lower()
    if first == "including":
        return first, "declare what is included in a term or action, or give it a sentence of its own"
    if _LENGTHS_OF_NOTICE.search(name.lower()):
        return "notice", _NOTICE
    article = behind_an_actor(survey, name)
    if article:
        return article, _GIVEN
    if " without " in name:
        return "without", _SOON if name.endswith(" without delay") else _UNLESS
    return "", ""


def _of_sentence(survey: Survey, name: str) -> str:
    """The word that shows an event's name to be a sentence: a verb, or an actor that acts."""
    words = name.split(" ")
    verb = next((word for word in words if word.lower() in _VERBS), "")
    if verb or len(words) < 2:
        return verb
    for end in range(len(words) - 1, 0, -1):
        doer = survey.vocabulary.who(" ".join(words[:end]))
        if doer is not None and doer.kind in ("actor", "body"):
            return words[end]
    return ""


def _of_circumstance(name: str) -> str:
    """The word that shows an event's name to be a circumstance of something that is not said: `if requested`, `within 3 days of receiving a request`."""
    first, _, rest = name.partition(" ")
    if not rest:
        return name if name.lower() in _CIRCUMSTANCES else ""
    return first if first.lower().endswith("ing") and rest.partition(" ")[0].lower() in ("a", "an", "the", "its", "such") else ""


def behind_an_actor(survey: Survey, name: str) -> str:
    """The article behind the name of somebody known, which begins another name: the `a` of `to Ukraine a sum`."""
    words = name.split(" ")
    for at in range(1, len(words) - 1):
        if words[at].lower() in _ARTICLES and survey.vocabulary.who(" ".join(words[:at])) is not None:
            return words[at]
    return ""


def _given(survey: Survey, action: str) -> str:
    """Whoever stands between the verb of an act and what is given: the `Ukraine` of `grant Ukraine access`."""
    words = action.split(" ")
    for end in range(2, len(words)) if words[0].lower() not in _ARTICLES else ():
        found = survey.vocabulary.who(" ".join(words[1:end]))
        if found is not None and found.kind in ("actor", "body") and words[end].lower() not in _GOING_ON:
            return " ".join(words[1:end])
    return ""


def _of_reserving(done: str) -> tuple[str, str]:
    reservation = _RESERVATIONS.match(done.lower())
    return (reservation.group(1), _RESERVING) if reservation else ("", "")


def _of_act(action: str) -> tuple[str, str]:
    lowered = action.lower()
    if _LENGTHS_OF_NOTICE.search(lowered):
        return "notice", _NOTICE
    words = lowered.split(" ")
    if words[0] == "exceed":
        return "exceed", _CEILING
    for word in words:
        if word in _SOON_WORDS:
            return word, _SOON
        if word in _OFTEN_WORDS:
            return word, _OFTEN
    if "without delay" in lowered:
        return "without delay", _SOON
    if lowered.endswith(" at least"):
        return "at least", "a period is met by every shorter one: leave `at least` out"
    return "", ""
