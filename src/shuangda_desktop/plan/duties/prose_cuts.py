"""A passage cut where another unit's responsibility begins."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from shuangda_desktop.plan.duties.closing import SENTENCE
from shuangda_desktop.plan.duties.heads import as_words_say, units_before_colon
from shuangda_desktop.plan.duties.prose import (
    SHARED,
    THIS_WORK,
    TOGETHER,
    WINDOW,
    WORDS_OF_MEETING,
    begins_duty,
    duties_of_work,
    told,
)
from shuangda_desktop.plan.duties.stems import is_office
from shuangda_desktop.plan.duties.unit_names import is_field
from shuangda_desktop.plan.duties.whole import VAGUE, whole_duties
from shuangda_desktop.plan.model import Duty
from shuangda_desktop.text.chars import STOP

_STATED = re.compile("负责|牵头|主办|会同|负总责|配合|协助")
_OTHERS = re.compile(  # 水务、供电等服务行业也要…: no one by name
    "[^,\u3002;:]{2,60}?等[^,\u3002;:]{2,12}(?:部门|单位|行业|组织|企业)也?(?:应当|应|须|要)"
)
_ALL_INSIDE = re.compile(",各[^,\u3002;:]{1,12}(?:单位|部门|机关)(?:应当|应|须|要)")
_TOO = re.compile("^(?:同时|此外|另外),")
_GOES_ON = re.compile("[要并也还都]")  # a sentence without a doer is of the one before it
_JOINS = ("会同", "联合")
_OF_DEPARTMENTS = re.compile("行政|主管|监督管理")
_ON_ALL = re.compile(
    "(?<![^,\u3002;])各|领导小组|联席会议"
)  # sentences that call on no one by name
_CALLED = re.compile("[^,\u3002;:]{3,60}?(?:应当|[应要须](?!求)|负责|牵头|会同)")
_BODY = re.compile("(?:双打|打假|整规|侵权假冒)[^、]{0,8}办|督查")  # they steer the plan itself
_FEWEST_IN_ROW = 2
_LONGEST_WHOLE = 600  # characters of a sentence that names all who do a thing
_BY_OPENS = re.compile(f"{WORDS_OF_MEETING}{THIS_WORK}由")


@dataclass(frozen=True, slots=True)
class Cut:
    """A stretch of a passage and who is said to do it."""

    start: int
    end: int
    duties: tuple[Duty, ...] = ()


def prose_cuts(flat: str, body: int) -> list[Cut]:
    """The passage cut where another unit's responsibility begins; [] where none is told.

    A passage tells responsibilities where its first words do, or where a row of units follows them:
    负责, 牵头 and 会同 say so alone, a mere 应当 only where every part of the passage names its unit.
    """
    parts = [Cut(start, end, _told(flat, start, end)) for start, end in _clauses(flat, body)]
    first = next((n for n, part in enumerate(parts) if part.duties), len(parts))
    lead, rest = parts[:first], parts[first:]
    if not rest or not _tell(flat, lead, rest):
        return []
    if not lead and _is_of_all(flat, rest):
        return [replace(rest[0], end=rest[-1].end)]
    cuts = [Cut(lead[0].start, lead[-1].end)] if lead else []
    for part in rest:
        others = cuts and cuts[-1].duties and _names_all(flat[part.start : part.end])
        if others or (part.duties and not (cuts and _is_shortened(cuts[-1].duties, part.duties))):
            cuts.append(part)
        else:
            cuts[-1] = _with_part(cuts[-1], flat, part)
    return cuts


def _is_shortened(before: Sequence[Duty], now: Sequence[Duty]) -> bool:
    """Whether the same department is only named shorter: 卫生行政部门…。卫生部门…."""
    units = [duty.unit for duty in (*before, *now)]
    alike = {_OF_DEPARTMENTS.sub("", unit) for unit in units}
    return bool(before) and len(units) > len(alike) == 1 and len(set(units)) > 1


def _with_part(cut: Cut, flat: str, part: Cut) -> Cut:
    """A stretch with the sentence behind it, which may say with whom the unit works: 。会同市公安局…."""
    words = flat[part.start : part.start + WINDOW]
    duties = as_words_say(cut.duties, words) if words.startswith(_JOINS) else cut.duties
    return replace(cut, end=part.end, duties=duties)


def _tell(flat: str, lead: Sequence[Cut], rest: Sequence[Cut]) -> bool:
    """Whether parts tell responsibilities, and do not only speak of units."""
    on_all = lead and _ON_ALL.search(flat, lead[0].start, lead[-1].end)
    if on_all and len(lead) + len(rest) > _FEWEST_IN_ROW and _is_called(flat, rest):
        return True
    if lead and not _is_row(flat, rest):
        return False
    stated = _STATED.search(flat, rest[0].start, rest[-1].end if lead else rest[0].end)
    others = (_names_others(flat[part.start : part.end]) for part in rest)
    return bool(stated) or all(
        part.duties or other for part, other in zip(rest, others, strict=True)
    )


def _is_called(flat: str, parts: Sequence[Cut]) -> bool:
    """Whether a sentence calls on a unit by its name, after others that call on many: 各镇要…。市公安局要…."""
    part, names = parts[0], [duty.unit for duty in parts[0].duties]
    if any(whole_duties(flat[each.start : each.end]) for each in parts):  # who, but not what
        return False
    begins = flat[part.start - 1 : part.start] == STOP
    first = names[0].removesuffix("部门") if begins else ""
    if not first or not flat.startswith(first, part.start) or _BODY.search(first):
        return False
    return any(map(_is_department, names)) and bool(_CALLED.match(flat, part.start))


def _is_department(name: str) -> bool:
    return is_office(name) or is_field(name.removesuffix("部门"))


def _is_of_all(flat: str, parts: Sequence[Cut]) -> bool:
    """Whether the first part says nothing but who does all that the others say: 由市公安局负责。…."""
    alone = sum(bool(part.duties) for part in parts) == 1
    first = parts[0]
    short = first.end - first.start <= _LONGEST_WHOLE
    return alone and short and bool(whole_duties(flat[first.start : first.end]))


def _told(flat: str, start: int, end: int) -> tuple[Duty, ...]:
    """The duties of a part: told in a sentence, or by a name before a colon."""
    return units_before_colon(flat, start, end) or told(flat[start:end])


def _is_row(flat: str, parts: Sequence[Cut]) -> bool:
    """Whether units tell one after the other what they do, so that words before them only lead there."""
    named = [part for part in parts if part.duties]
    bare = sum(bool(whole_duties(flat[part.start : part.end])) for part in named)
    if bare * 2 > len(named):  # who, but not what
        return False
    several = len({part.duties[0].unit for part in named})
    return several > _FEWEST_IN_ROW or (several == _FEWEST_IN_ROW and len(named) * 2 > len(parts))


def _names_all(text: str) -> bool:
    """Whether a part names those who do it together, so that it is not the unit's before it."""
    others = VAGUE.match(text) and not _GOES_ON.match(text)
    return bool(others or _names_others(text) or _ALL_INSIDE.search(text))


