"""The frame of a draft: what the header and the vocabulary say stands in it, what they do not say is asked for, and nothing else is there."""

from __future__ import annotations

import re

import pytest

from clausekit.drafting.draft import draft
from clausekit.pipeline import read_source
from clausekit.source import Source

HEADER = 'treaty "Agreement on Consultation" short "Consultation Agreement" languages English and French depositary Switzerland done at "Geneva" on 2027-03-01.'
PARTIES = 'party Syldavia.\nguarantor Borduria "the Republic of Borduria" pledging 500 troops.\nstate Switzerland "the Swiss Confederation".\n'
SENTENCE = 'article 1 "Talks"\n  talks: The Parties shall consult every 6 months.\n'


def said(text: str, form: str = "text") -> str:
    treaty = read_source(Source(text)).record
    assert treaty is not None
    return str(draft(treaty, format=form))


def flat(text: str) -> str:
    return " ".join(said(text).split())


def in_brackets(text: str) -> list[str]:
    return re.findall(r"\[[^\]]+\]", said(text))


# ---------------------------------------------------------------- asked for, not made up


def test_a_full_header_leaves_nothing_to_ask():
    assert in_brackets(f"{HEADER}\n{PARTIES}{SENTENCE}") == []


@pytest.mark.parametrize(
    ("left_out", "asked"),
    [
        ("languages English and French", "[languages]"),
        ("depositary Switzerland", "[number of originals]"),
        ('done at "Geneva" on 2027-03-01', "[place]"),
        (" on 2027-03-01", "[date]"),
        ('"Agreement on Consultation"', "[TITLE OF THE TREATY]"),
    ],
)
def test_what_the_header_does_not_say_is_asked_for(left_out, asked):
    assert asked in in_brackets(f"{HEADER.replace(left_out, '')}\n{PARTIES}{SENTENCE}")


def test_a_treaty_without_parties_asks_for_them():
    text = flat(f'treaty "Agreement".\n{SENTENCE}')
    assert "[names of the Parties], Have agreed as follows:" in text
    assert text.endswith("For [name of the Party] ________________________________________")


def test_a_few_sentences_are_no_treaty_yet():
    assert said("if breach then deploy forces. If request, then consult.").splitlines() == [
        "                            [TITLE OF THE TREATY]",
        "",
        "1. In the event of a breach, forces shall be deployed.",
        "",
        "2. In the event of a request, [Party to be named] shall consult.",
    ]


def test_nobody_is_together_with_nobody():
    assert "Syldavia, Have agreed as follows:" in flat('treaty "Declaration".\nparty Syldavia.')
    assert "As Guarantors, France and Poland, hereinafter together" in flat("guarantor France.\nguarantor Poland.")


# ---------------------------------------------------------------- what is said is shown

WHOLE = f"""{HEADER}
{PARTIES}signatory Molvania.
organ Court "the International Court".
group Allies singular "Ally" means Syldavia and Borduria.
body Commission means the Parties, deciding by consensus with a quorum of 2.
zone Border means "the border of 1913".
term Territory means "the territory of Syldavia".
event incident "an incident" means attack by Borduria on Syldavia.
status truce begins on signature and ends on incident.
measure stocks in tonnes.
measure alarm as low or high.
recital "Wishing to live in peace".
article 1 "Talks"
  talks: If incident, then the Parties shall consult the Court, the Commission and the Allies on the Territory.
annex A "Map"
  text "The map.".
"""


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        ("Agreement on Consultation", "Agreement on Talks"),
        ('short "Consultation Agreement"', 'short "Talks Agreement"'),
        ("English and French", "English and German"),
        ("depositary Switzerland", "depositary Syldavia"),
        ('"Geneva"', '"Berne"'),
        ("2027-03-01", "2027-03-02"),
        ("done at", "immediately means within 24 hours done at"),
        ("done at", "register political done at"),
        ("party Syldavia.", 'party Syldavia "the Kingdom of Syldavia".'),
        ("guarantor Borduria", "party Borduria"),
        ("500 troops", "600 troops"),
        ("500 troops", "at least 500 troops"),
        ("signatory Molvania", "signatory Poldavia"),
        ("signatory Molvania", "state Molvania"),
        ('"the Swiss Confederation"', ""),
        ('"the International Court"', '"the Permanent Court"'),
        ('singular "Ally"', 'singular "Friend"'),
        ("means Syldavia and Borduria", "means Syldavia"),
        ("group Allies", 'group Allies "Friends"'),
        ("means the Parties,", "means Syldavia,"),
        ("by consensus", "by a majority"),
        ("quorum of 2", "quorum of 1"),
        ("border of 1913", "border of 1914"),
        ("the territory of Syldavia", "the land of Syldavia"),
        ('"an incident"', '"a serious incident"'),
        ("by Borduria on Syldavia", "by Syldavia on Borduria"),
        ("begins on signature", "begins on ratification"),
        ("and ends on incident", ""),
        ("in tonnes", "in barrels"),
        ("low or high", "low or severe"),
        ("Wishing to", "Hoping to"),
        ('article 1 "Talks"', 'article 2 "Talks"'),
        ('article 1 "Talks"', 'article 1 "Consultation"'),
        ('annex A "Map"', 'annex B "Map"'),
        ("The map.", "A map."),
    ],
)
def test_whatever_a_treaty_says_is_in_its_draft(written, instead):
    assert written in WHOLE
    changed = WHOLE.replace(written, instead)
    for form in ("text", "md", "html"):
        assert said(WHOLE, form) != said(changed, form)


