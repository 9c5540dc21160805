"""Rule: lines broken at a fixed width are joined to the paragraphs that they were.

A text counts as wrapped where most longer lines stop in the middle of a sentence and are equally
long. Everywhere, a line that stops at an opening mark or at a mark inside a sentence goes on.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from shuangda_desktop.text.chars import COMMA, LPAREN, PAUSE, RPAREN
from shuangda_desktop.text.lines import TextLine, text_lines, width
from shuangda_desktop.text.mapped import Edit, Span
from shuangda_desktop.text.rules.loose_rows import loose_tables

RULE = "reflow"
# the last characters of lines
_CLOSED = "\u3002;\uff1b:\uff1a?\uff1f!\uff01.\u2026\u201d\u300b)\uff09\u3011\u3015]"
_HALFWAY = f"{PAUSE}{COMMA}{LPAREN}\u300a\u3008\u201c\u2018\u3014"
_ENDED = "\u3002!\uff01)\uff09\u3011\u3015"
_CLOSES_ONE = re.compile(f"[^{LPAREN}{RPAREN}]{{4,200}}[{RPAREN}]")
_CONTINUES = re.compile(
    f"[{PAUSE}{COMMA}\u3002;\uff1b:\uff1a)\uff09\u300b\u3009\u201d\u3015%\uff05]"
)
_KEY = re.compile(
    "[\u3010\\[]?(?:牵头|责任|配合|主办|协办|承办|负责|完成|整改|时限|联系)[\u4e00-\u9fff]{0,6}[\u3011\\]]?[ \u3000]?[:\uff1a]"
)
ISSUE = re.compile(  # the number of a document, which stands alone
    "[\u4e00-\u9fff]{2,16}[\u3014\\[]?(?:19|20)[0-9]{2}[\u3015\\]]?[0-9]{1,4}[号號]"
)
_MARK = re.compile("[\u3002,\uff0c;\uff1b:\uff1a]")
_DATE = re.compile("(?:20[0-9]{2}|[\u3007\u25cb零一二三四五六七八九]{4})[ ]?年.{2,12}日$")
_LONGEST_SIGNATURE = 40
_LATIN = re.compile("[A-Za-z]")
_SHORTEST = 16  # narrower lines say nothing about the width of the page
_FEWEST = 3
_MOST_SHORT = (
    4  # short lines for each longer one, in a text that is no table with a cell in each line
)
_SHORTEST_RULE = 5
_SHARE = 0.4  # of the longer lines must stop in the middle of a sentence
_EQUAL = 0.6  # of those must be equally long
_TOUCHING = 0.2  # of the lines may follow another directly in a text set with empty lines
_BEYOND = 0.2  # of the lines may be longer than the page: tables, what was set anew
_SLACK = 3.0  # a line that is this much shorter than the page is still full
_INDENT = 2.0
_SMALL_INDENT = 1.0  # two blanks of half width
_CENTRED = 6.0


@dataclass(frozen=True, slots=True)
class _Page:
    """How a wrapped text is set."""

    measure: Callable[[str], float]
    full: float
    indented: bool
    spaced: bool  # an empty line after every line: it ends no paragraph
    least: float  # the indent with which paragraphs begin


def join_wrapped(text: str) -> Iterable[Edit]:
    """Edits that join the lines of one paragraph."""
    lines = text_lines(text)
    page = _page(lines)
    rows = {start for table in loose_tables(text) for start in table.rows}
    return list(_joins(lines, page, rows))


def _joins(lines: Sequence[TextLine], page: _Page | None, rows: Set[int]) -> Iterator[Edit]:
    torn = set(_torn_rows(lines))
    for (line, after), later in zip(pairwise(lines), [*lines[2:], None], strict=False):
        if after.start in torn:
            yield Edit(Span(line.end, after.start), _seam(line.text, after.text), RULE)
            continue
        if after.start in rows or any(_stands_alone(each) for each in (line, after)):
            continue
        touching = after.adjacent or (page is not None and page.spaced)
        inside = touching and page is not None and _is_inside(line, after, page)
        if _begins_part(line, after, later, inside):
            continue
        if touching and (_goes_on(line, after) or (page and _is_broken(line, after, page))):
            yield Edit(Span(line.end, after.start), _seam(line.text, after.text), RULE)


def _stands_alone(line: TextLine) -> bool:
    """Whether a line is a row of a table, or a rule between the parts of a page."""
    bars = line.text.count("|") + line.text.count("\uff5c")
    return "\t" in line.text or bars > 1 or _is_rule(line.text)


def _is_rule(text: str) -> bool:
    """Whether a line is drawn and says nothing."""
    return len(text) >= _SHORTEST_RULE and not any(map(str.isalnum, text))


def _torn_rows(lines: Sequence[TextLine]) -> Iterator[int]:
    """Where lines begin that go on with a row between bars: | 1 | 开展检查、 and 抽检。 | 市公安局 |."""
    bars = sum(line.text.startswith("|") and line.text.endswith("|") for line in lines)
    is_open = False
    for line in lines if bars >= _FEWEST else ():
        begins, ends = line.text.startswith("|"), line.text.endswith("|")
        if is_open and not begins:
            yield line.start
        is_open = (begins or is_open) and not ends


def _begins_part(line: TextLine, after: TextLine, later: TextLine | None, inside: bool) -> bool:
    """Whether a key, a document number or a signature below a sentence begins with the line after.

    ``inside`` where the line before goes on in it, whatever it begins with.
    """
    if (
        (_KEY.match(after.text) and not inside)
        or ISSUE.fullmatch(after.text)
        or ISSUE.fullmatch(line.text)
    ):
        return True
    if line.text[-1] not in _ENDED or _MARK.search(after.text):
        return False
    dated = _DATE.match(after.text) or (later is not None and _DATE.match(later.text))
    return bool(dated) and len(after.text) <= _LONGEST_SIGNATURE


def _seam(left: str, right: str) -> str:
    return " " if _LATIN.match(left[-1]) and _LATIN.match(right) else ""


def _goes_on(line: TextLine, after: TextLine) -> bool:
    """Whether a line stops inside a sentence, or the next one closes a bracket that it does not open."""
    last = line.text[-1]
    inside = last not in _CLOSED and (
        _CLOSES_ONE.match(after.text) or _in_quotation(line.text, after.text)
    )
    return bool(last in _HALFWAY or inside) and not after.numbered


def _in_quotation(line: str, after: str) -> bool:
    """Whether a quotation that a line opens is closed by the next one."""
    opened = line.rfind("\u201c") > line.rfind("\u201d")
    return opened and 0 <= after.find("\u201d") < (after + "\u201c").find("\u201c")


def _is_broken(line: TextLine, after: TextLine, page: _Page) -> bool:
    """Whether the page's edge, and not the author, ended the line."""
    if _CONTINUES.match(after.text):
        return True
    is_full = page.measure(line.text) + line.indent >= page.full
    if not is_full or after.indent >= _CENTRED:
        return False
    if page.indented:
        return after.indent < page.least
    return not after.numbered


