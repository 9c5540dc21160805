"""The gate before any parser: what a container says of itself is checked before it is opened.

Measured on hostile files: a 57 KB archive with overlapping members delivers 10 GB without an error,
60,000 members cost half a second in zipfile alone. So the end record is read by hand first, and a
ratio counts only above an absolute size: a paragraph of a million equal characters is legitimate.
"""

import io
import struct
import zipfile
import zlib

from shuangda_desktop.errors import SourceError
from shuangda_desktop.text.punctuation import widen

MOST_BYTES = 200 * 1024 * 1024  # of a file as it lies on the disk
_MOST_PARTS = 5_000
_MOST_UNPACKED = 300 * 1024 * 1024
_MOST_PART = 64 * 1024 * 1024  # of one part that is read
_RATIO_FROM = 8 * 1024 * 1024  # below this size a high ratio proves nothing
_MOST_RATIO = 400
_END = b"PK\x05\x06"
_END_SIZE = 22
_MOST_COMMENT = 65_535
_UNSAFE = "这个文件的内部结构异常,可能已损坏或被人改造过,程序没有打开它。请向发文单位重新索取,或在WPS中打开后另存为.docx再导入。"


def refuse() -> SourceError:
    """The error for a container that is not what it should be."""
    return SourceError(widen(_UNSAFE))


def open_container(content: bytes) -> zipfile.ZipFile:
    """The archive, after its directory has been checked; SourceError where it is not sound."""
    if _declared_parts(content) > _MOST_PARTS:
        raise refuse()
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, UnicodeDecodeError) as error:
        raise refuse() from error
    _check_sizes(archive.infolist())
    _check_overlap(archive.infolist(), len(content))
    return archive


def read_part(archive: zipfile.ZipFile, name: str) -> bytes | None:
    """One part of the archive, None where it is not there; a document type is never let in."""
    try:
        info = archive.getinfo(name)
    except KeyError:
        return None
    if info.file_size > _MOST_PART:
        raise refuse()
    try:
        content = archive.read(info)  # never more than the size that it declares
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, EOFError, zlib.error) as error:
        raise refuse() from error
    if _declares_type(content):
        raise refuse()
    return content


def _declares_type(content: bytes) -> bool:
    """Whether a part has a DTD, in any of XML's usual encodings; office files never have one."""
    return any(
        mark in content
        for mark in (b"<!DOCTYPE", b"<!ENTITY", "<!DOCTYPE".encode("utf-16-le")[:-1])
    )


def _declared_parts(content: bytes) -> int:
    at = content.rfind(_END, max(0, len(content) - _MOST_COMMENT - _END_SIZE))
    if at < 0 or len(content) < at + _END_SIZE:
        raise refuse()
    (parts,) = struct.unpack_from("<H", content, at + 10)
    return int(parts)


def _check_sizes(parts: list[zipfile.ZipInfo]) -> None:
    if len(parts) > _MOST_PARTS or sum(p.file_size for p in parts) > _MOST_UNPACKED:
        raise refuse()
    for part in parts:
        if part.file_size > _RATIO_FROM and part.file_size > part.compress_size * _MOST_RATIO:
            raise refuse()


def _check_overlap(parts: list[zipfile.ZipInfo], size: int) -> None:
    """Members must lie one after the other: overlapping ones unpack the same bytes many times."""
    end = 0
    for part in sorted(parts, key=lambda p: p.header_offset):
        if part.header_offset < end:
            raise refuse()
        end = part.header_offset + len(part.filename) + part.compress_size
    if end > size:
        raise refuse()
