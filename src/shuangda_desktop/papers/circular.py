"""通报: how the tasks of each unit stand, who is late, who did not report.

Ranking and scores are off unless the office asks for them: they invite units to report well rather
than to work well. The rule is printed below the table.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from shuangda_desktop.papers.model import Block, Dress, Grid, Paper, PaperColumn, Paragraph
from shuangda_desktop.papers.parts import COLON, PAUSE, chapter, joined
from shuangda_desktop.papers.report import lists_behind, returns_sentence, state_sentence
from shuangda_desktop.tasks.progress import percent_words
from shuangda_desktop.tasks.reporting import Report
from shuangda_desktop.tasks.unit_figures import ALL, UnitFigures, figures_by_unit, state_columns

KEY = "circular"
LATE_POINTS, SILENT_POINTS = 5, 2
RULE = (
    f"计分办法\uff1a得分为平均完成率\uff0c每有1项任务逾期减{LATE_POINTS}分\uff0c"
    f"每有1项任务没有报送减{SILENT_POINTS}分\uff0c最低0分\uff0c都没有报完成率的也是0分\uff1b得分相同的名次相同。"
)
_NUMBER = 3  # characters


def _number(title: str) -> PaperColumn:
    """A narrow column; a longer title stands in two lines of its own making."""
    half = len(title) // 2
    broken = title if len(title) <= _NUMBER else f"{title[:half]}\n{title[half:]}"
    return PaperColumn(broken, _NUMBER, exact=True)


FIRST = (
    PaperColumn("序号", 2, exact=True),
    PaperColumn("单位", 8, least=7),
    _number("承担任务"),
)
LAST = (_number("逾期"), _number("未报送"), _number("平均完成率"))
SCORED = (PaperColumn("得分", 2, exact=True), PaperColumn("名次", 2, exact=True))


@dataclass(frozen=True, slots=True)
class UnitState:
    """One line of the table; ``silent`` counts the tasks that it did not report on."""

    figures: UnitFigures
    silent: int

    @property
    def score(self) -> int:
        """Points by RULE."""
        lost = LATE_POINTS * self.figures.late + SILENT_POINTS * self.silent
        return max(0, (self.figures.percent or 0) - lost)


def state_circular(
    report: Report, city: str, office: str, recipients: str = "", *, ranked: bool = False
) -> Paper:
    """The whole circular."""
    states = unit_states(report)
    blocks = joined((_state(report), _units(states, ranked), _named(report), _demands(report)))
    title = f"关于{report.period.label}{city}打击侵权假冒工作任务进展情况的通报"
    annexes = tuple(lists_behind(report))
    return Paper(KEY, title, office, blocks, annexes, Dress(recipients=recipients))


def unit_states(report: Report) -> tuple[UnitState, ...]:
    """How each unit that leads or answers for a task stands."""
    silent = {unit: len(tasks) for unit, tasks in report.silent}
    figures = figures_by_unit([one.row for one in report.tasks], report.made_on)
    return tuple(
        UnitState(one, silent.get(one.unit, 0))
        for one in figures
        if one.unit != ALL and one.lead + one.responsible
    )


def _state(report: Report) -> Iterator[Block]:
    yield chapter(1, "总体情况")
    yield Paragraph(state_sentence(report) + returns_sentence(report))


def _units(states: tuple[UnitState, ...], ranked: bool) -> Iterator[Block]:
    yield chapter(2, "各单位任务进展情况")
    figures = [one.figures for one in states]
    columns = (*FIRST, *(_number(c.title) for c in state_columns(figures)), *LAST)
    if ranked:
        ordered = sorted(states, key=lambda one: -one.score)
        places = [1 + sum(o.score > one.score for o in ordered) for one in ordered]
        rows = [
            (*_row(n, one, figures), str(one.score), str(place))
            for n, (one, place) in enumerate(zip(ordered, places, strict=True), 1)
        ]
        yield Grid((*columns, *SCORED), tuple(rows))
        yield Paragraph(RULE)
    else:
        yield Grid(columns, tuple(_row(n, one, figures) for n, one in enumerate(states, 1)))


def _row(number: int, one: UnitState, all_units: Sequence[UnitFigures]) -> tuple[str, ...]:
    figures = one.figures
    states = [column.text(figures) for column in state_columns(all_units)]
    tasks, late, silent = figures.lead + figures.responsible, figures.late, one.silent
    return (
        str(number),
        figures.unit,
        str(tasks),
        *states,
        str(late),
        str(silent),
        percent_words(figures.percent),
    )


def _named(report: Report) -> Iterator[Block]:
    yield chapter(3, "需要引起重视的问题")
    late = [one for one in unit_states(report) if one.figures.late]
    if late:
        names = PAUSE.join(f"{o.figures.unit}{o.figures.late}项" for o in late)
        yield Paragraph(f"有逾期未完成任务的单位{len(late)}个{COLON}{names}。")
    if report.silent:
        names = PAUSE.join(f"{unit}{len(tasks)}项" for unit, tasks in report.silent)
        yield Paragraph(f"有任务没有报送进展的单位{len(report.silent)}个{COLON}{names}。")
    if not late and not report.silent:
        yield Paragraph("没有单位逾期\uff0c各单位都按时报送了进展。")


def _demands(report: Report) -> Iterator[Block]:
    yield chapter(4, "工作要求")
    if report.late:
        yield Paragraph(
            "有逾期任务的单位要查明原因\uff0c明确责任人和新的完成时间\uff0c尽快补齐进度。"
        )
    if report.silent:
        yield Paragraph("没有报送进展的单位要立即补报\uff0c确实没有进展的也要报告情况。")
    yield Paragraph(
        "各单位要对照任务分工\uff0c按完成时限倒排进度\uff0c主动衔接配合单位\uff0c按时报送工作进展。"
    )
