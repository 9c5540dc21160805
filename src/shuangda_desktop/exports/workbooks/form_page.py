"""How a form is folded, printed and protected: what belongs to its page and not to its words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from shuangda_desktop.exports import measure
from shuangda_desktop.exports.measure import half_widths
from shuangda_desktop.exports.workbooks import page_setup
from shuangda_desktop.exports.workbooks.cells import SONG
from shuangda_desktop.exports.workbooks.page_setup import Paper

CODE_COLUMN = "B"
LONGEST_PROMPT, LONGEST_TITLE = 250, 32  # Excel takes 255 and 32
CHOICE_ERROR = "请从下拉列表中选择。"


@dataclass(frozen=True, slots=True)
class Rule:
    """What a cell offers: choices to take from, and words that show beside it."""

    choices: tuple[str, ...]
    title: str
    hint: str


def fold(sheet: Worksheet, px: Sequence[float], folded: Sequence[bool]) -> None:
    """Set the widths; hide the column of codes, group and collapse what is folded."""
    for place, (width, away) in enumerate(zip(px, folded, strict=True)):
        letter = get_column_letter(place + 1 + (place > 0))
        dimension = sheet.column_dimensions[letter]
        dimension.width = measure.units(width)
        if away:
            dimension.outlineLevel, dimension.hidden, dimension.collapsed = 1, True, False
            sheet.column_dimensions[get_column_letter(place + 3)].collapsed = True
    codes = sheet.column_dimensions[CODE_COLUMN]
    codes.width, codes.hidden = 12, True


def set_up(sheet: Worksheet, first: int, last: int, end: int) -> None:
    """A lying A4 page as wide as the table, the header on every page, a filter over the rows."""
    header, letter = first - 1, get_column_letter(len(sheet.column_dimensions))
    page_setup.set_up(sheet, Paper.A4, f"A1:{letter}{end}", header)
    sheet.freeze_panes = f"D{first}"
    if last >= first:
        sheet.auto_filter.ref = f"A{header}:{letter}{last}"


def protect(sheet: Worksheet, rules: Mapping[Rule, Sequence[str]]) -> None:
    """Lock what is not to be filled, without a password; offer choices and words beside the cells."""
    guard = sheet.protection
    guard.sheet = True
    for allowed in ("formatColumns", "formatRows", "autoFilter", "sort"):
        setattr(guard, allowed, False)  # false is how the format says "not forbidden"
    for rule, cells in rules.items():
        if rule.choices or rule.hint:
            sheet.add_data_validation(_validation(rule, cells))


def describe(book: Workbook, sheet: Worksheet, title: str, author: str) -> None:
    """The name of the sheet, the title and author of the file, the font that widths are counted in."""
    sheet.title = "填报表"
    book._named_styles["Normal"].font = Font(name=SONG, size=11)  # type: ignore[attr-defined]  # no public way
    book.properties.title = title
    book.properties.creator = book.properties.lastModifiedBy = author
    book.properties.language = "zh-CN"


def _validation(rule: Rule, cells: Sequence[str]) -> DataValidation:
    made = DataValidation(allow_blank=True)
    if rule.choices:
        made.type, made.formula1 = "list", f'"{",".join(rule.choices)}"'
        made.showErrorMessage, made.errorStyle = (
            True,
            "warning",
        )  # another word may be typed all the same
        made.errorTitle, made.error = _cut(rule.title, LONGEST_TITLE), CHOICE_ERROR
    if rule.hint:
        made.showInputMessage = True
        made.promptTitle = _cut(rule.title, LONGEST_TITLE)
        made.prompt = _cut(rule.hint, LONGEST_PROMPT)
    for cell in cells:
        made.add(cell)
    return made


def _cut(text: str, most: int) -> str:
    """The text as far as Excel takes it; it counts characters, old versions half-widths."""
    if len(text) <= most and half_widths(text) <= 2 * most:
        return text
    return text[: most - 1] + "…"
