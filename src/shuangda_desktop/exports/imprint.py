"""Red head and imprint of an official document, by GB/T 9704-2012.

The imprint is pushed to the foot of its page by a gap of computed height: LibreOffice puts a table that
Word would float to the foot at the head of the page.
"""

from math import ceil

from shuangda_desktop.exports.measure import half_widths
from shuangda_desktop.exports.official import Face, OfficialDocument, Piece, Style, issue_date
from shuangda_desktop.exports.word import IMPRINT_AIR, TEXT_WIDTH
from shuangda_desktop.papers.model import LocalPlan

NUMBER = "\u3014请填写发文字号\u3015"
PRINTED_ON = "\u3014请填写日期\u3015"
LARGEST, LEAST = 62.0, 30.0  # points of the red head; a longer name is set narrower
LINE_POINTS = TEXT_WIDTH / 20
COPY_ROOM = 51  # half-width characters of 14 pt beside the label, a mark may push one over
PRINTER_ROOM = 36  # and beside the day
TEXT_HEIGHT = 12_756  # twips: 225 mm
LINE = 500  # twips of a line of the imprint, as resources/templates/styles.xml has it
RULES = 120  # twips for the rules, the smallest line after the block, and a millimetre in reserve
COPIES = "抄送\uff1a"


def write_red_head(document: OfficialDocument, draft: LocalPlan) -> None:
    """The red name, number, signer and red rule; two lines of room for the title."""
    size, stretch = _fitting(half_widths(draft.red_head) / 2)
    document.paragraph(Style.RED_HEAD, Piece(draft.red_head, size=size, stretch=stretch))
    document.blank()
    document.blank()
    number = draft.document_number or NUMBER
    if draft.signer:
        name = Piece(draft.signer, Face.KAI)
        document.paragraph(Style.NUMBER_SIGNED, f"{number}\t签发人\uff1a", name)
    else:
        document.paragraph(Style.NUMBER_RULED, number)
    document.blank()
    document.blank()


def _fitting(characters: float) -> tuple[float, int]:
    """The size at which a name fills its line at most, and how much narrower it has to be set."""
    size = min(LARGEST, max(LEAST, LINE_POINTS // characters))
    return size, min(100, int(LINE_POINTS / (size * characters) * 100))


def has_imprint(draft: LocalPlan) -> bool:
    """Whether the document names who gets copies, or who printed it."""
    return bool(draft.copies_to or draft.printed_by)


def write_imprint(document: OfficialDocument, draft: LocalPlan) -> None:
    """The imprint, whose last rule is the foot of the text area of its page."""
    rows: list[list[str]] = []
    lines = 0
    if draft.copies_to:
        copies = draft.copies_to.rstrip(".\u3002") + "。"
        rows.append([COPIES + copies])
        lines += ceil(half_widths(copies) / COPY_ROOM)
    if draft.printed_by:
        day = issue_date(draft.printed_on) if draft.printed_on else PRINTED_ON
        rows.append([draft.printed_by, f"{day}印发"])
        lines += ceil(half_widths(draft.printed_by) / PRINTER_ROOM)
    document.gap(TEXT_HEIGHT - lines * LINE - len(rows) * IMPRINT_AIR - RULES)
    document.imprint(rows)
