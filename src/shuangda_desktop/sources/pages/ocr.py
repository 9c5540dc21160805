"""Text of scans and photos, recognised on this machine; only with the extra shuangda-desktop[ocr].

rapidocr brings its models in its wheel (detection, direction and recognition of PP-OCR, 31 MB), so that
nothing is fetched. Measured on two cores: 2 s to load, 8 CPU seconds and 0.9 GB for a page of 200 dpi.
What the engine may have missed is told: bands of ink between two lines, and lines it is unsure of.
Runs in the worker alone.
"""

import io
import statistics
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from importlib import import_module
from typing import IO, Protocol, cast

from shuangda_desktop.errors import SourceError
from shuangda_desktop.sources.border.guard import broken
from shuangda_desktop.sources.border.sniff import Kind, kind_of
from shuangda_desktop.sources.lines import source_of, too_long
from shuangda_desktop.sources.pages.glyphs import Glyph, Sheet
from shuangda_desktop.sources.pages.on_pages import with_pages
from shuangda_desktop.sources.pages.pdf import pages_for_recognition, picture_of_page
from shuangda_desktop.sources.pages.reflow import paragraphs_of
from shuangda_desktop.sources.pages.sidebar import told_of, without_bars
from shuangda_desktop.text.lines import width
from shuangda_desktop.text.mapped import Span
from shuangda_desktop.text.punctuation import widen
from shuangda_desktop.text.source import SourceText, Unsure

Band = tuple[float, float, float, float]  # left, top, right, bottom in dots
Ink = Callable[[Band], float]  # the share of dark dots in a band of a page, 0 to 1

MOST_PAGES = 100
_DOTS = 200  # dots an inch: enough for type of 10 points, and 300 finds no more
_POINTS = 72 / _DOTS
_LONGEST_SIDE = 3600  # dots; larger photos are made smaller
_MOST_DOTS = 80_000_000  # of one picture; more is no photo of a page
_UNSURE = 0.85
_MOST_TOLD = 12  # characters of a line, to find it on the page
_DARK = 128  # of 255
_INK = 0.01  # share of dark dots in a band between two lines that may be a lost line
_BAND = 0.7  # of the size of type: a lower band holds no line
_LIKE = (0.72, 1.35)  # sizes within these shares of the usual one are the usual one
_FROM_BASE = 0.15  # of the height: how far the baseline is above the lower edge of a box
_SHOWN = 1400  # dots: the longer side of a picture that is shown beside the text
_RECOGNISED = "这份文件是扫描件或图片,文字由程序识别,可能有错字;请对照原件核对后再分解。"
_MARKS = "\uff0c,;\uff1b\u3002 "
_LOST_LINE = "第{}页“{}”之后有没有识别出来的内容,可能漏了一行,请对照原件补录。"
_UNSURE_LINE = "第{}页“{}”这一行识别把握不大,请对照原件核对。"


class Picture(Protocol):
    """What is used of a picture of Pillow."""

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in dots."""

    def crop(self, box: tuple[int, int, int, int]) -> "Picture":
        """A part of it."""

    def convert(self, mode: str) -> "Picture":
        """The picture in other colours."""

    def histogram(self) -> list[int]:
        """How many dots have each shade."""

    def thumbnail(self, size: tuple[int, int]) -> None:
        """Make it smaller where it is larger."""

    def save(self, to: IO[bytes], format_name: str) -> None:
        """Write it."""


class Result(Protocol):
    """What is used of an answer of rapidocr; all three are None for an empty page."""

    txts: Sequence[str] | None
    boxes: Sequence[Sequence[Sequence[float]]]
    scores: Sequence[float]


Engine = Callable[[object], Result]


@dataclass(frozen=True, slots=True)
class Seen:
    """A line that was recognised: its text, its box in dots, and how sure the engine is (0 to 1)."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    score: float


@dataclass(frozen=True, slots=True)
class Missed:
    """A doubt about a line, or about what follows it, before the line has its place in the text."""

    code: str
    line: str
    message: str


def read_recognised(content: bytes, name: str) -> SourceText:
    """The document in a scan or a photo."""
    engine = _engine()
    sheets: list[Sheet] = []
    warnings = [widen(_RECOGNISED)]
    starts: list[Sequence[str]] = []  # the lines of each page
    found: list[Missed] = []
    for number, page in enumerate(_pages(content, name), start=1):
        if isinstance(page, Sheet):
            sheets.append(page)
            starts.append(["".join(glyph.text for glyph in page.glyphs[:6])])
            continue
        seen = _seen(engine, page)
        sheets.append(sheet_of(seen, *page.size))
        starts.append([line.text for line in seen])
        found += doubts(number, seen, partial(_ink, page))
    kind = "pdf" if kind_of(content) is Kind.PDF else "picture"
    sheets, links = without_bars(sheets)
    warnings += [widen(told_of(links))] if links else []
    source = source_of(paragraphs_of(sheets), content, name, kind, warnings)
    return with_doubts(with_pages(source, [_kept(page, links) for page in starts]), found)


def _kept(lines: Sequence[str], links: Sequence[str]) -> list[str]:
    """The lines of a page without those that were left out of the text."""
    return [line for line in lines if line not in links]


def picture_of(content: bytes, name: str, number: int) -> bytes:
    """Page ``number`` (from 1) as a PNG of moderate size, to be shown beside the text."""
    if kind_of(content) is Kind.PDF:
        return picture_of_page(content, name, number, _SHOWN)
    for at, page in enumerate(_photos(content, name), start=1):
        if at == number:
            page.thumbnail((_SHOWN, _SHOWN))
            buffer = io.BytesIO()
            page.convert("L").save(buffer, "PNG")
            return buffer.getvalue()
    raise broken(name)


