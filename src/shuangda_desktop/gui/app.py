"""The composition root of the window: paths, log, look, store, jobs, pages; errors told."""

import argparse
import gc
import logging
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLibraryInfo, QSettings, QTranslator
from PySide6.QtWidgets import QApplication

from shuangda_desktop import logs, paths
from shuangda_desktop.errors import ShuangdaError, StoreError
from shuangda_desktop.gui import appearance, ask, closing, shots, theme
from shuangda_desktop.gui.jobs import Jobs
from shuangda_desktop.gui.looking import Looking, trouble_of
from shuangda_desktop.gui.main_window import MainWindow
from shuangda_desktop.gui.pages.about_page import AboutPage
from shuangda_desktop.gui.pages.backups_page import BackupsPage
from shuangda_desktop.gui.pages.calendar.page import CalendarPage
from shuangda_desktop.gui.pages.outputs.page import OutputsPage
from shuangda_desktop.gui.pages.page import Page
from shuangda_desktop.gui.pages.papers.page import PapersPage
from shuangda_desktop.gui.pages.plans.page import PlansPage
from shuangda_desktop.gui.pages.returns.page import ReturnsPage
from shuangda_desktop.gui.pages.review.page import ReviewPage
from shuangda_desktop.gui.pages.rules_page import RulesPage
from shuangda_desktop.gui.pages.split.page import SplitPage
from shuangda_desktop.gui.pages.tasks.page import TasksPage
from shuangda_desktop.gui.pages.today.page import TodayPage
from shuangda_desktop.gui.pages.units.page import UnitsPage
from shuangda_desktop.gui.start import open_or_ask
from shuangda_desktop.services.restoring import restore_backup
from shuangda_desktop.store.database import Store, open_store
from shuangda_desktop.store.safety.backup import backup_on_close
from shuangda_desktop.store.safety.copies import folder_for

PLACES: tuple[type[Page], ...] = (
    TodayPage,
    PlansPage,
    ReviewPage,
    SplitPage,
    TasksPage,
    ReturnsPage,
    OutputsPage,
    PapersPage,
)
MORE: tuple[type[Page], ...] = (UnitsPage, CalendarPage, RulesPage, BackupsPage, AboutPage)
NO_BACKUP = "做过的都已保存\u3002只是关闭时的备份没有做成\uff1a"
NO_SCREEN = "没有找到屏幕\uff0c窗口打不开\u3002没有屏幕时请用命令 shuangda\u3002"

log = logging.getLogger(__name__)
Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]


def run(argv: Sequence[str]) -> int:
    """Open the window (or draw its pages with --shots) and return the exit code."""
    options = _options(argv)
    if options.shots:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    elif not _has_screen():
        return _refuse(NO_SCREEN)
    app = start_application()
    settings = QSettings(str(paths.data_folder() / "window.ini"), QSettings.Format.IniFormat)
    theme.apply(app, appearance.load(settings))
    try:
        return _work(app, settings, options)
    except ShuangdaError as error:
        if options.shots:
            return _refuse(str(error))
        ask.tell(None, str(error))
        return 1


def start_application() -> QApplication:
    """The one QApplication, with its log, its language and its last resort for errors."""
    logs.start_log()
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(["shuangda-desktop"])
    app.setApplicationName(ask.APPLICATION)
    app.setDesktopFileName("shuangda-desktop")
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load("qtbase_zh_CN", folder):
        app.installTranslator(translator)
    return app


def error_hook(tell: Callable[[str, str], None]) -> Hook:
    """What happens to an error that nobody took: known ones are told, bugs logged and shown."""
    telling: list[bool] = []  # an error while painting would come again with every repaint

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        elif isinstance(error, ShuangdaError):
            tell(str(error), "")
        else:
            log.critical("unexpected", exc_info=(kind, error, trace))
            if not telling:
                telling.append(True)
                tell(_crash_words(), "".join(traceback.format_exception(kind, error, trace)))
                telling.clear()

    return hook


def _work(app: QApplication, settings: QSettings, options: argparse.Namespace) -> int:
    """Open, show, close; again with the restored database where the clerk asked for a backup."""
    trouble: StoreError | None = None
    while True:
        store = (
            open_store(options.db, _now())
            if options.shots
            else open_or_ask(options.db, _now, trouble)
        )
        if store is None:
            return 1
        options.db = store.path or options.db  # the clerk may have chosen another
        wanted: list[Path] = []
        try:
            code = _show(app, store, settings, options, wanted)
            trouble = trouble_of(store)
            if not (options.shots or wanted or trouble):  # restoring makes a copy of its own
                _back_up(store, options.db)
        finally:
            store.close()
        if trouble and not wanted:
            continue
        if not wanted:
            return code
        restore_backup(options.db, wanted[0], _now())
        options.page, options.file = BackupsPage.name, None


def _back_up(store: Store, path: Path) -> None:
    """The copy at the end of the work; where none can be made, the work itself is kept all the same."""
    try:
        with closing.seen(store, closing.BACKING_UP) as told:
            backup_on_close(store, folder_for(path), _now(), told)
    except StoreError as error:
        ask.tell(None, f"{NO_BACKUP}\n{error}")


def _show(
    app: QApplication,
    store: Store,
    settings: QSettings,
    options: argparse.Namespace,
    wanted: list[Path],
) -> int:
    jobs = Jobs()
    window = MainWindow(store, jobs, settings, PLACES, MORE, today=date.today, now=_now)
    previous, sys.excepthook = sys.excepthook, error_hook(lambda *words: ask.tell(window, *words))
    backups = window.pages[BackupsPage.name]
    assert isinstance(backups, BackupsPage)
    backups.restore_asked.connect(wanted.append)
    backups.restore_asked.connect(lambda _: window.close_now())
    looking = Looking(store, window.notice.say_aside, window)
    looking.damaged.connect(lambda _: window.close_now())
    try:
        if options.page:
            window.open_page(options.page)
        if options.shots:
            shots.render(app, window, options.shots)
            return 0
        window.fit(window.screen().availableSize())
        window.show()
        gc.freeze()  # a walk of the collector over all that stays would be a pause of a tenth of a second
        if options.file:
            window.open_page(PlansPage.name, file=str(options.file))
        return app.exec()
    finally:
        looking.stop()
        jobs.close()
        jobs.call_back()  # what was written is noted, what failed is told
        sys.excepthook = previous
        window.deleteLater()


def _now() -> datetime:
    """The time on the office's wall, with its zone."""
    return datetime.now().astimezone()


def _crash_words() -> str:
    return (
        "程序遇到了没有料到的情况\uff0c刚才的操作可能没有完成\uff1b以前保存的内容都在\u3002"
        f"可以继续使用\uff1b如果再次出现\uff0c请把{logs.log_file()}交给维护人员\u3002"
    )


def _has_screen() -> bool:
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in names)


def _refuse(sentence: str) -> int:
    sys.stderr.write(f"{sentence}\n")
    return 1


def _options(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("shuangda-desktop", description="双打工作台")
    parser.add_argument("file", nargs="?", type=Path, help="要导入的文件")
    names = [page.name for page in (*PLACES, *MORE)]
    parser.add_argument("--db", type=Path, help="数据库文件")
    parser.add_argument("--page", choices=names, help="打开哪一页")
    parser.add_argument("--shots", type=Path, metavar="DIR", help="把各页画成图片\uff0c不需要屏幕")
    options = parser.parse_args(argv)
    options.db = options.db or paths.data_folder() / "shuangda.db"
    return options
