"""The note that goes with the forms of a period: what to fill, until when, whom to call."""

from datetime import date

from shuangda_desktop.papers.model import Annex, Dress, Grid, Paper, PaperColumn, Paragraph
from shuangda_desktop.papers.parts import COLON
from shuangda_desktop.papers.wording import day_words
from shuangda_desktop.tasks.periods import Period

KEY = "covering"


def covering_note(
    period: Period,
    units: tuple[tuple[str, int], ...],
    office: str,
    due_on: date,
    contact: str = "",
    issued_on: date | None = None,
) -> Paper:
    """To all these units (each with the number of its tasks), with their list as an annex."""
    blocks = (
        Paragraph(
            f"为掌握打击侵权假冒重点任务{period.label}的推进情况\uff0c现将进展填报表发给你们\uff08每个单位一份"
            "\uff0c只列本单位牵头、负责和配合的任务\uff09。请组织填报\uff0c有关事项如下。"
        ),
        Paragraph(
            f"请于{day_words(due_on)}前将填报表原样发回。填报表中黄色的格子由各单位填写\uff0c"
            "灰色的是上期报送的内容\uff0c其他内容请不要改动。",
            head="一、报送时间。",
        ),
        Paragraph(
            "本期没有开展相关工作的\uff0c勾选“零报告”\uff1b情况没有变化的\uff0c勾选“与上期相同”。"
            "没有报送的单位\uff0c将列入催办名单。",
            head="二、零报告。",
        ),
        Paragraph(
            "完成率、指标数请据实填写\uff1b进展情况写明做了什么、数量和成效\uff0c不要照抄上期。"
            "需要延期的\uff0c请在完成时限前另行提出。",
            head="三、填报要求。",
        ),
    )
    columns = (
        PaperColumn("序号", 4, exact=True),
        PaperColumn("单位", 20),
        PaperColumn("任务数", 5, exact=True),
    )
    lines = tuple((str(place), unit, str(count)) for place, (unit, count) in enumerate(units, 1))
    annex = Annex(f"{period.label}进展填报单位名单", (Grid(columns, lines),))
    remark = f"联系人及电话{COLON}{contact}" if contact else ""
    dress = Dress(recipients="各有关单位", issued_on=issued_on, remark=remark)
    title = f"关于报送{period.label}打击侵权假冒工作进展情况的通知"
    return Paper(KEY, title, office, blocks, (annex,), dress)
