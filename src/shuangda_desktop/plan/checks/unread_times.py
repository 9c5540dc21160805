"""Words of time in a measure, its clause and the headings above that no deadline was made of."""

import re
from collections.abc import Iterator, Sequence

from shuangda_desktop.plan.checks.findings import Drafted, clause_span, doubt, words_span
from shuangda_desktop.plan.checks.left_over import DAY
from shuangda_desktop.plan.measures.periods import bracket_period, first_day
from shuangda_desktop.plan.model import Finding
from shuangda_desktop.plan.structure.item_tree import Item
from shuangda_desktop.text.mapped import MappedText, Span
from shuangda_desktop.text.numerals import to_int
from shuangda_desktop.text.punctuation import narrow

_SMALL = "(?:\\d{1,2}|[一二三四五六七八九十]{1,3})"
_CUE = re.compile(
    "[年月季./2](?:(?<=[年月季])|(?<=[./])\\d{1,2}(?:之|以|前|止|截|为)|(?<=2)0\\d{4})"
)
_TIME = re.compile(
    "(?:20\\d\\d年|[今明本当次来翌]年)?(?:(?<!每)第?(?P<quarter>[1-4一二三四])季度|(?P<half>[上下])半年"
    f"|(?<![个\\d])(?P<month>{_SMALL})月(?:份|底|末|初|(?P<day>{_SMALL}[日号])|[上中下]旬)?|(?<![\\d每半近几去上多一两二三四五十])年[底末内](?!余额|数|容))"
    "|(?<![\\d./\\-])(?:1[0-2]|0?[1-9])[./](?:3[01]|[12]\\d|0?[1-9])(?=(?:之|以)?前|止|截止|为限)"
    "|20\\d\\d年(?=[底末内前完]|[^,;\u3002]{2,24}(?:达到?|以上|不低于|不少于))|(?:到|至|力争)20\\d\\d年(?!\\d{1,2}月)"
    "|(?<!\\d)20\\d\\d\\d{2,4}(?=[底末前]|[以之]前)"
    f"|(?<={DAY}[和、及与])20\\d\\d年|(?:次|翌|明)年(?=[^度内底来后])|(?:[本当]月|每?季)[底末]"
)
_BY = re.compile(
    "(?<!年)(?<![\\d每])\\d{1,2}月(?:\\d{1,2}[日号]|底|末)?(?:之|以)?前|(?:(?<=20\\d\\d)|(?<![\\d几一两二三四五六七八九十]))年[底内末]前?(?!余额|数|容)"
)
_OF_TIME = re.compile(
    f"^{_SMALL}月份?$|^第?[1-4一二三四]季度$|^[上下]半年$|\\([^()]{{0,24}}\\d[年月][^()]{{0,24}}\\)$"
)
_TERM = re.compile(  # a key of time whose value is counted from a day that is not told
    "(?:时限|期限|时间|节点):(?P<value>[^;:\u3002)\u3015]*?(?:个?月|个?工作日|天|日|周)(?:之|以)?内)"
)
_DUE = re.compile(  # a key of time whose value holds a figure, and words of time
    "(?:时限|期限|时间|节点)[\u4e00-\u9fff]{0,2}:(?P<value>[^;:\u3002)\u3015]{0,12}\\d(?:[./-]\\d|[^;:\u3002)\u3015]{0,8}[年月日季底末前])[^;:\u3002)\u3015]{0,8})"
)
_TORN = re.compile(  # a figure or its word is lost: 2026年月底前, 小结月25日前, 2026年1231日
    "[\\d月](?:(?<=2)0\\d\\d年\\d{3,4}日|(?<![\\d.]2)(?<=2)0(?:[12]年[底末内]?|\\d{2}\\d{1,2}月)|(?<=\\d)(?<![\\d年.].)\\d{2,3}日(?:之|以)?[前止]"
    "|(?<=月)(?:(?<=年.)|(?<![每当本次逐按隔同上下月个半\\d一二两三四五六七八九十几元前年度季正腊末初单双奇偶于在\\0].))"
    "(?:[底末初]|\\d{1,2}日)(?!余额))"
)
_YEAR_ENDS = ("年底", "年末", "年内")
_OF_DAYS = re.compile("[年月日]")
_ENDS = ("底", "末", "内", "前")
_NO_DAY = ("起", "以来", "以后", "之后", "至今", "期间召开的", "结束后", "结束以后", "结束之后")
_SINCE = ("自", "从", "前", "去年", "上年", "较", "比", "截", "\0")  # 每年3月底前 is a rhythm


