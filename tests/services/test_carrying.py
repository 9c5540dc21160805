"""A new edition takes over what the clerk decided about the old one, where its lines are the same."""

from dataclasses import replace

import pytest

from shuangda_desktop.errors import RuleError
from shuangda_desktop.gui.models.again import carried_in_short, carried_words
from shuangda_desktop.plan.model import Decision, DecisionKind
from shuangda_desktop.services.reading import importing, reviewing
from shuangda_desktop.store.plans import load_plan

HEAD = "示例省2026年打击侵权假冒工作要点\n示双办〔2026〕1号\n一、管好市场\n"
SHOPS = "（一）管好商店。检查集镇商店。约谈店主。（省公安厅负责）\n"
FOOD = "（二）管好食品。查处仿冒食品。（省商务厅牵头，省公安厅配合）\n"
NET = "（三）管好网店。围绕著重点商品查处仿冒。（省公安厅负责）\n"
NEWS = "市民通同步刊发\n"
Kind = DecisionKind


def read(*lines, head=HEAD):
    return importing.read_pasted(head + "".join(lines), "粘贴的文字")


@pytest.fixture
def old(store, now):
    """The first edition: a cut, another unit, a field, a strange line struck out, a spot answered."""
    plan_id = importing.keep_plan(store, read(SHOPS, FOOD, NEWS, NET), now)
    plan = load_plan(store, plan_id).plan
    shops, food, news, _ = (measure.key for measure in plan.measures)
    reviewing.split_measure(store, plan_id, shops, len("检查集镇商店。"), now)
    unit = [{"unit": "省商务厅", "role": "lead"}]
    for decision in (
        Decision(Kind.SET_DUTIES, food, {"duties": unit}),
        Decision(Kind.JUNK, news),
        Decision(Kind.SET_FIELD, 0, {"field": "issuer", "value": "省双打办"}),
    ):
        reviewing.decide(store, plan_id, decision, now)
    (spot,) = load_plan(store, plan_id).text.proposals
    reviewing.answer_proposal(store, plan_id, spot, "着", now)
    return plan_id


def shown(store, plan_id):
    plan = load_plan(store, plan_id).plan
    return plan.issuer, [(m.text, [duty.unit for duty in m.duties]) for m in plan.measures]


def test_what_the_lines_still_say_is_decided_as_before(store, old, now, dump):
    fresh = "（四）管好仓库。查封存货。（省公安厅负责）\n"
    draft, before = read(NET, SHOPS, FOOD, NEWS, fresh), dump()
    over = importing.carried_over(store, old, draft)
    assert (len(over.decisions), over.lost, over.told) == (5, (), ())
    assert "5 处照样有效。" in carried_words(over)
    new = importing.keep_plan(store, draft, now, replace=old)
    issuer, measures = shown(store, new)
    assert issuer == "省双打办"
    assert measures == [
        ("围绕着重点商品查处仿冒。", ["省公安厅"]),
        ("检查集镇商店。", ["省公安厅"]),
        ("约谈店主。", ["省公安厅"]),
        ("查处仿冒食品。", ["省商务厅"]),
        ("查封存货。", ["省公安厅"]),
    ]
    assert reviewing.lost_corrections(load_plan(store, new)) == ()
    store.undo()
    assert dump() == before


def test_what_the_new_edition_says_otherwise_is_told_one_by_one(store, old, now):
    signed = read(SHOPS, FOOD.replace("仿冒", "假冒"), "示例省双打办\n2026年3月2日\n")
    over = importing.carried_over(store, old, signed)
    assert over.told == (
        "更正发文机关",
        "更正责任分工“（二）管好食品。查处仿冒食品。（省商务厅牵头，…”",
        "去掉措施“市民通同步刊发”",
        "确定存疑的文字“（三）管好网店。围绕著重点商品查处仿冒。（省公…”",
    )
    words = carried_words(over)
    assert all(line in words for line in over.told)
    assert "1 处照样有效；下面 4 处的文字改了或不在了" in words
    new = importing.keep_plan(store, signed, now, replace=old)
    issuer, measures = shown(store, new)
    assert issuer == "示例省双打办"
    assert measures[:2] == [("检查集镇商店。", ["省公安厅"]), ("约谈店主。", ["省公安厅"])]
    assert measures[2][1] == ["省商务厅", "省公安厅"]


def test_a_plan_without_decisions_leaves_nothing_to_tell(store, now):
    plan_id = importing.keep_plan(store, read(SHOPS), now)
    assert carried_words(importing.carried_over(store, plan_id, read(FOOD))) == ""


def test_many_that_are_lost_are_counted(store, old):
    over = importing.carried_over(store, old, read(NET.replace("（三）", "（一）")))
    many = replace(over, told=tuple("甲乙丙丁戊己庚"))
    assert carried_words(many).endswith("己\n……共 7 处")
    none = replace(many, decisions=())
    assert carried_words(none).startswith("\n原来的核对和更正里，下面 7 处的文字改了")
    assert carried_in_short(none) == "原来的核对和更正7处要重新核对"
    loose = "1项任务在新的一份里没有对应的措施"
    assert carried_in_short(none, loose=1) == f"原来的核对和更正7处要重新核对；{loose}"
    assert carried_in_short(replace(none, told=()), loose=1) == loose
    altered = "2项任务的措施改动了\uff0c“分解”页的“检查”里逐项列出"
    assert carried_in_short(replace(none, told=()), 1, 2) == f"{loose}；{altered}"


