"""Byte-shifted spots that the dictionary cannot prove: likely readings, for the clerk to choose.

Every reading shown gives exactly the damage that the text holds; which of them was meant only words
around it can tell, and here they do not tell enough.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from shuangda_desktop.text.doubts import Doubt
from shuangda_desktop.text.mapped import Span
from shuangda_desktop.text.rules.lexicon import Lexicon, lexicon_of
from shuangda_desktop.text.rules.line_numbers import fits_between, number_end, numbers_around
from shuangda_desktop.text.rules.mojibake import (
    AROUND,
    RULE,
    SPOT,
    Reading,
    behind,
    glossed,
    is_proved,
    tails_at,
)
from shuangda_desktop.text.rules.script import is_traditional, to_simplified

_MOST_SPOTS = 12
_MOST_WEIGHED = 80  # readings of a spot that are looked at closely
_MOST_SHOWN = 3
_EVIDENCE = "此处像是网站按字节切断文字造成的乱码\uff1b所列读法按同样的方式切断\uff0c都正好得到原文的乱码\uff0c但词语不足以断定是哪一种。"


def doubt_shifted(text: str, names: Sequence[str] = ()) -> Iterable[Doubt]:
    """The spots that were not restored but can be read."""
    spots = [found.start() for found in islice(SPOT.finditer(text), _MOST_SPOTS)]
    return list(_doubts(text, spots, lexicon_of(tuple(names)))) if spots else []


def _doubts(text: str, spots: Sequence[int], lexicon: Lexicon) -> Iterator[Doubt]:
    plain = is_traditional(text)
    done = 0
    for spot in spots:
        likely = _likely(text, spot, lexicon) if spot >= done else []
        if likely:
            done = max(reading.end for reading in likely)
            texts = [reading.text + text[reading.end : done] for reading in likely]
            shown = map(to_simplified, texts) if plain else texts
            yield Doubt(RULE, Span(spot, done), tuple(dict.fromkeys(shown)), _EVIDENCE)


def _likely(text: str, spot: int, lexicon: Lexicon) -> list[Reading]:
    """The readings with the fewest characters outside words, of those that explain the damage."""
    rough = sorted(_readings(text, spot, lexicon), key=lambda pair: pair[0])[:_MOST_WEIGHED]
    horizon = max((reading.end for _, reading in rough), default=0) + AROUND
    ranked = sorted(
        ((cost, order), reading)
        for order, (_, reading) in enumerate(rough)
        if (cost := _cost(text, spot, reading, horizon, lexicon)) is not None
        and is_proved(text, spot, reading)
    )
    return [reading for _, reading in ranked[:_MOST_SHOWN]]


def _readings(text: str, spot: int, lexicon: Lexicon) -> Iterator[tuple[int, Reading]]:
    """Readings with a rough measure of how they fit: neighbours that no word holds, guesses."""
    left = lexicon.simplify(text[max(0, spot - 1) : spot])
    around = numbers_around(text, spot)
    for trail, tail in tails_at(text, spot, lexicon):
        after = lexicon.simplify((tail.text + text[tail.end : tail.end + 1])[:1])
        for head in lexicon.by_trail.get(trail, ()):
            plain = lexicon.simplify(head)
            misfits = (
                plain not in lexicon.followers_of(left),
                after not in lexicon.followers.get(plain, frozenset()),
            )
            for reading in glossed(text, spot, behind(head, tail)):
                if fits_between(reading.text, around):
                    yield _roughly(reading, sum(misfits)), reading


def _roughly(reading: Reading, misfits: int) -> int:
    """How badly a reading fits at first sight; the number of a heading fits, and is no guess."""
    numbered = number_end(reading.text)
    guessed = sum(at >= numbered for at in reading.guessed)
    return guessed if numbered else misfits + guessed


def _cost(text: str, spot: int, reading: Reading, horizon: int, lexicon: Lexicon) -> int | None:
    """Characters outside words; None where the first one, or most of them, are."""
    left = text[max(0, spot - AROUND) : spot].rpartition("\n")[2]
    right = text[reading.end : horizon].partition("\n")[0]
    loose = lexicon.loose(lexicon.simplify(left + reading.text + right))
    own = [at for at in loose if 0 <= at - len(left) < len(reading.text)]
    too_loose = len(left) in own or 2 * len(own) > len(reading.text)
    return None if too_loose else len(loose) + len(reading.guessed)
