#!/bin/sh
# The end of `make demo`: the README's questions on the example reports, then, on a terminal, the
# REPL with the examples loaded.
set -eu
echo "build/ogi examples/reports -f examples/demo.ogi"
build/ogi --no-init examples/reports -f examples/demo.ogi
if test -t 0 && test -t 1; then
  echo "The reports are still there: ask on. \`help\` helps, \`quit\` leaves."
  exec build/ogi examples/reports
fi
