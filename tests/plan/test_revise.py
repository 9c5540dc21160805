"""The clerk's decisions are replayed over a detected plan; what they meant and is gone does no harm."""

from dataclasses import replace
from datetime import date

import pytest

from plan.telling import told
from shuangda_desktop.plan.checks.findings import doubt, is_settled_by_day
from shuangda_desktop.plan.model import Decision, DecisionKind, PlanKind
from shuangda_desktop.plan.parse import parse
from shuangda_desktop.plan.revising.revise import revise
from shuangda_desktop.text.level import Level
from shuangda_desktop.text.mapped import Edit, MappedText, Span

TEXT = """云溪市2023年工作要点
一、重点任务
(一)整治网络。清理链接。6月底前约谈平台。(市公安局、某某某负责)
(二)整治农资。每月抽检农药,合格率达到98%。(市农业农村局牵头)
"""
Kind = DecisionKind


@pytest.fixture
def plan():
    return parse(MappedText.of(TEXT))


def decided(plan, kind, at, **value):
    return revise(plan, [Decision(kind, at, value)])


FIELDS = [
    ("title", "新标题", "title", "新标题"),
    ("document_number", "云政发〔2023〕1号", "document_number", "云政发〔2023〕1号"),
    ("issuer", "云溪市双打办", "issuer", "云溪市双打办"),
    ("issued_on", "2023-04-07", "issued_on", date(2023, 4, 7)),
    ("plan_year", 2024, "plan_year", 2024),
    ("plan_year", "2024", "plan_year", 2024),
    ("level", "county", "level", Level.COUNTY),
    ("kind", "notice", "kind", PlanKind.NOTICE),
    ("title", "", "title", None),
    ("title", None, "title", None),
    ("issued_on", None, "issued_on", None),
    ("plan_year", None, "plan_year", None),
    ("level", None, "level", None),
    ("kind", None, "kind", PlanKind.OTHER),
]


@pytest.mark.parametrize(("field", "value", "name", "expected"), FIELDS)
def test_a_field_is_set(field, value, name, expected, plan):
    assert getattr(decided(plan, Kind.SET_FIELD, 0, field=field, value=value), name) == expected


@pytest.mark.parametrize(
    "value",
    [
        {"field": "measures", "value": "x"},
        {"field": "issued_on", "value": "morgen"},
        {"field": "plan_year", "value": "bald"},
        {"field": "level", "value": "village"},
        {},
    ],
)
def test_a_field_that_makes_no_sense_changes_nothing(value, plan):
    assert revise(plan, [Decision(Kind.SET_FIELD, 0, value)]) == plan


def test_a_heading_is_set(plan):
    at = plan.sections[1].span.start
    revised = decided(plan, Kind.SET_HEADING, at, level=3, heading="新的")
    assert (revised.sections[1].level, revised.sections[1].heading) == (3, "新的")
    assert revised.sections[0] == plan.sections[0]


@pytest.mark.parametrize("level", [0, 99, "2", None])
def test_a_level_that_makes_no_sense_stays(level, plan):
    at = plan.sections[1].span.start
    assert decided(plan, Kind.SET_HEADING, at, level=level).sections == plan.sections


def test_the_text_is_set(plan):
    revised = decided(plan, Kind.SET_TEXT, plan.measures[0].key, text="新的")
    assert [m.text for m in revised.measures] == ["新的", plan.measures[1].text]
    assert decided(plan, Kind.SET_TEXT, plan.measures[0].key, text=None) == plan


def test_duties_are_set(plan):
    duties = [
        {"unit": "市公安局", "role": "lead", "scope": None},
        {"unit": "市商务局", "role": "cooperating", "scope": "白酒"},
        {"unit": "", "role": "lead"},
        {"unit": "市司法局", "role": "boss"},
        "市财政局",
    ]
    revised = decided(plan, Kind.SET_DUTIES, plan.measures[0].key, duties=duties)
    assert told(revised.measures[0].duties) == "lead 市公安局; cooperating[白酒] 市商务局"


def test_duties_that_are_no_list_stay(plan):
    assert decided(plan, Kind.SET_DUTIES, plan.measures[0].key, duties="市公安局") == plan


def test_a_deadline_is_set_and_taken_away(plan):
    key = plan.measures[0].key
    revised = decided(plan, Kind.SET_DEADLINE, key, due_on="2023-09-30")
    assert [d.due_on for d in revised.measures[0].deadlines] == [date(2023, 9, 30)]
    assert decided(plan, Kind.SET_DEADLINE, key, due_on=None).measures[0].deadlines == ()
    assert decided(plan, Kind.SET_DEADLINE, key, due_on="bald") == plan


