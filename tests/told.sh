#!/usr/bin/env bash
# What real narratives tell, against their tables: the whole report of the seed passes, and of the
# others only what is known to contradict itself is found. They are not part of the project: without
# them (OGI_SHARED, else ../shared/data) this says so and passes.
set -u
cd "$(dirname "$0")/.." || exit 1
S=${OGI_SHARED:-../shared/data}
ogi=$(realpath "${OGI:-build/ogi}")
[ -d "$S/seed" ] || { echo "skipped: no reports in $S"; exit 0; }
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
bad=0

# findings STATEMENT PATH…: rule, status, year, instance, both sides.
findings() {
  local statement=$1
  shift
  "$ogi" --no-init -c "$statement" --format tsv "$@" 2>/dev/null | cut -f1,3,5-8 | tail -n +2
}

hold() {
  diff -u --label "$1: wanted" --label found "$place/wanted" "$place/found" || bad=1
}

findings "check R all" "$S/seed" >"$place/found"
cat >"$place/wanted" <<'END'
R.decisions	pass	2021	licence of decisions	219	219
R.zero	pass	2021	received	0	0
R.zero	pass	2021	reviews	0	0
R.zero	pass	2021	lawsuits	0	0
R.parts	pass	2021	419条	419	419
R.parts	pass	2021	214个	214	214
R.parts	pass	2021	55件	55	55
END
hold seed

findings "check R" "$S/cn/reports" "$S/cn/excerpts" >"$place/found"
cat >"$place/wanted" <<'END'
R.outcome	fail	2019	disclosed or partly_disclosed of applications	258	275
R.outcome	fail	2019	unavailable of applications	265	337
R.parts	fail	2019	372人次	392	372
END
hold "other reports"

# Both readings of 收到…件: 75 are 74 new ones and one carried in.
"$ogi" --no-init -c "check R.received all where year=2022" --format tsv "$S/cn/reports" 2>/dev/null |
  grep -c 'pass.*75	75.*as received + carried_in' >"$place/found"
echo 1 >"$place/wanted"
hold "both readings"
[ $bad = 0 ] && echo "the seed and the reports of $S tell what their tables say, but for 3 findings"
exit $bad
