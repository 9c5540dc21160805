"""Plans of many fields, levels and kinds of damage are read as their answers say."""

import pytest

from plan.gold_plans import FOLDER, load, squeezed
from shuangda_desktop.plan.model import Severity
from shuangda_desktop.plan.parse import parse
from shuangda_desktop.text.punctuation import narrow
from shuangda_desktop.text.repair import repair
from shuangda_desktop.text.source import SourceText, blocks_of

PATHS = sorted(FOLDER.glob("*.txt"))
NAMES = [path.stem for path in PATHS]


def source(text):
    return SourceText(text, blocks_of(text), "plan.txt", "0", "txt")


@pytest.fixture(scope="module")
def read():
    """Each plan's answer with what was read of it."""
    plans = {path.stem: load(path) for path in PATHS}
    return {name: (gold, parse(repair(source(gold.text)))) for name, gold in plans.items()}


def told(measure):
    return {
        "text": squeezed(measure.text),
        "duties": {(narrow(duty.unit), duty.role.value) for duty in measure.duties},
        "deadlines": {deadline.due_on.isoformat() for deadline in measure.deadlines},
        "targets": {f"{t.operator}{t.value:g}{t.unit}" for t in measure.targets},
    }


@pytest.mark.parametrize("name", NAMES)
def test_the_head_is_read(name, read):
    gold, plan = read[name]
    found = {
        "title": squeezed(plan.title or ""),
        "number": plan.document_number or "",
        "issued": plan.issued_on.isoformat() if plan.issued_on else "",
        "year": str(plan.plan_year or ""),
        "level": plan.level.value if plan.level else "",
    }
    assert found == gold.head | {"title": squeezed(gold.head["title"])}


@pytest.mark.parametrize("name", NAMES)
def test_the_outline_is_read(name, read):
    gold, plan = read[name]
    assert [(s.level, narrow(s.label), narrow(s.heading)) for s in plan.sections] == gold.outline


@pytest.mark.parametrize("name", NAMES)
def test_the_measures_are_read(name, read):
    gold, plan = read[name]
    found = [told(measure) for measure in plan.measures]
    assert [
        f | {"targets": f["targets"] & g["targets"]}
        for f, g in zip(found, gold.measures, strict=False)
    ] == gold.measures
    assert len(found) == len(gold.measures)


def test_few_measures_are_doubted(read):
    measures = [measure for _, plan in read.values() for measure in plan.measures]
    doubted = [m for m in measures if any(f.severity is not Severity.HINT for f in m.findings)]
    assert len(doubted) <= len(measures) * 0.15
