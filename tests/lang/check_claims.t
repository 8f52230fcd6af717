# What narratives tell, against the tables: of each rule something that passes and something that fails.
%load tests/data/told
> check R all for "示例市甲局" 2023
warn (pass) R.received  示例市甲局 2023  received  49 against 49 (difference 0)
  the text has 49, as received + carried_in
  “收到政府信息公开申请49件，上年结转2件，办结48件，结转下年度3件；申请数量较上年增长17.5%。”
  tests/data/told/示例市甲局_2023.txt: line 4
warn (pass) R.carried_in  示例市甲局 2023  carried_in  2 against 2 (difference 0)
  the text has 2, as the table
  “收到政府信息公开申请49件，上年结转2件，办结48件，结转下年度3件；申请数量较上年增长17.5%。”
  tests/data/told/示例市甲局_2023.txt: line 4
warn (pass) R.closed  示例市甲局 2023  applications  48 against 48 (difference 0)
  the text has 48, as the table
  “收到政府信息公开申请49件，上年结转2件，办结48件，结转下年度3件；申请数量较上年增长17.5%。”
  tests/data/told/示例市甲局_2023.txt: line 4
warn (pass) R.carried_forward  示例市甲局 2023  carried_forward  3 against 3 (difference 0)
  the text has 3, as the table
  “收到政府信息公开申请49件，上年结转2件，办结48件，结转下年度3件；申请数量较上年增长17.5%。”
  tests/data/told/示例市甲局_2023.txt: line 4
warn (pass) R.outcome  示例市甲局 2023  disclosed of applications  13 against 13 (difference 0)
  the text has 13, as the table
  “予以公开13件，部分公开7件，不予公开21件。”
  tests/data/told/示例市甲局_2023.txt: line 4
warn (pass) R.outcome  示例市甲局 2023  partly_disclosed of applications  7 against 7 (difference 0)
  the text has 7, as the table
  “予以公开13件，部分公开7件，不予公开21件。”
  tests/data/told/示例市甲局_2023.txt: line 4
warn (pass) R.outcome  示例市甲局 2023  withheld of applications  21 against 21 (difference 0)
  the text has 21, as the table
  “予以公开13件，部分公开7件，不予公开21件。”
  tests/data/told/示例市甲局_2023.txt: line 4
warn (pass) R.review  示例市甲局 2023  reviews  5 against 5 (difference 0)
  the text has 5, as the table
  “全年因政府信息公开被申请行政复议5件，被提起行政诉讼4件。”
  tests/data/told/示例市甲局_2023.txt: line 5
warn (pass) R.lawsuit  示例市甲局 2023  lawsuits  4 against 4 (difference 0)
  the text has 4, as the table
  “全年因政府信息公开被申请行政复议5件，被提起行政诉讼4件。”
  tests/data/told/示例市甲局_2023.txt: line 5
warn (pass) R.documents  示例市甲局 2023  normative_document and issued of documents  2 against 2 (difference 0)
  the text has 2, as the table
  “（三）制发行政规范性文件2件，作出行政许可决定5377件，公开行政处罚100件。”
  tests/data/told/示例市甲局_2023.txt: line 6
warn (pass) R.decisions  示例市甲局 2023  licence of decisions  5377 against 5377 (difference 0)
  the text has 5377, as the table
  “（三）制发行政规范性文件2件，作出行政许可决定5377件，公开行政处罚100件。”
  tests/data/told/示例市甲局_2023.txt: line 6
warn (n/a) R.decisions  示例市甲局 2023  penalty of decisions  100 against 3012 (difference -2912)
  the text has 100, the table has 3012
  “（三）制发行政规范性文件2件，作出行政许可决定5377件，公开行政处罚100件。”
  tests/data/told/示例市甲局_2023.txt: line 6
info (pass) R.parts  示例市甲局 2023  300条  300 against 300 (difference 0)
  the parts come to 300, as the whole
  “（四）主动公开政府信息300条，其中网站100条，微信公众号200条；举办培训6次(线上4次,线下2次)。”
  tests/data/told/示例市甲局_2023.txt: line 7
