"""A document as it will print: its pages, where one is in them, and how sure that is."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from shuangda_desktop.errors import ShuangdaError
from shuangda_desktop.gui import paper
from shuangda_desktop.gui.jobs import Job as Work
from shuangda_desktop.gui.jobs import Jobs
from shuangda_desktop.gui.widgets.paper_view import FIT_WIDTH, STEP, WHOLE, PaperView
from shuangda_desktop.gui.widgets.parts import button, quiet
from shuangda_desktop.services.outputs.exporting import Job
from shuangda_desktop.services.outputs.previewing import Pages, Preview, preview

WAIT = 150  # ms: walking along the gallery must not lay out every document on the way
GATHERING = "正在汇总\u2026"
WORKING = "正在排版\u2026"
SAME = "按写出的文件排版\uff1b行尾和页数以 WPS 为准。"
OTHER_FACES = "本机没有{}\uff0c用相近字体代替。"

Gather = Callable[[], tuple[Job, str]]  # the document and the ending of its file


class PreviewPanel(QWidget):
    """Asks for the document a moment after it was told to, and has its pages laid out beside the window."""

    shown = Signal()  # other pages are in sight, or none

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self._jobs = jobs
        self._gather: Gather | None = None
        self._work: Work | None = None
        self._is_asked = False  # and not laid out, may be out of sight
        self.job: Job | None = None  # the document whose pages are in sight
        self.is_refused = False  # the document cannot be written as it was asked for
        self.view = PaperView("打印预览")
        self.told, self.place, self.honest = quiet(""), QLabel(""), quiet("")
        self.stack = QStackedWidget()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT)
        self._timer.timeout.connect(self.begin)
        self.view.turned.connect(lambda _: self._say_place())
        self._lay_out()

    @property
    def pages(self) -> Pages:
        """The pages of what was asked for last; none while they are being laid out or cannot be."""
        return () if self.is_old else self._in_sight()

    @property
    def is_busy(self) -> bool:
        """Whether pages are being laid out."""
        return self._work is not None

    @property
    def is_old(self) -> bool:
        """Whether other pages are on their way in the place of those in sight."""
        return self._is_asked or self._timer.isActive() or self.is_busy

    def ask(self, gather: Gather) -> None:
        """Show the document that ``gather`` will give, in a moment."""
        self._gather, self.is_refused, self._is_asked = gather, False, True
        self._forget()
        if self.isVisible():
            self._wait()

    def begin(self) -> None:
        """Gather the document and have it laid out."""
        self._forget()
        if self._gather is None:
            return
        try:
            job, suffix = self._gather()
        except ShuangdaError as error:
            self._failed(error)
            return
        if not self._in_sight():
            self._tell(WORKING)
        self._work = self._jobs.run(
            partial(preview, job, suffix),
            partial(self._done, job),
            self._failed,
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Lay out what was asked for out of sight."""
        super().showEvent(event)
        self._wait()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: nothing is laid out."""
        self._forget()
        super().hideEvent(event)

    def _in_sight(self) -> Pages:
        """The pages that are shown, those too in whose place others are on their way."""
        return self.view.pages if self.stack.currentWidget() is self.view else ()

    def _wait(self) -> None:
        if self._gather is not None and not self._in_sight():
            self._tell(GATHERING)
        self._timer.start()

    def _done(self, job: Job, found: Preview) -> None:
        self._work, self.job, self._is_asked = None, job, False
        self.stack.setCurrentWidget(self.view)
        self.view.show_pages(found.pages)
        missing = paper.missing_faces(found.pages)
        faces = OTHER_FACES.format("、".join(missing)) if missing else ""
        self.honest.setText("\n".join([SAME + faces, *found.notes]))
        self.shown.emit()

    def _failed(self, error: ShuangdaError) -> None:
        self._work, self.is_refused, self._is_asked = None, True, False
        self._tell(str(error))

    def _tell(self, words: str) -> None:
        self.told.setText(words)
        self.honest.setText("")
        self.stack.setCurrentWidget(self.told)
        self.job = None
        self._say_place()
        self.shown.emit()

    def _forget(self) -> None:
        self._timer.stop()
        if self._work is not None:
            self._work.cancel()
            self._work = None

    def _say_place(self) -> None:
        count = len(self._in_sight())
        self.place.setText(f"{self.view.page()}/{count} 页" if count else "")

    def _lay_out(self) -> None:
        self.told.setContentsMargins(24, 24, 24, 24)
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.stack.addWidget(self.told)
        self.stack.addWidget(self.view)
        self.bar = QWidget()
        row = QHBoxLayout(self.bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for part in (
            button(
                "上一页", lambda: self.view.turn(-1), kind="link", tip="上一页\uff08PageUp\uff09"
            ),
            self.place,
            button(
                "下一页", lambda: self.view.turn(1), kind="link", tip="下一页\uff08PageDown\uff09"
            ),
            button(FIT_WIDTH, lambda: self.view.fit(FIT_WIDTH), kind="link"),
            button(WHOLE, lambda: self.view.fit(WHOLE), kind="link"),
            button(
                "放大",
                lambda: self.view.zoom(STEP),
                kind="link",
                tip="放大\uff08+ 或 Ctrl+滚轮\uff09",
            ),
            button(
                "缩小",
                lambda: self.view.zoom(1 / STEP),
                kind="link",
                tip="缩小\uff08- 或 Ctrl+滚轮\uff09",
            ),
        ):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.stack, 1)
        column.addWidget(self.honest)
