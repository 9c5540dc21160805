"""OFD documents (GB/T 33190): characters come with their places, as in a PDF."""

import ofdkit
from ofdkit.document import Page, TextRun

from shuangda_desktop.errors import SourceError
from shuangda_desktop.sources.border.gate import open_container
from shuangda_desktop.sources.border.guard import told_in_words
from shuangda_desktop.sources.lines import MOST_CHARACTERS, source_of, too_long
from shuangda_desktop.sources.pages.glyphs import Glyph, Sheet
from shuangda_desktop.sources.pages.reflow import paragraphs_of
from shuangda_desktop.sources.pages.sidebar import told_of, without_bars
from shuangda_desktop.sources.pages.watermarks import refuse_secret_marks, without_watermarks
from shuangda_desktop.text.punctuation import widen
from shuangda_desktop.text.source import SourceText

_MOST_PAGES = 1_000
_MILLIMETRE = 72 / 25.4  # points
_PICTURE = (
    "这个OFD文件里只有图片,没有文字可读。请先用文字识别软件转成文字,再粘贴导入,"
    "或另存为.docx后导入。"
)


def read_ofd(content: bytes, name: str) -> SourceText:
    """The text of an .ofd file."""
    with open_container(content) as archive:
        declared = archive.infolist()
    if len(declared) > _MOST_PAGES * 5:
        raise too_long()
    with told_in_words(name, ofdkit.OFDError), ofdkit.open(content) as document:
        if len(document.pages) > _MOST_PAGES:
            raise too_long()
        sheets = [_sheet(page) for page in document.pages]
    characters = sum(len(sheet.glyphs) for sheet in sheets)
    if characters > MOST_CHARACTERS:
        raise too_long()
    if not characters:
        raise SourceError(widen(_PICTURE))
    refuse_secret_marks(sheets)
    sheets, links = without_bars(sheets)
    warnings = [widen(told_of(links))] if links else []
    return source_of(paragraphs_of(sheets), content, name, "ofd", warnings)


def _sheet(page: Page) -> Sheet:
    left, top, width, height = page.box
    glyphs = [glyph for run in page.runs for glyph in _glyphs(run, left, top)]
    return without_watermarks(Sheet(width * _MILLIMETRE, height * _MILLIMETRE, glyphs))


def _glyphs(run: TextRun, left: float, top: float) -> list[Glyph]:
    """The characters of a run, each with its share of the run's width."""
    weights = [0.5 if char < "\u2e80" else 1.0 for char in run.text]
    unit = run.width / max(sum(weights), 0.5) * _MILLIMETRE
    glyphs, at = [], (run.x - left) * _MILLIMETRE
    for char, weight in zip(run.text, weights, strict=True):
        end = at + weight * unit
        y, size = (run.y - top) * _MILLIMETRE, max(run.size * _MILLIMETRE, 1.0)
        glyphs.append(Glyph(char, at, end, y, size))
        at = end
    return glyphs
