# One virtual environment in .venv; a stamp file in it says what has been installed already.
#
#   make run        the application (ARGS="lenet5" opens a preset or a file)
#   make test       the tests, on two processes
#   make check      ruff and mypy
#   make bench      the measurements of speed
#   make results    trains every preset over three seeds and writes presets/RESULTS.md (hours; goes on where it was)
#   make pictures   the pictures of the documentation (ARGS=--kept: only those that belong to the repository;
#                   ARGS="--only drawings": the drawing of every preset)
#
# Another Python: make run PYTHON=python3.13

VENV := .venv
BIN := $(VENV)/bin
ARGS ?=

# The first that runs and is at least 3.11; a name that exists may still be an empty shim, so each is tried.
PYTHON ?= $(shell for candidate in python3 python3.12 python3.13 python3.11 python3.14 python; do \
	if $$candidate -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then \
	echo $$candidate; break; fi; done)

.PHONY: help run test check bench results pictures

help:
	@sed -n 's/^#   //p' Makefile

run: $(VENV)/.run-installed
	$(BIN)/python -m workbench $(ARGS)

# Compiled tests are kept, whatever the environment says: pytest takes ten seconds to rewrite their assertions.
test: $(VENV)/.test-installed
	@$(BIN)/python -m compileall -q graphs presets widgets workbench
	PYTHONDONTWRITEBYTECODE= QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n 2 $(ARGS)

check: $(VENV)/.test-installed
	$(BIN)/python -m ruff check .
	$(BIN)/python -m mypy

bench: $(VENV)/.run-installed
	@set -e; for page in $(filter-out benchmarks/results.py,$(wildcard benchmarks/[a-z]*.py)); do \
	  echo "== $$page"; QT_QPA_PLATFORM=$${QT_QPA_PLATFORM:-offscreen} $(BIN)/python $$page; done

results: $(VENV)/.run-installed
	$(BIN)/python benchmarks/results.py $(ARGS)

pictures: $(VENV)/.run-installed
	QT_QPA_PLATFORM=offscreen $(BIN)/python docs/pictures.py $(ARGS)

$(BIN)/python:
	@if [ -z "$(PYTHON)" ]; then \
	  echo "Workbench needs Python 3.11 or newer, and none was found. Install one, or name it: make run PYTHON=python3.12" >&2; \
	  exit 1; fi
	@if [ -d $(VENV) ]; then rm -rf $(VENV); fi
	$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
	  echo "The virtual environment could not be made. On Debian and Ubuntu: sudo apt install python3-venv" >&2; exit 1; }

# Pip compiles what it installs, but not what stays in this folder: the first start would have to.
$(VENV)/.run-installed: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --editable .
	@$(BIN)/python -m compileall -q graphs presets widgets workbench
	@touch $@

# The test environment is the same one with more in it, so it stands for the other too.
$(VENV)/.test-installed: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --editable '.[test]'
	@$(BIN)/python -m compileall -q graphs presets widgets workbench
	@touch $(VENV)/.run-installed $@
