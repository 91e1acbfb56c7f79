# Two commands to know: `make demo` and `make test`. Each sets up what it needs first.
.DEFAULT_GOAL := help
.PHONY: help demo test run setup setup-tests lint bench torture pictures lock clean
MAKEFLAGS += --no-print-directory

BIN := .venv/bin
PYTEST := $(BIN)/python -m pytest
# Tests draw windows in memory unless told other: make test QT_QPA_PLATFORM=xcb
QT_QPA_PLATFORM ?= offscreen
# Tests that stand apart, kept out of `make test` by pyproject.toml
APART := -o addopts="--strict-markers --strict-config -q"
OUT ?= docs/pictures
UV := uv==0.13.9

help:  ## Say what there is
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/^([a-z-]+):.*## */\1\t/' | expand -t 14

demo: setup  ## Do the whole main job on the sample case, into demo/
	@$(BIN)/welfare-app demo demo/

test: setup-tests  ## Run every test
	@QT_QPA_PLATFORM=$(QT_QPA_PLATFORM) $(PYTEST) -n auto --dist worksteal

run: setup  ## Open the window
	@$(BIN)/welfare-app

setup:  ## Make ready to run
	@packaging/set-up.sh program

setup-tests:  ## Make ready to test
	@packaging/set-up.sh tests

lint: setup-tests  ## Style, types and layers
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: setup-tests  ## Measure against the bare engines
	@QT_QPA_PLATFORM=$(QT_QPA_PLATFORM) $(PYTEST) $(APART) -s tests/benchmarks

torture: setup-tests  ## The long form of the tests that break things on purpose
	@QT_QPA_PLATFORM=$(QT_QPA_PLATFORM) WELFARE_APP_TORTURE=1 $(PYTEST) -n auto --dist worksteal

pictures: setup-tests  ## Draw every screen into docs/pictures/ (or OUT=folder)
	@QT_QPA_PLATFORM=$(QT_QPA_PLATFORM) $(BIN)/python -m tests.pictures $(OUT)

lock: setup-tests  ## Pin again, keeping what is pinned (newer: UPGRADE=--upgrade)
	$(BIN)/python -m pip install --quiet $(UV)
	$(BIN)/uv pip compile -q --universal --generate-hashes --python-version 3.11 $(UPGRADE) \
		--custom-compile-command "make lock" requirements.in -o requirements.lock
	$(BIN)/uv pip compile -q --universal --generate-hashes --python-version 3.11 $(UPGRADE) \
		--custom-compile-command "make lock" -c requirements.lock requirements-dev.in -o requirements-dev.lock

clean:  ## Take away all that was made, the practice vault in demo/ too
	rm -rf .venv demo build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .benchmarks
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
