%load examples/reports

# Most dot commands are another spelling of a statement.
$ printf '.mode csv\nsum received by year where agency=示例县教育局\n' | ogi --no-init examples/reports --quiet
year,received
2022,17
2023,21
2024,26
$ printf 'sum received\n  by year where agency=示例县教育局 and year=2022\n  .mode json\n.mode\n# a comment\n.headers off;\n.headers\n' | ogi --no-init examples/reports --quiet
year  received
2022        17
format json
headers off
$ ogi --no-init --quiet -c '.mode box' -c '.mode' -c '.mode tabs' -c '.mode'
format table
format tsv
$ ogi --no-init --quiet -c '.schema disclosed' -c '.tab' | head -n 6
what       value
member     disclosed
Chinese    予以公开
English    disclosed
also       全部公开; （一）予以公开
dimension  outcome
$ ogi --no-init --quiet -c '.print "as it is"' -c '.print   two  words # and this' -c '.print'
as it is
two  words # and this
$ ogi --no-init --quiet -c '.help sh' -c '.databases'
command         what it does
.shell COMMAND  runs a command of the system
.show           the settings: set

panel      changes
in memory  lost at the end
$ ogi --no-init --quiet -c '.quit' -c '.print not reached'
$ ogi --no-init --quiet -c '.shell echo from the shell; exit 3'
!4
from the shell
-c:1:1: error: the command ended with status 3
  .shell echo from the shell; exit 3
  ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

# What they change lasts, and is kept as the statement that it is.
$ printf '.nullvalue "-"\n.timer off\n.width 70\nset\nsave session as "s.ogi"\n' | ogi --no-init --format tsv --quiet | grep -E '^(null|timing|width)' ; grep -v '^#' s.ogi
width	70	a number of columns, 0 for no limit, or auto: as wide as the window
null	"-"	a text that stands where there is no figure, or auto
timing	off	on or off: the time of each statement
set null "-"
set timing off
set width 70
$ mkdir -p elsewhere; printf '.open one.db\n.import examples/reports\n.cd elsewhere\n.mode csv\ncount reports\n.databases\n.open two.db\ncount reports\n' | ogi --no-init --quiet | sed "s|$PWD|…|"; ls *.db elsewhere; rm -r one.db elsewhere
reports
20

panel,changes
…/one.db,kept

reports
0
one.db
panel.db

elsewhere:
two.db
$ printf 'count reports\n' > q.ogi; printf '.echo on\n.read q.ogi\n' | ogi --no-init --quiet
.read q.ogi
count reports
reports
      0
$ printf '.edit\n' | ogi --no-init --quiet
!2
stdin:1:1: error: ".edit" is typed, it stands in no script
  .edit
  ^~~~~ "edit measure NAME" changes a definition
$ printf '.bail off\nsum nothing\n.print reached\n' | ogi --no-init --quiet
!2
reached
stdin:2:5: error: there is no measure "nothing"
  sum nothing
      ^~~~~~~ "help measures" lists what can be asked

# Not within a statement, and not behind one on its line.
$ printf 'sum received; .mode csv\n' | ogi --no-init --quiet
!2
received
       –
stdin:1:15: error: "." does not fit here: expected a statement
  sum received; .mode csv
                ^ it begins with a verb, as in "sum", "count" or "show report": "help" lists them
$ printf 'sum received by\n.mode csv\n' | ogi --no-init --quiet
!2
stdin:2:1: error: "." does not fit here: expected a dimension
  .mode csv
  ^
$ printf '# first\n.mode   csv  # as it is\n\n  .print a\nsum   received\n.quit' > d.ogi; ogi fmt d.ogi | sed 's/^#/=#/'; ogi fmt d.ogi > e.ogi; ogi fmt --check e.ogi
=# first
.mode   csv  # as it is

.print a
sum received
.quit

# What is wrong is said in their own words.
> .modee csv
!2
dot.t:103:1: error: there is no dot command ".modee"
  .modee csv
  ^~~~~~ did you mean ".mode"?
> .he
!2
dot.t:108:1: error: ".he" begins several dot commands
  .he
  ^~~ .headers, .help
> .mode cvs
!2
dot.t:113:7: error: there is no format "cvs"
  .mode cvs
        ^~~ it can be table, csv, tsv, json, jsonl, md, line or html
> .nothing
!2
dot.t:118:1: error: there is no dot command ".nothing"
  .nothing
  ^~~~~~~~ ".help" lists them
> .mode a b
!2
dot.t:123:9: error: ".mode" takes one word, not 2
  .mode a b
          ^ .mode FORMAT: the form of the answers that follow: set format
> .quit now
!2
dot.t:128:7: error: ".quit" takes nothing
  .quit now
        ^~~ .quit: leaves ogi: quit
> .read
!2
dot.t:133:1: error: ".read" takes one word, not 0
  .read
  ^~~~~ .read FILE: runs a script: use "FILE"
