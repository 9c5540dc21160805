import pytest

from shuangda_desktop.text.rules.marks import doubt_points, drop_doubled_marks
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
            # a list goes on, or a clause begins
            ("食品、药品、,农资等商品", "食品、药品、农资等商品"),
            ("食品,、药品、农资等商品", "食品、药品、农资等商品"),
            (
                "食品、化妆品、,对经营者逐家建立检查的台账,随时更新",
                "食品、化妆品,对经营者逐家建立检查的台账,随时更新",
            ),
            (
                "加强对网络交易平台的监督,、落实经营者的主体责任。",
                "加强对网络交易平台的监督,落实经营者的主体责任。",
            ),
            (
                "食品、药品,、各种网络销售的化妆品和日用百货商品的抽检",
                "食品、药品、各种网络销售的化妆品和日用百货商品的抽检",
            ),
            ("甲,、", "甲,"),
            # a pause before the end of a sentence
            ("开展检查,。另外", "开展检查。另外"),
            ("农药、;种子", "农药;种子"),
            # left alone
            ("完成。,另外", "完成。,另外"),
            ("完成。;另外", "完成。;另外"),
            ("完成;、另外", "完成;、另外"),
            ("等等。。。", "等等。。。"),
            ("甲,乙、丙;丁。", "甲,乙、丙;丁。"),
            ("真的??", "真的??"),
            ("“甲”、“乙”", "“甲”、“乙”"),
        ]
    ),
)
def test_a_mark_that_was_doubled_stands_once(before, after):
    assert applied(drop_doubled_marks, before) == after


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("(一)整治农资.检查门店", [7]),
        ("(一)整治农资\uff0e检查门店", [7]),
        ("一.整治农资\n十二.检查3.5万家.\n网址www.例.cn", []),
    ],
)
def test_a_point_between_two_han_is_left_to_the_clerk(text, places):
    doubts = list(doubt_points(text))
    assert [doubt.span.start for doubt in doubts] == places
    assert all(doubt.candidates == ("\u3002", "\u3001") for doubt in doubts)
