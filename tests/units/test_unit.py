"""A unit by itself."""

from datetime import date

import pytest

from shuangda_desktop.text.level import Level
from shuangda_desktop.units.model import Alias, Unit

FROM, UNTIL = date(2019, 3, 31), date(2023, 3, 31)


def unit(active_from=None, active_until=None, short_name=""):
    return Unit(
        "city.a",
        "临江市甲局",
        Level.CITY,
        short_name=short_name,
        active_from=active_from,
        active_until=active_until,
    )


def test_tables_use_the_short_name_where_there_is_one():
    assert (unit().label, unit(short_name="市甲局").label) == ("临江市甲局", "市甲局")


@pytest.mark.parametrize(
    ("start", "end", "on", "active"),
    [
        (None, None, None, True),
        (None, UNTIL, None, False),
        (None, None, FROM, True),
        (FROM, UNTIL, FROM, True),
        (FROM, UNTIL, date(2019, 3, 30), False),
        (FROM, UNTIL, UNTIL, False),
        (FROM, UNTIL, date(2023, 3, 30), True),
        (FROM, None, date(2050, 1, 1), True),
    ],
)
def test_a_unit_exists_from_its_first_day_to_the_one_before_its_end(start, end, on, active):
    assert unit(start, end).active(on) is active


@pytest.mark.parametrize(
    ("name", "is_form"), [("市公安*支队", True), ("*日报社", True), ("市局", False)]
)
def test_a_star_makes_a_form_of_a_name(name, is_form):
    assert Alias(name, "city.a").is_form is is_form
