"""The automatic numbers of a Word document: a copy holds them as text, the file does not.

Counters live per abstract list, not per list; a level that appears restarts the ones below it; a
start override counts once, at the first paragraph of its list.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from shuangda_desktop.text.numerals import to_chinese

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LONGEST = 255  # characters of the text of a label
_LEVELS = 9
_LONGEST_LABEL = 60
_FORMAL = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
          (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


def _chinese(number: int) -> str:
    return to_chinese(number) if number < 10_000 else str(number)


def _digits(number: int) -> str:
    return "".join("\u3007一二三四五六七八九"[int(d)] for d in str(number))


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda number: signs[(number - 1) % len(signs)]


def _enclosed(first: int) -> Callable[[int], str]:
    """Signs that Unicode has for 1 to 20 only."""
    return lambda number: chr(first + number - 1) if 1 <= number <= 20 else str(number)


def _letters(number: int) -> str:
    """a to z, then aa, bb as Word goes on."""
    turns, place = divmod(max(number, 1) - 1, 26)
    return chr(ord("a") + place) * min(turns + 1, _LONGEST_LABEL)


def _roman(number: int) -> str:
    text, rest = "", min(number, 5000)
    for value, sign in _ROMAN:
        text += sign * (rest // value)
        rest %= value
    return text


_FORMATS: dict[str, Callable[[int], str]] = {
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "japaneseCounting": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "taiwaneseCounting": _chinese,
    "ideographDigital": _digits,
    "taiwaneseDigital": _digits,
    "japaneseDigitalTenThousand": _digits,
    "chineseLegalSimplified": lambda n: _chinese(n).translate(_FORMAL),
    "ideographLegalTraditional": lambda n: _chinese(n).translate(_FORMAL),
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    "decimalEnclosedCircle": _enclosed(0x2460),
    "decimalEnclosedCircleChinese": _enclosed(0x2460),
    "decimalEnclosedParen": _enclosed(0x2474),
    "decimalEnclosedFullstop": _enclosed(0x2488),
    "decimalFullWidth": lambda n: "".join(chr(ord(d) + 0xFEE0) for d in str(n)),
    "decimalZero": lambda n: f"{n:02d}",
    "lowerLetter": _letters,
    "upperLetter": lambda n: _letters(n).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda n: _roman(n).upper(),
    "none": lambda _: "",
}


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    format: str
    text: str
    legal: bool
    restarts_after: int  # levels below this number restart it; 0: never


@dataclass(frozen=True, slots=True)
class _List:
    abstract: str
    starts: dict[int, int]
    levels: dict[int, _Level]


@dataclass(slots=True)
class Numbering:
    """The lists of one document and how far each has counted."""

    lists: dict[str, _List] = field(default_factory=dict)
    style_levels: dict[tuple[str, str], int] = field(default_factory=dict)
    counted: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[str] = field(default_factory=set)

    def label(self, list_id: str, level: int) -> str:
        """Count one paragraph of the list at that level and give its label."""
        found = self.lists.get(list_id)
        if found is None or level not in found.levels:
            return ""
        counts = self.counted.setdefault(found.abstract, {})
        if list_id not in self.begun:
            self.begun.add(list_id)
            for each in found.starts:
                counts.pop(each, None)
        self._advance(found, counts, level)
        return _label(found, counts, level)

    def _advance(self, found: _List, counts: dict[int, int], level: int) -> None:
        for each in range(level):
            counts.setdefault(each, _start(found, each))
        counts[level] = counts[level] + 1 if level in counts else _start(found, level)
        for lower in [n for n in counts if n > level]:
            if lower not in found.levels or level < found.levels[lower].restarts_after:
                del counts[lower]


def _start(found: _List, level: int) -> int:
    if level in found.starts:
        return found.starts[level]
    return found.levels[level].start if level in found.levels else 1


def _label(found: _List, counts: dict[int, int], level: int) -> str:
    own = found.levels[level]
    if own.format == "bullet":
        return "\u2022"
    text = own.text
    for each in range(_LEVELS):
        mark = f"%{each + 1}"
        if mark in text:
            text = text.replace(mark, _figure(found, counts, each, own.legal))
    return text[:_LONGEST_LABEL]


def _figure(found: _List, counts: dict[int, int], level: int, legal: bool) -> str:
    number = counts.get(level, 1)
    style = found.levels[level].format if level in found.levels and not legal else "decimal"
    return number_text(style, number)


def number_text(style: str, number: int) -> str:
    """A number in one of Word's formats; in plain digits where the format is unknown."""
    return _FORMATS.get(style, str)(number)


def value(node: etree._Element | None, name: str = "val") -> str:
    """An attribute of the main namespace, "" where the element or the attribute is missing."""
    return "" if node is None else str(node.get(W + name, ""))


def whole(text: str, default: int) -> int:
    """The whole number in an attribute; the default where it says none or nonsense."""
    return int(text) if text.isdecimal() and len(text) < 6 else default


def read_numbering(root: etree._Element | None, styles: dict[str, str]) -> Numbering:
    """The lists of numbering.xml; ``styles`` gives the list that a numbering style names."""
    numbering = Numbering()
    if root is None:
        return numbering
    abstracts = {value(a, "abstractNumId"): a for a in root.findall(W + "abstractNum")}
    chosen = {
        value(n, "numId"): value(n.find(W + "abstractNumId")) for n in root.findall(W + "num")
    }
    for num in root.findall(W + "num"):
        abstract = chosen[value(num, "numId")]
        # a list may borrow the definition of another through a style, one step deep
        link = value(abstracts[abstract].find(W + "numStyleLink")) if abstract in abstracts else ""
        abstract = chosen.get(styles.get(link, ""), abstract) if link else abstract
        if abstract in abstracts:
            _add_list(numbering, num, abstract, abstracts[abstract])
    return numbering


def _add_list(
    numbering: Numbering, num: etree._Element, abstract: str, definition: etree._Element
) -> None:
    list_id, levels, starts = value(num, "numId"), {}, {}
    for node in definition.findall(W + "lvl"):
        at = whole(value(node, "ilvl"), 0)
        levels[at] = _read_level(node, at)
        if style := value(node.find(W + "pStyle")):
            numbering.style_levels[list_id, style] = at
    for override in num.findall(W + "lvlOverride"):
        at = whole(value(override, "ilvl"), 0)
        replaced = override.find(W + "lvl")
        if replaced is not None:
            levels[at] = _read_level(replaced, at)
        if start := value(override.find(W + "startOverride")):
            starts[at] = whole(start, 1)
    numbering.lists[list_id] = _List(abstract, starts, levels)


def _read_level(node: etree._Element, at: int) -> _Level:
    legal = node.find(W + "isLgl")
    return _Level(
        start=whole(value(node.find(W + "start")), 0),
        format=value(node.find(W + "numFmt")) or "decimal",
        text=value(node.find(W + "lvlText"))[:_LONGEST],
        legal=legal is not None and value(legal) not in {"0", "false", "off"},
        restarts_after=whole(value(node.find(W + "lvlRestart")), at),
    )
