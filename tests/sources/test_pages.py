"""Pages that are printed: PDF and OFD, their paragraphs and tables by place."""

from dataclasses import replace

import pytest

from shuangda_desktop.errors import SourceError
from shuangda_desktop.sources import read_bytes
from shuangda_desktop.sources.pages import characters
from shuangda_desktop.sources.pages import ofd as ofd_reader
from shuangda_desktop.sources.pages import pdf as pdf_reader
from shuangda_desktop.sources.pages.glyphs import Sheet, Stroke, lines_of
from shuangda_desktop.sources.pages.reflow import paragraphs_of
from shuangda_desktop.sources.pages.ruled import ruled_tables
from shuangda_desktop.text.source import BlockKind
from sources.hostile_making import scanned_pdf
from sources.making_binary import ofd, pdf
from sources.placing import FULL, LEFT, SIZE, placed, texts


def sheet(*lines, strokes=()):
    """A page of lines: (indent in characters, text) or (indent, text, size), one below the other."""
    glyphs, y = [], 120.0
    for indent, text, *size in lines:
        glyphs += placed(text, LEFT + indent * SIZE, y, *size)
        y += 28
    return Sheet(595, 842, glyphs, strokes)


def test_an_indented_line_begins_a_paragraph_and_a_full_one_goes_on():
    page = sheet((2, FULL[:24]), (0, FULL), (0, "完毕。"), (2, "下一段。"), (2, "再一段。"))
    assert texts(page) == [FULL[:24] + FULL + "完毕。", "下一段。", "再一段。"]


def test_a_line_that_ends_short_ends_its_paragraph():
    page = sheet((0, FULL), (0, "完毕。"), (0, FULL), (0, FULL), (0, "又完。"))
    assert texts(page) == [FULL + "完毕。", FULL + FULL + "又完。"]


def test_a_word_that_may_not_be_parted_leaves_a_line_short():
    page = sheet((0, FULL), (0, FULL[:22]), (0, "Infringement" + FULL[:20]), (0, FULL), (0, FULL))
    assert len(texts(page)) == 1


def test_a_mark_that_may_not_end_a_line_goes_down_with_its_word():
    opened = sheet(
        (0, FULL), (0, FULL[:24]), (0, "\u201c清风\u201d行动" + FULL[:20]), (0, FULL), (0, FULL)
    )
    assert len(texts(opened)) == 1


def test_a_paragraph_goes_on_over_the_page():
    first = sheet((2, FULL[:24]), *[(0, FULL)] * 4)
    assert texts(first, sheet((0, FULL), (0, "完。"))) == [FULL[:24] + FULL * 5 + "完。"]


def test_a_numbered_line_after_a_sentence_begins_a_paragraph():
    page = sheet(
        (0, FULL),
        (0, FULL),
        (0, FULL[:25] + "\u3002"),
        (0, "\uff08二\uff09" + FULL[:23]),
        (0, FULL),
    )
    assert len(texts(page)) == 2


def test_a_set_in_block_goes_on_below_its_own_edge():
    page = sheet(
        (0, FULL), (0, FULL), (0, FULL), (4, FULL[:22]), (4, FULL[:22]), (0, FULL), (0, "完。")
    )
    assert FULL[:22] * 2 in texts(page)[1]


def test_a_title_over_two_lines_is_one():
    page = sheet((3, "示例市打击侵权假冒工作", 22), (5, "领导小组工作要点", 22), *[(0, FULL)] * 9)
    middle = [g for g in page.glyphs if g.size == 22]
    for line_y in {g.y for g in middle}:
        assert any(g.y == line_y for g in middle)
    centred = [
        *placed("示例市打击侵权假冒工作", 298 - 121, 120, 22),
        *placed("领导小组工作要点", 298 - 88, 152, 22),
        *[g for g in page.glyphs if g.size == SIZE],
    ]
    assert texts(Sheet(595, 842, centred))[0] == "示例市打击侵权假冒工作领导小组工作要点"


