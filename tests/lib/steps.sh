# steps: runs tests one after the other, a line each. To be sourced.
#
# step NAME COMMAND…   says whether it passed and how long it took; shows what a failing one said
# finish               the last line, and the exit status
failed=
last=0
export LC_ALL=C.UTF-8

step() {
  local name=$1 log start=$EPOCHREALTIME note
  shift
  log=$(mktemp)
  "$@" >"$log" 2>&1 </dev/null
  last=$?
  local took=$(((${EPOCHREALTIME/[.,]/} - ${start/[.,]/}) / 100000))
  took="$((took / 10)).$((took % 10)) s"
  if [ $last = 0 ]; then
    # A test's own last line tells what it looked at, or why it did not.
    note=$(tail -n 1 "$log")
    case $note in "" | *make* | "  "*) note= ;; esac
    echo "ok      $name ($took)${note:+: $note}"
  else
    echo "FAILED  $name ($took)"
    grep -v '^  \(cc\|ld\|lemon\)  *[a-z]' "$log" | sed 's/^/        /' | head -n 200
    failed="${failed:+$failed, }$name"
  fi
  rm -f "$log"
}

finish() {
  if [ "$failed" ]; then
    echo "failed: $failed"
    exit 1
  fi
  echo "all tests pass"
  exit 0
}
