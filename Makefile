# Dedalus: the commands of a working day. `make help` lists them; the longer ones are scripts in tools/.
SHELL := bash
.DEFAULT_GOAL := help
LISTEN ?= 127.0.0.1:8080
DATA ?= var/demo
export T

.PHONY: help
help: ## This list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo
	@echo "  T=words keeps unit, integration, process and browser to the tests with one of these words in their names."

# ---- to try it ----
.PHONY: demo build
demo: ## Bring up the demo town on http://127.0.0.1:8080 (needs Rust and Node only); LISTEN= and DATA= change where
	@tools/setup.sh demo
	@tools/assets.sh
	cargo run -p dedalus -- demo --listen $(LISTEN) --data $(DATA)

build: assets ## Build everything, as the demo and the tests use it
	cargo build --workspace

# ---- to get ready ----
.PHONY: setup assets
setup: ## Install what the tests need and this machine lacks (Debian packages when root, .venv, Node packages)
	@tools/setup.sh tests

assets: ## Build stylesheet, scripts, fonts and icons into assets/dist, when their sources changed
	@tools/setup.sh demo
	@tools/assets.sh

# ---- to check a change, quickest first ----
.PHONY: fmt lint unit integration process browser powercut test
fmt: ## Format the Rust code
	cargo fmt --all

lint: assets ## Formatting, clippy and documentation: any warning is an error
	@tools/lint.sh

unit: setup assets ## Tests inside the crates, and the examples in their documentation
	@tools/test.sh unit

integration: setup assets ## Tests of the whole server, on both databases
	@tools/test.sh integration

process: setup assets ## Crashes, power cuts, full disks, backups, copies, proxies: the running program (DEDALUS_BIN= another one)
	@tools/test.sh process

browser: setup assets ## Journeys in headless Chromium: accessibility, keyboard, small screens, no script
	@tools/test.sh browser

powercut: setup ## Prove the power-cut library of the tests
	@tools/test.sh powercut

test: setup assets ## Everything above, in an order that fails fast; what continuous integration runs
	@tools/test.sh

# ---- at length ----
.PHONY: soak bench deny
soak: setup assets ## Crash, model and load tests at full length (hours)
	@tools/soak.sh

bench: setup assets ## Measure a release build beside nginx, on this machine; one line of JSON a figure
	cargo build --release -p dedalus -p kit --bins --example writes --example bare_stream
	@benches/town.py $(BENCH)

deny: ## Licences, bans and duplicates of the dependencies, where cargo-deny is installed
	@if cargo deny --version >/dev/null 2>&1; then cargo deny --offline check licenses bans sources; \
	else echo "cargo-deny is not installed: nothing was checked (cargo install cargo-deny --locked)"; fi

# ---- to start over ----
.PHONY: clean-var
clean-var: ## Remove what runs left in var/: the demo town, screenshots, stamps
	rm -rf var
