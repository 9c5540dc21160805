"""The office's layouts of sheets."""

from shuangda_desktop.store.columns import Columns
from shuangda_desktop.store.database import Store
from shuangda_desktop.tasks.columns.layouts import Layout, dumped, loaded

_LAYOUTS = "SELECT name, columns, paper, title, label FROM layout WHERE sheet = ? ORDER BY name"


def load_layouts(store: Store, sheet: str) -> tuple[Layout, ...]:
    """All layouts of a kind of sheet."""
    return tuple(_layout(*row) for row in store.rows(_LAYOUTS, [sheet]))


def save_layout(store: Store, sheet: str, layout: Layout) -> None:
    """Keep a layout, in the place of the one of its name."""
    values = [dumped(layout), layout.paper, layout.title, layout.label]
    changed = store.execute(
        "UPDATE layout SET columns = ?, paper = ?, title = ?, label = ? WHERE sheet = ? AND name = ?",
        [*values, sheet, layout.name],
    )
    if not changed:
        names = ("columns", "paper", "title", "label")
        row: Columns = {
            "sheet": sheet,
            "name": layout.name,
            **dict(zip(names, values, strict=True)),
        }
        store.insert("layout", [row])


def delete_layout(store: Store, sheet: str, name: str) -> None:
    """Take a layout out."""
    store.execute("DELETE FROM layout WHERE sheet = ? AND name = ?", [sheet, name])


def _layout(name: str, columns: str, paper: str, title: str, label: str) -> Layout:
    return Layout(name, loaded(columns), paper, title, label)
