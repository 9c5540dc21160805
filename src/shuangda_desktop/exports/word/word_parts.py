"""The parts of a Word file: the document, what lies ready in resources/templates, and what ties them."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from lxml import etree

from shuangda_desktop import paths
from shuangda_desktop.exports.word import word

Named = tuple[str, str, str, str]  # a part of the package, its type, id of relation, kind

_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_LINKS: Final = f"{_PACKAGE}/relationships"
_TYPES: Final = f"{_PACKAGE}/content-types"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"

TEMPLATES = {  # part of the package: (file of resources/templates, content type, id of relation, kind)
    "word/styles.xml": ("styles.xml", f"{_TYPE}.styles+xml", "rId1", "styles"),
    "word/settings.xml": ("settings.xml", f"{_TYPE}.settings+xml", "rId2", "settings"),
    "word/fontTable.xml": ("fontTable.xml", f"{_TYPE}.fontTable+xml", "rId3", "fontTable"),
    "word/footer1.xml": (
        "footer_odd.xml",
        f"{_TYPE}.footer+xml",
        word.FOOTERS["default"],
        "footer",
    ),
    "word/footer2.xml": ("footer_even.xml", f"{_TYPE}.footer+xml", word.FOOTERS["even"], "footer"),
}
LETTER_PARTS = (  # of the first page: name, file type, id of relation, kind
    ("word/header3.xml", f"{_TYPE}.header+xml", word.FIRST_HEADER, "header"),
    ("word/footer3.xml", f"{_TYPE}.footer+xml", word.FIRST_FOOTER, "footer"),
)


def parts(body: bytes, title: str, author: str, made_on: date | None) -> dict[str, bytes]:
    """All parts of a document with this body, which is XML."""
    document = etree.Element(f"{{{word.W}}}document", nsmap={"w": word.W, "r": word.R})
    word.add(document, "body")
    return {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(
            ("rId1", f"{word.R}/officeDocument", "word/document.xml"),
            ("rId2", f"{_LINKS}/metadata/core-properties", "docProps/core.xml"),
        ),
        "word/document.xml": _bytes(document).replace(b"<w:body/>", b"<w:body>%b</w:body>" % body),
        "word/_rels/document.xml.rels": _document_relations(),
        **{name: _template(file) for name, (file, _, _, _) in TEMPLATES.items()},
        "docProps/core.xml": _core(title, author, made_on),
    }


def letter_parts(head: word.Element) -> dict[str, bytes]:
    """The parts of a letter's first page, and those of the whole that name them."""
    header, footer = (
        etree.Element(f"{{{word.W}}}{n}", nsmap={"w": word.W}) for n in ("hdr", "ftr")
    )
    header.append(_ruled(head, "bottom", "thickThinSmallGap", 11))
    footer.append(_ruled(word.paragraph("RuleOnly"), "bottom", "thinThickSmallGap", 0))
    (head_name, _, _, _), (foot_name, _, _, _) = LETTER_PARTS
    lifted = {name: _lifted(name) for name in ("word/footer1.xml", "word/footer2.xml")}
    return {
        "[Content_Types].xml": _content_types(LETTER_PARTS),
        "word/_rels/document.xml.rels": _document_relations(LETTER_PARTS),
        head_name: _bytes(header),
        foot_name: _bytes(footer),
        **lifted,
    }


def _ruled(made: word.Element, side: str, value: str, space: int) -> word.Element:
    """The paragraph with a red double rule of 170 mm."""
    borders = word.add(made[0], "pBdr")
    word.add(borders, side, val=value, sz=24, space=space, color="FF0000")
    word.add(made[0], "ind", **word.RULE_OUT)
    return made


def _lifted(name: str) -> bytes:
    """A page number's part with an empty line below, for the foot of a letter lies lower."""
    root = etree.fromstring(_template(TEMPLATES[name][0]))
    line = word.paragraph("RuleOnly")
    word.add(line[0], "spacing", line=word.FOOT_GAP, lineRule="exact")
    root.append(line)
    return _bytes(root)


def in_faces(parts: Mapping[str, bytes], renamed: Mapping[str, str]) -> dict[str, bytes]:
    """The parts with the templates' fonts under the names that this document uses; texts stay."""
    changed = {old: new for old, new in renamed.items() if old != new}
    return {
        name: _renamed(content, changed) if name in TEMPLATES else content
        for name, content in parts.items()
    }


def _renamed(content: bytes, changed: Mapping[str, str]) -> bytes:
    for old, new in changed.items():
        content = content.replace(f'"{old}"'.encode(), f'"{new}"'.encode())
    return content


def _template(file: str) -> bytes:
    return (paths.resources() / "templates" / file).read_bytes()


def _document_relations(more: Sequence[Named] = ()) -> bytes:
    """What the document refers to."""
    named = [(link, kind, name) for name, (_, _, link, kind) in TEMPLATES.items()]
    named += [(link, kind, name) for name, _, link, kind in more]
    return _relations(*((link, f"{word.R}/{kind}", Path(name).name) for link, kind, name in named))


def _content_types(more: Sequence[Named] = ()) -> bytes:
    types = etree.fromstring(f'<Types xmlns="{_TYPES}"/>')
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    for extension, content in (("rels", relations), ("xml", "application/xml")):
        etree.SubElement(types, f"{{{_TYPES}}}Default", Extension=extension, ContentType=content)
    named = {
        "word/document.xml": f"{_TYPE}.document.main+xml",
        **{name: content for name, (_, content, _, _) in TEMPLATES.items()},
        **{name: content for name, content, _, _ in more},
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    for name, content in named.items():
        etree.SubElement(types, f"{{{_TYPES}}}Override", PartName=f"/{name}", ContentType=content)
    return _bytes(types)


def _relations(*targets: tuple[str, str, str]) -> bytes:
    """A part of relations: (id, kind, target)."""
    root = etree.fromstring(f'<Relationships xmlns="{_LINKS}"/>')
    for identity, kind, target in targets:
        etree.SubElement(root, f"{{{_LINKS}}}Relationship", Id=identity, Type=kind, Target=target)
    return _bytes(root)


def _core(title: str, author: str, made_on: date | None) -> bytes:
    dublin, terms = "http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/"
    instance = "http://www.w3.org/2001/XMLSchema-instance"
    core = f"{_PACKAGE}/metadata/core-properties"
    names = {"cp": core, "dc": dublin, "dcterms": terms, "xsi": instance}
    root = etree.Element(f"{{{core}}}coreProperties", nsmap=names)
    for name, text in (("title", title), ("creator", author), ("language", "zh-CN")):
        etree.SubElement(root, f"{{{dublin}}}{name}").text = text
    for name in ("created", "modified") if made_on else ():
        moment = etree.SubElement(root, f"{{{terms}}}{name}")
        moment.set(f"{{{instance}}}type", "dcterms:W3CDTF")
        moment.text = f"{made_on}T00:00:00Z"
    return _bytes(root)


def _bytes(root: word.Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
