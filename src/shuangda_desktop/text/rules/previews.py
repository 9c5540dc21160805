"""Rule: what a library of documents puts around one that a member gave it, and the numbers of its pages.

The sentence that names the member's file leaves the name, which may be the only title. Below it such
a site shows the words page by page, each behind its number: 1、…, 2、….
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from shuangda_desktop.text.chars import HAN, LPAREN, PAUSE, RPAREN, STOP
from shuangda_desktop.text.lines import TextLine, text_lines
from shuangda_desktop.text.mapped import Edit, Span

RULE = "web_junk"
_FILE = "[.](?:docx?|wps|pdf|xlsx?|pptx?|txt|rtf)"
_SHARED = re.compile(
    f"\u300a(?P<name>[^\u300a\u300b]{{4,80}}?)(?:{_FILE})?\u300b由会员(?!单位|企业|单元).{{0,12}}分享.{{0,12}}(?:在线|阅读|下载)"
)
_CLAUSE = re.compile(f"[{LPAREN}][^{RPAREN}]{{2,60}}(?:负责|牵头|配合)")
_NAMED = re.compile(f".{{2,80}}{_FILE}", re.I)
_PAGE = re.compile(f"(?P<number>[0-9]{{1,3}})[{PAUSE}]")
_ENDED = re.compile(f"[\u3002;\uff1b:\uff1a!\uff01{RPAREN}]$")
_CHAPTER = re.compile(f"(?:^|[^{HAN}])一{PAUSE}")
_TOP = 60  # lines that may be above the sentence


def remove_preview(text: str) -> Iterable[Edit]:
    """Edits that take out all above the words but the name of the file, and what numbers the pages."""
    lines = text_lines(text)
    for at, line in enumerate(lines[:_TOP]):
        if line.numbered or _CLAUSE.search(line.text):  # the document has begun
            return []
        shared = _SHARED.search(line.text)
        if shared:
            name = Span(line.start + shared.start("name"), line.start + shared.end("name"))
            below = lines[at + 1 :]
            return [
                Edit(Span(0, name.start), "", RULE),
                Edit(Span(name.end, line.end), "", RULE),
                *_file_names(below),
                *_page_numbers(below, shared["name"]),
            ]
        if STOP in line.text:
            return []
    return []


def _file_names(lines: Sequence[TextLine]) -> Iterator[Edit]:
    """Lines that are nothing but the name of a file."""
    for line in lines:
        if _NAMED.fullmatch(line.text):
            yield Edit(Span(line.start, line.end), "", RULE)


def _page_numbers(lines: Sequence[TextLine], name: str) -> Iterator[Edit]:
    """The numbers before the words of each page, where words run on from one page to the next.

    A document without chapters keeps them: they may be all that parts it.
    """
    found = [(at, match) for at, line in enumerate(lines) if (match := _PAGE.match(line.text))]
    pages = [at for n, (at, match) in enumerate(found, 1) if int(match["number"]) == n]
    counted = bool(pages) and pages[0] == 0 and len(pages) == len(found)
    if not counted or not _are_pages(lines, pages, name):
        return
    for n, (at, match) in enumerate(found):
        line = lines[at]
        start = lines[at - 1].end if n and not _ENDED.search(lines[at - 1].text) else line.start
        yield Edit(Span(start, line.start + match.end()), "", RULE)


def _are_pages(lines: Sequence[TextLine], pages: Sequence[int], name: str) -> bool:
    """Whether the first begins with the title, or one breaks off in a sentence."""
    titled = lines[0].text.partition("\u3001")[2].startswith(name)
    torn = any(not _ENDED.search(lines[after - 1].text) for _, after in pairwise(pages))
    return (titled or torn) and any(_CHAPTER.search(line.text) for line in lines)
