"""A plan beside last year's, and beside another higher plan of its year."""

from dataclasses import replace
from datetime import date

import pytest

from shuangda_desktop.errors import RuleError
from shuangda_desktop.plan.model import Duty, Measure, Plan, Role
from shuangda_desktop.services.city import directory
from shuangda_desktop.services.dividing import comparing, linting, splitting
from shuangda_desktop.services.dividing.comparing import Beside
from shuangda_desktop.services.dividing.ordering import tasks_of
from shuangda_desktop.services.reading import importing
from shuangda_desktop.services.tracking import tracking
from shuangda_desktop.store import plans, queries, task_sources, tasks
from shuangda_desktop.store.moves import load_moves
from shuangda_desktop.store.task_sources import add_sources, other_sources
from shuangda_desktop.tasks.dividing.yearly import Likeness
from shuangda_desktop.tasks.model import NO_MEASURE, Assignment, Basis, ProgressEntry, Status
from shuangda_desktop.text.level import Level
from shuangda_desktop.text.mapped import MappedText, Span

SEEDS = "春耕前后检查种子、农药、化肥经营门店\uff0c抽检不合格的一律下架。"
AGAIN = "春耕、秋种前后检查种子、农药、化肥经营门店\uff0c不合格的下架并公布。"
NET = "督促网络交易平台核验经营者身份\uff0c反复售假的店铺依法关停。"
OIL = "抽查加油站汽柴油质量\uff0c全年不少于三百批次。"
BOOKS = "清查校园周边盗版教材教辅和有害出版物。"


def measure(key, text, *named, role=Role.RESPONSIBLE):
    duties = tuple(Duty(name, role) for name in named)
    return Measure(key, text, Span(0, 1), None, None, duties)


@pytest.fixture
def keep(store, draft, now):
    """Keeps a plan of these measures; its id."""

    def _keep(year, *measures, level=Level.PROVINCE, title="要点"):
        made = Plan(title=f"{year}年{title}", level=level, plan_year=year, measures=measures)
        with store.step("导入", now):
            source = replace(draft.source, sha256=f"{year}{title}{level}")
            return plans.save_plan(store, source, MappedText.of("原文。"), made, now.date())

    directory.set_up_city(store, "示例省", "示例市", now)
    return _keep


@pytest.fixture
def years(store, keep, now):
    """Last year's plan with its tasks decided and partly done, and this year's without tasks."""
    last = keep(
        2025,
        measure(1, SEEDS, "省公安厅", "省农业农村厅"),
        measure(2, OIL, "省商务厅"),
        measure(3, NET, "省公安厅"),
    )
    splitting.divide(store, last, now)
    seeds, _, net = tasks_of(store, last)
    lead = [Assignment("市农业农村局", Role.LEAD), Assignment("市公安局", Role.COOPERATING)]
    splitting.set_units(store, seeds.id, lead, now)
    tracking.set_status(store, net.id, Status.ONGOING, "", now)
    tracking.set_status(store, net.id, Status.DONE, "办结", now)
    this = keep(
        2026,
        measure(11, AGAIN, "省公安厅", "省农业农村厅"),
        measure(12, NET, "省公安厅", role=Role.LEAD),
        measure(13, BOOKS, "省教育厅"),
    )
    return last, this


def test_last_years_plan_and_those_of_the_year_can_be_laid_beside(store, years, keep):
    last, this = years
    national = keep(2026, measure(1, SEEDS, "公安部"), level=Level.NATIONAL)
    keep(2024, measure(1, SEEDS))
    found = [(row.plan_id, kind) for row, kind in comparing.comparable(store, this)]
    assert found == [(national, Beside.SAME_YEAR), (last, Beside.LAST_YEAR)]
    assert comparing.comparable(store, 99) == ()


def test_measures_stand_side_by_side_with_their_tasks(store, years):
    last, this = years
    lines = comparing.compare_plans(store, this, last)
    assert [line.compared.kind for line in lines] == [
        Likeness.CHANGED,
        Likeness.SAME,
        Likeness.NEW,
        Likeness.DROPPED,
    ]
    assert [[row.title for row in line.theirs] != [] for line in lines] == [True, True, False, True]
    assert [len(line.unfinished) for line in lines] == [1, 0, 0, 1]
    assert not any(line.joined for line in lines)


