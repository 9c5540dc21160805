"""Where one paragraph of a page ends: the habits of a document first, then its words."""

import pytest

from shuangda_desktop.sources.pages.glyphs import Sheet
from shuangda_desktop.sources.pages.joining import Labels
from sources.placing import FULL, LEFT, PITCH, SIZE, WIDTH, page, placed, spread, texts

RIGHT = LEFT + WIDTH * SIZE


def test_a_full_line_before_an_indented_one_ends_its_paragraph_where_first_lines_stand_in():
    sheet = page(
        (2, FULL[:24]), (2, FULL[:24]), (0, FULL), (0, "完。"), (2, "一、整治市场"), (2, "二、宣传")
    )
    assert texts(sheet)[:2] == [FULL[:24], FULL[:24] + FULL + "完。"]


def test_lines_below_a_label_that_hang_go_on():
    first, other = "1." + FULL[:25], FULL[:24]
    sheet = page(
        (0, first), (2, other), (2, "完"), (0, "2." + FULL[:25]), (2, other), (2, "了"), (0, FULL)
    )
    assert texts(sheet) == [first + other + "完", "2." + FULL[:25] + other + "了", FULL]


def test_the_name_of_an_annex_goes_on_below_itself():
    lines = [
        (2, "附件\uff1a1." + FULL[:20]),
        (6, "工作方案"),
        (5, "2.任务分工表"),
        (2, "后一段\u3002"),
    ]
    body = [(2, FULL[:24]), (0, FULL), (0, FULL), (2, FULL[:24]), (0, "完\u3002")]
    assert texts(page(*body, *lines))[2:] == [
        "附件\uff1a1." + FULL[:20] + "工作方案", "2.任务分工表", "后一段\u3002"
    ]  # fmt: skip


def flush(*tails):
    """A page whose full lines, with digits in them, are spread to the margin; then these lines."""
    glyphs, y = [], 120.0
    for number in range(7):
        glyphs += spread(f"{number}" + FULL[1:25], LEFT, y, RIGHT)
        y += PITCH
    for tail in tails:
        glyphs += placed(tail, LEFT, y)
        y += PITCH
    return Sheet(595, 842, glyphs)


def test_where_full_lines_are_spread_one_that_is_not_is_the_last():
    short = FULL[:25] + "1"  # half a character short of the margin
    assert texts(flush(short, "后一段"))[-1] == "后一段"
    assert texts(flush(FULL, "后一段"))[-1].endswith(FULL + "后一段")


def test_a_number_that_follows_the_last_one_begins_a_paragraph_even_after_no_stop():
    lines = [(0, "(一)查处假种子"), (0, "(二)" + FULL[:24]), (0, "(三)开展宣传"), (0, FULL)]
    assert texts(page(*lines, (0, FULL), (0, FULL)))[1:3] == ["(二)" + FULL[:24], "(三)开展宣传"]


def test_a_number_out_of_order_inside_a_sentence_goes_on():
    lines = [(0, "(一)查处假种子"), (0, "(二)按照" + FULL[:22]), (0, "(六)条的规定" + FULL[:10])]
    assert texts(page(*lines, (0, FULL), (0, FULL), (0, FULL)))[1] == (
        "(二)按照" + FULL[:22] + "(六)条的规定" + FULL[:10]
    )


@pytest.mark.parametrize(
    ("last", "text", "follows"),
    [
        ("二、整治", "三、宣传", True),
        ("二、整治", "\uff08三\uff09宣传", False),
        ("第三条 整治", "第四条 宣传", True),
        ("2.4 整治", "2.5 宣传", True),
        ("2.4 整治", "3.5 宣传", False),
        ("9.整治", "10.宣传", True),
        ("整治", "1.宣传", False),
        ("1.整治", "2.5亿元", False),
    ],
)
def test_numbers_follow_those_of_their_own_kind(last, text, follows):
    labels = Labels()
    labels.note(last)
    assert labels.follows(text) is follows


