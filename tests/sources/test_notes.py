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
        ("另一条\u3002", BlockKind.NOTE),
    ]


def test_where_a_mark_stood_is_no_blank():
    before, after = placed("一、深化", LEFT, 250), placed("质量提升", LEFT + 64 + 8, 250)
    mark = [Glyph(digit, x, x + 4, 245, 7) for digit, x in (("1", LEFT + 64), ("2", LEFT + 68))]
    note = placed("12按部门规章。", LEFT, 720, 11)
    sheet = Sheet(595, 842, [*BODY, *before, *mark, *after, *note], [RULE])
    assert texts(sheet)[-2:] == ["一、深化质量提升", "按部门规章。"]


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
