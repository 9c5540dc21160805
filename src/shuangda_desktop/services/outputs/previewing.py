"""How a document will look on paper, worked out before it is written where the clerk wants it."""

import tempfile
from dataclasses import dataclass
from pathlib import Path

from shuangda_desktop.exports.measure import half_widths as half_widths
from shuangda_desktop.exports.preview.model import Area as Area
from shuangda_desktop.exports.preview.model import Page as Page
from shuangda_desktop.exports.preview.model import Pages as Pages
from shuangda_desktop.exports.preview.model import Rule as Rule
from shuangda_desktop.exports.preview.model import Text as Text
from shuangda_desktop.exports.preview.reading import pages_of
from shuangda_desktop.services.outputs.exporting import Job


@dataclass(frozen=True, slots=True)
class Preview:
    """The pages of a document, and what could not be written as it was."""

    pages: Pages
    notes: tuple[str, ...] = ()


def preview(job: Job, suffix: str) -> Preview:
    """Write the document where nobody sees it and read its pages; knows no store, so a worker may do it."""
    with tempfile.TemporaryDirectory(prefix="shuangda-") as folder:
        path = Path(folder) / f"preview{suffix}"
        notes = job.write(path)
        return Preview(pages_of(path), notes)
