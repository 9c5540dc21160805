"""Duties told by verbs: A牵头, B、C配合; A会同B负责; units without any verb."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from shuangda_desktop.plan.duties.marked import ALL_SIGNS, SIGNS, has_signs
from shuangda_desktop.plan.duties.prefixes import inherit, prefix_of
from shuangda_desktop.plan.duties.stems import is_office
from shuangda_desktop.plan.duties.unit_names import (
    helped_units,
    is_surely_unit,
    looks_like_unit,
)
from shuangda_desktop.plan.duties.units_list import split_units
from shuangda_desktop.plan.model import Duty, Role
from shuangda_desktop.text.chars import HAN

_LEAD = "(?:(?:为|作为)(?:总?牵头|主办|主责)(?:单位|部门)|总牵头|共同牵头|负责牵头|牵头(?:组织实施|负责组织|负责落实|负责|组织|落实|实施|推进|会同)?|主办(?!科室|处室|股室|单位|部门)|主责|负总责)"
_HELP = "(?:为(?:配合|协办|协助|参与)(?:单位|部门)|(?:支持|积极|密切|协同|协作|帮忙|帮助|主动|全力|做好)?配合(?:落实|做好|实施)?|协助(?:落实)?|(?<!政)协办|参与)"
_ANSWER = "(?:为(?:责任|负责|承办)(?:单位|部门)|负责(?:组织实施|具体落实|具体实施|落实|实施|组织(?!牵头))?)"
_WEAK = (
    "(?:贯彻落实|具体抓落实|抓好落实|组织落实|抓落实|落实|组织实施|实施|承办|承担|担任|考核|指导|督导|督办|督查|监督|研究(?:提出|制定|解决|处理)?|推进|推动|执行|完成|办理|办结"
    "|统筹协调|协调|统筹|调度|主抓|主管|分管|汇总|报送|共同)"
)
_AID = "(?:支持|协同|协作|协力|参加|帮忙|帮助)"
_WEAK_HELP = f"(?:(?:全力|大力|积极)?{_AID}(?:[和与]{_AID})?(?:落实|办理)?)"
_MANNER = "(?:结合实际|(?:结合|根据)各自(?:实际|职责|职能))?(?:按照?[^,;、:]{0,8}?(?:分工|职责|职能|权限|要求|原则|规定))?(?:各自|共同|分别|分工|分头|具体|联合|组织|统一|依职责|依法){0,2}"
_VERB = re.compile(
    f"{_MANNER}(?:(?P<lead>{_LEAD})|(?P<help>{_HELP})|(?P<answer>{_ANSWER})|(?P<weak>{_WEAK})(?=$)|(?P<aid>{_WEAK_HELP})(?=$)"
    "|按照?[^,;、:]{0,8}?(?:职责|职能)分工(?:分别|共同)?$)"
)
_DEED = re.compile(
    "(?<=..)(?<!、[省市县区州盟旗])(?:落实|承担|履行|做好|抓好|加强|开展|推进)(?=.{2})"
)
IF = re.compile("(?<!.)[^,;]{2,20}[无没未不][^,;]{2,20}的$")  # 区政府无相关职能的,由A负责
OF_SOME = re.compile("由.{0,4}(?:部门|单位)负责")  # under a condition it names nobody
_ANSWERS = re.compile("[^,;\u3002]{0,8}责任$")  # 落实属地责任
_ROLE_MARK = re.compile(
    "[(\u3014](?:(?P<lead>(?:共同|联合|分别|总)?牵头|主办)|(?P<help>配合|协办|协助|参与)|负责|责任|承办)(?:单位|部门)?[)\u3015]"
)
_OFFICE = re.compile(f"[{HAN}]{{2,12}}(?<![之到用益各])[处科股司]$")  # of a bureau: 网监处
_TIME = re.compile(
    "(?:完成|底前|月底|年底|年内|[日月年]前|之前|到位|季度(?:末|底)?前?|半年)$|^(?:持续|长期)(?:推进|坚持)?$|^全年$"
)
_WORD = re.compile(f"[{HAN}]")
_WITH = "(?:会同(?=.{2})|(?<=[处科室])会(?=[^、,;]{2,8}[处科室](?:$|[、,;]))|(?:联合|协同|联同|商请)(?=[省市县区州盟旗师各].{2}))"  # no 联合检查组
_TOGETHER = re.compile(_WITH)
_CONSULTS = re.compile("(?<=[局委办部院会厅])会?商(?=.{3})")  # A商B研究; no 市委商务局
_AND_WITH = re.compile(f"(?<!负责),(?=(?P<others>{_WITH}[^,;\u3002]+))")  # A,会同B负责
HELPING = ("配合", "协助")  # A配合B做好检查: B, whom they help, leads where nobody else does
_OF_EACH = re.compile("各[^、]{0,8}$")
_ENDS_NAME = ("单位", "部门")
_TOO = re.compile(f"(?<=,)并(?={_WITH})")
_PART_BY = re.compile(f"(?:其中)?(?P<part>[{HAN}、]{{2,16}}?)(?<![自理])由(?P<names>.{{3,}})$")
ASIDE = re.compile(
    r"^(?:共?\d+(?:\.\d+)?分|每[^、]{0,4}(?:次|日|月|周|年|季|下降|降|增|缺|少|扣|加)|缺|扣|[加减]\d|下同|以下|不再|(?:具体|各项)?(?:任务|工作)均?涉及|分(?:阶段|步|期|批)|并?(?:持续|长期|常态化?)(?:推进|坚持|开展|实施)?$|"
    r"20\d\d(?:年|[.\-/](?:0?[1-9]|1[0-2])(?:[.\-/](?:0?[1-9]|[12]\d|3[01]))?(?!\d))|[一二三四](?:[、和][一二三四])*季度各?|[一二三四]季度$|(?:0?[1-9]|1[0-2])[./](?:0?[1-9]|[12]\d|3[01])(?:之|以)?前$|\d{1,2}月|年[底内]|全年|立即|即时|适时|随时|按时|.*(?:完成|底前|月底|年底|年内|日前|月前|年前|之前|期间|到位|季度(?:末|底)?前?|半年)$|.*(?:印发|发布|下发|公布)(?:之日起|之?后)\d{1,3}个?(?:工作日|日|天|月)(?:之|以)?内$|.*\d(?:分|日|月|年)$|.*不再列出|[上下]半年[、和]?(?:下半年)?各)"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A clause as read.

    ``first_leads`` where it rules that the first unit leads, from here on; ``verb`` where a verb or a
    key tells the roles; ``deed`` where the verb says what is done: A负责线上检查.
    """

    duties: tuple[Duty, ...]
    open_ended: bool = False
    first_leads: bool = False
    verb: bool = True
    deed: bool = False


