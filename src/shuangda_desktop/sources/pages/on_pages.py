"""On which page each block of a document begins: the picture of the page is shown beside its text."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from shuangda_desktop.text.source import SourceText

_MOST_TRIED = 8  # lines of a page, to find where it begins
_REACH = 2  # times the characters of the pages before
_LEAST = 200


def with_pages(source: SourceText, pages: Iterable[Sequence[str]]) -> SourceText:
    """The document with the page on which each block begins; ``pages`` are the lines of each page.

    A page is found by its first line that stands in the text as it was seen: titles that run over all
    pages do not, nor do page numbers. It is looked for no further than the pages before it reach.
    """
    places, numbers, at, read = [0], [1], 0, 0
    for number, lines in enumerate(pages, start=1):
        end = _REACH * (read + sum(map(len, lines[:_MOST_TRIED])) + _LEAST)
        found = (source.raw.find(line, at, end) for line in lines[:_MOST_TRIED] if line.strip())
        at = next((place for place in found if place >= 0), -1)
        if at >= 0:
            places.append(at)
            numbers.append(number)
        at = places[-1]
        read += sum(map(len, lines))
    blocks = (
        replace(block, page=numbers[bisect_right(places, block.span.start) - 1])
        for block in source.blocks
    )
    return replace(source, blocks=tuple(blocks))
