# kipbot: every command that the README, CONTRIBUTING and CI name. `make` alone lists them.

VENV ?= .venv
# python3 where it is new enough and can make environments, else the newest of the versions that the checks run on.
PYTHON ?= $(or $(shell python3 -c 'import sys, ensurepip; print(sys.executable if sys.version_info >= (3, 11) else "")' 2>/dev/null),$(lastword $(shell .ci/pythons)))
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
VERSION = $(shell $(BIN)/python -c 'import sys; print("%d.%d" % sys.version_info[:2])')
# What the locks are made from: the declared dependencies and the build tool, nothing else.
COMPILE = .venv-lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --custom-compile-command 'make lock' $(UPGRADE)
BUILD_TOOLS = $(PYTHON) -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["build-system"]["requires"], sep="\n")'

.DELETE_ON_ERROR:
.PHONY: help demo test check format score bench lock clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' Makefile

demo: $(VENV)/.installed ## set up, then kipbot's main job on the mail that travels with it
	$(BIN)/kipbot demo

test: $(VENV)/.testable ## the tests that need nothing but Python; ARGS="-k quote" picks some
	$(BIN)/python -m pytest -n auto -m "not real" $(ARGS)

check: $(VENV)/.testable ## what CI runs: format, lint, types, contracts, all tests with branch coverage, every Python found
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	@.ci/pythons | while read -r version python; do \
	  [ "$$version" = "$(VERSION)" ] || $(MAKE) --no-print-directory test VENV=.venv-$$version PYTHON=$$python || exit 1; \
	done
	$(BIN)/python -m pytest -n auto --cov --cov-report=term

format: $(VENV)/.testable ## put the code into the house's form
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .

score: $(VENV)/.testable ## how well the corpus of labelled mail is read
	$(BIN)/python -m tests.corpus.score

bench: $(VENV)/.testable ## speed and memory beside Python's own mail parser
	$(BIN)/python -m benchmarks.run

lock: .venv-lock/bin/uv ## pin all dependencies with hashes; UPGRADE=--upgrade takes newer ones
	$(COMPILE) pyproject.toml -o requirements/run.lock
	$(BUILD_TOOLS) | $(COMPILE) - -c requirements/run.lock -o requirements/build.lock
	$(COMPILE) pyproject.toml --extra test --extra check -c requirements/run.lock -c requirements/build.lock -o requirements/check.lock

clean: ## forget environments, caches and what was built
	rm -rf .venv .venv-* dist build htmlcov .coverage* .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The stamps below say what an environment already holds, so that a second `make test` installs nothing.
$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "kipbot needs Python 3.11 or newer that can make virtual environments (Debian: apt-get install python3-venv)" >&2; exit 3; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.locked: requirements/run.lock requirements/build.lock | $(BIN)/python
	$(PIP) install --require-hashes -r requirements/run.lock -r requirements/build.lock
	@touch $@

$(VENV)/.installed: pyproject.toml kipbot/__init__.py $(VENV)/.locked
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.testable: requirements/check.lock $(VENV)/.installed
	$(PIP) install --require-hashes -r requirements/check.lock
	@touch $@

.venv-lock/bin/uv:
	$(PYTHON) -m venv .venv-lock
	.venv-lock/bin/python -m pip --disable-pip-version-check --quiet install 'uv>=0.13'
