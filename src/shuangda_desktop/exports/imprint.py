"""The imprint (版记) at the foot of a document's last page, by GB/T 9704-2012.

A letter's imprint names only who gets copies, and has no rules. Indents are blanks and lines are
broken here: Word draws the rules of a paragraph no wider than its indents.
"""

from collections.abc import Iterator

from shuangda_desktop.exports.official import OfficialDocument, issue_date
from shuangda_desktop.papers.model import Dress, Form
from shuangda_desktop.text.chars import COMMA, PAUSE, SEMICOLON

PRINTED_ON = "\u3014请填写日期\u3015"
BLANK = "\u3000"
COPIES = "抄送\uff1a"
ROOM = 26  # characters of 14 pt in 156 mm, beside one blank at each end and the label
MARKS = COMMA + PAUSE + SEMICOLON


def has_imprint(dress: Dress) -> bool:
    """Whether the document names who gets copies, or who printed it."""
    return bool(dress.copies_to or (dress.printed_by and dress.form is not Form.LETTER))


def write_imprint(document: OfficialDocument, dress: Dress) -> None:
    """The imprint, whose last rule is the foot of the text area of its page."""
    texts: list[str] = []
    if dress.copies_to:
        lines = broken(dress.copies_to.rstrip(".\u3002") + "。", ROOM)
        texts.append(BLANK + COPIES + f"\n{BLANK * (len(COPIES) + 1)}".join(lines))
    letter = dress.form is Form.LETTER
    if dress.printed_by and not letter:
        day = issue_date(dress.printed_on) if dress.printed_on else PRINTED_ON
        texts.append(f"{BLANK}{dress.printed_by}\t{day}印发")
    document.at_foot(texts, ruled=not letter)


def broken(text: str, room: int) -> Iterator[str]:
    """The lines of a list of names: after a mark where one is near, never before one."""
    while len(text) > room:
        marks = [at for at in range(room // 2, room) if text[at] in MARKS]
        end = marks[-1] + 1 if marks else room - 1
        yield text[:end]
        text = text[end:]
    yield text
