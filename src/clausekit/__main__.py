"""`python -m clausekit` is the program `clausekit`."""

from __future__ import annotations

import sys

from clausekit.cli import main

if __name__ == "__main__":
    sys.exit(main())
