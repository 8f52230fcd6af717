#!/usr/bin/env bash
# kills.sh [N] [REPORTS]: a load is killed N times (10), each at a random moment. Every time the panel
# holds some number of whole reports and nothing else, what is kept beside them agrees with them, and
# loading again ends in the same panel as a load that was never disturbed. In turn the writer alone is
# killed, the writer and its readers at once, and the writer is asked to end (interrupted).
set -u
cd "$(dirname "$0")/.." || exit 1
ogi=$(realpath "${OGI:-build/ogi}")
gen=$(realpath build/gen)
kills=${1:-10} reports=${2:-6000} # several batches of store/batch.c
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cd "$place" || exit 1
export LC_ALL=C.UTF-8
RANDOM=${SEED:-7}
set -m # each load leads a group of processes
bad=0 whole=0 some=0 none=0

"$gen" --seed 3 --reports "$reports" --out reports || exit 1
load() { exec "$ogi" --no-init -d "$1" reports >"$1.said" 2>&1 </dev/null; }
started=${EPOCHREALTIME/[.,]/}
(load undisturbed.db)
took=$((${EPOCHREALTIME/[.,]/} - started)) # microseconds
grep -q "^loaded $reports reports" undisturbed.db.said || { cat undisturbed.db.said; exit 1; }

# A line for each report: all that the tables hold of it, as sums that a lost row would change.
digest='create temp table digest as
  with r as (select report, count(*) n, total(cell * 7 + state) s, total(value * (cell % 97 + 1)) v from reading group by report),
       f as (select report, count(*) n, total(value * (cell % 97 + 1)) v from fact group by report),
       s as (select report, count(*) n, total(length(text)) t from section group by report),
       m as (select report, count(*) n from remark group by report)
  select path, agency.name, year, title, signed_on, counts, tables, blank, unread, inferred, absent, doubts,
    r.n, r.s, r.v, f.n, f.v, s.n, s.t, m.n,
    (select count(*) from layout_place p where p.layout = report.layout) places
  from report join agency on agency.id = report.agency left join r on r.report = report.id
    left join f on f.report = report.id left join s on s.report = report.id left join m on m.report = report.id;'
sqlite3 undisturbed.db "$digest" '.mode csv' 'select * from digest order by path' >undisturbed
[ "$(wc -l <undisturbed)" = "$reports" ] || { echo "the digest has no line for some report"; exit 1; }

# What speaks of a report that is not there, and what is kept beside the reports.
strays='select "integrity: " || integrity_check from pragma_integrity_check where integrity_check <> "ok";
  select "figures of no report" from fact where report not in (select id from report) limit 1;
  select "cells of no report" from reading where report not in (select id from report) limit 1;
  select "text of no report" from section where report not in (select id from report) limit 1;
  select "kept sums differ: cell " || cell || ", " || year from
    (select cell, year, sum(value) v from fact where report in (select id from report where counts = 1) group by 1, 2)
    full join (select cell, year, hi * 4294967296 + lo w from roll) using (cell, year)
    where coalesce(v, 0) <> coalesce(w, 0) limit 3;
  select "kept counts differ" from
    (select year, edition, tables, count(*) v from report where counts = 1 group by 1, 2, 3)
    full join (select year, edition, tables, n w from tally) using (year, edition, tables)
    where coalesce(v, 0) <> coalesce(w, 0) limit 1;'

# check DATABASE: sets `wrong`, and `count` to the number of its reports.
check() {
  count=0 wrong=
  [ -e "$1" ] || return
  [ "$(sqlite3 "$1" "select count(*) from sqlite_schema where name = 'report'" 2>&1)" = 0 ] && return
  wrong=$(sqlite3 "$1" "$strays" 2>&1)
  sqlite3 "$1" "$digest" '.mode csv' 'select * from digest order by path' >held 2>&1
  count=$(wc -l <held)
  wrong=$wrong$(comm -13 undisturbed held | sed 's/^/not as in an undisturbed load: /' | head -3)
}

# A check that sees nothing is worth nothing.
cp undisturbed.db spoilt.db
sqlite3 spoilt.db 'delete from fact where report = (select min(report) from fact)'
check spoilt.db
[[ $wrong = *"kept sums differ"*"not as in an undisturbed load"* ]] || { echo "a lost figure is not seen: $wrong"; exit 1; }

for ((i = 0; i < kills; i++)); do
  db=panel$i.db
  moment=$(((RANDOM * 32768 + RANDOM) % (took * 11 / 10)))
  load $db &
  writer=$!
  sleep "$((moment / 1000000)).$(printf %06d $((moment % 1000000)))"
  case $((i % 3)) in
  0) kill -KILL $writer ;;
  1) kill -KILL -- -$writer ;;
  2) kill -INT $writer ;;
  esac 2>/dev/null
  wait $writer 2>/dev/null
  check $db
  case $count in 0) none=$((none + 1)) ;; "$reports") whole=$((whole + 1)) ;; *) some=$((some + 1)) ;; esac
  before=$count
  if [ -z "$wrong" ]; then
    (load $db)
    check $db
    cmp -s held undisturbed || wrong="$wrong
loading again did not end in the same panel: $(wc -l <held) reports of $reports"
  fi
  if [ -n "$wrong" ]; then
    echo "kill $i after $moment of $took µs, $before reports:"
    echo "$wrong"
    bad=1
  fi
  rm -f "$db"*
done
# Readers end by themselves when their writer is gone.
for _ in 1 2 3 4 5 6 7 8 9 10; do
  left=$(pgrep -f "^$ogi --no-init -d panel" || true)
  [ -z "$left" ] && break
  sleep 0.2
done
[ "$left" ] && { echo "processes are left: $left"; kill -KILL $left; bad=1; }
echo "$kills kills: $none before the first commit, $some with some reports, $whole with all"
exit $bad
