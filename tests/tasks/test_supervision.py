"""督办台账 on the screen and in cells."""

from datetime import date

import pytest

from exports.sample import task, unit
from shuangda_desktop.plan.model import Role
from shuangda_desktop.tasks.life import Move, MoveKind
from shuangda_desktop.tasks.model import Status
from shuangda_desktop.tasks.status import LightRule
from shuangda_desktop.tasks.supervision import SupervisionRow, supervised, supervision_columns

TODAY = date(2026, 7, 1)
ROW = SupervisionRow(
    task(7),
    "示双打发〔2026〕2号",
    date(2026, 3, 1),
    ("2026-06-20 催办", "2026-06-28 再催"),
    date(2026, 6, 30),
    ("延至2026-09-30",),
)


def column(key):
    return next(c for c in supervision_columns(TODAY) if c.key == key)


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("code", "7"),
        ("source", "示双打发〔2026〕2号"),
        ("units", "牵头\uff1a市农业农村局\n负责\uff1a市市场监管局\n配合\uff1a市公安局"),
        ("assigned", "2026-03-01"),
        ("due", "2026-06-30"),
        ("reminders", "2026-06-20 催办\n2026-06-28 再催"),
        ("handling", "已检查门店120家。"),
        ("closed", "2026-06-30"),
        ("light", "红灯"),
        ("extensions", "延至2026-09-30"),
    ],
)
def test_each_column_says_its_part(key, text):
    assert column(key).text(ROW) == text


def test_days_and_numbers_are_values():
    assert (column("assigned").value(ROW), column("code").value(ROW)) == (date(2026, 3, 1), 7)
    assert column("closed").text(SupervisionRow(task())) == ""


def move(kind, on, before, after, reason="", due=None):
    return Move(7, kind, on, "", reason, before, after, None, due)


ISSUED = move(MoveKind.STATUS, date(2026, 3, 1), Status.DRAFT, Status.NOT_STARTED)
LATER = move(
    MoveKind.APPROVED, date(2026, 6, 2), Status.ONGOING, Status.ONGOING, "汛期", date(2026, 9, 30)
)
CLOSED = move(MoveKind.STATUS, date(2026, 7, 8), Status.DONE, Status.CLOSED)


def test_the_log_of_moves_tells_when_it_was_issued_ended_and_given_more_time():
    row = supervised(task(status=Status.CLOSED), "示发〔2026〕2号", (ISSUED, LATER, CLOSED))
    assert (row.assigned_on, row.closed_on) == (ISSUED.on, CLOSED.on)
    assert row.extensions == ("2026-06-02 同意延期至2026-09-30\uff08汛期\uff09",)


def test_without_moves_a_finished_task_ended_with_its_last_report():
    done = supervised(task(status=Status.DONE), "", ())
    assert (done.assigned_on, done.closed_on) == (None, date(2026, 3, 10))
    assert supervised(task(), "", (ISSUED, CLOSED)).closed_on is None


def test_an_extension_without_a_reason_has_no_bracket():
    asked = move(MoveKind.ASKED, date(2026, 6, 1), Status.ONGOING, Status.ONGOING)
    assert supervised(task(), "", (asked,)).extensions == ("2026-06-01 申请延期",)


def test_lights_are_called_as_the_office_calls_them():
    rule = LightRule(called=("好", "急", "晚", "无"))
    told = next(c for c in supervision_columns(TODAY, rule) if c.key == "light").text(ROW)
    assert told == "晚"


@pytest.mark.parametrize(
    ("title", "text", "matter"),
    [
        ("管好网店。", "查清全市网店。", "管好网店\n查清全市网店。"),
        ("管好网店", "管好网店\uff0c查清底数。", "管好网店\uff0c查清底数。"),
        ("", "查清全市网店。", "查清全市网店。"),
    ],
)
def test_the_matter_says_nothing_twice(title, text, matter):
    row = SupervisionRow(task(title=title, text=text, units=(unit("甲", Role.LEAD),)))
    assert column("matter").text(row) == matter
    assert column("units").text(row) == "牵头\uff1a甲"
