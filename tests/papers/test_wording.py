"""Words made from rows: duty clauses, deadlines, names of documents."""

from dataclasses import replace
from datetime import date

import pytest

from exports.sample import task, unit
from shuangda_desktop.papers.wording import (
    deadline,
    due_on_paper,
    duty_clause,
    duty_lines,
    named_documents,
    numbered,
    run_in,
    usual_deadline,
    without_number,
)
from shuangda_desktop.plan.model import Role
from shuangda_desktop.tasks.model import Basis


def ascii_form(text: str) -> str:
    """Marks as ASCII, so that the expectation can be typed."""
    return text.translate({0xFF08: "(", 0xFF09: ")", 0xFF1A: ":", 0xFF1B: ";"})


def test_roles_and_deadline_are_written_back_in_brackets():
    assert ascii_form(duty_clause(task())) == (
        "(牵头单位:市农业农村局;责任单位:市市场监管局;配合单位:市公安局;完成时限:2026年6月底前)"
    )


def test_the_clause_is_in_full_width():
    assert {c for c in duty_clause(task()) if c in ",:;()"} == set()


def test_several_units_of_a_role_are_listed_in_their_order():
    units = (unit("市公安局"), unit("示例海关"))
    assert (
        ascii_form(duty_clause(task(units=units, due_on=None))) == "(牵头单位:市公安局、示例海关)"
    )


def test_what_is_only_proposed_says_so():
    row = task(units=(unit("市公安局", basis=Basis.PROPOSED),), due_basis=Basis.PROPOSED)
    assert ascii_form(duty_clause(row)) == "(拟牵头单位:市公安局;拟完成时限:2026年6月底前)"


def test_parts_of_a_task_have_their_own_lists():
    units = (
        unit("市市场监管局", scope="食品整治"),
        unit("市公安局", Role.COOPERATING, scope="食品整治"),
        unit("市卫生健康委", scope="药品整治"),
    )
    assert ascii_form(duty_clause(task(units=units, due_on=None))) == (
        "(食品整治牵头单位:市市场监管局;食品整治配合单位:市公安局;药品整治牵头单位:市卫生健康委)"
    )


def test_no_units_and_no_deadline_give_no_empty_brackets():
    assert duty_clause(task(units=(), due_on=None)) == ""


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"due_on": date(2026, 12, 31)}, "2026年12月底前"),
        ({"due_on": date(2026, 2, 28)}, "2026年2月底前"),
        ({"due_on": date(2028, 2, 28)}, "2028年2月28日前"),
        ({"due_on": date(2026, 5, 1), "due_basis": Basis.PROPOSED}, "2026年5月1日前"),
        ({"due_on": None, "due_text": "年底前"}, "年底前"),
        ({"due_on": None, "recurrence": "P3M"}, "每季度"),
        ({"due_on": None, "recurrence": "standing"}, "长期坚持"),
        ({"due_on": None, "recurrence": "P9D"}, ""),
        ({"due_on": None}, ""),
    ],
)
def test_deadlines_are_told_in_the_words_of_the_office(changes, words):
    assert deadline(task(**changes)) == words


@pytest.mark.parametrize(
    ("heading", "rest"),
    [
        ("一、加强监管", "加强监管"),
        ("(三)加强监管", "加强监管"),
        ("\uff08二十一\uff09加强监管", "加强监管"),
        ("3.加强监管", "加强监管"),
        ("12\uff0e加强监管", "加强监管"),
        ("一体化推进", "一体化推进"),
        ("三项制度", "三项制度"),
        ("2026年工作", "2026年工作"),
        (" 加强监管 ", "加强监管"),
        ("(四)", ""),
        ("", ""),
    ],
)
def test_the_number_of_a_heading_is_taken_off_and_nothing_else(heading, rest):
    assert without_number(heading) == rest


