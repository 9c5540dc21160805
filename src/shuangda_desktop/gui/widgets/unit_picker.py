"""A line for the names of units: completes by name, other names and the first letters of pinyin."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QStringListModel
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QWidget

from shuangda_desktop.errors import RuleError
from shuangda_desktop.gui.keys import ENTER
from shuangda_desktop.gui.models.pinyin import matches
from shuangda_desktop.gui.widgets.line import Line

PAUSE = "\u3001"
_MARKS = f",;\uff0c\uff1b{PAUSE}"
_PARTING = str.maketrans(dict.fromkeys(_MARKS, PAUSE))
SHOWN = 12  # lines of the list below
ROOM = 40  # for its frame and scroll bar beside the longest name


@dataclass(frozen=True, slots=True)
class UnitNames:
    """The units of the directory in their order, and the other names of each."""

    names: tuple[str, ...] = ()
    others: Mapping[str, str] | None = None  # other name -> name

    def found(self, typed: str) -> list[str]:
        """The units that what was typed may mean: those that begin with it first."""
        others = self.others or {}
        wanted = [name for name in self.names if matches(typed, name)]
        wanted += [unit for other, unit in others.items() if matches(typed, other)]
        known = [name for name in dict.fromkeys(wanted) if name in self.names]
        return sorted(known, key=lambda name: not name.startswith(typed))

    def meant(self, typed: str) -> str:
        """The unit of that very name or other name, or the only one with these first letters.

        What is unknown stays as typed.
        """
        if typed in self.names:
            return typed
        found = self.found(typed) if is_letters(typed) else []
        return found[0] if len(found) == 1 else (self.others or {}).get(typed, typed)

    def named(self, typed: str) -> str:
        """The unit that is meant; RuleError for first letters of none or of several, which are no name."""
        meant = self.meant(typed)
        if meant in self.names or not is_letters(meant):
            return meant
        several = len(self.found(meant))
        why = f"对得上 {several} 个单位" if several else "对不上哪个单位"
        raise RuleError(
            f"首字母\u201c{typed}\u201d{why}\uff0c没有改动\u3002请从列表里选一个\uff0c或者写出名称\u3002"
        )


def is_letters(typed: str) -> bool:
    """Whether first letters of pinyin were typed: no authority has such a name."""
    return typed.isascii() and typed.isalpha()


def parted(text: str) -> list[str]:
    """The names in a line, each once, whichever mark parts them."""
    pieces = [piece.strip() for piece in text.translate(_PARTING).split(PAUSE)]
    return list(dict.fromkeys(piece for piece in pieces if piece))


class UnitPicker(Line):
    """Names of units with 、 between; typing offers what matches the last of them."""

    def __init__(
        self, names: UnitNames, *, many: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__("单位", "单位或拼音首字母", parent)
        self._names = names
        self._many = many
        self._completer = self._made_completer()
        self.textEdited.connect(self._offer)

    def set_names(self, names: UnitNames) -> None:
        """Offer these units from now on."""
        self._names = names

    def units(self) -> list[str]:
        """The units in the line, by their proper names; RuleError where letters name none.

        These letters are selected: what is typed next takes their place.
        """
        return list(dict.fromkeys(self._named(typed) for typed in parted(self.text())))

    def offered(self) -> Sequence[str]:
        """What the list below shows."""
        model = self._completer.model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def take(self, name: str) -> None:
        """Put a unit in the place of what was being typed."""
        before = parted(self._head())
        self.setText(PAUSE.join([*before, name]))

    def close_list(self) -> None:
        """Leave what is typed as it is."""
        self._completer.popup().hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes what is marked in the list, and hands the line on."""
        popup = self._completer.popup()
        listed = event.key() in ENTER and popup.isVisible()
        if listed and popup.currentIndex().isValid():
            self.take(str(popup.currentIndex().data()))
        if listed:
            self.close_list()
        super().keyPressEvent(event)
        if listed:
            event.accept()  # or the list would take its line once more

    def focusNextPrevChild(self, forward: bool) -> bool:
        """While the list is open, Tab takes its first line instead of leaving."""
        if not self._completer.popup().isVisible():
            return super().focusNextPrevChild(forward)
        self.take(self.offered()[0])
        self.close_list()
        return True

    def _named(self, typed: str) -> str:
        try:
            return self._names.named(typed)
        except RuleError:
            self.setSelection(*self._place_of(typed))
            raise

    def _place_of(self, typed: str) -> tuple[int, int]:
        """Where a name stands between the marks that part the names, and how long it is."""
        text = self.text()
        alone = re.search(f"(?:^|[{_MARKS}])\\s*({re.escape(typed)})\\s*(?=[{_MARKS}]|$)", text)
        return (alone.start(1) if alone else text.index(typed)), len(typed)

    def _made_completer(self) -> QCompleter:
        made = QCompleter(QStringListModel(self), self)
        made.setWidget(self)
        made.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        made.setMaxVisibleItems(SHOWN)
        made.activated.connect(self._take_chosen)
        made.popup().setStyleSheet("QAbstractItemView::item { padding: 5px 4px; }")
        return made

    def _take_chosen(self, chosen: str) -> None:
        self.take(chosen)

    def _offer(self) -> None:
        typed = self._tail()
        found = self._names.found(typed) if typed else []
        model = self._completer.model()
        assert isinstance(model, QStringListModel)
        model.setStringList([name for name in found if name not in parted(self._head())])
        if model.rowCount():
            popup = self._completer.popup()
            popup.setMinimumWidth(popup.sizeHintForColumn(0) + ROOM)
            self._completer.complete()
            # Letters are no name: Enter takes the first, which is seen; a name may be new.
            first = popup.model().index(0, 0)
            popup.setCurrentIndex(first if is_letters(typed) else QModelIndex())
        else:
            self._completer.popup().hide()

    def _head(self) -> str:
        return self._cut()[0] if self._many else ""

    def _tail(self) -> str:
        return self._cut()[1].strip() if self._many else self.text().strip()

    def _cut(self) -> tuple[str, str]:
        head, _, tail = self.text().translate(_PARTING).rpartition(PAUSE)
        return head, tail
