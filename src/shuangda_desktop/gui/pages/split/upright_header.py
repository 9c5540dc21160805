"""A header whose narrow columns have their titles written from top to bottom, as Chinese may be."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QStyleOptionHeader, QTableView

LONGEST, SHORT = 9, 5  # characters; a longer name ends in three dots, its whole is in the tool tip


class UprightHeader(QHeaderView):
    """Titles of one character a line."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self.longest = LONGEST
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(True)

    def sizeHint(self) -> QSize:
        """High enough for the longest title that is shown in whole."""
        model = self.model()
        sideways = Qt.Orientation.Horizontal
        titles = [str(model.headerData(at, sideways) or "") for at in range(self.count())]
        longest = min(max(map(len, titles), default=1), self.longest)
        high = longest * self.fontMetrics().lineSpacing() + 16
        return QSize(super().sizeHint().width(), high)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """The ground as the style draws it, then the title character by character."""
        option = QStyleOptionHeader()
        self.initStyleOption(option)
        option.rect = rect  # type: ignore[attr-defined]  # missing in the stubs
        option.section = section  # type: ignore[attr-defined]  # the same
        painter.save()
        self.style().drawControl(
            self.style().ControlElement.CE_HeaderSection, option, painter, self
        )
        painter.restore()
        title = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        shown = title if len(title) <= self.longest else title[: self.longest - 1] + "\u22ee"
        painter.save()
        painter.setPen(self.palette().windowText().color())
        painter.drawText(
            rect.adjusted(0, 6, 0, -6),
            int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom),
            "\n".join(shown),
        )
        painter.restore()