def test_another_size_and_a_wide_gap_part_paragraphs():
    page = sheet((0, FULL, 18), (0, FULL), (0, FULL), (0, FULL))
    far = placed(FULL, LEFT, 700)
    assert texts(Sheet(595, 842, [*page.glyphs, *far])) == [FULL, FULL * 3, FULL]


@pytest.mark.parametrize(
    "number", ["— 3 —", "-3-", "3", "第3页", "第 3 页 共 9 页", "\u00b73\u00b7"]
)
def test_page_numbers_at_the_foot_are_no_text(number):
    page = sheet((0, FULL), (0, "完。"))
    assert texts(Sheet(595, 842, [*page.glyphs, *placed(number, 280, 800)])) == [FULL + "完。"]


def test_a_number_in_the_middle_of_a_page_is_text():
    assert texts(sheet((0, "标题。"), (0, "3"), (0, "完。"))) == ["标题。", "3", "完。"]


def test_a_title_that_runs_over_all_pages_is_no_text():
    pages = [
        Sheet(595, 842, [*sheet((0, f"第{n}段。")).glyphs, *placed("内部资料", 250, 40)])
        for n in "一二三"
    ]
    assert texts(*pages) == ["第一段。", "第二段。", "第三段。"]


def test_latin_words_are_parted_at_the_end_of_a_line_and_han_are_not():
    page = sheet((0, FULL[:22] + "ab cdefg"), (0, "hij" + FULL[:20]), *[(0, FULL)] * 3)
    assert "cdefg hij" in texts(page)[0]


def test_a_character_printed_twice_is_bold_and_wide_gaps_are_blanks():
    glyphs = [*placed("加强", 90, 100), *placed("加强", 90.5, 100), *placed("监管", 150, 100)]
    assert [line.text for line in lines_of(glyphs)] == ["加强 监管"]


def test_blanks_are_no_lines():
    assert lines_of(placed("\u3000  ", 90, 100)) == []
    assert lines_of([]) == []


def grid(xs, ys, *, without=()):
    """The rules of a table."""
    across = [Stroke(xs[0], y, xs[-1], y) for y in ys]
    down = [Stroke(x, ys[0], x, ys[-1]) for x in xs]
    return [rule for rule in [*across, *down] if rule not in without]


def test_what_stands_between_rules_is_a_row():
    glyphs = [
        *placed("序号", 100, 120),
        *placed("任务", 200, 120),
        *placed("1", 100, 160),
        *placed("甲", 200, 160),
    ]
    around = [*placed("表前。", 90, 60), *placed("表后。", 90, 300)]
    page = Sheet(595, 842, [*glyphs, *around], grid([90, 190, 400], [100, 140, 180]))
    assert list(paragraphs_of([page])) == [
        ("表前。", BlockKind.PARAGRAPH),
        ("序号\t任务", BlockKind.ROW),
        ("1\t甲", BlockKind.ROW),
        ("表后。", BlockKind.PARAGRAPH),
    ]


def test_merged_cells_have_their_text_in_their_first_field():
    rules = grid([90, 190, 400], [100, 140, 180, 220])
    rules = [r for r in rules if not (r.y0 == r.y1 == 180)] + [Stroke(190, 180, 400, 180)]
    glyphs = [
        *placed("甲", 100, 190),
        *placed("乙", 200, 160),
        *placed("丙", 200, 210),
        *placed("头", 100, 120),
    ]
    tables, left = ruled_tables(Sheet(595, 842, glyphs, rules))
    assert [text for text, _ in tables[0].rows] == ["头\t", "甲\t乙", "\t丙"]
    assert left == []


