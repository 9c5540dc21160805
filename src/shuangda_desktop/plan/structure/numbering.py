"""Numbers before headings: 一、 (一) 1. (1) ① 第一条 任务一, also with a lost bracket."""

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache

from shuangda_desktop.text.chars import HAN, LOPEN, ROPEN
from shuangda_desktop.text.numerals import to_int

_HAN_NUMBER = "[一二三四五六七八九十百零〇]{1,5}"
_COUNTED = "万亿千百十个家件元倍年月日吨米点度小分公级版"  # 1.5万元 is an amount, no number
_LABEL = re.compile(
    rf"""(?:
    第\s?(?P<chapter>{_HAN_NUMBER})\s?(?P<unit>章|部分|编)(?=[\s:、{HAN}])
  | 第\s?(?P<article>{_HAN_NUMBER}|\d{{1,3}})\s?条(?=[\s:、{LOPEN}{HAN}]|$)
  | 第(?P<ordinal>[一二三四五六七八九十]{{1,2}})(?=[,、:])(?!(?:、[一二三四五六七八九十]{{1,2}}){{1,5}}(?<!一)(?:项|季度|批|期|阶段|次))
  | (?P<word>重点任务|工作任务|任务|措施|行动)\s?(?P<task>{_HAN_NUMBER}|\d{{1,2}})(?=[:.、\s])(?!(?:、[\d一二三四五六七八九十]{{1,3}}){{1,9}}[项由])
  | [\u3010\[](?P<kind>重点任务|工作任务|任务|措施|行动)\s?(?P<boxed>{_HAN_NUMBER}|\d{{1,2}})[\u3011\]]
  | (?P<first>{_HAN_NUMBER})(?:、|\s?\.|,(?=[{HAN}]))
  | (?P<spaced>{_HAN_NUMBER})\s+(?=[{HAN}]{{2}})
  | [{LOPEN}]\s?(?P<second>{_HAN_NUMBER})\s?(?:[{ROPEN}]|(?P<open>(?=[{HAN}])))
  | (?P<half>{_HAN_NUMBER})[{ROPEN}]
  | (?P<decimal>\d{{1,2}}\.\d{{1,2}})(?P<blank>\.?\s+|\.)?(?=[{HAN}])(?![{_COUNTED}])
  | (?P<deeper>\d{{1,2}}\.\d{{1,2}}\.\d{{1,2}})\.?\s*(?=[{HAN}])
  | (?P<pair>\d{{1,2}}-\d{{1,2}})\s*(?=[{HAN}]{{2}})(?![{_COUNTED}人名次周天项类条])
  | (?P<third>\d{{1,3}})\s?(?:[.](?!\d)|[.](?=\d{{5}}[{HAN}])|[.](?=(?:(?:19|20)\d\d年|\d{{1,2}}月))|、(?!\d{{1,3}}(?:[、和及]\d{{1,3}}){{0,9}}[项由]))
  | [{LOPEN}]\s?(?P<fourth>\d{{1,2}})\s?(?:[{ROPEN}]|(?P<torn>(?=[{HAN}])(?![{_COUNTED}])))
  | (?P<bare>\d{{1,2}})[{ROPEN}]
  | (?P<fifth>[\u2460-\u2473])
  | (?P<signed>[\u3220-\u3229\u2474-\u249b])
    )(?:(?<=第.)[,]|(?<=第..)[,])?[:.、\s]*""",
    re.VERBOSE,
)
_FIRST = frozenset(  # characters that a label begins with
    "第重工任措行一二三四五六七八九十百零〇"
    + LOPEN.replace("\\", "")
    + "".join(map(chr, (*range(0x2460, 0x249C), *range(0x3220, 0x322A))))
)
_LEVELS = {
    "chapter": (1, "第{}"),
    "article": (1, "第{}条"),
    "task": (1, "{}"),
    "boxed": (1, "{}"),
    "first": (1, "{}"),
    "spaced": (1, "{}"),
    "second": (2, "({})"),
    "half": (2, "({})"),
    "decimal": (2, "{}"),
    "deeper": (3, "{}"),
    "pair": (3, "{}"),
    "third": (3, "{}"),
    "fourth": (4, "({})"),
    "ordinal": (4, "第{}"),
    "bare": (4, "({})"),
    "fifth": (5, "{}"),
}
_LAST = {
    "unit": "chapter",
    "open": "second",
    "blank": "decimal",
    "torn": "fourth",
}  # the last group of a label that is not its number
DECIMALS = ("decimal", "deeper")  # 1.1 and 1.1.1, below the row that counts their first part
_ROWS = {"boxed": "task", "spaced": "first", "half": "second", "bare": "fourth"}


