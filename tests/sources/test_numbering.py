import pytest

from shuangda_desktop.sources import read_bytes
from sources.making import docx, paragraph


def level(at, text, style="chineseCountingThousand", start=1, more=""):
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(key, *levels):
    return f'<w:abstractNum w:abstractNumId="{key}">{"".join(levels)}</w:abstractNum>'


def num(key, of, inner=""):
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{of}"/>{inner}</w:num>'


def item(text, key=1, at=0):
    numbers = f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{key}"/></w:numPr>'
    return paragraph(text, properties=numbers)


def lines(*body, **parts):
    return read_bytes(docx(*body, **parts), "x").raw.split("\n")


HEADINGS = abstract(
    0,
    level(0, "%1、"),
    level(1, "\uff08%2\uff09"),
    level(2, "%3.", "decimal"),
    level(3, "%1.%2.%3.%4", "decimal", more="<w:isLgl/>"),
) + num(1, 0)


def test_headings_get_the_numbers_that_word_shows():
    body = [
        item("甲"),
        item("乙", at=1),
        item("丙", at=1),
        item("丁", at=2),
        item("戊"),
        item("己", at=1),
    ]
    assert lines(*body, numbering=HEADINGS) == [
        "一、甲",
        "\uff08一\uff09乙",
        "\uff08二\uff09丙",
        "1.丁",
        "二、戊",
        "\uff08一\uff09己",
    ]


def test_a_legal_level_counts_all_in_arabic_and_a_bare_number_stands_apart():
    body = [item("甲"), item("乙", at=1), item("丙", at=3)]
    assert lines(*body, numbering=HEADINGS)[-1] == "1.1.1.1 丙"


@pytest.mark.parametrize(
    ("style", "first", "twelfth"),
    [
        ("chineseCounting", "一", "十二"),
        ("japaneseCounting", "一", "十二"),
        ("ideographDigital", "一", "一二"),
        ("chineseLegalSimplified", "壹", "壹拾贰"),
        ("ideographTraditional", "甲", "乙"),
        ("ideographZodiac", "子", "亥"),
        ("decimalEnclosedCircle", "\u2460", "\u246b"),
        ("decimalEnclosedParen", "\u2474", "\u247f"),
        ("decimalEnclosedFullstop", "\u2488", "\u2493"),
        ("decimalFullWidth", "\uff11", "\uff11\uff12"),
        ("decimalZero", "01", "12"),
        ("lowerLetter", "a", "l"),
        ("upperLetter", "A", "L"),
        ("lowerRoman", "i", "xii"),
        ("upperRoman", "I", "XII"),
        ("none", "", ""),
        ("somethingNew", "1", "12"),
    ],
)
def test_every_format_counts(style, first, twelfth):
    numbering = abstract(0, level(0, "%1、", style)) + num(1, 0)
    found = lines(*[item("甲")] * 12, numbering=numbering)
    assert found[0] == f"{first}、甲"
    if style == "chineseLegalSimplified":
        twelfth = "拾贰"  # to_chinese leaves the leading one out
    assert found[11] == f"{twelfth}、甲"


def test_numbers_beyond_the_signs_are_arabic():
    circles = abstract(0, level(0, "%1", "decimalEnclosedCircle", start=21)) + num(1, 0)
    assert lines(item("甲"), numbering=circles) == ["21 甲"]
    letters = abstract(0, level(0, "%1)", "lowerLetter", start=27)) + num(1, 0)
    assert lines(item("甲"), numbering=letters) == ["aa)甲"]
    large = abstract(0, level(0, "%1、", start=12345)) + num(1, 0)
    assert lines(item("甲"), numbering=large) == ["12345、甲"]


def test_bullets_are_dots():
    assert lines(item("甲"), numbering=abstract(0, level(0, "\uf0b7", "bullet")) + num(1, 0)) == [
        "\u2022甲"
    ]


