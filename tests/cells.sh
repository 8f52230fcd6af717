#!/usr/bin/env bash
# Real reports against the figures that people took from them: every cell that the view `cell` gives
# must be the one in figures.tsv. The reports are not part of the project: without them (OGI_SHARED,
# else ../shared/data) this says so and passes.
set -u
cd "$(dirname "$0")/.." || exit 1
S=${OGI_SHARED:-../shared/data}
ogi=${OGI:-build/ogi}
[ -f "$S/cn/figures.tsv" ] || { echo "skipped: no real reports in $S"; exit 0; }
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
bad=0 panels=0 cells=0
query='select agency, year, "table", "row", "column", printed, value, state from cell'

# The true figures: the key in four parts, then what is printed; a blank is "".
awk -F'\t' -v OFS='\t' 'NR > 1 { print $1, $2, $3, $4, $5, $6 }' "$S/cn/figures.tsv" |
  LC_ALL=C sort >"$place/figures"

# check NAME AGENCY YEAR COUNT BLANKS FILE: loads one file into a panel of its own and compares.
# BLANKS: cells that are printed blank and have no line in figures.tsv.
check() {
  local name=$1 agency=$2 year=$3 count=$4 blanks=$5 file=$6 db=$place/panel.db n status
  rm -f "$db"
  "$ogi" --no-init -d "$db" "$file" </dev/null >"$place/said" 2>&1
  status=$?
  if [ $status != 0 ]; then
    echo "$name: status $status"; cat "$place/said"; bad=1; return
  fi
  sqlite3 -separator $'\t' "$db" "$query" | LC_ALL=C sort >"$place/cells"
  n=$(wc -l <"$place/cells")
  if [ "$n" != "$count" ]; then
    echo "$name: $n cells, $count are in the form"; head -3 "$place/said"; bad=1
  fi
  awk -F'\t' -v OFS='\t' -v agency="$agency" -v year="$year" \
    '$1 == agency && $2 == year' "$place/figures" >"$place/true"
  [ -s "$place/true" ] || { echo "$name: figures.tsv has nothing on $agency $year"; bad=1; }
  awk -F'\t' -v blanks="$blanks" -v name="$name" '
    function complain(why) { print name ": " $3 " " $4 " " $5 ": " why; bad = 1 }
    { key = $1 FS $2 FS $3 FS $4 FS $5 }
    FNR == NR { figure[key] = $6; seen[key] = 0; next }
    !(key in figure) {
      if ($8 == "blank" && $6 == "") { missing++; next }
      complain("the figures have no such cell, ogi says \"" $6 "\""); next
    }
    seen[key]++ { complain("twice") }
    figure[key] != $6 { complain("is \"" figure[key] "\", ogi says \"" $6 "\"") }
    # A plain number: the value is the number itself.
    figure[key] ~ /^-?[0-9]+(\.[0-9]+)?$/ && ($8 != "number" || $7 + 0 != figure[key] + 0) {
      complain("is " figure[key] ", ogi has " $8 " " $7)
    }
    figure[key] == "" && $8 != "blank" { complain("is blank, ogi has " $8 " \"" $7 "\"") }
    END {
      for (key in seen) if (!seen[key]) { print name ": no cell for " key; bad = 1 }
      if (missing + 0 != blanks) { print name ": " missing + 0 " blanks without a figure, " blanks " expected"; bad = 1 }
      exit bad
    }' "$place/true" "$place/cells" || bad=1
  panels=$((panels + 1)) cells=$((cells + n))
}

for year in 2021 2022 2023 2024 2025; do
  for kind in txt html; do
    blanks=0
    [ $year = 2021 ] && blanks=3
    check "rendered $year.$kind" 平潭综合实验区 $year 200 $blanks "$S/cn/rendered/平潭综合实验区_$year.$kind"
  done
done
check "page 2025" 平潭综合实验区 2025 200 0 "$S/cn/reports/pingtan_2025.html"
check "page 2019" 上海市人民政府办公厅 2019 198 0 "$S/cn/reports/shanghai_bgt_2019.html"
check "seed" 西山区政务服务管理局 2021 200 0 "$S/seed/西山区政务服务管理局_2021.txt"

