"""Every question, message and file dialog; tests replace these functions."""

import re
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QInputDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from shuangda_desktop.errors import ExportError, RuleError, ShuangdaError, StoreError
from shuangda_desktop.files import is_open_elsewhere
from shuangda_desktop.gui.widgets.unit_picker import UnitNames, UnitPicker

APPLICATION = "双打工作台"
REPLACE = "替换"
BACK = "返回"
REPLACE_OPEN = "仍然替换"
SAVE_AS, AGAIN = "另存为\u2026", "重试"
OPEN = (
    "{}好像正在WPS等程序里打开着\u3002\n"
    "现在替换\uff0c那边看到的还是旧的\uff0c在那边一保存\uff0c新写的就没有了\u3002\n"
    "请返回\uff0c关掉那边的窗口再写\uff0c或者换一个文件名\u3002"
)
WIDE = 420  # pixels: the full name of a unit
_OK = QDialogButtonBox.StandardButton.Ok


def tell(parent: QWidget | None, text: str, details: str = "") -> None:
    """Show a sentence until it is read; ``details`` can be unfolded."""
    box = QMessageBox(QMessageBox.Icon.Information, APPLICATION, text, parent=parent)
    box.setDetailedText(details)
    box.addButton("知道了", QMessageBox.ButtonRole.AcceptRole)
    box.exec()


