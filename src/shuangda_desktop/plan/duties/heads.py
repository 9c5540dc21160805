"""Units that stand before words for themselves, as a heading or before a colon: 市公安局:查处案件。

The words behind them may say that these units lead, help or work with others.
"""

import re
from dataclasses import replace

from shuangda_desktop.plan.duties.prefixes import inherit
from shuangda_desktop.plan.duties.prose import WINDOW, others_beside
from shuangda_desktop.plan.duties.stems import is_office
from shuangda_desktop.plan.duties.unit_names import is_surely_unit, looks_like_unit
from shuangda_desktop.plan.duties.units_list import split_units
from shuangda_desktop.plan.model import Duty, Role
from shuangda_desktop.text.punctuation import narrow

_NAMED = re.compile(  # how names begin or end, but no deed: 建设维权中心
    "[省市县区州盟旗师各中国全]|乡镇|人民|.{2,8}(?:省|市|县|区|州|盟|旗|海关|银行)|.{1,8}(?:局|厅|委|办|部|部门|机关|单位|办事处)(?:\\([^()]{2,16}\\))?$"
)
_DEED = re.compile(  # how headings of deeds begin, that end like names: 健全工作机构
    "建设|建立|健全|完善|加强|强化|开展|组织|整治|检查|巡查|查处|打击|宣传|推进|推动|落实|规范|清理|做好|抓好|设立|成立|打造|发挥"
)
_FIRM = re.compile(  # how looser names end
    ".{2,24}(?:公司|集团|厂|局|委|办|部|院|队|协会|商会|中心|银行|支行|部门|机关|单位|工业区|开发区|新区|景区|园区|办事处|社)$"
)
_DUTIES_OF = re.compile("的?(?:主要|工作|具体)?职责(?:分工|任务)?:?$")
_THEIRS = re.compile(  # 市公安局牵头任务, 市商务局、市公安局共同负责的工作(5项)
    "(?P<names>[^ ,;:\u3002]{3,60}?)(?:共同|联合)?(?P<verb>牵头|主办|负责)(?:组织|负责|落实|实施)?的?(?:重点|主要)?(?:任务|工作|事项|项目|措施)(?:清单)?(?:\\(共?\\d+[项条个]\\))?"
)
_DOES = re.compile("负责|承担|牵头|配合|协助|会同")
_LONGEST_NAMES = 80  # characters of units before a colon
_PREFACE = "^(?:(?:以|按|依|根据|结合|对(?!接))[^,;\u3002]{2,40},)?(?:[依按]据?照?(?:各自)?(?:职责|职能)(?:分工)?,?)?"
_LEADS = re.compile(
    f"{_PREFACE}(?:(?:负责)?牵头|[是为][^,;\u3002]{{0,40}}牵头(?:单位|部门)(?=[,;\u3002]))"
)
_HELPS = re.compile(f"{_PREFACE}(?:积极|主动|全力)?(?:配合|协助)")
_JOINS = re.compile(f"{_PREFACE}(?:负责)?(?=(?:会同|联合).{{2}})")


def units_told(heading: str, words: str = "") -> tuple[Duty, ...]:
    """The duties of a heading that is a list of units, or says whose duties stand below; or ().

    ``words`` stand behind it; where they say that somebody does something, looser names will do.
    """
    names = split_units(_DUTIES_OF.sub("", narrow(heading))).names
    if _DOES.match(words):
        told = not any(map(_DEED.match, names)) and all(map(_is_somebody, names))
    else:
        told = all(_may_head(name) and _NAMED.match(name) for name in names)
    return as_words_say(_answering(names), words) if told else ()


def whose_tasks(heading: str) -> tuple[Duty, ...]:
    """The duties of a heading that says whose tasks stand below it: 市公安局牵头任务; or ()."""
    found = _THEIRS.fullmatch(narrow(heading))
    names = split_units(found["names"]).names if found else ()
    if not found or not all(_may_head(name) and _NAMED.match(name) for name in names):
        return ()
    role = Role.RESPONSIBLE if found["verb"] == "负责" else Role.LEAD
    return tuple(replace(duty, role=role) for duty in _answering(names))


def _answering(names: tuple[str, ...]) -> tuple[Duty, ...]:
    return tuple(Duty(name, Role.RESPONSIBLE) for name in inherit(names))


def _is_somebody(name: str) -> bool:
    """Whether a name, or a looser one, is that of somebody: 机场集团物流公司."""
    return _may_head(name) or (bool(_FIRM.match(name)) and looks_like_unit(name))


def _may_head(name: str) -> bool:
    """Whether a name in a heading is a unit's: an office, several of a kind, 海关 or 公安机关."""
    loose = name[0] == "各" or name.endswith("机关") or is_office(name)
    return is_surely_unit(name) or (loose and looks_like_unit(name))


def units_before_colon(flat: str, start: int = 0, end: int | None = None) -> tuple[Duty, ...]:
    """The duties of units that a paragraph begins with, before its words: 市公安局:查处案件。"""
    end = len(flat) if end is None else end
    colon = flat.find(":", start, min(end, start + _LONGEST_NAMES))
    said = colon > start and any(map(str.isalnum, flat[colon:end]))
    words = flat[colon + 1 : min(end, colon + 1 + WINDOW)]
    return units_told(flat[start:colon], words) if said else ()


def as_words_say(duties: tuple[Duty, ...], words: str) -> tuple[Duty, ...]:
    """The duties of units before words that may say more of them: 会同市公安局…, 协助…, 负责牵头…."""
    joined = joined_by(words)
    if duties and (joined or _LEADS.match(words)):
        return (*(replace(duty, role=Role.LEAD) for duty in duties), *joined)
    if _HELPS.match(words):
        return tuple(replace(duty, role=Role.COOPERATING) for duty in duties)
    return duties


def joined_by(words: str) -> tuple[Duty, ...]:
    """Those that words without a unit of their own begin with: 会同市公安局开展检查."""
    joins = _JOINS.match(words)
    return _answering(others_beside(words, joins.end())) if joins else ()
