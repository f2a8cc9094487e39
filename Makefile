# One release build serves the program and the tests: a static Swift library or other flags for one of
# them would compile everything twice.
SWIFT_BUILD := swift build -c release
SUREFOOT := .build/release/surefoot
EXAMPLE := Examples/medical-disease-classification.yaml

.NOTPARALLEL:
.DEFAULT_GOAL := help
.PHONY: help setup build run lint build-tests test benchmark clean

help:
	@echo 'make run        set up, build, and assess the medical example on real data'
	@echo 'make test       set up, check style and imports, build, and run all tests'
	@echo 'make build      set up and build .build/release/surefoot'
	@echo 'make benchmark  compare the engine with PyTorch, Keras, JAX and others (fetches them)'
	@echo 'make clean      remove what was built and what the example wrote'

setup:
	@scripts/setup.sh

build: setup
	$(SWIFT_BUILD) --product surefoot

run: build
	$(SUREFOOT) assess $(EXAMPLE) --out out

lint: setup
	swift format lint --strict -r Sources Tests Package.swift $(wildcard Benchmarks)

# Imports are compared with Package.swift only while a build is planned, so the stored plan goes first.
# The products are named because building everything would include the tools of the packages used.
build-tests: setup
	rm -f .build/release/description.json
	$(SWIFT_BUILD) --product surefoot --explicit-target-dependency-import-check error
	$(SWIFT_BUILD) --product surefootPackageTests --explicit-target-dependency-import-check error

test: lint build-tests
	swift test -c release --skip-build

benchmark: setup
	bash Benchmarks/run.sh

clean:
	swift package clean
	rm -rf out
