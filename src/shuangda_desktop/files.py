"""Writing a file so that the one that was there before survives whatever happens on the way.

The new content goes to a temporary file beside the target, is flushed to the disk, opened again and
checked, and only then takes the target's place in one move. Libraries that write straight to the
target leave a ruin on a full disk or a killed program.
"""

import errno
import hashlib
import os
import re
import secrets
import shutil
import sys
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from itertools import chain, count
from pathlib import Path

from shuangda_desktop.errors import ExportError

FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
FULL_WINDOWS = {39, 112}
LOCKED_WINDOWS = {5, 32, 33}  # denied, shared by another program, range locked: often gone at once
GONE = {errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ENXIO, errno.ESTALE}
READ_ONLY = {errno.EACCES, errno.EPERM, errno.EROFS}
BROKEN = {errno.EIO}
PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8)  # seconds; virus scanners and WPS previews let go within these
STALE = 3600  # seconds after which a left-over of a killed run is certainly nobody's
FORBIDDEN = re.compile(
    r'[<>:"/\\|?*\x00-\x1f]|[. ]\Z|\A(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|\Z)', re.I
)
_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_LONGEST_PART = 40  # characters of a unit's name in that of a file
LONGEST = 255  # bytes of a name on Linux, characters on Windows
_DATED = 45  # by which the name of a dated copy is longer at most than that of its database

Write = Callable[[Path], None]


def name_part(words: str) -> str:
    """Words as a part of a file's name: its first 40 characters without those that no name may hold."""
    return _NOT_IN_NAMES.sub("", words)[:_LONGEST_PART]


def has_room_for_copies(name: str) -> bool:
    """Whether a database may be called so: one that has no room for dated copies is not opened."""
    length = len(name) if sys.platform == "win32" else len(os.fsencode(name))
    return length + _DATED <= LONGEST


def digest_of(path: Path) -> str:
    """The SHA-256 digest of a file's bytes, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def unoccupied(folder: Path, name: str, sent: Collection[str] = ()) -> Path:
    """Where a file of this name goes: never over what lies there, which a unit may have sent back.

    Only what is one of ours yet, by the SHA-256 digests ``sent``, may be written over, and not while
    somebody looks at it.
    """
    usual = folder / name
    others = (folder / f"{usual.stem}\uff08{number}\uff09{usual.suffix}" for number in count(2))
    paths = chain([usual], others)
    return next(path for path in paths if not _is(path.exists) or _is_one_of(path, sent))


def _is_one_of(path: Path, sent: Collection[str]) -> bool:
    try:
        return bool(sent) and not is_open_elsewhere(path) and digest_of(path) in sent
    except OSError:  # locked, or a folder
        return False


def is_open_elsewhere(path: Path) -> bool:
    """Whether an office program has a file open, by the lock file that it puts beside it.

    Linux lets such a file be replaced: the other window then shows the old one, and saves it over the
    new one. A lock that a crash left behind says the same, so this is a thing to ask about.
    """
    return _is(path.exists) and bool(_lock_beside(path))


def _lock_beside(path: Path) -> str:
    """The name of the lock file that lies beside a file, or ""."""
    return next((lock for lock in _locks(path) if _is(path.with_name(lock).exists)), "")


def _locks(path: Path) -> tuple[str, ...]:
    """What LibreOffice, WPS on Linux, Excel and Word call the lock file; Word cuts long names."""
    cut = min(max(len(path.stem) - 6, 0), 2)
    return (f".~lock.{path.name}#", f".~{path.name}", f"~${path.name}", f"~${path.name[cut:]}")


def told_renamed(names: Sequence[str]) -> str:
    """What the clerk is told of files that had to get these names, "" where none had to."""
    more = f"等{len(names)}份" if len(names) > 1 else ""
    shown = "".join(names[:1])
    told = f"文件夹里已有同名的文件\uff0c没有覆盖\uff0c新的一份写作“{shown}”{more}。"
    return told if names else ""


def told_open(paths: Iterable[Path]) -> str:
    """What the clerk is told of the first of these files that seems open, "" where none does."""
    path = next(filter(is_open_elsewhere, paths), None)
    if path is None:
        return ""
    return (
        f"“{path.name}”好像正在WPS等程序里打开着，请关闭后再写一次；"
        f"没有打开的，可以先删除旁边的锁文件“{_lock_beside(path)}”（多为隐藏文件）。"
    )


def write_beside(path: Path, write: Write, check: Write, again: str = "重新导出") -> None:
    """Write a file by ``write``, prove it by ``check``, then put it in the place of ``path``.

    Both get the path of the temporary file; ``check`` raises when what it re-reads is not whole.
    ``again`` is what the clerk is told to do once the cause is gone.
    Raises ExportError, in words; whatever is raised, the file that was at ``path`` is untouched.
    """
    _refuse_name(path)
    target = path.resolve() if _is(path.is_symlink) else path
    try:
        _write_and_replace(target, write, check)
    except Exception as error:
        fault = _fault(error)
        if fault is not None:
            raise ExportError(_sentence(fault, target, again)) from error
        raise


def put_bytes(
    path: Path, content: bytes, check: Write | None = None, again: str = "重新导出"
) -> None:
    """Put these bytes at ``path`` as write_beside does; without a ``check`` they are read again.

    Raises ExportError, in words, where what is read again differs, as for a disk that cannot be trusted.
    """
    write_beside(path, partial(_put, content), check or partial(_prove, content), again)


def _put(content: bytes, path: Path) -> None:
    path.write_bytes(content)


def _prove(content: bytes, path: Path) -> None:
    if path.read_bytes() != content:
        raise OSError(errno.EIO, "what was written differs")


def _write_and_replace(target: Path, write: Write, check: Write) -> None:
    temporary = _new_beside(target)
    try:
        write(temporary)
        _flush(temporary)
        check(temporary)
        _take_over(temporary, target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    _flush_folder(target.parent)


def _new_beside(target: Path) -> Path:
    """A new empty file with the rights that the target has or would get; clears old left-overs."""
    prefix = f".~{target.name.encode('utf-8', 'surrogatepass').hex()[:24]}-"
    temporary = target.with_name(f"{prefix}{secrets.token_hex(4)}{target.suffix[:8]}")
    temporary.touch(exist_ok=False)
    with suppress(OSError):
        shutil.copymode(target, temporary)
    with suppress(OSError):
        _clear(target.parent, prefix, before=temporary.stat().st_mtime - STALE)
    return temporary


def _clear(folder: Path, prefix: str, before: float) -> None:
    # The disk's own clock decides: that of a shared folder may differ from this machine's.
    for left in folder.glob(f"{prefix}*"):
        if left.stat().st_mtime < before:
            left.unlink()


def _flush(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    # The file is in place already; Windows and some network folders know no fsync of a folder.
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _take_over(temporary: Path, target: Path) -> None:
    for pause in PAUSES:
        try:
            temporary.replace(target)
        except OSError as error:
            if _windows_code(error) not in LOCKED_WINDOWS:
                raise
            time.sleep(pause)
        else:
            return
    temporary.replace(target)


def _windows_code(error: OSError) -> int | None:
    return getattr(error, "winerror", None)


def _fault(error: BaseException) -> OSError | None:
    """The machine's error behind ``error``; a full disk counts wherever it hides in the chain."""
    faults = [e for e in _chain(error) if isinstance(e, OSError)]
    full = [e for e in faults if _is_full(e)]
    if full:
        return full[0]
    return error if isinstance(error, OSError) else None


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    waiting: list[BaseException | None] = [error]
    while waiting:
        one = waiting.pop()
        if one is not None and id(one) not in seen:
            seen.add(id(one))
            yield one
            waiting += [one.__context__, one.__cause__]


