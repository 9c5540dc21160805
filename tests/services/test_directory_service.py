"""The city's directory: proposed from the tables, then the clerk's own."""

from dataclasses import replace

import pytest

from shuangda_desktop.errors import RuleError
from shuangda_desktop.services.city import directory
from shuangda_desktop.store import settings
from shuangda_desktop.store.units import load_directory
from shuangda_desktop.text.level import Level
from shuangda_desktop.units.model import Unit


@pytest.fixture
def city(store, now):
    directory.set_up_city(store, "示例省", "示例市", now)


def row(store, name):
    return next(
        r for r in directory.directory_rows(store) if name in (r.unit.name, r.unit.short_name)
    )


def test_a_new_city_has_its_units_in_the_order_of_protocol(store, city):
    rows = directory.directory_rows(store)
    names = [r.unit.name for r in rows]
    assert len(rows) > 40
    assert any("公安局" in name for name in names)
    assert [r.unit.order for r in rows] == sorted(r.unit.order for r in rows)
    assert {r.unit.level for r in rows} <= {Level.CITY, Level.COUNTY}


def test_no_unit_of_the_city_is_a_units_template(store, city):
    names = [name for r in directory.directory_rows(store) for name in (r.unit.name, *r.aliases)]
    assert [name for name in names if "{" in name] == []


def test_the_city_and_a_name_for_the_office_are_settings(store, city):
    assert (settings.get(store, "province"), settings.get(store, "city")) == ("示例省", "示例市")
    assert settings.get(store, "office_name") == "示例市打击侵权假冒工作领导小组办公室"
    assert store.undo_label == "设置本市为示例市"


def test_an_office_name_that_the_clerk_set_stays(store, now):
    with store.step("办公室", now):
        settings.put(store, "office_name", "示例市双打办")
    directory.set_up_city(store, " 示例省 ", "示例市", now)
    assert settings.get(store, "office_name") == "示例市双打办"
    assert settings.get(store, "province") == "示例省"


def test_the_same_city_again_keeps_the_clerks_edits(store, city, now, dump):
    police = row(store, "市公安局").unit
    directory.change_unit(store, replace(police, contact="王明"), now)
    before = dump()
    directory.set_up_city(store, "示例省", "示例市", now)
    assert dump() == before


def test_another_city_gets_its_own_directory(store, city, now):
    directory.set_up_city(store, "样本自治区", "样本州", now)
    names = [r.unit.name for r in directory.directory_rows(store)]
    assert not any("示例" in name for name in names)
    assert load_directory(store).place.city == "样本州"


@pytest.mark.parametrize(("province", "city"), [("", "示例市"), ("示例省", " ")])
def test_half_a_place_is_refused(store, now, dump, province, city):
    before = dump()
    with pytest.raises(RuleError, match="省和市都要填写"):
        directory.set_up_city(store, province, city, now)
    assert dump() == before


def test_a_changed_unit_is_kept(store, city, now):
    police = row(store, "市公安局").unit
    directory.change_unit(store, replace(police, contact="王明", phone="0998-1"), now)
    assert row(store, "市公安局").unit == replace(police, contact="王明", phone="0998-1")
    assert store.undo_label == f"修改单位“{police.name}”"


def test_a_new_unit_is_known_from_then_on(store, city, now):
    directory.add_unit(store, Unit("city.own", "示例市政务服务局", Level.CITY), now)
    found = load_directory(store).resolve("示例市政务服务局", None, Level.CITY)
    assert [unit.id for unit in found.units] == ["city.own"]


def test_a_removed_unit_is_no_longer_listed(store, city, now):
    police = row(store, "市公安局").unit
    directory.remove_unit(store, police.id, now)
    assert police.id not in {r.unit.id for r in directory.directory_rows(store)}


def test_an_alias_finds_its_unit(store, city, now):
    police = row(store, "市公安局").unit
    directory.add_alias(store, " 公安部门甲 ", police.id, now)
    assert "公安部门甲" in row(store, "市公安局").aliases
    found = load_directory(store).resolve("公安部门甲", None, Level.CITY)
    assert [unit.id for unit in found.units] == [police.id]


