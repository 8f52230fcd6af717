#!/usr/bin/env bash
# Every test, one line each: all.sh "make command". What fails is shown whole, and the rest still
# runs. The last line is "all tests pass", or says what did not.
set -u
cd "$(dirname "$0")/.." || exit 1
make=${1:-make --no-print-directory -j2}
. tests/lib/steps.sh
. tests/lib/python.sh

step "build" $make all tests-built
[ "$failed" ] && finish
step "layers: who includes whom" bash tests/layers.sh
step "literals: no word of the form in the code" bash tests/literals.sh
step "lemon: nothing eaten, nothing dropped" bash tests/lemon.sh
step "codes: every message in a transcript" bash tests/codes.sh
step "says: every text in both languages" bash tests/says.sh
step "runner: wrong answers are seen" bash tests/lib/runner.sh
step "unit tests" $make unit
step "transcripts" $make transcripts
step "widths: rows measured by another library" bash tests/widths.sh
step "cells: real reports against their figures" bash tests/cells.sh
step "excerpts: what is certain in bent reports" bash tests/excerpts.sh
step "told: what real narratives tell" bash tests/told.sh
step "us_foia: published sets of another form" bash tests/us_foia.sh
step "synthetic: text and pages of one report agree" bash tests/synthetic.sh 60
step "rules: results kept are results from nothing" bash tests/rules.sh 60
if command -v python3 >/dev/null; then
  step "diagnose: planted errors are found and explained" bash tests/diagnose.sh
  step "oracle: random statements, worked out a second way" python3 tests/oracle/differ.py build/ogi --statements 300
  step "prove: cells behind figures, marks of doubt, what if" python3 tests/oracle/prove.py build/ogi --statements 120
  step "postgres: the same questions to another database" python3 tests/postgres.py build/ogi
  step "documents: workbooks and pages in other readers" python3 tests/documents.py build/ogi
  if python=$(python_with openpyxl); then
    step "workbooks: read by a spreadsheet library" "$python" tests/workbooks.py build/ogi
  else
    echo "skipped workbooks: python3 has no openpyxl"
  fi
else
  echo "skipped diagnose, oracle, prove, postgres, documents and workbooks: python3 is not installed"
fi
step "readers: the kinds of one report agree" bash tests/readers/run.sh
step "formats: other tools read what check writes" bash tests/formats/run.sh
step "plot: pictures say what the answer says" bash tests/plot.sh
step "bad input" bash tests/bad/run.sh
step "faults: a file that breaks its reader costs itself alone" bash tests/faults.sh
step "kills: a load is killed at random moments" bash tests/kills.sh 10
step "install: program, manual page, completions, package" bash tests/install.sh "$make"
step "README: every command and its answer" bash tests/readme.sh
for program in build/repl/*; do
  case $program in *.*) continue ;; esac
  [ -x "$program" ] && step "repl: ${program##*/}" timeout 120 "$program" build/ogi
done
step "clang: no warning" $make clang-check
step "build with sanitizers" $make asan-built
if [ "$last" = 0 ]; then
  step "unit tests with sanitizers" bash tests/lib/unit.sh build/asan/unit/test_*
  step "transcripts with sanitizers" bash tests/lib/transcripts.sh build/asan
  step "bad input with sanitizers" env OGI=build/asan/ogi bash tests/bad/run.sh
fi
finish