info (pass) R.parts  示例市甲局 2023  6次  6 against 6 (difference 0)
  the parts come to 6, as the whole
  “（四）主动公开政府信息300条，其中网站100条，微信公众号200条；举办培训6次(线上4次,线下2次)。”
  tests/data/told/示例市甲局_2023.txt: line 7
info (pass) R.change  示例市甲局 2023  received  17.5 against 17.5 (difference 0)
  the text has 17.5, as received - previous(received)
  “收到政府信息公开申请49件，上年结转2件，办结48件，结转下年度3件；申请数量较上年增长17.5%。”
  tests/data/told/示例市甲局_2023.txt: line 4
rule               severity  pass  pass*  fail  unknown  n/a
R.received         warn         1      0     0        0    0
R.carried_in       warn         1      0     0        0    0
R.closed           warn         1      0     0        0    0
R.carried_forward  warn         1      0     0        0    0
R.outcome          warn         3      0     0        0    0
R.review           warn         1      0     0        0    0
R.lawsuit          warn         1      0     0        0    0
R.documents        warn         1      0     0        0    0
R.decisions        warn         1      0     0        0    1
R.parts            info         2      0     0        0    0
R.change           info         1      0     0        0    0
nothing to try: R.zero
> check R all for "示例市乙局" 2023
warn R.received  示例市乙局 2023  received  50 against 47 (difference 3)
  the narrative has another number of applications received: the text has 50, the table has 47, nor is it received + carried_in
  “收到政府信息公开申请50件，上年结转3件，办结47件，结转下年度4件；申请数量较上年增长15%。”
  tests/data/told/示例市乙局_2023.txt: line 4
warn R.carried_in  示例市乙局 2023  carried_in  3 against 2 (difference 1)
  the narrative has another number of applications carried in: the text has 3, the table has 2
  “收到政府信息公开申请50件，上年结转3件，办结47件，结转下年度4件；申请数量较上年增长15%。”
  tests/data/told/示例市乙局_2023.txt: line 4
warn R.closed  示例市乙局 2023  applications  47 against 48 (difference -1)
  the narrative has another number of applications answered: the text has 47, the table has 48
  “收到政府信息公开申请50件，上年结转3件，办结47件，结转下年度4件；申请数量较上年增长15%。”
  tests/data/told/示例市乙局_2023.txt: line 4
warn R.carried_forward  示例市乙局 2023  carried_forward  4 against 3 (difference 1)
  the narrative has another number of applications carried forward: the text has 4, the table has 3
  “收到政府信息公开申请50件，上年结转3件，办结47件，结转下年度4件；申请数量较上年增长15%。”
  tests/data/told/示例市乙局_2023.txt: line 4
warn R.outcome  示例市乙局 2023  disclosed of applications  14 against 13 (difference 1)
  the narrative has another number of applications with this outcome: the text has 14, the table has 13
  “予以公开14件，部分公开7件，不予公开21件。”
  tests/data/told/示例市乙局_2023.txt: line 4
warn (pass) R.outcome  示例市乙局 2023  partly_disclosed of applications  7 against 7 (difference 0)
  the text has 7, as the table
  “予以公开14件，部分公开7件，不予公开21件。”
  tests/data/told/示例市乙局_2023.txt: line 4
warn (pass) R.outcome  示例市乙局 2023  withheld of applications  21 against 21 (difference 0)
  the text has 21, as the table
  “予以公开14件，部分公开7件，不予公开21件。”
  tests/data/told/示例市乙局_2023.txt: line 4
warn R.review  示例市乙局 2023  reviews  6 against 5 (difference 1)
  the narrative has another number of administrative reviews: the text has 6, the table has 5
  “全年因政府信息公开被申请行政复议6件，被提起行政诉讼3件。”
  tests/data/told/示例市乙局_2023.txt: line 5
