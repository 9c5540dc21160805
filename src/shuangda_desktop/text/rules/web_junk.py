"""Rule: what a web page puts around a document: navigation, sharing, footers, index tables.

Some lines are junk wherever they stand. Others look like lines of a plan (a portal's 主办单位 and a
duty's, a contact's telephone number) and are junk only in the unbroken run of such lines at the
end of the page, beside other junk, or among the fields above the title.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, takewhile
from operator import ne

from shuangda_desktop.text.chars import BLANK, HAN, STOP
from shuangda_desktop.text.lines import TextLine, text_lines
from shuangda_desktop.text.mapped import Edit, Span
from shuangda_desktop.text.punctuation import narrow
from shuangda_desktop.text.rules.index_table import index_edits, index_fields, index_lines
from shuangda_desktop.text.rules.script import is_traditional, to_simplified, to_traditional
from shuangda_desktop.text.rules.web_words import (
    ADDRESS,
    BELOW,
    BUTTONS,
    CERTAIN,
    CLAUSE,
    EDGES,
    FILE,
    GLUED,
    HINTS,
    LONE,
    MENU,
    NOTICE,
    OF_FILES,
    OF_SITE,
    OTHERS,
    OWNER,
    TAGS,
)

RULE = "web_junk"
_LONGEST = 160
_LONGEST_NOTICE = 12  # lines
_TOP = 30  # lines that may be above the title
_BLANKS = re.compile(f"[{BLANK}][{BLANK}]{{0,199}}")  # one first: a search passes over all others
_BESIDE = f"[{BLANK}|\uff5c\\[\\]\u3010\u3011/\u00b7:<>,]"
_PARTS = re.compile(f"{_BESIDE}{_BESIDE}{{0,19}}")
_LOST = re.compile("[?\uff1f]")  # bytes that went lost shift Traditional text to other characters
_NUMBER = re.compile(
    f"[{HAN}]{{2,20}}[^{HAN}]{{0,2}}(?:19|20)[0-9]{{2}}[^{HAN}]{{0,6}}号"
)  # of a document
_FROM_PAGE = re.compile(
    f"[{BLANK}|]{{0,9}}([\\[(\u3010\uff08][接续]上页[\\])\u3011\uff09][{BLANK}]{{0,9}})"
)
_SENTENCE_ENDS = "\u3002)\uff09"
_LONGEST_LINK = max(map(len, MENU))
_FEWEST_LINKS = 3  # in a row, that make a menu of headings
_HOME = {
    "首页",
    "网站首页",
    "本站首页",
}  # where a menu begins; some of its links are the site's own
_LONGEST_OWN_LINK = 8
_KNOWN = 0.5  # of the links
_FEWEST_MARKS = 3  # Simplified-only characters that show a line to be the page's own
_MOST_FOREIGN = 0.1  # of the lines; with more the document itself is written in both


@dataclass(frozen=True, slots=True)
class _Page:
    """The lines of a page, and each of them Simplified, in one width, without blanks."""

    lines: Sequence[TextLine]
    plain: Sequence[str]  # in Simplified alone; "" for a line that is too long to be the page's own
    flat: Sequence[str]
    body: int  # the line where the document's own text surely has begun
    tail: int  # and the one after which it surely has ended
    converted: bool  # whether any line was Traditional


def remove_web_junk(text: str) -> Iterable[Edit]:
    """Edits that take the page's own lines out, whole lines only."""
    page = _page(text)
    junk = {n for n, flat in enumerate(page.flat) if flat and _is_junk(page, n)}
    fields = _simplified(page.lines[: page.body])
    told = index_fields(fields, text)
    junk |= set(index_lines(fields, told))
    junk |= {n for n in range(page.body) if _is_edge(page, n) or _is_owner(page, n)}
    junk |= set(_bar(page)) | set(_links_below(page))
    junk |= set(_other_pages(page)) | set(_last(page)) | set(_foreign(page, text))
    junk |= set(_notice(page)) | set(_hints(page))
    junk |= set(_footer(page, junk))
    junk |= set(_buttons(page, junk))
    junk |= set(_beside(page, junk))
    kept = {n: only for n, only in told.items() if n not in junk}
    edits = [
        *(_removal(text, page.lines[n]) for n in sorted(junk)),
        *index_edits(fields, kept, RULE),
        *_glued_tail(page, junk),
        *_continued(page, junk),
    ]
    return sorted(edits, key=lambda edit: edit.span.start)


