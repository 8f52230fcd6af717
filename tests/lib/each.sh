#!/usr/bin/env bash
# each.sh COMMAND… -- FILE…: runs the command on every file, two at a time; fails if one does.
set -u
command=()
while [ $# -gt 0 ] && [ "$1" != -- ]; do command+=("$1"); shift; done
shift
printf '%s\0' "$@" | xargs -0 -r -n 4 -P 2 "${command[@]}"
