"""Scans and photos: what the engine saw becomes a document, and what it may have missed is told."""

import io
import json

import pytest

from shuangda_desktop.errors import SourceError
from shuangda_desktop.sources import read_bytes
from shuangda_desktop.sources.border.answer import (
    packed,
    packed_picture,
    unpacked,
    unpacked_picture,
)
from shuangda_desktop.sources.lines import source_of
from shuangda_desktop.sources.pages import ocr
from shuangda_desktop.sources.pages.ocr import (
    Missed,
    Seen,
    doubts,
    sheet_of,
    with_doubts,
)
from shuangda_desktop.sources.pages.on_pages import with_pages
from shuangda_desktop.sources.pages.reflow import paragraphs_of
from shuangda_desktop.sources.pages.scanned import NeedsRecognitionError, can_recognise
from shuangda_desktop.text.mapped import Span
from shuangda_desktop.text.source import BlockKind, Unsure

PNG = b"\x89PNG\r\n\x1a\n" + bytes(64)
NO_EXTRA = "the optional extra for scans is not installed"


def seen(text, top, left=150.0, size=30.0, score=0.99):
    """A line of type of 30 dots, in a box a little higher."""
    return Seen(text, left, top, left + size * len(text), top + 33, score)


PAGE = [
    seen("云河市打击侵权假冒工作方案", 100, 600.0),
    seen("一、整治市场", 200, 210.0),
    seen(
        "(一)查办案件。对群众反映强烈的商品开展监督检查和抽样检验,依法查处侵权行为,督促各类",
        245,
        210.0,
    ),
    seen("市场开办者落实责任。(市市场监管局负责)", 290),
    seen("(二)开展宣传。(市委宣传部负责)", 335, 210.0),
]


def no_ink(band):
    del band
    return 0.0


def test_what_was_seen_becomes_paragraphs():
    lines = [text for text, _ in paragraphs_of([sheet_of(PAGE, 1653, 2339)])]
    assert lines[1] == "一、整治市场"
    assert lines[2].startswith("(一)查办案件。")
    assert lines[2].endswith("督促各类市场开办者落实责任。(市市场监管局负责)")


def test_sizes_that_are_nearly_the_usual_one_are_the_usual_one():
    sizes = {
        glyph.size for glyph in sheet_of([*PAGE, seen("局)", 380, size=33.0)], 1653, 2339).glyphs
    }
    assert len(sizes) == 1
    assert (
        len({g.size for g in sheet_of([*PAGE, seen("大标题", 20, size=80.0)], 1653, 2339).glyphs})
        == 1
    )


def test_an_empty_page_holds_nothing():
    assert not sheet_of([], 1653, 2339).glyphs
    assert list(doubts(1, [], no_ink)) == []


def test_ink_between_two_lines_is_a_line_that_may_be_lost():
    gap = [*PAGE[:3], seen("市场开办者落实责任。", 335)]
    asked = []

    def ink(band):
        asked.append(band)
        return 0.05 if band[3] == 335 else 0.0

    told = list(doubts(2, gap, ink))
    assert [(one.code, one.line) for one in told] == [("lost-line", PAGE[2].text)]
    assert told[0].message.startswith(
        "第2页\u201c法查处侵权行为\uff0c督促各类\u201d之后有没有识别出来的内容"
    )
    assert all(bottom > top for _, top, _, bottom in asked)


def test_an_empty_band_is_no_lost_line():
    assert list(doubts(1, [*PAGE[:3], seen("市场开办者落实责任。", 335)], no_ink)) == []


def test_lines_the_engine_is_unsure_of_are_told():
    told = list(doubts(3, [seen("模糊的一行字", 100, score=0.5), PAGE[1]], no_ink))
    message = "第3页\u201c模糊的一行字\u201d这一行识别把握不大\uff0c请对照原件核对。"
    assert told == [Missed("unsure-line", "模糊的一行字", message)]


def test_doubts_stand_at_their_lines_and_travel_with_the_document():
    lines = [(text, BlockKind.PARAGRAPH) for text in ("标题", "市场开办者落实责任和有关义务", "完")]
    source = source_of(lines, b"", "a.pdf", "pdf", ["可能有错字。"])
    missed = [
        Missed("unsure-line", "标题", "不大。"),
        Missed("lost-line", "市场开办者落实责任和有关义务", "漏了。"),
        Missed("unsure-line", "改了样子的一行", "找不到。"),
    ]
    placed = with_doubts(source, missed)
    assert placed.doubts == (
        Unsure("unsure-line", Span(0, 2), "不大。"),
        Unsure("lost-line", Span(5, 17), "漏了。"),
    )
    assert placed.warnings == ("可能有错字。", "找不到。")
    assert unpacked(packed(placed), "a.pdf").doubts == placed.doubts


