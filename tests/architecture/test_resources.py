"""The grammar and the templates are found beside the code, or in the checkout, and nowhere else."""

from __future__ import annotations

import pytest

from clausekit import resources


def test_inside_the_package_comes_first(tmp_path, monkeypatch):
    package = tmp_path / "src" / "clausekit"
    for place in (package / "grammars", tmp_path / "grammars"):
        place.mkdir(parents=True)
    monkeypatch.setattr(resources, "_PACKAGE", str(package))
    assert resources.folder("grammars") == package / "grammars"


def test_a_checkout_has_them_at_the_top(tmp_path, monkeypatch):
    (tmp_path / "grammars").mkdir()
    monkeypatch.setattr(resources, "_PACKAGE", str(tmp_path / "src" / "clausekit"))
    assert resources.folder("grammars") == tmp_path / "grammars"


def test_a_broken_installation_does_not_take_somebody_elses_folder(tmp_path, monkeypatch):
    (tmp_path / "lib" / "templates").mkdir(parents=True)
    monkeypatch.setattr(resources, "_PACKAGE", str(tmp_path / "lib" / "site-packages" / "clausekit"))
    with pytest.raises(FileNotFoundError, match="`templates`"):
        resources.folder("templates")
