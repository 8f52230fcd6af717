# Rules tried on small reports.
> test "tests/rules/*.ogit"
5 files, 154 expectations met, 0 not
> test "nothing.ogit"
!3
check_test.t:4:6: error: "nothing.ogit" cannot be loaded: No such file or directory
  test "nothing.ogit"
       ^~~~~~~~~~~~~~
$ printf 'report "甲局" 2021 (received total = 3)\nexpect T3.cross pass for received\nexpect T3.cross fail for received\nexpect T3.cross n/a\n' >bad.ogit; ogi --no-init -c 'test "bad.ogit"'; echo $?
place       rule      instance  agency  year  expected  found
bad.ogit:2  T3.cross  received  甲局    2021  pass      fail
bad.ogit:4  T3.cross            甲局    2021  n/a       fail
1
1 file, 1 expectation met, 2 not
$ printf 'expect T3.cross pass\nreport "甲局" 2021 (nothing = 3)\nreport "甲局" 2021 speed 3\nsum received\nreport "甲局" 2021\nexpect T3.cross good\nexpect T3.cross pass for nobody\nexpect T9 pass\nexpect T3.cross pass in 1990\nreport "甲局" 2021 edition 1990\nreport "甲局" 2021 without 九\nreport "甲局" 2021 section 9 "x"\n' >bad.ogit; ogi --no-init -c 'test "bad.ogit"'; echo $?
3
bad.ogit:1:1: error: no report stands above it
  expect T3.cross pass
  ^~~~~~~~~~~~~~~
bad.ogit:2:19: error: the edition "cn.2021" has no such cell
  report "甲局" 2021 (nothing = 3)
                      ^~~~~~~ write a measure and a member of each of its dimensions, or total
bad.ogit:3:18: error: nothing called "speed" is said of a report
  report "甲局" 2021 speed 3
                     ^~~~~~~ it can be edition, signed, title, section, headings or without, and of the agency level, function, parent or consolidated
bad.ogit:4:1: error: "query" has no place in a file of tests
  sum received
  ^~~~~~~~~~~~ it holds "report", "expect" and "define check"
bad.ogit:6:1: error: "good" is no status
  expect T3.cross good
  ^~~~~~~~~~~~~~~ it can be pass, pass*, fail, unknown or n/a
bad.ogit:7:26: error: "T3.cross" is not tried on "nobody"
  expect T3.cross pass for nobody
                           ^~~~~~ "show check T3.cross" lists what it is tried on
bad.ogit:8:8: error: there is no rule "T9"
  expect T9 pass
         ^~
bad.ogit:9:1: error: no report stands above it on that year
  expect T3.cross pass in 1990
  ^~~~~~~~~~~~~~~~~~~~~~~~~~~~
bad.ogit:10:26: error: there is no edition "1990"
  report "甲局" 2021 edition 1990
                             ^~~~
bad.ogit:11:26: error: the edition has no table "九"
  report "甲局" 2021 without 九
                             ^~
bad.ogit:12:18: error: write "section", its number, and its text
  report "甲局" 2021 section 9 "x"
                     ^~~~~~~~~~~~~
1 file, 0 expectations met, 0 not
$ : >bad.ogit; ogi --no-init -c 'test "bad.ogit"'; echo $?
3
1 file, 0 expectations met, 0 not
