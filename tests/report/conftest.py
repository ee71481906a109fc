"""Golden drawings: plain files in `golden/`, written anew by the flag `--snapshot-update` and then read in the diff."""

from __future__ import annotations

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
        assert path.is_file(), f"no golden file {name}; run with --snapshot-update and read it"
        assert text == path.read_bytes().decode("utf-8")

    return check
