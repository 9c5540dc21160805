"""A shape that was never learnt is no silent error: with any one rule of reading off, its victims are doubted.

What the whole reader says of a plan is the answer, for other tests hold it right. The plans: those of
many fields and damages, whole plans, shapes learnt one by one, plans made by chance.
"""

import re
from difflib import SequenceMatcher

import pytest

from plan import learnt_shapes, whole_plans
from plan.gold_plans import FOLDER, load
from plan.made_plans import build
from plan.test_made_plans import folded, is_doubted
from shuangda_desktop.plan.duties import duties, units_list
from shuangda_desktop.plan.measures import deadlines, due_days
from shuangda_desktop.plan.parse import parse
from shuangda_desktop.text.mapped import MappedText
from shuangda_desktop.text.repair import repair
from shuangda_desktop.text.source import SourceText, blocks_of

PLAN = "shuangda_desktop.plan."
READ_DAY = deadlines._deadline
NEVER = re.compile("(?!)")
FEWEST, ENOUGH = 4, 16  # victims, for a rule to count; more are not looked for
SHAPES = ("MARKS", "NAME_LINES", "DEFAULT", "PROBLEMS", "BY_NUMBER", "OF_ABOVE", "DITTO", "CARDS", "BY_COLON", "TIMES", "AIMS")  # fmt: skip


def no_day(*kinds):
    """A reader of days that knows none of these kinds."""
    return lambda match, read, *rest: None if read in kinds else READ_DAY(match, read, *rest)


def nothing(*_, **__):
    return None


def none_of_them(*_, **__):
    return ()


def as_they_are(first, *_):
    return first


RULES = {  # where a rule stands, and what the reader has instead of it
    "keys in lines": ("structure.passages.key_lines", lambda flat: []),
    "keys in brackets": ("duties.duties._labelled", nothing),
    "verbs in brackets": ("duties.duties.read_verbs", nothing),
    "brackets of other shapes": ("structure.brackets._ANY", re.compile("[()]")),
    "brackets without verb": ("duties.clauses._stands_free", lambda flat, start, end: False),
    "titles in front": ("structure.items.heading_of", nothing),
    "titles before a body": ("structure.headings._before_body", nothing),
    "names parted by and": ("duties.units_list._split_joint", lambda part: [part]),
    "halves of a name": ("duties.units_list._rejoin", as_they_are),
    "tails of lists": ("duties.units_list._ETC", NEVER),
    "inherited prefixes": ("duties.verbs.inherit", lambda names, inherited="": tuple(names)),
    "scopes": ("duties.duties._scope", lambda before: ""),
    "dittos": ("duties.clauses.read_ditto", nothing),
    "numbers glued to words": ("parse.cut_lines", list),
    "days": ("measures.deadlines._deadline", no_day(due_days.day_of)),
    "months": ("measures.deadlines._deadline", no_day(due_days.month_of)),
    "ends of years": ("measures.deadlines._deadline", no_day(due_days.year_end_of)),
    "quarters": ("measures.deadlines._deadline", no_day(due_days.quarter_of, due_days.half_of)),
    "ranges of days": ("measures.deadlines._deadline", no_day(due_days.range_end_of)),
    "days from the issue": ("measures.deadlines._deadline", no_day(due_days.day_after_issue)),
    "days behind keys": ("measures.measures.keyed_deadlines", none_of_them),
    "rhythms": ("measures.measures.find_recurrences", none_of_them),
    "bounds": ("measures.targets.operator_of", lambda match: "="),
    "bare counts": ("measures.targets.is_counted", lambda match, clause: False),
    "counts in Chinese": ("measures.targets.worded_targets", none_of_them),
    "limits of time": ("measures.targets._TIME_LIMIT", NEVER),
    "closing duties": ("structure.items.closing_duties", lambda flat, body: ((), False)),
    "clauses of groups": ("parse.spread", nothing),
    "clauses behind rows": ("duties.spread._spread_back", nothing),
    "the first leads": ("parse.apply_order_rules", nothing),
    "units told for all": ("parse.default_in", nothing),
    "marks of roles": ("parse.with_signs", as_they_are),
    "lines of names": ("parse.with_name_lines", list),
    "duties by number": ("structure.passages.told_by_number", none_of_them),
    "duties of those above": ("structure.passages.told_of_above", lambda line: ((), 0)),
    "values over lines": ("structure.passages._is_value", lambda key, line: False),
    "tables": ("structure.frame.table_end", lambda lines, at: at),
    "cards": ("tables.tables.cards_end", lambda lines, at, *_: at),
    "signatures": ("structure.frame._DATED", NEVER),
    "annexes": ("structure.frame._ANNEX", NEVER),
    "lists of copies": ("structure.frame._COPY", NEVER),
}
SIGNS = {  # what a plan holds that a rule has to do with; none is read in vain
    "dittos": "同",
    "names parted by and": "[及和与]",
    "halves of a name": "、",
    "tails of lists": "等",
    "quarters": "季度|半年",
    "days from the issue": "之日起",
    "days behind keys": "时限|期限|时间|节点",
    "counts in Chinese": "[少低]于[一二两三四五]|至少[一二两三四五]|[一二两三四五].以上",
    "limits of time": "[缩减控]",
    "the first leads": "第一|首位|排",
    "units told for all": "以下|未明确|其他|各项",
    "marks of roles": "[*\u2605\u25cf#]",
    "duties by number": "第\\d",
    "duties of those above": "以上|上述",
    "cards": "任务",
    "ranges of days": "[-\u2014~至到]",
    "annexes": "附",
    "lists of copies": "[抄主][送报]",
}


