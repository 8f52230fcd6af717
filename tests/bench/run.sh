#!/usr/bin/env bash
# make bench: how fast, as ratios measured in one run on one machine. Never fails: aims stand beside
# what was measured. OGI_BENCH_N="1000 10000" for other numbers of reports; OGI_BENCH_LOAD="1000000"
# for numbers of which nothing but loading is measured (a million take some 20 GB of disk).
#
# Compared are statement times alone, both warm: ogi's own (--timing) and the sqlite3 shell's
# (.timer) on the obvious table, a row per cell with agency, year, table, row, column and value as
# text, without an index. Answers are compared too.
set -u
cd "$(dirname "$0")/../.." || exit 1
export LC_ALL=C.UTF-8
ogi=build/ogi
work=build/bench
mkdir -p $work

now() { echo "${EPOCHREALTIME/[.,]/}"; } # microseconds
median() { sort -n | awk '{ v[NR] = $1 } END { if (NR) print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { if (b > 0) printf "%.1f", a / b; else printf "-" }'; }
ms() { awk -v s="$1" 'BEGIN { if (s == "") printf "-"; else printf "%.3f ms", s * 1000 }'; }
# wall RUNS COMMAND…: median wall time in seconds.
wall() {
  local runs=$1 start i
  shift
  for ((i = 0; i < runs; i++)); do
    start=$(now)
    "$@" >/dev/null 2>&1 </dev/null
    echo $(($(now) - start))
  done | median | awk '{ printf "%.6f\n", $1 / 1000000 }'
}

# load DATABASE FOLDER: loads it, and sets `took` (microseconds) and `memory`, the most that the
# process and its readers hold at one moment: what they share (Pss) counts once.
load() {
  local start pid sum pids
  memory=0
  sync # what making the data has left to write is not the load's
  find "$2" -type f -exec cat {} + >/dev/null
  rm -f "$1" "$1"-*
  start=$(now)
  $ogi --no-init --timing -d "$1" "$2" >"$1.said" 2>&1 </dev/null &
  pid=$!
  while kill -0 $pid 2>/dev/null; do
    pids="$pid $(pgrep -P $pid)"
    sum=$(for p in $pids; do sed -n 's/^Pss: *\([0-9]*\) kB/\1/p' /proc/$p/smaps_rollup 2>/dev/null; done |
      awk '{ s += $1 } END { print s + 0 }')
    [ "$sum" -gt "$memory" ] && memory=$sum
    sleep 0.2
  done
  wait $pid
  status=$?
  took=$(sed -n 's/^load \([0-9.]*\) s.*/\1/p' "$1.said" | awk '{ print int($1 * 1000000) }')
  [ $status = 0 ] || { echo "  loading: status $status"; head -5 "$1.said"; }
}
rate() { awk -v n="$1" -v t="$2" 'BEGIN { printf "%.0f", n * 1000000 / t }'; }

# against_python REPORTS FOLDER ROWS AIM: the same folder read by plain Python, beside `took`.
against_python() {
  local start python_took
  command -v python3 >/dev/null || { echo "  ogi $(rate "$1" "$took")/s, no python3 to compare with"; return; }
  start=$(now)
  python3 tests/bench/load.py "$work/python.db" "$2" "$3"
  python_took=$(($(now) - start))
  rm -f "$work/python.db"
  echo "  ogi $(rate "$1" "$took")/s, plain Python ($3), $(rate "$1" $python_took)/s: ratio $(ratio $python_took "$took") (aim $4)"
}

