# man.awk: text as it stands in the help → roff. part: text, options, status or topics (see man.sh).
# Paragraphs are filled; one that is indented, or set in columns, stays as it is.

function plain(s) {
  gsub(/\\/, "\\e", s)
  gsub(/-/, "\\-", s)
  gsub(/'/, "\\(aq", s)
  gsub(/`/, "\\(ga", s)
  gsub(/\^/, "\\(ha", s)
  gsub(/~/, "\\(ti", s)
  if (s ~ /^[.]/) s = "\\\\&" s
  gsub(/\\\\/, "\\", s)
  return s
}

# What stands between backquotes is typed: bold.
function prose(s,   out, code) {
  while (match(s, /`[^`]+`/)) {
    code = substr(s, RSTART + 1, RLENGTH - 2)
    out = out plain(substr(s, 1, RSTART - 1)) "\\fB" plain(code) "\\fR"
    s = substr(s, RSTART + RLENGTH)
  }
  return out plain(s)
}

function flush_block(   i) {
  if (n == 0) return
  if (!is_first) print ".PP"
  is_first = 0
  if (is_columns || is_code) {
    print is_code ? ".RS 4" : ".RS 0"
    print ".nf"
    for (i = 1; i <= n; i++) print plain(block[i])
    print ".fi"
    print ".RE"
  } else {
    for (i = 1; i <= n; i++) print prose(block[i])
  }
  n = 0
}

function add(line) {
  if (line == "") { flush_block(); return }
  if (n > 0 && is_code != (line ~ /^  /)) flush_block()
  if (n == 0) { is_code = line ~ /^  /; is_columns = 0 }
  if (is_code) sub(/^  /, "", line)
  else if (line ~ /[^ ]   *[^ ].*[^ ]  +[^ ]/) is_columns = 1
  block[++n] = line
}

BEGIN { is_first = 1; if (part == "options") FS = "\t" }

part == "options" {
  print ".TP"
  print ".BR \"" plain($1) "\"" ($2 != "-" ? " \" \\fI" plain($2) "\\fR\"" : "")
  print prose($3) "."
  next
}
part == "text" && (/^  -/ || /^Exit status/) { is_skipped = 1 }
part == "text" { if (/^$/) is_skipped = 0; if (!is_skipped) add($0) }
part == "status" && /^Exit status/ { is_in = 1 }
part == "status" && is_in { sub(/^Exit status: /, ""); add($0) }
part == "topics" && /^--- / {
  flush_block()
  print ".SS " substr($0, 5)
  is_first = 1
  is_blank = 1
  next
}
part == "topics" { if (!(is_blank && /^$/)) add($0); is_blank = 0 }
END { flush_block() }
