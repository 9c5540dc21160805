"""No silent errors: of the measures that damage makes wrong nearly all are doubted, of the right ones few."""

import random
from collections import Counter
from difflib import SequenceMatcher

import pytest

from plan.damages import DAMAGES, FIGURES
from plan.gold_plans import FOLDER, load
from plan.made_plans import build
from plan.test_made_plans import found, is_doubted, wanted
from plan.test_rules_off import said as all_said
from plan.test_rules_off import unlike
from shuangda_desktop.plan.parse import parse
from shuangda_desktop.text.repair import repair
from shuangda_desktop.text.source import SourceText, blocks_of

SEEDS = range(5000, 5036)
TURNS = 3  # each damage to each plan


def read(text):
    return parse(repair(SourceText(text, blocks_of(text), "plan.txt", "0", "txt")))


def hashable(measures):
    return [(words, frozenset(duties)) for words, duties in measures]


def right_ones(plan, made):
    """The places of the measures that are as they were made, in order."""
    read_as = hashable(map(found, plan.measures))
    blocks = SequenceMatcher(None, read_as, hashable(wanted(made)), autojunk=False)
    return {
        at for block in blocks.get_matching_blocks() for at in range(block.a, block.a + block.size)
    }


@pytest.fixture(scope="module")
def counts():
    """How many measures are right and wrong, and how many of each are doubted."""
    found_so: Counter[tuple[str, bool]] = Counter()
    for seed in SEEDS:
        made = build(seed)
        for spoil in DAMAGES:
            text = spoil(random.Random(f"{seed} {spoil.__name__}"), made.text)
            if text is None:
                continue
            plan = read(text)
            right = right_ones(plan, made)
            for at, measure in enumerate(plan.measures):
                found_so["right" if at in right else "wrong", is_doubted(measure)] += 1
    return found_so


def share(counts, kind):
    return counts[kind, True] / (counts[kind, True] + counts[kind, False])


def test_nearly_all_wrong_measures_are_doubted(counts):
    assert counts["wrong", True] + counts["wrong", False] >= 100
    assert share(counts, "wrong") >= 0.9, counts


def test_few_right_measures_are_doubted(counts):
    assert share(counts, "right") <= 0.1, counts


def test_nearly_all_that_goes_wrong_where_figures_and_keys_are_damaged_is_doubted():
    """The measures of whole plans, with their dates and targets; what the whole text says is the answer."""
    wrong = []
    for path in sorted(FOLDER.glob("*.txt")):
        text = load(path).text
        answer = [*map(all_said, read(text).measures)]
        for spoil in FIGURES:
            for turn in range(TURNS):
                hurt = spoil(random.Random(f"{path.stem} {spoil.__name__} {turn}"), text)
                if hurt:
                    wrong += [(spoil.__name__, one) for one in unlike(read(hurt).measures, answer)]
    silent = Counter(kind for kind, one in wrong if not is_doubted(one))
    assert len(wrong) >= 100
    assert silent.total() <= 0.1 * len(wrong), (len(wrong), silent)


@pytest.mark.parametrize(
    ("clause", "doubted"),
    [
        ("责任单位:市公安局牵头,市商务局配合", False),
        ("责任单位:牵头:市公安局;配合:市商务局", False),
        ("责任单位:市公安局;配合单位:9月底前", True),
    ],
)
def test_a_key_whose_value_tells_the_roles_is_read_whole(clause, doubted, plan_of):
    plan = plan_of(f"一、查办案件。依法查办假酒案件。\n{clause}")
    found = [finding.code for finding in plan.measures[0].findings]
    assert ("half-read" in found) is doubted
