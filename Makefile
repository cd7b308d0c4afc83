# Every way to build, run and judge Justice Desk. `make` alone lists them.

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

PYTHON_IN := .venv/bin/python
PYTEST := $(PYTHON_IN) -m pytest
WORKERS ?= 2
DEMO := build/demo

export UV_PYTHON_DOWNLOADS := never

.PHONY: help run setup test check lint types layers spanish house conformance e2e torture bench pictures \
	translations package package-check lock clean

help:  ## List what can be asked for
	@awk -F':.*## ' '/^[a-z0-9_-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# ---- using it

run: setup translations  ## Set everything up and open the desk (without a screen: make the demonstration's files)
	@if [ "$$(uname -s)" = Linux ] && [ -z "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" ]; then \
		rm -rf $(DEMO); \
		QT_QPA_PLATFORM=offscreen $(PYTHON_IN) app.py demo --out $(DEMO); \
		echo "There is no screen here, so no window was opened: a fictitious case went from its intake to the receipt instead."; \
		echo "Its papers (documents/), the sealed packet (drive/) and the store are in $(CURDIR)/$(DEMO)"; \
	else \
		$(PYTHON_IN) app.py; \
	fi

setup:  ## Make .venv from requirements.lock, and see that the system has what Qt needs
	@packaging/setup.sh

translations: setup  ## Compile the translations that the program reads
	@$(PYTHON_IN) packaging/translations.py compile >/dev/null

# ---- judging it

test: setup translations  ## Run the tests without a screen and hold them to their coverage
	@packaging/system.sh test
	@rm -f .coverage .coverage.*; mkdir -p build
	$(PYTEST) -n $(WORKERS) --cov --cov-report=
	@$(PYTHON_IN) -m coverage json --quiet -o build/coverage.json
	@$(PYTHON_IN) -m tests.house.coverage_gate build/coverage.json

check: lint types layers spanish house  ## Read the code without running the program: style, types, layers, Spanish, house rules

lint: setup
	$(PYTHON_IN) -m ruff check .
	$(PYTHON_IN) -m ruff format --check .

types: setup
	$(PYTHON_IN) -m mypy

layers: setup
	.venv/bin/lint-imports --no-logo

spanish: setup
	$(PYTHON_IN) packaging/translations.py check

house: setup
	$(PYTEST) -q tests/house

conformance: setup translations  ## Ask third parties to judge what the program writes: veraPDF, qpdf, age, ssh-keygen, zbar
	@packaging/system.sh conformance
	@tests/conformance/verapdf.sh --fetch
	$(PYTEST) -m conformance

e2e: setup translations  ## Drive the real window under a virtual screen, with keys, mouse and a screen reader's eyes
	@packaging/system.sh e2e
	$(PYTEST) -m e2e

torture: setup translations  ## Kill, fill and damage it while it works
	$(PYTEST) -m torture

bench: setup translations  ## Measure how fast it is; writes build/bench.json
	@packaging/system.sh bench
	@$(PYTHON_IN) -m tests.benchmarks --out build/bench.json

pictures: setup translations  ## Take the pictures of the first page anew, into docs/pictures
	@QT_QPA_PLATFORM=offscreen $(PYTHON_IN) -m tests.pictures
	@QT_QPA_PLATFORM=offscreen $(PYTHON_IN) -m tests.pictures --all --out build/pictures
	@echo "Those of the first page are in docs/pictures, one of every screen in $(CURDIR)/build/pictures"

# ---- giving it to others

package: setup  ## Freeze the program, try it, and make its Debian package, archive, bill of materials and sums in dist/
	@packaging/system.sh package
	@$(PYTHON_IN) packaging/package.py
	$(PYTEST) -m package tests/packaging/test_frozen.py

package-check: package  ## Look at the packages, build them twice, install, start, update and remove them in a bare Debian 12
	@packaging/system.sh package-check
	$(PYTEST) -m package tests/packaging --ignore tests/packaging/test_frozen.py

# ---- keeping it

lock: setup  ## Write requirements.lock anew from pyproject.toml (UPGRADE=1 takes newer versions)
	.venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		--no-emit-index-url $(if $(UPGRADE),--upgrade) pyproject.toml --group dev --output-file requirements.lock

clean:  ## Remove everything that was made, but for .venv
	rm -rf build dist .coverage .coverage.* .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -path ./.venv -prune -o -path ./.git -prune -o \( -name __pycache__ -o -name '*.qm' \) -print0 | xargs -0r rm -rf