# Text whose digits run together: it loads, and what the form's own sums settle is as in the figures.
# What has no sum is unread and has its place: one row of table 二.
for year in 2021 2022 2025; do
  rm -f "$place/panel.db"
  "$ogi" --no-init -d "$place/panel.db" "$S/cn/reports/pingtan_$year.txt" </dev/null >"$place/said" 2>&1
  status=$?
  [ $status = 0 ] || { echo "run-together $year: status $status"; cat "$place/said"; bad=1; continue; }
  grep -q 'warning' "$place/said" || { echo "run-together $year: loaded without a warning"; bad=1; }
  "$ogi" --no-init --strict "$S/cn/reports/pingtan_$year.txt" </dev/null >/dev/null 2>&1
  [ $? = 3 ] || { echo "run-together $year: --strict is not status 3"; bad=1; }
  n=$(sqlite3 "$place/panel.db" "select count(*) from cell where agency='平潭综合实验区' and year=$year")
  [ "$n" = 200 ] || { echo "run-together $year: $n cells"; bad=1; }
  unread=$(sqlite3 "$place/panel.db" "select count(*) from cell where state='unread'")
  [ "$unread" = 3 ] || { echo "run-together $year: $unread cells are unread, 3 expected"; bad=1; }
  unread=$(sqlite3 "$place/panel.db" "select count(*) from cell where state='unread' and \"row\" like '%/行政规范性文件'")
  [ "$unread" = 3 ] || { echo "run-together $year: other rows than 行政规范性文件 are unread"; bad=1; }
  placeless=$(sqlite3 "$place/panel.db" "select count(*) from cell where state='unread' and coalesce(place,'')=''")
  [ "$placeless" = 0 ] || { echo "run-together $year: $placeless unread cells without a place"; bad=1; }
  sqlite3 -separator $'\t' "$place/panel.db" "$query where state in ('number', 'inferred')" >"$place/cells"
  awk -F'\t' '
    { key = $1 FS $2 FS $3 FS $4 FS $5 }
    FNR == NR { figure[key] = $6; next }
    !(key in figure) { print "run-together: " key " has no figure, ogi says " $7; bad = 1 }
    (key in figure) && (figure[key] + 0 != $7 + 0 || figure[key] != $6) { print "run-together: " key " is " figure[key] ", ogi says " $7; bad = 1 }
    END { exit bad }' "$place/figures" "$place/cells" || bad=1
done

# The contract's own questions.
ask() {
  local expected=$1 got
  shift
  got=$("$ogi" --no-init --format csv "$@" </dev/null 2>/dev/null | tr '\n' ' ')
  [ "$got" = "$expected " ] || { echo "$* gives: $got"; echo "expected: $expected"; bad=1; }
}
seed=$S/seed/西山区政务服务管理局_2021.txt
ask 'decisions 219' -c 'sum decisions where decision=licence' "$seed"
ask 'received 0' -c 'sum received' "$seed"
expected=$(awk -F'\t' '$1 ~ /平潭/ && $3 == "三" && $4 ~ /（三）不予公开/ && $5 == "自然人" { s += $6 } END { print s }' "$S/cn/figures.tsv")
ask "applications $expected" -c 'sum applications where requester=natural_person and outcome=withheld' "$S"/cn/rendered/*.txt
ask "applications $expected" -c 'sum applications where 申请人=自然人 and outcome=不予公开' "$S"/cn/rendered/*.html
cmp -s <("$ogi" --no-init --format csv -c 'sum applications by outcome' "$S"/cn/rendered/*.txt 2>&1 </dev/null) \
  <("$ogi" --no-init --format csv -c 'sum 办理结果数 by 办理结果' "$S"/cn/rendered/*.txt 2>&1 </dev/null) ||
  { echo "Chinese and English statements differ"; bad=1; }

[ $bad = 0 ] && echo "$panels reports, $cells cells as in the figures"
exit $bad
