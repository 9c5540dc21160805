"""The directory of an invented city, made once from the tables that ship with the program."""

from functools import cache

from shuangda_desktop import paths
from shuangda_desktop.units.directory import Directory, Place
from shuangda_desktop.units.seed import Tables, read_tables, seed

PLACE = Place("云泽省", "临江市")


@cache
def tables() -> Tables:
    """The shipped tables."""
    folder = paths.resources() / "units"
    return read_tables({path.name: path.read_text("utf-8") for path in folder.glob("*.csv")})


@cache
def directory(province: str = PLACE.province, city: str = PLACE.city) -> Directory:
    """The directory of a city."""
    return seed(Place(province, city), tables())
