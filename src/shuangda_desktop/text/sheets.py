"""Sheets that were filled in: the text of each cell by its place, as a reader of files hands it over."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Spot = tuple[int, int]  # row and column, from 0
Area = tuple[int, int, int, int]  # first row and column, last row and column


@dataclass(frozen=True, slots=True)
class FilledSheet:
    """One sheet: the text of its filled cells; of merged ones the value stands in the first place."""

    name: str
    texts: Mapping[Spot, str]
    merges: tuple[Area, ...] = ()
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class FilledBook:
    """A file that came back. ``sha256`` is the digest of its bytes; ``warnings`` are whole sentences.

    ``folder`` is where it lay, "" where that is not known: another file may bear its name.
    """

    name: str
    sha256: str
    format: str
    sheets: tuple[FilledSheet, ...]
    warnings: tuple[str, ...] = ()
    content: bytes = field(default=b"", repr=False)
    folder: str = ""


def spot_name(spot: Spot) -> str:
    """The place as the head of a sheet counts it: (7, 2) is C8."""
    row, column = spot
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row + 1}"
