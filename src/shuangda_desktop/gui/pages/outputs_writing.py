"""A document on its way out of the window."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from shuangda_desktop import files
from shuangda_desktop.errors import ExportError
from shuangda_desktop.services.exporting import Job


@dataclass(frozen=True, slots=True)
class Writing:
    """A document on its way out: values only, so that the worker may have it."""

    name: str
    kinds: str
    suffix: str
    job: Job
    path: Path

    def write(self) -> tuple[str, ...]:
        """Write the file; sentences about what could not be written as it was."""
        return self.job.write(self.path)


def write_bytes(path: Path, content: bytes) -> None:
    """Put these bytes at a path; the file that was there survives any failure."""
    files.write_beside(path, lambda new: _put(new, content), partial(_check, content))


def open_path(path: Path | None) -> None:
    """Have the system open a file or a folder."""
    if path is not None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _put(path: Path, content: bytes) -> None:
    path.write_bytes(content)


def _check(content: bytes, path: Path) -> None:
    """What was written is what was to be written."""
    if path.read_bytes() != content:
        raise ExportError(
            "写出的PDF重新读出时与内容不符\uff0c没有替换原来的文件\u3002请另存到其他磁盘\u3002"
        )
