"""A web page as lines, and which of them are rows of links."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from shuangda_desktop.text.chars import BLANK, STOP
from shuangda_desktop.text.lines import TextLine, text_lines
from shuangda_desktop.text.punctuation import narrow
from shuangda_desktop.text.rules.script import to_simplified
from shuangda_desktop.text.rules.web_words import BUTTONS, CERTAIN, EDGES, MENU

LONGEST = 160
TOP = 30  # lines that may be above the title
BLANKS = re.compile(f"[{BLANK}][{BLANK}]{{0,199}}")  # one first: a search passes over all others
_BESIDE = f"[{BLANK}|\uff5c\\[\\]\u3010\u3011/\u00b7:<>,]"
_PARTS = re.compile(f"{_BESIDE}{_BESIDE}{{0,19}}")
_LONGEST_LINK = max(map(len, MENU))
FEWEST_LINKS = 3  # in a row, that make a menu of headings
_HOME = {
    "首页",
    "网站首页",
    "本站首页",
}  # where a menu begins; some of its links are the site's own
_LONGEST_OWN_LINK = 8
_KNOWN = 0.5  # of the links


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page, and each of them Simplified, in one width, without blanks."""

    lines: Sequence[TextLine]
    plain: Sequence[str]  # in Simplified alone; "" for a line that is too long to be the page's own
    flat: Sequence[str]
    body: int  # the line where the document's own text surely has begun
    tail: int  # and the one after which it surely has ended
    converted: bool  # whether any line was Traditional


def page_of(text: str) -> Page:
    """The lines of a text as those of a page."""
    lines = text_lines(text)
    short = "\n".join(short_of(line.text) for line in lines)
    plain = to_simplified(short)
    each_plain = plain.split("\n") if lines else []
    flat = [BLANKS.sub("", narrow(each)) for each in each_plain]
    own = [n for n, line in enumerate(lines) if line.numbered and flat[n] not in BUTTONS]
    body = own[0] if own and own[0] < TOP else min(len(lines), TOP) // 2
    ended = [n for n, line in enumerate(lines) if STOP in line.text and not _is_page(flat[n])] + own
    tail = max(ended, default=len(lines) - 1) + 1
    return Page(lines, each_plain, flat, body, tail, plain != short)


def _is_page(flat: str) -> bool:
    """Whether a line speaks of the site, in a sentence or not."""
    return bool(CERTAIN.match(flat) or EDGES.match(flat))


def short_of(line: str) -> str:
    """The line, or "" where it is too long to be the page's own."""
    return line if len(line) <= LONGEST else ""


def simplified(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines in Simplified, with the blanks that part their cells."""
    plain = to_simplified("\n".join(line.text for line in lines)).split("\n")
    return [line._replace(text=text) for line, text in zip(lines, plain, strict=False)]


def is_menu(text: str) -> bool:
    """Whether a line is a row of links that sites have."""
    parts = _parts(text)
    if len(parts) < FEWEST_LINKS:
        return False
    if parts[0] in _HOME and max(map(len, parts)) <= _LONGEST_OWN_LINK:
        return sum(map(_is_link, parts)) >= max(FEWEST_LINKS, _KNOWN * len(parts))
    return all(map(_is_link, parts))


def _is_link(words: str) -> bool:
    return len(words) <= _LONGEST_LINK and to_simplified(words) in MENU


def is_row_of_links(text: str) -> bool:
    """Whether many of a row of short words are links that sites have; the others are the site's own."""
    parts = _parts(text)
    short = len(parts) > FEWEST_LINKS and max(map(len, parts)) <= _LONGEST_OWN_LINK
    return short and sum(map(_is_link, parts)) >= _KNOWN * len(parts)


def _parts(text: str) -> list[str]:
    return [part for part in _PARTS.split(narrow(text)) if part]
