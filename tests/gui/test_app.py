"""The program starts, tells its errors, restores a backup and closes."""

import re
import subprocess
import sys
import threading

import pytest
from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from gui import papers
from services.city import found_city
from shuangda_desktop import logs
from shuangda_desktop.errors import RuleError, StoreError
from shuangda_desktop.files import digest_of
from shuangda_desktop.gui import app as program
from shuangda_desktop.gui import ask, theme
from shuangda_desktop.gui.main_window import MainWindow
from shuangda_desktop.services.reading import importing
from shuangda_desktop.services.reading.importing import Draft
from shuangda_desktop.services.rounds import sending
from shuangda_desktop.store import queries
from shuangda_desktop.store.database import open_store
from shuangda_desktop.store.returns import load_dispatches
from shuangda_desktop.store.safety.backup import list_backups

PAGES = [page.name for page in (*program.PLACES, *program.MORE)]


@pytest.fixture
def file(tmp_path, now):
    """A database with one plan in it."""
    path = tmp_path / "work" / "shuangda.db"
    path.parent.mkdir()
    with open_store(path, now) as store:
        importing.keep_plan(store, Draft(papers.SOURCE, papers.TEXT, papers.PLAN), now)
    return path


@pytest.fixture
def told(monkeypatch):
    words = []
    monkeypatch.setattr(ask, "tell", lambda parent, text, details="": words.append((text, details)))
    return words


def windows():
    return [
        w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible()
    ]


def meanwhile(*actions):
    """Do these one after the other once the program waits for the clerk."""
    waiting = list(actions)

    def step():
        if not windows():
            QTimer.singleShot(20, step)
            return
        waiting.pop(0)(windows()[0])
        if waiting:
            QTimer.singleShot(20, step)

    QTimer.singleShot(0, step)


def titles(file, now):
    with open_store(file, now) as store:
        return [row.title for row in queries.plan_rows(store)]


def test_a_page_is_opened_by_its_name(file):
    seen = []
    meanwhile(lambda w: seen.append(w.page.name), lambda w: w.close())
    assert program.run(["--db", str(file), "--page", "review"]) == 0
    assert seen == ["review"]


def test_what_was_done_is_there_after_closing_and_in_a_backup(file, now):
    def remove(window):
        window.open_page("plans")
        window.pages["plans"].remove_chosen()

    meanwhile(remove, lambda w: w.close())
    assert program.run(["--db", str(file)]) == 0
    assert titles(file, now) == []
    (backup,) = list_backups(file.parent / "backups")
    assert backup.plans == 0


def test_a_backup_that_cannot_be_made_on_closing_is_told_and_the_work_is_kept(
    file, now, monkeypatch
):
    def refuse(*_):
        raise StoreError("磁盘空间不足。")

    told = []
    monkeypatch.setattr(ask, "tell", lambda _, text: told.append(text))
    monkeypatch.setattr(program, "backup_on_close", refuse)
    meanwhile(lambda w: w.open_page("plans") or w.page.remove_chosen(), lambda w: w.close())
    assert program.run(["--db", str(file)]) == 0
    assert told == ["做过的都已保存。只是关闭时的备份没有做成\uff1a\n磁盘空间不足。"]
    assert titles(file, now) == []


def test_a_backup_is_restored_and_the_window_comes_back(file, now, monkeypatch):
    monkeypatch.setattr(ask, "choose", lambda parent, text, answers: answers[0])

    def back_up_and_remove(window):
        window.pages["backups"].back_up_now()
        window.open_page("plans")
        window.pages["plans"].remove_chosen()

    def restore(window):
        page = window.pages["backups"]
        window.open_page("backups")
        page.table.choose(page.model.index(0, 0))
        page.restore()

    seen = []
    meanwhile(
        back_up_and_remove,
        restore,
        lambda w: seen.append((w.page.name, [row.plans for row in w.page.model.rows])),
        lambda w: w.close(),
    )
    assert program.run(["--db", str(file)]) == 0
    assert titles(file, now) == [papers.TITLE]
    ((page, plans),) = seen
    assert page == "backups"
    assert 0 in plans


def test_a_file_given_at_the_start_is_imported(tmp_path, now):
    plan = tmp_path / "方案.txt"
    plan.write_text(papers.RAW, encoding="utf-8")
    database = tmp_path / "新.db"

    def close_when_done(window):
        if window.pages["plans"].intake.busy:
            QTimer.singleShot(20, lambda: close_when_done(window))
        else:
            window.close()

    meanwhile(close_when_done)
    assert program.run([str(plan), "--db", str(database)]) == 0
    assert len(titles(database, now)) == 1


