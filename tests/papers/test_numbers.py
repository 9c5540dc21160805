"""Every number of 通报 and 会议一页纸 is the length of a list: of the tasks themselves, or of an annex."""

import re

from hypothesis import given, settings

from papers.reports import CITY, OFFICE, reports
from shuangda_desktop.papers.circular import state_circular
from shuangda_desktop.papers.model import Grid
from shuangda_desktop.papers.one_page import MOST, one_page
from shuangda_desktop.papers.report import LATE, SILENT
from shuangda_desktop.tasks.model import Status
from shuangda_desktop.tasks.reporting import ANSWERING, DONE_WORD, USUAL_WORDS, reached

WORDS = (DONE_WORD, *USUAL_WORDS)
STATES = {
    "已完成": (Status.DONE, Status.CLOSED),
    "推进中": (Status.ONGOING,),
    "已退回": (Status.RETURNED,),
    "未启动": (Status.NOT_STARTED, Status.DRAFT),
    "长期坚持": (Status.STANDING,),
    "暂缓、转下年": (Status.SUSPENDED, Status.CARRIED),
}
PAUSE, SEMICOLON = "、", "\uff1b"


def rows_of(blocks) -> tuple[tuple[str, ...], ...]:
    """The rows of the first table."""
    return next(block.rows for block in blocks if isinstance(block, Grid))


def annexes(paper) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The lists behind the numbers, by their titles."""
    return {annex.title: rows_of(annex.blocks) for annex in paper.annexes}


def counts(names: str) -> dict[str, int]:
    """甲局2项、乙局1项 as numbers by unit."""
    found = (re.fullmatch("(.+?)(\\d+)项", name) for name in names.split(PAUSE) if name)
    return {one[1]: int(one[2]) for one in found}


def answered(report, unit: str):
    """The tasks that a unit leads or answers for."""
    return [
        one
        for one in report.tasks
        if any(part.unit == unit and part.role in ANSWERING for part in one.row.units)
    ]


@settings(max_examples=60)
@given(reports())
def test_every_number_of_a_circular_equals_the_list_behind_it(report):
    paper = state_circular(report, CITY, OFFICE)
    said, lists = "".join(p.words for p in paper.paragraphs), annexes(paper)
    grid = next(block for block in paper.blocks if isinstance(block, Grid))
    titles = [column.title.replace("\n", "") for column in grid.columns][3:-3]
    table = {row[1]: [int(n) for n in row[2:-1]] for row in grid.rows}
    silent = {row[1]: int(row[3]) for row in lists.get(SILENT, ())}

    assert int(re.search("打击侵权假冒工作(\\d+)项任务", said)[1]) == len(report.tasks)
    late = re.search("其中逾期未完成(\\d+)项", said)
    assert int(late[1] if late else 0) == len(lists.get(LATE, ()))
    for unit, (parts, *states, overdue, unsaid) in table.items():
        tasks = answered(report, unit)
        assert parts == len(tasks)
        assert states == [sum(t.row.status in STATES[word] for t in tasks) for word in titles]
        assert sum(states) == parts
        assert overdue == len([t for t in tasks if t.late])
        assert unsaid == silent.get(unit, 0)
    assert set(silent) <= set(table)
    named = re.search("有任务没有报送进展的单位(\\d+)个\uff1a(.*?)。", said)
    assert (int(named[1]), counts(named[2])) == (len(silent), silent) if named else not silent
    behind = {unit: row[-2] for unit, row in table.items() if row[-2]}
    named = re.search("有逾期未完成任务的单位(\\d+)个\uff1a(.*?)。", said)
    assert (int(named[1]), counts(named[2])) == (len(behind), behind) if named else not behind


@settings(max_examples=60)
@given(reports())
def test_the_mean_is_that_of_the_tasks_that_state_a_percentage(report):
    said = "".join(p.words for p in one_page(report, CITY, OFFICE).paragraphs)
    stated = [reached(t.row) for t in report.tasks if reached(t.row) is not None]
    left = re.search("\uff08(\\d+)项没有报完成率\uff0c不计\uff09", said)
    if report.tasks and not stated:
        assert "各项任务都没有报完成率。" in said
    else:
        assert int(re.search("平均完成率(\\d+)%", said)[1]) == sum(stated) // max(len(stated), 1)
        assert (
            int(left[1] if left else 0) == len(report.tasks) - len(stated) == len(report.unstated)
        )


@settings(max_examples=60)
@given(reports())
def test_every_number_of_the_page_for_the_leader_equals_the_list_behind_it(report):
    paper = one_page(report, CITY, OFFICE)
    said = [p.words for p in paper.paragraphs]
    ((total, done, ongoing, waiting, late, silent),) = (map(int, r) for r in rows_of(paper.blocks))
    others = sum(counts("".join(re.findall("另有(.*?)。", said[0]))).values())
    assert total == len(report.tasks) == done + ongoing + waiting + others
    assert [done, ongoing, waiting] == [len(report.named(word)) for word in WORDS]
    assert silent == len({unit for one in report.tasks for unit in one.silent})
    for heading, tasks in (("本月新完成", report.finished), ("需要推动", report.late)):
        listed = said[said.index(heading) + 1].rstrip("。").split(SEMICOLON)
        if len(tasks) > MOST or len(listed) < len(tasks):
            assert listed[-1] == f"共{len(tasks)}项"
        else:
            assert len(listed) == max(len(tasks), 1)
    assert late == len(report.late)
