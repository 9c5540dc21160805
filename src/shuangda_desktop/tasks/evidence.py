"""Files that prove what was done."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Condition(StrEnum):
    """How the kept copy of a file is found."""

    WHOLE = "whole"
    MISSING = "missing"
    CHANGED = "changed"


CONDITION_WORDS = {
    Condition.WHOLE: "完好",
    Condition.MISSING: "文件不见了",
    Condition.CHANGED: "文件被改动过",
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """A file that was copied into the data folder for a task; ``name`` is what it was called."""

    task_id: int
    name: str
    sha256: str
    size: int
    caption: str = ""
    added_at: datetime | None = None
    id: int | None = None


def kept_name(sha256: str, name: str) -> str:
    """Where the copy lies in the folder of evidence: by its content, with the ending that opens it."""
    _, dot, ending = name.rpartition(".")
    plain = ending if dot and ending.isascii() and ending.isalnum() and len(ending) <= 8 else ""
    return f"{sha256[:2]}/{sha256}{f'.{plain.lower()}' if plain else ''}"


def size_text(size: int) -> str:
    """The size of a file as a person says it."""
    if size < 1024:
        return f"{size} 字节"
    kilobytes = size / 1024
    return f"{kilobytes:.0f} KB" if kilobytes < 1024 else f"{kilobytes / 1024:.1f} MB"
