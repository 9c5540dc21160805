"""Who took whose place in a task, and the counterparts that this could be for good."""

from dataclasses import replace
from datetime import date

import pytest

from shuangda_desktop.plan.model import Role
from shuangda_desktop.tasks.dividing.replacing import Document, Part, offers, replaced, traced
from shuangda_desktop.tasks.model import Assignment, Basis
from shuangda_desktop.text.level import Level
from shuangda_desktop.units.model import Counterpart
from units.invented_city import directory

POST = Assignment("市邮政管理局", Role.LEAD, Basis.PROPOSED, "省邮政管理局", "对口单位")
POLICE = Assignment("市公安局", Role.COOPERATING, Basis.STATED, "省公安厅", "对口单位")
TRADE = Assignment("市商务局", Role.LEAD, Basis.DECIDED)
HELP = replace(TRADE, role=Role.COOPERATING)
SOURCE = Document(Level.PROVINCE, date(2026, 3, 1))
ABOUT = "加强寄递渠道监管。"


def with_rows(*rows, above):
    """The invented city with these counterparts of a unit alone."""
    known = directory()
    others = tuple(row for row in known.counterparts if row.higher != above)
    return replace(known, counterparts=(*others, *rows))


def id_of(name, level=Level.CITY):
    (unit,) = directory().resolve(name, None, level).units
    return unit.id


ABOVE = id_of("省邮政管理局", Level.PROVINCE)
KNOWN = with_rows(Counterpart(ABOVE, id_of("市邮政管理局")), above=ABOVE)


def edit(before, after, task_id=1, about=ABOUT):
    return (Part(task_id, tuple(before), tuple(after), about),)


def offered(before, after, known=KNOWN, source=SOURCE):
    return offers(edit(before, after), (), known, source)


def test_one_for_one_in_the_same_role_is_a_replacement():
    assert replaced([POST, POLICE], [TRADE, POLICE]) == ((POST, TRADE),)
    (new, kept) = traced([POST, POLICE], [TRADE, POLICE])
    assert (new.unit, new.source_unit) == ("市商务局", "省邮政管理局")
    assert (
        new.reason == "来文列\u201c省邮政管理局\u201d\uff0c原拟市邮政管理局\uff0c由本办改为市商务局"
    )
    assert kept is POLICE


def test_of_several_in_a_role_each_takes_the_place_of_one():
    other = replace(POLICE, role=Role.LEAD)
    second = replace(TRADE, unit="市教育局")
    assert replaced([POST, other], [TRADE, second]) == ((POST, TRADE), (other, second))


def test_one_gone_and_one_come_in_another_role_is_a_replacement_too():
    assert replaced([POST, POLICE], [HELP, POLICE]) == ((POST, HELP),)


@pytest.mark.parametrize(
    "after",
    [
        [POST, POLICE],
        [POLICE],
        [POST, TRADE, POLICE],
        [replace(TRADE, scope="快递"), POLICE],
        [replace(HELP, unit="市教育局"), HELP, POLICE],
    ],
    ids=["nothing", "only gone", "only come", "another scope", "two for one"],
)
def test_anything_else_is_none_and_leaves_no_trace(after):
    assert replaced([POST, POLICE], after) == ()
    assert traced([POST, POLICE], after) == tuple(after)


@pytest.mark.parametrize("source_unit", ["", "省邮政管理局、省公安厅"])
def test_a_unit_of_no_source_or_of_several_is_not_replaced_for_good(source_unit):
    assert replaced([replace(POST, source_unit=source_unit)], [TRADE]) == ()


def test_the_replacement_is_offered_under_the_names_that_the_clerk_reads():
    (found,) = offered([POST, POLICE], [TRADE, POLICE])
    assert (found.higher, found.lowers, found.condition) == (ABOVE, (id_of("市商务局"),), "")
    assert (found.above, found.below) == ("省邮政管理局", "市商务局")
    assert (
        found.question
        == "以后来文里的\u201c省邮政管理局\u201d\uff0c都由\u201c市商务局\u201d对应吗\uff1f"
    )


def test_of_several_counterparts_only_the_replaced_one_changes():
    rows = [Counterpart(ABOVE, id_of(name)) for name in ("市公安局", "市邮政管理局")]
    known = with_rows(*rows, above=ABOVE)
    (found,) = offered([POST], [TRADE], known)
    assert found.lowers == (id_of("市公安局"), id_of("市商务局"))
    assert found.below == "市公安局、市商务局"
    assert found.question.endswith("都由\u201c市商务局\u201d代替\u201c市邮政管理局\u201d吗\uff1f")
    stranger = replace(POST, unit="省邮政管理局")  # under the source's name: whose place is it?
    assert offered([stranger], [TRADE], known) == ()


