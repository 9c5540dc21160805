"""督办台账 on the screen and in cells."""

from datetime import date

import pytest

from exports.sample import task, unit
from shuangda_desktop.plan.model import Role
from shuangda_desktop.tasks.supervision import SupervisionRow, supervision_columns

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