warn R.lawsuit  示例市乙局 2023  lawsuits  3 against 4 (difference -1)
  the narrative has another number of lawsuits: the text has 3, the table has 4
  “全年因政府信息公开被申请行政复议6件，被提起行政诉讼3件。”
  tests/data/told/示例市乙局_2023.txt: line 5
warn R.documents  示例市乙局 2023  normative_document and issued of documents  3 against 2 (difference 1)
  the narrative has another number of rules or normative documents: the text has 3, the table has 2
  “（三）制发行政规范性文件3件，作出行政许可决定5378件。”
  tests/data/told/示例市乙局_2023.txt: line 6
warn R.decisions  示例市乙局 2023  licence of decisions  5378 against 5377 (difference 1)
  the narrative has another number of decisions: the text has 5378, the table has 5377
  “（三）制发行政规范性文件3件，作出行政许可决定5378件。”
  tests/data/told/示例市乙局_2023.txt: line 6
info R.parts  示例市乙局 2023  300条  350 against 300 (difference 50)
  the parts named in the text do not add up to their whole: the parts come to 350, the whole has 300
  “（四）主动公开政府信息300条，其中网站150条，微信公众号200条；举办培训6次(线上4次,线下1次)。”
  tests/data/told/示例市乙局_2023.txt: line 7
info R.parts  示例市乙局 2023  6次  5 against 6 (difference -1)
  the parts named in the text do not add up to their whole: the parts come to 5, the whole has 6
  “（四）主动公开政府信息300条，其中网站150条，微信公众号200条；举办培训6次(线上4次,线下1次)。”
  tests/data/told/示例市乙局_2023.txt: line 7
info R.change  示例市乙局 2023  received  15 against 17.5 (difference -2.5)
  the change that the text tells is not that of the tables: the text has 15, received - previous(received) has 17.5
  “收到政府信息公开申请50件，上年结转3件，办结47件，结转下年度4件；申请数量较上年增长15%。”
  tests/data/told/示例市乙局_2023.txt: line 4
rule               severity  pass  pass*  fail  unknown  n/a
R.received         warn         0      0     1        0    0
R.carried_in       warn         0      0     1        0    0
R.closed           warn         0      0     1        0    0
R.carried_forward  warn         0      0     1        0    0
R.outcome          warn         2      0     1        0    0
R.review           warn         0      0     1        0    0
R.lawsuit          warn         0      0     1        0    0
R.documents        warn         0      0     1        0    0
R.decisions        warn         0      0     1        0    0
R.parts            info         0      0     2        0    0
R.change           info         0      0     1        0    0
nothing to try: R.zero
> check R.zero all
warn R.zero  示例市丁局 2023  received  0 against 47 (difference -47)
  the narrative says that there was none, the table has some: the text has 0, the table has 47
  “2023年，本局未收到政府信息公开申请，没有发生行政复议和行政诉讼。”
  tests/data/told/示例市丁局_2023.txt: line 4
warn R.zero  示例市丁局 2023  reviews  0 against 5 (difference -5)
  the narrative says that there was none, the table has some: the text has 0, the table has 5
  “2023年，本局未收到政府信息公开申请，没有发生行政复议和行政诉讼。”
  tests/data/told/示例市丁局_2023.txt: line 4
warn R.zero  示例市丁局 2023  lawsuits  0 against 4 (difference -4)
  the narrative says that there was none, the table has some: the text has 0, the table has 4
  “2023年，本局未收到政府信息公开申请，没有发生行政复议和行政诉讼。”
  tests/data/told/示例市丁局_2023.txt: line 4
warn (pass) R.zero  示例市丙局 2023  received  0 against 0 (difference 0)
warn (pass) R.zero  示例市丙局 2023  reviews  0 against 0 (difference 0)
warn (pass) R.zero  示例市丙局 2023  lawsuits  0 against 0 (difference 0)
  the text has 0, as the table
  “2023年，本局未收到政府信息公开申请，没有发生行政复议和行政诉讼。”
  tests/data/told/示例市丙局_2023.txt: line 4
