"""Times that no date was made of: seasons and festivals, and days counted from an unknown issue."""

import re
from collections.abc import Iterator

from shuangda_desktop.plan.checks.findings import (
    Drafted,
    clause_span,
    doubt,
    hint,
    words_span,
)
from shuangda_desktop.plan.measures.due_days import LAST_OF_FEASTS
from shuangda_desktop.plan.measures.periods import closing_time
from shuangda_desktop.plan.model import Finding, Plan
from shuangda_desktop.text.chars import STOP
from shuangda_desktop.text.mapped import MappedText
from shuangda_desktop.text.punctuation import narrow

_SEASON = re.compile(
    "(?:春耕|春播|夏收|秋收|秋冬种|秋冬季|三夏|汛期|旅游旺季|供暖季)(?:期间|时节|备耕|之?前)?"
    '|春、?秋(?:两)?季|(?:元旦|春节|清明|五一|端午|中秋|国庆)(?:、(?:元旦|春节|清明|五一|端午|中秋|国庆)){0,6}["\u201d]?(?:节|长假)?(?:假期|期间|之?前)'
    "|(?:春季|秋季)?(?:学期)?开学之?前|节假日(?:期间|之?前)"
)
_CUE = re.compile(  # what each of them holds
    "春[耕播节季、秋]|[夏秋]收|秋[冬季]|三夏|汛期|旺季|暖季|元旦|清明|五一|端午|中秋|国庆|开学|假日"
)
_FEAST = re.compile(f"{LAST_OF_FEASTS}(?:之|以)?前$")
_NO_MONTH = re.compile("\\d{3,4}日|20\\d\\d年\\d{1,2}底")
_NO_DAY = re.compile("月\\s?[1-9](?:之|以)?前$")
_COUNTED = re.compile("(?:印发|发布|下发)(?:之日起|之?后)[^,\u3002;]{1,12}内")


def check_times(drafted: Drafted, plan: Plan, text: MappedText) -> Iterator[Finding]:
    """What the clerk may have to give a date to."""
    measure = drafted.measure
    words = drafted.words
    dateless = not plan.issued_on or not measure.deadlines
    counted = dateless and (_COUNTED.search(words) or _COUNTED.search(drafted.clause))
    if counted and plan.issued_on:
        message = f"“{counted[0]}”没有换算成日期,时限暂缺,请填写。"
        yield doubt("unread-time", message, clause_span(drafted, text))
    elif counted:
        told = counted.string == words
        place = words_span(drafted, *counted.span(), text) if told else clause_span(drafted, text)
        message = f"没有读出成文日期,“{counted[0]}”暂未换算成日期,请补录时限。"
        yield doubt("unknown-issue", message, place)
    yield from _past(drafted, plan, text)
    yield from _from_above(drafted)
    yield from _worked_out(drafted)
    if measure.deadlines and (at_end := closing_time(words.rstrip(STOP))):
        message = f"句末括号里的“{at_end}”已读作时限,如不是时限请删去。"
        yield hint("bracket-time", message, words_span(drafted, 0, len(words), text))
    dated = measure.deadlines or measure.recurrences
    season = None if dated or not _CUE.search(words) else _SEASON.search(words)
    if season:
        place = words_span(drafted, *season.span(), text)
        yield hint("vague-time", f"“{season[0]}”暂未换算成日期,需要时请填写时限。", place)


def _from_above(drafted: Drafted) -> Iterator[Finding]:
    """A deadline that a heading gave to a measure which has a time of its own."""
    measure = drafted.measure
    if drafted.draft.row:
        return
    said = f"{drafted.words}\n{drafted.clause}".replace(" ", "")
    times = [one.text for one in measure.deadlines]
    above = [time for time in times if narrow(time).replace(" ", "") not in said]
    if above and (measure.recurrences or len(above) < len(measure.deadlines)):
        message = f"本项自己写了时间,小标题里的“{above[0]}”可能不是它的时限,暂一并列出。"
        yield doubt("time-above", message, measure.span)


def _worked_out(drafted: Drafted) -> Iterator[Finding]:
    """Deadlines that are the day before a feast, or days that lost a sign or a figure."""
    for deadline in drafted.measure.deadlines:
        said, day = deadline.text, f"{deadline.due_on.month}月{deadline.due_on.day}日"
        if _NO_MONTH.match(said):
            message = f"“{said}”中似缺“月”字,暂按{day}列为时限,请核对。"
            yield doubt("ambiguous-date", message, drafted.measure.span)
        elif _NO_DAY.search(said):
            message = f"“{said}”中似缺“日”字或一个数字,暂按{day}列为时限,请核对。"
            yield doubt("ambiguous-date", message, drafted.measure.span)
        elif _FEAST.search(said):
            bracket = f"{said}(" in drafted.words and len(drafted.measure.deadlines) > 1
            yield (doubt if bracket else hint)(
                "vague-time", f"“{said}”暂按{day}列为时限,请核对。", drafted.measure.span
            )


def _past(drafted: Drafted, plan: Plan, text: MappedText) -> Iterator[Finding]:
    """A deadline before the day of issue: its year may be another one."""
    for deadline in drafted.measure.deadlines:
        if plan.issued_on and deadline.due_on < plan.issued_on:
            message = (
                f"“{deadline.text}”暂按{deadline.due_on.year}年计算,早于成文日期,年份可能不对。"
            )
            yield doubt("past-deadline", message, clause_span(drafted, text))
            return
