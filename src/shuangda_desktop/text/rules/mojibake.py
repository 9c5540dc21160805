"""Rule: names damaged by a site that cut GBK text between the two bytes of a character.

Such a site split its bytes at the marks of a sentence without regard to characters and decoded each
piece by itself: a lone byte became "?", the bytes after it paired up wrongly until an ASCII byte or
the end of the piece, pairs that mean nothing vanished, and pinyin was put in by bytes as well.
A spot is restored only where one reading stands out by words of the dictionary and the same
damage done to it gives exactly what the text holds; any other spot is left for the clerk.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from shuangda_desktop.text.mapped import Edit, Span
from shuangda_desktop.text.punctuation import narrow
from shuangda_desktop.text.rules.gbk import (
    GLOSSED,
    LOST,
    MARKS,
    Token,
    damage,
    encode,
    pair,
    tokens,
)
from shuangda_desktop.text.rules.glosses import LETTERS
from shuangda_desktop.text.rules.lexicon import Lexicon, lexicon_of
from shuangda_desktop.text.rules.line_numbers import (
    differ_by_number,
    fits_between,
    may_be_number,
    numbers_around,
)

RULE = "mojibake"
SPOT = re.compile(f"[{LOST}](?:(?=[{LOST}!\uff01\u3002\u3001])|(?=[{LETTERS}]{{1,6}}[)\uff09]))")
_MARK_BYTES = MARKS | {narrow(mark): content for mark, content in MARKS.items()}
_WIDE_MARK = {narrow(mark): mark for mark in MARKS}
_ENDS = {"", "\n", *_MARK_BYTES}  # what a damaged piece may end at
_MARK_LEAD = 0xA1
_LONGEST = 60  # characters of one damaged stretch; Simplified text realigns late
_MOST_STEPS = 3_000  # of one search
_MOST_SPOTS = 200  # a text with more is beyond repair
_OPENERS = "\u3000\u3002"  # an indent, a stop
MOST_TAILS = 120
_MOST_READINGS = 1_000
_MOST_GUESSED = 5
AROUND = 4  # characters on either side that words are looked for in

_Glosses = tuple[tuple[bytes, str], ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a damaged stretch may have been, and which of its characters are guessed."""

    text: str
    end: int
    guessed: frozenset[int] = frozenset()
    glosses: _Glosses = ()


def restore_shifted(text: str, names: Sequence[str] = ()) -> Iterable[Edit]:
    """Edits that restore damaged stretches of the text."""
    spots = [found.start() for found in SPOT.finditer(text)][:_MOST_SPOTS]
    return list(_edits(text, spots, tuple(names))) if spots else []


def _edits(text: str, spots: Sequence[int], names: tuple[str, ...]) -> Iterator[Edit]:
    lexicon = lexicon_of(names)
    done = 0
    for spot in spots:
        if spot < done:
            continue
        reading = _best(text, spot, lexicon)
        if reading is not None:
            done = reading.end
            yield Edit(Span(spot, reading.end), reading.text, RULE)


def _best(text: str, spot: int, lexicon: Lexicon) -> Reading | None:
    """The reading with the fewest characters outside words and guessed, where it stands alone."""
    around = numbers_around(text, spot)
    readings = (r for r in _readings(text, spot, lexicon) if fits_between(r.text, around))
    found = {(r.text, r.end): r for r in islice(readings, _MOST_READINGS)}
    horizon = max((r.end for r in found.values()), default=0) + AROUND
    ranked = sorted(
        (cost, len(r.guessed), key)
        for key, r in found.items()
        if (cost := _cost(text, spot, r, horizon, lexicon)) is not None
    )
    proved = [entry for entry in ranked if is_proved(text, spot, found[entry[2]])]
    if not proved or _is_open(proved):
        return None
    first = proved[0]
    best = found[first[2]]
    return best if _stands_out(text, spot, best, lexicon) else None


def _is_open(proved: Sequence[tuple[int, int, tuple[str, int]]]) -> bool:
    """Whether another reading fits as well as the first, or is the first with another number."""
    first, *others = proved
    return any(
        first[:2] == other[:2]
        or (first[0] == other[0] and differ_by_number(first[2][0], other[2][0]))
        for other in others
    )


def _cost(text: str, spot: int, reading: Reading, horizon: int, lexicon: Lexicon) -> int | None:
    """Characters outside words; None where the restored ones are not all within words.

    After a stop or an indent a few may be, for any sentence can follow; but none where some were
    guessed: a dictionary guesses too well.
    """
    left = text[max(0, spot - AROUND) : spot]
    loose = lexicon.loose(lexicon.simplify(left + reading.text + text[reading.end : horizon]))
    own = {at - len(left) for at in loose if 0 <= at - len(left) < len(reading.text)}
    opens = reading.text[0] in _OPENERS
    allowed = len(reading.text) // 4 if opens and not reading.guessed else 0
    return None if len(own) > allowed else len(loose)


def _stands_out(text: str, spot: int, reading: Reading, lexicon: Lexicon) -> bool:
    """Whether a word holds the broken character and the one before it, or is a long one.

    Two characters of which the first is guessed are a word too often.
    """
    left = text[max(0, spot - AROUND) : spot].rpartition("\n")[2]
    right = text[reading.end : reading.end + AROUND]
    opens = reading.text[0] in _OPENERS
    whole = lexicon.simplify(left + reading.text + right)
    return lexicon.holds(whole, len(left) + opens, alone=opens)


