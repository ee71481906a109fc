"""Golden pictures: plain files in `golden/`, written anew by the flag `--snapshot-update` and then looked at."""

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
        assert path.is_file(), f"no golden picture {name}; run with --snapshot-update and look at it"
        assert path.read_bytes().decode("utf-8") == text, f"{name} is drawn otherwise; if it should be, run with --snapshot-update and look at it"

    return check
