#!/bin/sh
# The end of `make demo`: loads the example reports, shows each question of examples/demo.ogi with
# its answer, and leaves a terminal in the REPL with the same panel.
set -eu
panel=build/demo.db
rm -f "$panel" "$panel-wal" "$panel-shm"
echo "build/ogi -d $panel examples/reports"
build/ogi --no-init -d "$panel" examples/reports </dev/null

# The script falls into paragraphs, one question each.
ask() {
  test -n "$paragraph" || return 0
  printf '\n%s\n' "$paragraph"
  build/ogi --no-init -d "$panel" -c "$paragraph"
}
paragraph=
while IFS= read -r line; do
  if test -n "$line"; then
    paragraph="$paragraph${paragraph:+
}$line"
  else
    ask
    paragraph=
  fi
done <examples/demo.ogi
ask

if test -t 0 && test -t 1; then
  printf '\nThe reports are still there: ask on. `help` helps, `quit` leaves.\n'
  exec build/ogi -d "$panel"
fi
