# to "file": written whole or not at all. A link stays a link, a file keeps its mode, a pipe is written as it is.

$ rm -rf places; mkdir places; : >places/real.csv; chmod 640 places/real.csv; ln -s real.csv places/link.csv; mkfifo places/pipe.csv
$ ogi --quiet tests/data/panel -c 'count reports to "places/link.csv"' 2>/dev/null; cat places/real.csv; stat -c '%F %a' places/link.csv places/real.csv
reports
15
symbolic link 777
regular file 640
$ (cat places/pipe.csv & ogi --quiet tests/data/panel -c 'count reports to "places/pipe.csv"' 2>/dev/null; wait); stat -c '%F' places/pipe.csv
reports
15
fifo
$ ogi --quiet tests/data/panel -c 'count reports to "places/none/f.csv"' 2>&1 | tail -3; ls places; rm -r places
-c:1:18: error: "places/none/f.csv" cannot be written: No such file or directory
  count reports to "places/none/f.csv"
                   ^~~~~~~~~~~~~~~~~~~
link.csv
pipe.csv
real.csv
