# Two commands on a fresh machine: `make run` and `make test`. The rest is for authors.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
HEADERS := import sys, sysconfig, pathlib; sys.exit(not (pathlib.Path(sysconfig.get_paths()["include"]) / "Python.h").exists())
EXAMPLE ?= examples/water_tablet_72.json

.PHONY: run serve example test check lint score bench load screenshots fix clean

# The web pages on http://127.0.0.1:8000, for one person: SQLite in the user's data folder, nothing to configure.
run: $(READY)
	$(BIN)/python -m charley_web

# For more than one person, behind TLS: see docs/web.md for the two variables it needs.
serve: $(READY)
	$(BIN)/python -m charley_web --settings charley_web.settings.production

example: $(READY)
	$(BIN)/charley assess $(EXAMPLE)

test: $(READY) lint chromium
	$(BIN)/charley check
	$(BIN)/python -m pytest -n auto

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check: $(READY)
	$(BIN)/charley check

score: $(READY)
	$(BIN)/charley score vignettes/dev.json
	$(BIN)/charley score vignettes/dev.json --interview
	$(BIN)/charley score vignettes/dev.json --input narrative
	$(BIN)/charley score vignettes/stories_heldout.json --input narrative
	$(BIN)/charley score vignettes/stories_heldout_3.json --input narrative
	$(BIN)/charley score vignettes/utterances_heldout.json --input utterances
	$(BIN)/charley score vignettes/innocent_check.txt --input innocent

bench: $(READY)
	$(BIN)/python benchmarks/cold_start.py
	$(BIN)/python benchmarks/many.py
	$(BIN)/python benchmarks/kernel.py
	$(BIN)/python benchmarks/exact.py
	$(BIN)/python benchmarks/intake.py

# Server time of an interview step with eight visitors at once; pictures of every page for the documentation.
load: $(READY)
	$(BIN)/python benchmarks/web.py

screenshots: $(READY) chromium
	$(BIN)/python docs/screenshots/take.py

# The browser of the browser tests. They never skip: where it is absent, Debian's package is fetched.
.PHONY: chromium
chromium:
	command -v chromium || command -v chromium-browser || command -v google-chrome || \
		(apt-get update && apt-get install -y chromium)

fix: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# Environment and install. What Debian lacks (venv, a compiler, headers, Pango for PDF) is fetched first; without a
# compiler the plain engine answers.
KERNEL := CMakeLists.txt backend/charley_build.py $(wildcard src/charley/*/kernel/*.[ch] src/charley/*/kernel/*.pyx)

$(READY): pyproject.toml requirements.txt $(KERNEL)
	$(PYTHON) -c 'import sys; sys.exit("Charley needs Python 3.11 or newer") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV) || (apt-get update && apt-get install -y python3-venv && $(PYTHON) -m venv $(VENV))
	(command -v cc && $(BIN)/python -c '$(HEADERS)') >/dev/null || \
		(apt-get update && apt-get install -y gcc libc6-dev python3-dev) || echo "No compiler: the plain engine will answer."
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.txt
	$(BIN)/python -c 'import weasyprint' 2>/dev/null || \
		(apt-get update && apt-get install -y libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-dejavu-core) || \
		echo "No Pango: plans come as text, Markdown and pages, not as PDF."
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	touch $(READY)

clean:
	rm -rf $(VENV) build dist src/charley/library/compiled*.pickle src/charley/*/kernel/*.so
