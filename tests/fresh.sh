#!/usr/bin/env bash
# Tries `make demo`, `make test` and `make deb` as a newcomer does: in a bare Debian 12 that has nothing
# but make, on a clone of what is committed. Where that cannot be tried, says why and passes.
set -u
cd "$(dirname "$0")/.." || exit 1
cannot() { echo "make fresh cannot be tried here: $1"; exit 0; }
[ "$(id -u)" = 0 ] || cannot "debootstrap needs root"
command -v debootstrap >/dev/null || cannot "debootstrap is not installed (apt-get install debootstrap)"
command -v git >/dev/null || cannot "git is not installed"
git rev-parse --git-dir >/dev/null 2>&1 || cannot "this is no git clone"

mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Codename: bookworm' 'Created-By: Packages' 2>/dev/null |
  grep '/debian/*$' | head -n 1)
mirror=${mirror:-http://deb.debian.org/debian}
root=$(mktemp -d /var/tmp/ogi-fresh-XXXXXX)
leave() {
  for mount in proc dev/pts; do
    mountpoint -q "$root/$mount" && umount "$root/$mount"
  done
  mountpoint -q "$root/proc" || mountpoint -q "$root/dev/pts" || rm -rf --one-file-system "$root"
}
trap leave EXIT
chmod 755 "$root" # other users work in it too

echo "a bare Debian 12 from $mirror in $root"
if ! debootstrap --variant=minbase --include=make bookworm "$root" "$mirror" >"$root.log" 2>&1; then
  tail -5 "$root.log"
  rm -f "$root.log"
  cannot "debootstrap failed (no network?)"
fi
rm -f "$root.log"
# A proxy that this machine needs, the bare one needs too.
cp /etc/resolv.conf "$root/etc/resolv.conf" 2>/dev/null
apt-config dump 2>/dev/null | grep -i '^Acquire::[a-z:]*proxy' >"$root/etc/apt/apt.conf.d/90proxy"
mount -t proc proc "$root/proc" 2>/dev/null || echo "note: without /proc (leaks are not looked for)"
mkdir -p "$root/dev/pts"
if mount -t devpts -o newinstance,ptmxmode=0666 devpts "$root/dev/pts" 2>/dev/null; then
  ln -sf pts/ptmx "$root/dev/ptmx"
else
  echo "note: without terminals"
fi
git clone -q . "$root/ogi" || { echo "cannot clone"; exit 1; }

failed=
inside() {
  echo "--- $*"
  chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root TERM=dumb \
    ${http_proxy:+http_proxy="$http_proxy"} ${https_proxy:+https_proxy="$https_proxy"} \
    sh -c "cd /ogi && $*" </dev/null || failed="$failed, $*"
}
inside make demo
# Nothing is missing now, so nothing is installed.
inside 'sh tests/deps.sh demo | tee /tmp/said; test ! -s /tmp/said'
inside make test
# The package, installed as any other, away from its source.
inside 'make deb && apt-get install -y --no-install-recommends ./build/ogi_*.deb >/tmp/said 2>&1 || { cat /tmp/said; false; }'
inside 'cd / && ogi --version && ogi -c tutorial | grep "^total  *1721$" && apt-get purge -y ogi >/dev/null && ! ls /usr/bin/ogi 2>/dev/null'
[ -z "$failed" ] || { echo "failed in a bare Debian 12: ${failed#, }"; exit 1; }
echo "make demo, make test and make deb work in a bare Debian 12"
