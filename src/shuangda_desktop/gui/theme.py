"""How the window looks: colours in light and dark, fonts, row heights, shapes of statuses."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from shuangda_desktop import paths
from shuangda_desktop.tasks.model import Light, Status

# Named one by one: left alone, Qt falls back to a brush face on many Linux desktops.
SCREEN_FAMILIES = (
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
)
PAPER_FAMILIES = (
    "FangSong",
    "FangSong_GB2312",
    "STFangsong",
    "SimSun",
    "Noto Serif CJK SC",
    "Source Han Serif SC",
    "AR PL UMing CN",
)

LARGER = 1.5  # points


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours by what they are used for."""

    ground: str
    panel: str
    line: str
    text: str
    quiet: str
    accent: str
    on_accent: str
    chosen: str  # ground of a selected row, where the accent itself would shout
    on_time: str
    near: str
    late: str
    orange: str
    doubt: str  # ground of what is doubtful
    mark: str  # ground of a repaired stretch


LIGHT = Tokens(
    ground="#F7F8FA",
    panel="#FFFFFF",
    line="#D9DDE3",
    text="#1F2329",
    quiet="#5C6470",
    accent="#1F5FBF",
    on_accent="#FFFFFF",
    chosen="#DCE8F8",
    on_time="#1E7B34",
    near="#9A6700",
    late="#B42318",
    orange="#B54708",
    doubt="#FFF3D6",
    mark="#E3F1E6",
)
DARK = Tokens(
    ground="#1E2126",
    panel="#262A30",
    line="#3A4048",
    text="#E6E8EB",
    quiet="#A3ABB6",
    accent="#6FA8F5",
    on_accent="#14171B",
    chosen="#2F435F",
    on_time="#57C273",
    near="#E0B341",
    late="#F27A6E",
    orange="#F0954A",
    doubt="#4A3D1C",
    mark="#234030",
)


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell differs from a plain one; ``ink`` and ``ground`` name fields of Tokens."""

    ink: str = ""
    ground: str = ""
    dashed: bool = False  # proposed, not yet decided
    bold: bool = False
    struck: bool = False


PROPOSED = Look(ink="accent", dashed=True)
DOUBT = Look(ground="doubt")
QUIET = Look(ink="quiet")
LATE = Look(ink="late", bold=True)


@dataclass(frozen=True, slots=True)
class Sign:
    """A shape that stands beside a word, so that colour is never alone."""

    shape: str
    ink: str


LIGHT_SIGNS: Mapping[Light, Sign] = {
    Light.GREEN: Sign("\u25cf", "on_time"),
    Light.YELLOW: Sign("\u25b2", "near"),
    Light.RED: Sign("\u25a0", "late"),
    Light.GREY: Sign("\u25cb", "quiet"),
}
# The inks of the colours that the office may give its lights (tasks.status.COLOURS).
LIGHT_INKS: Mapping[str, str] = {
    "green": "on_time",
    "blue": "accent",
    "yellow": "near",
    "orange": "orange",
    "red": "late",
    "grey": "quiet",
}
STATUS_SIGNS: Mapping[Status, Sign] = {
    Status.NOT_STARTED: Sign("\u25cb", "quiet"),
    Status.ONGOING: Sign("\u25d0", "accent"),
    Status.DONE: Sign("\u25cf", "on_time"),
    Status.CLOSED: Sign("\u2713", "quiet"),
    Status.SUSPENDED: Sign("\u2016", "near"),
    Status.DRAFT: Sign("\u25cc", "quiet"),
    Status.RETURNED: Sign("\u25c1", "late"),
    Status.STANDING: Sign("\u25ce", "accent"),
    Status.CARRIED: Sign("\u2192", "quiet"),
}


@dataclass(frozen=True, slots=True)
class Appearance:
    """What the clerk chose in the menu: dark or light, size of letters, height of rows."""

    dark: bool = False
    points: float = 10.5
    row: int = 32


ROWS = (("\u7d27\u51d1", 26), ("\u9002\u4e2d", 32), ("\u5bbd\u677e", 40))
SIZES = (9.0, 10.5, 12.0, 14.0, 16.0)


def tokens_of(palette: QPalette) -> Tokens:
    """The colours that belong to a palette."""
    return DARK if palette.color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT


def colour(palette: QPalette, token: str) -> QColor:
    """One colour by its token's name."""
    return QColor(getattr(tokens_of(palette), token))


def screen_font(points: float) -> QFont:
    """The face of everything but original text."""
    font = QFont()
    font.setFamilies(SCREEN_FAMILIES)
    font.setPointSizeF(points)
    return font


