#!/usr/bin/env bash
# The same reports as pages, text, GB18030 pages, DOCX, XLSX, archives, PDF and DOC: the same cells, and the
# same answers to ten statements. PDF and DOC need other programs: without them that is said. Then
# bad files of these kinds. OGI names the program under test. See README.md.
set -u
cd "$(dirname "$0")/../.." || exit 1
root=$PWD
ogi=$(realpath "${OGI:-build/ogi}")
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cd "$place" || exit 1
export LC_ALL=C.UTF-8
export ASAN_OPTIONS=exitcode=99:detect_leaks=1 UBSAN_OPTIONS=exitcode=99:halt_on_error=1
bad=0 kinds=0 cases=0
statements=(
  'sum received'
  'sum received by year'
  'sum applications by outcome'
  'sum applications where requester = natural_person by year'
  'stated applications by year'
  'sum carried_forward by year'
  'sum decisions by decision'
  'sum reviews by year'
  'count reports by edition'
  'reports'
)

# What a panel holds, without the names of the files.
cells='select agency, year, edition, "table", "row", "column", printed, value, state from cell order by 1, 2, 4, 5, 6'

# kind NAME PATH…: loads the files, and compares with what the pages gave.
kind() {
  local name=$1 status s
  shift
  kinds=$((kinds + 1))
  "$ogi" --no-init -d "$name.db" "$@" </dev/null >out 2>err
  status=$?
  [ $status = 0 ] || { echo "$name: status $status"; head -5 err; bad=1; return; }
  sqlite3 "$name.db" "$cells" >"$name.cells"
  for s in "${statements[@]}"; do
    "$ogi" --no-init -d "$name.db" --format csv -c "$s" </dev/null 2>&1 | sed 's|,[^,]*r\([0-9]\)\.[a-z]*|,r\1|g'
    # As a table the names of the files set its width.
    [ "$s" = reports ] || "$ogi" --no-init -d "$name.db" --format table -c "$s" </dev/null 2>&1
  done >"$name.answers"
  [ "$name" = html ] && return
  if ! cmp -s html.cells "$name.cells"; then
    echo "$name: other cells than in the pages:"
    diff html.cells "$name.cells" | head -5
    bad=1
  elif ! cmp -s html.answers "$name.answers"; then
    echo "$name: other answers than from the pages:"
    diff html.answers "$name.answers" | head -5
    bad=1
  fi
}

kind html "$root/tests/readers/html"
[ "$(wc -l <html.cells)" = 598 ] || { echo "html: $(wc -l <html.cells) cells, expected 598"; bad=1; }
mkdir text gb18030
"$root/build/gen" --out gen --seed 21 --reports 6 --errors 0.9 || exit 1
for n in 1 2 4; do
  cp gen/000/r00000$n.txt text/r$n.txt
done
kind text text
for page in "$root"/tests/readers/html/*.html; do
  iconv -f UTF-8 -t GB18030 "$page" >"gb18030/${page##*/}"
done
kind gb18030 gb18030
kind docx "$root/tests/readers/docx"
kind xlsx "$root/tests/readers/xlsx"
# stands NAME PLACE: every cell of that panel has a place, and it is of this form.
stands() {
  local got
  got=$(sqlite3 "$1.db" "select coalesce(place, 'nowhere') from cell" | grep -cvE "^$2\$")
  [ "$got" = 0 ] || { echo "$1: $got cells stand in no place like $2"; bad=1; }
}
stands html 'table [0-9]+, row [0-9]+, cell [0-9]+'
stands text 'line [0-9]+, cell [0-9]+'
stands xlsx 'sheet 1, cell [A-Z]+[0-9]+'
mkdir mixed
cp "$root/tests/readers/html/r1.html" "$root/tests/readers/docx/r2.docx" "$root/tests/readers/xlsx/r4.xlsx" mixed/
kind mixed mixed
tar -cf mixed.tar mixed
kind tar mixed.tar
tar -czf mixed.tar.gz mixed
kind targz mixed.tar.gz
tar -czf outer.tgz mixed.tar
kind nested outer.tgz
if command -v xz >/dev/null; then
  tar -cJf mixed.tar.xz mixed
  kind tarxz mixed.tar.xz
fi
if command -v zip >/dev/null; then
  zip -qr mixed.zip mixed
  kind zip mixed.zip
fi
if command -v pdftotext >/dev/null && command -v pdftocairo >/dev/null; then
  kind pdf "$root/tests/readers/pdf"
  stands pdf 'page [1-6], table [12], row [0-9]+, cell [0-9]+'
else
  echo "PDF not tested: no pdftotext and pdftocairo (package poppler-utils)"
fi
if command -v soffice >/dev/null; then
  mkdir old
  cp "$root"/tests/readers/doc/r2.doc "$root"/tests/readers/html/r[14].html old/
  kind doc old
else
  echo "DOC not tested: no soffice (package libreoffice-writer-nogui)"
fi

# try STATUS FRAGMENT PATH…
try() {
  local status=$1 fragment=$2 got
  shift 2
  timeout -s KILL 60 "$ogi" --no-init "$@" </dev/null >out 2>err
  got=$?
  cases=$((cases + 1))
  if [ $got != "$status" ] || ! grep -q -- "$fragment" err || grep -q 'Sanitizer\|runtime error' err; then
    echo "ogi $*: status $got, expected $status; said, expected \"$fragment\":"
    head -c 1000 err
    bad=1
  fi
}

page=$root/tests/readers/html/r1.html
mkdir parts
echo 'no Word document' >parts/x
for kind in docx xlsx; do
  file=$root/tests/readers/$kind/r1.$kind
  size=$(stat -c %s "$file")
  head -c $((size / 2)) "$file" >cut.$kind
  try 3 "cut\.$kind: error" cut.$kind "$page"
  grep -q 'loaded 1 report from 2 files, 1 not read' err || { cat err; bad=1; }
  tar -czf fake.$kind parts
  try 3 "fake\.$kind: error" fake.$kind
done
size=$(stat -c %s mixed.tar.gz)
head -c $((size * 2 / 3)) mixed.tar.gz >cut.tar.gz
try 3 'cut\.tar\.gz: error: .*truncated' cut.tar.gz
mkdir bomb
head -c 40000000 /dev/zero | tr '\0' ' ' >bomb/bomb.txt
cp "$page" bomb/
tar -czf bomb.tar.gz bomb
try 3 'bomb\.tar\.gz/bomb/bomb\.txt: error: more than 32 MB' bomb.tar.gz
grep -q 'loaded 1 report' err || { cat err; bad=1; }
head -c 600 "$root/tests/readers/pdf/r1.pdf" >cut.pdf
try 3 'cut\.pdf: error' cut.pdf
mkdir void
printf '\x89PNG\r\n\x1a\n\0\0' >void/a.png
tar -cf void.tar void
try 3 'void\.tar: error: of 1 files in it none is of a kind that can be read' void.tar
mkdir folder
mv void.tar folder/
cp "$page" folder/
try 0 '1 file skipped' folder

[ $bad = 0 ] && echo "$kinds kinds of the same reports, $cases bad files"
exit $bad
