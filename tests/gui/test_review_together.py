"""Doubtful spots of the same words are answered by one key, seen before and undone at once."""

import pytest
from PySide6.QtCore import Qt

from gui.test_review_spots import RAW, SHIFT, press, shown, turn_to

THREE = "".join(f"({n})管好{n}号码头。查验货物,围绕著{n}类商品。(省公安厅负责)\n" for n in "五六七")


@pytest.fixture
def fourfold(desk, qtbot):
    last = next(line for line in RAW.splitlines(keepends=True) if line.startswith("(四)"))
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


TABLE = """云泽省2026年打击侵权假冒工作任务分工表
序号    工作任务              牵头单位          完成时限
1       检查网店              省市场监管局      6月底前
2       检查农资店            省农业农村厅      7月底前
"""


def test_a_row_of_a_table_is_taken_back_and_made_again_as_one(desk, qtbot):
    page = shown(desk, qtbot, TABLE)
    bench, whole = page.bench, page.stored.plan.measures
    for row in range(3):
        bench.repair.next.click()
        assert bench.repair.words.whole.endswith("撤回和重新修复都是整行一起")
        assert TABLE.count("\n", 0, bench.repair.in_hand().span.start) == row + 1
    bench.repair.undo.click()
    qtbot.waitUntil(lambda: not page.work.answers.count())
    assert page.stored.plan.measures == whole[:1]
    bench.source.place_chosen.emit(TABLE.index("  7月"))
    assert bench.repair.undo.text() == "重新修复"
    bench.repair.undo.click()
    qtbot.waitUntil(lambda: not page.work.answers.count())
    assert page.stored.plan.measures == whole
