# The book's commands. `make help` lists them; `make book` and `make test` set up what they need.
PYTHON ?= python3
VENV ?= .venv
PY := $(VENV)/bin/python
# installs in a quarter of pip's time
UV := $(shell sed -n 's/^\(uv==[^ ]*\).*/\1/p' requirements-test.txt)
PAGE := _build/html/index.html
INPUTS := $(shell find chapters data src tools _static -type f -not -path '*/__pycache__/*') \
          index.ipynb _config.yml _toc.yml

.DEFAULT_GOAL := help
.PHONY: help book serve lab pdf test check lint unit notebooks-test notebooks check-data bench \
        constraints release clean

help:  ## list the targets
	@grep -hE '^[a-z-]+:.*## ' Makefile | sed 's/:.*## /\t/' | expand -t 16

book: $(PAGE)  ## build the book and say where its first page is
	@echo
	@echo "The book's first page: $(CURDIR)/$(PAGE)"
	@echo "Open it by double-click (no server needed), or run: make serve"

$(PAGE): $(VENV)/.book $(INPUTS)
	$(PY) -m livepage .
	@touch $@

serve: $(PAGE)  ## serve the book on http://localhost:8000
	$(PY) -m http.server --bind 127.0.0.1 --directory _build/html 8000

lab: $(VENV)/.book  ## open the chapters in JupyterLab
	$(PY) -m jupyterlab

pdf: $(VENV)/.test $(PAGE)  ## print the book as one PDF, in _build/html/downloads/
	$(PY) -m tools.pdf

test: lint unit notebooks-test  ## run every check: lint, units, notebooks, the built pages in a browser

check: lint  ## the checks that need no browser and no build: about a minute
	$(PY) -m pytest -q -n auto --quick

lint: $(VENV)/.test  ## check style and format
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .

unit: $(VENV)/.test  ## unit tests, doctests, a strict build and the browser tests on it
	$(PY) -m pytest -n auto --durations 12

notebooks-test: $(VENV)/.test  ## run every notebook and compare its outputs with the stored ones
	$(PY) -m pytest -n auto --dist loadscope --nbval --nbval-cell-timeout 60 index.ipynb chapters solutions

notebooks: $(VENV)/.book  ## run every notebook and store its outputs
	$(PY) -m tools.notebooks

check-data: $(VENV)/.test  ## hold the tables against the codebook and, where at hand, the texts
	$(PY) -m tools.check_data

bench: $(VENV)/.test  ## measure builds, pages and explorers beside a default Jupyter Book
	$(PY) -m tools.bench

constraints: $(VENV)/bin/uv  ## pin anew everything that requirements*.txt leave open
	grep -hv '^-' requirements.txt requirements-test.txt | $(VENV)/bin/uv pip compile -q --system-certs - \
	    --universal --python-version 3.11 --no-header --no-annotate -o constraints.txt

release: $(VENV)/.test  ## make a new version, commit and tag it: make release VERSION=1.0.0
	$(PY) -m tools.release $(VERSION)

clean:  ## remove what was built
	rm -rf _build .pytest_cache .ruff_cache

# uv does not read pip's own settings (a company's mirror, say): where it fails, pip has its turn.
install = $(VENV)/bin/uv pip install -q --system-certs --python $(PY) --compile-bytecode $(1) || \
          $(PY) -m pip install -q --disable-pip-version-check $(1)

# A virtual environment of the book's own. Each stamp is older than the pins it was made from
# only when the pins have changed since.
$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	    { echo "Python 3.11 or newer is needed; name one: make PYTHON=python3.12 book"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
	    { rm -rf $(VENV); echo "No virtual environment could be made; on Debian or Ubuntu:" \
	      "apt-get install python3-venv"; exit 1; }

$(VENV)/bin/uv: | $(VENV)/bin/python
	$(PY) -m pip install -q --disable-pip-version-check $(UV)

$(VENV)/.book: requirements.txt constraints.txt pyproject.toml | $(VENV)/bin/uv
	$(call install,-r requirements.txt)
	@touch $@

$(VENV)/.test: requirements-test.txt requirements-test-alone.txt requirements-test-files.txt \
               $(VENV)/.book
	$(call install,-r requirements-test.txt)
	$(call install,--no-deps -r requirements-test-alone.txt)
	$(PY) -m pip download -q --disable-pip-version-check --no-deps -d $(VENV)/share/test-files \
	    -r requirements-test-files.txt
	@touch $@
