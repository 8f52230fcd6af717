# A script as a page: report "brief.ogi" to "brief.html".
%load panel
%run load "tests/data/agencies.csv" as agencies

$ printf '%s\n' '## 标题 <1> & "2"' '# 第一段，' '# 到此为止 `a < b`。' '#' '# Second paragraph,' '# which goes on.' '# - one' '#   more of it' '# - two' '# ------' '### Part' 'set year 2021' 'sum received by agency own reports; count reports -- # not a title' '#### Small' '-- ## Of level two' 'assert sum received by agency own reports >= 14 # as promised' '-- # Late, so no title' '# nothing follows' >brief.ogi; ogi --no-init -d panel.db -c 'report "brief.ogi" to "brief.html"' -c 'set' --quiet | grep '^year'; sed -n '/^<html/p;/<title>/p;/<main>/,$p' brief.html
year         all          a year, 2019..2023 or all
<html lang="en">
<title>标题 &lt;1&gt; &amp; &quot;2&quot;</title>
<main>
<h1>标题 &lt;1&gt; &amp; &quot;2&quot;</h1>
<nav aria-label="contents"><ul>
<li class="l2"><a href="#s1">Part</a></li>
<li class="l3"><a href="#s2">Small</a></li>
<li class="l2"><a href="#s3">Of level two</a></li>
<li class="l1"><a href="#s4">Late, so no title</a></li>
</ul></nav>
<p>第一段，到此为止 <code>a &lt; b</code>。</p>
<p>Second paragraph, which goes on.</p>
<ul>
<li>one more of it</li>
<li>two</li>
</ul>
<h2 id="s1">Part</h2>
<details lang="en"><summary>what was set before</summary>
<pre class="code"><code>set year 2021</code></pre>
</details>
<figure>
<div class="frame" tabindex="0" role="region" aria-label="sum received by agency own reports"><table class="short">
<thead><tr><th scope="col">agency</th><th scope="col" class="n">received <span class="unit">(件)</span></th></tr></thead>
<tbody>
<tr><th scope="row">示例县公安局</th><td class="n">40</td></tr>
<tr><th scope="row">示例县教育局</th><td class="n">14</td></tr>
<tr><th scope="row">示例县青山镇人民政府</th><td class="n">5</td></tr>
<tr><th scope="row">示例市卫生健康委员会</th><td class="n">48</td></tr>
<tr><th scope="row">示例省财政厅</th><td class="n">96</td></tr>
</tbody>
</table></div>
<p class="foot" lang="en">reports 5 of 5 · expected 5, missing 0 · 3 blanks taken as 0 · set year=2021</p>
<details lang="en"><summary>statement</summary>
<pre class="code"><code>sum received by agency own reports</code></pre>
</details>
</figure>
<figure>
<figcaption># not a title</figcaption>
<div class="frame" tabindex="0" role="region" aria-label="count reports"><table class="short">
<thead><tr><th scope="col" class="n">reports</th></tr></thead>
<tbody>
<tr><td class="n">6</td></tr>
</tbody>
</table></div>
<p class="foot" lang="en">reports 6 of 6 · expected 6, missing 0 · set year=2021</p>
<details lang="en"><summary>statement</summary>
<pre class="code"><code>count reports</code></pre>
</details>
</figure>
<h3 id="s2">Small</h3>
<h2 id="s3">Of level two</h2>
<figure>
<figcaption>as promised</figcaption>
<div class="frame" tabindex="0" role="region" aria-label="assertion failed (error): 1 of 5"><table class="short">
<caption>assertion failed (error): 1 of 5</caption>
<thead><tr><th scope="col">agency</th><th scope="col" class="n">found</th><th scope="col" class="n">wanted</th><th scope="col" class="n">difference</th><th scope="col">verdict</th></tr></thead>
<tbody>
<tr><th scope="row">示例县公安局</th><td class="n">40</td><td class="n">14</td><td class="n">26</td><td class="good">✓ pass</td></tr>
<tr><th scope="row">示例县教育局</th><td class="n">14</td><td class="n">14</td><td class="n">0</td><td class="good">✓ pass</td></tr>
<tr><th scope="row">示例县青山镇人民政府</th><td class="n">5</td><td class="n">14</td><td class="n">-9</td><td class="bad">✗ fail</td></tr>
<tr><th scope="row">示例市卫生健康委员会</th><td class="n">48</td><td class="n">14</td><td class="n">34</td><td class="good">✓ pass</td></tr>
<tr><th scope="row">示例省财政厅</th><td class="n">96</td><td class="n">14</td><td class="n">82</td><td class="good">✓ pass</td></tr>
</tbody>
</table></div>
<p class="foot" lang="en">reports 5 of 5 · expected 5, missing 0 · 3 blanks taken as 0 · set year=2021</p>
<details lang="en"><summary>statement</summary>
<pre class="code"><code>assert sum received by agency own reports &gt;= 14</code></pre>
</details>
</figure>
<h1 id="s4">Late, so no title</h1>
<p>nothing follows</p>
<details class="sources" lang="en"><summary>6 reports behind these figures</summary>
<div class="frame" tabindex="0" role="region" aria-label="reports"><table>
<thead><tr><th scope="col">agency</th><th scope="col">year</th><th scope="col">file</th></tr></thead>
<tbody>
<tr><th scope="row">示例县人民政府</th><td>2021</td><td class="w">tests/data/panel/示例县人民政府_2021.txt</td></tr>
<tr><th scope="row">示例县公安局</th><td>2021</td><td class="w">tests/data/panel/示例县公安局_2021.txt</td></tr>
<tr><th scope="row">示例县教育局</th><td>2021</td><td class="w">tests/data/panel/示例县教育局_2021.txt</td></tr>
<tr><th scope="row">示例县青山镇人民政府</th><td>2021</td><td class="w">tests/data/panel/示例县青山镇人民政府_2021.txt</td></tr>
<tr><th scope="row">示例市卫生健康委员会</th><td>2021</td><td class="w">tests/data/panel/示例市卫生健康委员会_2021.txt</td></tr>
<tr><th scope="row">示例省财政厅</th><td>2021</td><td class="w">tests/data/panel/示例省财政厅_2021.txt</td></tr>
</tbody></table></div>
</details>
</main>
</body>
</html>
# With an error there is no page; with --keep-going it stands in its place.
$ printf 'sum received by agency own reports where year=2021\nsum recieved\nmembers of route\n' >bad.ogi; echo old >bad.html; ogi --no-init -d panel.db -c 'report "bad.ogi" to "bad.html"' -c 'count reports'; echo $?; cat bad.html; ls bad*
2
old
bad.html
bad.ogi
bad.ogi:2:5: error: there is no measure "recieved"
  sum recieved
      ^~~~~~~~ did you mean "received"?
