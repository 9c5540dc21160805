"""Issuing, the reason that is asked for at the foot, version against version."""

import pytest
from PySide6.QtCore import Qt

from gui.divided import divide
from shuangda_desktop.errors import RuleError
from shuangda_desktop.gui import ask
from shuangda_desktop.gui.models.version_rows import state_words, version_columns, version_rows
from shuangda_desktop.gui.pages.split.page import SplitPage
from shuangda_desktop.services.dividing import splitting, versioning
from shuangda_desktop.store.versions import load_adjustments, load_versions


@pytest.fixture
def page(desk, store, now, qtbot):
    ids = divide(desk)
    splitting.accept(store, ids, now)
    shown = desk.show(SplitPage, qtbot)
    shown.resize(1200, 700)
    return shown


@pytest.fixture
def issued(page):
    page.views.switch.choose("versions")
    page.views.versions.number.setText("云双打办〔2026〕9号")
    page.views.versions.issue.click()
    return page


def adjusted(store):
    return load_adjustments(store, 1)


def change(page, title="改过的标题"):
    page.task_actions.edit_cell(page.bench.model.rows[0], "title", title)


def test_issuing_keeps_the_version_and_says_what_follows(issued, store, desk):
    (version,) = load_versions(store, 1)
    assert (version.name, version.note) == ("印发稿第1版", "云双打办〔2026〕9号")
    assert "以后的修改记为调整。其中1项没有牵头单位" in desk.said[-1]
    assert issued.remains.left_over.text() == "已印发第1版"
    assert issued.views.versions.number.text() == ""
    assert issued.views.versions.words.isHidden()


def test_a_draft_with_proposals_is_not_issued(desk, store, qtbot):
    divide(desk)
    page = desk.show(SplitPage, qtbot)
    page.views.switch.choose("versions")
    with pytest.raises(RuleError, match="没有确认"):
        page.views.versions.issue_now()
    assert not page.views.versions.words.isHidden()


def test_a_change_asks_for_its_reason_at_the_foot_and_lets_one_go_on(issued, store, qtbot):
    bar = issued.reasons
    assert bar.isHidden()
    issued.views.switch.choose("divide")
    issued.bench.table.setFocus()
    change(issued)
    assert not bar.isHidden()
    assert issued.bench.table.hasFocus()
    assert bar.what.text() == "印发后调整：1 改过的标题 任务没有理由"
    change(issued, "又改了一次")
    assert len(adjusted(store)) == 1
    qtbot.keyClicks(bar.line, "ABC")
    qtbot.keyClick(bar.line, Qt.Key.Key_Return)
    assert adjusted(store)[0].reason == "ABC"
    assert bar.isHidden()
    assert store.undo_label == "填写1处调整的理由"


def test_an_older_reason_is_offered_again(issued, store):
    change(issued)
    issued.reasons.line.setText("上级要求")
    issued.reasons.keep.click()
    change(issued, "第三个标题")
    assert issued.reasons.line.text() == "上级要求"
    issued.reasons.keep.click()
    assert not adjusted(store)[0].is_pending


def test_nothing_typed_puts_the_cursor_there(issued):
    change(issued)
    issued.reasons.line.clear()
    issued.reasons.keep.click()
    assert issued.reasons.line.hasFocus()


def test_the_count_leads_to_the_list_where_each_gets_its_reason(issued, store, qtbot):
    change(issued)
    issued.bench.table.choose(issued.bench.model.index(0, 0))
    issued.task_actions.edit_cell(issued.bench.model.rows[0], "due", "9月30日")
    assert "等2处没有理由" in issued.reasons.what.text()
    issued.reasons.what.click()
    view = issued.views.versions
    assert issued.views.switch.current() == "versions"
    assert view.tabs.tabText(0) == "此后调整 2"
    view.adjustments.setData(view.adjustments.index(0, 7), "按上级要求改名")
    assert [one.is_pending for one in adjusted(store)] == [False, True]
    view.adjusted.selectAll()
    view.reason.setText("统一说明")
    view.give_reason()
    assert {one.reason for one in adjusted(store)} == {"统一说明"}


def test_versions_are_compared_both_ways(issued, store, now, desk):
    change(issued)
    versioning.issue(store, 1, now)
    view = issued.views.versions
    view.table.choose(view.model.index(0, 0))
    assert view.changes.rowCount() == 0
    view.other.setCurrentIndex(view.other.findText("印发稿第1版"))
    assert [(c.before, c.after) for _, c in view.changes.rows] == [("查清全市网店", "改过的标题")]
    view.table.choose(view.model.index(1, 0))
    view.other.setCurrentIndex(view.other.findText("印发稿第2版"))
    assert view.changes.rowCount() == 1
    view.other.setCurrentIndex(view.other.findText("印发稿第1版"))
    assert view.changes.rowCount() == 0


def test_a_document_number_is_written_into_the_table(issued, store):
    view = issued.views.versions
    view.model.setData(view.model.index(0, 2), "云双打办〔2026〕10号")
    assert load_versions(store, 1)[0].note == "云双打办〔2026〕10号"


@pytest.mark.parametrize("name", ["write_adjustments", "write_comparison"])
def test_the_tables_are_written(issued, desk, qtbot, tmp_path, monkeypatch, name):
    change(issued)
    monkeypatch.setattr(ask, "save_file", lambda *_: tmp_path / "表.xlsx")
    getattr(issued.views.versions, name)()
    qtbot.waitUntil(lambda: "已写出" in desk.said[-1])
    assert (tmp_path / "表.xlsx").exists()


def test_a_failed_writing_offers_another_place(issued, desk, qtbot, tmp_path, monkeypatch):
    places = iter([tmp_path / "没有" / "表.xlsx", tmp_path / "表.xlsx"])
    monkeypatch.setattr(ask, "save_file", lambda *_: next(places))
    monkeypatch.setattr(ask, "choose", lambda _, text, answers: answers[0])
    issued.views.versions.write_adjustments()
    qtbot.waitUntil(lambda: "已写出" in desk.said[-1])
    assert (tmp_path / "表.xlsx").exists()


def test_a_writing_that_fails_while_the_window_closes_is_only_told(
    issued, jobs, tmp_path, monkeypatch
):
    told = []
    monkeypatch.setattr(ask, "save_file", lambda *_: tmp_path / "没有" / "表.xlsx")
    monkeypatch.setattr(ask, "choose", lambda *_: pytest.fail("nothing can be done any more"))
    monkeypatch.setattr(ask, "tell", lambda _, text: told.append(text))
    issued.views.versions.write_adjustments()
    jobs.close()
    jobs.call_back()
    (words,) = told
    assert words.startswith("“表.xlsx”没有写出")


def test_the_rows_of_versions_tell_what_is_open(issued, store):
    change(issued)
    rows = version_rows(load_versions(store, 1), adjusted(store))
    texts = [column.text(rows[0]) for column in version_columns()]
    assert texts[0] == "印发稿第1版"
    assert texts[3] == "1处，1处无理由"
    assert len(texts[4]) == 8
    assert issued.views.versions.model.data(
        issued.views.versions.model.index(0, 4), Qt.ItemDataRole.ToolTipRole
    ).startswith("SHA-256")
    assert state_words(load_versions(store, 1), (), adjusted(store)) == "已印发第1版，此后调整1处"
    assert state_words((), (), ()) == ""