> .read "x
!2
dot.t:138:7: error: the string has no closing quote
  .read "x
        ^~
> .help nothing
!2
dot.t:143:7: error: there is no dot command "nothing"
  .help nothing
        ^~~~~~~ ".help" lists them, "help" explains the language
> .cd /no/such/folder
!3
dot.t:148:5: error: "/no/such/folder" cannot be entered: No such file or directory
  .cd /no/such/folder
      ^~~~~~~~~~~~~~~
> .open /no/such/folder/panel.db
!4
dot.t: error: cannot open "/no/such/folder/panel.db": the file, or its journal beside it, cannot be opened
$ ogi --no-init --safe -c '.read q.ogi' -c '.print not reached'
!2
-c:1:1: error: --safe allows no statement to touch a file
  .read q.ogi
  ^~~~~
$ ogi --no-init --safe --keep-going -c '.shell echo x' -c '.cd /' -c '.open a.db' -c '.import .' -c '.mode'
!2
format table
-c:1:1: error: --safe allows no statement to touch a file
  .shell echo x
  ^~~~~~
-c#2:1:1: error: --safe allows no statement to touch a file
  .cd /
  ^~~
-c#3:1:1: error: --safe allows no statement to touch a file
  .open a.db
  ^~~~~
-c#4:1:1: error: --safe allows no statement to touch a file
  .import .
  ^~~~~~~

# What the panel holds, as statements that rebuild it.
$ mkdir kept; cp examples/reports/示例县教育局_202[23].* kept; printf 'load "kept"\ndefine measure granted = disclosed of applications\nuse form us_foia\ndefine measure late = pending_start\nuse form all\ndefine check X.mine "odd" severity info: received >= 0\n.output again.ogi\n.dump\n' | ogi --no-init --quiet; sed 's/^#/=#/' again.ogi; ogi --no-init --quiet -d again.db -f again.ogi; ogi --no-init --quiet -d again.db -c '.dump' | cmp - again.ogi && echo the same; rm -r again.db kept
=# What the panel holds: on an empty panel this script rebuilds it.
load "kept/示例县教育局_2022.txt",
  "kept/示例县教育局_2023.html"
define measure granted = disclosed of applications
use form us_foia
define measure late = pending_start
use form all
define check X.mine "odd" severity info: received >= 0
the same
$ printf 'agency,level\n甲局,county\n乙局,county\n' > a.csv; ogi --no-init --quiet -c 'load "a.csv" as agencies' -c .dump | sed 's/^#/=#/'
=# What the panel holds: on an empty panel this script rebuilds it.
=# First the list of 2 agencies: load "FILE.csv" as agencies
$ ogi --no-init --safe -c .dump
!2
-c:1:1: error: --safe allows no statement to touch a file
  .dump
  ^~~~~

# Messages in a file as well.
$ ogi --no-init --quiet --keep-going -c '.log m.txt' -c 'sum nothing' -c '.log off' -c 'sum nobody' 2>errors.txt; cat m.txt; grep -c nobody errors.txt
-c#2:1:5: error: there is no measure "nothing"
  sum nothing
      ^~~~~~~ "help measures" lists what can be asked
2
> .log /no/such/folder/m.txt
!4
dot.t:203:6: error: "/no/such/folder/m.txt" cannot be written: No such file or directory
  .log /no/such/folder/m.txt
       ^~~~~~~~~~~~~~~~~~~~~
> .log "|cat"
!2
dot.t:208:6: error: this goes into a file, not to a command
  .log "|cat"
       ^~~~~~ name a file, or page with "set pager on"

# What parts columns is the format's.
$ ogi --no-init --quiet -c '.separator ,' -c '.mode' -c '.separator "\t"' -c '.mode'
format csv
format tsv
> .separator ";"
!2
dot.t:218:12: error: no format has this between its columns
  .separator ";"
             ^~~ "," is .mode csv, "\t" is .mode tsv
> .separator |
!2
dot.t:223:12: error: no format has this between its columns
  .separator |
             ^ "," is .mode csv, "\t" is .mode tsv
$ ogi --no-init --quiet -c 'set color off' -c 'set' | grep colour
colour       off          on, off, or auto: on a terminal, of answers and of what is typed

# The file of a project sets, and runs nothing.
$ mkdir .ogi; printf 'set color on\n.headers off\n.names zh\n.shell echo no\n' > .ogi/rc; ogi -c '.headers'; rm -r .ogi
headers off
.ogi/rc:3:1: error: there is no dot command ".names"
  .names zh
  ^~~~~~ ".help" lists them
.ogi/rc:4:1: error: the file of a project only sets and defines
  .shell echo no
  ^~~~~~
$ HOME=$PWD; export HOME; printf '.bail off\n.headers off\n' > .ogirc; ogi -c '.bail' -c '.headers'; rm .ogirc
bail off
headers off
