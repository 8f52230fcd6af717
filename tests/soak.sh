#!/usr/bin/env bash
# The longer suites: all tests built by clang, under its sanitizers too; thousands of synthetic
# reports; reports bent at random, none of whose figures may slip; one report cut at many places and
# with bytes changed. A line each, as in `make test`.
set -u
cd "$(dirname "$0")/.." || exit 1
make=${1:-make --no-print-directory -j2}
. tests/lib/steps.sh

clang_build() { $make CC=clang BUILD=build/clang "$@"; }
clang_asan() {
  $make CC=clang BUILD=build/clang-asan OPTIMIZE='-O1 -g' \
    SANITIZE='-fsanitize=address,undefined -fno-sanitize-recover=all' "$@"
}

# Damaged files must never crash ogi or keep it: nothing is asked of the answer.
damaged() {
  local ogi=$1 place status bad=0 n=0 size at
  place=$(mktemp -d)
  export ASAN_OPTIONS=exitcode=99:detect_leaks=1 UBSAN_OPTIONS=exitcode=99:halt_on_error=1
  build/gen --seed 11 --reports 6 --out "$place/text"
  build/gen --seed 11 --reports 6 --out "$place/page" --html
  for file in "$place"/text/000/r000004.txt "$place"/page/000/r000001.html; do
    size=$(stat -c %s "$file")
    for ((at = 1; at < size; at += size / 150)); do
      # A cut, then the rest with a bite taken out, then with a byte changed.
      head -c $at "$file" >"$place/cut.${file##*.}"
      { head -c $at "$file"; tail -c +$((at + 40)) "$file"; } >"$place/bite.${file##*.}"
      { head -c $at "$file"; printf '\xe4<|'; tail -c +$((at + 3)) "$file"; } >"$place/byte.${file##*.}"
      for damaged in cut bite byte; do
        timeout -s KILL 20 "$ogi" --no-init --format json -c 'sum applications by outcome' \
          "$place/$damaged.${file##*.}" </dev/null >"$place/said" 2>&1
        status=$?
        n=$((n + 1))
        if [[ ! $status =~ ^[0234]$ ]]; then
          echo "status $status: ${file##*/} $damaged at byte $at"
          head -20 "$place/said"
          bad=1
        fi
      done
    done
  done
  rm -rf "$place"
  echo "$n damaged files"
  return $bad
}

# Statements of all transcripts, cut and joined at random places.
mangled() {
  local ogi=$1 place status bad=0 n=0
  place=$(mktemp -d)
  export ASAN_OPTIONS=exitcode=99:detect_leaks=1 UBSAN_OPTIONS=exitcode=99:halt_on_error=1
  build/gen --seed 12 --reports 12 --out "$place/text"
  "$ogi" --no-init -d "$place/panel.db" "$place/text" </dev/null >/dev/null 2>&1
  find tests -name '*.t' -exec sed -n 's/^> //p' {} + >"$place/statements"
  awk 'BEGIN { srand(5) }
    { s[NR] = $0 }
    END { for (i = 0; i < 1500; i++) {
      a = s[int(rand() * NR) + 1]; b = s[int(rand() * NR) + 1]
      print substr(a, 1, int(rand() * length(a)) + 1) " " substr(b, int(rand() * length(b)) + 1) } }' \
    "$place/statements" | grep -v '"' >"$place/mangled"
  split -l 50 "$place/mangled" "$place/part."
  for part in "$place"/part.*; do
    timeout -s KILL 60 "$ogi" --no-init --safe --readonly --keep-going -d "$place/panel.db" -f "$part" \
      </dev/null >"$place/said" 2>&1
    status=$?
    n=$((n + 50))
    [[ $status =~ ^[0-4]$ ]] || { echo "status $status"; cat "$part"; tail -30 "$place/said"; bad=1; }
  done
  rm -rf "$place"
  echo "$n mangled statements"
  return $bad
}

step "build" $make all tests-built asan-built
[ "$failed" ] && finish
step "build by clang" clang_build tests-built
[ "$last" = 0 ] && {
  step "clang: unit tests" clang_build unit
  step "clang: transcripts" clang_build transcripts
  step "clang: bad input" env OGI=build/clang/ogi bash tests/bad/run.sh
}
step "build by clang with sanitizers" clang_asan tests-built
[ "$last" = 0 ] && {
  step "clang with sanitizers: unit tests" clang_asan unit
  step "clang with sanitizers: transcripts" clang_asan transcripts
}
for seed in 21 22 23 24 25; do
  step "oracle: seed $seed" python3 tests/oracle/differ.py build/ogi --seed $seed --statements 1000
  step "prove: seed $seed" python3 tests/oracle/prove.py build/ogi --seed $seed --statements 600
done
step "oracle with sanitizers" python3 tests/oracle/differ.py build/asan/ogi --seed 31 --statements 300
step "synthetic: thousands" bash tests/synthetic.sh 3000
step "synthetic with sanitizers" env OGI=build/asan/ogi bash tests/synthetic.sh 200
step "bent reports: no figure slips" env OGI_MUTANTS=3000 build/unit/test_read_mutants
step "kills: a load is killed 200 times" bash tests/kills.sh 200
step "damaged files with sanitizers" damaged build/asan/ogi
step "mangled statements with sanitizers" mangled build/asan/ogi
step "real reports with sanitizers" env OGI=build/asan/ogi bash tests/cells.sh
finish
