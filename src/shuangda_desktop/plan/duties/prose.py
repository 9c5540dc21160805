"""Responsibility told in sentences: A负责…, 由A牵头,会同B…, A要会同B…."""

import re
from collections.abc import Sequence

from shuangda_desktop.plan.duties.prefixes import inherit, prefix_of
from shuangda_desktop.plan.duties.stems import is_office
from shuangda_desktop.plan.duties.unit_names import (
    LIST_GOES_ON,
    helped_units,
    is_field,
    is_surely_unit,
    looks_like_unit,
    units_at_start,
)
from shuangda_desktop.plan.duties.units_list import split_units
from shuangda_desktop.plan.duties.verbs import HELPING, is_division
from shuangda_desktop.plan.duties.whole import BY_ORDER, is_vague, whole_duties
from shuangda_desktop.plan.model import Duty, Role
from shuangda_desktop.text.chars import HAN

_NAMES = "(?P<names>[^\u3002;:,!?]{2,60}?)"
_SHALL = "(?:应当|应(?![急用对邀付收届])|须(?!知)|要(?![求点素件害闻]))"
_BY = re.compile(f"^{_SHALL}?由{_NAMES}(?P<verb>牵头(?:负责)?|负责|主办)")
_HOW = "(?:统一|具体|主要|全面|分别|总体|直接|依法|切实|积极){0,2}"
_AS_DUE = "按照?(?:各自)?(?:的?(?:职责|职能|分工)){1,2}"
_WITH = re.compile(f"^{_NAMES}(?:{_SHALL}|将)?(?:负责)?会同")
_FORMED = re.compile(  # 由A、B共同组成检查组(以下简称…),负责…
    "^由[^\u3002;:!?]{4,120}?组成(?P<names>[^\u3002;:,!?()]{3,30}?)(?:\\([^()]{1,30}\\))?,(?=负责|承担|开展)"
)
_FOR_ALL = re.compile(f"^{_NAMES}对[^\u3002;:,!?]{{1,30}}?负(?:总责|责|(?:主体|首要|主要)责任)")
_IS_IN_CHARGE = re.compile(  # A是全市盐业主管部门,负责…
    f"^{_NAMES}(?:作为|是|为)[^\u3002;:,!?]{{0,30}}?(?P<verb>牵头|主管|责任)(?:部门|机构|单位|主体),"
)
_LEADS = re.compile(f"^{_NAMES}{_SHALL}?(?:{_AS_DUE})?{_HOW}(?P<verb>负责牵头|牵头|负责|配合|协助)")
_APART = re.compile(  # 市商务局,负责…; no 办公室设在市商务局,负责…
    f"^(?![^,]{{0,60}}(?:设[在于立]|下设|挂靠|成立|组建|抽调|依托|充实)){_NAMES},{_HOW}(?P<verb>负责牵头|牵头|负责)(?!人|同志)"
)
_OUGHT = re.compile(f"^{_NAMES}{_SHALL}")
_AS_DUTY = re.compile(f"^{_NAMES}{_AS_DUE},")
_HELPED = re.compile("由[^,;:\u3002]{2,40}?(?:配合|协助)[^,;\u3002]{4}")  # 由A配合B开展…
_HELPERS = re.compile(
    "(?:会同|联合|(?<=牵头)并?(?:协调|组织))(?P<others>[^\u3002;:,!?]{2,80}?)(?=建立|成立|组建|签订|签署|开展|组织|制定|推进|加强|完善|做好|实施|落实|定期|每|对|共同|形成|研究|负责|推动|查处|打击|督促|指导|督导|协调|统筹|强化|严格|依法|[,\u3002;])"
)
_DEED = re.compile(
    "将|重点|向(?=.{2,30}(?:报送|报告|通报))|把|每|定期|开设|对|依法|按|根据|结合|统筹|安排|组织|开展|制定|建立|完善|加强|强化|协调|指导|督促|督查|督导|检查|抽查|查处|打击|比对|落实|实施"
    "|推进|推动|做好|抓好|召开|举办|印发|出台|通报|报送|汇总|编制|发布|公布|承担|履行|建成|完成|研究|提出|共同|召集|列支|[一二三四五]年内?轮训|轮训"
)
_STRICT = (_APART, _OUGHT, _AS_DUTY)  # what may follow other words than names of units
_BY_DAY = re.compile(  # 市统计局于6月底前完成汇总
    r"[应须要]?于(?:20\d\d年)?\d{1,2}月(?:\d{1,2}日|[上中下]旬|[底末初])?(?:之?前|以前)?(?:完成|汇总|报|将|向|形成|提交|上报|组织|开展)"
)
_IN_LINE_WITH = re.compile(",(?:根据|按照|依据|结合)(?=[^,\u3002;]{2,20},)")  # 市商务局,根据需求,…
_WORDS = re.compile(  # behind 由 and a unit, but no person of it
    f"(?!组成|[分主]管|主要|副|领导|任|担任|[局厅处科]长|主[任席]|秘书长|书记|负责人|同志)[{HAN}]{{2}}"
)
_BY_WHOM = re.compile("^[^,\u3002;:、由]{2,12}(?<![理自事])由(?!于)")  # 考核结果由区双打办汇总
_GUIDES = re.compile(
    "指导|督促|引导|推动|认真|将(?![^全各本辖市].?[县市区])|把"
)  # no name: 指导各县商务局配合…, 认真研究所负责的工作, 将全区负责生产的企业
_BY_SOMEBODY = re.compile("^由(?!于)")
_BY_INSIDE = re.compile(",并?由(?!于)")
_ALL_BY = re.compile(f"{_NAMES}(?P<verb>牵头负责|负责牵头|牵头|负责|主办)(?:实施|落实)?[\u3002;]?")
_DEED_OF_HIM = re.compile("从|处理|审核|审定|受理|查办|查实|另行|限期|予以|给予|统一(?!领导)|直接")
_ASKED = re.compile("^请(?=.{3,40}(?:研究|负责|牵头|抓紧|尽快|做好|组织|会同|落实))")
WORDS_OF_MEETING = "(?:会议(?:明确|要求|决定|议定|确定|研究确定|同意|强调|指出)[,:]?(?=由|请))?"
THIS_WORK = "(?:[此该本这]项(?:工作|任务|行动|整治|措施)(?:主要)?,?(?=由))?"
_SAID = re.compile(f"^{WORDS_OF_MEETING}{THIS_WORK}")
_NO_NAME = re.compile(  # how sentences without a doer begin, whatever unit they speak of later
    "^(?:积极|进一步|深入|全面|继续|切实|不断|大力|充分|探索|构建|建立|健全|完善|支持|鼓励|引导|发挥)"
)
_WORK_BY = re.compile(  # 校园周边排查工作由A牵头,B配合
    "[^,;:\u3002由]{2,40}(?:工作|任务|事项|行动|整治|排查|检查)(?:主要)?(?=由(?!于))"
)
_CALLS_ON = re.compile(_SHALL)
_DEPARTMENTS = re.compile("等(?:有关|相关)?部门")
_WITH_TOO = re.compile(",并?会同")
_WITH_OTHERS = re.compile("(?:会同|联合)(?=.{2})")
ROLE_WORD = re.compile(
    "牵头|负责(?!人|同志)|负总责|主办|会同|联合(?!会|执法|检查|行动|督[查导]|检验|巡查)|配合|协助|参与"
)
TOGETHER = re.compile(  # A牵头,B、C配合,…: one deed of them all
    "(?P<all>[^\u3002;:,!?]{2,40}?(?:牵头(?:负责)?|负责|承办),[^\u3002;:,!?]{2,80}?(?:配合|协助|协办|参与)),"
)
_OF_ALL = re.compile(
    "(?:^|[\u3002;])(?P<names>(?:各|有关|相关)[^\u3002;:,!?]{1,20}?)(?:应当|应|须|要|(?=(?:于|在)?每[年季月周]))"
)
_EACH_OUGHT = re.compile("(?:^|[,\u3002;])各[^,\u3002;:]{0,16}?(?:单位|部门|机构)(?:应当|应|须|要)")
_WHEN = re.compile(  # 2031年8月上旬前,市双打办向省双打办报送总结
    r"^(?:20\d\d年)?(?:\d{1,2}月(?:\d{1,2}日)?|[上下]半年|年)?(?:[上中下]旬|[底末初])?(?:之?前|以前|前后)?,(?=.{4})"
)
_EXPLAINS = re.compile("负责解释")  # who explains a document does nothing for the plan
_COLLECTIVE = re.compile("^各|(?:部门|单位)$")
WINDOW = 80  # a duty is stated within so many characters
SHARED = ",其中"  # A牵头,其中甲由B负责
_OF_FIELD = re.compile("(?:(?<=..)(?:行政)?(?:主管|管理)?)?部门$")
_LONGEST = 24  # a longer name is a sentence


