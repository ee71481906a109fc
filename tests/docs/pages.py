"""Which pages there are, and what is written in them."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", ROOT / "examples" / "README.md", *sorted(DOCS.rglob("*.md")), *sorted((ROOT / "editors").rglob("*.md"))]


def named(page: Path) -> str:
    """The page as the tests call it: its path in the project."""
    return page.relative_to(ROOT).as_posix()
