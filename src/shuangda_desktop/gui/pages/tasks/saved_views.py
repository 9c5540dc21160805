"""The ways of looking at the tasks that the clerk keeps under a name: kept, opened, forgotten."""

import json
from typing import TYPE_CHECKING

from shuangda_desktop.gui import ask
from shuangda_desktop.services import views as kept_views

if TYPE_CHECKING:
    from shuangda_desktop.gui.pages.tasks.page import TasksPage


class SavedViews:
    """A view is the filters of the page and the way that its tasks are shown in."""

    def __init__(self, page: "TasksPage") -> None:
        self._page = page
        bar = page.views.bar
        bar.view_asked.connect(self.open)
        bar.save_asked.connect(self.save)
        bar.delete_asked.connect(self.delete)

    def offer(self) -> None:
        """Name those that are kept."""
        page = self._page
        page.views.bar.offer_views(kept_views.load_views(page.context.store, page.name))

    def save(self) -> None:
        """Keep the filters and the way of looking under a name."""
        page = self._page
        name = ask.line(page, "存为视图", "视图的名称")
        if name is None:
            return
        state = {
            **page.views.state(),
            "plan": page.plans.plan_id(),
            "unit": page.unit.unit(),
            "door": page.doors.chosen.key,
            "text": page.search_field.text(),
        }
        text, now = json.dumps(state, ensure_ascii=False), page.context.now()
        kept_views.save_view(page.context.store, page.name, name, text, now)
        page.context.notify(f"已保存视图\u201c{name.strip()}\u201d\u3002")

    def open(self, name: str) -> None:
        """Look as a kept view says."""
        page = self._page
        text = kept_views.load_views(page.context.store, page.name)[name]
        state = json.loads(text)
        page.search_field.setText(state.get("text", ""))
        page.doors.choose(state.get("door", "all"))
        page.unit.choose(state.get("unit", ""))
        page.plans.setCurrentIndex(max(page.plans.findData(state.get("plan")), 0))
        page.views.apply(text)
        page.show_tasks()

    def delete(self, name: str) -> None:
        """Forget a kept view."""
        page = self._page
        kept_views.delete_view(page.context.store, page.name, name, page.context.now())
        page.context.notify(f"已删除视图\u201c{name}\u201d\u3002")