ITEM = "1.整治农村市场。查处农村市场的假货。\n责任单位：{}\n"
UNITS = {"duties": [{"unit": "省公安厅", "role": "lead"}]}


def with_units_set(store, now, *lines):
    """A plan whose first measure was given other units."""
    plan_id = importing.keep_plan(store, read(*lines), now)
    key = load_plan(store, plan_id).plan.measures[0].key
    reviewing.decide(store, plan_id, Decision(Kind.SET_DUTIES, key, UNITS), now)
    return plan_id


def test_units_that_the_new_edition_changed_are_not_decided_for_it(store, now):
    old = with_units_set(store, now, "（一）农村\n", ITEM.format("省市场监管局"))
    over = importing.carried_over(store, old, read("（一）农村\n", ITEM.format("省农业农村厅")))
    assert (over.decisions, len(over.told)) == ((), 1)


def test_the_same_line_under_another_heading_is_another_measure(store, now):
    item = ITEM.format("省市场监管局")
    old = with_units_set(store, now, "（一）食品\n", item, "（二）油品\n", item)
    over = importing.carried_over(store, old, read("（一）油品\n", item, "（二）农资\n", item))
    assert (over.decisions, len(over.told)) == ((), 1)


def test_a_measure_with_an_answered_spot_keeps_what_was_decided(store, now):
    plan_id = importing.keep_plan(store, read(NET), now)
    (spot,) = load_plan(store, plan_id).text.proposals
    reviewing.answer_proposal(store, plan_id, spot, "着", now)
    key = load_plan(store, plan_id).plan.measures[0].key
    reviewing.decide(store, plan_id, Decision(Kind.SET_DUTIES, key, UNITS), now)
    over = importing.carried_over(store, plan_id, read(NET, SHOPS))
    assert (len(over.decisions), over.told) == (2, ())


def test_a_doubt_settled_about_other_units_is_open_again(store, now):
    plan_id = importing.keep_plan(
        store, read("（一）农村\n", ITEM.format("联合推进X、省公安厅")), now
    )
    (measure,) = load_plan(store, plan_id).plan.measures
    reviewing.settle_finding(store, plan_id, measure.findings[0], now)
    over = importing.carried_over(
        store, plan_id, read("（一）农村\n", ITEM.format("联合推进X、省商务厅"))
    )
    assert (over.decisions, len(over.told)) == ((), 1)


def test_two_acts_about_one_thing_are_one_to_the_clerk(store, now):
    """A day set and set again, a repair taken back and made again: one thing, and none."""
    plan_id = importing.keep_plan(store, read(SHOPS, FOOD, NET), now)
    plan = load_plan(store, plan_id).plan
    shops, food, _ = (measure.key for measure in plan.measures)
    for day in ("2026-06-30", "2026-07-31"):
        for key in (shops, food):
            reviewing.decide(store, plan_id, Decision(Kind.SET_DEADLINE, key, {"due_on": day}), now)
    (spot,) = load_plan(store, plan_id).text.proposals
    reviewing.answer_proposal(store, plan_id, spot, "着", now)
    answered = next(r for r in load_plan(store, plan_id).text.repairs if r.after == "着")
    reviewing.restore_repair(store, plan_id, answered, now)
    over = importing.carried_over(store, plan_id, read(SHOPS, FOOD.replace("仿冒", "假冒"), NET))
    assert (len(load_plan(store, plan_id).decisions), over.kept) == (6, 1)
    assert over.told == ("更正时限“（二）管好食品。查处仿冒食品。（省商务厅牵头，…”",)
    assert "有 1 处照样有效；下面 1 处" in carried_words(over)
    assert carried_in_short(over) == "原来的核对和更正1处照样有效，1处要重新核对"


def test_what_is_lost_is_told_by_the_line_that_it_was_about(store, now):
    """Its place in the new text is another line of the old one."""
    first = read(NET, SHOPS)
    missed = replace(first, plan=replace(first.plan, measures=first.plan.measures[:1]))
    plan_id = importing.keep_plan(store, missed, now)
    reviewing.add_measure(store, plan_id, first.plan.measures[1].span, now)
    over = importing.carried_over(store, plan_id, read(FOOD, NET, SHOPS))
    assert over.told == ("补上措施“（一）管好商店。检查集镇商店。约谈店主。（省公…”",)


def test_what_was_worked_out_before_another_correction_is_not_kept(store, old, now, dump):
    draft = read(NET, SHOPS, FOOD)
    over = importing.carried_over(store, old, draft)
    assert importing.is_up_to_date(store, over)
    field = {"field": "issuer", "value": "省打假办"}
    reviewing.decide(store, old, Decision(Kind.SET_FIELD, 0, field), now)
    assert not importing.is_up_to_date(store, over)
    before = dump()
    with pytest.raises(RuleError, match="刚刚又有改动"):
        importing.keep_plan(store, draft, now, old, over)
    assert dump() == before