def test_two_that_were_exchanged_at_once_are_two_offers():
    (one, other) = offered([POST, POLICE], [TRADE, replace(HELP, unit="市教育局")])
    assert [o.above for o in (one, other)] == ["省邮政管理局", "省公安厅"]


def test_a_unit_without_any_counterpart_gets_its_first():
    kept = replace(POST, unit="省邮政管理局")
    (found,) = offered([kept], [TRADE], with_rows(above=ABOVE))
    assert found.lowers == (id_of("市商务局"),)


def test_the_condition_that_the_sentence_meets_is_kept():
    rows = [
        Counterpart(ABOVE, id_of("市公安局")),
        Counterpart(ABOVE, id_of("市邮政管理局"), "寄递"),
    ]
    known = with_rows(*rows, above=ABOVE)
    (found,) = offered([POST], [TRADE], known)
    assert (found.lowers, found.condition) == ((id_of("市商务局"),), "寄递")
    many = (*edit([POST], [TRADE]), *edit([POST], [TRADE], 2, "查处网店。"))
    assert offers(many, (), known, SOURCE) == ()  # two sentences under two conditions


def test_what_was_said_already_is_not_offered_again():
    row = Counterpart(ABOVE, id_of("市商务局"), decided_on=date(2026, 1, 5))
    assert offered([POST], [TRADE], with_rows(row, above=ABOVE)) == ()
    open_row = replace(row, decided_on=None)
    assert len(offered([POST], [TRADE], with_rows(open_row, above=ABOVE))) == 1


def test_units_that_the_directory_cannot_tell_are_not_offered():
    assert offered([POST], [replace(TRADE, unit="新设的某中心")]) == ()
    unknown = replace(POST, source_unit="省某某办公室筹备组")
    assert offered([unknown], [TRADE]) == ()
    own = replace(POST, source_unit="市公安局")
    assert offered([own], [TRADE], source=Document(Level.CITY, None)) == ()
    assert offered([POST], [POST]) == ()


def test_a_unit_added_twice_for_the_same_source_may_be_added_for_good():
    first, second = edit([POST], [POST, HELP]), edit([POST, POLICE], [POST, POLICE, HELP], 2)
    assert offers(first, (), KNOWN, SOURCE) == ()
    (found,) = offers(second, first, KNOWN, SOURCE)
    assert found.lowers == (id_of("市邮政管理局"), id_of("市商务局"))
    assert found.question.endswith("都加上\u201c市商务局\u201d吗\uff1f")
    (in_bulk,) = offers((*first, *second), (), KNOWN, SOURCE)
    assert in_bulk == found
    two = (*edit([POST, POLICE], [POST, POLICE, HELP]), *second)  # for which of the two?
    assert offers(two, (), KNOWN, SOURCE) == ()
    other = edit([POST], [POST, replace(HELP, unit="市教育局")])
    assert offers(second, other, KNOWN, SOURCE) == ()


def test_a_unit_taken_out_twice_may_go_for_good_where_another_answers():
    rows = [Counterpart(ABOVE, id_of(name)) for name in ("市公安局", "市邮政管理局")]
    known = with_rows(*rows, above=ABOVE)
    parts = (*edit([POST, POLICE], [POLICE]), *edit([POST], [], 2))
    (found,) = offers(parts, (), known, SOURCE)
    assert (found.lowers, found.below) == ((id_of("市公安局"),), "市公安局")
    assert found.question.endswith("都不再由\u201c市邮政管理局\u201d对应吗\uff1f")
    assert offers(parts[1:], parts[:1], known, SOURCE) == (found,)
    assert offers(parts, (), KNOWN, SOURCE) == ()  # nobody would be left
    stays_above = with_rows(Counterpart(ABOVE, ""), above=ABOVE)
    assert offers(parts, (), stays_above, SOURCE) == ()


def test_one_that_went_after_another_came_in_the_same_tasks_was_exchanged():
    came = (*edit([POST], [POST, HELP]), *edit([POST], [POST, HELP], 2))
    went = (*edit([POST, HELP], [HELP], 2), *edit([POST, HELP], [HELP]))
    (found,) = offers(went, came, KNOWN, SOURCE)
    assert (found.come, found.gone, found.lowers) == (
        "市商务局",
        "市邮政管理局",
        (id_of("市商务局"),),
    )
    assert offers(edit([POST], [POST]), (), KNOWN, SOURCE) == ()


def test_tasks_that_were_changed_in_different_ways_offer_nothing():
    mixed = (*edit([POST], [POST, HELP]), *edit([POST, POLICE], [POST], 2))
    assert offers(mixed, (), KNOWN, SOURCE) == ()
    twice = (POST, HELP, replace(HELP, unit="市教育局"))  # which of the two shall it be?
    assert offers((*edit([POST], twice), *edit([POST], twice, 2)), (), KNOWN, SOURCE) == ()
