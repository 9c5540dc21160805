"""实施方案 as a Word file; what it says is made in papers/local_plan.py."""

from pathlib import Path

from shuangda_desktop.exports.word.official_paper import write_paper
from shuangda_desktop.exports.workbooks.paper import Columns
from shuangda_desktop.papers.fonts import STANDARD, Fonts
from shuangda_desktop.papers.local_plan import local_plan
from shuangda_desktop.papers.model import LocalPlan


def write_local_plan(
    draft: LocalPlan, path: Path, columns: Columns | None = None, fonts: Fonts = STANDARD
) -> tuple[str, ...]:
    """Write 实施方案; returns sentences about what could not be written as it was."""
    return write_paper(local_plan(draft), path, fonts, columns)
