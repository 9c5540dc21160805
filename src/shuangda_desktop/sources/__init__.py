"""Documents in: bytes of a file become a SourceText. Errors are SourceError, in whole sentences."""

import hashlib
from pathlib import Path

from shuangda_desktop.errors import SourceError
from shuangda_desktop.sources.gate import MOST_BYTES
from shuangda_desktop.sources.plain import decode, normalise
from shuangda_desktop.sources.secret import refuse_secret
from shuangda_desktop.sources.sniff import READ, Kind, kind_of
from shuangda_desktop.sources.web import read_page
from shuangda_desktop.sources.word import read_word
from shuangda_desktop.text.punctuation import widen
from shuangda_desktop.text.source import SourceText, blocks_of

__all__ = ["read", "read_bytes", "read_text"]

_EMPTY = "里没有文字,没有导入任何内容。请确认选对了文件。"


def read(path: Path) -> SourceText:
    """The document in a file, whatever its name says it is."""
    return read_bytes(_content(path), path.name)


def read_bytes(content: bytes, name: str) -> SourceText:
    """The document in the bytes of a file of that name."""
    kind = kind_of(content)
    if kind not in READ:
        raise SourceError(kind.refusal)
    reader = {Kind.WORD: read_word, Kind.PAGE: read_page}.get(kind, _read_plain)
    source = reader(content, name)
    return _checked(source)


def read_text(pasted: str, name: str = "粘贴的文字") -> SourceText:
    """The document that the clerk pasted."""
    raw = normalise(pasted)
    digest = hashlib.sha256(raw.encode("utf-8", "surrogatepass")).hexdigest()
    return _checked(SourceText(raw, blocks_of(raw), name, digest, "paste"))


def _read_plain(content: bytes, name: str) -> SourceText:
    decoded = decode(content)
    return SourceText(
        raw=decoded.text,
        blocks=blocks_of(decoded.text),
        name=name,
        sha256=hashlib.sha256(content).hexdigest(),
        format="txt",
        encoding=decoded.encoding,
        content=content,
        warnings=decoded.warnings,
    )


def _checked(source: SourceText) -> SourceText:
    if not source.raw.strip():
        raise SourceError(widen(f"“{source.name}”{_EMPTY}"))
    refuse_secret(source.raw)
    return source


def _content(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise SourceError(widen(f"“{path.name}”是文件夹,不是文件。请选择其中的方案文件。"))
        if path.stat().st_size > MOST_BYTES:
            raise SourceError(
                widen(f"“{path.name}”太大,不像是方案文件,程序没有打开它。请确认选对了文件。")
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise SourceError(
            widen(f"找不到“{path.name}”,它可能被移动或改名了。请重新选择文件。")
        ) from error
    except (OSError, ValueError) as error:
        raise SourceError(
            widen(
                f"打不开“{path.name}”,可能没有权限或正被其他程序占用。请关闭后重试,或复制到本机再导入。"
            )
        ) from error
