import pytest

from shuangda_desktop.text.sequences import alike


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("", "", 0), ("abc", "abd", 2), ("abc", "ab", 2), ("abc", "xbc", 0), ("ab", "ab", 2)],
)
def test_what_is_the_same_from_the_first_on_is_counted(one, other, same):
    assert alike(one, other) == same
