# Formulas under a name: define, show, drop; where they stand; what is refused.
%load panel
%args --quiet

> rate disclosure_rate by year own reports
year  disclosure_rate  numerator  denominator
2019          (14/24)         14           24
2020            68.8%         55           80
2021            67.7%        153          226
2022            64.1%        100          156
2023            74.3%        136          183
> rate 实质公开率 where year=2021 own reports
disclosure_rate  numerator  denominator
          67.7%        153          226
> define measure granted "提供" "granted" = disclosed or partly_disclosed of applications
> sum granted, substantive, applications by year own reports
year  granted  substantive  applications
2019       14           14            24
2020       55           55            80
2021      189          189           226
2022      100          100           156
2023      136          136           183
> show measure granted
what        value
measure     granted
Chinese     提供
English     granted
formula     disclosed or partly_disclosed of applications
form        cn
defined in  define.t:15