@dataclass(frozen=True, slots=True)
class _Group:
    """Units before one verb; ``role`` is None where no verb follows, ``deed`` what they are to do.

    ``helps`` where they act together with others in helping: they lead only where nobody else does.
    """

    text: str
    role: Role | None
    deed: str = ""
    helps: bool = False


def read_verbs(
    text: str, default: Role, inherited: str = "", strict: bool = True, ruled: bool = False
) -> Reading | None:
    """The duties that verbs tell; units without a verb have the default role.

    ``strict`` reads only what can be nothing but units, unless a rule on their order says that they
    are (``ruled``); ``inherited`` is the prefix of the list before.
    """
    text = _ROLE_MARK.sub(lambda match: SIGNS[_role(match)], text)
    text = _AND_WITH.sub(_joint, _TOO.sub("", text))
    key = default if default is Role.COOPERATING else None
    groups = _led([group for part in _parts(text) for group in _groups(part, key)], key)
    if strict:  # behind a key, units without a verb have the role of the key
        groups = _with_roles(groups)
    duties: list[Duty] = []
    open_ended = False
    for group in groups:
        found = split_units(group.text)
        names = inherit([name.strip(ALL_SIGNS) for name in found.names], inherited)
        inherited = next((p for name in names if (p := prefix_of(name))), inherited)
        roles = [_marked_role(name) or group.role or default for name in found.names]
        duties += [
            Duty(name, role, group.deed or None) for name, role in zip(names, roles, strict=True)
        ]
        open_ended = open_ended or found.open_ended
    verb = has_signs(text) or any(_VERB.search(part) for part in _parts(text))
    if not duties or (strict and not _are_units(duties, verb or ruled)):
        return None
    deed = any(group.deed for group in groups)
    return Reading(tuple(dict.fromkeys(duties)), open_ended, verb=verb, deed=deed)


def _marked_role(name: str) -> Role | None:
    """The role that stood in a bracket behind a name, or that a mark beside it tells."""
    return next((role for role, sign in SIGNS.items() if sign in name), None)


def _are_units(duties: list[Duty], verb: bool) -> bool:
    """Whether names are units: with a verb half of them look so, without one all, and half surely."""
    like = sum(looks_like_unit(duty.unit) for duty in duties)
    if verb:
        return like * 2 >= len(duties)
    sure = sum(is_surely_unit(d.unit) or is_division(d.unit) for d in duties)
    return like == len(duties) and sure * 2 >= like


def is_division(name: str) -> bool:
    """Whether a name is that of a part of a bureau: 网监处, 执法稽查科."""
    return bool(_OFFICE.match(name))


def has_divisions(names: Iterable[str]) -> bool:
    """Whether some of these names are parts of a bureau: 办公室 beside them is that bureau's."""
    return any(map(is_division, names))


def is_aside(text: str) -> bool:
    """Whether a bracket holds only a time: 6月底前, 长期坚持."""
    parts = [part for part in re.split("[,;\u3002]", text) if part.strip()]
    return bool(parts) and all(_TIME.search(part.strip()) for part in parts)


