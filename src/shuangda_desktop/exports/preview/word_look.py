"""How paragraphs and runs of a Word document look: their own marks over those of their styles."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from shuangda_desktop.exports.preview.lines import Face

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TWIP = 1 / 20  # points
OFF = {"0", "false", "none", "off"}

Element = etree._Element
Marks = Mapping[str, Element]  # the properties by the name of their element


@dataclass(frozen=True, slots=True)
class Shape:
    """The shape of a paragraph, lengths in points; ``line`` is negative where it is a multiple."""

    align: str = "left"
    left: float = 0.0
    right: float = 0.0
    first: float = 0.0
    before: float = 0.0
    after: float = 0.0
    line: float = -1.0
    least: bool = False  # the line may grow with its letters
    keeps_next: bool = False
    new_page: bool = False
    at_foot: bool = False
    rule_above: tuple[float, str, float] | None = None  # thickness, colour, distance from the text
    rule_below: tuple[float, str, float] | None = None
    tab: float = 0.0  # of a right tab


class Styles:
    """The styles of a document."""

    def __init__(self, root: Element) -> None:
        self._known = {str(style.get(f"{W}styleId")): style for style in root.iter(f"{W}style")}
        self._usual = next(
            (
                s
                for s in self._known.values()
                if s.get(f"{W}default") == "1" and s.get(f"{W}type") == "paragraph"
            ),
            None,
        )
        self._defaults = [
            d for name in ("rPrDefault", "pPrDefault") for d in root.iter(f"{W}{name}")
        ]

    def shape(self, paragraph: Element) -> Shape:
        """The shape of a paragraph."""
        own = paragraph.find(f"{W}pPr")
        return _shape(self._marks(own, "pPr"), self.face(paragraph, None).size)

    def face(self, paragraph: Element, run: Element | None, latin: bool = False) -> Face:
        """The face of a run; of the paragraph's style where there is no run."""
        marks = dict(self._marks(paragraph.find(f"{W}pPr"), "rPr"))
        own = run.find(f"{W}rPr") if run is not None else None
        marks.update(_by_name(own))
        return _face(marks, latin)

    def _marks(self, own: Element | None, part: str) -> Marks:
        """The properties of a paragraph's style, and over them its own."""
        found: dict[str, Element] = {}
        for default in self._defaults:
            found.update(_by_name(default.find(f"{W}{part}")))
        for style in self._chain(_value(own, "pStyle")):
            found.update(_by_name(style.find(f"{W}{part}")))
        if part == "pPr":
            found.update(_by_name(own))
        return found

    def _chain(self, name: str) -> Sequence[Element]:
        """The style and those that it is based on, the last one first."""
        style = self._known.get(name, self._usual)
        chain: list[Element] = []
        while style is not None and style not in chain:
            chain.insert(0, style)
            style = self._known.get(_value(style, "basedOn"))
        return chain


def _shape(marks: Marks, size: float) -> Shape:
    spacing, indent = marks.get("spacing"), marks.get("ind")
    rule = _attribute(spacing, "lineRule") or "auto"
    line = _number(spacing, "line", 240)
    first = _indent(indent, "firstLine", size) - _indent(indent, "hanging", size)
    frame = marks.get("framePr")
    return Shape(
        align=_attribute(marks.get("jc"), "val") or "left",
        left=_indent(indent, "left", size),
        right=_indent(indent, "right", size),
        first=first,
        before=_number(spacing, "before", 0) * TWIP,
        after=_number(spacing, "after", 0) * TWIP,
        line=-line / 240 if rule == "auto" else line * TWIP,
        least=rule == "atLeast",
        keeps_next=_is_on(marks, "keepNext"),
        new_page=_is_on(marks, "pageBreakBefore"),
        at_foot=_attribute(frame, "yAlign") == "bottom",
        rule_above=_border(marks, "top"),
        rule_below=_border(marks, "bottom"),
        tab=max((_number(t, "pos", 0) * TWIP for t in _tabs(marks)), default=0.0),
    )


def _face(marks: Marks, latin: bool) -> Face:
    fonts = marks.get("rFonts")
    name = _attribute(fonts, "ascii" if latin else "eastAsia") or _attribute(fonts, "ascii")
    ink = _attribute(marks.get("color"), "val") or "000000"
    return Face(
        name,
        _number(marks.get("sz"), "val", 21) / 2,
        _is_on(marks, "b"),
        ink if len(ink) == 6 else "000000",
        _number(marks.get("spacing"), "val", 0) * TWIP,
    )


def scaled(face: Face, by: float) -> Face:
    """The face in another size."""
    return replace(face, size=face.size * by, gap=face.gap * by)


def _indent(indent: Element | None, side: str, size: float) -> float:
    """An indent; one that counts characters wins over one that counts twentieths of a point."""
    characters = _number(indent, f"{side}Chars", 0)
    return characters / 100 * size if characters else _number(indent, side, 0) * TWIP


def _border(marks: Marks, side: str) -> tuple[float, str, float] | None:
    borders = marks.get("pBdr")
    found = borders.find(f"{W}{side}") if borders is not None else None
    if found is None or _attribute(found, "val") in OFF:
        return None
    ink = _attribute(found, "color")
    thick, space = _number(found, "sz", 4) / 8, _number(found, "space", 0)
    return thick, ink if len(ink) == 6 else "000000", space


def _tabs(marks: Marks) -> Iterator[Element]:
    tabs = marks.get("tabs")
    return iter(()) if tabs is None else tabs.iter(f"{W}tab")


def _by_name(part: Element | None) -> dict[str, Element]:
    if part is None:
        return {}
    return {etree.QName(child).localname: child for child in part if isinstance(child.tag, str)}


def _is_on(marks: Marks, name: str) -> bool:
    found = marks.get(name)
    return found is not None and _attribute(found, "val") not in OFF


def _value(part: Element | None, name: str) -> str:
    return _attribute(part.find(f"{W}{name}"), "val") if part is not None else ""


def _attribute(part: Element | None, name: str) -> str:
    return (part.get(f"{W}{name}") or "") if part is not None else ""


def _number(part: Element | None, name: str, usual: float) -> float:
    told = _attribute(part, name)
    try:
        return float(told) if told else usual
    except ValueError:
        return usual
