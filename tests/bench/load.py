#!/usr/bin/env python3
"""What a person writes in an afternoon: splits the lines of text reports on `|` and fills sqlite3.

load.py DATABASE FOLDER [lines|figures|pages]: a row per line of a table, its fields as they are; with
`figures` a row per figure: agency, year, label, column, value; with `pages` the same from the cells of
tables in HTML, by html.parser. No form, no checks, no blanks, no places, no spans. It is the measure for
`make bench`, so it is as plain and as quick as plain Python gets.
"""
import html.parser
import os
import re
import sqlite3
import sys

TITLE = re.compile(r"(.+?)(20\d\d)年")
WIDTH = 16


def lines_of(path):
    with open(path, encoding="utf-8") as f:
        lines = f.read().split("\n")
    agency, year = TITLE.match(lines[0]).groups()
    return agency, int(year), [line for line in lines if "|" in line]


def whole_lines(path):
    agency, year, lines = lines_of(path)
    for line in lines:
        fields = line.split(" | ")
        yield [agency, year] + fields[:WIDTH] + [None] * (WIDTH - len(fields))


def figures(path):
    agency, year, lines = lines_of(path)
    return figures_of(agency, year, (line.split("|") for line in lines))


class Page(html.parser.HTMLParser):
    """The rows of all tables as lists of texts, and the title."""

    def __init__(self):
        super().__init__()
        self.rows, self.row, self.text, self.title = [], None, None, ""

    def handle_starttag(self, tag, attributes):
        if tag == "tr":
            self.row = []
        elif tag in ("td", "th", "title", "h1"):
            self.text = ""

    def handle_data(self, data):
        if self.text is not None:
            self.text += data

    def handle_endtag(self, tag):
        if tag == "tr" and self.row:
            self.rows.append(self.row)
            self.row = None
        elif tag in ("td", "th") and self.row is not None and self.text is not None:
            self.row.append(self.text)
        elif tag in ("title", "h1") and self.text and not self.title:
            self.title = self.text.strip()
        self.text = None if tag in ("td", "th", "title", "h1") else self.text


def pages(path):
    page = Page()
    with open(path, encoding="utf-8") as f:
        page.feed(f.read())
    agency, year = TITLE.match(page.title).groups()
    return figures_of(agency, int(year), page.rows)


def figures_of(agency, year, rows):
    for row in rows:
        label, column = "", 0
        for field in row:
            field = field.strip()
            if field.isdigit():
                yield agency, year, label, column, int(field)
                column += 1
            elif field:
                label = field


def main():
    database, folder = sys.argv[1:3]
    db = sqlite3.connect(database)
    if sys.argv[3:] and sys.argv[3] != "lines":
        rows, width = {"figures": figures, "pages": pages}[sys.argv[3]], 5
        db.execute("create table cell (agency, year, label, column, value)")
    else:
        rows, width = whole_lines, WIDTH + 2
        db.execute("create table line (agency, year, %s)" % ", ".join("f%d" % i for i in range(WIDTH)))
    insert = "insert into %s values (%s)" % ("cell" if width == 5 else "line", ", ".join("?" * width))
    reports = 0
    for place, _, names in os.walk(folder):
        for name in names:
            db.executemany(insert, rows(os.path.join(place, name)))
            reports += 1
            if reports % 1000 == 0:
                db.commit()
    db.commit()
    db.close()


main()
