#!/usr/bin/env bash
# diagnose.sh N: N made-up reports, an error of a known kind planted in every third, the others in
# order. `check` must find every wrong cell and nothing else, and `diagnose` say which cell it is
# and what it should hold; prints how often it did for each kind (tests/diagnose.py has the bars).
set -u
cd "$(dirname "$0")/.." || exit 1
ogi=${OGI:-build/ogi}
n=${1:-7200}
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
build/gen --seed 11 --reports "$n" --out "$place/reports" --html --planted "$place/planted.tsv" || exit 1
"$ogi" --no-init -d "$place/db" "$place/reports" </dev/null >"$place/said" 2>&1
status=$?
[ $status = 0 ] || { echo "loading: status $status"; tail -5 "$place/said"; exit 1; }
ask() { # statement, file
  "$ogi" --no-init --readonly -d "$place/db" -c "$1" >"$2" 2>"$place/said" </dev/null
  [ $? -le 1 ] || { echo "$1"; cat "$place/said"; exit 1; }
}
ask 'check T3, T4 format csv' "$place/found.csv"
ask 'check D.split format csv' "$place/moved.csv"
ask 'set format csv; diagnose' "$place/diagnosed.csv"
ask 'set format csv; reports' "$place/reports.csv"
python3 tests/diagnose.py "$place" "${@:2}"
