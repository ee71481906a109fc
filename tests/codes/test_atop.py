"""Each variable of the scheme: small treaties give each of its values, from the clauses that they name."""

from __future__ import annotations

import pytest

from clausekit.codes.atop.coding import RULES
from clausekit.codes.atop.variables import BY_NAME, VARIABLES
from tests.codes.expectations import CORPUS, coded, expected


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_a_treaty_has_the_codes_it_expects(path):
    found = {code.variable.name: code.derivation for code in coded(path).codes}
    wrong = {}
    for wanted in expected(path):
        derivation = found[wanted.name]
        values = {each.member: each.value for each in derivation.values}
        clauses = {basis.label for basis in derivation.bases if basis.label}
        if values != wanted.values or (wanted.clauses is not None and clauses != wanted.clauses):
            wrong[wanted.name] = (values, clauses, derivation.reason)
    assert wrong == {}


@pytest.mark.parametrize("name", RULES)
def test_every_value_that_can_be_derived_is_shown(name):
    given = {value for path in CORPUS for wanted in expected(path) if wanted.name == name for value in wanted.values.values()}
    possible = set(BY_NAME[name].values)
    assert given >= possible
    assert given == possible or not possible
    assert given, f"no treaty shows `{name}`"


def test_every_variable_without_a_rule_says_why():
    without = [variable for variable in VARIABLES if variable.name not in RULES]
    assert {variable.name for variable in without} & set(RULES) == set()
    assert all(variable.follows.startswith("not derivable: ") for variable in without)
    assert set(RULES) <= set(BY_NAME)
    assert len(VARIABLES) == len(BY_NAME) == 115


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_every_code_gives_its_reason_and_its_place(path):
    coding = coded(path)
    assert [code.variable for code in coding.codes] == list(VARIABLES)
    for code in coding.codes:
        assert code.derivation.reason, code.variable.name
        assert all(basis.citation and basis.span for basis in code.derivation.bases), code.variable.name
        positive = any(each.value for each in code.derivation.values)
        assert code.derivation.bases or not positive, f"{code.variable.name} follows from nothing"
        members = {each.member for each in code.derivation.values}
        assert ("" in members) == (code.variable.level == "alliance" and bool(members))
