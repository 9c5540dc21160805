"""Extensions: in time, with a reason, and only once approved."""

from dataclasses import replace
from datetime import date

import pytest

from shuangda_desktop.errors import RuleError
from shuangda_desktop.services.dividing import splitting, versioning
from shuangda_desktop.services.tracking import extending, tracking
from shuangda_desktop.store import moves, tasks, versions
from shuangda_desktop.tasks.life import MoveKind
from shuangda_desktop.tasks.model import Basis, Status

UNTIL, WHO = date(2026, 9, 30), "市公安局"


def ask(store, task_id, now, **more):
    facts = {"until": UNTIL, "reason": "案件需省外协查", "who": WHO, **more}
    extending.ask_extension(store, task_id, now=now, **facts)


def log(store, task_id):
    return moves.load_moves(store, [task_id]).get(task_id, ())


def test_asking_is_noted_and_moves_nothing(store, task_ids, now):
    ask(store, task_ids[0], now, on=date(2026, 3, 10))
    (line,) = log(store, task_ids[0])
    assert (line.kind, line.on, line.who) == (MoveKind.ASKED, date(2026, 3, 10), WHO)
    assert (line.due_before, line.due_after) == (date(2026, 6, 30), UNTIL)
    assert tasks.load_task(store, task_ids[0]).due_on == date(2026, 6, 30)
    assert store.undo_label == "任务1“检查商店”申请延期"


def test_an_approved_extension_is_the_new_deadline(store, task_ids, now, dump):
    before = dump()
    ask(store, task_ids[0], now)
    extending.answer_extension(store, task_ids[0], True, "同意", now)
    task = tasks.load_task(store, task_ids[0])
    assert (task.due_on, task.due_basis, task.due_text) == (UNTIL, Basis.DECIDED, "")
    assert [m.kind for m in log(store, task_ids[0])] == [MoveKind.ASKED, MoveKind.APPROVED]
    store.undo()
    store.undo()
    assert dump() == before


def test_an_issued_deadline_is_adjusted_for_the_reason_of_the_extension(store, task_ids, now):
    plan_id = tasks.load_task(store, task_ids[0]).plan_id
    splitting.accept(store, task_ids, now)
    versioning.issue(store, plan_id, now)
    later = now.replace(month=4)
    ask(store, task_ids[0], later)
    extending.answer_extension(store, task_ids[0], True, "同意", later)
    (moved,) = versions.load_adjustments(store, plan_id)
    assert (moved.title, moved.after, moved.is_pending) == ("完成时限", "2026-09-30", False)
    assert moved.reason == "同意延期\uff1a案件需省外协查"


def test_a_refused_extension_leaves_the_old_deadline(store, task_ids, now):
    ask(store, task_ids[0], now)
    extending.answer_extension(store, task_ids[0], False, "理由不充分", now)
    assert tasks.load_task(store, task_ids[0]).due_on == date(2026, 6, 30)
    ask(store, task_ids[0], now)  # and may be asked for again


def test_an_answer_may_come_after_the_old_day(store, task_ids, now):
    ask(store, task_ids[0], now)
    later = now.replace(month=7, day=5)
    extending.answer_extension(store, task_ids[0], True, "", later)
    assert tasks.load_task(store, task_ids[0]).due_on == UNTIL


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"reason": " "}, "要写明理由"),
        ({"until": date(2026, 6, 30)}, "要晚于2026-06-30"),
        ({"on": date(2026, 3, 17)}, "还没有到"),
    ],
)
def test_an_incomplete_request_is_refused(store, task_ids, now, dump, change, said):
    before = dump()
    with pytest.raises(RuleError, match=said):
        ask(store, task_ids[0], now, **change)
    assert dump() == before


def test_after_the_day_it_is_too_late_to_ask(store, task_ids, now):
    with pytest.raises(RuleError, match=r"时限2026-06-30已过.*仍按原时限计算"):
        ask(store, task_ids[0], now.replace(month=7, day=1))


def test_what_does_not_run_or_has_no_day_needs_no_extension(store, task_ids, now):
    with pytest.raises(RuleError, match="没有完成时限"):
        ask(store, task_ids[1], now)
    tracking.set_status(store, task_ids[0], Status.DONE, "", now)
    with pytest.raises(RuleError, match="不在办理之中"):
        ask(store, task_ids[0], now)
    with store.step("不分解", now):
        task = tasks.load_task(store, task_ids[0])
        dropped = replace(task, status=Status.ONGOING, dropped_reason="由省级办理")
        tasks.save_task(store, dropped)
    with pytest.raises(RuleError, match="不在办理之中"):
        ask(store, task_ids[0], now)


def test_one_request_waits_at_a_time(store, task_ids, now):
    ask(store, task_ids[0], now)
    with pytest.raises(RuleError, match="已有一份延期申请等待批复"):
        ask(store, task_ids[0], now)


def test_there_is_nothing_to_answer_where_nobody_asked(store, task_ids, now):
    with pytest.raises(RuleError, match="没有等待批复的延期申请"):
        extending.answer_extension(store, task_ids[0], True, "", now)


def test_an_extension_is_not_refused_without_a_why(store, task_ids, now):
    ask(store, task_ids[0], now)
    with pytest.raises(RuleError, match="不同意延期要写明理由"):
        extending.answer_extension(store, task_ids[0], False, " ", now)
    assert [line.kind for line in log(store, task_ids[0])] == [MoveKind.ASKED]


def test_an_approval_never_moves_a_deadline_back(store, task_ids, now):
    ask(store, task_ids[0], now)
    later = date(2026, 12, 31)
    splitting.change_task(store, task_ids[0], now, due_on=later)
    with pytest.raises(RuleError, match="已经改为2026-12-31"):
        extending.answer_extension(store, task_ids[0], True, "", now)
    assert tasks.load_task(store, task_ids[0]).due_on == later
    extending.answer_extension(store, task_ids[0], False, "已另行调整", now)
    assert tasks.load_task(store, task_ids[0]).due_on == later
