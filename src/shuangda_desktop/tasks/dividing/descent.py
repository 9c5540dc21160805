"""Which measures become no task of the city: laws, diplomacy, higher platforms; aims are no tasks at all."""

import re
from collections.abc import Sequence

from shuangda_desktop.text.chars import COLON, COMMA, EXCLAMATION, QUESTION, SEMICOLON, STOP

_IN = f"^{STOP}{SEMICOLON}{EXCLAMATION}{QUESTION}"  # within one sentence

_LAW = "立法、司法解释等事项由上级承担"
_ABROAD = "对外交往、国际合作事项由上级承担"
_PLATFORM = "国家级、省级平台由上级建设"
_MAKE = "(?:制定|修订|修改|出台|起草|制修订|完善|健全)"
_FOLLOW = "落实|贯彻|宣传|执行|学习|遵守|依据|依照|依法|根据|按照"  # who does so makes no law
_LAWS = f"{_MAKE}(?:(?!{_FOLLOW})[{_IN}{COMMA}]){{0,40}}?(?:法律|法规|条例|规章(?!制度))"
_REASONS = (
    (
        _LAW,
        f"立法|司法解释|{_LAWS}|[法例]\u300b的?(?:修订|修改|制定)",
    ),
    (
        _ABROAD,
        "多双边|双边|多边|世界贸易组织|世贸组织|亚太经合|驻外|使领馆|国际规则|国际治理|自贸协定|"
        f"海外(?:重点)?展会|中国企业海外|海外[{_IN}{COMMA}]{{0,6}}平台|"
        "自由贸易协定|跨国(?!公司|企业)|境外展会|国际(?:谈判|磋商|会议|交流|合作|刑事|联合)|国际执法|"
        "对外(?:谈判|交流)|国际组织|跨境执法协作|外国政府",
    ),
    (
        _PLATFORM,
        f"(?:建设|建立|升级|搭建)[{_IN}]{{0,10}}(?:国家|全国|省)级?[{_IN}]{{0,10}}(?:平台|系统|数据库)",
    ),
)
_AIMS = re.compile(
    "总体(?:要求|思路|目标)|指导思想|(?:基本|工作)原则|(?:工作|主要|发展|行动)?目标|工作思路|"
    "目标(?:要求|任务)|(?:主要)?任务和目标"
)
_GOAL = re.compile(f"[^{STOP}{SEMICOLON}{COMMA}{COLON}]{{0,4}}(?:目标|指标)(?:要求)?[{COLON}]")
_WORK = re.compile(  # what is done stands there too
    f"(?:任务|措施|举措|内容|要求|安排|工作|步骤)[{COLON}]|组织|开展|查处|查办|检查|建立|制定|推进|加强|通报|每[月季年周半]"
)
_AIM = "总体要求和目标不单独成为任务"
_SENTENCE = re.compile(f"[{_IN}]+")


def is_aim(headings: Sequence[str], text: str = "") -> str:
    """Why a measure that names nobody is no task: a heading above it, or its first words, speak of aims only.

    Of ``headings`` the upper ones stand over nothing but aims: 目标任务 may head the tasks themselves.
    """
    begins = _GOAL.match(text)
    if begins and not _WORK.search(text, begins.end()):
        return _AIM
    return _AIM if any(_AIMS.fullmatch(heading.strip()) for heading in headings) else ""


def stays_above(text: str, title: str = "") -> str:
    """Why a measure does not descend to a city, "" where it does.

    A word or two about a law does not keep a measure above: its title must tell, or more than half
    of its sentences.
    """
    if told := _reason(title):
        return told
    sentences = [sentence for sentence in _SENTENCE.findall(text) if sentence.strip()]
    named = [reason for reason in map(_reason, sentences) if reason]
    if 2 * len(named) <= len(sentences):
        return ""
    return "\uff1b".join(dict.fromkeys(named))


def _reason(sentence: str) -> str:
    return next((reason for reason, pattern in _REASONS if re.search(pattern, sentence)), "")
