"""A document whose line breaks are all lost: where the lines of its head, its headings and its end began."""

import re
from collections.abc import Iterator

from shuangda_desktop.plan.duties.unit_names import is_surely_unit
from shuangda_desktop.plan.structure.signed import signatures_within
from shuangda_desktop.text.chars import HAN, ROPEN

_HEAD = re.compile(
    "(?::\\s?(?:现行|继续)?(?:有效|失效|废止)\\s"  # the last field of a page's index
    f"|[:\u3002]\\s?|(?:要点|方案|意见|通知|计划|办法|措施|清单|安排|规程|规定|细则|分工|函|文件|号|日|[{ROPEN}])\\s)"
)
_NOTE = re.compile("\\((?:此件|主动|依申请)[^()]{2,12}\\)")
_NUMBER = re.compile(
    f"[{HAN}]{{2,14}}[\u3014\\[(]\\s?(?:19|20)\\d\\d\\s?[\u3015\\])]\\s?\\d{{1,4}}\\s?号"
)
_TITLE_END = re.compile("通知|方案|要点|意见|函|文件|决定|计划|安排|办法")
_TAIL = re.compile(
    f"(?<=[\u3002{ROPEN}\\s])(?=(?:抄\\s?送|抄\\s?报|主\\s?送|附\\s?件\\s?\\d?|联\\s?系\\s?人|联系电话)\\s?:|(?:信息|文章)?来\\s?源\\s?:(?=[^\u3002]{{0,40}}$)|\\((?:此件|联系人))"
)
_HEADED = re.compile(  # a heading, and what stands behind the blank that its line break has become
    f"[{HAN}、,\u201c\u201d\u300a\u300b]{{4,40}}(?=[ \u3000]{{1,4}}[{HAN}\\d\u201c][^ \u3000;\u3002]{{3}})"
    f"|[{HAN}、]{{6,24}}(?=到20\\d\\d年,)"
)
_PARTED = re.compile("[、,]")
_LONGEST_HEAD = 2000
_LONGEST_TAIL = 600


def edges(flat: str, first: int, last: int) -> Iterator[int]:
    """Where lines begin before the first label of a document in one line, and behind its last."""
    start = max(0, first - _LONGEST_HEAD)
    for match in _HEAD.finditer(flat, start, first):
        yield match.end()
    for match in _NOTE.finditer(flat, start, first):
        yield from match.span()
    for match in _NUMBER.finditer(flat, start, first):
        if flat.endswith("\u300b(", start, match.start()):
            continue  # of a document that is cited
        titles = [found.end() for found in _TITLE_END.finditer(flat, *match.span())]
        yield from (titles[-1] if titles else match.start(), match.end())
    yield from signatures_within(flat, start, first)
    start = max(last, len(flat) - _LONGEST_TAIL)
    for match in _TAIL.finditer(flat, start):
        yield match.start()
    yield from signatures_within(flat, start, len(flat))


def heading_end(flat: str, start: int) -> int:
    """Where a heading ends whose line break became a blank; else 0."""
    match = _HEADED.match(flat, start)
    named = match and is_surely_unit(_PARTED.split(match[0])[-1])  # …牵头,市公安局 市税务局配合
    return match.end() if match and not named else 0
