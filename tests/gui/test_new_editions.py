"""A document that is here already, in another edition: asked about, replaced, and told what was done."""

import pytest
from PySide6.QtCore import QTimer

from gui import papers
from gui.test_plans_page import wait
from shuangda_desktop.gui import ask
from shuangda_desktop.gui.pages.plans.page import PlansPage
from shuangda_desktop.plan.model import Decision, DecisionKind
from shuangda_desktop.services.reading import reviewing
from shuangda_desktop.store.plans import load_plan


@pytest.fixture
def page(desk, qtbot):
    return desk.show(PlansPage, qtbot)


@pytest.mark.parametrize(("answer", "kept"), [("以新的替换", 1), ("两份都留下", 2), ("跳过", 1)])
def test_a_new_edition_is_kept_as_the_clerk_says(
    page, file, edition, monkeypatch, qtbot, answer, kept
):
    page.take_files([file])
    wait(page, qtbot)
    asked = []
    monkeypatch.setattr(
        ask, "choose", lambda _, words, ways, leave: asked.append((words, [*ways, leave])) or answer
    )
    page.take_files([edition])
    wait(page, qtbot)
    assert "标题相同" in asked[0][0]
    assert answer in asked[0][1]
    assert len(page.list.model.rows) == kept
    assert (page.list.model.rows[-1].source_name == "修订.txt") is (answer == "以新的替换")


def test_a_replacement_is_called_one_and_tells_what_became_of_the_corrections(
    page, desk, file, edition, monkeypatch, qtbot
):
    page.take_files([file])
    wait(page, qtbot)
    store, now = desk.context.store, desk.context.now()
    (row,) = page.list.model.rows
    key = load_plan(store, row.plan_id).plan.measures[1].key
    for text in ("改一次。", "再改一次。"):
        decision = Decision(DecisionKind.SET_TEXT, key, {"text": text})
        reviewing.decide(store, row.plan_id, decision, now)
    seen = []

    def answer(parent, words, ways, leave):
        seen.append((words, page.progress.text.text(), page.progress.stop.isVisible()))
        return "以新的替换"

    monkeypatch.setattr(ask, "choose", answer)
    page.take_files([edition])
    wait(page, qtbot)
    ((words, progress, can_stop),) = seen
    assert "原来的核对和更正有 1 处照样有效。" in words
    assert progress == "修订.txt 已有一份\uff0c等待选择怎样处理"
    assert not can_stop
    (row,) = page.list.model.rows
    assert desk.said[-1] == (
        f"已用新的一份替换《{papers.TITLE}》\uff1a{row.measures}项措施\uff0c"
        f"{row.open_findings}处待核对\uff1b原来的核对和更正1处照样有效。"
    )
    assert load_plan(store, row.plan_id).plan.measures[1].text == "再改一次。"


def test_closing_the_window_while_editions_are_compared_changes_nothing(
    page, desk, file, edition, monkeypatch, qtbot
):
    page.take_files([file])
    wait(page, qtbot)
    before, asked = page.list.model.rows, []
    monkeypatch.setattr(ask, "choose", lambda *_: asked.append(_) or "以新的替换")
    page.intake.weighed.connect(lambda _: QTimer.singleShot(0, page.stop))
    page.take_files([edition])
    wait(page, qtbot)
    qtbot.wait(50)
    assert (page.list.model.rows, asked) == (before, [])
    assert desk.context.store.undo_label.startswith("导入")
    page.stop()  # nothing runs any more: nothing to give up
    assert not page.progress.isVisible()


def test_several_files_tell_what_came_in_and_what_was_replaced(
    page, desk, file, edition, tmp_path, monkeypatch, qtbot
):
    page.take_files([file])
    wait(page, qtbot)
    monkeypatch.setattr(ask, "choose", lambda *_: "以新的替换")
    other = tmp_path / "二.txt"
    other.write_text(papers.RAW.replace("2026", "2025"), encoding="utf-8")
    page.take_files([edition, other])
    wait(page, qtbot)
    assert desk.said[-1].startswith("已导入1份、替换1份来文\uff1a")
    assert page.report.words.text() == "共 2 份\uff1a导入 1 份\uff0c替换 1 份。"


def test_a_correction_that_comes_in_while_the_clerk_is_asked_is_not_lost(
    page, desk, file, edition, monkeypatch, qtbot
):
    page.take_files([file])
    wait(page, qtbot)
    store, now, asked = desk.context.store, desk.context.now(), []
    plan_id = page.list.model.rows[0].plan_id
    key = load_plan(store, plan_id).plan.measures[1].key

    def answer(parent, words, ways, leave):
        asked.append(words)
        if len(asked) == 1:  # an answer whose reading was on its way
            decision = Decision(DecisionKind.SET_TEXT, key, {"text": "改过。"})
            reviewing.decide(store, plan_id, decision, now)
        return "以新的替换"

    monkeypatch.setattr(ask, "choose", answer)
    page.take_files([edition])
    wait(page, qtbot)
    first, second = asked
    assert "处照样有效" not in first
    assert "有 1 处照样有效" in second
    (row,) = page.list.model.rows
    assert load_plan(store, row.plan_id).plan.measures[1].text == "改过。"
