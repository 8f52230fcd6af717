#!/usr/bin/env bash
# A file that crashes its reader, hangs it, takes all memory or writes over what the processes share
# costs that file alone, also within archives; and however many processes read, answers, messages
# and database are the same bytes. OGI names a program with traps (see tests/trap.c).
set -u
cd "$(dirname "$0")/.." || exit 1
root=$PWD
ogi=$(realpath "${OGI:-build/trap}")
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cd "$place" || exit 1
export LC_ALL=C.UTF-8
export ASAN_OPTIONS=exitcode=99:detect_leaks=1:handle_segv=0:handle_abort=0 UBSAN_OPTIONS=exitcode=99:halt_on_error=1
bad=0 cases=0
traps="segv abort stack hang sleep exit kill wild"
# Under the sanitizers a process has no limit of memory: they map terabytes.
case $ogi in *asan*) ;; *) traps="$traps inflate" ;; esac

# same NAME EXPECTED GOT
same() {
  cases=$((cases + 1))
  [ "$2" = "$3" ] && return
  echo "$1:"
  diff <(echo "$2") <(echo "$3") | head -20
  bad=1
}

# load NAME JOBS PATH…: what it says, and a database NAME.db
load() {
  local name=$1 jobs=$2
  shift 2
  timeout -s KILL 120 "$ogi" --no-init --jobs "$jobs" --file-seconds 2 -d "$name.db" "$@" \
    -c 'count reports' -c 'sum received by agency' </dev/null >"$name.said" 2>&1
  echo "status $?" >>"$name.said"
  # Whether memory or time ends the one that takes all of it depends on how busy the machine is.
  sed -i -e '/inflate.txt: error/{s/error: .*/error: stopped/;n;/file-seconds/d}' "$name.said"
}
list() { sqlite3 "$1.db" "select coalesce(member, path), verdict from load_list order by 1"; }

mkdir files
cp "$root"/tests/data/panel/*.txt "$root"/tests/data/panel/*.html files/
good=$(ls files | wc -l)
expected=$(cd files && ls | sed '/卫生健康委员会_2021/s/$/|doubtful/; t; s/$/|accepted/')
for word in $traps; do
  echo "TRAP $word" >"files/示例县$word.txt"
  expected="$expected
示例县$word.txt|rejected"
done
expected=$(sort <<<"$expected")

for jobs in 1 2 5; do
  load "jobs$jobs" $jobs files
  same "folder, $jobs processes" "$expected" "$(list jobs$jobs | sed 's|^files/||' | sort)"
  same "folder, $jobs processes: reports" "$good" "$(sqlite3 jobs$jobs.db 'select count(*) from report')"
  same "messages of $jobs processes and of 1" "$(cat jobs1.said)" "$(cat jobs$jobs.said)"
done
grep -q "loaded $good reports from $(ls files | wc -l) files, 1 with doubts (1), $(wc -w <<<"$traps") not read" jobs1.said ||
  { echo "the summary:"; grep loaded jobs1.said; bad=1; }
grep -q 'status 3' jobs1.said || { echo "the exit status:"; tail -1 jobs1.said; bad=1; }

# In an archive, and in an archive in it, every file before and behind a trap is read.
mkdir inner outer
cp files/*_202[23]* files/*{abort,kill,wild}.txt inner/
cp files/*_2021* files/*_2019* files/*_2020* files/*{segv,exit,stack,sleep}.txt outer/
tar -cf outer/m.tar inner
tar -cf outer.tar outer
expected=$( (cd outer && ls | sed 's|^|outer/|' | grep -v 'm\.tar'; cd ../inner && ls | sed 's|^|outer/m.tar/inner/|') |
  sed '/卫生健康委员会_2021/s/$/|doubtful/; t; /_20/s/$/|accepted/; t; s/$/|rejected/' | sort)
for jobs in 1 2; do
  load "archive$jobs" $jobs outer.tar files/*教育局_2021.txt
  same "archive, $jobs processes" "$expected" "$(list archive$jobs | grep ^outer | sort)"
  same "archive, $jobs processes: reports" "$good" "$(sqlite3 archive$jobs.db 'select count(*) from report where counts')"
done
cells='select agency, year, edition, "table", "row", "column", printed, value, state from cell order by 1, 2, 4, 5, 6'
same "cells out of the folder and out of the archive" "$(sqlite3 jobs1.db "$cells" | md5sum)" "$(sqlite3 archive1.db "$cells" | md5sum)"

# However many read: the same bytes. (Without traps that take seconds: what waits for long is
# committed by itself, and lies otherwise in the file.)
mkdir quick
cp files/*_20* files/*{segv,abort,stack,exit,kill,wild}.txt quick/
for jobs in 1 2 3 7; do
  load "quick$jobs" $jobs quick inner/*.html outer.tar/nowhere
  same "quick: messages of $jobs processes and of 1" "$(cat quick1.said)" "$(cat quick$jobs.said)"
  same "quick: the database of $jobs processes and of 1" "$(md5sum <quick1.db)" "$(md5sum <quick$jobs.db)"
done

# Many more files than channels can hold in one go, many of them traps.
"$root"/build/gen --seed 3 --reports 600 --out many
for i in $(seq -w 0 20 599); do echo "TRAP segv" >"many/000/r000${i}x.txt"; done
load many 3 many
same "many: reports" "600" "$(sqlite3 many.db 'select count(*) from report')"
same "many: rejected" "30" "$(sqlite3 many.db "select count(*) from load_list where verdict = 'rejected'")"

[ $bad = 0 ] && echo "$cases cases"
exit $bad
