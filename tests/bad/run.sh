#!/usr/bin/env bash
# Bad input, one case after the other: the exit status that the manual promises, a message that says
# what is wrong, and nothing lost of what was good. OGI names the program under test.
set -u
cd "$(dirname "$0")/../.." || exit 1
root=$PWD
ogi=$(realpath "${OGI:-build/ogi}")
gen=$root/build/gen
place=$(mktemp -d)
trap 'chmod -R u+w "$place"; rm -rf "$place"' EXIT
cd "$place" || exit 1
export LC_ALL=C.UTF-8
export ASAN_OPTIONS=exitcode=99:detect_leaks=1 UBSAN_OPTIONS=exitcode=99:halt_on_error=1
bad=0 cases=0

# try STATUS FRAGMENT ARGUMENT…: STATUS may be several, "0|3"; FRAGMENT is part of what is said on
# standard error, as a regular expression; "" asks for nothing.
try() {
  local status=$1 fragment=$2 got
  shift 2
  timeout -s KILL 30 "$ogi" --no-init "$@" </dev/null >out 2>err
  got=$?
  cases=$((cases + 1))
  if ! [[ $got =~ ^($status)$ ]] || ! grep -qE -- "$fragment" err || grep -q 'Sanitizer\|runtime error' err; then
    echo "$what: ogi ${*:0:200}"
    echo "  status $got, expected $status; said, expected \"$fragment\":"
    head -c 1500 err | sed 's/^/  | /'
    bad=1
  fi
}

# holds DB N: the panel has N reports that count.
holds() {
  local n
  n=$(sqlite3 "$1" 'select count(*) from (select distinct agency, year from cell)' 2>&1)
  cases=$((cases + 1))
  [ "$n" = "$2" ] || { echo "$what: $1 holds $n reports, expected $2"; bad=1; }
}

# brief: what was said is not as long as what was given.
brief() {
  cases=$((cases + 1))
  [ "$(wc -c <err)" -lt 5000 ] || { echo "$what: a message of $(wc -c <err) bytes"; bad=1; }
}

"$gen" --out good --reports 6 --seed 3 || exit 1
one=good/000/r000003.txt
"$gen" --out page --reports 4 --seed 4 --html || exit 1

what="an empty file"
: >empty.txt
try 3 'empty\.txt' -d empty.db empty.txt good
holds empty.db 6

what="a directory"
mkdir void folder.txt
cp $one folder.txt/
try 0 '' -d directory.db folder.txt good
holds directory.db 6
try 4 'void' -d void good
try 3 'void' -f void
try 0 '' void
try 3 'nowhere' nowhere -d nowhere.db good
holds nowhere.db 6

what="a picture"
printf '\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\10\6\0\0\0\x1f\x15\xc4\x89' >picture.png
cp picture.png picture.txt
cp picture.png good/000/
try 3 'picture\.png' picture.png
try 3 'picture\.txt' picture.txt
try 0 '' -d picture.db good # in a folder it is passed over
holds picture.db 6
rm good/000/picture.png

what="100 MB of zeros"
truncate -s 100M zeros.txt
try 3 'zeros\.txt' -d zeros.db zeros.txt good
holds zeros.db 6

what="a report cut in the middle"
size=$(stat -c %s $one)
head -c $((size * 7 / 10)) $one >cut.txt
try 0 'cut\.txt.*warning' -d cut.db cut.txt
try 3 'cut\.txt' --strict cut.txt
try '0|3' '' <(head -c 300 $one)
head -c $((size / 20)) $one >stub.txt
try '0|3' 'stub\.txt' -d stub.db stub.txt good
holds stub.db 6
head -c 9000 page/000/r000003.html >cut.html
try '0|3' 'cut\.html' cut.html

what="invalid UTF-8"
sed 's/规章/\xff\xfe/' $one >invalid.txt
try 3 'invalid\.txt' -d invalid.db invalid.txt good
holds invalid.db 6
try 2 '' -c $'sum \xff\xfe'
try 2 'outcom' -c $'sum received where agency = "\xc3\x28" and outcom = 1' good

