"""The workbook around sheets: its base font, properties and names."""

from openpyxl import Workbook
from openpyxl.styles import Font

from shuangda_desktop.exports.workbooks.model import Heading

BASE = "Times New Roman"


def office_line(heading: Heading) -> str:
    """The name of the office with its label, left above the table; "" where it has none."""
    return f"{heading.label}\uff1a{heading.office}" if heading.office else ""


def day_line(heading: Heading) -> str:
    """The day on which the table was made, right above it."""
    day = heading.made_on
    return f"制表日期\uff1a{day.year}年{day.month}月{day.day}日"


def sheet_name(title: str) -> str:
    """A title as the name of a sheet: at most 31 characters that Excel takes."""
    kept = "".join(c for c in title if c.isprintable() and c not in "[]:*?/\\'")
    return kept[:31] or "表"


def new_book() -> Workbook:
    """A workbook whose columns come out equally wide on every machine.

    Widths are counted in digits of its base font, rounded to whole pixels of the screen. Those of
    Times New Roman in 12 points are half an em, without a remainder at every zoom of Windows; the
    faces that stand in for it, and those of Song, have the same.
    """
    book = Workbook()
    book._named_styles["Normal"].font = Font(name=BASE, size=12)  # type: ignore[attr-defined]  # no public way
    return book


def describe(book: Workbook, heading: Heading) -> None:
    """Write title, office and language into the properties of the workbook."""
    book.properties.title = heading.title
    book.properties.creator = book.properties.lastModifiedBy = heading.office
    book.properties.language = "zh-CN"
