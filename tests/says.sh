#!/usr/bin/env bash
# What answers say of themselves has its Chinese: each text that the code says stands in
# stdlib/says.txt, and each text there in the code or among the headings and words of tables.
set -u
cd "$(dirname "$0")/.." || exit 1
failed=0
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
# Literals that the compiler joins are one; \" is a quote of the text.
cat src/*/*.c src/*/*.h | sed -zE 's,/\*([^*]|\*+[^*/])*\*+/,,g; s/([^\\])"[ \n]*"/\1/g' >"$place/code"
literal='"([^"\\]|\\.)*"'
tr '\n' ' ' <"$place/code" | grep -oE "\b(say|SAY)\(([^;\"]|$literal)*;" | grep -oE "$literal" |
  sed 's/^"//; s/"$//; s/\\"/"/g' | sort -u >"$place/said"
grep -v '^#' stdlib/says.txt | grep -v '^ ' | grep -v '^$' | sort >"$place/pairs"
uniq -d <"$place/pairs" | sed 's/$/: stands twice in stdlib\/says.txt/' >"$place/bad"
sort -u "$place/pairs" >"$place/english"
[ "$(wc -l <"$place/said")" -gt 40 ] || { echo "few texts found in the code: this test sees nothing"; exit 1; }
comm -23 "$place/said" "$place/english" | sed 's/$/: said by the code, has no pair in stdlib\/says.txt/' >>"$place/bad"
grep -oE "$literal" "$place/code" | sed 's/^"//; s/"$//; s/\\"/"/g' | sort -u >"$place/literals"
comm -13 "$place/literals" "$place/english" | sed 's/$/: in stdlib\/says.txt, nowhere in the code/' >>"$place/bad"
# English, then its Chinese, and the same places for what is put in.
awk '/^#/ || /^$/ { next }
  /^ / { if (english == "") print $0 ": Chinese without its English"
         for (i = 1; i <= 3; i++)
           if ((index(english, "{" i "}") > 0) != (index($0, "{" i "}") > 0)) print english ": {" i "} on one side"
         english = ""; next }
  { if (english != "") print english ": has no Chinese"; english = $0 }
  END { if (english != "") print english ": has no Chinese" }' stdlib/says.txt >>"$place/bad"
if [ -s "$place/bad" ]; then
  cat "$place/bad"
  failed=1
fi
exit $failed
