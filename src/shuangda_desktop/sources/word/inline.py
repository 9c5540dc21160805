"""The text of one Word paragraph: everything the reader of the printed page would see, once.

Fields, ruby, symbols, tracked changes and text boxes are told apart here; python-docx loses most.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree

from shuangda_desktop.sources.word.numbering import W, value
from shuangda_desktop.sources.word.struck import DELETED, words_in

_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_TEXT, _RUN, _PROPERTIES = W + "t", W + "r", W + "rPr"
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_SKIPPED = {
    W + name
    for name in (
        "pPr", "rPr", "moveFrom", "delText", "delInstrText", "sdtPr", "sdtEndPr", "fldData",
        "smartTagPr", "customXmlPr", "tblPr", "proofErr", "rt", "rubyPr", "annotationRef",
    )
} | {_COMPATIBILITY + "Fallback"}  # fmt: skip
_LINE = "\n"
_SIGNS = {"tab": "\t", "ptab": " ", "cr": _LINE, "noBreakHyphen": "-"}
_SYMBOLS = {  # of Wingdings and Wingdings 2: ticks, boxes, and the signs that tell a unit's part
    "f0fe": "\u2611", "f052": "\u2611", "f0fd": "\u2612", "f0fc": "\u221a", "f0fb": "\u00d7",
    "f0a8": "\u25a1", "f06f": "\u25a1", "f0a3": "\u25a1", "f071": "\u25a1", "f072": "\u25a1",
    "f0ab": "\u2605", "f0b6": "\u2606", "f06c": "\u25cf", "f0a1": "\u25cb", "f0a4": "\u25ce",
    "f06e": "\u25a0", "f0a7": "\u25a0", "f075": "\u25c6", "f0e0": "\u2192", "f0d8": "\u27a2",
}  # fmt: skip
_CIRCLED = re.compile(
    r"\\o\s{0,4}(?:\\a[clr]\s{0,4})?\(\s{0,4}[\u25cb\u25ef\u3007O]\s{0,4}[,;\uff0c]\s{0,4}(\d{1,2})",
    re.I,
)


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    in_result: bool = False


@dataclass(slots=True)
class Story:
    """What runs through the paragraphs of a document: open fields, boxes and notes met so far."""

    hidden_styles: frozenset[str] = frozenset()
    fields: list[_Field] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)  # (kind, id)
    struck: list[str] = field(default_factory=list)  # what tracked changes deleted
    hidden: bool = False  # whether hidden text was left out

    def text_of(self, paragraph: etree._Element) -> str:
        """The visible text of a paragraph; soft line breaks are LF."""
        pieces: list[str] = []
        self._walk(paragraph, pieces)
        return "".join(pieces)

    def _walk(self, parent: Iterable[etree._Element], pieces: list[str]) -> None:
        for node in parent:
            tag = node.tag
            if tag == _TEXT:  # first what is met most: a hostile file has 300,000 of them
                self._put(node.text or "", pieces)
            elif tag == _RUN:
                if self._is_hidden(node):
                    self.hidden = True
                else:
                    self._walk(node, pieces)
            elif tag == DELETED:
                self.strike(node)
            elif tag not in _SKIPPED and isinstance(tag, str):
                self._read(node, pieces)

    def strike(self, node: etree._Element) -> None:
        """Keep the words of a part that a tracked change deleted."""
        if words := words_in(node).strip():
            self.struck.append(words)

    def _put(self, text: str, pieces: list[str]) -> None:
        """Add a text where no field hides it."""
        if not self.fields or all(f.in_result for f in self.fields):
            pieces.append(text)

    def _read(self, node: etree._Element, pieces: list[str]) -> None:
        if node.tag == W + "sdt" and _is_prompt(node):
            return
        if node.tag == W + "txbxContent":
            self.boxes.append(node)
        elif node.tag == W + "fldChar":
            self._field(value(node, "fldCharType"), pieces)
        elif not self._read_leaf(node, pieces):
            self._walk(node, pieces)

    def _read_leaf(self, node: etree._Element, pieces: list[str]) -> bool:
        """Whether the node was a leaf; its text is added then."""
        name = node.tag.removeprefix(W)
        if name == "instrText":
            if self.fields:
                self.fields[-1].instruction += node.text or ""
        elif name in {"footnoteReference", "endnoteReference"}:
            self.notes.append((name.removesuffix("Reference"), value(node, "id")))
        elif (text := _leaf(node, name)) is not None:
            self._put(text, pieces)
        else:
            return False
        return True

    def _field(self, kind: str, pieces: list[str]) -> None:
        if kind == "begin":
            self.fields.append(_Field())
        elif self.fields and kind == "separate":
            self.fields[-1].in_result = True
        elif self.fields and kind == "end":
            pieces.append(circled(self.fields.pop().instruction))

    def _is_hidden(self, run: etree._Element) -> bool:
        for properties in run.iterchildren(_PROPERTIES):  # at most one; find() takes longer
            vanish = properties.find(W + "vanish")
            if vanish is not None:
                return is_on(vanish)
            return value(properties.find(W + "rStyle")) in self.hidden_styles
        return False


def is_on(node: etree._Element | None) -> bool:
    """Whether an on/off property is present and not switched off."""
    return node is not None and value(node) not in {"0", "false", "off"}


def _is_prompt(control: etree._Element) -> bool:
    """Whether a content control shows what to write into it and not what was written."""
    properties = control.find(W + "sdtPr")
    return properties is not None and is_on(properties.find(W + "showingPlcHdr"))


def _leaf(node: etree._Element, name: str) -> str | None:
    if node.tag == _MATH_TEXT:
        return node.text or ""
    if name == "br":
        return _LINE  # of a page or a column too: what follows begins anew
    if name == "sym":
        return _symbol(value(node, "char").lower())
    return _SIGNS.get(name)


def _symbol(code: str) -> str:
    """A character of a symbol font; those outside the private area are what they say."""
    if code in _SYMBOLS:
        return _SYMBOLS[code]
    point = int(code, 16) if re.fullmatch("[0-9a-f]{1,4}", code) else 0xF000
    return "" if 0xD800 <= point <= 0xF8FF or point < 0x20 else chr(point)


def circled(instruction: str) -> str:
    """The sign that an EQ field draws by laying a number in a circle."""
    found = _CIRCLED.search(instruction)
    number = int(found[1]) if found else 0
    return chr(0x2460 + number - 1) if 1 <= number <= 20 else ""
