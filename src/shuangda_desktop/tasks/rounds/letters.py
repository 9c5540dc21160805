"""A reply in the words of a letter: whether it has no opinion at all, and which lines are about which task.

Pure. Where anything is asked for, nothing is taken for "no opinion": "the others: none" is not none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from shuangda_desktop.tasks.understanding import plain
from shuangda_desktop.text.numerals import to_int

_NONE = re.compile("(?:无|没有)[^.。;,\\n]{0,8}(?:意见|建议|异议)(?:[和及、]?建议)?")
_WISH = re.compile(
    "建议|改[为成由]|调整|增加|增列|补充|删[去除]|推迟|延[至长到]|不同意|不宜|难以|取消"
)
_NUMBERED = re.compile("第([0-9零一二三四五六七八九十百]{1,4})[项条]")
_CLOSING = re.compile(
    "^(?:特此|此复|专此|妥否|附件)|^[0-9零〇一二三四五六七八九十]{4}年[^,;]{1,8}日$|^联系人"
)
_SHORTEST_TITLE = 4  # a title of fewer characters stands in many a sentence


@dataclass(frozen=True, slots=True)
class Named:
    """A task as a letter may name it."""

    number: int
    title: str


@dataclass(frozen=True, slots=True)
class Part:
    """Lines of a letter; ``at`` is the place of the task they are about, None where they name none."""

    at: int | None
    words: str
    named: str  # how the letter names the task: 第三项


def has_none(words: str) -> bool:
    """Whether a letter says that there is no opinion, and asks for nothing beside."""
    said = plain(words)
    return _NONE.search(said) is not None and _WISH.search(_NONE.sub("", said)) is None


def parts(lines: Sequence[str], tasks: Sequence[Named]) -> tuple[Part, ...]:
    """What is asked for, task by task; () where no line names one of these tasks."""
    found: list[Part] = []
    for line in lines:
        at, named = _named(line, tasks)
        if at is not None:
            found.append(Part(at, line.strip(), named))
        elif found and not _ends(line):
            found[-1] = Part(found[-1].at, f"{found[-1].words}\n{line.strip()}", found[-1].named)
        elif _WISH.search(_NONE.sub("", plain(line))):
            found.append(Part(None, line.strip(), ""))
    return tuple(found) if any(part.at is not None for part in found) else ()


def _ends(line: str) -> bool:
    """Whether nothing is said any more: no opinion on the rest, a closing, a signature."""
    said = plain(line)
    is_signed = len(said) < 20 and not re.search("[.。;:,]", said)
    return is_signed or bool(_CLOSING.search(said)) or has_none(said)


def _named(line: str, tasks: Sequence[Named]) -> tuple[int | None, str]:
    return next(_names(line, tasks), (None, ""))


def _names(line: str, tasks: Sequence[Named]) -> Iterator[tuple[int, str]]:
    for at, task in enumerate(tasks):
        if len(task.title) >= _SHORTEST_TITLE and task.title in line:
            yield at, task.title
    for found in _NUMBERED.finditer(plain(line)):
        for at, task in enumerate(tasks):
            if task.number == to_int(found[1]):
                yield at, found[0]
