"""Rule: what a web page puts around a document: navigation, sharing, footers, index tables.

Some lines are junk wherever they stand. Others look like lines of a plan (a portal's 主办单位 and a
duty's, a contact's telephone number) and are junk only in the unbroken run of such lines at the
end of the page, beside other junk, or among the fields above the title.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, takewhile
from operator import ne

from shuangda_desktop.text.chars import BLANK, HAN
from shuangda_desktop.text.lines import TextLine
from shuangda_desktop.text.mapped import Edit, Span
from shuangda_desktop.text.punctuation import narrow
from shuangda_desktop.text.rules.index_table import index_edits, index_fields, index_lines
from shuangda_desktop.text.rules.script import is_traditional, to_simplified, to_traditional
from shuangda_desktop.text.rules.web_page import (
    BLANKS,
    FEWEST_LINKS,
    LONGEST,
    TOP,
    Page,
    is_menu,
    is_row_of_links,
    page_of,
    short_of,
    simplified,
)
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
_LONGEST_NOTICE = 12  # lines
_LOST = re.compile("[?\uff1f]")  # bytes that went lost shift Traditional text to other characters
_NUMBER = re.compile(
    f"[{HAN}]{{2,20}}[^{HAN}]{{0,2}}(?:19|20)[0-9]{{2}}[^{HAN}]{{0,6}}号"
)  # of a document
_FROM_PAGE = re.compile(
    f"[{BLANK}|]{{0,9}}([\\[(\u3010\uff08][接续]上页[\\])\u3011\uff09][{BLANK}]{{0,9}})"
)
_SENTENCE_ENDS = "\u3002)\uff09"
_FEWEST_MARKS = 3  # Simplified-only characters that show a line to be the page's own
_MOST_FOREIGN = 0.1  # of the lines; with more the document itself is written in both


def remove_web_junk(text: str) -> Iterable[Edit]:
    """Edits that take the page's own lines out, whole lines only."""
    page = page_of(text)
    junk = {n for n, flat in enumerate(page.flat) if flat and _is_junk(page, n)}
    fields = simplified(page.lines[: page.body])
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


def _continued(page: Page, junk: set[int]) -> Iterator[Edit]:
    """What a site that parts a document into pages writes before the first words of the next."""
    for n in range(min(TOP, len(page.lines))):
        found = _FROM_PAGE.match(page.lines[n].text) if n not in junk else None
        if found:
            start = page.lines[n].start
            yield Edit(Span(start + found.start(1), start + found.end(1)), "", RULE)


def _glued_tail(page: Page, junk: set[int]) -> Iterator[Edit]:
    """The page's own words behind the last sentence of a document that is one long line."""
    last = len(page.lines) - 1
    if last < 0 or last in junk or page.flat[last]:
        return
    line = page.lines[last]
    start = max(line.text.rfind(mark) for mark in _SENTENCE_ENDS) + 1
    rest = BLANKS.sub("", narrow(to_simplified(line.text[start:])))
    if 0 < len(rest) <= LONGEST and GLUED.fullmatch(rest):
        yield Edit(Span(line.start + start, line.start + len(line.text)), "", RULE)


def _is_junk(page: Page, n: int) -> bool:
    flat = page.flat[n]
    buttons = GLUED.match(flat)
    rest = flat[buttons.end() :] if buttons else flat
    if is_menu(page.lines[n].text) or LONE.fullmatch(flat) or (not rest and flat not in BUTTONS):
        return True
    sure = (
        CERTAIN.match(rest)
        or (buttons and CERTAIN.match(flat))
        or (n < page.body and OTHERS.fullmatch(flat))
    )
    return bool(sure) and not page.lines[n].numbered and not CLAUSE.match(flat)


def _is_edge(page: Page, n: int) -> bool:
    return EDGES.match(page.flat[n]) is not None


def _is_owner(page: Page, n: int) -> bool:
    """Whether a line above the document is the name of the site: its address or its menu follows."""
    below = page.lines[n + 1].text
    named = OWNER.fullmatch(page.flat[n]) is not None
    return named and (ADDRESS.fullmatch(below.strip()) is not None or is_menu(below))


