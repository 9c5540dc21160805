"""催办单 and 督办单: one unit's tasks that are due, late or not reported on, and what is asked for."""

from collections.abc import Sequence
from datetime import date

from shuangda_desktop.papers.model import Annex, Block, Dress, Grid, Paper, PaperColumn, Paragraph
from shuangda_desktop.papers.parts import COLON, DUE, days_late, matter
from shuangda_desktop.papers.wording import day_words, deadline
from shuangda_desktop.tasks.periods import Period
from shuangda_desktop.tasks.rows import TaskRow
from shuangda_desktop.tasks.status import overdue

URGE, SUPERVISE = "urge", "supervise"
REPLY_DAY = "\u3014请填写反馈日期\u3015"
TO_FILL = ("办理情况", "未完成的原因", "下一步措施和完成时间", "承办单位负责人签字")
ROOM = "\n" * 5  # to write in
COLUMNS = (
    PaperColumn("序号", 3, exact=True),
    PaperColumn("任务", 18, least=10),
    PaperColumn("完成时限", DUE, exact=True),
)


def urging_slip(
    unit: str,
    rows: Sequence[TaskRow],
    period: Period,
    office: str,
    reply_by: date | None = None,
    contact: str = "",
) -> Paper:
    """催办单: the unit has not reported on these tasks in the period."""
    text = (
        f"截至目前\uff0c你单位承担的下列{len(rows)}项任务还没有报送{period.label}进展情况。"
        f"请于{_day(reply_by)}前报送\uff1b没有进展的\uff0c也请说明情况。"
    )
    blocks: tuple[Block, ...] = (Paragraph(text), _grid(rows, "进展情况", [""] * len(rows)))
    title = f"关于报送{period.label}打击侵权假冒工作进展的催办单"
    return Paper(URGE, title, office, blocks, dress=_dress(unit, contact))


def supervision_slip(
    unit: str,
    rows: Sequence[TaskRow],
    today: date,
    office: str,
    reply_by: date | None = None,
    contact: str = "",
) -> Paper:
    """督办单: late tasks of the unit, with room for its answer."""
    late = [row for row in rows if overdue(row, today)]
    text = (
        f"截至{day_words(today)}\uff0c你单位承担的下列{len(late)}项任务已超过完成时限仍未完成。"
        f"请查明原因\uff0c抓紧办理\uff0c并于{_day(reply_by)}前填好所附反馈单\uff0c加盖公章后报回。"
    )
    days = [days_late(row, today) for row in late]
    blocks: tuple[Block, ...] = (Paragraph(text), _grid(late, "逾期情况", days))
    columns = (PaperColumn("反馈事项", 10, exact=True), PaperColumn("内容", 20))
    form = Grid(columns, (("承办单位", unit), *((name, ROOM) for name in TO_FILL)))
    return Paper(
        SUPERVISE,
        "打击侵权假冒工作督办单",
        office,
        blocks,
        (Annex("督办事项办理情况反馈单", (form,)),),
        _dress(unit, contact),
    )


def _grid(rows: Sequence[TaskRow], title: str, words: Sequence[str]) -> Grid:
    column = PaperColumn(title, 9, least=7)
    lines = [
        (str(row.number), matter(row), deadline(row), told)
        for row, told in zip(rows, words, strict=True)
    ]
    return Grid((*COLUMNS, column), tuple(lines))


def _day(day: date | None) -> str:
    return day_words(day) if day else REPLY_DAY


def _dress(unit: str, contact: str) -> Dress:
    remark = f"联系人及电话{COLON}{contact}" if contact else ""
    return Dress(recipients=unit, remark=remark)
