"""How a document comes back from the process that read it: one line of JSON, checked when it arrives.

Nothing of a foreign file is unpickled; the bytes of the file do not travel, only their digest.
"""

import json

from shuangda_desktop.errors import SourceError
from shuangda_desktop.sources.lines import blocks_of_lines
from shuangda_desktop.text.source import BlockKind, SourceText

_SIGNS = {BlockKind.PARAGRAPH: "p", BlockKind.ROW: "r", BlockKind.NOTE: "n"}
_KINDS = {sign: kind for kind, sign in _SIGNS.items()}


def packed(answer: SourceText | SourceError) -> bytes:
    """A document, or the reason why there is none, as one line."""
    if isinstance(answer, SourceError):
        form: dict[str, object] = {"error": str(answer)}
    else:
        form = {
            "raw": answer.raw,
            "kinds": "".join(_SIGNS[block.kind] for block in answer.blocks),
            "sha256": answer.sha256,
            "format": answer.format,
            "encoding": answer.encoding,
            "warnings": answer.warnings,
        }
    return json.dumps(form, ensure_ascii=False).encode("utf-8", "replace") + b"\n"


def unpacked(line: bytes, name: str) -> SourceText:
    """The document of such a line; SourceError where it holds a reason, ValueError where it is none."""
    form = json.loads(line)
    if isinstance(form, dict) and isinstance(form.get("error"), str):
        raise SourceError(form["error"])
    if not _is_sound(form):
        raise ValueError("no answer")
    lines = zip(form["raw"].split("\n"), map(_KINDS.__getitem__, form["kinds"]), strict=True)
    return SourceText(
        raw=form["raw"],
        blocks=tuple(blocks_of_lines(lines)),
        name=name,
        sha256=form["sha256"],
        format=form["format"],
        encoding=form["encoding"],
        warnings=tuple(form["warnings"]),
    )


def _is_sound(form: object) -> bool:
    if not isinstance(form, dict):
        return False
    texts = [form.get(key) for key in ("raw", "kinds", "sha256", "format")]
    warnings = form.get("warnings")
    return (
        all(isinstance(text, str) for text in texts)
        and isinstance(warnings, list)
        and all(isinstance(warning, str) for warning in warnings)
        and isinstance(form.get("encoding"), str | None)
        and set(form["kinds"]) <= set(_KINDS)
    )
