"""A pile of files that came back, parsed by one worker process after another.

To start a process costs more than to read a form, so one worker reads all of them and answers with one
line of JSON a file. What a hostile file can do is end that worker: the file is then told as unreadable, and
a new worker goes on with the next. Nothing of a foreign file is unpickled.
"""

import hashlib
import json
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from shuangda_desktop.errors import SourceError
from shuangda_desktop.sources.border.disk import content_of
from shuangda_desktop.sources.border.guard import broken, too_big
from shuangda_desktop.sources.border.process import Worker
from shuangda_desktop.sources.border.worker import limit
from shuangda_desktop.sources.sheets.filled import read_filled
from shuangda_desktop.text.punctuation import widen
from shuangda_desktop.text.sheets import FilledBook, FilledSheet

WORD = "--read-pile"  # what a frozen program is started with to be a worker
_TOO_SLOW = (
    "“{}”读了{}秒还没有读完,程序跳过了它,没有读取任何内容。文件可能已损坏,请在WPS中打开后另存再读。"
)
_CHANGED = "“{}”在读取过程中被改动,没有读取任何内容。请等文件保存完毕后再读。"

Tell = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Unread:
    """A file of the pile that could not be read: why, and its bytes where they are ours to keep."""

    name: str
    reason: str
    content: bytes = b""
    folder: str = ""


def read_pile(
    paths: Sequence[Path],
    *,
    seconds: float = 20,
    megabytes: int = 1024,
    cancelled: Callable[[], bool] = lambda: False,
    tell: Tell = lambda done, total, name: None,
) -> tuple[FilledBook | Unread, ...]:
    """The files in their order, each read or with the reason why not; fewer where it was cancelled.

    ``seconds`` is what one file may take; ``tell`` hears how many are done, of how many, and the next.
    """
    found: list[FilledBook | Unread] = []
    while len(found) < len(paths) and not cancelled():
        rest = paths[len(found) :]
        with Worker([*_program(), str(megabytes), str(int(seconds * len(rest)) + 1)]) as worker:
            worker.ask(json.dumps([str(path.absolute()) for path in rest]).encode(), last=True)
            for path in rest:
                tell(len(found), len(paths), path.name)
                answer = _answer(worker, path, seconds, cancelled)
                if answer is None and cancelled():
                    break
                found.append(replace(_received(path, answer), folder=str(path.parent)))
                if not isinstance(answer, bytes):  # this worker is at its end
                    break
    return tuple(found)


def _answer(
    worker: Worker, path: Path, seconds: float, cancelled: Callable[[], bool]
) -> bytes | str | None:
    """The line that the worker says of a file, or why there is none where that is known."""
    try:
        return worker.answer(seconds, cancelled)
    except TimeoutError:
        return widen(_TOO_SLOW.format(path.name, f"{seconds:g}"))


def _received(path: Path, answer: bytes | str | None) -> FilledBook | Unread:
    """What the worker said of a file, checked against the file as it lies there now."""
    try:
        content = content_of(path)
    except SourceError as error:
        return Unread(path.name, str(error))
    if isinstance(answer, str):
        return Unread(path.name, answer, content)
    try:
        book = unpacked(answer or b"", path.name)
    except SourceError as error:
        return Unread(path.name, str(error), content)
    except (ValueError, TypeError, KeyError, RecursionError):
        return Unread(path.name, str(broken(path.name)), content)
    if hashlib.sha256(content).hexdigest() != book.sha256:
        return Unread(path.name, widen(_CHANGED.format(path.name)))
    return replace(book, content=content)


def _program() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, WORD]
    return [sys.executable, "-P", "-X", "utf8", "-m", "shuangda_desktop.sources.sheets.pile"]


def main(words: Sequence[str]) -> int:
    """Be the worker: read the files named on the line that comes in, under limits."""
    limit(int(words[0]), int(words[1]))
    with os.fdopen(0, "rb", closefd=False) as asked:
        paths = [Path(name) for name in json.loads(asked.read())]
    with os.fdopen(1, "wb", closefd=False) as out:  # a program without a console has no sys.stdout
        for path in paths:
            out.write(packed(_read(path)))
            out.flush()
    return 0


def _read(path: Path) -> FilledBook | SourceError:
    try:
        return read_filled(content_of(path), path.name)
    except SourceError as error:
        return error
    except MemoryError:
        return too_big(path.name)


def packed(answer: FilledBook | SourceError) -> bytes:
    """A book, or the reason why there is none, as one line; the bytes of the file do not travel."""
    if isinstance(answer, SourceError):
        form: dict[str, object] = {"error": str(answer)}
    else:
        form = {
            "sha256": answer.sha256,
            "format": answer.format,
            "warnings": answer.warnings,
            "sheets": [_packed_sheet(sheet) for sheet in answer.sheets],
        }
    return json.dumps(form, ensure_ascii=False).encode("utf-8", "replace") + b"\n"


def _packed_sheet(sheet: FilledSheet) -> dict[str, object]:
    return {
        "name": sheet.name,
        "hidden": sheet.is_hidden,
        "merges": sheet.merges,
        "cells": [[row, column, text] for (row, column), text in sheet.texts.items()],
    }


def unpacked(line: bytes, name: str) -> FilledBook:
    """The book of such a line; SourceError where it holds a reason; another error where it is none."""
    form = json.loads(line)
    if "error" in form:
        raise SourceError(str(form["error"]))
    sheets = tuple(
        FilledSheet(
            str(sheet["name"]),
            {(int(row), int(column)): str(text) for row, column, text in sheet["cells"]},
            tuple((int(a), int(b), int(c), int(d)) for a, b, c, d in sheet["merges"]),
            bool(sheet["hidden"]),
        )
        for sheet in form["sheets"]
    )
    warnings = tuple(str(warning) for warning in form["warnings"])
    return FilledBook(name, str(form["sha256"]), str(form["format"]), sheets, warnings)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
