import pytest

from shuangda_desktop.text.mapped import MappedText
from shuangda_desktop.text.rules.invisible import remove_invisible


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("打\u200b击\u00ad侵\ufeff权", "打击侵权"),
        ("\u202e打击\u202c", "打击"),
        ("打\x00\x07击\x0c", "打击"),
        ("打击\n侵权\t甲\u2028乙", "打击\n侵权\t甲\u2028乙"),
        ("打 击\u3000侵\u00a0权", "打 击\u3000侵\u00a0权"),
    ],
)
def test_what_cannot_be_seen_is_removed(before, after):
    assert MappedText.of(before).apply(remove_invisible(before)).text == after
