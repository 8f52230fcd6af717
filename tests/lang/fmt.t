# ogi fmt: scripts in their canonical form.

$ printf 'SUM received BY year,outcome;count reports\n' | ogi fmt
sum received by year, outcome
count reports
$ printf '# why\n\n\nsum received   # behind\n  by year where (year=2021)\n' | ogi fmt - | sed 's/^/|/'
|# why
|
|sum received  # behind
|  by year
|  where year = 2021
$ printf "PLOT sum received BY year AS Line TO 'f.svg'; what if received where requester=company for '甲' 2021=5 : plot run q('甲') as spark\n" | ogi fmt
plot sum received by year as Line to "f.svg"
what if received where requester = company for "甲" 2021 = 5: plot run q("甲") as spark

# A line for each clause where one does not hold all; Han characters take two columns.
$ printf 'sum applications where requester=自然人 and outcome=不予公开 and region under 示例省 by agency, year across outcome total\n' | ogi fmt
sum applications
  where requester = 自然人 and outcome = 不予公开 and region under 示例省
  by agency, year
  across outcome
  total
$ printf 'reports where agency in ("示例县人民政府办公室", "示例县公安局", "示例县教育局", "示例县卫生健康局", "示例县青山镇人民政府")\n' | ogi fmt
reports
  where agency in (
    "示例县人民政府办公室",
    "示例县公安局",
    "示例县教育局",
    "示例县卫生健康局",
    "示例县青山镇人民政府"
  )

# Into the files, and what would change.
$ printf 'sum received by year\n' >good.ogi; printf 'SUM received\n' >bad.ogi; ogi fmt -l good.ogi bad.ogi; echo $?
bad.ogi
0
$ ogi fmt --check good.ogi bad.ogi; echo $?
bad.ogi
1
$ chmod 750 bad.ogi; ogi fmt -w good.ogi bad.ogi; echo $?; cat bad.ogi; stat -c %a bad.ogi
0
sum received
750
$ ogi fmt --check good.ogi bad.ogi; echo $?
0

# A script with an error in it is left alone.
$ printf 'SUM received\nsum by;\nsum "x\n' >wrong.ogi; ogi fmt -w wrong.ogi; echo $?; cat wrong.ogi | sed 's/^/|/'
2
|SUM received
|sum by;
|sum "x
wrong.ogi:2:5: error: "by" does not fit here: expected a measure
  sum by;
      ^~
wrong.ogi:3:5: error: the string has no closing quote
  sum "x
      ^~
$ ogi fmt nowhere.ogi
!3
ogi: error: "nowhere.ogi" cannot be read: No such file or directory
$ ogi fmt --check -w good.ogi
!2
ogi: error: --check changes nothing, -w does: take one of them
usage: ogi fmt [-w | -l | --check] [FILE]...
`ogi fmt --help` explains the options
$ ogi fmt -w
!2
ogi: error: -w needs a file to write to
usage: ogi fmt [-w | -l | --check] [FILE]...
`ogi fmt --help` explains the options
$ ogi fmt --pretty good.ogi
!2
ogi: error: no such option of `ogi fmt`
usage: ogi fmt [-w | -l | --check] [FILE]...
`ogi fmt --help` explains the options
$ ogi fmt --help
usage: ogi fmt [-w | -l | --check] [FILE]...
Writes scripts in their canonical form: a statement a line, long ones a clause a line,
comments and blank lines kept. Without FILE, or for -, reads standard input.

  -w, --write   write the text back into the files
  -l, --list    name the files whose text would change
  --check       the same, with exit status 1 when there are some

Exit status: 0 done, 1 --check found something, 2 an error in a script, which is then left
alone, 3 a file cannot be read, 4 one cannot be written.

# What comes out says the same.
$ for f in examples/*.ogi; do ogi fmt "$f" >f.ogi; ogi fmt --check f.ogi; done; ogi fmt examples/demo.ogi | head -12 | sed 's/^/|/'
|# The questions of the README. `make demo` runs them after loading examples/reports;
|# the list says where the agencies are and whose report covers whose.
|load "examples/agencies.csv" as agencies
|
|# Requests by natural persons that were refused, of one agency, year by year.
|sum applications where agency = 平潭 and requester = natural_person and outcome = withheld by year
|
|# On which grounds did it give nothing? Subtotals are computed from the cells, never read.
|sum applications where agency = 平潭 and outcome in (withheld, unavailable) by outcome depth 2
|
|# Who asks? Years down, requesters across, totals on both sides.
|sum received where agency = 示例县公安局 by year across requester total