def test_a_cell_over_two_columns_stands_in_the_first():
    rules = [Stroke(90, y, 400, y) for y in (100, 140, 180)]
    rules += [Stroke(x, 100, x, 180) for x in (90, 400)] + [Stroke(190, 140, 190, 180)]
    glyphs = [*placed("两栏标题", 200, 120), *placed("甲", 100, 160), *placed("乙", 200, 160)]
    tables, _ = ruled_tables(Sheet(595, 842, glyphs, rules))
    assert [text for text, _ in tables[0].rows] == ["两栏标题\t", "甲\t乙"]


def test_lines_of_a_cell_are_one_text_where_they_are_full():
    glyphs = [
        *placed("开展农资打假行动", 192, 120),
        *placed("公布结果", 192, 138),
        *placed("市商务局", 92, 120),
        *placed("市公安局", 92, 138),
    ]
    tables, _ = ruled_tables(Sheet(595, 842, glyphs, grid([90, 190, 330], [100, 150])))
    first, second = tables[0].rows[0][0].split("\t")
    assert second == "开展农资打假行动公布结果"
    assert first.replace("\u2028", "") == "市商务局市公安局"


def test_a_line_under_a_title_is_no_table():
    page = sheet((0, "标题。"), strokes=[Stroke(90, 130, 400, 130), Stroke(90, 130, 90, 140)])
    assert texts(page) == ["标题。"]


def test_a_pdf_gives_its_paragraphs():
    first = [
        (122, 700, 16, FULL[:24]),
        (90, 672, 16, FULL),
        (90, 644, 16, "完。"),
        (280, 40, 14, "—1—"),
    ]
    source = read_bytes(pdf(first, [(122, 700, 16, "第二页。")]), "方案.pdf")
    assert source.raw == FULL[:24] + FULL + "完。\n第二页。"
    assert (source.format, source.warnings) == ("pdf", ())


def test_a_page_that_is_turned_reads_the_same():
    turned = (
        "BT /F 16 Tf 0 1 -1 0 100 90 Tm <" + "一、加强监管".encode("utf-16-be").hex() + "> Tj ET"
    )
    assert read_bytes(pdf(turned, more="/Rotate 90"), "x").raw == "一、加强监管"


def test_what_stands_askew_is_a_watermark():
    askew = (
        "BT /F 40 Tf 0.7 0.7 -0.7 0.7 200 300 Tm <" + "内部".encode("utf-16-be").hex() + "> Tj ET"
    )
    assert read_bytes(pdf([(90, 700, 16, "一、加强监管")], extra=askew), "x").raw == "一、加强监管"


def test_a_pdf_table_with_drawn_rules_becomes_rows():
    rules = "".join(f"90 {y} m 400 {y} l S " for y in (720, 690, 660))
    rules += "".join(f"{x} 660 m {x} 720 l S " for x in (90, 190)) + "399.5 660 1 60 re f "
    lines = [
        (100, 700, 12, "序号"),
        (200, 700, 12, "责任单位"),
        (100, 670, 12, "1"),
        (200, 670, 12, "市商务局"),
    ]
    source = read_bytes(pdf(lines, extra=rules), "x")
    assert source.raw == "序号\t责任单位\n1\t市商务局"


@pytest.mark.parametrize(
    ("edges", "whole"),
    [((2.0, 9.5), (0.0, 12.0)), ((-0.5, 12.2), (-0.5, 12.2)), ((3.0, 20.0), (3.0, 20.0))],
    ids=["ink", "wider", "elsewhere"],
)
def test_a_drawn_character_of_a_browser_has_the_place_of_a_whole_one(edges, whole):
    assert characters._whole_place(*edges, 0.0, 12.0) == whole


def test_a_narrow_gap_between_digits_is_a_blank():
    glyphs = [*placed("2022-06-20", 90, 100), *placed("16:42", 174, 100)]
    assert lines_of(glyphs)[0].text == "2022-06-20 16:42"


