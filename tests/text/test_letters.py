"""Letters and strokes for digits are put back where nothing else can stand; the rest is left alone."""

import pytest

from shuangda_desktop.text.mapped import Span
from shuangda_desktop.text.repair import repair
from shuangda_desktop.text.rules.letters import RULE, mend_letters
from shuangda_desktop.text.source import SourceText, blocks_of
from text.rules import applied, both_widths


@pytest.mark.parametrize(
    ("before", "after"),
    both_widths(
        [
            ("云泽市2O25年工作", "云泽市2025年工作"),
            ("抽检l00批次,合格率9O%以上", "抽检100批次,合格率90%以上"),
            ("云市监发〔2O25〕3O号", "云市监发〔2025〕30号"),
            ("云市监发[2O25]l号", "云市监发[2025]l号"),  # a letter alone may be one
            ("3月2I日前", "3月21日前"),
            ("5月lO日前报送", "5月10日前报送"),
            ("ll月底前完成,l月前上报", "11月底前完成,1月前上报"),
            ("一\nl.核查证照\n2.清理摊点", "一\n1.核查证照\n2.清理摊点"),
            ("l0、开展检查", "10、开展检查"),
            # strokes
            ("—、总体要求\n二、任务", "一、总体要求\n二、任务"),
            ("(-)清理\n(=)查处\n(≡)巩固", "(一)清理\n(二)查处\n(三)巩固"),
            ("  ( - )清理", "  ( 一 )清理"),
            # the mark behind a number
            ("3.查处甲\n4·抽检乙\n5,推广丙", "3.查处甲\n4.抽检乙\n5.推广丙"),
            ("1,查处甲\n2、抽检乙", "1.查处甲\n2、抽检乙"),
        ]
    ),
)
def test_what_was_meant_is_put_back(before, after):
    assert applied(mend_letters, before) == after


@pytest.mark.parametrize(
    "text",
    [
        "O2O平台建设",
        "开展O2O批发市场检查",
        "B2B",
        "II类医疗器械",
        "A4纸",
        "IO月饼",  # no month
        "3O月底",
        "Il、乙",
        "lO年",
        "II月报",
        "(-)",
        "(+)清理",
        "合格率(-)2%",
        "3,查处甲",  # nothing counts on from it
        "3,查处甲\n7.抽检乙",
        "1·15专案",
        "规格为5l的桶装水",
        "2O",
    ],
)
def test_what_may_be_meant_is_left_alone(text):
    assert applied(mend_letters, text) == text


def test_a_mended_letter_can_be_undone():
    raw = "9O%的商户"
    source = SourceText(raw, blocks_of(raw), "试", "", "text")
    mended = repair(source)
    assert mended.text == "90%的商户"
    assert [(each.rule, each.span) for each in mended.repairs] == [(RULE, Span(0, 2))]
    assert repair(source, rejected=frozenset({(RULE, 0)})).text == raw
