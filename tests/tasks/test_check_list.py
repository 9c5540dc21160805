"""What is pointed out of a plan's tasks as a whole."""

from dataclasses import replace

import pytest

from shuangda_desktop.plan.model import Severity
from shuangda_desktop.tasks.checks.findings import LookedAt, NewNumbers, NewTasks, NewUnits, OneTask
from shuangda_desktop.tasks.checks.linter import Ground, check
from shuangda_desktop.tasks.model import ALTERED, GONE, NO_MEASURE, Assignment, Status
from tasks.task_samples import COOPERATING, LEAD, STATED, describe, measure, plan, task
from units.invented_city import directory

POLICE = Assignment("市公安局", LEAD, STATED)
WORDS = (
    "春耕前后检查种子、农药、化肥经营门店。",
    "督促网络交易平台核验经营者身份。",
    "抽查加油站汽柴油质量。",
    "清查校园周边盗版教材教辅。",
    "查处仿冒知名商标的行为。",
)


def listed(*numbers, **more):
    return [
        task(
            WORDS[at], (POLICE,), id=at, number=number, measure_key=at, title=WORDS[at][:6], **more
        )
        for at, number in enumerate(numbers)
    ]


def found_in(tasks, source=None, elsewhere=()):
    return list(check(tasks, Ground(directory(), 2026), source, elsewhere))


def test_a_good_list_is_passed_in_silence():
    assert found_in(listed(1, 2, 3, 4)) == []


def test_a_task_whose_measure_is_gone_from_the_source_is_doubted():
    first, second, own = listed(1, 2, 3)
    second = replace(second, measure_key=NO_MEASURE, reason=f"{GONE}；合并")
    own = replace(own, measure_key=NO_MEASURE)  # of the clerk's own: it never had one
    (found,) = found_in([first, second, own])
    assert found.fix.changes == (LookedAt(second.id, GONE),)
    assert (found.code, found.severity, found.number) == ("gone", Severity.DOUBT, 2)
    assert found.message == "来文的新版本里没有这项措施，请核对。"


def test_a_task_whose_measure_the_source_says_otherwise_now_is_doubted():
    first, second = listed(1, 2)
    (found,) = found_in([first, replace(second, reason=ALTERED)])
    assert (found.code, found.severity, found.number) == ("altered", Severity.DOUBT, 2)
    assert found.message == "来文的新版本改动了这项措施\uff0c请对照原句核对任务。"
    assert found.fix.changes == (LookedAt(second.id, ALTERED),)


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ([1, 3, 4], "任务的序号不连续\uff1a缺第2项。"),
        ([1, 2, 2], "任务的序号不连续\uff1a重复第2项。"),
        ([2, 2], "任务的序号不连续\uff1a缺第1项\uff0c重复第2项。"),
        ([0, 1], "任务的序号不是从1开始。"),
    ],
)
def test_gaps_of_the_numbers_are_seen(numbers, words):
    (finding,) = found_in(listed(*numbers, status=Status.DRAFT))
    assert (finding.code, finding.message, finding.task_id) == ("numbers", words, None)
    assert finding.fix.changes == (NewNumbers(),)


def test_tasks_that_were_dropped_hold_no_number():
    first, second = listed(1, 2)
    dropped = task(WORDS[2], (POLICE,), number=-1, dropped_reason="不涉及")
    assert found_in([first, dropped, second]) == []


def test_in_an_issued_list_a_number_may_stay_unused_and_none_is_there_twice():
    def numbers(*given):
        return [f.code for f in found_in(listed(*given, status=Status.ONGOING))]

    assert (numbers(1, 3, 4), numbers(1, 3, 3)) == ([], ["numbers"])


def test_the_same_task_twice_is_seen_at_the_later_one():
    one, two, three = listed(1, 2, 3)
    again = task(one.text + "\n", (POLICE,), id=9, number=4, measure_key=9, title="检查农资")
    (finding,) = found_in([one, two, three, again])
    assert (finding.code, finding.number) == ("same-task", 4)
    assert finding.message == "与第1项\u201c春耕前后检查\u201d内容相同。"
    assert finding.fix.label == "并入第1项"
    assert finding.fix.changes == (OneTask((0, 9)),)


def test_parts_of_one_measure_may_say_the_same():
    parts = [
        task(WORDS[0], (POLICE,), id=n, number=n, title=f"检查农资\uff08{scope}\uff09")
        for n, scope in enumerate("甲乙", 1)
    ]
    assert found_in(parts) == []


def test_texts_of_a_few_words_are_not_compared():
    same = [task("加强宣传。", (POLICE,), id=n, number=n, measure_key=n) for n in (1, 2)]
    assert found_in(same) == []


def test_cooperating_units_out_of_order_are_told_once_for_the_list():
    mixed = [Assignment(name, COOPERATING, STATED) for name in ("甲办", "市商务局", "市司法局")]
    tasks = [
        task(WORDS[n], (POLICE, *mixed[1:]), id=n, number=n + 1, measure_key=n) for n in range(2)
    ]
    (finding,) = found_in(tasks)
    assert (finding.code, finding.severity) == ("protocol", Severity.HINT)
    assert finding.message == "2项任务的配合单位没有按名录的排序排列。"
    assert all(isinstance(change, NewUnits) for change in finding.fix.changes)
    after = finding.fix.changes[0].assignments
    assert describe(after) == "lead: 市公安局; cooperating: 市司法局, 市商务局"


def test_units_that_nobody_knows_come_last():
    mixed = [Assignment(name, COOPERATING, STATED) for name in ("甲乙丙", "市司法局")]
    found = found_in([task(WORDS[0], (POLICE, *mixed), id=1)])
    (order,) = [finding for finding in found if finding.code == "protocol"]
    assert [a.unit for a in order.fix.changes[0].assignments] == ["市公安局", "市司法局", "甲乙丙"]


def test_a_measure_without_task_or_reason_must_be_answered():
    source = plan(*(measure(at, words) for at, words in enumerate(WORDS)))
    first, second = listed(1, 2)
    dropped = task(WORDS[2], (), id=3, number=3, measure_key=2, dropped_reason="不涉及")
    (finding,) = found_in([first, second, dropped], source, elsewhere={3})
    assert (finding.code, finding.severity) == ("uncovered", Severity.ERROR)
    assert finding.message == "来文有1项措施还没有分解\uff1a查处仿冒知名商标的行为。"
    assert finding.fix.changes == (NewTasks(),)


def test_many_measures_without_a_task_are_named_by_the_first():
    source = plan(*(measure(at, words) for at, words in enumerate(WORDS)))
    (finding,) = found_in([], source)
    assert finding.message.endswith(
        "\uff1b督促网络交易平台核验经营者身份\uff1b抽查加油站汽柴油质量等。"
    )


def test_what_must_be_mended_stands_first():
    tasks = [
        task(WORDS[0], (POLICE, Assignment("有关部门", COOPERATING)), id=1),
        task(id=2, number=2),
    ]
    assert [finding.code for finding in found_in(tasks)] == ["no-lead", "unnamed-unit"]
