"""The dialogs themselves: the only tests that meet one, and each closes it by a timer."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QInputDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
)

from shuangda_desktop.errors import ExportError
from shuangda_desktop.gui import ask
from shuangda_desktop.gui.widgets.unit_picker import UnitNames, UnitPicker

BOOKS = "工作簿 (*.xlsx);;规则文件 (*.json)"


@pytest.fixture
def answer():
    """Do something with the next dialog as soon as it is there."""

    def later(action):
        def step():
            dialog = QApplication.activeModalWidget()
            if dialog is None:
                QTimer.singleShot(10, step)
            else:
                action(dialog)

        QTimer.singleShot(0, step)

    return later


def press(text):
    def action(dialog):
        button = next(b for b in dialog.buttons() if b.text() == text)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    return action


def press_key(key):
    return lambda dialog: QTest.keyClick(dialog, key)


def test_a_sentence_is_told_until_it_is_read(answer):
    seen = []

    def read(dialog):
        seen.append((dialog.text(), dialog.detailedText()))
        press("知道了")(dialog)

    answer(read)
    ask.tell(None, "文件读不出来。", "细节")
    assert seen == [("文件读不出来。", "细节")]


def test_the_answer_that_was_pressed_comes_back(answer):
    answer(press("跳过"))
    assert ask.choose(None, "怎么办\uff1f", ["打开已有的", "跳过"]) == "跳过"


def test_enter_takes_the_first_answer(answer):
    answer(press_key(Qt.Key.Key_Return))
    assert ask.choose(None, "怎么办\uff1f", ["打开已有的", "跳过"]) == "打开已有的"


@pytest.mark.parametrize(
    ("way", "given_up"),
    [
        (press_key(Qt.Key.Key_Return), False),
        (press_key(Qt.Key.Key_Escape), False),
        (press("不要了"), True),
    ],
)
def test_what_is_half_done_is_given_up_by_its_button_alone(answer, way, given_up):
    answer(way)
    assert ask.may_lose(None, "还有一句没有登记。", "不要了") is given_up


@pytest.mark.parametrize("way", [press("取消"), press_key(Qt.Key.Key_Escape)])
def test_leaving_the_question_answers_nothing(answer, way):
    answer(way)
    assert ask.choose(None, "怎么办\uff1f", ["打开已有的"]) == ""


def test_buttons_are_verbs(answer):
    seen = []

    def look(dialog):
        assert isinstance(dialog, QMessageBox)
        seen.extend(b.text() for b in dialog.buttons())
        dialog.reject()

    answer(look)
    ask.choose(None, "怎么办\uff1f", ["恢复"])
    assert sorted(seen) == ["取消", "恢复"]


def test_a_line_is_typed_or_left(answer):
    def type_in(dialog):
        assert isinstance(dialog, QInputDialog)
        dialog.setTextValue(" 甲办\n")  # as a cell is copied
        dialog.accept()

    answer(type_in)
    assert ask.line(None, "改名", "新名称") == "甲办"
    answer(lambda dialog: dialog.reject())
    assert ask.line(None, "改名", "新名称", "旧") is None


def test_a_unit_is_named_by_its_first_letters_or_asked_for_again(answer):
    names = UnitNames(("市市场监督管理局", "市公安局"), {"市公安": "市公安局"})

    def type_in(dialog):
        (line,), (label,) = dialog.findChildren(UnitPicker), dialog.findChildren(QLabel)
        assert line.width() >= line.fontMetrics().horizontalAdvance("市" * 20)
        for typed in ("xyz", "sscjdglj"):
            line.setText(typed)
            QTest.keyClick(line, Qt.Key.Key_Return)
            said.append((label.text(), dialog.isVisible()))
            whole = label.heightForWidth(label.width())
            assert label.height() >= whole  # a refusal takes two lines

    said = []
    answer(type_in)
    assert ask.unit(None, "教程序", "是哪个单位", names) == "市市场监督管理局"
    assert "对不上哪个单位" in said[0][0]
    assert [open_ for _, open_ in said] == [True, False]
    answer(lambda dialog: dialog.reject())
    assert ask.unit(None, "教程序", "是哪个单位", names) is None


def test_one_of_several_is_chosen_by_its_place(answer):
    def second(dialog):
        dialog.setTextValue("乙")
        dialog.accept()

    answer(second)
    assert ask.one_of(None, "选", "哪个", ["甲", "乙"]) == 1
    answer(lambda dialog: dialog.reject())
    assert ask.one_of(None, "选", "哪个", ["甲", "乙"]) is None


def saved(answer, name, tmp_path, kinds=BOOKS, kind=""):
    """Where a file goes that is called so in the dialog."""

    def type_in(dialog):
        if kind:
            dialog.selectNameFilter(kind)
            dialog.filterSelected.emit(kind)
        if name:
            (line,) = dialog.findChildren(QLineEdit, "fileNameEdit")
            line.setText(name)
        dialog.accept()

    answer(type_in)
    return ask.save_file(None, "另存", tmp_path / "台账.xlsx", kinds)


@pytest.fixture
def own_dialog(qapp):
    qapp.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, True)
    yield
    qapp.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, False)


@pytest.mark.usefixtures("own_dialog")
@pytest.mark.parametrize(
    ("name", "kinds", "kind", "written"),
    [
        ("", BOOKS, "", "台账.xlsx"),
        ("规则", BOOKS, "", "规则.xlsx"),
        ("规则.json", BOOKS, "", "规则.json"),
        ("规则", BOOKS, "规则文件 (*.json)", "规则.json"),
        ("", BOOKS, "规则文件 (*.json)", "台账.json"),
        ("台账2026.4", BOOKS, "", "台账2026.4.xlsx"),
        ("原件", "所有文件 (*)", "", "原件.xlsx"),
    ],
)
def test_a_file_that_is_saved_has_the_ending_of_its_kind(
    answer, tmp_path, name, kinds, kind, written
):
    assert saved(answer, name, tmp_path, kinds, kind) == tmp_path / written


@pytest.mark.usefixtures("own_dialog")
@pytest.mark.parametrize("name", ["填报表.XLSX", "来文"])
def test_an_original_keeps_its_name_as_it_is(answer, tmp_path, name):
    answer(lambda dialog: dialog.accept())
    wanted = tmp_path / name
    assert ask.save_file(None, "另存原件", wanted, "所有文件 (*)") == wanted


@pytest.mark.usefixtures("own_dialog")
def test_a_dialog_that_is_left_saves_nothing(answer):
    answer(lambda dialog: dialog.reject())
    assert ask.save_file(None, "另存", Path("二.db"), "*") is None


@pytest.mark.usefixtures("own_dialog")
@pytest.mark.parametrize("agreed", [True, False])
def test_a_file_is_replaced_only_where_the_clerk_says_so(answer, tmp_path, monkeypatch, agreed):
    there = tmp_path / "台账2026.4.xlsx"
    there.touch()
    monkeypatch.setattr(ask, "choose", lambda *_: ask.REPLACE if agreed else "")
    assert saved(answer, "台账2026.4", tmp_path) == (there if agreed else None)


@pytest.mark.parametrize("agreed", [True, False])
def test_a_file_that_is_open_elsewhere_is_asked_about_and_another_may_be_named(
    tmp_path, monkeypatch, agreed
):
    there, other, told = tmp_path / "台账.xlsx", tmp_path / "台账2.xlsx", []
    for path in (there, tmp_path / ".~lock.台账.xlsx#"):
        path.touch()
    given = [there, other]
    monkeypatch.setattr(ask, "_asked_path", lambda *_: given.pop(0))
    monkeypatch.setattr(ask, "may_lose", lambda _, *words: told.append(words) or agreed)
    assert ask.save_file(None, "另存", there, BOOKS) == (there if agreed else other)
    ((words, lose),) = told
    assert words.startswith("“台账.xlsx”好像正在WPS等程序里打开着。\n")
    assert lose == "仍然替换"


@pytest.mark.parametrize(
    ("answers", "kept"), [([ask.AGAIN, ask.SAVE_AS], "二"), ([ask.AGAIN, ""], None)]
)
def test_what_cannot_be_written_goes_there_again_or_elsewhere(monkeypatch, answers, kept):
    tried = []

    def write(path):
        tried.append(path.name)
        if path.name == "一":
            raise ExportError("磁盘满了。")

    given = list(answers)
    monkeypatch.setattr(ask, "choose", lambda *_: given.pop(0))
    monkeypatch.setattr(ask, "save_file", lambda *_: Path("二"))
    found = ask.put(None, "写出", Path("一"), "*", write)
    assert (found and found.name, tried) == (kept, ["一", "一", "二"][: 2 + bool(kept)])


def test_several_that_are_open_are_counted(tmp_path, monkeypatch):
    told, files = [], [tmp_path / f"{name}.docx" for name in "甲乙丙"]
    for path in (*files, *(tmp_path / f"~${path.name}" for path in files[1:])):
        path.touch()
    monkeypatch.setattr(ask, "may_lose", lambda _, words, __: told.append(words))
    assert not ask.may_take_open(None, files)
    assert told[0].startswith("“乙.docx”等2份文件好像正在")


def test_a_folder_that_is_not_there_gives_way_to_the_nearest_above_it(answer, tmp_path):
    lines, folders = [], []

    def look(dialog):
        (line,) = dialog.findChildren(QLineEdit, "fileNameEdit")
        lines.append(line.text())
        folders.append(Path(dialog.directory().absolutePath()))
        dialog.reject()

    answer(look)
    ask.folder(None, "哪个文件夹", tmp_path / "拔掉的U盘" / "报来")
    answer(look)
    ask.save_file(None, "另存", tmp_path / "拔掉的U盘" / "台账.xlsx", BOOKS)
    assert lines == ["", "台账.xlsx"]
    assert folders == [tmp_path, tmp_path]


@pytest.mark.usefixtures("own_dialog")
@pytest.mark.parametrize("whole", [True, False])
def test_a_folder_that_is_typed_is_the_one_that_is_meant(answer, tmp_path, whole):
    meant = tmp_path / "报来"
    meant.mkdir()

    def type_in(dialog):
        (line,) = dialog.findChildren(QLineEdit, "fileNameEdit")
        line.setText(str(meant) if whole else meant.name)
        dialog.accept()

    answer(type_in)
    assert ask.folder(None, "哪个文件夹", tmp_path) == meant
    answer(lambda dialog: dialog.reject())
    assert ask.folder(None, "哪个文件夹", tmp_path) is None


def test_files_are_chosen_or_nothing(monkeypatch, tmp_path):
    chosen = ([str(tmp_path / "一.txt")], "")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", staticmethod(lambda *a: chosen))
    assert ask.open_files(None, "打开", "*") == [tmp_path / "一.txt"]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", staticmethod(lambda *a: ([], "")))
    assert ask.open_files(None, "打开", "*") == []
