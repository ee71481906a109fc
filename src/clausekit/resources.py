"""Where the files that ship beside the code are: the grammar, the templates.

In a wheel they lie inside the package; in a checkout they lie at the top level. Nothing else in the project knows which.
"""

from __future__ import annotations

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
