"""备份与恢复: copies of the database, and the way back to one."""

from shuangda_desktop.gui.pages.page import Context, Page


class BackupsPage(Page):
    """Lists the copies that are kept."""

    name = "backups"
    title = "备份与恢复"
    icon = "database"
    menu = "数据"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
