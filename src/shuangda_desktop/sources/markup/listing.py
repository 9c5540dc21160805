"""The numbers of lists in web pages: the browser shows them, the text does not have them."""

import re
from dataclasses import dataclass, field

from lxml import etree

from shuangda_desktop.sources.word.numbering import number_text
from shuangda_desktop.text.chars import DIGIT, LPAREN, RPAREN

_STYLES = {  # of the attribute and of CSS: the format of Word that shows the same
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "lower-alpha": "lowerLetter",
    "lower-roman": "lowerRoman",
    "cjk-ideographic": "chineseCounting",
    "simp-chinese-informal": "chineseCounting",
}
_CHINESE = "chineseCounting"
_CSS = re.compile(r"list-style(?:-type)?\s{0,9}:\s{0,9}([\w-]{1,40})", re.I)
_NUMBERED = re.compile(
    f"\\s{{0,99}}[{LPAREN}]?[一二三四五六七八九十{DIGIT}]{{1,3}}[、.{RPAREN}\uff0e]|\\s{{0,99}}第"
)


@dataclass(slots=True)
class Listing:
    """How far every list has counted."""

    counts: dict[etree._Element, int] = field(default_factory=dict)

    def label(self, item: etree._Element) -> str:
        """The number that stands before an item; "" where none is shown or the text has its own."""
        parent = item.getparent()
        if parent is None or item.tag != "li" or parent.tag != "ol":
            return ""
        before = self.counts.get(parent, _whole(parent.get("start"), 1) - 1)
        number = self.counts[parent] = _whole(item.get("value"), before + 1)
        style = _style(item, parent)
        if style == "none" or item.find(".//a") is not None or _has_number(item):
            return ""
        form = _STYLES.get(style, "decimal")
        return number_text(form, number) + ("、" if form == _CHINESE else ".")


def _style(item: etree._Element, parent: etree._Element) -> str:
    for node in (item, parent):
        found = _CSS.search(str(node.get("style", "")))
        if found:
            return found[1].lower()
    return str(parent.get("type", ""))


def _has_number(item: etree._Element) -> bool:
    head = ""
    for text in item.itertext():
        head += str(text)
        if head.strip():
            break
    return _NUMBERED.match(head) is not None


def _whole(text: object, otherwise: int) -> int:
    return int(text) if isinstance(text, str) and re.fullmatch("[0-9]{1,6}", text) else otherwise
