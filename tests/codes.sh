#!/usr/bin/env bash
# Every code of a message (src/base/diag.h) stands in some transcript, as programs see it; every topic
# of help that one names exists. What cannot be provoked in a transcript says here why.
set -u
cd "$(dirname "$0")/.." || exit 1
elsewhere="interrupted" # a signal at the right moment: tests/repl/pty.c sends it
codes=$(sed -n 's/^  X(\([A-Z_]*\), [0-9]*, [A-Z]*, [0-9]*, "\([^"]*\)").*/\1 \2/p' src/base/diag.h)
n=0 failed=0
while read -r code topic; do
  n=$((n + 1))
  code=$(printf %s "$code" | tr A-Z a-z)
  [ -f "stdlib/help/$topic.txt" ] || { echo "$code: there is no help on \"$topic\""; failed=1; }
  case " $elsewhere " in *" $code "*) continue ;; esac
  grep -qs "\"code\": \"$code\"" tests/*/*.t || { echo "$code stands in no transcript"; failed=1; }
done <<END
$codes
END
[ "$n" -gt 15 ] || { echo "only $n codes found: this test sees nothing"; exit 1; }
exit $failed
