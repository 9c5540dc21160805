"""Reading a plan from bytes to stored rows, against OpenCC and one lexer over its text.

Measured by turns: a floor of 5.3 ms for 30 pages (22,000 Traditional characters, 600 figures and 360 times).
Importing them costs 10 to 12 floors, where it was 28 once: 9.0 to 9.3 when its parts were measured, and what was
read more since has its price. The goal is 3. It went into

    reading the file    0.8    parsing the container and the document
    repair              0.8    a third of it OpenCC
    lines, items        1.6    numbers, headings, clauses: 67 lines and items
    deadlines           0.8    two microseconds for each pattern of each of 360 times
    targets             1.3    twelve microseconds for each of 600 figures; a fifth of it patterns
    other words         0.3
    checks              1.8    25 of them; bounds of targets 0.4, duties 0.4, figures 0.2
    keeping             1.3    rows 0.6 (JSON 0.2), search index 0.3, the permanent record and undo

and 0.4 because parts of it drive each other out of the processor's memory: one check, one kind of times goes
through all measures at a time therefore. Of parsing a third is in patterns; the rest are 100,000 calls.
The machine that checks every change measures a fifth to a quarter more than ours: the bounds are above that.
Thirty pages of the sample, damaged as web pages are and with 270 measures as short as real ones, cost 24 to 26
floors now, 17 to 18 then (repair 4, parsing 12, the most of it by the measure, not by the character): 20 to 21 before.
300 pages cost 8.3 to 9.1 times 30 pages while they hold 10.3 times as many characters; the collector has 3 % of it.
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
    assert cost / floor < 1.3


def test_reading_thirty_pages_of_an_ordinary_plan(capsys):
    text = ordinary_text(7)
    content = text.encode()
    floor, cost = cpu_seconds_in_turn(floor_of(text), lambda: draft_of(content, "a.txt"), 7)
    with capsys.disabled():
        print(f"\nreading 30 pages of short measures: {cost / floor:.1f} times the floor")
    assert cost / floor < 30


def test_three_hundred_pages_cost_less_than_eleven_times_thirty(capsys):
    small, large = plan_docx(60), plan_docx(600)
    tens, many = cpu_seconds_in_turn(  # ten small ones last as long: one alone varies by a half
        lambda: [draft_of(small, "s.docx") for _ in range(10)],
        lambda: draft_of(large, "l.docx"),
        5,
    )
    with capsys.disabled():
        print(f"\nreading 300 pages: {10 * many / tens:.1f} times 30 pages")
    assert 10 * many / tens < 11
