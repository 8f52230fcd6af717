# Digits of one cell that stand in its neighbour, in a row that was read and does not add up (D.split).
# Joined; parted elsewhere; split, where what stands behind moved on and the total is lost; another slip.
$ mkdir t; r=tests/data/panel/示例县人民政府_2021.txt; put() { mkdir t/$1; sed "s/^\($2[^|]*\) .*/\1 | $3 ||/" $r >t/$1/a.txt; }; put 1 一、本年新收 '5511 | 0 | 1 | 0 | 2 | 0 | 69'; put 2 一、本年新收 '5 | 511 | 1 | 0 | 2 | 0 | 69'; put 3 （七）总计 '5 | 4 | 11 | 1 | 0 | 2 | 0'; put 4 一、本年新收 '505 | 11 | 1 | 0 | 2 | 0 | 69'; for n in 1 2 3 4; do ogi --no-init t/$n -c 'check T3.cross, D.split' 2>/dev/null; echo $?; done
error T3.cross  示例县人民政府 2021  received  5514 against 69 (difference 5445)
  the requesters do not add up to the total printed in the row
  t/1/a.txt: line 23, cell 8
error D.split  示例县人民政府 2021  received.natural_person  5511 | 0 against 55 | 11
  digits are split or joined, or a column is shifted: which figure belongs here is not certain
  t/1/a.txt: line 23, cell 2
rule      severity  pass  pass*  fail  unknown  n/a
T3.cross  error       24      0     1        0    0
D.split   error      199      0     1        0    0
1
error T3.cross  示例县人民政府 2021  received  519 against 69 (difference 450)
  the requesters do not add up to the total printed in the row
  t/2/a.txt: line 23, cell 8
error D.split  示例县人民政府 2021  received.natural_person  5 | 511 against 55 | 11
  digits are split or joined, or a column is shifted: which figure belongs here is not certain
  t/2/a.txt: line 23, cell 2
rule      severity  pass  pass*  fail  unknown  n/a
T3.cross  error       24      0     1        0    0
D.split   error      199      0     1        0    0
1
error T3.cross  示例县人民政府 2021  closed  23 against 0 (difference 23)
  the requesters do not add up to the total printed in the row
  t/3/a.txt: line 46, cell 8
error D.split  示例县人民政府 2021  applications.natural_person.closed  5 | 4 | 11 | 1 | 0 | 2 | 0 against 54 | 11 | 1 | 0 | 2 | 0 | 68
  digits are split or joined, or a column is shifted: which figure belongs here is not certain
  t/3/a.txt: line 46, cell 2
rule      severity  pass  pass*  fail  unknown  n/a
T3.cross  error       24      0     1        0    0
D.split   error      199      0     1        0    0
1
error T3.cross  示例县人民政府 2021  received  519 against 69 (difference 450)
  the requesters do not add up to the total printed in the row
  t/4/a.txt: line 23, cell 8
rule      severity  pass  pass*  fail  unknown  n/a
T3.cross  error       24      0     1        0    0
D.split   error      200      0     0        0    0
1
# What programs see; `diagnose` says the same.
$ ogi --no-init t/1 -c 'check D.split format jsonl' -c 'diagnose' -c 'explain check D.split for "示例县人民政府" 2021' 2>/dev/null
!1
{"rule": "D.split", "severity": "error", "status": "fail", "agency": "示例县人民政府", "year": 2021, "instance": "received.natural_person", "left": "5511 | 0", "right": "55 | 11", "difference": null, "file": "t/1/a.txt", "place": "line 23, cell 2", "waived": false, "message": "digits are split or joined, or a column is shifted: which figure belongs here is not certain: 5511 | 0 against 55 | 11"}
示例县人民政府 2021
  3 equations fail: T3.balance natural_person, T3.balance company, T3.cross received
  two cells explain that
  two numbers joined in one cell
    三, 一、本年新收政府信息公开申请数量 | 自然人
      printed 5511, implied 55
      repairs T3.balance natural_person, T3.cross received
      t/1/a.txt: line 23, cell 2
    三, 一、本年新收政府信息公开申请数量 | 法人或其他组织/商业企业
      printed 0, implied 11
      repairs T3.balance company, T3.cross received
      t/1/a.txt: line 23, cell 3

D.split (error): not (cell is unread and printed ~ ".") and cell is not split
fails when digits are split or joined, or a column is shifted: which figure belongs here is not certain

instance                 status  side   year  row                               column  printed  state      value  place
received.natural_person  fail    –      2021  一、本年新收政府信息公开申请数量  自然人  5511     number      5511  line 23, cell 2
received.natural_person  fail    left      –  –                                 –       –        –       5511 | 0  –
received.natural_person  fail    right     –  –                                 –       –        –        55 | 11  –
# With blanks unknown nothing rests on a row that has one; a rule of one's own can ask the same.
$ sed -i 's/5511 | 0/5511 | \//' t/1/a.txt; ogi --no-init t/1 -c 'check D.split' -c 'set blank unknown' -c 'check D.split' -c 'set blank zero' -c 'define check mine "moved" severity warn for each cell : cell is not split and cell <= 6000' -c 'check mine' 2>/dev/null
!1
error D.split  示例县人民政府 2021  received.natural_person  5511 | 0 against 55 | 11
  digits are split or joined, or a column is shifted: which figure belongs here is not certain
  t/1/a.txt: line 23, cell 2
rule     severity  pass  pass*  fail  unknown  n/a
D.split  error      199      0     1        0    0

rule     severity  pass  pass*  fail  unknown  n/a
D.split  error      199      0     0        1    0

warn mine  示例县人民政府 2021  received.natural_person  5511 | 0 against 55 | 11
  moved
  t/1/a.txt: line 23, cell 2
rule  severity  pass  pass*  fail  unknown  n/a
mine  warn       198      1     1        0    0
