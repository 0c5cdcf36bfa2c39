# The habits of the house. `make help` lists them.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.ONESHELL:
.NOTPARALLEL:
MAKEFLAGS += --no-print-directory

# wasm-opt comes from node_modules; what `cargo install` brought comes from cargo's own folder.
export PATH := $(CURDIR)/node_modules/.bin:$(HOME)/.cargo/bin:$(PATH)

LISTEN ?= 127.0.0.1:3000
DEMO := demo --listen $(LISTEN) --data target/demo
FIRSTHAND := target/release/firsthand
# A crowded machine can be slower than any wait. What passes only the second time is printed as flaky, and is to be mended.
ONCE_MORE := --retries 1

.PHONY: help setup setup-test run dev build check test unit budget e2e webkit faults some-faults pictures bench

help: ## list these
	@grep -hE '^[a-z0-9-]+:.*## ' Makefile | sed -E 's/:.*## /\t/' | expand -t 14

setup: ## bring what building needs
	@scripts/setup

setup-test:
	@scripts/setup test

run: setup build ## build, and serve the demonstration organisation on http://127.0.0.1:3000
	@exec $(FIRSTHAND) $(DEMO)

dev: setup ## the same, rebuilt on every change
	@exec cargo leptos watch -- $(DEMO)

build: setup ## the release binary (target/release/firsthand) and what it serves (target/site)
	@cargo leptos build --release --precompress

check: setup ## format and lints, for the server and for the phone
	@cargo fmt --all --check
	cargo clippy --workspace --all-targets -- -D warnings
	cargo clippy -p firsthand-app --lib --target wasm32-unknown-unknown --no-default-features --features csr -- -D warnings

test: setup-test check unit build budget e2e webkit some-faults ## everything, real browsers and both databases included

unit: setup-test ## the Rust tests, the store's on SQLite and on PostgreSQL
	@scripts/with-postgres cargo test --workspace

budget: ## what the leader's phone fetches, against its ceiling in bytes
	@node scripts/budget.mjs

e2e: setup-test build ## the end-to-end tests in Chromium
	@playwright test --config end2end $(ONCE_MORE)

webkit: setup-test build ## one whole walk in WebKit, the engine of an iPhone's browsers
	@playwright test --config end2end/webkit $(ONCE_MORE)

faults: setup-test build ## walks with a network, a phone and a server that fail: RUNS=500 of SEED= from FROM=0 on
	@playwright test --config end2end/faults

some-faults: setup-test build
	@SEED=1 RUNS=25 FRESH=5 playwright test --config end2end/faults $(ONCE_MORE)

pictures: setup-test build ## the README's pictures anew, from the demonstration
	@node end2end/readme-pictures.mjs

bench: setup-test build ## the figures promised, into target/bench.json; PARTS="month pages" for some of them
	@scripts/with-postgres node bench/run.mjs $(PARTS)
