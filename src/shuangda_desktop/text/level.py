"""The administrative level that a document or a unit belongs to."""

from enum import StrEnum


class Level(StrEnum):
    """Levels from the state down to the county (and districts)."""

    NATIONAL = "national"
    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"
