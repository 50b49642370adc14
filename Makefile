# Needs JDK 17 or newer. Maven: the wrapper's, or an installed one where the wrapper's cannot be downloaded.
# The choice is made once and kept in .mvn/chosen; "make MVN=mvn ..." decides otherwise.

CHOSEN := .mvn/chosen
MVN = $(shell cat $(CHOSEN))
MAVEN = $(MVN) -B -ntp $(MVN_ARGS)
JAVA := $(if $(JAVA_HOME),$(JAVA_HOME)/bin/java,java)

POMS := pom.xml $(wildcard */pom.xml)
# Folders are listed too: a deleted file changes its folder's time.
SOURCES := $(shell find mlops-*/src/main 2>/dev/null)
BENCH_SOURCES := $(shell find benchmarks/src/main 2>/dev/null)
BUILT := mlops-cli/target/built
BENCH_STAMP := benchmarks/target/run.stamp
BENCH_PATH = "$$(echo benchmarks/target/benchmarks-*.jar):$$(cat benchmarks/target/run.classpath)"
BENCH_VENV := .mlops/venv/sklearn
DATA_VENV := .mlops/venv/data
VENV_STAMPS := $(patsubst conformance/%.txt,.mlops/venv/%/made,$(wildcard conformance/*.txt))

.PHONY: help build run test check format bench bench-run bench-data conformance faults clean

help: ## Print the targets
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  make \1\t\2/p' $(firstword $(MAKEFILE_LIST))

build: $(CHOSEN) ## Compile and package all modules, without tests
	$(MAVEN) -q -DskipTests package

run: $(BUILT) ## Run the penguins of config.yml; a second time their steps come from the cache
	@./mlops run $(ARGS)

test: $(CHOSEN) ## Compile, package and run all tests; MVN_ARGS="-Dtest=Name ..." goes to Maven
	$(MAVEN) verify

check: $(CHOSEN) ## Check format, Error Prone, NullAway and Javadoc; runs no test (JDK 17)
	$(MAVEN) -Pchecks test-compile

format: $(CHOSEN) ## Format all Java files
	$(MAVEN) -q -Pchecks spotless:apply

bench: $(BENCH_STAMP) ## Run the benchmarks, BENCH=regex for some; BENCH_ARGS="-f 1 ..." goes to JMH
	$(JAVA) -cp $(BENCH_PATH) org.openjdk.jmh.Main $(BENCH_ARGS) '$(BENCH)'

bench-run: $(BUILT) $(BENCH_VENV)/made ## Time whole runs of config.yml against pandas and scikit-learn, in ROUNDS
	benchmarks/run/compare.py $(BENCH_VENV)/bin/python $(ROUNDS)

bench-data: $(BENCH_STAMP) $(DATA_VENV)/made ## Time the data path against Tribuo's loader, pandas and polars, in ROUNDS
	benchmarks/data/compare.py $(JAVA) $(BENCH_PATH) $(DATA_VENV)/bin/python $(ROUNDS)
	benchmarks/data/prepare.py $(JAVA) $(BENCH_PATH)

conformance: $(CHOSEN) $(VENV_STAMPS) ## Test against real MLflow and DVC; makes Python environments the first time
	conformance/run.sh $(MAVEN)

faults: $(CHOSEN) ## Let real processes suffer each fault at each file operation; FAULT_POINTS=40 FAULT_ROUNDS=20 for a sample
	conformance/faults/run.sh $(MAVEN)

clean: ## Remove what builds left; keeps .mlops, models and mlruns
	rm -rf target $(addsuffix /target,$(patsubst %/pom.xml,%,$(wildcard */pom.xml)))

$(CHOSEN): .mvn/wrapper/maven-wrapper.properties
	@if ./mvnw -v >/dev/null 2>&1; then echo ./mvnw >$@; \
	elif command -v mvn >/dev/null; then echo mvn >$@; \
	else echo 'Maven could not be downloaded and no mvn is installed: install Maven 3.8.6 or newer.' >&2; exit 1; fi

$(BUILT): $(SOURCES) $(POMS) | $(CHOSEN)
	@$(MAVEN) -q -DskipTests -pl mlops-cli -am package
	@cp mlops-cli/target/mlops-cli-*.jar mlops-cli/target/lib/
	@touch $@

$(BENCH_STAMP): $(SOURCES) $(BENCH_SOURCES) $(POMS) | $(CHOSEN)
	@$(MAVEN) -q -DskipTests -pl benchmarks -am package
	@touch $@

define MAKE_VENV
python3 -m venv --clear $(@D)
$(@D)/bin/pip install -q --disable-pip-version-check --no-deps -r $<
@touch $@
endef

.mlops/venv/%/made: conformance/%.txt
	$(MAKE_VENV)

.mlops/venv/%/made: benchmarks/reference/%.txt
	$(MAKE_VENV)
