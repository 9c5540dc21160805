"""Rule: dirt of the page that a recogniser took for marks, and marks that it took for others.

A stroke at the end of a line and a dot alone in one are dirt, unless strokes close all cells of a table. 《 before 牵头单位 was a bracket,
a comma behind it a colon; 丶 is the mark of a list, and so is a dot between two units.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from shuangda_desktop.text.chars import (
    COLON,
    COMMA,
    HAN,
    LOPEN,
    LPAREN,
    PAUSE,
    PERCENT,
    RPAREN,
    SEMICOLON,
    SPACE,
    STOP,
)
from shuangda_desktop.text.lines import TextLine, text_lines
from shuangda_desktop.text.mapped import Edit, Span
from shuangda_desktop.text.rules.pages import removals

RULE = "specks"
_SPECKS = "[|.,\u00b7'`~_]{1,3}"
_BLANKS_LOST = re.compile(f"[?][?]{{5}}[? ]{{0,99}}(?=[{HAN}]|20\\d\\d年)|[?]{{1,99}}$")
_BLANKS_BEHIND = re.compile("(?<=[\u65e5\u3002])[? ]{5,99}[?]$")
_DIRT = re.compile(_SPECKS)
_DIRTY_LINE = re.compile(f"\n[ \u3000]*{_SPECKS}[ \u3000]*\n")
_KEY = "(?:牵头|配合|责任|主办|协办|承办|负责)\\s{0,2}(?:单位|部门)"
_NUMBER = "[一二三四五六七八九十]{1,3}"
_OPEN, _CLOSE = "<\uff1c\u3008\u300a", ">\uff1e\u3009\u300b"
_HEAD = f"(?:^|\n)[{SPACE}]{{0,8}}"
_ONE = f"[{SPACE}]?"
_BAR = "|"
_FEWEST_CELLS = 8  # that a stroke closes, before a stroke alone is an empty one
_BEFORE = 16  # characters that say what a mark stands behind
# signs that were mistaken for another; before what; behind what; and the mark (narrow, wide) that was meant
_MISTAKEN = tuple(
    (signs, re.compile(f"[{re.escape(signs)}]{then}"), re.compile(f"(?:{before})\\Z"), meant)
    for signs, then, before, meant in (
        (_OPEN, f"(?={_ONE}{_NUMBER}{_ONE}[{RPAREN}{_CLOSE}])", _HEAD, LPAREN),
        (_OPEN, f"(?={_ONE}{_KEY}{_ONE}[{COLON}{SEMICOLON}{COMMA}])", "", LPAREN),
        (
            _CLOSE,
            f"(?={_ONE}[{HAN}])",
            f"{_HEAD}[{LPAREN}{_OPEN}]{_ONE}{_NUMBER}{_ONE}",
            RPAREN,
        ),
        (
            SEMICOLON + COMMA,
            f"(?<=[位门 ].)(?={_ONE}[{HAN}]{{2}})(?!{_ONE}{_KEY})",
            f"(?:{_HEAD}|[{LOPEN}{_OPEN}{SEMICOLON}{STOP}]){_ONE}{_KEY}{_ONE}",
            COLON,
        ),
        ("\u4e36", "", f"[{HAN}{RPAREN}]", PAUSE * 2),
        (".", f"(?=[省市县区州盟旗各][{HAN}])", "[局委办厅院部会署]", PAUSE * 2),
        (" ", f"(?=00{_ONE}[{PERCENT}])", "(?:^|[^0-9.])1", ("", "")),
    )
)
_ENDS_CLAUSE = re.compile(  # (市商务局、市公安局〉
    f"[{LPAREN}][^{LPAREN}{RPAREN}{_OPEN}{_CLOSE}\n]{{2,120}}(?<=[局委办厅院部会署府社责合头])(?P<close>[{_CLOSE}])(?=[{SPACE}]{{0,4}}(?:[\n{STOP}]|$))"
)


def remove_specks(text: str) -> Iterable[Edit]:
    """Edits that take the dirt out and put the marks back."""
    edits = [*_dirt(text), *_marks(text), *_closed(text), *_lost_blanks(text)]
    return sorted(edits, key=lambda edit: edit.span)


def _closed(text: str) -> Iterator[Edit]:
    """Other marks that close a bracket of units."""
    for found in _ENDS_CLAUSE.finditer(text) if any(mark in text for mark in _CLOSE) else ():
        close = RPAREN[found[0][0] > "\x7f"]
        yield Edit(Span(*found.span("close")), close, RULE)


def _lost_blanks(text: str) -> Iterator[Edit]:
    """What a conversion made of the blanks around a line, or of those of an empty one."""
    for line in text_lines(text) if "???" in text else ():
        blanks = _BLANKS_LOST.match(line.text) or _BLANKS_BEHIND.search(line.text)
        if blanks:
            yield Edit(Span(line.start + blanks.start(), line.start + blanks.end()), "", RULE)


def _dirt(text: str) -> Iterator[Edit]:
    if "|" not in text and not _DIRTY_LINE.search(text):
        return
    lines = text_lines(text)
    held = _empty_cells(lines)
    alone = [at for at, line in enumerate(lines) if at not in held and _DIRT.fullmatch(line.text)]
    yield from removals(text, lines, alone, RULE)
    for line in lines:
        if line.text.endswith("|") and line.text.count("|") == 1 and len(line.text) > 1:
            yield Edit(Span(_end_of_words(line), line.end), "", RULE)


def _empty_cells(lines: Sequence[TextLine]) -> set[int]:
    """The strokes that close an empty cell, by number, where a stroke closes each cell of a table.

    The stroke before it closed the cell before.
    """
    closed = {at for at, line in enumerate(lines) if line.text.endswith(_BAR)}
    if len(closed) < _FEWEST_CELLS:
        return set()
    return {at for at in closed if lines[at].text == _BAR and at - 1 in closed}


def _end_of_words(line: TextLine) -> int:
    return line.start + len(line.text[:-1].rstrip())


def _marks(text: str) -> Iterator[Edit]:
    for signs, pattern, before, meant in _MISTAKEN:
        for found in pattern.finditer(text) if any(sign in text for sign in signs) else ():
            at = found.start()
            if before.search(text, max(0, at - _BEFORE), at):
                yield Edit(Span(at, at + 1), meant[found[0] > "\x7f"], RULE)
