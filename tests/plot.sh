#!/usr/bin/env bash
# Pictures by gnuplot: an SVG is well-formed and says what the answer says, bars are as long as their
# figures, text comes out as it went in and does nothing, Chinese letters are there, and a picture that
# fails leaves the file as it was. Skipped where gnuplot is not installed.
set -u
cd "$(dirname "$0")/.." || exit 1
command -v gnuplot >/dev/null || { echo "skipped: gnuplot is not installed"; exit 0; }
ogi=$(realpath "${OGI:-build/ogi}")
dots=$PWD/tests/lib/dots.py
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cp -r tests/data/panel "$place/reports"
cd "$place" || exit 1
bad=0
fail() { echo "$*"; bad=1; }
plot() { # plot QUERY FILE: status of ogi, which says nothing when it is well
  "$ogi" --no-init --quiet -d panel.db -c "plot $1 to \"$2\"" >said 2>&1 </dev/null
}
"$ogi" --no-init -d panel.db reports >/dev/null 2>&1 </dev/null

# What a reader of the picture sees, a text a line. gnuplot writes blanks as they are.
texts() { sed -n 's/.*<text[^>]*>\(.*\)<\/text>.*/\1/p' "$1" | sed 's/&lt;/</g; s/&gt;/>/g; s/&amp;/\&/g'; }
says() { # says FILE TEXT…
  local file=$1 text
  shift
  for text; do
    texts "$file" | grep -qxF -- "$text" || fail "$file does not say \"$text\", but: $(texts "$file" | tr '\n' '|')"
  done
}
well_formed() {
  if command -v xmllint >/dev/null; then
    xmllint --noout --nonet "$1" || fail "$1 is not well-formed"
  fi
  grep -qE '<script|<!DOCTYPE|xlink:href *= *["'"'"'](http|file)' "$1" && fail "$1 refers to something outside"
}

# Bars: texts, and lengths. The boxes are the polygons in the colour of the first series.
plot 'sum received by agency own reports' bars.svg || fail "bars: $(cat said)"
well_formed bars.svg
says bars.svg 'sum received by agency own reports' 'received (件)' 示例县人民政府 示例省财政厅 159 150 206 0 200 \
  'reports 15 of 15 · 3 blanks taken as 0'
grep -q '<title>sum received by agency own reports</title>' bars.svg || fail "the picture has no title"
grep -q 'Noto Sans CJK SC' bars.svg || fail "the picture names no font for Chinese"
lengths=$(grep -iE "fill *= *'rgb\( *0, *114, *178\)'" bars.svg | sed -n "s/.*points *= *'\([^']*\)'.*/\1/p" | awk '{
  low = 1e9; high = -1e9
  for (i = 1; i <= NF; i++) { split($i, p, ","); if (p[1] < low) low = p[1]; if (p[1] > high) high = p[1] }
  print high - low }')
"$ogi" --no-init --quiet -d panel.db --format csv -c 'sum received by agency own reports' 2>/dev/null | sed 's/.*,//' | tail -n +2 >figures
[ "$(printf '%s\n' "$lengths" | wc -l)" = "$(wc -l <figures)" ] || fail "there are as many bars as: $lengths"
printf '%s\n' "$lengths" | paste - figures | awk '
  NR == 1 { unit = $1 / $2 }
  { off = $1 - unit * $2; if (off > 2 || off < -2) { print "a bar of " $1 " pixels for " $2; bad = 1 } }
  END { exit bad || unit <= 0 }' || fail "bars are not as long as their figures"

# Lines: what is missing is a dash, and parts the line.
plot 'sum received by agency, year own reports as line' lines.svg || fail "lines: $(cat said)"
well_formed lines.svg
says lines.svg 2019 2023 – 示例县教育局 14 18 12
plot 'sum received by agency, year own reports' sparks.svg || fail "sparks: $(cat said)"
well_formed sparks.svg
says sparks.svg 2019 2023 – 示例县教育局 highest 18
plot 'sum received by year change as bar' change.svg || fail "change: $(cat said)"
says change.svg 'difference (件)' -111 193 –

# Without colours series differ too: bars in what fills them, lines in how they are broken. Two charts
# on a page do not share what fills their bars.
plot 'compare applications of "示例县公安局" 2020 with 2021, 2022' beside.svg || fail "beside: $(cat said)"
well_formed beside.svg
says beside.svg 2020 2021 2022 'outcome · withheld'
[ "$(grep -A1 '<pattern' beside.svg | grep -o " d *= *'[^']*'" | sort -u | wc -l)" = 2 ] || fail "bars beside each other are filled alike"
plot 'sum received by year across requester own reports as line' broken.svg || fail "broken: $(cat said)"
[ "$(grep -o "stroke-dasharray='[^']*'" broken.svg | sort -u | wc -l)" -ge 4 ] || fail "lines are broken alike"
plot='plot compare applications of "示例县公安局" 2020 with 2021'
printf '%s\n%s\n' "$plot" "$plot" >two.ogi
"$ogi" --no-init --quiet -d panel.db -c 'report "two.ogi" to "two.html"' >said 2>&1 </dev/null || fail "page: $(cat said)"
[ -z "$(grep -oE " id='[^']*gpPat[^']*'" two.html | sort | uniq -d)" ] || fail "two charts of a page have one pattern"
for id in $(grep -oE 'url\(#[^)]*' two.html | cut -c6- | sort -u); do
  grep -q "id='$id'" two.html || fail "the page has no pattern $id"
done

