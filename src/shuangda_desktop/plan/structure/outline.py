"""Lines into numbered items and 【…】 headings."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from shuangda_desktop.plan.duties.duties import read_clause
from shuangda_desktop.plan.structure.headings import is_plain_heading
from shuangda_desktop.plan.structure.keys import key_lines
from shuangda_desktop.plan.structure.lines import Line
from shuangda_desktop.plan.structure.numbering import DECIMALS, Label, Numbers, label_at
from shuangda_desktop.text.chars import HAN, ROPEN
from shuangda_desktop.text.numerals import to_int

_GROUP = re.compile(f"^[\u3010\u3016][{HAN}、]{{2,14}}[\u3011\u3017]")
_FIELD = re.compile(  # what databases of laws put above a text
    "[\u3010\u3016](?:发文字号|文号|标题|发布部门|发布机关|颁布单位|发文机关|(?:发布|实施|成文|发文|颁布|生效)日期|时效性|效力(?:级别|层级)|法规(?:类别|名称|标题)|文件名称|名称|主题词|法宝引证码|题注|分类)"
)
_ENDS = re.compile(f"[\u3002;!?\u201d\\s{ROPEN}]$")
_AMID = re.compile("[\u3002;:]")
_GOES_ON = re.compile("[、,第及和与的]$")  # a line that breaks off
_LONGEST = 60  # characters of a heading that has a line of its own
_SHORT = 20  # shorter lines are no paragraphs that run on
_INNER_ROWS = ("article", "task")


@dataclass(frozen=True, slots=True)
class Entry:
    """A numbered item (or a heading without a label) with its lines, the label taken off.

    ``name`` is the heading without a label: 【市公安局】, 市公安局:, 4月份.
    """

    label: Label | None
    start: int
    lines: tuple[Line, ...]
    name: str = ""


def entries_of(lines: Sequence[Line]) -> list[Entry]:
    """The items of the body; lines before the first of them are left out."""
    found: list[tuple[Label | None, int, list[Line], str]] = []
    for line, label, end in _marked(lines):
        if end:
            found.append((label, line.start, [], "" if label else line.flat[:end]))
            line = line.part(end)
        if line.flat and found:
            found[-1][2].append(line)
    return [Entry(label, start, tuple(own), name) for label, start, own, name in found]


def begins_item(line: Line) -> bool:
    """Whether a line begins with a label or a 【…】 heading, or only names whose items stand below."""
    label = label_at(line.flat)
    first = bool(label and label.level == label.number == 1)  # nothing else begins so: 一 总体要求
    return first or bool(label and label.sure) or bool(_group_end(line))


def _marked(lines: Sequence[Line]) -> Iterator[tuple[Line, Label | None, int]]:
    """Each line with the label it begins with and where that ends; 0 where the line goes on."""
    numbers = Numbers()
    before, above = "", False
    for line in lines:
        label = numbers.label_at(line.flat)
        if label and (
            (above and _goes_below(label, numbers)) or _is_heading(label, before, numbers)
        ):
            label = _placed(label, numbers)
            numbers.take(label)
            yield line, label, label.end
            above = _may_head(line.flat)
        else:
            yield line, None, _group_end(line)
            above = False
        before = line.flat


def _group_end(line: Line) -> int:
    """Where a 【…】 heading ends that is no key and no duty clause, or a line of names; else 0."""
    if line.names or is_plain_heading(line.flat):
        return len(line.flat)
    match = _GROUP.match(line.flat)
    if not match or _FIELD.match(line.flat) or key_lines(line.flat) or read_clause(match[0][1:-1]):
        return 0
    return match.end()


def _is_heading(label: Label, before: str, numbers: Numbers) -> bool:
    """A number begins an item where it is in order, or where the line before has ended."""
    if not label.sure:
        return numbers.goes_on(label)
    if numbers.fits(label) or len(before) < _SHORT or _ENDS.search(before):
        return True
    return bool(key_lines(before)) and not _GOES_ON.search(before)


def _may_head(flat: str) -> bool:
    """Whether a line may be a heading as a whole, or leads to a row, and does not break off amid a sentence."""
    if flat.endswith(":"):
        return True
    return len(flat) <= _LONGEST and not _GOES_ON.search(flat) and not _AMID.search(flat)


def _goes_below(label: Label, numbers: Numbers) -> bool:
    """Whether a row goes on right below a heading behind what was left out: 五、…, (十六)…."""
    later = label.number > numbers.before.get(label.row, 0)
    return label.sure and later and numbers.level < label.level


def _placed(label: Label, numbers: Numbers) -> Label:
    """任务一 and 第一条 stand below 一、 and 第一章 where the plan has them, 1.1 below 1."""
    above = numbers.last.get("third")
    if label.row in DECIMALS and above == to_int(label.text.partition(".")[0]):
        return replace(label, level=label.level + 2)
    inner = label.row in _INNER_ROWS and any(row in numbers.last for row in ("chapter", "first"))
    return replace(label, level=2) if inner else label
