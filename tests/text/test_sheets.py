"""Places of cells as a sheet names them."""

import pytest

from shuangda_desktop.text.sheets import FilledBook, FilledSheet, spot_name


@pytest.mark.parametrize(
    ("spot", "name"),
    [((0, 0), "A1"), ((7, 2), "C8"), ((0, 25), "Z1"), ((99, 26), "AA100"), ((0, 701), "ZZ1"), ((0, 702), "AAA1")],
)  # fmt: skip
def test_a_place_is_named_as_the_head_of_a_sheet_counts(spot, name):
    assert spot_name(spot) == name


def test_the_bytes_of_a_book_are_not_shown():
    book = FilledBook("甲.xlsx", "ab", "xlsx", (FilledSheet("表", {}),), content=b"secret")
    assert "secret" not in repr(book)
