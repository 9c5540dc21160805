"""Rule: commas and stops that a site doubled."""

import re
from collections.abc import Iterable

from shuangda_desktop.text.chars import COMMA, PAUSE, SEMICOLON, STOP
from shuangda_desktop.text.mapped import Edit, Span

RULE = "marks"
_DOUBLED = re.compile(
    f"([{COMMA}])[{COMMA}]{{1,9}}|({PAUSE})[{COMMA}{PAUSE}]{{1,9}}|[{COMMA}]({PAUSE})"
    f"|([{SEMICOLON}])[{SEMICOLON}]{{1,9}}|(?<!{STOP})({STOP}){STOP}(?!{STOP})"
)


def drop_doubled_marks(text: str) -> Iterable[Edit]:
    """Edits that leave one mark of a doubled one; three stops may be meant as an ellipsis."""
    return [
        Edit(Span(*found.span()), next(mark for mark in found.groups() if mark), RULE)
        for found in _DOUBLED.finditer(text)
    ]
