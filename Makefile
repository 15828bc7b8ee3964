# `make` lists what there is.

.DEFAULT_GOAL := help
.PHONY: help setup dev test test-pg test-one lint fmt docs audit ci bench bench-search bench-mail relevance

help: ## List the commands
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/\1\t\2/' | expand -t 12

setup: ## Install what the tests on PostgreSQL and in the browser need (Debian)
	.ci/run setup

dev: ## Build and serve the example town
	cargo run

test: ## Run every test that this machine can run
	cargo test

test-pg: ## Run the tests on PostgreSQL, and fail when there is none
	MEDSKAPA_TEST_ALL=1 cargo test --test http --test migrations --test durability --test command_line -- postgres

test-one: ## Run the tests whose name holds T, as in make test-one T=a_yes_without
	cargo test -- $(T)

lint: ## Check form and lints as the continuous integration does
	cargo fmt --check
	cargo clippy --all-targets -- -D warnings

fmt: ## Bring the sources into form
	cargo fmt

docs: ## Write the documents that follow from the program
	cargo run --quiet -- docs

audit: ## Check licences, advisories and double versions (needs cargo-deny)
	cargo deny check

ci: ## Run what the continuous integration runs
	.ci/run

SIZES ?= 1000 100000 1000000
DATABASES ?= sqlite postgres
SECONDS_EACH ?= 2

bench: ## Measure the speed, as in make bench SIZES="1000 100000"; writes docs/performance.md, docs/search-speed.md and docs/mail-speed.md
	cargo bench --bench town -- --sizes "$(SIZES)" --databases "$(DATABASES)" --seconds $(SECONDS_EACH) --write $(CURDIR)/docs/performance.md
	$(MAKE) bench-search
	$(MAKE) bench-mail

SEARCH_SIZES ?= 10000 100000 1000000

bench-search: ## Measure the speed of the search beside PostgreSQL's; writes docs/search-speed.md
	cargo bench --bench search -- --sizes "$(SEARCH_SIZES)" --seconds $(SECONDS_EACH) --write $(CURDIR)/docs/search-speed.md

bench-mail: ## Measure how fast mail goes out and what the pages notice; writes docs/mail-speed.md
	cargo bench --bench mail -- --databases "$(DATABASES)" --write $(CURDIR)/docs/mail-speed.md

relevance: ## Measure how well the search finds what people mean; writes docs/relevance.md
	cargo bench --bench relevance -- --write $(CURDIR)/docs/relevance.md
