PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --disable-pip-version-check --no-input

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test quick check schema bench clean

help: ## what each target does
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

demo: $(VENV)/runtime ## install, and ask the shipped register six questions; answers and a site in out/
	@.ci/demo.sh $(VENV)/bin/ssp-graph

test: $(VENV)/dev check ## everything: lint, types, the wheel installed alone, all tests (with a real Neo4j and Chromium)
	@.ci/need.sh java maven chromium
	@.ci/smoke.sh $(PY)
	$(PY) -m pytest -q -n auto --dist loadgroup

quick: $(VENV)/dev check ## lint, types and the tests that need only Python: under a minute
	$(PY) -m pytest -q -n auto --dist loadgroup -m "not real and not process"

check: $(VENV)/dev ## lint and types only
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m mypy

schema: $(VENV)/runtime ## write schema/ anew from the models, and docs/questions.md from the questions
	$(PY) -m ssp_graph.schema
	$(PY) .ci/catalogue.py

bench: $(VENV)/dev ## time the commands, the engines side by side, and drawing (some fifteen minutes)
	@.ci/need.sh java maven
	$(PY) -m bench.cold
	$(PY) -m bench.drawing
	$(PY) -m bench.sites 10
	$(PY) -m bench.engines
	$(PY) -m bench.hostile

clean: ## remove all that the targets above made
	rm -rf $(VENV) .cache .mypy_cache .pytest_cache .ruff_cache build dist out
	find . -name __pycache__ -prune -exec rm -rf {} +

$(VENV)/runtime: pyproject.toml
	@PYTHON=$(PYTHON) .ci/need.sh python
	@echo "Installing into $(VENV) (a minute or two the first time)."
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) install --quiet --upgrade 'pip>=25.1'
	@$(PIP) install --quiet --editable .
	@touch $@

$(VENV)/dev: pyproject.toml $(VENV)/runtime
	@$(PIP) install --quiet --group dev
	@touch $@
