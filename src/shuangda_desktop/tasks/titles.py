"""Short titles for passages that have none."""

import re

from shuangda_desktop.text.chars import COLON, COMMA, EXCLAMATION, QUESTION, SEMICOLON, STOP

_LENGTH = 24
_LEAST = 4
_MARK = f"[{COMMA}{SEMICOLON}{COLON}{QUESTION}{EXCLAMATION}{STOP}\n]"
_PHRASE = re.compile(f"{_MARK}*(.{{{_LEAST},}}?)(?:{_MARK}|$)", re.DOTALL)


def first_phrase(text: str) -> str:
    """The first phrase of a text, at most 24 characters long."""
    found = _PHRASE.match(text.strip())
    phrase = (found[1] if found else text).strip()
    return phrase if len(phrase) <= _LENGTH else phrase[: _LENGTH - 1] + "\u2026"
