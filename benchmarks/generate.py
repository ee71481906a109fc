"""Treaties and ledgers of any size, the same at every run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from random import Random

_HEADER = """\
treaty "Generated Agreement" short "Agreement" languages English, French depositary Switzerland.
party Ukraine.
party Russia "the Russian Federation".
state Switzerland "the Swiss Confederation".
{guarantors}
group European Allies means {allies}.
body Joint Commission means Ukraine, Russia and Switzerland, deciding by two thirds.
zone Line of Contact means "the line set out in Annex A".
event armed attack "an armed attack".
event breach "a breach" means armed attack by Russia on Ukraine, or violation of article 1.
status ceasefire "the ceasefire" begins on entry into force and ends on breach.
action deploy forces "deploy military forces" as "deployment of military forces" in troops.
action share intelligence as "sharing of intelligence".
action impose sanctions as "imposition of sanctions".
action withdraw heavy weapons as "withdrawal of heavy weapons".
action train personnel as "training of personnel".
action admit inspectors as "admission of inspectors".
action assist as "assistance".
"""
_ALLIES = [f"Ally {name}" for name in ("Alpha", "Bravo", "Charlie", "Delta", "Echo", "Foxtrot", "Golf", "Hotel", "India", "Juliet")]
_BEARERS = ("Each Party", "The Guarantors jointly", "Any Guarantor", "The European Allies jointly and severally")


def treaty(clauses: int) -> str:
    """A clause file with that many clauses of about 25 words, in articles of five, with the constructs real treaties use."""
    random = Random(clauses)
    listed = f"{', '.join(_ALLIES[:-1])} and {_ALLIES[-1]}"
    guarantors = "\n".join(f"guarantor {ally} pledging {5_000 * (index + 1):,} troops." for index, ally in enumerate(_ALLIES))
    lines = [_HEADER.format(guarantors=guarantors, allies=listed)]
    for number, sentence in zip(range(clauses), _sentences(random), strict=False):
        if number % 5 == 0:
            lines.append(f'\narticle {number // 5 + 1} "Provision {number // 5 + 1}"')
        lines.append(sentence.format(article=random.randint(1, number // 5 + 1)))
    return "\n".join(lines) + '\n\nannex A "The line"\ntext "The line is set out on the map.".\n'


def _sentences(random: Random) -> Iterator[str]:
    def days() -> int:
        return random.randint(2, 90)

    forms: tuple[Callable[[], str], ...] = (
        lambda: f"{random.choice(_BEARERS)} shall share intelligence with Ukraine within {days()} days of request by Ukraine, unless waiver by Ukraine.",
        lambda: (
            "If breach, then the European Allies jointly shall deploy forces to Ukraine "
            f"of at least {random.randint(1, 50) * 1000:,} troops within {days()} days, "
            f"failing which each Guarantor shall impose sanctions on Russia within {days()} days."
        ),
        lambda: (
            f"If an armed attack on any Party as victim, then each other Party shall assist victim with such action as it deems necessary within {days()} days."
        ),
        lambda: (
            f"Russia shall withdraw heavy weapons from the Line of Contact within {days()} days of entry into force, "
            f"and Ukraine shall do so within {days()} days of entry into force."
        ),
        lambda: (
            f"While ceasefire, each Party shall admit inspectors to the Line of Contact every {random.randint(2, 12)} months "
            "in consultation with the Joint Commission, subject to article {article}."
        ),
        lambda: (
            f"{random.choice(_ALLIES)} shall: (a) train personnel for Ukraine within {days()} days of entry into force; "
            f"and (b) notify the Joint Commission within {days()} days."
        ),
        lambda: (
            f"No Party shall deploy forces to the Line of Contact before {2027 + random.randint(0, 9)}-0{random.randint(1, 9)}-15, "
            "without prejudice to article {article}, unless request by the Joint Commission."
        ),
    )
    while True:
        yield random.choice(forms)()


def ledger(entries: int) -> str:
    """A beancount ledger with that many two-posting transactions, each of about as many characters as a clause of the treaty."""
    random = Random(entries)
    accounts = [f"Expenses:Kind{number}" for number in range(20)]
    lines = ["1990-01-01 open Assets:Bank EUR", *(f"1990-01-01 open {account} EUR" for account in accounts)]
    day = date(1990, 1, 2)
    for number in range(entries):
        amount = random.randint(100, 99_999) / 100
        lines += [
            f'{day + timedelta(days=number % 9000)} * "Payee {number % 300}" "Narration of entry {number}" #tag-{number % 50} ^link-{number % 700}',
            f'  document: "Receipt {number} of the year"',
            f"  {random.choice(accounts)}  {amount:.2f} EUR",
            f"  Assets:Bank  -{amount:.2f} EUR",
        ]
    return "\n".join(lines) + "\n"


# ---------------------------------------------------------------- event logs

_GUARANTORS = ("France", "UK", "Germany", "Poland", "Türkiye", "US")
_ROUTINE = (
    "inspect Withdrawal Zone by the Joint Commission", "meet by the Joint Commission", "meet by the Council of Guarantors",
    "offer to Ukraine by US of 50 training places",
    *(f"share intelligence with Ukraine by {name}" for name in _GUARANTORS), *(f"keep forces ready by {name}" for name in _GUARANTORS[:5]),
    "report to Ukraine, Russia, France, UK, Germany, Poland, Türkiye and US by the Joint Commission",
)  # fmt: skip
_ELSEWHERE = ("press conference by France", "harvest", "election", "exchange of letters by Poland")
# What sets duties off, and what then performs them: all is settled within days.
_ANSWERED = (
    ("visit request by the Red Cross", ("open detention to the Red Cross by Ukraine", "open detention to the Red Cross by Russia")),
    ("inspection request by the IAEA", ("admit inspectors to Nuclear Facilities by Ukraine", "admit inspectors to Nuclear Facilities by Russia")),
    (
        "threat by Russia against Ukraine",
        ("consult with Ukraine by France, UK, Germany, Poland, Türkiye and US", *(f"warn Ukraine by {name}" for name in _GUARANTORS)),
    ),
    ("licence request by Ukraine", tuple(f"decide licence by {name}" for name in _GUARANTORS)),
)


def event_log(events: int) -> str:
    """An event log of the framework agreement with that many events, a JSON object a line, as a monitoring mission would keep it."""
    random = Random(events)
    lines: list[str] = []
    hour = 0
    while len(lines) < events:
        drawn = random.random()
        hour += random.choice((0, 1, 1, 2, 3))
        if drawn < 0.75:
            told = [random.choice(_ROUTINE)]
        elif drawn < 0.9:
            told = [random.choice(_ELSEWHERE)]
        else:
            opened, answers = random.choice(_ANSWERED)
            told = [opened, *answers]
        for number, event in enumerate(told):
            hour += number > 0 and random.random() < 0.5
            day = date(2026, 6, 2) + timedelta(days=hour // 24)
            lines.append(f'{{"on": "{day.isoformat()}T{hour % 24:02}:00", "event": "{event}"}}')
    return "\n".join(lines[:events]) + "\n"
