"""月报 and its relatives: their words, and that every number is the length of a list."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings

from exports.sample import task, unit
from papers.reports import CITY, OFFICE, B, busy, march, quiet, reports
from shuangda_desktop.papers.model import Grid
from shuangda_desktop.papers.report import (
    LATE,
    SILENT,
    SUMS,
    periodic_report,
    returns_sentence,
)
from shuangda_desktop.tasks.model import ProgressEntry
from shuangda_desktop.tasks.periods import parse_key
from shuangda_desktop.tasks.reporting import report_of
from shuangda_desktop.tasks.status import STATUS_WORDS


def words(paper) -> list[str]:
    return [p.words for p in paper.paragraphs]


def grids(paper) -> dict[str, Grid]:
    return {a.title: b for a in paper.annexes for b in a.blocks if isinstance(b, Grid)}


def test_a_busy_month_reads_as_it_was_looked_at():
    paper = periodic_report(busy(), CITY, OFFICE, "市人民政府")
    assert paper.title == "示例市2026年3月打击侵权假冒工作任务进展情况报告"
    assert words(paper) == [
        "一、总体情况",
        "截至2026年4月2日\uff0c全市2026年打击侵权假冒工作5项任务中\uff0c已完成1项\uff0c推进中2项\uff0c未启动1项\uff0c"
        "暂缓1项\uff1b其中逾期未完成1项。平均完成率68%。本月收到2个单位报送的进展3条\uff0c1个单位有任务没有报送。",
        "二、与2026年2月相比的变化",
        "新完成1项\uff1a第1项“推进农资打假”\uff1b有新进展1项\uff1a第2项“管好寄递渠道”\uff1b新增逾期1项\uff1a第3项“清查仓库”。",
        "三、各项任务进展",
        "\uff08一\uff09加强重点领域治理",
        f"1.推进农资打假。{task().text}\uff08牵头单位\uff1a市公安局\uff09",
        "市公安局\uff1a全部完成\uff082026年3月9日报\uff0c完成率100%\uff09。",
        f"2.管好寄递渠道。{task().text}\uff08牵头单位\uff1a市商务局\uff09",
        "市商务局\uff1a没有文字说明\uff082026年3月10日报\uff0c完成率40%\uff09。",
        "市公安局\uff1a配合检查\uff082026年3月11日报\uff0c完成率10%\uff09。",
        f"3.清查仓库。{task().text}\uff08责任单位\uff1a市司法局\uff09",
        "市司法局本月没有报送。",
        "\uff08二\uff09健全机制",
        f"4.培训。{task().text}",
        "\uff08三\uff09加强重点领域治理",
        "5.公开案件。\uff08牵头单位\uff1a市司法局\uff09",
        "市司法局本月没有报送。",
        "四、量化指标完成情况",
        "目标“办结率达到95%”\uff1a最近一期96.5%\uff08市公安局96.5%\uff09\uff0c已达到。",
        "目标“检查网点不少于50家”\uff1a合计42.5家\uff08市商务局40家、市公安局2.5家\uff09\uff0c尚未达到。",
        "五、存在问题",
        "逾期未完成任务1项\uff0c涉及市司法局\uff08见逾期任务清单\uff09\uff1a第3项“清查仓库”。",
        "没有按时报送进展的单位1个\uff1a市司法局。",
        "六、下一步工作",
        "2026年4月到期任务1项\uff1a第2项“管好寄递渠道”。请牵头单位倒排时间\uff0c确保按时完成。",
        "对逾期任务逐项督办\uff0c对没有报送的单位逐家催报\uff0c继续做好任务调度和信息报送工作。",
    ]


def test_the_lists_behind_the_numbers_are_annexes():
    found = grids(periodic_report(busy(), CITY, OFFICE))
    assert list(found) == [SUMS, LATE, SILENT]
    assert found[LATE].rows == (("3", "清查仓库", "市司法局", "2026年3月20日前", "逾期13天"),)
    assert found[SILENT].rows == (("1", "市司法局", "第3项、第5项", "2"),)
    assert found[SUMS].rows[1] == (
        "2.管好寄递渠道",
        "检查网点不少于50家",
        "42.5家",
        "市商务局40家、市公安局2.5家",
        "否",
    )


def test_a_quiet_month_says_so_and_has_no_annex():
    paper = periodic_report(quiet(), CITY, OFFICE)
    said = "".join(words(paper))
    for sentence in (
        "没有逾期任务",
        "任务状态没有变化",
        "各单位都已报送",
        "没有单位报送量化指标",
        "推动各项任务按时完成",
    ):
        assert sentence in said
    assert paper.annexes == ()


def test_a_month_without_tasks_is_a_report_too():
    assert "0项任务中\uff0c没有任务" in "".join(words(periodic_report(march(), CITY, OFFICE)))


def test_tasks_of_two_plans_are_told_apart():
    rows = (
        task(1),
        task(2, plan_title="示例市民生实事", chapter=""),
        task(3, plan_title="另一方案"),
    )
    said = words(periodic_report(march(*rows), CITY, OFFICE))
    assert "\uff08一\uff09加强重点领域治理\uff08《示例省2026年工作要点》\uff09" in said
    assert "\uff08二\uff09《示例市民生实事》" in said


def test_of_too_many_tasks_only_the_count_is_told():
    rows = [task(n, due_on=date(2026, 3, 1), units=()) for n in range(1, 26)]
    said = "".join(words(periodic_report(march(*rows), CITY, OFFICE)))
    assert "新增逾期25项。" in said
    assert "\uff08见逾期任务清单\uff09。" in said


def test_many_tasks_are_named_by_their_numbers():
    rows = [task(n, due_on=date(2026, 3, 1), units=()) for n in range(1, 9)]
    said = "".join(words(periodic_report(march(*rows), CITY, OFFICE)))
    assert "新增逾期8项\uff1a第1项、第2项、第3项、第4项、第5项、第6项、第7项、第8项" in said
    assert "涉及尚未确定的单位" in said


def test_numbers_of_several_plans_name_their_plan():
    rows = [task(n, due_on=date(2026, 3, 1), units=(unit("市公安局"),)) for n in range(1, 6)]
    rows += [replace(row, plan_id=2, plan_title="另一方案") for row in rows[:2]]
    paper = periodic_report(march(*rows), CITY, OFFICE)
    named = "《示例省2026年工作要点》第1项、第2项、第3项、第4项、第5项、《另一方案》第1项、第2项"
    assert f"新增逾期7项\uff1a{named}" in "".join(words(paper))
    assert grids(paper)[SILENT].rows == (("1", "市公安局", named, "7"),)


@pytest.mark.parametrize(
    ("key", "this"),
    [
        ("2026-03", "本月"),
        ("2026-Q1", "本季度"),
        ("2026-H1", "本半年"),
        ("2026", "本年"),
        ("2026-W12", "本周"),
    ],
)
def test_every_kind_of_period_has_its_words(key, this):
    report = replace(busy(), period=parse_key(key))
    assert this in "".join(words(periodic_report(report, CITY, OFFICE)))


WORDS = {"已完成", "已退回", *STATUS_WORDS.values()}


@settings(max_examples=60)
@given(reports())
def test_every_number_equals_the_list_behind_it(report):
    paper = periodic_report(report, CITY, OFFICE)
    said = "".join(words(paper))
    tables = grids(paper)
    late = tables[LATE].rows if LATE in tables else ()
    silent = tables[SILENT].rows if SILENT in tables else ()

    def number(pattern: str) -> int:
        return sum(int(n) for n in re.findall(pattern, said))

    assert number("其中逾期未完成(\\d+)项") == number("逾期未完成任务(\\d+)项") == len(late)
    assert number("(\\d+)个单位有任务没有报送") == len(silent)
    assert number("没有按时报送进展的单位(\\d+)个") == len(silent)
    assert [int(row[3]) for row in silent] == [row[2].count("第") for row in silent]
    in_states = sum(number(f"{w}(\\d+)项") for w in WORDS)
    assert in_states == number("打击侵权假冒工作(\\d+)项任务") == len(report.tasks)
    replaced = sum(one.earlier for one in report.tasks)
    assert number("报送的进展(\\d+)条") == said.count("日报\uff0c完成率") + replaced
    assert {row[1] for row in silent} == {
        name
        for names in re.findall("([甲乙丙局、]+)本月没有报送。", said)
        for name in names.split("、")
    }


def test_the_words_of_a_unit_are_one_paragraph():
    entry = ProgressEntry(
        2, B, date(2026, 3, 10), 40, "检查30家\uff0c\n立案2件\n\n 移送1件。\n抽检合格率97%。"
    )
    row = task(2, units=(unit(B),))
    words = [p.words for p in periodic_report(march(row, entries=[entry]), CITY, OFFICE).paragraphs]
    told = "检查30家\uff0c立案2件\uff1b移送1件。抽检合格率97%\uff08"
    assert any(told in line for line in words)
    assert not any("\n" in line for line in words)


def test_a_unit_that_said_something_else_is_not_counted_as_one_of_a_zero_report():
    rows = (task(1, units=(unit(B), unit("市公安局"))),)
    log = {1: [ProgressEntry(1, B, date(2026, 3, 10), 40, "检查30家。")]}
    report = report_of(rows, log, parse_key("2026-Q1"), date(2026, 4, 2), (), {B, "市公安局"})
    assert report.nothing_new == ("市公安局",)
    told = "收到1个单位报送的进展1条\uff0c另有1个单位零报告或无变化\uff0c各单位都已报送"
    assert told in returns_sentence(report)
    nobody = report_of(rows, {}, parse_key("2026-Q1"), date(2026, 4, 2), (), {B})
    assert "没有收到进展\uff0c1个单位零报告或无变化" in returns_sentence(nobody)


def test_reports_that_later_ones_replaced_are_counted_too():
    one, *others = busy().tasks
    report = replace(busy(), tasks=(replace(one, earlier=2), *others))
    said = returns_sentence(report)
    assert "报送的进展5条\uff08同一单位、同一任务只写最近一次的\uff0c共3条\uff09" in said
    assert "最近一次" not in returns_sentence(busy())
