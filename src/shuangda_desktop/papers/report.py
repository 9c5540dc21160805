"""月报, 季报, 半年报, 年报: the period in the plan's own order with the units' words under each task."""

import re
from collections.abc import Iterator

from shuangda_desktop.papers.model import (
    Annex,
    Block,
    Dress,
    Grid,
    Paper,
    PaperColumn,
    Paragraph,
)
from shuangda_desktop.papers.parts import (
    COLON,
    COMMA,
    PAUSE,
    SEMICOLON,
    STOP,
    answering,
    answering_clause,
    bracketed,
    by_place,
    chapter,
    days_late,
    joined,
    listed,
    matter,
    numbers,
    section,
    task_grid,
)
from shuangda_desktop.papers.wording import day_words, item, numbered
from shuangda_desktop.tasks.periods import PeriodKind
from shuangda_desktop.tasks.progress import percent_words
from shuangda_desktop.tasks.reporting import Amount, Report, TaskReport
from shuangda_desktop.tasks.results import Way

KEY = "report"
THIS = {
    PeriodKind.WEEK: "本周",
    PeriodKind.MONTH: "本月",
    PeriodKind.QUARTER: "本季度",
    PeriodKind.HALF_YEAR: "本半年",
    PeriodKind.YEAR: "本年",
}
TOGETHER = {Way.SUM: "合计", Way.LAST: "最近一期"}
LATE, SILENT, SUMS = "逾期任务清单", "未报送单位清单", "量化指标汇总表"
_ENDED = re.compile("[\uff0c\uff1b\uff1a\u3002\u3001\uff01\uff1f,;:.!?]$")


def periodic_report(report: Report, city: str, office: str, recipients: str = "") -> Paper:
    """The whole report; the lists behind its numbers are its annexes."""
    blocks = joined(
        (
            _state(report),
            _changes(report),
            _by_task(report),
            _sums(report),
            _troubles(report),
            _next_steps(report),
        )
    )
    title = f"{city}{report.period.label}打击侵权假冒工作任务进展情况报告"
    return Paper(
        KEY, title, office, blocks, tuple(lists_behind(report)), Dress(recipients=recipients)
    )


def lists_behind(report: Report) -> Iterator[Annex]:
    """The lists that the numbers count."""
    if report.amounts:
        yield Annex(SUMS, (_sum_grid(report),), lying=True)
    if report.late:
        yield Annex(LATE, (late_grid(report),))
    if report.silent:
        yield Annex(SILENT, (silent_grid(report),))


def late_grid(report: Report) -> Grid:
    """Tasks whose deadline has passed."""
    words = [days_late(one.row, report.made_on) for one in report.late]
    return task_grid(report.late, PaperColumn("逾期情况", 6, exact=True), words)


def silent_grid(report: Report) -> Grid:
    """Units that did not report, and on what."""
    columns = (
        PaperColumn("序号", 3, exact=True),
        PaperColumn("单位", 10, least=7),
        PaperColumn("未报送的任务", 20, least=10),
        PaperColumn("项数", 3, exact=True),
    )
    rows = tuple(
        (str(n), unit, numbers(tasks, several=report.several), str(len(tasks)))
        for n, (unit, tasks) in enumerate(report.silent, 1)
    )
    return Grid(columns, rows)


def state_sentence(report: Report) -> str:
    """How the tasks stand, in numbers."""
    states = COMMA.join(f"{word}{len(tasks)}项" for word, tasks in report.states if tasks)
    late = f"\uff1b其中逾期未完成{len(report.late)}项" if report.late else "\uff0c没有逾期任务"
    return (
        f"截至{day_words(report.made_on)}\uff0c全市{report.period.year}年打击侵权假冒工作"
        f"{len(report.tasks)}项任务中\uff0c{states or '没有任务'}{late}。{mean_sentence(report)}"
    )


def mean_sentence(report: Report) -> str:
    """How far the tasks are on the average, and how many say nothing about it."""
    if report.percent is None:
        return "各项任务都没有报完成率。"
    left = f"\uff08{len(report.unstated)}项没有报完成率\uff0c不计\uff09" if report.unstated else ""
    return f"平均完成率{report.percent}%{left}。"


def returns_sentence(report: Report) -> str:
    """Who reported, in numbers."""
    this, said = THIS[report.period.kind], sum(len(one.words) for one in report.tasks)
    silent = (
        f"\uff0c{len(report.silent)}个单位有任务没有报送"
        if report.silent
        else "\uff0c各单位都已报送"
    )
    if nothing := len(report.nothing_new):
        silent = f"\uff0c{'另有' if said else ''}{nothing}个单位零报告或无变化{silent}"
    if not said:
        return f"{this}没有收到进展{silent}。"
    earlier = sum(one.earlier for one in report.tasks)
    last = f"\uff08同一单位、同一任务只写最近一次的\uff0c共{said}条\uff09" if earlier else ""
    return f"{this}收到{len(report.reporting)}个单位报送的进展{said + earlier}条{last}{silent}。"


