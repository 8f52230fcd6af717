# Files that run before anything is asked: ~/.ogirc, or ~/.config/ogi/init.ogi, then .ogi/rc in the
# working directory. HOME is the folder in which the cases run.
%load panel

$ echo 'set year 2021; set names zh' >.ogirc; ogi -d panel.db -c 'sum received by requester own reports'
申请人          新收申请
自然人               199
商业企业              54
科研机构               6
社会公益组织           2
法律服务机构          10
其他法人或组织         1
报告 6 份（范围内共 6 份） · 空白 3 格，按 0 计 · 设定 year=2021
$ ogi --no-init -d panel.db -c 'sum received by year own reports'
year  received
2019        23
2020        79
2021       272
2022       161
2023       182
reports 15 of 15 · 3 blanks taken as 0
# On a pipe and from a file it is the same, and an option says more than the file.
$ echo 'set format csv; set year 2021' >.ogirc; echo 'sum received own reports' | ogi -d panel.db
received
272
$ echo 'sum received own reports' >q.ogi; ogi -d panel.db --format jsonl -f q.ogi
{"received": 272}
# What a statement of the file answers is no part of the results; what it gets wrong is told with
# file and line, and neither ends it nor counts.
$ printf 'sum received own reports\nset year 2022\nsum recieved\nset blank nothing\nset format csv\nquit\n' >.ogirc; ogi -d panel.db -c 'sum received own reports'; echo "status $?"
received
161
status 0
~/.ogirc:3:5: error: there is no measure "recieved"
  sum recieved
      ^~~~~~~~ did you mean "received"?
~/.ogirc:4:11: error: "nothing" says nothing of blanks
  set blank nothing
            ^~~~~~~ it can be zero or unknown