def test_signatures_of_all_who_sign():
    assert re.findall(r"^For (?!the purposes).*", said(WHOLE), re.MULTILINE) == ["For Syldavia", "For the Republic of Borduria", "For Molvania"]


# ---------------------------------------------------------------- definitions

DEFINED = 'party Syldavia.\nterm Territory means "the territory of Syldavia".\nguarantor Borduria pledging 500 troops.\n'


def headings(text: str) -> list[str]:
    """What stands in a draft between the agreement and the testimonium, line by line, without its layout."""
    lines = [" ".join(line.split()) for line in said(text).splitlines()]
    return [
        line
        for line in lines[
            lines.index("Have agreed as follows:") + 1 : lines.index("In witness whereof the undersigned, duly authorised for this purpose, have")
        ]
        if line
    ]


@pytest.mark.parametrize("title", ["Definitions", "Use of terms", "DEFINITIONS", "Definitions and use of terms"])
def test_an_article_on_definitions_takes_them_in(title):
    assert headings(f'{DEFINED}article 1 "Talks"\n  text "Talks.".\narticle 2 "{title}"\n  text "These are the terms:".\n') == [
        "Each of the following pledges, as the most that can be asked of it:",
        "(1) Borduria: 500 troops.",
        "Article 1",
        "Talks",
        "Talks.",
        "Article 2",
        title,
        "These are the terms:",
        "For the purposes of this Treaty:",
        "(1) “Territory” means the territory of Syldavia.",
    ]


def test_else_they_stand_before_the_first_article():
    for article in ('article 1 "Talks"\n  text "Talks.".\n', 'article 1 "Definitions"\n  Syldavia shall consult.\n'):
        assert headings(DEFINED + article)[0] == "For the purposes of this Treaty:"


def test_they_are_taken_in_once():
    twice = said(f'{DEFINED}article 1 "Definitions"\narticle 2 "Definitions"\n  text "More.".\n')
    assert twice.count("“Territory”") == 1
    assert twice.index("Article 1") < twice.index("“Territory”") < twice.index("Article 2")


# ---------------------------------------------------------------- register and style


def styled(settings: str) -> str:
    return flat(f'treaty "Agreement on Talks" {settings} languages English and French.\nparty Syldavia.\nparty Borduria.\n{SENTENCE}')


@pytest.mark.parametrize(
    ("settings", "formulas"),
    [
        ("", ["Have agreed as follows:", "In witness whereof the undersigned, duly authorised for this purpose,", "each text being equally authentic"]),
        ("style un", ["Have agreed as follows:", "the undersigned, being duly authorised thereto,"]),
        ("style eu", ["HAVE AGREED AS FOLLOWS:", "the undersigned Plenipotentiaries, duly empowered to this effect,"]),
        ("style bilateral", ["(hereinafter referred to as “the Parties”)", "in duplicate", "both texts being equally authentic"]),
        ("style mou", ["Have reached the following understanding:", "The foregoing record represents the understandings reached between the Parties"]),
        ("register political", ["“the Participants”", "Have reached the following understanding:", "The undersigned have signed", "equal validity"]),
        ("register political style mou", ["reached between the Participants", "Signed at [place]", "in duplicate", "equal validity"]),
    ],
)
def test_each_style_has_its_formulas(settings, formulas):
    drafted = styled(settings)
    assert [formula for formula in formulas if formula not in drafted] == []


@pytest.mark.parametrize("style", ["", "style un", "style eu", "style bilateral", "style mou"])
def test_no_style_makes_a_political_instrument_binding(style):
    drafted = styled(f"register political {style}")
    assert not re.search(r"(?i)have agreed|in witness whereof|authentic|plenipotentiar|authorised|\bPart(y|ies)\b|entry into force", drafted)


def test_three_do_not_sign_in_duplicate():
    assert "in [number of originals]" in flat('treaty "Agreement" style bilateral.\nparty A.\nparty B.\nparty C.')


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ('"Framework Agreement on the Convention of 1913"', "this Agreement"),
        ('"Protocol to the Treaty of Peace"', "this Protocol"),
        ('"Memorandum of Understanding"', "this Memorandum"),
        ('"End of the Disagreement"', "this Treaty"),
        ('"Terms of Peace" short "Peace Accord"', "this Accord"),
        ('"Terms of Peace" register political', "this Memorandum"),
    ],
)
def test_what_an_instrument_calls_itself(header, name):
    assert f"have signed {name}." in flat(f"treaty {header}.\nparty A.\nparty B.")


def test_an_open_treaty_is_made_between_the_states_that_enter_it():
    text = flat(
        'treaty "Convention on Training" short "Convention". group State Parties means each State that "has consented to be bound". '
        'article 1 "Training" Each State Party shall report every year.',
    )
    assert "The States Parties to this Convention, Have agreed as follows:" in text
