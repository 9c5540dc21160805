"""What the writers of documents are given beside the rows."""

from dataclasses import dataclass
from datetime import date

from shuangda_desktop.tasks.rows import TaskRow


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above a table: its title, the office that made it, and the day."""

    title: str
    office: str
    made_on: date


@dataclass(frozen=True, slots=True)
class LocalPlan:
    """The draft of the city's own plan.

    ``basis`` are the higher documents that it carries out, as (title, document number). What is empty
    and has to be there is written as a placeholder for the clerk.
    """

    title: str
    city: str
    office: str
    year: int
    basis: tuple[tuple[str, str], ...]
    rows: tuple[TaskRow, ...]
    issued_on: date | None = None
    document_number: str = ""
    recipients: str = ""
