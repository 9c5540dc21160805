"""What a parser of foreign files may raise on a broken one; nothing of it is a bug of ours to show.

The libraries raise whatever their arithmetic runs into. Each document is read in one place, under
one handler, and the clerk is told one sentence.
"""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from lxml import etree

from shuangda_desktop.errors import SourceError
from shuangda_desktop.text.punctuation import widen

FAULTS: tuple[type[Exception], ...] = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,  # also a recursion that is too deep
    TypeError,
    ValueError,  # also characters that cannot be decoded
    struct.error,
    zipfile.BadZipFile,
    zlib.error,
    etree.LxmlError,
)
_BROKEN = (
    "“{}”已损坏或不完整,程序读不了,没有导入任何内容。请向发文单位重新索取,"
    "或在WPS中打开后另存为.docx再导入。"
)
_TOO_BIG = "“{}”展开后太大,程序停止了读取,没有导入任何内容。请只保留方案部分,另存后再导入。"


def broken(name: str) -> SourceError:
    """The error for a file that no reader can make sense of."""
    return SourceError(widen(_BROKEN.format(name)))


def too_big(name: str) -> SourceError:
    """The error for a file that needs more memory than it may have."""
    return SourceError(widen(_TOO_BIG.format(name)))


@contextmanager
def told_in_words(name: str, *more: type[Exception]) -> Iterator[None]:
    """Turn every fault of a parser into one sentence; ``more`` are a library's own errors."""
    try:
        yield
    except SourceError:
        raise
    except MemoryError as error:
        raise too_big(name) from error
    except (*FAULTS, *more) as error:
        raise broken(name) from error