what="a page with no table"
{ echo '<html><body><h1>示例省云河市东山县水务局2021年政府信息公开工作年度报告</h1>'
  echo '<p>一、总体情况</p><p>没有表格。</p></body></html>'; } >bare.html
try 3 'bare\.html' -d bare.db bare.html good
echo '<html><body><p>什么也没有</p></body></html>' >nothing.html
try 3 'nothing\.html' -d bare.db nothing.html

what="a table of the form with a row missing"
grep -v '重复申请' $one >short.txt
try 0 'short\.txt.*warning' -d short.db short.txt
try 3 'short\.txt' --strict short.txt
n=$(sqlite3 short.db "select count(*) from cell where state = 'number' and \"row\" like '%重复申请'")
[ "$n" = 0 ] || { echo "$what: $n cells of a row that is not there have a number"; bad=1; }
n=$(sqlite3 short.db "select count(*) from cell where state = 'number'")
[ "$n" -ge 180 ] || { echo "$what: only $n of the other cells were read"; bad=1; }

what="an unreadable file among good ones"
ln -s nowhere.txt good/000/r999998.txt
ln -s /proc/self/mem good/000/r999999.txt
try 3 'r99999' -d unreadable.db good
holds unreadable.db 6
rm good/000/r99999*
chmod 0 good/000/r000000.txt
if ! cat good/000/r000000.txt >/dev/null 2>&1; then # root reads everything
  try 3 'r000000' -d forbidden.db good
  holds forbidden.db 5
fi
chmod 644 good/000/r000000.txt

what="a database of another program"
sqlite3 other.db 'create table report (a, b); insert into report values (1, 2)'
cp other.db other.copy
try 4 'other\.db' -d other.db good
cmp -s other.db other.copy || { echo "$what: it was changed"; bad=1; }
echo 'not a database at all, but a text of more than a hundred bytes, so that no header fits in, whatever it is' >text.db
cp text.db text.copy
try 4 'text\.db' -d text.db good
cmp -s text.db text.copy || { echo "$what: a text was changed"; bad=1; }

what="a read-only database"
try 0 '' -d panel.db good
holds panel.db 6
cp panel.db panel.copy
try 0 '' -d panel.db --readonly -c 'sum received'
[ -s out ] || { echo "$what: no answer"; bad=1; }
try 4 'read-only' -d panel.db --readonly page
try 2 'readonly' -d panel.db --readonly -c 'load "page"'
cmp -s panel.db panel.copy || { echo "$what: --readonly changed it"; bad=1; }
try 4 'none\.db' -d none.db --readonly -c 'sum received'
[ ! -e none.db ] || { echo "$what: --readonly made a file"; bad=1; }
mkdir locked
cp panel.db locked/
chmod 444 locked/panel.db
chmod 555 locked
if ! { : >>locked/panel.db; } 2>/dev/null; then # root writes everywhere
  try 0 '' -d locked/panel.db -c 'sum received'
  try 4 'locked/panel\.db' -d locked/panel.db page
elif command -v setpriv >/dev/null && chmod 755 "$place" && setpriv --reuid 65534 --clear-groups test -x "$ogi" 2>/dev/null; then
  as_nobody=(setpriv --reuid 65534 --regid 65534 --clear-groups)
  "${as_nobody[@]}" "$ogi" --no-init -d locked/panel.db -c 'sum received' </dev/null >out 2>err
  status=$?
  [ $status = 0 ] && [ -s out ] || { echo "$what: status $status for a question"; cat err; bad=1; }
  "${as_nobody[@]}" "$ogi" --no-init -d locked/panel.db page </dev/null >out 2>err
  status=$?
  [ $status = 4 ] && grep -q 'panel\.db' err || { echo "$what: status $status for a load"; cat err; bad=1; }
  cases=$((cases + 2))
fi
chmod 755 locked

