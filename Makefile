# The four commands of the house are run, test, setup and executable; `make help` lists the rest.
MAKEFLAGS += --no-print-directory
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
.PHONY: help setup environment run test lint suite coverage bench bench-search bench-scale bench-window bench-memory bench-notes \
	bench-start faults screenshots executable executable-folder test-executable test-built executable-windows clean

PYTHON := .venv/bin/python
# In memory the reader's files of a test wait for no disk, which is asked twelve times for each window.
QUICK_TESTS = $(shell build_spec/linux/in_memory.sh) $(PYTHON) -m pytest -m "not slow" -n 2 --dist worksteal
DATA := resources/data/reference.db
DATA_INPUTS := $(shell find resources/source resources/edition resources/lexicon db -type f \
	-not -name '*.pyc' -not -path 'db/user/*' 2>/dev/null)

help: ## list these commands
	@grep -E '^[a-z-]+:.*## ' Makefile | sed -E 's/:.*## /\t/' | expand -t 22

setup: environment ## make .venv and the bundled data; says nothing when all is there
	@$(MAKE) $(DATA)

environment:
	@build_spec/linux/setup.sh

$(DATA): $(DATA_INPUTS)
	@$(PYTHON) -m db.build
	@touch $@

run: setup ## set up and open the window (without a display: a tour that writes pictures)
	@if $(PYTHON) -m build_spec.linux.has_display; then \
		$(PYTHON) -m desktop; \
	else \
		echo "No display here: the same window runs offscreen and takes a tour (desktop --tour screenshots)"; \
		QT_QPA_PLATFORM=offscreen $(PYTHON) -m desktop --tour screenshots; \
	fi

test: lint suite ## set up, check the style, types and layers, run the quick tests

lint: setup
	@$(PYTHON) -m ruff format --check --quiet .
	@$(PYTHON) -m ruff check --quiet .
	@$(PYTHON) -m mypy
	@$(PYTHON) -m mypy --strict build_spec
	@.venv/bin/lint-imports --no-cache --no-logo

suite: setup
	@$(QUICK_TESTS)

coverage: setup ## run the quick tests and hold the coverage floors
	@$(QUICK_TESTS) --cov --cov-report= --cov-report=json:build/coverage.json
	@$(PYTHON) -m build_spec.coverage_floors build/coverage.json

bench: bench-search bench-window bench-memory bench-notes bench-start ## measure everything that has a budget

bench-search: setup ## quality and speed of the search on the bundled query sets
	@$(PYTHON) -m build_spec.bench.search_quality

bench-window: setup ## how long the window keeps a reader waiting, offscreen and on a virtual screen
	@build_spec/linux/tools.sh Xvfb:xvfb
	@$(PYTHON) -m build_spec.bench.window

bench-memory: setup ## what 10,000 acts add to the window's memory
	@QT_QPA_PLATFORM=offscreen $(PYTHON) -m build_spec.bench.long_use

bench-notes: setup ## the reader's 100,000 notes and 10,000 highlights beside an empty store
	@$(PYTHON) -m build_spec.bench.notes

bench-scale: setup ## search over 1,000 to 100,000 items and notes; SCALE="--items 1000 --notes" for less
	@$(PYTHON) -m build_spec.bench.search_scale $(SCALE)

bench-start: executable ## size, start and memory of the executable beside a bare Qt window
	@$(PYTHON) -m build_spec.bench.start

faults: setup ## the slow tests: killed writers, full disks, torn files, many random examples
	@$(PYTHON) -m pytest -m slow --ignore tests/e2e
	@$(PYTHON) -m pytest -m hypothesis --hypothesis-profile thorough tests/db tests/desktop

screenshots: setup ## write a picture of every page in every form to screenshots/
	@$(PYTHON) -m build_spec.pictures screenshots

executable: setup ## build dist/tehran1404, one file
	@build_spec/linux/tools.sh cc:gcc readelf:binutils /usr/include/libdeflate.h:libdeflate-dev
	@$(PYTHON) -m build_spec.build

executable-folder: setup ## build dist/tehran1404-folder.zip for offices that install centrally
	@build_spec/linux/tools.sh cc:gcc readelf:binutils /usr/include/libdeflate.h:libdeflate-dev
	@$(PYTHON) -m build_spec.build --folder

test-executable: executable executable-folder ## prove the one file in empty, hostile and network-less surroundings
	@$(MAKE) test-built

test-built: ## the same for what is built already
	@build_spec/linux/tools.sh Xvfb:xvfb strace:strace debootstrap:debootstrap \
		desktop-file-validate:desktop-file-utils unzip:unzip \
		update-mime-database:shared-mime-info gio:libglib2.0-bin
	@$(PYTHON) -m build_spec.contents dist/tehran1404
	@$(PYTHON) -m pytest tests/e2e --ignore tests/e2e/windows

executable-windows: setup ## build the Windows program for trying, through Wine, and walk through it
	@build_spec/windows/build_with_wine.sh
	@build_spec/linux/tools.sh Xvfb:xvfb openbox:openbox xdotool:xdotool xclip:xclip setxkbmap:x11-xkb-utils
	@$(PYTHON) -m pytest tests/e2e/windows

clean: ## remove everything that is made, except .venv
	@rm -rf build dist screenshots resources/data resources/data.new htmlcov .coverage .mypy_cache .ruff_cache \
		.pytest_cache .import_linter_cache .hypothesis
