"""What the columns of a task table hold, told by the words of its header."""

import re
from collections.abc import Sequence
from enum import StrEnum

from shuangda_desktop.plan.structure.lines import Line, squeeze
from shuangda_desktop.plan.tables.matrix import unit_columns

LINE_IN_CELL = "\u2028"
_UNIT = "(?:单位|部门|科室|处室|股室|主体|机构)"
_AND_WHO = "(?:[及和、]责任人)?"
_AND_WHEN = "(?:[及和与、](?:完成|办结|整改)?(?:时限|时间|期限))?"
_OVER = "(?:责任|分管|主管|牵头|包联|包保|包抓|挂钩|挂点|挂帅|联系)"
_WHEN = (  # the time that a column is of
    "(?:(?:20\\d\\d年)?(?:[\\d、至~-]{1,9}(?:月份?|季度|年度?)"
    "|[一二三四]季度|[上下]半年|半年度?|本?年度?|全年|截至[\\d年月日底]{2,12}))?"
)
_WORD = (
    "重点|主要|民生|十大|十件|改革|实施|政策|年度|具体|细化|推进|建设|整治|整改|落实|考核|考评|评价|检查"
    "|抽查|绩效|问题|二级|三级"
)
_THING = "任务|工作|事项|项目|实事|内容|措施|举措|要点|要求|目标|指标"
_TASK = f"(?:(?:细化|具体)分工|(?:[省市县区](?:委|政府)?(?=重点|民生|十))?(?:{_WORD}|{_THING})*(?:{_THING}|名称|分解|清单|规模|目标[值数]))"
_REACHED = (
    "(?:工作|任务|项目|目标|建设|整改|实际|目前|当前|累计|已|总体|形象|主要|预期)*"
    "(?:(?:进展|完成|落实|实施|推进|执行|整改|取得)(?:情况|进度|进展|成效|效果|率|数|量|值)%?(?:说明)?"
    "|(?<=[目当]前|实际|形象|累计)进度|进展|成效)"
)
_HEADERS = {
    "number": "序号|(?:任务|项目|工作)?编号|No\\.?",
    "lead": f"(?:总?牵头|主办|主责|发起)(?:责任|负责)?{_UNIT}?{_AND_WHO}|责任{_UNIT}[或/(]牵头{_UNIT}\\)?",
    "cooperating": f"(?:主要)?(?:配合|协办|协助|参与|参加|协同){{1,2}}(?:责任|考核)?{_UNIT}?{_AND_WHO}",
    "responsible": (
        f"(?:主要|具体|共同|相关|有关|其他|其它)?(?:责任|负责|承办|考核|实施|落实|完成){_UNIT}(?:及分工|{_AND_WHO}{_AND_WHEN})"
        f"|(?:责任|职责|任务|工作)?分工(?:情况)?{_AND_WHEN}"
    ),
    "due": (
        "(?:检查|抽查)*(?:完成|办结|办理|整改|工作|起止)?(?:时限|时间|期限|日期)(?:要求|节点|安排|进度)?"
        "|(?:工作)?进度(?:要求|安排)|月份|月度"
    ),
    "task": f"{_WHEN}{_TASK}(?:[及和与、/]{_TASK})?",
    "group": "(?:任务|工作|项目|考核|指标)?(?:类别|分类)|领域|环节|一级(?:任务|指标)|大项|板块|方面|阶段(?:名称)?",
    "reached": f"{_WHEN}(?:(?:{_REACHED})[和及、与]?){{1,2}}|工作目标及成效",
    "aside": (
        "(?:存在|反馈|具体|突出|主要)?(?:问题|困难)(?:描述|表现|[及和与]建议)?|备注|下一步.{2,6}"
        "|(?:启动|开始|起始|建设)(?:时间|日期|年限|周期)"
        "|(?:反馈|报送|填报)(?:要求|方式)|联系人|联络员|(?:联系|监督|举报|咨询)?(?:电话|方式)|责任人(?:[及和]电话)?"
        f"|(?:[省市县区镇乡]政?府?)?{_OVER}(?:[省市县区镇乡]政?府?)?(?:领导|负责人)|[省市县区]级?领导"
        "|(?:标准)?分值?|得分|自评分?|权重|(?:预期)?成果(?:形式)?|评分标准|佐证材料|是否.{2,16}"
        "|(?:[\\w、及]{0,6}(?:模式|方式|对象|地点|位置|区域|范围|频次|比例|性质|类型|来源|依据)){1,2}"
        "|\\w{0,8}(?:投资|资金|经费|预算)(?:金额|总?额|数额|概算|估算)?"
    ),
}
_HEADER = re.compile("|".join(f"(?P<{name}>{words})" for name, words in _HEADERS.items()))
_REMARK = re.compile(r"[(\uff08].{0,20}[)\uff09]$")
_SPECIFIC = re.compile("措施|内容|举措|要求|要点")
_OF_TASKS = re.compile(_THING)
_AIMS = re.compile("(?:工作|量化|整改|整治|预期)?目标(?:要求)?")
_LIMIT = re.compile("完成|时限|期限|办结")
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
    REACHED = "reached"
    AIM = "aim"  # what is to be reached, beside what is to be done
    ASIDE = "aside"
    UNKNOWN = "unknown"