def _state(report: Report) -> Iterator[Block]:
    yield chapter(1, "总体情况")
    yield Paragraph(state_sentence(report) + returns_sentence(report))


def _changes(report: Report) -> Iterator[Block]:
    yield chapter(2, f"与{report.period.previous().label}相比的变化")
    told = (
        ("新完成", report.finished),
        ("有新进展", report.moved),
        ("新增逾期", report.newly_late),
    )
    sentences = [
        f"{word}{len(tasks)}项{listed(tasks, several=report.several)}"
        for word, tasks in told
        if tasks
    ]
    yield Paragraph((SEMICOLON.join(sentences) or "任务状态没有变化") + STOP)


def _by_task(report: Report) -> Iterator[Block]:
    yield chapter(3, "各项任务进展")
    plans = {one.row.plan_title for one in report.tasks}
    for number, (plan, name, tasks) in enumerate(by_place(report.tasks), 1):
        heading = name or f"《{plan}》"
        more = f"《{plan}》" if name and len(plans) > 1 else ""
        yield section(number, heading + bracketed(more))
        for one in tasks:
            yield from _of_task(one, report)


def _of_task(one: TaskReport, report: Report) -> Iterator[Block]:
    yield Paragraph(item(one.row), clause=answering_clause(one.row))
    for entry in one.words:
        note = told_in_one(entry.note).rstrip(STOP) or "没有文字说明"
        when = bracketed(f"{day_words(entry.on)}报\uff0c{_percent(entry.percent)}")
        yield Paragraph(f"{note}{when}。", head=f"{entry.unit}{COLON}")
    if one.silent:
        yield Paragraph(f"{PAUSE.join(one.silent)}{THIS[report.period.kind]}没有报送。")


def _percent(percent: int | None) -> str:
    return percent_words(percent) if percent is None else f"完成率{percent}%"


def _sums(report: Report) -> Iterator[Block]:
    yield chapter(4, "量化指标完成情况")
    if not report.amounts:
        yield Paragraph(f"{THIS[report.period.kind]}没有单位报送量化指标的完成数。")
    for amount in report.amounts:
        yield Paragraph(_amount_sentence(amount))


def _amount_sentence(amount: Amount) -> str:
    reached = "已达到" if amount.reached else "尚未达到"
    return (
        f"目标“{amount.target}”\uff1a{_total(amount)}{bracketed(_parts(amount))}\uff0c{reached}。"
    )


def _total(amount: Amount) -> str:
    return f"{TOGETHER[amount.way]}{amount.total}"


def _parts(amount: Amount) -> str:
    return PAUSE.join(f"{unit}{text}" for unit, text in amount.parts)


def _sum_grid(report: Report) -> Grid:
    names = {o.row.task_id: numbered(o.row.number, matter(o.row)) for o in report.tasks}
    columns = (
        PaperColumn("任务", 12, least=8),
        PaperColumn("目标", 14, least=8),
        PaperColumn("完成数", 7, exact=True),
        PaperColumn("各单位报送数", 20, least=10),
        PaperColumn("是否达到", 5, exact=True),
    )
    rows = tuple(
        (
            names[amount.task_id],
            amount.target,
            amount.total,
            _parts(amount),
            "是" if amount.reached else "否",
        )
        for amount in report.amounts
    )
    return Grid(columns, rows)


def _troubles(report: Report) -> Iterator[Block]:
    yield chapter(5, "存在问题")
    if report.late:
        units = PAUSE.join(dict.fromkeys(answering(one.row) for one in report.late))
        yield Paragraph(
            f"逾期未完成任务{len(report.late)}项\uff0c涉及{units or '尚未确定的单位'}"
            f"{bracketed('见' + LATE)}{listed(report.late, several=report.several)}。"
        )
    if report.silent:
        names = PAUSE.join(unit for unit, _ in report.silent)
        yield Paragraph(f"没有按时报送进展的单位{len(report.silent)}个{COLON}{names}。")
    if not report.late and not report.silent:
        yield Paragraph("没有逾期任务\uff0c各单位都按时报送了进展。")


def _next_steps(report: Report) -> Iterator[Block]:
    yield chapter(6, "下一步工作")
    following = report.period.next()
    if report.due_next:
        yield Paragraph(
            f"{following.label}到期任务{len(report.due_next)}项"
            f"{listed(report.due_next, several=report.several)}。"
            "请牵头单位倒排时间\uff0c确保按时完成。"
        )
    yield Paragraph(
        "对逾期任务逐项督办\uff0c对没有报送的单位逐家催报\uff0c继续做好任务调度和信息报送工作。"
        if report.late or report.silent
        else "继续做好任务调度和信息报送工作\uff0c推动各项任务按时完成。"
    )


def told_in_one(note: str) -> str:
    """A unit's words as one paragraph: a line that does not end a clause is ended where the next begins."""
    lines = [line.strip() for line in note.splitlines() if line.strip()]
    ended = [line if _ENDED.search(line) else line + SEMICOLON for line in lines[:-1]]
    return "".join([*ended, *lines[-1:]])
