"""Backups and the diagnosis."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester

from gui.divided import divide
from shuangda_desktop.gui import ask
from shuangda_desktop.gui.pages.about_page import AboutPage
from shuangda_desktop.gui.pages.backups_page import BackupsPage
from shuangda_desktop.services.tracking import evidence
from shuangda_desktop.store import settings
from shuangda_desktop.store.database import open_store
from shuangda_desktop.store.safety.backup import list_backups
from shuangda_desktop.tasks.evidence import kept_name


@pytest.fixture
def store(tmp_path, now):
    """A store in a file: one in memory has no backups."""
    with open_store(tmp_path / "work.db", now) as opened:
        yield opened


@pytest.fixture
def page(desk, qtbot, store, now):
    with store.step("改名", now):
        settings.put(store, "office_name", "甲办")
    return desk.show(BackupsPage, qtbot)


def test_a_backup_is_made_at_once_and_listed(page, desk):
    page.back_up_now()
    (row,) = page.model.rows
    assert row.last_action == "改名"
    assert page.model.index(0, 5).data() == "自动"
    assert desk.said == [f"已备份到\u201c{row.path.name}\u201d。"]
    QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_nothing_is_copied_twice(page, desk):
    page.back_up_now()
    page.back_up_now()
    assert len(page.model.rows) == 1
    assert "没有另做一份" in desk.said[1]


def test_a_copy_is_saved_where_the_clerk_wants_it(page, desk, monkeypatch, tmp_path):
    target = tmp_path / "u盘" / "副本.db"
    target.parent.mkdir()
    suggested = []
    monkeypatch.setattr(ask, "save_file", lambda p, t, path, k: suggested.append(path) or target)
    page.save_copy()
    assert target.exists()
    assert suggested[0].name == "双打工作台备份-20260316.db"
    monkeypatch.setattr(ask, "save_file", lambda *_: None)
    page.save_copy()
    assert len(desk.said) == 1


def test_a_copy_whose_name_is_too_long_to_be_opened_gets_another(page, monkeypatch, tmp_path):
    places, told = [tmp_path / f"{'备' * 75}.db", tmp_path / "备份.db"], []
    monkeypatch.setattr(ask, "save_file", lambda *_: places.pop(0))
    monkeypatch.setattr(ask, "choose", lambda _, words, __: told.append(words) or ask.SAVE_AS)
    page.save_copy()
    assert told[0].startswith("文件名“备备")
    assert [path.name for path in tmp_path.glob("*.db") if "备" in path.name] == ["备份.db"]


def test_restoring_asks_once_and_hands_over_the_copy(page, monkeypatch, qtbot):
    page.back_up_now()
    page.table.choose(page.model.index(0, 0))
    asked = []
    monkeypatch.setattr(ask, "choose", lambda p, text, answers: asked.append(text) or answers[0])
    with qtbot.waitSignal(page.restore_asked) as told:
        page.restore()
    assert told.args == [page.model.rows[0].path]
    assert asked == ["恢复到 2026-03-16 09:30 的备份\uff1f现在的数据会先另存一份。"]


def test_restoring_can_be_left(page, monkeypatch, qtbot):
    page.back_up_now()
    page.table.choose(page.model.index(0, 0))
    monkeypatch.setattr(ask, "choose", lambda *_: "")
    with qtbot.assertNotEmitted(page.restore_asked):
        page.restore()


def test_without_a_choice_nothing_is_restored(page, desk, qtbot):
    with qtbot.assertNotEmitted(page.restore_asked):
        page.restore()
    assert desk.said == ["先在表里选一份备份。"]


def test_the_list_is_new_whenever_the_page_is_opened(page, store):
    page.back_up_now()
    (row,) = list_backups(store.path.parent / "backups")
    row.path.unlink()
    page.hide()
    page.show()
    assert page.model.rows == []


def test_the_diagnosis_can_be_copied_into_a_message(desk, qtbot, store):
    page = desk.show(AboutPage, qtbot)
    page.copy()
    copied = QGuiApplication.clipboard().text()
    assert f"数据库\uff1a{store.path}" in copied
    assert "输入法\uff1aQT_IM_MODULES=" in copied
    assert "Qt\uff1a6." in copied
    assert desk.said == ["诊断信息已复制。"]


def test_every_icon_that_is_used_is_there_with_the_licence():
    from shuangda_desktop import paths
    from shuangda_desktop.gui.app import MORE, PLACES

    folder = Path(paths.resources()) / "icons"
    for page in (*PLACES, *MORE):
        assert (folder / f"{page.icon}.svg").exists()
    assert "MIT" in (folder / "LICENSE").read_text("utf-8")


def test_lost_evidence_is_fetched_from_the_backups(page, desk, store, now, tmp_path):
    made = divide(desk)
    photo = tmp_path / "照片.jpg"
    photo.write_bytes(b"photo")
    piece = evidence.add_evidence(store, made[0], photo, "", now)
    page.back_up_now()
    assert page.mend.isHidden()
    evidence.place_of(store, piece).unlink()
    page.refresh()
    assert not page.mend.isHidden()
    page.mend.click()
    assert desk.said[-1] == "找回1份佐证材料。"
    assert page.mend.isHidden()
    for folder in (tmp_path, tmp_path / "backups"):
        (folder / "evidence" / kept_name(piece.sha256, piece.name)).unlink()
    page.bring_evidence_back()
    assert "还有1份备份里也没有" in desk.said[-1]
