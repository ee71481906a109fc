"""The variables of the Alliance Treaty Obligations and Provisions data set, version 4.01 (Leeds, Ritter, Mitchell and Long 2002), in words of our own.

What each value stands for was learnt from the published codes of treaties whose text is public; where that leaves a list of values unknown, the rule says
that the text cannot tell rather than guess.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.codes.scheme import Variable

NOT_IN_TEXT = "not derivable: "
_ELSEWHERE = NOT_IN_TEXT + "a number in a list of its own, which no treaty states"
_HISTORY = NOT_IN_TEXT + "what became of the treaty after it was made stands in no text of it"
_CODERS = NOT_IN_TEXT + "it is about the work of the coders, and not about the treaty"
# What can limit an obligation: what the limit says, and where in a model it stands.
LIMITS = {
    "adv": (
        "only against adversaries that are named or described",
        "a case done `by` somebody who is not just any State, or a breach that only some can commit",
    ),
    "loc": ("only in a certain place", "a place in its case, in a sentence that limits the clause, or in what is guaranteed or promised by a guarantee"),
    "con": ("only in a certain conflict", "a case that is a present or existing war"),
    "num": ("only if so many adversaries take part", "a case done `by at least` two or more"),
    "dem": ("only if certain demands are refused", "a case that is the refusal of a demand"),
    "npr": ("only if the ally did not provoke it", "`unprovoked` in its case, or provocation in what it excepts or asks for"),
    "att": ("only if the ally is attacked", "an attack as its case"),
    "req": ("only when a member asks", "`at the request of`, or a request as its case; not where whoever sees a threat may ask"),
}
_OBLIGATIONS = {"defco": "help against an attack", "offco": "joining a war", "neuco": "neutrality", "conco": "consultation"}
# The values that can be derived where they are not 0 and 1. The data set has more of some: `follows` says which are not told apart.
_VALUES = {
    "pubsecr": (0, 1, 2), "secrart": (0, 8), "proadd": (0, 1, 2), "futmem": (0, 1, 2, 3), "speclgth": (0, 1, 2, 3), "renounce": (0, 1, 2, 3, 4),
    "proren": (0, 1, 2), "statthr1": (0,), "statthr2": (0,), "conwtin": (0, 1, 3), "milcon": (0, 1, 2), "milaid": (0, 1, 2, 3, 4), "subord": (0, 1, 2),
    "organ1": (0, 1, 2, 3), "organ2": (0, 1, 2, 3), "orgpurp1": (0, 1, 3), "orgpurp2": (0, 1, 3), "base": (0, 1, 2, 3), "armred": (0, 1, 2),
    "acqterr": (0, 1, 2), "reflnun": (0, 1, 2), "natrefal": (0,), "compag": (0,), "agprois": (0, 3), "ecaid": (0,), "interv": (0, 1, 3),
    "milinst": (0, 1, 2), "formal": (0, 1, 2), "begyr": (), "begmo": (), "begday": (), "yrent": (), "length": (), "renewlgt": (),
}  # fmt: skip


def _rows(group: str, *rows: tuple[str, str, str]) -> Iterator[Variable]:
    """The variables of a group: each its name (with `*` if it has one value for each member), its meaning, and how it follows."""
    for name, meaning, follows in rows:
        bare = name.rstrip("*")
        values = () if follows.startswith(NOT_IN_TEXT) else _VALUES.get(bare, (0, 1))
        yield Variable(bare, group, "member" if name.endswith("*") else "alliance", meaning, follows, values)


def _limits(prefix: str, kinds: str) -> Iterator[tuple[str, str, str]]:
    """The variables for the ways in which an obligation is limited, such as `defcoloc`."""
    for kind in kinds.split():
        meaning, follows = LIMITS[kind]
        yield f"{prefix}{kind}*", f"{_OBLIGATIONS[prefix]} is owed {meaning}", follows


VARIABLES = (
    *_rows(
        "identity and dates",
        ("atopid", "number of the alliance in the data set", _ELSEWHERE),
        ("cowid", "number of the alliance in the Correlates of War data", _ELSEWHERE),
        ("cow4id", "the same in version 4 of those data", _ELSEWHERE),
        (
            "begyr",
            "year in which the obligations begin",
            "the day of signature, where the treaty enters into force on signature; or the date on which it says that it does",
        ),
        ("begmo", "month in which they begin", "as `begyr`"),
        ("begday", "day on which they begin", "as `begyr`"),
        ("endyr", "year in which the obligations end; 0 while they last", _HISTORY),
        ("endmo", "month in which they end", _HISTORY),
        ("endday", "day on which they end", _HISTORY),
        ("ineffect", "whether the alliance was in force when coding ended", _HISTORY),
        ("bilat", "whether it has two members", "two declared parties or guarantors"),
        ("maxphase", "number of phases, each begun by an amendment that changed the obligations", _HISTORY),
        ("wartime", "whether it was made in a war in which members fought side by side", NOT_IN_TEXT + "the wars of its time are no part of a treaty"),
        ("member*", "Correlates of War number of the member", _ELSEWHERE),
        ("cowsys*", "whether the member belongs to the Correlates of War list of States", _ELSEWHERE),
        ("yrent*", "year in which the member joined", "for a declared party, as `begyr`; who joined later stands in no text of the treaty"),
        ("yrexit*", "year in which the member left", _HISTORY),
        ("phase*", "phase that the row of the member is about", _HISTORY),
        ("cowwar*", "Correlates of War number of the war it was made in", _ELSEWHERE),
        ("mem1", "Correlates of War number of the first member, and so on to `mem59`", _ELSEWHERE),
    ),
    *_rows(
        "formation, publicity, membership",
        (
            "estmode",
            "how it begins: 0 by signature, 1 by ratification",
            "the events on which it `enters into force`, `takes effect` or `applies`; without such a sentence, a duty to ratify",
        ),
        ("pubsecr", "0 public, 1 public with secret articles, 2 secret", "a duty to keep the treaty (2) or an article of it (1) secret; else 0"),
        (
            "secrart",
            "what is secret: 0 nothing, 8 everything",
            "0 and 8 as `pubsecr`; what kind of article is secret is not derivable, the list of kinds being unknown",
        ),
        (
            "proadd",
            "whether others may join: 0 no, 1 it is open, 2 by invitation",
            "`is open for accession`, also where consent is needed (1); with `invited by`, or a power to invite (2)",
        ),
        (
            "futmem",
            "who may join: 0 nobody, 1 those named, 2 those of a kind or region, 3 any State",
            "a declared actor or a group of them (1), a class or criterion (2), States without more or that are ready for something (3)",
        ),
    ),
    *_rows(
        "term, renewal, renunciation, ending",
        (
            "speclgth",
            "length: 0 unstated, 1 a period, 2 until an event, 3 indefinite",
            "`remains in force for`, `until` or `indefinitely`; `ceases` or `lapses` on an event (2); else a lock-in before anyone may leave (1)",
        ),
        ("length", "length in months, if it is a period", "the period of `remains in force for`, else that of the lock-in"),
        (
            "renounce",
            "leaving: 0 unstated, 1 with notice, 2 at any time, 3 after a period, 4 otherwise",
            "a power of a Party to withdraw, denounce or terminate; with a lock-in 3, or 0 where the lock-in is counted as the length",
        ),
        (
            "proren",
            "renewal: 0 unstated, 1 by agreement, 2 by itself unless denounced",
            "`is renewed` (2, or 1 if agreement is its condition), `is extended by` (1); a lock-in after which the treaty simply goes on (2)",
        ),
        ("renewlgt", "length of a renewal in months", "the period of `is renewed for` or `is extended by`"),
        ("term", "how it ended", _HISTORY),
        ("termmode*", "how it ended for the member", _HISTORY),
        ("termcaus*", "why it ended for the member", _HISTORY),
    ),
    *_rows(
        "obligation types",
        (
            "defense",
            "a duty to help a member that is attacked",
            "a duty of the kind `support` whose case is an attack, a war or a breach of a ban on force, or to resist attack; a guarantee of security",
        ),
        (
            "offense",
            "a duty to fight beside a member that is not attacked",
            "a duty of the kind `join war` or `force`; a duty of the kind `support` whose case is a war",
        ),
        (
            "neutral",
            "a duty to stay out of a member's war",
            "in a case of war or attack, a ban on acts of the kind `join war` or `aid an enemy`, or a duty of the kind `stay neutral`",
        ),
        (
            "nonagg",
            "a duty not to use force",
            "a ban on acts of the kind `force`, or a duty of the kind `refrain from force` or to ensure that no such act happens",
        ),
        (
            "consul",
            "a duty to consult when there is danger",
            "a duty of the kind `consult`, or of a body of the Parties to `meet`, whose case or matter is security: threat, attack, war, defence, peace",
        ),
        ("active", "defence or offence", "`defense` or `offense`"),
        ("olimob*", "whether the member need only mobilise", "a member bound to `mobilise` on attack and to no act of support"),
        ("obvary*", "whether what the member owes differs from case to case", "more than one clause on help or war that binds it"),
        (
            "asymm",
            "whether members owe different things",
            "a kind of obligation that binds some of the Parties only, or help that is owed to some of them only",
        ),
    ),
    *_rows(
        "conditions on obligations",
        ("conditio", "any obligation is conditional", "any of the four below"),
        (
            "defcon",
            "help against an attack is conditional",
            "any limit below, or `unless`, `except`, `provided that`; not where another clause owes the same without limit",
        ),
        ("offcon", "joining a war is conditional", "as `defcon`"),
        ("neucon", "neutrality is conditional", "as `defcon`"),
        ("concon", "consultation is conditional", "as `defcon`; a breach of the treaty as its case, which is narrower than a danger"),
        *_limits("defco", "adv loc con num dem npr"),
        *_limits("offco", "adv loc con num dem"),
        *_limits("neuco", "adv loc con num dem npr att"),
        *_limits("conco", "adv loc con req"),
    ),
    *_rows(
        "wartime conduct and third parties",
        ("notaiden", "a promise not to help an enemy of a member", "a ban on acts of the kind `aid an enemy` (1); none (0); other grades are not told apart"),
        ("dipaid", "diplomatic support", "a duty, permission or power of the kind `back by diplomacy`"),
        ("terrres", "territory or what is on it opened to a member", "a clause of the kind `open territory`, or a guarantee of bases"),
        ("seppeace", "no separate peace", "a ban on acts of the kind `make peace`"),
        ("thirdcom", "limits on dealings with a third State", "a ban on acts of the kind `engage` with a declared actor that is no Party"),
        ("noothall", "no alliance or engagement that conflicts", "a ban on acts of the kind `engage` that are incompatible, in conflict or directed against"),
        (
            "specthrt",
            "whose threat is named: 0 nobody's, 1 that of one State",
            "who is named as author of an attack or threat; several are not derivable, the list of kinds being unknown",
        ),
        (
            "statthr1",
            "Correlates of War number of the first State so named",
            "0 where `specthrt` names nobody; else not derivable, the number standing in no treaty",
        ),
        ("statthr2", "Correlates of War number of the second", "as `statthr1`"),
    ),
    *_rows(
        "disputes among members",
        (
            "conwtin",
            "members' own disputes: 0 not spoken of, 1 to be settled in peace, 3 force among them ruled out",
            "a duty of the kind `settle disputes` with or between members, or `submit disputes` (1); a ban on force against other Parties by name (3)",
        ),
        ("medarb", "mediation or arbitration", "an act of the kind `submit disputes` to somebody"),
        ("conres", "the treaty settles a conflict between members", "an act of the kind `end a conflict`, or recognition of a boundary or of the end of a war"),
        ("conmen", "a present conflict of a member is spoken of", "a case or a status that is a present or existing war"),
    ),
    *_rows(
        "military institutions and cooperation",
        (
            "milcon",
            "contact of armed forces: 0 none, 1 in war only, 2 in peace",
            "acts of the kind `military contact` or `joint command`; with a case of war or attack 1, else 2",
        ),
        (
            "milaid",
            "military aid: 1 general, 2 loans, 3 training and equipment, 4 several",
            "acts of the kinds `military aid`, `lend` for forces, `train and equip`, without a case",
        ),
        ("intcom", "a joint command in peace", "an act of the kind `joint command` without a case"),
        (
            "subord",
            "forces under a member's command: 1 in war, 2 also in peace",
            "an act of the kind `subordinate forces`; with a case of war or attack 1, else 2",
        ),
        (
            "organ1",
            "a body: 1 that meets on occasion, 2 that stands ready, 3 with a staff or bodies of its own",
            "a body in which Parties sit or that they are to set up. 1: it meets in given cases; 3: a staff, or a duty to set up bodies; else 2",
        ),
        (
            "orgpurp1",
            "purpose of that body: 1 military, 3 political or general",
            "1 where its name or acts are military or it runs the treaty; 3 where its name is political or consultative, and otherwise",
        ),
        ("organ2", "a second body, as `organ1`", "a second such body, not under the first"),
        ("orgpurp2", "purpose of the second body", "as `orgpurp1`"),
        (
            "base",
            "forces abroad: 1 together, 2 in one another's territory, 3 of one in that of another",
            "acts of the kind `station forces` with a place, or `open territory` for forces or bases, without a case; a guarantee of bases",
        ),
        ("contrib", "contributions are listed", "an amount that a Party owes of what it contributes or stations, or a pledge"),
        ("armred", "arms: 1 fewer, 2 more", "a duty of the kind `reduce arms` or `increase arms`, or to ensure that arms stay below a number"),
    ),
    *_rows(
        "territory, gains, demilitarisation",
        ("acqterr", "territory: 1 to be taken, 2 not to be sought", "an act of the kind `take territory`, or a ban on one"),
        ("divgains", "division of gains", "an act of the kind `divide gains`"),
        ("demwith", "forces withdrawn, or an area without them", "a duty of the kind `withdraw forces`, or to ensure how many there are in a zone"),
    ),
    *_rows(
        "links to other law and agreements",
        (
            "reflnun",
            "1 the League of Nations is spoken of, 2 the United Nations",
            "an instrument or organ of theirs in a clause; not where the treaty is only registered there",
        ),
        (
            "refothio",
            "another international organisation is spoken of",
            "another declared organ in a clause or as depositary; not a court, a commission or a person",
        ),
        (
            "natrefal",
            "how other alliances are spoken of",
            "0 where no other treaty is cited; else not derivable, since a name does not tell whether a treaty is an alliance",
        ),
        (
            "compag",
            "agreements made together with this one",
            "0 where no other treaty is cited; else not derivable, since a text does not tell what else was signed",
        ),
        (
            "agprois",
            "promise of a later agreement: 3 on military matters",
            "a duty of the kind `agree later` about forces (3); about anything else not derivable, the list of kinds being unknown",
        ),
    ),
    *_rows(
        "other cooperation",
        ("nomicoop", "cooperation in other than military matters", "a duty of the kind `cooperate`"),
        ("ecaid", "economic aid: 0 none", "0 without a duty of the kind `economic aid`; else not derivable, the list of kinds being unknown"),
        (
            "interv",
            "domestic affairs: 1 no intervention, 3 a right to intervene",
            "a ban on acts of the kind `interfere` (1); a permission of the kind `intervene` if a member breaks its duties about its own order (3)",
        ),
    ),
    *_rows(
        "scores",
        ("hinst", "high military institutionalisation", "`intcom`, or `base` other than 0"),
        ("minst", "moderate military institutionalisation", "not `hinst`, and `milorg`, or `milcon` 2, or `milaid` 3 or 4"),
        ("milorg", "a military organisation", "`orgpurp1` or `orgpurp2` is 1"),
        ("milinst", "2 high, 1 moderate, 0 no institutionalisation", "`hinst`, else `minst`"),
        ("pubtreat", "a public and ratified treaty", "`estmode` 1 and `pubsecr` 0"),
        ("formorg", "a standing organisation", "`organ1` 2 or more"),
        ("formal", "formality", "`pubtreat` and `formorg` added up"),
    ),
    *_rows(
        "about the coding",
        ("source", "whether the coders saw the full text", _CODERS),
        ("new4", "whether it is new in version 4", _CODERS),
        ("rev4", "whether it was revised for version 4", _CODERS),
        ("version", "version of the data", _CODERS),
    ),
)
BY_NAME = {variable.name: variable for variable in VARIABLES}