def _bar(page: Page) -> Iterator[int]:
    """Links below one another above the document: the bar beside it, of a page that was printed."""
    for linked, run in groupby(range(page.body), key=lambda n: page.flat[n] in MENU):
        lines = list(run)
        if linked and len(lines) > FEWEST_LINKS:
            yield from lines


def _links_below(page: Page) -> Iterator[int]:
    """Rows of links below the document, some of them of the site's own making."""
    for n in range(page.tail, len(page.lines)):
        if is_row_of_links(page.lines[n].text):
            yield n


def _buttons(page: Page, junk: set[int]) -> Iterator[int]:
    """Lines of one button each, where they adjoin other junk or stand outside the document."""
    run: list[int] = []
    for n, flat in enumerate(page.flat):
        if flat in BUTTONS:
            run.append(n)
            continue
        yield from _outside(page, run, junk)
        run = []
    yield from _outside(page, run, junk)


def _beside(page: Page, junk: set[int]) -> Iterator[int]:
    """Names of files to load and of parts of the site, right below what is the page's own."""
    above = -1
    for n in range(page.tail, len(page.lines)):
        if n in junk:
            above = n
        elif above == n - 1 and (page.flat[n] in MENU or FILE.fullmatch(page.flat[n])):
            above = n
            yield n


def _outside(page: Page, run: Sequence[int], junk: set[int]) -> Sequence[int]:
    if not run:
        return run
    first, last = run[0], run[-1]
    at_edge = last < page.body or first >= page.tail
    return run if at_edge or len(run) > 1 or junk & {first - 1, last + 1} else ()


def _other_pages(page: Page) -> Iterator[int]:
    """Links to other pages below the document, from their heading on."""
    for n in range(page.tail, len(page.lines)):
        if OTHERS.fullmatch(page.flat[n]):
            return iter(range(n, len(page.lines)))
    return iter(())


def _notice(page: Page) -> Iterator[int]:
    """What the site says of itself at the end, numbered or not: 版权与免责声明."""
    lines = range(max(0, len(page.lines) - _LONGEST_NOTICE), len(page.lines))
    first = next((n for n in lines if NOTICE.fullmatch(page.flat[n])), len(page.lines))
    below = range(first + 1, len(page.lines))
    if all(OF_SITE.search(page.flat[n]) for n in below if page.lines[n].text.strip()):
        yield from range(first, len(page.lines))


def _hints(page: Page) -> Iterator[int]:
    """What a library of documents says of its files above one, numbered or not: 温馨提示."""
    first = next((n for n in range(page.body) if HINTS.fullmatch(page.flat[n])), None)
    if first is None:
        return
    lines = enumerate(page.lines[first + 1 :], first + 1)
    run = [n for n, _ in takewhile(lambda line: OF_FILES.search(line[1].text), lines)]
    if len(run) > 1:
        yield from (first, *run)


def _last(page: Page) -> Iterator[int]:
    last = page.flat[-1] if page.flat else ""
    if TAGS.fullmatch(last) or BELOW.match(last):
        yield len(page.flat) - 1


def _footer(page: Page, junk: set[int]) -> Iterator[int]:
    """The run of footer lines at the end, where at least one of them is junk beyond doubt."""
    run = []
    for n in range(len(page.lines) - 1, -1, -1):
        if n not in junk and page.flat[n] not in BUTTONS and not _is_edge(page, n):
            break
        run.append(n)
    if junk & set(run):
        yield from run


def _foreign(page: Page, text: str) -> Sequence[int]:
    """Simplified lines of a Traditional document: the page's template."""
    if not page.converted:
        return ()
    wide = to_traditional("\n".join(short_of(line.text) for line in page.lines)).split("\n")
    found = [
        n
        for n, line in enumerate(page.lines)
        if not line.numbered
        and not _LOST.search(line.text)
        and _is_foreign(short_of(line.text), wide[n], page.plain[n])
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
