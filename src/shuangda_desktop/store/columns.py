"""Between the domain's values and the columns of a row."""

import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date, datetime
from enum import Enum
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, TypeVar, cast

from shuangda_desktop.text.mapped import Span

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Word = TypeVar("Word", bound=Enum)
NOT_GIVEN = -1  # in the log: the unit reported in words and gave no percentage
SqlValue = str | int | float | bytes | None
Columns = dict[str, SqlValue]
_NONE = "[]"
_PLAIN = (str, int, float)  # what SQLite keeps as it is; a bool is none of them


def columns_of(part: "DataclassInstance", *without: str) -> Columns:
    """The fields of a domain value by the names of its columns; those that hold values are JSON.

    A field that the schema does not know makes the insert fail: better than to lose it in silence.
    """
    found: Columns = {}
    for field in _names(type(part), without):
        value = getattr(part, field)
        if value is None or type(value) in _PLAIN:
            found[field] = value
        elif type(value) is Span:
            found["start"], found["stop"] = value.start, value.end
        else:
            found[field] = _converted(value)
    return found


@lru_cache(maxsize=64)
def _names(kind: type["DataclassInstance"], without: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind) if field.name not in without)


@lru_cache(maxsize=64)
def _getter(kind: type["DataclassInstance"]) -> Callable[[object], tuple[object, ...]]:
    """What takes all values out of a part of this kind; the parts of one column are of one kind."""
    return attrgetter(*_names(kind, ()))


def words(kind: type[Word]) -> Mapping[str, Word]:
    """The members of an enumeration by what stands in a column; five times faster than calling it."""
    return {member.value: member for member in kind}


def percent_column(percent: int | None) -> int:
    """A percentage as the log keeps it; its column cannot be empty."""
    return NOT_GIVEN if percent is None else percent


def to_percent(number: int | None) -> int | None:
    """The percentage of a column of the log."""
    return None if number == NOT_GIVEN else number


def to_date(text: str | None) -> date | None:
    """The date of a column that may be empty."""
    return None if text is None else date.fromisoformat(text)


def _converted(value: object) -> SqlValue:
    """A value as SQLite keeps it; what it cannot keep is left as it is and refused there."""
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, datetime):
        return value.isoformat(timespec="microseconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        kind: type[DataclassInstance] | None = type(value[0]) if value else None
        return _LISTS.encode(list(map(_getter(kind), value))) if kind else _NONE
    return cast(SqlValue, value)


_LISTS = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_converted)
