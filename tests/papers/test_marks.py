"""Punctuation of official documents, where typed texts usually miss it."""

import pytest

from exports.sample import OFFICE, tasks
from shuangda_desktop.papers.marks import in_house_marks, paper_in_house_marks
from shuangda_desktop.papers.model import Annex, Grid, Paper, PaperColumn, Paragraph, TaskTable


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("落实《甲》、《乙》、《丙》", "落实《甲》《乙》《丙》"),
        ("“甲”、“乙”和丙", "“甲”“乙”和丙"),
        ("《甲》(示发1号)、《乙》", "《甲》\uff08示发1号\uff09、《乙》"),
        ('开展"护航"行动', "开展“护航”行动"),
        ('型号"ABC-1"产品', '型号"ABC-1"产品'),
        ("重点--农村市场", "重点\u2014\u2014农村市场"),
        ("重点\u2014农村市场", "重点\u2014\u2014农村市场"),
        ("重点\u2014\u2014农村市场", "重点\u2014\u2014农村市场"),
        ("2017-2018年,抽查1-2家", "2017-2018年\uff0c抽查1-2家"),
        ("食品...等", "食品\u2026\u2026等"),
        ("食品\u2026\u2026等", "食品\u2026\u2026等"),
        ("3.5万元", "3.5万元"),
        ("甲、乙、丙", "甲、乙、丙"),
        ("甲", "甲"),
    ],
)
def test_marks_are_those_of_the_standard(typed, printed):
    assert in_house_marks(typed) == printed
    assert in_house_marks(printed) == printed


def test_every_text_of_a_paper_is_set_in_them():
    grid = Grid((PaperColumn("甲", 3),), (('"甲"',),))
    rows = tuple(row for row in tasks())
    annex = Annex('"表"', (grid, TaskTable(rows)))
    made = paper_in_house_marks(
        Paper("x", '"题"', OFFICE, (Paragraph('"甲"', head='"乙"', clause='"丙"'),), (annex,))
    )
    assert made.title == "“题”"
    assert made.blocks == (Paragraph("“甲”", head="“乙”", clause="“丙”"),)
    assert made.annexes[0].title == "“表”"
    assert made.annexes[0].blocks[0].rows == (("“甲”",),)
    assert (
        made.annexes[0].blocks[1].rows[0].text.startswith("对农资批发市场和乡镇门店开展排查\uff0c")
    )