def paper_font(points: float) -> QFont:
    """The face of original text and previews, a little larger: Song strokes are thin."""
    font = QFont()
    font.setFamilies(PAPER_FAMILIES)
    font.setPointSizeF(points + LARGER)
    return font


def row_height() -> int:
    """The height of a table row that the clerk chose, grown with the letters."""
    app = QApplication.instance()
    chosen = app.property("row_height") if app is not None else None
    return int(chosen) if chosen else Appearance().row


def apply(app: QApplication, look: Appearance) -> None:
    """Dress the whole program."""
    tokens = DARK if look.dark else LIGHT
    app.setStyle("Fusion")
    app.setPalette(palette(tokens))
    app.setFont(screen_font(look.points))
    # Rows follow the letters: 32 px hold 10.5 points, and 16 points need half as much again.
    app.setProperty("row_height", max(look.row, round(look.row * look.points / 10.5)))
    app.setStyleSheet(style_sheet(tokens, look.points))


def palette(tokens: Tokens) -> QPalette:
    """Fusion's palette in these colours."""
    made = QPalette()
    role = QPalette.ColorRole
    for name, value in (
        (role.Window, tokens.ground),
        (role.Base, tokens.panel),
        (role.AlternateBase, tokens.ground),
        (role.Button, tokens.panel),
        (role.ToolTipBase, tokens.panel),
        (role.Light, tokens.panel),
        (role.Midlight, tokens.line),
        (role.Mid, tokens.line),
        (role.Dark, tokens.line),
        (role.Shadow, tokens.line),
        (role.WindowText, tokens.text),
        (role.Text, tokens.text),
        (role.ButtonText, tokens.text),
        (role.ToolTipText, tokens.text),
        (role.BrightText, tokens.late),
        (role.PlaceholderText, tokens.quiet),
        (role.Link, tokens.accent),
        (role.LinkVisited, tokens.accent),
        (role.Highlight, tokens.chosen),
        (role.HighlightedText, tokens.text),
        (role.Accent, tokens.accent),
    ):
        made.setColor(name, QColor(value))
    for name in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        made.setColor(QPalette.ColorGroup.Disabled, name, QColor(tokens.quiet))
    return made


def style_sheet(tokens: Tokens, points: float) -> str:
    """The little that a palette cannot say; lengths that follow letters are left to layouts."""
    values: dict[str, object] = {name: getattr(tokens, name) for name in tokens.__slots__}
    values["heading"] = points * 1.4
    values["paper_size"] = points + LARGER
    values["icons"] = (paths.resources() / "icons").as_posix()
    values["paper"] = ", ".join(f'"{family}"' for family in PAPER_FAMILIES)
    return _SHEET % values


