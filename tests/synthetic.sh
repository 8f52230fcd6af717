#!/usr/bin/env bash
# synthetic.sh N: N made-up reports, some with faults, loaded from text and from pages. The two panels
# must hold the same cells, as many as the forms print, equal to what the generator says it printed.
set -u
cd "$(dirname "$0")/.." || exit 1
ogi=${OGI:-build/ogi}
n=${1:-60}
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
build/gen --seed 7 --reports "$n" --errors 0.3 --out "$place/text" --cells "$place/cells.tsv" || exit 1
build/gen --seed 7 --reports "$n" --errors 0.3 --out "$place/page" --html || exit 1
for kind in text page; do
  "$ogi" --no-init -d "$place/$kind.db" "$place/$kind" </dev/null >"$place/said" 2>&1
  status=$?
  [ $status = 0 ] || [ $status = 3 ] || { echo "loading $kind: status $status"; cat "$place/said"; exit 1; }
  sqlite3 -separator $'\t' "$place/$kind.db" \
    'select agency, year, "table", "row", "column", printed from cell' | LC_ALL=C sort >"$place/$kind.tsv"
done
LC_ALL=C sort "$place/cells.tsv" >"$place/true.tsv"
bad=0
for kind in text page; do
  if ! diff -u "$place/true.tsv" "$place/$kind.tsv" >"$place/diff"; then
    echo "$kind differs from what was printed:"
    grep '^[-+]' "$place/diff" | head -20
    bad=1
  fi
done
[ $bad = 0 ] && echo "$n reports, $(wc -l <"$place/true.tsv") cells, from text and from pages"
exit $bad
