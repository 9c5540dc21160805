"""The tables that ship with the program: whole, consistent, and of no particular city."""

from collections import Counter
from datetime import date
from itertools import chain

import pytest

from shuangda_desktop import paths
from shuangda_desktop.text.level import Level
from shuangda_desktop.units.model import Alias, Counterpart, Succession, Unit, UnitKind
from shuangda_desktop.units.names import fold
from shuangda_desktop.units.tables import read_tables
from units.invented_city import tables

IDS = {unit.id for unit in tables().units}
LEVELS = {unit.id: unit.level for unit in tables().units}


def test_texts_become_tables():
    read = read_tables(
        {
            "units.csv": "id,level,name,short_name,kind,domain,order,active_from,active_until,note,members\n"
            "city.saic,city,{市}工商行政管理局,{市}工商局,department,商标、广告,30,2001-01-01,2019-03-31,,city.a、city.b\n",
            "aliases.csv": "name,unit_id\n{市}工商,city.saic\n",
            "reforms.csv": "predecessor,successor,effective_on,note\na,b,2019-03-31,合并\n",
            "counterparts.csv": "higher,lower,condition,note\na,b,食品、药品,请核对\n",
        }
    )
    assert read.units == (
        Unit(
            "city.saic",
            "{市}工商行政管理局",
            Level.CITY,
            UnitKind.DEPARTMENT,
            "{市}工商局",
            "商标、广告",
            30,
            date(2001, 1, 1),
            date(2019, 3, 31),
            ("city.a", "city.b"),
        ),
    )
    assert read.aliases == (Alias("{市}工商", "city.saic"),)
    assert read.successions == (Succession("a", "b", date(2019, 3, 31), "合并"),)
    assert read.counterparts == (Counterpart("a", "b", "食品、药品", "请核对"),)


def test_tables_may_be_named_without_their_ending_and_may_be_absent():
    assert read_tables({"aliases": "name,unit_id\n甲,乙\n"}).aliases == (Alias("甲", "乙"),)
    assert read_tables({}).units == ()


def test_ids_are_unique_and_begin_with_the_level():
    assert [id_ for id_, count in Counter(u.id for u in tables().units).items() if count > 1] == []
    assert [u.id for u in tables().units if u.id.partition(".")[0] != u.level.value] == []


def test_every_reference_leads_to_a_unit():
    named = chain(
        (alias.unit_id for alias in tables().aliases),
        chain.from_iterable((s.predecessor, s.successor) for s in tables().successions),
        chain.from_iterable(unit.members for unit in tables().units),
        chain.from_iterable((c.higher, c.lower) for c in tables().counterparts),
    )
    assert [id_ for id_ in named if id_ and id_ not in IDS] == []


def test_a_name_means_one_unit_of_a_level():
    owners: dict[tuple[Level, str], set[str]] = {}
    names = [(name, u.id) for u in tables().units for name in (u.name, u.short_name) if name]
    for name, id_ in [*names, *((a.name, a.unit_id) for a in tables().aliases)]:
        owners.setdefault((LEVELS[id_], fold(name)), set()).add(id_)
    assert [key for key, ids in owners.items() if len(ids) > 1] == []


def test_a_reform_stays_at_its_level_and_a_counterpart_goes_down():
    order = [Level.NATIONAL, Level.PROVINCE, Level.CITY, Level.COUNTY]
    assert [
        s for s in tables().successions if LEVELS[s.predecessor] is not LEVELS[s.successor]
    ] == []
    down = [c for c in tables().counterparts if c.lower]
    assert [c for c in down if order.index(LEVELS[c.lower]) <= order.index(LEVELS[c.higher])] == []


def test_who_was_abolished_has_a_successor_from_that_day():
    days = {(s.predecessor, s.effective_on) for s in tables().successions}
    ended = [u for u in tables().units if u.active_until]
    assert len(ended) > 40
    assert [u.id for u in ended if (u.id, u.active_until) not in days] == []


def test_no_chain_of_reforms_runs_in_a_circle():
    after: dict[str, list[str]] = {}
    for reform in tables().successions:
        after.setdefault(reform.predecessor, []).append(reform.successor)
    for start in after:
        reached, waiting = set(), list(after[start])
        while waiting:
            if (here := waiting.pop()) not in reached:
                reached.add(here)
                waiting += after.get(here, [])
        assert start not in reached


@pytest.mark.parametrize("name", ["units", "aliases", "reforms", "counterparts"])
def test_no_half_width_mark_stands_in_a_chinese_text(name):
    text = (paths.resources() / "units" / f"{name}.csv").read_text("utf-8")
    assert [mark for mark in "();:!?" if mark in text] == []


def test_units_of_province_and_city_are_templates():
    fixed = [
        u.name
        for u in tables().units
        if u.level in (Level.PROVINCE, Level.CITY) and "{" not in u.name
    ]
    assert sorted(fixed) == sorted(
        [
            "各省\uff08区、市\uff09人民政府",
            "各省\uff08区、市\uff09双打办",
            "各市\uff08州\uff09人民政府",
            "各市\uff08州\uff09双打办",
            *["各行政执法部门"] * 2,
        ]
    )


@pytest.mark.parametrize("level", [Level.NATIONAL, Level.PROVINCE, Level.CITY])
def test_the_lists_are_long_enough_to_be_of_use(level):
    assert sum(unit.level is level for unit in tables().units) > 100