def test_text_that_the_machines_fonts_lack_is_looked_for_without_them(monkeypatch):
    lines = [[(100, 700, 12, "一、加强监管")], [(100, 700, 12, "二、强化宣传")]]
    read, fonts = [], []
    pages, restart = pdf_reader._pages, pdf_reader._restart

    def first_reading_loses_a_page(content, name):
        read.append(pages(content, name))
        return read[-1] if len(read) > 1 else [replace(read[-1][0], mute=True)]

    monkeypatch.setattr(pdf_reader, "_pages", first_reading_loses_a_page)
    monkeypatch.setattr(pdf_reader, "_restart", lambda to: (fonts.append(to), restart(to)))
    assert read_bytes(pdf(*lines), "x").raw == "一、加强监管\n二、强化宣传"
    assert (len(read), len(fonts), fonts[-1]) == (2, 2, None)


def test_a_scan_is_refused_with_what_to_do():
    with pytest.raises(SourceError, match="扫描件"):
        read_bytes(scanned_pdf(), "x")


def test_characters_without_a_code_are_told():
    private = [(90, 700, 16, "一、加强监管工作" + "\ue000")]
    source = read_bytes(pdf(private), "x")
    assert source.raw.endswith("\ufffd")
    assert "有1个字的编码缺失" in source.warnings[0]
    with pytest.raises(SourceError, match="乱码"):
        read_bytes(pdf([(90, 700, 16, "一" + "\ue000" * 9)]), "x")


def test_an_ofd_gives_its_paragraphs_in_the_order_of_the_page():
    lines = [
        (31, 60, 5.6, "下一段。"),
        (43, 30, 5.6, FULL[:24]),
        (31, 40, 5.6, FULL),
        (31, 50, 5.6, "完。"),
    ]
    source = read_bytes(ofd(lines, [(31, 30, 5.6, "第二页。")]), "方案.ofd")
    assert source.raw.split("\n")[0] == FULL[:24] + FULL + "完。"
    assert source.raw.endswith("第二页。")
    assert source.format == "ofd"


def test_an_ofd_of_pictures_is_refused():
    with pytest.raises(SourceError, match="只有图片"):
        read_bytes(ofd(""), "x")


@pytest.mark.parametrize(
    ("reader", "bound", "content"),
    [
        (pdf_reader, "_MOST_PAGES", pdf(*[[(90, 700, 16, "甲")]] * 3)),
        (pdf_reader, "MOST_CHARACTERS", pdf([(90, 700, 16, "甲乙丙")])),
        (ofd_reader, "_MOST_PAGES", ofd(*[[(20, 30, 5, "甲")]] * 3)),
        (ofd_reader, "MOST_CHARACTERS", ofd([(20, 30, 5, "甲乙丙")])),
    ],
)
def test_pages_and_their_characters_have_bounds(monkeypatch, reader, bound, content):
    assert "甲" in read_bytes(content, "x").raw
    monkeypatch.setattr(reader, bound, 2)
    with pytest.raises(SourceError, match="文字太多"):
        read_bytes(content, "x")


def test_pages_that_are_pictures_are_named():
    picture = (
        "q 500 0 0 700 50 50 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \xff EI Q "  # a picture in the page
    )
    source = read_bytes(pdf([(90, 700, 16, FULL)], picture, [(90, 700, 16, FULL)]), "x")
    assert source.raw.count("\n") <= 1
    assert source.warnings == (
        "第2页是图片\uff0c没有文字可读\uff0c没有导入这些页\uff1b请对照原件补录。",
    )


@pytest.mark.parametrize(
    ("degrees", "matrix"), [(180, "-1 0 0 -1 400 300"), (270, "0 -1 1 0 300 500")]
)
def test_pages_turned_all_ways_read_the_same(degrees, matrix):
    text = "一、加强监管".encode("utf-16-be").hex()
    content = pdf(f"BT /F 16 Tf {matrix} Tm <{text}> Tj ET", more=f"/Rotate {degrees}")
    assert read_bytes(content, "x").raw == "一、加强监管"
