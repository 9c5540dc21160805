"""Units and times that stand behind a measure, above it or in the head, in a form that was not read."""

import pytest

from plan.telling import codes

CLAUSE = "(市公安局负责)"
FIELD = "field-behind"


def test_a_field_that_was_read_as_a_measure_is_told_of_the_one_before(plan_of):
    plan = plan_of(f"一、任务\n(一)甲。做甲。{CLAUSE}\n(二)乙。做乙。{CLAUSE}\n办结节点:若干\n")
    assert len(plan.measures) == 3
    assert FIELD not in codes(plan)[0]
    assert FIELD in codes(plan)[1]
    said = next(f.message for f in plan.measures[1].findings if f.code == FIELD)
    assert said.startswith("后面的“办结节点”没有读懂")


def test_a_field_is_told_of_all_that_share_the_clause_before_it(plan_of):
    rows = "1.甲事项。做甲。\n2.乙事项。做乙。\n牵头单位:市公安局\n办结节点:若干\n"
    told = codes(plan_of(f"一、别的\n1.做丙事项。{CLAUSE}\n二、任务\n{rows}三、完\n1.做丁。"))
    assert [FIELD in each for each in told] == [False, True, True, False, False]


@pytest.mark.parametrize("words", ["办结节点:若干", "【6月底前启动,9月底前完成】"])
def test_a_time_that_was_read_as_a_measure_is_told_of_the_one_before(words, plan_of):
    told = codes(plan_of(f"一、任务\n(一)甲。做甲。{CLAUSE}{words}\n(二)乙。做乙。{CLAUSE}"))
    assert FIELD in told[0]


def test_a_field_with_units_of_its_own_is_told_of_none(plan_of):
    rows = "1.甲事项。做甲。\n牵头单位:市公安局\n2.积压。\n整改措施:清理\n责任单位:市公安局"
    assert all(FIELD not in each for each in codes(plan_of(f"一、任务\n{rows}")))


def test_a_field_at_the_start_or_with_a_unit_is_told_of_none(plan_of):
    plan = plan_of(f"一、任务\n(一)节点:若干\n(二)乙。做乙。{CLAUSE}\n(三)市商务局:督促平台\n")
    assert all(FIELD not in each for each in codes(plan))


def test_a_field_behind_measures_without_units_is_told_once(plan_of):
    told = codes(plan_of("一、甲\n1.做甲。\n2.做乙。上头牵头方面:市公安局"))
    assert told[0] == ["units-elsewhere"]


def test_a_key_in_the_words_below_a_heading_may_rule_what_is_below(plan_of):
    told = codes(plan_of("一、甲\n上头牵头方面:市公安局\n1.做甲。\n2.做乙。\n二、乙\n1.做丙。"))
    assert [("units-elsewhere" in each) for each in told] == [True, True, True, False]


@pytest.mark.parametrize(
    ("head", "doubted"),
    [
        ("各项任务除标明外,一概由市公安局承担。", True),
        ("为规范市场秩序,制定本方案。", False),
    ],
)
def test_a_head_that_says_who_does_the_rest_is_told(head, doubted, plan_of, monkeypatch):
    monkeypatch.setattr("shuangda_desktop.plan.parse.default_in", lambda lines: None)
    text = f"云溪市2024年工作要点\n{head}\n一、任务\n(一)甲。做甲。\n(二)乙。做乙。{CLAUSE}"
    assert ["units-elsewhere" in each for each in codes(plan_of(text))] == [doubted, False]


RULED = "".join(f"({number[0]}){number[1]}。做甲事项。{CLAUSE}\n" for number in ("一甲", "二乙"))


@pytest.mark.parametrize(
    ("words", "doubted"),
    [
        ("市政府督查室组织验收,形成机制。", True),
        ("市商务局负责验收,形成机制。", False),
    ],
)
def test_a_unit_that_nothing_obliges_is_told_among_clauses(words, doubted, plan_of):
    plan = plan_of(f"一、任务\n{RULED}二、保障\n(一)验收。{words}")
    assert ["prose-duty" in each for each in codes(plan)] == [False, False, doubted]
    alone = plan_of(f"一、保障\n(一)验收。{words}")
    assert codes(alone) == [[]]


def test_a_unit_that_is_a_task_by_itself_leads_the_next(plan_of, monkeypatch):
    monkeypatch.setattr("shuangda_desktop.plan.parse.with_name_lines", list)
    rows = "市公安局\n1.做甲。\n2.做乙。\n市商务局\n1.做丙。\n2.做丁。"
    told = ["units-elsewhere" in each for each in codes(plan_of(f"云溪市工作要点\n{rows}"))]
    assert told[-2:] == [True, True]


