"""收发: the board, what goes out, what comes back and what is kept of it."""

import random
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from gui.sent_forms import sent_forms
from services.city import found_city, name_of
from services.filling import Form
from shuangda_desktop.gui import ask
from shuangda_desktop.gui.models.return_rows import LEFT, TAKEN
from shuangda_desktop.gui.pages.returns.page import ReturnsPage
from shuangda_desktop.plan.model import Role
from shuangda_desktop.services.rounds import asking, boarding
from shuangda_desktop.services.rounds.asking import Habit
from shuangda_desktop.store import queries
from shuangda_desktop.tasks.periods import PeriodKind, parse_key
from shuangda_desktop.tasks.returns.model import Verdict

MARCH = parse_key("2026-03")


@pytest.fixture
def page(desk, store, now, qtbot):
    """The page of a city of three units."""
    found_city(store, now, 3, 2)
    return desk.show(ReturnsPage, qtbot)


@pytest.fixture
def forms(page, store, now, tmp_path):
    """The forms of March, sent out, by unit."""
    return sent_forms(store, MARCH, now, tmp_path)


@pytest.fixture
def returned(page, forms, qtbot, tmp_path):
    """Read forms as the page does it; a function from edits to the review."""

    def read(*edits):
        paths = []
        for unit, edit in enumerate(edits):
            form = Form(forms[name_of(unit)])
            edit(form)
            paths.append(form.save(tmp_path / f"报{unit}.xlsx"))
        page.back.read_files(paths)
        qtbot.waitUntil(lambda: page.stack.currentWidget() is page.back.review)
        return page.back.review

    return read


def fill(form):
    form.fill(random.Random(1))


def words(page, column=2):
    model = page.model
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_the_board_shows_the_chosen_period_first(page):
    titles = [page.model.headerData(c, Qt.Orientation.Horizontal) for c in range(4)]
    assert titles == ["单位", "任务", "26年3月", "26年2月"]
    assert words(page) == ["— 未下发"] * 3
    assert "截止日是3月30日（3月28日是星期六，顺延）。" in page.rule.text()


def test_without_tasks_the_page_leads_to_dividing(desk, qtbot):
    page = desk.show(ReturnsPage, qtbot)
    page.empty.button.click()
    assert desk.opened == [("split", {})]
    page.land()


def test_forms_are_written_beside_the_window_and_noted(
    page, desk, store, qtbot, monkeypatch, tmp_path
):
    monkeypatch.setattr(ask, "folder", lambda *_: tmp_path / "out")
    page.send.click()
    assert not page.send.isEnabled()
    qtbot.waitUntil(lambda: bool(desk.said))
    assert desk.said == ["已写出3份填报表\uff0c记作已下发。"]
    assert len(list((tmp_path / "out").glob("*.xlsx"))) == 3
    assert words(page) == ["… 待报"] * 3
    assert page.send.isEnabled()


def test_nothing_is_written_where_no_folder_was_chosen(page, monkeypatch):
    monkeypatch.setattr(ask, "folder", lambda *_: None)
    page.send.click()
    assert page.send.isEnabled()


def test_writing_that_fails_is_told(page, qtbot, monkeypatch, tmp_path):
    told = []
    blocked = tmp_path / "文件"
    blocked.write_text("这里不是文件夹")
    monkeypatch.setattr(ask, "folder", lambda *_: blocked / "下面")
    monkeypatch.setattr(ask, "tell", lambda _, text, *__: told.append(text))
    page.send.click()
    qtbot.waitUntil(lambda: bool(told))
    assert "无法写入" in told[0]
    assert page.send.isEnabled()


def test_what_came_back_is_shown_before_anything_is_kept(returned, store, page):
    review = returned(fill, lambda form: form.put(next(iter(form.rows)), "percent", "尚可"))
    assert review.head.text() == "读到2份文件\uff0c2个单位"
    verdicts = [line.change.verdict for line in review.lines]
    assert verdicts.count(Verdict.ASK) == 1
    assert boarding.returned(store, MARCH, name_of(0)) == ()
    assert len(review.chosen) == len(verdicts) - 1
    assert review.take.text() == f"采用勾选的{len(verdicts) - 1}处"