@dataclass(frozen=True, slots=True)
class Label:
    """A number before a heading, at [start, end) with its delimiter and the blanks after it.

    ``row`` names the kind of number, ``sure`` is false where its bracket or its mark is missing.
    """

    level: int
    text: str
    number: int
    start: int
    end: int
    row: str
    sure: bool = True


class Numbers:
    """The last number met in each row of numbers."""

    def __init__(self) -> None:
        self.last: dict[str, int] = {}
        self.levels: dict[str, int] = {}
        self.before: dict[str, int] = {}  # also of rows that have ended
        self.level = 0  # of the last number of all

    def label_at(self, flat: str, start: int = 0) -> Label | None:
        """The label that begins at ``start``; 第一、 heads a plan where no number stands above it.

        第一, begins a sentence.
        """
        label = label_at(flat, start)
        if label is None or label.row != "ordinal" or "、" not in flat[label.start : label.end]:
            return label
        heads = self.levels.get(label.row) == 1 or not self.knows_above(label)
        return replace(label, level=1) if heads else label

    def follows(self, label: Label) -> bool:
        """Whether the number is the next one of its row."""
        return label.number == self.last.get(label.row, 0) + 1

    def fits(self, label: Label) -> bool:
        """Whether the number is the next one or begins a new row."""
        return label.number == 1 or self.follows(label)

    def goes_on(self, label: Label) -> bool:
        """Whether the number is the next one of its row, even where a higher row came between."""
        if label.number == 1 and self.level < label.level:  # right below a heading
            return True
        return self.follows(label) or label.number == self.before.get(label.row, 0) + 1

    def knows_above(self, label: Label) -> bool:
        """Whether a row of a higher level is open."""
        return any(level < label.level for level in self.levels.values())

    def take(self, label: Label) -> None:
        """Go on from this label; rows below (1) end where a higher one goes on.

        Arabic numbers may run on across sections, and so may (一).
        """
        self.last[label.row] = self.before[label.row] = label.number
        self.levels[label.row] = self.level = label.level
        for row, level in list(self.levels.items()):
            lowest = label.level if row in DECIMALS else max(label.level, 3)
            if level > lowest:
                del self.last[row], self.levels[row]


@lru_cache(maxsize=4096)  # each stage asks again how the lines begin
def label_at(flat: str, start: int = 0) -> Label | None:
    """The label that begins at ``start``."""
    begins = flat[start : start + 1]
    if begins not in _FIRST and not begins.isdecimal():  # so do most words
        return None
    match = _LABEL.match(flat, start)
    if not match:
        return None
    last = match.lastgroup or ""
    if last == "signed":
        return _signed(match)
    kind = _LAST.get(last, last)
    number = to_int(re.split("[.-]", match[kind])[-1])
    if not number:
        return None
    level, form = _LEVELS[kind]
    words = (match["word"] or match["kind"] or "", match[kind], match["unit"] or "")
    text = form.format("".join(words))
    sure = kind not in ("half", "spaced", "pair") and last not in ("open", "torn")
    if kind == "decimal":  # 1.1万 and 3.15 are none: without a blank only in order
        sure = match["blank"] is not None
    return Label(level, text, number, match.start(), match.end(), _ROWS.get(kind, kind), sure)


def _signed(match: re.Match[str]) -> Label:
    """A number that is one character with its brackets or its dot: \u3220 \u2474 \u2488."""
    text = unicodedata.normalize("NFKC", match["signed"]).rstrip(".")
    arabic = "third" if text.isdecimal() else "fourth"
    row = arabic if text.strip("()").isdecimal() else "second"
    number = to_int(text) or 0
    return Label(_LEVELS[row][0], text, number, match.start(), match.end(), row)
