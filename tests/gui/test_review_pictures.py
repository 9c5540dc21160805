"""The page of a scan beside its text."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QBuffer, Qt
from PySide6.QtGui import QPixmap

from gui import papers
from shuangda_desktop.errors import SourceError
from shuangda_desktop.gui.models.review_tree import Key, Part
from shuangda_desktop.gui.pages.review.page import ReviewPage
from shuangda_desktop.services.reading import drafts, importing
from shuangda_desktop.services.reading.importing import Draft

WEEK = Key(Part.MEASURE, papers.PLAN.measures[2].key)


def png():
    picture = QPixmap(100, 140)
    picture.fill(Qt.GlobalColor.white)
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    return bytes(buffer.data())


@pytest.fixture
def drawn(monkeypatch):
    """The pages that were asked for; page 2 cannot be drawn at first."""
    asked, broken = [], [2]

    def draw(source, number):
        asked.append(number)
        if number in broken:
            broken.remove(number)
            raise SourceError("这一页画不出来。")
        return png()

    monkeypatch.setattr(drafts, "page_picture", draw)
    return asked


def opened(desk, qtbot, source):
    draft = Draft(source, papers.TEXT, papers.PLAN)
    plan_id = importing.keep_plan(desk.context.store, draft, desk.context.now())
    page = desk.show(ReviewPage, qtbot)
    page.go(plan_id=plan_id)
    return page


@pytest.fixture
def page(desk, qtbot, drawn):
    half = papers.RAW.index("二、加强宣传")
    blocks = tuple(
        replace(block, page=1 if block.span.start < half else 2) for block in papers.SOURCE.blocks
    )
    return opened(desk, qtbot, replace(papers.SOURCE, blocks=blocks))


def test_a_document_without_pages_has_none_to_show(desk, qtbot):
    page = opened(desk, qtbot, papers.SOURCE)
    assert not page.pictures.switch.isVisible()
    assert page.pictures.view.isHidden()


@pytest.mark.parametrize(
    ("warning", "shown"), [((), False), (("文字由扫描软件识别\uff0c请核对。",), True)]
)
def test_the_page_of_a_pdf_is_one_key_away_unless_it_was_recognised(
    desk, qtbot, drawn, warning, shown
):
    blocks = tuple(replace(block, page=1) for block in papers.SOURCE.blocks)
    source = replace(papers.SOURCE, blocks=blocks, format="pdf", warnings=warning)
    page = opened(desk, qtbot, source)
    assert page.pictures.switch.isVisible()
    assert page.pictures.view.isVisible() is shown
    page.pictures.switch_view()
    assert page.pictures.view.isVisible() is not shown


def test_the_page_of_the_place_in_hand_is_shown_beside_the_text(page, drawn, qtbot):
    assert page.pictures.view.isVisible()
    qtbot.waitUntil(lambda: not page.pictures.view.label.pixmap().isNull())
    assert page.pictures.view.label.pixmap().width() == page.pictures.view.viewport().width()
    assert page.pictures.view.label.toolTip() == "第 1 页"
    assert drawn == [1]


def test_the_page_follows_and_is_drawn_once(page, drawn, qtbot):
    view = page.pictures.view
    qtbot.waitUntil(lambda: not view.label.pixmap().isNull())
    page.bench.tree.choose(WEEK)
    assert view.label.text() == "正在画第 2 页…"
    qtbot.waitUntil(lambda: view.label.text().startswith("第 2 页的图片画不出来"))
    page.bench.source.place_chosen.emit(0)
    assert not view.label.pixmap().isNull()
    page.bench.tree.choose(WEEK)
    qtbot.waitUntil(lambda: view.label.toolTip() == "第 2 页")
    assert drawn == [1, 2, 2]


def test_f4_gives_the_room_to_the_text(page, qtbot):
    page.bench.tree.setFocus()
    qtbot.keyClick(page.bench.tree, Qt.Key.Key_F4)
    assert page.pictures.view.isHidden()
    page.bench.tree.choose(WEEK)
    qtbot.keyClick(page.bench.tree, Qt.Key.Key_F4)
    assert page.pictures.view.isVisible()
    assert "第 2 页" in page.pictures.view.label.text()


def test_on_a_narrow_screen_the_page_and_the_text_take_turns(page):
    page.resize(900, 640)
    assert page.bench.source.isHidden() is False
    assert not page.bench.source.isVisible()
    page.bench.toggle_outline()
    page.bench.land()
    assert page.pictures.view.hasFocus()
    page.pictures.switch_view()
    assert page.bench.source.isVisible()
    page.resize(1300, 640)
    page.pictures.switch_view()
    assert page.bench.source.isVisible()
    assert page.pictures.view.isVisible()


def test_the_page_scrolls_to_the_place_in_hand(page, qtbot):
    view = page.pictures.view
    page.resize(1300, 400)
    qtbot.waitUntil(lambda: not view.label.pixmap().isNull())
    qtbot.waitUntil(lambda: view.verticalScrollBar().maximum() > 0)
    tree = page.bench.tree
    tree.choose(Key(Part.MEASURE, papers.PLAN.measures[0].key))
    high = view.verticalScrollBar().value()
    page.pictures.follow(papers.RAW.index("二、加强宣传") - 2)
    assert view.verticalScrollBar().value() > high


def test_a_page_that_comes_late_does_not_show_over_the_one_in_hand(page, drawn, qtbot, desk):
    view = page.pictures.view
    qtbot.waitUntil(lambda: not view.label.pixmap().isNull())
    page.bench.tree.choose(WEEK)
    page.bench.tree.choose(Key(Part.MEASURE, papers.PLAN.measures[0].key))
    done = []
    desk.context.jobs.run(lambda: None, done.append, done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert view.label.toolTip() == "第 1 页"
    assert not view.label.pixmap().isNull()