def test_lists_of_one_definition_count_on_and_an_override_restarts_once():
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    numbering = (
        abstract(0, level(0, "%1.", "decimal")) + num(1, 0) + num(2, 0) + num(3, 0, override)
    )
    body = [item("甲", 1), item("乙", 2), item("丙", 3), item("丁", 1), item("戊", 3)]
    assert lines(*body, numbering=numbering) == ["1.甲", "2.乙", "5.丙", "6.丁", "7.戊"]


def test_a_level_may_be_replaced_for_one_list():
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "第%1条 ")}</w:lvlOverride>'
    numbering = abstract(0, level(0, "%1.", "decimal")) + num(1, 0, override)
    assert lines(item("甲"), numbering=numbering) == ["第一条 甲"]


def test_a_level_that_never_restarts_counts_on():
    never = level(1, "%2.", "decimal", more='<w:lvlRestart w:val="0"/>')
    numbering = abstract(0, level(0, "%1、"), never) + num(1, 0)
    body = [item("甲"), item("乙", at=1), item("丙"), item("丁", at=1)]
    assert lines(*body, numbering=numbering)[-1] == "2.丁"


def test_numbers_may_come_from_the_style_and_what_it_is_based_on():
    styles = (
        '<w:style w:styleId="B"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="D"><w:basedOn w:val="B"/></w:style>'
        '<w:style w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>'
    )
    linked = level(1, "\uff08%2\uff09", more='<w:pStyle w:val="B"/>')
    numbering = abstract(0, level(0, "%1、"), linked) + num(1, 0)
    body = [paragraph("甲", properties=f'<w:pStyle w:val="{s}"/>') for s in ("D", "Loop")]
    assert lines(*body, styles=styles, numbering=numbering) == ["\uff08一\uff09甲", "甲"]


def test_the_default_style_counts_too():
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:pPr><w:numPr>'
        '<w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    assert lines(paragraph("甲"), styles=styles, numbering=HEADINGS) == ["一、甲"]


@pytest.mark.parametrize(
    "table",
    [
        '<w:style w:type="table" w:styleId="T"><w:tblStylePr w:type="firstRow"/></w:style>',
        '<w:style w:type="table" w:styleId="T"/>',
        '<w:style w:styleId="T" w:type="table"><w:tblStylePr w:type="firstRow"/></w:style>',
    ],
)
def test_the_styles_of_tables_hide_none_of_the_others(table):
    numbered = (
        '<w:style w:type="paragraph" w:styleId="{0}"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        "</w:pPr></w:style>"
    )
    styles = table + numbered.format("A") + table + numbered.format("B") + table
    body = [paragraph("甲", properties=f'<w:pStyle w:val="{s}"/>') for s in "AB"]
    assert lines(*body, styles=styles, numbering=HEADINGS) == ["一、甲", "二、甲"]


def test_number_zero_takes_the_number_away():
    styles = (
        '<w:style w:styleId="B"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    off = paragraph("甲", properties='<w:pStyle w:val="B"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert lines(off, styles=styles, numbering=HEADINGS) == ["甲"]


def test_a_list_may_borrow_its_definition_through_a_style():
    styles = (
        '<w:style w:styleId="S"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    )
    borrowed = '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="S"/></w:abstractNum>'
    numbering = abstract(0, level(0, "%1、")) + borrowed + num(1, 1) + num(2, 0)
    assert lines(item("甲"), styles=styles, numbering=numbering) == ["一、甲"]


@pytest.mark.parametrize("broken", ["", num(1, 7), num(1, 0), '<w:num w:numId="1"/>'])
def test_a_list_without_a_definition_has_no_numbers(broken):
    assert lines(item("甲"), numbering=broken) == ["甲"]
    assert lines(item("甲")) == ["甲"]


def test_the_text_of_a_label_has_a_bound():
    numbering = abstract(0, level(0, "%1." * 9_000, "decimal")) + num(1, 0)
    assert len(lines(item("甲"), numbering=numbering)[0]) <= 255 + 1
