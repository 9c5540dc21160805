"""The codes that a form carries: which task of which unit in which period a row is about."""

import hashlib
import re
from dataclasses import dataclass

from shuangda_desktop.text.punctuation import narrow

_ROW = re.compile("SD:([0-9A-Z-]{4,8}):([0-9a-f]{6}):([0-9]{1,9}):([0-9a-f]{4})")
_FIELD = re.compile("SD:([a-z]{2,9}[0-9]{0,2})")
_LINE = re.compile("SD:((?:tick|foot):[a-z]{2,9})")
FIELDS = "fields"  # what stands in the column of codes beside the codes of the fields


@dataclass(frozen=True, slots=True)
class RowCode:
    """What the code of a row says; ``check`` proves that it was given out by this database."""

    period: str
    unit: str  # token
    task_id: int
    check: str


def unit_token(unit: str) -> str:
    """A unit's name as six hexadecimal digits."""
    return _digest(unit)[:6]


def row_code(office: str, period: str, unit: str, task_id: int) -> str:
    """The code of a row."""
    return f"SD:{period}:{unit_token(unit)}:{task_id}:{_check(office, period, unit_token(unit), task_id)}"


def read_row_code(text: str) -> RowCode | None:
    """The code that a cell holds, None where it holds none."""
    found = _ROW.fullmatch(narrow(text).strip())
    return RowCode(found[1], found[2], int(found[3]), found[4]) if found else None


def is_ours(code: RowCode, office: str) -> bool:
    """Whether the code was given out by this database and nobody changed a letter of it."""
    return code.check == _check(office, code.period, code.unit, code.task_id)


def read_field_code(text: str) -> str | None:
    """The field that a cell of the hidden row names."""
    found = _FIELD.fullmatch(narrow(text).strip())
    return found[1] if found else None


def read_line_code(text: str) -> str | None:
    """The tick or the line of the foot that a cell of the column of codes names."""
    found = _LINE.fullmatch(narrow(text).strip())
    return found[1] if found else None


def _check(office: str, period: str, token: str, task_id: int) -> str:
    return _digest(f"{office}|{period}|{token}|{task_id}")[:4]


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
