# make site: the sample publication, built; make test: everything that is tested.
# Both first install what is missing (Tools/debian-packages.txt, Tools/python-requirements.txt).

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

DAF := .build/release/daf
VENV := .venv
PAPERS := $(wildcard Papers/*)
CONVERTED := $(patsubst %,Articles/%/article.md,$(basename $(notdir $(PAPERS))))
PYTEST := $(VENV)/bin/python -m pytest

.PHONY: help site test fuzz sanitize growth faults kills scale scores fit corpus unseen round-trip bench bench-search pictures docs language-data release clean lint build packages-site packages-test swift-there

help: ## these lines
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1|\2/' | column -t -s '|'

site: build ## build the sample publication, with its papers converted
	@echo
	@$(DAF) convert $(PAPERS) || ls $(CONVERTED) > /dev/null
	@PATH="$(abspath $(VENV))/bin:$$PATH" $(DAF) build
	@echo
	@echo "The site is Output/index.html; “$(DAF) serve” shows it as its readers will see it."
	@echo "The papers as the converter made them, uncorrected, are in it too:"
	@printf '  %s\n' $(patsubst %,Output/articles/%/index.html,$(basename $(notdir $(PAPERS))))

test: packages-test build lint $(VENV)/made ## install what is missing, build, lint, and run every test
	swift build --configuration release --product daf-trial
	DAF_FUZZ_SECONDS=20 swift test
	DAF="$(abspath $(DAF))" $(PYTEST) --numprocesses auto --dist loadfile Tests

build: packages-site swift-there ## the command itself, optimised: .build/release/daf
	swift build --configuration release --product daf

lint: swift-there ## the formatter's rules, which are law here
	swift format lint --strict --recursive Package.swift Sources Tests

fuzz: packages-site swift-there ## random inputs for all that reads the work of others: SECONDS=600 SEED=1
	swift build --configuration release --product daf-trial
	.build/release/daf-trial fuzz all --seconds $(or $(SECONDS),600) --seed $(or $(SEED),1)

sanitize: packages-site swift-there ## the same inputs with every access to memory watched (a build of its own): SECONDS=600 SEED=1
	swift build --sanitize=address --scratch-path .build/sanitized --product daf-trial
	ASAN_OPTIONS=detect_leaks=0 .build/sanitized/debug/daf-trial fuzz all --seconds $(or $(SECONDS),600) --seed $(or $(SEED),1)

growth: build $(VENV)/made ## the instructions that texts of growing size cost, of all patterns (some minutes)
	swift build --configuration release --product daf-trial
	DAF_GROWTH=all DAF="$(abspath $(DAF))" $(PYTEST) Tests/Command/test_growth.py

faults: build $(VENV)/made ## every operation on files fails once, in every build of a small site (an hour)
	DAF_FAULTS=all DAF="$(abspath $(DAF))" $(PYTEST) Tests/Command/test_fault_injection.py

kills: build $(VENV)/made ## a thousand builds are killed at random moments
	DAF_KILLS=1000 DAF="$(abspath $(DAF))" $(PYTEST) Tests/Command/test_stopped_build.py

scale: build ## a library of made-up articles and papers on Ray and Spark: ARTICLES=100000 PAPERS=5000 (docs/scale.md)
	test -d .venv-scale || python3 -m venv .venv-scale
	.venv-scale/bin/pip install --quiet --disable-pip-version-check --requirement Tools/python-requirements-scale.txt
	DAF="$(abspath $(DAF))" .venv-scale/bin/python Scale/trial.py --articles $(or $(ARTICLES),2000) --papers $(or $(PAPERS),100)

scores: build $(VENV)/bench ## how well the papers at hand are restored (they are no part of the repository)
	$(VENV)/bin/python Benchmarks/scores.py $(DAF)

CORPUS := ../corpus

corpus: $(VENV)/bench ## papers set in many layouts and read back, outside the repository: CORPUS=../corpus
	$(VENV)/bin/python Benchmarks/make_corpus.py $(CORPUS)

unseen: build $(VENV)/bench ## how well they are restored
	$(VENV)/bin/python Benchmarks/unseen.py $(DAF) $(CORPUS)

fit: build $(VENV)/bench ## the converter's weights, fitted anew on a corpus: CORPUS=FOLDER (see make corpus)
	$(VENV)/bin/python Benchmarks/fit_conversion.py $(DAF) $(CORPUS) --write Sources/Conversion/Calibration.swift

language-data: $(VENV)/bench ## counts of Hebrew and Arabic words, by which shuffled lines are read: made here from texts that packages carry
	$(VENV)/bin/python Tools/language_data.py

round-trip: build $(VENV)/bench ## the sample publication typeset, read back from its PDFs, and restored
	$(VENV)/bin/python Benchmarks/round_trip.py $(DAF)

bench: build packages-test $(VENV)/bench ## building 1,000 and 10,000 articles, beside Hugo and Pagefind; growth of what may grow
	$(VENV)/bin/python Benchmarks/build.py $(DAF) $(VENV)/lib/python3*/site-packages/hugo/binaries/hugo
	@echo
	$(VENV)/bin/python Benchmarks/direction.py $(DAF)
	@echo
	$(VENV)/bin/python Benchmarks/growth.py $(DAF)

bench-search: build packages-test $(VENV)/bench ## what search finds and costs, beside Pagefind
	$(VENV)/bin/python Benchmarks/search.py $(DAF)

docs: build ## the documentation as a site, made by Daf itself: .build/docs/Output
	python3 Tools/make-docs $(DAF)

pictures: site packages-test $(VENV)/made ## pictures of ten pages at four widths, in both schemes: Output-pictures/
	$(VENV)/bin/python Tools/make-pictures Output Output-pictures

release: packages-site swift-there ## an archive, a package and a container's file for other machines: release/
	swift build --configuration release --static-swift-stdlib --product daf --scratch-path .build/static
	Tools/make-release .build/static/release/daf

clean: ## remove everything that was made
	rm -rf .build $(VENV) Output release

packages-site:
	@Tools/install-debian-packages site

packages-test:
	@Tools/install-debian-packages site test

swift-there:
	@command -v swift >/dev/null || { echo "Daf needs Swift 6 (swift.org/install); there is no “swift” in the path." >&2; exit 2; }

# The Python tools, made anew when their list changes.
$(VENV)/made: Tools/python-requirements.txt Tools/python-requirements-data.txt | packages-test
	python3 -m venv --clear $(VENV)
	$(VENV)/bin/pip install --quiet --disable-pip-version-check --requirement $<
	$(VENV)/bin/pip install --quiet --disable-pip-version-check --no-deps --requirement Tools/python-requirements-data.txt
	touch $@

# What the benchmarks compare and typeset with.
$(VENV)/bench: Tools/python-requirements-bench.txt $(VENV)/made
	$(VENV)/bin/pip install --quiet --disable-pip-version-check --requirement $<
	touch $@