def test_every_door_counts_what_it_opens(returned):
    review = returned(fill, lambda form: form.put(next(iter(form.rows)), "percent", "尚可"))
    for key in ("all", *Verdict):
        review.doors.choose(str(key))
        assert review.doors.button(str(key)).text().split(" ")[1] == str(review.model.rowCount())


def test_accepting_keeps_the_ticked_cells_and_goes_back_to_the_board(
    returned, page, desk, store, now
):
    review = returned(fill)
    count = len(review.chosen)
    review.take.click()
    assert desk.said[-1] == f"已登记1份\uff0c采用{count}处。原件已留存。"
    assert page.stack.currentWidget() is page.body
    assert words(page)[0] == "● 已报"
    assert "报送" in page.detail.words.text()
    store.undo(now)
    assert words(page)[0] == "… 待报"


def test_ticks_are_set_and_taken_by_click_by_space_and_all_at_once(returned, qtbot):
    review = returned(fill)
    total = len(review.lines)
    cell = review.model.index(0, 0)
    assert cell.data() == TAKEN
    review.table.clicked.emit(cell)
    assert cell.data() == LEFT
    review.table.clicked.emit(review.model.index(0, 3))
    assert len(review.chosen) == total - 1
    review.table.choose(review.model.index(0, 0))
    qtbot.keyClick(review.table, Qt.Key.Key_Space)
    assert len(review.chosen) == total
    review.none.click()
    assert review.chosen == ()
    assert review.take.text() == "只登记收到\uff0c不采用内容"
    review.all.click()
    assert len(review.chosen) == total


def test_what_the_clerk_writes_is_what_is_meant(returned, page, store):
    review = returned(lambda form: form.put(next(iter(form.rows)), "percent", "尚可"))
    line = review.lines[0]
    column = [c.key for c in review.model.columns].index("after")
    cell = review.model.index(0, column)
    assert cell.data() == "尚可 \uff1f"
    assert review.model.index(0, 0).data() == ""
    assert review.model.setData(cell, "55")
    assert [change.after for _, change in review.chosen] == ["55"]
    review.take.click()
    row = next(r for r in queries.task_rows(store) if r.task_id == line.change.task_id)
    assert row.percent == 55


def test_a_file_shows_its_own_lines_and_oddities(returned):
    review = returned(fill, lambda form: form.delete_row(next(iter(form.rows))))
    assert "少了1项任务" in review.odd.text()
    review.file_table.choose(review.files.index(0, 0))
    assert {line.file for line in review.model.rows} == {"报0.xlsx"}
    assert review.odd.text() == "没有疑点\u3002"
    assert review.unit.isHidden()


def test_the_clerk_says_whose_a_file_is(returned, page):
    def strip(form):
        for row in form.sheet.iter_rows():
            for cell in row:
                text = str(cell.value or "")
                if text.startswith(("SD:", "填报单位")) or "检查" in text:
                    cell.value = None

    review = returned(strip)
    assert review.files.rows[0].unit == ""
    review.file_table.choose(review.files.index(0, 0))
    assert not review.unit.isHidden()
    review.unit.setCurrentText(name_of(1))
    review.name_it.click()
    assert page.back.review.files.rows[0].unit == name_of(1)


def test_leaving_keeps_nothing(returned, page, store):
    review = returned(fill)
    review.back.click()
    assert page.stack.currentWidget() is page.body
    assert boarding.returned(store, MARCH, name_of(0)) == ()
    page.back.accept(())
    page.back.name_unit("", "")


def test_files_are_asked_for_and_reading_can_be_stopped(page, forms, desk, qtbot, monkeypatch):
    monkeypatch.setattr(ask, "open_files", lambda *_: [])
    page.read.click()
    assert page.read.isEnabled()
    monkeypatch.setattr(ask, "open_files", lambda *_: list(forms.values()))
    page.read.click()
    page.work.stop()
    qtbot.waitUntil(lambda: page.read.isEnabled())
    assert page.stack.currentWidget() is page.back.review or "已停止读取" in desk.said[-1]


