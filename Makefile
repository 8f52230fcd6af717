# ogi: `make` builds build/ogi; `make help` lists the rest.
# Nothing here needs more than make itself to be read: the flags of the libraries are asked for when
# something is compiled, so that `make demo` and `make test` can install what is missing first.

CC = gcc
BUILD = build
PACKAGES = sqlite3 readline libxml-2.0 libutf8proc libarchive uchardet
WARNINGS = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes \
  -Wundef -Wwrite-strings -Wvla -Wformat=2 $(if $(CI)$(filter-out 0,$(OGI_WERROR)),-Werror)
OPTIMIZE = -O2 -g
SANITIZE =
# Asked once, at the first use.
LIB_CFLAGS = $(eval LIB_CFLAGS := $(subst -I,-isystem ,$(shell pkg-config --cflags $(PACKAGES))))$(LIB_CFLAGS)
LIB_LIBS = $(eval LIB_LIBS := $(shell pkg-config --libs $(PACKAGES)) -lcsv -lm)$(LIB_LIBS)
BASE_FLAGS = -std=c11 -D_GNU_SOURCE $(OPTIMIZE) $(SANITIZE) -I$(BUILD) -Isrc -Itests -MMD -MP
# V=1 shows whole commands.
COMPILE = $(if $(V),,@echo '  cc  $<';) $(CC) $(BASE_FLAGS) -c -o $@ $<
LINK = $(if $(V),,@echo '  ld  $@';) $(CC) $(SANITIZE) -o $@ $^

