"""Doubtful spots of the same words are answered by one key, seen before and undone at once."""

import pytest
from PySide6.QtCore import Qt

from gui.test_review_spots import RAW, SHIFT, press, shown, turn_to

THREE = "".join(f"({n})管好{n}号码头。查验货物,围绕著{n}类商品。(省公安厅负责)\n" for n in "五六七")


@pytest.fixture
def fourfold(desk, qtbot):
    last = "(四)管好车站。查验货物。(省铁路办、省民航办)\n"
    return shown(desk, qtbot, RAW.replace(last, last + THREE))


@pytest.mark.parametrize(
    ("key", "answer", "label"),
    [
        (Qt.Key.Key_1, "着", "将“著”改为“着”\uff0c共4处"),
        (Qt.Key.Key_Return, "著", "保留“著”\uff0c共4处"),
    ],
)
def test_spots_of_the_same_words_are_answered_together_and_undone_together(
    fourfold, desk, qtbot, key, answer, label
):
    page = fourfold
    turn_to(page, "“著”")
    assert page.bar.choices.every.text() == "同样的 4 处都照 1 改 Shift+1"
    assert page.bar.alike.text() == "同样的 4 处都保留 Shift+Enter"
    told = "同样的还有 3 处\uff1a“物,围绕著五类商品”、“物,围绕著六类商品”、“物,围绕著七类商品”"
    assert page.bar.message.whole.splitlines()[-1].strip() == told
    left = len(page.queue.doubts)
    press(page, qtbot, key, SHIFT)
    assert desk.said[-1] == f"已{label}。"
    assert len(page.queue.doubts) == left - 4
    assert page.bench.source.toPlainText().count(f"围绕{answer}") == 4
    assert page.queue.proposal().rule == "blanks"  # the next in the document
    desk.context.store.undo()
    assert len(page.queue.doubts) == left
    turn_to(page, "2026111")
    assert not page.bar.choices.every.isVisible()
    press(page, qtbot, Qt.Key.Key_1, SHIFT)
    assert len(page.queue.doubts) == left
