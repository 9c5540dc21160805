"""The reader over the collected plans, where the folder is at hand; it is data for trying only."""

import json
import os
from pathlib import Path

import pytest

from shuangda_desktop.plan.parse import parse
from shuangda_desktop.text.mapped import Edit, Span
from shuangda_desktop.text.repair import repair
from shuangda_desktop.text.source import SourceText, blocks_of

CORPUS = Path(os.environ.get("SHUANGDA_CORPUS", Path(__file__).parents[3] / "shared" / "corpus"))
NAMES = sorted(path.stem for path in (CORPUS / "gold").glob("*.json"))
pytestmark = pytest.mark.skipif(not NAMES, reason="the folder of collected plans is not here")


@pytest.fixture(params=NAMES or ["none"], scope="module")
def pair(request):
    """A plan as read and its annotated answer."""
    raw = (CORPUS / "plans" / f"{request.param}.txt").read_text("utf-8")
    text = repair(SourceText(raw, blocks_of(raw), request.param, "", "txt", "utf-8"))
    gold = json.loads((CORPUS / "gold" / f"{request.param}.json").read_text("utf-8"))
    return raw, text, parse(text), gold


def test_header_is_right(pair):
    _, _, plan, gold = pair
    assert plan.plan_year == gold["plan_year"]
    assert (plan.issued_on and plan.issued_on.isoformat()) == gold["issued_on"]
    assert (plan.level and plan.level.value) == gold["level"]
    assert plan.document_number == gold["document_number"]


def test_outline_and_number_of_measures_are_right(pair):
    _, _, plan, gold = pair
    assert [(s.level, s.label) for s in plan.sections] == [
        (item["level"], item["label"]) for item in gold["outline"]
    ]
    assert len(plan.measures) == pytest.approx(len(gold["measures"]), abs=1)


def test_spans_cover_words_and_clauses(pair):
    raw, _, plan, _ = pair
    for measure in plan.measures:
        covered = raw[measure.span.start : measure.span.end]
        assert covered or not measure.text
        assert len(covered) >= len(measure.text) * 0.8


def test_few_measures_are_doubted(pair):
    _, _, plan, _ = pair
    doubted = [m for m in plan.measures if any(f.severity != "hint" for f in m.findings)]
    assert len(plan.measures) < 20 or len(doubted) <= len(plan.measures) * 0.2


def test_both_widths_read_the_same(pair):
    _, text, plan, _ = pair
    marks = [(at, char) for at, char in enumerate(text.text) if char in ",:;!()%"]
    edits = [Edit(Span(at, at + 1), chr(ord(char) + 0xFEE0), "wide") for at, char in marks]
    twin = parse(text.apply(edits))
    assert [(m.span, len(m.duties)) for m in twin.measures] == [
        (m.span, len(m.duties)) for m in plan.measures
    ]
