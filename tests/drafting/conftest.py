"""Golden drafts: plain files in `golden/`, written anew by the flag `--snapshot-update` and then read in the diff."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture
def golden_folder() -> Path:
    return GOLDEN


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    def check(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("update_snapshots"):
            path.write_text(text, encoding="utf-8", newline="")
        assert path.is_file(), f"no golden draft {name}; run with --snapshot-update and read it"
        known = path.read_bytes().decode("utf-8")
        if known != text:
            lines = difflib.unified_diff(known.splitlines(), text.splitlines(), f"golden/{name}", "drafted now", lineterm="")
            pytest.fail("the draft has changed; if it should have, run with --snapshot-update\n" + "\n".join(lines), pytrace=False)

    return check
