"""Rule: the document pasted twice; the second copy is taken out."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from shuangda_desktop.text.lines import TextLine, text_lines
from shuangda_desktop.text.mapped import Edit, Span
from shuangda_desktop.text.punctuation import narrow

RULE = "duplicates"
_LONG = 20  # characters of a line that is not equal to another by chance
_FEWEST_LINES = 5
_FEWEST_CHARACTERS = 300
_SHARE = 0.6  # of the distance between the copies that the copy must fill
_FEWEST_OF_ALL = 40  # characters of a short document, where nothing else stands behind its copy
_HEAD = 60
_FIELD = re.compile(  # of a page, in a line without blanks: 索引号:0001
    "(?:索引号|信息分类|主题分类|分类|文号|发文字号|发文机构|发布机构|成文日期|发文日期|发布日期|发布时间|来源|有效性|标题|名称|主题词|浏览次数)+:"
)
_PARAGRAPH = 30  # characters of a paragraph that nobody writes twice on purpose


def remove_duplicate(text: str) -> Iterable[Edit]:
    """Edits that take the second copy of the document out, where there is one."""
    lines = text_lines(text)
    flat = [narrow(line.text).replace(" ", "").replace("\t", "") for line in lines]
    start, end, offset = _longest_run(flat)
    run, last = flat[start:end], end + offset == len(flat)
    again = end - start >= _FEWEST_LINES and _is_copy(run, offset, _FEWEST_CHARACTERS // (1 + last))
    if again or (last and _fills(run, offset)):
        begins = _head(flat, end, start + offset) if last else start + offset
        return [Edit(Span(lines[begins - 1].end, lines[end + offset - 1].end), "", RULE)]
    return [*_twice(lines, flat), *(edit for line in lines for edit in _halves(line))]


def _is_copy(run: Sequence[str], offset: int, fewest: int) -> bool:
    """A copy follows what it copies; a table that repeats some lines of the text does not."""
    return sum(map(len, run)) >= fewest and len(run) >= offset * _SHARE


def _head(flat: Sequence[str], end: int, copy: int) -> int:
    """Where the head of a last copy begins: nothing but fields of its page and what the first one says.

    Any other line is one of the document.
    """
    said = "".join(flat[:end])
    only_head = all(line in said or _FIELD.match(line) for line in flat[end:copy])
    return min(end, copy) if only_head else copy


def _fills(run: Sequence[str], offset: int) -> bool:
    """Whether a short document stands twice, and nothing but its title stands once."""
    return len(run) > 1 and len(run) >= offset - 1 and sum(map(len, run)) >= _FEWEST_OF_ALL


def _longest_run(flat: Sequence[str]) -> tuple[int, int, int]:
    """(start, end, offset) of the longest stretch of lines that come again ``offset`` lines later."""
    offset = _offset(flat)
    best, start = (0, 0), 0
    for at in range(len(flat) - offset if offset else 0):
        if flat[at] != flat[at + offset]:
            start = at + 1
        best = max(best, (start, at + 1), key=lambda run: run[1] - run[0])
    return *best, offset


def _offset(flat: Sequence[str]) -> int:
    """How far apart most long lines have their second copy."""
    first: dict[str, int] = {}
    apart: Counter[int] = Counter()
    for at, line in enumerate(flat):
        if len(line) >= _LONG:
            apart[at - first.setdefault(line, at)] += 1
    del apart[0]
    return max(apart, key=lambda n: (apart[n], -n), default=0)


def _twice(lines: Sequence[TextLine], flat: Sequence[str]) -> Iterator[Edit]:
    """A long paragraph that stands twice, the second right behind the first."""
    for at, (one, two) in enumerate(pairwise(flat)):
        if one == two and len(one) >= _PARAGRAPH and "\t" not in lines[at].text:
            yield Edit(Span(lines[at].end, lines[at + 1].end), "", RULE)


def _halves(line: TextLine) -> Iterator[Edit]:
    """The same within one line, for a text that has lost its line breaks."""
    text = line.text
    head = text[: min(_HEAD, len(text) // 2)]
    at = text.find(head, len(head)) if len(text) >= 2 * _FEWEST_OF_ALL else -1
    copied = len(text) - at
    fewest = _FEWEST_OF_ALL if copied == at else max(_FEWEST_CHARACTERS, at * _SHARE)
    if at > 0 and copied >= fewest and text.startswith(text[at:]):
        yield Edit(Span(line.start + at, line.end), "", RULE)
