#!/usr/bin/env bash
# install.sh ["make command"]: what `make install` and `make deb` put down, used as one who has nothing
# else of ogi: the program away from its source, the manual page, the completions, Vim's syntax, the
# package. What a tool is missing for is left out, and said.
set -u
cd "$(dirname "$0")/.." || exit 1
make=${1:-make --no-print-directory}
build=${BUILD:-build}
place=$(mktemp -d) || exit 1
trap 'rm -rf "$place"' EXIT
export HOME=$place/home LC_ALL=C.UTF-8
unset XDG_CONFIG_HOME XDG_STATE_HOME DEBEMAIL SOURCE_DATE_EPOCH
mkdir "$HOME"
bad=
left_out=
wrong() { echo "wrong: $*"; bad=1; }
has() { command -v "$1" >/dev/null && return; left_out="$left_out${left_out:+, }$1"; return 1; }

$make install DESTDIR="$place/root" PREFIX=/opt/ogi >"$place/log" 2>&1 || { cat "$place/log"; exit 1; }
root=$place/root/opt/ogi
share=$root/share
ogi=$root/bin/ogi

# --- the program, where nothing of its source is
(
  cd "$HOME" || exit 1
  "$ogi" --version | grep -q '^ogi [0-9]' || wrong "--version"
  "$ogi" -c tutorial >out 2>err || wrong "the tutorial ends with $?"
  [ "$(grep -c '^[0-9]*\. ' out)" = 10 ] && grep -q '^total  *1721$' out && [ ! -s err ] || wrong "the tutorial: $(cat err)"
  "$ogi" --quiet --format csv "$share/doc/ogi/examples/reports" -c 'sum received where agency=平潭 and year=2024' >out 2>err
  [ "$(tail -n 1 out)" = 251 ] || [ "$(tail -n 1 out)" -gt 0 ] || wrong "the examples: $(cat out err)"
  "$ogi" help tutorial | grep -q '^tutorial' || wrong "help"
  [ -z "$bad" ]
) || bad=1

# --- ~/.ogirc is read, and a project's file of another user is not
mkdir -p "$place/project/.ogi"
echo 'set format csv' >"$HOME/.ogirc"
echo 'set year 2001' >"$place/project/.ogi/rc"
settings() { (cd "$place/project" && "$ogi" -c set 2>&1); }
settings | grep -q '^format,csv' || wrong "~/.ogirc is not read"
settings | grep -q '^year,2001' || wrong ".ogi/rc is not read"
if [ "$(id -u)" = 0 ]; then
  for mine in .ogi/rc .ogi .; do
    chown 65534 "$place/project/$mine"
    settings | grep -q '^year,all' || wrong ".ogi/rc runs though $mine belongs to another user"
    settings | grep -q '".ogi/rc" is not run: .*another user' || wrong "nothing is said of another user's $mine"
    chown 0 "$place/project/$mine"
  done
fi
rm "$HOME/.ogirc"

# --- the manual page
page=$share/man/man1/ogi.1
"$ogi" --help | awk -f src/dist/options.awk >"$place/told"
cut -f 1 "$place/told" >"$place/options"
[ "$(wc -l <"$place/options")" -gt 10 ] || wrong "options.awk finds no options"
while read -r option; do
  grep -q -- "^\\.BR \"${option//-/\\\\-}\"" "$page" || wrong "ogi(1) has no option $option"
done <"$place/options"
"$ogi" help --all | sed -n 's/^--- //p' >"$place/topics"
[ "$(grep -c '^\.SS ' "$page")" = "$(wc -l <"$place/topics")" ] || wrong "ogi(1) has not every topic"
for variable in $(grep -rhoE 'getenv\("[A-Z_]+"\)' src | cut -d '"' -f 2 | sort -u); do
  grep -q "$variable" "$page" || wrong "ogi(1) does not tell of \$$variable"
done
if has groff; then
  said=$(groff -man -Tutf8 -ww -k "$page" 2>&1 >"$place/page")
  [ -z "$said" ] || wrong "groff: $said"
  grep -q 'sum received by year across requester where agency="平潭综合实验区"' "$place/page" || wrong "ogi(1): the examples look otherwise"
  # Quotes and hyphens can be typed as they are shown.
  grep -q -- "ogi -d panel.db -c 'sum received by agency, year'" "$place/page" || wrong "ogi(1): what can be copied cannot be typed"