def test_a_split_parts_the_words(plan):
    first = plan.measures[0]
    offset = first.text.index("6月")
    revised = decided(plan, Kind.SPLIT, first.key, offset=offset)
    assert [m.text for m in revised.measures[:2]] == ["清理链接。", "6月底前约谈平台。"]
    assert [told(m.duties) for m in revised.measures[:2]] == [told(first.duties)] * 2
    assert [len(m.deadlines) for m in revised.measures[:2]] == [0, 1]


def test_a_split_parts_the_span_where_nothing_was_repaired(plan):
    first = plan.measures[0]
    one, two, _ = decided(plan, Kind.SPLIT, first.key, offset=5).measures
    assert TEXT[one.span.start : one.span.end] == one.text
    assert TEXT[two.span.start : two.span.end] == two.text + (two.clause or "")
    assert one.clause is None
    assert (one.key, two.key) == (first.key, first.key + 5)
    assert one.span.end == two.span.start


def test_the_parts_of_a_repaired_measure_cover_their_words():
    raw = "(一)整治。清理(lǐ)链接。约谈平台。(市公安局负责)"
    at = raw.index("(lǐ)")
    plan = parse(MappedText.of(raw).apply([Edit(Span(at, at + 4), "", "glosses")]))
    offset = plan.measures[0].text.index("约谈")
    one, two = decided(plan, Kind.SPLIT, plan.measures[0].key, offset=offset).measures
    assert "清理(lǐ)链接。" in raw[one.span.start : one.span.end]
    assert "约谈平台。(市公安局负责)" in raw[two.span.start : two.span.end]


def test_findings_go_with_their_part(plan):
    first = plan.measures[0]
    one, two, _ = decided(plan, Kind.SPLIT, first.key, offset=5).measures
    assert [f.code for f in one.findings] == []
    assert [f.code for f in two.findings] == [f.code for f in first.findings] == ["unknown-unit"]


def test_a_split_part_is_split_again(plan):
    first = plan.measures[0]
    revised = revise(
        plan,
        [
            Decision(Kind.SPLIT, first.key, {"offset": 5}),
            Decision(Kind.SPLIT, first.key + 5, {"offset": 4}),
        ],
    )
    assert [m.text for m in revised.measures[:3]] == ["清理链接。", "6月底前", "约谈平台。"]
    assert revised.measures[0].title == first.title


@pytest.mark.parametrize("offset", [0, -1, 999, "3", None])
def test_a_split_that_makes_no_sense_changes_nothing(offset, plan):
    assert decided(plan, Kind.SPLIT, plan.measures[0].key, offset=offset) == plan


def test_a_merge_takes_the_next_measure_in(plan):
    one, two = plan.measures
    (merged,) = decided(plan, Kind.MERGE, one.key).measures
    assert merged.text == one.text + two.text
    assert merged.span == Span(one.span.start, two.span.end)
    assert merged.duties == one.duties + two.duties
    assert merged.clause == f"{one.clause}{two.clause}"
    assert (merged.deadlines, merged.recurrences) == (one.deadlines, two.recurrences)
    assert merged.targets == two.targets
    assert merged.findings == one.findings


def test_a_split_and_a_merge_give_the_words_back(plan):
    key = plan.measures[0].key
    revised = revise(plan, [Decision(Kind.SPLIT, key, {"offset": 5}), Decision(Kind.MERGE, key)])
    assert revised.measures[0].text == plan.measures[0].text
    assert revised.measures[0].span == plan.measures[0].span


def test_measures_without_clauses_merge_without_one(plan):
    bare = replace(plan, measures=tuple(replace(m, clause=None) for m in plan.measures))
    assert decided(bare, Kind.MERGE, bare.measures[0].key).measures[0].clause is None


def test_the_last_measure_merges_with_nothing(plan):
    assert decided(plan, Kind.MERGE, plan.measures[1].key) == plan
    assert decided(plan, Kind.MERGE, 99999) == plan


def test_junk_is_removed(plan):
    revised = decided(plan, Kind.JUNK, plan.measures[0].key)
    assert revised.measures == plan.measures[1:]
    assert revised.sections == plan.sections


