"""Words of official documents that are made from rows: duty clauses, deadlines, numbered headings."""

import re
from calendar import monthrange
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from shuangda_desktop.plan.model import Role
from shuangda_desktop.plan.structure.headings import is_title
from shuangda_desktop.tasks.columns import cells
from shuangda_desktop.tasks.model import Basis
from shuangda_desktop.tasks.rows import AssignedUnit, TaskRow
from shuangda_desktop.text.chars import DOT, LPAREN, PAUSE, RPAREN
from shuangda_desktop.text.punctuation import narrow

LABELS = {Role.LEAD: "牵头单位", Role.RESPONSIBLE: "责任单位", Role.COOPERATING: "配合单位"}
MANY = 3  # tasks from which on one sentence says their deadline for all
MARKS = ".,;:\u3002\uff0c\uff1b\uff1a\u3001"  # what a heading or an item of a list does not end in
_NUMBER = re.compile(
    f"\\s*(?:[{LPAREN}][一二三四五六七八九十百零\\d]+[{RPAREN}][{PAUSE}{DOT}]?"
    f"|[一二三四五六七八九十百零\\d]+[{PAUSE}{DOT}])\\s*"
)


def without_number(heading: str) -> str:
    """A heading without its number: "(三)加强监管" and "3.加强监管" give "加强监管"."""
    return _NUMBER.sub("", heading, count=1) if _NUMBER.match(heading) else heading.strip()


def duty_clause(row: TaskRow, usual: date | None = None) -> str:
    """The units by role and the deadline, as a clause in brackets; "" where nothing is known.

    What is only proposed says so: a draft must not pass for a decision. A proposed deadline that is
    the ``usual`` one is left out, for the document names it once for all tasks.
    """
    parts = duty_lines(row, usual)
    return "\uff08" + "\uff1b".join(parts) + "\uff09" if parts else ""


def duty_lines(row: TaskRow, usual: date | None = None) -> list[str]:
    """The same as lines: one for each role, and one for the deadline."""
    mark = cells.PROPOSED if row.due_on and row.due_basis is Basis.PROPOSED else ""
    due = "" if is_usual(row, usual) else deadline(row)
    return [*duties(row), *([f"{mark}完成时限\uff1a{due}"] if due else [])]


def duties(row: TaskRow, without: str = "") -> Iterator[str]:
    """A labelled list of units for each part of the task, role and standing; one may be left out."""
    for scope in dict.fromkeys(unit.scope for unit in row.units):
        for role, label in LABELS.items():
            for proposed in (False, True):
                names = [
                    unit.unit
                    for unit in row.units
                    if (unit.scope, unit.role) == (scope, role)
                    and _proposed(unit) is proposed
                    and unit.unit != without
                ]
                if names:
                    mark = cells.PROPOSED if proposed else ""
                    said = "" if row.title.endswith(f"\uff08{scope}\uff09") else scope
                    yield f"{said}{mark}{label}\uff1a{'、'.join(names)}"


def _proposed(unit: AssignedUnit) -> bool:
    """A lead that nobody has confirmed; the other roles follow the source."""
    return unit.role is Role.LEAD and unit.basis is Basis.PROPOSED


def deadline(row: TaskRow) -> str:
    """By when, in the words of the office; "" where nothing is set."""
    if row.due_on is None:
        return row.due_text or cells.RHYTHMS.get(row.recurrence, "")
    return by(row.due_on)


def usual_deadline(rows: Sequence[TaskRow]) -> date | None:
    """The proposed deadline that many tasks share; None where a task would be given one by silence."""
    if not all(map(deadline, rows)):
        return None
    shared = Counter(row.due_on for row in rows if row.due_basis is Basis.PROPOSED).most_common(1)
    return shared[0][0] if shared and shared[0][1] >= MANY else None


def is_usual(row: TaskRow, usual: date | None) -> bool:
    """Whether the task's deadline is the proposed one that many share."""
    return usual is not None and row.due_on == usual and row.due_basis is Basis.PROPOSED


def numbered(number: int, text: str) -> str:
    """An item of a list; a blank parts its number from a text that begins with one: not "3.6月"."""
    return f"{number}. {text}" if text[:1].isdigit() else f"{number}.{text}"


def item(row: TaskRow) -> str:
    """One task: number, title where it is not the beginning of the text, text."""
    return numbered(row.number, "。".join(filter(None, _headed(row))))


def _headed(row: TaskRow) -> tuple[str, str]:
    title, text = without_number(row.title).rstrip(MARKS), row.text.strip()
    return ("" if text.startswith(title) else title), text


def run_in(row: TaskRow) -> tuple[str, str]:
    """The heading that an item begins with, as anybody reads it, and the words behind it.

    A short first sentence with others behind it is read as a heading, whoever wrote it for one.
    """
    words = "。".join(filter(None, _headed(row)))
    first, _, rest = words.partition("。")
    return (first, rest) if rest.strip() and is_title(narrow(first)) else ("", words)


def due_on_paper(row: TaskRow) -> str:
    """The same for a cell: its rhythm and whether it is only proposed in brackets on a second line."""
    rhythm = cells.RHYTHMS.get(row.recurrence, "")
    if row.due_on is None:
        return row.due_text or rhythm
    proposed = cells.PROPOSED if row.due_basis is Basis.PROPOSED else ""
    marks = "\uff0c".join(filter(None, (rhythm, proposed)))
    return by(row.due_on) + (f"\n\uff08{marks}\uff09" if marks else "")


def day_words(day: date) -> str:
    """A date as documents write it: Arabic, no leading noughts."""
    return f"{day.year}年{day.month}月{day.day}日"


def by(day: date) -> str:
    """A day as a deadline; the last of a month is its end."""
    if day.day == monthrange(day.year, day.month)[1]:
        return f"{day.year}年{day.month}月底前"
    return f"{day.year}年{day.month}月{day.day}日前"


def named_documents(basis: Sequence[tuple[str, str]]) -> str:
    """Titles in 书名号 with their numbers; by GB/T 15834 no 、 between titles without a bracket."""
    found = ""
    for title, number in basis:
        mark = "、" if found.endswith("\uff09") else ""
        found += mark + _in_title_marks(title) + (f"\uff08{number}\uff09" if number else "")
    return found


def _in_title_marks(title: str) -> str:
    inner = title.strip().removeprefix("《").removesuffix("》")
    return f"《{inner.replace('《', '〈').replace('》', '〉')}》"
