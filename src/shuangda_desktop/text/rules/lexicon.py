"""The dictionary that a restored spot is judged by: words, their characters, how they adjoin."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, pairwise
from typing import TypeVar

from shuangda_desktop.text.rules.gbk import encode, pair
from shuangda_desktop.text.rules.phrases import words
from shuangda_desktop.text.rules.script import to_simplified

_WIDE_MARKS = {mark: chr(ord(mark) + 0xFEE0) for mark in "(),:;!?"}

Key = TypeVar("Key")

_LONGEST_WORD = 8
_SHORT_WORD = 2
_SIGNS = "\uff08\uff09\uff0c\uff1a\uff1b\uff01\u3001\u3002\u201c\u201d\u300a\u300b\u3014\u3015\u3000\u00b7"
_FREE = frozenset(_SIGNS + "0123456789 ,.:;!()%-\n")
_FREE_OR_END = _FREE | {""}
_INDENT, _STOP = _OPENERS = "\u3000", "\u3002"
_NONE: frozenset[str] = frozenset()
_ENUMERATOR = re.compile("\uff08[一二三四五六七八九十]{1,3}\uff09")
_MARKS_BETWEEN = "\uff08\uff09\uff0c\uff1a\uff1b\u3001\u3002"
_NUMBER_ENDS = "\uff09"
_FIRST_LEVEL = range(0xB0, 0xD8)  # of GB 2312: the common characters
_FIRST_TRAIL = 0xA1


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words in Simplified; characters in every form that GBK has."""

    words: frozenset[str]
    followers: dict[str, frozenset[str]]  # Simplified character -> those after it in a word
    plausible: frozenset[str]  # characters that a plan may hold
    by_trail: dict[int, tuple[str, ...]]  # second byte -> plausible characters
    by_lead: dict[int, tuple[str, ...]]
    # two characters (of a number more) whose inner pairs vanish, by the outer bytes; those of one
    # word by the first
    vanished: dict[tuple[int, int], tuple[str, ...]]
    cut_short: dict[int, tuple[str, ...]]
    simplified: dict[int, str]  # for str.translate; its marks are full-width as in the words
    openings: frozenset[str]  # the first two characters of the words
    inner: frozenset[str]  # Simplified characters that come second or later in a word

    def simplify(self, text: str) -> str:
        """The text character by character in Simplified, its marks full-width as in the words."""
        return text.translate(self.simplified)

    def followers_of(self, char: str) -> frozenset[str]:
        """Simplified characters that come after this one in a word; all of them after nothing."""
        return self.followers.get(self.simplify(char), frozenset()) if char else self.inner

    def loose(self, text: str) -> list[int]:
        """The places of a Simplified text that lie in no word, by the best cut into words."""
        costs, cuts = [0], [0]
        for end in range(1, len(text) + 1):
            alone = costs[end - 1] + (text[end - 1] not in _FREE)
            starts = range(max(0, end - _LONGEST_WORD), end - 1)
            words = [(costs[s], s) for s in starts if text[s:end] in self.words]
            cost, cut = min([(alone, end - 1), *words])
            costs.append(cost)
            cuts.append(cut)
        return self._singles(text, cuts)

    @staticmethod
    def _singles(text: str, cuts: list[int]) -> list[int]:
        found, end = [], len(text)
        while end:
            if cuts[end] == end - 1 and text[end - 1] not in _FREE:
                found.append(end - 1)
            end = cuts[end]
        return found[::-1]

    def fitting(self, trail: int, left: str, rest: str) -> Iterator[str]:
        """The characters with this second byte of which one word may hold a neighbour, or that open one."""
        after, first = self.followers.get(left[-1:], _NONE), rest[:1]
        for head in self.by_trail.get(trail, ()):
            plain = head.translate(self.simplified)
            if plain in after or plain in _OPENERS or first in self.followers.get(plain, _NONE):
                yield head

    def completes(self, left: str, head: str, rest: str) -> bool:
        """Whether a word holds the head and goes on, or ends with it before a mark or another word.

        A full stop or an indent is complete where a word begins right after it.
        """
        if head == _INDENT:
            return _ENUMERATOR.match(rest) is not None
        if head == _STOP:
            return self._begins_word(rest)
        if self._ends_word(left + head) and (rest[:1] in _FREE_OR_END or self._begins_word(rest)):
            return True
        return self._joins(left, head, rest)

    def holds(self, text: str, at: int, alone: bool) -> bool:
        """Whether words hold the character at ``at`` firmly, not by chance.

        That is a long one, one that begins before it, or a short one with a long one behind it.
        Where the character stands ``alone`` a word begins there.
        """
        first = at if alone else max(0, at - _LONGEST_WORD + 1)
        return any(
            text[start:end] in self.words
            and (start < at or end - start > _SHORT_WORD or self._begins_word(text[end:], 1))
            for start in range(first, at + 1)
            for end in range(max(at + 1, start + _SHORT_WORD), start + _LONGEST_WORD + 1)
        )

    def _begins_word(self, text: str, longer: int = 0) -> bool:
        lengths = range(_SHORT_WORD + longer, _LONGEST_WORD + 1)
        return text[:_SHORT_WORD] in self.openings and any(
            text[:length] in self.words for length in lengths
        )

    def _ends_word(self, text: str) -> bool:
        lengths = range(_SHORT_WORD, _LONGEST_WORD + 1)
        return any(text[-length:] in self.words for length in lengths)

    def _joins(self, left: str, head: str, rest: str) -> bool:
        if rest[:1] not in self.followers.get(head, ()):
            return False
        return any(
            left[len(left) - before :] + head + rest[:after] in self.words
            for before in range(len(left) + 1)
            for after in range(1, _LONGEST_WORD)
        )


