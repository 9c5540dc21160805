"""Date phrases that say until when: 6月底前, 年内, 到2025年, 二季度末, 印发之日起30日内."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from shuangda_desktop.plan.measures.dates import DATE, SMALL, read_date, spelled
from shuangda_desktop.plan.measures.due_days import LAST_OF_FEASTS, Calendar, ReadDay
from shuangda_desktop.plan.measures.taken import Taken
from shuangda_desktop.plan.measures.time_phrases import (
    periods_in,
    phrases_in,
    reader_of,
    windows_in,
)
from shuangda_desktop.plan.model import Deadline
from shuangda_desktop.plan.structure.keys import DUE_KEY

_CUE = re.compile(
    f"[年月季之后十Q前日](?:(?<=\\d前)|(?<={LAST_OF_FEASTS}前)|(?<={LAST_OF_FEASTS}[之以]前)|(?<=\\d\\d\\d日)|(?<=Q)[1-4]|(?<=[年月季])|(?<=后)\\d|(?<=之)日起|(?<=十)[一二三四五六]五)"
)  # without it no phrase says until when
_TITLE = re.compile(  # no times: titles, and catchwords in a row as “年初建账、年底交账” that name no milestones
    '\u300a[^\u300a\u300b]{0,120}\u300b|[\u201c"][^\u201c\u201d",\u3002]{1,40}、[^\u201c\u201d",\u3002]{1,40}[\u201d"](?!(?:任务|时间)?节点)'
)
_EVERY = re.compile("每(?:[^,\u3002;]{0,3}|年[^,\u3002;]{1,6}[、和及])$")
_IN_RHYTHM = re.compile("每[^,;\u3002()]{1,6}\\([^()]{0,20}$")  # 每季度末(分别在6月、9月和12月底)
_PAST = re.compile("(?:,?累计|,?多次)?(?:被|曾|已|受到|遭|发生|出现|因)")  # 年内被投诉3次的摊位
_BEGUN = ("启动", "开始", "起步")  # 3月启动,10月底前完成
_NO_END = ("起", "以来", "开始")
_BASIS = ("基础", "的基础")  # 在2029年底的基础上增长10%
_THOSE = re.compile(  # 6月底前建成并通过验收的站点 tells which
    "(?:(?<=建成|完成|报送|实现|办结|上报|投用|启用|竣工|验收|投产|投运)|(?:全部|全面)?(?:建成|完成|竣工|投用|启用|投入使用|投产|投运|出台|印发|上线))(?:并[^,;\u3002]{1,12})?的(?=[\u4e00-\u9fff])"
)
_STEP = re.compile("(?<![^\u3002;])(20\\d\\d)年,")  # 2026年,…。2027年,…: what each year is for
_ENDS = ("前", "完成")
_OF_THAT_TIME = ("案件", "数据", "情况")  # 补录1月至7月案件
_ENDED = ("结束", "届满")
_OCCASION = re.compile("(?:结束|届满)(?:之|以)?后")  # 专项行动于6月结束后,要组织回头看
_ITS_TIME = re.compile(  # “双十一”(11月1日至11日), 春耕期间(2月至4月): when a thing is
    '(?:期间|[双节月日周][^"\u201c\u201d]{0,3}["\u201d])\\($'
)
_FROM_TO = re.compile("[-\u2014\u2013~至到]")
_SOFT = re.compile("力争|争取|原则上|预计|尽量|努力")
_HAS_TIME = re.compile("月|季|Q[1-4]|半年|20\\d\\d[.\\-/]")
_BARE = re.compile(
    "(?<=[,;])(?:20\\d\\d([.\\-/])\\d{1,2}\\1\\d{1,2}(?:(?:之|以)?前)?"
    f"|(?:20\\d\\d年)?(?:{SMALL}月(?:份|底|末|{SMALL}日)?|第?[1-4一二三四]季度|Q[1-4]|[上下]半年))"
    "(?=[;,)\\]\u3002\u3011\u3015]|$)"
)
_DUE = re.compile(f"(?:{DUE_KEY}):(?P<value>[^;\u3002\u3011\u3015\u3017\\])]*)")


def find_deadlines(text: str, calendar: Calendar) -> tuple[Deadline, ...]:
    """The dates until which something is to be done, in reading order."""
    if not _CUE.search(text):
        return ()
    taken = Taken(text, _TITLE)
    found: list[tuple[int, Deadline]] = []
    windows = windows_in(text)
    for match, read in phrases_in(text, windows):
        if taken.meets(match):
            continue
        taken.take(match)
        deadline = _deadline(match, read, text, calendar)
        if deadline:
            found.append((match.start(), deadline))
    found += _steps(text, calendar, taken)
    placed = periods_in(text, windows)
    found += _placed(placed, calendar, taken, [deadline.due_on for _, deadline in found])
    return unique_days(deadline for _, deadline in sorted(found, key=lambda pair: pair[0]))


def _steps(text: str, calendar: Calendar, taken: Taken) -> Iterator[tuple[int, Deadline]]:
    """The ends of years that sentences begin with, of later ones or of a row of them."""
    steps = [step for step in _STEP.finditer(text) if not taken.meets(step)]
    years = [int(step[1]) for step in steps]
    in_row = len(years) > 1 and years == sorted(set(years))
    for step, year in zip(steps, years, strict=True):
        if calendar.year and (year > calendar.year or (in_row and year == calendar.year)):
            yield step.start(), Deadline(step[0][:-1], date(year, 12, 31), False)


def _placed(
    periods: Iterator[re.Match[str]], calendar: Calendar, taken: Taken, days: Sequence[date]
) -> Iterator[tuple[int, Deadline]]:
    """The ends of periods in which a deed is placed, where no nearer day of the period is named."""
    for match in periods:
        read, months = reader_of(match)
        deadline = None if taken.meets(match) else _deadline(match, read, match.string, calendar)
        if not deadline or any(_lies_in(day, deadline.due_on, months) for day in days):
            continue
        begins = match.string.startswith(_BEGUN, match.end())
        if not begins or all(day <= deadline.due_on for day in days):
            yield match.start(), deadline


def _lies_in(day: date, end: date, months: int) -> bool:
    """Whether a day lies in the month of ``end`` or so many months before it."""
    return day.year == end.year and end.month - months <= day.month <= end.month


def keyed_deadlines(clause: str, calendar: Calendar) -> tuple[Deadline, ...]:
    """The dates after 完成时限:, where 12月 alone says until when."""
    found: list[Deadline] = []
    for match in _bare_times(clause):
        figures = _plain_date(match[0].rstrip("之以前")) if match[1] else ()
        found += figures or find_deadlines(match[0] + "前", calendar)
    for match in _DUE.finditer(clause) if ":" in clause else ():
        pieces = re.split("[,、]", match["value"].strip(" ,、"))
        for piece in pieces:
            if piece.endswith(_BEGUN) and len(pieces) > 1:
                continue
            found += _of_piece(piece, calendar)
    return unique_days(found)


def _of_piece(piece: str, calendar: Calendar) -> tuple[Deadline, ...]:
    """The dates of a key's value, also where it is figures only: 2026.3-2026.4."""
    words = spelled(piece)
    found = find_deadlines(words + "前", calendar) or find_deadlines(words, calendar)
    if words != piece:
        found = tuple(replace(deadline, text=piece) for deadline in found)
    return found or _plain_date(piece)


