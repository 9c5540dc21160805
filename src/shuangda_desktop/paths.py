"""Where the program's files lie: the user's data, and the resources that ship with it."""

import os
import sys
from pathlib import Path

PORTABLE = "data"  # a folder of this name beside the program keeps everything together


def resources() -> Path:
    """The folder of packed resources; in a checkout, the one at its top level."""
    packed = Path(__file__).parent / "resources"
    return packed if packed.is_dir() else Path(__file__).parents[2] / "resources"


def data_folder() -> Path:
    """The folder of the user's database, backups and logs; made when missing."""
    folder = _portable() or _user_data() / "shuangda-desktop"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _portable() -> Path | None:
    beside = Path(sys.executable).parent / PORTABLE
    return beside if getattr(sys, "frozen", False) and beside.is_dir() else None


def _user_data() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA", Path.home() / "AppData/Roaming"))
    return Path(os.environ.get("XDG_DATA_HOME", Path.home() / ".local/share"))
