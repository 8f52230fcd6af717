#!/bin/sh
# deps.sh demo|test: sees to the Debian packages that `make demo` or `make test` needs. Says what it
# installs; installs nothing when nothing is missing; where it may not, names the line and fails.
# Needs nothing but sh, and make was there to start it. Of what is wanted, tests say that they were
# skipped where it is not there: that it cannot be installed stops nothing.
set -eu

packages="gcc libc6-dev make pkg-config lemon libsqlite3-dev sqlite3 libreadline-dev libxml2-dev
 libutf8proc-dev libcsv-dev libarchive-dev libuchardet-dev libxlsxwriter-dev"
wanted=
case ${1:-demo} in
demo) ;;
test)
  packages="$packages libcmocka-dev clang poppler-utils gnuplot-nox fonts-wqy-zenhei"
  wanted="python3 python3-wcwidth python3-openpyxl zsh"
  ;;
*) echo "usage: deps.sh demo|test" >&2; exit 2 ;;
esac

if ! command -v dpkg-query >/dev/null 2>&1; then
  echo "this is no Debian: going on with what is here; Debian 12 would need:" $packages $wanted
  exit 0
fi

# pkgconf stands in for pkg-config, and a package of the machine's own architecture counts.
missing_of() {
  for package; do
    case $(dpkg-query -W -f '${db:Status-Status} ' "$package" 2>/dev/null || true) in
    *"installed "*) ;;
    *) printf ' %s' "$package" ;;
    esac
  done
}
needed=$(missing_of $packages)
missing=$needed$(missing_of $wanted)
[ -n "$missing" ] || exit 0

# Nothing can be installed.
give_up() {
  [ -z "$needed" ] || exit 1
  echo "going on without:$missing"
  exit 0
}

install="apt-get install -y --no-install-recommends$missing"
if [ "$(id -u)" = 0 ]; then
  root=
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
  root=sudo
else
  echo "missing:$missing" >&2
  echo "not root, and sudo asks for a password; run this, then make again:" >&2
  echo "  sudo apt-get update && sudo $install" >&2
  give_up
fi
echo "missing:$missing"
echo "installing: ${root:+$root }$install"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! { $root env DEBIAN_FRONTEND=noninteractive apt-get update &&
  $root env DEBIAN_FRONTEND=noninteractive $install; } >"$log" 2>&1 </dev/null; then
  tail -15 "$log" >&2
  echo "that did not work; try: ${root:+$root }apt-get update && ${root:+$root }$install" >&2
  give_up
fi
echo "installed:$missing"
