"""Where the files that ship beside the code are: the grammar, the templates.

In a wheel they lie inside the package; in a checkout they lie at the top level. Nothing else in the project knows which.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_PACKAGE = os.path.dirname(os.path.realpath(__file__))


def place(name: str) -> str:
    """Where the folder `name` ("grammars" or "templates") is.

    Raises FileNotFoundError when the installation lacks it, which only a broken package does.
    """
    places = [os.path.join(_PACKAGE, name)]
    above = os.path.dirname(_PACKAGE)
    if os.path.basename(above) == "src":  # a checkout; two levels above an installed package lies somebody else's folder
        places.append(os.path.join(os.path.dirname(above), name))
    for each in places:
        if os.path.isdir(each):
            return each
    message = f"clausekit was installed without its `{name}` folder; install it again"
    raise FileNotFoundError(message)


def folder(name: str) -> Path:
    """As `place`, for those who look through the folder."""
    from pathlib import Path  # it costs a start more than finding the folder

    return Path(place(name))


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
