"""What a column of a table is: shared by the screen and the workbook."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

Row = TypeVar("Row")
Value = str | int | float | date | None


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column over rows of one type.

    ``text`` is what is shown, ``value`` what is sorted and written to a cell; ``width`` counts Chinese
    characters; ``numeric`` columns stand right-aligned.
    """

    key: str
    title: str
    text: Callable[[Row], str]
    value: Callable[[Row], Value]
    width: int
    numeric: bool = False
