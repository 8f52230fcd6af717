#!/usr/bin/env bash
# unit.sh PROGRAM…: runs unit test programs; shows what a failing one said.
set -u
export ASAN_OPTIONS=detect_leaks=1 UBSAN_OPTIONS=print_stacktrace=1
failed=0 count=0
for program; do
  if ! said=$(timeout 60 "$program" 2>&1); then
    printf '%s\n' "$said" | grep -v '\[       OK \]\|\[ RUN      \]'
    echo "failed: $program"
    failed=1
  fi
  n=$(printf '%s\n' "$said" | sed -n 's/.*\[==========\] \([0-9]*\) test(s) run.*/\1/p' | head -1)
  count=$((count + ${n:-0}))
done
echo "$# programs, $count tests"
exit $failed
