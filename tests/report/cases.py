"""Findings as a drafter may meet them, by name: a text, and what is said of which words in it."""

from __future__ import annotations

from typing import NamedTuple

from clausekit.diagnostics import Diagnostic, Edit, Fix, Label, Rule, Severity
from clausekit.report.findings import FileFindings
from clausekit.source import Source, Span

UNKNOWN_PARTY = Rule("CK201", "unknown-party", Severity.ERROR)
UNDECLARED = Rule("CK205", "undeclared-vocabulary", Severity.WARNING)
NO_DEADLINE = Rule("CK304", "no-deadline", Severity.WARNING)
NO_FINAL_CLAUSES = Rule("CK701", "no-final-clauses", Severity.INFO)


class Place(NamedTuple):
    """The words a label points at (their `nth` occurrence), up to the end of the words `to`."""

    words: str
    message: str = ""
    to: str = ""
    nth: int = 1


def spanned(text: str, place: Place) -> Span:
    at = -1
    for _ in range(place.nth):
        at = text.index(place.words, at + 1)
    end = text.index(place.to, at) + len(place.to) if place.to else at + len(place.words)
    return Span(at, end)


def finding(
    text: str,
    rule: Rule,
    message: str,
    *places: Place,
    advice: str = "",
    fix: tuple[Place, str] | None = None,
    citation: str = "",
    clauses: tuple[str, ...] = (),
) -> Diagnostic:
    labels = tuple(Label(spanned(text, place), place.message) for place in places)
    edit = None
    if fix:
        edit = Fix(f"replace with `{fix[1]}`", (Edit(spanned(text, fix[0]), fix[1]),), "meaning")
    return Diagnostic(rule, rule.severity, message, labels, advice, edit, citation, clauses)


def found(text: str, *diagnostics: Diagnostic, name: str = "framework.clause") -> FileFindings:
    return FileFindings(Source(text, name), name, diagnostics)


SYLDAVIA = (
    'treaty "Agreement on the Arumbaya Straits".\n\nparty Syldavia.\nparty Borduria.\n\nevent breach.\n\n\narticle 3 "Notice"\n\n'
    "  # whoever takes part\n     notice: Syldavja shall notify the other Parties within 30 days.\n"
)
UNKNOWN = finding(
    SYLDAVIA,
    UNKNOWN_PARTY,
    "`Syldavja` is not a party to this treaty",
    Place("Syldavja", "bears this duty"),
    Place("Syldavia", "did you mean `Syldavia`?"),
    fix=(Place("Syldavja"), "Syldavia"),
    citation="Article 3, paragraph 1",
    clauses=("notice",),
)

_DUTY = "response: If breach, then each Guarantor shall deploy forces to Ukraine within 30 days.\n"
_TWICE = "party France.\nparty France.\n"
_LADDER = "  response: If breach then\n    each Guarantor shall deploy forces,\n    failing which it may withdraw.\n"
_WIDE = "\tparty 中华人民共和国 and\tCôte d\u2019Ivoire and Co\u0302te 한국 too.\n"
_HOSTILE = 'party "\u202esserp\u202c" \x1b[2J\x1b[31mowned\x07 and A\u200bB\x00 shall comply.\n'
_LONG = "Ukraine shall notify " + "Poland, France, Germany, the Netherlands, " * 40 + "Syldavja and " + "Norway, Sweden, Denmark, " * 40 + "Estonia.\n"
_CRLF = "party France.\r\nparty Spian.\r\nparty Italy."
_EMOJI = "party \U0001f1fa\U0001f1e6 Ukraine \U0001f91d and \u0627\u0644\u0645\u063a\u0631\u0628 shall consult and \u05d9\u05e9\u05e8\u05d0\u05dc too.\n"
_FAR = "party Syldavia.\n" + "# silence\n" * 130 + "Syldavja shall consult.\n"