_SHEET = """
QToolTip { border: 1px solid %(line)s; padding: 4px; color: %(text)s; background: %(panel)s; }
QFrame[kind="card"] { background: %(panel)s; border: 1px solid %(line)s; border-radius: 4px; }
QLabel[kind="title"] { font-size: %(heading)spt; font-weight: bold; }
SourceView { font-family: %(paper)s; font-size: %(paper_size)spt; }
QLabel[kind="strong"] { font-weight: bold; }
QLabel[kind="quiet"] { color: %(quiet)s; }
QPushButton { border: 1px solid %(line)s; border-radius: 4px; padding: 5px 14px; background: %(panel)s; }
QPushButton:hover { background: %(chosen)s; }
QPushButton:focus { border: 2px solid %(accent)s; padding: 4px 13px; }
QPushButton:disabled { color: %(quiet)s; background: %(ground)s; }
QPushButton[kind="main"] { background: %(accent)s; color: %(on_accent)s; border: 1px solid %(accent)s; }
QPushButton[kind="main"]:hover { border: 1px solid %(text)s; }
QPushButton[kind="main"]:focus { border: 2px solid %(text)s; }
QPushButton[kind="main"]:disabled { background: %(line)s; color: %(quiet)s; border: 1px solid %(line)s; }
QPushButton[kind="proposed"] { border: 1px dashed %(accent)s; color: %(accent)s; }
QPushButton[kind="proposed"]:focus { border: 2px solid %(accent)s; }
QPushButton[kind="link"] { border: 1px solid transparent; background: transparent; color: %(accent)s; padding: 4px 6px; }
QPushButton[kind="link"]:disabled { color: %(quiet)s; background: transparent; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:focus { border: 1px dashed %(accent)s; }
QLineEdit, QPlainTextEdit, QTextEdit {
  border: 1px solid %(line)s; border-radius: 4px; background: %(panel)s; padding: 4px 6px;
  selection-background-color: %(accent)s; selection-color: %(on_accent)s; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus {
  border: 2px solid %(accent)s; padding: 3px 5px; }
QAbstractItemView { border: 1px solid %(line)s; border-radius: 4px; background: %(panel)s;
  gridline-color: %(line)s; selection-background-color: %(chosen)s; selection-color: %(text)s; outline: 0; }
QAbstractItemView:focus { border: 2px solid %(accent)s; }
QTableView::item { padding: 0 6px; }
QTableView::item:selected, QTreeView::item:selected { background: %(chosen)s; color: %(text)s; }
QTreeView::item { padding: 4px 2px; }
QListWidget::item { padding: 4px 8px; color: %(text)s; }
QListWidget::item:selected { background: %(chosen)s; color: %(text)s; }
QHeaderView { border: 0; background: %(ground)s; }
QHeaderView::section { background: %(ground)s; color: %(quiet)s; border: 0;
  border-bottom: 1px solid %(line)s; padding: 6px 8px; }
QFrame[kind="drop"] { background: %(panel)s; border: 2px dashed %(line)s; border-radius: 4px; }
QFrame[kind="doubt"] { background: %(doubt)s; border: 1px solid %(near)s; border-radius: 4px; }
Page[over="true"] { border: 2px dashed %(accent)s; }
QProgressBar { border: 1px solid %(line)s; border-radius: 4px; background: %(ground)s; }
QProgressBar::chunk { background: %(accent)s; border-radius: 3px; }
QFrame[kind="notice"] { background: %(panel)s; border: 0; border-top: 1px solid %(line)s; }
Rail { background: %(panel)s; border-right: 1px solid %(line)s; }
QToolButton[kind="place"] { border: 1px solid transparent; border-radius: 4px; padding: 6px 10px; }
QToolButton[kind="place"]:hover { background: %(ground)s; }
QToolButton[kind="place"]:checked { background: %(chosen)s; color: %(accent)s; font-weight: bold; }
QToolButton[kind="place"]:focus { border: 2px solid %(accent)s; padding: 5px 9px; }
QComboBox { border: 1px solid %(line)s; border-radius: 4px; background: %(panel)s; padding: 4px 6px;
  combobox-popup: 0; }
QComboBox:focus { border: 2px solid %(accent)s; padding: 3px 5px; }
QComboBox:disabled { color: %(quiet)s; background: %(ground)s; }
QComboBox::drop-down { border: 0; width: 24px; }
QComboBox::down-arrow { image: url("%(icons)s/chevron-down.svg"); width: 16px; height: 16px; }
QSpinBox { border: 1px solid %(line)s; border-radius: 4px; background: %(panel)s; padding: 4px 6px;
  selection-background-color: %(accent)s; selection-color: %(on_accent)s; }
QSpinBox:focus { border: 2px solid %(accent)s; padding: 3px 5px; }
QSpinBox:disabled { color: %(quiet)s; background: %(ground)s; }
QSpinBox QLineEdit, QSpinBox QLineEdit:focus { border: 0; padding: 0; background: transparent; }
QSpinBox::up-button, QSpinBox::down-button { border: 0; width: 24px; background: transparent; }
QSpinBox::up-button:hover, QSpinBox::down-button:hover { background: %(chosen)s; }
QSpinBox::up-arrow { image: url("%(icons)s/chevron-up.svg"); width: 14px; height: 14px; }
QSpinBox::down-arrow { image: url("%(icons)s/chevron-down.svg"); width: 14px; height: 14px; }
QComboBox QAbstractItemView::item { padding: 4px 2px; }
QTabWidget::pane { border: 0; border-top: 1px solid %(line)s; }
QTabBar::tab { padding: 7px 14px; border: 0; border-bottom: 3px solid transparent; color: %(quiet)s; }
QTabBar::tab:selected { color: %(text)s; border-bottom: 3px solid %(accent)s; font-weight: bold; }
QTabBar::tab:disabled { color: %(quiet)s; }
QTabBar { qproperty-drawBase: 0; }
QTabBar:focus { background: %(chosen)s; }
QScrollBar:vertical { background: %(ground)s; width: 12px; margin: 0; border: 0; }
QScrollBar:horizontal { background: %(ground)s; height: 12px; margin: 0; border: 0; }
QScrollBar::handle { background: %(quiet)s; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: %(accent)s; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: transparent; }
QMenu { background: %(panel)s; border: 1px solid %(line)s; }
QMenu::item { padding: 6px 24px; }
QMenu::item:selected { background: %(chosen)s; }
QMenu::item:disabled { color: %(quiet)s; }
QMenuBar { background: %(ground)s; border: 0; }
QMenuBar::item { padding: 6px 10px; background: transparent; }
QMenuBar::item:selected { background: %(chosen)s; }
"""
