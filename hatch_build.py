"""Packaging step: the parse tables are made from the grammar before a wheel is built, so that no user waits for Lark at the first start."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class TablesHook(BuildHookInterface):  # type: ignore[type-arg]
    """Write `grammars/clause.tables.txt` for wheels and editable installations."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  hatchling's signature
        """Make the tables from the sources being packaged."""
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        try:
            from clausekit.syntax import tables

            grammars = root / "grammars"
            tables.write(tables.build(grammars), grammars / tables.FILE_NAME)
        finally:
            sys.path.remove(str(root / "src"))
