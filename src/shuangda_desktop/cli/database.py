"""Opening the database for a command."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from shuangda_desktop.cli.values import moment
from shuangda_desktop.errors import StoreError
from shuangda_desktop.text.punctuation import widen

if TYPE_CHECKING:
    from shuangda_desktop.store.database import Store


def opened(arguments: argparse.Namespace, new: bool = False) -> "Store":
    """The database of a command; only commands that bring something in make a new one."""
    from shuangda_desktop.store.database import open_store

    path: Path = arguments.db
    if not new and not path.exists():
        raise StoreError(
            widen(f"找不到数据库“{path}”。请核对 --db,或先用 shuangda import 导入一份方案。")
        )
    return open_store(path, moment(arguments))
