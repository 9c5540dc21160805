"""How other programs than LibreOffice print a page: what is text of it, and what only looks so."""

import math

import pytest
from PySide6.QtGui import QColor, QImage

from shuangda_desktop.errors import SourceError
from shuangda_desktop.sources import read_bytes
from shuangda_desktop.sources.lines import source_of
from shuangda_desktop.sources.pages import pdf as pdf_reader
from shuangda_desktop.sources.pages.on_pages import with_pages
from shuangda_desktop.sources.pages.pdf import pages_for_recognition
from shuangda_desktop.sources.pages.scanned import NeedsRecognitionError
from shuangda_desktop.text.source import BlockKind
from sources.making_binary import pdf_of, stream
from sources.printing import Printer

LINES = [
    "为做好今年打击侵犯知识产权和制售假冒伪劣商品工作制",
    "定本方案各县区要提高认识压实责任确保各项任务落到实",
    "处取得实效对重点航线和重点商品实施精准布控严防货物",
    "进出境检查种子农药肥料经营门店依法查处制售假劣农资",
    "的行为督促平台落实主体责任清理违法商品信息完成任务。",
]
TEXT = "".join(LINES)
TITLE = "\uff08一\uff09开展2026年专项整治\uff0c抽检不少于200批次。"
PICTURE = "q 595 0 0 842 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \xff EI Q\n"
TURNED = ".7 .7 -.7 .7"


def body(printer, top=700):
    return "".join(printer.line(text, 90, top - 28 * n) for n, text in enumerate(LINES))


def read(printer, *pages, **how):
    return read_bytes(printer.pdf(*pages, **how), "方案.pdf")


@pytest.mark.parametrize(
    "printed",
    [
        lambda p: p.kerned(TITLE, 90, 700),
        lambda p: p.kerned(TITLE, 90, 700, by=-60),
        lambda p: p.line(TITLE, 90, 700, more="1 Tc"),
        lambda p: p.line(TITLE, 90, 700, more="75 Tz"),
        lambda p: p.line(TITLE, 90, 700) + p.line(TITLE, 90.4, 700),
        lambda p: p.line(TITLE, 90, 700, more="2 Tr 0.4 w"),
        lambda p: p.line(TITLE[:5], 90, 700) + p.line(TITLE[5:], 170, 700),
    ],
    ids=["kerned", "wide", "spaced", "narrow", "twice", "outlined", "in-runs"],
)
def test_a_line_reads_the_same_however_it_is_printed(printed):
    printer = Printer()
    assert read(printer, printed(printer)).raw == TITLE


def test_a_radical_in_the_table_of_a_font_is_the_character():
    printer = Printer({"一": "\u2f00", "行": "\ufa08", "月": "\u2f49", "长": "\u2ed3"})
    text = "一、行动长期开展至9月"
    assert read(printer, printer.line(text, 90, 700)).raw == text


@pytest.mark.parametrize(
    "mark",
    [
        lambda p: p.line("内部资料", 100, 600, 90, more="0.8 g"),
        lambda p: p.line("云泽市双打办", 100, 300, 40, matrix=TURNED),
        lambda p: "".join(p.line("双打办", x, 600, 20, matrix=TURNED) for x in (50, 200, 400)),
        lambda p: seal(p, 300, 620),
    ],
    ids=["large", "askew", "many", "seal"],
)
@pytest.mark.parametrize("first", [True, False])
def test_a_watermark_is_no_text(mark, first):
    printer = Printer()
    parts = [mark(printer), body(printer)]
    assert read(printer, "".join(parts if first else reversed(parts))).raw == TEXT


@pytest.mark.parametrize("begin", [120, 144, 162])
def test_a_seal_below_the_text_is_no_text_where_its_words_stand_upright(begin):
    printer = Printer()
    drawn = body(printer) + printer.line("2031年3月5日", 300, 470) + seal(printer, 420, 330, begin)
    assert read(printer, drawn).raw == TEXT + "\n2031年3月5日"


