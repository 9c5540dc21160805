"""The office's layouts: which columns a sheet has, kept by name, one of them in use."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

from shuangda_desktop.services.words import refusal
from shuangda_desktop.store import layouts, settings
from shuangda_desktop.store.database import Store
from shuangda_desktop.tasks.columns.layouts import Layout, LayoutColumn

USUAL = "通用版式"
LONGEST = 20  # characters of a name
FIXED = {"comparison", "statistics"}  # their columns belong together; a layout sets the page only


def _made(name: str, *keys: str) -> Layout:
    return Layout(name, tuple(LayoutColumn(key) for key in keys))


SHIPPED: Mapping[str, tuple[Layout, ...]] = MappingProxyType(
    {
        "schedule": (
            _made("两栏单位", "number", "title", "text", "lead", "others", "due", "targets"),
            _made("合并单元格", "number", "chapter", "item", "text", "lead", "others", "due"),
            _made("带出处", "number", "title", "text", "lead", "others", "due", "source"),
        ),
        "ledger": (
            _made(
                "简表", "number", "title", "lead", "due", "progress", "percent", "status", "light"
            ),
        ),
    }
)


def layouts_of(store: Store, sheet: str) -> tuple[Layout, ...]:
    """The layouts to choose from besides the usual one: the office's own, then those that ship."""
    own = layouts.load_layouts(store, sheet)
    names = {layout.name for layout in own}
    return (*own, *(one for one in SHIPPED.get(sheet, ()) if one.name not in names))


def layout_in_use(store: Store, sheet: str) -> Layout | None:
    """The layout that the sheet is written in; None for the usual one."""
    name = settings.get(store, _key(sheet))
    return next((one for one in layouts_of(store, sheet) if one.name == name), None)


def is_own(store: Store, sheet: str, name: str) -> bool:
    """Whether the office made this layout itself, so that it can be taken out."""
    return any(layout.name == name for layout in layouts.load_layouts(store, sheet))


def use_layout(store: Store, sheet: str, name: str, now: datetime) -> None:
    """Write the sheet in this layout from now on; "" for the usual one."""
    if name != settings.get(store, _key(sheet)):
        with store.step(f"改用版式“{name or USUAL}”", now):
            settings.put(store, _key(sheet), name)


def save_layout(store: Store, sheet: str, layout: Layout, now: datetime) -> None:
    """Keep a layout under its name and use it."""
    name = layout.name.strip()
    if not name or name == USUAL:
        raise refusal(f"版式要有自己的名称(不能叫“{USUAL}”),没有保存。")
    if len(name) > LONGEST:
        raise refusal(f"版式的名称太长,没有保存。请在{LONGEST}个字以内。")
    if not layout.columns and sheet not in FIXED:
        raise refusal("版式里一列也没有,没有保存。请至少选一列。")
    kept = Layout(name, layout.columns, layout.paper, layout.title.strip(), layout.label.strip())
    with store.step(f"保存版式“{name}”", now):
        layouts.save_layout(store, sheet, kept)
        settings.put(store, _key(sheet), name)


def remove_layout(store: Store, sheet: str, name: str, now: datetime) -> None:
    """Take one of the office's layouts out; a sheet that used it goes back to the usual one."""
    if not is_own(store, sheet, name):
        raise refusal(f"“{name}”是程序自带的版式,不能删除。")
    with store.step(f"删除版式“{name}”", now):
        layouts.delete_layout(store, sheet, name)
        if settings.get(store, _key(sheet)) == name:
            settings.put(store, _key(sheet), "")


def _key(sheet: str) -> str:
    return f"layout.{sheet}"
