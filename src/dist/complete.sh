#!/bin/sh
# complete.sh OGI bash|zsh|fish: prints the completion for a shell: the options that `OGI --help`
# lists, its formats, and the topics that it helps on.
set -eu
ogi=$1
shell=$2
here=$(dirname "$0")
options=$(mktemp)
trap 'rm -f "$options"' EXIT

"$ogi" --help | awk -f "$here/options.awk" >"$options"
formats=$(sed -n 's/^--format\tFORMAT\t//p' "$options" | sed 's/ ([^)]*)//g; s/,//g')
topics=$("$ogi" help --all | sed -n 's/^--- //p' | tr '\n' ' ')
topics="$topics""measures dimensions"
words=$(cut -f 1 "$options" | tr '\n' ' ')
[ "$formats" ] && [ ${#topics} -gt 100 ] && [ ${#words} -gt 50 ] || {
  echo "complete.sh: the help of $ogi is not what it was" >&2
  exit 1
}

# The options whose argument is called so, parted by |; with ! those whose argument is not.
taking() {
  awk -F '\t' -v is="^(${1#!})\$" -v not="${1%%[!\!]*}" \
    '($2 ~ is) != (not == "!") { printf "%s%s", n++ ? "|" : "", $1 }' "$options"
}

in_bash() {
  sed -e "s/@words@/$words/" -e "s/@formats@/$formats/" -e "s/@topics@/$topics/" \
    -e "s/@folder@/$(taking DIR)/" -e "s/@file@/$(taking 'DB|SCRIPT|FILE')/" \
    -e "s/@text@/$(taking '!DB|SCRIPT|FILE|DIR|FORMAT|F|-')/" \
    "$here/complete.bash"
}

# One line for each option, in the words of the shell.
specs() {
  awk -F '\t' -v shell="$shell" -v formats="$formats" '
    function what(argument) {
      if (argument == "-") return ""
      if (shell == "zsh") {
        if (argument == "DIR") return ":folder:_files -/"
        if (argument == "FORMAT") return ":format:(" formats ")"
        if (argument == "F") return ":format:(text json)"
        return ":" tolower(argument) ":" (argument ~ /^(DB|SCRIPT|FILE)$/ ? "_files" : " ")
      }
      if (argument == "DIR") return " -x -a \"(__fish_complete_directories)\""
      if (argument == "FORMAT") return " -x -a \"" formats "\""
      if (argument == "F") return " -x -a \"text json\""
      return argument ~ /^(DB|SCRIPT|FILE)$/ ? " -r -F" : " -x"
    }
    {
      says = $3
      gsub(/[\047`]/, "", says)
      if (shell == "zsh") {
        gsub(/\[/, "\\[", says)
        gsub(/]/, "\\]", says)
        gsub(/:/, "\\:", says)
        many = $1 == "-c" || $1 == "-f" ? "*" : ""
        print "    \047" many $1 ($2 == "-" ? "" : $1 ~ /^--/ ? "=" : "+") "[" says "]" what($2) "\047 \\"
      } else {
        name = $1
        kind = sub(/^--/, "", name) ? "-l" : sub(/^-/, "", name) ? "-s" : ""
        print "complete -c ogi -n \"not __fish_seen_subcommand_from help fmt\" " kind " " name what($2) " -d \047" says "\047"
      }
    }' "$options"
}

case $shell in
bash) in_bash ;;
zsh | fish)
  specs >"$options.specs"
  sed -e "/^@specs@$/{
r $options.specs
d
}" -e "s/@topics@/$topics/" "$here/complete.$shell"
  rm -f "$options.specs"
  ;;
*)
  echo "usage: complete.sh OGI bash|zsh|fish" >&2
  exit 2
  ;;
esac
