#!/usr/bin/env bash
# Who includes whom: a file includes its own layer or a lower one, and never sideways in a circle;
# each header of another project stands in one place. Prints every breach; fails if there is one.
set -u
cd "$(dirname "$0")/.." || exit 1

# The top level holds what it should, and nothing that a slip left there.
top=$(git -c core.quotepath=off ls-files 2>/dev/null | grep -vE '^(grammar|src|stdlib|examples|tests|\.ci)/|^(Makefile|README\.md|\.[a-z-]+)$')
[ -z "$top" ] || { echo "not of the top level: $top"; exit 1; }

# LAYER FOLDER…, then what a folder must not see though the layers would let it, then who may
# include what comes from outside.
awk '
BEGIN {
  level["base"] = 0; level["value"] = level["lang"] = level["line"] = 1; level["form"] = 2; level["plan"] = 3
  level["sql"] = level["store"] = level["read"] = 4; level["check"] = level["show"] = level["chart"] = 5
  level["answer"] = 5; level["app"] = 6
  split("read:lang read:plan read:sql read:store store:read " \
        "sql:store sql:read show:lang show:form show:plan show:sql show:store show:read show:check " \
        "check:show line:value line:lang chart:lang chart:form chart:plan chart:sql chart:store " \
        "chart:check show:chart check:chart answer:read answer:show answer:check answer:chart " \
        "show:answer check:answer chart:answer", pair, " ")
  for (i in pair) forbidden[pair[i]] = 1
  outside["sqlite3.h"] = "src/store/backend_sqlite.c"
  outside["readline/readline.h"] = outside["readline/history.h"] = "src/line/*.c"
  outside["utf8proc.h"] = "src/base/utf8.c"
  outside["dlfcn.h"] = "src/show/xlsx_lib.c"; outside["xlsxwriter.h"] = "src/show/xlsx_lib.h"
  outside["archive.h"] = outside["archive_entry.h"] = "src/read/archive.c"
  outside["uchardet.h"] = "src/read/charset.c"
  standard = " assert ctype errno fcntl fnmatch float ftw glob inttypes langinfo limits locale math" \
    " poll regex setjmp signal stdalign stdarg stdatomic stdbool stddef stdint stdio stdlib string" \
    " strings sys/ioctl sys/mman sys/stat sys/types sys/wait termios time unistd wchar dirent" \
    " pthread sys/time sys/prctl sys/resource getopt iconv pty pwd sched malloc "
}
function breach(why) { printf "%s:%d: %s\n", FILENAME, FNR, why; bad = 1 }
{ sub(/\r$/, "") }
match($0, /^[ \t]*#[ \t]*include[ \t]*"[^"]*"/) {
  name = $0; sub(/^[^"]*"/, "", name); sub(/".*/, "", name)
  split(FILENAME, part, "/"); from = part[1] == "grammar" ? "lang" : part[2]
  if (name == "ogi_grammar.h") name = "lang/" name # the tokens, written by lemon
  to = name; sub(/\/.*/, "", to)
  if (index(name, "/") == 0 || !(to in level)) breach("\"" name "\" is not written as \"folder/file.h\"")
  else if (level[to] > level[from]) breach(from " is below " to " and must not include " name)
  else if ((from ":" to) in forbidden && !(from == "store" && name == "sql/dialect.h"))
    breach(from " must not see " to ": " name)
  else if (from == "store" && to == "sql" && name != "sql/dialect.h")
    breach("of sql, store sees dialect.h alone: " name)
  else if (from == "chart" && to == "read" && name != "read/helper.h")
    breach("of read, chart sees helper.h alone: " name)
  if (from != to) edge[from " " to] = FILENAME ":" FNR
  next
}
match($0, /^[ \t]*#[ \t]*include[ \t]*<[^>]*>/) {
  name = $0; sub(/^[^<]*</, "", name); sub(/>.*/, "", name)
  base = name; sub(/\.h$/, "", base)
  if (index(standard, " " base " ")) next
  if (name ~ /^libxml\//) { if (FILENAME !~ /^src\/read\/(html|xml)\.c$/) breach("libxml2 belongs in src/read/html.c and xml.c") }
  else if (name in outside) { if (FILENAME != outside[name] && (outside[name] != "src/line/*.c" || FILENAME !~ /^src\/line\/[a-z]+\.c$/)) breach(name " belongs in " outside[name]) }
  else if (name == "csv.h") { csv[FILENAME] = 1; if (FILENAME ~ /\.h$/) breach("csv.h in a header") }
  else breach("unknown header <" name ">: say in tests/layers.sh where it belongs")
}
END {
  # Sideways: two folders that include each other.
  for (e in edge) { split(e, side, " "); if ((side[2] " " side[1]) in edge && side[1] < side[2])
      { print edge[e] ": " side[1] " and " side[2] " include each other"; bad = 1 } }
  n = 0; for (file in csv) { n++; where = where " " file }
  if (n > 1) { print "csv.h is included in more than one place:" where; bad = 1 }
  exit bad
}' $(find src grammar -name '*.[chy]' | LC_ALL=C sort)
