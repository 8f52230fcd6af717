#!/usr/bin/env bash
# The published sets of the annual FOIA reports, loaded as they are, against figures that were worked out
# from their files by other means. The sets are not part of the project: without them (OGI_SHARED, else
# ../shared/data) this says so and passes.
set -u
cd "$(dirname "$0")/.." || exit 1
S=${OGI_SHARED:-../shared/data}/us_foia
ogi=$(realpath "${OGI:-build/ogi}")
[ -f "$S/all_agencies_csv_2023.zip" ] || { echo "skipped: no sets of FOIA reports in $S"; exit 0; }
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
bad=0 cases=0

# is EXPECTED STATEMENT…: the answer in csv, lines joined by a blank.
is() {
  local expected=$1 got
  shift
  cases=$((cases + 1))
  got=$("$ogi" --no-init -d "$db" --format csv -c "$1" </dev/null 2>&1 | paste -sd' ')
  [ "$got" = "$expected" ] || { echo "$1: $got, expected $expected"; bad=1; }
}

# load NAME STATUS WORDS PATH…: into a panel of its own.
load() {
  local name=$1 words=$2 status
  shift 2
  db=$place/$name.db
  cases=$((cases + 1))
  "$ogi" --no-init -d "$db" "$@" </dev/null >"$place/out" 2>"$place/err"
  status=$?
  if [ $status != 0 ] || ! grep -q "$words" "$place/err" || [ -s "$place/out" ]; then
    echo "$name: status $status, expected 0 and \"$words\":"; cat "$place/err"; bad=1
  fi
}

# One year, from its archive.
load one 'loaded 121 reports from 1 file, 1 row of totals over all agencies, 29 files skipped' \
  "$S/all_agencies_csv_2023.zip"
is 'received 1199699' 'sum received where form=us_foia'
is 'received 1199699' 'sum received'
is 'stated 1199699' 'stated received where form=us_foia'
is 'gap 0' 'gap received'
is 'reports 121' 'count reports'
is 'agencies 121' 'count agencies'
is 'form,reports us_foia,121' 'count reports by form'
is 'dispositions 1122211' 'sum dispositions'
is 'stated 1122211' 'stated dispositions'
is 'exemptions 315062' 'sum exemptions where exemption=ex_6'
# A plain sum over all rows would count every request twice.
twice=$(($(sqlite3 "$db" 'select sum(value) from cell where "column" like "Number of Requests Received%"') +
  $(sqlite3 "$db" 'select value from total_list where "column" like "Number of Requests Received%"')))
[ $twice = 2399398 ] || { echo "sum over all rows: $twice, expected 2399398"; bad=1; }
where=$("$ogi" --no-init -d "$db" --format csv -c 'stated received' -c 'trace 1,1' | tail -1)
case $where in
*,1199699,1199699,number,*all_agencies_csv_2023.zip,\"table\ *,\ row\ 123,\ cell\ 5\") ;;
*) echo "place of the total: $where"; bad=1 ;;
esac
# Every report satisfies the identity of the form.
n=$(sqlite3 "$db" 'select count(*) from (select agency from cell where "table" = "V.A" group by agency
  having sum(value * case when "column" like "%Start%" or "column" like "%Received%" then 1 else -1 end) <> 0)')
[ "$n" = 0 ] || { echo "identity: $n reports do not add up"; bad=1; }

# Four years at once, with reports of the other form beside them.
load all 'loaded 495 reports from 19 files, 4 rows of totals over all agencies' "$S"/all_agencies_csv_202[1-4].zip tests/data/panel
is 'year,received 2021,838164 2022,928261 2023,1199699 2024,1501432' 'sum received where form=us_foia by year'
is 'year,stated 2021,838164 2022,928261 2023,1199699 2024,1501432' 'stated received where form=us_foia by year'
is 'year,gap 2021,0 2022,0 2023,0 2024,0' 'gap processed by year'
is 'year,gap 2021,0 2022,0 2023,0 2024,0' 'gap dispositions by year'
is 'year,reports 2021,118 2022,119 2023,121 2024,122' 'count reports where form=us_foia by year'
is 'applications 669' 'sum applications'
is 'year,pending_end 2021,222172 2022,284557 2023,375940 2024,390548' 'sum pending_end by year'
"$ogi" --no-init -d "$db" -c 'sum applications' 2>&1 >/dev/null | grep -q '^reports 14 of 15 ' ||
  { echo "reports of another form are counted"; bad=1; }

# Unpacked into folders, and all again over what is there.
S=$(realpath "$S")
if command -v unzip >/dev/null; then
  mkdir "$place/set"
  for y in 2021 2024; do
    unzip -q -d "$place/set/$y" "$S/all_agencies_csv_$y.zip" || bad=1
  done
  load folders 'loaded 240 reports' "$place/set"
  is 'year,received 2021,838164 2024,1501432' 'sum received by year'
  load folders '240 replaced' "$place/set"
  is 'year,stated 2021,838164 2024,1501432' 'stated received by year'
else
  echo "skipped folders: unzip is not installed"
fi
echo "$cases cases"
exit $bad
