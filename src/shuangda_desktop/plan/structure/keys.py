"""The words before a colon that say what follows: who leads, who helps, until when."""

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import cast

from shuangda_desktop.plan.model import Role
from shuangda_desktop.text.chars import HAN, LOPEN, ROPEN

OFFICES = "单位|部门|机构|主体|科室|处室|股室|部室|站所|科所|警种|司局|支部"  # kinds of units
_UNIT = f"(?:{OFFICES}|团场|乡镇|镇街|街镇|县区|区县)(?:\\((?:单位|部门|科室|处室|股室)\\))?"
_SHORT = f"(?:{_UNIT}|(?=\\s?:))"  # before a colon the bare verb is a key too
_OF_LEVEL = "(?:[省市县区州]级)?"  # at the head of a line it tells nothing new
LEAD_KEY = f"(?:[总拟]?牵头(?:考核|负责|责任|实施|主办)?{_SHORT}|组织牵头{_UNIT}|(?:主办|主责|主抓){_SHORT})"
COOPERATING_KEY = (
    f"(?:(?:主要)?(?:配合|协办|协助|协同|协作|协抓|参与|参加|会办)(?:责任|实施|考核)?{_SHORT})"
)
RESPONSIBLE_KEY = (
    "(?:(?:主要|具体|共同|第一|相关|有关|其他|其它)?(?:责任|负责|主管|承办|考核|实施|落实|执行|完成|承担|整改|归口(?:管理)?)"
    f"(?:责任)?{_UNIT}|(?:责任|部门)分工|(?:责任|负责|承办|落实){_SHORT})"
)
DUE_KEY = "(?:拟?(?:完成|办结|整改|工作|落实)?时限(?:要求)?|完成(?:时间|期限|日期)|时间(?:节点|要求|安排|进度)|(?:完成|办理)?期限)"
ASIDE_KEY = "(?:联系人|联络员|联系电话|联系方式|联系地址|电话|手机|传真|电子邮箱|邮箱|邮编|地址|责任人|(?:责任|分管|主管|牵头|包联|包抓|挂钩|联系|督导|督办|督查)(?:[省市县区州盟旗]级?)?领导|负责人|填报人|审核人|备注|(?:实际|目前)?(?:完成|进展)情况)"


class Key(StrEnum):
    """What the text after a key says."""

    LEAD = "lead"
    COOPERATING = "cooperating"
    RESPONSIBLE = "responsible"
    DUE = "due"
    ASIDE = "aside"


ROLES = {
    Key.LEAD: Role.LEAD,
    Key.COOPERATING: Role.COOPERATING,
    Key.RESPONSIBLE: Role.RESPONSIBLE,
}
_KINDS = (
    (Key.LEAD, LEAD_KEY),
    (Key.COOPERATING, COOPERATING_KEY),
    (Key.RESPONSIBLE, RESPONSIBLE_KEY),
    (Key.DUE, DUE_KEY),
    (Key.ASIDE, ASIDE_KEY),
)
_PLAIN = "|".join(pattern for _, pattern in _KINDS)
ANY_KEY = "|".join(f"(?P<{kind.value}>{pattern})" for kind, pattern in _KINDS)
_OPEN, _CLOSE = re.compile(f"[{LOPEN}]"), re.compile(f"[{ROPEN}]")
_SPREAD = re.compile(f"(?<![^ ;])(?:[{HAN}] {{1,4}}){{1,7}}[{HAN}](?=[ :]|$)")  # 责 任 单 位
_KEY_WORD = re.compile(f"{_OF_LEVEL}(?:{_PLAIN})\\s?:")
_LINE = re.compile(
    rf"^(?:[\u25a0-\u25cf\u2022\u00b7*\-\u2014,]{{1,3}}\s?)?(?P<open>[\[\u3010\u3014(])?{_OF_LEVEL}(?:{ANY_KEY})(?P<close>[\]\u3011\u3015)])?\s?(?P<colon>:|\u2014{{1,2}}(?=\s?[{HAN}\d])|(?<=[位门])为(?=[{HAN}]{{3}}))?"
)
_NEXT = re.compile(
    f"(?<=[ ;,\u3002])(?={_OF_LEVEL}(?:{_PLAIN})\\s?(?::|\u2014\u2014))|(?<= )(?={_OF_LEVEL}(?:{_PLAIN})(?: |(?<=[限间])\\d))|(?<=.)(?=[\\[\u3010\u3014](?:{_PLAIN})[\\]\u3011\u3015])"
)
_DUTY = f"{LEAD_KEY}|{COOPERATING_KEY}|{RESPONSIBLE_KEY}"
_OFFICE = f"(?![要应报不须可主做对按由会每])[{HAN}]{{2,12}}(?:[局委办部厅院处科所队会社署]|海关|公司|中心|政府)"  # a value without a colon
_INLINE = re.compile(
    rf"(?:(?<=[\u3002;.!?)\u3015\u3011])[ \u2014\-]{{0,3}}|(?<=[{HAN}] ))"
    rf"(?=(?:{_DUTY}|{DUE_KEY})\s?(?::|(?<=[位门])为(?=[{HAN}]{{3}}))|[\[\u3010](?:{_DUTY}|{DUE_KEY})[\]\u3011]|{ASIDE_KEY}\s?:[^\u3002;:]{{1,20}}[ ;,](?:{_DUTY})\s?:)"
    rf"|(?<=\u3002) {{0,3}}(?=(?:{_DUTY}) {{1,3}}{_OFFICE}(?:[ 、,;\u3002]|$))"
    rf"|(?<=[{HAN}])(?=,(?:{_DUTY})\s?(?::|(?<=[位门])为(?=[{HAN}]{{3}})))"
)
_ENDS_IN_KEY = re.compile(f"(?:{_PLAIN})\\s?$")
_TORN_LABEL = re.compile(
    f"[{LOPEN}][一二三四五六七八九十\\d]{{1,3}}(?![{ROPEN}一二三四五六七八九十\\d])"
)
_LONGEST_KEY = 12
_LONGEST_VALUE = 300
_OF_KEYS = (":", "\u3010", "[", "位为", "门为", "位 ", "门 ")  # what each place of a key holds
_PAIR = re.compile(
    f"(?:{LEAD_KEY}|{RESPONSIBLE_KEY})\\s?:[^\u3002;:]{{1,80}};\\s?(?:{COOPERATING_KEY}|{RESPONSIBLE_KEY})\\s?:"
)


