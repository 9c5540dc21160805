"""Documents marked secret are not read: they may not be on this machine at all.

A mark is the official one, with a star or a term, or a line of its own near the top. A sentence
that speaks of trade secrets is no mark.
"""

import re

from shuangda_desktop.errors import SourceError
from shuangda_desktop.text.chars import BLANK, COLON, CONTROL, DIGIT, HAN, INVISIBLE
from shuangda_desktop.text.punctuation import narrow, widen

_GRADE = "(?:[绝絕]密|[机機]密|秘密)"
_COMMON = "密"  # stands in each of them
_TERM = f"(?:[{DIGIT}]{{1,3}}(?:年|个月|個月|天|日)|[长長]期)"
_STAR = "[\u2605\u2606]"
_STARRED = re.compile(f"(?<![{HAN}]){_GRADE}(?:{_STAR}|[*]{_TERM})")
_ALONE = re.compile(f"(?:密[级級][{COLON}]?)?{_GRADE}[\u2605\u2606*]?{_TERM}?")
_URGENT = re.compile("^(?:特急|特提|加急|平急|急件)|(?:特急|特提|加急|平急|急件)$")
_UNSEEN = re.compile(f"[{BLANK}{INVISIBLE}{CONTROL}]")
_TOP = 15  # lines that may hold the elements above a title
_LONGEST = 24  # characters of a line that is a mark and not a sentence
_REFUSAL = (
    "这份文件标有密级,按保密规定不能导入本机,程序没有保留其中任何内容;请在涉密计算机上处理。"
    "如确为误判,请核对首页的密级标志后由保密员确认。"
)


def refuse_secret(raw: str) -> None:
    """Raise SourceError for a document marked secret; the message says nothing of its content."""
    if _COMMON not in raw:  # most documents: to look is a hundred times faster
        return
    lines = [_UNSEEN.sub("", narrow(line)) for line in raw.split("\n")]
    lines = [line for line in lines if line]
    if any(_is_mark(line, place < _TOP) for place, line in enumerate(lines)):
        raise SourceError(widen(_REFUSAL))


def _is_mark(line: str, near_top: bool) -> bool:
    line = _URGENT.sub("", line)
    if len(line) > _LONGEST:
        return False
    return bool(_STARRED.search(line)) or (near_top and bool(_ALONE.fullmatch(line)))
