"""Rule: characters that cannot be seen: zero-width, soft hyphen, controls, bidi marks."""

import re
from collections.abc import Iterable

from shuangda_desktop.text.chars import CONTROL, INVISIBLE
from shuangda_desktop.text.mapped import Edit, Span

RULE = "invisible"
_ONE = f"[{INVISIBLE}{CONTROL}]"
_UNSEEN = re.compile(f"{_ONE}{_ONE}{{0,63}}")  # a search is faster for one than for one to 64


def remove_invisible(text: str) -> Iterable[Edit]:
    """Edits that take unseen characters out of the text."""
    return [Edit(Span(*found.span()), "", RULE) for found in _UNSEEN.finditer(text)]