def _parts(text: str) -> list[str]:
    """The parts between commas and semicolons that may hold units."""
    parts = [part.strip(" 、") for part in re.split("[,;\u3002]", text)]
    told = (
        part
        for before, part in zip(["", *parts], parts, strict=False)
        if not (IF.match(part) or (IF.match(before) and OF_SOME.fullmatch(part)))
    )
    return [part for part in told if part and not ASIDE.match(part)]


def _groups(part: str, key: Role | None) -> list[_Group]:
    """Cut a part after each verb: A牵头负责、B配合; what follows the last one may be its deed.

    Without a verb units have the role of the ``key`` of helpers that they stand behind.
    """
    groups: list[_Group] = []
    start = 0
    for match in _verbs(part):
        groups += _together(part[start : match.start()].strip(" 、/"), _role(match))
        start = match.end()
    said = part[start:].strip(" 、/")
    if not key and part.endswith(HELPING, 0, start) and (led := helped_units(said)):
        if not any(each.text for each in groups):  # 责任单位:A,配合B
            return [_Group(said, Role.COOPERATING)]
        return [*groups, _Group("、".join(led), Role.LEAD, helps=True)]
    rest, role = _without_deed(said)
    if not _WORD.search(rest):
        return groups
    if groups and not any(map(looks_like_unit, split_units(rest).names)):
        return [*groups[:-1], replace(groups[-1], deed=rest)]
    return [*groups, *_together(rest, role or key)]


def _verbs(part: str) -> Iterator[re.Match[str]]:
    """The verbs of a part; 牵头 in 各项目牵头单位 is none."""
    for match in _VERB.finditer(part):
        named = part.startswith(_ENDS_NAME, match.end())
        if not (named and _OF_EACH.search(part, 0, match.start())):
            yield match


def _without_deed(text: str) -> tuple[str, Role | None]:
    """Units without what they are said to do, and their role then: 各县区政府落实属地责任."""
    deed = _DEED.search(text)
    if not deed or not looks_like_unit(text[: deed.start()]):
        return text, None
    return text[: deed.start()], Role.RESPONSIBLE if _ANSWERS.match(text, deed.end()) else None


def _role(match: re.Match[str]) -> Role:
    if match["lead"]:
        return Role.LEAD
    helps = match["help"] or match.groupdict().get("aid")
    return Role.COOPERATING if helps else Role.RESPONSIBLE


def _joint(match: re.Match[str]) -> str:
    """Nothing where a comma stands before units that others act with; the comma before other words."""
    names = split_units(_VERB.split(_TOGETHER.sub("", match["others"]), maxsplit=1)[0]).names
    return "" if names and all(map(looks_like_unit, names)) else match[0]


def _together(text: str, role: Role | None) -> Iterator[_Group]:
    """A会同B负责: A leads, B answers with it; 酒类由A负责: A answers for a part."""
    part = _PART_BY.match(text) if role else None
    if part and looks_like_unit(part["names"]):
        yield _Group(part["names"], role, part["part"])
        return
    cut = _TOGETHER.search(text) or _consulting(text)
    if not cut:
        yield _Group(text, role)
        return
    if cut.start():
        yield _Group(text[: cut.start()], Role.LEAD, helps=role is Role.COOPERATING)
    yield _Group(text[cut.end() :], Role.RESPONSIBLE if role in (None, Role.LEAD) else role)


def _led(groups: list[_Group], key: Role | None) -> list[_Group]:
    """A牵头,B会同C配合: B helps where another leads, or answers before it; else it leads."""
    led = bool(key) or any(group.role is Role.LEAD and not group.helps for group in groups)
    settled: list[_Group] = []
    for group in groups:
        settled.append(replace(group, role=Role.COOPERATING) if group.helps and led else group)
        led = led or group.role in (Role.LEAD, Role.RESPONSIBLE)
    return settled


def _consulting(text: str) -> re.Match[str] | None:
    """Where one unit consults others: A商市财政局, with a whole name on both sides."""
    for cut in _CONSULTS.finditer(text):
        others = split_units(text[cut.end() :]).names
        if others and is_office(others[0]) and is_surely_unit(text[: cut.start()]):
            return cut
    return None


def _with_roles(groups: list[_Group]) -> list[_Group]:
    """Groups without a verb take the next one's; after the last verb they have none.

    A、B,C配合: where a list stands before those who help, and nobody else answers, it does.
    """
    if all(group.role in (None, Role.COOPERATING) for group in groups):
        listed = any("、" in group.text for group in groups if not group.role)
        groups = [replace(g, role=g.role or Role.RESPONSIBLE) for g in groups] if listed else groups
    following: Role | None = None
    settled: list[_Group] = []
    for group in reversed(groups):
        following = group.role or following
        settled.append(replace(group, role=group.role or following))
    return settled[::-1]
