"""Task tables: rows whose cells are parted by tabs or bars, or stand one in a line."""

from collections.abc import Sequence
from enum import StrEnum

from shuangda_desktop.plan.lines import Line

_HEADERS = (
    ("number", "序号|编号|项目序号|No\\.?"),
    ("lead", "(?:总?牵头|主办|主责)(?:责任)?(?:单位|部门|科室)?|牵头(?:单位|部门)及责任人"),
    ("cooperating", "(?:主要)?(?:配合|协办|协助|参与|参加|协同)(?:责任)?(?:单位|部门)?"),
    (
        "responsible",
        "(?:主要|具体)?(?:责任|负责|承办|考核|实施|落实|完成)(?:责任)?(?:单位|部门|主体|科室)(?:及分工)?|责任分工|分工",
    ),
    (
        "due",
        "(?:完成|办结|整改)?(?:时限|时间|期限|日期)(?:要求|节点|安排)?|时间(?:节点|要求|安排|进度)|进度要求|完成时限要求",
    ),
    (
        "task",
        "(?:重点|主要|工作|年度|具体|一级|二级)*(?:任务|工作|事项|项目|内容|措施|举措|目标任务|任务目标|任务内容|工作内容|要点|要求|工作要求|目标)(?:任务|名称|内容|分解|要求|及要求)?",
    ),
    (
        "aside",
        "备注|联系人|联络员|联系电话|责任人|责任领导|分管领导|牵头领导|分值|权重|类别|分类|领域|进展情况|完成情况|成果形式|预期成果|评分标准|考核方式|佐证材料",
    ),
)


class Cell(StrEnum):
    """What a column holds."""

    NUMBER = "number"
    TASK = "task"
    LEAD = "lead"
    COOPERATING = "cooperating"
    RESPONSIBLE = "responsible"
    DUE = "due"
    ASIDE = "aside"


def begins_table(lines: Sequence[Line], at: int) -> bool:
    """Whether the header of a task table stands at a line."""
    return False