results='"table" = '"'三'"' and "row" like '"'三、本年度办理结果/%' and \"row\" <> '三、本年度办理结果/（七）总计'"
received='"table" = '"'三' and \"row\" = '一、本年新收政府信息公开申请数量'"
withheld="\"table\" = '三' and \"column\" = '自然人' and \"row\" like '三、本年度办理结果/（三）不予公开/%'"
statements=(
  'sum applications where requester=natural_person and outcome=withheld'
  'sum applications where requester=natural_person and outcome=withheld by year'
  'sum received by year across requester'
  'sum applications by outcome leaves'
  'sum received where year=2023 by agency top 10'
)
queries=(
  "select sum(value) from cell where $withheld;"
  "select year, sum(value) from cell where $withheld group by year;"
  "select year, sum(value) filter (where \"column\" = '自然人'),
     sum(value) filter (where \"column\" = '法人或其他组织/商业企业'),
     sum(value) filter (where \"column\" = '法人或其他组织/科研机构'),
     sum(value) filter (where \"column\" = '法人或其他组织/社会公益组织'),
     sum(value) filter (where \"column\" = '法人或其他组织/法律服务机构'),
     sum(value) filter (where \"column\" = '法人或其他组织/其他')
   from cell where $received group by year;"
  "select \"row\", sum(value) from cell where $results and \"column\" <> '总计' group by \"row\";"
  "select agency, sum(value) from cell where year = 2023 and $received and \"column\" <> '总计'
   group by agency order by 2 desc, agency limit 10;"
)

# Figures of a csv answer, in order of size: labels differ between the two, figures must not.
figures() { tr ',' '\n' | tr -d '"\r' | grep -E '^-?[0-9.]+$' | sort -n; }

ogi_time() { # DATABASE STATEMENT
  for _ in 1 2 3 4 5 6 7 8; do echo "$2"; done >$work/statement.ogi
  $ogi --no-init --timing --format csv -d "$1" -f $work/statement.ogi 2>&1 >/dev/null </dev/null |
    sed -n 's/^time \([0-9.]*\) s.*/\1/p' | tail -n +2 | median
}
sqlite_time() { # DATABASE QUERY RUNS
  { echo "pragma cache_size = -4000000;"; echo ".timer on"
    for ((i = 0; i <= $3; i++)); do echo "$2"; done; } | sqlite3 "$1" |
    sed -n 's/^Run Time: real \([0-9.]*\) .*/\1/p' | tail -n +2 | median
}

for n in ${OGI_BENCH_N:-10000 100000}; do
  dir=$work/$n
  echo
  echo "=== $n synthetic reports"
  if [ ! -e "$dir/done" ]; then
    rm -rf "$dir"
    mkdir -p "$dir"
    build/gen --seed 1 --reports "$n" --out "$dir/reports" || exit 0
    mkfifo "$dir/pipe"
    build/gen --seed 1 --reports "$n" --cells "$dir/pipe" &
    sqlite3 "$dir/obvious.db" 'pragma journal_mode = off' 'pragma synchronous = off' \
      'create table cell (agency text, year integer, "table" text, "row" text, "column" text, value numeric)' \
      '.mode ascii' '.separator "\t" "\n"' ".import $dir/pipe cell" >/dev/null
    wait
    rm "$dir/pipe"
    : >"$dir/done"
  fi

  pages=$((n < 5000 ? n : 5000))
  if [ ! -e "$dir/pages" ]; then
    build/gen --seed 1 --reports $pages --html --out "$dir/pages" || exit 0
  fi
  echo "load $pages pages ($(du -sh --apparent-size "$dir/pages" | cut -f1) of HTML)"
  load "$dir/pages.db" "$dir/pages"
  against_python $pages "$dir/pages" pages 10
  rm -f "$dir"/pages.db*

  echo "load $n texts ($(du -sh --apparent-size "$dir/reports" | cut -f1))"
  load "$dir/panel.db" "$dir/reports"
  against_python "$n" "$dir/reports" lines 3
  against_python "$n" "$dir/reports" figures 3
  echo "  memory at most $((memory / 1024)) MB (aim below 300)"
  echo "  size: panel $(du -h "$dir/panel.db" | cut -f1), obvious table $(du -h "$dir/obvious.db" | cut -f1)"
  grep '^load' "$dir/panel.db.said" | sed 's/^/  /'

  echo "statements: ogi, sqlite3 on the obvious table, ratio; whole process, ratio"
  for i in "${!statements[@]}"; do
    statement=${statements[$i]} query=${queries[$i]}
    mine=$(ogi_time "$dir/panel.db" "$statement")
    theirs=$(sqlite_time "$dir/obvious.db" "$query" 3)
    my_wall=$(wall 5 $ogi --no-init --format csv -d "$dir/panel.db" -c "$statement")
    their_wall=$(wall 3 sqlite3 "$dir/obvious.db" "$query")
    aim=
    [ "$i" = 0 ] && [ "$n" = 100000 ] && aim=" (aim 100)"
    echo "  $statement"
    echo "    $(ms "$mine"), $(ms "$theirs"), $(ratio "$theirs" "$mine")$aim; $(ms "$my_wall"), $(ms "$their_wall"), $(ratio "$their_wall" "$my_wall")"
    $ogi --no-init --format csv -d "$dir/panel.db" -c "$statement" 2>/dev/null </dev/null | figures >"$dir/mine"
    sqlite3 -csv "$dir/obvious.db" "$query" | figures >"$dir/theirs"
    cmp -s "$dir/mine" "$dir/theirs" || echo "    THE ANSWERS DIFFER: $(diff "$dir/mine" "$dir/theirs" | grep -c '^[<>]') figures"
  done

  echo "beside it, without an aim: the obvious table with a covering index"
  if [ ! -e "$dir/indexed" ]; then
    cp "$dir/obvious.db" "$dir/indexed.db"
    sqlite3 "$dir/indexed.db" 'pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -4000000;
      create index covering on cell ("table", "row", "column", year, agency, value); analyze' >/dev/null
    : >"$dir/indexed"
  fi
  for i in "${!statements[@]}"; do
    mine=$(ogi_time "$dir/panel.db" "${statements[$i]}")
    theirs=$(sqlite_time "$dir/indexed.db" "${queries[$i]}" 3)
    echo "  $(ms "$mine"), $(ms "$theirs"), $(ratio "$theirs" "$mine")  ${statements[$i]}"
  done

  first=$(wall 15 $ogi --no-init --format csv -d "$dir/panel.db" -c "${statements[0]}")
  echo "start to first answer: $(ms "$first") (aim 20 ms); to start any process, /bin/true: $(ms "$(wall 15 /bin/true)")"
  bash tests/bench/parse.sh $ogi "$dir/panel.db"

  nothing=$(wall 1 $ogi --no-init -d "$dir/panel.db" -c 'check to "/dev/null" format jsonl')
  stored=$(wall 3 $ogi --no-init -d "$dir/panel.db" -c 'check to "/dev/null" format jsonl')
  echo "check, all rules: from nothing $nothing s, from stored results $stored s (aims for 100000: 20 s, 2 s)"
  $ogi --no-init --format csv -d "$dir/panel.db" -c 'check timing' | sed -n '2,4s/^/  slowest: /p'
done

for n in ${OGI_BENCH_LOAD:-}; do
  dir=$work/load$n
  mkdir -p "$dir"
  echo
  [ -e "$dir/done" ] || build/gen --seed 1 --reports "$n" --out "$dir/reports" || exit 0
  : >"$dir/done"
  echo "=== $n synthetic reports, loading alone ($(du -sh --apparent-size "$dir/reports" | cut -f1))"
  load "$dir/panel.db" "$dir/reports"
  echo "  $((took / 1000000)) s, $(rate "$n" "$took")/s, memory at most $((memory / 1024)) MB (aim for a million: 600 s)"
  echo "  size: $(du -h "$dir/panel.db" | cut -f1); $(grep '^loaded' "$dir/panel.db.said")"
done
exit 0