def told(text: str) -> tuple[Duty, ...]:
    """The duties of a part; 由A负责,B配合 tells them all."""
    text = _WHEN.sub("", _SAID.sub("", text))
    by = text.startswith("由") and not _HELPED.match(text)
    shared = SHARED in text
    whole = whole_duties(text, shared=shared) if by or shared else ()
    return whole or duties_of_work(text) or (each_told if by else read_prose)(text)


def duties_of_work(text: str) -> tuple[Duty, ...]:
    """The duties of a sentence that says nothing but whose work something is: 排查工作由A牵头,B配合."""
    work = _WORK_BY.match(text)
    return whole_duties(text[work.end() :]) if work else ()


def each_told(sentence: str) -> tuple[Duty, ...]:
    """The duties of a sentence and of its parts that begin with a unit: 由A负责办证,B负责运行."""
    duties = list(read_prose(sentence))
    for comma in re.finditer(",", sentence) if duties else ():
        part = sentence[comma.end() :]
        more = read_prose(part) if begins_duty(part[:WINDOW]) else ()
        named = {duty.unit for duty in duties}  # what a unit does in a list of helpers is to help
        answers = "负责" in part.partition(",")[0]
        duties += (duty for duty in more if answers or duty.unit not in named)
    return tuple(dict.fromkeys(duties))


