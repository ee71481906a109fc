# Everything a person does with a checkout. Each target sets up what it needs in .venv, from a machine that has only Python 3.11 or newer and make.

PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python
PIP_INSTALL := $(RUN) -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

.DEFAULT_GOAL := help
.PHONY: help demo test oracle soak check format bench docs records coverage
.NOTPARALLEL:
.DELETE_ON_ERROR:

help:  ## show this list
	@echo "usage: make TARGET   (PYTHON=python3.12 chooses another interpreter)"
	@echo
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/\1|\2/p' Makefile | while IFS='|' read -r target purpose; do printf '  %-8s %s\n' "$$target" "$$purpose"; done

demo: $(VENV)/.ready-run  ## check the framework agreement and draft it
	@mkdir -p build
	$(RUN) -m clausekit check examples/framework.clause
	$(RUN) -m clausekit draft examples/framework.clause -o build/framework.html
	$(RUN) -m clausekit draft examples/framework.clause -o build/framework.md
	@echo
	@echo "The draft is in build/framework.html (open it in a browser) and build/framework.md."

test: $(VENV)/.ready-test  ## run all tests
	$(RUN) -m pytest -n auto

oracle: $(VENV)/.ready-test  ## hold the meaning of 20,000 treaties by chance to a second, naive reading of it (some ten minutes)
	$(RUN) -m tests.norms.oracle_run

FIRST ?= 0
COUNT ?= 100000
soak: $(VENV)/.ready-test  ## hold the prover to all short histories of 100,000 small treaties (hours; FIRST=seed goes on, COUNT=number bounds it)
	nice $(RUN) -m tests.logic.soak_run --first $(FIRST) --count $(COUNT)

check: $(VENV)/.ready-lint  ## lint, layout of the code, types, and who may import whom
	$(RUN) -m ruff check
	$(RUN) -m ruff format --check
	$(RUN) -m mypy
	$(VENV)/bin/lint-imports --no-logo

format: $(VENV)/.ready-lint  ## lay the code out, and mend what can be mended safely
	$(RUN) -m ruff check --fix-only
	$(RUN) -m ruff format

bench: $(VENV)/.ready-bench  ## measure speed and memory, as ratios
	$(RUN) -m benchmarks

docs: $(VENV)/.ready-run  ## make the pages of docs/checks and of the standard library anew from the checks and the library themselves
	$(RUN) -m clausekit.checks.pages docs/checks
	$(RUN) -m clausekit.modules.pages docs/standard-library.md examples/modules

coverage: $(VENV)/.ready-test  ## list which clause says which provision of the treaties, and test it
	$(RUN) -m tests.coverage.generate
	$(RUN) -m tests.coverage.hard
	$(RUN) -m pytest -q -n 0 tests/coverage

records: $(VENV)/.ready-run  ## make the named tuples of the model anew from its published models
	$(RUN) -m clausekit.model.published.records

# ---------------------------------------------------------------- setting up

# A stamp a kind of work: installed once, and again when what is asked for changes.
$(VENV)/.ready-run: WANTED := .[prover]
$(VENV)/.ready-test: WANTED := .[test]
$(VENV)/.ready-lint: WANTED := .[lint,test]
$(VENV)/.ready-bench: WANTED := .[bench]

$(VENV)/.ready-%: pyproject.toml constraints.txt hatch_build.py | $(VENV)/.made
	@echo "Setting up $(VENV) for this (once) ..."
	@$(PIP_INSTALL) --editable '$(WANTED)'
	@touch $@

# An environment that already works is kept; a broken or too old one is made anew.
$(VENV)/.made:
	@$(PYTHON) -c 'import sys' 2>/dev/null || { \
		echo "There is no '$(PYTHON)' here. Install Python 3.11 or newer, or say where it is: make PYTHON=/path/to/python3" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "clausekit needs Python 3.11 or newer; '$(PYTHON)' is $$($(PYTHON) -c 'import platform; print(platform.python_version())')." >&2; \
		echo "Say where a newer one is: make PYTHON=python3.12" >&2; exit 1; }
	@$(RUN) -c 'import pip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || $(PYTHON) -m venv --clear $(VENV) || { \
		echo "No virtual environment could be made. On Debian and Ubuntu it is a package of its own: apt install python3-venv" >&2; exit 1; }
	@touch $@