@pytest.mark.parametrize("doubts", [None, [1], [["x", 1, 2]], [["x", "1", 2, "y"]]])
def test_doubts_that_are_none_are_no_answer(doubts):
    form = json.loads(packed(source_of([("甲", BlockKind.PARAGRAPH)], b"", "a", "pdf")))
    with pytest.raises(ValueError, match="no answer"):
        unpacked(json.dumps(form | {"doubts": doubts}).encode(), "a")


def test_each_block_knows_its_page():
    lines = [(text, BlockKind.PARAGRAPH) for text in ("标题", "一、甲", "二、乙", "三、丙")]
    source = with_pages(
        source_of(lines, b"", "a.pdf", "pdf"), [["标题"], ["— 2 —", "二、乙"], ["没有找到"]]
    )
    assert [block.page for block in source.blocks] == [1, 1, 2, 2]
    again = unpacked(packed(source), "a.pdf")
    assert [block.page for block in again.blocks] == [1, 1, 2, 2]


def test_pages_without_words_are_passed_over():
    lines = [(text, BlockKind.PARAGRAPH) for text in ("标题", "二、乙")]
    source = with_pages(source_of(lines, b"", "a.pdf", "pdf"), [["标题"], [], ["二、乙"]])
    assert [block.page for block in source.blocks] == [1, 3]


def test_a_picture_needs_recognition_and_says_what_to_do():
    with pytest.raises(NeedsRecognitionError, match=r"\[ocr\]") as told:
        read_bytes(PNG, "a.png")
    assert told.value.pages == 1


def test_that_recognition_is_needed_travels_with_its_pages():
    with pytest.raises(NeedsRecognitionError, match="扫描件") as told:
        unpacked(packed(NeedsRecognitionError(7)), "a.pdf")
    assert told.value.pages == 7


def test_a_picture_travels_as_one_line():
    assert unpacked_picture(packed_picture(PNG)) == PNG
    with pytest.raises(SourceError, match="没有"):
        unpacked_picture(packed(SourceError("没有这一页。")))
    with pytest.raises(ValueError, match="no picture"):
        unpacked_picture(b"[]\n")


class FakePicture:
    """A page as Pillow would give it."""

    size = (1653, 2339)

    def crop(self, box):
        self.box = box
        return self

    def convert(self, mode):
        assert mode == "L"
        return self

    def histogram(self):
        return [1] * 256


class FakeResult:
    txts = ("下面一行", " ", "上面一行")
    boxes = tuple([(9, y), (300, y + 1), (300, y + 33), (9, y + 32)] for y in (90, 60, 20))
    scores = (0.9, 0.1, 0.8)


class NoResult:
    txts = None


@pytest.fixture
def numpy(monkeypatch):
    """Pictures are handed to the engine as numbers; a fake one takes them as they are."""

    class Numbers:
        @staticmethod
        def asarray(page):
            return FakeNumbers()

    class FakeNumbers:
        def __getitem__(self, places):
            return self

    monkeypatch.setattr(ocr, "import_module", lambda name: {"numpy": Numbers}[name])


def test_lines_come_from_top_to_bottom(numpy):
    found = ocr._seen(lambda picture: FakeResult, FakePicture())
    assert [(line.text, line.top, line.bottom) for line in found] == [
        ("上面一行", 20.0, 53.0),
        ("下面一行", 90.0, 123.0),
    ]
    assert ocr._seen(lambda picture: NoResult, FakePicture()) == []


def test_the_share_of_dark_dots():
    assert ocr._ink(FakePicture(), (1.4, 2.0, 3.0, 9.6)) == 0.5


@pytest.mark.slow
@pytest.mark.skipif(not can_recognise(), reason=NO_EXTRA)
class TestEngine:
    """With the extra, on a page drawn here."""

    def page(self, file_format):
        from PIL import Image, ImageDraw, ImageFont

        face = ImageFont.truetype("NotoSansCJK-Regular.ttc", 34)
        image = Image.new("RGB", (1653, 900), "white")
        draw = ImageDraw.Draw(image)
        for at, line in enumerate(("一、整治市场", "(一)开展检查。(市公安局负责)")):
            draw.text((200, 150 + 80 * at), line, fill="black", font=face)
        buffer = io.BytesIO()
        image.save(buffer, file_format)
        return buffer.getvalue()

    @pytest.mark.parametrize("file_format", ["PNG", "JPEG", "BMP", "TIFF", "PDF"])
    def test_a_page_is_read_and_shown(self, file_format, tmp_path):
        from shuangda_desktop.sources.border.worker import page_picture, read_guarded

        path = tmp_path / "scan"
        path.write_bytes(self.page(file_format))
        source = read_guarded(path)
        assert "整治市场" in source.raw
        assert "市公安局负责" in source.raw
        assert {block.page for block in source.blocks} == {1}
        assert "识别" in source.warnings[0]
        assert page_picture(source.content, "scan", 1).startswith(b"\x89PNG")
