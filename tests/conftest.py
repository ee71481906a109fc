"""What holds for every test: how Hypothesis searches."""

from __future__ import annotations

from hypothesis import settings

# Speed is measured by `make bench`, never by a test: a slow machine must not turn a property red.
settings.register_profile("clausekit", deadline=None, print_blob=True)
settings.load_profile("clausekit")