def _names_others(text: str) -> bool:
    """Whether a part tells several by what they are, and none by name: 供水、供电等服务行业也要…."""
    return bool(_OTHERS.match(_TOO.sub("", text)))


def _clauses(flat: str, body: int) -> Iterator[tuple[int, int]]:
    """Sentences, and parts of sentences that begin with a unit of their own."""
    for sentence in SENTENCE.finditer(flat, body):
        start = sentence.start()
        shared = SHARED in sentence[0] and whole_duties(sentence[0], shared=True)
        if shared or duties_of_work(sentence[0]):
            yield sentence.span()
            continue
        for comma in re.finditer(",", sentence[0]):
            after = sentence.start() + comma.end()
            if _is_one_deed(flat, start, after):
                continue
            if _parts(flat, start, after):
                yield start, after - 1
                start = after
        if sentence.end() > start:
            yield start, sentence.end()


def _parts(flat: str, start: int, after: int) -> bool:
    """Whether a comma parts what one unit does from what the next does."""
    if _BY_OPENS.match(flat, start) or not begins_duty(flat[after : after + WINDOW]):
        return False
    return bool(told(flat[start:after]))


def _is_one_deed(flat: str, start: int, at: int) -> bool:
    """Whether a comma stands between those who do one thing together."""
    together = TOGETHER.match(flat, start)
    return bool(together and at < together.end() and whole_duties(together["all"]))
