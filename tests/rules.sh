#!/usr/bin/env bash
# rules.sh N: what the rules say of N made-up reports without faults: nothing of severity error; that
# results kept up to date say the same as results from nothing, whatever was loaded again or dropped;
# that each rule of the book shows an example that passes and one that fails, and that they do;
# and what they say of the real report in ../shared/data, where it is.
set -u
cd "$(dirname "$0")/.." || exit 1
ogi=${OGI:-build/ogi}
n=${1:-60}
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
bad=0
fail() { echo "$1"; bad=1; }

build/gen --seed 5 --reports "$n" --out "$place/clean" || exit 1
"$ogi" --no-init --quiet -d "$place/clean.db" "$place/clean" -c 'check severity error' \
  >"$place/said" 2>"$place/err" </dev/null || { fail "clean reports: status $?"; head -20 "$place/said" "$place/err"; }

# Kept up to date: load in parts, check in between, load other versions over them, drop some.
build/gen --seed 5 --reports "$n" --errors 0.5 --out "$place/bent" || exit 1
first=$(find "$place/clean" -type f | LC_ALL=C sort | head -1)
agency=$("$ogi" --no-init --quiet "$first" -c 'reports' --format csv </dev/null 2>/dev/null | sed -n 2p | cut -d, -f1)
whole='check all format csv'
# Some agencies are below others, of which two are consolidated; then one moves, and one is none.
"$ogi" --no-init --quiet "$place/clean" -c 'reports' --format csv </dev/null 2>/dev/null | sed 1d |
  cut -d, -f1 | LC_ALL=C sort -u >"$place/names"
awk 'BEGIN { print "agency,parent,consolidated" } NR == 1 { top = $0; print $0 ",,yes" }
  NR == 2 { mid = $0; print $0 "," top ",yes" } NR > 2 { print $0 "," (NR % 2 ? top : mid) "," }' \
  "$place/names" >"$place/list.csv"
awk 'BEGIN { print "agency,parent,consolidated" } NR == 1 { top = $0 } NR == 2 { print $0 "," top "," }
  NR == 4 { print $0 ",," }' "$place/names" >"$place/moves.csv"
[ "$(wc -l <"$place/names")" -gt 4 ] || fail "only $(wc -l <"$place/names") agencies"
"$ogi" --no-init --quiet -d "$place/kept.db" -c "load \"$place/clean\"" \
  -c "load \"$place/list.csv\" as agencies" -c "$whole" \
  -c "load \"$place/bent\"" -c "drop report \"$agency\" 2020..2021" -c 'check T3, X.jump, D' \
  >"$place/said" 2>&1 </dev/null
# Few change at a time: the way that looks reports up one by one.
find "$place/bent" -type f | LC_ALL=C sort | head -3 | while IFS= read -r file; do
  "$ogi" --no-init --quiet -d "$place/kept.db" -c "load \"$file\"" -c 'check X' >"$place/said" 2>&1 </dev/null
done
"$ogi" --no-init --quiet -d "$place/kept.db" -c "load \"$place/moves.csv\" as agencies" \
  -c "$whole" >"$place/kept.csv" 2>/dev/null </dev/null
cp "$place/kept.db" "$place/new.db"
sqlite3 "$place/new.db" 'delete from check_rule; delete from check_result; delete from check_stale'
"$ogi" --no-init --quiet -d "$place/new.db" -c "$whole" >"$place/new.csv" 2>/dev/null </dev/null
"$ogi" --no-init --quiet --readonly -d "$place/new.db" -c "$whole" >"$place/read.csv" 2>/dev/null </dev/null
[ "$(wc -l <"$place/new.csv")" -gt $((n * 100)) ] || fail "only $(wc -l <"$place/new.csv") findings"
[ "$(cut -d, -f3 "$place/new.csv" | grep -c fail)" -gt 10 ] || fail 'bent reports fail nowhere'
[ "$(grep -c '^H.sum,info,\(pass\|fail\)' "$place/new.csv")" -gt 0 ] || fail 'no covered reports added up'
for other in kept read; do
  cmp -s "$place/$other.csv" "$place/new.csv" || { fail "results $other differ from those from nothing:"
    diff "$place/$other.csv" "$place/new.csv" | head -10; }
done

# A finding about a cell stands where the panel's view of cells has it.
"$ogi" --no-init --quiet -d "$place/new.db" -c 'check T3, T4, X, D format jsonl' 2>/dev/null </dev/null >"$place/said"
sqlite3 :memory: "select json_extract(value, '\$.rule', '\$.agency', '\$.year', '\$.place') from
  json_each('[' || replace(trim(readfile('$place/said'), char(10)), char(10), ',') || ']')
  where json_extract(value, '\$.place') is not null" | LC_ALL=C sort >"$place/places"
sqlite3 "$place/new.db" "select json_array(u.key, c.agency, c.year, c.place) from check_result x join check_rule u
  on u.id = x.rule join report_cell c on c.report = x.report and c.cell = x.cell
  where x.status = 2 and u.key glob '[TXD]*'" | LC_ALL=C sort >"$place/wanted"
[ "$(wc -l <"$place/places")" -gt 10 ] && cmp -s "$place/places" "$place/wanted" ||
  { fail 'places of findings'; diff "$place/places" "$place/wanted" | head -5; }

# An example of each rule that passes and one that fails.
"$ogi" --no-init --quiet --format csv -c 'show rules' </dev/null 2>/dev/null | sed 1d | cut -d, -f1 >"$place/keys"
[ "$(wc -l <"$place/keys")" -gt 30 ] || fail "only $(wc -l <"$place/keys") rules"
while IFS= read -r key; do
  "$ogi" --no-init --quiet --format csv -c "show rule $key" </dev/null 2>/dev/null | grep -c '^\(passes\|fails\),' |
    grep -qx 2 || fail "$key has no example that passes and one that fails"
done <"$place/keys"
"$ogi" --no-init -c 'test "stdlib/checks/*.ogit"' </dev/null >"$place/said" 2>&1 || { fail 'examples of rules'; cat "$place/said"; }

seed=../shared/data/seed
if [ -d "$seed" ]; then
  "$ogi" --no-init --quiet "$seed" -c 'check T3, T4, S' >"$place/said" 2>/dev/null </dev/null
  grep -vE '^ |^rule' "$place/said" | tr -s ' ' | LC_ALL=C sort >"$place/seed"
  LC_ALL=C sort >"$place/wanted" <<'END'
T3.balance error 7 0 0 0 0
T3.closed error 7 0 0 0 0
T3.cross error 25 0 0 0 0
T4.sum error 3 0 0 0 0
S.tables error 3 0 0 0 0
S.sections warn 6 0 0 0 0
S.year warn 1 0 0 0 0
S.signed warn 0 0 1 0 0
warn S.signed 西山区政务服务管理局 2021 signed 2021-01-27 against 2022-01-01
END
  diff "$place/wanted" "$place/seed" || bad=1
fi
[ $bad = 0 ] && echo "$(($(wc -l <"$place/new.csv") - 1)) places tried, the same kept, anew and read-only"
exit $bad
