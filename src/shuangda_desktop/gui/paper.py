"""Painting pages: on the screen, on a printer, into a PDF; the same painter for all three."""

import re
from collections.abc import Iterator
from functools import lru_cache

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QLineF,
    QMarginsF,
    QPointF,
    QRectF,
    QSizeF,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
)
from PySide6.QtPrintSupport import QPrinter

from shuangda_desktop.services.outputs.previewing import Area, Page, Pages, Rule, Text, half_widths

_WORD = re.compile("[!-~\u00a0-\u024f]+|.", re.DOTALL)
FINE = 20  # letters are set in twentieths of a point: Qt knows whole pixels only
POINTS_AN_INCH = 72.0
RESOLUTION = 1200
SONG_LIKE = (
    "宋体",
    "SimSun",
    "方正书宋_GBK",
    "CESI宋体-GB2312",
    "Noto Serif CJK SC",
    "Source Han Serif SC",
    "AR PL UMing CN",
)
HEI_LIKE = (
    "黑体",
    "SimHei",
    "方正黑体_GBK",
    "CESI黑体-GB2312",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
)
FANG_LIKE = ("仿宋_GB2312", "仿宋", "FangSong", "方正仿宋_GBK", "CESI仿宋-GB2312")
KAI_LIKE = ("楷体_GB2312", "楷体", "KaiTi", "方正楷体_GBK", "CESI楷体-GB2312", "AR PL UKai CN")
TITLE_LIKE = ("方正小标宋简体", "方正小标宋_GBK", "华文中宋", "STZhongsong")
FAMILIES = (HEI_LIKE, (*FANG_LIKE, *SONG_LIKE), (*KAI_LIKE, *SONG_LIKE), (*TITLE_LIKE, *SONG_LIKE))


def paint(painter: QPainter, page: Page) -> None:
    """Paint a page; one unit of the painter is a point."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    for item in page.items:
        if isinstance(item, Area):
            _area(painter, item)
        elif isinstance(item, Rule):
            painter.setPen(QPen(QColor(f"#{item.ink}"), item.thickness))
            painter.drawLine(QLineF(item.x, item.y, item.to_x, item.to_y))
        else:
            _text(painter, item)


def print_pages(printer: QPrinter, pages: Pages) -> bool:
    """Paint the pages on a printer; whether it took them."""
    return _each(printer, pages)


def as_pdf(pages: Pages, title: str) -> bytes:
    """The pages as the bytes of a PDF, their text as text."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    writer.setTitle(title)
    _each(writer, pages)
    buffer.close()
    return bytes(content.data())


def missing_faces(pages: Pages) -> tuple[str, ...]:
    """Faces of the pages that this machine has not: others stand in for them here."""
    there = set(QFontDatabase.families())
    named = (item.font for page in pages for item in page.items if isinstance(item, Text))
    return tuple(name for name in dict.fromkeys(named) if name and name not in there)


def _each(device: QPrinter | QPdfWriter, pages: Pages) -> bool:
    """Paint pages one after another, each on paper of its own size; whether the device took them."""
    painter = QPainter()
    for number, page in enumerate(pages):
        size = QPageSize(QSizeF(page.width, page.height), QPageSize.Unit.Point)
        lying = page.width > page.height
        if lying:
            size = QPageSize(QSizeF(page.height, page.width), QPageSize.Unit.Point)
        way = QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
        device.setPageLayout(QPageLayout(size, way, QMarginsF(0, 0, 0, 0)))
        if isinstance(device, QPrinter):
            device.setFullPage(True)
        if not (device.newPage() if number else painter.begin(device)):
            return False
        painter.save()
        scale = device.resolution() / POINTS_AN_INCH
        painter.scale(scale, scale)
        paint(painter, page)
        painter.restore()
    return painter.end()


def _area(painter: QPainter, area: Area) -> None:
    box = QRectF(area.x, area.y, area.width, area.height)
    if area.fill:
        painter.fillRect(box, QColor(f"#{area.fill}"))
    if area.stroke:
        painter.setPen(QPen(QColor(f"#{area.stroke}"), 0.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)


def _text(painter: QPainter, text: Text) -> None:
    painter.save()
    if text.clip is not None:
        painter.setClipRect(QRectF(*text.clip), Qt.ClipOperation.IntersectClip)
    painter.translate(text.x, text.y)
    painter.scale(1 / FINE, 1 / FINE)
    painter.setFont(_font(text.font, text.size, text.bold))
    painter.setPen(QColor(f"#{text.ink}"))
    metrics = QFontMetricsF(painter.font())
    y = (metrics.ascent() - metrics.descent()) / 2
    x = 0.0
    for piece in _pieces(text, metrics):
        room = _room(text, piece) * FINE
        _piece(painter, piece, x, y, room, metrics.horizontalAdvance(piece))
        x += room
    painter.restore()


def _pieces(text: Text, metrics: QFontMetricsF) -> list[str]:
    """What is drawn at once: all of it where the face keeps the reckoned widths, else word by word.

    Qt's own spacing of letters comes out another size on a printer than on the screen.
    """
    if not text.gap and abs(metrics.horizontalAdvance(text.text) - text.width * FINE) < FINE / 2:
        return [text.text]
    return _WORD.findall(text.text)


def _room(text: Text, piece: str) -> float:
    return half_widths(piece) * text.size / 2 + len(piece) * text.gap


def _piece(painter: QPainter, piece: str, x: float, y: float, room: float, natural: float) -> None:
    """A piece in the middle of its room; drawn narrower where it would not fit."""
    if natural <= room or len(piece) == 1:
        painter.drawText(QPointF(x + (room - natural) / 2 * (len(piece) > 1), y), piece)
        return
    painter.save()
    painter.translate(x, y)
    painter.scale(room / natural, 1)
    painter.drawText(QPointF(0, 0), piece)
    painter.restore()


@lru_cache(maxsize=64)
def _font(name: str, size: float, bold: bool) -> QFont:
    font = QFont()
    font.setFamilies([name, *_like(name)])
    font.setPixelSize(max(round(size * FINE), 1))
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def _like(name: str) -> Iterator[str]:
    """Faces that may stand in for one, the most alike first."""
    found = next((names for names in FAMILIES if name in names), SONG_LIKE)
    yield from found