def check_unread_times(
    drafted: Drafted, year: int | None, items: Sequence[Item], text: MappedText
) -> Iterator[Finding]:
    """The times of a measure that are no deadlines, in what those left over.

    Without a year that they could be counted from only those are told that name an end.
    """
    if not year:
        yield from () if drafted.measure.deadlines else _without_year(drafted, items, text)
        return
    words = drafted.words
    for place in _times(drafted.rest, drafted, year):
        said = words[place.start : place.end]
        yield _finding(said, words_span(drafted, place.start, place.end, text))
    for match in _TORN.finditer(drafted.rest) if _OF_DAYS.search(words) else ():
        yield _finding(match[0], words_span(drafted, *match.span(), text))
    yield from _beside(drafted, year, items, text)


def _without_year(drafted: Drafted, items: Sequence[Item], text: MappedText) -> Iterator[Finding]:
    """The first day or month by which something is to be done, where the year is not known."""
    end = _BY.search(drafted.words)
    above = next(filter(None, map(_OF_TIME.search, _headings(drafted, items))), None)
    said = end[0] if end else above[0] if above else ""
    if said:
        place = words_span(drafted, *end.span(), text) if end else drafted.measure.span
        message = f"没有读出方案年度,“{said}”暂未换算成日期,请补录年度。"
        yield doubt("unread-time", message, place)


def _finding(said: str, span: Span) -> Finding:
    message = f"“{said}”像是时间要求,但没有读作时限,暂作正文,请核对。"
    return doubt("unread-time", message, span)


def _times(rest: str, drafted: Drafted, year: int) -> Iterator[Span]:
    for match in _TIME.finditer(rest) if _CUE.search(rest) else ():  # most have none
        first = match[0][:4]
        named = int(first) if first.isdecimal() else year  # 20月底 is no year
        plain = match[0] == f"{year}年"  # it says nothing more than the plan's title does
        bare = plain and not rest.startswith(_ENDS, match.end())
        told = named >= year and not bare and not rest.startswith(_NO_DAY, match.end())
        if (
            told
            and not rest.endswith(_SINCE, 0, match.start())
            and not _holds_a_day(match, drafted)
        ):
            yield Span(*match.span())


def _holds_a_day(match: re.Match[str], drafted: Drafted) -> bool:
    """Whether a month, quarter or half-year holds a day that was read: 第四季度…,12月15日前."""
    months = {deadline.due_on.month for deadline in drafted.measure.deadlines}
    days = {(each.due_on.month, each.due_on.day) for each in drafted.measure.deadlines}
    if match[0] in _YEAR_ENDS and (12, 31) in days:
        return True
    said = to_int(match[0][:4]) if match[0].startswith("20") else None
    if not (match["half"] or match["month"] or match["quarter"]):
        return said in {deadline.due_on.year for deadline in drafted.measure.deadlines}
    if match["half"]:
        return any((month > 6) == (match["half"] == "下") for month in months)
    if match["month"]:
        day = to_int((match["day"] or "")[:-1])
        return (to_int(match["month"]), day) in days if day else to_int(match["month"]) in months
    quarter = to_int(match["quarter"] or "")
    return any((month + 2) // 3 == quarter for month in months)


def _beside(
    drafted: Drafted, year: int, items: Sequence[Item], text: MappedText
) -> Iterator[Finding]:
    """A time in the clause or in a heading above of which no deadline was made."""
    measure = drafted.measure
    read = [deadline.text.rstrip("前") for deadline in measure.deadlines]
    read += [recurrence.text for recurrence in measure.recurrences]
    clause = drafted.clause
    for phrase in read:
        clause = clause.replace(phrase, DAY * len(phrase))
    above = (
        words
        for words in _headings(drafted, items)
        if not any(one in words for one in read) and not _is_farther(words, drafted, year)
    )
    for words in (clause, *above):
        place = next(_times(words, drafted, year), None) or _torn(words)
        if place:
            yield _finding(words[place.start : place.end], clause_span(drafted, text))
            return
    due = None if read else _DUE.search(clause)
    term = due or (_TERM.search(clause) if "内" in clause else None)
    if term:
        yield _finding(term["value"], clause_span(drafted, text))


def _is_farther(heading: str, drafted: Drafted, year: int) -> bool:
    """Whether a heading tells a stage beside days of the measure itself: its end was read if it counts."""
    return bool(drafted.measure.deadlines) and first_day(bracket_period(heading), year) is not None


def _torn(words: str) -> Span | None:
    """Where a day stands that lost a figure or its word; None for none."""
    match = _TORN.search(words)
    return Span(*match.span()) if match else None


def _headings(drafted: Drafted, items: Sequence[Item]) -> Iterator[str]:
    """The heading of a measure, and those above that are nothing but a time or end with one."""
    item = None if drafted.draft.row else drafted.item
    if item:
        yield narrow(item.heading)
    while item and item.parent is not None:
        item = items[item.parent]
        heading = narrow(item.heading)
        if _OF_TIME.search(heading):
            yield heading
