"""From measures to tasks."""

from datetime import date

from shuangda_desktop.plan.model import Deadline, Duty, Measure, Plan, Recurrence, Role
from shuangda_desktop.tasks.model import Basis
from shuangda_desktop.tasks.split import split
from shuangda_desktop.text.level import Level
from shuangda_desktop.text.mapped import Span
from units.invented_city import directory


def measure(key=1, text="加强全省农资市场监管。", duties=(), **more):
    return Measure(key, text, Span(key, key + 1), None, None, tuple(duties), **more)


def plan(*measures, level=Level.PROVINCE):
    return Plan(plan_year=2026, level=level, issued_on=date(2026, 3, 2), measures=measures)


def tasks(*measures, **more):
    return split(plan(*measures, **more), directory(), 7)


def test_every_measure_becomes_a_task_of_its_plan():
    made = tasks(measure(1), measure(5))
    assert [(task.plan_id, task.measure_key, task.number) for task in made] == [(7, 1, 1), (7, 5, 2)]


def test_the_text_is_reworded_and_the_change_kept():
    (made,) = tasks(measure())
    assert made.text == "加强全市农资市场监管。"
    assert [(change.before, change.after) for change in made.rewordings] == [("全省", "全市")]


def test_without_a_stated_lead_the_first_unit_is_proposed():
    duties = [Duty("省公安厅", Role.RESPONSIBLE), Duty("省商务厅", Role.RESPONSIBLE)]
    (made,) = tasks(measure(duties=duties))
    lead, other = made.assignments
    assert (lead.unit, lead.role, lead.basis) == ("市公安局", Role.LEAD, Basis.PROPOSED)
    assert (other.unit, other.role, other.basis) == ("市商务局", Role.RESPONSIBLE, Basis.STATED)
    assert "按排序首位拟定" in lead.reason


def test_a_deadline_of_the_source_is_stated_and_the_years_end_proposed():
    stated, proposed = tasks(measure(1, deadlines=(Deadline("6月底前", date(2026, 6, 30)),)), measure(2))
    assert (stated.due_on, stated.due_basis) == (date(2026, 6, 30), Basis.STATED)
    assert (proposed.due_on, proposed.due_basis) == (date(2026, 12, 31), Basis.PROPOSED)


def test_what_goes_on_for_good_has_no_deadline():
    (made,) = tasks(measure(recurrences=(Recurrence("长期坚持", "standing"),)))
    assert (made.due_on, made.due_text, made.recurrence) == (None, "长期坚持", "standing")