$ ogi -d panel.db --error-format json -c 'set year all' 2>&1 | cut -c 1-60
{"severity": "error", "code": "name", "message": "there is n
{"severity": "error", "code": "value", "message": "\"nothing
# Definitions of the file last for the session, and the panel does not get them.
$ printf 'define measure letters = received\ndefine check Z.one "an agency got nothing" : received > 0\ndefine query q1 = sum letters own reports by year\n' >.ogirc; before=$(cksum <panel.db); ogi -d panel.db --quiet -c 'run q1' -c 'show measure letters' -c 'check Z.one'; test "$before" = "$(cksum <panel.db)" && echo same; ogi --no-init -d panel.db -c 'sum letters' 2>&1 | head -n 1
year  letters
2019       23
2020       79
2021      272
2022      161
2023      182

what        value
measure     letters
formula     received
form        cn, us_foia
defined in  ~/.ogirc:1

rule   severity  pass  pass*  fail  unknown  n/a
Z.one  error       14      1     0        0    0
-c:1:5: error: there is no measure "letters"
$ ogi -d panel.db --readonly --safe --quiet -c 'sum letters where year=2021 own reports'
letters
    272
# Its settings are kept with the session, so that the session runs elsewhere.
$ echo 'set year 2021' >.ogirc; ogi -d panel.db --quiet -c 'sum received own reports' -c 'save session as "s.ogi"'; sed 1d s.ogi
received
     272
set year 2021
sum received own reports
# The place of XDG, where there is no ~/.ogirc.
$ rm .ogirc; mkdir -p .config/ogi x/ogi; echo 'set year 2020; sum' >.config/ogi/init.ogi; echo 'set year 2019; sum' >x/ogi/init.ogi; ogi -d panel.db -c 'sum received own reports'; XDG_CONFIG_HOME=$PWD/x ogi -d panel.db -c 'sum received own reports' 2>&1 | sed "s,$PWD,PWD,"
received
      79
PWD/x/ogi/init.ogi:1:19: error: the statement ends too early: expected a measure
  set year 2019; sum
                    ^
received
      23
reports 1 of 1 · set year=2019
~/.config/ogi/init.ogi:1:19: error: the statement ends too early: expected a measure
  set year 2020; sum
                    ^
reports 2 of 2 · set year=2020
$ touch .ogirc; ogi -d panel.db --quiet -c 'sum received by year own reports'
year  received
2019        23
2020        79
2021       272
2022      !161
2023       182
# Help and the formatter need no panel and run no file.
$ echo 'sum' >.ogirc; ogi help quit | head -n 1; echo 'sum  received' >f.ogi; ogi fmt f.ogi
quit : ends the session; so does Ctrl-D on an empty line.
sum received
# No plain text.
$ rm .ogirc; mkdir .ogirc; ogi -c 'set year 2021'; echo "status $?"
status 0
ogi: warning: "~/.ogirc" is not run: Is a directory
  --no-init leaves such files out without a word
$ rmdir .ogirc; ln -s /dev/zero .ogirc; ogi -c 'set year 2021'
ogi: warning: "~/.ogirc" is not run: it is larger than 1 MB
  --no-init leaves such files out without a word
$ rm .ogirc; mkfifo .ogirc; ogi -c 'set year 2021'; rm .ogirc

# The file of a project: after the user's.
$ rm -rf .config x; mkdir .ogi; echo 'set year 2020; set format csv' >.ogirc; printf 'set year 2021\nset min base 10\nset blank unknown\nuse form cn\ndefine rate answered = disclosed of applications\n' >.ogi/rc; ogi -d panel.db -c 'rate answered own reports' -c 'set year all' -c 'set' | head -n 8
answered,numerator,denominator
0.5707964601769911,129,226

setting,value,can_be
year,all,"a year, 2019..2023 or all"
blank,unknown,zero or unknown
names,key,"key, zh, en or both"
format,csv,"table, csv, tsv, json, jsonl, md, line or html"
$ cd .ogi && ogi --no-init -d ../panel.db --quiet -c 'sum received where year=2021 own reports'
received
     272
# It sets and defines, and does nothing else: it may have come with a folder from somebody.
$ rm .ogirc; printf 'load "examples/reports"\nuse "tests/x.ogi"\nset waivers "w"\nset\nsum received to "out.csv"\ndrop report "示例县公安局" 2021\nedit measure x\nset year 2021\n' >.ogi/rc; ogi -d panel.db --quiet -c 'sum received own reports'; test -e out.csv || echo "nothing was written"
received
     272
nothing was written
.ogi/rc:1:1: error: the file of a project only defines, and sets what is counted and how it looks
  load "examples/reports"
  ^~~~~~~~~~~~~~~~~~~~~~~ "help init" says what may stand there; the rest belongs in ~/.ogirc
.ogi/rc:2:1: error: the file of a project only defines, and sets what is counted and how it looks
  use "tests/x.ogi"
  ^~~~~~~~~~~~~~~~~ "help init" says what may stand there; the rest belongs in ~/.ogirc
.ogi/rc:3:1: error: the file of a project only defines, and sets what is counted and how it looks
  set waivers "w"
  ^~~~~~~~~~~~~~~ "help init" says what may stand there; the rest belongs in ~/.ogirc
.ogi/rc:4:1: error: the file of a project only defines, and sets what is counted and how it looks
  set
  ^~~ "help init" says what may stand there; the rest belongs in ~/.ogirc
.ogi/rc:5:1: error: the file of a project only defines, and sets what is counted and how it looks
  sum received to "out.csv"
  ^~~~~~~~~~~~~~~~~~~~~~~~~ "help init" says what may stand there; the rest belongs in ~/.ogirc
.ogi/rc:6:1: error: the file of a project only defines, and sets what is counted and how it looks
  drop report "示例县公安局" 2021
  ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ "help init" says what may stand there; the rest belongs in ~/.ogirc
.ogi/rc:7:1: error: the file of a project only defines, and sets what is counted and how it looks
  edit measure x
  ^~~~~~~~~~~~~~ "help init" says what may stand there; the rest belongs in ~/.ogirc
# And only where nobody else may have written it.
$ echo 'set year 2021' >.ogi/rc; chmod o+w .ogi/rc; ogi -d panel.db --quiet -c 'sum received where year=2020 own reports'; chmod o-w .ogi/rc; chmod o+w .ogi; ogi -c 'set year all'; chmod o-w .ogi
received
      79
ogi: warning: ".ogi/rc" is not run: it belongs to another user, or all may write it
  --no-init leaves such files out without a word
ogi: warning: ".ogi/rc" is not run: the folder belongs to another user, or all may write in it
  --no-init leaves such files out without a word
$ chmod o+w .; ogi -c 'set year all'; chmod o-w .; ogi --no-init -c 'set year all'
ogi: warning: ".ogi/rc" is not run: the folder belongs to another user, or all may write in it
  --no-init leaves such files out without a word
$ rm .ogi/rc; mkdir .ogi/rc; ogi -c 'set year all'; rmdir .ogi/rc; mkfifo .ogi/rc; ogi -c 'set year all'; rm -r .ogi; touch .ogi; ogi -c 'set year all'
ogi: warning: ".ogi/rc" is not run: it is no plain file
  --no-init leaves such files out without a word
ogi: warning: ".ogi/rc" is not run: it is no plain file
  --no-init leaves such files out without a word
# What it defines lasts for the session, whichever panel is open.
$ rm -f .ogi .ogirc; printf 'define measure letters = received\ndefine check Z.two "an agency got nothing" : received > 0\n' >.ogirc; echo 'define measure letters = received + carried_in' >more.ogi; ogi --no-init -d other.db -f more.ogi; cp panel.db third.db; printf '.open third.db\nsum letters where year=2021 own reports\ncheck Z.two\ndrop measure letters\n.open other.db\nshow measure letters\n' >open.ogi; ogi -d panel.db --quiet -f open.ogi
letters
    272

rule   severity  pass  pass*  fail  unknown  n/a
Z.two  error       14      1     0        0    0

what        value
measure     letters
formula     received + carried_in
form        cn
defined in  more.ogi:1

# What is dropped stays dropped in the next panel that the session opens.
$ mkdir -p dropped/.ogi; cp panel.db dropped/a.db; cp panel.db dropped/b.db; cd dropped; printf 'define measure letters = received\ndefine check many "many" for each agency: received < 40\n' >.ogi/rc; printf '.open b.db\nsum letters where year=2021 mixed ok\ncheck many where year=2021 and agency ~ 公安\ndrop measure letters\ndrop check many\n.open a.db\nsum letters\ncheck many\n' >s.ogi; HOME=$PWD ogi -d a.db --quiet --keep-going -f s.ogi
!2
letters
   !272

error many  示例县公安局 2021  received  40 against 40 (difference 0)
  many
  tests/data/panel/示例县公安局_2021.txt: line 23, cell 2
rule  severity  pass  pass*  fail  unknown  n/a
many  error        0      0     1        0    0
s.ogi:7:5: error: there is no measure "letters"
  sum letters
      ^~~~~~~ "help measures" lists what can be asked
s.ogi:8:7: error: there is no rule "many"
  check many
        ^~~~ "show rules" lists them