rule    severity  pass  pass*  fail  unknown  n/a
R.zero  warn         3      0     3        0    0
> check R.received all for "示例市甲局" 2022
warn (pass) R.received  示例市甲局 2022  received  40 against 40 (difference 0)
  what the text has in several places comes to 40, as the table
  “局机关收到政府信息公开申请33件，分局收到政府信息公开申请7件。”
  tests/data/told/示例市甲局_2022.txt: line 4
rule        severity  pass  pass*  fail  unknown  n/a
R.received  warn         1      0     0        0    0
> check R.parts format csv
rule,severity,status,agency,year,instance,left,right,difference,file,place,waived,message
R.parts,info,fail,示例市乙局,2023,300条,350,300,50,tests/data/told/示例市乙局_2023.txt,line 7,false,"the parts named in the text do not add up to their whole: the parts come to 350, the whole has 300: “（四）主动公开政府信息300条，其中网站150条，微信公众号200条；举办培训6次(线上4次,线下1次)。”"
R.parts,info,fail,示例市乙局,2023,6次,5,6,-1,tests/data/told/示例市乙局_2023.txt,line 7,false,"the parts named in the text do not add up to their whole: the parts come to 5, the whole has 6: “（四）主动公开政府信息300条，其中网站150条，微信公众号200条；举办培训6次(线上4次,线下1次)。”"
> check R.received, R.change for "示例市乙局" format jsonl
{"rule": "R.received", "severity": "warn", "status": "fail", "agency": "示例市乙局", "year": 2023, "instance": "received", "left": 50, "right": 47, "difference": 3, "file": "tests/data/told/示例市乙局_2023.txt", "place": "line 4", "waived": false, "message": "the narrative has another number of applications received: the text has 50, the table has 47, nor is it received + carried_in: “收到政府信息公开申请50件，上年结转3件，办结47件，结转下年度4件；申请数量较上年增长15%。”"}
{"rule": "R.change", "severity": "info", "status": "fail", "agency": "示例市乙局", "year": 2023, "instance": "received", "left": 15, "right": 17.5, "difference": -2.5, "file": "tests/data/told/示例市乙局_2023.txt", "place": "line 4", "waived": false, "message": "the change that the text tells is not that of the tables: the text has 15, received - previous(received) has 17.5: “收到政府信息公开申请50件，上年结转3件，办结47件，结转下年度4件；申请数量较上年增长15%。”"}
> check R format tap for 2023
TAP version 13
not ok 1 - R.received 示例市乙局 2023 # TODO warn
  ---
  severity: 'warn'
  file: 'tests/data/told/示例市乙局_2023.txt'
  findings:
    - message: 'received: the narrative has another number of applications received: the text has 50, the table has 47, nor is it received + carried_in: “收到政府信息公开申请50件，上年结转3件，办结47件，结转下年度4件；申请数量较上年增长15%。” (line 4)'
      instance: 'received'
      left: '50'
      right: '47'
      place: 'line 4'
  ...
ok 2 - R.received 示例市甲局 2023
not ok 3 - R.carried_in 示例市乙局 2023 # TODO warn
  ---
  severity: 'warn'
  file: 'tests/data/told/示例市乙局_2023.txt'
  findings:
    - message: 'carried_in: the narrative has another number of applications carried in: the text has 3, the table has 2: “收到政府信息公开申请50件，上年结转3件，办结47件，结转下年度4件；申请数量较上年增长15%。” (line 4)'
      instance: 'carried_in'
      left: '3'
      right: '2'
      place: 'line 4'
  ...
ok 4 - R.carried_in 示例市甲局 2023
not ok 5 - R.closed 示例市乙局 2023 # TODO warn
  ---
  severity: 'warn'
  file: 'tests/data/told/示例市乙局_2023.txt'
  findings:
    - message: 'applications: the narrative has another number of applications answered: the text has 47, the table has 48: “收到政府信息公开申请50件，上年结转3件，办结47件，结转下年度4件；申请数量较上年增长15%。” (line 4)'
      instance: 'applications'
      left: '47'
      right: '48'
      place: 'line 4'
  ...
