"""The same document again: what it is, and how a new edition takes the place of the old."""

from dataclasses import replace
from pathlib import Path

import pytest

from shuangda_desktop.errors import RuleError, StoreError
from shuangda_desktop.plan.model import Decision, DecisionKind
from shuangda_desktop.services.city import directory
from shuangda_desktop.services.dividing import fixing, linting, splitting
from shuangda_desktop.services.dividing.ordering import tasks_of
from shuangda_desktop.services.reading import importing, reviewing
from shuangda_desktop.services.reading.importing import Alike, Likeness
from shuangda_desktop.services.tracking import tracking
from shuangda_desktop.store import queries, tasks
from shuangda_desktop.tasks.model import ALTERED, GONE, NO_MEASURE, ProgressEntry

FIXTURES = Path(__file__).parents[1] / "fixtures"
HEAD = "示例省2026年打击侵权假冒工作要点\n示双办〔2026〕1号\n一、管好市场\n"
SHOPS = "检查集镇商店。（省公安厅负责）\n"
FOOD = "查处仿冒食品。（省商务厅牵头，省公安厅配合）\n"
BOOKS = "核对进货台账。（省财政厅负责）\n"


def pasted(*measures, head=HEAD):
    return importing.read_pasted(head + "".join(measures), "粘贴的文字")


@pytest.fixture
def first(store, now):
    """The first edition, divided."""
    directory.set_up_city(store, "示例省", "示例市", now)
    plan_id = importing.keep_plan(store, pasted(SHOPS, FOOD, BOOKS), now)
    splitting.divide(store, plan_id, now)
    return plan_id


def words_of(store, plan_id):
    return [(t.number, row.source_text) for t, row in zip(
        tasks_of(store, plan_id), queries.task_rows(store, plan_id=plan_id), strict=True
    )]  # fmt: skip


def test_a_document_of_its_own_is_like_none(store, first):
    other = HEAD.replace("工作要点", "实施方案").replace("1号", "2号")
    assert importing.likeness(store, pasted(SHOPS, FOOD, BOOKS, head=other)) is None


def test_the_same_bytes_are_the_same_file(store, first):
    draft = pasted(SHOPS, FOOD, BOOKS)
    assert importing.likeness(store, draft) == Likeness(first, Alike.SAME_FILE)


def test_other_line_breaks_and_punctuation_are_the_same_text(store, first):
    shape = pasted(SHOPS.replace("（", "(").replace("）", ")"), "\n", FOOD, BOOKS)
    assert importing.likeness(store, shape) == Likeness(first, Alike.SAME_TEXT)


def test_a_word_document_and_its_text_are_the_same_text(store, now):
    plan_id = importing.keep_plan(store, importing.read_document(FIXTURES / "yunze-2026.txt"), now)
    again = importing.read_document(FIXTURES / "yunze-2026.docx")
    assert importing.likeness(store, again) == Likeness(plan_id, Alike.SAME_TEXT)


def test_other_words_under_the_same_title_are_a_new_edition(store, first):
    assert importing.likeness(store, pasted(SHOPS, BOOKS)) == Likeness(first, Alike.NEW_EDITION)


def test_a_missing_number_contradicts_nothing_and_another_one_does(store, first):
    unnumbered = pasted(SHOPS, head=HEAD.replace("示双办〔2026〕1号\n", ""))
    assert importing.likeness(store, unnumbered) == Likeness(first, Alike.NEW_EDITION)
    assert importing.likeness(store, pasted(SHOPS, head=HEAD.replace("1号", "9号"))) is None


def test_documents_without_a_title_are_alike_to_nothing(store, draft, now):
    nameless = replace(draft, plan=replace(draft.plan, title=None))
    importing.keep_plan(store, nameless, now)
    other = replace(nameless, source=replace(draft.source, sha256="cd" * 32))
    assert importing.likeness(store, other) is None


def test_without_a_measure_to_compare_it_may_be_new(store, draft, now):
    bare = replace(draft, plan=replace(draft.plan, measures=()))
    plan_id = importing.keep_plan(store, bare, now)
    other = replace(bare, source=replace(draft.source, sha256="cd" * 32))
    assert importing.likeness(store, other) == Likeness(plan_id, Alike.NEW_EDITION)


