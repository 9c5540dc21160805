"""What a letter says: nothing at all, or which of its lines are about which task."""

import pytest

from shuangda_desktop.tasks.rounds.letters import Named, Part, has_none, parts

TASKS = (Named(3, "管好网店"), Named(12, "集市"))


@pytest.mark.parametrize(
    "words",
    ["我局无意见。", "经研究，没有修改意见和建议。", "无意见、建议", "对征求意见稿无异议。"],
)
def test_none_at_all(words):
    assert has_none(words)


@pytest.mark.parametrize(
    "words",
    [
        "建议第3项推迟。其余无意见。",
        "时限请改为年底，其他没有意见",
        "第五项我局不宜牵头，此外无其他意见。",
        "请核对职责。",
        "",
    ],
)
def test_none_on_the_rest_is_something(words):
    assert not has_none(words)


def test_lines_are_sorted_by_the_number_or_the_title_of_a_task():
    lines = ["第十二项建议删去。", "管好网店一项改为全年。", "第3项增加一句。"]
    assert parts(lines, TASKS) == (
        Part(1, "第十二项建议删去。", "第十二项"),
        Part(0, "管好网店一项改为全年。", "管好网店"),
        Part(0, "第3项增加一句。", "第3项"),
    )


def test_a_number_of_nobody_s_and_a_title_of_two_characters_name_no_task():
    assert parts(["第99项建议删去。", "集市要管好。"], TASKS) == ()
    assert parts([], TASKS) == ()


@pytest.mark.parametrize(
    "last", ["特此函复。", "联系人：张三，电话12345。", "某局", "余下的都无意见。"]
)
def test_the_end_of_a_letter_is_no_part_of_the_opinion(last):
    (part,) = parts(["第3项建议删去。", last], TASKS)
    assert part.words == "第3项建议删去。"


def test_what_goes_on_below_belongs_to_the_line_above():
    (part,) = parts(["某局：", "第3项建议删去。", "理由是，没有经费。"], TASKS)
    assert part.words == "第3项建议删去。\n理由是，没有经费。"


def test_lines_of_another_unit_are_no_task():
    assert parts(["建议第3项推迟。"], ()) == ()
