"""What a check is, and where all of them are found.

A check is one file of this folder, named for its code: `ck201_unknown_party.py`. Its docstring is its page. The files of `reported_elsewhere` are pages
of findings that earlier rooms make. Other packages add theirs through the entry point `clausekit.checks`, each naming a decorated function.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from functools import cache
from importlib import import_module
from typing import NamedTuple

from clausekit.checks.survey import Survey
from clausekit.diagnostics import Diagnostic, Rule
from clausekit.resources import added

Run = Callable[[Survey], Iterable[Diagnostic]]
ENTRY_POINTS = "clausekit.checks"


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
    found = _in_folder(__name__.rpartition(".")[0], os.path.dirname(__file__))
    theirs = [each for each in added(ENTRY_POINTS) if isinstance(each, Check)]
    return tuple(sorted([*found, *theirs], key=lambda each: each.rule.code))


@cache
def pages() -> tuple[Check, ...]:
    """Every check that has a page, with those reported elsewhere."""
    package = f"{__name__.rpartition('.')[0]}.reported_elsewhere"
    elsewhere = _in_folder(package, os.path.join(os.path.dirname(__file__), "reported_elsewhere"))
    return tuple(sorted([*checks(), *elsewhere], key=lambda each: each.rule.code))


def _in_folder(package: str, folder: str) -> list[Check]:
    modules = sorted(name.partition(".")[0] for name in os.listdir(folder) if name.startswith("ck") and name.endswith((".py", ".pyc")))
    return [each for module in modules for each in vars(import_module(f"{package}.{module}")).values() if isinstance(each, Check)]
