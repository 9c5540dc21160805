"""The office's own paragraphs: kept, changed, taken out, found again."""

from collections.abc import Iterable
from datetime import datetime

from shuangda_desktop.services.words import refusal, shortened
from shuangda_desktop.store import papers
from shuangda_desktop.store.database import Store
from shuangda_desktop.store.papers import OwnPassage as OwnPassage

TITLE = 20  # characters of the text that name a paragraph without a title


def own_passages(store: Store) -> tuple[OwnPassage, ...]:
    """All paragraphs, by their titles."""
    return papers.load_passages(store)


def keep_passage(store: Store, passage: OwnPassage, now: datetime) -> int:
    """Keep a paragraph, a new one or a changed one; its id."""
    text = passage.text.strip()
    if not text:
        raise refusal("段落没有文字,没有保存。请先写好段落。")
    title = passage.title.strip() or text[:TITLE]
    tidy = OwnPassage(title, text, tuple(t.strip() for t in passage.tags if t.strip()), passage.id)
    with store.step(f"保存段落“{shortened(title)}”", now):
        return papers.save_passage(store, tidy)


def drop_passage(store: Store, passage: OwnPassage, now: datetime) -> None:
    """Take a paragraph out of the library."""
    with store.step(f"删除段落“{shortened(passage.title)}”", now):
        papers.delete_passage(store, passage.id or 0)


def passages_with(passages: Iterable[OwnPassage], words: str) -> tuple[OwnPassage, ...]:
    """Those that hold every one of these words in title, tags or text."""
    wanted = words.split()
    return tuple(
        p for p in passages if all(w in " ".join((p.title, *p.tags, p.text)) for w in wanted)
    )
