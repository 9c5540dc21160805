"""Pages on the screen, one below the other, as wide as the window or as a whole."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from shuangda_desktop.gui import paper
from shuangda_desktop.gui.theme import colour
from shuangda_desktop.services.outputs.previewing import Page, Pages

GAP = 16  # pixels between pages and around them
LEAST, MOST = 0.2, 4.0
STEP = 1.15
FIT_WIDTH, WHOLE = "页宽", "整页"


class _Strip(QWidget):
    """The pages, drawn as far as they are in sight."""

    def __init__(self) -> None:
        super().__init__()
        self.pages: Pages = ()
        self.scale = 1.0

    def arrange(self, pages: Pages, scale: float) -> None:
        """Take other pages, or another scale."""
        self.pages, self.scale = pages, scale
        width = max((page.width for page in pages), default=0) * scale + 2 * GAP
        height = sum(page.height * scale + GAP for page in pages) + GAP
        self.resize(QSize(round(width), round(height)))
        self.update()

    def top(self, number: int) -> int:
        """Where a page begins, counted from 0."""
        return round(GAP + sum(page.height * self.scale + GAP for page in self.pages[:number]))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pages that are to be seen."""
        painter = QPainter(self)
        for number, page in enumerate(self.pages):
            box = self._box(number, page)
            if box.intersects(QRectF(event.rect())):
                self._draw(painter, page, box)
        painter.end()

    def _box(self, number: int, page: Page) -> QRectF:
        width = page.width * self.scale
        return QRectF((self.width() - width) / 2, self.top(number), width, page.height * self.scale)

    def _draw(self, painter: QPainter, page: Page, box: QRectF) -> None:
        painter.fillRect(box, Qt.GlobalColor.white)  # paper is white in the dark too
        painter.setPen(QPen(colour(self.palette(), "line"), 1))
        painter.drawRect(box)
        painter.save()
        painter.setClipRect(box)
        painter.translate(box.topLeft())
        painter.scale(self.scale, self.scale)
        paper.paint(painter, page)
        painter.restore()


class PaperView(QScrollArea):
    """A look at pages; ``turned`` tells the number of the page in sight, from 1."""

    turned = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.strip = _Strip()
        self._fit = FIT_WIDTH
        self.setWidget(self.strip)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().valueChanged.connect(lambda _: self.turned.emit(self.page()))

    @property
    def pages(self) -> Pages:
        """The pages that are shown."""
        return self.strip.pages

    def show_pages(self, pages: Pages) -> None:
        """Show other pages; the place in them is kept as far as there is one."""
        place = self.verticalScrollBar().value()
        self.strip.arrange(pages, self._scale(pages))
        self.verticalScrollBar().setValue(place)
        self._say()

    def page(self) -> int:
        """The page in the middle of the view, from 1; 0 where there is none."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        return sum(self.strip.top(number) <= middle for number in range(len(self.pages)))

    def turn(self, by: int) -> None:
        """Go some pages on or back."""
        number = min(max(self.page() - 1 + by, 0), max(len(self.pages) - 1, 0))
        self.verticalScrollBar().setValue(self.strip.top(number) - GAP)

    def fit(self, how: str) -> None:
        """Show pages as wide as the view, or whole."""
        self._fit = how
        self._arrange(self._scale(self.pages))

    def zoom(self, by: float) -> None:
        """Show everything larger or smaller."""
        self._fit = ""
        self._arrange(min(max(self.strip.scale * by, LEAST), MOST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again where pages are to fit."""
        super().resizeEvent(event)
        self._arrange(self._scale(self.pages))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the wheel makes larger and smaller."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(STEP if event.angleDelta().y() > 0 else 1 / STEP)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page keys turn pages, plus and minus zoom, Home and End go to the ends."""
        keys = {
            Qt.Key.Key_PageDown: lambda: self.turn(1),
            Qt.Key.Key_PageUp: lambda: self.turn(-1),
            Qt.Key.Key_Home: lambda: self.turn(-len(self.pages)),
            Qt.Key.Key_End: lambda: self.turn(len(self.pages)),
            Qt.Key.Key_Plus: lambda: self.zoom(STEP),
            Qt.Key.Key_Equal: lambda: self.zoom(STEP),
            Qt.Key.Key_Minus: lambda: self.zoom(1 / STEP),
        }
        act = keys.get(Qt.Key(event.key()))
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def _arrange(self, scale: float) -> None:
        """Take another scale; the page in sight stays in sight."""
        number = self.page()
        self.strip.arrange(self.pages, scale)
        if number > 1:
            self.verticalScrollBar().setValue(self.strip.top(number - 1) - GAP)
        self._say()

    def _scale(self, pages: Pages) -> float:
        """The scale in which the widest page fits, or a whole one."""
        if not pages or not self._fit:
            return self.strip.scale
        width = self.viewport().width() - 2 * GAP - 1
        scale = width / max(page.width for page in pages)
        if self._fit == WHOLE:
            height = self.viewport().height() - 2 * GAP - 1
            scale = min(scale, height / max(page.height for page in pages))
        return min(max(scale, LEAST), MOST)

    def _say(self) -> None:
        self.setAccessibleDescription(f"共{len(self.pages)}页")
        self.turned.emit(self.page())
