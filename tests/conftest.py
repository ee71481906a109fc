"""What holds for every test: how Hypothesis searches, and that no test proves less because an earlier one has proved it."""

from __future__ import annotations

import os

from hypothesis import settings

# Speed is measured by `make bench`, never by a test: a slow machine must not turn a property red.
settings.register_profile("clausekit", deadline=None, print_blob=True)
settings.load_profile("clausekit")
# Answers of the prover are kept in no folder of whoever runs the tests.
os.environ["CLAUSEKIT_CACHE"] = ""
