"""佐证: files that prove what was done."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from shuangda_desktop.gui import ask
from shuangda_desktop.gui.models.life_columns import piece_columns, piece_look
from shuangda_desktop.gui.models.rows import RowTable
from shuangda_desktop.gui.widgets.line import Line
from shuangda_desktop.gui.widgets.parts import button, quiet
from shuangda_desktop.gui.widgets.sheet import Sheet
from shuangda_desktop.services.tracking.task_file import Piece

WORDS = (
    "文件会复制到数据文件夹\uff0c原来的文件可以不再保留\uff1b同一份文件只存一次。"
    "双击打开\uff1b打开前会核对内容有没有被改动。"
)


class EvidenceTab(QWidget):
    """A list of files with their words."""

    added = Signal(object, str)  # paths, the caption
    opened = Signal(object)  # Evidence
    removed = Signal(object)
    captioned = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self.model = RowTable(
            piece_columns(), key=lambda piece: piece.evidence.id, decorate=piece_look
        )
        self.table = Sheet(self.model, "佐证材料", stretch=1)
        self.caption = Line("佐证材料的说明", "说明\uff0c如 现场检查照片")
        self.words = quiet(WORDS)
        self.add = button("添加\u2026", self._add, tip="选文件\uff0c复制到数据文件夹")
        self.open = button("打开", self._open)
        self.rename = button("改说明", self._rename, tip="把所选材料的说明改为上面写的")
        self.remove = button("移除", self._remove, tip="从这项任务移除\uff0c可以撤销")
        self.table.doubleClicked.connect(lambda _: self._open())
        self.table.selectionModel().selectionChanged.connect(self._follow)
        self._lay_out()
        self._follow()

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        """Show the evidence of a task."""
        self.model.set_rows(pieces)
        self._follow()

    def _follow(self) -> None:
        for made in (self.open, self.rename, self.remove):
            made.setEnabled(self.table.current() is not None)

    def _add(self) -> None:
        paths: list[Path] = ask.open_files(self, "添加佐证材料", "所有文件 (*)")
        if paths:
            self.added.emit(paths, self.caption.text())
            self.caption.clear()

    def _open(self) -> None:
        if (piece := self.table.current()) is not None:
            self.opened.emit(piece.evidence)

    def _rename(self) -> None:
        if (piece := self.table.current()) is not None:
            self.captioned.emit(piece.evidence, self.caption.text())
            self.caption.clear()

    def _remove(self) -> None:
        if (piece := self.table.current()) is not None:
            self.removed.emit(piece.evidence)

    def _lay_out(self) -> None:
        column, line = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        self.table.setMinimumHeight(90)
        self.table.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        for made in (self.add, self.open, self.rename, self.remove):
            line.addWidget(made)
        line.addStretch()
        column.addWidget(self.table, 1)
        column.addWidget(self.caption)
        column.addLayout(line)
        column.addWidget(self.words)
