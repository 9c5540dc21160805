"""A shape that was never learnt is no silent error: with any one rule of reading off, its victims are doubted."""

from plan.made_plans import build
from plan.test_doubts import right_ones
from plan.test_made_plans import is_doubted
from shuangda_desktop.plan.duties import duties, units_list
from shuangda_desktop.plan.parse import parse
from shuangda_desktop.text.mapped import MappedText

PLAN = "shuangda_desktop.plan."
MADE = [build(seed) for seed in range(20, 60)]
RULES = {  # where a rule stands, and what the reader has instead of it
    "keys in lines": ("structure.passages.key_lines", lambda flat: []),
    "keys in brackets": ("duties.duties._labelled", lambda text: None),
    "verbs in brackets": ("duties.duties.read_verbs", lambda *_, **__: None),
    "titles in front": ("structure.items.heading_of", lambda *_: None),
    "names parted by and": ("duties.units_list._split_joint", lambda part: [part]),
    "halves of a name": ("duties.units_list._rejoin", lambda parts: parts),
    "numbers glued to words": ("parse.cut_lines", lambda lines: list(lines)),
    "brackets without verb": ("duties.clauses._stands_free", lambda flat, start, end: False),
}
FEWEST = 6  # victims, for a rule to count


def victims(monkeypatch, place, instead):
    """How many measures become wrong without a rule, and how many of them are doubted."""
    for cached in (duties.read_clause, units_list.split_units):
        cached.cache_clear()
    with monkeypatch.context() as patch:
        patch.setattr(PLAN + place, instead)
        read = [(made, parse(MappedText.of(made.text))) for made in MADE]
    for cached in (duties.read_clause, units_list.split_units):
        cached.cache_clear()
    wrong = [measure for made, plan in read for measure in wrong_ones(plan, right_ones(plan, made))]
    return len(wrong), sum(map(is_doubted, wrong))


def wrong_ones(plan, right):
    return [measure for at, measure in enumerate(plan.measures) if at not in right]


def test_with_any_one_rule_off_nearly_all_that_is_wrong_is_doubted(monkeypatch):
    counts = {name: victims(monkeypatch, *rule) for name, rule in RULES.items()}
    shares = {name: doubted / wrong for name, (wrong, doubted) in counts.items() if wrong >= FEWEST}
    assert len(shares) >= 7, counts
    assert sum(shares.values()) / len(shares) >= 0.9, counts
    assert min(shares.values()) >= 0.85, counts
