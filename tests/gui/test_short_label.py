"""A line that gives way keeps its words where the clerk can still read them."""

import pytest

from shuangda_desktop.gui.pages.split.short_label import ShortLabel

WORDS = "已印发第1版\uff0c此后调整12处"


@pytest.fixture
def label(qtbot):
    made = ShortLabel()
    qtbot.addWidget(made)
    made.show_words(WORDS)
    made.show()
    return made


def test_a_line_asks_for_its_words_and_is_content_with_few(label):
    assert label.sizeHint().width() >= label.fontMetrics().horizontalAdvance(WORDS)
    assert label.minimumSizeHint().width() < label.sizeHint().width() / 2
    label.show_words("稿")
    assert label.minimumSizeHint().width() <= label.sizeHint().width()


def test_a_line_cut_short_says_all_in_its_tip(label):
    label.resize(label.sizeHint())
    whole = label.grab().toImage()
    label.resize(label.minimumSizeHint())
    short = label.grab().toImage()
    assert short != whole.copy(0, 0, short.width(), short.height())  # it ends in an ellipsis
    assert (label.text(), label.toolTip()) == (WORDS, WORDS)
