"""Layouts choose, order and name columns; what is gone is left out."""

from shuangda_desktop.tasks.columns.column import Column
from shuangda_desktop.tasks.columns.layouts import (
    Layout,
    LayoutColumn,
    dumped,
    laid_out,
    loaded,
    titled,
)

COLUMNS = tuple(
    Column(key, title, str, str, width)
    for key, title, width in (("number", "序号", 3), ("title", "任务", 9), ("lead", "牵头", 8))
)


def named(columns):
    return [(c.key, c.title, c.width) for c in columns]


def test_a_layout_chooses_orders_and_names_columns():
    layout = Layout("市里", (LayoutColumn("lead", " 谁来做 ", 12), LayoutColumn("number")))
    assert named(laid_out(COLUMNS, layout)) == [("lead", "谁来做", 12), ("number", "序号", 3)]


def test_a_column_that_is_no_longer_there_is_left_out():
    layout = Layout("旧", (LayoutColumn("gone"), LayoutColumn("title")))
    assert named(laid_out(COLUMNS, layout)) == [("title", "任务", 9)]
    assert laid_out(COLUMNS, Layout("空", (LayoutColumn("gone"),))) == COLUMNS


def test_widths_stay_within_reason():
    layout = Layout("宽", (LayoutColumn("lead", "", 900), LayoutColumn("title", "", 1)))
    assert [c.width for c in laid_out(COLUMNS, layout)] == [60, 2]


def test_what_is_kept_comes_back():
    columns = (LayoutColumn("title", "任务", 9), LayoutColumn("lead", "牵头", 8))
    assert loaded(dumped(Layout("新", columns))) == columns


def test_a_title_takes_the_city_and_the_year():
    own = Layout("市里", title="{市}{年}年分工表")
    assert titled(own, "平常", "云泽市", 2026) == "云泽市2026年分工表"
    assert titled(Layout("市里", title=" "), "平常", "云泽市", 2026) == "平常"
