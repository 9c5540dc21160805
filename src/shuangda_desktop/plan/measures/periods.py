"""The time that a heading gives to what stands below it: 动员部署(3月底前), 4月份重点工作."""

import re
from dataclasses import dataclass
from datetime import date

from shuangda_desktop.plan.measures.dates import SMALL, YEAR, make_date, spelled
from shuangda_desktop.text.numerals import to_int
from shuangda_desktop.text.punctuation import narrow

_BRACKET = re.compile(
    r"\(([^()]{0,12}(?:[\d一二三四五六七八九十][年月]|20\d\d[./-]\d|\d[./]\d{1,2}[-\u2014\u2013~至到]{1,2}\d{1,2}[./]\d|[1-4一二三四]季度|[上下]半年|年底)[^()]{0,24})\)$"
)
_MONTH = rf"{SMALL}\s?月(?:份|[上中下]旬)?(?:[底末]?前)?"
_TIMES = rf"(?:{YEAR}\s?年)?(?:{_MONTH}(?:[-\u2014\u2013~至到]{{1,2}}{_MONTH})?|第?[1-4一二三四]季度|[上下]半年|年(?:底前?|内))"
_CALENDAR = re.compile(
    rf"[\u3010\u3016]?({_TIMES})"
    "(?:的?(?:重点|主要|具体|全部|工作|任务|安排|计划|事项|要点|活动|内容|清单|推进|完成)){0,4}[\u3011\u3017:]{0,2}"
)
_TIME = re.compile(_TIMES)
_CLOSING = re.compile(rf"\(({_TIMES})\)$")
_LEAD_IN = re.compile(  # 到2035年: 2035年底前,实现下列目标:
    rf"(?:[到至]\s?({YEAR}\s?年(?:底|末)?)|((?:{YEAR}\s?年)?{SMALL}\s?月(?:底|末)?前|{YEAR}\s?年(?:底|末)?前))"
    "[,:](?:[^\u3002]{0,24}:)?"
)
_FIRST = re.compile(rf"(?:({YEAR})\s?年)?\s?({SMALL})\s?月(?:({SMALL})\s?日)?")
_CUE = re.compile("[年月季]")
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Period:
    """A time as a heading writes it; ``loose`` where a day that the words name is the nearer one."""

    text: str = ""
    loose: bool = False


def bracket_period(heading: str) -> str:
    """The time in brackets at the end of a heading; "" for none."""
    if not heading.endswith((")", "\uff09")):
        return ""
    found = _BRACKET.search(narrow(heading))
    return found[1] if found else ""


def calendar_period(heading: str) -> str:
    """The month, quarter or half year that a heading consists of; "" for any other heading."""
    if len(heading) > _LONGEST or not _CUE.search(heading):
        return ""
    found = _CALENDAR.fullmatch(narrow(heading))
    return found[1] if found else ""


def is_time(words: str) -> bool:
    """Whether words are a month, several of them, a quarter, half a year or the end of a year, and nothing else."""
    return bool(_TIME.fullmatch(words))


def closing_time(words: str) -> str:
    """The time that stands alone in brackets at the end of narrow words; "" for none: 组织宣传周。(9月)"""
    found = _CLOSING.search(words) if words.endswith(")") else None
    return found[1] if found else ""


def lead_in_period(words: str) -> str:
    """The time until which all is done that these words introduce; "" for none."""
    found = _LEAD_IN.fullmatch(words)
    return (found[1] or found[2]) if found else ""


def first_day(period: str, year: int | None) -> date | None:
    """The day on which a stage begins; None for a day until when, or where no month is told."""
    words = spelled(narrow(period))
    found = None if words.endswith("前") else _FIRST.search(words)
    if not found:
        return None
    said, month, day = found.groups()
    return make_date(to_int(said) if said else year, to_int(month), to_int(day) if day else 1)
