#!/usr/bin/env bash
# transcripts.sh [--accept] BUILD [NAME]: the transcripts tests/*/*.t, or that called NAME.t, against
# BUILD/ogi.
set -u
cd "$(dirname "$0")/../.." || exit 1
accept=
[ "${1:-}" = --accept ] && { accept=--accept; shift; }
build=$1
files=$(find tests -name "${2:-*}.t" | LC_ALL=C sort)
[ "$files" ] || { echo "no transcript ${2:-}"; exit 1; }
exec "$build/run" $accept --ogi "$build/ogi" $files