def test_a_form_that_is_being_written_when_the_window_closes_is_noted_as_sent(
    tmp_path, now, monkeypatch
):
    path, out = tmp_path / "市.db", tmp_path / "发出"
    with open_store(path, now) as store:
        found_city(store, now, 3, 1)
    begun, gate, write = threading.Event(), threading.Event(), sending.write_form

    def slowly(form, target):
        begun.set()
        assert gate.wait(60)
        return write(form, target)

    def send_and_close(window):
        window.open_page("returns")
        window.page.send_forms()
        assert begun.wait(60)
        window.close()
        gate.set()

    monkeypatch.setattr(ask, "folder", lambda *_: out)
    monkeypatch.setattr(sending, "write_form", slowly)
    meanwhile(send_and_close)
    assert program.run(["--db", str(path)]) == 0
    (form,) = out.iterdir()
    with open_store(path, now) as store:
        (noted,) = load_dispatches(store)
    assert (noted.file, noted.sha256) == (form.name, digest_of(form))


def test_an_unknown_page_is_a_usage_error(capsys):
    with pytest.raises(SystemExit) as stopped:
        program.run(["--page", "nowhere"])
    assert stopped.value.code == 2


def test_without_a_screen_the_command_is_named(monkeypatch, capsys):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert program.run([]) == 1
    assert "没有找到屏幕" in capsys.readouterr().err


def test_shots_of_a_broken_file_fail_without_a_dialog(tmp_path, capsys, told):
    other = tmp_path / "照片.db"
    other.write_bytes(b"no database at all" * 300)
    assert program.run(["--db", str(other), "--shots", str(tmp_path / "shots")]) == 1
    assert told == []
    assert capsys.readouterr().err.strip().endswith("。")


def test_an_error_for_the_clerk_is_told_as_it_is(told):
    hook = program.error_hook(lambda text, details: told.append((text, details)))
    hook(RuleError, RuleError("这一步现在不能做。"), None)
    assert told == [("这一步现在不能做。", "")]


def test_a_bug_is_logged_and_shown_with_its_trace(told, expected_warnings):
    expected_warnings.append("unexpected")
    hook = program.error_hook(lambda text, details: told.append((text, details)))
    hook(ZeroDivisionError, ZeroDivisionError("division by zero"), None)
    ((text, details),) = told
    assert "以前保存的内容都在" in text
    assert "ZeroDivisionError" in details


def test_a_bug_in_every_repaint_is_shown_once_at_a_time(told, expected_warnings):
    expected_warnings.append("unexpected")

    def tell(text, details):
        told.append(text)
        hook(ValueError, ValueError("again"), None)

    hook = program.error_hook(tell)
    hook(ValueError, ValueError("first"), None)
    assert len(told) == 1


def test_ctrl_c_stops_the_program_as_usual(told, capsys):
    program.error_hook(lambda *words: told.append(words))(
        KeyboardInterrupt, KeyboardInterrupt(), None
    )
    assert told == []


def test_dialogs_of_qt_speak_chinese(qapp):
    program.start_application()
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert "取消" in box.button(QDialogButtonBox.StandardButton.Cancel).text()


def test_the_module_without_a_command_shows_every_page_without_a_screen(file, tmp_path):
    folder = tmp_path / "shots"
    words = [sys.executable, "-m", "shuangda_desktop", "--db", str(file), "--shots", str(folder)]
    done = subprocess.run(words, check=True, timeout=300, capture_output=True, text=True)
    assert (folder / "plans-light.png").exists()
    assert len(list(folder.glob("*.png"))) == 4 * len(PAGES)
    assert re.findall(r"^Q\w+:.*", done.stderr, re.MULTILINE) == []  # what Qt complains of
    assert " WARNING " not in logs.log_file().read_text("utf-8")


@pytest.fixture
def whole_window(file, now, jobs, tmp_path, qtbot):
    """The window with all its pages over a database with a plan."""
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    with open_store(file, now) as store:
        window = MainWindow(
            store, jobs, settings, program.PLACES, program.MORE, today=now.date, now=lambda: now
        )
        qtbot.addWidget(window)
        window.show()
        yield window


@pytest.mark.parametrize("points", [10.5, 12.0])
def test_the_whole_window_fits_a_small_screen_at_150_percent(whole_window, qapp, points):
    theme.apply(qapp, theme.Appearance(points=points))
    qapp.processEvents()
    smallest = whole_window.minimumSizeHint()
    assert smallest.width() <= 911
    assert smallest.height() <= 512


@pytest.mark.parametrize("name", ["plans", "review", "backups", "about"])
def test_the_keyboard_comes_to_nothing_without_a_name(whole_window, qtbot, name):
    whole_window.activateWindow()
    whole_window.open_page(name)
    met = []
    for _ in range(30):
        focused = QApplication.focusWidget()
        met.append((focused.accessibleName() or getattr(focused, "text", str)(), type(focused)))
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert [kind for words, kind in met if not words] == []
