"""Cards of the board are dragged to another state, or moved by their menu; only where that makes sense."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDrag, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QListView, QMenu

from gui.divided import divide
from shuangda_desktop.gui import ask
from shuangda_desktop.gui.models.rows import ROW_ROLE
from shuangda_desktop.gui.pages.tasks.card_list import HINT, carried
from shuangda_desktop.gui.pages.tasks.page import TasksPage
from shuangda_desktop.services.tracking import tracking
from shuangda_desktop.store.tasks import load_task
from shuangda_desktop.tasks.life import allowed
from shuangda_desktop.tasks.model import Status

MOVE = Qt.DropAction.MoveAction
NOWHERE = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)


@pytest.fixture
def ids(desk):
    made = divide(desk)
    tracking.set_status(desk.context.store, made[1], Status.ONGOING, "", desk.context.now())
    return made


@pytest.fixture
def page(desk, ids, qtbot):
    page = desk.show(TasksPage, qtbot)
    page.views.bar.choose("board", "")
    return page


@pytest.fixture
def lanes(page):
    return page.views.board.lanes


def lift(lanes, status, monkeypatch):
    """Take the first card of a lane; what the other lanes say meanwhile."""
    source = lanes[status].list
    source.setCurrentIndex(source.model().index(0, 0))
    heads = {}

    def exec_(drag, action):
        heads.update({s: lane.head.text() for s, lane in lanes.items() if not lane.isHidden()})
        return action

    monkeypatch.setattr(QDrag, "exec", exec_)
    source.startDrag(MOVE)
    return source, heads


def over(target, source, kind=QDragMoveEvent):
    """An event of a card that is dragged over a lane."""
    place = QPointF(5, 5) if kind is QDropEvent else QPoint(5, 5)
    event = kind(place, MOVE, QMimeData(), *NOWHERE)
    event.source = lambda: source  # set by the system for what is dragged within a program
    return event


def status_of(desk, task_id):
    return load_task(desk.context.store, task_id).status


def test_a_card_that_is_lifted_shows_where_it_may_go(lanes, monkeypatch, page):
    _, heads = lift(lanes, Status.ONGOING, monkeypatch)
    offered = {status for status, words in heads.items() if "放到这里" in words}
    assert offered == set(allowed(Status.ONGOING))
    assert heads[Status.SUSPENDED].endswith("放到这里\uff1a暂缓")
    assert lanes[Status.SUSPENDED].isHidden()  # again
    assert lanes[Status.ONGOING].head.text().endswith("推进中 1")
    assert lanes[Status.CLOSED].head.isEnabled()


def test_a_card_is_dropped_where_it_may_go(desk, page, ids, lanes, monkeypatch, qtbot):
    source, _ = lift(lanes, Status.ONGOING, monkeypatch)
    target = lanes[Status.DONE].list
    for kind, handle in (
        (QDragEnterEvent, target.dragEnterEvent),
        (QDragMoveEvent, target.dragMoveEvent),
    ):
        event = over(target, source, kind)
        handle(event)
        assert event.isAccepted()
    target.dropEvent(over(target, source, QDropEvent))
    qtbot.waitUntil(lambda: status_of(desk, ids[1]) is Status.DONE)
    assert lanes[Status.DONE].model.rowCount() == 1
    assert "已改为申请办结" in desk.said[-1]


def test_a_card_is_not_taken_where_the_move_makes_no_sense(desk, ids, lanes, monkeypatch, qtbot):
    source, _ = lift(lanes, Status.ONGOING, monkeypatch)
    target = lanes[Status.CLOSED].list
    event = over(target, source)
    target.dragMoveEvent(event)
    assert not event.isAccepted()
    with qtbot.assertNotEmitted(target.moved):
        target.dropEvent(over(target, source, QDropEvent))
    assert carried(over(target, QListView(), QDropEvent)) is None
    assert carried(over(target, lanes[Status.CLOSED].list, QDropEvent)) is None


@pytest.mark.parametrize(
    ("answer", "status"), [("等通知", Status.SUSPENDED), (None, Status.ONGOING)]
)
def test_a_move_that_needs_a_why_asks_for_it(desk, page, ids, monkeypatch, answer, status):
    asked = []
    monkeypatch.setattr(ask, "line", lambda p, title, label: asked.append(label) or answer)
    page.move_card(next(r for r in page.model.rows if r.task_id == ids[1]), Status.SUSPENDED)
    assert asked == ["暂缓的原因"]
    assert status_of(desk, ids[1]) is status


class Shown:
    """Stands for a menu on the screen."""

    def popup(self, place):
        self.place = place


def test_the_menu_of_a_card_offers_the_same_moves(desk, ids, lanes, monkeypatch, qtbot):
    cards, asked, shown = lanes[Status.ONGOING].list, [], Shown()
    cards.setCurrentIndex(cards.model().index(0, 0))
    menu = cards.menu_of(cards.currentIndex().data(ROW_ROLE))
    monkeypatch.setattr(cards, "menu_of", lambda row: asked.append(row.task_id) or shown)
    reason = QContextMenuEvent.Reason.Keyboard
    cards.contextMenuEvent(QContextMenuEvent(reason, QPoint(2, 2), QPoint(7, 7)))
    assert (asked, shown.place) == ([ids[1]], QPoint(7, 7))
    assert len(menu.actions()) == len(allowed(Status.ONGOING))
    menu.actions()[0].trigger()
    qtbot.waitUntil(lambda: status_of(desk, ids[1]) is allowed(Status.ONGOING)[0])


def test_an_empty_lane_has_nothing_to_lift_or_to_offer(lanes, monkeypatch):
    cards = lanes[Status.CLOSED].list
    monkeypatch.setattr(QDrag, "exec", lambda *_: pytest.fail("nothing to drag"))
    cards.startDrag(MOVE)
    reason = QContextMenuEvent.Reason.Mouse
    cards.contextMenuEvent(QContextMenuEvent(reason, QPoint(2, 2), QPoint(2, 2)))
    assert cards.findChildren(QMenu) == []
    assert "菜单键" in HINT
