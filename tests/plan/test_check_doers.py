"""Units that stand where doers stand, and that the duties of a measure lack."""

import pytest

from plan.telling import codes

HEAD = "云溪市2024年工作要点\n一、任务\n"


@pytest.fixture
def of_item(plan_of, monkeypatch):
    """The doubts about an item, read by one who does not understand sentences."""
    for name in ("prose_cuts", "closing_duties", "units_told"):
        nothing = ((), False) if name == "closing_duties" else ()
        monkeypatch.setattr(
            f"shuangda_desktop.plan.structure.items.{name}", lambda *_, told=nothing: told
        )
    monkeypatch.setattr("shuangda_desktop.plan.duties.spread.units_told", lambda heading: ())
    return lambda words, clause="": codes(
        plan_of(f"{HEAD}(一)某事。做甲事。\n(二){words}{clause}")
    )[1]


TOLD = [
    "督查。市政府督查室每月督办。",
    "经费。由市财政局列支。",
    "经费。对违规的,由市监察局处理。",
    "会商。请市商务局提出意见。",
    "联合。会同山坪检验检疫局检查。",
    "分工。由某处办理,市公安局、市商务局配合。",
    "办案。市公安局:办案。",
    "讲堂。某体科所、某社体中心承办,全年开展。",
    "种子。查处假种子。市农业局,各镇人民政府。",
    "某甲、某乙等部门应加强监管。",
    "机制。市商务局牵头并协调市公安局清查。",
    "分工。商务部门要管好甲类市场。公安部门要查处乙类案件。",
]


@pytest.mark.parametrize("words", TOLD)
def test_a_unit_that_is_told_to_do_something_is_no_silent_one(words, of_item):
    assert "unread-prose" in of_item(words)


@pytest.mark.parametrize(
    "words",
    [
        "领导。市领导小组组长负总责。",
        "地点。市公安局的窗口照常开放。",
        "种子。查处假种子。公布名单。",
        "各方。各成员单位要重视。",
        "报送。总结报市公安局。",
        "解释。本办法由市公安局负责解释。",
        "会同。会同有关部门开展检查。",
        "会同。会同教育部门开展检查。",
        "分级。县级政府负责落实经费。",
        "联合。联合验收办证窗口。",
        "承接。赛事由有关方面承办。",
        "依据。继续按照市农委的通知办理。",
        "办案。推行案件首办负责制。",
    ],
)
def test_a_unit_that_is_only_mentioned_is_none_of_a_doubt(words, of_item):
    assert "unread-prose" not in of_item(words)


def test_a_department_of_the_house_told_in_a_sentence_of_its_own(plan_of):
    head = "云溪市2024年工作要点\n2024年3月1日\n一、任务\n"
    plan = plan_of(
        f"{head}(一)甲。各单位要抓好落实,综合处要定期调度。\n(二)乙。案件由专人负责,处长要过问。"
    )
    assert ["unread-prose" in found for found in codes(plan)] == [True, False]


def test_a_unit_beside_those_of_the_clause_is_told(of_item):
    clause = "(市公安局负责)"
    assert of_item("经费。由市财政局列支。", clause) == ["unread-prose"]
    assert of_item("办案。由市公安局办案。", clause) == []
    assert of_item("督查。市财政局的窗口开放。", clause) == []


def test_a_heading_that_is_a_unit_is_told_where_nobody_is(plan_of, of_item):
    text = (
        "一、分工\n(一)县公安局\n1.办理案件。\n(二)各乡镇人民政府\n1.排查。\n(三)工作保障\n1.宣传。"
    )
    assert codes(plan_of(text)) == [["heading-units"], ["heading-units"], []]


def test_sentences_that_a_reader_does_understand_are_none_of_a_doubt(plan_of):
    plan = plan_of(f"{HEAD}(一)经费。市财政局要安排经费。\n(二)监督。市监察局对各单位实施监察。")
    assert codes(plan) == [[], []]


def test_prose_with_a_part_that_was_not_read_is_doubted(plan_of):
    told = codes(plan_of(f"{HEAD}(一)经费。市财政局要会同某某一起牵头安排经费。"))
    assert told == [["prose-duty"]]


def test_governments_that_answer_for_a_field_are_told(of_item):
    assert of_item("属地管理。各乡镇人民政府对本地的防治工作负总责。") == ["unread-prose"]
    assert "unread-prose" not in of_item("属地管理。各乡镇人民政府对本地的防治工作予以支持。")


def test_a_sentence_about_a_report_to_a_unit_names_no_doer(of_item):
    assert of_item("总结。做甲。总结请报送市双打办。") == []


@pytest.mark.parametrize(
    "words",
    [
        "海关、海事等部门要加强检查,加大查处力度。",
        "市公安局:组织查处甲案,会同有关部门起草文件。",
    ],
)
def test_units_that_the_words_begin_with_are_plain(words, plan_of):
    plan = plan_of(f"{HEAD}1.{words}\n2.做乙。")
    assert [finding.severity for finding in plan.measures[0].findings] == ["hint"]
