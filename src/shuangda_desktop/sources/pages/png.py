"""A picture of a page as a PNG (ISO/IEC 15948), without any library: a page of grey dots needs none."""

import struct
import zlib

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_GREY = (8, 0, 0, 0, 0)  # bits of a dot, no colour, and no choice in the rest
_QUICK = 4  # of zlib: the picture is shown and thrown away


def png(dots: bytes, width: int, height: int, stride: int) -> bytes:
    """Grey dots (0 black, 255 white), row by row, each row beginning ``stride`` bytes after the last."""
    rows = (dots[at * stride : at * stride + width] for at in range(height))
    packed = zlib.compress(b"".join(b"\0" + row for row in rows), _QUICK)
    head = struct.pack(">2I5B", width, height, *_GREY)
    chunks = ((b"IHDR", head), (b"IDAT", packed), (b"IEND", b""))
    return _SIGNATURE + b"".join(_chunk(kind, content) for kind, content in chunks)


def _chunk(kind: bytes, content: bytes) -> bytes:
    check = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)
