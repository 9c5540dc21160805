"""变更清单: what a later version of a document says otherwise."""

from collections.abc import Sequence
from pathlib import Path

from shuangda_desktop.exports.workbooks.model import Heading
from shuangda_desktop.exports.workbooks.plain_table import write_plain
from shuangda_desktop.exports.workbooks.workbook import Paper
from shuangda_desktop.tasks.columns.changes import change_columns, numbered
from shuangda_desktop.tasks.rounds.snapshots import Change

NONE = "没有变化"


def write_change_list(
    changes: Sequence[Change],
    path: Path,
    heading: Heading,
    since: str,
    paper: Paper = Paper.A4,
) -> tuple[str, ...]:
    """Write 变更清单; ``since`` names the version that it is compared with.

    Returns sentences about what could not be written as it was.
    """
    groups = [(f"{since}\uff0c变化{len(changes)}处", numbered(changes))] if changes else []
    return write_plain(groups, path, heading, change_columns(), paper, f"{since}\uff0c{NONE}")
