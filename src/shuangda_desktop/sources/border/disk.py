"""The file itself: whether it is there, small enough and ours to read."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from shuangda_desktop.errors import SourceError
from shuangda_desktop.sources.border.gate import MOST_BYTES
from shuangda_desktop.text.punctuation import widen


def content_of(path: Path) -> bytes:
    """The bytes of a file that a plan may be in."""
    size_of(path)
    with _told(path):
        return path.read_bytes()


def size_of(path: Path) -> int:
    """The size of a file that a plan may be in."""
    with _told(path):
        if path.is_dir():
            raise SourceError(widen(f"“{path.name}”是文件夹,不是文件。请选择其中的方案文件。"))
        if path.exists() and not path.is_file():
            raise OSError("neither file nor folder")  # a pipe would never end
        size = path.stat().st_size
    if size > MOST_BYTES:
        raise SourceError(
            widen(f"“{path.name}”太大,不像是方案文件,程序没有打开它。请确认选对了文件。")
        )
    return size


def head_of(path: Path, size: int) -> bytes:
    """The first bytes of a file."""
    with _told(path), path.open("rb") as file:
        return file.read(size)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise SourceError(
            widen(f"找不到“{path.name}”,它可能被移动或改名了。请重新选择文件。")
        ) from error
    except (OSError, ValueError) as error:
        raise SourceError(
            widen(
                f"打不开“{path.name}”,可能没有权限或正被其他程序占用。请关闭后重试,或复制到本机再导入。"
            )
        ) from error
