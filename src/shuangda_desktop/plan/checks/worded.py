"""Shares and figures in words that the reading left over: 三分之一, 半数以上, 两千余张.

Independent of how targets are read: what is said in words has to be one of the targets, or be told of
what has been, or of what a thing is.
"""

import re
from collections.abc import Iterator

from shuangda_desktop.plan.checks.findings import Drafted, doubt, words_span
from shuangda_desktop.plan.checks.left_over import OF_ALL, RHYTHM, tells_past
from shuangda_desktop.plan.model import Finding
from shuangda_desktop.text.mapped import MappedText

_DIGIT = "[一二两三四五六七八九]"
_COUNTED = "(?:[家人件户台次]次|批次|[家件起场期次名人户份篇所座辆套册张例宗只台块条](?![款例理龄才员民口群间]))"
_CUE = re.compile(
    f"分之|分百|成|个百|/|半|番|{_DIGIT}{_DIGIT}[家件人户台批起场期次名份篇所座辆套册张宗只块条]|左右|上下|[十百千万余多几][余多]?[家人件户台批起场期次名份篇所座辆套册张例宗只块条]"
)
_SHARE = re.compile(
    f"百分之[一二两三四五六七八九十百零\u3007点]+|百分百|(?<!百)(?<!千){_DIGIT}分之{_DIGIT}|(?<![\\d/.]){_DIGIT}成(?![不员立果为效本长功品熟年绩])"
    f"|{_DIGIT}个百分点|(?<![\\d/.\\-])[1-9]/[2-9](?![\\d/.]|世界|[\u4e00-\u9fff]{{0,8}}?[日节](?![能约点水电]))|[过超](?<!时间过)(?<!任务过)半数?(?=[,;\u3002以的])|半数|一半(?:以上)?|翻[一两二]番|翻番"
)
_FIGURE = re.compile(
    f"(?<![第每{_DIGIT[1:-1]}十百千万])(?:{_DIGIT}[十百千万]|[数几上][十百千万]|(?<!至少)(?<![少低]于)(?<!超过)(?!一一){_DIGIT}{_DIGIT}|[百千](?=[余多])|十(?!{_DIGIT}五))"
    f"[一二三四五六七八九十百千万零]{{0,6}}[余多几]?[百千万]?{_COUNTED}(?!全会|会议)|{_DIGIT}{_COUNTED}(?=左右|上下)"
)
_OF_WHAT = re.compile(
    "(?:不足|占(?![道地用])[^,;\u3002]{0,8}|最高|按[^,;\u3002]{0,6}|[扣减]|给予[^,;\u3002]{0,8}|[近约每])$"
)
_WHICH = re.compile("(?:以[上下])?的(?!重点|目标)")  # 五成以下的企业 are those that are meant
_ARE_MEANT = "以上的"  # 2/3以上的乡镇建成站点
_TIMES = re.compile(f"{_DIGIT}{_DIGIT}次")
_RHYTHM = re.compile(f"{RHYTHM}[^,;\u3002]{{0,8}}$")  # 每年检查两三次 is how often
_NEAR = 12  # characters before a figure that say what it is


def check_worded(drafted: Drafted, year: int | None, text: MappedText) -> Iterator[Finding]:
    """The shares and figures in words of a measure that are in none of its targets."""
    rest = drafted.rest
    if not _CUE.search(rest):
        return
    read = "\n".join([target.text for target in drafted.measure.targets])
    for pattern in (_SHARE, _FIGURE):
        for match in pattern.finditer(rest):
            if (
                match[0] not in read
                and _asks(match, rest)
                and not tells_past(rest, match.start(), year)
            ):
                message = f"“{match[0]}”像是要达到的数量,但没有读作目标,暂作正文,请核对。"
                yield doubt("unread-number", message, words_span(drafted, *match.span(), text))


def _asks(match: re.Match[str], rest: str) -> bool:
    before = rest[max(0, match.start() - _NEAR) : match.start()]
    if _TIMES.fullmatch(match[0]) and _RHYTHM.search(before):
        return False
    return not (_is_of_which(match, before, rest) or _OF_WHAT.search(before))


def _is_of_which(match: re.Match[str], before: str, rest: str) -> bool:
    """Whether a share tells which ones are meant: 五成以下的企业; 2/3以上的乡镇 at the start are all of them."""
    if rest.startswith(_ARE_MEANT, match.end()) and OF_ALL.search(before):
        return False
    return not match[0].endswith(("半", "半数")) and bool(_WHICH.match(rest, match.end()))
