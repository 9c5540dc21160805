"""Foreign files are parsed in a process of their own, with limits of memory and time.

What a hostile file can do there is end that process; the program then tells the clerk so. Plain text
of moderate size is read in place: decoding it runs no parser.
"""

import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from shuangda_desktop.errors import SourceError
from shuangda_desktop.sources import PASTED, read, read_html, read_scan
from shuangda_desktop.sources.border.answer import (
    packed,
    packed_picture,
    unpacked,
    unpacked_picture,
)
from shuangda_desktop.sources.border.disk import content_of, head_of, size_of
from shuangda_desktop.sources.border.guard import broken, too_big
from shuangda_desktop.sources.border.sniff import HEAD, Kind, kind_of
from shuangda_desktop.sources.pages.scanned import NeedsRecognitionError, can_recognise
from shuangda_desktop.text.punctuation import widen
from shuangda_desktop.text.source import SourceText

WORD = "--read-document"  # what a frozen program is started with to be a worker
RECOGNISE = "recognise"  # tells a worker that its file is a scan
PICTURE = "picture"  # … and that only a page of it is wanted, to be shown
_TO_LOAD, _A_PAGE = 60, 40  # seconds: three to five times what an old office PC needs
_MEGABYTES_TO_RECOGNISE = 6_144  # of addresses; about 0.9 GB of them are used
COPIED = "copied"  # tells a worker that its file holds the markup of a clipboard
SEVERAL = "several"  # … that it is asked for one file after the other
_IN_PLACE = 1024 * 1024  # bytes of plain text
_MEGABYTES_OF_PDF = 512  # beside its own size; 370,000 characters with their places take 225
_MOST_ANSWER = 40_000_000  # bytes
_PAUSE = 0.05  # seconds between two looks at the clock
_TOO_SLOW = "“{}”读了{}秒还没有读完,程序停止了读取,没有导入任何内容。文件可能已损坏;请在WPS中打开后另存为.docx再导入。"
_CANCELLED = "已停止读取“{}”,没有导入任何内容。需要时请重新导入。"
_CHANGED = "“{}”在读取过程中被改动,没有导入任何内容。请等文件保存完毕后重新导入。"

Ask = Callable[[Path, float, int, Callable[[], bool]], bytes]


def read_guarded(
    path: Path,
    *,
    seconds: float = 20,
    megabytes: int = 1024,
    cancelled: Callable[[], bool] = lambda: False,
    ask: Ask | None = None,
) -> SourceText:
    """The document in a file, parsed by a worker that may not harm this process.

    ``ask`` is who asks a worker that others share; else one is started for this file alone.
    """
    if size_of(path) <= _IN_PLACE and kind_of(head_of(path, HEAD)) is Kind.TEXT:
        return read(path)
    answer = (ask or _answer)(path, seconds, megabytes, cancelled)
    try:
        source = _understood(answer, path, cancelled)
    except (ValueError, RecursionError) as error:
        raise broken(path.name) from error
    content = content_of(path)
    if hashlib.sha256(content).hexdigest() != source.sha256:
        raise SourceError(widen(_CHANGED.format(path.name)))
    return replace(source, content=content)


def _understood(answer: bytes, path: Path, cancelled: Callable[[], bool]) -> SourceText:
    """The document of an answer; a scan is recognised, which takes its time, where that is possible."""
    try:
        return unpacked(answer, path.name)
    except NeedsRecognitionError as scan:
        if not can_recognise():
            raise
        seconds = _TO_LOAD + _A_PAGE * scan.pages
    answer = _answer(path, seconds, _MEGABYTES_TO_RECOGNISE, cancelled, RECOGNISE)
    return unpacked(answer, path.name)


def page_picture(content: bytes, name: str, number: int) -> bytes:
    """A page of a kept scan as a PNG, made by a worker; SourceError where there is none."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        path = Path(folder) / "scan"
        path.write_bytes(content)
        how = (PICTURE, str(number))
        answer = _answer(path, _TO_LOAD, _MEGABYTES_TO_RECOGNISE, lambda: False, *how)
    try:
        return unpacked_picture(answer)
    except (ValueError, RecursionError) as error:
        raise broken(name) from error


def read_copied(
    html: str,
    name: str,
    *,
    seconds: float = 20,
    megabytes: int = 1024,
    cancelled: Callable[[], bool] = lambda: False,
) -> SourceText:
    """The document that was copied as markup, parsed by a worker like a file."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        path = Path(folder) / PASTED
        path.write_bytes(html.encode("utf-8", "replace"))
        answer = _answer(path, seconds, megabytes, cancelled, COPIED)
    try:
        return replace(unpacked(answer, name), name=name)
    except (ValueError, RecursionError) as error:
        raise broken(name) from error


