"""Rich text (.rtf): what its page shows, with automatic numbers, tables as rows, notes as notes.

Own reader: the usual library leaves tracked deletions in, runs cells together, and its patterns need
quadratic time on files made for that. The text of a group belongs to a destination; groups that are
not known to hold text are left out, as the format wants it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from shuangda_desktop.sources.border.gate import refuse
from shuangda_desktop.sources.lines import Line, columns_kept, note_line, source_of
from shuangda_desktop.sources.markup.rich_bytes import decode_bytes, encoding_of
from shuangda_desktop.sources.markup.rich_table import RichTable
from shuangda_desktop.sources.word.inline import circled
from shuangda_desktop.text.source import LINE_IN_CELL, BlockKind, SourceText

_TOKEN = re.compile(
    r"\\([a-zA-Z]{1,32})(-?\d{1,9})?\ ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|([^\\{}\r\n]{1,9999})|[\r\n]"
)
_DEEPEST = 2_000
_LONGEST_ROW = 500  # cells
_SKIPPED = {
    "fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "header", "headerl", "headerr",
    "headerf", "footer", "footerl", "footerr", "footerf", "filetbl", "listtable", "tc", "xe", "rxe",
    "listoverridetable", "revtbl", "rsidtbl", "nonshppict", "nonesttables", "shprslt", "upr", "pn",
    "bkmkstart", "bkmkend", "themedata", "datastore", "latentstyles", "template", "sp", "do",
}  # fmt: skip
_TEXT = {"ud": "", "shptxt": "box", "footnote": "note", "listtext": "label", "pntext": "label"}
_BREAKS = {"par", "sect", "page", "line", "column", "nestrow"}
_SIGNS = {
    "tab": "\t", "nestcell": " ", "emdash": "\u2014", "endash": "\u2013", "lquote": "\u2018",
    "rquote": "\u2019", "ldblquote": "\u201c", "rdblquote": "\u201d", "bullet": "\u2022",
    "emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005",
}  # fmt: skip
_ESCAPED = {"~": "\u00a0", "_": "-", "{": "{", "}": "}", "\\": "\\"}
_HIDING = {"v", "deleted"}


@dataclass(frozen=True, slots=True)
class _State:
    """What a group inherits from the group around it."""

    into: str = ""  # "" the body, "note", "box", "label", "field" (an instruction), "skip", "fonts"
    starred: bool = False
    font: int = -1
    after_unicode: int = 1  # characters that stand in for one that old programs cannot show
    hidden: frozenset[str] = frozenset()
    in_table: bool = False


@dataclass(slots=True)
class _Reader:
    state: _State = field(default_factory=_State)
    stack: list[_State] = field(default_factory=list)
    encodings: dict[int, str] = field(default_factory=dict)
    page: str = "cp1252"
    default_font: int = -1
    bytes_: bytearray = field(default_factory=bytearray)
    skip: int = 0
    gathered: dict[str, list[str]] = field(default_factory=lambda: {"": []})
    table: RichTable = field(default_factory=RichTable)
    lines: list[Line] = field(default_factory=list)
    notes: list[Line] = field(default_factory=list)

    def read(self, text: str) -> Iterator[Line]:
        at = 0
        while found := _TOKEN.match(text, at):
            at = found.end() + self._token(found)
        self.flush()
        self._end_table()
        yield from [*self.lines, ("".join(self.gathered[""]), BlockKind.PARAGRAPH), *self.notes]

    def _token(self, found: re.Match[str]) -> int:
        """Take one token in; returns how many characters of binary data follow it."""
        word, number, byte, sign, brace, plain = found.groups()
        if byte or plain:
            self._bytes(bytes.fromhex(byte) if byte else plain.encode("latin-1"))
            return 0
        if not found[0].isspace():  # a line break of the file itself means nothing
            self.flush()
        if word == "bin":
            return int(number or 0)
        if word:
            self._word(word, int(number) if number else None)
        elif brace:
            self._brace(brace)
        elif sign:
            self._sign(sign)
        return 0

    def _bytes(self, content: bytes) -> None:
        kept = content[self.skip :]
        self.skip -= len(content) - len(kept)
        self.bytes_ += kept

    def flush(self) -> None:
        """Decode the bytes met so far in the encoding of their font."""
        if self.bytes_:
            content, self.bytes_ = bytes(self.bytes_), bytearray()
            font = self.state.font if self.state.font >= 0 else self.default_font
            self._add(decode_bytes(content, self.encodings.get(font, ""), self.page))

    def _add(self, text: str) -> None:
        into = self.state.into
        if into in {"skip", "fonts"} or self.state.hidden:
            return
        self.gathered.setdefault(into, []).append(text)

    def _brace(self, brace: str) -> None:
        self.skip = 0
        if brace == "{":
            if len(self.stack) >= _DEEPEST:
                raise refuse()
            self.stack.append(self.state)
        elif self.stack:
            ended, self.state = self.state.into, self.stack.pop()
            if ended != self.state.into:
                self._end_group(ended)

    def _end_group(self, ended: str) -> None:
        text = "".join(self.gathered.pop(ended, [])).strip() if ended else ""
        if ended == "label":
            self._add(text + " " if text[-1:].isalnum() else text)
        elif ended == "field":
            self._add(circled(text))
        elif ended in {"note", "box"}:
            lines = [line for line in text.split("\n") if line.strip()]
            self.notes += [note_line(x) if ended == "note" else (x, BlockKind.NOTE) for x in lines]

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self.state = replace(self.state, starred=True)
        elif sign in "\r\n":
            self._word("par", None)
        else:
            self._add(_ESCAPED.get(sign, ""))

    def _word(self, word: str, number: int | None) -> None:
        if self.state.starred or word in _SKIPPED or word in _TEXT or word == "fldinst":
            self._destination(word)
        elif word == "u":
            self._add(chr((number or 0) % 0x10000))
            self.skip = self.state.after_unicode
        elif word in _SIGNS:
            self._add(_SIGNS[word])
        elif word in _BREAKS:
            self._break()
        elif word in {"cell", "row"}:
            self._cell() if word == "cell" else self._row()
        else:
            self._property(word, number)

    def _destination(self, word: str) -> None:
        unknown = "skip" if self.state.starred else self.state.into
        into = _TEXT.get(word, "skip" if word in _SKIPPED else unknown)
        if word in {"fonttbl", "fldinst"}:
            into = "fonts" if word == "fonttbl" else "field"
        if self.state.into == "skip" and word not in {"ud", "shptxt"}:
            into = "skip"
        self.state = replace(self.state, into=into, starred=False)

    def _property(self, word: str, number: int | None) -> None:
        state = self.state
        if word == "f":
            self.state = replace(state, font=-1 if number is None else number)
        elif word == "fcharset" and state.into == "fonts":
            self.encodings[state.font] = encoding_of(number or 0)
        elif word == "deff":
            self.default_font = number or 0
        elif word == "ansicpg":
            self.page = f"cp{number}"
        elif word == "uc":
            self.state = replace(state, after_unicode=min(max(number or 0, 0), 9))
        elif word in _HIDING:
            off = state.hidden - {word}
            self.state = replace(state, hidden=off if number == 0 else off | {word})
        elif word in {"plain", "pard", "intbl"}:
            self._reset(word)
        elif state.into == "":
            self.table.define(word, number or 0)

    def _reset(self, word: str) -> None:
        if word == "plain":
            self.state = replace(self.state, hidden=frozenset(), font=-1)
        else:
            self.state = replace(self.state, in_table=word == "intbl")

    def _break(self) -> None:
        into = self.state.into
        if into == "" and not self.state.in_table:
            self._end_table()
            lines = map(columns_kept, self._taken().split("\n"))
            self.lines += [(line, BlockKind.PARAGRAPH) for line in lines]
        else:
            self._add("\n")

    def _taken(self) -> str:
        text, self.gathered[""] = "".join(self.gathered[""]), []
        return text

    def _cell(self) -> None:
        if self.state.into == "":
            self.table.cells.append(self._taken().strip("\n").replace("\n", LINE_IN_CELL))
            if len(self.table.cells) > _LONGEST_ROW:
                raise refuse()

    def _row(self) -> None:
        if self.state.into == "":
            self.table.end_row()

    def _end_table(self) -> None:
        self.lines += self.table.lines()
        self.table.rows = []


def read_rich(content: bytes, name: str) -> SourceText:
    """The text of an .rtf file."""
    lines = _Reader().read(content.decode("latin-1"))
    return source_of(lines, content, name, "rtf")
