"""关于: version, places of files, and what support asks for first."""

import os
import platform
import sys

from PySide6.QtCore import QCoreApplication, Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout

import shuangda_desktop
from shuangda_desktop import logs, paths
from shuangda_desktop.gui import ask
from shuangda_desktop.gui.pages.page import Context, Page
from shuangda_desktop.gui.widgets.parts import button, quiet, title


class AboutPage(Page):
    """Shows the diagnosis as text that can be copied into a message."""

    name = "about"
    title = "关于与诊断"
    icon = "info-circle"
    menu = "帮助"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName("诊断信息")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(title(f"{ask.APPLICATION} {shuangda_desktop.__version__}"))
        column.addWidget(
            quiet(
                "全部数据都在本机\uff0c程序不连接网络\u3002求助时把下面的内容复制给维护人员\u3002"
            )
        )
        column.addWidget(self.text, 1)
        column.addWidget(button("复制", self.copy), 0, Qt.AlignmentFlag.AlignRight)

    def refresh(self) -> None:
        """Ask the machine again."""
        self.text.setPlainText("\n".join(f"{name}\uff1a{value}" for name, value in self._facts()))

    def land(self) -> None:
        """The keyboard reads the diagnosis."""
        self.text.setFocus()

    def copy(self) -> None:
        """Put the diagnosis on the clipboard."""
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.context.notify("诊断信息已复制\u3002", undo=False)

    def _facts(self) -> list[tuple[str, str]]:
        # Input methods are the first thing that fails on domestic Linux desktops.
        method = {k: os.environ.get(k, "") for k in ("QT_IM_MODULES", "QT_IM_MODULE", "XMODIFIERS")}
        screen = QGuiApplication.primaryScreen()
        size = screen.size()
        return [
            ("数据库", str(self.context.store.path or "内存")),
            ("数据文件夹", str(paths.data_folder())),
            ("日志", str(logs.log_file())),
            ("系统", platform.platform()),
            ("Python", sys.version.split()[0]),
            ("Qt", qVersion()),
            (
                "画面",
                f"{QGuiApplication.platformName()} {size.width()}x{size.height()} {screen.devicePixelRatio():g}",
            ),
            ("字体", QGuiApplication.font().families()[0]),
            ("输入法", " ".join(f"{key}={value}" for key, value in method.items())),
            ("插件", "; ".join(QCoreApplication.libraryPaths())),
        ]
