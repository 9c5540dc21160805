"""Returned forms, read and shown as a difference, against a library that only opens them."""

import io
import random
import time
from pathlib import Path

import openpyxl
import pytest

from services.city import MARCH, found_city
from services.filling import Form
from shuangda_desktop.services.rounds import collecting, sending
from shuangda_desktop.store.database import open_store
from shuangda_desktop.tasks.returns.batch import figures

pytestmark = pytest.mark.slow

UNITS = 25
MOST_SECONDS = 5.0
MOST_RATIO = 2.0  # of what openpyxl takes to open the same files and look at every cell


@pytest.fixture(scope="module")
def filled(tmp_path_factory, moment) -> tuple[collecting.Known, list[Path]]:
    """25 forms of twelve tasks each, filled."""
    folder = tmp_path_factory.mktemp("returns")
    chance = random.Random(1)
    with open_store(":memory:", moment) as store:
        found_city(store, moment, UNITS, 12)
        mailing = sending.gather_mailing(store, MARCH, moment.date())
        written = sending.write_mailing(mailing, folder)
        paths = []
        for one in written:
            if one.unit:
                form = Form(one.path)
                form.fill(chance)
                paths.append(form.save(one.path))
        return collecting.gather_known(store, MARCH), paths


def opened(paths: list[Path]) -> int:
    """The floor: every cell of every file, by the library that most programs use."""
    count = 0
    for path in paths:
        book = openpyxl.load_workbook(io.BytesIO(path.read_bytes()))
        count += sum(cell.value is not None for row in book.worksheets[0] for cell in row)
    return count


def test_25_returned_files_are_a_difference_in_under_five_seconds(filled):
    known, paths = filled
    assert len(paths) == UNITS
    started = time.perf_counter()
    assert opened(paths) > UNITS * 100
    floor = time.perf_counter() - started
    times = []
    for _ in range(3):
        started = time.perf_counter()
        batch = collecting.read_files(known, paths)
        times.append(time.perf_counter() - started)
    spent = min(times)
    found = figures(batch.returns)
    assert (found.units, found.asking, found.clashing) == (UNITS, 0, 0)
    assert found.new > UNITS * 40
    print(f"\n{UNITS} returned files: {spent * 1000:.0f} ms, floor {floor * 1000:.0f} ms")
    assert spent < MOST_SECONDS
    assert spent < floor * MOST_RATIO