def test_last_years_lead_is_proposed_where_the_source_names_none(store, years, now):
    _, this = years
    splitting.divide(store, this, now)
    seeds, net, books = tasks_of(store, this)
    assert [(a.unit, a.role, a.basis) for a in seeds.assignments] == [
        ("市农业农村局", Role.LEAD, Basis.PROPOSED),
        ("市公安局", Role.RESPONSIBLE, Basis.PROPOSED),
    ]
    assert seeds.assignments[0].reason.endswith("去年由市农业农村局牵头")
    assert (net.assignments[0].unit, net.assignments[0].basis) == ("市公安局", Basis.STATED)
    assert "去年" not in books.assignments[0].reason


def test_unfinished_tasks_are_carried_over_beside_the_same_measure(store, years, now, dump):
    last, this = years
    splitting.divide(store, this, now)
    before = dump()
    seeds, oil, _ = tasks_of(store, last)
    ids = comparing.carry_over(store, this, [seeds.id, oil.id], now)
    made = {task.id: task for task in tasks_of(store, this)}
    assert [made[i].measure_key for i in ids] == [11, NO_MEASURE]
    assert [made[i].status for i in ids] == [Status.DRAFT] * 2
    assert made[ids[1]].reason == "去年第2项没有办结\uff0c拟结转"
    assert made[ids[0]].due_on == date(2026, 12, 31)
    assert [task.number for task in made.values()] == [1, 2, 3, 4, 5]
    assert len(tasks_of(store, last)) == 3
    store.undo()
    assert dump() == before
    with pytest.raises(RuleError, match="没有选中"):
        comparing.carry_over(store, this, [], now)


def test_what_this_years_plan_has_no_measure_for_comes_last_in_its_order(store, years, now):
    last, this = years
    splitting.divide(store, this, now)
    others = [task.title for task in tasks_of(store, this)]
    oil = tasks_of(store, last)[1]
    parts = oil.id, splitting.split_task(store, oil.id, 5, now)
    for number, task_id in enumerate(parts, 1):
        splitting.change_task(store, task_id, now, title=f"结转{number}")
    comparing.carry_over(store, this, parts, now)
    titles = [task.title for task in tasks_of(store, this)]
    assert titles == [*others, "结转1", "结转2"]


def test_a_task_under_way_that_is_carried_over_is_not_offered_again(store, years, now, dump):
    last, this = years
    seeds, oil, _ = tasks_of(store, last)
    tracking.set_status(store, seeds.id, Status.NOT_STARTED, "", now)
    before = dump()
    comparing.carry_over(store, this, [seeds.id, oil.id], now)
    old = tasks_of(store, last)
    assert [task.status for task in old[:2]] == [Status.CARRIED, Status.DRAFT]
    (*_, move) = load_moves(store, [seeds.id])[seeds.id]
    assert move.reason == "结转到《2026年要点》"
    lines = comparing.compare_plans(store, this, last)
    assert [row.task_id for line in lines for row in line.unfinished] == [oil.id]
    store.undo()
    assert dump() == before


@pytest.fixture
def pair(store, keep, now):
    """The province's and the state's plan of one year, both divided."""
    province = keep(2026, measure(1, SEEDS, "省公安厅"), measure(2, OIL, "省商务厅"))
    splitting.divide(store, province, now)
    national = keep(
        2026,
        measure(21, AGAIN, "农业农村部", role=Role.LEAD),
        measure(22, NET, "公安部"),
        level=Level.NATIONAL,
    )
    splitting.divide(store, national, now)
    return province, national


def test_a_measure_that_another_plan_of_the_year_has_too_says_so(store, pair):
    _, national = pair
    first, second = tasks_of(store, national)
    assert first.reason == "与《2026年要点》第1项说的是同一件事\uff0c可以在“两文对照”里合为一项"
    assert second.reason == ""


