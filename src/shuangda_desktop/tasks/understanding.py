"""What a unit meant by the words in a cell: percentages, numbers, states, days.

Nothing is turned into nought and nothing is guessed in silence: what is not plain comes with the words in
which the clerk is told or asked.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType
from unicodedata import normalize

from shuangda_desktop.tasks.model import Status
from shuangda_desktop.tasks.status import STATUS_WORDS
from shuangda_desktop.text.numerals import to_int
from shuangda_desktop.text.punctuation import narrow, widen

SAME_AS_LAST = "与上期相同"
BLANK_WORDS = frozenset(
    {"", "无", "/", "-", "--", "\u2014", "\u2014\u2014", "\\", "空", "暂无", "没有", "略"}
)
TOLD = (Status.NOT_STARTED, Status.ONGOING, Status.DONE, Status.SUSPENDED)  # what a unit may say
_SAME = {
    "与上期相同",
    "同上期",
    "无变化",
    "没有变化",
    "与上月相同",
    "同上月",
    "较上期无变化",
    "不变",
}
_STATES: Mapping[str, Status] = MappingProxyType(
    {
        **{STATUS_WORDS[status]: status for status in TOLD},
        **dict.fromkeys(
            ("未开展", "未开始", "尚未启动", "尚未开展", "暂未开展", "暂未启动", "没有启动"),
            Status.NOT_STARTED,
        ),
        **dict.fromkeys(
            (
                "进行中",
                "正在推进",
                "推进",
                "正常推进",
                "按计划推进",
                "持续推进",
                "实施中",
                "未完成",
                "有序推进",
            ),
            Status.ONGOING,
        ),
        **dict.fromkeys(
            ("完成", "全部完成", "已全部完成", "按期完成", "办结", "已办结"), Status.DONE
        ),
        **dict.fromkeys(("暂停", "中止", "已暂停"), Status.SUSPENDED),
    }
)
_UNSEEN = re.compile("[\\s\u200b-\u200f\ufeff\u00a0]+")
_PERCENT = re.compile("(?<![0-9.])([0-9]{1,4}(?:\\.[0-9]{1,6})?)%")
_PLAIN = re.compile("[0-9]{1,4}(?:\\.[0-9]{1,6})?")
# Words that make of a percentage another than how far the task is: what is left, a growth, a bound.
_TURNING = re.compile("剩|差|未|不足|不到|不满|增|升|降|减|同比|环比|较上|比上|占比")
_BETWEEN = re.compile("[0-9%成][-~\u2014\u2013至到][0-9]|[一二三四五六七八九]{2}成")
_TENTHS = re.compile("([一二三四五六七八九1-9])成([半一二三四五六七八九]?)")
_LABELLED = re.compile(
    "(?:已?完成率?|进度|总体)[:为到]?([0-9]{1,3}(?:\\.[0-9]{1,6})?)|%([0-9]{1,3})"
)
_ABOUT = re.compile("(?:大?约|大概|将?近|接近)([0-9]{1,3})(?:左右|上下)?|([0-9]{1,3})(?:左右|上下)")
_HALF = re.compile("(?:过|超过?|约|近|完成)?(?:一?半|半数|大半)(?:以上|左右)?|1/2|二分之一")
_HUNDREDTHS = re.compile("百分之([零一二三四五六七八九十百两]{1,5})")
_SCALE = {
    "十": 10.0,
    "百": 1e2,
    "千": 1e3,
    "万": 1e4,
    "十万": 1e5,
    "百万": 1e6,
    "千万": 1e7,
    "亿": 1e8,
}
_SHARES = {"%", "\u2030", "成", "个百分点"}
_FIGURE = "[0-9]{1,15}(?:\\.[0-9]{1,6})?"
_WRITTEN = "[零一二三四五六七八九十百千两]{1,9}"
_NUMBER = re.compile(
    f"(约|近|大约|超过?|逾|不少于|至少|不到)?(?:累计|共计?|已|完成|合计){{0,3}}({_FIGURE}|{_WRITTEN})"
    "(余|多|来)?(十万|百万|千万|亿|万|千|百)?(余|多)?([^0-9\\s,+~-]{0,6}?)(左右|上下|以上|余)?[。.;]?"
)
_TOGETHER = re.compile("累计|累积")
_SUM = re.compile("[0-9]{1,12}(?:\\.[0-9]{1,6})?(?:\\+[0-9]{1,12}(?:\\.[0-9]{1,6})?){1,9}")
_COMMAS = re.compile("(?<=[0-9])[,'\u3001](?=[0-9]{3}(?:[^0-9]|$))")
_DAY = re.compile(
    "(?:([0-9]{4}|[0-9]{2})[-./年])?([0-9]{1,2})[-./月]([0-9]{1,2})[日号]?(?:[ T]?[0-9:]{4,8})?"
)
_EIGHT = re.compile("([12][0-9]{3})([0-9]{2})([0-9]{2})")
_SERIAL = re.compile("[34][0-9]{4}|5[0-9]{4}")
_WORDED_DAY = re.compile(
    "([零〇一二三四五六七八九0]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})[日号]"
)
_EPOCH = date(1899, 12, 30)
_GOING = re.compile("完成|推进|进展|成效|滞后")
_LOST = re.compile("[?\ufffd]{3,}")
_HAN = re.compile("[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Understood:
    """A value as it is kept; "" where none could be told. What is not ``sure`` is asked with ``why``."""

    value: str
    sure: bool = True
    why: str = ""


def plain(text: str) -> str:
    """The words of a cell without what nobody sees, in one width."""
    return _UNSEEN.sub("", narrow(normalize("NFKC", text)))


def is_blank(text: str) -> bool:
    """Whether a cell says nothing, or says that there is nothing to say."""
    return plain(text) in BLANK_WORDS


def looks_lost(text: str) -> bool:
    """Whether the letters were lost when the file was saved: question marks in place of Chinese."""
    return _LOST.search(text) is not None and _HAN.search(text) is None


def read_percent(raw: str) -> Understood:
    """A percentage from 0 to 100, as a whole number."""
    text = plain(raw)
    if _PLAIN.fullmatch(text):
        return _percent(float(text), raw, marked=False)
    labelled = _LABELLED.fullmatch(text)
    if labelled:
        number = labelled[1] or labelled[2]
        return _percent(float(number), raw, marked=True, told=_told(raw, number))
    found = _PERCENT.findall(text) or [str(n) for n in _in_words(text)]
    if len(found) == 1 and (_TURNING.search(text) or _BETWEEN.search(text)):
        return _ask(raw, "说的可能不是完成了多少")
    if len(found) == 1:
        exact = text in (f"{found[0]}%",)
        return _percent(
            float(found[0]), raw, marked=True, told="" if exact else _told(raw, found[0])
        )
    if found:
        return _ask(raw, "里有不止一个百分数")
    state = _STATES.get(text)
    if state is Status.DONE:
        return Understood("100", True, widen(f"“{raw}”读作100%"))
    if state is Status.NOT_STARTED:
        return Understood("0", True, widen(f"“{raw}”读作0%"))
    return _ask(raw, "读不出完成率", "50" if _HALF.fullmatch(text) else _about(text))


def _about(text: str) -> str:
    """The number that is said to be about right, 约30; "" where it is none of a hundred."""
    found = _ABOUT.fullmatch(text)
    number = next(filter(None, found.groups())) if found else ""
    return str(int(number)) if number and int(number) <= 100 else ""


def _percent(number: float, raw: str, *, marked: bool, told: str = "") -> Understood:
    if number > 100:
        return _ask(raw, "超过100%")
    if not marked and 0 < number < 1:
        return _ask(raw, "可能是比例也可能是百分数", f"{number * 100:.0f}")
    if not marked and number == 1:
        return _ask(raw, "可能是1%也可能是100%", "1")
    if number != int(number):
        whole = f"{int(number)}"  # never told further than it is
        if not int(number):
            return _ask(raw, "按整数记不到1%", whole)
        return Understood(whole, True, widen(f"“{raw}”按整数记为{whole}%"))
    return Understood(f"{number:.0f}", True, told)


def _in_words(text: str) -> list[int]:
    """Percentages in Chinese: 八成五, 百分之八十."""
    tenths = [
        (int(a) if a.isascii() else to_int(a) or 0) * 10 + (5 if b == "半" else to_int(b) or 0)
        for a, b in _TENTHS.findall(text)
    ]
    return tenths + [to_int(words) or 0 for words in _HUNDREDTHS.findall(text)]


def read_number(raw: str, unit: str = "", *, takes_total: bool = False) -> Understood:
    """A number that a target counts, in the target's unit."""
    text = _COMMAS.sub("", plain(raw))
    if _SUM.fullmatch(text):
        total = sum(float(part) for part in text.split("+"))
        return _ask(raw, "是一个算式", _figure(total))
    tenths = _in_words(text) if unit == "%" else []
    if len(tenths) == 1 and not _BETWEEN.search(text):
        return Understood(f"{tenths[0]}", True, _told(raw, f"{tenths[0]}"))
    found = _NUMBER.fullmatch(text)
    if not found:
        return _ask(raw, "读不出数字", _counted(text, unit))
    soft, digits, more, scale, again, named, around = found.groups()
    number = (
        float(digits) if digits[0].isdecimal() and digits.isascii() else float(to_int(digits) or 0)
    )
    scaled, base = _scaled(number, scale or "", named or "", unit)
    value = _figure(scaled)
    if base not in ("", unit) and unit:
        # A share is no count, nor another share; what was scaled was no count of these either.
        near = "" if scaled != number or {base, unit} & _SHARES else value
        return _ask(raw, f"写的单位是“{base}”\uff0c指标的单位是“{unit}”", near)
    if soft or more or again or around:
        return _ask(raw, "是约数", value)
    if not (takes_total or unit in _SHARES) and _TOGETHER.search(text):
        return _ask(raw, "说的是累计数\uff0c这一格要的是本期数", value)
    if unit == "%" and scaled > 100:
        return _ask(raw, "超过100%", "" if scale else value)
    told = "" if plain(raw) in (value, f"{value}{unit}") else widen(f"“{raw}”读作{value}{unit}")
    return Understood(value, True, told)


