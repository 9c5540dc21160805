"""Web pages with all their parts in one file (.mht), as browsers and Word save them."""

import email
import email.policy
import hashlib
from dataclasses import replace

from shuangda_desktop.sources.border.guard import broken
from shuangda_desktop.sources.markup.web import read_page
from shuangda_desktop.text.source import SourceText

_MOST_PARTS = 2_000
_MOST_DASHED = 50_000  # lines that may begin a part; those of texts look so too
_DASHED = b"\n--"


def read_archive(content: bytes, name: str) -> SourceText:
    """The text of the page that the archive was made for: its first one."""
    page = read_page(_page(content, name), name)
    digest = hashlib.sha256(content).hexdigest()
    return replace(page, content=content, sha256=digest, format="mht")


def _page(content: bytes, name: str) -> bytes:
    if content.count(_DASHED) > _MOST_DASHED:  # each would be read before the first is looked at
        raise broken(name)
    message = email.message_from_bytes(content, policy=email.policy.compat32)
    for number, part in enumerate(message.walk()):
        if number > _MOST_PARTS:
            break
        page = part.get_payload(decode=True)
        if part.get_content_type() == "text/html" and isinstance(page, bytes):
            return page
    raise broken(name)