ok 6 - R.closed 示例市甲局 2023
not ok 7 - R.carried_forward 示例市乙局 2023 # TODO warn
  ---
  severity: 'warn'
  file: 'tests/data/told/示例市乙局_2023.txt'
  findings:
    - message: 'carried_forward: the narrative has another number of applications carried forward: the text has 4, the table has 3: “收到政府信息公开申请50件，上年结转3件，办结47件，结转下年度4件；申请数量较上年增长15%。” (line 4)'
      instance: 'carried_forward'
      left: '4'
      right: '3'
      place: 'line 4'
  ...
ok 8 - R.carried_forward 示例市甲局 2023
not ok 9 - R.outcome 示例市乙局 2023 # TODO warn
  ---
  severity: 'warn'
  file: 'tests/data/told/示例市乙局_2023.txt'
  findings:
    - message: 'disclosed of applications: the narrative has another number of applications with this outcome: the text has 14, the table has 13: “予以公开14件，部分公开7件，不予公开21件。” (line 4)'
      instance: 'disclosed of applications'
      left: '14'
      right: '13'
      place: 'line 4'
  ...
ok 10 - R.outcome 示例市甲局 2023
not ok 11 - R.review 示例市乙局 2023 # TODO warn
  ---
  severity: 'warn'
  file: 'tests/data/told/示例市乙局_2023.txt'
  findings:
    - message: 'reviews: the narrative has another number of administrative reviews: the text has 6, the table has 5: “全年因政府信息公开被申请行政复议6件，被提起行政诉讼3件。” (line 5)'
      instance: 'reviews'
      left: '6'
      right: '5'
      place: 'line 5'
  ...
ok 12 - R.review 示例市甲局 2023
not ok 13 - R.lawsuit 示例市乙局 2023 # TODO warn
  ---
  severity: 'warn'
  file: 'tests/data/told/示例市乙局_2023.txt'
  findings:
    - message: 'lawsuits: the narrative has another number of lawsuits: the text has 3, the table has 4: “全年因政府信息公开被申请行政复议6件，被提起行政诉讼3件。” (line 5)'
      instance: 'lawsuits'
      left: '3'
      right: '4'
      place: 'line 5'
  ...
ok 14 - R.lawsuit 示例市甲局 2023
not ok 15 - R.documents 示例市乙局 2023 # TODO warn
  ---
  severity: 'warn'
  file: 'tests/data/told/示例市乙局_2023.txt'
  findings:
    - message: 'normative_document and issued of documents: the narrative has another number of rules or normative documents: the text has 3, the table has 2: “（三）制发行政规范性文件3件，作出行政许可决定5378件。” (line 6)'
      instance: 'normative_document and issued of documents'
      left: '3'
      right: '2'
      place: 'line 6'
  ...
ok 16 - R.documents 示例市甲局 2023
not ok 17 - R.decisions 示例市乙局 2023 # TODO warn
  ---
  severity: 'warn'
  file: 'tests/data/told/示例市乙局_2023.txt'
  findings:
    - message: 'licence of decisions: the narrative has another number of decisions: the text has 5378, the table has 5377: “（三）制发行政规范性文件3件，作出行政许可决定5378件。” (line 6)'
      instance: 'licence of decisions'
      left: '5378'
      right: '5377'
      place: 'line 6'
  ...
ok 18 - R.decisions 示例市甲局 2023
not ok 19 - R.zero 示例市丁局 2023 # TODO warn
  ---
  severity: 'warn'
  file: 'tests/data/told/示例市丁局_2023.txt'
  findings:
    - message: 'received: the narrative says that there was none, the table has some: the text has 0, the table has 47: “2023年，本局未收到政府信息公开申请，没有发生行政复议和行政诉讼。” (line 4)'
      instance: 'received'
      left: '0'
      right: '47'
      place: 'line 4'
    - message: 'reviews: the narrative says that there was none, the table has some: the text has 0, the table has 5: “2023年，本局未收到政府信息公开申请，没有发生行政复议和行政诉讼。” (line 4)'
      instance: 'reviews'
      left: '0'
      right: '5'
      place: 'line 4'
    - message: 'lawsuits: the narrative says that there was none, the table has some: the text has 0, the table has 4: “2023年，本局未收到政府信息公开申请，没有发生行政复议和行政诉讼。” (line 4)'
      instance: 'lawsuits'
      left: '0'
      right: '4'
      place: 'line 4'
  ...