def test_in_a_document_without_line_breaks_a_number_at_the_start_of_a_line_is_chance():
    inside = "一、整治\u3002\uff08一\uff09查处\u3002\uff08二\uff09检查\u3002\uff08三\uff09抽检\u3002\uff08四\uff09宣传\u3002"
    line = inside + FULL[: WIDTH - len(inside)]
    lines = [line[:WIDTH], FULL[:25] + "\u3002", "\uff08五\uff09" + FULL[:23], FULL, FULL]
    assert len(texts(page(*((0, each) for each in lines)))) == 1


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (FULL[:25] + "\u3002", "牵头单位\uff1a市商务局"),
        ("责任单位\uff1a" + FULL[:21], "完成时限\uff1a年底前"),
        (FULL, "示政办发\u30142025\u301512号"),
        (FULL, "— 3 —"),
        ("| 1 |" + FULL[:22] + " |", "| 2 | 宣传 |"),
        ("您的位置\uff1a首页 > 公开 >" + "专项治理和日常监管规划计划", "示例市工作要点"),
        ("示例市打击侵犯知识产权和制售假冒伪劣商品年度工作方案", "2025年是关键之年"),
        (FULL, "?三\uff09查处"),
        (FULL[:24] + "\u3002", "附件2"),
        (FULL[:25] + "\u3002", "附件\uff1a进度表"),
        (FULL[:25] + "\u3002", "2022年8月30日"),
        (FULL[:23], "\u3002本市各区"),
    ],
    ids=[
        "key",
        "key-after-key",
        "issue",
        "page-mark",
        "bars",
        "crumbs",
        "title",
        "enumerator",
        "attachment",
        "list-of-attachments",
        "date",
        "mark",
    ],
)
def test_words_that_begin_a_paragraph_after_a_full_line(before, after):
    body = [(0, FULL), (0, FULL), (0, FULL), (0, "完")]
    assert before, after in texts(page((0, before), (0, after), *body))[:2]
    assert texts(page((0, before), (0, after), *body))[0] == before


def test_a_mark_that_a_simple_printer_pushed_down_goes_on():
    lines = [(0, FULL), (0, FULL[:25]), (0, "\uff0c" + FULL[:24]), (0, FULL), (0, "完。")]
    assert len(texts(page(*lines))) == 1


def test_a_quotation_mark_keeps_what_stands_on_either_side_in_its_line():
    opened = [(0, FULL), (0, FULL[:24]), (0, "域\u201c清源\u201d行动" + FULL[:19]), (0, FULL)]
    closed = [(0, FULL), (0, FULL[:24]), (0, "机\u201d抽" + FULL[:23]), (0, FULL)]
    digits = [(0, FULL), (0, FULL[:24]), (0, "验,2022年" + FULL[:21]), (0, FULL)]
    kept = (opened, closed, digits)
    assert [len(texts(page(*lines, (0, "完。")))) for lines in kept] == [1, 1, 1]


def test_a_key_inside_of_a_bracket_goes_on():
    before = FULL[:20] + "\uff08牵头单位\uff1aA"
    first = texts(
        page((0, before), (0, "责任单位\uff1aB\uff09\u3002"), (0, FULL), (0, FULL), (0, FULL))
    )[0]
    assert first.endswith("B\uff09\u3002")


def test_who_signs_below_a_full_line_stands_alone():
    lines = [
        (0, FULL),
        (0, FULL),
        (0, FULL[:25] + "\u3002"),
        (0, "示例市人民政府"),
        (0, "2025年3月1日"),
    ]
    assert texts(page(*lines))[1:] == ["示例市人民政府", "2025年3月1日"]


def test_a_sentence_that_ended_with_room_for_the_next_word_ended_its_paragraph():
    lines = [(0, FULL), (0, FULL), (0, FULL[:23] + "\u3002"), (0, "后一段"), (0, FULL), (0, FULL)]
    assert texts(page(*lines))[0].endswith("\u3002")


def test_pages_of_another_shape_have_their_own_margins():
    upright = page((0, FULL), (0, FULL), (0, FULL), (0, "完。"))
    long = FULL + FULL[:18]
    lying = page((0, long), (0, long), (0, long), (0, "了。"), width=842)
    assert texts(upright, lying) == [FULL * 3 + "完。", long * 3 + "了。"]


def test_mirrored_margins_of_odd_and_even_pages():
    lines = [(2, FULL[:24]), *[(0, FULL)] * 10, (0, "完。"), (2, "一、整治"), (2, "二、宣传")]
    odd, even = page(*lines), page(*lines, left=LEFT - 30)
    one = [FULL[:24] + FULL * 10 + "完。", "一、整治", "二、宣传"]
    assert texts(odd, even, odd, even) == one * 4


def test_pages_of_short_lines_alone_are_not_mirrored():
    odd = page((0, FULL), (2, FULL[:24]), (0, "完。"), *[(2, "市商务局"), (2, "年底前")] * 5)
    even = page(*[(2, FULL[:22] + "\u3002"), (2, "市住建局"), (2, "市水利局")] * 4)
    assert texts(odd, even)[-12:] == [FULL[:22] + "\u3002", "市住建局", "市水利局"] * 4


@pytest.mark.parametrize(
    ("end", "start", "whole"),
    [("1", "1月20日前", "11月"), ("10", "0%以上", "100%"), ("8", "%", "8%"), ("GB", "T", "GB T")],
)
def test_a_number_that_a_printer_broke_is_one(end, start, whole):
    full = FULL[: 26 - (len(end) + 1) // 2] + end
    assert whole in texts(page((0, FULL), (0, full), (0, start + "完成。")))[0]
