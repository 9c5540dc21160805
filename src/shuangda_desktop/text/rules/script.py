"""Rule: Traditional Chinese to Simplified, only for a document that is Traditional as a whole.

OpenCC's t2s keeps the length, so every character keeps its place. What it leaves (the character
of 著力, and variants it does not know) is done here. The configurations that also change words
(tw2sp, hk2sp) would turn 建立 into 创建 and are never used.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import compress, islice
from math import ceil
from operator import ne

import opencc

from shuangda_desktop.text.chars import HAN
from shuangda_desktop.text.doubts import Doubt
from shuangda_desktop.text.mapped import Edit, Span

RULE = "script"
PARTICLE_RULE = "particle"
_THRESHOLD = 0.04  # share of Han that t2s changes: 23 % and more in Traditional plans, 0 in others
_FEWEST = 2
_SURROGATE = re.compile("[\ud800-\udfff]")
_HAN = re.compile(f"[{HAN}]+")
_PARTICLE = re.compile("著(?<![编专名论原显昭卓巨译合遗拙土新]著)(?![作名称述录者书译])")
# after these verbs it is the particle, even before a character that it makes a word with; at the
# beginning of a verb it is one where no noun ends in it
_UNSURE = re.compile(
    "著(?:(?<=[随沿绕味接按朝带循伴]著)|(?<![编专名论原显昭卓巨译合遗拙土新附]著)(?=[力眼手重]))"
)
_EITHER = "\u201c著\u201d可能是转换简体时留下的\u201c着\u201d\uff0c也可能本来就是\u201c著\u201d。"
_VARIANTS = (
    *(
        "汚污",
        "倣仿",
        "妳你",
        "牠它",
        "衞卫",
        "祇只",
        "緖绪",
        "擧举",
        "搆构",
        "囘回",
        "墻墙",
        "攷考",
        "槪概",
    ),
    *(
        "縂总",
        "緫总",
        "荳豆",
        "郷乡",
        "闗关",
        "頥颐",
        "騐验",
        "黒黑",
        "歩步",
        "毎每",
        "恊协",
        "宂冗",
        "徃往",
    ),
)
_WORDS = ("台帐台账", "帐户账户", "甚么什么", "覆议复议", "覆核复核")
_MODERN = tuple((two[: len(two) // 2], two[len(two) // 2 :]) for two in (*_VARIANTS, *_WORDS))
_OLD = re.compile("|".join(old for old, _ in _MODERN))


def is_traditional(text: str, simplified: str | None = None) -> bool:
    """Whether the text as a whole is written in Traditional characters."""
    plain = to_simplified(text) if simplified is None else simplified
    if plain == text:
        return False
    most = _share(len(text))
    changed = len(list(islice(compress(text, map(ne, text, plain)), most)))  # no need to count on
    return changed == most or changed >= _share(sum(map(len, _HAN.findall(text))))


def _share(han: int) -> int:
    """How many of so many Han t2s has to change in a Traditional text."""
    return max(_FEWEST, ceil(han * _THRESHOLD))


def to_simplified(text: str) -> str:
    """The text as t2s gives it: character by character, the length is kept."""
    return _convert("t2s", text)


def to_traditional(text: str) -> str:
    """The text as s2t gives it, for telling a Simplified line in a Traditional page."""
    return _convert("s2t", text)


def _convert(config: str, text: str) -> str:
    try:
        return str(_converter(config).convert(text))
    except UnicodeEncodeError:
        return str(_converter(config).convert(_SURROGATE.sub("\ufffd", text)))


@lru_cache(maxsize=2)
def _converter(config: str) -> opencc.OpenCC:
    return opencc.OpenCC(config, include_tofu_risk_dictionaries=False)


def simplify(text: str) -> Iterable[Edit]:
    """An edit that turns a Traditional document into Simplified; none for other documents.

    It is one edit of the whole text, since each character keeps its own place and is undone by
    itself: an edit for each would be a third of the characters of a document.
    """
    plain = to_simplified(text)
    if not is_traditional(text, plain):
        return []
    return [Edit(Span(0, len(text)), _unmasked(text, _polish(plain)), RULE)]


def doubt_particles(text: str) -> Iterable[Doubt]:
    """The character of \u8457\u540d and \u968f\u8457, where it may be either: t2s leaves it alone."""
    return [
        Doubt(PARTICLE_RULE, Span(found.start(), found.end()), ("着",), _EITHER)
        for found in _UNSURE.finditer(text)
    ]


def _polish(text: str) -> str:
    for old, new in _MODERN if _OLD.search(text) else ():
        text = text.replace(old, new)
    return _PARTICLE.sub("着", text)


def _unmasked(text: str, plain: str) -> str:
    """The simplified text with the characters that OpenCC cannot take put back."""
    if "\ufffd" not in plain:  # what such a character was masked by
        return plain
    chars = list(plain)
    for found in _SURROGATE.finditer(text):
        chars[found.start()] = found.group()
    return "".join(chars)
