"""Columns of those who handle a task, beside columns of helpers."""

import pytest

from shuangda_desktop.plan.structure.lines import lines_of
from shuangda_desktop.plan.tables.columns import columns_of


@pytest.mark.parametrize(
    ("header", "kinds"),
    [
        ("任务 承办单位 协办单位 承办人", "task lead cooperating unknown"),
        ("任务 承办部门 协办部门 承办时限", "task lead cooperating unknown"),
        ("任务 牵头单位 承办单位 协办单位", "task lead responsible cooperating"),
        ("任务 承办单位 配合单位", "task responsible cooperating"),
    ],
)
def test_only_units_that_handle_a_task_lead_beside_helpers(header, kinds):
    cells = [lines_of(name)[0] for name in header.split()]
    assert " ".join(columns_of(cells)) == kinds