def is_proved(text: str, spot: int, reading: Reading) -> bool:
    """Whether the same damage done to the reading gives what the text holds."""
    before = text[spot - 1 : spot] if reading.glosses else ""
    after = text[reading.end : reading.end + 1]
    after = after if after != "\n" and encode(after) else ""
    clean = before + reading.text + _WIDE_MARK.get(after, after)
    return damage(clean, reading.glosses) == narrow(before + text[spot : reading.end] + after)


def _readings(text: str, spot: int, lexicon: Lexicon) -> Iterator[Reading]:
    left = lexicon.simplify(text[max(0, spot - AROUND) : spot].rpartition("\n")[2])
    starts_line = _starts_line(text, spot)
    for trail, tail in tails_at(text, spot, lexicon):
        right = text[tail.end : tail.end + AROUND].partition("\n")[0]
        rest = lexicon.simplify(tail.text + right)
        for head in lexicon.fitting(trail, left, rest):
            if head == _OPENERS[0] and not starts_line:
                continue
            if lexicon.completes(left, lexicon.simplify(head), rest):
                yield from glossed(text, spot, behind(head, tail))


def tails_at(text: str, spot: int, lexicon: Lexicon) -> Iterator[tuple[int, Reading]]:
    """The ways to read on from a spot; where a line begins those with a number come first."""
    if _starts_line(text, spot):
        yield from islice(Search(text, lexicon, numbered=True).tails(spot), MOST_TAILS)
    yield from islice(Search(text, lexicon).tails(spot), MOST_TAILS)


def _starts_line(text: str, spot: int) -> bool:
    return not text[text.rfind("\n", 0, spot) + 1 : spot].strip()


def behind(head: str, tail: Reading) -> Reading:
    """The reading with the character before it whose second byte began the damage."""
    guessed = frozenset(at + 1 for at in tail.guessed)
    return Reading(head + tail.text, tail.end, guessed, tail.glosses)


def glossed(text: str, spot: int, reading: Reading) -> Iterator[Reading]:
    """The reading, with the gloss between its first byte and the character before, where one is."""
    (first, *_) = tokens(text, spot, 1)
    if not first.gloss:
        yield reading
        return
    before, head = encode(text[spot - 1 : spot]), encode(reading.text[0])
    if before and head and len(before) == 2:
        between = pair(before[1], head[0])
        if between and GLOSSED.get(between) == first.gloss:
            added = (bytes((before[1], head[0])), first.gloss)
            yield replace(reading, glosses=(added, *reading.glosses))


@dataclass(slots=True)
class Search:
    """All ways to pair the bytes after a lost one, until they stand right again.

    ``numbered`` ones follow only what begins with the number of a heading.
    """

    text: str
    lexicon: Lexicon
    numbered: bool = False
    steps: int = 0

    def tails(self, spot: int) -> Iterator[tuple[int, Reading]]:
        """(second byte of the broken character, what follows it) for each way."""
        found = tokens(self.text, spot, _LONGEST)
        if not found[0].gloss:
            mark = _MARK_BYTES[self.text[spot + 1]]
            yield from ((mark[0], tail) for tail in self._walk(found, 2, mark[1], Reading("", 0)))
            return
        for content in found[1].options if len(found) > 1 else ():
            start, rest = Reading("", found[1].end), _pending(content)
            yield from ((content[0], tail) for tail in self._walk(found, 2, rest, start))

    def _walk(
        self, found: Sequence[Token], at: int, pending: int | None, so_far: Reading
    ) -> Iterator[Reading]:
        if self.numbered and not may_be_number(so_far.text):
            return
        if pending is None:
            yield so_far
            return
        self.steps += 1
        if at >= len(found) or self.steps > _MOST_STEPS or len(so_far.guessed) > _MOST_GUESSED:
            return
        token = found[at]
        if token.is_lost:
            yield from self._lost(token, pending, so_far)
        for content in token.options:
            for more, is_guess in self._next(pending, content[0]):
                reading = _longer(so_far, more, token, is_guess)
                yield from self._walk(found, at + 1, _pending(content), reading)

    def _next(self, lead: int, trail: int) -> Iterator[tuple[str, bool]]:
        """The character of two bytes, or (a guess) two characters whose inner bytes vanished."""
        char = pair(lead, trail)
        if char in self.lexicon.plausible:
            yield char, False
        yield from ((two, True) for two in self.lexicon.vanished.get((lead, trail), ()))

    def _lost(self, token: Token, lead: int, so_far: Reading) -> Iterator[Reading]:
        """Characters whose second byte is gone: where a piece ended, or where pinyin was put in."""
        chars = self.lexicon.by_lead.get(lead, ())
        vanished = self.lexicon.cut_short.get(lead, ())
        if token.gloss:
            for more in (new for new in (*chars, *vanished) if GLOSSED.get(new[-1]) == token.gloss):
                reading = _longer(so_far, more, token, len(more) > 1)
                glosses = (*reading.glosses, (more[-1].encode("gbk"), token.gloss))
                yield replace(reading, glosses=glosses)
        # which mark of the sentence was lost nothing tells
        elif lead != _MARK_LEAD and self.text[token.end : token.end + 1] in _ENDS:
            after = self.lexicon.followers_of(so_far.text[-1:])
            likely = [char for char in chars if self.lexicon.simplify(char) in after]
            yield from (_longer(so_far, more, token, True) for more in (*likely, *vanished))


def _pending(content: bytes) -> int | None:
    """The byte that is left over for the next character."""
    return content[1] if len(content) == 2 else None


def _longer(so_far: Reading, more: str, token: Token, is_guess: bool) -> Reading:
    start, end = len(so_far.text), len(so_far.text) + len(more)
    guessed = so_far.guessed | frozenset(range(start, end) if is_guess else ())
    return Reading(so_far.text + more, token.end, guessed, so_far.glosses)
