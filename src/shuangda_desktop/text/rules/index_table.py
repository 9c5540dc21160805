"""The table of index fields that a government portal prints above a document."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from shuangda_desktop.text.chars import BLANK, SPACE
from shuangda_desktop.text.lines import TextLine
from shuangda_desktop.text.mapped import Edit, Span
from shuangda_desktop.text.punctuation import narrow

_KEYS = (
    "索引号|信息索引|政策咨询机关|政策咨询电话|公开类型|公开属性|公开期限|公文时效|制定机关|公布日期|施行日期|效力等级|字号|信息分类|主题分类|分类|发布机构|发文机关|发文机构|制发机关|发布部门|颁布单位|批准部门|批准日期|成文日期|发布日期|发文日期|"
    "生成日期|公开日期|实施日期|生效日期|废止日期|失效日期|公开方式|公开时限|公开范围|公开形式|有效性|时效性|时效|效力级别|法规类别|关键词|主题词|"
    "体裁|文号|发文字号|标题|名称|信息名称|文件名称|内容概述|内容摘要|法规标题|发布文号|法规编号|信息索引号|颁布日期|颁布时间|发布时间|印发日期|生成时间|实施时间|失效时间|有效期|文件状态|所属分类|所属类别|专题分类|公开类别|公开责任部门|发文单位|制发机构|所属机构|语种|载体类型|统一登记号|登记号|文件类型|组配分类"
)
_FIELD = re.compile(
    f"(?:[\u2022\u00b7]?\u3010(?:{_KEYS})\u3011:?|[\u2022\u00b7]?(?:{_KEYS}):|(?:{_KEYS})$)"
)
_CARRIER = re.compile(
    "[\u2022\u00b7]?\u3010?(?:文号|发文字号|发布文号|法规标题|标题|名称|信息名称|文件名称)[\u3011:]{0,2}(.{0,200})"
)
_DATE_FIELD = re.compile("\u3010?[\u4e00-\u9fff]{2,4}(?:日期|时间)[\u3011:]{0,2}")
_DATE = re.compile("20[0-9]{2}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}日?(?:[0-9]{1,2}:[0-9:]{2,5})?")
_CELLS = re.compile(f"\t{{1,9}}|[{SPACE}]{{3,200}}|[{SPACE}]{{0,9}}\\|{{1,9}}[{SPACE}]{{0,9}}")
_BORDER = re.compile("[-|: ]{5,}")  # of a table drawn with bars
_BLANKS = re.compile(f"[{BLANK}]{{1,200}}")
_FEWEST = 2  # fields that make a table of it


def index_lines(lines: Sequence[TextLine], told: Mapping[int, Sequence[str]]) -> Iterator[int]:
    """The lines of the index table, by number; one with a title or number that stands only here is kept."""
    yield from (at for at, only in told.items() if not only)
    if told:
        yield from _dates(lines)
        yield from (
            n for n, line in enumerate(lines) if "|" in line.text and _BORDER.fullmatch(line.text)
        )


def index_edits(
    lines: Sequence[TextLine], told: Mapping[int, Sequence[str]], rule: str
) -> Iterator[Edit]:
    """Edits that leave only the titles and numbers of the lines that are kept, each in its own line."""
    for at, only in told.items():
        line, places = lines[at], [_place(lines[at].text, value) for value in only]
        ends = [0, *(place.end for place in places)]
        starts = [*(place.start for place in places), len(line.text)]
        for n, (end, start) in enumerate(zip(ends, starts, strict=True) if only else ()):
            between = "\n" if 0 < n < len(places) else ""
            if end < start:
                yield Edit(Span(line.start + end, line.start + start), between, rule)


def index_fields(lines: Sequence[TextLine], text: str) -> dict[int, list[str]]:
    """The fields of the table by line, with the titles and numbers that stand nowhere else."""
    fields = [n for n, line in enumerate(lines) if _FIELD.match(_flat(_CELLS.split(line.text)[0]))]
    if len(fields) < _FEWEST:
        return {}
    listed = Counter(_flat(lines[n].text) for n in fields)  # some portals print the table twice
    document = _flat(text)
    told: dict[int, list[str]] = {}
    for at in fields:
        copies = listed[_flat(lines[at].text)]
        before = {value for values in told.values() for value in values}
        found = dict.fromkeys(_values(lines[at].text))
        told[at] = [v for v in found if v not in before and document.count(v) <= copies]
    return told


def _place(text: str, value: str) -> Span:
    """Where a value stands in its line, with the blanks inside it."""
    chars = [(at, char) for at, char in enumerate(narrow(text)) if not _BLANKS.fullmatch(char)]
    start = "".join(char for _, char in chars).index(value)
    return Span(chars[start][0], chars[start + len(value) - 1][0] + 1)


def _dates(lines: Sequence[TextLine]) -> Iterator[int]:
    """Dates on the line below their field: they would pass for that of a signature."""
    for at, (field, value) in enumerate(pairwise(lines)):
        if _DATE_FIELD.fullmatch(_flat(field.text)) and _DATE.fullmatch(_flat(value.text)):
            yield at + 1


def _values(line: str) -> Iterator[str]:
    """The titles and numbers that the cells of a line carry."""
    cells = [_flat(cell) for cell in _CELLS.split(line)]
    for cell, after in zip(cells, [*cells[1:], ""], strict=True):
        found = _CARRIER.fullmatch(cell)
        if found is not None:
            value = found[1] or ("" if _FIELD.match(after) else after)
            if value:
                yield value


def _flat(text: str) -> str:
    return _BLANKS.sub("", narrow(text))