def _continued(page: _Page, junk: set[int]) -> Iterator[Edit]:
    """What a site that parts a document into pages writes before the first words of the next."""
    for n in range(min(_TOP, len(page.lines))):
        found = _FROM_PAGE.match(page.lines[n].text) if n not in junk else None
        if found:
            start = page.lines[n].start
            yield Edit(Span(start + found.start(1), start + found.end(1)), "", RULE)


def _glued_tail(page: _Page, junk: set[int]) -> Iterator[Edit]:
    """The page's own words behind the last sentence of a document that is one long line."""
    last = len(page.lines) - 1
    if last < 0 or last in junk or page.flat[last]:
        return
    line = page.lines[last]
    start = max(line.text.rfind(mark) for mark in _SENTENCE_ENDS) + 1
    rest = _BLANKS.sub("", narrow(to_simplified(line.text[start:])))
    if 0 < len(rest) <= _LONGEST and GLUED.fullmatch(rest):
        yield Edit(Span(line.start + start, line.start + len(line.text)), "", RULE)


def _page(text: str) -> _Page:
    lines = text_lines(text)
    short = "\n".join(_short(line.text) for line in lines)
    plain = to_simplified(short)
    each_plain = plain.split("\n") if lines else []
    flat = [_BLANKS.sub("", narrow(each)) for each in each_plain]
    own = [n for n, line in enumerate(lines) if line.numbered and flat[n] not in BUTTONS]
    body = own[0] if own and own[0] < _TOP else min(len(lines), _TOP) // 2
    ended = [n for n, line in enumerate(lines) if STOP in line.text and not _is_page(flat[n])] + own
    tail = max(ended, default=len(lines) - 1) + 1
    return _Page(lines, each_plain, flat, body, tail, plain != short)


def _is_page(flat: str) -> bool:
    """Whether a line speaks of the site, in a sentence or not."""
    return bool(CERTAIN.match(flat) or EDGES.match(flat))


def _short(line: str) -> str:
    return line if len(line) <= _LONGEST else ""


