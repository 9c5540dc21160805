"""The form that one unit fills in for one period: its tasks, what it said last, what is asked now."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from shuangda_desktop.exports.workbooks.fillable import FillableForm, FormColumn, FormLine, FormRow
from shuangda_desktop.plan.model import Role
from shuangda_desktop.tasks.columns.column import Value
from shuangda_desktop.tasks.periods import Period
from shuangda_desktop.tasks.returns.codes import row_code
from shuangda_desktop.tasks.returns.model import (
    NOTE,
    PERCENT,
    PROBLEM,
    STATUS,
    Ask,
    Asked,
    done_field,
)
from shuangda_desktop.tasks.status import STATUS_WORDS
from shuangda_desktop.tasks.understanding import SAME_AS_LAST, TOLD
from shuangda_desktop.text.numerals import to_chinese

ROLES = {Role.LEAD: "牵头", Role.RESPONSIBLE: "责任", Role.COOPERATING: "配合"}
CHOICES = (*(STATUS_WORDS[status] for status in TOLD), SAME_AS_LAST)
MARK_VERSION = "1"


@dataclass(frozen=True, slots=True)
class FormHead:
    """What stands above the table: who asks, until when, whom to call. ``office_id`` names the database."""

    office_id: str
    city: str
    office: str
    due_on: date
    contact: str = ""


def unit_form(asked: Asked, period: Period, head: FormHead) -> FillableForm:
    """The form of one unit."""
    most = max((len(ask.targets) for ask in asked.asks), default=0)
    return FillableForm(
        title=f"{head.city}打击侵权假冒工作{period.label}进展填报表",
        author=head.office,
        under=_under(asked, period, head),
        instructions=_instructions(head),
        columns=tuple(_columns(period, most)),
        rows=tuple(_row(asked, ask, head, most) for ask in asked.asks),
        ticks=(
            FormLine("SD:tick:zero", "零报告\uff1a本期没有开展相关工作\uff08打√后下表不用填\uff09", "没有开展工作就打勾。"),
            FormLine("SD:tick:same", "与上期相同\uff1a本期情况没有变化\uff08打√后下表不用填\uff09", "全部没有变化就打勾。"),
        ),
        foot=(
            FormLine("SD:foot:person", "填报人", "填写姓名。"),
            FormLine("SD:foot:phone", "联系电话", "填写办公电话。"),
            FormLine("SD:foot:day", "填报日期", "例如2026-3-25。"),
        ),
        marks={
            "version": MARK_VERSION,
            "office": head.office_id,
            "period": asked.period,
            "unit": asked.unit,
            "tasks": " ".join(str(ask.task_id) for ask in asked.asks),
        },
    )  # fmt: skip


def _under(asked: Asked, period: Period, head: FormHead) -> str:
    parts = [f"填报单位\uff1a{asked.unit}", f"报送期\uff1a{period.label}", f"共{len(asked.asks)}项"]
    day = head.due_on
    parts.append(f"请于{day.year}年{day.month}月{day.day}日前报送")
    if head.contact:
        parts.append(f"联系人\uff1a{head.contact}")
    return "    ".join(parts)


def _instructions(head: FormHead) -> tuple[str, ...]:
    return (
        "1. 只填黄色的格子\uff1b灰色的是上期报送的内容\uff0c供对照\uff0c不用改。",
        "2. “状态”从下拉列表选\uff1b数字只填数\uff0c不写单位\uff1b单项没有变化的\uff0c“状态”选“与上期相同”。",
        f"3. 填完原样发回{head.office or '我办'}\uff08Excel、WPS格式都可以\uff09\uff0c请不要另建表格。",
    )


def _columns(period: Period, targets: int) -> Iterator[FormColumn]:
    yield FormColumn("number", "序号", 3, exact=True)
    yield FormColumn("task", "工作任务", 17, least=9)
    yield FormColumn("source", "来文原句", 30, folded=True)
    yield FormColumn("role", "职责", 3, exact=True)
    yield FormColumn("due", "完成时限", 6, exact=True)
    yield FormColumn("last", f"上期情况\n\uff08{period.previous().label}\uff09", 11, old=True)
    for place in range(targets):
        number = to_chinese(place + 1) if targets > 1 else ""
        yield FormColumn(f"goal{place + 1}", f"指标{number}", 6)
        yield FormColumn(
            done_field(place), f"指标{number}本期数", 5, exact=True, opened=True, hint="只填数字。"
        )
    yield FormColumn(
        STATUS, "状态", 4, exact=True, opened=True, choices=CHOICES, hint="从下拉列表选。"
    )
    yield FormColumn(
        PERCENT, "完成率%", 4, exact=True, opened=True, hint="填0到100的整数\uff0c例如60。"
    )
    yield FormColumn(
        NOTE, "本期进展情况", 21, least=9, opened=True, hint="写本期做了什么、数量和成效。"
    )
    yield FormColumn(PROBLEM, "问题和下一步打算", 9, least=5, opened=True, hint="没有可以不填。")


def _row(asked: Asked, ask: Ask, head: FormHead, most: int) -> FormRow:
    goals: list[Value] = []
    for place in range(most):
        goals += [_goal(ask, place), None]
    return FormRow(
        row_code(head.office_id, asked.period, asked.unit, ask.task_id),
        (
            ask.number,
            ask.words,
            ask.source,
            _role(ask),
            ask.due.replace("\uff08", "\n\uff08"),
            last_words(ask),
            *goals,
            None,
            None,
            None,
            None,
        ),
        frozenset(done_field(place) for place in range(len(ask.targets), most)),
        ask.source,
    )


def _role(ask: Ask) -> str:
    return f"{ROLES[ask.role]}\uff08{ask.scope}\uff09" if ask.scope else ROLES[ask.role]


def _goal(ask: Ask, place: int) -> str:
    """A target in its own words, with the number of last period."""
    if place >= len(ask.targets):
        return ""
    target, last = ask.targets[place], ask.last.get(done_field(place), "")
    return f"{target.text}\n\uff08上期{last}{target.unit}\uff09" if last else target.text


def last_words(ask: Ask) -> str:
    """What the unit said last: state and percentage, then its words."""
    percent = ask.last.get(PERCENT, "")
    parts = [ask.last.get(STATUS, ""), f"{percent}%" if percent else ""]
    head = " ".join(part for part in parts if part)
    return "\n".join(part for part in (head, ask.last.get(NOTE, "")) if part)