def test_a_folder_is_read_by_button_and_by_dropping_it(
    page, forms, desk, qtbot, monkeypatch, tmp_path
):
    folder = next(iter(forms.values())).parent
    (folder / "~$打开的.xlsx").write_bytes(b"lock")
    monkeypatch.setattr(ask, "folder", lambda *_: None)
    page.read_all.click()
    assert page.read_all.isEnabled()
    monkeypatch.setattr(ask, "folder", lambda *_: folder)
    page.read_all.click()
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.back.review)
    assert len(page.back.review.files.rows) == 3  # the forms, not the note that went with them
    page.leave()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(folder))])
    page.dragEnterEvent(dropped(QDragEnterEvent, mime))
    page.dropEvent(dropped(QDropEvent, mime))
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.back.review)
    (tmp_path / "空").mkdir()
    page.back.take_files([tmp_path / "空"])
    assert "没有文件" in desk.said[-1]


def dropped(kind, mime):
    """A drag over the page, or a drop on it."""
    place = QPointF(50, 50) if kind is QDropEvent else QPoint(50, 50)
    action, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    return kind(place, action, mime, Qt.MouseButton.LeftButton, none)


def test_progress_says_which_file_is_being_read(page):
    page.work.show_step(0, 3, "甲.xlsx")
    assert page.work.progress.text.text() == ""
    page.work._job = object()
    page.work.show_step(1, 3, "甲.xlsx")
    assert page.work.progress.text.text() == "甲.xlsx\uff082/3\uff09…"
    page.work._end()


def test_a_reply_is_pasted_for_the_chosen_unit(page, forms, store):
    page.table.choose(page.model.index_of(name_of(1)))
    page.paste.click()
    reply = page.back.reply
    assert (reply.unit.currentText(), reply.read.isEnabled()) == (name_of(1), False)
    reply.text.setPlainText("第3项\uff1a检查了30家\u3002")
    reply.read.click()
    assert page.stack.currentWidget() is page.back.review
    assert [line.change.number for line in page.back.review.lines] == [3]
    page.back.review.back.click()
    page.paste.click()
    reply.back.click()
    assert page.stack.currentWidget() is page.body


def test_the_message_and_the_names_of_who_is_missing(page, forms, desk, store):
    page.chase.click()
    text = QApplication.clipboard().text()
    assert "应报3家\uff0c已报0家\uff0c未报3家" in text
    assert {one.kind for one in boarding.went_out(store, MARCH, name_of(0))} == {"text", "form"}
    page.names.click()
    assert QApplication.clipboard().text().count("\n") == 3
    assert desk.said[-1] == "已复制催报名单\uff0c3家。"


def test_a_slip_is_written_and_noted(page, forms, desk, store, monkeypatch, tmp_path):
    target = tmp_path / "催办.docx"
    monkeypatch.setattr(ask, "save_file", lambda *_: target)
    page.table.choose(page.model.index(0, 2))
    page.detail.slip.click()
    assert target.exists()
    assert "催办单" in page.detail.words.text()
    page.context = replace(page.context, today=lambda: date(2027, 1, 5))
    page.detail.supervise.click()
    assert "督办单" in page.detail.words.text()
    monkeypatch.setattr(ask, "save_file", lambda *_: None)
    page.detail.slip.click()
    page.detail.supervise.click()
    assert len(boarding.went_out(store, MARCH, name_of(0))) == 3


def test_the_original_is_saved_as_it_came(returned, page, monkeypatch, tmp_path):
    returned(fill).take.click()
    target = tmp_path / "原件.xlsx"
    page.table.choose(page.model.index(0, 2))
    monkeypatch.setattr(ask, "save_file", lambda *_: None)
    page.detail.original.click()
    monkeypatch.setattr(ask, "save_file", lambda *_: target)
    page.detail.original.click()
    assert target.read_bytes() == (tmp_path / "报0.xlsx").read_bytes()


