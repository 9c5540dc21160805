"""Rules are seen, corrected, added, rested, removed, given and taken."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QLineEdit, QPushButton

from shuangda_desktop.errors import RuleError
from shuangda_desktop.gui import ask
from shuangda_desktop.gui.pages.rules_page import RulesPage
from shuangda_desktop.services.reading import importing, teaching
from shuangda_desktop.text.taught import Lesson, TaughtRule

RAW = "云溪市2026年工作要点\n一、整治网络。(市场局牵头,市公安局配合)\n"
NAME = TaughtRule(Lesson.NAME, "市场局", "市市场监督管理局")
CHROME = TaughtRule(Lesson.CHROME, "网站首页")


@pytest.fixture
def page(desk, qtbot):
    store, now = desk.context.store, desk.context.now()
    for rule in (NAME, CHROME):
        teaching.teach(store, rule, now)
    draft = importing.read_pasted(RAW, "要点", teaching.active_rules(store))
    importing.keep_plan(store, draft, now)
    return desk.show(RulesPage, qtbot)


def rules(desk):
    return [kept.rule for kept in teaching.load_rules(desk.context.store)]


def cells(page):
    model = page.model
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_rules_say_what_they_mean_and_when_they_were_used(page):
    assert cells(page) == [
        ["单位的别称", "市场局", "市市场监督管理局", "启用", "1 份来文 1 处", "2026-03-16"],
        ["页面文字", "网站首页", "", "启用", "还没有用过", "2026-03-16"],
    ]
    assert page.count.text() == "2 条\uff0c其中 1 条用过"


def test_without_rules_the_page_says_where_they_come_from(desk, qtbot):
    page = desk.show(RulesPage, qtbot)
    assert page.stack.currentWidget() is page.empty
    page.land()
    assert page.empty.button.findChild(QShortcut).key().toString() == "Ctrl+N"
    ways = [made.text() for made in page.empty.findChildren(QPushButton)]
    assert ways == ["添加规则\u2026", "读入别的单位给的规则\u2026"]  # both by Tab
    page.switch_rules()
    page.remove_rules()
    page.use_rule()
    assert desk.said[-1].startswith("已导入的来文里没有这些字")


def test_f2_opens_the_words_wherever_the_keyboard_stands_in_the_row(page, qtbot):
    page.land()
    assert page.table.currentIndex().column() == 0  # the kind, which is not typed
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    (line,) = page.table.viewport().findChildren(QLineEdit)
    assert line.text() == NAME.words


def test_rules_are_found_by_their_words(page):
    page.search_field.setText("首页")
    page.show_rules()
    assert [row[1] for row in cells(page)] == ["网站首页"]
    page.search()


def test_a_cell_is_corrected_and_undone(page, desk):
    page.model.setData(page.model.index(0, 2), "市市场监管局")
    page.model.setData(page.model.index(0, 1), "市监局")
    assert rules(desk)[0] == TaughtRule(Lesson.NAME, "市监局", "市市场监管局")
    assert desk.said[-1] == "已更正规则“市监局”。下次读取来文时照办。"
    desk.context.store.undo()
    assert rules(desk)[0].words == "市场局"


def test_only_what_has_a_meaning_has_one_to_correct(page):
    editable = Qt.ItemFlag.ItemIsEditable
    flags = [[bool(page.model.index(r, c).flags() & editable) for c in range(4)] for r in range(2)]
    assert flags == [[False, True, True, False], [False, True, False, False]]


def test_words_that_cannot_be_followed_are_refused(page, desk):
    with pytest.raises(RuleError):
        page.model.setData(page.model.index(0, 1), " ")
    assert rules(desk)[0] == NAME


@pytest.mark.parametrize(
    ("answers", "lines", "rule"),
    [
        ([0], ["发改委", "市发展改革委"], TaughtRule(Lesson.NAME, "发改委", "市发展改革委")),
        ([1], ["小分队"], TaughtRule(Lesson.UNIT, "小分队")),
        ([3, 1], ["承办股室"], TaughtRule(Lesson.ROLE, "承办股室", "责任单位")),
        ([None], [], None),
        ([0], [None], None),
        ([0], ["发改委", None], None),
        ([3, None], ["承办股室"], None),
    ],
)
def test_a_rule_is_added_by_a_few_answers(page, desk, monkeypatch, answers, lines, rule):
    monkeypatch.setattr(ask, "one_of", lambda *_: answers.pop(0))
    monkeypatch.setattr(ask, "line", lambda *_: lines.pop(0))
    monkeypatch.setattr(ask, "unit", lambda *_: lines.pop(0))
    before = [kept.rule for kept in page.chosen()]
    page.add.trigger()
    assert rules(desk)[2:] == ([rule] if rule else [])
    chosen = [kept.rule for kept in page.chosen()]
    assert chosen == ([rule] if rule else before)  # what comes next is about the new one


def test_in_a_small_window_the_words_are_read_rather_than_the_day(page):
    page.resize(830, 420)
    shown = [column.key for at, column in enumerate(page.model.columns) if not hidden(page, at)]
    assert shown == ["lesson", "words", "meaning", "state", "used"]
    assert page.table.columnWidth(1) > page.table.columnWidth(2)


def hidden(page, at):
    return page.table.isColumnHidden(at)


def test_rules_rest_and_are_followed_again(page, desk):
    page.table.selectAll()
    page.switch.trigger()
    assert [kept.active for kept in teaching.load_rules(desk.context.store)] == [False, False]
    assert page.switch.text() == "启用"
    page.switch.trigger()
    assert [kept.active for kept in teaching.load_rules(desk.context.store)] == [True, True]


def test_the_keys_go_with_the_list(page, desk):
    page.land()
    page.table.selectAll()
    page.remove.trigger()
    assert page.empty.button.hasFocus()
    desk.context.store.undo()
    assert page.table.hasFocus()


def test_rules_are_removed_and_come_back(page, desk):
    page.table.selectAll()
    page.remove.trigger()
    assert rules(desk) == []
    desk.context.store.undo()
    assert rules(desk) == [NAME, CHROME]


def test_after_a_removal_the_next_rule_is_chosen_and_readings_follow_it_no_more(page, desk):
    teaching.teach(desk.context.store, TaughtRule(Lesson.CHROME, "打印本页"), desk.context.now())
    page.table.choose(page.model.index(1, 0))
    page.remove.trigger()
    assert [kept.rule.words for kept in page.chosen()] == ["打印本页"]
    assert desk.said[-1].endswith("下次读取来文时不再照办。")
    page.switch.trigger()
    assert desk.said[-1] == "已停用规则“打印本页”。下次读取来文时不再照办。"
    page.switch.trigger()
    assert desk.said[-1] == "已启用规则“打印本页”。下次读取来文时照办。"


def test_what_a_word_means_is_asked_with_the_word(page, monkeypatch):
    asked = []
    monkeypatch.setattr(ask, "one_of", lambda *words: asked.append(words[2]) or 0)
    monkeypatch.setattr(ask, "line", lambda *_: "工商部门")
    monkeypatch.setattr(ask, "unit", lambda *words: asked.append(words[2]))
    page.add.trigger()
    assert asked == ["教什么", "“工商部门”是哪个单位"]


def test_a_refused_cell_leaves_the_keys_with_the_table(page, qtbot):
    page.table.setFocus()
    page.table.edit_column("words")
    line = page.table.findChild(QLineEdit)
    line.setText(" ")
    with qtbot.capture_exceptions() as told:
        qtbot.keyClick(line, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: len(told) == 1)
    assert isinstance(told[0][1], RuleError)
    assert page.table.hasFocus()


def test_a_rule_is_offered_to_a_plan_that_is_here(page, desk, monkeypatch):
    asked = []
    monkeypatch.setattr(ask, "one_of", lambda *words: asked.append(words[-1]) or 0)
    page.table.choose(page.model.index(0, 0))
    page.use.trigger()
    assert asked == [["1. 云溪市2026年工作要点"]]
    assert desk.opened == [("review", {"plan_id": 1, "do": "reread"})]
    monkeypatch.setattr(ask, "one_of", lambda *_: None)
    page.use.trigger()
    assert len(desk.opened) == 1


def test_rules_are_written_and_read(page, desk, monkeypatch, tmp_path):
    path = tmp_path / "规则.json"
    monkeypatch.setattr(ask, "save_file", lambda *_: path)
    page.give.trigger()
    assert desk.said[-1] == f"已导出 2 条规则到\u201c{path}\u201d。"
    page.table.choose(page.model.index(0, 0))
    page.remove.trigger()
    monkeypatch.setattr(ask, "open_files", lambda *_: [path])
    page.take.trigger()
    assert desk.said[-1] == "读入了 1 条规则\uff0c1 条本来就有。"
    monkeypatch.setattr(ask, "save_file", lambda *_: None)
    page.give.trigger()
    assert len(rules(desk)) == 2


def test_the_counterparts_that_are_remembered_are_one_click_away(page, desk):
    page.pairs.click()
    assert desk.opened[-1] == ("units", {"view": "pairs"})
