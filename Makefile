# make            build the library and build/cosub
# make run        build, and open the first scenario
# make check      build and run every test
# make golden     write all kept pictures and answers anew; git diff shows them
# make install    PREFIX=/usr/local DESTDIR=; also: make uninstall
# make san        every test under AddressSanitizer and UBSan
# make check-terminals   random pictures on xterm.js, where node and npm are there
# make manual     write what the program says of itself into cosub(1)
# make lint       two compilers, shellcheck, clang-tidy, the layers, the format,
#                 the names, and the judge's own test
# make format     the C code in the form of .clang-format; make check-format also
#                 looks at what it leaves alone: columns, and how files begin
# make layers     who includes whom, and who keeps state
# make bench      where we stand against the clock
# make pictures   the pictures of the screen in pictures/, anew
# make differ     random programs beside python3: tools/differ/README.md
# make oracle     record again what CPython 3.11 does with the scenarios and with
#                 the programs of the tests; PROGRAM=NAME only with one of them,
#                 PROGRAM=FILE.py prints it; also: make oracle-compare, oracle-test
#
# BUILD=DIR puts all output elsewhere.  run and check first install what is
# missing (tools/setup.sh); nothing else touches the machine.  A warning of the
# compiler fails check, lint and san, but no other goal: a compiler newer than
# ours warns of what we have not seen.  STRICT= (nothing) lets check pass too.

BUILD ?= build
PREFIX ?= /usr/local
DESTDIR ?=
BINDIR = $(DESTDIR)$(PREFIX)/bin
MANDIR = $(DESTDIR)$(PREFIX)/share/man
DATADIR = $(PREFIX)/share/cosub

CFLAGS ?= -O2 -g
WARNINGS = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wmissing-prototypes -Wstrict-prototypes
LANGUAGE = -std=c11 -D_GNU_SOURCE -Isrc
LIBS = -ledit -lncursesw -ltinfo -lm -lutil
TEST_LIBS = $(shell pkg-config --libs check vterm)

