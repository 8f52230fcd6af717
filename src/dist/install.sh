#!/bin/sh
# install.sh install|uninstall|list BUILD: what is installed and where, below $DESTDIR$PREFIX. BUILD
# holds what make has built. ZSH names the folder of zsh's functions.
set -eu
what=$1
build=$2
prefix=${PREFIX:-/usr/local}
case $prefix in
/*) ;;
*) echo "PREFIX is a folder from the root, such as /usr/local, not \"$prefix\"" >&2; exit 2 ;;
esac
to=${DESTDIR:-}${prefix%/}

# MODE FROM TO
list() {
  cat <<END
755 $build/ogi bin/ogi
644 $build/dist/ogi.1 share/man/man1/ogi.1
644 $build/dist/complete.bash share/bash-completion/completions/ogi
644 $build/dist/complete.zsh share/zsh/${ZSH:-site-functions}/_ogi
644 $build/dist/complete.fish share/fish/vendor_completions.d/ogi.fish
644 $build/dist/ogi.vim share/vim/vimfiles/syntax/ogi.vim
644 src/dist/ftdetect.vim share/vim/vimfiles/ftdetect/ogi.vim
644 README.md share/doc/ogi/README.md
END
  # Names of examples may hold blanks: they stand last, and from and to are one but for the start.
  find examples -type f ! -name '.*' | LC_ALL=C sort | sed 's,.*,644 & share/doc/ogi/&,'
}

# Of a line: both paths are as long as the rest allows, since the second ends as the first does.
each() {
  list | while IFS= read -r line; do
    mode=${line%% *}
    rest=${line#* }
    case $rest in
    examples/*) from=${rest%% share/doc/ogi/*} ;;
    *) from=${rest%% *} ;;
    esac
    "$1" "$mode" "$from" "${rest#"$from "}"
  done
}

put() {
  mkdir -p "$to/$(dirname "$3")"
  # Beside it, then renamed: a program that runs keeps its own file.
  cp "$2" "$to/$3.new"
  chmod "$1" "$to/$3.new"
  mv -f "$to/$3.new" "$to/$3"
}

take() {
  rm -f "$to/$3"
}

name() {
  printf '%s\n' "$to/$3"
}

umask 022
case $what in
install)
  each put
  echo "installed in $to: try $to/bin/ogi"
  ;;
uninstall)
  each take
  rm -rf "$to/share/doc/ogi" # examples of other versions
  echo "removed from $to"
  ;;
list) each name ;;
*) echo "usage: install.sh install|uninstall|list BUILD" >&2; exit 2 ;;
esac