# Text is text: nothing of it is a command, a format or markup of gnuplot's.
odd='`touch ran` @x %d %s {/=40 y} a_b^c \n $(touch ran) <b>&amp;</b> '"''"'q'"''"' #z'
plain=${odd//"''"/"'"}
plot "sum received by year as '$odd' as bar" odd.svg || fail "odd names: $(cat said)"
well_formed odd.svg
says odd.svg "$plain (件)"
[ ! -e ran ] || fail "a name was run"
plot "sum received by year as '$odd' as line" odd.png || fail "odd names in a png: $(cat said)"
[ ! -e ran ] || fail "a name was run"

# The other kinds of file.
[ "$(head -c 8 odd.png | od -An -tx1 | tr -d ' ')" = 89504e470d0a1a0a ] || fail "odd.png is no PNG"
plot 'sum received by agency own reports' bars.pdf || fail "pdf: $(cat said)"
[ "$(head -c 5 bars.pdf)" = %PDF- ] || fail "bars.pdf is no PDF"
if command -v pdftotext >/dev/null && command -v fc-list >/dev/null && [ "$(fc-list :lang=zh family)" ]; then
  pdftotext -layout bars.pdf - 2>/dev/null | grep -q 示例县人民政府 || fail "the PDF has lost its Chinese letters"
  pdffonts bars.pdf | awk 'NR > 2 && $0 !~ / yes (yes|no) +(yes|no) / { exit 1 }' || fail "a font is not embedded: $(pdffonts bars.pdf)"
else
  echo "no look at Chinese letters: without pdftotext, or without a font that has them"
fi

# As a picture: the share of its dots that have the colour of the first series, in thousandths, for
# the svg drawn by another program and for the png. Both show the same bars, so the same share.
if command -v rsvg-convert >/dev/null && command -v python3 >/dev/null; then
  plot 'sum received by agency own reports' bars.png || fail "png: $(cat said)"
  rsvg-convert -o drawn.png bars.svg || fail "rsvg-convert cannot draw bars.svg"
  drawn=$(python3 "$dots" drawn.png 0072B2) shown=$(python3 "$dots" bars.png 0072B2)
  [ "$drawn" -ge 50 ] && [ $((drawn - shown)) -le 20 ] && [ $((shown - drawn)) -le 20 ] ||
    fail "of the svg $drawn thousandths are bars, of the png $shown"
else
  echo "no look at dots: without rsvg-convert or python3"
fi

# On a page a picture in the page itself, its table below; without gnuplot the chart as text.
printf '## 甲\nplot sum received by year\nplot sum received by agency own reports\n' >page.ogi
page() { "$ogi" --no-init --quiet -d panel.db -c "report \"page.ogi\" to \"$1\"" >said 2>&1 </dev/null; }
page page.html || fail "page: $(cat said)"
for class in wide narrow; do # for a screen of any width, of which one is shown
  n=$(grep -c "<svg class=\"$class\"" page.html)
  [ "$n" = 2 ] || fail "the page has $n pictures that are $class, wanted 2"
done
says page.html 'sum received by year' 'received (件)' 272 示例县教育局
[ "$(grep -o "id=[\"'][^\"']*" page.html | sort | uniq -d)" ] && fail "pictures of a page share ids: $(grep -o "id=[\"'][^\"']*" page.html | sort | uniq -d | head -3)"
grep -q '<?xml' page.html && fail "a picture has its head within the page"
[ "$(grep -c '<table' page.html)" -ge 2 ] || fail "the figures do not stand below the pictures"
PATH=/nowhere page text.html || fail "page without gnuplot: $(cat said)"
grep -q '<svg' text.html && fail "a picture without gnuplot"
grep -q '2021 *│█\|●' text.html || fail "a page without gnuplot has no chart of text"

# Without a font that has Chinese it is said so.
mkdir nofont
printf '#!/bin/sh\n' >nofont/fc-list
chmod +x nofont/fc-list
PATH=$place/nofont:$PATH "$ogi" --no-init -d panel.db -c 'plot sum received by agency own reports to "f.png"' >said 2>&1 </dev/null
grep -q 'no font for Chinese' said || fail "nothing is said of fonts: $(cat said)"
PATH=$place/nofont:$PATH "$ogi" --no-init -d panel.db -c 'plot count reports by year to "f.png"' >said 2>&1 </dev/null
grep -q 'no font' said && fail "fonts matter where nothing is Chinese: $(cat said)"

# A file is replaced by a whole picture or left alone; gnuplot's own settings are not the user's.
cp bars.svg kept.svg
plot 'sum received by year' kept.svg || fail "replacing: $(cat said)"
cmp -s bars.svg kept.svg && fail "an existing file is not replaced"
mkdir fake home
printf 'set output "stray"\n' >home/.gnuplot
HOME=$place/home plot 'sum received by year' home.svg || fail "with a .gnuplot: $(cat said)"
cmp -s kept.svg home.svg || fail "~/.gnuplot changes the picture"
[ -z "$(find . -name stray)" ] || fail "~/.gnuplot was read"
for script in 'cat >/dev/null; echo "<svg"; exit 1' 'cat >/dev/null' 'kill -SEGV $$'; do
  printf '#!/bin/sh\n%s\n' "$script" >fake/gnuplot
  chmod +x fake/gnuplot
  cp bars.svg kept.svg
  PATH=$place/fake:$PATH plot 'sum received by year' kept.svg && fail "no word of a gnuplot that fails: $script"
  grep -q 'could not draw' said || fail "it is said otherwise: $(cat said)"
  cmp -s bars.svg kept.svg || fail "a failing gnuplot has changed the file: $script"
done
[ $bad = 0 ] && echo "15 pictures looked through"
exit $bad
