# The six sections: which are there, and in which order.
%load panel
> check S.sections
rule        severity  pass  pass*  fail  unknown  n/a
S.sections  warn        90      0     0        0    0
> show check S.sections
what                   value
name                   S.sections
severity               warn
English                a section of the form is not in its place
Chinese                缺少规定的部分，或各部分顺序不符
because                〔2019〕60号、〔2021〕30号：报告由六部分组成
formula                section is not missing and section is in_order
instances in a report  cn.2019: 6, cn.2021: 6
tried on               总体情况, 主动公开政府信息情况, 收到和处理政府信息公开申请情况, 政府信息公开行政复议、行政诉讼情况, 存在的主要问题及改进情况, 其他需要报告的事项
passes                 report "甲局" 2021; expect S.sections pass
fails                  report "甲局" 2021 headings "1 2 3 4 6"; expect S.sections fail for 存在的主要问题及改进情况
defined                define check S.sections "a section of the form is not in its place" "缺少规定的部分，或各部分顺序不符" severity warn where form = cn because "〔2019〕60号、〔2021〕30号：报告由六部分组成" for each section : section is not missing and section is in_order
# One without its heading; two in each other's place: the one that stands alone is told, with its line.
$ mkdir t; sed '/^五、/d' tests/data/panel/示例县公安局_2021.txt >t/示例县公安局_2021.txt; sed -e 's/^五、.*/六、其他需要报告的事项/;t' -e 's/^六、.*/五、存在的主要问题及改进情况/' tests/data/panel/示例县人民政府_2021.txt >t/示例县人民政府_2021.txt; grep -nE '^[五六]、' t/*; ogi --no-init -d p.db -c 'load "t"' -c 'check S.sections' -c 'check S.sections format csv' -c 'explain check S.sections for "示例县公安局" 2021' 2>/dev/null
t/示例县人民政府_2021.txt:53:六、其他需要报告的事项
t/示例县人民政府_2021.txt:55:五、存在的主要问题及改进情况
t/示例县公安局_2021.txt:54:六、其他需要报告的事项
warn S.sections  示例县人民政府 2021  存在的主要问题及改进情况
  a section of the form is not in its place: it stands out of order
  t/示例县人民政府_2021.txt: line 55
warn S.sections  示例县公安局 2021  存在的主要问题及改进情况
  a section of the form is not in its place: it is missing
  t/示例县公安局_2021.txt
rule        severity  pass  pass*  fail  unknown  n/a
S.sections  warn        10      0     2        0    0

rule,severity,status,agency,year,instance,left,right,difference,file,place,waived,message
S.sections,warn,fail,示例县人民政府,2021,存在的主要问题及改进情况,,,,t/示例县人民政府_2021.txt,line 55,false,a section of the form is not in its place: it stands out of order
S.sections,warn,fail,示例县公安局,2021,存在的主要问题及改进情况,,,,t/示例县公安局_2021.txt,,false,a section of the form is not in its place: it is missing

S.sections (warn): section is not missing and section is in_order
fails when a section of the form is not in its place
because 〔2019〕60号、〔2021〕30号：报告由六部分组成

instance                            status  side  year  row  column  printed  state  value  place
总体情况                            pass             –  –    –       –        –          –  –
主动公开政府信息情况                pass             –  –    –       –        –          –  –
收到和处理政府信息公开申请情况      pass             –  –    –       –        –          –  –
政府信息公开行政复议、行政诉讼情况  pass             –  –    –       –        –          –  –
存在的主要问题及改进情况            fail             –  –    –       –        –          –  –
其他需要报告的事项                  pass             –  –    –       –        –          –  –
$ ogi --no-init -d p.db -c 'set names zh' -c 'check S.sections' 2>/dev/null; ogi --no-init -d p.db -c 'check S.sections format sarif' 2>/dev/null | grep -o '"text": "[^"]*"'
warn S.sections  示例县人民政府 2021  存在的主要问题及改进情况
  缺少规定的部分，或各部分顺序不符
  t/示例县人民政府_2021.txt: line 55
warn S.sections  示例县公安局 2021  存在的主要问题及改进情况
  缺少规定的部分，或各部分顺序不符
  t/示例县公安局_2021.txt
规则        级别  通过  通过*  不通过  不明  不适用
S.sections  警告    10      0       2     0       0
"text": "a section of the form is not in its place"
"text": "缺少规定的部分，或各部分顺序不符"
"text": "define check S.sections \"
"text": "示例县人民政府 2021: 存在的主要问题及改进情况: a section of the form is not in its place: it stands out of order (line 55)"
"text": "示例县公安局 2021: 存在的主要问题及改进情况: a section of the form is not in its place: it is missing"
# A rule of one's own, of one of the two.
$ ogi --no-init -d p.db -c 'define check ordered "a section is out of order" severity info for each section : section is missing or section is in_order' -c 'define check last "the last section is there" severity info for each section : section < 6' -c 'check ordered, last' 2>/dev/null; rm -r t p.db
info ordered  示例县人民政府 2021  存在的主要问题及改进情况
  a section is out of order: it stands out of order
  t/示例县人民政府_2021.txt: line 55
info last  示例县人民政府 2021  其他需要报告的事项
  the last section is there: it stands in its order
  t/示例县人民政府_2021.txt: line 53
info last  示例县公安局 2021  其他需要报告的事项
  the last section is there: it stands in its order
  t/示例县公安局_2021.txt: line 54
rule     severity  pass  pass*  fail  unknown  n/a
ordered  info        11      0     1        0    0
last     info        10      0     2        0    0
# Of sections no figures are asked.
> define check wrong "x" for each section : received = 1 and section is in_order
!2
check_sections.t:77:43: error: of each section only its heading can be asked for, not figures
  define check wrong "x" for each section : received = 1 and section is in_order
                                            ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
$ ogi --no-init -c 'define check wrong "x" for each section : section is blank'
!2
-c:1:43: error: a formula compares: it has no "is" here
  define check wrong "x" for each section : section is blank
                                            ^~~~~~~~~~~~~~~~
