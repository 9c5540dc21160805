"""Whole plans of many shapes are read as their kept dumps say; SHUANGDA_UPDATE_GOLDEN=1 writes them."""

import os
from pathlib import Path

import pytest

from plan import whole_plans
from plan.telling import dump
from shuangda_desktop.plan.model import Severity
from shuangda_desktop.plan.parse import parse
from shuangda_desktop.text.mapped import MappedText
from shuangda_desktop.text.punctuation import widen

GOLDEN = Path(__file__).parents[1] / "golden"
NAMES = sorted(name for name in vars(whole_plans) if name.isupper())
UPDATE = "SHUANGDA_UPDATE_GOLDEN"


def read(text):
    return parse(MappedText.of(text))


@pytest.mark.parametrize("name", NAMES)
def test_a_plan_is_read_as_its_kept_dump_says(name):
    path = GOLDEN / f"{name.lower().replace('_', '-')}.plan.txt"
    told = dump(read(getattr(whole_plans, name))) + "\n"
    if os.environ.get(UPDATE):
        path.write_text(told, "utf-8")
    assert told == path.read_text("utf-8")


@pytest.mark.parametrize("name", [name for name in NAMES if name != "DAMAGED"])
def test_the_wide_twin_is_read_the_same(name):
    text = getattr(whole_plans, name)
    assert dump(read(widen(text))) == dump(read(text))


@pytest.mark.parametrize("name", NAMES)
def test_spans_cover_words_and_clauses(name):
    text = getattr(whole_plans, name)
    for measure in read(text).measures:
        covered = text[measure.span.start : measure.span.end]
        assert measure.text[:3] in covered
        for duty in measure.duties:
            assert duty.unit[-3:] in covered


@pytest.mark.parametrize("name", NAMES)
def test_titles_are_short_and_from_the_plan(name):
    text = getattr(whole_plans, name)
    for measure in read(text).measures:
        assert 0 < len(measure.title) <= 60
        assert measure.title in text


def test_good_plans_have_few_doubts():
    measures = [
        measure
        for name in NAMES
        if name != "DAMAGED"
        for measure in read(getattr(whole_plans, name)).measures
    ]
    doubted = [m for m in measures if any(f.severity is not Severity.HINT for f in m.findings)]
    assert len(doubted) <= len(measures) * 0.25


def test_every_fault_of_the_damaged_plan_is_told():
    plan = read(whole_plans.DAMAGED)
    assert all(measure.findings for measure in plan.measures)
    doubted = [any(f.severity is Severity.DOUBT for f in m.findings) for m in plan.measures]
    assert doubted == [True, False, True, True, True]  # the second is told plainly enough