what="two processes loading into one database"
"$gen" --out left --reports 300 --seed 5
"$gen" --out right --reports 600 --seed 6
rm -r right/000/r0000* right/000/r0001* right/000/r0002* # the same agencies: the second half alone
"$ogi" --no-init -d both.db left </dev/null >out1 2>err1 & first=$!
"$ogi" --no-init -d both.db right </dev/null >out2 2>err2 & second=$!
wait $first; first=$?
wait $second; second=$?
[ "$first $second" = "0 0" ] || { echo "$what: status $first and $second"; head -3 err1 err2; bad=1; }
holds both.db 600
[ "$(sqlite3 both.db 'pragma integrity_check')" = ok ] || { echo "$what: the database is damaged"; bad=1; }

what="a load that is killed"
for delay in 0.03 0.06 0.1 0.15 0.2; do # each goes on where the one before was killed
  "$ogi" --no-init -d killed.db left right </dev/null >out 2>err & first=$!
  sleep $delay
  kill -9 $first 2>/dev/null
  wait $first 2>/dev/null
done
try 0 '' -d killed.db -c 'count reports'
n=$(sqlite3 killed.db 'select count(*) from (select agency, year, count(*) n from cell group by 1, 2 having n not in (198, 200))')
[ "$n" = 0 ] || { echo "$what: $n reports are not whole"; bad=1; }
try 0 '' -d killed.db left right
holds killed.db 600

what="a statement of 1 MB"
{ printf 'sum applications where outcome in (withheld'; yes ', withheld' | head -n 100000 | tr -d '\n'; echo ')'; } >long.ogi
try 0 '' -f long.ogi good
{ printf 'sum received where agency = "'; head -c 1000000 /dev/zero | tr '\0' x; echo '"'; } >name.ogi
try 2 'name\.ogi:1' -f name.ogi good
brief
{ printf 'sum '; head -c 1000000 /dev/zero | tr '\0' x; echo; } >word.ogi
try 2 'word\.ogi:1' -f word.ogi good
brief

what="brackets nested 10,000 deep"
{ printf 'sum applications where '; head -c 10000 /dev/zero | tr '\0' '('; printf 'year=2021'
  head -c 10000 /dev/zero | tr '\0' ')'; echo; } >deep.ogi
try 4 'nested too deep' -f deep.ogi good
{ printf 'sum '; head -c 10000 /dev/zero | tr '\0' '('; echo; } >open.ogi
try 4 'open\.ogi' -f open.ogi good
{ printf 'sum applications where '; yes 'not' | head -n 10000 | tr '\n' ' '; echo 'year=2021'; } >not.ogi
try 4 'nested too deep' -f not.ogi good
{ printf '<html><body>'; yes '<div><table><tr><td>' | head -n 10000 | tr -d '\n'; } >deep.html
try '3' 'deep\.html' deep.html

what="an unknown name"
try 2 'witheld.*' -c 'sum applications where outcome = witheld' good
grep -q 'did you mean "withheld"' err || { echo "$what: no suggestion"; cat err; bad=1; }
try 2 'recieved' -c 'sum recieved' good
try 2 'outcome' -c 'sum received by outcome' good

what="a stock over years"
try 2 'by year' -c 'sum carried_forward' good
try 0 '' -c 'sum carried_forward by year' good
try 2 'status' -c 'sum documents by year' good

what="件 and 万元"
try 2 '万元' -c 'sum received + fees' good
try 2 '' -c 'sum received or fees' good

what="bad definitions"
mkdir -p std/forms
echo 'define form x (' >std/forms/x.ogi
try 2 'x\.ogi' --stdlib std -c 'sum received'
try 2 'nostd' --stdlib nostd -c 'sum received'

what="output that cannot be written"
timeout 30 "$ogi" --no-init -c 'sum received' good </dev/null >/dev/full 2>err
status=$?
cases=$((cases + 1))
[ $status = 4 ] || { echo "$what: status $status"; cat err; bad=1; }

what="usage"
try 2 'usage' --nosuch
try 2 'format' --format nosuch

[ $bad = 0 ] && echo "$cases cases"
exit $bad