@dataclass(frozen=True, slots=True)
class KeyLine:
    """A key and its value: 牵头单位:…; ``listed`` where the value begins on the next line."""

    key: Key
    word: str
    value: str
    listed: bool = False


def key_lines(flat: str) -> list[KeyLine]:
    """The keys of a line that begins with one, spaced out or not; [] for other lines."""
    text = _SPREAD.sub(_close, flat) if _SPREAD.match(flat) else flat
    match = _LINE.match(text)
    if not match or not _is_key(match, text):
        return []
    cuts = [0, *(found.start() for found in _NEXT.finditer(text, match.end())), len(text)]
    return [_key_line(text[start:end]) for start, end in pairwise(cuts)]


def _close(spread: re.Match[str]) -> str:
    """A key without the blanks between its characters; other words as they are."""
    word = spread[0].replace(" ", "")
    return word if _KEY_WORD.match(f"{word}:") else spread[0]


def _is_key(match: re.Match[str], text: str) -> bool:
    """A key stands before a colon, in brackets, before a blank or alone."""
    if match["colon"] or (match["open"] and match["close"]):
        return not (match["open"] and not match["close"])
    rest = text[match.end() :]
    blank = text[match.end() - 1 : match.end()] in (" ", "\t")
    whole = bool(re.search(f"{_UNIT}$|{DUE_KEY}$|{ASIDE_KEY}$", match[0].rstrip()))
    return not match["open"] and whole and (not rest or blank)


def _key_line(text: str) -> KeyLine:
    """A key and what stands behind it; the text is known to begin with a key."""
    match = cast("re.Match[str]", _LINE.match(text))
    key = next(kind for kind, _ in _KINDS if match[kind.value])
    value = text[match.end() :].strip(" ;")
    return KeyLine(key, match[key.value], value, listed=not value)


def inline_keys(flat: str) -> list[int]:
    """Places outside brackets where a key begins behind a sentence, or two keys in a row begin."""
    if not any(sign in flat for sign in _OF_KEYS):
        return []
    places = {match.end() for match in _INLINE.finditer(flat)}
    places |= {match.start() for match in _PAIR.finditer(flat)}
    torn = _TORN_LABEL.match(flat)
    found, depth, at = list[int](), 0, torn.end() if torn else 0
    for place in sorted(places - {0}):
        depth += len(_OPEN.findall(flat, at, place)) - len(_CLOSE.findall(flat, at, place))
        at = place
        if depth <= 0:
            found.append(place)
    return found


def ends_in_value(flat: str, start: int, end: int) -> bool:
    """Whether the words before ``end`` are the value of a key: …责任单位:市公安局."""
    colon = flat.rfind(":", max(start, end - _LONGEST_VALUE), end)
    if colon < 0 or re.search("[\u3002!?]", flat[colon:end]):
        return False
    return bool(_ENDS_IN_KEY.search(flat[max(start, colon - _LONGEST_KEY) : colon]))