"bad.html" is not written: an error ended "bad.ogi"
$ ogi --no-init --keep-going -d panel.db -c 'report "bad.ogi" to "bad.html"' 2>said; echo $?; head -1 said; sed -n '/role="alert"/,/<table/p' bad.html
2
bad.ogi:2:5: error: there is no measure "recieved"
<pre class="error" role="alert" lang="en">bad.ogi:2:5: error: there is no measure &quot;recieved&quot;
  sum recieved
      ^~~~~~~~ did you mean &quot;received&quot;?</pre>
<details lang="en"><summary>statement</summary>
<pre class="code"><code>sum recieved</code></pre>
</details>
</figure>
<figure>
<div class="frame" tabindex="0" role="region" aria-label="members of route"><table class="short">
$ printf 'report "circle.ogi" to "circle.html"\n' >circle.ogi; ogi --no-init -d panel.db -f circle.ogi 2>&1 | head -1; ls circle.html 2>&1
!2
circle.ogi:1:8: error: scripts use each other in a circle
ls: cannot access 'circle.html': No such file or directory
$ printf 'check T3.balance where year=2022\n.print <plain>\nexplain plan sum received\nuse "used.ogi"\nset format csv\nset names zh\ncount reports by year\n' >kinds.ogi; printf '# not of the page\nsum received where year=2020 by agency own reports\n' >used.ogi; ogi --no-init -d panel.db -c 'report "kinds.ogi" to "kinds.html"' -c 'count reports'; echo $?; sed -n '/<main>/,$p' kinds.html | grep -v '^<tr\|^<thead\|tbody'
reports
     15
1
<main>
<h1>kinds.ogi</h1>
<figure>
<div class="frame" tabindex="0" role="region" aria-label="check T3.balance where year=2022"><table class="short">
</table></div>
<div class="frame" tabindex="0" role="region" aria-label="check T3.balance where year=2022"><table class="short">
</table></div>
<details lang="en"><summary>statement</summary>
<pre class="code"><code>check T3.balance where year=2022</code></pre>
</details>
</figure>
<figure>
<pre>&lt;plain&gt;</pre>
<details lang="en"><summary>statement</summary>
<pre class="code"><code>.print &lt;plain&gt;</code></pre>
</details>
</figure>
<figure>
<pre>compute: sum
scope: all reports
keys: none
column: received in 件
groups:
  received: cells 0..5
