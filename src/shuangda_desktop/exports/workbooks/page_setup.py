"""The page of a printed sheet: paper, margins, footer, repeated header."""

from enum import StrEnum

from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

MM = 72 / 25.4  # points
SIDE_MM, TOP_MM, BOTTOM_MM, FOOTER_MM = 15.0, 18.0, 18.0, 9.0
FOOTER = '&"宋体"&10 第 &P 页 共 &N 页'  # a blank must part the size from what follows it


class Paper(StrEnum):
    """The paper a table is printed on, lying."""

    A4 = "A4"
    A3 = "A3"


PAPER_CODE = {Paper.A4: 9, Paper.A3: 8}
PAPER_MM = {Paper.A4: (297.0, 210.0), Paper.A3: (420.0, 297.0)}


def printable(paper: Paper) -> tuple[float, float]:
    """Width and height between the margins, in points."""
    width, height = PAPER_MM[paper]
    return (width - 2 * SIDE_MM) * MM, (height - TOP_MM - BOTTOM_MM) * MM


def set_up(sheet: Worksheet, paper: Paper, area: str, header_row: int) -> None:
    """Lying, as wide as the page, with the header on each page and its number at the foot."""
    setup, margins = sheet.page_setup, sheet.page_margins
    setup.paperSize, setup.orientation = PAPER_CODE[paper], "landscape"
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    setup.fitToWidth, setup.fitToHeight = 1, 0
    margins.left = margins.right = SIDE_MM / 25.4
    margins.top, margins.bottom = TOP_MM / 25.4, BOTTOM_MM / 25.4
    margins.header = margins.footer = FOOTER_MM / 25.4
    sheet.print_options.horizontalCentered = True
    footer = sheet.oddFooter
    assert footer is not None
    footer.center.text = FOOTER
    sheet.print_title_rows = f"{header_row}:{header_row}"
    sheet.print_area = area
