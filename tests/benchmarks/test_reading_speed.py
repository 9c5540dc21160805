"""Reading a plan from bytes to stored rows, against OpenCC and one regular expression over its text."""

import pytest

from benchmarks.floors import cpu_seconds, plan_docx, reading_floor
from shuangda_desktop.plan.parse import parse
from shuangda_desktop.services.importing import Draft, keep_plan
from shuangda_desktop.sources import read_bytes
from shuangda_desktop.text.repair import repair

pytestmark = pytest.mark.slow


def draft_of(content: bytes, name: str) -> Draft:
    source = read_bytes(content, name)
    text = repair(source)
    return Draft(source, text, parse(text))


def test_importing_thirty_pages_costs_a_small_multiple_of_the_floor(store, now, capsys):
    files = (plan_docx(60, str(number)) for number in range(6))
    contents = iter(list(files))
    floor = cpu_seconds(reading_floor(60))
    cost = cpu_seconds(lambda: keep_plan(store, draft_of(next(contents), "a.docx"), now))
    with capsys.disabled():
        print(f"\nimport of 30 pages: {cost / floor:.1f} times the floor of {floor * 1000:.1f} ms")
    assert cost / floor < 60


def test_three_hundred_pages_cost_at_most_eleven_times_thirty(capsys):
    small, large = plan_docx(60), plan_docx(600)
    ratio = cpu_seconds(lambda: draft_of(large, "l.docx"), 3) / cpu_seconds(lambda: draft_of(small, "s.docx"), 3)
    with capsys.disabled():
        print(f"\nreading 300 pages: {ratio:.1f} times 30 pages")
    assert ratio < 11
