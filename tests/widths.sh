#!/usr/bin/env bash
# Rows of the tables in all transcripts, the README and the examples of the help, measured by another
# library than ogi's: each case runs again on a wide and on a narrow terminal (see widths.py).
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/lib/python.sh
python=$(python_with wcwidth) || python=$(python_with unicodedata) || { echo "skipped: python3 is not installed"; exit 0; }
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
bad=0
for columns in 400 60; do
  { build/run --screen $columns tests/*/*.t && build/run --screen $columns --console README.md; } >"$place/screens" ||
    { grep -a 'run:\|failed' "$place/screens"; bad=1; }
  "$python" tests/widths.py $columns 1200 4900 <"$place/screens" || bad=1
done
exit $bad
