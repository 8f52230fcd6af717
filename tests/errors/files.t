# Files, databases and permissions.
%load panel

$ ogi --no-init -d panel.db -f nowhere.ogi; echo $?
3
ogi: error: script "nowhere.ogi" cannot be read: No such file or directory
$ ogi --no-init -d nowhere/panel.db -c 'sum received'; echo $?
4
ogi: error: cannot open "nowhere/panel.db": the file, or its journal beside it, cannot be opened
$ printf 'this is no database, only some text that is long enough to be seen as one or not\n' > text.db; ogi --no-init -d text.db -c 'sum received'; echo $?
4
ogi: error: cannot open "text.db": it is not a database
$ ogi --no-init -d . -c 'sum received'; echo $?
4
ogi: error: "." is a folder, not a panel
$ ogi --no-init --nonsense; echo $?
2
ogi: error: no option "--nonsense", or it is short for several
usage: ogi [-d DB] [-c STATEMENT]... [-f SCRIPT]... [OPTION]... [PATH]...
`ogi --help` explains the options
$ ogi --no-init -d; echo $?
2
ogi: error: option "-d" needs an argument
usage: ogi [-d DB] [-c STATEMENT]... [-f SCRIPT]... [OPTION]... [PATH]...
`ogi --help` explains the options
$ ogi --no-init -d panel.db --stdlib nowhere -c 'sum received'; echo $?
2
ogi: error: "nowhere" holds no definitions: it has no folder "forms"
$ mkdir lib lib/forms; printf 'define measure received "x" flow unit nothing\n' > lib/forms/a.ogi; ogi --no-init --stdlib lib -c 'sum received'; echo $?
2
lib/forms/a.ogi:1:16: error: there is no unit "nothing"
  define measure received "x" flow unit nothing
                 ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
> define dimension sector "领域" ( a "甲" )
!2
files.t:34:1: error: forms are defined in the folder of --stdlib
  define dimension sector "领域" ( a "甲" )
  ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
> use "a.ogi"
!3
files.t:39:5: error: "a.ogi" cannot be read: No such file or directory
  use "a.ogi"
      ^~~~~~~
> load "nowhere.csv" as agencies
!3
files.t:44:6: error: "nowhere.csv" cannot be read: No such file or directory
  load "nowhere.csv" as agencies
       ^~~~~~~~~~~~~
> sum received to "nowhere/x.csv"
!4
files.t:49:17: error: "nowhere/x.csv" cannot be written: No such file or directory
  sum received to "nowhere/x.csv"
                  ^~~~~~~~~~~~~~~
> sum received to "x.pdf"
!4
files.t:54:17: error: the ending of "x.pdf" names no format
  sum received to "x.pdf"
                  ^~~~~~~ a picture is asked for with "plot" before the question
$ ogi --no-init -d panel.db --readonly -c 'reload'; echo $?
2
-c:1:1: error: --readonly allows no change of the panel
  reload
  ^~~~~~
$ ogi --no-init -d panel.db --safe -c 'use "a.ogi"'; echo $?
2
-c:1:5: error: --safe allows no statement to touch a file
  use "a.ogi"
      ^~~~~~~
