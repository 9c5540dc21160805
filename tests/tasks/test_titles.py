"""Short titles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shuangda_desktop.tasks.dividing.titles import first_phrase, told_once

LONG = "加强电子商务领域知识产权保护与信用体系建设和监督管理"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("检查农资市场。抽查种子。", "检查农资市场"),
        ("检查农资市场\uff0c抽查种子。", "检查农资市场"),
        ("检查农资市场,抽查种子", "检查农资市场"),
        ("检查农资市场", "检查农资市场"),
        ("是的\uff0c检查。", "是的\uff0c检查"),
        ("\uff0c检查农资市场。", "检查农资市场"),
        ("检查", "检查"),
        ("", ""),
        ("  检查农资市场 ", "检查农资市场"),
        ("贯彻\u201c一是\uff0c二是\u201d要求\uff0c抽查。", "贯彻\u201c一是\uff0c二是\u201d要求"),
        ("落实《甲\uff0c乙办法》\uff0c抽查。", "落实《甲\uff0c乙办法》"),
        (LONG + "。", LONG[:23] + "\u2026"),
        (f"认真贯彻落实好上级印发的《{LONG}》。", "认真贯彻落实好上级印发的\u2026"),
        (f"落实《{LONG}》。", f"落实《{LONG[:20]}\u2026》"),
        (f"落实\u201c{LONG}\u201d。", f"落实\u201c{LONG[:20]}\u2026\u201d"),
    ],
)
def test_the_first_phrase_is_the_title(text, title):
    assert first_phrase(text) == title


@given(st.text())
def test_a_title_is_never_long(text):
    assert len(first_phrase(text)) <= 25


@pytest.mark.parametrize(
    ("title", "cell"),
    [
        ("", "检查市场。"), ("检查市场", "检查市场。"), ("检查市场。", "检查市场。"), ("检查\u2026", "检查市场。"),
        ("农资", "农资\n检查市场。"),
    ],
)  # fmt: skip
def test_a_title_that_the_text_begins_with_is_not_said_twice(title, cell):
    assert told_once(title, "检查市场。") == cell