def test_the_title_that_the_clerk_corrected_is_known_and_the_one_that_was_read(store, first, now):
    title = "示例省2026年双打工作要点"
    value = {"field": "title", "value": title}
    reviewing.decide(store, first, Decision(DecisionKind.SET_FIELD, 0, value), now)
    named = pasted(SHOPS, head=HEAD.replace("打击侵权假冒工作要点", "双打工作要点"))
    for draft in (named, pasted(SHOPS)):
        assert importing.likeness(store, draft) == Likeness(first, Alike.NEW_EDITION)


def test_the_newest_of_several_is_meant(store, first, now):
    second = importing.keep_plan(store, pasted(SHOPS, FOOD), now)
    assert importing.likeness(store, pasted(SHOPS)) == Likeness(second, Alike.NEW_EDITION)
    shape = pasted("\n", SHOPS, FOOD, BOOKS)
    assert importing.likeness(store, shape) == Likeness(first, Alike.SAME_TEXT)


def test_tasks_follow_their_measures_into_the_new_edition(store, first, now, today):
    shops, food, books = tasks_of(store, first)
    entry = ProgressEntry(shops.id, "市公安局", today, 40, "已检查")
    tracking.record_progress(store, entry, now)
    draft = pasted(BOOKS, "新开展一次宣传。（省公安厅负责）\n", SHOPS)
    second = importing.keep_plan(store, draft, now, replace=first)
    assert [row.plan_id for row in queries.plan_rows(store)] == [second]
    assert words_of(store, second) == [(1, "检查集镇商店。"), (2, ""), (3, "核对进货台账。")]
    assert tasks.load_entries(store, shops.id)[0].note == "已检查"
    assert importing.loose_tasks(store, second) == (food.id,)
    assert tasks.load_task(store, food.id).reason.startswith(GONE)
    assert store.undo_label == "以新版本替换《示例省2026年打击侵权假冒工作要点》"
    assert [t.id for t in tasks_of(store, second)] == [shops.id, food.id, books.id]


def test_dividing_the_new_edition_fills_only_what_is_new(store, first, now):
    fresh = "新开展一次宣传。（省公安厅负责）\n"
    second = importing.keep_plan(store, pasted(SHOPS, fresh, BOOKS), now, replace=first)
    (made,) = splitting.divide(store, second, now)
    assert "宣传" in tasks.load_task(store, made).text
    assert [row.number for row in queries.task_rows(store, plan_id=second)] == [1, 2, 3, 4]


def test_a_task_without_a_measure_says_so_once_and_waits_for_the_clerk(store, first, now):
    food = tasks_of(store, first)[1]
    second = importing.keep_plan(store, pasted(SHOPS, BOOKS), now, replace=first)
    third = importing.keep_plan(store, pasted(SHOPS, FOOD), now, replace=second)
    loose = importing.loose_tasks(store, third)
    assert len(loose) == 2
    assert tasks.load_task(store, food.id).reason.count(GONE) == 1


def test_a_merged_task_stays_with_the_measures_that_are_left(store, first, now):
    shops, food, _ = tasks_of(store, first)
    splitting.merge_tasks(store, [shops.id, food.id], now)
    second = importing.keep_plan(store, pasted(FOOD), now, replace=first)
    (row, gone) = queries.task_rows(store, plan_id=second)
    assert (row.source_text, row.more_keys) == ("查处仿冒食品。", ())
    assert gone.measure_key == NO_MEASURE


def test_measures_of_the_same_words_are_followed_in_their_order(store, now):
    directory.set_up_city(store, "示例省", "示例市", now)
    twice = importing.keep_plan(store, pasted(SHOPS, FOOD, SHOPS), now)
    ids = splitting.divide(store, twice, now)
    second = importing.keep_plan(store, pasted(SHOPS, SHOPS), now, replace=twice)
    keys = [tasks.load_task(store, task_id).measure_key for task_id in ids]
    assert keys[0] < keys[2]
    assert keys[1] == NO_MEASURE
    assert importing.loose_tasks(store, second) == (ids[1],)


