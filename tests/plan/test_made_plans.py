"""Plans made by chance are read as they were made: head, outline, measures and duties."""

from collections import Counter

import pytest

from plan.made_plans import build
from shuangda_desktop.plan.model import Severity
from shuangda_desktop.plan.parse import parse
from shuangda_desktop.text.mapped import MappedText
from shuangda_desktop.text.punctuation import narrow

SEEDS = range(240)


@pytest.fixture(scope="module")
def pairs():
    """Each made plan with what was read of it."""
    made = [build(seed) for seed in SEEDS]
    return [(plan, parse(MappedText.of(plan.text))) for plan in made]


def folded(text):
    """The letters and digits of a text."""
    return "".join(char for char in narrow(text) if char.isalnum())


def wanted(made):
    """The measures a plan was made of."""
    return [
        (folded(words), {(folded(unit), role) for unit, role in duties})
        for words, duties in made.measures
    ]


def found(measure):
    """A measure as read, in the form of those that were made."""
    return folded(measure.text), {(folded(d.unit), d.role.value) for d in measure.duties}


def is_doubted(measure):
    """Whether a measure carries more than hints."""
    return any(finding.severity is not Severity.HINT for finding in measure.findings)


def test_the_heads_are_read(pairs):
    for made, plan in pairs:
        assert narrow(plan.title or "") == narrow(made.title), made.text
        assert plan.plan_year == made.year
        assert plan.document_number == made.number, made.text
        assert made.level in (None, plan.level and plan.level.value)


def test_the_outlines_are_read(pairs):
    for made, plan in pairs:
        assert [narrow(section.label) for section in plan.sections] == made.labels, made.text


def test_the_measures_are_read(pairs):
    for made, plan in pairs:
        assert [found(measure) for measure in plan.measures] == wanted(made), made.text


def test_few_measures_are_doubted_and_only_for_what_is_doubtful(pairs):
    measures = [measure for _, plan in pairs for measure in plan.measures]
    assert sum(map(is_doubted, measures)) <= len(measures) * 0.04


def test_all_shapes_are_made(pairs):
    features = Counter(feature for made, _ in pairs for feature in made.features)
    assert len(features) >= 40
    assert min(features.values()) >= 3
