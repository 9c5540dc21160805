"""How sites of sample papers end a paper is no part of it."""

import pytest

from shuangda_desktop.text.rules.web_junk import remove_web_junk
from text.rules import applied, both_widths

PAPER = "云溪市护溪工作要点\n一、加强巡查\n(一)开展巡堤。(市水务局负责)\n(二)年底前完成\n"


@pytest.mark.parametrize(
    "line",
    [
        "(全文完)",
        "\u2014\u2014完\u2014\u2014",
        "--- 完 ---",
        "本文来源:示例范文网,如有侵权请联系删除",
        "以上内容来自网络,如有侵权,请及时告知",
    ],
)
def test_the_end_of_a_sample_paper_is_removed(line):
    for junk, _ in both_widths([(line + "\n", "")]):
        assert applied(remove_web_junk, PAPER + junk) == PAPER


@pytest.mark.parametrize(
    "line",
    [
        "推荐文章:各区12月底前推荐征文10篇,由市司法局汇总",
        "相关资讯:每月编发简报1期,报市双打办",
        "猜你喜欢:组织开展评选活动10场",
        "本文来源于市双打办,各单位要抓好落实",
        "督促网站公示如有侵权及时告知权利人的制度,6月底前完成",
    ],
)
def test_what_a_plan_may_say_is_kept(line):
    for kept, _ in both_widths([(line + "\n", "")]):
        assert applied(remove_web_junk, PAPER + kept) == PAPER + kept


def test_a_word_that_is_alone_on_its_line_is_kept():
    assert applied(remove_web_junk, PAPER + "完\n成\n") == PAPER + "完\n成\n"


def test_the_foot_of_a_page_goes_though_its_last_line_is_a_sentence():
    raw = (
        "云溪市工作要点\n一、查处假货\n1.查处假酒。(市公安局负责)\n附件下载\n云溪市工作要点(定稿).pdf\n"
        "扫一扫在手机上查看当前页面\n政策文件\n相关链接\n使用帮助 | 联系我们 | 隐私保护 | 本站矩阵 | 关于我们 |\n"
        "版权所有:云溪市人民政府网站\n为确保最佳浏览效果,建议您使用新版的浏览器。\n"
    )
    assert applied(remove_web_junk, raw).endswith("(市公安局负责)\n")


def test_a_file_named_below_a_measure_and_a_row_of_kinds_stay():
    raw = "云溪市工作要点\n一、查处假货\n1.查处假酒。(市公安局负责)\n填报表.xls\n种子 | 农药 | 化肥 | 农膜\n"
    assert applied(remove_web_junk, raw) == raw
