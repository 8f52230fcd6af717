# Pages and workbooks: what a colleague opens.
%load panel
%run load "tests/data/agencies.csv" as agencies

$ ogi --no-init -d panel.db -c 'sum received, fees by agency own reports where year in 2020..2021 to "a.html"'; sed -n '/<main>/,$p' a.html
<main>
<figure>
<pre class="code"><code>sum received, fees by agency own reports where year in 2020..2021 to &quot;a.html&quot;</code></pre>
<div class="frame" tabindex="0" role="region" aria-label="sum received, fees by agency own reports where year in 2020..2021 to &quot;a.html&quot;"><table class="short">
<thead><tr><th scope="col">agency</th><th scope="col" class="n">received <span class="unit">(件)</span></th><th scope="col" class="n">fees <span class="unit">(万元)</span></th></tr></thead>
<tbody>
<tr><th scope="row">示例县公安局</th><td class="n">74</td><td class="n">12.345678</td></tr>
<tr><th scope="row">示例县教育局</th><td class="n">14</td><td class="n">0.3</td></tr>
<tr><th scope="row">示例县青山镇人民政府</th><td class="n">5</td><td class="n none">–</td></tr>
<tr><th scope="row">示例市卫生健康委员会</th><td class="n">93</td><td class="n">101.07</td></tr>
<tr><th scope="row">示例省财政厅</th><td class="n">96</td><td class="n">24,252.311082</td></tr>
</tbody>
</table></div>
<p class="foot" lang="en">reports 7 of 7 · expected 10, missing 3 · 3 blanks taken as 0</p>
<details class="sources" lang="en"><summary>7 reports behind these figures</summary>
<div class="frame" tabindex="0" role="region" aria-label="reports"><table>
<thead><tr><th scope="col">agency</th><th scope="col">year</th><th scope="col">file</th></tr></thead>
<tbody>
<tr><th scope="row">示例县公安局</th><td>2020</td><td class="w">tests/data/panel/示例县公安局_2020.txt</td></tr>
<tr><th scope="row">示例市卫生健康委员会</th><td>2020</td><td class="w">tests/data/panel/示例市卫生健康委员会_2020.html</td></tr>
<tr><th scope="row">示例县公安局</th><td>2021</td><td class="w">tests/data/panel/示例县公安局_2021.txt</td></tr>
<tr><th scope="row">示例县教育局</th><td>2021</td><td class="w">tests/data/panel/示例县教育局_2021.txt</td></tr>
<tr><th scope="row">示例县青山镇人民政府</th><td>2021</td><td class="w">tests/data/panel/示例县青山镇人民政府_2021.txt</td></tr>
<tr><th scope="row">示例市卫生健康委员会</th><td>2021</td><td class="w">tests/data/panel/示例市卫生健康委员会_2021.txt</td></tr>
<tr><th scope="row">示例省财政厅</th><td>2021</td><td class="w">tests/data/panel/示例省财政厅_2021.txt</td></tr>
</tbody></table></div>
</details>
</figure>
$ ogi --no-init -d panel.db --format html -c 'members of requester' -c 'count reports by year' >all.html; grep -c '<!DOCTYPE' all.html; grep -c '<figure>' all.html; grep '<title>' all.html
1
2
<title>members of requester</title>
# The same answer gives the same bytes; what is no table stays as it was.
$ for i in 1 2; do ogi --no-init -d panel.db -c 'sum received by agency own reports to "a.xlsx"'; cksum <a.xlsx >sum$i; done; cmp sum1 sum2 && head -c 2 a.xlsx; echo
PK
$ ogi --no-init -d panel.db -c 'sum received by agency own reports to "nowhere/a.xlsx"'; echo $?
4
-c:1:39: error: "nowhere/a.xlsx" cannot be written: No such file or directory
  sum received by agency own reports to "nowhere/a.xlsx"
                                        ^~~~~~~~~~~~~~~~
$ ln -sf /dev/full full.xlsx; ogi --no-init -d panel.db -c 'sum received by agency own reports to "full.xlsx"'; echo $?
4
-c:1:39: error: "full.xlsx" cannot be written: No space left on device
  sum received by agency own reports to "full.xlsx"
                                        ^~~~~~~~~~~
$ ogi --no-init --safe -d panel.db -c 'sum received own reports where year=2021 to "b.xlsx"'; echo $?; test ! -e b.xlsx
2
-c:1:45: error: --safe allows no statement to touch a file
  sum received own reports where year=2021 to "b.xlsx"
                                              ^~~~~~~~
$ ogi --no-init --format xlsx -c reports; echo $?
2
ogi: error: xlsx is a file by itself: end a question with to "f.xlsx"
usage: ogi [-d DB] [-c STATEMENT]... [-f SCRIPT]... [OPTION]... [PATH]...
`ogi --help` explains the options
> set format xlsx
!2
documents.t:61:12: error: xlsx is a file by itself: write to "f.xlsx"
  set format xlsx
             ^~~~ it can be table, csv, tsv, json, jsonl, md, line or html
> check format xlsx
!2
documents.t:66:14: error: xlsx is a file by itself
  check format xlsx
               ^~~~ say into which: to "f.xlsx"
