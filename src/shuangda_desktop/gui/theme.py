"""How the window looks: colours in light and dark, fonts, row heights, shapes of statuses."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from shuangda_desktop import paths
from shuangda_desktop.gui.style import SHEET
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


@contextmanager
def undressed() -> Iterator[None]:
    """Build many widgets: the style sheet comes over all of them at the end, once.

    While there is one, Qt asks it anew for every widget inside of whatever is laid out somewhere: a
    window takes more than twice as long.
    """
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    sheet = app.styleSheet()
    app.setStyleSheet("")
    try:
        yield
    finally:
        app.setStyleSheet(sheet)
        _measure_anew(app)


def _measure_anew(app: QApplication) -> None:
    """Forget every size told without the sheet.

    What is out of sight, the other leaf of a tab, is not laid out again: now and then, by the order in
    which Qt dresses the widgets, it asked for the width of bare buttons and took it from its neighbours.
    """
    for widget in app.allWidgets():
        widget.updateGeometry()


def apply(app: QApplication, look: Appearance) -> None:
    """Dress the whole program."""
    app.setStyleSheet("")  # one over another takes five times as long as one over none
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
    return SHEET % values