def _is_full(error: OSError) -> bool:
    return error.errno in FULL or _windows_code(error) in FULL_WINDOWS


def _refuse_name(target: Path) -> None:
    """Refuse what Windows cannot hold, everywhere: files go on to other people's machines."""
    name = target.name
    if not name or FORBIDDEN.search(name):
        raise ExportError(
            f"文件名“{_shown(name)}”里有不能使用的字符或名称\uff0c没有写出文件。"
            '请改用不含 < > : " / \\ | ? * 的文件名。'
        )
    if len(os.fsencode(name)) > LONGEST:
        raise ExportError(_too_long(name))


def _too_long(name: str) -> str:
    return f"文件名“{name[:20]}…”太长\uff0c没有写出文件。请换一个短一些的文件名。"


def _shown(name: str) -> str:
    return "".join(c if c.isprintable() else "\ufffd" for c in name)


def _sentence(error: OSError, target: Path, again: str) -> str:
    """What happened, what was kept, what to do."""
    what, advice = _reason(error, target, again)
    kept = "原来的文件没有改动" if _is(target.exists) else "没有留下不完整的文件"
    return f"无法写入“{_shown(target.name)}”\uff1a{what}。{kept}。{advice}。"


def _is(asked: Callable[[], bool]) -> bool:
    """The answer, or no where even asking fails (a path too long, a folder closed to us)."""
    try:
        return asked()
    except OSError:
        return False


def _reason(error: OSError, target: Path, again: str) -> tuple[str, str]:
    if _is_full(error):
        return "磁盘空间不足", f"请清理磁盘后{again}\uff0c或另存到其他磁盘"
    if error.errno == errno.ENAMETOOLONG or _windows_code(error) == 206:
        return "文件名或路径太长", "请换一个短一些的文件名\uff0c或另存到上一级文件夹"
    if _windows_code(error) in LOCKED_WINDOWS and _is(target.exists):
        return (
            "文件正在WPS等程序中打开\uff0c或被设为只读",
            f"请关闭该文件后{again}\uff0c或另存为其他文件名",
        )
    if _is(target.is_dir):
        return "同名的文件夹已经存在", "请另存为其他文件名"
    if error.errno in GONE and not _is(target.parent.is_dir):
        return f"文件夹“{target.parent}”已不存在", f"请重新选择文件夹\uff0c或插好U盘后{again}"
    if error.errno in READ_ONLY:
        return "没有在这个文件夹中写文件的权限", "请另存到自己的文件夹\uff0c例如“文档”或桌面"
    if error.errno in BROKEN:
        return "磁盘读写出错", "请检查U盘或网络连接\uff0c或另存到其他磁盘"
    return f"系统报告“{error.strerror or error}”", "请另存到其他文件夹后再试"