SRC = $(wildcard src/*/*.c)
OBJ = $(patsubst %.c,$(BUILD)/%.o,$(filter-out src/app/main.c,$(SRC))) $(BUILD)/ogi_grammar.o \
  $(BUILD)/stdlib_files.o
# What is compiled in: the definitions, and the example reports for the tutorial.
STDLIB = $(shell find stdlib examples/reports examples/agencies.csv -type f ! -name '.*' | LC_ALL=C sort)
UNIT = $(patsubst tests/unit/%.c,$(BUILD)/unit/%,$(wildcard tests/unit/test_*.c))
REPL = $(patsubst tests/repl/%.c,$(BUILD)/repl/%,$(wildcard tests/repl/*.c))
TOOLS = $(BUILD)/run $(BUILD)/gen $(BUILD)/words $(BUILD)/trap
ALL_C = $(SRC) $(wildcard src/*/*.h tests/*.c tests/*/*.c tests/*/*.h)
TWO = $(if $(filter -j%,$(MAKEFLAGS)),,-j2)
SUB = $(MAKE) --no-print-directory $(TWO)
ASAN = BUILD=build/asan OPTIMIZE='-O1 -g' \
  SANITIZE='-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer'

# Where `make install` puts things, below DESTDIR.
PREFIX = /usr/local
DIST = $(addprefix $(BUILD)/dist/,ogi.1 complete.bash complete.zsh complete.fish ogi.vim)

.PHONY: all install uninstall deb dist demo test unit transcripts asan clang-check bench soak fresh format accept layers clean \
  help tests-built asan-built FORCE
.DELETE_ON_ERROR:
.SECONDARY:

all: $(BUILD)/ogi ## build build/ogi

install: all dist ## into PREFIX (/usr/local), below DESTDIR: program, manual page, completions
	@PREFIX='$(PREFIX)' DESTDIR='$(DESTDIR)' sh src/dist/install.sh install $(BUILD)

uninstall: ## remove what `make install` put there
	@PREFIX='$(PREFIX)' DESTDIR='$(DESTDIR)' sh src/dist/install.sh uninstall $(BUILD)

deb: all dist ## a Debian package, in build/
	@sh src/dist/deb.sh $(BUILD)

demo: ## install what is missing, build, answer the README's questions on the example reports
	@sh tests/deps.sh demo
	@$(SUB) all
	@sh tests/lib/demo.sh

test: ## install what is missing, build and run every test
	@sh tests/deps.sh test
	@bash tests/all.sh "$(SUB)"

unit: tests-built ## unit tests alone
	@bash tests/lib/unit.sh $(UNIT)

transcripts: tests-built ## questions and answers in tests/*/*.t alone
	@bash tests/lib/transcripts.sh $(BUILD)

accept: all $(BUILD)/run ## rewrite the answers of the transcripts; T=where: of one
	@bash tests/lib/transcripts.sh --accept $(BUILD) $(T)

asan: ## build/asan/ogi and the tests under AddressSanitizer and UBSan
	@$(SUB) $(ASAN) unit transcripts

asan-built:
	@$(SUB) $(ASAN) tests-built

clang-check: $(BUILD)/ogi_grammar.h ## clang's warnings over all sources
	@bash tests/lib/each.sh clang -fsyntax-only -Werror $(WARNINGS) $(filter-out -MMD -MP,$(BASE_FLAGS)) \
	  $(LIB_CFLAGS) -- $(filter %.c,$(ALL_C))

layers: ## who includes whom
	@bash tests/layers.sh

bench: all $(BUILD)/gen ## speed, as ratios in one run; OGI_BENCH_N="1000 10000" to shrink
	@bash tests/bench/run.sh

soak: ## the longer suites: everything with clang too, thousands of synthetic reports, cut files
	@sh tests/deps.sh test
	@bash tests/soak.sh "$(SUB)"

fresh: ## `make demo`, `make test` and `make deb` in a bare Debian 12
	@bash tests/fresh.sh

format: ## clang-format over all sources
	clang-format -i $(ALL_C)

clean: ## remove build/
	rm -rf build

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1\t\2/p' Makefile | expand -t 14

tests-built: $(BUILD)/ogi $(TOOLS) $(UNIT) $(REPL)

$(BUILD)/ogi: $(BUILD)/src/app/main.o $(BUILD)/libogi.a
	$(LINK) $(LIB_LIBS)

$(BUILD)/libogi.a: $(OBJ)
	@rm -f $@
	@ar rcs $@ $^

$(BUILD)/%.o: %.c $(BUILD)/flags | $(BUILD)/ogi_grammar.h
	@mkdir -p $(@D)
	$(COMPILE) $(WARNINGS) $(LIB_CFLAGS)

# The parser that lemon writes is not ours to keep tidy.
$(BUILD)/ogi_grammar.o: $(BUILD)/ogi_grammar.c $(BUILD)/flags
	$(COMPILE) -w

# A conflict makes lemon fail, and with it the build.
$(BUILD)/ogi_grammar.c $(BUILD)/ogi_grammar.h &: grammar/ogi.y
	@mkdir -p $(BUILD)
	@cp $< $(BUILD)/ogi_grammar.y
	@echo '  lemon $<'; lemon $(BUILD)/ogi_grammar.y
	@touch $(BUILD)/ogi_grammar.c $(BUILD)/ogi_grammar.h

# See form/stdlib.h.
$(BUILD)/stdlib_files.c: tests/lib/embed.sh $(STDLIB) $(sort $(dir $(STDLIB)))
	@mkdir -p $(BUILD)
	@sh tests/lib/embed.sh $(STDLIB) > $@

$(BUILD)/stdlib_files.o: $(BUILD)/stdlib_files.c $(STDLIB) $(BUILD)/flags
	$(COMPILE) $(WARNINGS)

# What is installed beside the program, written from what the program says of itself.
dist: $(DIST)

$(BUILD)/dist/ogi.1: $(BUILD)/ogi $(wildcard src/dist/man.*) src/dist/options.awk src/dist/changelog
	@mkdir -p $(@D)
	@sh src/dist/man.sh $(BUILD)/ogi >$@

$(BUILD)/dist/complete.%: $(BUILD)/ogi src/dist/complete.% src/dist/complete.sh src/dist/options.awk
	@mkdir -p $(@D)
	@sh src/dist/complete.sh $(BUILD)/ogi $* >$@

$(BUILD)/dist/ogi.vim: src/dist/ogi.vim src/dist/vim.sh src/lang/words.c grammar/ogi.y
	@mkdir -p $(@D)
	@sh src/dist/vim.sh src/lang/words.c grammar/ogi.y >$@

$(BUILD)/flags: FORCE
	@mkdir -p $(BUILD)
	@echo '$(CC) $(BASE_FLAGS) $(WARNINGS)' | cmp -s - $@ || echo '$(CC) $(BASE_FLAGS) $(WARNINGS)' > $@

$(UNIT) $(REPL): $(BUILD)/%: $(BUILD)/tests/%.o $(BUILD)/libogi.a
	@mkdir -p $(@D)
	$(LINK) $(LIB_LIBS) -lcmocka

$(BUILD)/run: $(patsubst %.c,$(BUILD)/%.o,$(wildcard tests/run*.c))
$(BUILD)/words: $(BUILD)/tests/words.o $(BUILD)/libogi.a
# ogi with a kind of file that breaks its reader, in place of src/read/more.c.
$(BUILD)/trap: $(BUILD)/src/app/main.o $(BUILD)/tests/trap.o $(BUILD)/libogi.a
$(BUILD)/gen: $(patsubst %.c,$(BUILD)/%.o,$(wildcard tests/gen*.c)) $(BUILD)/libogi.a
$(TOOLS):
	$(LINK) $(LIB_LIBS)

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
