"""Footnotes, columns and signs that stand for two."""

from shuangda_desktop.sources.pages.glyphs import Glyph, Sheet, Stroke, lines_of
from shuangda_desktop.sources.pages.reflow import paragraphs_of
from shuangda_desktop.text.source import BlockKind
from sources.placing import FULL, LEFT, placed, texts

RULE = Stroke(LEFT, 700, LEFT + 110, 700)
BODY = [*placed(FULL, LEFT, 120), *placed("完\u3002", LEFT, 148), *placed("二", LEFT, 176)]
MARK = Glyph("1", LEFT + 32, LEFT + 36, 144, 7)
NOTE = [
    *placed("1注\uff1a机构改革期间", LEFT, 720, 11),
    *placed("由原单位承担\u3002", LEFT, 734, 11),
]
SECOND = placed("2另一条\u3002", LEFT, 750, 11)


def test_footnotes_stand_at_the_end_and_their_marks_are_no_text():
    lines = list(paragraphs_of([Sheet(595, 842, [*BODY, MARK, *NOTE, *SECOND], [RULE])]))
    assert lines == [
        (FULL + "完\u3002", BlockKind.PARAGRAPH),
        ("二", BlockKind.PARAGRAPH),
        ("注\uff1a机构改革期间由原单位承担\u3002", BlockKind.NOTE),
        ("注\uff1a另一条\u3002", BlockKind.NOTE),
    ]


def test_where_a_mark_stood_is_no_blank():
    before, after = placed("一、深化", LEFT, 250), placed("质量提升", LEFT + 64 + 8, 250)
    mark = [Glyph(digit, x, x + 4, 245, 7) for digit, x in (("1", LEFT + 64), ("2", LEFT + 68))]
    note = placed("12按部门规章。", LEFT, 720, 11)
    sheet = Sheet(595, 842, [*BODY, *before, *mark, *after, *note], [RULE])
    assert texts(sheet)[-2:] == ["一、深化质量提升", "注\uff1a按部门规章。"]


def test_a_digit_of_the_text_is_no_mark():
    body = [*BODY, *placed("共1件", LEFT, 300)]
    assert "共1件" in texts(Sheet(595, 842, [*body, MARK, *NOTE], [RULE]))


def test_small_print_without_a_mark_or_a_rule_is_text():
    plain = placed("附注\uff1a机构改革期间", LEFT, 720, 11)
    assert texts(Sheet(595, 842, [*BODY, *plain], [RULE]))[-1] == "附注\uff1a机构改革期间"
    assert "1注" in texts(Sheet(595, 842, [*BODY, *NOTE]))[-2]
    upright = Stroke(LEFT, 600, LEFT, 700)
    assert "1注" in texts(Sheet(595, 842, [*BODY, *NOTE], [RULE, upright]))[-2]


def test_text_as_large_as_the_body_below_a_short_rule_is_text():
    large = placed("1.后一项任务", LEFT, 720)
    assert texts(Sheet(595, 842, [*BODY, *large], [RULE]))[-1] == "1.后一项任务"


COLUMN = FULL[:16]


def columns(left, right, *, head=(), strokes=()):
    glyphs = list(head)
    for x, lines in ((50, left), (320, right)):
        for number, line in enumerate(lines):
            glyphs += placed(line, x, 160 + 24 * number, 14)
    return Sheet(595, 842, glyphs, strokes)


def test_two_columns_are_read_one_after_the_other():
    left = [COLUMN] * 10 + ["左完\u3002"]
    right = [COLUMN] * 9 + ["右完\u3002"]
    sheet = columns(left, right, head=placed("示例市政府公报", 240, 100, 18))
    assert texts(sheet) == ["示例市政府公报", COLUMN * 10 + "左完\u3002", COLUMN * 9 + "右完\u3002"]


def test_a_paragraph_goes_on_in_the_next_column():
    assert texts(columns([COLUMN] * 10, [COLUMN] * 9 + ["完\u3002"])) == [COLUMN * 19 + "完\u3002"]


