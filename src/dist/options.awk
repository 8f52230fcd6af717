# options.awk: what `ogi --help` says of the options, a line each: OPTION tab ARGUMENT tab WHAT IT DOES.
# The argument of an option that takes none is -.
/^  -/ {
  line = substr($0, 3)
  if (line ~ /^--help, --version/) {
    print "--help\t-\tthese options"
    print "--version\t-\tthe version"
    next
  }
  option = line
  sub(/ .*/, "", option)
  rest = substr(line, length(option) + 1)
  argument = "-"
  if (match(rest, /^ [A-Z]+/)) {
    argument = substr(rest, 2, RLENGTH - 1)
    rest = substr(rest, RLENGTH + 1)
  }
  sub(/^ */, "", rest)
  print option "\t" argument "\t" rest
}