def test_one_task_carries_out_the_measures_of_both_plans(store, pair, now, dump):
    province, national = pair
    before = dump()
    kept, gone = tasks_of(store, province)[0], tasks_of(store, national)[0]
    comparing.join_tasks(store, kept.id, gone.id, now)
    assert other_sources(store, kept.id) == ((national, 21),)
    joined = tasks.load_task(store, kept.id)
    assert [a.unit for a in joined.assignments] == ["市公安局", "市农业农村局"]
    assert [task.number for task in tasks_of(store, national)] == [1]
    lines = comparing.compare_plans(store, national, province)
    assert [line.joined for line in lines][:1] == [True]
    (row,) = (r for r in queries.task_rows(store, plan_id=national) if r.task_id == kept.id)
    assert (row.plan_id, row.keys) == (province, (21,))
    assert splitting.divide(store, national, now) == []
    assert "uncovered" not in {f.code for f in linting.lint(store, national)}
    store.undo()
    assert dump() == before


def test_all_sure_pairs_are_joined_in_one_step(store, pair, now, dump):
    province, national = pair
    before = dump()
    assert comparing.join_alike(store, province, national, now) == 1
    assert store.undo_label == "把1项相同的任务合为一项"
    with pytest.raises(RuleError, match="没有可以合为一项"):
        comparing.join_alike(store, province, national, now)
    store.undo()
    assert dump() == before


def test_a_task_with_progress_does_not_go(store, pair, now, dump):
    province, national = pair
    kept, gone = tasks_of(store, province)[0], tasks_of(store, national)[0]
    tracking.record_progress(
        store, ProgressEntry(gone.id, "市农业农村局", now.date(), 10, "已查"), now
    )
    before = dump()
    with pytest.raises(RuleError, match="已经有进展记录"):
        comparing.join_tasks(store, kept.id, gone.id, now)
    with pytest.raises(RuleError, match="没有可以合为一项"):
        comparing.join_alike(store, province, national, now)
    with pytest.raises(RuleError, match="同一份来文"):
        comparing.join_tasks(store, kept.id, tasks_of(store, province)[1].id, now)
    assert dump() == before


def test_numbers_of_each_plan_run_by_themselves(store, pair, now):
    province, national = pair
    comparing.join_alike(store, province, national, now)
    splitting.move_task(store, tasks_of(store, national)[0].id, 1, now)
    assert [task.number for task in tasks_of(store, province)] == [1, 2]
    assert [task.number for task in tasks_of(store, national)] == [1]


def test_a_merged_task_keeps_what_it_carries_out_of_the_other_plan(store, pair, now):
    province, national = pair
    comparing.join_alike(store, province, national, now)
    first, second = tasks_of(store, province)
    splitting.merge_tasks(store, [first.id, second.id], now)
    assert other_sources(store, first.id) == ((national, 21),)
    splitting.divide(store, national, now)
    assert len(tasks_of(store, national)) == 1


def test_a_task_outlives_the_plan_it_was_filed_under(store, pair, now):
    province, national = pair
    comparing.join_alike(store, province, national, now)
    importing.remove_plan(store, province, now)
    kept = [task for task in tasks_of(store, national) if task.measure_key == 21]
    assert len(kept) == 1


def test_a_source_is_added_once(store, pair, now):
    province, national = pair
    (task, _) = tasks_of(store, province)
    with store.step("加", now):
        add_sources(store, task.id, ((national, 21), (national, 21)))
        add_sources(store, task.id, ((national, 21),))
    assert other_sources(store, task.id) == ((national, 21),)


# -- a broad measure beside several narrow ones, and tasks with three sources


BROAD = f"{SEEDS}{OIL}{BOOKS}"


@pytest.fixture
def broad(store, keep, now):
    """The province's three measures, which are one of the nation's; the ids of both plans."""
    narrow = (
        measure(1, SEEDS, "省公安厅"),
        measure(2, OIL, "省商务厅"),
        measure(3, BOOKS, "省教育厅"),
    )
    province = keep(2026, *narrow)
    national = keep(2026, measure(7, BROAD, "农业农村部"), level=Level.NATIONAL)
    for plan_id in (province, national):
        splitting.divide(store, plan_id, now)
    return province, national


def kinds(lines):
    return [(line.compared.kind, line.compared.this.key, line.compared.other.key) for line in lines]


