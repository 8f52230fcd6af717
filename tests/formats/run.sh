#!/usr/bin/env bash
# What `check` writes for other tools, read by other tools: prove (perl) reads TAP, a reader of JUnit
# files and the published types of SARIF come from npm into build/npm. What is not installed, or cannot
# be fetched, is said and left out.
set -u
cd "$(dirname "$0")/../.." || exit 1
root=$PWD
ogi=$(realpath "${OGI:-build/ogi}")
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
bad=0 seen=
fail() { echo "$*"; bad=1; }

# A panel with failures, waived or not, notes, reports left out and names that every format escapes.
cp -r tests/data/panel "$place/reports"
odd="$place/reports/a, b: 100% <&\"'> #1.txt"
mv "$place/reports/示例县教育局_2022.txt" "$odd"
cd "$place" || exit 1
"$ogi" --no-init -d panel.db reports >/dev/null 2>&1 </dev/null
for format in tap junit github sarif jsonl; do
  "$ogi" --no-init -d panel.db -c "check format $format" >"out.$format" 2>said </dev/null
  status=$?
  [ $status = 1 ] || fail "$format: status $status, wanted 1: $(head -3 said)"
done
errors=$(grep -c '"severity": *"error"' out.jsonl)
cases=$(grep -cE '^(not )?ok ' out.tap)
failing=$(grep '"severity": *"error"' out.jsonl | sed 's/.*"rule": *\("[^"]*"\).*"agency": *\("[^"]*"\), *"year": *\([0-9]*\).*/\1 \2 \3/' | sort -u | wc -l)
[ "$errors" -ge 4 ] && [ "$failing" -ge 2 ] || fail "the panel has $errors errors in $failing cases, too few to see anything"

# --- TAP
if command -v prove >/dev/null; then
  prove --nocolor -e cat out.tap >proved 2>&1
  grep -q "Failed $failing/$cases subtests" proved || { fail "prove counts otherwise:"; cat proved; }
  grep -q "Parse errors" proved && { fail "prove finds errors:"; cat proved; }
  "$ogi" --no-init -d panel.db -c 'check T4 format tap' >good.tap 2>/dev/null
  prove --nocolor -e cat good.tap >proved 2>&1 || { fail "what passes fails:"; cat proved; }
  seen="$seen tap"
else
  echo "skipped tap: prove is not installed"
fi

# --- GitHub's commands: no reader but GitHub's own, so their shape.
grep -qvE '^::(error|warning|notice) (file=[^,:]+,(line=[0-9]+,)?)?title=[^,:]+::.+$' out.github && fail "a command is not formed as one: $(head -2 out.github)"
[ "$(grep -c '^::error ' out.github)" = "$errors" ] || fail "github has other errors than jsonl"
grep -q '^::error file=reports/a%2C b%3A 100%25 <&"'"'"'> #1.txt,line=46,' out.github || fail "a file's name is not escaped: $(grep -m1 error out.github)"

# --- JUnit and SARIF, by packages of npm
npm=$root/build/npm
packages="junit2json@3 typescript@5 @types/sarif@2"
if command -v npm >/dev/null && [ ! -e "$npm/done" ]; then
  mkdir -p "$npm"
  (cd "$npm" && echo '{"private": true}' >package.json && npm install --no-audit --no-fund $packages >log 2>&1 && : >done)
fi
if [ -e "$npm/done" ]; then
  cat >"$npm/junit.mjs" <<'JS'
import { parse } from "junit2json";
import { readFileSync } from "node:fs";
const all = await parse(readFileSync(process.argv[2], "utf8"));
const tests = all.testsuite.flatMap((s) => s.testcase ?? []);
const failed = tests.filter((t) => t.failure);
for (const s of all.testsuite) {
  const own = s.testcase ?? [];
  if (s.tests !== own.length || s.failures !== own.filter((t) => t.failure).length || s.skipped !== own.filter((t) => t.skipped).length)
    console.log(`the sums of ${s.name} are not those of its cases`);
}
const odd = failed.filter((t) => t.file === `reports/a, b: 100% <&"'> #1.txt`);
console.log(`${all.tests} ${tests.length} ${all.failures} ${failed.length} ${odd.length > 0}`);
JS
  got=$(node "$npm/junit.mjs" out.junit 2>&1)
  [ "$got" = "$cases $cases $failing $failing true" ] || fail "junit2json reads: $got; wanted $cases cases, $failing failures"
  # The types of SARIF: a literal with a member or a word that they do not know is refused.
  {
    echo 'import type { Log } from "sarif";'
    echo 'export const log: Log ='
    cat out.sarif
  } >"$npm/log.ts"
  (cd "$npm" && npx --no-install tsc --noEmit --strict --skipLibCheck log.ts) >typed 2>&1 || { fail "SARIF's types refuse it:"; head -5 typed; }
  sed 's/"level": "error"/"level": "fatal"/' "$npm/log.ts" >"$npm/wrong.ts"
  (cd "$npm" && npx --no-install tsc --noEmit --strict --skipLibCheck wrong.ts) >/dev/null 2>&1 && fail "SARIF's types accept anything"
  got=$(node -e 'const r = JSON.parse(require("fs").readFileSync("out.sarif")).runs[0];
    const uri = r.results.filter((x) => decodeURIComponent(x.locations[0].physicalLocation.artifactLocation.uri) === `reports/a, b: 100% <&"\x27> #1.txt`);
    console.log(r.results.filter((x) => x.level === "error").length, uri.length > 0, r.results.every((x) => r.tool.driver.rules[x.ruleIndex].id === x.ruleId))')
  [ "$got" = "$errors true true" ] || fail "SARIF holds $got, wanted $errors errors"
  seen="$seen junit sarif"
else
  echo "skipped junit and sarif: npm is not installed, or could not fetch $packages"
fi
echo "github$seen: $cases cases, $failing fail"
exit $bad