def _scaled(number: float, scale: str, named: str, unit: str) -> tuple[float, str]:
    """The number in the target's unit, and the unit that was written, freed of its scale."""
    own = unit[:1] if unit[:1] in _SCALE and len(unit) > 1 else ""
    if not named and scale and unit == scale:
        return number, unit
    if not scale and (not named or named == unit):
        return number, unit
    factor = _SCALE.get(scale, 1.0) / _SCALE.get(own, 1.0)
    base = unit if named in ("", unit.removeprefix(own)) else named
    return number * factor, base


def _counted(text: str, unit: str) -> str:
    """The one number in a sentence that is followed by the target's unit, "" where there is none."""
    if not unit or len(text) > 2_000:
        return ""
    found = re.findall(f"(?<![0-9.])([0-9]{{1,12}}(?:\\.[0-9]{{1,6}})?){re.escape(unit)}", text)
    return _figure(float(found[0])) if len(found) == 1 else ""


def read_status(raw: str) -> Understood:
    """A state in the office's words, or SAME_AS_LAST."""
    text = plain(raw).rstrip("。.;!")
    if text in _SAME:
        return Understood(
            SAME_AS_LAST, True, "" if text == SAME_AS_LAST else _told(raw, SAME_AS_LAST, "")
        )
    state = _STATES.get(text)
    if state is not None:
        word = STATUS_WORDS[state]
        return Understood(word, True, "" if text == word else _told(raw, word, ""))
    percents = _PERCENT.findall(text)
    if len(percents) == 1:
        word = STATUS_WORDS[Status.DONE if float(percents[0]) >= 100 else Status.ONGOING]
        return Understood(word, True, _told(raw, word, ""))
    near = STATUS_WORDS[Status.ONGOING] if _GOING.search(text) else ""
    if "销号" in text:
        near = STATUS_WORDS[Status.DONE]
    return _ask(raw, "不是列表中的状态", near)