@pytest.mark.parametrize(
    ("basis", "words"),
    [
        ((), ""),
        ((("工作要点", ""),), "《工作要点》"),
        ((("《工作要点》", "示发〔2026〕1号"),), "《工作要点》(示发〔2026〕1号)"),
        ((("甲", ""), ("乙", "")), "《甲》《乙》"),
        ((("甲", "一号"), ("乙", "二号")), "《甲》(一号)、《乙》(二号)"),
        ((("关于印发《要点》的通知", ""),), "《关于印发〈要点〉的通知》"),
    ],
)
def test_documents_are_named_by_the_rules_of_punctuation(basis, words):
    assert ascii_form(named_documents(basis)) == words


END = date(2026, 12, 31)


def proposed(number: int, **changes):
    """A task with the deadline that the program proposes for all."""
    return task(number, **{"due_on": END, "due_basis": Basis.PROPOSED, **changes})


def test_a_proposed_deadline_that_many_share_is_the_usual_one():
    rows = [*map(proposed, range(3)), task(4), proposed(5, due_on=date(2026, 11, 30))]
    assert usual_deadline(rows) == END


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [task(1)],
        [proposed(1), proposed(2)],  # too few to be worth a sentence
        [task(n, due_on=END) for n in range(5)],  # the source says so: that stays with each task
        [*map(proposed, range(5)), task(6, due_on=None)],  # silence would give this one a deadline
    ],
)
def test_otherwise_each_task_names_its_own(rows):
    assert usual_deadline(rows) is None


@pytest.mark.parametrize(
    ("row", "named"),
    [
        (proposed(1), False),
        (proposed(1, due_on=date(2026, 11, 30)), True),
        (proposed(1, due_basis=Basis.DECIDED), True),
        (task(1, due_on=None, recurrence="P3M"), True),
    ],
)
def test_only_the_usual_deadline_is_left_out_of_a_clause(row, named):
    assert ("完成时限" in duty_clause(row, END)) is named
    assert "完成时限" in duty_clause(row)


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("开展排查", "3.开展排查"),
        ("6月底前", "3. 6月底前"),
        ("\uff16月底前", "3. \uff16月底前"),
        ("", "3."),
    ],
)
def test_a_number_before_a_digit_does_not_read_as_one_number(text, item):
    assert numbered(3, text) == item


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "2026年6月底前"),
        ({"due_on": date(2026, 6, 5)}, "2026年6月5日前"),
        ({"due_basis": Basis.PROPOSED}, "2026年6月底前\n(拟)"),
        ({"recurrence": "P3M"}, "2026年6月底前\n(每季度)"),
        ({"recurrence": "P6M", "due_basis": Basis.PROPOSED}, "2026年6月底前\n(每半年\uff0c拟)"),
        ({"due_on": None, "recurrence": "P1M"}, "每月"),
        ({"due_on": None, "due_text": "春节前"}, "春节前"),
        ({"due_on": None}, ""),
    ],
)
def test_a_cell_tells_the_day_first_and_its_marks_below(changes, words):
    assert ascii_form(due_on_paper(task(**changes))) == words


@pytest.mark.parametrize(
    ("title", "text", "parts"),
    [
        ("推进打假", "开展排查。", ("推进打假", "开展排查。")),
        ("开展排查", "开展排查。处理投诉。", ("开展排查", "处理投诉。")),
        ("开展排查", "开展排查。", ("", "开展排查。")),
        ("", "抽查不少于20家。处理投诉。", ("", "抽查不少于20家。处理投诉。")),
    ],
)
def test_a_short_first_sentence_with_words_behind_it_is_a_heading(title, text, parts):
    assert run_in(task(1, title=title, text=text)) == parts


def test_a_scope_that_the_title_says_is_not_said_again():
    row = task(1, title="整治\uff08食品\uff09", units=(unit("甲", scope="食品"),), due_on=None)
    assert duty_lines(row) == ["牵头单位\uff1a甲"]
    assert duty_lines(replace(row, title="整治")) == ["食品牵头单位\uff1a甲"]
