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
class PaperColumn:
    """A column on paper: ``width`` counts Chinese characters.

    ``exact`` columns hold numbers, dates and states: they keep their width and stand centred; the
    others share what is left of the page, and have room for ``least`` characters where it can be had.
    Rows of a ``block`` column that follow each other and say the same share one cell.
    """

    title: str
    width: int
    exact: bool = False
    least: int = 0
    block: bool = False


@dataclass(frozen=True, slots=True)
class LocalPlan:
    """The draft of the city's own plan.

    ``basis`` are the higher documents that it carries out, as (title, document number). What is empty
    and has to be there is written as a placeholder for the clerk. ``red_head`` is the whole red line,
    such as 某某市人民政府办公室文件: with it come the number, ``signer`` (of documents that go up) and
    the red rule. ``copies_to`` or ``printed_by`` give the document an imprint on its last page.
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
    red_head: str = ""
    signer: str = ""
    copies_to: str = ""
    printed_by: str = ""
    printed_on: date | None = None
