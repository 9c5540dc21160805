"""What a duty clause says: which unit leads, answers or helps, and for which part."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from shuangda_desktop.plan.keys import (
    ANY_KEY,
    COOPERATING_KEY,
    DUE_KEY,
    LEAD_KEY,
    RESPONSIBLE_KEY,
    ROLES,
    Key,
)
from shuangda_desktop.plan.model import Duty, Role
from shuangda_desktop.plan.prefixes import inherit, prefix_of
from shuangda_desktop.plan.units_list import is_surely_unit, looks_like_unit, split_units

_LEAD = "(?:(?:为|作为)(?:总?牵头|主办|主责)(?:单位|部门)|总牵头|共同牵头|负责牵头|牵头(?:组织实施|负责组织|负责落实|负责|组织|落实|实施|推进|会同)?|主办|主责)"
_HELP = "(?:为(?:配合|协办|协助|参与)(?:单位|部门)|(?:支持|积极|密切|协同|全力|做好)?配合(?:落实|做好|实施)?|协助(?:落实)?|协办|参与)"
_ANSWER = "(?:为(?:责任|负责|承办)(?:单位|部门)|负责(?:组织实施|具体落实|具体实施|落实|实施|组织(?!牵头))?)"
_WEAK = "(?:贯彻落实|抓好落实|组织落实|落实|组织实施|实施|承办|承担|考核|指导|督导|推进|办理)"
_WEAK_HELP = "(?:支持|协同|协作|参加)"
_MANNER = "(?:按照?[^,;、:]{0,8}?(?:分工|职责|职能|权限|要求))?(?:各自|共同|分别|分工|分头|具体|联合|组织|统一|依职责|依法){0,2}"
_VERB = re.compile(
    f"{_MANNER}(?:(?P<lead>{_LEAD})|(?P<help>{_HELP})|(?P<answer>{_ANSWER})|(?P<weak>{_WEAK})(?=$)|(?P<aid>{_WEAK_HELP})(?=$))"
)
_DEED = re.compile("(?<=..)(?:落实|承担|履行|做好|抓好|加强|开展|推进)(?=.{2})")
_TOGETHER = re.compile("会同(?=.{2})")
_KEYED = re.compile(f"(?:{ANY_KEY})\\s?(?::|(?<=[位门])为)")
_UNKEYED = re.compile(
    f"(?:(?<=^)|(?<=[;, \u3002]))(?:{'|'.join(f'(?P<{k.value}>{p})' for k, p in ((Key.LEAD, LEAD_KEY), (Key.COOPERATING, COOPERATING_KEY), (Key.RESPONSIBLE, RESPONSIBLE_KEY), (Key.DUE, DUE_KEY)))}) "
)
_FOREIGN_KEY = re.compile("^[\u4e00-\u9fff]{2,6}:")
_ASIDE = re.compile(
    r"^(?:共?\d+(?:\.\d+)?分|每[^、]{0,4}(?:次|日|月|周|年|季|下降|降|增|缺|少|扣|加)|缺|扣|[加减]\d|下同|以下|不再|(?:持续|长期|常态化?)(?:推进|坚持|开展|实施)?$|"
    r"全年|立即|即时|适时|随时|按时|.*(?:完成|底前|月底|年底|年内|日前|月前|年前|之前|期间|到位)$|.*\d+(?:分|日|月|年)$|.*不再列出)"
)
_CONTACT = re.compile("电话|联系人|传真|邮箱|邮编")
_FIRST_LEADS = re.compile(
    "(?:(?:第一|首)[个家位名]?|居首|排首)[^\u3002;]{0,14}?(?:为|是|作为|即为)[^\u3002;,]{0,6}牵头"
    "|(?:未|没有|不)(?:列|明确|注明|标明|指定)[^\u3002;]{0,12}牵头[^\u3002;]{0,12}?,?[^\u3002;]{0,14}牵头"
    "|牵头(?:单位|部门)(?:未|没有|不)(?:列|明确|注明|标明)[^\u3002;]{0,20}牵头"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A clause as read; ``first_leads`` where it says that the first unit leads, from here on."""

    duties: tuple[Duty, ...]
    open_ended: bool = False
    first_leads: bool = False
    verb: bool = True


def says_first_leads(text: str) -> bool:
    """Whether a text rules that the first unit of a list leads where no lead is named."""
    return bool(_FIRST_LEADS.search(text))


def read_clause(text: str) -> Reading | None:
    """The duties that a bracket's content states; None where it is no duty clause."""
    if _CONTACT.search(text) or not text.strip():
        return None
    sentences = [part for part in text.split("\u3002") if part.strip()]
    rules = [part for part in sentences if says_first_leads(part)]
    body = "\u3002".join(part for part in sentences if part not in rules)
    reading = _labelled(body) or _verbal(body, Role.RESPONSIBLE)
    return replace(reading, first_leads=bool(rules)) if reading else None


def lead_by_order(duties: tuple[Duty, ...]) -> tuple[Duty, ...]:
    """The duties under a rule that the first unit leads where none is said to."""
    if not duties or any(duty.role is Role.LEAD for duty in duties):
        return duties
    for at, duty in enumerate(duties):
        if duty.role is Role.RESPONSIBLE:
            return (*duties[:at], replace(duty, role=Role.LEAD), *duties[at + 1 :])
    return duties


