"""Word documents of before 2007, and those of WPS (.doc, .wps).

A converter gives the new form with automatic numbers, tables and tracked changes. It is strict, so
what it refuses is read by the piece table, and the clerk is told what that cannot know.
"""

import io
import re
from pathlib import Path
from tempfile import TemporaryDirectory

import doc2docx
import olefile
from doc2docx.errors import Doc2DocxError

from shuangda_desktop.errors import SourceError
from shuangda_desktop.sources.border.gate import refuse
from shuangda_desktop.sources.border.guard import FAULTS
from shuangda_desktop.sources.border.secret import refuse_secret
from shuangda_desktop.sources.border.sniff import Kind
from shuangda_desktop.sources.lines import Line, source_of
from shuangda_desktop.sources.word.pieces import ENCRYPTED, SECOND_TABLE, flags_of, lines_of
from shuangda_desktop.sources.word.word import read_word
from shuangda_desktop.text.chars import HAN
from shuangda_desktop.text.punctuation import widen
from shuangda_desktop.text.source import SourceText

_CLASS = slice(8, 24)  # of the header; WPS leaves its name there, the converter wants zeros
_LEAST_KEPT = 0.97  # of the Han characters; with fewer the conversion lost text
_PLAIN = (
    "这份旧格式文档的版式没有完全读出,只读出了文字:自动编号可能丢失,表格的列可能错位,"
    "修订中删去的文字可能仍在。请对照原件核对,或在WPS中另存为.docx后重新导入。"
)


def read_old_word(content: bytes, name: str) -> SourceText:
    """The text of a .doc or .wps file."""
    lines = _text(content)
    # before anything of it is written beside for the converter
    refuse_secret("\n".join(text for text, _ in lines))
    converted = _converted(content, name)
    if converted is None or _han(converted.raw) < _LEAST_KEPT * _han("".join(t for t, _ in lines)):
        return source_of(lines, content, name, "doc", [widen(_PLAIN)])
    return source_of(_lines_of(converted), content, name, "doc", converted.warnings)


def _text(content: bytes) -> list[Line]:
    with olefile.OleFileIO(io.BytesIO(content)) as file:
        stream = _stream(file, "WordDocument")
        flags = flags_of(stream)
        if flags & ENCRYPTED:
            raise SourceError(Kind.ENCRYPTED.refusal)
        return list(lines_of(stream, _stream(file, f"{int(bool(flags & SECOND_TABLE))}Table")))


def _stream(file: olefile.OleFileIO, name: str) -> bytes:
    if not file.exists(name):
        raise refuse()
    return bytes(file.openstream(name).read())


def _converted(content: bytes, name: str) -> SourceText | None:
    """The document in its new form, None where the converter cannot do it."""
    clean = bytearray(content)
    clean[_CLASS] = bytes(16)
    with TemporaryDirectory() as folder:
        old, new = Path(folder) / "old.doc", Path(folder) / "new.docx"
        old.write_bytes(clean)
        try:
            doc2docx.convert(old, new)
            return read_word(new.read_bytes(), name)
        except (*FAULTS, Doc2DocxError, SourceError, MemoryError):
            return None


def _lines_of(source: SourceText) -> list[Line]:
    return [(source.raw[b.span.start : b.span.end], b.kind) for b in source.blocks]


def _han(text: str) -> int:
    return len(re.findall(f"[{HAN}]", text))
