"""Doubts about names that look like other names of the plan, or like two of them in one."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from shuangda_desktop.plan.checks.findings import Drafted, clause_span, doubt
from shuangda_desktop.plan.duties.stems import (
    is_odd_in_names,
    is_office,
    office_like,
    office_meant,
    office_near,
    place_of,
    two_offices,
)
from shuangda_desktop.plan.duties.unit_names import looks_like_unit
from shuangda_desktop.plan.model import Finding
from shuangda_desktop.text.mapped import MappedText

_OFFICE = re.compile("(?<!分)[局厅委部办院署]$")
_NUMERALS = frozenset("一二三四五六七八九十")
_PLACE = re.compile("(?!各|自治区)[\u4e00-\u9fff]{2,4}[省市县区州盟旗]")
_OF_HOUSE = re.compile(
    "[省市县区州盟旗]?(?:人民)?(?:政府|党委)各(?:部门|委办局|单位)"
)  # 县政府各部门 are one name
_SHORT = 5  # characters
_OFTEN = 2  # a name that occurs so often is spelt right


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a plan: ``odd`` with the name each may stand for, ``joined`` two in one."""

    odd: Mapping[str, str]
    joined: Mapping[str, str]
    often: frozenset[str] = frozenset()
    stray: frozenset[str] = frozenset()  # those with a place that stands nowhere else


def names_of(all_drafted: Sequence[Drafted], text: str) -> Names:
    """Compare the names that occur seldom with those that occur often."""
    counts = Counter(duty.unit for drafted in all_drafted for duty in drafted.measure.duties)
    often = {name: n for name, n in counts.most_common() if n >= _OFTEN and len(name) > 2}
    seldom = [name for name in counts if name not in often]
    meant = {name: whole for name in seldom if (whole := office_meant(name) or office_near(name))}
    pairs = {
        name: "、".join(pair)
        for name in counts
        if not _OF_HOUSE.fullmatch(name) and (pair := two_offices(name))
    }
    meant |= {name: whole for name in seldom if (whole := _misread(name, often, text))}
    meant |= _other_place(counts)
    return Names(
        meant | _other_character(seldom, often) | _odd(seldom, often),
        pairs | _joined(seldom, often, set(counts)),
        frozenset(often),
        frozenset(name for name in seldom if _is_stray(place_of(name), text)),
    )


def _is_stray(place: str, text: str) -> bool:
    """Whether a place stands in no other spot of the text: words torn off before 市: 会有市公安局."""
    return bool(_PLACE.fullmatch(place)) and text.count(place) == 1


def _misread(name: str, often: Iterable[str], text: str) -> str:
    """The name that a name may stand for which has one character that the text holds nowhere else."""
    ends = len(name) - looks_like_unit(name)  # 市质检院 is no misread 市质检局
    odd = (at for at in range(ends) if text.count(name[at]) == 1 and is_odd_in_names(name[at]))
    pieces = ((name[:at], name[at + 1 :]) for at in odd) if not is_office(name) else ()
    found = (office_like(*piece) or _like(*piece, often) for piece in pieces)
    return next(filter(None, found), "")


def _like(before: str, behind: str, often: Iterable[str]) -> str:
    """The most frequent name that has one other character between these; "" for none."""
    size = len(before) + 1 + len(behind)
    alike = (n for n in often if len(n) == size and n.startswith(before) and n.endswith(behind))
    return next(alike, "")


def _other_place(counts: Mapping[str, int]) -> dict[str, str]:
    """Names whose place lacks one character of the place most names begin with."""
    places = Counter(place_of(name) for name in counts)
    usual = {place: n for place, n in places.most_common() if n > _OFTEN and len(place) > 1}
    lacking = {
        short: place for place in reversed(usual) for short in _one_less(place) if len(short) > 1
    }
    return {
        name: lacking[place] + name.removeprefix(place)
        for name in counts
        if (place := place_of(name)) in lacking and place not in usual
    }


def _odd(seldom: Sequence[str], often: dict[str, int]) -> dict[str, str]:
    """Names that lack or add one character of a frequent name; of two the more frequent is told."""
    lacking = {short: name for name in reversed(often) for short in _one_less(name)}
    odd = {name: lacking[name] for name in seldom if name in lacking}
    for name in seldom:
        longer_than = next((short for short in _one_less(name) if short in often), None)
        if longer_than:
            odd[name] = longer_than
    return odd


def _other_character(seldom: Sequence[str], often: Iterable[str]) -> dict[str, str]:
    """Unknown names of offices that differ within from a frequent one in one character, a numeral apart.

    Of short names only where no name holds that character: 市农机局 and 市农经局 are two.
    """
    gapped = {gap: name for name in often for _, gap in _gaps(name)}
    return {
        name: gapped[gap]
        for name in seldom
        if not is_office(name)
        for char, gap in _gaps(name)
        if gap in gapped and (len(name) > _SHORT or is_odd_in_names(char))
    }


def _gaps(name: str) -> Iterator[tuple[str, str]]:
    """Each character of an office's name but the first two, which tell the place, and the last; and the rest."""
    for at in range(2, len(name) - 1) if _OFFICE.search(name) else ():
        if name[at] not in _NUMERALS:
            yield name[at], f"{name[:at]}\0{name[at + 1 :]}"


def _one_less(name: str) -> Iterator[str]:
    return (name[:at] + name[at + 1 :] for at in range(len(name)))


def _joined(seldom: Sequence[str], often: Mapping[str, int], known: set[str]) -> dict[str, str]:
    """Names made of a frequent name and another name of the plan."""
    found: dict[str, str] = {}
    for name in seldom:
        for cut in range(2, len(name) - 1):
            one, two = name[:cut], name[cut:]
            if one in known and two in known and (one in often or two in often):
                found[name] = f"{one}、{two}"
    return found


def check_names(drafted: Drafted, text: MappedText, names: Names) -> Iterator[Finding]:
    """The doubts about the names of one measure."""
    for unit in dict.fromkeys(duty.unit for duty in drafted.measure.duties):
        if unit in names.joined:
            message = f"“{unit}”像是“{names.joined[unit]}”漏了顿号,暂作一个单位。"
            yield doubt("two-names", message, clause_span(drafted, text))
        elif unit in names.odd:
            where = "文中多次出现" if names.odd[unit] in names.often else "常见"
            message = f"“{unit}”与{where}的“{names.odd[unit]}”只差一字,可能有误,暂按原文列出。"
            yield doubt("odd-name", message, clause_span(drafted, text))
        elif unit in names.stray:
            message = f"“{unit}”里的“{place_of(unit)}”文中别处没有,前面可能多断了字,暂按原文列出。"
            yield doubt("odd-name", message, clause_span(drafted, text))
