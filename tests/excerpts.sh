#!/usr/bin/env bash
# The first parts of twelve real reports, each bent in another way: what is certain in them is read,
# and nothing else is a number. They are not part of the project: without them (OGI_SHARED, else
# ../shared/data) this says so and passes.
set -u
cd "$(dirname "$0")/.." || exit 1
S=${OGI_SHARED:-../shared/data}/cn
ogi=$(realpath "${OGI:-build/ogi}")
[ -f "$S/excerpt_figures.tsv" ] || { echo "skipped: no excerpts in $S"; exit 0; }
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
bad=0 files=0 cells=0
cp "$S/excerpt_figures.tsv" "$place/figures.tsv"
query='select "table", "row", "column", printed, value, state from cell'

fail() {
  echo "$name: $1"
  bad=1
}

# check AGENCY YEAR EDITION STATES FILE: loads it and holds it against the figures. STATES counts the
# cells of the tables that are there; what is no figure may be blank, unread or other words, and how
# many of each is said here.
check() {
  local agency=$1 year=$2 edition=$3 states=$4 file=$5 db=$place/panel.db status got
  rm -f "$db"
  "$ogi" --no-init -d "$db" "$file" </dev/null >"$place/said" 2>&1
  status=$?
  [ $status = 0 ] || { fail "status $status"; cat "$place/said"; return; }
  got=$(sqlite3 -separator ' ' "$db" "select distinct agency, year, edition from cell")
  [ "$got" = "$agency $year $edition" ] || fail "is by $got, not by $agency $year $edition"
  got=$(sqlite3 -separator ' ' "$db" "select state, count(*) from cell group by 1 order by 1" | tr '\n' ' ')
  [ "$got" = "$states " ] || fail "cells are $got, not $states"
  sqlite3 -separator $'\t' "$db" "$query" >"$place/cells"
  awk -F'\t' -v name="$name" '
    function complain(why) { print name ": " $1 " " $2 " " $3 ": " why; bad = 1 }
    FNR == NR {
      if ($1 == file) { key = $2 FS $3 FS $4; figure[key] = $5; basis[key] = $6; seen[key] = 0 }
      next
    }
    { key = $1 FS $2 FS $3 }
    !(key in figure) {
      if ($6 == "number" || $6 == "inferred") complain("is not certain, ogi says " $5)
      next
    }
    { seen[key]++ }
    basis[key] == "blank" || figure[key] == "/" {
      if ($6 != "blank") complain("is blank, ogi has " $6 " " $5)
      next
    }
    # An amount without its unit is kept as it is printed, and is no number.
    $3 == "采购总金额" && figure[key] != 0 {
      if ($6 != "text" || $4 != figure[key]) complain("is " figure[key] " of no unit, ogi has " $6 " " $5)
      next
    }
    $6 != "number" || $5 + 0 != figure[key] + 0 { complain("is " figure[key] ", ogi has " $6 " " $5) }
    END {
      for (key in seen) if (seen[key] != 1) { print name ": " seen[key] " cells for " key; bad = 1 }
      exit bad
    }' file="$name.txt" "$place/figures.tsv" "$place/cells" || bad=1
  files=$((files + 1)) cells=$((cells + $(wc -l <"$place/cells")))
}

# also NAME ROW FIGURE…: a row of table 三 that the excerpt holds whole and the list of figures leaves out;
# _ is a blank.
also() {
  local file=$1 row=$2 column
  shift 2
  for column in 自然人 法人或其他组织/{商业企业,科研机构,社会公益组织,法律服务机构,其他} 总计; do
    if [ "$1" = _ ]; then
      printf '%s.txt\t三\t%s\t%s\t\tblank\n' "$file" "$row" "$column"
    else
      printf '%s.txt\t三\t%s\t%s\t%s\ttext\n' "$file" "$row" "$column" "$1"
    fi
    shift
  done >>"$place/figures.tsv"
}

# whole NAME AGENCY YEAR EDITION STATES: the text says who reports on what year.
whole() {
  name=$1
  check "$2" "$3" "$4" "$5" "$S/excerpts/$name.txt"
}

# remarked NAME WORDS: loading the excerpt says so.
remarked() {
  "$ogi" --no-init "$S/excerpts/$1.txt" </dev/null 2>&1 | grep -q -- "$2" ||
    { echo "$1: nothing is said like \"$2\""; bad=1; }
}

# nameless NAME REASON AGENCY YEAR EDITION STATES: the text does not say it, and is refused for that
# reason; its cells are read once a title says it.
nameless() {
  local said status
  name=$1
  said=$("$ogi" --no-init "$S/excerpts/$name.txt" </dev/null 2>&1)
  status=$?
  [ $status = 3 ] || fail "status $status where it is to be refused"
  [[ $said == *"$2"* ]] || fail "is refused with $said, expected $2"
  { echo "$3$4年政府信息公开工作年度报告"; cat "$S/excerpts/$name.txt"; } >"$place/$name.txt"
  check "$3" "$4" "$5" "$6" "$place/$name.txt"
}

also derong_wsjkj_2019 一、本年新收政府信息公开申请数量 _ _ _ _ _ _ 0
also changtu_2021_oldform 一、本年新收政府信息公开申请数量 0 0 0 0 0 0 0
also changtu_2021_oldform 二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0

whole datong_qixiang_2023_blank 大同市气象部门 2023 2021 "blank 6 unread 179"
whole derong_wsjkj_2019 得荣县卫生健康局 2019 2019 "blank 11 number 18 unread 154"
whole huichang_zhongcun_2020 中村乡 2020 2019 "number 21 text 1"
whole jiangmen_gonglu_2019 江门市公路局 2019 2019 "number 12 unread 10"
whole jiulongpo_erlang_2022 重庆市九龙坡区二郎街道办事处 2022 2021 "number 9 unread 1"
whole kaiping_slj_2021_hant_pinyin 開平市水利局 2021 2021 "number 7 unread 3"
whole leiyang_mashui_2019 马水镇 2019 2019 "number 18 unread 4"
whole qu_tjj_2023_slash 区统计局 2023 2021 "blank 15 number 9 unread 161"
whole suqian_2025_md_partial 宿迁市 2025 2021 "number 28 unread 172"
nameless changan_tjj_2023_pipe_ownline "no agency is told" 某区统计局 2023 2021 "number 9 unread 1"
nameless changchun_js_2023_leadpipe "no agency is told" 某市建设局 2023 2021 "number 24 unread 161"
nameless changtu_2021_oldform "no agency and no year is told" 某县某局 2021 2019 "number 36 unread 147"
remarked jiangmen_gonglu_2019 '"江门市公路局" is the subject of this sentence'
remarked kaiping_slj_2021_hant_pinyin 'no title says who reports on what year, this sentence does'
remarked qu_tjj_2023_slash '"区统计局" does not say of what place'

[ $bad = 0 ] && echo "$files excerpts, $cells cells as is certain"
exit $bad