def choose(parent: QWidget | None, text: str, answers: Sequence[str], leave: str = "取消") -> str:
    """One of the answers, which are verbs, the first by Enter; "" where the clerk leaves."""
    box = QMessageBox(QMessageBox.Icon.Question, APPLICATION, text, parent=parent)
    buttons = {
        box.addButton(answer, QMessageBox.ButtonRole.ActionRole): answer for answer in answers
    }
    cancel = box.addButton(leave, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(next(iter(buttons)))
    box.setEscapeButton(cancel)
    box.exec()
    return next((a for button, a in buttons.items() if button is box.clickedButton()), "")


def may_lose(parent: QWidget | None, text: str, lose: str) -> bool:
    """Whether the clerk gives something up, which the verb ``lose`` says; Enter and Esc keep it."""
    box = QMessageBox(QMessageBox.Icon.Question, APPLICATION, text, parent=parent)
    back = box.addButton(BACK, QMessageBox.ButtonRole.RejectRole)
    given_up = box.addButton(lose, QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(back)
    box.setEscapeButton(back)
    box.exec()
    return box.clickedButton() is given_up


def open_files(parent: QWidget | None, title: str, kinds: str, folder: str = "") -> list[Path]:
    """Files to read; empty where the dialog is closed."""
    names, _ = QFileDialog.getOpenFileNames(parent, title, folder, kinds)
    return [Path(name) for name in names]


def save_file(parent: QWidget | None, title: str, suggested: Path, kinds: str) -> Path | None:
    """Where to write, with a question before an existing file is replaced, and one where it is open elsewhere.

    A name without an ending of ``kinds``, as in "台账2026.4", gets that of the chosen kind.
    """
    path = _asked_path(parent, title, suggested, kinds)
    while path is not None and not may_take_open(parent, [path]):
        path = _asked_path(parent, title, path, kinds)
    return path


def _asked_path(parent: QWidget | None, title: str, suggested: Path, kinds: str) -> Path | None:
    dialog = QFileDialog(parent, title, str(_nearest(suggested.parent)), kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(_endings(kinds, suggested)[0])
    dialog.selectFile(suggested.name)
    dialog.filterSelected.connect(partial(_give_ending, dialog, suggested))
    dialog.finished.connect(dialog.deleteLater)
    if not dialog.exec():
        return None
    path, endings = Path(dialog.selectedFiles()[0]), _endings(kinds, suggested)
    if path.suffix.lower() in endings or endings == [""]:
        return path
    whole = path.with_name(path.name + _endings(dialog.selectedNameFilter(), suggested)[0])
    return None if whole.exists() and not _may_replace(parent, whole) else whole


def _give_ending(dialog: QFileDialog, suggested: Path, kind: str) -> None:
    """The name in the dialog follows the kind that is chosen there."""
    ending = _endings(kind, suggested)[0]
    dialog.setDefaultSuffix(ending)
    if dialog.findChild(QLineEdit, "fileNameEdit") is None:
        return  # the system's own dialog does not tell what is typed in it
    name = Path(dialog.selectedFiles()[0])
    if name.suffix in _endings(";;".join(dialog.nameFilters()), suggested):
        dialog.selectFile(name.stem + ending)


def _endings(kinds: str, suggested: Path) -> list[str]:
    """The endings that a dialog offers, in lower case; that of ``suggested`` where any will do."""
    return re.findall(r"\*(\.\w+)", kinds.lower()) or [suggested.suffix.lower()]


def _may_replace(parent: QWidget | None, path: Path) -> bool:
    told = f"\u201c{path.name}\u201d已经有了\uff0c要替换吗\uff1f"
    return choose(parent, told, [REPLACE]) == REPLACE


def may_take_open(parent: QWidget | None, paths: Sequence[Path]) -> bool:
    """Whether files may be replaced that another program seems to have open; asks only where there is one."""
    names = [path.name for path in paths if is_open_elsewhere(path)]
    if not names:
        return True
    more = f"等{len(names)}份文件" if len(names) > 1 else ""
    return may_lose(parent, OPEN.format(f"\u201c{names[0]}\u201d{more}"), REPLACE_OPEN)


def another_place(
    parent: QWidget | None, title: str, path: Path, kinds: str, error: ShuangdaError
) -> Path | None:
    """Where else a file that could not be written is to go, or there once more; None where the clerk leaves."""
    answer = choose(parent, str(error), [SAVE_AS, AGAIN])
    if answer == SAVE_AS:
        return save_file(parent, title, path, kinds)
    return path if answer == AGAIN else None


def put(
    parent: QWidget | None, title: str, path: Path, kinds: str, write: Callable[[Path], object]
) -> Path | None:
    """Write a file; where that fails another place is offered. Where it lies, None where the clerk gives it up."""
    target: Path | None = path
    while target is not None:
        try:
            write(target)
        except (ExportError, StoreError) as error:
            target = another_place(parent, title, target, kinds, error)
        else:
            return target
    return None


def printer(parent: QWidget | None, title: str, pages: int) -> QPrinter | None:
    """A printer and the pages that are to come out of it; None where the dialog is closed."""
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setDocName(title)
    dialog = QPrintDialog(made, parent)
    dialog.setWindowTitle(f"打印{title}")
    dialog.setMinMax(1, pages)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, True)
    return made if dialog.exec() else None


def folder(parent: QWidget | None, title: str, start: Path) -> Path | None:
    """A folder to write into or to read."""
    dialog = QFileDialog(parent, title, str(_nearest(start)))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.finished.connect(dialog.deleteLater)
    if not dialog.exec():
        return None
    # Qt's own dialog gives the folder that is listed where the whole path of one in it was typed.
    line = dialog.findChild(QLineEdit, "fileNameEdit")
    typed = Path(line.text()) if isinstance(line, QLineEdit) else Path()
    whole = typed.is_absolute() and typed.is_dir()
    return typed if whole else Path(dialog.selectedFiles()[0])


def _nearest(place: Path) -> Path:
    """A folder, or the nearest above it that is there: a dialog would take the name of one that is not for a file's."""
    return next((each for each in (place, *place.parents) if each.is_dir()), Path.home())


def line(parent: QWidget | None, title: str, label: str, text: str = "") -> str | None:
    """One line of text, without the blanks and line ends that come with a copied cell; None where it is closed."""
    dialog = QInputDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setLabelText(label)
    dialog.setTextValue(text)
    dialog.resize(WIDE, dialog.sizeHint().height())
    dialog.finished.connect(dialog.deleteLater)
    return dialog.textValue().strip() if dialog.exec() else None


def unit(parent: QWidget | None, title: str, label: str, names: UnitNames) -> str | None:
    """A unit by its name, another name or first letters; None where the dialog is closed."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(title)
    told, picker = QLabel(label), UnitPicker(names, many=False)
    told.setTextFormat(Qt.TextFormat.PlainText)
    told.setWordWrap(True)
    buttons = QDialogButtonBox(_OK | QDialogButtonBox.StandardButton.Cancel)

    def fit() -> None:
        column.activate()
        dialog.resize(WIDE, column.totalHeightForWidth(WIDE))

    def close() -> None:
        try:
            picker.setText(names.named(picker.text().strip()))
        except RuleError as error:  # letters that name no unit: there is the line to mend it
            told.setText(str(error))
            fit()
        else:
            dialog.accept()

    buttons.accepted.connect(close)
    buttons.rejected.connect(dialog.reject)
    dialog.finished.connect(dialog.deleteLater)
    column = QVBoxLayout(dialog)
    for part in (told, picker, buttons):
        column.addWidget(part)
    fit()
    return picker.text() if dialog.exec() else None


def one_of(parent: QWidget | None, title: str, label: str, items: Sequence[str]) -> int | None:
    """The place of one of several items; None where the dialog is closed."""
    answer, accepted = QInputDialog.getItem(parent, title, label, list(items), 0, False)
    return list(items).index(answer) if accepted else None