def _bare_times(clause: str) -> Iterator[re.Match[str]]:
    """Times that are a part of a clause for themselves: (市公安局,2026年6月)."""
    return _BARE.finditer(clause) if _HAS_TIME.search(clause) else iter(())


def _plain_date(piece: str) -> tuple[Deadline, ...]:
    """A date in figures only, as cells of tables have it: 2022.5.31."""
    match = DATE.fullmatch(piece.strip())
    day = read_date(match) if match else None
    return (Deadline(piece.strip(), day, False),) if day else ()


def _deadline(
    match: re.Match[str], read: ReadDay, text: str, calendar: Calendar
) -> Deadline | None:
    said, (start, end) = match[0], match.span()
    before, after = text[max(0, start - 8) : start], text[end : end + 2]
    if ("每" in before and _EVERY.search(before)) or after.startswith(_NO_END):
        return None
    if text.startswith(_BASIS, end) or _THOSE.match(text, end):
        return None
    if after in _OF_THAT_TIME and said.endswith(("月", "份", "日")):
        return None
    if "(" in text and _IN_RHYTHM.search(text, max(0, start - 28), start):
        return None
    if before.endswith("(") and _FROM_TO.search(said) and _ITS_TIME.search(before):
        return None
    past = said.endswith("内") and _PAST.match(text, end)
    if past or (after in _ENDED and _OCCASION.match(text, end)):
        return None
    due = read(match, calendar)
    ahead = said.endswith(_ENDS) and "的" not in text[end : end + 8]
    if not due or _is_past(due, calendar, ahead):
        return None
    soft = bool(_SOFT.search(before + said)) or after == "左右"
    return Deadline(said, due, soft)


def _is_past(due: date, calendar: Calendar, ahead: bool) -> bool:
    """Whether a day lies before the plan's year.

    One after its issue ``ahead`` of which something is done does not: 2021年12月25日前, for the spring of 2022.
    """
    early = bool(calendar.year) and due.year < (calendar.year or 0)
    return early and not (ahead and calendar.issued_on and due >= calendar.issued_on)


def unique_days(deadlines: Iterable[Deadline]) -> tuple[Deadline, ...]:
    """One deadline for each day."""
    first: dict[date, Deadline] = {}
    for deadline in deadlines:
        first.setdefault(deadline.due_on, deadline)
    return tuple(first.values())