ok 20 - R.zero 示例市丙局 2023
not ok 21 - R.parts 示例市乙局 2023 # TODO info
  ---
  severity: 'info'
  file: 'tests/data/told/示例市乙局_2023.txt'
  findings:
    - message: '300条: the parts named in the text do not add up to their whole: the parts come to 350, the whole has 300: “（四）主动公开政府信息300条，其中网站150条，微信公众号200条；举办培训6次(线上4次,线下1次)。” (line 7)'
      instance: '300条'
      left: '350'
      right: '300'
      place: 'line 7'
    - message: '6次: the parts named in the text do not add up to their whole: the parts come to 5, the whole has 6: “（四）主动公开政府信息300条，其中网站150条，微信公众号200条；举办培训6次(线上4次,线下1次)。” (line 7)'
      instance: '6次'
      left: '5'
      right: '6'
      place: 'line 7'
  ...
ok 22 - R.parts 示例市甲局 2023
not ok 23 - R.change 示例市乙局 2023 # TODO info
  ---
  severity: 'info'
  file: 'tests/data/told/示例市乙局_2023.txt'
  findings:
    - message: 'received: the change that the text tells is not that of the tables: the text has 15, received - previous(received) has 17.5: “收到政府信息公开申请50件，上年结转3件，办结47件，结转下年度4件；申请数量较上年增长15%。” (line 4)'
      instance: 'received'
      left: '15'
      right: '17.5'
      place: 'line 4'
  ...
ok 24 - R.change 示例市甲局 2023
1..24
> explain check R.received, R.zero for "示例市乙局" 2023
R.received (warn): told(received) = table or told(received) = table + carried_in
fails when the narrative has another number of applications received
because 表三 一、二
instance  status  side   value  words                                                                                    place
received  fail    text      50  收到政府信息公开申请50件，上年结转3件，办结47件，结转下年度4件；申请数量较上年增长15%。  line 4
received  fail    table     47  the text has 50, the table has 47, nor is it received + carried_in                       –

R.zero (warn): denied(received, reviews, lawsuits) = table
fails when the narrative says that there was none, the table has some
because 表三 一；表四

instance  status  side  value  words  place
the text tells nothing of it
> explain check R.parts for "示例市甲局" 2023
R.parts (info): told_parts() = table
fails when the parts named in the text do not add up to their whole
instance  status  side   value  words                                                                                        place
300条     pass    text     300  （四）主动公开政府信息300条，其中网站100条，微信公众号200条；举办培训6次(线上4次,线下2次)。  line 7
300条     pass    table    300  the parts come to 300, as the whole                                                          –
6次       pass    text       6  （四）主动公开政府信息300条，其中网站100条，微信公众号200条；举办培训6次(线上4次,线下2次)。  line 7
6次       pass    table      6  the parts come to 6, as the whole                                                            –
# Nothing told of it: nothing was checked.
> check R.zero for "示例市甲局"
!3
nothing to try: R.zero
check: R.zero: n/a, nothing passed and nothing failed
> set names zh
. check R.zero
warn R.zero  示例市丁局 2023  received  0 against 47 (difference -47)
  正文称没有，表中有数: the text has 0, the table has 47
  “2023年，本局未收到政府信息公开申请，没有发生行政复议和行政诉讼。”
  tests/data/told/示例市丁局_2023.txt: line 4
warn R.zero  示例市丁局 2023  reviews  0 against 5 (difference -5)
  正文称没有，表中有数: the text has 0, the table has 5
  “2023年，本局未收到政府信息公开申请，没有发生行政复议和行政诉讼。”
  tests/data/told/示例市丁局_2023.txt: line 4
