"""What the styles of a Word document say about its text: which are lists, which are hidden."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from shuangda_desktop.sources.word.inline import is_on
from shuangda_desktop.sources.word.numbering import W, value, whole
from shuangda_desktop.sources.word.parts import parse_xml

_DEEPEST_STYLE = 20
_HOLDERS = {"basedOn": "style", "numPr": "pPr", "vanish": "rPr"}  # and where each stands
_OF_TABLE, _END = b'<w:style w:type="table"', b"</w:style>"


@dataclass(slots=True)
class Styles:
    """The styles of one document by their ids."""

    lists: dict[str, tuple[str, int | None]] = field(default_factory=dict)
    parents: dict[str, str] = field(default_factory=dict)
    default: str = ""
    hidden: frozenset[str] = frozenset()

    def list_of(self, name: str) -> tuple[str, str, int | None]:
        """The list of a style or of the one it is based on: (style that has it, list, level)."""
        for _ in range(_DEEPEST_STYLE):
            if name in self.lists:
                return (name, *self.lists[name])
            name = self.parents.get(name, "")
            if not name:
                break
        return "", "", None


def read_styles(content: bytes | None) -> Styles:
    """The styles of styles.xml."""
    root = parse_xml(None if content is None else _without_tables(content))
    styles = Styles()
    if root is None:
        return styles
    for node in root.iterchildren(W + "style"):
        if value(node, "default") in {"1", "true"} and value(node, "type") == "paragraph":
            styles.default = value(node, "styleId")
    of_style = {tag: list(_held(root, tag, holder)) for tag, holder in _HOLDERS.items()}
    styles.parents = {name: value(node) for name, node in of_style["basedOn"]}
    styles.lists = {name: number_of(node) for name, node in of_style["numPr"]}
    styles.hidden = frozenset(name for name, node in of_style["vanish"] if is_on(node))
    return styles


def _held(root: etree._Element, tag: str, holder: str) -> Iterator[tuple[str, etree._Element]]:
    """What styles say by one element: few say anything, and lxml finds those by itself."""
    for node in root.iter(W + tag):
        parent = node.getparent()
        if parent is None or parent.tag != W + holder:
            continue
        style = parent if holder == "style" else parent.getparent()
        if style is not None and style.tag == W + "style":
            yield value(style, "styleId"), node


def _without_tables(content: bytes) -> bytes:
    """The part without the styles of tables: nine tenths of many a file, and no word on its text.

    Left out before XML is parsed, as Word, WPS and LibreOffice write them; one that is written in
    another way only takes its time.
    """
    first, *rest = content.split(_OF_TABLE)
    return first + b"".join(map(_after_style, rest))


def _after_style(piece: bytes) -> bytes:
    """What follows a style that begins with this piece; all of it where the style is an empty element."""
    _, end, after = piece.partition(_END)
    is_empty = piece.partition(b">")[0].endswith(b"/")
    return after if end and not is_empty else _OF_TABLE + piece


def number_of(node: etree._Element) -> tuple[str, int | None]:
    """The list and the level that number properties name."""
    level = value(node.find(W + "ilvl"))
    return value(node.find(W + "numId")), whole(level, 0) if level else None