REFUSED = {
    "already": (
        lambda s, u, now: directory.add_unit(s, replace(u, name="别名局"), now),
        "已经在名录里",
    ),
    "nameless": (lambda s, u, now: directory.change_unit(s, replace(u, name=" "), now), "不能空着"),
    "twin": (
        lambda s, u, now: directory.add_unit(s, replace(u, id="city.twin"), now),
        "名录里已经有",
    ),
    "gone": (lambda s, u, now: directory.remove_unit(s, "city.nobody", now), "已经不在名录里"),
    "alias of nobody": (
        lambda s, u, now: directory.add_alias(s, "某局", "city.nobody", now),
        "已经不在名录里",
    ),
    "alias of a form": (
        lambda s, u, now: directory.add_alias(s, "公安*科", u.id, now),
        "不能有“\\*”",
    ),
    "name of another as alias": (
        lambda s, u, now: directory.add_alias(s, "市商务局", u.id, now),
        "已经是“示例市商务局”的名称",
    ),
    "change of nobody": (
        lambda s, u, now: directory.change_unit(s, replace(u, id="city.nobody"), now),
        "已经不在名录里",
    ),
    "alias that is none": (
        lambda s, u, now: directory.remove_alias(s, "没有的名", u.id, now),
        "已经没有“没有的名”这个别名",
    ),
    "empty alias": (lambda s, u, now: directory.add_alias(s, " ", u.id, now), "别名不能空着"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_would_confuse_the_directory_is_refused(store, city, now, dump, case):
    action, said = REFUSED[case]
    police = row(store, "市公安局").unit
    before = dump()
    with pytest.raises(RuleError, match=said):
        action(store, police, now)
    assert dump() == before


def test_an_alias_that_is_taken_is_refused(store, city, now):
    police = row(store, "市公安局").unit
    directory.add_alias(store, "甲局", police.id, now)
    with pytest.raises(RuleError, match="已经是“示例市公安局”的名称"):
        directory.add_alias(store, "甲局", police.id, now)


def test_another_level_may_use_the_same_name(store, city, now):
    police = row(store, "市公安局").unit
    taken = {a.name for a in load_directory(store).aliases if a.unit_id == police.id}
    higher = next(
        a.name
        for a in load_directory(store).aliases
        if a.unit_id == "province.police" and not a.is_form and a.name not in taken
    )
    directory.add_alias(store, higher, police.id, now)
    assert higher in row(store, "市公安局").aliases


def test_a_removed_alias_no_longer_finds_its_unit(store, city, now):
    police = row(store, "市公安局").unit
    directory.add_alias(store, "甲科", police.id, now)
    directory.remove_alias(store, "甲科", police.id, now)
    assert "甲科" not in row(store, "市公安局").aliases
    assert load_directory(store).resolve("甲科", None, Level.CITY).units == ()
    assert store.undo_label == "删除“示例市公安局”的别名“甲科”"


def test_the_form_of_many_names_is_used_and_never_shown(store, city):
    shown = [name for r in directory.directory_rows(store) for name in r.aliases]
    assert [name for name in shown if "*" in name] == []
    assert any(alias.is_form for alias in load_directory(store).aliases)
    found = load_directory(store).resolve("市公安治安支队", None, Level.CITY)
    assert [unit.id for unit in found.units] == ["city.police"]


def test_a_unit_kept_as_it_is_is_no_action(store, city, now):
    directory.change_unit(store, row(store, "市公安局").unit, now)
    assert store.undo_label == "设置本市为示例市"


ACTIONS = {
    "city": lambda s, u, now: directory.set_up_city(s, "样本省", "样本市", now),
    "change": lambda s, u, now: directory.change_unit(s, replace(u, phone="1"), now),
    "add": lambda s, u, now: directory.add_unit(s, Unit("city.own", "某局", Level.CITY), now),
    "remove": lambda s, u, now: directory.remove_unit(s, u.id, now),
    "alias": lambda s, u, now: directory.add_alias(s, "某局", u.id, now),
    "no alias": lambda s, u, now: directory.remove_alias(
        s, row(s, "市公安局").aliases[0], u.id, now
    ),
}


@pytest.mark.parametrize("action", ACTIONS)
def test_undo_gives_the_very_same_database(store, city, now, dump, heard, action):
    police = row(store, "市公安局").unit
    before = dump()
    ACTIONS[action](store, police, now)
    assert dump() != before
    assert len(heard) == 1
    store.undo()
    assert dump() == before
