"""Dirt that a recogniser read goes, and marks it took for others come back; tables and titles stay."""

import pytest

from shuangda_desktop.text.punctuation import narrow
from shuangda_desktop.text.rules.specks import remove_specks
from text.rules import applied, both_widths


@pytest.mark.parametrize(
    ("before", "after"),
    both_widths(
        [
            ("检查,检|\n查95座", "检查,检\n查95座"),
            ("检查  |\n查95座", "检查\n查95座"),
            ("一、任务\n|\n.\n检查", "一、任务\n检查"),
            ("〈二)整治窝点", "(二)整治窝点"),
            ("(三〉整治加油车", "(三)整治加油车"),
            ("《三》整治加油车", "(三)整治加油车"),
            ("使用油品。《牵头单位:市交通局)", "使用油品。(牵头单位:市交通局)"),
            ("(牵头单位;市公安局;配合单位:市商务局)", "(牵头单位:市公安局;配合单位:市商务局)"),
            ("(牵头\n单位,市公安局;配合单位:市商务局)", "(牵头\n单位:市公安局;配合单位:市商务局)"),
            ("责任单位;市公安局", "责任单位:市公安局"),
            ("严查重罚。(市商务局、市公安局〉", "严查重罚。(市商务局、市公安局)"),
            ("严查。(由市公安局负责》。", "严查。(由市公安局负责)。"),
            ("市质监局丶市工商局", "市质监局、市工商局"),
            ("市工商局.市安监局)", "市工商局、市安监局)"),
            ("办结率达到1 00%", "办结率达到100%"),
        ]
    ),
)
def test_dirt_goes_and_marks_come_back(before, after):
    assert narrow(applied(remove_specks, before)) == narrow(after)


@pytest.mark.parametrize(
    "text",
    [
        "| 1 | 检查 | 市公安局 |",
        "任务 | 单位",
        "《牵头单位名录》",
        "按照《二十条措施》落实",
        "报各责任单位;市双打办汇总",
        "送牵头单位,由其汇总",
        "查看www.ministry.gov.cn",
        "x<y",
        "牵头单位,配合单位,完成时限",
        "分值1 00分",
        "",
    ],
)
def test_what_is_meant_stays(text):
    assert applied(remove_specks, text) == text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("任务。\n????????? ?示例市政府\n?????? 2031年3月2日", "任务。\n示例市政府\n2031年3月2日"),
        ("2031年3月2日????????", "2031年3月2日"),
        ("任务。\n???\n?\n宣传", "任务。\n\n\n宣传"),
        ("任务。\n??示例\n怎么办???", "任务。\n??示例\n怎么办???"),
    ],
)
def test_blanks_that_became_question_marks_go(before, after):
    assert applied(remove_specks, before) == after
