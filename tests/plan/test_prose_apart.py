"""A comma between a unit and what it does; what is founded or listed before one is no unit."""

import pytest

from plan.telling import told
from shuangda_desktop.plan.duties.prose import read_prose
from shuangda_desktop.text.punctuation import narrow


@pytest.mark.parametrize(
    ("sentence", "duties"),
    [
        ("市公安局、市商务局,负责查办大案。", "responsible 市公安局, 市商务局"),
        ("市商务局,具体负责统计货源。", "responsible 市商务局"),
        ("市商务局,根据市场需求,提出建议。", "responsible 市商务局"),
        ("将全市负责生产的企业列为重点。", ""),
        ("领导小组办公室设在市商务局,具体负责日常工作。", ""),
        ("领导小组下设办公室,负责统筹协调。", ""),
        ("组建市食品检测中心,负责集市抽检。", ""),
        ("将云县市场监管局负责市场检查。", "responsible 将云县市场监管局"),
    ],
)
def test_a_unit_stands_apart_from_what_it_does(sentence, duties, width):
    assert told(read_prose(narrow(width(sentence)))) == duties
