"""form: the statutory form once more, written down apart from stdlib/ so that a slip there shows.

CELLS[edition] lists every cell in the order of the form: (table, row, column, measure, members), the
words as the view `cell` gives them; a printed total has None for a member it sums over.
`write_text` and `write_html` write a report from figures by (table, row, column).
"""

REQUESTERS = [
    ("natural_person", "自然人"),
    ("company", "法人或其他组织/商业企业"),
    ("research_institution", "法人或其他组织/科研机构"),
    ("public_interest_group", "法人或其他组织/社会公益组织"),
    ("law_firm", "法人或其他组织/法律服务机构"),
    ("other_organisation", "法人或其他组织/其他"),
]

OUTCOMES = [
    ("disclosed", "（一）予以公开"),
    ("partly_disclosed", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"),
    ("state_secret", "（三）不予公开/1.属于国家秘密"),
    ("prohibited_by_law", "（三）不予公开/2.其他法律行政法规禁止公开"),
    ("security_and_stability", "（三）不予公开/3.危及“三安全一稳定”"),
    ("third_party_rights", "（三）不予公开/4.保护第三方合法权益"),
    ("internal_affairs", "（三）不予公开/5.属于三类内部事务信息"),
    ("deliberative_process", "（三）不予公开/6.属于四类过程性信息"),
    ("enforcement_file", "（三）不予公开/7.属于行政执法案卷"),
    ("administrative_inquiry", "（三）不予公开/8.属于行政查询事项"),
    ("not_held", "（四）无法提供/1.本机关不掌握相关政府信息"),
    ("needs_compiling", "（四）无法提供/2.没有现成信息需要另行制作"),
    ("still_unclear", "（四）无法提供/3.补正后申请内容仍不明确"),
    ("petition", "（五）不予处理/1.信访举报投诉类申请"),
    ("repeat", "（五）不予处理/2.重复申请"),
    ("publication", "（五）不予处理/3.要求提供公开出版物"),
    ("excessive", "（五）不予处理/4.无正当理由大量反复申请"),
    ("reissue", "（五）不予处理/5.要求行政机关确认或重新出具已获取信息"),
]
OTHERWISE = {
    2019: [("otherwise_closed", "（六）其他处理")],
    2021: [
        ("not_corrected", "（六）其他处理/1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"),
        ("fee_unpaid", "（六）其他处理/2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"),
        ("other_disposal", "（六）其他处理/3.其他"),
    ],
}

# Trees: dimension → [(group, [leaves])]; a group that is itself a leaf stands alone.
TREES = {
    "requester": [
        ("natural_person", ["natural_person"]),
        ("organisation", [key for key, _ in REQUESTERS[1:]]),
    ],
    "outcome": [
        ("disclosed", ["disclosed"]),
        ("partly_disclosed", ["partly_disclosed"]),
        ("withheld", [key for key, _ in OUTCOMES[2:10]]),
        ("unavailable", [key for key, _ in OUTCOMES[10:13]]),
        ("not_processed", [key for key, _ in OUTCOMES[13:18]]),
        ("otherwise_closed", ["otherwise_closed"] + [key for key, _ in OTHERWISE[2021]]),
    ],
    "result": [(m, [m]) for m in ("upheld", "corrected", "other", "pending")],
    "route": [(m, [m]) for m in ("direct", "after_review")],
    "document": [(m, [m]) for m in ("rule", "normative_document")],
    "status": [
        (m, [m])
        for m in ("issued", "repealed", "in_force", "newly_made", "newly_published", "published_total")
    ],
    "decision": [(m, [m]) for m in ("licence", "other_service", "penalty", "coercion")],
    "item": [(m, [m]) for m in ("licence", "other_service", "penalty", "coercion", "fee")],
}

# Measure → (dimensions, decimals kept, edition that has it or None).
MEASURES = {
    "received": (["requester"], 0, None),
    "carried_in": (["requester"], 0, None),
    "applications": (["requester", "outcome"], 0, None),
    "carried_forward": (["requester"], 0, None),
    "reviews": (["result"], 0, None),
    "lawsuits": (["route", "result"], 0, None),
    "documents": (["document", "status"], 0, None),
    "decisions": (["decision"], 0, None),
    "fees": ([], 8, 2021),
    "items": (["item"], 0, 2019),
    "items_change": (["item"], 0, 2019),
    "procurement": ([], 0, 2019),
    "procurement_amount": ([], 8, 2019),
}

BLOCK = "第二十条第（%s）项"
RESULTS = [("upheld", "结果维持"), ("corrected", "结果纠正"), ("other", "其他结果"), ("pending", "尚未审结")]


def block_two(number, columns, rows):
    return [
        ("二", BLOCK % number + "/" + word, column, measure, {**members, **more})
        for word, members in rows
        for column, measure, more in columns
    ]


def table_two(edition):
    norm = "规范性文件" if edition == 2019 else "行政规范性文件"
    documents = [("规章", {"document": "rule"}), (norm, {"document": "normative_document"})]
    if edition == 2021:
        status = [("本年制发件数", "issued"), ("本年废止件数", "repealed"), ("现行有效件数", "in_force")]
    else:
        status = [("本年新制作数量", "newly_made"), ("本年新公开数量", "newly_published"), ("对外公开总数量", "published_total")]
    cells = block_two("一", [(word, "documents", {"status": s}) for word, s in status], documents)
    if edition == 2021:
        decisions = [("本年处理决定数量", "decisions", {})]
        cells += block_two("五", decisions, [("行政许可", {"decision": "licence"})])
        cells += block_two("六", decisions, [("行政处罚", {"decision": "penalty"}), ("行政强制", {"decision": "coercion"})])
        return cells + block_two("八", [("本年收费金额（单位：万元）", "fees", {})], [("行政事业性收费", {})])
    items = [("上一年项目数量", "items", {}), ("本年增/减", "items_change", {})]
    groups = {
        "五": [("行政许可", "licence"), ("其他对外管理服务事项", "other_service")],
        "六": [("行政处罚", "penalty"), ("行政强制", "coercion")],
    }
    for number, rows in groups.items():
        for word, key in rows:
            cells += block_two(number, items, [(word, {"item": key})])
            cells += block_two(number, [("处理决定数量", "decisions", {})], [(word, {"decision": key})])
    cells += block_two("八", items, [("行政事业性收费", {"item": "fee"})])
    amounts = [("采购项目数量", "procurement", {}), ("采购总金额", "procurement_amount", {})]
    return cells + block_two("九", amounts, [("政府集中采购", {})])


def table_three(edition):
    third = "三、本年度办理结果/"
    rows = [("一、本年新收政府信息公开申请数量", "received", {}), ("二、上年结转政府信息公开申请数量", "carried_in", {})]
    rows += [(third + word, "applications", {"outcome": key}) for key, word in OUTCOMES + OTHERWISE[edition]]
    rows += [(third + "（七）总计", "applications", {"outcome": None}), ("四、结转下年度继续办理", "carried_forward", {})]
    columns = REQUESTERS + [(None, "总计")]
    return [
        ("三", row, column, measure, {**members, "requester": key})
        for row, measure, members in rows
        for key, column in columns
    ]


def table_four():
    cells = []
    groups = [("行政复议", "reviews", {}), ("行政诉讼/未经复议直接起诉", "lawsuits", {"route": "direct"}), ("行政诉讼/复议后起诉", "lawsuits", {"route": "after_review"})]
    for word, measure, members in groups:
        for key, result in RESULTS + [(None, "总计")]:
            cells.append(("四", "件数", word + "/" + result, measure, {**members, "result": key}))
    return cells


CELLS = {e: table_two(e) + table_three(e) + table_four() for e in (2019, 2021)}


def is_total(members):
    return None in members.values()


def flow_of(measure, members):
    """flow, opening or closing"""
    if measure in ("carried_in", "items"):
        return "opening"
    if measure == "carried_forward" or members.get("result") == "pending":
        return "closing"
    return "closing" if members.get("status") in ("in_force", "published_total") else "flow"


def add_totals(edition, figures):
    """Fills in the printed totals that `figures` lacks, from its leaves."""
    for table, row, column, measure, members in CELLS[edition]:
        if is_total(members) and (table, row, column) not in figures:
            figures[table, row, column] = sum(
                as_number(figures.get((t, r, c), 0))
                for t, r, c, m, leaf in CELLS[edition]
                if m == measure and not is_total(leaf) and all(v is None or leaf[d] == v for d, v in members.items())
            )
    return figures


def as_number(figure):
    try:
        return int(figure)
    except ValueError:
        return 0


# --- Writing

HEADINGS = [
    "一、总体情况",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况",
    "六、其他需要报告的事项",
]
CORNER = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
KINDS = ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]