def _is_inside(line: TextLine, after: TextLine, page: _Page) -> bool:
    """Whether a line without the indent of a new paragraph goes on with a full line that is no whole sentence.

    A key may stand there too: …,查验台账。【牵头 is broken wherever the page ends.
    """
    flush = page.indented and after.indent < page.least and line.text[-1] not in _ENDED
    return flush and page.measure(line.text) + line.indent >= page.full


def _page(lines: Sequence[TextLine]) -> _Page | None:
    longer = [n for n, line in enumerate(lines) if _is_longer(line.text)]
    spaced = sum(line.adjacent for line in lines) <= len(lines) * _TOUCHING
    broken = [lines[n] for n in longer if _stops_inside(lines, n, spaced)]
    if len(longer) * (_MOST_SHORT + 1) < len(lines):
        return None
    if len(broken) < _FEWEST or len(broken) < len(longer) * _SHARE:
        return None
    # pages set in a fixed grid count characters, all others the width of each
    counted, measured = _edge(broken, len), _edge(broken, width)
    (share, edge), measure = max((counted, len), (measured, width), key=lambda p: p[0][0])
    beyond = sum(measure(line.text) + line.indent > edge + _SLACK for line in lines)
    if share < _EQUAL or beyond > len(lines) * _BEYOND:
        return None
    wide = sum(_INDENT <= line.indent < _CENTRED for line in lines)
    small = sum(_SMALL_INDENT <= line.indent < _INDENT for line in lines)
    flush = sum(line.indent < _SMALL_INDENT for line in lines)
    least = _SMALL_INDENT if wide < _FEWEST <= min(small, flush) else _INDENT
    indented = wide >= _FEWEST or least < _INDENT
    return _Page(measure, edge - _SLACK, indented, spaced, least)


def _is_longer(text: str) -> bool:
    """Whether a line is wide enough to tell of the page; no character is less than half as wide as a Han."""
    return len(text) >= 2 * _SHORTEST or width(text) >= _SHORTEST


def _stops_inside(lines: Sequence[TextLine], at: int, spaced: bool) -> bool:
    after = lines[at + 1] if at + 1 < len(lines) else None
    if after is None or not (after.adjacent or spaced):
        return False
    if after.numbered or after.indent >= _INDENT:
        return False
    return lines[at].text[-1] not in _CLOSED and not _is_rule(lines[at].text)


def _edge(broken: Sequence[TextLine], measure: Callable[[str], float]) -> tuple[float, float]:
    """The share of broken lines that end at the same edge, and the edge."""
    ends = [measure(line.text) + line.indent for line in broken]
    (edge, _), *_ = Counter(map(round, ends)).most_common(1)
    return sum(abs(e - edge) <= 2 for e in ends) / len(ends), edge
