#!/bin/sh
# deb.sh BUILD: a Debian package BUILD/ogi_VERSION_ARCHITECTURE.deb of what make has built, made by
# dpkg-deb. The same source and compiler give the same bytes: times are SOURCE_DATE_EPOCH, without it
# the date of the changelog. DEBFULLNAME and DEBEMAIL name the maintainer, without them the changelog.
set -eu
build=$1
here=$(dirname "$0")
root=$build/deb
umask 022
export LC_ALL=C.UTF-8

command -v dpkg-deb >/dev/null || { echo "deb.sh: dpkg-deb is missing: this works on Debian" >&2; exit 1; }
version=$("$build/ogi" --version | sed 's/^ogi //')
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(date -d "$(sed -n 's/^ -- .*>  //p' "$here/changelog" | head -n 1)" +%s)}
export SOURCE_DATE_EPOCH
architecture=$(dpkg --print-architecture)
if [ "${DEBEMAIL:-}" ]; then
  maintainer="${DEBFULLNAME:-$DEBEMAIL} <$DEBEMAIL>"
else
  maintainer=$(sed -n 's/^ -- \(.*>\)  .*/\1/p' "$here/changelog" | head -n 1)
fi
[ "$(sed -n '1s/^ogi (\(.*\)).*/\1/p' "$here/changelog")" = "$version" ] || {
  echo "deb.sh: the latest entry of src/dist/changelog is not on version $version" >&2
  exit 1
}

rm -rf "$root"
mkdir -p "$root/DEBIAN"
DESTDIR=$root PREFIX=/usr ZSH=vendor-completions sh "$here/install.sh" install "$build" >/dev/null
strip --strip-unneeded --remove-section=.comment --remove-section=.note "$root/usr/bin/ogi"
doc=$root/usr/share/doc/ogi
cp "$here/copyright" "$doc/copyright"
cp "$here/changelog" "$doc/changelog"
chmod 644 "$doc/copyright" "$doc/changelog"
gzip -9n "$doc/changelog" "$root/usr/share/man/man1/ogi.1"

# The packages whose libraries the program is linked with: by dpkg-shlibdeps with the versions that it
# needs, else those that hold the libraries here.
needs() {
  objdump -p "$root/usr/bin/ogi" | grep -q "NEEDED  *$1\$"
}
depends() {
  if command -v dpkg-shlibdeps >/dev/null; then
    place=$(mktemp -d)
    mkdir "$place/debian"
    printf 'Source: ogi\n\nPackage: ogi\nArchitecture: any\n' >"$place/debian/control"
    program=$(cd "$root/usr/bin" && pwd)/ogi
    (cd "$place" && dpkg-shlibdeps -O "$program" 2>/dev/null) | sed -n 's/^shlibs:Depends=//p'
    rm -rf "$place"
  else
    ldd "$root/usr/bin/ogi" | sed -n 's/^[^/]*=> \(\/[^ ]*\).*/\1/p' | while read -r library; do
      needs "$(basename "$library")" || continue
      # The package may know it by its path without /usr.
      dpkg-query -S "$library" 2>/dev/null || dpkg-query -S "/usr$library" 2>/dev/null || dpkg-query -S "${library#/usr}"
    done | sed 's/:.*//' | sort -u | paste -s -d , | sed 's/,/, /g'
  fi
}
depends=$(depends)
[ "$depends" ] || { echo "deb.sh: the packages that the program needs are not found" >&2; exit 1; }

(cd "$root" && find usr -type f | sort | tr '\n' '\0' | xargs -0 md5sum) >"$root/DEBIAN/md5sums"
size=$(du -k -s --apparent-size "$root/usr" | cut -f 1)
sed -e "s/@version@/$version/; s/@architecture@/$architecture/; s/@maintainer@/$maintainer/" \
  -e "s/@size@/$size/; s/@depends@/$depends/" "$here/control" >"$root/DEBIAN/control"
chmod 644 "$root/DEBIAN/control" "$root/DEBIAN/md5sums"
find "$root" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
dpkg-deb --root-owner-group -Zxz --build "$root" "$build/ogi_${version}_$architecture.deb"
rm -rf "$root"
