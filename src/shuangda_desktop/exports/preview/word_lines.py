"""The lines of a paragraph on a page: their height, where each stretch begins, the rules around."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from shuangda_desktop.exports.preview.lines import Line, Run
from shuangda_desktop.exports.preview.model import Item, Rule, Text
from shuangda_desktop.exports.preview.word_blocks import Paragraph

SINGLE = 1.3  # line height in em where the document names none
STRETCH = 1.5  # characters by which a line may be spread to fill its width


def line_height(paragraph: Paragraph, line: Line) -> float:
    """The height of a line."""
    told, size = paragraph.shape.line, line.size or paragraph.size
    if told < 0:
        return size * SINGLE * -told
    return max(told, size * SINGLE) if paragraph.shape.least else told


def line_items(
    paragraph: Paragraph, line: Line, left: float, y: float, room: float, pitch: float, first: bool
) -> Iterator[Item]:
    """The stretches of a line where its paragraph puts them; ``pitch`` is its height."""
    shape = paragraph.shape
    start = left + shape.left + (shape.first if first else 0.0)
    space = left + room - shape.right - start
    before, tabbed, after = _at_tab(line)
    if tabbed and shape.tab:
        yield from _stretches(before, start, y + pitch / 2, 0.0)
        width = sum(run.face.width(run.text) for run in after)
        yield from _stretches(after, left + shape.tab - width, y + pitch / 2, 0.0)
        return
    x = start
    if shape.align == "center":
        x += (space - line.width) / 2
    elif shape.align in ("right", "end"):
        x += space - line.width
    yield from _stretches(line.runs, x, y + pitch / 2, _spread(paragraph, line, space))


def _at_tab(line: Line) -> tuple[list[Run], bool, list[Run]]:
    """The runs before and after the tab of a line."""
    for at, run in enumerate(line.runs):
        if "\t" in run.text:
            before, _, after = run.text.partition("\t")
            rest = [replace(run, text=after.replace("\t", " ")), *line.runs[at + 1 :]]
            return [*line.runs[:at], replace(run, text=before)], True, rest
    return list(line.runs), False, []


def _spread(paragraph: Paragraph, line: Line, space: float) -> float:
    """What each letter of a full line gets more, so that both edges are even."""
    letters = sum(len(run.text) for run in line.runs)
    missing = space - line.width
    if paragraph.shape.align != "both" or line.ends or letters < 2:
        return 0.0
    return missing / (letters - 1) if abs(missing) <= STRETCH * line.size else 0.0


def _stretches(runs: Sequence[Run], x: float, y: float, more: float) -> Iterator[Text]:
    for run in runs:
        face = run.face
        width = face.width(run.text) + more * len(run.text)
        if run.text.strip():
            yield Text(
                x, y, width, run.text, face.font, face.size, face.bold, face.ink, face.gap + more
            )
        x += width


def rules(
    paragraph: Paragraph, left: float, top: float, bottom: float, room: float
) -> Iterator[Rule]:
    """The rules above and below a paragraph."""
    shape = paragraph.shape
    x, to_x = left + shape.left, left + room - shape.right
    for rule, y, way in ((shape.rule_above, top, -1), (shape.rule_below, bottom, 1)):
        if rule is not None:
            thick, ink, space = rule
            yield Rule(x, y + way * space, to_x, y + way * space, thick, ink)
