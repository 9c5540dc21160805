"""Colours can be read, light and dark, and every sign has a shape of its own."""

from dataclasses import fields

import pytest
from PySide6.QtGui import QColor, QFont, QFontInfo, QPalette
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QSpinBox, QVBoxLayout, QWidget

from gui.divided import opens_a_list
from shuangda_desktop.gui import theme
from shuangda_desktop.gui.theme import DARK, LIGHT, Appearance
from shuangda_desktop.tasks.model import Light, Status

BOTH = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])


def luminance(colour):
    def linear(part):
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in QColor(colour).getRgbF()[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    """The ratio of WCAG: 1 for the same colour, 21 for black on white."""
    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def test_the_measure_of_contrast_is_right():
    assert round(contrast("#000000", "#FFFFFF"), 1) == 21.0
    assert contrast("#777777", "#777777") == 1.0


@BOTH
@pytest.mark.parametrize("ground", ["ground", "panel", "chosen", "doubt", "mark"])
def test_text_can_be_read_on_every_ground(tokens, ground):
    assert contrast(tokens.text, getattr(tokens, ground)) >= 7


@BOTH
@pytest.mark.parametrize("ink", ["quiet", "accent", "on_time", "near", "late"])
@pytest.mark.parametrize("ground", ["ground", "panel"])
def test_quiet_words_and_signs_can_be_read(tokens, ink, ground):
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 4.5


@BOTH
def test_the_word_on_the_main_button_can_be_read(tokens):
    assert contrast(tokens.on_accent, tokens.accent) >= 4.5


@BOTH
def test_a_palette_tells_its_tokens(tokens):
    assert theme.tokens_of(theme.palette(tokens)) is tokens
    assert theme.colour(theme.palette(tokens), "late") == QColor(tokens.late)


@BOTH
def test_what_cannot_be_used_looks_quiet(tokens):
    made = theme.palette(tokens)
    grey = made.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert grey == QColor(tokens.quiet)


@BOTH
def test_the_style_sheet_has_no_gap_and_no_length_that_ignores_the_letters(tokens):
    sheet = theme.style_sheet(tokens, 10.5)
    assert "%(" not in sheet
    assert tokens.accent in sheet
    assert "font-size: 14.7pt" in sheet
    assert sheet.count("{") == sheet.count("}")


@pytest.mark.parametrize("signs", [theme.LIGHT_SIGNS, theme.STATUS_SIGNS])
def test_signs_differ_in_shape_and_not_in_colour_alone(signs):
    shapes = [sign.shape for sign in signs.values()]
    assert len(set(shapes)) == len(shapes)
    assert {sign.ink for sign in signs.values()} <= {field.name for field in fields(LIGHT)}


def test_every_light_and_every_status_has_a_sign():
    assert set(theme.LIGHT_SIGNS) == set(Light)
    assert set(theme.STATUS_SIGNS) == set(Status)


def test_looks_name_colours_that_exist():
    names = {field.name for field in fields(LIGHT)} | {""}
    for look in (theme.PROPOSED, theme.DOUBT, theme.QUIET, theme.LATE):
        assert {look.ink, look.ground} <= names


def test_the_screen_never_falls_back_to_a_brush_face(qapp):
    families = qapp.font().families()
    assert families[:2] == ["Microsoft YaHei UI", "Microsoft YaHei"]
    assert "Noto Sans CJK SC" in families
    assert "Kai" not in QFontInfo(qapp.font()).family()


def test_paper_is_set_in_song_a_little_larger(qapp):
    font = theme.paper_font(10.5)
    assert font.families()[0] == "FangSong"
    assert font.pointSizeF() == 12.0


@pytest.mark.parametrize(
    ("look", "height"),
    [
        (Appearance(), 32),
        (Appearance(row=26), 26),
        (Appearance(points=16), round(32 * 16 / 10.5)),
        (Appearance(points=9), 32),
    ],
)
def test_rows_grow_with_the_letters_and_never_shrink_below_the_choice(qapp, look, height):
    theme.apply(qapp, look)
    assert theme.row_height() == height


def test_sizes_and_heights_to_choose_from_contain_those_at_first():
    assert Appearance().points in theme.SIZES
    assert Appearance().row in [height for _, height in theme.ROWS]
    assert (min(theme.SIZES), max(theme.SIZES)) == (9, 16)


def test_applying_a_look_reaches_font_palette_and_style(qapp):
    theme.apply(qapp, Appearance(dark=True, points=12))
    assert isinstance(qapp.font(), QFont)
    assert qapp.font().pointSizeF() == 12
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(DARK.ground)
    assert DARK.accent in qapp.styleSheet()


@opens_a_list
@pytest.mark.parametrize("number", [2, 10])
def test_a_list_that_opens_shows_its_entries_whole(qapp, qtbot, number):
    theme.apply(qapp, Appearance())
    box = QComboBox()
    qtbot.addWidget(box)
    box.addItems([f"第{at}份来文" for at in range(number)])
    box.show()
    box.showPopup()
    view = box.view()
    last = view.visualRect(view.model().index(number - 1, 0))
    assert last.bottom() <= view.viewport().height()
    box.hidePopup()


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_a_number_that_has_the_keys_is_framed_as_a_text_is(qapp, qtbot, tokens):
    theme.apply(qapp, Appearance(dark=tokens is DARK))
    box = QSpinBox()
    qtbot.addWidget(box)
    box.show()
    qtbot.waitExposed(box)
    box.activateWindow()
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    side = box.grab().toImage().pixelColor(0, box.height() // 2)
    assert side == QColor(tokens.accent)
    theme.apply(qapp, Appearance())


def test_what_is_built_undressed_looks_as_if_it_was_built_in_the_style(qtbot):
    def shown():
        made = QWidget()
        column = QVBoxLayout(made)
        for part in (QPushButton("打开"), QSpinBox(), QComboBox(), QLineEdit("市公安局")):
            column.addWidget(part)
        return made

    in_style = shown()
    with theme.undressed():
        bare = shown()
    for made in (in_style, bare):
        qtbot.addWidget(made)
        made.show()
    assert bare.sizeHint() == in_style.sizeHint()
    assert bare.grab().toImage() == in_style.grab().toImage()


def test_the_style_is_back_after_an_error_while_building(qapp):
    sheet = qapp.styleSheet()
    assert sheet
    with pytest.raises(ZeroDivisionError), theme.undressed():
        raise ZeroDivisionError
    assert qapp.styleSheet() == sheet
