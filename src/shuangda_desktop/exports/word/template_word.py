"""A .docx of the office's own with placeholders: checked, and filled.

docxtpl is not used: it runs Jinja, a programming language, on a file from elsewhere, brings Babel along,
and tells an error without its place. Here names are replaced and nothing is run.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy

from lxml import etree

from shuangda_desktop.exports import package
from shuangda_desktop.exports.clean import Notes, widened
from shuangda_desktop.exports.word.word import XML, Element, W, add
from shuangda_desktop.papers.placeholders import (
    BODY,
    PATTERN,
    Problem,
    is_of_rows,
    none_at_all,
    problems_of,
)

_PARTS = re.compile(r"word/(?:document|header\d*|footer\d*)\.xml")
_ACTIVE = re.compile(r"vbaProject|embeddings/|activeX|attachedToolbars", re.I)
_FIELDS = re.compile(r"\b(?:DDE(?:AUTO)?|INCLUDETEXT|INCLUDEPICTURE|LINK|DATABASE|IMPORT)\b")
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)
_HYPERLINK = "/hyperlink"
NOT_ALLOWED = "模板里有宏、嵌入的对象或外部链接\uff0c打开时可能读取别的文件\uff0c没有采用。请在WPS里删去后另存为.docx。"


def problems(content: bytes) -> tuple[Problem, ...]:
    """What is wrong with a template, with the place of each."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        roots = [root for _, root in _roots(archive)]
        found = (*_active(archive), *(p for root in roots for p in _wrong(root)))
        texts = (_text(paragraph) for root in roots for paragraph in root.iter(f"{{{W}}}p"))
        return found or tuple(none_at_all(texts))


def _active(archive: zipfile.ZipFile) -> Iterator[Problem]:
    names = archive.namelist()
    active = any(_ACTIVE.search(name) for name in names)
    outside = any(_reaches_out(archive.read(n)) for n in names if n.endswith(".rels"))
    fields = any(
        _FIELDS.search(found.text or "")
        for _, root in _roots(archive)
        for found in root.iter(f"{{{W}}}instrText")
    )
    if active or outside or fields:
        yield Problem("整个文件", NOT_ALLOWED)


def _reaches_out(relations: bytes) -> bool:
    """Whether something but a link to click on lies outside of the file."""
    root = etree.fromstring(relations, _PARSER)
    return any(
        one.get("TargetMode") == "External" and not str(one.get("Type")).endswith(_HYPERLINK)
        for one in root
    )


def _roots(archive: zipfile.ZipFile) -> Iterator[tuple[str, Element]]:
    for name in archive.namelist():
        if _PARTS.fullmatch(name):
            yield name, etree.fromstring(archive.read(name), _PARSER)


def _wrong(root: Element) -> Iterator[Problem]:
    for number, paragraph in enumerate(root.iter(f"{{{W}}}p"), 1):
        row = next(paragraph.iterancestors(f"{{{W}}}tr"), None)
        place = "表格的一行" if row is not None else f"第{number}段"
        if etree.QName(root).localname != "document":
            place = "页眉页脚"
        yield from problems_of(_text(paragraph), place, in_row=row is not None)


def fill(
    content: bytes,
    values: Mapping[str, str],
    rows: Sequence[Mapping[str, str]],
    body: Iterable[str],
    notes: Notes,
) -> bytes:
    """The template with its placeholders filled; every other part stays byte by byte.

    ``notes`` takes a sentence for whatever a file cannot hold.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    paragraphs = list(body)
    for name in [name for name in parts if _PARTS.fullmatch(name)]:
        root = etree.fromstring(parts[name], _PARSER)
        own = list(root.iter(f"{{{W}}}p"))  # a value that looks like a placeholder is none
        for row in [r for r in root.iter(f"{{{W}}}tr") if is_of_rows(_text(r))]:
            _repeat(row, values, rows, notes)
        for paragraph in own:
            _fill(paragraph, values, paragraphs, notes)
        parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return package.pack(parts)


def _repeat(
    row: Element, values: Mapping[str, str], rows: Sequence[Mapping[str, str]], notes: Notes
) -> None:
    """The row once for every task."""
    for told in rows:
        made = deepcopy(row)
        row.addprevious(made)
        for paragraph in made.iter(f"{{{W}}}p"):
            _replace(paragraph, {**values, **told}, notes)
    parent = row.getparent()
    if parent is not None:
        parent.remove(row)


def _fill(paragraph: Element, values: Mapping[str, str], body: Sequence[str], notes: Notes) -> None:
    found = PATTERN.fullmatch(_text(paragraph).strip())
    if not found or found[1] != BODY:
        _replace(paragraph, values, notes)
        return
    for text in body:
        made = deepcopy(paragraph)
        paragraph.addprevious(made)
        _replace(made, {BODY: text}, notes)
    parent = paragraph.getparent()
    if parent is not None:
        parent.remove(paragraph)


def _text(element: Element) -> str:
    return "".join(t.text or "" for t in element.iter(f"{{{W}}}t"))


def _replace(paragraph: Element, values: Mapping[str, str], notes: Notes) -> None:
    """Put values into the runs in which their placeholders begin: Word tears a name over several."""
    texts = list(paragraph.iter(f"{{{W}}}t"))
    whole = "".join(t.text or "" for t in texts)
    for found in reversed(list(PATTERN.finditer(whole))):
        if found[1] in values:
            value = notes.take(values[found[1]], f"“{found[1]}”")
            _put(texts, found.start(), found.end(), widened(value))
    for text in texts:
        text.set(f"{{{XML}}}space", "preserve")
        _break_lines(text)


def _put(texts: Sequence[Element], start: int, end: int, value: str) -> None:
    """The characters from start to end become the value, in the run of the first of them."""
    at = 0
    for text in texts:
        here = text.text or ""
        first, last = max(start - at, 0), min(end - at, len(here))
        if first < last:
            begins = start >= at
            text.text = here[:first] + (value if begins else "") + here[last:]
        at += len(here)


def _break_lines(text: Element) -> None:
    """Line ends of a value as Word has them."""
    lines = (text.text or "").split("\n")
    run = text.getparent()
    if len(lines) == 1 or run is None:
        return
    text.text = lines[0]
    for line in lines[1:]:
        add(run, "br")
        more = add(run, "t")
        more.text = line
        more.set(f"{{{XML}}}space", "preserve")
