#!/usr/bin/env bash
# parse.sh OGI PANEL: how long a question takes from its text to its SQL: the questions of the help
# topics that stand alone, each many times in one process.
set -u
ogi=$1 panel=$2 times=60
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Examples are indented by two; those that go on over a line, or need a `set` or `define` before
# them, are left out: they fail alone.
sed -n 's/^  \(\(sum\|avg\|median\|min\|max\|stddev\|p90\|first\|last\|stated\|gap\|share\|rate\|top\|count\|reports\|missing\) .*\)/explain sql \1/p' \
  stdlib/help/*.txt | sed 's/  *#.*//; s/ to "[^"]*".*//' | sort -u >"$work/all"
while IFS= read -r question; do
  for _ in $(seq $times); do printf '%s\n' "$question"; done >"$work/one"
  "$ogi" --no-init --timing -d "$panel" -f "$work/one" 2>&1 >/dev/null </dev/null |
    sed -n 's/^time \([0-9.]*\) s.*/\1/p' | sort -n >"$work/seconds"
  [ "$(wc -l <"$work/seconds")" = $times ] || continue
  printf '%.0f\t%s\n' "$(awk -v n=$((times / 2)) 'NR == n { print $1 * 1000000 }' "$work/seconds")" "${question#explain sql }"
done < <(grep -v "doubt\|clean" "$work/all") | sort -n >"$work/medians"
awk -F '\t' '{ us[NR] = $1; text[NR] = $2; over += $1 >= 100 }
  END { printf "parse to SQL, %d questions of the help: median %d µs, slowest %d µs, %d not under 100 µs (aim: all under)\n", NR, us[int((NR + 1) / 2)], us[NR], over
        for (i = NR; i > NR - 3 && i > 0; i--) printf "  %4d µs  %s\n", us[i], text[i] }' "$work/medians"