warn R.zero  示例市丁局 2023  lawsuits  0 against 4 (difference -4)
  正文称没有，表中有数: the text has 0, the table has 4
  “2023年，本局未收到政府信息公开申请，没有发生行政复议和行政诉讼。”
  tests/data/told/示例市丁局_2023.txt: line 4
规则    级别  通过  通过*  不通过  不明  不适用
R.zero  警告     3      0       3     0       0
# Results are those of the reports as they are now.
$ mkdir t; cp tests/data/told/示例市丁局_2023.txt t/; ogi --no-init -d p.db -c 'load "t"' -c 'check R.zero' --format csv 2>/dev/null; sed -i 's/未收到政府信息公开申请，没有发生/收到政府信息公开申请47件，涉及/' t/示例市丁局_2023.txt; ogi --no-init -d p.db -c 'reload' -c 'check R.zero, R.received all' --format csv; rm -r t p.db
rule,severity,status,agency,year,instance,left,right,difference,file,place,waived,message
R.zero,warn,fail,示例市丁局,2023,received,0,47,-47,t/示例市丁局_2023.txt,line 4,false,"the narrative says that there was none, the table has some: the text has 0, the table has 47: “2023年，本局未收到政府信息公开申请，没有发生行政复议和行政诉讼。”"
R.zero,warn,fail,示例市丁局,2023,reviews,0,5,-5,t/示例市丁局_2023.txt,line 4,false,"the narrative says that there was none, the table has some: the text has 0, the table has 5: “2023年，本局未收到政府信息公开申请，没有发生行政复议和行政诉讼。”"
R.zero,warn,fail,示例市丁局,2023,lawsuits,0,4,-4,t/示例市丁局_2023.txt,line 4,false,"the narrative says that there was none, the table has some: the text has 0, the table has 4: “2023年，本局未收到政府信息公开申请，没有发生行政复议和行政诉讼。”"
rule,severity,status,agency,year,instance,left,right,difference,file,place,waived,message
R.received,warn,pass,示例市丁局,2023,received,47,47,0,t/示例市丁局_2023.txt,line 4,false,"the text has 47, as the table: “2023年，本局收到政府信息公开申请47件，涉及行政复议和行政诉讼。”"
loaded 1 report from 1 file, 1 replaced
check: R.zero: n/a, nothing passed and nothing failed
# What makes no rule.
> define check U.x "x" : told(received) > table
!2
check_claims.t:398:24: error: what is told is compared by "=", and such tests are joined by "or"
  define check U.x "x" : told(received) > table
                         ^~~~~~~~~~~~~~~~~~~~~~
> define check U.x "x" : told(nothing) = table
!2
check_claims.t:403:29: error: there is no measure or dimension "nothing"
  define check U.x "x" : told(nothing) = table
                              ^~~~~~~
> define check U.x "x" : told(received) = 5
!2
check_claims.t:408:41: error: what is told is compared with "table", measures, and "previous" of them
  define check U.x "x" : told(received) = 5
                                          ^
> define check U.x "x" : told() = table
!2
check_claims.t:413:24: error: it must say what is told of
  define check U.x "x" : told() = table
                         ^~~~~~
> define check U.x "x" : told(received) = table or told(reviews) = table
!2
check_claims.t:418:50: error: one rule is about one thing that is told: "told(received)"
  define check U.x "x" : told(received) = table or told(reviews) = table
                                                   ^~~~~~~~~~~~~
> define check U.x "x" for each requester : told(received) = table
!2
check_claims.t:423:43: error: a rule about what is told ranges over what is told: it has no "for each"
  define check U.x "x" for each requester : told(received) = table
                                            ^~~~~~~~~~~~~~~~~~~~~~
> define check U.x "x" : told(received) = tables
!2
check_claims.t:428:41: error: there is no measure or dimension "tables"
  define check U.x "x" : told(received) = tables
                                          ^~~~~~
