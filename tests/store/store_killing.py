"""A process that is killed: forked, so that what it does begins at once and not with starting Python."""

import os
import signal
import time
from collections.abc import Callable
from random import Random

import pytest

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


def killed(work: Callable[[int], None], wait: Callable[[int], object]) -> tuple[str, int]:
    """What a child process had written to its pipe when it was killed, and how it ended."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(reading)
            work(writing)
        finally:
            os._exit(1)
    os.close(writing)
    wait(reading)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    with os.fdopen(reading) as pipe:
        return pipe.read(), status


def some_time_after_the_first_word(chance: Random, most: float) -> Callable[[int], None]:
    """Wait for the first byte from the pipe, then for a moment that nobody can foresee."""

    def wait(reading: int) -> None:
        os.read(reading, 1)
        time.sleep(chance.uniform(0.0005, most))

    return wait