@dataclass(frozen=True, slots=True)
class _Keyed:
    """A key inside a clause: what follows it and the scope before it."""

    key: Key
    value: str
    scope: str


def _labelled(text: str) -> Reading | None:
    keyed = list(_keyed(text))
    if not any(part.key in ROLES for part in keyed):
        return None
    duties: list[Duty] = []
    scope, prefix, open_ended = "", "", False
    for part in keyed:
        scope = part.scope or scope
        if part.key not in ROLES:
            continue
        reading = _verbal(_own_value(part.value), ROLES[part.key], prefix, strict=False)
        if reading:
            prefix = next((p for d in reading.duties if (p := prefix_of(d.unit))), prefix)
            duties += [replace(duty, scope=scope or None) for duty in reading.duties]
            open_ended = open_ended or reading.open_ended
    return Reading(_unique(duties), open_ended) if duties else None


def _keyed(text: str) -> Iterator[_Keyed]:
    """Each key with the text up to the next one, and its scope: 甲整治牵头单位."""
    marks = list(_KEYED.finditer(text)) or list(_UNKEYED.finditer(text))
    before = text[: marks[0].start()] if marks else ""
    ends = [*(mark.start() for mark in marks[1:]), len(text)][: len(marks)]
    for mark, end in zip(marks, ends, strict=True):
        value = text[mark.end() : end]
        key = next(key for key in Key if mark.groupdict().get(key.value))
        yield _Keyed(key, _without_scope(value) if end < len(text) else value, _scope(before))
        before = value


def _scope(before: str) -> str:
    """The words between the last mark and a key, where they name no unit."""
    words = re.split("[,;\u3002 ]", before)[-1].strip()
    named = "、" in words or looks_like_unit(words) or _ASIDE.match(words)
    return "" if named else words.removeprefix("其中").strip(":")


def _without_scope(value: str) -> str:
    scope = _scope(value)
    return value[: len(value) - len(scope)] if scope else value


def _own_value(value: str) -> str:
    """The value without parts that begin with a key we do not know: 适用范围:…."""
    parts = re.split("(?<=[,;\u3002])", value)
    return "".join(part for part in parts if not _FOREIGN_KEY.match(part)).strip(" ;,\u3002")


@dataclass(frozen=True, slots=True)
class _Group:
    """Units that stand before one verb; ``role`` is None where no verb follows."""

    text: str
    role: Role | None


def _verbal(text: str, default: Role, inherited: str = "", strict: bool = True) -> Reading | None:
    """A clause whose roles are told by verbs, or by nothing at all."""
    groups = _with_roles([g for part in _parts(text) for g in _groups(part)], default)
    duties: list[Duty] = []
    open_ended = False
    for group in groups:
        found = split_units(group.text)
        names = inherit(found.names, inherited)
        inherited = next((p for name in names if (p := prefix_of(name))), inherited)
        duties += [Duty(name, group.role or default) for name in names]
        open_ended = open_ended or found.open_ended
    verb = any(_VERB.search(part) for part in _parts(text))
    if not duties or (strict and not _holds(duties, verb)):
        return None
    return Reading(_unique(duties), open_ended, verb=verb)


def _holds(duties: list[Duty], verb: bool) -> bool:
    """Whether names are units: all of them surely without a verb, half of them with one."""
    if not verb:
        return all(is_surely_unit(duty.unit) for duty in duties)
    return sum(looks_like_unit(duty.unit) for duty in duties) * 2 >= len(duties)


def _parts(text: str) -> list[str]:
    """The parts between commas and semicolons that may hold units."""
    parts = (part.strip(" 、") for part in re.split("[,;\u3002]", text))
    return [part for part in parts if part and not _ASIDE.match(part)]


def _groups(part: str) -> Iterator[_Group]:
    """Cut a part after each verb: A牵头负责、B配合."""
    start = 0
    for match in _VERB.finditer(part):
        text = part[start : match.start()]
        role = _role(match)
        start = match.end()
        yield from _together(text.strip(" 、"), role, match[0])
    rest = part[start:].strip(" 、")
    if rest:
        yield _Group(_without_deed(rest), None)


def _without_deed(text: str) -> str:
    """Units without what they are said to do: 各县区政府落实属地责任."""
    deed = _DEED.search(text)
    return text[: deed.start()] if deed and looks_like_unit(text[: deed.start()]) else text


def _role(match: re.Match[str]) -> Role:
    if match["lead"]:
        return Role.LEAD
    return Role.COOPERATING if match["help"] or match["aid"] else Role.RESPONSIBLE


def _together(text: str, role: Role, verb: str) -> Iterator[_Group]:
    """A会同B负责: A leads, B answers with it."""
    cut = _TOGETHER.search(text)
    if not cut:
        yield _Group(text, role)
        return
    if cut.start():
        yield _Group(text[: cut.start()], Role.LEAD)
    yield _Group(text[cut.end() :], Role.RESPONSIBLE if role is Role.LEAD else role)


def _with_roles(groups: list[_Group], default: Role) -> list[_Group]:
    """Groups without a verb take the next one's; after the last verb they answer."""
    following: Role | None = None
    settled: list[_Group] = []
    for group in reversed(groups):
        following = group.role or following
        settled.append(_Group(group.text, group.role or following or default))
    return settled[::-1]


def _unique(duties: list[Duty]) -> tuple[Duty, ...]:
    return tuple(dict.fromkeys(duties))
