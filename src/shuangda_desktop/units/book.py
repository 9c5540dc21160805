"""What a workbook says of the directory: the parts that it has, and the rows that are not clear."""

from dataclasses import dataclass, field

from shuangda_desktop.text.punctuation import widen
from shuangda_desktop.units.model import Alias, Counterpart, Succession, Unit


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a row was not taken: the sheet, the row as the sheet counts (0: all), a Chinese sentence."""

    sheet: str
    row: int
    message: str


@dataclass(slots=True)
class Book:
    """The directory that a workbook describes; a part that the workbook does not have is None.

    ``units`` are those that it lists, complete; ``named`` the ids of units whose other names it lists;
    ``unclear`` the ids of units that it lists in a row which is not clear: they are not missing.
    """

    units: list[Unit] = field(default_factory=list)
    aliases: list[Alias] = field(default_factory=list)
    named: set[str] = field(default_factory=set)
    unclear: set[str] = field(default_factory=set)
    successions: list[Succession] | None = None
    counterparts: list[Counterpart] | None = None
    troubles: list[Trouble] = field(default_factory=list)

    def trouble(self, sheet: str, row: int, message: str) -> None:
        """Note why a row is not taken."""
        self.troubles.append(Trouble(sheet, row, widen(message)))


class UnclearError(Exception):
    """A row that cannot be taken as it is; the sentence becomes its trouble."""
