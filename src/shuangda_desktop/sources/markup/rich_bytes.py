"""The bytes of rich text as characters: the font says the encoding, where it says a Chinese one."""

_CHARSETS = {
    0: "cp1252", 128: "cp932", 129: "cp949", 134: "gb18030", 136: "big5hkscs", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251",
    222: "cp874", 238: "cp1250",
}  # fmt: skip
_PAGES = {"cp936": "gb18030", "cp54936": "gb18030", "cp950": "big5hkscs", "cp65001": "utf-8"}
_WIDE = {"gb18030", "big5hkscs", "cp932", "cp949", "utf-8"}


def encoding_of(charset: int) -> str:
    """The encoding of a font's character set; "" where it says nothing."""
    return _CHARSETS.get(charset, "")


def decode_bytes(content: bytes, font: str, page: str) -> str:
    """The text of bytes in a font; Western fonts hold Chinese bytes too, in the file's code page."""
    wanted = [font, _PAGES.get(page, page)]
    wanted.sort(key=lambda encoding: encoding not in _WIDE)
    for encoding in [*wanted, "gb18030"]:
        try:
            return content.decode(encoding or "ascii")
        except (LookupError, UnicodeDecodeError):
            continue
    return content.decode("gb18030", "replace")
