#!/usr/bin/env bash
# What lemon does not report about grammar/ogi.y. A keyword that falls back to NAME is tried as a
# name first, and the compressed table hides "reduce on this keyword" in the default: so a state that
# may shift a NAME must not reduce on such a keyword, or the keyword is eaten. And precedence drops
# an action silently: only as often as the grammar says it means to.
set -u
cd "$(dirname "$0")/.." || exit 1
[ -f grammar/ogi.y ] || { echo "grammar/ogi.y is missing"; exit 1; }
dropped_allowed=5
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT

cp grammar/ogi.y "$place/ogi.y"
(cd "$place" && lemon -c -p ogi.y) || { echo "lemon finds fault with grammar/ogi.y"; exit 1; }

awk '
FNR == NR {
  sub(/\/\/.*/, "")
  if ($1 == "%fallback") { on = 1; $1 = $2 = "" }
  if (on) {
    n = split($0, word, /[ \t.]+/)
    for (i = 1; i <= n; i++) if (word[i] != "") fallback[word[i]] = 1
    if ($0 ~ /\./) on = 0
  }
  next
}
function judge() {
  if (state != "" && shifts && eaten != "") {
    print "state " state " may take a NAME and should end a rule at" eaten ": the word is eaten as a name"
    printf "%s", items
    bad = 1
  }
  shifts = 0; eaten = items = ""
}
/^State [0-9]+:/ { judge(); state = $2 + 0; seen++; next }
/^----/ { judge(); state = "" }
state == "" { next }
/::=/ && $2 !~ /^(shift|reduce|shift-reduce|accept)$/ { items = items $0 "\n"; next }
/dropped by precedence/ { dropped++; lines = lines "state " state ": " $0 "\n"; next }
$1 == "{default}" { print "lemon compressed the table: this test sees nothing"; bad = 1; exit }
$1 == "NAME" && $2 ~ /^shift/ { shifts = 1 }
$2 == "reduce" && ($1 in fallback) { eaten = eaten " " $1 }
END {
  judge()
  for (w in fallback) words++
  if (seen < 10 || words == 0) { print "the report of lemon is not as expected"; bad = 1 }
  if (dropped + 0 > allowed) {
    print dropped " actions dropped by precedence, " allowed " are allowed:"; printf "%s", lines
    bad = 1
  }
  if (!bad) print seen " states, " words " words that fall back, " dropped + 0 " actions dropped by precedence"
  exit bad
}' allowed=$dropped_allowed "$place/ogi.y" "$place/ogi.out"
