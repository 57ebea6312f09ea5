# make demo     the demo network, served on this machine at port 8000, or at that of make demo PORT=8001
# make test     every check and every test, with a real Neo4j
# make install  only .venv
SHELL := /bin/bash
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
INSTALLED := $(VENV)/installed
INSTALLED_FOR_TESTS := $(VENV)/installed-for-tests

.PHONY: help install demo test check clean lock

help: ## what there is to make
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 16

install: $(INSTALLED) ## the service in .venv, from hashed pins

demo: $(INSTALLED) ## load the demo network and serve it on this machine
	@mkdir -p var
	$(BIN)/korte-lijnen --store sqlite:///var/demo.db load --demo
	$(BIN)/korte-lijnen --store sqlite:///var/demo.db serve --demo --port $(or $(PORT),8000)

test: check ## every check and every test; finds or fetches a real Neo4j
	$(BIN)/python -m pytest

check: $(INSTALLED_FOR_TESTS) ## style, formatting and types only
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

clean: ## remove .venv and what the tools keep; the networks in var/ stay
	rm -rf $(VENV) build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# For maintainers, with uv on the path. --universal: one lock for every platform and Python; no index addresses in it.
LOCK := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	--no-emit-index-url --no-emit-find-links pyproject.toml
lock: ## renew the pins in requirements/ (maintainers)
	$(LOCK) --group build --output-file requirements/install.txt $(LOCK_FLAGS)
	$(LOCK) --group build --group test --constraint requirements/install.txt \
		--output-file requirements/test.txt $(LOCK_FLAGS)

$(BIN)/python:
	@for python in $(or $(PYTHON),python3.11 python3); do \
		if $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
			exec $$python -m venv --clear $(VENV); \
		fi; \
	done; \
	echo 'Korte Lijnen needs Python 3.11 or newer as python3.11 or python3; or name it: make install PYTHON=/path/to/python' >&2; \
	exit 1

# The project itself is installed in place, without its dependencies and without a build environment of its own:
# nothing outside the lock is fetched.
$(INSTALLED): requirements/install.txt pyproject.toml | $(BIN)/python
	$(PIP) install --require-hashes --requirement requirements/install.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(INSTALLED_FOR_TESTS): requirements/test.txt $(INSTALLED)
	$(PIP) install --require-hashes --requirement requirements/test.txt
	@touch $@
