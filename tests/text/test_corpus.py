"""The repairs over real plans, where the folder with them lies beside the project."""

import json
import time
import unicodedata
from pathlib import Path

import pytest

from shuangda_desktop.text.mapped import Span
from shuangda_desktop.text.punctuation import widen
from shuangda_desktop.text.repair import repair
from shuangda_desktop.text.source import SourceText, blocks_of

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
PLANS = sorted((CORPUS / "plans").glob("*.txt"))
CLEAN = [
    p
    for p in PLANS
    if "--" not in p.stem
    and p.stem.split("-")[0] in {"consumption", "employment", "farm", "incentives"}
]

pytestmark = pytest.mark.skipif(not PLANS, reason="the folder with real plans is not there")


def source(raw):
    return SourceText(raw, blocks_of(raw), "", "", "text")


def folded(text):
    """The letters, digits and Han of a text, in one width."""
    return "".join(
        c
        for c in unicodedata.normalize("NFKC", text)
        if unicodedata.category(c)[0] in "LN" or c == "%"
    )


@pytest.mark.parametrize("plan", PLANS, ids=lambda p: p.stem)
@pytest.mark.parametrize("change", [str, widen], ids=["as it is", "widened"])
def test_every_measure_stands_whole_in_the_repaired_text(plan, change):
    gold = json.loads((CORPUS / "gold" / f"{plan.stem}.json").read_text("utf-8"))
    text = folded(repair(source(change(plan.read_text("utf-8")))).text)
    assert [m["text"] for m in gold["measures"] if folded(m["text"]) not in text] == []


@pytest.mark.parametrize("plan", PLANS, ids=lambda p: p.stem)
def test_every_repair_of_a_plan_can_be_undone(plan):
    raw = plan.read_text("utf-8")
    text = repair(source(raw))
    keys = frozenset((r.rule, r.span.start) for r in text.repairs)
    assert repair(source(raw), keys).text == raw
    assert text.to_raw(Span(0, len(text.text))).end <= len(raw)


@pytest.mark.parametrize("plan", CLEAN, ids=lambda p: p.stem)
def test_a_clean_plan_is_not_touched(plan):
    assert repair(source(plan.read_text("utf-8"))).repairs == ()


@pytest.mark.parametrize("plan", PLANS, ids=lambda p: p.stem)
def test_a_plan_is_repaired_before_the_clerk_looks_up(plan):
    text = source(plan.read_text("utf-8"))
    repair(text)  # tables are made once
    started = time.process_time()
    repair(text)
    assert time.process_time() - started < 0.5
