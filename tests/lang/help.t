# Help.

$ ogi --no-init -c 'help' | head -1 | wc -l
1
$ for t in where by across sum names stocks units consolidated stated load editions coverage; do ogi --no-init -c "help $t" >/dev/null 2>&1 || echo "no help on $t"; done
> help dimensions
dimension    form     chinese                 members
year         all      年份                    of every report
agency       all      机关                    of every report
region       all      地区                    of every report
level        all      层级                    of every report
function     all      领域                    of every report
edition      all      版式                    of every report
form         all      表式                    of every report
requester    cn       申请人                  natural_person, organisation
outcome      cn       办理结果                disclosed, partly_disclosed, withheld, unavailable, not_processed, otherwise_closed
result       cn       复议诉讼结果            upheld, corrected, other, pending
route        cn       起诉途径                direct, after_review
document     cn       文件种类                rule, normative_document
status       cn       文件状态                issued, repealed, in_force, newly_made, newly_published, published_total
decision     cn       行政决定                licence, other_service, penalty, coercion
item         cn       权力事项                licence, other_service, penalty, coercion, fee
disposition  us_foia  处理结果（信息自由法）  full_grant, partial_grant, full_denial, other_denial
exemption    us_foia  豁免条款                ex_1, ex_2, ex_3, ex_4, ex_5, ex_6, ex_7, ex_8, ex_9
> help wher
!2
help.t:25:1: error: there is no help on "wher"
  help wher
  ^~~~~~~~~ did you mean "help where"?
> help 不予公开
what       value
member     withheld
Chinese    不予公开
English    withheld
dimension  outcome
# A topic of several words, as it is listed and as it is written; each that there is can be asked for.
> help order-by
order by COLUMN [asc|desc] [, COLUMN]… : the order of the rows.

A column is named by its head or its number. Missing figures stand last in either
direction, totals after all.

  sum received by agency order by received desc own reports
  sum received by agency, year order by year desc, received desc own reports
  sum received by agency order by 2 desc own reports
  reports where year=2022 order by signed_on

Without it rows stand in the order of the form, years ascending, agencies by name.
> help order by
order by COLUMN [asc|desc] [, COLUMN]… : the order of the rows.

A column is named by its head or its number. Missing figures stand last in either
direction, totals after all.

  sum received by agency order by received desc own reports
  sum received by agency, year order by year desc, received desc own reports
  sum received by agency order by 2 desc own reports
  reports where year=2022 order by signed_on

Without it rows stand in the order of the form, years ascending, agencies by name.
$ ogi help min-base | head -n 1; echo 'help  first-last' | ogi fmt; for topic in $(ogi help --all | sed -n 's/^--- //p'); do ogi help $topic >out 2>&1 || echo "no $topic"; done
set min base N : how small a denominator may be for a rate to rank.
help first last
