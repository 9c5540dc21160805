"""Plans made by chance with known answers: other titles, levels, layouts, clauses and damage."""

import random
from dataclasses import dataclass, field

from plan.made_clauses import clause, key_lines
from plan.made_words import BRACKETS, CHINESE, HEADINGS, KINDS, LEVELS, PLACES, SHORT, WORDS


@dataclass
class Made:
    """A plan's text and what a reader should find in it."""

    text: str = ""
    title: str = ""
    year: int = 0
    level: str | None = None
    number: str | None = None
    labels: list[str] = field(default_factory=list)
    measures: list[tuple[str, set[tuple[str, str]]]] = field(default_factory=list)
    features: list[str] = field(default_factory=list)


def chinese(number):
    """1 to 99 in Chinese."""
    tens, ones = divmod(number, 10)
    return ("" if not tens else "十" if tens == 1 else CHINESE[tens - 1] + "十") + (
        CHINESE[ones - 1] if ones else ""
    )


def head(rng, made, where, kind):
    """The lines above the body."""
    title = rng.choice(
        (
            f"{made.year}年{where}{kind}",
            f"{where}{made.year}年{kind}",
            f"{where}{kind}({made.year}年)",
        )
    )
    made.title = title
    form = rng.choice(("bare", "bare", "preamble", "notice", "number"))
    made.features.append(form)
    if form == "preamble":
        return [title, "为维护公平竞争的市场秩序,结合实际,制定本方案。"]
    if form == "number":
        made.number = f"云双打〔{made.year}〕{rng.randint(1, 40)}号"
        return [title, made.number]
    if form == "notice":
        made.number = f"云双打发〔{made.year}〕{rng.randint(1, 40)}号"
        return [
            f"关于印发《{title}》的通知",
            made.number,
            "各有关单位:",
            f"现将《{title}》印发给你们,请认真贯彻落实。",
            "云某领导小组办公室",
            f"{made.year}年3月8日",
            "(此件公开发布)",
            title,
        ]
    return [title]


def items(rng, made, pool):
    """The numbered body."""
    scheme = rng.choice(
        (
            "一(一)1",
            "一(一)",
            "一1",
            "一1run",
            "一(一)run",
            "第条",
            "任务",
            "(一)",
            "一(1)",
            "一第一",
        )
    )
    layout = rng.choice(("after", "after", "before", "own", "keys", "prose"))
    made.features += [f"scheme {scheme}", f"layout {layout}"]
    brackets = rng.choice(BRACKETS)
    made.features.append(brackets)
    lines, run = [], 0
    for section in range(1, rng.randint(3, 4)):
        if scheme.startswith("一"):
            lines.append(f"{chinese(section)}、{rng.choice(HEADINGS)}")
            made.labels.append(chinese(section))
        for at in range(1, rng.randint(3, 5)):
            run += 1
            if scheme == "一(一)1" and at == 1:
                lines.append(f"(一){rng.choice(SHORT)}行动")
                made.labels.append("(一)")
            lines += item(rng, made, pool, label(scheme, at, run), layout, brackets)
    return lines


def label(scheme, at, run):
    """The label of an item: as written, and as told."""
    forms = {
        "一(一)1": (f"{at}.", str(at)),
        "一1": (f"{at}.", str(at)),
        "一1run": (f"{run}.", str(run)),
        "一(一)": (f"({chinese(at)})", f"({chinese(at)})"),
        "一(一)run": (f"({chinese(run)})", f"({chinese(run)})"),
        "(一)": (f"({chinese(run)})", f"({chinese(run)})"),
        "第条": (f"第{chinese(run)}条 ", f"第{chinese(run)}条"),
        "任务": (f"任务{chinese(run)}:", f"任务{chinese(run)}"),
        "一(1)": (f"({at})", f"({at})"),
        "一第一": (f"{at}、", str(at)),
    }
    return forms[scheme]


