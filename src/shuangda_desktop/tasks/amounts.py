"""Amounts as people write them into a cell: 2000万, 1,280.5, full-width digits, 三百."""

import re

from shuangda_desktop.text.numerals import to_int
from shuangda_desktop.text.punctuation import narrow

_SCALES = {"": 1, "百": 100, "千": 1_000, "万": 10_000, "十万": 100_000, "百万": 1_000_000}
_SCALES |= {"千万": 10_000_000, "亿": 100_000_000, "萬": 10_000, "億": 100_000_000}
_NUMBER = r"(?P<number>[-+]?(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.\d{1,6})?)"
_SCALE = f"(?P<scale>{'|'.join(sorted(filter(None, _SCALES), key=len, reverse=True))})?"
_WRITTEN = re.compile(f"{_NUMBER}{_SCALE}(?P<unit>[%\u2030]|[\u4e00-\u9fff]{{0,4}})")
_CHINESE = re.compile(
    "(?P<number>[〇零一二两三四五六七八九十][〇零一二两三四五六七八九十百千万]{0,11})(?P<unit>[\u4e00-\u9fff]{0,2}?)"
)
_BLANK = re.compile(r"\s")
_SCALE_OF_UNIT = re.compile("^(?:十万|百万|千万|百|千|万|亿)")


def read_amount(typed: str, unit: str = "") -> float | None:
    """The number that was meant, counted in ``unit``; None where the text is no single number.

    A scale is multiplied out (2000万 is 20000000) and counted in that of the unit: 2000万 and 2000万元
    are 2000 of 万元, and 500元 is 0.05 of it. A range, a sentence or a date is no amount: the clerk is
    asked instead.
    """
    text = _BLANK.sub("", narrow(typed)).removesuffix("左右")
    found = _WRITTEN.fullmatch(text)
    if not found:
        return _chinese(text, unit)
    said = found["unit"]
    if said and unit and not _fits(said, unit):
        return None
    number = _arabic(found)
    return number / _scale_of(unit) if found["scale"] or said else number


def amount_text(value: float, unit: str = "") -> str:
    """A number as a cell shows it: whole ones without a point, thousands apart."""
    text = f"{value:,.6f}".rstrip("0").rstrip(".")
    return f"{text}{unit}"


def _arabic(found: re.Match[str]) -> float:
    return float(found["number"].replace(",", "")) * _SCALES[found["scale"] or ""]


def _chinese(text: str, unit: str) -> float | None:
    found = _CHINESE.fullmatch(text)
    if not found or (found["unit"] and not _fits(found["unit"], unit)):
        return None
    number = to_int(found["number"])
    scaled = "万" in text or found["unit"]
    return None if number is None else number / (_scale_of(unit) if scaled else 1)


def _fits(said: str, unit: str) -> bool:
    """Whether the word behind a number may stand for the unit of the target: 元 for 万元."""
    return _bare(said) == _bare(unit) or not _bare(said)


def _bare(unit: str) -> str:
    return _SCALE_OF_UNIT.sub("", unit)


def _scale_of(unit: str) -> int:
    found = _SCALE_OF_UNIT.match(unit)
    return _SCALES[found[0]] if found else 1
