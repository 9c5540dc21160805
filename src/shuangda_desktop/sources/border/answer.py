"""How a document comes back from the process that read it: one line of JSON, checked when it arrives.

Nothing of a foreign file is unpickled; the bytes of the file do not travel, only their digest.
"""

import json
from base64 import b64decode, b64encode
from dataclasses import replace

from shuangda_desktop.errors import SourceError
from shuangda_desktop.sources.lines import blocks_of_lines
from shuangda_desktop.sources.pages.scanned import NeedsRecognitionError
from shuangda_desktop.text.mapped import Span
from shuangda_desktop.text.source import BlockKind, SourceText, Unsure

_SIGNS = {BlockKind.PARAGRAPH: "p", BlockKind.ROW: "r", BlockKind.NOTE: "n"}
_KINDS = {sign: kind for kind, sign in _SIGNS.items()}


def packed(answer: SourceText | SourceError) -> bytes:
    """A document, or the reason why there is none, as one line."""
    if isinstance(answer, SourceError):
        form: dict[str, object] = {"error": str(answer)}
        if isinstance(answer, NeedsRecognitionError):
            form["pages"] = answer.pages
    else:
        form = {
            "raw": answer.raw,
            "kinds": "".join(_SIGNS[block.kind] for block in answer.blocks),
            "pages": [block.page for block in answer.blocks],
            "sha256": answer.sha256,
            "format": answer.format,
            "encoding": answer.encoding,
            "warnings": answer.warnings,
            "doubts": [
                [one.code, one.span.start, one.span.end, one.message] for one in answer.doubts
            ],
        }
    return json.dumps(form, ensure_ascii=False).encode("utf-8", "replace") + b"\n"


def unpacked(line: bytes, name: str) -> SourceText:
    """The document of such a line; SourceError where it holds a reason, ValueError where it is none."""
    form = json.loads(line)
    if isinstance(form, dict) and isinstance(form.get("error"), str):
        if isinstance(form.get("pages"), int):
            raise NeedsRecognitionError(form["pages"], form["error"])
        raise SourceError(form["error"])
    if not _is_sound(form):
        raise ValueError("no answer")
    lines = zip(form["raw"].split("\n"), map(_KINDS.__getitem__, form["kinds"]), strict=True)
    blocks = zip(blocks_of_lines(lines), form["pages"], strict=True)
    return SourceText(
        raw=form["raw"],
        blocks=tuple(replace(block, page=page) if page else block for block, page in blocks),
        name=name,
        sha256=form["sha256"],
        format=form["format"],
        encoding=form["encoding"],
        warnings=tuple(form["warnings"]),
        doubts=tuple(Unsure(code, Span(a, b), told) for code, a, b, told in form["doubts"]),
    )


def packed_picture(picture: bytes) -> bytes:
    """A picture as one line."""
    return json.dumps({"picture": b64encode(picture).decode("ascii")}).encode() + b"\n"


def unpacked_picture(line: bytes) -> bytes:
    """The picture of such a line; SourceError where it holds a reason, ValueError where it is none."""
    form = json.loads(line)
    if isinstance(form, dict) and isinstance(form.get("error"), str):
        raise SourceError(form["error"])
    if not isinstance(form, dict) or not isinstance(form.get("picture"), str):
        raise ValueError("no picture")
    return b64decode(form["picture"], validate=True)


def _is_sound(form: object) -> bool:
    if not isinstance(form, dict):
        return False
    texts = [form.get(key) for key in ("raw", "kinds", "sha256", "format")]
    warnings, pages = form.get("warnings"), form.get("pages")
    return (
        all(isinstance(text, str) for text in texts)
        and isinstance(warnings, list)
        and isinstance(pages, list)
        and all(isinstance(page, int) for page in pages)
        and all(isinstance(warning, str) for warning in warnings)
        and isinstance(form.get("encoding"), str | None)
        and isinstance(form.get("doubts"), list)
        and all(map(_is_doubt, form["doubts"]))
        and set(form["kinds"]) <= set(_KINDS)
    )


def _is_doubt(form: object) -> bool:
    kinds = [type(part) for part in form] if isinstance(form, list) else []
    return kinds == [str, int, int, str]
