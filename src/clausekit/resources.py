"""Where the files that ship beside the code are: the grammar, the templates.

In a wheel they lie inside the package; in a checkout they lie at the top level. Nothing else in the project knows which.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """The folder `name` ("grammars" or "templates").

    Raises FileNotFoundError when the installation lacks it, which only a broken package does.
    """
    places = [_PACKAGE / name]
    if _PACKAGE.parent.name == "src":  # a checkout; two levels above an installed package lies somebody else's folder
        places.append(_PACKAGE.parent.parent / name)
    for place in places:
        if place.is_dir():
            return place
    message = f"clausekit was installed without its `{name}` folder; install it again"
    raise FileNotFoundError(message)


def added(group: str) -> list[object]:
    """What other installed packages add under the entry point `group`, loaded.

    The reader of package metadata costs 15 ms to load, so it waits until some package's entry points name the group.
    """
    if not _mentioned(group):
        return []
    from importlib.metadata import entry_points

    return [entry.load() for entry in sorted(entry_points(group=group))]


def _mentioned(group: str) -> bool:
    wanted = f"[{group}]".encode()
    for folder in sys.path:
        try:
            installed = [entry.path for entry in os.scandir(folder or ".") if entry.name.endswith(".dist-info")]
        except OSError:
            continue
        for place in installed:
            try:
                with open(os.path.join(place, "entry_points.txt"), "rb") as file:
                    if wanted in file.read():
                        return True
            except OSError:
                continue
    return False
