"""Archives that say what they like about their parts."""

import struct
import zlib
from dataclasses import dataclass


@dataclass(frozen=True)
class Member:
    """One part: its packed bytes, the size that it claims, and how it claims to be packed."""

    name: str
    content: bytes = b""
    size: int = 0
    method: int = 8
    flags: int = 0
    at: int = -1  # where the directory says that it lies


def raw_zip(members, says=None):
    """An archive of these parts; ``says`` is the number of parts that its end claims."""
    body, directory = [], []
    length = 0
    for member in members:
        name = member.name.encode()
        common = struct.pack(
            "<5H3I2H",
            20,
            member.flags,
            member.method,
            0,
            0,
            0,
            len(member.content),
            member.size,
            len(name),
            0,
        )
        at = length if member.at < 0 else member.at
        directory.append(b"PK\x01\x02\x14\0" + common + struct.pack("<3H2I", 0, 0, 0, 0, at) + name)
        body += [b"PK\x03\x04" + common + name, member.content]
        length += 30 + len(name) + len(member.content)
    listed = b"".join(directory)
    count = min(len(directory) if says is None else says, 0xFFFF)
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, count, count, len(listed), length, 0)
    return b"".join(body) + listed + end


def zeros(size, window):
    """So many zeros, packed; made of one packed stretch, which is why it is quick."""
    packer = zlib.compressobj(9, zlib.DEFLATED, window)
    head = packer.compress(bytes(1024 * 1024)) + packer.flush(zlib.Z_FULL_FLUSH)
    stretch = packer.compress(bytes(1024 * 1024)) + packer.flush(zlib.Z_FULL_FLUSH)
    return head + stretch * (size // (1024 * 1024) - 1) + packer.flush(zlib.Z_FINISH)