def said(measure):
    """All that a measure says, so that two readings can be compared."""
    return (
        folded(measure.text),
        frozenset((duty.unit, duty.role, duty.scope) for duty in measure.duties),
        frozenset(deadline.due_on for deadline in measure.deadlines),
        frozenset((target.operator, target.value, target.unit) for target in measure.targets),
        frozenset(recurrence.every for recurrence in measure.recurrences),
    )


def texts():
    for path in sorted(FOLDER.glob("*.txt")):
        text = load(path).text
        yield repair(SourceText(text, blocks_of(text), "plan.txt", "0", "txt"))
    whole = sorted(name for name in vars(whole_plans) if name.isupper())
    yield from (MappedText.of(getattr(whole_plans, name)) for name in whole)
    yield from (MappedText.of(getattr(learnt_shapes, name)) for name in SHAPES)
    yield from (MappedText.of(build(seed).text) for seed in range(20, 36))


@pytest.fixture(scope="module")
def answers():
    """Each text with what the whole reader says."""
    return [(text, [*map(said, parse(text).measures)]) for text in texts()]


def forget():
    for cached in (duties.read_clause, units_list.split_units):
        cached.cache_clear()


def victims(monkeypatch, answers, name):
    """How many measures are read otherwise without a rule, and how many of them are doubted."""
    forget()
    wrong = []
    place, instead = RULES[name]
    with monkeypatch.context() as patch:
        patch.setattr(PLAN + place, instead)
        for text, answer in answers:
            if not re.search(SIGNS.get(name, ""), text.text):
                continue
            wrong += unlike(parse(text).measures, answer)
            if len(wrong) >= ENOUGH:
                break
    forget()
    return len(wrong), sum(map(is_doubted, wrong))


def unlike(measures, answer):
    """The measures that are not, in order, those of an answer."""
    blocks = SequenceMatcher(None, [*map(said, measures)], answer, autojunk=False)
    right = {at for block in blocks.get_matching_blocks() for at in range(block.a, sum(block[::2]))}
    return [measure for at, measure in enumerate(measures) if at not in right]


def test_with_any_one_rule_off_nearly_all_that_is_wrong_is_doubted(monkeypatch, answers):
    counts = {name: victims(monkeypatch, answers, name) for name in RULES}
    shares = {name: doubted / wrong for name, (wrong, doubted) in counts.items() if wrong >= FEWEST}
    assert len(shares) >= 38, counts
    assert sum(shares.values()) / len(shares) >= 0.95, counts
    assert min(shares.values()) >= 0.85, counts
