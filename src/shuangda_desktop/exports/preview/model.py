"""What lies on a page: coloured areas, lines of text and rules, in points from the top left corner."""

from dataclasses import dataclass

INK = "000000"


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle with a ground, an outline, or both; colours as RRGGBB, "" for none."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    stroke: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line."""

    x: float
    y: float
    to_x: float
    to_y: float
    thickness: float = 0.5
    ink: str = INK


@dataclass(frozen=True, slots=True)
class Text:
    """A stretch of text in one face on one line; ``y`` is the middle of the line, ``gap`` between letters.

    ``width`` is the room that was reckoned for it. ``clip`` is the cell that it may not leave, as
    (x, y, width, height).
    """

    x: float
    y: float
    width: float
    text: str
    font: str
    size: float
    bold: bool = False
    ink: str = INK
    gap: float = 0.0
    clip: tuple[float, float, float, float] | None = None


Item = Area | Rule | Text


@dataclass(frozen=True, slots=True)
class Page:
    """A page and what lies on it, the lowest first."""

    width: float
    height: float
    items: tuple[Item, ...]

    @property
    def words(self) -> str:
        """All text of the page, one stretch after another."""
        return "\n".join(item.text for item in self.items if isinstance(item, Text))


Pages = tuple[Page, ...]
