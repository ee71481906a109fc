"""Golden reports: plain files in `golden/`, written anew by the flag `--snapshot-update` and then read in the diff."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    def check(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("update_snapshots"):
            path.write_text(text, encoding="utf-8", newline="")
        assert path.is_file(), f"no golden report {name}; run with --snapshot-update and read it"
        known = path.read_bytes().decode("utf-8")
        if known != text:
            pytest.fail("\n".join(difflib.unified_diff(known.splitlines(), text.splitlines(), f"golden/{name}", "written now", lineterm="")), pytrace=False)

    return check
