"""Every pattern that meets a foreign text is linear, also on text that was written to hold it up."""

import importlib
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
LEAST = 0.5  # less is a clock that stood still
MANY = 10  # passes, where the first ones seem slow
FAST = 0.004  # what takes no longer than this at 8,000 characters harms nobody


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


def seconds(pattern, subject, passes=1, clock=time.process_time):
    """The time of so many passes over a text, each with a match from its beginning."""
    started = clock()
    for _ in range(passes):
        for _match in pattern.finditer(subject):
            pass
        pattern.fullmatch(subject)
    return clock() - started


def ratio(pattern, piece):
    """Time at 8,000 characters over time at 4,000; 0 where both are next to nothing.

    What a quarter or a half of the text shows to be next to nothing even if it were quadratic is not
    timed further; there the clock on the wall is believed, which never shows too little. A clock may
    move in steps of a millisecond, and other work on the machine is no fault of a pattern: one that
    seems slow is timed again by turns, in so many passes that the steps are small.
    """
    long = (piece * 8000)[:8000]
    for part in (4, 2):
        short = long[: len(long) // part]
        if seconds(pattern, short, clock=time.perf_counter) * part**2 < FAST:
            return 0.0
    for passes in (1, 1, *[MANY] * 5):
        # twice: a pause in the short one would hide that the long one takes too long
        quickest = min(seconds(pattern, short, passes) for _ in range(2))
        least = max(quickest, FAST / 4 * passes)
        times = seconds(pattern, long, passes) / least
        if LEAST <= times <= MOST:
            break
    return times


@pytest.mark.slow
@pytest.mark.parametrize("package", PACKAGES)
def test_every_pattern_takes_twice_the_time_for_twice_the_text(package):
    slow = [
        (round(times, 1), name, piece)
        for pattern, name in patterns(package).items()
        for piece in PIECES
        if (times := ratio(pattern, piece)) > MOST
    ]
    assert not slow


def test_a_pattern_that_is_not_linear_is_noticed():
    assert ratio(re.compile("国*省"), "国") > MOST


def test_the_patterns_are_found():
    assert sum(len(patterns(package)) for package in PACKAGES) > 600
