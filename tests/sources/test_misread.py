"""UTF-8 that was read as GBK comes back, though bytes were lost: what is certain is put back."""

import pytest

from shuangda_desktop.sources.misread import Mended, mend
from shuangda_desktop.sources.plain import decode, restore

PLAN = (
    "云泽市2025年整治混淆行为要点\n一、整治混淆\n\n\uff08一\uff09检查网店不少于45家。"
    "\uff08市市场监管局牵头\uff0c市公安局配合\uff09\n\uff08二\uff09清查冷库60座。\uff08市商务局负责\uff09"
)


def misread(text):
    """A text as Windows shows its UTF-8 read as GBK: pairs of bytes, and a mark for one without."""
    content, shown, at = text.encode(), "", 0
    while at < len(content):
        one, two = content[at : at + 1], content[at : at + 2]
        if one < b"\x80":
            shown, at = shown + one.decode(), at + 1
        elif one == b"\x80":
            shown, at = shown + "\u20ac", at + 1
        elif len(two) == 2 and two[1] >= 0x40:
            shown, at = shown + two.decode("gb18030", "replace"), at + 2
        else:
            shown, at = shown + "\ufffd", at + 1
    return shown


def test_what_the_document_says_elsewhere_is_put_back():
    wrong = misread(PLAN)
    assert "\ufffd" in wrong
    decoded = decode(wrong.encode())
    assert decoded.encoding == "utf-8 (gb18030)"
    lines, wanted = decoded.text.split("\n"), PLAN.split("\n")
    assert "年整治混淆行为要" in lines[0]
    assert lines[1:4] == wanted[1:4]
    assert "对照原件" in decoded.warnings[0]
    assert not set(decoded.warnings[0]) & set(",;:?!()")


def test_a_spot_that_several_characters_fit_stays_marked():
    mended = mend(misread("云泽市2025年要点检查冷库60座查处商标案件"))
    assert mended is not None
    assert (mended.filled, mended.text.count("\ufffd")) == (0, mended.left)
    assert mended.left > 0


def test_a_lost_bracket_at_the_end_of_a_line_is_put_back():
    line = "\uff08市公安局配合\uff09"
    assert misread(line).endswith("\ufffd")
    assert mend(misread(line)) == Mended(line, 1, 0)
    assert mend(misread("市公安局配合甲\uff09")) != Mended("市公安局配合甲\uff09", 1, 0)


@pytest.mark.parametrize(
    "text",
    ["市公安局\ufffd负责", "没有损坏", "\ufffd\ufffd", "abc\ufffd", "é\ufffd"],
)
def test_other_damage_is_left_as_it_is(text):
    assert mend(text) is None
    assert restore(text) is None


def test_half_a_sign_of_two_is_no_text_to_restore():
    assert mend("\ud800" + "\ufffd") is None
