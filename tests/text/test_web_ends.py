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
        "相关文章:溪畔巡查半年总结 猜你喜欢:溪畔工作汇报",
    ],
)
def test_the_end_of_a_sample_paper_is_removed(line):
    for junk, _ in both_widths([(line + "\n", "")]):
        assert applied(remove_web_junk, PAPER + junk) == PAPER


def test_a_word_that_is_alone_on_its_line_is_kept():
    assert applied(remove_web_junk, PAPER + "完\n成\n") == PAPER + "完\n成\n"
