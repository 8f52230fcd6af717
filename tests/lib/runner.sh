#!/usr/bin/env bash
# The transcript runner itself: it must see a wrong answer, a wrong status and a crash, must not accept
# a crash, must rewrite what it is told to, and give a terminal where one is asked for. A few lines of
# shell stand in for ogi.
set -u
cd "$(dirname "$0")/../.." || exit 1
run=$PWD/build/run
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cd "$place" || exit 1
cat >ogi <<'END'
#!/bin/sh
for script; do :; done
statement=$(sed -n '/./p' "$script")
case $statement in
crash) kill -SEGV $$ ;;
report) echo 'ERROR: AddressSanitizer: x' >&2; exit 99 ;;
fail) echo 'sorry' >&2; exit 2 ;;
size*) stty size <&1 ;;
*) echo "$statement at $(grep -n . "$script" | sed 's/:.*//') of $script" ;;
esac
END
chmod +x ogi
bad=0
# expect STATUS TRANSCRIPT: what the runner must find.
expect() {
  printf '%s\n' "$2" >x.t
  "$run" --ogi "$place/ogi" x.t >said 2>&1
  local got=$?
  [ $got = "$1" ] || { printf 'status %s, expected %s, for\n%s\n' $got "$1" "$2"; cat said; bad=1; }
}
expect 0 $'# a comment\n> one\none at 2 of x.t\n\n# another\n> fail\n!2\nsorry'
expect 0 $'> one\n. two\none\ntwo at 1\n2 of x.t'
expect 0 $'$ printf "a\\nb\\n"\na\nb'
expect 1 $'> one\none at 1 of x.t\nmore'
expect 1 $'> one'
expect 1 $'> fail\nsorry'
expect 1 $'> crash'
expect 1 $'> report\n!99\nERROR: AddressSanitizer: x'
expect 1 $'$ printf "a"\na'
printf '> one\nwrong\n\n# kept\n> fail\n' >x.t
"$run" --accept --ogi "$place/ogi" x.t >/dev/null
[ "$(cat x.t)" = $'> one\none at 1 of x.t\n\n# kept\n> fail\n!2\nsorry' ] ||
  { echo "--accept wrote:"; cat x.t; bad=1; }
printf '> crash\n!139\n' >x.t
"$run" --accept --ogi "$place/ogi" x.t >/dev/null
[ "$(cat x.t)" = $'> crash\n!139' ] || { echo "--accept took a crash"; bad=1; }
printf '> size\n$ ogi x.t | cat; [ -t 1 ] && echo tty\n' >x.t
"$run" --screen 123 --ogi "$place/ogi" x.t >said
case $(tr -d '\n' <said) in
$'\036x.t:1\037> size\03710000 123\035\036x.t:2\037$ ogi x.t | cat; [ -t 1 ] && echo tty\037tty\035'*) ;;
*) echo "--screen wrote:"; cat -v said; bad=1 ;;
esac
[ $bad = 0 ] && echo "11 transcripts judged, one shown on a terminal"
exit $bad
