"""Pages made of glyphs: lines where a test wants them."""

from shuangda_desktop.sources.pages.glyphs import Glyph, Sheet
from shuangda_desktop.sources.pages.reflow import paragraphs_of

SIZE = 16
LEFT, WIDTH = 90, 26  # characters of a full line
PITCH = 28
PROSE = "加强市场监管整治侵权假冒行为健全长效工作机制压实各方责任"
FULL = PROSE[:WIDTH]


def placed(text, x, y, size=SIZE):
    """A line of glyphs; what is no Han character is half as wide."""
    glyphs = []
    for char in text:
        end = x + (size if char > "\u2000" else size / 2)
        glyphs.append(Glyph(char, x, end, y, size))
        x = end
    return glyphs


def spread(text, x, y, right, size=SIZE):
    """A line whose characters are moved apart until it ends at a place."""
    glyphs = placed(text, x, y, size)
    step = (right - glyphs[-1].x1) / max(1, len(glyphs) - 1)
    return [
        Glyph(g.text, g.x0 + n * step, g.x1 + n * step, g.y, g.size) for n, g in enumerate(glyphs)
    ]


def page(*lines, strokes=(), top=120.0, width=595, left=LEFT):
    """A page of lines: (indent in characters, text), one below the other."""
    glyphs = [
        glyph
        for number, (indent, text) in enumerate(lines)
        for glyph in placed(text, left + indent * SIZE, top + number * PITCH)
    ]
    return Sheet(width, 842, glyphs, strokes)


def texts(*sheets):
    return [text for text, _ in paragraphs_of(sheets)]
