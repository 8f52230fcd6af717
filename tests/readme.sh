#!/usr/bin/env bash
# Every ```console block of README.md: its commands are run and must print what it shows.
# `tests/readme.sh --accept` writes what they print.
set -u
cd "$(dirname "$0")/.." || exit 1
[ -f README.md ] || { echo "README.md is missing"; exit 1; }
n=$(grep -c '^\$ ' README.md)
[ "$n" -gt 0 ] || { echo "README.md has no command"; exit 1; }
build/run ${1:+"$1"} --console README.md && echo "$n commands"
