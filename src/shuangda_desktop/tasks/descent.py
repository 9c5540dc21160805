"""Which measures stay with the level above: laws, diplomacy, national platforms."""

import re
from collections.abc import Iterable

_REASONS = (
    (
        "立法、司法解释等事项由上级承担",
        "立法|司法解释|(?:制定|修订|修改|出台|起草|制修订)[^\u3002\uff1b;]{0,16}(?:法》|条例|法律|法规|规章)|法律法规(?:制修订|修订|体系)",
    ),
    (
        "对外交往、国际合作事项由上级承担",
        "多双边|双边|多边|世界贸易组织|世贸组织|亚太经合|驻外|使领馆|国际规则|国际治理|自贸协定|自由贸易协定|跨国(?!公司|企业)|"
        "境外展会|国际(?:谈判|磋商|会议|交流合作)|对外(?:谈判|交流)|国际组织|跨境执法协作|外国政府",
    ),
    (
        "国家级平台由上级建设",
        "(?:建设|建立|完善|升级|搭建)[^\u3002\uff1b;]{0,10}(?:国家|全国|省级)[^\u3002\uff1b;]{0,10}(?:平台|系统|数据库)",
    ),
)
_SENTENCE = re.compile("[^\u3002\uff1b;\uff01\uff1f]+")


def stays_above(text: str) -> str:
    """Why a measure does not descend to a city, "" where it does.

    A word or two about a law does not keep a measure above: more than half of its sentences must.
    """
    sentences = [s for s in _SENTENCE.findall(text) if s.strip()]
    found = [_reason(sentence) for sentence in sentences]
    named = [reason for reason in found if reason]
    if 2 * len(named) <= len(sentences):
        return ""
    return "\uff1b".join(_distinct(named))


def _reason(sentence: str) -> str:
    return next((reason for reason, pattern in _REASONS if re.search(pattern, sentence)), "")


def _distinct(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))
