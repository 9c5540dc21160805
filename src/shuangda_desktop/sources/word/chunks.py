"""Documents put into a Word document whole (w:altChunk): web pages, rich text, text, Word documents."""

import posixpath
import zipfile

from lxml import etree

from shuangda_desktop.errors import SourceError
from shuangda_desktop.sources.border.gate import read_part
from shuangda_desktop.sources.border.sniff import Kind, kind_of
from shuangda_desktop.text.source import SourceText

_READ = {Kind.TEXT, Kind.PAGE, Kind.MAIL_PAGE, Kind.RICH_TEXT, Kind.WORD}
_MOST = 50  # chunks of one document


class Chunks:
    """The chunks of an open document by the relations that name them; each is read when it is met."""

    def __init__(
        self, archive: zipfile.ZipFile, main: str, relations: etree._Element | None
    ) -> None:
        self._archive, self._folder = archive, posixpath.dirname(main)
        self._targets = {
            str(node.get("Id", "")): str(node.get("Target", ""))
            for node in ([] if relations is None else relations)
            if str(node.get("Type", "")).endswith("/aFChunk")
            and node.get("TargetMode") != "External"
        }
        self._left = _MOST

    def read(self, relation: str) -> SourceText | None:
        """The document of a relation; None where it is not there or cannot be read."""
        from shuangda_desktop.sources import read_bytes
        from shuangda_desktop.sources.word.word import read_word

        self._left -= 1
        target = self._targets.get(relation, "")
        path = posixpath.normpath(posixpath.join(self._folder, target))
        content = read_part(self._archive, path.removeprefix("/")) if target else None
        if content is None or self._left < 0:
            return None
        kind = kind_of(content)
        if kind not in _READ:
            return None
        try:
            # a chunk within a chunk is told, not read: nobody makes them but to do harm
            return read_word(content, "", False) if kind is Kind.WORD else read_bytes(content, "")
        except SourceError:
            return None
