#!/bin/sh
# The end of `make demo`: the README's questions on the example reports, then, on a terminal, the
# REPL with the examples loaded. The panel is kept beside the program, so that the REPL has the list
# of agencies too.
set -eu
panel=build/demo.db
rm -f "$panel" "$panel-wal" "$panel-shm"
echo "build/ogi -d $panel examples/reports -f examples/demo.ogi"
build/ogi --no-init -d "$panel" examples/reports -f examples/demo.ogi
if test -t 0 && test -t 1; then
  echo "The reports are still there: ask on. \`help\` helps, \`quit\` leaves."
  exec build/ogi -d "$panel"
fi
