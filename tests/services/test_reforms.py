"""Reforms of the city's units: dated, one to several, and what follows from them."""

from dataclasses import replace
from datetime import date

import pytest

from shuangda_desktop.errors import RuleError
from shuangda_desktop.services.city import directory, reforms
from shuangda_desktop.services.dividing import splitting
from shuangda_desktop.services.dividing.ordering import tasks_of
from shuangda_desktop.store.units import load_directory
from shuangda_desktop.text.level import Level
from shuangda_desktop.units.model import Succession

DAY = date(2025, 6, 1)


@pytest.fixture(autouse=True)
def city(store, now):
    directory.set_up_city(store, "示例省", "示例市", now)


def resolved(store, name, on=None):
    found = load_directory(store).resolve(name, on, Level.CITY)
    return [unit.label for unit in found.units], found.path[-1].reason


def test_a_reform_gives_the_old_names_to_the_new_units_from_its_day_on(store, now, dump):
    before = dump()
    reforms.add_reform(
        store, "city.post_group", ["city.post", "city.commerce"], DAY, "市里的改革", now
    )
    assert resolved(store, "市邮政公司")[0] == ["市邮政管理局", "市商务局"]
    assert resolved(store, "市邮政公司")[1] == "市里的改革"
    assert resolved(store, "市邮政公司", date(2025, 5, 31))[0] == ["市邮政公司"]
    assert load_directory(store).by_id["city.post_group"].active_until == DAY
    assert store.undo_label == "登记“市邮政公司”的改革"
    store.undo()
    assert dump() == before


def test_the_reforms_of_the_city_stand_with_the_latest_first(store, now):
    reforms.add_reform(store, "city.post_group", ["city.post"], DAY, "", now)
    listed = reforms.local_reforms(load_directory(store))
    assert listed[0].predecessor == "city.post_group"
    assert [r.effective_on for r in listed] == sorted(
        (r.effective_on for r in listed), reverse=True
    )
    assert all(r.predecessor.startswith("city.") for r in listed)


def test_a_reform_can_take_effect_on_another_day(store, now):
    old = next(
        r for r in reforms.local_reforms(load_directory(store)) if r.predecessor == "city.legal"
    )
    reforms.move_reform(store, old, date(2019, 1, 10), now)
    assert resolved(store, "市政府法制办", date(2019, 2, 1))[0] == ["市司法局"]
    assert load_directory(store).by_id["city.legal"].active_until == date(2019, 1, 10)
    label = store.undo_label
    moved = replace(old, effective_on=date(2019, 1, 10))
    reforms.move_reform(store, moved, date(2019, 1, 10), now)
    assert store.undo_label == label


def test_a_reform_that_is_taken_out_brings_its_unit_back(store, now, dump):
    before = dump()
    reforms.add_reform(store, "city.post_group", ["city.post", "city.commerce"], DAY, "", now)
    first, second = load_directory(store).reforms["city.post_group"]
    reforms.remove_reform(store, first, now)
    assert load_directory(store).by_id["city.post_group"].active_until == DAY
    reforms.remove_reform(store, second, now)
    assert load_directory(store).by_id["city.post_group"].active_until is None
    for _ in range(3):
        store.undo()
    assert dump() == before


def test_untouched_tasks_follow_a_reform(store, now, plan_id):
    splitting.divide(store, plan_id, now)
    (police,) = tasks_of(store, plan_id)[0].assignments
    reforms.add_reform(store, "city.police", ["city.commerce"], date(2025, 1, 1), "试验", now)
    (given,) = tasks_of(store, plan_id)[0].assignments
    assert (police.unit, given.unit) == ("市公安局", "市商务局")
    assert "试验" in given.reason


@pytest.mark.parametrize(
    ("old", "heirs", "words"),
    [
        ("city.post", ["city.post"], "要与原单位不同"),
        ("city.post", [], "要与原单位不同"),
        ("province.post", ["city.post"], "要是名录里的单位"),
        ("city.post", ["city.nobody"], "要是名录里的单位"),
    ],
)
def test_a_reform_must_make_sense(store, now, dump, old, heirs, words):
    before = dump()
    with pytest.raises(RuleError, match=words):
        reforms.add_reform(store, old, heirs, DAY, "", now)
    assert dump() == before


def test_a_reform_is_noted_once_and_what_is_gone_is_said(store, now):
    reforms.add_reform(store, "city.post_group", ["city.post"], DAY, "", now)
    with pytest.raises(RuleError, match="已经登记过"):
        reforms.add_reform(store, "city.post_group", ["city.post"], DAY, "", now)
    gone = Succession("city.police", "city.post", DAY)
    with pytest.raises(RuleError, match="已经不在名录里"):
        reforms.remove_reform(store, gone, now)
    with pytest.raises(RuleError, match="已经不在名录里"):
        reforms.move_reform(store, gone, DAY, now)
