"""Doubts about the head of a document: whether it is a plan at all, its title, measures lost in it.

Independent of how the head is read: what its lines look like.
"""

import re
from collections.abc import Iterator

from shuangda_desktop.plan.checks.findings import doubt
from shuangda_desktop.plan.duties.unit_names import is_collective, is_surely_unit, unit_at_start
from shuangda_desktop.plan.duties.units_list import split_units
from shuangda_desktop.plan.model import Finding, Plan
from shuangda_desktop.plan.structure.frame import Frame
from shuangda_desktop.plan.structure.lines import Line
from shuangda_desktop.text.chars import LOPEN, ROPEN
from shuangda_desktop.text.mapped import MappedText, Span
from shuangda_desktop.text.punctuation import narrow

_ABOUT_PLAN = re.compile(  # what is written about a plan, and says what it says
    "(?:解读|答记者问|问答|发布会|侧记|综述|学习体会|讲话|工作总结|总结报告|情况(?:的)?(?:报告|通报))$"
)
_CHROME = re.compile("--|^序号|[|_>]|网站?(?:首页)?[-\u2014]|首页")
_LONGEST_TITLE = 90
_CLAUSE = re.compile(f"[{LOPEN}]([^{LOPEN}{ROPEN}]{{2,80}})[{ROPEN}][\u3002;]?$")
_DUTY = re.compile("(?:牵头|负责|配合)(?:[,;、]|$)|(?:牵头|责任|主办|配合)(?:单位|部门):")
_DOES = re.compile(
    "(?:牵头|依法|具体|主要)?负责(?!人|同志|解释)[^\u3002]{6}"
)  # in a paragraph without a number
_TOLD = 20  # characters of a line that are shown
_FEWEST = 4  # characters of a task before its clause


def check_head(plan: Plan, frame: Frame, text: MappedText) -> Iterator[Finding]:
    """The doubts about what stands before the first item."""
    start = Span(0, 0)
    title = narrow(plan.title or "")
    if _ABOUT_PLAN.search(title):
        message = f"标题以“{title[-4:]}”结尾,可能是说明文章而不是方案本身,暂按方案读取。"
        yield doubt("no-plan", message, start)
    elif _CHROME.search(title) or len(title) > _LONGEST_TITLE:
        message = f"标题“{title[:_TOLD]}”可能混进了网页的文字或别的行,暂按原样列出。"
        yield doubt("odd-title", message, start)
    for line in frame.heads if plan.measures else ():
        if _holds_clause(line):
            message = f"“{line.flat[:_TOLD]}”一处有责任分工,但在第一项任务前,没有读作任务,请核对。"
            yield doubt("unread-line", message, text.to_raw(Span(line.start, line.end)))


def _holds_clause(line: Line) -> bool:
    """Whether a line says what a unit does, or ends with a bracket that names nothing but units."""
    unit = unit_at_start(line.flat)
    if unit and not is_collective(unit) and _DOES.match(line.flat, len(unit)):
        return True
    clause = _CLAUSE.search(line.flat)
    if not clause or clause.start() < _FEWEST:
        return False
    names = split_units(clause[1]).names
    sure = sum(map(is_surely_unit, names))
    return bool(_DUTY.search(clause[1])) or (sure > 1 and sure == len(names))