def lines_two(edition, figure):
    """Table 二 as rows of text."""
    out, last_block, last_row = [], None, None
    for table, path, column, _, _ in CELLS[edition]:
        if table != "二":
            continue
        block, row = path.split("/", 1)
        if block != last_block:
            heads = []
            for t, p, c, _, _ in CELLS[edition]:
                if t == "二" and p.split("/")[0] == block and c not in heads:
                    heads.append(c)
            out += [[block], ["信息内容"] + heads]
        if path != last_row:
            out.append([row])
        out[-1].append(figure(table, path, column))
        last_block, last_row = block, path
    return out


def rows_three(edition):
    rows = []
    for table, row, _, _, _ in CELLS[edition]:
        if table == "三" and row not in rows:
            rows.append(row)
    return rows


def columns_of(edition, table):
    columns = []
    for t, _, column, _, _ in CELLS[edition]:
        if t == table and column not in columns:
            columns.append(column)
    return columns


def figure_of(figures, raw):
    def figure(table, row, column):
        return raw.get((table, row, column), str(figures.get((table, row, column), 0)))

    return figure


def write_text(edition, title, signed, figures, raw=None, sections=("", "", "")):
    """Text with pipes. `raw` overrides what is printed in a cell; a row of table 三 with a text in raw[row] is
    printed as that text instead."""
    raw = raw or {}
    figure = figure_of(figures, raw)
    out = [title, HEADINGS[0], sections[0], HEADINGS[1]]
    for cells in lines_two(edition, figure):
        out.append(" | ".join(cells) + " |" + ("||" if len(cells) == 1 else ""))
    out += [HEADINGS[2], CORNER + " | 申请人情况 | ||||||||", "自然人 | 法人或其他组织 | 总计 | |||||||", " | ".join(KINDS) + " | |||||"]
    columns, seen = columns_of(edition, "三"), []
    for row in rows_three(edition):
        labels = [word for word in row.split("/") if word not in seen or word == row.split("/")[-1]]
        seen += row.split("/")
        cells = labels + [figure("三", row, column) for column in columns]
        out.append(" | ".join(labels) + " | " + raw[row] if row in raw else " | ".join(cells) + " |" + "|" * (9 - len(cells)))
    results = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    out += [
        HEADINGS[3],
        "行政复议 | 行政诉讼 | |||||||||||||",
        " | ".join(results) + " | 未经复议直接起诉 | 复议后起诉 | ||||||||",
        " | ".join(results * 2) + " | |||||",
        " | ".join(figure("四", "件数", column) for column in columns_of(edition, "四")) + " |",
        HEADINGS[4],
        sections[1],
        HEADINGS[5],
        sections[2],
    ]
    return "\n".join(out + signed) + "\n"


