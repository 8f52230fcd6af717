#!/bin/sh
# help.sh PANEL LETTERS: runs every example in the help topics that begin so (a-c), those of a topic
# together, on a copy of the panel; says which failed. One marked `# refused` must be.
set -u
count=0
for file in stdlib/help/[$2]*.txt; do
  rm -f try.db
  cp "$1" try.db
  # Examples are indented by two and begin with a verb; what is indented more continues them.
  awk '/^    / { if (kept) print substr($0, 3); next }
       { kept = match($0, /^  (report "[^"]*" to|\.[a-z]+|sum|avg|median|min|max|stddev|p90|first|last|stated|gap|share|rate|top [0-9]+|trace|compare|flow|missing|find|claims|count|reports|show|describe|members|load|reload|drop|set|use|help|explain|assert|save|define|plot|run|edit|what if|check|diagnose|test|tutorial|waive|waivers|stale|sql)( |$)/) &&
                !/^  reports [0-9]/ && !/^  set year=/ }
       kept { print substr($0, 3) }' "$file" >all
  grep -v '# refused' all >good
  count=$((count + $(wc -l <all)))
  if [ -t 1 ]; then
    # Somebody wants to see the tables, as wide as the terminal is; what .dump writes is none.
    grep -vE '^((set |\.)width|\.dump)' good >shown
    ogi --no-init -d try.db -f shown 2>err
  else
    ogi --no-init -d try.db -f good >out 2>err
  fi
  [ $? -le 1 ] || { echo "$file:"; cat err; } # 1: a check found something
  grep '# refused' all >bad
  while IFS= read -r statement; do
    ogi --no-init -d try.db -c "$statement" >out 2>err && echo "$file: not refused: $statement"
  done <bad
done
[ $count -gt 50 ] && echo "all lines of examples ran" || echo "only $count lines of examples"
