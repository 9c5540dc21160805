"""Rule: tags and entities that a page's source left in a text: <br />, &nbsp;, &ldquo;."""

import re
from collections.abc import Iterable, Iterator
from html.entities import html5

from shuangda_desktop.text.mapped import Edit, Span
from shuangda_desktop.text.source import LINE_IN_CELL

RULE = "markup"
_TAG = re.compile(
    r"</?(?P<name>br|p|div|span|font|strong|em|b|u|i|a|h[1-6]|ul|ol|li|center|section|o:p)"
    r"(?:\s[^<>]{0,300}|/)?>",
    re.IGNORECASE,
)
_COMMENT = re.compile("<!--[^<>]{0,200}-->")
_ENTITY = re.compile(
    "&(?:amp;)?(?:#(?P<number>[0-9]{2,6})|#[xX](?P<hex>[0-9a-fA-F]{2,5})|(?P<name>[A-Za-z]{2,8}));"
)
_ENDS_LINE = frozenset(("br", "p", "div", "li", "center", "section", "ul", "ol")) | {
    f"h{n}" for n in range(1, 7)
}
_LONGEST_ROW = 1000
_HIGHEST = 0x10FFFF
_SURROGATES = range(0xD800, 0xE000)


def remove_markup(text: str) -> Iterable[Edit]:
    """Edits that make tags the line breaks that they stood for, and entities their characters."""
    tagged = "<" in text and ">" in text
    tags = (*_tags(text), *_comments(text)) if tagged else ()
    entities = _entities(text) if "&" in text and ";" in text else ()
    return [*tags, *entities]


def _tags(text: str) -> Iterator[Edit]:
    broken = 0  # where a line begins: behind a tag that broke it
    for tag in _TAG.finditer(text):
        breaks = tag["name"].lower() in _ENDS_LINE
        edge = tag.start() == broken or text[tag.start() - 1] == "\n"
        edge = edge or text[tag.end() : tag.end() + 1] in ("", "\n", "\r")
        broken = tag.end() if breaks else broken
        new = LINE_IN_CELL if breaks and _is_in_row(text, tag) else "\n"
        yield Edit(Span(*tag.span()), new if breaks and not edge else "", RULE)


def _comments(text: str) -> Iterator[Edit]:
    for comment in _COMMENT.finditer(text):
        yield Edit(Span(*comment.span()), "", RULE)


def _is_in_row(text: str, tag: re.Match[str]) -> bool:
    """Whether a tag breaks a line within a cell between bars."""
    start = text.rfind("\n", max(0, tag.start() - _LONGEST_ROW), tag.start()) + 1
    end = text.find("\n", tag.end(), tag.end() + _LONGEST_ROW)
    return text.count("|", start, end if end >= 0 else tag.end() + _LONGEST_ROW) > 1


def _entities(text: str) -> Iterator[Edit]:
    for entity in _ENTITY.finditer(text):
        char = _character(entity)
        if char:
            yield Edit(Span(*entity.span()), char, RULE)


def _character(entity: re.Match[str]) -> str:
    """The character that an entity stands for; "" where there is none."""
    if entity["name"]:
        return html5.get(f"{entity['name']};", "")
    number = int(entity["number"]) if entity["number"] else int(entity["hex"], 16)
    return "" if number > _HIGHEST or number in _SURROGATES else chr(number)