def test_characters_between_marks_askew_are_text():
    printer = Printer()
    marks = [printer.line("双打办", x, 300, 20, matrix=TURNED) for x in (50, 400)]
    drawn = marks[0] + printer.line("二★", 90, 500) + marks[1]
    assert read(printer, drawn).raw == "二★"


def seal(printer, x, y, begin=120):
    """The words of a seal, around a star."""
    drawn = printer.line("★", x - 15, y - 10, 30, more="1 0 0 rg")
    for number, char in enumerate("云泽省打击侵权假冒工作领导小"):
        angle = math.radians(begin - number * 17)
        turn = (math.sin(angle), -math.cos(angle), math.cos(angle), math.sin(angle))
        matrix = " ".join(f"{each:.4f}" for each in turn)
        at = round(x + 50 * math.cos(angle)), round(y + 50 * math.sin(angle))
        drawn += printer.line(char, *at, 10, matrix=matrix)
    return drawn


@pytest.mark.parametrize(
    "mark",
    [
        lambda p: p.line("机密", 100, 600, 90, more="0.8 g"),
        lambda p: p.line("秘 密", 100, 300, 90, matrix=TURNED),
        lambda p: (
            p.line("秘密", 60, 300, 40, matrix=TURNED) + p.line("秘密", 300, 300, 40, matrix=TURNED)
        ),
    ],
    ids=["large", "askew", "two"],
)
def test_a_watermark_of_secrecy_is_a_mark(mark):
    printer = Printer()
    with pytest.raises(SourceError, match="标有密级"):
        read(printer, body(printer) + mark(printer))


def test_the_head_of_several_offices_stands_in_lines():
    printer = Printer()
    head = (
        printer.line("云泽市市场监督管理局", 90, 780, 30)
        + printer.line("云泽市公安局", 90, 740, 30)
        + printer.line("文件", 430, 760, 40)
    )
    lines = read(printer, head + body(printer, 600)).raw.split("\n")
    assert lines == ["云泽市市场监督管理局", "文件", "云泽市公安局", TEXT]


def chance(first):
    """A table that tells a wrong character for each: wrong ones that follow one another."""
    return {char: chr(first + 97 * n) for n, char in enumerate(dict.fromkeys(TEXT))}


def of_its_own():
    """A table that tells characters of the text itself, but others."""
    known = list(dict.fromkeys(TEXT))
    return {char: known[(7 * n + 3) % len(known)] for n, char in enumerate(known)}


@pytest.mark.parametrize(
    "told",
    [chance(0x4E00), chance(0xA1), of_its_own()],
    ids=["rare-characters", "no-han", "one-off"],
)
def test_a_font_that_tells_wrong_characters_is_not_believed(told, monkeypatch):
    printer = Printer(told)
    content = printer.pdf(body(printer) + body(printer, 500).replace("90", "91"))
    with pytest.raises(SourceError, match="读出来是乱码"):
        read_bytes(content, "x")
    monkeypatch.setattr("shuangda_desktop.sources.pages.legible.can_recognise", lambda: True)
    with pytest.raises(NeedsRecognitionError):
        read_bytes(content, "x")


def test_a_page_whose_font_tells_wrong_characters_is_left_out_and_told(monkeypatch):
    right, wrong = Printer(), Printer(chance(0x4E00))
    contents = [right.pdf(body(right), body(right, 500)), wrong.pdf(body(wrong))]
    pages = [page for content in contents for page in pdf_reader._pages(content, "x")]
    monkeypatch.setattr(pdf_reader, "can_recognise", lambda: False)
    monkeypatch.setattr(pdf_reader, "_pages", lambda content, name: pages)
    source = read_bytes(contents[0], "x")
    assert source.raw.replace("\n", "") == TEXT * 2
    assert source.warnings[0].startswith("第3页的字体没有文字编码或编码是错的")


def test_a_page_with_an_address_alone_is_not_gibberish():
    printer = Printer()
    address = printer.line("https://gov.example.cn/2026/plan/notice/long/path.html", 90, 600)
    assert read(printer, body(printer), address).warnings == ()