def sheet_of(seen: Sequence[Seen], across: float, down: float) -> Sheet:
    """The lines as a page in points; sizes that are nearly the usual one are made the usual one."""
    sizes = [_size(line) for line in seen]
    usual = statistics.median(sizes) if sizes else 0.0
    glyphs: list[Glyph] = []
    for line, size in zip(seen, sizes, strict=True):
        like = usual * _LIKE[0] <= size <= usual * _LIKE[1]
        glyphs += _glyphs(line, (usual if like else size) * _POINTS)
    return Sheet(across * _POINTS, down * _POINTS, glyphs)


def _glyphs(line: Seen, size: float) -> Iterator[Glyph]:
    """The characters of a line, each with its share of the line's width."""
    base = (line.bottom - (line.bottom - line.top) * _FROM_BASE) * _POINTS
    share = (line.right - line.left) * _POINTS / max(0.5, width(line.text))
    at = line.left * _POINTS
    for char in line.text:
        end = at + width(char) * share
        yield Glyph(char, at, end, base, size)
        at = end


def doubts(number: int, seen: Sequence[Seen], ink: Ink) -> Iterator[Missed]:
    """What the engine may have missed on a page, and lines it is unsure of, from top to bottom."""
    lost = list(_before_ink(seen, ink))
    for line in seen:
        if line.score < _UNSURE:
            words = line.text[:_MOST_TOLD].strip(_MARKS)
            yield Missed("unsure-line", line.text, widen(_UNSURE_LINE.format(number, words)))
        if line in lost:
            words = line.text[-_MOST_TOLD:].strip(_MARKS)
            yield Missed("lost-line", line.text, widen(_LOST_LINE.format(number, words)))


def with_doubts(source: SourceText, missed: Iterable[Missed]) -> SourceText:
    """The document with these doubts at their lines; what has no place any more is a warning."""
    placed: list[Unsure] = []
    warnings, at = list(source.warnings), 0
    for one in missed:
        found = source.raw.find(one.line, at)
        if found < 0:
            warnings.append(one.message)
            continue
        end = found + len(one.line)
        first = max(found, end - _MOST_TOLD) if one.code == "lost-line" else found
        placed.append(Unsure(one.code, Span(first, end), one.message))
        at = found
    return replace(source, warnings=tuple(warnings), doubts=tuple(placed))


def _before_ink(seen: Sequence[Seen], ink: Ink) -> Iterator[Seen]:
    """Lines below which, and above the next one, there is something that was not read."""
    if not seen:
        return
    left, right = min(line.left for line in seen), max(line.right for line in seen)
    lowest = seen[0].bottom
    for line, after in zip(seen, [*seen[1:], None], strict=True):
        lowest = max(lowest, line.bottom)
        if after is None:
            return
        high = after.top - lowest
        if high >= _BAND * _size(line) and ink((left, lowest, right, after.top)) >= _INK:
            yield line


def _size(line: Seen) -> float:
    """The size of type: by the width of the text where it is long, else by the height of its box."""
    high = line.bottom - line.top
    by_width = (line.right - line.left) / max(1.0, width(line.text))
    return min(max(by_width, high * 0.6), high * 1.1)


def _engine() -> Engine:
    made = import_module("rapidocr").RapidOCR(params={"Global.log_level": "critical"})
    return cast(Engine, made)


def _seen(engine: Engine, page: Picture) -> list[Seen]:
    """What stands on a page, from top to bottom."""
    result = engine(import_module("numpy").asarray(page)[:, :, ::-1])
    if result.txts is None:
        return []
    found = [
        Seen(
            text,
            min(float(x) for x, _ in box),
            min(float(y) for _, y in box),
            max(float(x) for x, _ in box),
            max(float(y) for _, y in box),
            float(score),
        )
        for text, box, score in zip(result.txts, result.boxes, result.scores, strict=True)
    ]
    return sorted((line for line in found if line.text.strip()), key=lambda line: line.bottom)


def _ink(page: Picture, band: Band) -> float:
    left, top, right, bottom = map(round, band)
    cut = page.crop((left, top, right, bottom)).convert("L")
    dots = cut.histogram()
    return sum(dots[:_DARK]) / max(1, sum(dots))


def _pages(content: bytes, name: str) -> Iterator[Sheet | Picture]:
    """Each page: a Sheet where the document holds its text, a picture (RGB) where it does not."""
    if kind_of(content) is Kind.PDF:
        pages = pages_for_recognition(content, name, _DOTS / 72, MOST_PAGES)
        yield from cast(Iterator[Sheet | Picture], pages)
    else:
        yield from _photos(content, name)


def _photos(content: bytes, name: str) -> Iterator[Picture]:
    image, sequence = import_module("PIL.Image"), import_module("PIL.ImageSequence")
    turned = import_module("PIL.ImageOps").exif_transpose
    try:
        with image.open(io.BytesIO(content)) as opened:
            for number, frame in enumerate(sequence.Iterator(opened)):
                if number >= MOST_PAGES or frame.width * frame.height > _MOST_DOTS:
                    raise too_long()
                page = turned(frame).convert("RGB")
                page.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
                yield page
    except SourceError:
        raise
    except (OSError, ValueError, SyntaxError, image.DecompressionBombError) as error:
        raise broken(name) from error
