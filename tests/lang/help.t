# Help.

$ ogi --no-init -c 'help' | head -1 | wc -l
1
$ for t in where by across sum names stocks units consolidated stated load editions coverage; do ogi --no-init -c "help $t" >/dev/null 2>&1 || echo "no help on $t"; done
> help dimensions
dimension  chinese       members
year       年份          of every report
agency     机关          of every report
region     地区          of every report
level      层级          of every report
function   领域          of every report
edition    版式          of every report
form       表式          of every report
requester  申请人        natural_person, organisation
outcome    办理结果      disclosed, partly_disclosed, withheld, unavailable, not_processed, otherwise_closed
result     复议诉讼结果  upheld, corrected, other, pending
route      起诉途径      direct, after_review
document   文件种类      rule, normative_document
status     文件状态      issued, repealed, in_force, newly_made, newly_published, published_total
decision   行政决定      licence, other_service, penalty, coercion
item       权力事项      licence, other_service, penalty, coercion, fee
> help wher
!2
help.t:23:1: error: there is no help on "wher"
  help wher
  ^~~~~~~~~ did you mean "help where"?
> help 不予公开
what       value
member     withheld
Chinese    不予公开
English    withheld
dimension  outcome