def test_a_corrected_measure_is_followed_by_what_was_read(store, first, now):
    key = tasks_of(store, first)[0].measure_key
    decision = Decision(DecisionKind.SET_TEXT, key, {"text": "检查全部商店。"})
    reviewing.decide(store, first, decision, now)
    second = importing.keep_plan(store, pasted(SHOPS), now, replace=first)
    assert len(importing.loose_tasks(store, second)) == 2


def test_a_measure_that_the_clerk_corrected_is_no_altered_one(store, first, now):
    key = tasks_of(store, first)[0].measure_key
    decision = Decision(DecisionKind.SET_TEXT, key, {"text": "检查全部集镇的商店。"})
    reviewing.decide(store, first, decision, now)
    draft = pasted(SHOPS, FOOD, BOOKS, "新开展一次宣传。（省公安厅负责）\n")
    over = importing.carried_over(store, first, draft)
    second = importing.keep_plan(store, draft, now, replace=first, over=over)
    assert importing.loose_tasks(store, second) == ()
    assert importing.altered_tasks(store, second) == ()


def test_a_replacement_is_undone_and_redone_at_once(store, first, now, dump):
    before = dump()
    importing.keep_plan(store, pasted(SHOPS, BOOKS), now, replace=first)
    after = dump()
    store.undo()
    assert dump() == before
    store.redo()
    assert dump() == after


def test_replacing_a_plan_by_itself_changes_nothing(store, first, now, dump):
    before = dump()
    assert importing.keep_plan(store, pasted(SHOPS, FOOD, BOOKS), now, replace=first) == first
    assert dump() == before


def test_what_cannot_be_replaced_is_left_alone(store, first, now, dump):
    second = importing.keep_plan(store, pasted(SHOPS), now)
    before = dump()
    with pytest.raises(RuleError, match="已经导入过"):
        importing.keep_plan(store, pasted(SHOPS), now, replace=first)
    with pytest.raises(StoreError, match="已经不在"):
        importing.keep_plan(store, pasted(FOOD), now, replace=second + 7)
    assert dump() == before


MORE = "组织快递企业落实寄递实名制\uff0c6月底前检查网点40个。（省公安厅负责）\n"
CHANGES = [
    MORE.replace("6月", "9月"),
    MORE.replace("40", "60"),
    MORE.replace("省公安厅", "省邮政管理局"),
]


@pytest.mark.parametrize("changed", CHANGES, ids=["a day", "a figure", "a unit"])
def test_a_task_follows_a_measure_that_was_altered_and_asks_to_be_looked_at(store, now, changed):
    directory.set_up_city(store, "示例省", "示例市", now)
    first = importing.keep_plan(store, pasted(SHOPS, MORE), now)
    splitting.divide(store, first, now)
    same, other = tasks_of(store, first)
    second = importing.keep_plan(store, pasted(BOOKS, changed, SHOPS), now, replace=first)
    kept = {task.id: task for task in tasks_of(store, second)}
    assert NO_MEASURE not in {task.measure_key for task in kept.values()}
    assert ALTERED not in kept[same.id].reason
    assert kept[other.id].reason.startswith(ALTERED)
    assert kept[other.id].text == other.text  # what the clerk decided stays
    doubts = [f for f in linting.lint(store, second) if f.code == "altered"]
    assert [f.task_id for f in doubts] == [other.id]
    fixing.fix(store, second, [doubts[0].fix], now)
    assert tasks.load_task(store, other.id).reason == other.reason
    assert [f for f in linting.lint(store, second) if f.code == "altered"] == []


def test_what_was_altered_is_asked_about_once_until_it_was_looked_at(store, now):
    directory.set_up_city(store, "示例省", "示例市", now)
    first = importing.keep_plan(store, pasted(MORE), now)
    splitting.divide(store, first, now)
    second = importing.keep_plan(store, pasted(CHANGES[0]), now, replace=first)
    third = importing.keep_plan(store, pasted(CHANGES[1]), now, replace=second)
    (task,) = tasks_of(store, third)
    assert task.reason.count(ALTERED) == 1
