"""Doubts about names that look like other names of the plan, or like two of them in one."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from shuangda_desktop.plan.findings import Drafted, clause_span, doubt
from shuangda_desktop.plan.model import Finding
from shuangda_desktop.text.mapped import MappedText

_OFTEN = 3  # a name that occurs so often is spelt right


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a plan: ``odd`` with the name each may stand for, ``joined`` two in one."""

    odd: Mapping[str, str]
    joined: Mapping[str, str]


def names_of(all_drafted: Sequence[Drafted]) -> Names:
    """Compare the names that occur seldom with those that occur often."""
    counts = Counter(duty.unit for drafted in all_drafted for duty in drafted.measure.duties)
    often = {name for name, count in counts.items() if count >= _OFTEN and len(name) > 2}
    seldom = [name for name in counts if name not in often]
    return Names(_odd(seldom, often), _joined(seldom, often, set(counts)))


def _odd(seldom: Sequence[str], often: set[str]) -> dict[str, str]:
    """Names that lack or add one character of a frequent name."""
    lacking = {short: name for name in often for short in _one_less(name)}
    odd = {name: lacking[name] for name in seldom if name in lacking}
    for name in seldom:
        longer_than = next((short for short in _one_less(name) if short in often), None)
        if longer_than:
            odd[name] = longer_than
    return odd


def _one_less(name: str) -> Iterator[str]:
    return (name[:at] + name[at + 1 :] for at in range(len(name)))


def _joined(seldom: Sequence[str], often: set[str], known: set[str]) -> dict[str, str]:
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
    span = clause_span(drafted, text)
    for unit in dict.fromkeys(duty.unit for duty in drafted.measure.duties):
        if unit in names.joined:
            message = f"“{unit}”像是“{names.joined[unit]}”漏了顿号,暂作一个单位。"
            yield doubt("two-names", message, span)
        elif unit in names.odd:
            message = f"“{unit}”与文中多次出现的“{names.odd[unit]}”只差一字,可能有误,暂按原文列出。"
            yield doubt("odd-name", message, span)
