"""Who took whose place in a task, and the counterpart that this would be."""

from dataclasses import replace
from datetime import date

import pytest

from shuangda_desktop.plan.model import Role
from shuangda_desktop.tasks.dividing.replacing import Document, offer, replaced, traced
from shuangda_desktop.tasks.model import Assignment, Basis
from shuangda_desktop.text.level import Level
from shuangda_desktop.units.model import Counterpart
from units.invented_city import directory

POST = Assignment("市邮政管理局", Role.LEAD, Basis.PROPOSED, "省邮政管理局", "对口单位")
POLICE = Assignment("市公安局", Role.COOPERATING, Basis.STATED, "省公安厅", "对口单位")
TRADE = Assignment("市商务局", Role.LEAD, Basis.DECIDED)
SOURCE = Document(Level.PROVINCE, date(2026, 3, 1), "加强寄递渠道监管。")


def with_rows(*rows, above):
    """The invented city with these counterparts of a unit alone."""
    known = directory()
    others = tuple(row for row in known.counterparts if row.higher != above)
    return replace(known, counterparts=(*others, *rows))


def id_of(name, level=Level.CITY):
    (unit,) = directory().resolve(name, None, level).units
    return unit.id


ABOVE = id_of("省邮政管理局", Level.PROVINCE)


def test_one_for_one_in_the_same_role_is_a_replacement():
    assert replaced([POST, POLICE], [TRADE, POLICE]) == (POST, TRADE)
    (new, kept) = traced([POST, POLICE], [TRADE, POLICE])
    assert (new.unit, new.source_unit) == ("市商务局", "省邮政管理局")
    assert new.reason == "来文列“省邮政管理局”，原拟市邮政管理局，由本办改为市商务局"
    assert kept is POLICE


@pytest.mark.parametrize(
    "after",
    [
        [POST, POLICE],
        [POLICE],
        [POST, TRADE, POLICE],
        [replace(TRADE, role=Role.RESPONSIBLE), POLICE],
        [replace(TRADE, scope="快递"), POLICE],
        [TRADE],
    ],
    ids=["nothing", "only gone", "only come", "another role", "another scope", "two gone"],
)
def test_anything_else_is_none_and_leaves_no_trace(after):
    assert replaced([POST, POLICE], after) is None
    assert traced([POST, POLICE], after) == tuple(after)


@pytest.mark.parametrize("source_unit", ["", "省邮政管理局、省公安厅"])
def test_a_unit_of_no_source_or_of_several_is_not_replaced_for_good(source_unit):
    assert replaced([replace(POST, source_unit=source_unit)], [TRADE]) is None


def test_the_replacement_is_offered_under_the_names_that_the_clerk_reads():
    known = with_rows(Counterpart(ABOVE, id_of("市邮政管理局")), above=ABOVE)
    found = offer([POST, POLICE], [TRADE, POLICE], known, SOURCE)
    assert (found.higher, found.lowers, found.condition) == (ABOVE, (id_of("市商务局"),), "")
    assert (found.above, found.below) == ("省邮政管理局", "市商务局")


def test_of_several_counterparts_only_the_replaced_one_changes():
    rows = [Counterpart(ABOVE, id_of(name)) for name in ("市公安局", "市邮政管理局")]
    known = with_rows(*rows, above=ABOVE)
    found = offer([POST], [TRADE], known, SOURCE)
    assert found.lowers == (id_of("市公安局"), id_of("市商务局"))
    stranger = replace(
        POST, unit="省邮政管理局"
    )  # kept under the source's name: whose place is it?
    assert offer([stranger], [TRADE], known, SOURCE) is None


def test_a_unit_without_any_counterpart_gets_its_first():
    known = with_rows(above=ABOVE)
    kept = replace(POST, unit="省邮政管理局")
    assert offer([kept], [TRADE], known, SOURCE).lowers == (id_of("市商务局"),)


def test_the_condition_that_the_sentence_meets_is_kept():
    rows = [
        Counterpart(ABOVE, id_of("市公安局")),
        Counterpart(ABOVE, id_of("市邮政管理局"), "寄递"),
    ]
    found = offer([POST], [TRADE], with_rows(*rows, above=ABOVE), SOURCE)
    assert (found.lowers, found.condition) == ((id_of("市商务局"),), "寄递")


def test_what_was_said_already_is_not_offered_again():
    row = Counterpart(ABOVE, id_of("市商务局"), decided_on=date(2026, 1, 5))
    assert offer([POST], [TRADE], with_rows(row, above=ABOVE), SOURCE) is None
    open_row = replace(row, decided_on=None)
    assert offer([POST], [TRADE], with_rows(open_row, above=ABOVE), SOURCE) is not None


def test_units_that_the_directory_cannot_tell_are_not_offered():
    known = with_rows(Counterpart(ABOVE, id_of("市邮政管理局")), above=ABOVE)
    nobody = replace(TRADE, unit="新设的某中心")
    assert offer([POST], [nobody], known, SOURCE) is None
    unknown = replace(POST, source_unit="省某某办公室筹备组")
    assert offer([unknown], [TRADE], known, SOURCE) is None
    own = replace(POST, source_unit="市公安局")
    assert offer([own], [TRADE], known, Document(Level.CITY, None)) is None
    assert offer([POST], [POST], known, SOURCE) is None