ask first: does a consolidated report stand beside one it covers?</pre>
<details lang="en"><summary>statement</summary>
<pre class="code"><code>explain plan sum received</code></pre>
</details>
</figure>
<figure>
<pre class="code"><code>sum received where year=2020 by agency own reports</code></pre>
<div class="frame" tabindex="0" role="region" aria-label="sum received where year=2020 by agency own reports"><table class="short">
</table></div>
<p class="foot" lang="en">reports 2 of 2 · expected 5, missing 3</p>
<details lang="en"><summary>statement</summary>
<pre class="code"><code>use &quot;used.ogi&quot;</code></pre>
</details>
</figure>
<details lang="zh"><summary>此前的设定</summary>
<pre class="code"><code>set format csv
set names zh</code></pre>
</details>
<figure>
<div class="frame" tabindex="0" role="region" aria-label="count reports by year"><table class="short">
</table></div>
<p class="foot" lang="zh">报告 15 份（范围内共 15 份） · 应有 30 份，缺 15 份 · 2 份有检查不通过</p>
<details lang="zh"><summary>语句</summary>
<pre class="code"><code>count reports by year</code></pre>
</details>
</figure>
<details class="sources" lang="zh"><summary>这些数字所依据的 15 份报告</summary>
<div class="frame" tabindex="0" role="region" aria-label="报告"><table>
</details>
</main>
</body>
</html>
reports 15 of 15 · expected 30, missing 15 · 2 with failing checks
$ printf 'REPORT  "a.ogi"\n   TO "b.html"   # so\n' | ogi fmt
report "a.ogi" to "b.html"  # so
$ ogi --no-init --safe -d panel.db -c 'report "brief.ogi" to "none.html"'; echo $?
2
-c:1:8: error: --safe allows no statement to touch a file
  report "brief.ogi" to "none.html"
         ^~~~~~~~~~~
$ ogi --no-init -d panel.db -c 'report "brief.ogi" to "nowhere/b.html"'; echo $?
4
-c:1:23: error: "nowhere/b.html" cannot be written: No such file or directory
  report "brief.ogi" to "nowhere/b.html"
                        ^~~~~~~~~~~~~~~~
$ : >empty.ogi; ogi --no-init -d panel.db -c 'report "empty.ogi" to "empty.html"'; echo $?; sed -n '/<main>/,$p' empty.html
0
<main>
<h1>empty.ogi</h1>
</main>
</body>
</html>
> report "brief.ogi" to "brief.csv"
!4
page.t:199:23: error: a report is a page of the web
  report "brief.ogi" to "brief.csv"
                        ^~~~~~~~~~~ give its file the ending .html
> report "none.ogi" to "none.html"
!3
page.t:204:8: error: "none.ogi" cannot be read: No such file or directory
  report "none.ogi" to "none.html"
         ^~~~~~~~~~
> report "brief.ogi"
!2
page.t:209:19: error: the statement ends too early: expected a whole number or "to"
  report "brief.ogi"
                    ^
# What is plotted: a picture where gnuplot is, else letters.
$ printf 'plot sum received by year own reports where year>=2021 as bar # So many\n' >plot.ogi; PATH=/nowhere $(command -v ogi) --no-init -d panel.db -c 'report "plot.ogi" to "plot.html"'; sed -n '/<figcaption/,/<\/figure>/p' plot.html | sed '/<tr>/d'
<figcaption>So many</figcaption>
<pre class="chart">received (件)
2021 │██████████████████████████████████████████████████████████████████████ 203
2022 │████████████████████████▌ !71
2023 │██████████████████████████████████████████████████████████████▊ 182
     └────────────────┴────────────────┴─────────────────┴────────────────┴─
     0               50               100               150              200</pre>
<details open lang="en"><summary>figures</summary>
<div class="frame" tabindex="0" role="region" aria-label="plot sum received by year own reports where year&gt;=2021 as bar"><table class="short">
<tbody>
</tbody>
</table></div>
<p class="foot" lang="en">! rests on a cell in a failing check</p>
<p class="foot" lang="en">reports 10 of 10 · expected 15, missing 5 · 3 blanks taken as 0 · 2 with failing checks</p>
</details>
<details lang="en"><summary>statement</summary>
<pre class="code"><code>plot sum received by year own reports where year&gt;=2021 as bar</code></pre>
</details>
</figure>
$ PATH=/nowhere $(command -v ogi) --no-init -d panel.db --format html -c 'plot sum received by year own reports where year>=2021 as bar' | sed -n '/class="chart"/,/<\/pre>/p'
<pre class="chart">received (件)
2021 │██████████████████████████████████████████████████████████████████████ 203
2022 │████████████████████████▌ !71
2023 │██████████████████████████████████████████████████████████████▊ 182
     └────────────────┴────────────────┴─────────────────┴────────────────┴─
     0               50               100               150              200</pre>
# Answers belong to the page: no file takes them meanwhile, and one that took them before goes on.
$ printf '.output "x.txt"\ncount reports where year=2021\n.output\ncount reports where year=2022\n' >out.ogi; printf '.output "all.txt"\nreport "out.ogi" to "out.html"\ncount reports\n' | ogi --no-init --keep-going --quiet -d panel.db 2>&1; cat all.txt; test -e x.txt || grep -c '<table' out.html
out.ogi:1:9: error: within a report answers go to its page
  .output "x.txt"
          ^~~~~~~ write to "x.txt" behind the question
reports
     15
3