def box(text, wide=1, high=1):
    spans = (' colspan="%d"' % wide if wide > 1 else "") + (' rowspan="%d"' % high if high > 1 else "")
    return "<td%s>%s</td>" % (spans, text if text.strip() else "&nbsp;")


def html_table(rows):
    return "<table>\n" + "".join("<tr>" + "".join(row) + "</tr>\n" for row in rows) + "</table>\n"


def html_three(edition, figure):
    rows = [
        [box(CORNER, 3, 3), box("申请人情况", 7)],
        [box("自然人", 1, 2), box("法人或其他组织", 5), box("总计", 1, 2)],
        [box(kind) for kind in KINDS],
    ]
    all_rows, columns, seen = rows_three(edition), columns_of(edition, "三"), set()
    for row in all_rows:
        parts, boxes = row.split("/"), []
        for depth, part in enumerate(parts):
            path = "/".join(parts[: depth + 1])
            if path in seen:
                continue
            seen.add(path)
            high = sum(1 for other in all_rows if (other + "/").startswith(path + "/"))
            boxes.append(box(part, 1 if depth + 1 < len(parts) else 3 - depth, high))
        rows.append(boxes + [box(figure("三", row, column)) for column in columns])
    return html_table(rows)


def write_html(edition, title, signed, figures, raw=None, sections=("", "", "")):
    figure = figure_of(figures, raw or {})
    results = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    two = [[box(cell, 4 if len(cells) == 1 else 1) for cell in cells] for cells in lines_two(edition, figure)]
    four = [
        [box("行政复议", 5), box("行政诉讼", 10)],
        [box(word, 1, 2) for word in results] + [box("未经复议直接起诉", 5), box("复议后起诉", 5)],
        [box(word) for word in results * 2],
        [box(figure("四", "件数", column)) for column in columns_of(edition, "四")],
    ]

    def paragraphs(*texts):
        return "".join("<p>%s</p>\n" % text for text in texts if text)

    return (
        '<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>%s</title></head>\n<body>\n' % title
        + "<h1>%s</h1>\n" % title
        + paragraphs(HEADINGS[0], sections[0], HEADINGS[1])
        + html_table(two)
        + paragraphs(HEADINGS[2])
        + html_three(edition, figure)
        + paragraphs(HEADINGS[3])
        + html_table(four)
        + paragraphs(HEADINGS[4], sections[1], HEADINGS[5], sections[2], *signed)
        + "</body></html>\n"
    )
