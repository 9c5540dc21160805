"""The words before a colon that say what follows: who leads, who helps, until when."""

import re
from dataclasses import dataclass
from enum import StrEnum

from shuangda_desktop.plan.model import Role
from shuangda_desktop.text.chars import LOPEN, ROPEN

_UNIT = "(?:单位|部门|机构|主体|科室|处室)"
LEAD_KEY = (
    f"(?:总?牵头(?:考核|负责|责任|实施|主办)?{_UNIT}|组织牵头{_UNIT}|(?:主办|主责){_UNIT}?|牵头)"
)
COOPERATING_KEY = f"(?:(?:主要)?(?:配合|协办|协助|协同|协作|参与|参加|会办)(?:责任|实施)?{_UNIT}?)"
RESPONSIBLE_KEY = f"(?:(?:主要|具体|共同)?(?:责任|负责|承办|考核|实施|落实|执行|完成|承担|整改)(?:责任)?{_UNIT}|责任分工|(?:责任|负责|承办))"
DUE_KEY = "(?:(?:完成|办结|整改|工作|落实)?时限(?:要求)?|完成(?:时间|期限|日期)|时间(?:节点|要求|安排|进度)|(?:完成|办理)?期限)"
ASIDE_KEY = "(?:联系人|联络员|联系电话|联系方式|联系地址|电话|手机|传真|电子邮箱|邮箱|邮编|地址|责任人|责任领导|分管领导|牵头领导|包联领导|负责人|填报人|审核人|备注)"


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
ANY_KEY = "|".join(f"(?P<{kind.value}>{pattern})" for kind, pattern in _KINDS)
_OPEN, _CLOSE = re.compile(f"[{LOPEN}]"), re.compile(f"[{ROPEN}]")
_SPREAD = re.compile(r"(?<=[\u4e00-\u9fff]) {1,4}(?=[\u4e00-\u9fff])")
_LINE = re.compile(
    rf"^(?:[\u25a0-\u25cf\u2022\u00b7*\-\u2014]\s?)?(?P<open>[\[\u3010(])?(?:{ANY_KEY})(?P<close>[\]\u3011)])?\s?(?P<colon>:)?"
)
_INLINE = re.compile(
    rf"(?<=[\u3002;.!?)\u3015\u3011])\s?(?=(?:{LEAD_KEY}|{COOPERATING_KEY}|{RESPONSIBLE_KEY}|{DUE_KEY})\s?:)"
)


@dataclass(frozen=True, slots=True)
class KeyLine:
    """A line of the form 牵头单位:…; ``value`` is what stands after the key."""

    key: Key
    word: str
    value: str


def key_line(flat: str) -> KeyLine | None:
    """The key that a line begins with, spaced out or not, with or without its colon."""
    head, tail = flat[:24], flat[24:]
    close = _SPREAD.sub("", head) if ":" in head or len(flat) <= 24 else head
    for text in dict.fromkeys((flat, close + tail)):
        match = _LINE.match(text)
        if match and _is_key(match, text):
            return _key_line(match, text)
    return None


def _is_key(match: re.Match[str], text: str) -> bool:
    """A key stands before a colon, in brackets, before a blank or alone."""
    if match["colon"] or (match["open"] and match["close"]):
        return not (match["open"] and not match["close"])
    rest = text[match.end() :]
    blank = text[match.end() - 1 : match.end()] in (" ", "\t")
    whole = bool(re.search(f"{_UNIT}$|{DUE_KEY}$|{ASIDE_KEY}$", match[0].rstrip()))
    return not match["open"] and whole and (not rest or blank)


def _key_line(match: re.Match[str], text: str) -> KeyLine:
    key = next(kind for kind, _ in _KINDS if match[kind.value])
    return KeyLine(key, match[key.value], text[match.end() :].strip())


def inline_keys(flat: str) -> list[int]:
    """Places outside brackets where a key begins after the end of a sentence."""
    found, depth, at = [], 0, 0
    for match in _INLINE.finditer(flat):
        depth += len(_OPEN.findall(flat, at, match.end())) - len(
            _CLOSE.findall(flat, at, match.end())
        )
        at = match.end()
        if depth <= 0:
            found.append(at)
    return found
