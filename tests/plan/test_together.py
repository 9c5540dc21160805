"""Who leads where units act together: A会同B负责, and A会同B配合 beside a lead or alone."""

import pytest

from plan.telling import told
from shuangda_desktop.plan.duties.duties import read_clause
from shuangda_desktop.text.punctuation import narrow

TOGETHER = [
    (
        "市公安局负责,市商务局会同各镇配合",
        "responsible 市公安局; cooperating 市商务局, 各镇",
    ),
    (
        "市公安局会同市税务局、市财政局配合",
        "lead 市公安局; cooperating 市税务局, 市财政局",
    ),
    (
        "由市公安局会同市税务局、财政局协助",
        "lead 市公安局; cooperating 市税务局, 市财政局",
    ),
    ("市公安局,会同市税务局配合", "lead 市公安局; cooperating 市税务局"),
    ("各区县会同市公安局参与", "lead 各区县; cooperating 市公安局"),
    (
        "牵头单位:市公安局;配合单位:市商务局商市财政局、市教育局",
        "lead 市公安局; cooperating 市商务局, 市财政局, 市教育局",
    ),
    (
        "牵头单位:市公安局;配合单位:市商务局联同市教育局",
        "lead 市公安局; cooperating 市商务局, 市教育局",
    ),
    (
        "牵头单位:市公安局;配合单位:市商务局会同市教育局",
        "lead 市公安局; cooperating 市商务局, 市教育局",
    ),
    (
        "牵头单位:市公安局会同市商务局;配合单位:市教育局",
        "lead 市公安局; responsible 市商务局; cooperating 市教育局",
    ),
    ("市公安局牵头,市财政局支持和帮助", "lead 市公安局; cooperating 市财政局"),
]


@pytest.mark.parametrize(("clause", "expected"), TOGETHER)
def test_units_that_act_together(clause, expected, width):
    assert told(read_clause(narrow(width(clause))).duties) == expected
