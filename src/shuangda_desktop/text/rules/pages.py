"""Rule: page numbers and running heads that stand between the lines of a text taken from pages."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from shuangda_desktop.text.chars import BLANK, DASH, DIGIT, HAN
from shuangda_desktop.text.lines import TextLine, text_lines
from shuangda_desktop.text.mapped import Edit, Span

RULE = "page_marks"
_NUMBER = re.compile(
    f"[{DASH}\u30fb\u00b7一][{BLANK}]{{0,3}}[{DIGIT}]{{1,3}}[{BLANK}]{{0,3}}[{DASH}\u30fb\u00b7一]"
    f"|第[{BLANK}]{{0,3}}[{DIGIT}]{{1,3}}[{BLANK}]{{0,3}}页"
    f"(?:[{BLANK},\uff0c/]{{0,3}}[共总][{BLANK}]{{0,3}}[{DIGIT}]{{1,3}}[{BLANK}]{{0,3}}页)?"
)
_LETTERHEAD = re.compile(f"[{HAN}]{{4,40}}文件")
_GAZETTE = re.compile(
    f"[{HAN}]{{2,40}}公报[{BLANK}]{{0,40}}[{DIGIT}]{{4}}年?[{BLANK}]{{0,2}}第[{BLANK}]{{0,2}}[{DIGIT}]{{1,3}}[{BLANK}]{{0,2}}[期号]"
)
_LONGEST_HEAD = 60
_BARE = re.compile(f"[{DIGIT}]{{1,3}}")
_SHORTEST_PAGE = 12  # lines between two bare numbers, which the rows of a table do not reach


def remove_page_marks(text: str) -> Iterable[Edit]:
    """Edits that take page numbers out, with the running heads beside them.

    The lines around become neighbours, so that a sentence broken over two pages can be joined.
    """
    lines = text_lines(text)
    numbers = [at for at, line in enumerate(lines) if _NUMBER.fullmatch(line.text)]
    numbers = numbers or _bare_numbers(lines)
    heads = set(_heads(lines, numbers))
    return list(removals(text, lines, sorted({*numbers, *heads}), RULE))


def _bare_numbers(lines: Sequence[TextLine]) -> list[int]:
    """Lines of a number alone, where they count the pages: each is the next one, a page behind the last."""
    found = [at for at, line in enumerate(lines) if _BARE.fullmatch(line.text)]
    counted = [int(lines[at].text) for at in found]
    in_order = all(two == one + 1 for one, two in pairwise(counted))
    last = found[-1:] if found[-1:] == [len(lines) - 1] else []  # the last page may be short
    whole = [-1, *found[: len(found) - len(last)]]
    apart = all(two - one >= _SHORTEST_PAGE for one, two in pairwise(whole))
    return found if len(found) > 1 and in_order and apart else []


def _heads(lines: Sequence[TextLine], numbers: Sequence[int]) -> Iterator[int]:
    """Lines after (or before) page numbers that come back on other pages, or are a letterhead."""
    beside = [n for at in numbers for n in (at - 1, at + 1) if 0 <= n < len(lines)]
    beside = [n for n in dict.fromkeys(beside) if len(lines[n].text) <= _LONGEST_HEAD]
    seen = Counter(lines[n].text for n in beside)
    for at in beside:
        text = lines[at].text
        if not lines[at].numbered and (
            seen[text] > 1
            or _GAZETTE.fullmatch(text)
            or (_LETTERHEAD.fullmatch(text) and at - 1 in numbers)
        ):
            yield at


def removals(
    text: str, lines: Sequence[TextLine], marks: Sequence[int], rule: str
) -> Iterator[Edit]:
    """One edit for each run of marks, from the end of the line before to the line after."""
    runs: list[list[int]] = []
    for at in marks:
        if runs and runs[-1][-1] == at - 1:
            runs[-1].append(at)
        else:
            runs.append([at])
    for first, *_, last in ((run[0], run[-1]) for run in runs):
        start = lines[first - 1].end if first else 0
        end = _line_start(text, lines[last + 1].start) if last + 1 < len(lines) else len(text)
        yield Edit(Span(start, end), "\n" if first and end < len(text) else "", rule)


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1