def test_a_finding_is_settled(plan):
    finding = plan.measures[0].findings[0]
    revised = decided(plan, Kind.SETTLE, finding.span.start, code=finding.code)
    assert revised.measures[0].findings == ()
    assert decided(plan, Kind.SETTLE, finding.span.start, code="other") == plan


def test_a_finding_of_the_plan_is_settled():
    plan = parse(MappedText.of("(一)做甲。(市公安局负责)"))
    assert [f.code for f in plan.findings] == ["no-title", "no-year"]
    assert [f.code for f in decided(plan, Kind.SETTLE, 0, code="no-title").findings] == ["no-year"]


@pytest.mark.parametrize("kind", list(DecisionKind))
def test_a_target_that_is_gone_changes_nothing(kind, plan):
    assert revise(plan, [Decision(kind, 99999, {"code": "x", "offset": 1})]) == plan


def test_no_decisions_change_nothing(plan):
    assert revise(plan, []) == plan


def test_decisions_are_replayed_in_order(plan):
    key = plan.measures[0].key
    revised = revise(
        plan,
        [
            Decision(Kind.SET_TEXT, key, {"text": "甲"}),
            Decision(Kind.SET_TEXT, key, {"text": "乙"}),
        ],
    )
    assert revised.measures[0].text == "乙"


def test_a_doubt_about_a_name_goes_with_the_unit_and_stays_with_it(plan):
    measure = plan.measures[0]
    doubted = [f.code for f in measure.findings]
    assert "unknown-unit" in doubted
    kept = [{"unit": "市商务局", "role": "lead"}, {"unit": "某某某", "role": "lead"}]
    still = decided(plan, Kind.SET_DUTIES, measure.key, duties=kept).measures[0]
    assert [f.code for f in still.findings] == doubted
    gone = decided(plan, Kind.SET_DUTIES, measure.key, duties=kept[:1]).measures[0]
    assert [f.code for f in gone.findings] == [c for c in doubted if c != "unknown-unit"]


def test_a_doubt_that_nobody_was_read_goes_with_the_first_unit():
    rest = "".join(f"({n})整治第{n}类。(市公安局牵头)\n" for n in "二三四")
    plan = parse(MappedText.of(f"云溪市2023年工作要点\n一、重点任务\n(一)整治网络。\n{rest}"))
    key = plan.measures[0].key
    assert [f.code for f in plan.measures[0].findings] == ["no-clause"]
    none = decided(plan, Kind.SET_DUTIES, key, duties=[]).measures[0]
    assert [f.code for f in none.findings] == ["no-clause"]
    one = [{"unit": "市商务局", "role": "cooperating"}]
    assert decided(plan, Kind.SET_DUTIES, key, duties=one).measures[0].findings == ()


@pytest.mark.parametrize(("role", "left"), [("lead", []), ("cooperating", ["no-lead"])])
def test_a_doubt_that_nobody_leads_goes_with_one_who_does(role, left):
    plan = parse(MappedText.of("云溪市2023年工作要点\n一、整治网络。(市公安局配合)\n"))
    assert [f.code for f in plan.measures[0].findings] == ["no-lead"]
    duties = [{"unit": "市商务局", "role": role}]
    revised = decided(plan, Kind.SET_DUTIES, plan.measures[0].key, duties=duties)
    assert [f.code for f in revised.measures[0].findings] == left


def test_a_time_that_was_not_read_goes_with_the_day_that_the_clerk_gives():
    text = "云溪市2023年工作要点\n一、整治网络,6月31日前完成。(市公安局牵头)\n"
    plan = parse(MappedText.of(text))
    measure = plan.measures[0]
    assert [f.code for f in measure.findings] == ["unread-time"]
    assert decided(plan, Kind.SET_DEADLINE, measure.key, due_on="mal").measures[0] == measure
    given = decided(plan, Kind.SET_DEADLINE, measure.key, due_on="2023-06-30").measures[0]
    assert given.findings == ()
    none = decided(plan, Kind.SET_DEADLINE, measure.key, due_on=None).measures[0]
    assert none.findings == measure.findings


@pytest.mark.parametrize(
    ("code", "is_first", "settled"),
    [
        ("ambiguous-date", False, True),
        ("unread-time", True, True),
        ("unread-time", False, False),
        ("no-clause", True, False),
    ],
)
def test_a_day_settles_doubts_about_days(code, is_first, settled):
    assert is_settled_by_day(doubt(code, "甲", Span(0, 1)), is_first=is_first) is settled