def test_a_group_of_units_is_told_of_the_items_below_it(plan_of, monkeypatch):
    monkeypatch.setattr("shuangda_desktop.plan.parse.spread", lambda items: None)
    rows = "市公安局\n1.做甲。\n2.做乙。\n市商务局\n1.做丙。\n2.做丁。"
    told = codes(plan_of(f"云溪市工作要点\n{rows}"))
    assert all("heading-units" in each for each in told)


def test_a_line_about_the_items_above_is_told_of_them(plan_of, monkeypatch):
    nothing = ((), 0)
    monkeypatch.setattr("shuangda_desktop.plan.structure.passages.told_of_above", lambda _: nothing)
    text = "一、甲\n1.甲类。做甲。\n2.乙类。做乙。\n以上两项由市公安局负责。\n二、乙\n1.做丙。"
    told = codes(plan_of(text))
    assert "clause-as-task" in told[-2]
    assert told[0] == ["units-elsewhere"]
    assert told[-1] == []


COLUMNS = (
    "云溪市任务表\n{}\n一、任务\n(一)甲。做甲。(市公安局、市商务局)\n(二)乙。做乙。(市公安局{})"
)


@pytest.mark.parametrize(
    ("header", "verb", "doubted"),
    [
        ("协同配合单位", "", [True, False]),
        ("任务\t牵头责任单位", "", [True, True]),
        ("主要责任单位\n责任单位", "", [True, True]),
        ("协同配合单位", "配合", [False, False]),
        ("请配合单位查收", "", [False, False]),
    ],
)
def test_a_column_for_a_role_that_no_unit_has_is_told(header, verb, doubted, plan_of):
    plan = plan_of(COLUMNS.format(header, verb))
    assert ["role-column" in each for each in codes(plan)] == doubted


@pytest.mark.parametrize(
    ("own", "doubted"),
    [
        ("(责任单位:市商务局)", True),
        ("(市商务局牵头)", False),
        ("(责任单位:市公安局、市商务局)", False),
        ("", False),
    ],
)
def test_a_lead_in_a_heading_above_may_lead_what_has_units_of_its_own(own, doubted, plan_of):
    plan = plan_of(
        f"一、优化审批(牵头单位:市公安局)\n(一)办甲事项。做甲。{own}\n(二)办乙事项。做乙。{own}"
    )
    assert ["lead-above" in each for each in codes(plan)] == [doubted, doubted]


def test_how_a_task_is_done_may_have_the_units_of_the_task(plan_of):
    text = f"一、任务\n1.甲问题\n账目不清。{CLAUSE}\n整改措施:清理账目。\n2.做乙。"
    told = codes(plan_of(text))
    assert [("units-elsewhere" in each) for each in told] == [False, True, False]


def test_a_rule_in_a_clause_about_all_other_items_is_told_once(plan_of):
    rule = "(市公安局负责,以下各项均需各县政府落实,不再列出)"
    plan = plan_of(f"一、任务\n1.做甲。{rule}\n2.做乙。{rule}\n3.做丙。{CLAUSE}")
    assert [finding.code for finding in plan.findings].count("rule-for-others") == 1
    plain = plan_of(f"一、任务\n1.做甲。(市公安局、各县政府均负责)\n2.做丙。{CLAUSE}")
    assert "rule-for-others" not in [finding.code for finding in plain.findings]


@pytest.mark.parametrize(
    ("rows", "told"), [("1.做甲。\n2.做乙。\n", False), ("1.做甲\n2.做乙\n", True)]
)
def test_a_field_in_a_line_below_whole_sentences_is_said_of_all_of_them(rows, told, plan_of):
    plan = plan_of(f"一、任务\n{rows}牵头单位:市公安局\n二、别的\n1.做丙。{CLAUSE}")
    assert any("shared-clause" in each for each in codes(plan)) == told


@pytest.mark.parametrize("key", ["责大单位", ""])
@pytest.mark.parametrize("blank", ["", "\n"], ids=["together", "apart"])
def test_a_line_of_units_whose_key_is_damaged_is_told(key, blank, plan_of):
    rows = f"1.查处假冒案件。\n牵头单位:市公安局\n{blank}{key}:市商务局、各县\n2.检查网店。\n牵头单位:市公安局\n"
    plan = plan_of(f"云溪市2024年工作要点\n一、任务\n{rows}")
    assert "unread-line" in [found.code for found in plan.findings] or codes(plan)[0]


def test_an_order_that_lost_its_word_for_leading_is_told(plan_of):
    rows = "(一)甲。(市公安局、市商务局负责。列第一位者为单位,下同)\n(二)乙。(市商务局、市财政局负责)\n"
    plan = plan_of(f"云溪市2024年工作要点\n一、任务\n{rows}")
    assert all("lead-unread" in found for found in codes(plan))
