"""What the writers of workbooks are given beside the rows."""

from dataclasses import dataclass
from datetime import date

from shuangda_desktop.papers.model import PaperColumn as PaperColumn


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above a table: its title, the office that made it (after ``label``), and the day."""

    title: str
    office: str
    made_on: date
    label: str = "制表单位"
