"""征求意见表: what one unit gets to see of the draft, and the cells in which it answers."""

from shuangda_desktop.exports.workbooks.fillable import FillableForm, FormColumn, FormLine, FormRow
from shuangda_desktop.papers.opinion_extract import (
    Extract,
    cells_of,
    instructions,
    number_of,
    task_words,
    units_words,
)
from shuangda_desktop.tasks.returns.codes import row_code
from shuangda_desktop.tasks.rounds.opinions import STANCE_WORDS
from shuangda_desktop.tasks.rounds.reading import MORE, NONE, PROPOSAL, REASON, STANCE
from shuangda_desktop.tasks.rounds.snapshots import Line
from shuangda_desktop.tasks.rounds.versions import task_id_of

MARK_VERSION = "1"


def opinion_form(extract: Extract) -> FillableForm:
    """The workbook of one unit."""
    return FillableForm(
        title=f"{extract.title}征求意见表",
        author=extract.office,
        under=_under(extract),
        instructions=_instructions(extract),
        columns=_columns(),
        rows=tuple(_row(extract, line, role) for line, role in extract.lines),
        ticks=(
            FormLine(
                f"SD:{NONE}",
                "无意见\uff1a对本单位承担的任务没有意见\uff08打√后下表不用填\uff09",
                "没有意见就打勾。",
            ),
        ),
        foot=(
            FormLine(f"SD:{MORE}", "其他意见", "对全文或别的任务的意见写在这里。"),
            FormLine("SD:foot:person", "填报人", "填写姓名。"),
            FormLine("SD:foot:phone", "联系电话", "填写办公电话。"),
        ),
        marks={
            "form": "opinions",
            "version": MARK_VERSION,
            "office": extract.office_id,
            "period": extract.period,
            "unit": extract.unit,
        },
    )


def _instructions(extract: Extract) -> tuple[str, ...]:
    first, *rest = instructions(extract)
    return (f"{first}只填黄色的格子。", *rest)


def _under(extract: Extract) -> str:
    parts = [f"反馈单位\uff1a{extract.unit}", f"共{len(extract.lines)}项任务"]
    if extract.contact:
        parts.append(f"联系人\uff1a{extract.contact}")
    return "    ".join(parts)


def _columns() -> tuple[FormColumn, ...]:
    return (
        FormColumn("number", "序号", 3, exact=True),
        FormColumn("task", "工作任务", 24, least=12),
        FormColumn("role", "本单位分工", 4, exact=True),
        FormColumn("others", "承担单位", 13, least=8),
        FormColumn("due", "完成时限", 7, exact=True),
        FormColumn(
            STANCE,
            "意见",
            4,
            exact=True,
            opened=True,
            choices=tuple(STANCE_WORDS.values()),
            hint="从下拉列表选。",
        ),
        FormColumn(PROPOSAL, "修改内容", 18, least=9, opened=True, hint="写明改成什么。"),
        FormColumn(REASON, "理由", 10, least=6, opened=True, hint="修改或不同意的请写明。"),
    )


def _row(extract: Extract, line: Line, role: str) -> FormRow:
    task_id = task_id_of(line)
    code = row_code(extract.office_id, extract.period, extract.unit, task_id)
    words = cells_of(line)
    return FormRow(
        code,
        (number_of(line), task_words(line), role, units_words(line), words["due"], *[None] * 3),
    )