FOLDERS = base lang vm trace compare export session ui
SOURCES := $(sort $(wildcard $(FOLDERS:%=src/%/*.c) $(FOLDERS:%=src/%/*/*.c) src/*.c))
MAIN_SOURCES := $(sort $(wildcard src/*.c))
LIB_SOURCES := $(filter-out $(MAIN_SOURCES),$(SOURCES))
LIB_PY := $(sort $(wildcard src/vm/library/lib/*.py src/vm/library/lib/*/*.py))
TEST_SOURCES := $(sort $(wildcard tests/unit/*.c tests/support/*.c))
SUITES := $(patsubst tests/unit/test_%.c,%,$(filter tests/unit/test_%.c,$(TEST_SOURCES)))
SCENARIOS := $(sort $(wildcard scenarios/*.py))
PARTS := $(wildcard scenarios/parts.txt)
MAN_PAGES := $(sort $(wildcard man/*.[1-9]))

OBJ = $(BUILD)/obj
GEN = $(BUILD)/gen
LIB = $(BUILD)/libcosub.a
# No main.c, no binary.
BIN = $(if $(wildcard src/main.c),$(BUILD)/cosub)
UNIT = $(BUILD)/tests/unit
# Programs that tests run on a terminal of their own.
DEMO_SOURCES := $(sort $(wildcard tests/demo_*.c))
DEMOS = $(DEMO_SOURCES:%.c=$(BUILD)/%)
BENCH_SOURCES := $(sort $(wildcard tests/bench/*.c))
BENCH = $(BUILD)/tests/bench/compare

# Compiles the library and writes it down as C.  It runs here: a build for
# another machine names the one that a build for this machine has made.
EMBED ?= $(BUILD)/embed

LIB_OBJECTS = $(LIB_SOURCES:%.c=$(OBJ)/%.o) $(OBJ)/gen/vm_lib.o
EMBED_OBJECTS = $(OBJ)/tools/embed.o $(filter $(OBJ)/src/base/% $(OBJ)/src/lang/%,$(LIB_OBJECTS))
MAIN_OBJECTS = $(MAIN_SOURCES:%.c=$(OBJ)/%.o)
TEST_OBJECTS = $(TEST_SOURCES:%.c=$(OBJ)/%.o)
DEMO_OBJECTS = $(DEMO_SOURCES:%.c=$(OBJ)/%.o)
BENCH_OBJECTS = $(BENCH_SOURCES:%.c=$(OBJ)/%.o)
OBJECTS = $(LIB_OBJECTS) $(OBJ)/tools/embed.o $(MAIN_OBJECTS) $(TEST_OBJECTS) $(DEMO_OBJECTS) $(BENCH_OBJECTS)

# What must be there before the first file is compiled: run and check see to it,
# else the first build in a directory only looks.
SETUP := $(if $(filter run check,$(MAKECMDGOALS)),setup,$(BUILD)/looked)

STRICT ?= $(filter check check-run san lint lint-build,$(MAKECMDGOALS))
# With a mark beside them: those compiled with a warning, when that was no fault.
WARNED := $(if $(strip $(STRICT)),$(shell find '$(OBJ)' -name '*.warned' 2>/dev/null))

# As many jobs as the machine has processors, unless the caller chose.
ifeq ($(MAKELEVEL)$(filter -j% --jobserver%,$(MAKEFLAGS)),0)
MAKEFLAGS += -j$(shell nproc 2>/dev/null || echo 1)
endif

.DELETE_ON_ERROR:
.SUFFIXES:
.PRECIOUS: $(GEN)/%.list
.PHONY: differ all run pictures golden check-terminals format check-format check check-run install uninstall clean san lint lint-build layers bench manual oracle oracle-compare oracle-test setup FORCE

all: $(LIB) $(BIN)

setup:
	@CC='$(CC)' CPPFLAGS='$(CPPFLAGS)' tools/setup.sh $(filter run check,$(MAKECMDGOALS))
$(BUILD)/looked:
	@CC='$(CC)' CPPFLAGS='$(CPPFLAGS)' tools/setup.sh look
	@mkdir -p $(@D) && touch $@

# Lists and flags are kept in files, so that what depends on them is built
# again when they change, and only then.  Another version of the compiler is
# another compiler: what two of them make for the linker does not always fit.
$(BUILD)/flags: FORCE | $(SETUP)
	@{ echo '$(CC) $(CFLAGS) $(CPPFLAGS) $(LANGUAGE) $(WARNINGS)'; $(CC) --version; } | tools/keep.sh $@
$(BUILD)/place: FORCE
	@echo '$(DATADIR)' | tools/keep.sh $@
$(GEN)/%.list: FORCE
	@echo '$($*)' | tools/keep.sh $@
$(GEN)/suites.inc: FORCE
	@printf 'SUITE(%s)\n' $(SUITES) | tools/keep.sh $@

$(BUILD)/embed: $(EMBED_OBJECTS)
	@$(CC) $(CFLAGS) $(LDFLAGS) $^ -lm -o $@

$(GEN)/vm_lib.c: $(LIB_PY) $(EMBED) $(GEN)/LIB_PY.list
	@$(EMBED) $(LIB_PY) >$@

COMPILER = $(CC) $(LANGUAGE) $(WARNINGS) $(CPPFLAGS) $(CFLAGS) -MMD -MP $(EXTRA) -c $< -o $@
# Who may warn compiles again what would not compile without a warning.
COMPILE = @mkdir -p $(@D) && echo '  CC $<' && rm -f $@ $@.warned && \
	$(if $(strip $(STRICT)),$(COMPILER) -Werror,\
	{ $(COMPILER) -Werror 2>/dev/null || { $(COMPILER) && touch $@.warned; }; })
$(WARNED:.warned=): FORCE

$(OBJ)/src/%.o: src/%.c $(BUILD)/flags | $(SETUP)
	$(COMPILE)
$(OBJ)/tools/%.o: tools/%.c $(BUILD)/flags | $(SETUP)
	$(COMPILE)
$(OBJ)/gen/%.o: $(GEN)/%.c $(BUILD)/flags | $(SETUP)
	$(COMPILE)
# A suite's function is declared only in the list that the build writes.
$(OBJ)/tests/%.o: private EXTRA = -Wno-missing-prototypes -Itests/support -I$(GEN)
$(OBJ)/tests/%.o: tests/%.c $(BUILD)/flags | $(SETUP) $(GEN)/suites.inc
	$(COMPILE)

$(MAIN_OBJECTS): private CPPFLAGS += -DCOSUB_DATADIR='"$(DATADIR)"'
$(MAIN_OBJECTS): $(BUILD)/place

$(LIB): $(LIB_OBJECTS) $(GEN)/LIB_SOURCES.list
	@rm -f $@
	@$(AR) rcs $@ $(LIB_OBJECTS)

$(BUILD)/cosub: $(MAIN_OBJECTS) $(LIB)
	$(CC) $(CFLAGS) $(LDFLAGS) $^ $(LIBS) -o $@

$(UNIT): $(TEST_OBJECTS) $(LIB) $(GEN)/TEST_SOURCES.list
	@mkdir -p $(@D)
	@$(CC) $(CFLAGS) $(LDFLAGS) $(TEST_OBJECTS) $(LIB) $(TEST_LIBS) $(LIBS) -o $@

$(BUILD)/tests/demo_pictures: $(OBJ)/tests/support/pictures.o
$(DEMOS): $(BUILD)/tests/%: $(OBJ)/tests/%.o $(LIB)
	@mkdir -p $(@D)
	@$(CC) $(CFLAGS) $(LDFLAGS) $(filter %.o,$^) $(LIB) $(LIBS) -o $@

$(BENCH): $(BENCH_OBJECTS) $(LIB)
	@mkdir -p $(@D)
	@$(CC) $(CFLAGS) $(LDFLAGS) $^ $(LIBS) -o $@

run: setup all
	@$(BUILD)/cosub $(firstword $(SCENARIOS))

check: setup layers check-run

# The scripts learn from the environment what they test.
check-run: $(UNIT) $(DEMOS) $(BIN)
	@BUILD='$(BUILD)' COSUB='$(BUILD)/cosub' CC='$(CC)' tools/check.sh $(UNIT)

check-terminals: $(BUILD)/tests/demo_pictures
	@BUILD='$(BUILD)' tests/terminals/check.sh

layers: $(LIB) $(MAIN_OBJECTS)
	@tools/layers.sh . $(OBJ)

pictures: $(BIN)
	LC_ALL=C.UTF-8 tools/pictures.sh $(BIN) pictures

golden: $(UNIT) $(DEMOS) $(BIN)
	@COSUB='$(BUILD)/cosub' tools/golden.sh $(UNIT)

bench: $(BENCH)
	@BENCH='$(BENCH)' tests/bench/run.sh

manual: $(BIN)
	tools/manual.sh $(BIN) man/cosub.1

COUNT ?= 200
SEED ?= 1
differ: $(BIN)
	@$(PYTHON) tools/differ --steps --count $(COUNT) --seed $(SEED) $(BIN)

PYTHON ?= python3
HAS_PYTHON = command -v $(PYTHON) >/dev/null
NO_PYTHON = the oracle needs Python 3.11, and there is no $(PYTHON) (Debian: python3)

oracle:
	@$(HAS_PYTHON) || { echo '$(NO_PYTHON)' >&2; exit 1; }
	@$(PYTHON) tools/oracle/record.py $(PROGRAM)

oracle-compare: $(BIN)
	@$(HAS_PYTHON) || { echo '$(NO_PYTHON)' >&2; exit 1; }
	@COSUB='$(BIN)' $(PYTHON) tools/oracle/compare.py $(PROGRAM)

# What it needs is not needed to build or to test cosub.
oracle-test:
	@if $(HAS_PYTHON); then $(PYTHON) tools/oracle/selftest.py; else echo 'oracle-test: skipped: $(NO_PYTHON)'; fi

SANITIZE = -O1 -g -DCOSUB_PLAIN_HEAP -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all

san:
	@ASAN_OPTIONS=allocator_may_return_null=1:detect_stack_use_after_return=1 \
	CK_TIMEOUT_MULTIPLIER=10 \
	$(MAKE) BUILD=$(BUILD)/san CFLAGS='$(SANITIZE)' LDFLAGS= check-run

lint-build: $(OBJECTS)

# clang-format 14 and 19 differ in places: Debian 12's is the one that counts.
CLANG_FORMAT ?= clang-format-14
FORMATTED = $(shell find src tests tools -name '*.[ch]')

format:
	@$(CLANG_FORMAT) -i $(FORMATTED)

check-format:
	@$(CLANG_FORMAT) --dry-run -Werror $(FORMATTED)
	@tools/form.sh .

TIDY_CHECKS = -*,bugprone-*,-bugprone-easily-swappable-parameters,-bugprone-narrowing-conversions,-bugprone-reserved-identifier,-bugprone-sizeof-expression,-bugprone-implicit-widening-of-multiplication-result,-bugprone-branch-clone,-bugprone-macro-parentheses,-bugprone-suspicious-memory-comparison,-bugprone-assignment-in-if-condition,clang-analyzer-*,-clang-analyzer-valist.Uninitialized,-clang-analyzer-security.insecureAPI.DeprecatedOrUnsafeBufferHandling,misc-redundant-expression,readability-misleading-indentation,readability-redundant-*

lint: layers check-format oracle-test
	@tools/names.sh .
	@$(MAKE) BUILD=$(BUILD)/lint/gcc CC=gcc CFLAGS='-O2 -Wlogical-op -Wduplicated-cond -Wduplicated-branches -Wnull-dereference -Wvla -Wwrite-strings' lint-build
	@$(MAKE) BUILD=$(BUILD)/lint/clang CC=clang CFLAGS='-O1 -Wunreachable-code -Wvla -Wwrite-strings' lint-build
	shellcheck tools/*.sh tests/*.sh tests/terminals/*.sh tests/support/*.sh .ci/run
	printf '%s\n' $(SOURCES) | xargs -n 8 -P "$$(nproc)" sh -c 'clang-tidy --quiet --warnings-as-errors="bugprone-*,misc-*,readability-*" --checks="$(TIDY_CHECKS)" "$$@" -- $(LANGUAGE) -DCOSUB_DATADIR="\"\""' tidy

install: all
	install -d '$(BINDIR)' '$(DESTDIR)$(DATADIR)/scenarios'
	install -m 755 $(BUILD)/cosub '$(BINDIR)/cosub'
	@$(foreach page,$(MAN_PAGES),install -D -m 644 $(page) '$(MANDIR)/man$(subst .,,$(suffix $(page)))/$(notdir $(page))' &&) :
	@$(foreach file,$(SCENARIOS) $(PARTS),install -m 644 $(file) '$(DESTDIR)$(DATADIR)/scenarios/$(notdir $(file))' &&) :

uninstall:
	rm -f '$(BINDIR)/cosub'
	@$(foreach page,$(MAN_PAGES),rm -f '$(MANDIR)/man$(subst .,,$(suffix $(page)))/$(notdir $(page))' &&) :
	rm -rf '$(DESTDIR)$(DATADIR)'

clean:
	rm -rf $(BUILD) tools/oracle/__pycache__

-include $(OBJECTS:.o=.d)
