import pytest

from shuangda_desktop.text.marks import drop_doubled_marks
from text.rules import applied, both_widths


@pytest.mark.parametrize(
    ("before", "after"),
    both_widths(
        [
            ("建设强国,,推动发展", "建设强国,推动发展"),
            ("市公安局、,市商务局", "市公安局、市商务局"),
            ("市公安局,、市商务局", "市公安局、市商务局"),
            ("甲、、乙", "甲、乙"),
            ("甲;;乙", "甲;乙"),
            ("完成。。另外", "完成。另外"),
            # left alone
            ("等等。。。", "等等。。。"),
            ("甲,乙、丙;丁。", "甲,乙、丙;丁。"),
            ("真的??", "真的??"),
            ("“甲”、“乙”", "“甲”、“乙”"),
        ]
    ),
)
def test_a_mark_that_was_doubled_stands_once(before, after):
    assert applied(drop_doubled_marks, before) == after
