"""Pages on their way to a printer or into a PDF: what did not get there is not said to have."""

from functools import partial
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QWidget

from shuangda_desktop import files
from shuangda_desktop.errors import ExportError
from shuangda_desktop.gui import ask, paper
from shuangda_desktop.services.outputs.previewing import Pages

NO_PRINTER = (
    "打印机没有接收\uff0c没有打印\u3002"
    "请检查打印机是否接通\u3001有没有纸\uff0c再打印一次\uff0c或者换一台打印机\u3002"
)
NO_PAGES = "版面正在重新排\uff0c没有打印\u3001没有写出PDF\u3002请等预览出来再办\u3002"
NO_FILE = "没有打印\uff0c也没有写出PDF文件\u3002"
PDF = "PDF 文件 (*.pdf)"
PLACE = "写出{} PDF"


def send(printer: QPrinter, pages: Pages, title: str) -> None:
    """Send the pages that the printer was asked for to it, or into the file that stands for one.

    Raises ExportError, in words, where it takes none. Qt itself says nothing of a file on a full disk.
    """
    first, last = printer.fromPage() or 1, printer.toPage() or len(pages)
    wanted = pages[first - 1 : last]
    if not wanted:  # the tasks changed while the dialog was open
        raise ExportError(NO_PAGES)
    if printer.outputFormat() is QPrinter.OutputFormat.PdfFormat:
        if not printer.outputFileName():  # where no printer is set up, Qt gives one for PDF
            raise ExportError(NO_PRINTER)
        _send_to_file(Path(printer.outputFileName()), wanted, title)
    elif not paper.print_pages(printer, wanted):
        raise ExportError(NO_PRINTER)


def _send_to_file(path: Path, pages: Pages, title: str) -> None:
    """The dialog of printers asked for the file: whether it is open elsewhere it did not."""
    parent = QApplication.activeWindow()
    free = ask.may_take_open(parent, [path])
    wanted = path if free else ask.save_file(parent, PLACE.format(title), path, PDF)
    if wanted is None or save_pdf(parent, wanted, pages, title) is None:
        raise ExportError(NO_FILE)


def save_pdf(parent: QWidget | None, path: Path, pages: Pages, title: str) -> Path | None:
    """Put the pages into a PDF, or into one of another name where that cannot be written; where it lies, if anywhere."""
    if not pages:  # another try would have none either
        raise ExportError(NO_PAGES)
    write = partial(write_pdf, pages=pages, title=title)
    return ask.put(parent, PLACE.format(title), path, PDF, write)


def write_pdf(path: Path, pages: Pages, title: str) -> None:
    """Put the pages into a PDF; the file that was there survives any failure."""
    if not pages:
        raise ExportError(NO_PAGES)
    files.put_bytes(path, paper.as_pdf(pages, title))
