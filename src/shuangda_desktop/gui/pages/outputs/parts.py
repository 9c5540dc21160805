"""Where the parts of the output page stand."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSplitter, QTabWidget, QVBoxLayout, QWidget

from shuangda_desktop.gui.widgets.flow import flow
from shuangda_desktop.gui.widgets.parts import title

if TYPE_CHECKING:
    from shuangda_desktop.gui.pages.outputs.page import OutputsPage

PREVIEW, SENT = "预览", "发出记录"
PANEL = 300  # pixels


def lay_out(page: "OutputsPage") -> QWidget:
    """Put the parts in their places; the body, which the empty place may stand for."""
    body = QSplitter(Qt.Orientation.Horizontal)
    body.addWidget(page.gallery)
    body.addWidget(_right(page))
    body.setSizes([230, 1000])
    body.setStretchFactor(1, 1)
    body.setHandleWidth(16)
    body.setChildrenCollapsible(False)
    page.stack.addWidget(body)
    page.stack.addWidget(page.empty)
    for box in (page.plan, page.layouts.box):
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(8)
    column = QVBoxLayout(page)
    column.setContentsMargins(24, 12, 24, 12)
    column.setSpacing(8)
    head = QHBoxLayout()
    head.setSpacing(16)
    for part in (title(page.title), page.head, page.words):
        head.addWidget(part, 0, Qt.AlignmentFlag.AlignBottom)
    head.setStretch(2, 1)
    column.addLayout(head)
    column.addWidget(page.stack, 1)
    return body


def offer(box: QComboBox, items: Sequence[tuple[str, object]], wanted: object = None) -> None:
    """Offer these items without a word to anybody; what is wanted, or was chosen, is chosen."""
    kept = box.currentData() if wanted is None else wanted
    with QSignalBlocker(box):
        box.clear()
        for word, value in items:
            box.addItem(word, value)
        values = [value for _, value in items]
        box.setCurrentIndex(values.index(kept) if kept in values else 0)


def _right(page: "OutputsPage") -> QWidget:
    right = QWidget()
    column = QVBoxLayout(right)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    column.addWidget(
        flow(
            page.unit,
            page.plan,
            page.layouts.box,
            page.layouts.edit,
            page.write,
            page.print,
            page.pdf,
            page.each,
            page.doubts,
        )
    )
    column.addWidget(_tabs(page), 1)
    column.addWidget(page.progress)
    column.addWidget(page.result)
    column.addWidget(flow(page.open_file, page.open_folder))
    return right


def _tabs(page: "OutputsPage") -> QTabWidget:
    beside = QSplitter(Qt.Orientation.Horizontal)
    page.layouts.area.setMinimumWidth(PANEL)
    beside.addWidget(page.layouts.area)
    beside.addWidget(page.preview)
    beside.setStretchFactor(1, 1)
    beside.setHandleWidth(12)
    beside.setChildrenCollapsible(False)
    page.tabs.addTab(beside, PREVIEW)
    page.tabs.addTab(page.sent, SENT)
    page.tabs.setCornerWidget(page.preview.bar)
    page.tabs.currentChanged.connect(lambda place: page.preview.bar.setVisible(place == 0))
    return page.tabs
