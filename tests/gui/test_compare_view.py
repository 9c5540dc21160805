"""两文对照: the plan beside another of its year, or beside last year's."""

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from gui.divided import set_up_city
from shuangda_desktop.gui.models.compare_rows import counted, kind_word
from shuangda_desktop.gui.models.division import read_division
from shuangda_desktop.gui.pages.split.compare_view import EMPTY, CompareView
from shuangda_desktop.gui.pages.split.page import SplitPage
from shuangda_desktop.services.dividing import splitting
from shuangda_desktop.services.dividing.comparing import Beside
from shuangda_desktop.services.dividing.ordering import tasks_of
from shuangda_desktop.services.reading import importing

SEEDS = "春耕前后检查种子、农药、化肥经营门店\uff0c抽检不合格的一律下架。"
AGAIN = "春耕、秋种前后检查种子、农药、化肥经营门店\uff0c不合格的下架并公布。"
NET = "督促网络交易平台核验经营者身份\uff0c反复售假的店铺依法关停。"
OIL = "抽查加油站汽柴油质量\uff0c全年不少于三百批次。"


def paper(title, *measures):
    lines = [
        f"{title}",
        "一、重点任务",
        *(f"{words}\uff08{who}负责\uff09" for words, who in measures),
    ]
    return "\n".join(lines)


PROVINCE = paper("云泽省2026年打击侵权假冒工作要点", (SEEDS, "省农业农村厅"), (OIL, "省商务厅"))
NATIONAL = paper("2026年全国打击侵权假冒工作要点", (AGAIN, "农业农村部"), (NET, "公安部"))
LAST = paper("云泽省2025年打击侵权假冒工作要点", (SEEDS, "省公安厅"), (NET, "省公安厅"))


@pytest.fixture
def keep(desk):
    def _keep(text, name):
        store, now = desk.context.store, desk.context.now()
        plan_id = importing.keep_plan(store, importing.read_pasted(text, name), now)
        splitting.divide(store, plan_id, now)
        return plan_id

    set_up_city(desk)
    return _keep


@pytest.fixture
def view(desk, keep, qtbot):
    """The province's plan, with nothing to lay beside it yet."""
    made = CompareView(desk.context)
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.plan_id = keep(PROVINCE, "省")
    show(made, desk)
    made.show()
    return made


def show(view, desk):
    view.show_division(read_division(desk.context.store, view.plan_id))


def shown(view):
    return [kind_word(line, view.beside) for line in view.model.rows]


def choose(view, place):
    view.table.choose(view.model.index(place, 0))


def test_without_another_plan_it_says_what_it_is_for(view):
    assert view.words.text() == EMPTY
    assert view.table.isHidden()
    assert view.other.isHidden()


def test_plans_of_a_year_are_laid_side_by_side_and_joined(view, desk, keep):
    QAbstractItemModelTester(view.model)
    national = keep(NATIONAL, "国家")
    show(view, desk)
    assert shown(view) == ["\u2248 同一件事", "只在本文", "只在对方"]
    assert view.words.text() == "\u2248 同一件事 1 \u00b7 只在本文 1 \u00b7 只在对方 1"
    choose(view, 0)
    assert view.this_text.toPlainText().startswith(SEEDS)
    assert view.other_text.toPlainText().startswith(AGAIN)
    marked = [m.cursor.selectedText() for m in view.this_text.extraSelections()]
    assert "抽检" in marked
    assert view.join.isEnabled()
    assert not view.carry.isVisible()
    view.join.trigger()
    assert desk.said[-1] == "已把对方第1项并入本文第1项。"
    show(view, desk)
    assert shown(view)[0] == "已合为一项"
    assert not view.join.isEnabled()
    assert len(tasks_of(desk.context.store, national)) == 1


def test_all_alike_are_joined_at_once(view, desk, keep):
    keep(NATIONAL, "国家")
    show(view, desk)
    view.join_all.trigger()
    assert desk.said[-1] == "已把1项相同的任务合为一项。"
    show(view, desk)
    assert not view.join_all.isEnabled()
    desk.context.store.undo()
    show(view, desk)
    assert view.join_all.isEnabled()


