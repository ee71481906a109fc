"""The arrows between the rooms: the contract of pyproject.toml is kept, is the one that was designed, and has no exceptions."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).resolve().parents[2]
DESIGNED = [
    {"__main__"},
    {"cli", "lsp", "workbench"},
    {"pipeline"},
    {"checks", "drafting", "compare", "codes", "chronicle"},
    {"report"},
    {"logic"},
    {"norms"},
    {"modules"},
    {"model"},
    {"syntax"},
    {"resources", "diagnostics"},
    {"source"},
    {"named_tuples"},
]


@pytest.fixture(scope="module")
def settings() -> dict[str, object]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]


def test_every_import_goes_down(capsys, monkeypatch):
    monkeypatch.chdir(ROOT)
    status = lint_imports(config_filename="pyproject.toml", no_cache=True, no_logo=True)
    assert status == 0, capsys.readouterr().out


def test_the_contract_is_the_designed_one(settings):
    (contract,) = settings["contracts"]
    assert [{room.strip(" ()") for room in layer.split("|")} for layer in contract["layers"]] == DESIGNED
    assert contract["type"] == "layers"
    assert contract["containers"] == ["clausekit"]


def test_the_contract_has_no_exceptions(settings):
    (contract,) = settings["contracts"]
    assert set(settings) == {"root_package", "contracts"}
    assert set(contract) == {"id", "name", "type", "containers", "exhaustive", "layers"}
    assert contract["exhaustive"] is True


def test_an_import_that_goes_up_is_found(tmp_path, monkeypatch):
    """The contract bites: the same settings on a package whose lowest room reads a higher one."""
    package = tmp_path / "upward"
    (package / "syntax").mkdir(parents=True)
    for name in ("__init__.py", "syntax/__init__.py", "resources.py", "diagnostics.py", "named_tuples.py"):
        (package / name).write_text("", encoding="utf-8")
    (package / "source.py").write_text("def late():\n    import upward.syntax\n", encoding="utf-8")
    contract = (ROOT / "pyproject.toml").read_text(encoding="utf-8").partition("[tool.importlinter]")[2].partition("[tool.mypy]")[0]
    (tmp_path / "pyproject.toml").write_text("[tool.importlinter]" + contract.replace("clausekit", "upward"), encoding="utf-8")
    found = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache", "--no-logo"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert found.returncode == 1
    assert "upward.source -> upward.syntax" in found.stdout
