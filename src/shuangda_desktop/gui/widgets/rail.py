"""The places of the window as icons with words, down its left side."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from shuangda_desktop.gui.theme import colour
from shuangda_desktop.gui.widgets.parts import icon

ICON, LOW_ICON = 24, 18
MARGIN = 8
LINE_ROOM = 14  # pixels of a button beside its one line of text
TALL_ROOM = 42  # beside its text, where the icon stands over it


class Rail(QWidget):
    """One button a place; ``chosen`` carries the name of the page that was asked for."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("位置")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._group = QButtonGroup(self)
        self._icons: dict[QToolButton, str] = {}
        self._buttons: dict[str, QToolButton] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(4, MARGIN, 4, MARGIN)
        self._column.setSpacing(4)
        self._column.addStretch()

    def add(self, name: str, word: str, icon_name: str, key: str) -> None:
        """Add a place below the others."""
        made = QToolButton()
        made.setText(word)
        made.setCheckable(True)
        made.setAutoRaise(True)
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        made.setIconSize(QSize(ICON, ICON))
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.setProperty("kind", "place")
        made.setToolTip(f"{word}\uff08{key}\uff09")
        made.setAccessibleName(word)
        made.clicked.connect(lambda: self.chosen.emit(name))
        self._group.addButton(made)
        self._buttons[name], self._icons[made] = made, icon_name
        self._column.insertWidget(self._column.count() - 1, made)
        self._tint(made)

    def mark(self, name: str) -> None:
        """Show which place is open; none for a page of the menu."""
        self._group.setExclusive(False)
        for place, made in self._buttons.items():
            made.setChecked(place == name)
            self._tint(made)
        self._group.setExclusive(True)

    def minimumSizeHint(self) -> QSize:
        """What the places need where they stand in one line each."""
        line = self.fontMetrics().height() + LINE_ROOM
        high = len(self._icons) * (line + self._column.spacing()) + 2 * MARGIN
        return QSize(super().minimumSizeHint().width(), high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the words stand beside the icons, so that every place stays in sight."""
        super().resizeEvent(event)
        tall = self.fontMetrics().height() + TALL_ROOM
        low = len(self._icons) * (tall + self._column.spacing()) + 2 * MARGIN > self.height()
        style = Qt.ToolButtonStyle
        for made in self._icons:
            made.setToolButtonStyle(
                style.ToolButtonTextBesideIcon if low else style.ToolButtonTextUnderIcon
            )
            made.setIconSize(QSize(LOW_ICON, LOW_ICON) if low else QSize(ICON, ICON))

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons again in the new colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            for made in self._icons:
                self._tint(made)

    def _tint(self, made: QToolButton) -> None:
        token = "accent" if made.isChecked() else "quiet"
        made.setIcon(icon(self._icons[made], colour(self.palette(), token)))
