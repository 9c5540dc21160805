"""Text that an Office file can hold: nothing is dropped without being counted."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from shuangda_desktop.text.punctuation import widen

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")  # Office knows one line break
_UNWRITABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")  # XML knows no such characters
_SURROGATE = re.compile("[\ud800-\udfff]")
_ANY = re.compile(f"{_LINE_ENDS.pattern}|{_UNWRITABLE.pattern}|{_SURROGATE.pattern}")
REPLACEMENT = "\ufffd"


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text fit for a file, and how many characters had to be taken out or replaced."""

    text: str
    removed: int = 0
    replaced: int = 0


def clean(text: str) -> Cleaned:
    """The text without what XML cannot hold; half characters become a visible mark."""
    if not _ANY.search(text):
        return Cleaned(text)
    text = _LINE_ENDS.sub("\n", text)
    text, removed = _UNWRITABLE.subn("", text)
    text, replaced = _SURROGATE.subn(REPLACEMENT, text)
    return Cleaned(text, removed, replaced)


def widened(text: str) -> str:
    """The text with full-width punctuation where it stands in Chinese."""
    return widen(text)


class Notes:
    """What was changed on the way to the paper, told to the clerk in whole sentences."""

    def __init__(self) -> None:
        self._sentences: list[str] = []

    def take(self, text: str, place: str) -> str:
        """The cleaned text; a note about ``place`` where something was lost."""
        cleaned = clean(text)
        if cleaned.removed:
            self.add(f"{place}\uff1a删去了{cleaned.removed}个无法写入文件的控制字符。")
        if cleaned.replaced:
            self.add(f"{place}\uff1a{cleaned.replaced}个残缺的字符已用“{REPLACEMENT}”代替。")
        return cleaned.text

    def add(self, sentence: str) -> None:
        """Keep a sentence, once."""
        if sentence not in self._sentences:
            self._sentences.append(sentence)

    def add_all(self, sentences: Iterable[str]) -> None:
        """Keep several."""
        for sentence in sentences:
            self.add(sentence)

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._sentences)

    @property
    def sentences(self) -> tuple[str, ...]:
        """All notes in the order in which they arose."""
        return tuple(self._sentences)