# Another rule about what is told.
> define check U.licence "licences told are not those of table 2" severity error : told(decision) = table
. check U.licence
!1
error U.licence  示例市乙局 2023  licence of decisions  5378 against 5377 (difference 1)
  licences told are not those of table 2: the text has 5378, the table has 5377
  “（三）制发行政规范性文件3件，作出行政许可决定5378件。”
  tests/data/told/示例市乙局_2023.txt: line 6
rule       severity  pass  pass*  fail  unknown  n/a
U.licence  error        1      0     1        0    1
# The panel keeps it.
$ ogi --no-init -d panel.db -c 'check U.licence' --format csv; ogi --no-init -d panel.db -c 'sum received where year=2022' --format csv
rule,severity,status,agency,year,instance,left,right,difference,file,place,waived,message
U.licence,error,fail,示例市乙局,2023,licence of decisions,5378,5377,1,tests/data/told/示例市乙局_2023.txt,line 6,false,"licences told are not those of table 2: the text has 5378, the table has 5377: “（三）制发行政规范性文件3件，作出行政许可决定5378件。”"
received
80
# With a condition on reports: the others are left out, and told of nowhere.
> define check U.some "x" severity error where agency="示例市甲局" or year=2022 : told(reviews) = table
. check U.some all
. check U.some
. check U.some all format jsonl
. explain check U.some for "示例市乙局" 2023
error (pass) U.some  示例市甲局 2023  reviews  5 against 5 (difference 0)
  the text has 5, as the table
  “全年因政府信息公开被申请行政复议5件，被提起行政诉讼4件。”
  tests/data/told/示例市甲局_2023.txt: line 5
rule    severity  pass  pass*  fail  unknown  n/a
U.some  error        1      0     0        0    0

rule    severity  pass  pass*  fail  unknown  n/a
U.some  error        1      0     0        0    0
{"rule": "U.some", "severity": "error", "status": "pass", "agency": "示例市甲局", "year": 2023, "instance": "reviews", "left": 5, "right": 5, "difference": 0, "file": "tests/data/told/示例市甲局_2023.txt", "place": "line 5", "waived": false, "message": "the text has 5, as the table: “全年因政府信息公开被申请行政复议5件，被提起行政诉讼4件。”"}

U.some (error): told(reviews) = table
fails when x

instance  status  side  value  words  place
the rule's condition leaves the report out
# Told twice: a smaller number may be of a part, one above all that there is contradicts the table.
$ for n in 30 61; do mkdir $n; sed "s/举办培训6次/本年共收到政府信息公开申请$n件/" "tests/data/told/示例市甲局_2023.txt" >"$n/示例市甲局_2023.txt"; ogi --no-init "$n" -c 'check R.received all' 2>/dev/null; rm -r $n; done
warn (pass) R.received  示例市甲局 2023  received  49 against 49 (difference 0)
  the text has 49, as received + carried_in
  “收到政府信息公开申请49件，上年结转2件，办结48件，结转下年度3件；申请数量较上年增长17.5%。”
  30/示例市甲局_2023.txt: line 4
rule        severity  pass  pass*  fail  unknown  n/a
R.received  warn         1      0     0        0    0
warn R.received  示例市甲局 2023  received  61 against 47 (difference 14)
  the narrative has another number of applications received: the text has 61, the table has 47, nor is it received + carried_in
  “（四）主动公开政府信息300条，其中网站100条，微信公众号200条；本年共收到政府信息公开申请61件(线上4次,线下2次)。”
  61/示例市甲局_2023.txt: line 7
rule        severity  pass  pass*  fail  unknown  n/a
R.received  warn         0      0     1        0    0
# The report of the year before has no narrative: this one repeats nothing.
$ mkdir y; cp "tests/data/told/示例市甲局_2023.txt" y; sed -e '/^一、总体/,/^二、/{/^[一二]、/!d}' -e '/^五、/,$d' "tests/data/told/示例市甲局_2022.txt" >"y/示例市甲局_2022.txt"; ogi --no-init y -c 'check X.copy' 2>/dev/null; rm -r y
rule    severity  pass  pass*  fail  unknown  n/a
X.copy  warn         1      0     0        0    1