def _answer(
    path: Path, seconds: float, megabytes: int, cancelled: Callable[[], bool], *how: str
) -> bytes:
    """What the worker says; whatever it may have written beside is gone afterwards."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        worker = _start(path, megabytes, seconds, scratch, *how)
        try:
            with ThreadPoolExecutor(max_workers=1) as pool:
                line = pool.submit(_read_all, worker)
                try:
                    _wait(line, path.name, seconds, cancelled)
                finally:
                    worker.kill()  # the reading thread then ends too
            return line.result()
        finally:
            worker.wait()


def _start(
    path: Path, megabytes: int, seconds: float, scratch: str, *how: str
) -> "subprocess.Popen[bytes]":
    folders = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), scratch)
    return subprocess.Popen(
        [*program(), str(path.absolute()), str(megabytes), str(int(seconds) + 1), *how],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **folders},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def program() -> list[str]:
    """What is started to be a worker."""
    if getattr(sys, "frozen", False):
        return [sys.executable, WORD]
    return [sys.executable, "-P", "-X", "utf8", "-m", "shuangda_desktop.sources.border.worker"]


def _read_all(worker: "subprocess.Popen[bytes]") -> bytes:
    if worker.stdout is None:
        return b""
    with worker.stdout as pipe:
        return pipe.read(_MOST_ANSWER)


def _wait(line: "Future[bytes]", name: str, seconds: float, cancelled: Callable[[], bool]) -> None:
    end = time.monotonic() + seconds
    while not line.done():
        if cancelled():
            raise stopped(name)
        if time.monotonic() > end:
            raise too_slow(name, seconds)
        with suppress(TimeoutError):
            line.result(timeout=_PAUSE)


def stopped(name: str) -> SourceError:
    """The clerk did not want to wait."""
    return SourceError(widen(_CANCELLED.format(name)))


def too_slow(name: str, seconds: float) -> SourceError:
    """A file took longer than it may."""
    return SourceError(widen(_TOO_SLOW.format(name, f"{seconds:g}")))


def main(words: Sequence[str]) -> int:
    """Be the worker: read one file under limits and print the answer, or one after the other."""
    if words[0] == SEVERAL:
        return _serve(int(words[1]), int(words[2]))
    path, megabytes, seconds = Path(words[0]), int(words[1]), int(words[2])
    limit(megabytes, seconds)
    line = _line(path, words[3:])
    with os.fdopen(1, "wb", closefd=False) as out:  # a program without a console has no sys.stdout
        out.write(line)
    return 0


def _serve(megabytes: int, seconds: int) -> int:
    from shuangda_desktop.sources.border.shared import serve

    limit(megabytes)
    with os.fdopen(0, "rb", closefd=False) as asked, os.fdopen(1, "wb", closefd=False) as out:
        serve(asked, out, seconds)
    return 0


def _line(path: Path, how: Sequence[str]) -> bytes:
    """The answer to what is wanted of a file."""
    if PICTURE in how:
        return _picture(path, int(how[1]))
    return packed(_read(path, copied=COPIED in how, scan=RECOGNISE in how))


def _picture(path: Path, number: int) -> bytes:
    from shuangda_desktop.sources.pages.ocr import picture_of

    try:
        return packed_picture(picture_of(content_of(path), path.name, number))
    except SourceError as error:
        return packed(error)


def _read(path: Path, copied: bool = False, scan: bool = False) -> SourceText | SourceError:
    try:
        if scan:
            return read_scan(path)
        make_room(path)
        return read_html(content_of(path).decode("utf-8")) if copied else read(path)
    except SourceError as error:
        return error
    except MemoryError:
        return too_big(path.name)


def limit(megabytes: int, seconds: int | None = None) -> None:
    """Limits that the system holds; where it has none, the time that the parent allows remains."""
    if sys.platform == "win32":
        return
    import resource

    limits = {resource.RLIMIT_AS: megabytes * 1024 * 1024, resource.RLIMIT_CORE: 0}
    if seconds is not None:
        limits[resource.RLIMIT_CPU] = seconds
    for kind, most in limits.items():
        with suppress(ValueError, OSError):  # the system allows less already
            resource.setrlimit(kind, (most, most))


def make_room(path: Path) -> None:
    """As much memory as a file of its kind needs, of what this process may have.

    Drawings that draw one another fill whatever there is, and the filling takes the time.
    """
    if sys.platform == "win32":
        return
    import resource

    _, most = resource.getrlimit(resource.RLIMIT_AS)
    if most == resource.RLIM_INFINITY:
        return
    wanted = most
    if kind_of(head_of(path, HEAD)) is Kind.PDF:
        wanted = _MEGABYTES_OF_PDF * 1024 * 1024 + size_of(path)
    resource.setrlimit(resource.RLIMIT_AS, (min(wanted, most), most))


def grant(seconds: int) -> None:
    """So much time of the processor for what comes next; the system ends what takes more."""
    if sys.platform == "win32":
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    with suppress(ValueError, OSError):
        till = int(used.ru_utime + used.ru_stime) + 1 + seconds
        resource.setrlimit(resource.RLIMIT_CPU, (till, most))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
