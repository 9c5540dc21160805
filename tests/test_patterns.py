"""Every pattern that meets a foreign text is linear, also on text that was written to hold it up."""

import importlib
import itertools
import pkgutil
import re
import time

import pytest

import shuangda_desktop
from shuangda_desktop import plan, sources, text

PACKAGES = (text, plan, sources)
PIECES = (
    "国", "一", "1", "(", ")", "[", " ", "\t", "\n", "、", ",", ":", "-", "|", "年", "月", "《", "“", "市公安局",
    "责任单位:", "第一", "2023年", "3月", "(一)", "1.", "?", "。ǎ", "a.b@", "不少于1", "按职责分工", "和等", "责 任 ",
)  # fmt: skip
MOST = 2.5
FAST = 0.004  # what takes no longer than this at 8,000 characters harms nobody
HELD_UP = 0.5  # seconds for 8,000 characters, which no linear pattern takes
CALM = 10  # times as long for 4,000 characters as for 500: what MOST allows between 4,000 and 8,000 shows more
SHORTS = 3  # timings of the shorter text for one of the longer: its least is what counts
LOOKS = 3  # turns of timing at 500 and 4,000 characters
TURNS = 20  # of timing, where a pattern seems slow
DOUBLINGS = 3  # of the text, where it still seems slow: 1,000 to 8,000 characters
TRIES = 4
LINEAR = re.compile("[^:]{2,12}?:(?=[^:]{15})")


def patterns(package):
    """Every compiled pattern in the modules of a package, with a place where it stands."""
    found = {}
    for info in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        for name, value in vars(importlib.import_module(info.name)).items():
            values = value.values() if isinstance(value, dict) else value
            many = values if isinstance(value, (dict, tuple, list)) else (value,)
            for at, each in enumerate(many):
                candidates = each if isinstance(each, tuple) else (each,)
                found |= {
                    pattern: f"{info.name.removeprefix(shuangda_desktop.__name__)}.{name}.{at}"
                    for pattern in candidates
                    if isinstance(pattern, re.Pattern) and isinstance(pattern.pattern, str)
                }
    return found


def seconds(pattern, subject, clock=time.perf_counter):
    """The time of a pass over a text and of a match from its beginning.

    By the wall's clock: on some machines the processor's stands still for 4 to 16 ms, and a text then
    costs nothing.
    """
    started = clock()
    for _match in pattern.finditer(subject):
        pass
    pattern.fullmatch(subject)
    return clock() - started


def growth(pattern, short, long, most, turns=TURNS, **timing):
    """The time for a long text over that for a short one.

    They are timed by turns and the quickest of each is kept: other work on the machine only ever adds.
    """
    shorts, longs = [], []
    for _ in range(turns):
        shorts += [seconds(pattern, short, **timing) for _ in range(SHORTS)]
        longs.append(seconds(pattern, long, **timing))
        if min(longs) > HELD_UP or min(longs) <= min(shorts) * most:
            break
    return min(longs) / max(min(shorts), 1e-9)


def ratio(pattern, piece):
    """Time at 8,000 characters over time at 4,000; 0 where that, or its growth before, is next to nothing.

    What an eighth or a quarter of the text shows to be next to nothing even if it were quadratic is not
    timed further, and neither is what grows so little up to 4,000 characters that no quadratic share of
    it could be seen at 8,000. Where a busy machine lets a pattern seem slow, three doublings tell.
    """
    long = (piece * 8000)[:8000]
    if any(seconds(pattern, long[: len(long) // part]) * part**2 < FAST for part in (8, 4)):
        return 0.0
    half = long[: len(long) // 2]
    if growth(pattern, half[: len(half) >> DOUBLINGS], half, CALM, LOOKS) <= CALM:
        return 0.0
    times = growth(pattern, half, long, MOST)
    sure = times <= MOST or seconds(pattern, long) > HELD_UP
    return times if sure else by_doublings(pattern, long)


def by_doublings(pattern, long, clock=time.perf_counter):
    """How many times as long a doubling takes, of three.

    A linear pattern takes 8 times as long for 8,000 characters as for 1,000, a quadratic one 64 times.
    """
    short = long[: len(long) >> DOUBLINGS]
    most = MOST**DOUBLINGS
    return growth(pattern, short, long, most, clock=clock) ** (1 / DOUBLINGS)


def slow(pairs):
    """The patterns and pieces that seem slow each time they are timed; a machine may be slow for a while."""
    for _ in range(TRIES):
        pairs = [(*pair[:3], times) for pair in pairs if (times := ratio(pair[0], pair[2])) > MOST]
    return pairs


@pytest.mark.slow
@pytest.mark.parametrize("package", PACKAGES)
def test_every_pattern_takes_twice_the_time_for_twice_the_text(package):
    found = patterns(package).items()
    seem = slow([(pattern, name, piece) for pattern, name in found for piece in PIECES])
    assert not [(round(times, 1), name, piece) for _, name, piece, times in seem]


def test_a_pattern_that_is_not_linear_is_noticed():
    assert ratio(re.compile("国*省"), "国") > MOST


def test_a_machine_that_stands_still_at_times_does_not_make_a_linear_pattern_slow():
    still = itertools.cycle([0.0] * 12 + [0.05])
    lost = itertools.accumulate(still)
    assert by_doublings(LINEAR, "国" * 8000, lambda: time.perf_counter() + next(lost)) <= MOST


def test_the_patterns_are_found():
    assert sum(len(patterns(package)) for package in PACKAGES) > 600