def item(rng, made, pool, names, layout, brackets):
    """The lines of one item."""
    written, told = names
    made.labels.append(told)
    title = rng.choice(SHORT) if rng.random() < 0.7 else ""
    # without a title of its own an item is one sentence: a short first one would be its title
    words = ("。" if title else ",").join(rng.sample(WORDS, rng.randint(1, 3)))
    start = written + (title + "。" if title else "")
    if layout == "keys":
        below, duties = key_lines(rng, pool)
        made.measures.append((words, duties))
        return [f"{start}{words}。", *below]
    if layout == "prose" and title:
        a = rng.sample(pool, 3)
        made.measures.append(
            (
                f"{words}。由{a[0]}牵头,会同{a[1]}、{a[2]}实施",
                {(a[0], "lead"), (a[1], "responsible"), (a[2], "responsible")},
            )
        )
        return [f"{start}{words}。由{a[0]}牵头,会同{a[1]}、{a[2]}实施。"]
    said, duties = clause(rng, pool)
    made.measures.append((words, set(duties)))
    bracket = brackets[0] + said + brackets[1]
    if layout == "own":
        return [f"{start}{words}。", bracket]
    line = f"{start}{words}{bracket}。" if layout == "before" else f"{start}{words}。{bracket}"
    if title and layout == "after" and rng.random() < 0.3:
        more, (said, duties) = rng.choice(WORDS), clause(rng, pool)
        made.measures.append((more, set(duties)))
        line += f"{more}。{brackets[0]}{said}{brackets[1]}"
    return [line]


def table(rng, made, pool):
    """The body as a table of tabs or bars, or one cell a line."""
    mark = rng.choice(("\t", "|", "\n"))
    made.features.append(f"table {mark!r}")
    columns = rng.choice(
        (
            ("序号", "重点任务", "牵头单位", "配合单位", "完成时限"),
            ("序号", "工作内容", "责任单位", "时间节点"),
            ("编号", "工作任务", "主办单位", "协办单位"),
        )
    )
    rows = [columns]
    for number in range(1, rng.randint(4, 7)):
        words, a = rng.choice(WORDS), rng.sample(pool, 3)
        cells = {
            "牵头单位": a[0],
            "主办单位": a[0],
            "责任单位": "、".join(a),
            "配合单位": "、".join(a[1:]),
            "协办单位": "、".join(a[1:]),
            "完成时限": "10月底前",
            "时间节点": "6月底",
        }
        roles = (
            {"lead": a[:1], "cooperating": a[1:]}
            if len(columns) != 4 or columns[0] == "编号"
            else {"responsible": a}
        )
        rows.append((str(number), words, *(cells[name] for name in columns[2:])))
        made.measures.append(
            (words, {(unit, role) for role, units in roles.items() for unit in units})
        )
    return [
        line
        for row in rows
        for line in ([mark.join(row)] if mark != "|" else ["|" + "|".join(row) + "|"])
    ]


def tail(rng, where):
    """Lines below the body."""
    return rng.choice(
        (
            [],
            [],
            ["抄送:各有关单位。"],
            ["附件:1.联系表", "2.报表"],
            [f"{where}某办公室 2099年1月1日印发"][:0],
            ["联系人:张某;联系电话:12345678"],
        )
    )


def build(seed):
    """The plan of a seed."""
    rng = random.Random(seed)
    kind = rng.choice(list(PLACES))
    where, units = PLACES[kind]
    made = Made(year=rng.randint(2015, 2025), level=LEVELS.get(kind), features=[kind])
    lines = head(rng, made, where, rng.choice(KINDS))
    pool = units.split()
    lines += table(rng, made, pool) if rng.random() < 0.15 else items(rng, made, pool)
    lines += tail(rng, where)
    damage = rng.choice(
        (
            "none",
            "none",
            "crlf",
            "blank lines",
            "one line",
            "one line glued",
            "wide",
            "half wide",
            "indented",
        )
    )
    if made.features[-1].startswith("table"):
        damage = "none"
    made.features.append(damage)
    made.text = damaged(rng, lines, damage)
    return made


def damaged(rng, lines, damage):
    """The lines as one text with a damage."""
    text = "\n".join(lines)
    wide = {ord(mark): ord(mark) + 0xFEE0 for mark in ",:;()"}
    if damage == "half wide":
        return "".join(char.translate(wide) if rng.random() < 0.5 else char for char in text)
    return {
        "crlf": text.replace("\n", "\r\n"),
        "blank lines": text.replace("\n", "\n\n"),
        # letter-spaced keys are closed by the repair, before a plan is read
        "one line": text.replace(" 单 位", "单位")
        .replace("责 任", "责任")
        .replace("配 合", "配合")
        .replace("\n", " "),
        "one line glued": text.replace(" 单 位", "单位")
        .replace("责 任", "责任")
        .replace("配 合", "配合")
        .replace("\n", ""),
        "wide": text.translate(wide),
        "indented": "\n".join("　　" + line for line in lines),
    }.get(damage, text)