def _simplified(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines in Simplified, with the blanks that part their cells."""
    plain = to_simplified("\n".join(line.text for line in lines)).split("\n")
    return [line._replace(text=text) for line, text in zip(lines, plain, strict=False)]


def _is_junk(page: _Page, n: int) -> bool:
    flat = page.flat[n]
    buttons = GLUED.match(flat)
    rest = flat[buttons.end() :] if buttons else flat
    if _is_menu(page.lines[n].text) or LONE.fullmatch(flat) or (not rest and flat not in BUTTONS):
        return True
    sure = (
        CERTAIN.match(rest)
        or (buttons and CERTAIN.match(flat))
        or (n < page.body and OTHERS.fullmatch(flat))
    )
    return bool(sure) and not page.lines[n].numbered and not CLAUSE.match(flat)


def _is_menu(text: str) -> bool:
    parts = [part for part in _PARTS.split(narrow(text)) if part]
    if len(parts) < _FEWEST_LINKS:
        return False
    if parts[0] in _HOME and max(map(len, parts)) <= _LONGEST_OWN_LINK:
        return sum(map(_is_link, parts)) >= max(_FEWEST_LINKS, _KNOWN * len(parts))
    return all(map(_is_link, parts))


def _is_link(words: str) -> bool:
    return len(words) <= _LONGEST_LINK and to_simplified(words) in MENU


def _is_edge(page: _Page, n: int) -> bool:
    return EDGES.match(page.flat[n]) is not None


def _is_owner(page: _Page, n: int) -> bool:
    """Whether a line above the document is the name of the site: its address or its menu follows."""
    below = page.lines[n + 1].text
    named = OWNER.fullmatch(page.flat[n]) is not None
    return named and (ADDRESS.fullmatch(below.strip()) is not None or _is_menu(below))


def _bar(page: _Page) -> Iterator[int]:
    """Links below one another above the document: the bar beside it, of a page that was printed."""
    for linked, run in groupby(range(page.body), key=lambda n: page.flat[n] in MENU):
        lines = list(run)
        if linked and len(lines) > _FEWEST_LINKS:
            yield from lines


def _links_below(page: _Page) -> Iterator[int]:
    """Rows of links below the document, some of them of the site's own making."""
    for n in range(page.tail, len(page.lines)):
        parts = [part for part in _PARTS.split(narrow(page.lines[n].text)) if part]
        short = len(parts) > _FEWEST_LINKS and max(map(len, parts)) <= _LONGEST_OWN_LINK
        if short and sum(map(_is_link, parts)) >= _KNOWN * len(parts):
            yield n


def _buttons(page: _Page, junk: set[int]) -> Iterator[int]:
    """Lines of one button each, where they adjoin other junk or stand outside the document."""
    run: list[int] = []
    for n, flat in enumerate(page.flat):
        if flat in BUTTONS:
            run.append(n)
            continue
        yield from _outside(page, run, junk)
        run = []
    yield from _outside(page, run, junk)


def _beside(page: _Page, junk: set[int]) -> Iterator[int]:
    """Names of files to load and of parts of the site, right below what is the page's own."""
    above = -1
    for n in range(page.tail, len(page.lines)):
        if n in junk:
            above = n
        elif above == n - 1 and (page.flat[n] in MENU or FILE.fullmatch(page.flat[n])):
            above = n
            yield n


def _outside(page: _Page, run: Sequence[int], junk: set[int]) -> Sequence[int]:
    if not run:
        return run
    first, last = run[0], run[-1]
    at_edge = last < page.body or first >= page.tail
    return run if at_edge or len(run) > 1 or junk & {first - 1, last + 1} else ()


def _other_pages(page: _Page) -> Iterator[int]:
    """Links to other pages below the document, from their heading on."""
    for n in range(page.tail, len(page.lines)):
        if OTHERS.fullmatch(page.flat[n]):
            return iter(range(n, len(page.lines)))
    return iter(())


def _notice(page: _Page) -> Iterator[int]:
    """What the site says of itself at the end, numbered or not: 版权与免责声明."""
    lines = range(max(0, len(page.lines) - _LONGEST_NOTICE), len(page.lines))
    first = next((n for n in lines if NOTICE.fullmatch(page.flat[n])), len(page.lines))
    below = range(first + 1, len(page.lines))
    if all(OF_SITE.search(page.flat[n]) for n in below if page.lines[n].text.strip()):
        yield from range(first, len(page.lines))


def _hints(page: _Page) -> Iterator[int]:
    """What a library of documents says of its files above one, numbered or not: 温馨提示."""
    first = next((n for n in range(page.body) if HINTS.fullmatch(page.flat[n])), None)
    if first is None:
        return
    lines = enumerate(page.lines[first + 1 :], first + 1)
    run = [n for n, _ in takewhile(lambda line: OF_FILES.search(line[1].text), lines)]
    if len(run) > 1:
        yield from (first, *run)


def _last(page: _Page) -> Iterator[int]:
    last = page.flat[-1] if page.flat else ""
    if TAGS.fullmatch(last) or BELOW.match(last):
        yield len(page.flat) - 1


def _footer(page: _Page, junk: set[int]) -> Iterator[int]:
    """The run of footer lines at the end, where at least one of them is junk beyond doubt."""
    run = []
    for n in range(len(page.lines) - 1, -1, -1):
        if n not in junk and page.flat[n] not in BUTTONS and not _is_edge(page, n):
            break
        run.append(n)
    if junk & set(run):
        yield from run


def _foreign(page: _Page, text: str) -> Sequence[int]:
    """Simplified lines of a Traditional document: the page's template."""
    if not page.converted:
        return ()
    wide = to_traditional("\n".join(_short(line.text) for line in page.lines)).split("\n")
    found = [
        n
        for n, line in enumerate(page.lines)
        if not line.numbered
        and not _LOST.search(line.text)
        and _is_foreign(_short(line.text), wide[n], page.plain[n])
    ]
    few = 0 < len(found) <= max(1, len(page.lines) * _MOST_FOREIGN)
    if not few or not is_traditional(text):
        return ()
    return [n for n in found if not _NUMBER.fullmatch(page.flat[n])]


def _is_foreign(line: str, wide: str, plain: str) -> bool:
    marks = _differences(line, wide)
    return marks >= _FEWEST_MARKS and marks > _differences(line, plain)


def _differences(one: str, other: str) -> int:
    return sum(map(ne, one, other))


def _removal(text: str, line: TextLine) -> Edit:
    end = text.find("\n", line.end)
    return Edit(
        Span(text.rfind("\n", 0, line.start) + 1, end + 1 if end >= 0 else len(text)), "", RULE
    )
