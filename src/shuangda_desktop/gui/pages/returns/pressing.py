"""What is done from the board of returns about those who have not reported."""

from collections.abc import Callable
from pathlib import Path

from shuangda_desktop.gui import ask, clipboard
from shuangda_desktop.gui.pages.page import Page
from shuangda_desktop.services.rounds import boarding
from shuangda_desktop.services.rounds.boarding import Board
from shuangda_desktop.text.punctuation import widen

WORD = "Word文档 (*.docx)"


def write_slip(page: Page, board: Board, folder: Path, unit: str) -> None:
    """Write 催办单 for a unit, and note it."""
    store, today = page.context.store, page.context.today()
    due = boarding.reply_day(store, board, today)

    def write(path: Path) -> None:
        boarding.write_urging_slip(store, unit, board.period, due, path, today)

    path = _written(page, "写催办单", folder / f"{unit}_{board.period.label}催办单.docx", write)
    if path is not None:
        boarding.note_urged(store, [unit], board.period, due, page.context.now(), path)
        page.context.notify(widen(f"已写出“{path.name}”。"))


def write_supervision(page: Page, board: Board, folder: Path, unit: str) -> None:
    """Write 督办单 about the late tasks of a unit, and note it."""
    store, today = page.context.store, page.context.today()
    due, kind = boarding.reply_day(store, board, today), boarding.SUPERVISE

    def write(path: Path) -> None:
        boarding.write_supervision_slip(store, unit, due, path, today)

    path = _written(page, "写督办单", folder / f"{unit}_督办单.docx", write)
    if path is not None:
        boarding.note_urged(store, [unit], board.period, due, page.context.now(), path, kind=kind)
        page.context.notify(widen(f"已写出“{path.name}”。"))


def _written(page: Page, title: str, suggested: Path, write: Callable[[Path], None]) -> Path | None:
    """Where a slip was written, if anywhere."""
    path = ask.save_file(page, title, suggested, WORD)
    return path and ask.put(page, title, path, WORD, write)


def copy_message(page: Page, board: Board, folder: Path) -> None:
    """Put the message on the clipboard, and note who was pressed."""
    store = page.context.store
    due = boarding.reply_day(store, board, page.context.today())
    clipboard.put(boarding.message(store, board, due))
    units = [place.unit for place in boarding.to_chase(board)]
    boarding.note_urged(store, units, board.period, due, page.context.now())
    page.context.notify(widen(f"已复制催报短信({len(units)}家),可以粘贴到微信或短信。"))


def copy_names(page: Page, board: Board, folder: Path) -> None:
    """Put the list of those who are missing on the clipboard, as a table."""
    places = boarding.to_chase(board)
    lines = [f"{place.unit}\t{place.words}\t{place.due_on.isoformat()}" for place in places]
    clipboard.put("\n".join(["单位\t情况\t应报日期", *lines]))
    page.context.notify(widen(f"已复制催报名单,{len(places)}家。"), undo=False)
