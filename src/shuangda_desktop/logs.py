"""The rotating log file in the data folder: what the program did, never what a document says."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

from shuangda_desktop import paths

FILE_NAME = "shuangda.log"
SIZE = 512 * 1024  # four files of this size hold months of work
KEPT = 3
FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def log_file(folder: Path | None = None) -> Path:
    """Where the log lies."""
    return (folder or paths.data_folder()) / FILE_NAME


def start_log(folder: Path | None = None) -> Path | None:
    """Send our log records to the file; None where the folder cannot be written.

    A missing log must not keep the clerk from working. Calling twice changes nothing.
    """
    log = logging.getLogger("shuangda_desktop")
    log.setLevel(logging.INFO)
    try:
        path = log_file(folder)
        if not any(_writes_to(handler, path) for handler in log.handlers):
            log.addHandler(_handler(path))
    except OSError:
        return None
    return path


def _writes_to(handler: logging.Handler, path: Path) -> bool:
    return (
        isinstance(handler, RotatingFileHandler) and Path(handler.baseFilename) == path.absolute()
    )


def _handler(path: Path) -> RotatingFileHandler:
    handler = RotatingFileHandler(path, maxBytes=SIZE, backupCount=KEPT, encoding="utf-8")
    handler.setFormatter(logging.Formatter(FORMAT))
    return handler