def is_plainly_told(text: str, duties: Sequence[Duty]) -> bool:
    """Whether sentences tell as plainly as a clause who does it: the first of them says so.

    Each word that gives a part to somebody is one of the parts that were read.
    """
    words = ROLE_WORD.findall(text)
    first = text.partition("\u3002")[0]
    named = bool(duties) and duties[0].unit[-3:] in first
    own = (
        {"办公室", *filter(is_division, (d.unit for d in duties))} if text.startswith("由") else ()
    )
    sure = all(d.unit in own or d.unit.startswith("各") or is_surely_unit(d.unit) for d in duties)
    return named and sure and len(words) <= len({d.role for d in duties})


def unread_collective(flat: str) -> str:
    """Units that a sentence names together and tells to do something: 各单位; "" for none."""
    match = _OF_ALL.search(flat)
    return match["names"] if match else ""


def begins_duty(text: str) -> bool:
    """Whether a part of a sentence begins with a unit of its own and what it does."""
    return not text.startswith(("由", "会同")) and bool(_told_first(text))


def read_prose(text: str) -> tuple[Duty, ...]:
    """The duties that a sentence states, at its beginning or behind what is to be done."""
    return () if _EXPLAINS.search(text) else _told_first(text) or _told_inside(text)


def _told_first(text: str) -> tuple[Duty, ...]:
    """The duties that a text states at its beginning."""
    formed = _FORMED.match(text)
    if formed:
        return _duties((formed["names"],), Role.RESPONSIBLE)
    all_told = TOGETHER.match(text)
    if all_told and (duties := whole_duties(all_told["all"])):
        return duties
    by = _BY.match(text)
    if by and "会同" not in by["names"]:  # 由A会同B负责: the first leads
        return _led(by, text, by.end())
    told = _BY_SOMEBODY.sub("", text)
    together = _WITH.match(told)
    if together and _units(together["names"]):
        return _led(together, told, together.end("names"))
    stated = _stated(told)
    if stated:
        return stated
    by_whom = _BY_WHOM.match(told) or _ASKED.match(told)
    rest = told[by_whom.end() :] if by_whom else told
    return _doing(rest, _DEED if told == text else _WORDS)


def _stated(text: str) -> tuple[Duty, ...]:
    """The duties of units that a text begins with, by a verb behind them: A负责…, A对…负总责, A应当…."""
    for pattern in (_FOR_ALL, _IS_IN_CHARGE, _LEADS, _APART, _OUGHT, _AS_DUTY):
        match = pattern.match(text)
        if match and (names := _units(match["names"], strict=pattern in _STRICT)):
            if led := _whom_they_help(match):
                return _duties(names, Role.COOPERATING) + _duties(led, Role.LEAD)
            if pattern is not _FOR_ALL and _may_have_others(text, match):
                return _led(match, text, match.end())
            return _duties(names, _role(match.groupdict().get("verb")))
    return ()


def _whom_they_help(match: re.Match[str]) -> tuple[str, ...]:
    """The units behind 配合, whose work it is; 要配合 only tells the first what to do."""
    verb = match.string[match.end("names") : match.end()]
    helps = verb.endswith(HELPING) and not _CALLS_ON.match(verb)
    return tuple(helped_units(match.string[match.end() :])) if helps else ()


def _may_have_others(text: str, match: re.Match[str]) -> bool:
    """Whether others may work with those before 牵头, or before another verb with a ,会同 behind it."""
    end = match.end()
    led = match.group().endswith("牵头")
    return led or bool(_WITH_TOO.search(text, end, end + WINDOW))


