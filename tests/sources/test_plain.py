import pytest

from shuangda_desktop.sources.plain import decode, restore

SIMPLIFIED = "示例市打击侵权假冒工作要点〔2024〕3号\n一、加强市场监管。(市市场监管局负责)\n"
TRADITIONAL = "示例市打擊侵犯知識產權工作要點\n一、加強市場監管,由市場監管局負責。\n"
LONG = SIMPLIFIED * 40


@pytest.mark.parametrize("text", [SIMPLIFIED, TRADITIONAL, LONG])
@pytest.mark.parametrize(
    ("codec", "named"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("gb18030", "gb18030"),
        ("utf-16", "utf-16-le"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32-le"),
    ],
)
def test_every_encoding_is_told_by_its_bytes(text, codec, named):
    decoded = decode(text.encode(codec))
    assert (decoded.text, decoded.encoding, decoded.warnings) == (text, named, ())


def test_big5_is_told_from_gbk():
    text = TRADITIONAL.replace("〔2024〕", "")
    assert decode(text.encode("big5hkscs")).text == text
    assert decode(text.encode("big5hkscs")).encoding == "big5hkscs"


@pytest.mark.parametrize("text", ["市公安局负责", "牵头单位:市局", "plain ASCII only", "好"])
def test_short_texts_are_told_too(text):
    assert decode(text.encode("gb18030")).text == text
    assert decode(text.encode()).text == text


@pytest.mark.parametrize("codec", ["utf-8", "gb18030"])
def test_one_damaged_byte_costs_a_character_and_is_told(codec):
    content = bytearray(LONG.encode(codec))
    content[200] = 0xFF
    decoded = decode(bytes(content))
    assert decoded.encoding == codec
    assert decoded.text.endswith(SIMPLIFIED)
    assert len(decoded.warnings) == 1
    assert decoded.warnings[0].endswith("\uff0c请对照原件核对。")


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("甲\r\n乙", "甲\n乙"),
        ("甲\r乙", "甲\n乙"),
        ("甲\r\n\r\n乙\n", "甲\n\n乙\n"),
        ("甲\u2028乙\u0085丙", "甲\n乙\n丙"),
    ],
)
def test_every_line_break_becomes_one_kind(content, text):
    assert decode(content.encode()).text == text


@pytest.mark.parametrize("codec", ["latin-1", "cp1252"])
def test_utf8_read_as_western_is_restored(codec):
    content = SIMPLIFIED.encode()
    wrong = "".join(bytes([b]).decode(codec, "replace") for b in content)
    if "\ufffd" in wrong:
        wrong = "".join(
            chr(b) if bytes([b]).decode(codec, "ignore") == "" else bytes([b]).decode(codec)
            for b in content
        )
    decoded = decode(wrong.encode())
    assert decoded.text == SIMPLIFIED
    assert decoded.encoding == "utf-8 (windows-1252)"
    assert "还原" in decoded.warnings[0]


def test_utf8_read_as_gbk_is_restored_where_the_way_back_is_exact():
    text = "市公安局负责市商务局负责"  # an even number of three-byte characters
    decoded = decode(text.encode().decode("gb18030").encode())
    assert decoded.text == text
    assert decoded.encoding == "utf-8 (gb18030)"


@pytest.mark.parametrize(
    "text", [SIMPLIFIED, TRADITIONAL, "联通", "café déjà", "abc", "鍥藉\ufffd\ufffd姟", "\ud800"]
)
def test_a_text_that_was_read_rightly_is_not_restored(text):
    assert restore(text) is None


def test_a_large_file_is_decoded_soon():
    assert len(decode((LONG * 400).encode("gb18030")).text) == len(LONG) * 400
