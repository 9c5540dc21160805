"""模板: the office's own file for a kind of paper, and the names that may stand in it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from shuangda_desktop.gui.widgets.flow import flow
from shuangda_desktop.gui.widgets.parts import button, quiet, strong
from shuangda_desktop.papers.placeholders import NAMES
from shuangda_desktop.services.outputs.templates import OwnTemplate

HOW = (
    "本办有固定格式的\uff0c可以用自己的Word或Excel文件作模板\uff1a在要填的地方写上下面的名称。"
    "“正文”独占一段\uff1b“序号”以下的写在表格的一行里\uff0c这一行按任务重复。"
)


class TemplatePanel(QWidget):
    """Which template is used, how to choose another, and what to write into one."""

    choose_asked = Signal()
    drop_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.used = strong("")
        self.used.setWordWrap(True)
        self.choose = button("选用模板\u2026", self.choose_asked.emit)
        self.drop = button("改回程序的格式", self.drop_asked.emit)
        self.names = QPlainTextEdit("\n".join(f"{{{{{name}}}}}" for name in NAMES))
        self.names.setReadOnly(True)
        self.names.setAccessibleName("可以用的名称")
        self.names.setTabChangesFocus(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 8, 4, 8)
        column.setSpacing(8)
        column.addWidget(self.used)
        column.addWidget(flow(self.choose, self.drop))
        column.addWidget(quiet(HOW))
        column.addWidget(self.names, 1)

    def show_template(self, template: OwnTemplate | None) -> None:
        """Say which template is used."""
        self.used.setText(f"正在用“{template.name}”" if template else "用程序的公文格式")
        self.drop.setEnabled(template is not None)
