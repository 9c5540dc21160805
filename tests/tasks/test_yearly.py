"""Plans side by side: what is kept, changed, new, dropped; leads and tasks of last year."""

from dataclasses import replace
from datetime import date

import pytest

from shuangda_desktop.tasks.dividing.edit import joined_units
from shuangda_desktop.tasks.dividing.yearly import (
    Likeness,
    carried_over,
    compare,
    differing,
    with_last_leads,
)
from shuangda_desktop.tasks.model import Assignment, Rewording
from shuangda_desktop.text.level import Level
from shuangda_desktop.units.model import Unit
from tasks.task_samples import (
    COOPERATING,
    DECIDED,
    LEAD,
    PROPOSED,
    RESPONSIBLE,
    STATED,
    describe,
    measure,
    task,
)
from units.invented_city import directory

SEEDS = "春耕前后检查种子、农药、化肥经营门店\uff0c抽检不合格的一律下架。"
AGAIN = "春耕、秋种前后检查种子、农药、化肥经营门店\uff0c不合格的下架并公布。"
NET = "督促网络交易平台核验经营者身份\uff0c反复售假的店铺依法关停。"
OIL = "抽查加油站汽柴油质量\uff0c全年不少于三百批次。"


def test_measures_are_kept_changed_new_or_dropped():
    this = [measure(1, NET), measure(2, AGAIN), measure(3, "清查校园周边盗版教材教辅。")]
    last = [measure(7, SEEDS), measure(8, OIL), measure(9, NET + "\n")]
    lines = compare(this, last)
    assert [
        (line.kind, line.this and line.this.key, line.other and line.other.key) for line in lines
    ] == [
        (Likeness.SAME, 1, 9),
        (Likeness.CHANGED, 2, 7),
        (Likeness.NEW, 3, None),
        (Likeness.DROPPED, None, 8),
    ]
    assert lines[0].score > lines[1].score > lines[2].score == 0.0


def test_a_part_of_a_broader_measure_stands_beside_that():
    this = [measure(1, SEEDS + NET + OIL), measure(2, "组织宣传周。")]
    last = [measure(7, SEEDS), measure(8, NET), measure(9, OIL)]
    lines = [
        (line.kind, line.this and line.this.key, line.other and line.other.key)
        for line in compare(this, last)
    ]
    whole = [other for kind, key, other in lines if kind is Likeness.CHANGED and key == 1]
    partly = [other for kind, key, other in lines if kind is Likeness.PART and key == 1]
    assert len(whole) == 1
    assert sorted(whole + partly) == [7, 8, 9]
    assert lines[-1] == (Likeness.NEW, 2, None)


def test_nothing_compares_with_nothing():
    assert compare([], []) == ()


def test_what_differs_between_two_texts_is_found_on_both_sides():
    ours, theirs = differing("抽查不少于20家。", "全年抽查不少于15家。")
    assert ["抽查不少于20家。"[s.start : s.end] for s in ours] == ["20"]
    assert ["全年抽查不少于15家。"[s.start : s.end] for s in theirs] == ["全年", "15"]
    assert differing("相同", "相同") == ((), ())


POLICE = Assignment("市公安局", LEAD, PROPOSED, "省公安厅", "按排序首位拟定")
TRADE = Assignment("市商务局", RESPONSIBLE, STATED)


def led(task_of, *names, on=None):
    leads = {1: [Assignment(name, LEAD, DECIDED) for name in names]}
    (made,) = with_last_leads([task_of], leads, directory(), on)
    return made


def test_a_lead_that_is_only_proposed_gives_way_to_last_years():
    made = led(task(assignments=(POLICE, TRADE)), "市商务局")
    assert describe(made.assignments) == "lead: 市商务局?; responsible: 市公安局?"
    assert made.assignments[0].reason == "去年由市商务局牵头"


def test_a_lead_of_last_year_that_the_list_does_not_name_is_proposed_all_the_same():
    made = led(task(assignments=(POLICE,)), "市财政局")
    assert describe(made.assignments) == "lead: 市财政局?; responsible: 市公安局?"


def test_the_same_lead_again_says_so_too():
    (lead,) = led(task(assignments=(POLICE,)), "市公安局").assignments
    assert lead.reason == "按排序首位拟定\uff1b去年由市公安局牵头"
    assert lead.basis is PROPOSED


def test_a_lead_that_the_source_states_is_never_touched():
    stated = task(assignments=(replace(POLICE, basis=STATED), TRADE))
    assert led(stated, "市商务局") == stated


def test_last_years_lead_is_named_as_it_is_today():
    assert led(task(assignments=(POLICE,)), "市工商局").assignments[0].unit == "市市场监管局"


@pytest.mark.parametrize("name", ["甲乙丙", "公安部", "有关部门", "各成员单位"])
def test_whoever_is_nobody_of_ours_leads_no_more(name):
    whole = task(assignments=(POLICE, TRADE))
    assert led(whole, name) == whole


def test_a_unit_that_was_given_up_leads_no_more():
    gone = Unit("own.1", "市试点办", Level.CITY, active_until=date(2025, 12, 31))
    known = replace(directory(), units=(*directory().units, gone))
    whole = task(assignments=(POLICE,))
    leads = {1: [Assignment("市试点办", LEAD, DECIDED)]}
    assert with_last_leads([whole], leads, known, date(2026, 3, 1)) == (whole,)


def test_a_task_whose_measure_is_new_stays_as_it_is():
    other = task(assignments=(POLICE,), measure_key=99)
    assert led(other, "市商务局") == other


def test_an_unfinished_task_comes_over_as_a_proposal():
    old = task(
        assignments=(replace(POLICE, id=4, basis=DECIDED),),
        id=9,
        number=5,
        due_on=date(2025, 6, 30),
        due_text="6月底前",
        due_basis=STATED,
        rewordings=(Rewording("全省", "全市"),),
        more_keys=(3,),
    )
    new = carried_over(old, 8, date(2026, 12, 31))
    assert (new.id, new.plan_id, new.due_on, new.due_basis, new.due_text) == (
        None, 8, date(2026, 12, 31), PROPOSED, "",
    )  # fmt: skip
    assert new.reason == "去年第5项没有办结\uff0c拟结转"
    (given,) = new.assignments
    assert (given.id, given.basis, given.reason) == (None, PROPOSED, "去年的分工\uff1a市公安局")
    assert (new.rewordings, new.more_keys) == ((), ())


def test_tasks_of_two_plans_share_their_units_and_the_first_keeps_its_lead():
    kept = task(assignments=(replace(POLICE, id=1), replace(TRADE, id=2)), id=1)
    gone = task(
        assignments=(
            Assignment("市司法局", LEAD, STATED, id=3),
            replace(TRADE, role=COOPERATING, id=4),
        ),
        id=2,
        reason="理由",
    )
    made = joined_units(kept, gone)
    assert describe(made.assignments) == "lead: 市公安局?; responsible: 市商务局, 市司法局"
    assert [a.id for a in made.assignments] == [1, 2, None]
    assert (made.id, made.reason) == (1, "理由")


def test_a_task_without_a_lead_gets_that_of_the_other():
    made = joined_units(task(assignments=(TRADE,)), task(assignments=(replace(POLICE, id=3),)))
    assert describe(made.assignments) == "lead: 市公安局?; responsible: 市商务局"
