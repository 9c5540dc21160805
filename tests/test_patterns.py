"""Every pattern that meets a foreign text is linear, also on text that was written to hold it up."""

import importlib
import pkgutil
import re
import time

import pytest

import shuangda_desktop
from shuangda_desktop import plan, sources, text

PIECES = (
    "国", "一", "1", "(", ")", "[", " ", "\t", "\n", "、", ",", ":", "-", "|", "年", "月", "《", "“", "市公安局",
    "责任单位:", "第一", "2023年", "3月", "(一)", "1.", "?", "。ǎ", "a.b@", "不少于1", "按职责分工", "和等", "责 任 ",
)  # fmt: skip
MOST = 2.5
FAST = 0.004  # what takes no longer than this at 8,000 characters harms nobody


def patterns():
    """Every compiled pattern in the modules of text, plan and sources, by where it stands."""
    found = {}
    for package in (text, plan, sources):
        for info in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
            for name, value in vars(importlib.import_module(info.name)).items():
                values = value.values() if isinstance(value, dict) else value
                many = values if isinstance(value, (dict, tuple, list)) else (value,)
                for at, each in enumerate(many):
                    candidates = each if isinstance(each, tuple) else (each,)
                    found |= {
                        f"{info.name.removeprefix(shuangda_desktop.__name__)}.{name}.{at}": pattern
                        for pattern in candidates
                        if isinstance(pattern, re.Pattern) and isinstance(pattern.pattern, str)
                    }
    return found


def seconds(pattern, subject, rounds=3):
    """The least time of a pass over a text, and of a match from its beginning."""
    times = []
    for _ in range(rounds):
        started = time.process_time()
        for _match in pattern.finditer(subject):
            pass
        pattern.fullmatch(subject)
        times.append(time.process_time() - started)
    return min(times)


def ratio(pattern, piece):
    """Time at 8,000 characters over time at 4,000; 0 where both are next to nothing.

    One that seems slow is timed again, both lengths by turns: other work on the machine is no fault of it.
    """
    long = (piece * 8000)[:8000]
    if seconds(pattern, long[:2000], 1) * 16 < FAST or seconds(pattern, long, 1) < FAST:
        return 0.0
    for rounds in (2, 3, 5, 9):
        short = max(seconds(pattern, long[:4000], rounds), FAST / 4)  # a clock may show none at all
        times = seconds(pattern, long, rounds) / short
        if times <= MOST:
            break
    return times


@pytest.mark.slow
def test_every_pattern_takes_twice_the_time_for_twice_the_text():
    slow = [
        (round(times, 1), name, piece)
        for name, pattern in patterns().items()
        for piece in PIECES
        if (times := ratio(pattern, piece)) > MOST
    ]
    assert not slow


def test_the_patterns_are_found():
    assert len(patterns()) > 150
