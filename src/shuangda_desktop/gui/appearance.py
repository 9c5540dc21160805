"""What the clerk chose for the look of the window, kept beside the data."""

from PySide6.QtCore import QSettings

from shuangda_desktop.gui.theme import Appearance


def load(settings: QSettings) -> Appearance:
    """The choice of last time; what cannot be read is as at first."""
    plain = Appearance()
    return Appearance(
        dark=settings.value("look/dark", "false") in ("true", True),
        points=_number(settings, "look/points", plain.points),
        row=round(_number(settings, "look/row", plain.row)),
    )


def change(settings: QSettings, field: str, value: float) -> Appearance:
    """Keep one field for next time; the look as it is then."""
    settings.setValue(f"look/{field}", "true" if value is True else value)
    return load(settings)


def _number(settings: QSettings, key: str, plain: float) -> float:
    try:
        return float(str(settings.value(key, plain)))
    except ValueError:
        return plain
