"""What a check is, and where all of them are found.

A check is one file of this folder, named for its code: `ck201_unknown_party.py`. Its docstring is its page. The files of `reported_elsewhere` are pages
of findings that earlier rooms make. Other packages add theirs through the entry point `clausekit.checks`, each naming a decorated function.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from functools import cache
from importlib import import_module

from clausekit.checks.survey import Survey
from clausekit.diagnostics import Diagnostic, Rule
from clausekit.named_tuples import NamedTuple
from clausekit.resources import added

Run = Callable[[Survey], Iterable[Diagnostic]]
ENTRY_POINTS = "clausekit.checks"
_PACKAGE, _FOLDER = __name__.rpartition(".")[0], os.path.dirname(__file__)
# The checks that tell of proofs are known by their number, so that reading alone need not load them. A test holds the numbers to the checks.
_FIRST_OF_PROOFS, _LAST_OF_PROOFS = "ck411", "ck423"


class Check(NamedTuple):
    """A rule, what finds its breaches, and the module whose docstring is its page. `run` is None for findings that an earlier room makes.

    `proved` is the question of the prover whose answers it tells (`undecided` for those that have none); empty for a check of the text.
    """

    rule: Rule
    run: Run | None
    module: str
    proved: str = ""


def check(rule: Rule, *, proved: str = "") -> Callable[[Run], Check]:
    """Make a function of a survey the check of `rule`."""

    def decorate(run: Run) -> Check:
        return Check(rule, run, run.__module__, proved)

    return decorate


def reported_elsewhere(rule: Rule, module: str) -> Check:
    """A page for `rule`, whose findings an earlier room makes."""
    return Check(rule, None, module)


@cache
def checks() -> tuple[Check, ...]:
    """Every check that runs, built in and added, by code."""
    return tuple(sorted([*text_checks(), *proved_checks()], key=_code))


@cache
def text_checks() -> tuple[Check, ...]:
    """The checks of the text, by code: all that run where nothing is proved."""
    found = _in_folder(_PACKAGE, _FOLDER, lambda name: not _tells_of_proofs(name))
    return tuple(sorted([*found, *(each for each in _added() if not each.proved)], key=_code))


@cache
def proved_checks() -> tuple[Check, ...]:
    """The checks that tell of proofs, by code. They are loaded where something is to be proved."""
    found = _in_folder(_PACKAGE, _FOLDER, _tells_of_proofs)
    return tuple(sorted([*found, *(each for each in _added() if each.proved)], key=_code))


@cache
def pages() -> tuple[Check, ...]:
    """Every check that has a page, with those reported elsewhere."""
    elsewhere = _in_folder(f"{_PACKAGE}.reported_elsewhere", os.path.join(_FOLDER, "reported_elsewhere"))
    return tuple(sorted([*checks(), *elsewhere], key=_code))


def _code(each: Check) -> str:
    return each.rule.code


def _tells_of_proofs(module: str) -> bool:
    return _FIRST_OF_PROOFS <= module.partition("_")[0] <= _LAST_OF_PROOFS


def _in_folder(package: str, folder: str, wanted: Callable[[str], bool] = lambda _: True) -> list[Check]:
    modules = sorted({name.partition(".")[0] for name in os.listdir(folder) if name.startswith("ck") and name.endswith((".py", ".pyc"))})
    return [each for name in modules if wanted(name) for each in vars(import_module(f"{package}.{name}")).values() if isinstance(each, Check)]


@cache
def _added() -> tuple[Check, ...]:
    return tuple(each for each in added(ENTRY_POINTS) if isinstance(each, Check))
