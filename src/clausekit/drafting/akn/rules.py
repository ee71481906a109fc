"""The codes of what can be wrong with an Akoma Ntoso document, and what each means.

They begin with AK: they speak of files of exchange, where those with CK speak of clause files. `clausekit explain` shows what is said here, and the guide
`docs/how-to/exchange-in-akoma-ntoso.md` has it as a table.
"""

from __future__ import annotations

from clausekit.diagnostics import Rule, Severity

UNREADABLE = Rule("AK101", "unreadable-xml", Severity.ERROR)
NO_AKOMA_NTOSO = Rule("AK102", "no-akoma-ntoso", Severity.ERROR)
UNKNOWN_PART = Rule("AK103", "unknown-part", Severity.WARNING)
TOO_MANY = Rule("AK105", "too-many-faults", Severity.ERROR)
NOT_VALID = Rule("AK104", "not-valid", Severity.ERROR)
DANGLING = Rule("AK201", "dangling-reference", Severity.ERROR)
UNDECLARED = Rule("AK202", "undeclared-reference", Severity.ERROR)
WRONG_KIND = Rule("AK203", "wrong-kind-of-reference", Severity.ERROR)
DECLARED_TWICE = Rule("AK204", "declared-twice", Severity.WARNING)
IDENTIFIER_FORM = Rule("AK301", "identifier-form", Severity.ERROR)
IDENTIFIER_PLACE = Rule("AK302", "identifier-place", Severity.ERROR)
IDENTIFIER_NUMBER = Rule("AK303", "identifier-number", Severity.ERROR)
IDENTIFIER_OF_WORK = Rule("AK304", "identifier-of-work", Severity.ERROR)
LANGUAGE_CODE = Rule("AK401", "language-code", Severity.ERROR)
COUNTRY_CODE = Rule("AK402", "country-code", Severity.ERROR)
ADDRESS = Rule("AK403", "address-mismatch", Severity.ERROR)
ADDRESS_DATE = Rule("AK404", "date-mismatch", Severity.ERROR)
EVENT_ORDER = Rule("AK501", "events-out-of-order", Severity.ERROR)
SIGNED_BY_NOBODY = Rule("AK601", "signature-of-nobody", Severity.ERROR)
NOT_SIGNED = Rule("AK602", "party-without-signature", Severity.WARNING)
SAME_NUMBER = Rule("AK701", "duplicate-number", Severity.ERROR)
NUMBER_ORDER = Rule("AK702", "number-out-of-order", Severity.WARNING)
EMPTY_PART = Rule("AK703", "empty-part", Severity.ERROR)
LANGUAGES_DIFFER = Rule("AK801", "languages-differ", Severity.ERROR)

MEANINGS = {
    UNREADABLE: "The file is no XML, is too large or too deep, or declares a document type. Nothing of it was read.",
    NO_AKOMA_NTOSO: "It is XML of another kind, or of an earlier version of Akoma Ntoso.",
    UNKNOWN_PART: "A part of the document has no counterpart in a treaty of clausekit, such as a table. It was left out; the rest was read.",
    TOO_MANY: "There are more faults than anybody mends at once. The others were left out.",
    NOT_VALID: "The schema that `--schema` names has something against it.",
    DANGLING: "A reference leads to no part of the document: `#art_16`, where there are fifteen articles.",
    UNDECLARED: "Somebody or something is named (`refersTo`, `source`, `as`, `by`) that `<references>` does not declare.",
    WRONG_KIND: "What is named is declared, and is of another kind than it must be: a role that is a place, a reference that leads to a person.",
    DECLARED_TWICE: "Two entries of `<references>` stand for the same thing. Whoever looks for one of them misses the other.",
    IDENTIFIER_FORM: "An identifier is that of another element: an article called `sec_5`, which the naming convention calls `art_5`.",
    IDENTIFIER_PLACE: "An identifier says that its part lies where it does not: `art_4__para_2` inside Article 5.",
    IDENTIFIER_NUMBER: "An identifier has another number than its part shows: `art_5` for “Article 6”.",
    IDENTIFIER_OF_WORK: "Two parts have the same `wId`, which holds a part together with its counterparts in other languages and versions.",
    LANGUAGE_CODE: "A code of a language is in no part of ISO 639: `english` in the place of `eng`.",
    COUNTRY_CODE: "A code of a country is not in ISO 3166-1: `uk` in the place of `gb`.",
    ADDRESS: "Addresses do not build on one another, or contradict the language, the country or the type that stand beside them.",
    ADDRESS_DATE: "An address is of one day and its `FRBRdate` of another, or an expression is older than its work.",
    EVENT_ORDER: "Events of the life of the document stand in another order than their dates: an amendment of March behind one of May.",
    SIGNED_BY_NOBODY: "A signature names nobody. What is left open on purpose stands in square brackets, and is not meant.",
    NOT_SIGNED: "Somebody concludes the treaty and does not sign, though others do.",
    SAME_NUMBER: "Two parts that stand together have the same number: two paragraphs “2.” in one article.",
    NUMBER_ORDER: "A part stands behind one with a greater number: paragraph 2 behind paragraph 3.",
    EMPTY_PART: "A part that is there to say something says nothing: a heading without a word, a name that is not shown.",
    LANGUAGES_DIFFER: "One language of a treaty has a provision that another has not.",
}
