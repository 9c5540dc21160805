"""本办段落: the office's own paragraphs, to be found, changed and put into a draft."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from shuangda_desktop.gui.widgets.fields import TextField
from shuangda_desktop.gui.widgets.filter_fields import SearchField
from shuangda_desktop.gui.widgets.flow import flow
from shuangda_desktop.gui.widgets.line import Line
from shuangda_desktop.gui.widgets.parts import button, quiet
from shuangda_desktop.services.outputs.passages import OwnPassage, passages_with

EMPTY = "还没有存下的段落。写好一段存下来\uff0c以后起草就能直接插入。"


class PassagePanel(QWidget):
    """A list over a small form. The page keeps what the signals hand over."""

    insert_asked = Signal(str)
    kept = Signal(object)  # an OwnPassage
    dropped = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._passages: tuple[OwnPassage, ...] = ()
        self.search = SearchField("查找段落")
        self.list = QListWidget()
        self.list.setAccessibleName("本办段落")
        self.title, self.tags = Line("段落名称", "名称"), Line("标签", "标签\uff0c用空格隔开")
        self.text = TextField("段落文字", (4, 8))
        self.words = quiet(EMPTY)
        self.insert = button("插入文稿", self._insert, tip="插到光标所在的段落之后")
        self.save = button("保存", self._keep)
        self.fresh = button("新段落", self.begin)
        self.drop = button("删除", self._drop)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 8, 4, 8)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self.words)
        column.addWidget(self.list, 1)
        column.addWidget(flow(self.insert, self.fresh, self.drop))
        for part in (self.title, self.tags, self.text):
            column.addWidget(part)
        column.addWidget(flow(self.save))
        self.search.searched.connect(self._fill)
        self.list.currentRowChanged.connect(lambda _: self._show())
        self.list.itemActivated.connect(lambda _: self._insert())
        self._show()

    def show_passages(self, passages: tuple[OwnPassage, ...]) -> None:
        """Offer these; the chosen one stays chosen, and what is being typed stays."""
        self._passages = passages
        self.words.setVisible(not passages)
        self._fill()

    def begin(self) -> None:
        """Turn to an empty form."""
        self.list.setCurrentRow(-1)
        self._show()
        self.title.setFocus()

    @property
    def chosen(self) -> OwnPassage | None:
        """The paragraph that is chosen."""
        item = self.list.currentItem()
        return item.data(Qt.ItemDataRole.UserRole) if item else None

    def _fill(self) -> None:
        before = self.chosen
        self.list.blockSignals(True)
        self.list.clear()
        for passage in passages_with(self._passages, self.search.text()):
            tags = "\uff0c".join(passage.tags)
            item = QListWidgetItem(f"{passage.title}  [{tags}]" if tags else passage.title)
            item.setData(Qt.ItemDataRole.UserRole, passage)
            item.setToolTip(passage.text)
            self.list.addItem(item)
            if before is not None and passage.id == before.id:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        self._show()

    def _show(self) -> None:
        passage = self.chosen
        self.title.setText(passage.title if passage else "")
        self.tags.setText(" ".join(passage.tags) if passage else "")
        self.text.show_text(passage.text if passage else "")
        for part in (self.insert, self.drop):
            part.setEnabled(passage is not None)

    def _insert(self) -> None:
        if self.chosen is not None:
            self.insert_asked.emit(self.chosen.text)

    def _keep(self) -> None:
        tags = tuple(self.tags.text().split())
        id_ = self.chosen.id if self.chosen else None
        self.kept.emit(OwnPassage(self.title.text(), self.text.toPlainText(), tags, id_))

    def _drop(self) -> None:
        if self.chosen is not None:
            self.dropped.emit(self.chosen)
