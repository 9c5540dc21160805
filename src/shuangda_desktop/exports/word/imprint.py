"""The imprint (版记) at the foot of a document's last page, by GB/T 9704-2012.

A letter's imprint names only who gets copies, and has no rules. Indents are blanks and lines are
broken here: Word draws the rules of a paragraph no wider than its indents.
"""

from collections.abc import Iterator

from shuangda_desktop.exports.word.official import OfficialDocument, issue_date
from shuangda_desktop.papers.model import Dress, Form
from shuangda_desktop.text.chars import COMMA, PAUSE, SEMICOLON

PRINTED_ON = "\u3014请填写日期\u3015"
BLANK = "\u3000"
RECIPIENTS, COPIES = "主送\uff1a", "抄送\uff1a"
ROOM = 26  # characters of 14 pt in 156 mm, beside one blank at each end and the label
MARKS = COMMA + PAUSE + SEMICOLON


def has_imprint(dress: Dress) -> bool:
    """Whether the document names who gets copies, or who printed it."""
    return bool(dress.copies_to or (dress.printed_by and dress.form is not Form.LETTER))


def write_imprint(document: OfficialDocument, dress: Dress, recipients: str = "") -> None:
    """The imprint, whose last rule is the foot of the text area of its page.

    ``recipients`` that found no room above the text stand over those who get copies, without a rule.
    """
    named = ((RECIPIENTS, recipients), (COPIES, dress.copies_to))
    lists = [_listed(label, names) for label, names in named if names]
    texts = ["\n".join(lists)] if lists else []
    letter = dress.form is Form.LETTER
    if dress.printed_by and not letter:
        day = issue_date(dress.printed_on) if dress.printed_on else PRINTED_ON
        texts.append(f"{BLANK}{dress.printed_by}\t{day}印发")
    document.at_foot(texts, ruled=not letter)


def _listed(label: str, names: str) -> str:
    """Names behind their label, their lines under each other."""
    lines = broken(names.rstrip(".:\u3002\uff1a") + "。", ROOM)
    return BLANK + label + f"\n{BLANK * (len(label) + 1)}".join(lines)


def broken(text: str, room: int) -> Iterator[str]:
    """The lines of a list of names: after a mark where one is near, never before one."""
    while len(text) > room:
        marks = [at for at in range(room // 2, room) if text[at] in MARKS]
        end = marks[-1] + 1 if marks else room - 1
        yield text[:end]
        text = text[end:]
    yield text