@lru_cache(maxsize=4)
def lexicon_of(names: tuple[str, ...] = ()) -> Lexicon:
    """The dictionary with these unit names in it; made once, it takes some hundredths of a second."""
    known = words() | {name for name in names if 1 < len(name) <= _LONGEST_WORD}
    simplified = _simplified()
    forms = _inverse(simplified)
    followers = _followers(known)
    letters = {char for word in known for char in word}
    plausible = frozenset(
        char for char, plain in simplified.items() if plain in letters or _is_common(plain)
    )
    within = list(_vanishing(followers, forms))
    return Lexicon(
        words=known,
        followers=followers,
        plausible=plausible,
        by_trail=_by_byte(plausible, -1),
        by_lead=_by_byte(plausible, 0),
        vanished=_grouped(
            dict.fromkeys(
                [
                    *within,
                    *_vanishing(_around_marks(known), forms),
                    *_of_numbers(known),
                    *_behind_numbers(known, forms),
                ]
            ),
            _outer_bytes,
        ),
        cut_short=_grouped(within, lambda two: two[0].encode("gbk")[0]),
        simplified=str.maketrans(
            simplified | {mark: simplified[wide] for mark, wide in _WIDE_MARKS.items()}
        ),
        openings=frozenset(word[:_SHORT_WORD] for word in known),
        inner=frozenset().union(*followers.values()),
    )


def _simplified() -> dict[str, str]:
    """Every character of GBK with its Simplified form, converted one by one."""
    pairs = (pair(lead, trail) for lead in range(0x81, 0xFF) for trail in range(0x40, 0xFF))
    chars = [char for char in pairs if char]
    return dict(zip(chars, to_simplified("\n".join(chars)).split("\n"), strict=True))


def _inverse(simplified: dict[str, str]) -> dict[str, tuple[str, ...]]:
    forms: defaultdict[str, list[str]] = defaultdict(list)
    for char, plain in simplified.items():
        forms[plain].append(char)
    return {plain: tuple(chars) for plain, chars in forms.items()}


def _is_common(char: str) -> bool:
    content = encode(char) or b""
    is_han = len(content) == 2 and content[0] in _FIRST_LEVEL and content[1] >= _FIRST_TRAIL
    return is_han or char in _SIGNS or "\uff10" <= char <= "\uff5a"


def _followers(known: Iterable[str]) -> dict[str, frozenset[str]]:
    after: defaultdict[str, set[str]] = defaultdict(set)
    for word in known:
        for one, two in pairwise(word):
            after[one].add(two)
    return {char: frozenset(chars) for char, chars in after.items()}


def _around_marks(known: Iterable[str]) -> dict[str, frozenset[str]]:
    """What adjoins between words: a mark and any first character, any last one and a mark."""
    starts = frozenset(word[0] for word in known)
    ends = {word[-1]: frozenset(_MARKS_BETWEEN) for word in known}
    return ends | dict.fromkeys(_MARKS_BETWEEN, starts)


def _by_byte(chars: Iterable[str], which: int) -> dict[int, tuple[str, ...]]:
    return _grouped(sorted(chars), lambda char: char.encode("gbk")[which])


def _grouped(texts: Iterable[str], key: Callable[[str], Key]) -> dict[Key, tuple[str, ...]]:
    found: defaultdict[Key, list[str]] = defaultdict(list)
    for text in texts:
        found[key(text)].append(text)
    return {each: tuple(listed) for each, listed in found.items()}


def _outer_bytes(two: str) -> tuple[int, int]:
    content = two.encode("gbk")
    return content[0], content[-1]


def _vanishing(
    followers: dict[str, frozenset[str]], forms: dict[str, tuple[str, ...]]
) -> Iterator[str]:
    """Two characters side by side whose inner bytes are a pair that means nothing."""
    for one, after in sorted(followers.items()):
        rights = [form for two in sorted(after) for form in forms.get(two, ())]
        for left in forms.get(one, ()):
            yield from (left + right for right in rights if _vanishes(left, right))


def _of_numbers(known: Iterable[str]) -> Iterator[str]:
    """The parts of (二十一) and the like of which only the outer bytes are left."""
    for label in sorted(filter(_ENUMERATOR.fullmatch, known)):
        for start, end in combinations(range(len(label) + 1), 2):
            part = label[start:end]
            if len(part) > 1 and all(_vanishes(one, two) for one, two in pairwise(part)):
                yield part


def _behind_numbers(known: frozenset[str], forms: dict[str, tuple[str, ...]]) -> Iterator[str]:
    """The end of a number with the first character of a word of which only the outer bytes are left."""
    starts = sorted({form for word in known for form in forms.get(word[0], ())})
    behind = [form for form in starts if _vanishes(_NUMBER_ENDS, form)]
    for part in sorted({part for part in _of_numbers(known) if part.endswith(_NUMBER_ENDS)}):
        yield from (part + form for form in behind)


def _vanishes(one: str, two: str) -> bool:
    return pair(one.encode("gbk")[1], two.encode("gbk")[0]) == ""
