"""同上 and 见附件: asked, with what the row above says; neither is kept as if it were a report."""

import pytest

from shuangda_desktop.tasks.returns import values
from shuangda_desktop.tasks.returns.model import Verdict
from shuangda_desktop.tasks.returns.pointing import points_above, points_elsewhere, with_row
from shuangda_desktop.tasks.returns.table import TableRow
from tasks.forms import ask, asked


@pytest.mark.parametrize(
    "text", ["同上", " 同上\u3002", "同上一项", "同上条", "同前", "同前所述", "\u3003", '"']
)
def test_a_cell_points_to_the_row_above(text):
    assert points_above(text)
    assert not points_elsewhere(text)


@pytest.mark.parametrize(
    "text",
    [
        "见附件",
        "详见附件\u3002",
        "请见附件1",
        "\uff08见附表\uff09",
        "另附",
        "附后",
        "见另文",
        "附件",
    ],
)
def test_a_cell_points_to_another_paper(text):
    assert points_elsewhere(text)
    assert not points_above(text)


@pytest.mark.parametrize(
    "text",
    [
        "同上月相比增加12起",
        "同上期",
        "检查12家\uff0c名单见附件",
        "附近商户检查完毕",
        "附设检查点3个",
        "",
    ],
)
def test_words_that_say_something_point_nowhere(text):
    assert not points_above(text)
    assert not points_elsewhere(text)


def changes(texts, above):
    row = TableRow(9, None, texts, {name: (9, at) for at, name in enumerate(texts)}, {}, {})
    return {one.field: one for one in values.changes(asked(), ask(1), row, "", above)}


def test_what_stands_above_is_proposed_and_asked():
    above = with_row({}, {"note": "检查12家\u3002", "percent": "八成", "problem": "见附件"})
    found = changes({"note": "同上", "percent": "同上", "problem": "同上"}, above)
    assert {name: (c.after, c.verdict) for name, c in found.items()} == {
        "note": ("检查12家\u3002", Verdict.ASK),
        "percent": ("80", Verdict.ASK),
        "problem": ("", Verdict.ASK),
    }
    assert found["note"].raw == "同上"
    assert "是不是照上一行写" in found["note"].why


def test_several_rows_may_point_to_the_same_one():
    above = with_row({"note": "检查12家\u3002", "percent": "50"}, {"note": "同上", "percent": ""})
    assert above == {"note": "检查12家\u3002"}


def test_what_is_in_another_paper_is_asked_for():
    found = changes({"note": "详见附件"}, {})
    assert (found["note"].after, found["note"].verdict) == ("", Verdict.ASK)
    assert "内容不在表里" in found["note"].why
