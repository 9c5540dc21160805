"""The units in a cell of a table, one in a line or in parts."""

import pytest


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("区住房城乡\u2028建设局", ["区住房城乡建设局"]),
        ("城关乡\u2028东风乡", ["城关乡", "东风乡"]),
        ("区公安局\u2028区商务局", ["区公安局", "区商务局"]),
        ("区公安局、\u2028区商务局", ["区公安局", "区商务局"]),
    ],
)
def test_the_lines_of_a_cell_are_names_or_parts_of_one(plan_of, cell, names):
    plan = plan_of(f"分工表\n序号\t任务\t责任单位\n1\t核查\t{cell}\n2\t查处\t区商务局")
    assert [duty.unit for duty in plan.measures[0].duties] == names
