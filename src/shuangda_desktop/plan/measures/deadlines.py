"""Date phrases that say until when: 6月底前, 年内, 到2025年, 二季度末, 印发之日起30日内."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from operator import itemgetter

from shuangda_desktop.plan.measures.dates import (
    DATE,
    HAN_DIGIT,
    SMALL,
    YEAR,
    make_date,
    month_end,
    read_date,
)
from shuangda_desktop.plan.measures.taken import Taken
from shuangda_desktop.plan.model import Deadline
from shuangda_desktop.plan.structure.keys import DUE_KEY
from shuangda_desktop.text.numerals import to_int


@dataclass(frozen=True, slots=True)
class Calendar:
    """What a date without a year is counted from."""

    year: int | None
    issued_on: date | None = None


_Read = Callable[[re.Match[str], Calendar], date | None]
_PLANS = {"十二五": 2015, "十三五": 2020, "十四五": 2025, "十五五": 2030, "十六五": 2035}
_FRIDAY = 4
_PARTS = {"上旬": 10, "初": 10, "中旬": 20}


def _year(match: re.Match[str], calendar: Calendar) -> int | None:
    """The year that is named, or the plan's."""
    named = match["y"]
    if named in ("明", "次", "翌"):
        return calendar.year + 1 if calendar.year else None
    return to_int(named) if named and len(named) == 4 else calendar.year


def _day(match: re.Match[str], calendar: Calendar) -> date | None:
    return make_date(_year(match, calendar), to_int(match["m"]), to_int(match["d"]))


def _month(match: re.Match[str], calendar: Calendar) -> date | None:
    year, month = _year(match, calendar), to_int(match["m"]) or 0
    day = _PARTS.get(match["part"] or "")
    return make_date(year, month, day) if day else month_end(year or 0, month)


def _year_end(match: re.Match[str], calendar: Calendar) -> date | None:
    return make_date(_year(match, calendar), 12, 31)


def _later_year_end(match: re.Match[str], calendar: Calendar) -> date | None:
    """The end of a year that is named alone, where it is none of those that a plan is for anyway."""
    year = _year(match, calendar)
    return make_date(year, 12, 31) if year and calendar.year and year > calendar.year else None


def _quarter(match: re.Match[str], calendar: Calendar) -> date | None:
    return month_end(_year(match, calendar) or 0, (to_int(match["q"]) or 0) * 3)


def _half(match: re.Match[str], calendar: Calendar) -> date | None:
    return month_end(_year(match, calendar) or 0, 6 if match["half"] == "上" else 12)


def _five_years(match: re.Match[str], calendar: Calendar) -> date | None:
    return date(_PLANS[match["plan"]], 12, 31)


def _range(match: re.Match[str], calendar: Calendar) -> date | None:
    year = to_int(match["y2"]) if match["y2"] else _year(match, calendar)
    month = to_int(match["m2"]) or 0
    return (
        make_date(year, month, to_int(match["d2"])) if match["d2"] else month_end(year or 0, month)
    )


