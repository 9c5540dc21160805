"""Office files are zips of XML: packing them, and proving that one can be opened again."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from xml.parsers import expat

from shuangda_desktop.errors import ExportError
from shuangda_desktop.files import put_bytes

STAMP = (2000, 1, 1, 0, 0, 0)  # the same input gives the same bytes, whatever the day


def pack(parts: Mapping[str, bytes]) -> bytes:
    """The zip of these parts, in this order."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name, STAMP), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def save(content: bytes, path: Path) -> None:
    """Put an Office file at ``path``; the one that was there survives any failure."""
    put_bytes(path, content, check)


def check(path: Path) -> None:
    """Read every part again; ExportError unless all of them are whole.

    Expat without a handler builds nothing: a third of the time and none of the memory of a tree.
    """
    try:
        with zipfile.ZipFile(path) as package:
            for name in package.namelist():
                content = package.read(name)  # compares the checksum
                if name.endswith((".xml", ".rels")):
                    expat.ParserCreate().Parse(content, True)
    except (zipfile.BadZipFile, expat.ExpatError) as error:
        raise ExportError(
            "写出的文件重新打开检查时不完整\uff0c没有替换原来的文件。请重新导出\uff0c或另存到其他磁盘。"
        ) from error
