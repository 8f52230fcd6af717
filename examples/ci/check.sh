#!/bin/sh
# check.sh [FOLDER]: checks the reports in FOLDER (reports) and fails on what is new.
#
#   OGI        the program; ogi in the path without it
#   RULES      the rules, all without it: "T3, T4, X.carry"
#
# Beside this script stand the two files of what is known: waivers.ogi, failures that have a reason
# (edit it, or `ogi -c 'set waivers "ci/waivers.ogi"' -c 'waive T3 for "…" 2021 because "…"'`), and
# baseline.jsonl, those of the day on which checking began:
#
#   ogi reports -c 'check format jsonl to "ci/baseline.jsonl"'
#
# Written is checks.xml, which CI servers show as tests, and checks.sarif for code scanning. On GitHub
# the findings stand beside the lines of the reports.
#
# Exit status: 0 nothing new; 1 a rule of severity error fails anew; 2 waivers.ogi cannot be read;
# 3 a report could not be loaded, or nothing could be checked.
set -u
here=$(dirname "$0")
reports=${1:-reports}
ogi=${OGI:-ogi}
rules=${RULES:-}

baseline=
[ -e "$here/baseline.jsonl" ] && baseline="baseline \"$here/baseline.jsonl\""
format=text
[ "${GITHUB_ACTIONS:-}" = true ] && format=github

# Only --no-init: what stands in somebody's ~/.ogirc must not change what CI says.
"$ogi" --no-init --quiet "$reports" \
  -c "set waivers \"$here/waivers.ogi\"" \
  -c "check $rules $baseline format $format" \
  -c "check $rules $baseline format junit to \"checks.xml\"" \
  -c "check $rules $baseline format sarif to \"checks.sarif\"" \
  -c "stale waivers"