def _doing(text: str, deed: re.Pattern[str]) -> tuple[Duty, ...]:
    """The duties of units that a text begins with and says the deed of: 市财政局安排专项经费."""
    names, end = units_at_start(text)
    plain = names and not any(_NO_NAME.match(name) for name in names)
    does = deed.match(text, end) or _BY_DAY.match(text, end) or _IN_LINE_WITH.match(text, end)
    led = _units("、".join(names), strict=True) if plain and does else ()
    beside = _WITH_TOO.search(text, end, end + WINDOW) if led else None
    return (
        _beside(led, Role.RESPONSIBLE, text, beside.start())
        if beside
        else _duties(led, Role.RESPONSIBLE)
    )


def _told_inside(text: str) -> tuple[Duty, ...]:
    """Who does what a sentence says before: 同意追加经费60万元,由市财政局从预备费中列支."""
    inside = _BY_INSIDE.search(text) if ",由" in text or ",并由" in text else None
    if inside and _EACH_OUGHT.search(
        text, 0, inside.start()
    ):  # it says what becomes of what they do
        return ()
    rest = text[inside.end() :] if inside else ""
    if together := whole_duties(f"由{rest}") if "会同" in rest else ():
        return together
    whole = _ALL_BY.fullmatch(rest)
    if whole and (led := _units(whole["names"])):
        return _duties(led, _role(whole["verb"]))
    names, end = units_at_start(rest)
    deed = names and (_DEED.match(rest, end) or _DEED_OF_HIM.match(rest, end))
    return _duties(_units("、".join(names), strict=True), Role.RESPONSIBLE) if deed else ()


def _led(match: re.Match[str], text: str, at: int) -> tuple[Duty, ...]:
    """The units of a match, and those that work with them: 会同 makes the first ones lead."""
    return _beside(_units(match["names"]), _role(match.groupdict().get("verb", "牵头")), text, at)


def _beside(names: tuple[str, ...], role: Role, text: str, at: int) -> tuple[Duty, ...]:
    """The duties of units, who lead where others from ``at`` on work with them."""
    others = others_beside(text, at) if names else ()
    prefix = prefix_of(names[0]) if names else ""
    return _duties(names, Role.LEAD if others else role) + _duties(others, Role.RESPONSIBLE, prefix)


def others_beside(text: str, at: int) -> tuple[str, ...]:
    """Who works with those that lead; behind 联合 only what is surely a unit: no 联合检查组."""
    beside = _WITH_OTHERS.search(text, at, at + WINDOW)
    others = _others_behind(text, at, beside)
    sure = not beside or beside[0] == "会同" or all(map(is_surely_unit, others))
    return others if sure else ()


def _others_behind(text: str, at: int, beside: re.Match[str] | None) -> tuple[str, ...]:
    """The names behind 会同: they end where they look like names, or before a deed."""
    named = text[beside.end() :] if beside else ""
    names, end = units_at_start(named)
    if names and not named.startswith(LIST_GOES_ON, end):
        departments = _DEPARTMENTS.match(named, end)
        return split_units(named[: departments.end() if departments else end]).names
    helpers = _HELPERS.search(text, at, at + WINDOW)
    return _units(helpers["others"]) if helpers else ()


def _role(verb: str | None) -> Role:
    if verb and verb.endswith(("牵头", "主办", "牵头负责")):
        return Role.LEAD
    return Role.COOPERATING if verb in HELPING else Role.RESPONSIBLE


def _units(text: str, strict: bool = False) -> tuple[str, ...]:
    """The names, where all of them are units that can be told apart from 各部门."""
    names = split_units(_BY_WHOM.sub("", text)).names
    good = names and all(looks_like_unit(name) and len(name) <= _LONGEST for name in names)
    if not good or _GUIDES.match(text) or BY_ORDER.search(text) or any(map(is_vague, names)):
        return ()
    return () if strict and _is_collective(names[0]) else names


def _is_collective(name: str) -> bool:
    """Whether a name may be any of several units; 财政部门 is no other than 财政局."""
    return bool(_COLLECTIVE.search(name)) and not is_department(name)


def is_department(name: str) -> bool:
    """Whether a name is that of a department by its field: 财政部门, 商务主管部门."""
    field = _OF_FIELD.sub("", name)
    return name.endswith("部门") and (is_office(field + "局") or is_field(field))


def _duties(names: tuple[str, ...], role: Role, inherited: str = "") -> tuple[Duty, ...]:
    return tuple(Duty(name, role) for name in inherit(names, inherited))
