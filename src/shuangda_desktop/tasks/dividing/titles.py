"""Short titles for passages that have none."""

import re

from shuangda_desktop.text.chars import COLON, COMMA, EXCLAMATION, QUESTION, SEMICOLON, STOP

_LENGTH = 24
_LEAST = 3  # characters, a quoted name counting as one
_ENOUGH = 8
_MARK = f"{COMMA}{SEMICOLON}{COLON}{QUESTION}{EXCLAMATION}{STOP}\n"
# A mark inside a title or a quotation does not end the phrase.
_PHRASE = re.compile(
    f"[{_MARK}]*((?:\u300a[^\u300b]*\u300b|\u201c[^\u201d]*\u201d|.){{{_LEAST},}}?)(?=[{_MARK}]|$)",
    re.DOTALL,
)
_OPEN = re.compile("[\u300a\u201c][^\u300b\u201d]*$")


def told_once(title: str, text: str) -> str:
    """Title and text in one cell; a title that the text begins with is not said twice."""
    said = title.strip().rstrip("\u3002")
    return text if text.startswith(said.rstrip("\u2026")) else f"{said}\n{text}"


def first_phrase(text: str) -> str:
    """The first phrase of a text, cut where it is long, but not within a name."""
    found = _PHRASE.match(text.strip())
    phrase = (found[1] if found else text).strip()
    return phrase if len(phrase) <= _LENGTH else _shortened(phrase)


def _shortened(phrase: str) -> str:
    """The start of a phrase; a name that would be cut goes, or is closed where little else is left."""
    start = phrase[: _LENGTH - 1]
    whole = _OPEN.sub("", start)
    if len(whole) >= _ENOUGH or whole == start:
        return whole + "\u2026"
    return start + "\u2026" + ("\u300b" if start[len(whole)] == "\u300a" else "\u201d")
