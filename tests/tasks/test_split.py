"""From measures to tasks."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shuangda_desktop.plan.model import Deadline, Duty, Measure, Recurrence, Role, Section, Target
from shuangda_desktop.tasks.dividing.split import split
from shuangda_desktop.text.level import Level
from shuangda_desktop.text.mapped import Span
from tasks.task_samples import PROPOSED, STATED, describe, measure, plan
from units.invented_city import directory


def tasks(*measures, **more):
    return split(plan(*measures, **more), directory(), 7)


def only(*measures, **more):
    (made,) = tasks(*measures, **more)
    return made


def test_every_measure_becomes_a_task_of_its_plan_in_order():
    made = tasks(measure(1), measure(5), measure(9))
    assert [(t.plan_id, t.measure_key, t.number) for t in made] == [(7, 1, 1), (7, 5, 2), (7, 9, 3)]


def test_an_empty_plan_has_no_tasks():
    assert tasks() == ()


def test_the_text_is_reworded_and_the_change_kept():
    made = only(measure(text="加强全省农资市场监管。"))
    assert made.text == "加强全市农资市场监管。"
    assert [(change.before, change.after) for change in made.rewordings] == [("全省", "全市")]


def test_a_plan_of_the_city_keeps_its_words_and_units():
    made = only(measure(text="向全省推广经验。", notation="lead: 市公安局"), level=Level.CITY)
    assert (made.text, made.rewordings) == ("向全省推广经验。", ())
    assert describe(made.assignments) == "lead: 市公安局"


def test_a_measure_without_a_unit_says_so():
    assert only(measure()).reason == "来文未列责任单位\uff0c请指定"
    assert only(measure()).assignments == ()


def test_an_open_list_of_units_is_pointed_out():
    made = only(measure(notation="lead: 省公安厅", open_ended=True))
    assert made.reason == "来文单位名单以\u201c等\u201d结尾\uff0c请核对是否还有其他单位"


@pytest.mark.parametrize(
    ("notation", "parts"),
    [
        ("lead: 省公安厅", [("检查", "lead: 市公安局")]),
        ("lead@食品整治: 省公安厅", [("检查", "lead: 市公安局")]),
        (
            "lead@食品整治: 省公安厅; lead@药品整治: 省商务厅",
            [
                ("检查\uff08食品整治\uff09", "lead: 市公安局"),
                ("检查\uff08药品整治\uff09", "lead: 市商务局"),
            ],
        ),
        (
            "lead@食品整治: 省公安厅; lead@药品整治: 省商务厅; cooperating: 省司法厅",
            [
                ("检查\uff08食品整治\uff09", "lead: 市公安局; cooperating: 市司法局"),
                ("检查\uff08药品整治\uff09", "lead: 市商务局; cooperating: 市司法局"),
            ],
        ),
    ],
)
def test_scopes_with_units_of_their_own_become_tasks_of_their_own(notation, parts):
    made = tasks(measure(notation=notation, title="检查"))
    assert [(t.title, describe(t.assignments)) for t in made] == parts
    assert {t.measure_key for t in made} == {1}
    assert all(("按范围" in t.reason) == (len(parts) > 1) for t in made)


@pytest.mark.parametrize(
    ("own", "headings", "sections", "title"),
    [
        ("全省专项检查", (), (None,), "全市专项检查"),
        ("", ("加强全省农资监管",), (0,), "加强全市农资监管"),
        ("", ("加强农资监管",), (0, 0), "检查全市种子市场"),
        ("", ("",), (0,), "检查全市种子市场"),
        ("", (), (None,), "检查全市种子市场"),
    ],
)
def test_the_title_is_the_measures_or_its_headings_or_its_first_words(
    own, headings, sections, title
):
    text = "检查全省种子市场\uff0c抽查种子。"
    parts = [measure(at, text, section=section, title=own) for at, section in enumerate(sections)]
    assert tasks(*parts, headings=headings)[0].title == title


def test_a_change_in_the_title_alone_is_shown_too():
    made = only(measure(text="检查种子。", title="全省检查"))
    assert [(change.before, change.after) for change in made.rewordings] == [("全省", "全市")]


JUNE, YEAR_END = date(2026, 6, 30), date(2026, 12, 31)


@pytest.mark.parametrize(
    ("facts", "due"),
    [
        ({}, (YEAR_END, PROPOSED, "")),
        ({"deadlines": (Deadline("6月底前", JUNE),)}, (JUNE, STATED, "6月底前")),
        (
            {
                "deadlines": (
                    Deadline("6月底前", JUNE),
                    Deadline("1月", date(2026, 1, 31), soft=True),
                )
            },
            (JUNE, STATED, "6月底前、1月"),
        ),
        ({"recurrences": (Recurrence("长期坚持", "standing"),)}, (None, STATED, "长期坚持")),
        ({"recurrences": (Recurrence("每季度", "P3M"),)}, (YEAR_END, PROPOSED, "")),
        (
            {
                "recurrences": (Recurrence("长期坚持", "standing"),),
                "deadlines": (Deadline("6月底前", JUNE),),
            },
            (JUNE, STATED, "6月底前"),
        ),
    ],
)
def test_the_deadline_is_the_sources_or_proposed(facts, due):
    made = only(measure(**facts))
    assert (made.due_on, made.due_basis, made.due_text) == due


def test_the_office_may_propose_another_day_than_years_end():
    (made,) = split(plan(measure()), directory(), 7, year_end=(11, 30))
    assert made.due_on == date(2026, 11, 30)


@pytest.mark.parametrize(
    ("year", "issued", "due"),
    [
        (2025, date(2026, 3, 2), date(2025, 12, 31)),
        (None, date(2026, 3, 2), YEAR_END),
        (None, None, None),
    ],
)
def test_the_year_is_the_plans_or_that_of_its_issue(year, issued, due):
    assert only(measure(), plan_year=year, issued_on=issued).due_on == due


def test_rhythm_and_targets_go_along():
    target = Target("抽查比例", ">=", 3, "%", "不低于3%")
    made = only(measure(recurrences=(Recurrence("每季度", "P3M"),), targets=(target,)))
    assert (made.recurrence, made.targets) == ("P3M", (target,))


@pytest.mark.parametrize(
    ("issued", "unit"), [(date(2017, 5, 2), "市工商局"), (date(2026, 3, 2), "市市场监管局")]
)
def test_the_units_are_those_of_the_day_of_issue(issued, unit):
    source = plan(measure(notation="lead: 省工商局"), issued_on=date(2017, 5, 2))
    (made,) = split(source, directory(), 7, issued)
    assert [given.unit for given in made.assignments] == [unit]


def test_without_a_day_the_plans_own_date_counts():
    made = only(measure(notation="lead: 省工商局"), issued_on=date(2017, 5, 2))
    assert [given.unit for given in made.assignments] == ["市工商局"]


def test_what_stays_above_is_proposed_as_not_applicable_with_the_reason():
    made = only(measure(text="推进打击侵权假冒立法工作。", notation="lead: 省司法厅"))
    assert (made.applicable, made.reason) == (False, "立法、司法解释等事项由上级承担")


def test_in_a_plan_of_the_city_nothing_stays_above():
    assert only(measure(text="推进地方立法工作。"), level=Level.CITY).applicable


UNITS = st.sampled_from(
    ["省公安厅", "省工商局", "云州海关", "各成员单位", "甲乙丙", "省通信管理局", ""]
)
DUTIES = st.lists(
    st.builds(Duty, UNITS, st.sampled_from(list(Role)), st.sampled_from([None, "食品", "药品"])),
    max_size=6,
)
MEASURES = st.lists(st.tuples(st.text(max_size=30), DUTIES), max_size=6)


@settings(max_examples=60)
@given(MEASURES, st.sampled_from([None, *Level]))
def test_no_measure_and_no_unit_is_lost(parts, level):
    measures = [
        Measure(key, text, Span(key, key + 1), None, None, tuple(duties))
        for key, (text, duties) in enumerate(parts)
    ]
    made = tasks(*measures, level=level)
    assert list(dict.fromkeys(t.measure_key for t in made)) == [m.key for m in measures]
    assert [t.number for t in made] == list(range(1, len(made) + 1))
    for source in measures:
        told = "、".join(
            a.source_unit for t in made if t.measure_key == source.key for a in t.assignments
        )
        assert all(duty.unit in told for duty in source.duties)


def test_aims_that_name_nobody_are_proposed_as_no_task_whatever_the_level():
    aim = measure(1, "全面提高工作水平。", section=0)
    named = measure(2, "全面提高工作水平。", "lead: 市公安局", section=0)
    for level in (Level.PROVINCE, Level.CITY):
        first, second = split(plan(aim, named, level=level, headings=["工作目标"]), directory(), 7)
        assert (first.applicable, first.reason.split("\uff1b")[0]) == (
            False,
            "总体要求和目标不单独成为任务",
        )
        assert second.applicable


def below(*headings):
    """A chapter, and each other heading below it."""
    first, *others = headings
    chapter = Section(1, "二", first, Span(0, 1))
    items = (Section(2, "(一)", heading, Span(0, 1), 0) for heading in others)
    return (chapter, *items)


def test_a_chapter_whose_measures_name_units_holds_tasks_whatever_it_is_called():
    named = measure(1, "检查集市。", "lead: 市公安局", section=1)
    bare = measure(2, "建成示范街1条。", section=2)
    goal = measure(3, "工作目标\uff1a亮证经营率达到100%。", section=2)
    made = replace(plan(named, bare, goal), sections=below("目标任务", "净化集市", "示范创建"))
    assert [task.applicable for task in split(made, directory(), 7)] == [True, True, False]


def test_a_chapter_of_aims_holds_none_below_it_either():
    bare = measure(1, "全面提高工作水平。", section=1)
    made = replace(plan(bare), sections=below("工作目标", "执法水平"))
    assert not split(made, directory(), 7)[0].applicable
