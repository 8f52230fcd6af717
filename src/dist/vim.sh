#!/bin/sh
# vim.sh LEX GRAMMAR: prints the syntax file for Vim: the words of the language are those in the table of
# LEX (src/lang/words.c); those that begin a statement by GRAMMAR (grammar/ogi.y) stand out.
set -eu
here=$(dirname "$0")
words=$(mktemp)
trap 'rm -f "$words" "$words.out"' EXIT

# WORD, and whether it begins a statement, joins conditions or does neither.
awk '
  FNR == NR {
    if (match($0, /^(stmt|asking|query|head|checking|aggregate|topword)\(A\) ::= [A-Z]+/)) {
      token = substr($0, RSTART, RLENGTH)
      sub(/.* /, "", token)
      begins[token] = 1
    }
    next
  }
  /^    \{"[a-z]+", TOK_[A-Z]+, (true|false)\},$/ {
    split($0, part, "\"")
    token = $2
    gsub(/TOK_|,/, "", token)
    print part[2], token in begins ? "Statement" : token ~ /^(AND|OR|NOT|IN|UNDER|BETWEEN|IS)$/ ? "Operator" : "Clause"
  }' "$2" "$1" >"$words"
[ "$(wc -l <"$words")" -gt 80 ] && [ "$(grep -c Statement "$words")" -gt 30 ] || {
  echo "vim.sh: the words are not where they were in $1" >&2
  exit 1
}

for group in Statement Clause Operator; do
  awk -v group=$group '$2 == group { line = line " " $1 }
    length(line) > 70 { print "syn keyword ogi" group line; line = "" }
    END { if (line != "") print "syn keyword ogi" group line }' "$words"
done >"$words.out"
sed -e "/^@words@$/{
r $words.out
d
}" "$here/ogi.vim"
