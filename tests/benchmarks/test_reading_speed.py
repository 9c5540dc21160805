"""Reading a plan from bytes to stored rows, against OpenCC and one lexer over its text.

Measured by turns: a floor of 5.3 ms for 30 pages (22,000 Traditional characters, 600 figures and 360 times);
reading the file 0.85 floors, repair 1.0, keeping 1.4 with the permanent record, the undo log and the search
index, parsing 6.0 to 7.2, each new check costs some: 10 to 12 floors, where it was 28 once, then 14.6. The goal is 3.
The machine that checks every change measured 12.67: the bound is above that, not above ours.
What is left of parsing is one look at each figure and each time after the other, 45,000 calls.
Thirty pages of the sample, damaged as web pages are and with 270 measures as short as real ones, cost 19 to 21
floors (repair 5, parsing 14, the most of it by the measure, not by the character): 22 to 23 before.
300 pages cost 9.1 times 30 pages while they hold 10.3 times as many characters; the collector has 3 % of it.
"""

import pytest

from benchmarks.floors import (
    cpu_seconds_in_turn,
    floor_of,
    ordinary_text,
    plan_docx,
    reading_floor,
)
from shuangda_desktop.plan.parse import parse
from shuangda_desktop.services.reading.importing import Draft, keep_plan
from shuangda_desktop.sources import read_bytes
from shuangda_desktop.text.repair import repair

pytestmark = pytest.mark.slow


def draft_of(content: bytes, name: str) -> Draft:
    source = read_bytes(content, name)
    text = repair(source)
    return Draft(source, text, parse(text))


def test_importing_thirty_pages_costs_a_small_multiple_of_the_floor(store, now, capsys):
    contents = iter([plan_docx(60, str(number)) for number in range(10)])  # a round takes a new one
    floor, cost = cpu_seconds_in_turn(
        reading_floor(60), lambda: keep_plan(store, draft_of(next(contents), "a.docx"), now)
    )
    with capsys.disabled():
        print(f"\nimport of 30 pages: {cost / floor:.1f} times the floor of {floor * 1000:.1f} ms")
    assert cost / floor < 16


def test_repairing_thirty_pages_costs_about_one_floor(capsys):
    source = read_bytes(plan_docx(60), "a.docx")
    floor, cost = cpu_seconds_in_turn(reading_floor(60), lambda: repair(source))
    with capsys.disabled():
        print(f"\nrepair of 30 pages: {cost / floor:.1f} times the floor")
    assert cost / floor < 1.4


def test_reading_thirty_pages_of_an_ordinary_plan(capsys):
    text = ordinary_text(7)
    content = text.encode()
    floor, cost = cpu_seconds_in_turn(floor_of(text), lambda: draft_of(content, "a.txt"), 7)
    with capsys.disabled():
        print(f"\nreading 30 pages of short measures: {cost / floor:.1f} times the floor")
    assert cost / floor < 28


def test_three_hundred_pages_cost_less_than_eleven_times_thirty(capsys):
    small, large = plan_docx(60), plan_docx(600)
    few, many = cpu_seconds_in_turn(
        lambda: draft_of(small, "s.docx"), lambda: draft_of(large, "l.docx"), 5
    )
    with capsys.disabled():
        print(f"\nreading 300 pages: {many / few:.1f} times 30 pages")
    assert many / few < 11