def read_day(raw: str, year: int) -> date | None:
    """A day in any usual writing; ``year`` is that of a day without one."""
    text = plain(raw)
    if _SERIAL.fullmatch(text):
        return _EPOCH + timedelta(days=int(text))
    found = _EIGHT.fullmatch(text) or _DAY.fullmatch(text)
    if found:
        return _day(found[1], int(found[2]), int(found[3]), year)
    words = _WORDED_DAY.fullmatch(text)
    if not words:
        return None
    return _day(str(to_int(words[1]) or 0), to_int(words[2]) or 0, to_int(words[3]) or 0, year)


def _day(written: str | None, month: int, day: int, year: int) -> date | None:
    full = year if written is None else int(written) + (2000 if len(written) == 2 else 0)
    try:
        return date(full, month, day)
    except ValueError:
        return None


def _figure(number: float) -> str:
    """All digits that a cell can hold, and no exponent: a sum of money is not to be cut."""
    text = f"{number:.15g}"
    return f"{number:.10f}".rstrip("0").rstrip(".") if "e" in text else text


def _told(raw: str, value: str, sign: str = "%") -> str:
    return widen(f"“{raw}”读作{value}{sign}")


def _ask(raw: str, why: str, value: str = "") -> Understood:
    guess = f"\uff0c是不是{value}" if value else ""
    return Understood(value, False, widen(f"“{raw}”{why}{guess}"))