def test_last_years_plan_tells_what_became_of_it_and_its_tasks_are_carried_over(view, desk, keep):
    keep(LAST, "去年")
    show(view, desk)
    assert view.beside is Beside.LAST_YEAR
    assert shown(view) == ["= 相同", "\uff0b 新增", "\u2212 未再提出"]
    assert counted(view.model.rows, view.beside).endswith("去年没有办结的任务 2")
    assert not view.join.isVisible()
    choose(view, 1)
    assert not view.carry.isEnabled()
    choose(view, 2)
    assert view.this_text.toPlainText() == "\u2014"
    view.carry.trigger()
    assert desk.said[-1] == "已结转1项任务\uff0c都是拟定的\uff0c请逐项确认。"
    assert len(tasks_of(desk.context.store, view.plan_id)) == 3


def test_tasks_that_are_carried_beside_one_of_this_year_are_counted(view, desk, keep):
    keep(LAST, "去年")
    show(view, desk)
    both = [line for line in view.model.rows if line.unfinished]
    view.table.selectAll()
    view.carry.trigger()
    beside = sum(len(line.unfinished) for line in both if line.ours)
    assert beside > 0
    assert desk.said[-1] == (
        f"已结转{sum(len(line.unfinished) for line in both)}项任务，都是拟定的，请逐项确认。"
        f"其中{beside}项本文已经有任务，重复的请合并。"
    )


def test_the_chosen_plan_stays_chosen(view, desk, keep):
    keep(NATIONAL, "国家")
    keep(LAST, "去年")
    show(view, desk)
    assert [view.other.itemText(n)[:2] for n in range(2)] == ["同年", "去年"]
    view.other.setCurrentIndex(1)
    assert view.model.columns[2].title == "去年来文"
    show(view, desk)
    assert view.other.currentIndex() == 1
    view.land()


def test_tasks_are_told_by_number_lead_and_state(view, desk, keep):
    national = keep(NATIONAL, "国家")
    task = tasks_of(desk.context.store, national)[0]
    splitting.drop_tasks(desk.context.store, [task.id], "由省级办理", desk.context.now())
    show(view, desk)
    line = view.model.rows[0]
    assert view.model.columns[3].text(line).startswith("1 市农业农村局 ")
    assert view.model.columns[4].text(line) == "不适用"


def test_on_the_page_it_is_one_of_the_views(desk, keep, qtbot):
    plan_id = keep(PROVINCE, "省")
    keep(NATIONAL, "国家")
    page = desk.show(SplitPage, qtbot)
    page.go(plan_id=plan_id, view="beside")
    assert page.views.stack.currentWidget() is page.views.beside
    assert page.views.beside.model.rowCount() == 3
    page.views.beside.join_all.trigger()
    assert kind_word(page.views.beside.model.rows[0], Beside.SAME_YEAR) == "已合为一项"


def test_a_broad_measure_is_joined_with_its_parts_one_by_one(view, desk, keep):
    both = keep(paper("2026年全国打击侵权假冒工作要点", (f"{SEEDS}{OIL}", "农业农村部")), "国")
    show(view, desk)
    words = [kind_word(line, Beside.SAME_YEAR) for line in view.model.rows]
    assert sorted(words) == ["≈ 同一件事", "≈ 部分相同"]
    assert "≈ 部分相同 1" in view.words.text()
    for row in range(2):
        view.table.choose(view.model.index(row, 0))
        assert OIL in view.other_text.toPlainText()
        view.join.trigger()
        show(view, desk)
    assert {kind_word(line, Beside.SAME_YEAR) for line in view.model.rows} == {"已合为一项"}
    assert tasks_of(desk.context.store, both) == []
    assert not view.join.isEnabled()
    assert desk.said[-1].startswith("已把对方第")


def test_both_measures_have_the_same_room_in_every_window(view, desk, keep, qtbot):
    keep(NATIONAL, "国")
    show(view, desk)
    for width in (1240, 720):
        view.resize(width, 420)
        qtbot.waitUntil(lambda: view.table.horizontalScrollBar().maximum() == 0)
        assert view.table.columnWidth(1) == view.table.columnWidth(2)


def test_with_nothing_to_lay_beside_the_keys_stay_on_the_switch(desk, keep, qtbot):
    keep(PROVINCE, "省")
    page = desk.show(SplitPage, qtbot)
    qtbot.waitUntil(page.isActiveWindow)
    page.land()
    page.views.switch.choose("beside")
    assert page.views.switch.buttons["beside"].hasFocus()
    page.views.switch.choose("divide")
    assert page.bench.table.hasFocus()
