"""The table of index fields that a government portal prints above a document."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from shuangda_desktop.text.chars import BLANK, SPACE
from shuangda_desktop.text.lines import TextLine
from shuangda_desktop.text.punctuation import narrow

_KEYS = (
    "索引号|信息索引|信息分类|主题分类|分类|发布机构|发文机关|发文机构|制发机关|发布部门|颁布单位|批准部门|批准日期|成文日期|发布日期|发文日期|"
    "生成日期|公开日期|实施日期|生效日期|废止日期|失效日期|公开方式|公开时限|公开范围|公开形式|有效性|时效性|时效|效力级别|法规类别|关键词|主题词|"
    "体裁|文号|发文字号|标题|名称|信息名称|文件名称|内容概述|内容摘要|法规标题|发布文号|法规编号|信息索引号|颁布日期|颁布时间|发布时间|印发日期|生成时间|实施时间|失效时间|有效期|文件状态|所属分类|所属类别|专题分类|公开类别|公开责任部门|发文单位|制发机构|所属机构|语种|载体类型|统一登记号|登记号|文件类型|组配分类"
)
_FIELD = re.compile(f"(?:\u3010(?:{_KEYS})\u3011:?|(?:{_KEYS}):|(?:{_KEYS})$)")
_CARRIER = re.compile(
    "\u3010?(?:文号|发文字号|发布文号|法规标题|标题|名称|信息名称|文件名称)[\u3011:]{0,2}(.{0,200})"
)
_DATE_FIELD = re.compile("\u3010?[\u4e00-\u9fff]{2,4}(?:日期|时间)[\u3011:]{0,2}")
_DATE = re.compile("20[0-9]{2}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}日?(?:[0-9]{1,2}:[0-9:]{2,5})?")
_CELLS = re.compile(f"\t{{1,9}}|[{SPACE}]{{3,200}}")
_BLANKS = re.compile(f"[{BLANK}]{{1,200}}")
_FEWEST = 2  # fields that make a table of it


def index_lines(lines: Sequence[TextLine], text: str) -> Iterator[int]:
    """The lines of the index table, by number; a title or number that stands only here is kept."""
    fields = [n for n, line in enumerate(lines) if _FIELD.match(_flat(line.text.split("\t")[0]))]
    if len(fields) < _FEWEST:
        return
    values = {n: list(_values(lines[n].text)) for n in fields}
    listed = Counter(_flat(lines[n].text) for n in fields)  # some portals print the table twice
    document = _flat(text)
    kept: set[str] = set()
    for at in fields:
        copies = listed[_flat(lines[at].text)]
        only = {value for value in values[at] if document.count(value) <= copies} - kept
        kept |= only
        if not only:
            yield at
    yield from _dates(lines)


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