DUTY_COLUMNS = (Column.LEAD, Column.COOPERATING, Column.RESPONSIBLE)
BESIDE = (Column.AIM, Column.ASIDE)


def column_of(cell: Line) -> Column:
    """What the cells below a cell of the header hold."""
    if len(cell.flat) > _LONGEST_HEADER:
        return Column.UNKNOWN
    text = _REMARK.sub("", squeeze(cell.flat).replace(LINE_IN_CELL, ""))
    header = _HEADER.fullmatch(text)
    return Column(header.lastgroup or "") if header else Column.UNKNOWN


def columns_of(cells: Sequence[Line]) -> tuple[Column, ...]:
    """The columns of a header row; () where the row is no header of a task table."""
    columns = _with_lead(cells, _without_aims(cells, tuple(column_of(cell) for cell in cells)))
    if columns[:1] == (Column.NUMBER,) and Column.TASK not in columns:
        columns = _with_task(cells, columns)
    units = len(units_over(cells, columns))
    timed = columns[:1] == (Column.NUMBER,) and _tells_when(cells, columns)
    duty = units or timed or any(column in DUTY_COLUMNS for column in columns)
    known = units + sum(column is not Column.UNKNOWN for column in columns)
    if not duty or Column.TASK not in columns or known * 2 < len(columns):
        return ()
    return columns


def _with_lead(cells: Sequence[Line], columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns, where who 承办s leads if others are said to 协办."""
    names = [squeeze(cell.flat) for cell in cells]
    if Column.LEAD in columns or not any(name.startswith("协办") for name in names):
        return columns
    leads = [
        kind is Column.RESPONSIBLE and name.startswith("承办")
        for name, kind in zip(names, columns, strict=True)
    ]
    return tuple(Column.LEAD if led else kind for led, kind in zip(leads, columns, strict=True))


def _tells_when(cells: Sequence[Line], columns: Sequence[Column]) -> bool:
    """Whether a table says of tasks by when they are to be done; the 名称 and 时间 of cases do not."""
    heads = [(column, squeeze(cell.flat)) for cell, column in zip(cells, columns, strict=True)]
    limit = any(column is Column.DUE and _LIMIT.search(head) for column, head in heads)
    return limit and any(column is Column.TASK and _OF_TASKS.search(head) for column, head in heads)


def _with_task(cells: Sequence[Line], columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns of a table of numbered rows: the first that speaks of tasks in other words holds them."""
    heads = enumerate(zip(cells, columns, strict=True))
    at = next(
        (n for n, (c, kind) in heads if kind is Column.UNKNOWN and _OF_TASKS.search(c.flat)), None
    )
    return columns if at is None else (*columns[:at], Column.TASK, *columns[at + 1 :])


def units_over(cells: Sequence[Line], columns: Sequence[Column]) -> tuple[int, ...]:
    """The columns that units stand over in a table of marks."""
    return unit_columns({n: cells[n] for n, c in enumerate(columns) if c is Column.UNKNOWN})


def _without_aims(cells: Sequence[Line], columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """A column of aims beside one of measures holds what is to be reached, not what is to be done."""
    names = [squeeze(cell.flat) for cell in cells]
    tasks = [n for n, c in zip(names, columns, strict=True) if c is Column.TASK]
    if not any(_SPECIFIC.search(name) for name in tasks if not _AIMS.fullmatch(name)):
        return columns
    pairs = zip(names, columns, strict=True)
    return tuple(Column.AIM if _AIMS.fullmatch(name) else column for name, column in pairs)
