"""What the columns of a task table hold, told by the words of its header."""

import re
from collections.abc import Sequence
from enum import StrEnum

from shuangda_desktop.plan.structure.lines import Line, squeeze
from shuangda_desktop.plan.tables.matrix import unit_columns

LINE_IN_CELL = "\u2028"
_UNIT = "(?:单位|部门|科室|处室|股室|主体|机构)"
_OVER = "(?:责任|分管|主管|牵头|包联|包保|包抓|挂钩|挂点|挂帅|联系)"
_TASK = (
    "(?:重点|主要|民生|改革|实施|政策|工作|年度|具体|目标|任务|推进|整治|整改|落实|考核|考评|评价|检查|抽查|绩效|问题|二级|三级)*"
    "(?:任务|工作|事项|项目|实事|内容|措施|举措|要点|要求|目标|指标)(?:名称|内容|分解|要求|清单)?"
)
_HEADERS = {
    "number": "序号|(?:任务|项目|工作)?编号|No\\.?",
    "lead": f"(?:总?牵头|主办|主责)(?:责任|负责)?{_UNIT}?",
    "cooperating": f"(?:主要)?(?:配合|协办|协助|参与|参加|协同){{1,2}}(?:责任)?{_UNIT}?",
    "responsible": f"(?:主要|具体)?(?:责任|负责|承办|考核|实施|落实|完成){_UNIT}(?:及分工|[及和、]责任人)?|(?:责任|职责|任务|工作)?分工(?:情况)?",
    "due": "(?:完成|办结|办理|整改|工作|起止)?(?:时限|时间|期限|日期)(?:要求|节点|安排|进度)?|进度(?:要求|安排)|月份|月度",
    "task": f"{_TASK}(?:[及和与、/]{_TASK})?",
    "group": "(?:任务|工作|项目|考核|指标)?(?:类别|分类)|领域|环节|一级(?:任务|指标)|大项|板块|方面|阶段(?:名称)?",
    "aside": f"(?:启动|开始|起始)(?:时间|日期)|(?:存在|反馈|具体|突出|主要)?问题(?:描述|表现)?|备注|(?:启动|开始|起始)(?:时间|日期)|联系人|联络员|联系(?:电话|方式)|责任人|(?:[市县区镇乡]政?府?)?{_OVER}(?:[市县区镇乡]政?府?)?(?:领导|负责人)|(?:标准)?分值?|得分|自评分?|权重|(?:进展|完成|落实)情况|(?:预期)?成果(?:形式)?|评分标准|考核方式|佐证材料|工作目标及成效",
}
_SPECIFIC = re.compile("措施|内容|举措|要求|要点")
_AIMS = {"目标", "工作目标", "量化目标", "目标要求"}
_LONGEST_HEADER = 60  # with a remark in brackets


class Column(StrEnum):
    """What the cells of a column hold."""

    NUMBER = "number"
    LEAD = "lead"
    COOPERATING = "cooperating"
    RESPONSIBLE = "responsible"
    DUE = "due"
    TASK = "task"
    GROUP = "group"
    ASIDE = "aside"
    UNKNOWN = "unknown"


DUTY_COLUMNS = (Column.LEAD, Column.COOPERATING, Column.RESPONSIBLE)


def column_of(cell: Line) -> Column:
    """What the cells below a cell of the header hold."""
    if len(cell.flat) > _LONGEST_HEADER:
        return Column.UNKNOWN
    text = re.sub(r"[(\uff08].{0,20}[)\uff09]$", "", squeeze(cell.flat).replace(LINE_IN_CELL, ""))
    return next(
        (Column(n) for n, pattern in _HEADERS.items() if re.fullmatch(pattern, text)),
        Column.UNKNOWN,
    )


def columns_of(cells: Sequence[Line]) -> tuple[Column, ...]:
    """The columns of a header row; () where the row is no header of a task table."""
    columns = _without_aims(cells, tuple(column_of(cell) for cell in cells))
    units = len(units_over(cells, columns))
    duty = units or any(column in DUTY_COLUMNS for column in columns)
    known = units + sum(column is not Column.UNKNOWN for column in columns)
    if not duty or Column.TASK not in columns or known * 2 < len(columns):
        return ()
    return columns


def units_over(cells: Sequence[Line], columns: Sequence[Column]) -> tuple[int, ...]:
    """The columns that units stand over in a table of marks."""
    return unit_columns({n: cells[n] for n, c in enumerate(columns) if c is Column.UNKNOWN})


def _without_aims(cells: Sequence[Line], columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """A column of aims beside one of measures holds what is to be reached, not what is to be done."""
    names = [squeeze(cell.flat) for cell in cells]
    tasks = [n for n, c in zip(names, columns, strict=True) if c is Column.TASK]
    if not any(_SPECIFIC.search(name) for name in tasks if name not in _AIMS):
        return columns
    return tuple(Column.ASIDE if n in _AIMS else c for n, c in zip(names, columns, strict=True))
