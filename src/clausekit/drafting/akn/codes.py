"""Codes of languages and countries: those of the standards, and the one that a draft has."""

from __future__ import annotations

from functools import cache

# Of ISO 639-2: several languages, an undetermined one, none, and those without a code.
_SPECIAL_LANGUAGES = frozenset({"mul", "und", "zxx", "mis"})
# ISO 3166-1 leaves AA, QM to QZ, XA to XZ and ZZ to its users. ZZ stands for no country in particular: a treaty belongs to none.
NO_COUNTRY = "zz"
# Reserved in ISO 3166-1 at the request of these organisations, which make documents as a State does.
_ORGANISATIONS = frozenset({"eu", "un"})


def language_of(draft: str) -> str:
    """The three letters of ISO 639 for the language of a draft (`en` → `eng`); `und`, undetermined, for a name that no standard has."""
    known = _languages()
    base = draft.partition("-")[0].lower()
    return known.get(base, base if base in _codes() else "und")


def shortest_code(code: str) -> str:
    """The two letters for a language, or its three where it has no two: `en` for `eng`."""
    return next((short for short, known in _languages().items() if known == code), code)


def is_language(code: str) -> bool:
    """Whether these are three letters of ISO 639-2 or 639-3."""
    return code in _SPECIAL_LANGUAGES or code in _codes() or code in _bibliographic()


def is_language_tag(code: str) -> bool:
    """Whether a tag such as `en`, `eng` or `en-GB` (BCP 47) begins with a code of ISO 639."""
    base = code.partition("-")[0].lower()
    return base in _languages() or is_language(base)


def is_country(code: str) -> bool:
    """Whether this is a country of ISO 3166-1, one of its subdivisions (`it-45`), an organisation that the standard reserves a code for, or no country."""
    base, _, inside = code.lower().partition("-")
    return (base in _countries() and (not inside or inside.isalnum())) or code.lower() in _ORGANISATIONS or code.lower() == NO_COUNTRY


@cache
def _languages() -> dict[str, str]:
    """Every language of ISO 639-3 by its shortest code, two letters or three."""
    import pycountry

    return {str(getattr(each, "alpha_2", each.alpha_3)): str(each.alpha_3) for each in pycountry.languages}


@cache
def _codes() -> frozenset[str]:
    return frozenset(_languages().values())


@cache
def _bibliographic() -> frozenset[str]:
    """The second codes that ISO 639-2 has for twenty languages, for libraries: `fre` beside `fra`."""
    import pycountry

    return frozenset(str(each.bibliographic) for each in pycountry.languages if hasattr(each, "bibliographic"))


@cache
def _countries() -> frozenset[str]:
    import pycountry

    return frozenset(str(each.alpha_2).lower() for each in pycountry.countries)
