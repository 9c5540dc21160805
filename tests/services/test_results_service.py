"""Values of targets are kept, corrected and counted."""

from dataclasses import replace

import pytest

from shuangda_desktop.errors import RuleError
from shuangda_desktop.plan.model import Target
from shuangda_desktop.services.dividing import splitting
from shuangda_desktop.services.rounds.asking import asked_units
from shuangda_desktop.services.tracking import results
from shuangda_desktop.store import tasks
from shuangda_desktop.tasks.model import Status
from shuangda_desktop.tasks.periods import PeriodKind, period_of
from shuangda_desktop.tasks.results import Actual, Way

TARGET = Target("检查商店", ">=", 120, "家", "检查商店120家以上")


@pytest.fixture
def task_id(store, task_ids, now):
    with store.step("指标", now):
        task = tasks.load_task(store, task_ids[0])
        tasks.save_task(store, replace(task, targets=(TARGET,)))
    return task_ids[0]


def record(store, task_id, now, value, **more):
    facts = {"target": TARGET.text, "unit": "市公安局", "period": "2026-02", **more}
    return results.record_actual(store, Actual(task_id, value=value, **facts), now)


def test_values_add_up_and_the_result_stands_against_the_target(store, task_id, now):
    record(store, task_id, now, 70)
    record(store, task_id, now, 60, period="2026-03", note="含集镇")
    (result,) = results.load_results(store, task_id)
    assert (result.value, result.reached, result.text) == (130, True, "130家")
    assert (result.values[1].note, result.values[1].recorded_at) == ("含集镇", now)
    assert store.undo_label == "登记任务1“检查商店”的指标"


def test_the_way_of_counting_is_the_clerks(store, task_id, now):
    record(store, task_id, now, 70)
    record(store, task_id, now, 60, period="2026-03")
    results.set_way(store, task_id, TARGET.text, Way.LAST, now)
    label = store.undo_label
    results.set_way(store, task_id, TARGET.text, Way.LAST, now)
    assert store.undo_label == label == "任务1“检查商店”的指标改为取最近一期"
    assert results.load_results(store, task_id)[0].value == 60
    results.set_way(store, task_id, TARGET.text, Way.SUM, now)
    assert results.load_results(store, task_id)[0].value == 130


def test_values_stay_when_the_task_is_written_anew(store, task_id, now):
    record(store, task_id, now, 70)
    splitting.change_task(store, task_id, now, title="检查集镇商店")
    with store.step("指标", now):
        more = replace(TARGET, text="另一项")
        task = tasks.load_task(store, task_id)
        tasks.save_task(store, replace(task, targets=(more, TARGET)))
    assert [r.value for r in results.load_results(store, task_id)] == [None, 70]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"target": "别的"}, "没有“别的”这项指标"),
        ({"unit": "市教育局"}, "不在任务1的单位之中"),
        ({"period": "二月"}, "不是报送期的写法"),
    ],
)
def test_a_wrong_value_is_refused(store, task_id, now, dump, change, said):
    before = dump()
    with pytest.raises(RuleError, match=said):
        record(store, task_id, now, 1, **change)
    assert dump() == before


def test_what_is_typed_is_understood_or_asked(store, task_id):
    task = tasks.load_task(store, task_id)
    assert results.typed_value(task, TARGET.text, "\uff11\uff12\uff10家") == 120
    with pytest.raises(RuleError, match=r"“许多”读不出是多少家.没有登记"):
        results.typed_value(task, TARGET.text, "许多")


def test_a_form_that_comes_back_is_read_as_its_targets_are_counted(store, task_id, now):
    with store.step("下达", now):
        task = tasks.load_task(store, task_id)
        tasks.save_task(store, replace(task, status=Status.ONGOING))
    results.set_way(store, task_id, TARGET.text, Way.LAST, now)
    asks = [
        a for one in asked_units(store, period_of(PeriodKind.MONTH, now.date())) for a in one.asks
    ]
    assert asks
    assert {ask.task_id: dict(ask.ways) for ask in asks}[task_id] == {TARGET.text: Way.LAST}