DRAWINGS: dict[str, FileFindings] = {
    "two-places": found(SYLDAVIA, UNKNOWN),
    "far-apart": found(
        _FAR, finding(_FAR, UNKNOWN_PARTY, "`Syldavja` is not a party to this treaty", Place("Syldavja"), Place("Syldavia", "did you mean `Syldavia`?"))
    ),
    "several-on-one-line": found(
        _DUTY,
        finding(
            _DUTY,
            NO_DEADLINE,
            "this duty may fall due before anybody knows of it",
            Place("30 days", "counts from the breach"),
            Place("breach", "nobody determines it"),
            Place("each Guarantor", "each of three bears it alone"),
            Place("to"),
            Place("deploy forces", "and this takes longer"),
            advice="say who determines the breach",
            citation="Article 5",
        ),
    ),
    "one-inside-the-other": found(
        _DUTY,
        finding(_DUTY, NO_DEADLINE, "an act inside a duty", Place("deploy forces", "the act"), Place("each", "the duty", to="Ukraine"), Place("deploy", "")),
    ),
    "two-messages-at-one-place": found(
        _DUTY, finding(_DUTY, NO_DEADLINE, "this says two things", Place("breach", "the first of them"), Place("breach", "the second of them"))
    ),
    "over-several-lines": found(
        _LADDER, finding(_LADDER, NO_DEADLINE, "a ladder without dates", Place("each Guarantor", "from here", to="withdraw"), Place("it may", "to whom?"))
    ),
    "whole-line": found(_TWICE, finding(_TWICE, NO_DEADLINE, "declared twice", Place("party France.\n", "again", nth=2), Place("party France.\n", "first"))),
    "tabs-and-wide-characters": found(
        _WIDE, finding(_WIDE, UNKNOWN_PARTY, "`Co\u0302te` is not `Côte`", Place("Co\u0302te", "here"), Place("中华人民共和国"), Place("한국", "two wide ones"))
    ),
    "hostile-text": found(
        _HOSTILE,
        finding(_HOSTILE, UNKNOWN_PARTY, "`\u202esserp\u202c` hides\nits\x1b[1m name", Place("A\u200bB\x00", "three\x07 hidden"), Place("shall", "the modal")),
        name="evil\x1b[2J\n\u202e.clause",
    ),
    "long-line": found(
        _LONG,
        finding(
            _LONG,
            UNKNOWN_PARTY,
            "`Syldavja` is not a party to this treaty",
            Place("Syldavja", "did you mean `Syldavia`, which is declared in another file?"),
            Place("Ukraine", "bears it"),
            Place("Estonia", "last of them"),
        ),
    ),
    "near-the-right-edge": found(
        _DUTY, finding(_DUTY, NO_DEADLINE, "a long message at the end", Place("days", "a message far too long for what is left of this line"))
    ),
    "windows-lines": found(_CRLF, finding(_CRLF, UNKNOWN_PARTY, "no such State", Place("Spian.\r\n", "did you mean Spain?"), Place("Italy.", "its neighbour"))),
    "emoji-and-right-to-left": found(
        _EMOJI, finding(_EMOJI, UNDECLARED, "the word is not declared", Place("consult", "declare it"), Place("\U0001f91d", "a handshake"))
    ),
    "empty-file": FileFindings(
        Source("", "empty.clause"),
        "empty.clause",
        (Diagnostic(NO_FINAL_CLAUSES, Severity.INFO, "the file is empty", (Label(Span(0, 0), "begin here"),), "`clausekit new` writes a file to start from"),),
    ),
    "end-of-file": FileFindings(
        Source("party France", "end.clause"),
        "end.clause",
        (
            Diagnostic(UNKNOWN_PARTY, Severity.ERROR, "the file ends here", (Label(Span(12, 12), "a full stop is missing"),)),
            Diagnostic(UNKNOWN_PARTY, Severity.ERROR, "far past the end", (Label(Span(90, 99), "moved back"),)),
        ),
    ),
    "after-the-last-line-end": FileFindings(
        Source("party France.\n", "end.clause"),
        "end.clause",
        (Diagnostic(NO_FINAL_CLAUSES, Severity.INFO, "no final clauses", (Label(Span(14, 14), "they would stand here"),)),),
    ),
    "treaty-without-text": FileFindings(
        None,
        "Agreement on the Arumbaya Straits",
        (
            Diagnostic(
                UNKNOWN_PARTY,
                Severity.ERROR,
                "`Syldavja` is not a party to this treaty",
                (Label(None, "bears this duty"), Label(None, "did you mean `Syldavia`?")),
                citation="Article 3, paragraph 1",
                clauses=("Article 3, paragraph 1", "notice", "reply"),
            ),
        ),
    ),
    "long-words-everywhere": found(
        _DUTY,
        finding(
            _DUTY,
            NO_DEADLINE,
            "this duty has no deadline, and because nothing else in the treaty says by when it is to be done, nobody could ever say that it was breached",
            Place("deploy forces"),
            advice="say by when, as in `within 30 days of breach`, or say that the Joint Commission determines it, or that it is to be done at all times",
            fix=(Place("30 days"), "30 days of a determination by the Joint Commission that is established under Article 12 of this Agreement"),
            citation="Part Two, Chapter I, Section 3, Article 117 bis, paragraph 12, subparagraph (b), point (iv)",
        ),
    ),
    "overlong-word": found(_DUTY, finding(_DUTY, UNDECLARED, f"`{'Donaudampfschiff' * 30}` is not declared", Place("breach", "中" * 300))),
}