def test_a_broad_measure_stands_beside_each_of_its_parts(store, broad):
    province, national = broad
    part, changed = Likeness.PART, Likeness.CHANGED
    ours = kinds(comparing.compare_plans(store, province, national))
    assert sorted(key for _, key, _ in ours) == [1, 2, 3]
    assert {other for *_, other in ours} == {7}
    assert sorted(kind for kind, *_ in ours) == [changed, part, part]
    theirs = kinds(comparing.compare_plans(store, national, province))
    assert {this for _, this, _ in theirs} == {7}
    assert theirs[0][0] is changed  # the likest first, then its other parts
    assert sorted(other for *_, other in theirs) == [1, 2, 3]


def test_the_task_of_a_broad_measure_takes_in_those_of_its_parts(store, broad, now, dump):
    province, national = broad
    before = dump()
    for _ in range(3):
        lines = comparing.compare_plans(store, national, province)
        line = next(line for line in lines if comparing.can_join(line))
        comparing.join_line(store, line, province, now)
    (task,) = tasks_of(store, national)
    assert sorted(other_sources(store, task.id)) == [(province, 1), (province, 2), (province, 3)]
    assert tasks_of(store, province) == []
    lines = comparing.compare_plans(store, national, province)
    assert all(line.joined for line in lines)
    with pytest.raises(RuleError, match="没有可以合为一项的任务"):
        comparing.join_line(store, lines[0], province, now)
    for _ in range(3):
        store.undo()
    assert dump() == before


def test_each_narrow_task_answers_the_broad_measure(store, broad, now, dump):
    province, national = broad
    before = dump()
    units = {task.id: [a.unit for a in task.assignments] for task in tasks_of(store, province)}
    for _ in range(3):
        lines = comparing.compare_plans(store, province, national)
        line = next(line for line in lines if comparing.can_join(line))
        comparing.join_line(store, line, national, now)
    known = tasks_of(store, province)
    assert [other_sources(store, task.id) for task in known] == [((national, 7),)] * 3
    changed = [t.id for t in known if [a.unit for a in t.assignments] != units[t.id]]
    assert len(changed) == 1  # the task that was there came once, with its units
    lines = comparing.compare_plans(store, province, national)
    assert not any(comparing.can_join(line) for line in lines)
    after = dump()
    for _ in range(3):
        store.undo()
    assert dump() == before
    for _ in range(3):
        store.redo()
    assert dump() == after


def test_parts_are_never_joined_with_all_that_is_alike(store, broad, now):
    province, national = broad
    assert comparing.join_alike(store, province, national, now) == 1
    joined = [line for line in comparing.compare_plans(store, province, national) if line.joined]
    assert [line.compared.kind for line in joined] == [Likeness.CHANGED]
    with pytest.raises(RuleError, match="没有可以合为一项的任务"):
        comparing.join_alike(store, province, national, now)


def test_one_task_of_three_sources_shows_the_words_of_all(store, broad, keep, now):
    province, national = broad
    third = keep(2026, measure(4, AGAIN, "省公安厅"), title="专项方案")
    splitting.divide(store, third, now)
    comparing.join_alike(store, national, province, now)
    line = next(filter(comparing.can_join, comparing.compare_plans(store, national, third)))
    comparing.join_line(store, line, third, now)
    (task,) = tasks_of(store, national)
    assert [plan_id for plan_id, _ in other_sources(store, task.id)] == [province, third]
    assert task_sources.other_origins(store, task.id)[1] == ("2026年专项方案", AGAIN)
    assert task_sources.other_origins(store, 999) == ()


def test_a_task_with_a_part_in_another_plan_is_told_so_before_it_is_made(store, keep, now):
    national = keep(2026, measure(7, BROAD, "农业农村部"), level=Level.NATIONAL)
    splitting.divide(store, national, now)
    narrow = (measure(1, SEEDS, "省公安厅"), measure(2, OIL, "省商务厅"))
    notes = [task.reason for task in splitting.propose(store, keep(2026, *narrow))]
    assert sum("第1项说的是同一件事" in note for note in notes) == 1
    assert sum("第1项有一部分说的是同一件事" in note for note in notes) == 1
