"""The pages of any file that was written here."""

import zipfile
from pathlib import Path

from shuangda_desktop.exports.preview.documents import document_pages
from shuangda_desktop.exports.preview.model import Pages
from shuangda_desktop.exports.preview.sheets import workbook_pages


def pages_of(path: Path) -> Pages:
    """The pages of a workbook or a document; the content decides which it is."""
    with zipfile.ZipFile(path) as package:
        is_workbook = "xl/workbook.xml" in package.namelist()
    return workbook_pages(path) if is_workbook else document_pages(path)