def _after_issue(match: re.Match[str], calendar: Calendar) -> date | None:
    number = to_int(match["n"]) or 0
    if not calendar.issued_on or not 0 < number < 1000:
        return None
    if match["unit"] == "个工作日":
        return _workday(calendar.issued_on, number)
    if "月" not in match["unit"]:
        return calendar.issued_on + timedelta(days=number)
    months = calendar.issued_on.month - 1 + number
    end = month_end(calendar.issued_on.year + months // 12, months % 12 + 1)
    return end and end.replace(day=min(calendar.issued_on.day, end.day))


def _workday(day: date, number: int) -> date:
    """So many days from Monday to Friday later: holidays, which only make it later, are not known."""
    weeks, rest = divmod(number + min(day.weekday(), _FRIDAY), 5)
    monday = day - timedelta(days=day.weekday())
    return monday + timedelta(days=7 * weeks + rest)


_BY = "(?:之前|以前|前(?![后期述款列])|止|完成|报送|到位|建成|实现|办结|上报|截止|投用|投入使用|启用|竣工|验收)"
_Y = rf"(?:(?P<y>{YEAR[3:-1]}|今|明|次|翌|本|当)\s?年(?:度)?)"
_LAST_OF_YEARS = rf"\d{HAN_DIGIT[1:-1]}今明次翌本当"
_M = rf"(?P<m>{SMALL})\s?月(?:份)?"
_PART = "(?P<part>底|末|上旬|中旬|下旬|初)"
_TO = "[-\u2014\u2013~至到]{1,2}"
_AFTER_NUMBER = "(?<![一二两三四五六七八九十\\d每上去几多半近周少青成中老童]年)"
# The first of several days before one 前: 6月20日、11月20日前
_MONTHS_BY = rf"(?=(?:(?:、|和|及|以及){SMALL}月(?:份|底)?){{1,4}}{_BY})"
_DAYS_BY = rf"(?=(?:(?:、|和|及|以及){SMALL}月{SMALL}日){{1,4}}{_BY})"
# 3月和9月各开展一次: each of the months has its own
_EACH_MONTH = (
    rf"(?=(?:(?:、|和|及|以及){SMALL}月份?){{0,4}}(?:各|分别)[开进组召举检抽集安完][\u4e00-\u9fff])"
)
_AIM = "(?:达到|提高到|提升到|不低于|不少于|超过|稳定在|保持在|降到|控制在)"  # 2025年覆盖率达到80%
_ISSUED = "(?:印发|发布|下发|实施|施行|公布)"
_TERM = "(?P<n>\\d{1,4}|[一二两三四五六七八九十]{1,3})(?P<unit>个工作日|个月|日|天)(?:之|以)?内"
# the words that phrases hold, with what else each needs beside them: few patterns are tried in vain
_TWO_MONTHS = "月(?=[^月]{1,18}月)"
_OF_MONTHS = "月(?:(?<=[-\u2014\u2013~至到].月)|(?<=[-\u2014\u2013~至到]..月))"  # 5至9月
_OF_DAY = rf"月(?=份?{SMALL}\s?日)"
_OF_PART = "月(?=份?[底末上中下])"
_OF_EACH = "月(?=份?[、和及以各分])"
_OF_MONTH = rf"年(?=度?{SMALL}\s?月)"
_NAMED = f"年(?:(?<=[{_LAST_OF_YEARS}].)|(?<=[{_LAST_OF_YEARS}]\\s.))"
_KINDS: tuple[tuple[re.Pattern[str], _Read, str], ...] = tuple(
    (re.compile(pattern), read, word)
    for pattern, read, word in (
        (
            rf"{_Y}?(?:{SMALL})\s?月(?:{SMALL}日)?(?:份|底|初|末|上旬|中旬|下旬)?{_TO}"
            rf"(?:(?P<y2>{YEAR})\s?年)?(?P<m2>{SMALL})月(?:(?P<d2>{SMALL})日)?(?:底|末)?",
            _range,
            _TWO_MONTHS,
        ),
        (
            rf"{_Y}?(?<!\d){SMALL}{_TO}(?P<m2>{SMALL})月(?P<y2>(?!))?(?P<d2>(?!))?(?:份|底|末)?",
            _range,
            _OF_MONTHS,
        ),
        (rf"{_Y}?{_M}(?P<d>{SMALL})\s?日(?:\d{{1,2}}时)?(?:{_BY}|{_DAYS_BY})", _day, _OF_DAY),
        (rf"{_Y}?{_M}(?P<d>[12]\d|3[01])(?:之前|以前|前(?!后))", _day, "月(?=[123]\\d)"),
        (
            rf"(?:截止|期限|时限|不晚于|不迟于|截至)[^,\u3002;]{{0,4}}?{_Y}?{_M}(?P<d>{SMALL})\s?日",
            _day,
            _OF_DAY,
        ),
        (rf"(?:起至|[到至]{_Y}){_M}(?P<d>{SMALL})\s?日", _day, _OF_DAY),
        (rf"{_Y}?{_M}{SMALL}\s?日{_TO}(?P<d>{SMALL})\s?日", _day, _OF_DAY),
        (rf"{_Y}?{_M}{_PART}?(?:{_BY}|{_MONTHS_BY})", _month, "月"),
        (rf"{_Y}?{_M}(?P<part>底|末|上旬|中旬|下旬)", _month, _OF_PART),
        (rf"{_Y}?{_M}(?P<part>(?!))?{_EACH_MONTH}", _month, _OF_EACH),
        (rf"[到至于]{_Y}{_M}{_PART}?(?!{SMALL}\s?日)", _month, _OF_MONTH),
        (rf"{_Y}?第?(?P<q>[1-4一二三四])季度(?:末|底|{_BY})", _quarter, "季度"),
        (rf"{_Y}?(?<![A-Za-z])Q(?P<q>[1-4])(?:末|底|内(?![部容网设])|{_BY})", _quarter, "Q"),
        (rf"{_Y}?(?P<half>[上下])半年(?:{_BY}|底|末|内)", _half, "半年"),
        (rf"(?:到|至|力争|争取){_Y}(?:底|末|年底)?", _year_end, _NAMED),
        (rf"{_Y}(?:底|末|内(?!容)|年底|年内|年末){_BY}?", _year_end, _NAMED),
        (rf"年{_AFTER_NUMBER}(?P<y>(?!))?(?:底|末|内(?!容)){_BY}?", _year_end, "年"),
        (rf"{_Y}(?:全面)?{_BY}", _year_end, _NAMED),
        (rf"(?<![^,;:\u3002]){_Y}(?=[\u4e00-\u9fff]{{2,16}}?{_AIM}\d)", _later_year_end, _NAMED),
        (
            '["\u201c]?(?P<plan>十[二三四五六]五)["\u201d]?(?:规划)?(?:期间|时期|期末|末|结束)',
            _five_years,
            "五",
        ),
        (
            f"{_ISSUED}之日起{_TERM}",
            _after_issue,
            "之日起",
        ),
        (
            f"本(?:通知|方案|意见|要点|计划|办法|文件)?{_ISSUED}之?后{_TERM}",
            _after_issue,
            "后(?=\\d)",
        ),
    )
)
# kinds in a row that look for the same word
_BY_WORD = tuple((word, tuple(kinds)) for word, kinds in groupby(_KINDS, key=itemgetter(2)))
_WORDS = {word: re.compile(word) for word, _ in _BY_WORD}
_Windows = Mapping[str, Sequence[tuple[int, int]]]
_CUE = re.compile(
    "[年月季之后十Q](?:(?<=Q)[1-4]|(?<=[年月季])|(?<=后)\\d|(?<=之)日起|(?<=十)[二三四五六]五)"
)  # without it no phrase says until when
# A period in which a deed is placed, without 前 or 底: it is to be done by its end.
_PERIOD = re.compile(
    rf"(?:(?<![^,;:\u3002])[在于]?|(?<=于)|(?<=确保)|(?<=力争)|(?<=争取)){_Y}?(?:(?P<half>[上下])半年|第?(?P<q>[1-4一二三四])季度|(?<![-\u2014~至到、])(?P<m>{SMALL})月(?P<part>)份?),?"
    "(?=[\u4e00-\u9fff]{2})(?!工作|总结|小结|任务|计划|重点|情况|数据|经济|报表|报告|的|以来|以后|和|及|与|至|到)"
)
_BEFORE, _AFTER = 20, 30  # no phrase reaches farther from its word
_TITLE = re.compile(  # no times: titles, and catchwords in a row as “年初建账、年底交账”
    '\u300a[^\u300a\u300b]{0,120}\u300b|[\u201c"][^\u201c\u201d",\u3002]{1,40}、[^\u201c\u201d",\u3002]{1,40}[\u201d"]'
)
_EVERY = re.compile("每(?:[^,\u3002;]{0,3}|年[^,\u3002;]{1,6}[、和及])$")
_PAST = re.compile("(?:,?累计|,?多次)?(?:被|曾|已|受到|遭|发生|出现|因)")  # 年内被投诉3次的摊位
_BEGUN = ("启动", "开始", "起步")  # 3月启动,10月底前完成
_ENDED = ("结束", "届满")
_OCCASION = re.compile("(?:结束|届满)(?:之|以)?后")  # 专项行动于6月结束后,要组织回头看
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
    windows = {
        word: _windows(text, pattern) if word[0] in text else () for word, pattern in _WORDS.items()
    }
    for match, read in _phrases(text, windows):
        if taken.meets(match):
            continue
        taken.take(match)
        deadline = _deadline(match, read, text, calendar)
        if deadline:
            found.append((match.start(), deadline))
    placed = _periods(text, windows)
    found += _placed(placed, calendar, taken, [deadline.due_on for _, deadline in found])
    return unique_days(deadline for _, deadline in sorted(found, key=lambda pair: pair[0]))


def _placed(
    periods: Iterator[re.Match[str]], calendar: Calendar, taken: Taken, days: Sequence[date]
) -> Iterator[tuple[int, Deadline]]:
    """The ends of periods in which a deed is placed, where no nearer day of the period is named."""
    for match in periods:
        read, months = _reader(match)
        deadline = None if taken.meets(match) else _deadline(match, read, match.string, calendar)
        if not deadline or any(_lies_in(day, deadline.due_on, months) for day in days):
            continue
        begins = match.string.startswith(_BEGUN, match.end())
        if not begins or all(day <= deadline.due_on for day in days):
            yield match.start(), deadline


def _periods(text: str, windows: _Windows) -> Iterator[re.Match[str]]:
    for word in ("季度", "半年", "月"):
        for start, end in windows[word]:
            yield from (m for m in _PERIOD.finditer(text, start, end) if word in m[0])


def _reader(match: re.Match[str]) -> tuple[_Read, int]:
    """How the end of a period is read, and how many months before it belong to it."""
    if match["m"]:
        return _month, 0
    return (_half, 5) if match["half"] else (_quarter, 2)


def _lies_in(day: date, end: date, months: int) -> bool:
    """Whether a day lies in the month of ``end`` or so many months before it."""
    return day.year == end.year and end.month - months <= day.month <= end.month


def _windows(text: str, word: re.Pattern[str]) -> list[tuple[int, int]]:
    """The stretches around each place of a word."""
    found: list[tuple[int, int]] = []
    for place in word.finditer(text):
        at = place.start()
        start, end = max(0, at - _BEFORE), at + _AFTER
        if found and start <= found[-1][1]:
            start = found.pop()[0]
        found.append((start, end))
    return found


def _phrases(text: str, windows: _Windows) -> Iterator[tuple[re.Match[str], _Read]]:
    """The phrases of each kind in turn, and how they are read."""
    for word, kinds in _BY_WORD:
        for pattern, read, _ in kinds if windows[word] else ():
            for start, end in windows[word]:
                for match in pattern.finditer(text, start, end):
                    yield match, read


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
            found += (
                find_deadlines(piece + "前", calendar)
                or find_deadlines(piece, calendar)
                or _plain_date(piece)
            )
    return unique_days(found)


def _bare_times(clause: str) -> Iterator[re.Match[str]]:
    """Times that are a part of a clause for themselves: (市公安局,2026年6月)."""
    return _BARE.finditer(clause) if _HAS_TIME.search(clause) else iter(())


def _plain_date(piece: str) -> tuple[Deadline, ...]:
    """A date in figures only, as cells of tables have it: 2022.5.31."""
    match = DATE.fullmatch(piece.strip())
    day = read_date(match) if match else None
    return (Deadline(piece.strip(), day, False),) if day else ()


def _deadline(match: re.Match[str], read: _Read, text: str, calendar: Calendar) -> Deadline | None:
    said, (start, end) = match[0], match.span()
    before, after = text[max(0, start - 8) : start], text[end : end + 2]
    if ("每" in before and _EVERY.search(before)) or after.startswith(("起", "以来", "开始")):
        return None
    past = said.endswith("内") and _PAST.match(text, end)
    if past or (after in _ENDED and _OCCASION.match(text, end)):
        return None
    due = read(match, calendar)
    if not due or (calendar.year and due.year < calendar.year):
        return None
    soft = bool(_SOFT.search(before + said)) or after == "左右"
    return Deadline(said, due, soft)


def unique_days(deadlines: Iterable[Deadline]) -> tuple[Deadline, ...]:
    """One deadline for each day."""
    first: dict[date, Deadline] = {}
    for deadline in deadlines:
        first.setdefault(deadline.due_on, deadline)
    return tuple(first.values())