fi
if has mandoc; then
  said=$(mandoc -T lint -W warning "$page" 2>&1)
  [ -z "$said" ] || wrong "mandoc: $said"
fi

# --- completions: what a Tab offers
bash_offers() { # WORD… the last being typed
  bash -c '. "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _ogi; printf "%s\n" "${COMPREPLY[@]}"' _ \
    "$share/bash-completion/completions/ogi" "$@"
}
offers() { # WANTED WORD…
  local wanted=$1
  shift
  bash_offers "$@" | grep -qx -- "$wanted" || wrong "bash: no $wanted for: $*"
}
[ "$(bash -c '. "$1"; complete -p ogi' _ "$share/bash-completion/completions/ogi")" ] || wrong "bash: no completion of ogi"
while read -r option; do offers "$option" ogi "$option"; done <"$place/options"
while read -r topic; do offers "$topic" ogi help "${topic%?}"; done <"$place/topics"
for format in table csv json; do offers "$format" ogi --quiet --format "${format%?}"; done
offers json ogi --format = js
offers text ogi --error-format t
offers README.md ogi -d REA
offers examples ogi exam
offers help ogi he
offers src ogi --stdlib sr
offers README.md ogi fmt REA
offers --check ogi fmt --c
[ -z "$(bash_offers ogi -c sum)" ] || wrong "bash: files are offered for a statement"
if has shellcheck; then
  said=$(shellcheck -S warning -s bash "$share/bash-completion/completions/ogi" && shellcheck -S warning -s sh src/dist/*.sh) || wrong "shellcheck: $said"
fi
if has zsh; then
  said=$(zsh -fc 'fpath=("$1" $fpath); autoload -Uz compinit; compinit -u -D && print -r -- $_comps[ogi]; autoload +X -Uz _ogi && whence -w _ogi' _ "$share/zsh/site-functions" 2>&1)
  [ "$said" = $'_ogi\n_ogi: function' ] || wrong "zsh: $said"
  zsh_shows() { timeout 60 zsh -f tests/lib/tab.zsh "$share/zsh/site-functions" "$@" 2>&1; }
  zsh_shows 'ogi --' >"$place/shown"
  while IFS=$'\t' read -r option _ text; do
    grep -F -- "-- ${text:0:30}" "$place/shown" | grep -q -- "^[^ ]*$option " || wrong "zsh: no $option, $text"
  done < <(grep '^--' "$place/told")
  shows() { # TYPED WANTED
    zsh_shows "$1" | grep -qF -- "line=$2" || wrong "zsh: $1 and Tab show no $2"
  }
  shows 'ogi READ' 'ogi README.md'
  shows 'ogi --format js' 'ogi --format json'
  shows 'ogi help tuto' 'ogi help tutorial'
  shows 'ogi --stdlib std' 'ogi --stdlib stdlib/'
  shows 'ogi fmt --c' 'ogi fmt --check'
fi
if has fish; then
  fish_offers() { fish --no-config -c 'source $argv[1]; complete -C $argv[2]' "$share/fish/vendor_completions.d/ogi.fish" "$1" 2>&1; }
  while IFS=$'\t' read -r option _ text; do
    fish_offers "ogi $option" | grep -qF -- "$option"$'\t'"${text:0:30}" || wrong "fish: no $option, $text"
  done < <(grep '^--' "$place/told")
  fish_offers "ogi READ" | grep -q '^README.md' || wrong "fish: no files"
  fish_offers "ogi help tuto" | grep -q '^tutorial' || wrong "fish: no topics"
  fish_offers "ogi --format=js" | grep -q '=json' || wrong "fish: no formats"
  fish_offers "ogi fmt --che" | grep -q '^--check' || wrong "fish: no options of fmt"
fi

# --- Vim: every word of the lexer's table is one of its keywords, and a script is known by its name
syntax=$share/vim/vimfiles/syntax/ogi.vim
sed -n 's/^    {"\([a-z]*\)", TOK_[A-Z]*, [a-z]*},$/\1/p' src/lang/words.c >"$place/words"
[ "$(wc -l <"$place/words")" = "$(grep -c '", TOK_[A-Z]*, [a-z]*}' src/lang/words.c)" ] || wrong "words of words.c in another shape"
while read -r word; do
  grep -q "^syn keyword ogi[A-Z].* $word\\( \\|$\\)" "$syntax" || wrong "vim: $word is no keyword"
done <"$place/words"
if has vim && vim --version | grep -q '+syntax'; then
  printf 'sum received where agency="x" # why\n.help\ndefine query q(:who) = sum received where year=2021 and agency=:who\n' >"$place/try.ogi"
  cat >"$place/try.vim" <<END
set rtp^=$share/vim/vimfiles
filetype on
syntax on
edit $place/try.ogi
let seen = [&filetype]
for [line, column] in [[1, 1], [1, 14], [1, 27], [1, 31], [2, 2], [3, 16], [3, 50], [3, 54]]
  call add(seen, synIDattr(synID(line, column, 1), 'name'))
endfor
call writefile([join(seen)], '$place/seen')
qa!
END
  timeout 20 vim -u NONE -i NONE -N -es -S "$place/try.vim" </dev/null >/dev/null 2>&1
  wanted="ogi ogiStatement ogiClause ogiString ogiComment ogiDot ogiParameter ogiNumber ogiOperator"
  [ "$(cat "$place/seen" 2>/dev/null)" = "$wanted" ] || wrong "vim sees $(cat "$place/seen" 2>/dev/null), not $wanted"
fi

# --- a second time over the first, and away again
$make install DESTDIR="$place/root" PREFIX=/opt/ogi >"$place/log" 2>&1 || wrong "a second install: $(cat "$place/log")"
$make uninstall DESTDIR="$place/root" PREFIX=/opt/ogi >"$place/log" 2>&1 || wrong "uninstall: $(cat "$place/log")"
rest=$(find "$place/root" ! -type d; find "$place/root" -name '*ogi*' ! -path "$root" ! -path "$root/share/doc")
[ -z "$rest" ] || wrong "uninstall leaves $rest"
$make install DESTDIR="$place/root" PREFIX=opt >/dev/null 2>&1 && wrong "a PREFIX that is no folder from the root is taken"

# --- the Debian package
if has dpkg-deb; then
  for i in 1 2; do
    $make deb >"$place/log" 2>&1 || { wrong "make deb: $(cat "$place/log")"; break; }
    deb=$(echo "$build"/ogi_*.deb)
    cp "$deb" "$place/$i.deb"
  done
  cmp "$place/1.deb" "$place/2.deb" || wrong "two packages of the same source differ"
  dpkg-deb -c "$place/1.deb" >"$place/list"
  grep -v ' root/root ' "$place/list" && wrong "files in the package are not root's"
  for file in bin/ogi share/man/man1/ogi.1.gz share/doc/ogi/copyright share/doc/ogi/changelog.gz share/doc/ogi/README.md \
    share/doc/ogi/examples/demo.ogi share/bash-completion/completions/ogi share/zsh/vendor-completions/_ogi \
    share/fish/vendor_completions.d/ogi.fish share/vim/vimfiles/syntax/ogi.vim share/vim/vimfiles/ftdetect/ogi.vim; do
    grep -q " \\./usr/$file\$" "$place/list" || wrong "the package has no $file"
  done
  dpkg-deb -x "$place/1.deb" "$place/x" && dpkg-deb -e "$place/1.deb" "$place/x/DEBIAN"
  (cd "$place/x" && md5sum --quiet -c DEBIAN/md5sums) || wrong "md5sums"
  [ "$(wc -l <"$place/x/DEBIAN/md5sums")" = "$(grep -c '^-' "$place/list")" ] || wrong "md5sums has not every file"
  "$place/x/usr/bin/ogi" -c tutorial | grep -q '^total  *1721$' || wrong "the program of the package"
  # Each library that the program asks for is in a package that it depends on.
  depends=$(dpkg-deb -f "$place/1.deb" Depends)
  for library in $(objdump -p "$place/x/usr/bin/ogi" | sed -n 's/^ *NEEDED *//p'); do
    packages=$(dpkg-query -S "*/$library" 2>/dev/null | sed 's/:.*//')
    [ -z "$packages" ] || grep -qwF -- "$packages" <<<"$depends" || wrong "the package depends on $depends, not on what has $library"
  done
  if has lintian; then
    said=$(lintian --allow-root --fail-on error "$place/1.deb" 2>&1) || wrong "lintian: $said"
  fi
fi

[ -z "$bad" ] || exit 1
echo "installed, used, removed${left_out:+; not here: $left_out}"