def test_one_unit_gets_its_form_alone_and_its_tasks_are_shown(
    page, desk, monkeypatch, tmp_path, qtbot
):
    page.table.choose(page.model.index(1, 2))
    monkeypatch.setattr(ask, "folder", lambda *_: tmp_path / "一家")
    page.detail.form.click()
    qtbot.waitUntil(lambda: bool(desk.said))
    assert desk.said == ["已写出1份填报表\uff0c记作已下发。"]
    page.detail.tasks.click()
    assert desk.opened == [("tasks", {"unit": name_of(1)})]


def test_periods_turn_and_a_cell_of_an_earlier_period_tells_of_it(page, forms):
    page.periods.later.click()
    assert page.periods.period.key == "2026-04"
    assert words(page, 3) == ["… 待报"] * 3
    page.table.setCurrentIndex(page.model.index(0, 3))
    assert "2026年3月" in page.detail.head.text()
    page.periods.earlier.click()
    page.periods.box.setCurrentIndex(page.periods.box.findData("2026-01"))
    page.periods.box.activated.emit(0)
    assert page.periods.period.key == "2026-01"
    page.go(period="2026-03", door="awaited", unit=name_of(2))
    assert page.table.current().unit == name_of(2)
    assert page.model.rowCount() == 3


def test_settings_are_kept_and_another_rhythm_turns_the_board(page, store):
    page.settings.click()
    assert page.stack.currentWidget() is page.habit
    page.habit.day.setValue(25)
    page.habit.contact.setText("张三 0800-1")
    page.habit.keep.click()
    assert asking.load_habit(store) == Habit(PeriodKind.MONTH, 25, "张三 0800-1")
    assert "3月25日" in page.rule.text()
    assert "张三" in page.rule.text()
    page.toggle_habit()
    page.toggle_habit()
    assert page.stack.currentWidget() is page.body
    page.toggle_habit()
    page.habit.kind.setCurrentIndex(page.habit.kind.findData("quarter"))
    page.habit.keep.click()
    assert page.periods.period.key == "2026-Q1"
    page.toggle_habit()
    page.habit.close_it.click()


def test_nothing_chosen_shows_nothing(page):
    page.doors.choose("all")
    page.table.setCurrentIndex(page.model.index(-1, -1))
    assert page.detail.head.text() == ""
    page.detail._ask_original()


def test_every_door_of_the_board_counts_the_units_that_it_opens(returned, page):
    returned(fill, lambda form: form.tick("tick:zero")).take.click()
    for key in ("all", "on_time", "zero", "awaited"):
        page.doors.choose(key)
        assert page.doors.button(key).text().split(" ")[1] == str(page.model.rowCount())


def test_the_day_is_written_as_a_clerk_reads_it(page):
    store, given = page.context.store, page.board
    assert boarding.reply_day(store, given, date(2026, 3, 27)) == date(2026, 3, 30)
    assert boarding.reply_day(store, given, date(2026, 4, 1)) == date(2026, 4, 7)  # after 清明


def test_a_reply_in_words_from_nobody_asks_at_once_whose_it_is(page, store, now, qtbot, tmp_path):
    task = next(row for row in queries.task_rows(store) if row.names(Role.LEAD) == (name_of(0),))
    path = tmp_path / "回复.txt"
    path.write_text(f"情况如下\n{task.title}\uff1a检查门店35家。\n", "utf-8")
    page.back.read_files([path])
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.back.review)
    review = page.back.review
    assert "指定单位" in review.odd.text()
    assert review.name_it.isVisibleTo(review)
    review.unit.setCurrentText(name_of(0))
    review.name_it.click()
    assert {line.change.unit for line in review.lines} == {name_of(0)}
    assert "检查门店35家" in review.lines[0].change.after
    assert not review.name_it.isVisibleTo(review)
