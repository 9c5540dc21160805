"""A document whose line breaks are all lost: where the lines of its head and its end began."""

import re
from collections.abc import Iterator

from shuangda_desktop.plan.dates import DATE
from shuangda_desktop.plan.units_list import looks_like_unit
from shuangda_desktop.text.chars import HAN, ROPEN

_HEAD = re.compile(
    f"(?:[:\u3002]\\s?|(?:要点|方案|意见|通知|计划|办法|措施|清单|规程|规定|细则|分工|函|文件|号|日|[{ROPEN}])\\s)"
)
_TAIL = re.compile(
    f"(?<=[\u3002{ROPEN}\\s])(?=(?:抄\\s?送|抄\\s?报|主\\s?送|附\\s?件\\s?\\d?|联\\s?系\\s?人|联系电话)\\s?:|\\((?:此件|联系人))"
)
_SIGNED = re.compile(
    f"(?<=[\u3002{ROPEN}\\s])(?P<who>[{HAN}\u201c\u201d]{{3,40}}?)\\s?(?:{DATE.pattern})(?=\\s|\\(|$)"
)
_LONGEST_TAIL = 600


def edges(flat: str, first: int, last: int) -> Iterator[int]:
    """Where lines begin before the first label of a document in one line, and behind its last."""
    for match in _HEAD.finditer(flat, 0, first):
        yield match.end()
    start = max(last, len(flat) - _LONGEST_TAIL)
    for match in _TAIL.finditer(flat, start):
        yield match.start()
    for match in _SIGNED.finditer(flat, start):
        if looks_like_unit(match["who"]):
            yield match.start()
            yield match.end()
