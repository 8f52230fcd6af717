#!/usr/bin/env bash
# No string literal in src/ and no token in grammar/ equals a key, name or printed word of a form's
# measures, dimensions or members: those live in stdlib/ alone. See tests/words.c.
set -u
cd "$(dirname "$0")/.." || exit 1
program=${1:-build/words}
n=$("$program" | sort -u | wc -l)
[ "$n" -gt 50 ] || { echo "only $n words in the definitions: this test sees nothing"; exit 1; }
# It must find what it looks for: a word of the forms put into a piece of code.
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
printf 'const char *x = "%s";\n' "$("$program" | tail -1)" >"$place/y.c"
"$program" "$place/y.c" >/dev/null && { echo "a literal that is a word of the forms goes unseen"; exit 1; }
find src grammar -name '*.[chy]' -o -name '*.def' | LC_ALL=C sort | xargs "$program"
