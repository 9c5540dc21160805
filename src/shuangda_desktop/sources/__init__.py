"""Documents in: bytes of a file become a SourceText. Errors are SourceError, in whole sentences."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from shuangda_desktop.errors import SourceError
from shuangda_desktop.sources.border.disk import content_of
from shuangda_desktop.sources.border.guard import broken, told_in_words
from shuangda_desktop.sources.border.secret import refuse_secret
from shuangda_desktop.sources.border.sniff import READ, Kind, kind_of
from shuangda_desktop.sources.lines import MOST_CHARACTERS, MOST_LINES, source_of, too_long
from shuangda_desktop.sources.markup.web import page_of
from shuangda_desktop.sources.pages.scanned import NeedsRecognitionError
from shuangda_desktop.sources.plain import decode, normalise
from shuangda_desktop.sources.sheets.grid import lines_of
from shuangda_desktop.sources.sheets.parted import grid_of_parted
from shuangda_desktop.text.punctuation import widen
from shuangda_desktop.text.source import SourceText, blocks_of

__all__ = ["PASTED", "read", "read_bytes", "read_html", "read_scan", "read_text"]

PASTED = "粘贴的文字"
_LOST = "\ufffd"
_MOST_LOST = 0.5  # share of the characters that may be lost; pastes come with fewer still
_EMPTY = "里没有文字,没有导入任何内容。请确认选对了文件。"
_READERS = {  # (module, function): a reader is loaded when a file of its kind arrives
    Kind.WORD: ("word.word", "read_word"),
    Kind.PAGE: ("markup.web", "read_page"),
    Kind.OLD_WORD: ("word.old_word", "read_old_word"),
    Kind.RICH_TEXT: ("markup.rich", "read_rich"),
    Kind.MAIL_PAGE: ("markup.archive", "read_archive"),
    Kind.PDF: ("pages.pdf", "read_pdf"),
    Kind.OFD: ("pages.ofd", "read_ofd"),
    Kind.SHEET: ("sheets.sheet", "read_sheet"),
    Kind.OLD_SHEET: ("sheets.old_sheet", "read_old_sheet"),
}

Reader = Callable[[bytes, str], SourceText]


def read(path: Path) -> SourceText:
    """The document in a file, whatever its name says it is."""
    return read_bytes(content_of(path), path.name)


def read_bytes(content: bytes, name: str) -> SourceText:
    """The document in the bytes of a file of that name."""
    kind = kind_of(content)
    if kind is Kind.PICTURE:
        raise NeedsRecognitionError(1)
    if kind not in READ:
        raise SourceError(kind.refusal)
    with told_in_words(name):
        source = _reader(kind)(content, name)
    return _checked(source)


def read_scan(path: Path) -> SourceText:
    """The document in a scan or a photo, recognised; takes seconds for each page."""
    from shuangda_desktop.sources.pages.ocr import read_recognised

    content = content_of(path)
    with told_in_words(path.name):
        source = read_recognised(content, path.name)
    return _checked(source)


def read_text(pasted: str, name: str = PASTED) -> SourceText:
    """The document that the clerk pasted."""
    raw = normalise(pasted)
    digest = hashlib.sha256(raw.encode("utf-8", "surrogatepass")).hexdigest()
    return _checked(_with_rows(SourceText(raw, blocks_of(raw), name, digest, "paste")))


def read_html(html: str, name: str = PASTED) -> SourceText:
    """The document that the clerk copied in a browser or in an office program, with its tables."""
    content = html.encode("utf-8", "replace")
    with told_in_words(name):
        source = page_of(html, content, name, "utf-8")
    return _checked(replace(source, content=b"", format="paste"))


def _reader(kind: Kind) -> Reader:
    if kind not in _READERS:
        return _read_plain
    module, function = _READERS[kind]
    reader: Reader = getattr(import_module(f"{__name__}.{module}"), function)
    return reader


def _read_plain(content: bytes, name: str) -> SourceText:
    decoded = decode(content)
    plain = SourceText(
        raw=decoded.text,
        blocks=blocks_of(decoded.text),
        name=name,
        sha256=hashlib.sha256(content).hexdigest(),
        format="txt",
        encoding=decoded.encoding,
        content=content,
        warnings=decoded.warnings,
    )
    return _with_rows(plain)


def _with_rows(source: SourceText) -> SourceText:
    """The text with its lines as rows of cells, where it is a table that was saved as text."""
    grid = grid_of_parted(source.raw)
    if grid is None:
        return source
    table = source_of(lines_of([grid]), b"", "", "")
    return replace(source, raw=table.raw, blocks=table.blocks)


def _checked(source: SourceText) -> SourceText:
    if len(source.raw) > MOST_CHARACTERS or len(source.blocks) > MOST_LINES:
        raise too_long()
    if source.raw.count(_LOST) > len(source.raw) * _MOST_LOST:
        raise broken(source.name)
    if not source.raw.strip():
        raise SourceError(widen(f"“{source.name}”{_EMPTY}"))
    refuse_secret(source.raw)
    return source