def test_text_without_a_table_or_drawn_is_not_there():
    printer = Printer()
    with pytest.raises(SourceError, match=r"没有文字可取|读出来是乱码"):
        read(printer, body(printer), mapped=False)
    with pytest.raises(SourceError, match="没有文字可取"):
        read(Printer(), "10 10 m 20 20 40 40 50 10 c S\n" * 300)


def test_text_that_a_scanner_put_below_its_picture_is_told():
    printer = Printer()
    unseen = body(printer).replace("BT", "BT 3 Tr")
    source = read(printer, PICTURE + unseen)
    assert source.raw == TEXT
    assert "由扫描软件识别" in source.warnings[0]
    assert read(printer, unseen).warnings == ()  # no picture: nobody recognised it


def test_pages_that_say_nothing_right_are_recognised_as_pictures(monkeypatch):
    monkeypatch.setattr(pdf_reader, "_picture", lambda page, scale: "picture")
    right, wrong = Printer(), Printer(chance(0x4E00))
    pages = {name: p.pdf(body(p)) for name, p in (("right", right), ("wrong", wrong))}
    got = {name: list(pages_for_recognition(c, "x", 1, 9)) for name, c in pages.items()}
    assert got["wrong"] == ["picture"]
    assert len(got["right"][0].glyphs) == len(TEXT)


def test_rules_in_a_form_are_rules():
    """Stamping programs wrap a page into a form that is drawn at another place and size."""
    printer = Printer()
    cells = [("序号", 60, 200), ("单位", 120, 200), ("1", 60, 170), ("市商务局", 120, 170)]
    text = "".join(printer.line(word, x, y, 10) for word, x, y in cells)
    rules = "".join(f"50 {y} m 200 {y} l S " for y in (215, 190, 160))
    rules += "".join(f"{x} 160 m {x} 215 l S " for x in (50, 110, 200))
    inner = stream(
        rules + text,
        "/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Matrix[2 0 0 2 9 9]"
        "/Resources<</Font<</F 3 0 R>>>>",
    )
    plain = printer.pdf("q 1 0 0 1 20 30 cm /X Do Q", resources="/XObject<</X 9 0 R>>")
    at = plain.index(b"xref")
    objects = [part.split(b"obj\n", 1)[1] for part in plain[:at].split(b"\nendobj\n")[:-1]]
    assert read_bytes(pdf_of([*objects, inner]), "x").raw == "序号\t单位\n1\t市商务局"


def test_each_block_of_a_pdf_knows_its_page_and_the_page_can_be_shown():
    printer = Printer()
    foot = printer.line("— 1 —", 280, 30)
    content = printer.pdf(
        body(printer) + foot,
        printer.line("第二条整治农资市场。", 122, 700) + foot,
        printer.line("完。", 122, 700),
    )
    source = read_bytes(content, "x")
    assert [block.page for block in source.blocks] == [1, 2, 2]  # two characters find no page
    shown = QImage.fromData(pdf_reader.picture_of_page(content, "x", 1, 1400))
    assert (shown.height(), shown.width()) == (1400, 990)
    blank = QImage.fromData(pdf_reader.picture_of_page(content, "x", 3, 140))
    assert shown.pixelColor(5, 5) == blank.pixelColor(5, 5) == QColor("white")
    with pytest.raises(SourceError, match="请"):
        pdf_reader.picture_of_page(content, "x", 9, 1400)


def test_a_page_is_not_looked_for_far_behind_the_pages_before_it():
    texts = [TEXT, "第二页的文字", *[TEXT[:99]] * 30, "内部资料"]
    source = source_of([(text, BlockKind.PARAGRAPH) for text in texts], b"", "x", "pdf")
    found = with_pages(source, [[TEXT[:20]], ["内部资料", "第二页的文字"]])
    assert [block.page for block in found.blocks] == [1, *[2] * 32]
