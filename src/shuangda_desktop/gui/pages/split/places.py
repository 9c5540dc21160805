"""What stands in the place of the views while there is nothing to see: the one thing to do first."""

from collections.abc import Callable

from PySide6.QtWidgets import QStackedWidget, QWidget

from shuangda_desktop.gui.pages.page import OpenPage
from shuangda_desktop.gui.widgets.empty_place import EmptyPlace


class Places(QStackedWidget):
    """The views of a plan, or why there are none with the button that leads on."""

    def __init__(self, views: QWidget, divide: Callable[[], None], open_page: OpenPage) -> None:
        super().__init__()
        self.views = views
        self.no_plan = EmptyPlace(
            "还没有来文",
            "先导入上级的方案\uff0c再在这里分解成本市的任务。",
            "去导入",
            lambda: open_page("plans"),
        )
        self.no_city = EmptyPlace(
            "先设置本市",
            "填写省、市名称以后\uff0c程序才知道各项措施由本市哪些单位承担。",
            "去设置",
            lambda: open_page("units"),
        )
        self.undivided = EmptyPlace("", "", "拟定任务", divide)
        for place in (views, self.undivided, self.no_city, self.no_plan):
            self.addWidget(place)

    @property
    def divided(self) -> bool:
        """Whether the views are in sight."""
        return self.currentWidget() is self.views

    def turn_to(self, place: QWidget) -> bool:
        """Show a place; whether the keyboard stood in what is gone, and would fall to whatever is next."""
        window, turned = self.window(), self.currentWidget() is not place
        had_keys = self.isAncestorOf(window.focusWidget() or window)
        self.setCurrentWidget(place)
        return turned and had_keys

    def say_undivided(self, name: str, measures: int) -> None:
        """What dividing would do to this plan."""
        self.undivided.head.setText(f"《{name}》还没有分解")
        self.undivided.sentence.setText(
            f"{measures} 项措施将按本市的单位名录拟成任务\uff1a拟定牵头、配合单位和时限\uff0c"
            "每一处都写明由来\uff0c确认之前都可以改。"
        )