def test_a_page_with_few_lines_has_the_columns_of_the_others():
    first = columns([COLUMN] * 12, [COLUMN] * 12)
    last = columns([COLUMN, "完\u3002", "后一段\u3002"], ["右"])
    assert texts(first, last) == [COLUMN * 25 + "完\u3002", "后一段\u3002", "右"]
    plain = Sheet(595, 842, placed("一行横过两栏中间的文字也要照样读出来才行", 150, 200))
    assert texts(first, plain)[-1] == "一行横过两栏中间的文字也要照样读出来才行"


def test_pairs_of_words_are_no_columns():
    sheet = columns(["牵头单位"] * 10, ["市商务局"] * 10)
    assert texts(sheet)[0].startswith("牵头单位 市商务局")


def test_a_page_with_rules_or_few_lines_has_one_column():
    assert COLUMN + " " + COLUMN in texts(columns([COLUMN] * 3, [COLUMN] * 3))[0]
    ruled = columns([COLUMN] * 10, [COLUMN] * 10, strokes=[Stroke(50, 140, 550, 140)])
    assert COLUMN + " " + COLUMN in texts(ruled)[0]


def test_one_sign_for_two_dashes_is_two_and_a_bold_one_is_one():
    dash = Glyph("\u2014", 259, 286, 100, 16)
    line = [*placed("网剑", 227, 100), dash, dash, *placed("2025", 288, 100)]
    assert lines_of(line)[0].text == "网剑\u2014\u20142025"
    bold = [*placed("网", 227, 100), *placed("网", 227, 100)]
    assert lines_of(bold)[0].text == "网"


def test_a_mark_may_lead_to_a_note_on_the_next_page():
    second = Sheet(595, 842, [*BODY, *NOTE], [RULE])
    assert texts(Sheet(595, 842, [*BODY, MARK]), second)[0].startswith(FULL + "完")
    assert "1" not in "".join(texts(Sheet(595, 842, [*BODY, MARK]), second))


def items(*texts_, first=0):
    """Short items with an indent of two characters, each as (indent, text) of a column."""
    return [(28 if text[0] != "-" else 0, text.lstrip("-")) for text in texts_]


def in_columns(left, right, *, head=()):
    glyphs = list(head)
    for x, lines in ((50, left), (320, right)):
        for number, (indent, line) in enumerate(lines):
            glyphs += placed(line, x + indent, 160 + 24 * number, 14)
    return Sheet(595, 842, glyphs)


def test_short_items_whose_numbers_go_on_are_two_columns():
    left = [(0, text) for text in ("一、整治网络", "1.清理链接", "2.约谈平台", "二、整治农资")]
    right = [(0, text) for text in ("3.抽检农药", "三、宣传", "4.开展讲座", "5.开放日")]
    found = texts(in_columns(left, right))
    assert "".join(found).index("二、整治农资") < "".join(found).index("3.抽检农药")
    rows = [(0, "1.甲"), (0, "3.丙"), (0, "5.戊")], [(0, "2.乙"), (0, "4.丁"), (0, "6.己")]
    assert texts(in_columns(*rows))[0].startswith("1.甲 2.乙")


def test_paragraphs_that_are_set_in_alike_are_two_columns_however_few_their_lines():
    left = items(COLUMN[:14], "-续上行完。", "承办单位市公安局")
    right = items(COLUMN[:14], "-再续上行。")
    title = placed("示例市督办事项通知单\uff08第三号\uff09第一批任务", 150, 120, 14)
    found = texts(in_columns(left, right, head=title))
    assert "完。承办单位市公安局" in "".join(found)
    even = items("承办单位", "市公安局", "市商务局"), items("甲事项", "乙事项", "丙事项")
    assert texts(in_columns(*even))[0].startswith("承办单位 甲事项")


def test_a_few_full_lines_of_prose_are_two_columns():
    found = texts(columns([COLUMN] * 5, [COLUMN[::-1]] * 5))
    assert found[0].startswith(COLUMN * 5)
