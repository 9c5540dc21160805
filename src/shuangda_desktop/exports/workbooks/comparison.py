"""逐条对照表: each clause of the higher plan beside the city's task and units.

Nothing of the source may go lost unnoticed: a clause without a task says why, or says that nobody has
said why yet.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from shuangda_desktop.exports.workbooks.cells import BAND, CENTRED, PLAIN, Look
from shuangda_desktop.exports.workbooks.model import Heading, PaperColumn
from shuangda_desktop.exports.workbooks.paper import DUE_WIDTH, LEAST
from shuangda_desktop.exports.workbooks.workbook import Entry, Paper, Table
from shuangda_desktop.papers.wording import due_on_paper, duties, item
from shuangda_desktop.plan.model import Measure, Plan, Section, above
from shuangda_desktop.tasks.columns.column import Value
from shuangda_desktop.tasks.dividing.chapters import parting
from shuangda_desktop.tasks.rows import TaskRow

COLUMNS = (
    PaperColumn("序号", 3, exact=True),
    PaperColumn("上级条目", 8),
    PaperColumn("上级方案原文", 24),
    PaperColumn("本市任务", 24),
    PaperColumn("承担单位", 14, least=LEAST),
    PaperColumn("完成时限", DUE_WIDTH, exact=True),
    PaperColumn("说明", 8),
)
LOOKS = [CENTRED if column.exact else PLAIN for column in COLUMNS]
OPEN = Look(indent=1, fill="FFF0CC")  # what the clerk still has to say
SAME = "同上"
NO_REASON = "\u3014请说明没有任务的理由\u3015"
MERGED = "多条合并为一项任务"
NOTHING = "上级方案中没有措施"


@dataclass(frozen=True, slots=True)
class _Clause:
    """A measure of the higher plan and the tasks that carry it out."""

    number: int
    measure: Measure
    chapter: str
    heading: str
    rows: tuple[TaskRow, ...]

    @property
    def is_divided(self) -> bool:
        """Whether a task carries it out."""
        return any(_descends(row) for row in self.rows)


def write_comparison(
    plan: Plan, rows: Sequence[TaskRow], path: Path, heading: Heading, paper: Paper = Paper.A3
) -> tuple[str, ...]:
    """Write 逐条对照表 of one plan; ``rows`` hold its dropped tasks too.

    Returns sentences about what could not be written as it was, and about clauses without a reason.
    """
    table, clauses = Table(heading, COLUMNS, paper), _clauses(plan, rows)
    for chapter, run in groupby(clauses, key=lambda clause: clause.chapter):
        if chapter:
            table.add_band(chapter, BAND)
        for clause in run:
            _add(table, clause)
    table.add_band(_sum(clauses), CENTRED, keeps_next=False)
    table.save(path)
    return table.notes.sentences


def _clauses(plan: Plan, rows: Sequence[TaskRow]) -> list[_Clause]:
    parts = parting(plan)
    return [
        _Clause(
            number,
            measure,
            *_headings(plan, measure.section, parts),
            tuple(row for row in rows if measure.key in row.keys),
        )
        for number, measure in enumerate(plan.measures, 1)
    ]


def _headings(plan: Plan, index: int | None, parts: frozenset[int]) -> tuple[str, str]:
    """The chapter of a measure (or the part of a long one) and its own item; one may be the other's only name."""
    path = list(above(plan, index))
    tops = [at for at in path if at in parts or plan.sections[at].level == 1]
    item = path[0] if path and path[0] not in tops else None
    return (
        _named(plan.sections[tops[0]]) if tops else "",
        _named(plan.sections[item]) if item is not None else "",
    )


def _named(section: Section) -> str:
    mark = "" if section.label.endswith((")", "\uff09")) else {1: "、"}.get(section.level, ".")
    return f"{section.label}{mark}{section.heading}"


def _add(table: Table, clause: _Clause) -> None:
    source = f"{clause.measure.text}{clause.measure.clause or ''}"
    for at, (told, explained) in enumerate(_lines(clause)):
        first = (clause.heading, source) if at == 0 else ("", SAME)
        values: list[Value] = [clause.number, *first, *told, explained]
        looks = [*LOOKS[:-1], OPEN if explained == NO_REASON else PLAIN]
        table.add([Entry(value, look) for value, look in zip(values, looks, strict=True)])
    if _is_open(clause):
        table.notes.add(
            f"第{clause.number}条“{clause.measure.text[:12]}…”没有任务\uff0c也没有说明理由。"
        )


def _lines(clause: _Clause) -> Iterator[tuple[tuple[str, str, str], str]]:
    """For each task of a clause what it says, by whom and until when; then what is to be explained."""
    if not clause.rows:
        yield ("", "", ""), NO_REASON
    for row in clause.rows:
        if _descends(row):
            yield (
                (item(row), "\n".join(duties(row)), due_on_paper(row)),
                MERGED if len(row.keys) > 1 else "",
            )
        else:
            yield ("", "", ""), _why_not(row)


def _is_open(clause: _Clause) -> bool:
    """Whether nobody has said why it has no task."""
    return not clause.is_divided and NO_REASON in [why for _, why in _lines(clause)]


def _descends(row: TaskRow) -> bool:
    return row.applicable and not row.dropped_reason


def _why_not(row: TaskRow) -> str:
    if row.dropped_reason:
        return f"不分解\uff1a{row.dropped_reason}"
    return f"拟不分解\uff1a{row.reason}" if row.reason else NO_REASON


def _sum(clauses: Sequence[_Clause]) -> str:
    if not clauses:
        return NOTHING
    divided = sum(clause.is_divided for clause in clauses)
    open_ones = sum(map(_is_open, clauses))
    return (
        f"上级方案措施{len(clauses)}条\uff1a已分解{divided}条\uff0c"
        f"说明理由不分解{len(clauses) - divided - open_ones}条\uff0c"
        f"没有任务且没有说明理由{open_ones}条。"
    )
