"""Key lines below an item say who and until when."""

from datetime import date

import pytest

from plan.telling import texts, told
from shuangda_desktop.plan.structure.keys import Key, inline_keys, key_lines
from shuangda_desktop.text.punctuation import narrow


@pytest.mark.parametrize(
    ("line", "key", "value"),
    [
        ("牵头单位:市公安局", Key.LEAD, "市公安局"),
        ("牵头单位 : 市公安局", Key.LEAD, "市公安局"),
        ("牵头部门:市公安局", Key.LEAD, "市公安局"),
        ("主办单位:市公安局", Key.LEAD, "市公安局"),
        ("牵头:市公安局", Key.LEAD, "市公安局"),
        ("配合单位:市商务局", Key.COOPERATING, "市商务局"),
        ("协办单位:市商务局", Key.COOPERATING, "市商务局"),
        ("参与单位:市商务局", Key.COOPERATING, "市商务局"),
        ("责任单位:市公安局", Key.RESPONSIBLE, "市公安局"),
        ("责 任 单 位:市公安局", Key.RESPONSIBLE, "市公安局"),
        ("责 任 单 位 市公安局", Key.RESPONSIBLE, "市公安局"),
        ("责任单位", Key.RESPONSIBLE, ""),
        ("责任单位 市公安局", Key.RESPONSIBLE, "市公安局"),
        ("责任部门:市公安局", Key.RESPONSIBLE, "市公安局"),
        ("相关责任单位:各镇", Key.RESPONSIBLE, "各镇"),
        ("部门分工:市公安局牵头,各部门配合", Key.RESPONSIBLE, "市公安局牵头,各部门配合"),
        ("责任团场:一团、二团", Key.RESPONSIBLE, "一团、二团"),
        ("配合考核单位:市商务局", Key.COOPERATING, "市商务局"),
        ("分管市领导:张某", Key.ASIDE, "张某"),
        ("责任县级领导:张某", Key.ASIDE, "张某"),
        ("考核单位:市公安局", Key.RESPONSIBLE, "市公安局"),
        ("【责任单位】市公安局", Key.RESPONSIBLE, "市公安局"),
        ("[责任单位]:市公安局", Key.RESPONSIBLE, "市公安局"),
        ("——责任单位:市公安局", Key.RESPONSIBLE, "市公安局"),
        ("· 责任单位:市公安局", Key.RESPONSIBLE, "市公安局"),
        ("●责任单位:市公安局", Key.RESPONSIBLE, "市公安局"),
        ("完成时限:9月底前", Key.DUE, "9月底前"),
        ("时限要求:持续推进", Key.DUE, "持续推进"),
        ("完成时间:2023年12月", Key.DUE, "2023年12月"),
        ("时 限:年底", Key.DUE, "年底"),
        ("责任人:张某", Key.ASIDE, "张某"),
        ("责任领导:张某", Key.ASIDE, "张某"),
        ("联 系 人:张某", Key.ASIDE, "张某"),
    ],
)
def test_a_key_line_is_read(line, key, value, width):
    found = key_lines(narrow(width(line)))
    assert [(item.key, item.value) for item in found] == [(key, value)]


@pytest.mark.parametrize(
    "line",
    [
        "责任单位要认真落实各项任务。",
        "责任领导小组会议",
        "牵头开展专项行动",
        "负责组织实施",
        "配合做好检查",
        "(责任单位:市公安局)",
        "完成任务",
        "责任",
        "",
    ],
)
def test_sentences_are_no_key_lines(line, width):
    assert key_lines(narrow(width(line))) == []


def test_several_keys_stand_in_one_line():
    found = key_lines("责任领导:张某 责任单位:县公安局;完成时限:6月底")
    assert [(item.key, item.value) for item in found] == [
        (Key.ASIDE, "张某"),
        (Key.RESPONSIBLE, "县公安局"),
        (Key.DUE, "6月底"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "牵头单位:市公安局 配合单位:市商务局 完成时限:6月底前",
        "牵头单位 市公安局  配合单位 市商务局  完成时限 6月底前",
        "牵 头 单 位:市公安局  配 合 单 位:市商务局 完 成 时 限:6月底前",
        "牵 头 单 位 市公安局  配 合 单 位 市商务局  完 成 时 限 6月底前",
        "[牵头单位]市公安局 [配合单位]市商务局 [完成时限]6月底前",
        "【主责单位】市公安局【协同单位】市商务局【时间节点】6月底前",
        "〔牵头单位〕市公安局〔配合单位〕市商务局〔时限〕6月底前",
        "牵头单位——市公安局;配合单位——市商务局;完成时限——6月底前",
    ],
)
def test_keys_of_all_kinds_stand_side_by_side(line, width):
    found = key_lines(narrow(width(line)))
    assert [(item.key, item.value) for item in found] == [
        (Key.LEAD, "市公安局"),
        (Key.COOPERATING, "市商务局"),
        (Key.DUE, "6月底前"),
    ]


def test_a_key_may_name_its_kind_of_unit_twice():
    keys = key_lines("牵头科室(单位):综合科 配合股室:法规股")
    assert [(key.key, key.value) for key in keys] == [
        (Key.LEAD, "综合科"),
        (Key.COOPERATING, "法规股"),
    ]


@pytest.mark.parametrize("kind", ["警种", "司局", "站所", "部室"])
def test_a_key_may_name_any_kind_of_unit(kind):
    keys = key_lines(f"牵头{kind}:综合处 配合{kind}:法规处")
    assert [key.key for key in keys] == [Key.LEAD, Key.COOPERATING]


def test_only_keys_are_closed_up():
    assert key_lines("责 任 单 位:市 公 安 局")[0].value == "市 公 安 局"


@pytest.mark.parametrize(
    "lines", ["[牵头单位]市公安局 [配合单位]市商务局", "牵头单位——市公安局\n配合单位——市商务局"]
)
def test_keys_of_all_kinds_govern_the_item_above(lines, plan_of):
    plan = plan_of(
        f"一、查处\n1.整治网店。\n{lines}\n2.宣传。\n责任单位——市司法局\n时间要求——9月底前\n"
    )
    assert texts(plan) == ["整治网店。", "宣传。"]
    assert told(plan.measures[0].duties) == "lead 市公安局; cooperating 市商务局"
    assert told(plan.measures[1].duties) == "responsible 市司法局"
    assert len(plan.measures[1].deadlines) == 0  # the text names no year


def test_a_key_without_a_value_is_listed_below():
    assert key_lines("责任单位:")[0].listed
    assert not key_lines("责任单位:市公安局")[0].listed


def test_keys_inside_a_line_are_found_outside_brackets_only():
    assert inline_keys("甲。责任单位:乙局") == [2]
    assert inline_keys("(甲。责任单位:乙局)") == []
    assert inline_keys("(甲)。责任单位:乙局。完成时限:6月") == [4, 12]
    assert inline_keys("甲,责任单位:乙局") == [1]
    assert inline_keys("(甲,责任单位:乙局)") == []


BLOCKS = [
    pytest.param(
        "牵头单位:市公安局\n配合单位:市商务局、财政局",
        "lead 市公安局; cooperating 市商务局, 市财政局",
        id="lead and helpers",
    ),
    pytest.param(
        "牵头单位:市公安局 责任单位:市商务局",
        "lead 市公安局; responsible 市商务局",
        id="two keys in a line",
    ),
    pytest.param(
        "责任单位:市公安局、\n市商务局",
        "responsible 市公安局, 市商务局",
        id="a value over two lines",
    ),
    pytest.param(
        "责任单位:\n市公安局\n市商务局", "responsible 市公安局, 市商务局", id="one name in a line"
    ),
    pytest.param(
        "责任单位:市公安局、市文化广电\n和旅游局、市财政局",
        "responsible 市公安局, 市文化广电和旅游局, 市财政局",
        id="a name broken over lines",
    ),
    pytest.param(
        "责任单位:市公安局\n市商务局\n各乡镇",
        "responsible 市公安局, 市商务局, 各乡镇",
        id="names on lines of their own",
    ),
    pytest.param(
        "责任单位:市公安局\n\n联系人:张某\n联系电话:1234567",
        "responsible 市公安局",
        id="contacts are left out",
    ),
    pytest.param(
        "牵头单位:市公安局\n责任单位:经济开发区,各街道、区直各部门",
        "lead 市公安局; responsible 经济开发区, 各街道, 区直各部门",
        id="commas part groups",
    ),
    pytest.param(
        "责任单位:市委宣传部(市版权局)", "responsible 市委宣传部(市版权局)", id="a name in brackets"
    ),
]


@pytest.mark.parametrize(("lines", "duties"), BLOCKS)
def test_key_lines_below_an_item(lines, duties, plan_of):
    plan = plan_of(f"一、任务\n1.开展专项检查。\n{lines}\n2.加强协作配合。\n责任单位:市司法局")
    assert texts(plan) == ["开展专项检查。", "加强协作配合。"]
    assert told(plan.measures[0].duties) == duties
    assert told(plan.measures[1].duties) == "responsible 市司法局"


def test_key_lines_above_the_body(plan_of):
    plan = plan_of("(一)线下宣传\n责任单位:市文旅局\n开展进社区活动。办好咨询点。")
    assert texts(plan) == ["开展进社区活动。办好咨询点。"]
    assert told(plan.measures[0].duties) == "responsible 市文旅局"


def test_key_lines_between_paragraphs_govern_what_stands_above(plan_of):
    plan = plan_of("(一)治理\n做甲。做乙。\n责任单位:市公安局\n做丙。做丁。\n责任单位:市商务局")
    assert texts(plan) == ["做甲。做乙。", "做丙。做丁。"]


def test_a_deadline_line_gives_the_deadline(plan_of):
    plan = plan_of("2023年甲市方案\n一、任务\n1.做甲。\n责任单位:市公安局\n完成时限:11月")
    assert [d.due_on for d in plan.measures[0].deadlines] == [date(2023, 11, 30)]


def test_a_deadline_line_alone_leaves_the_units_open(plan_of):
    plan = plan_of(
        "2023年甲市方案\n一、任务\n1.做甲事。\n完成时限:9月30日\n2.做乙事。\n完成时限:全年"
    )
    assert [m.duties for m in plan.measures] == [(), ()]
    assert [d.due_on for d in plan.measures[0].deadlines] == [date(2023, 9, 30)]
    assert [r.every for r in plan.measures[1].recurrences] == ["standing"]


def test_persons_alone_are_no_clause(plan_of):
    plan = plan_of("1.做甲事。\n责任人:张某\n2.做乙事。\n责任人:李某")
    assert texts(plan) == ["做甲事。", "做乙事。"]
    assert [m.clause for m in plan.measures] == [None, None]


def test_a_paragraph_after_a_value_is_text(plan_of):
    plan = plan_of("(一)治理\n责任单位:市公安局\n做甲事,查处一批案件、曝光一批案例。")
    assert texts(plan) == ["做甲事,查处一批案件、曝光一批案例。"]


def test_the_clause_tells_the_keys_with_full_width_marks(plan_of):
    plan = plan_of("1.做甲。\n牵头单位:市公安局\n完成时限:6月底")
    assert plan.measures[0].clause == "牵头单位\uff1a市公安局\uff1b完成时限\uff1a6月底"


def test_words_below_a_time_are_no_part_of_it(plan_of):
    plan = plan_of(
        "一、任务\n1.开展检查。\n责任单位:市公安局\n完成时限:2026年6月底\n其余事项另行通知。"
    )
    assert [str(d.due_on) for d in plan.measures[0].deadlines] == ["2026-06-30"]
    assert texts(plan)[-1].endswith("其余事项另行通知。")


def test_a_heading_that_reads_like_a_key_is_a_heading(plan_of):
    plan = plan_of("一、时间安排\n(一)6月底前完成部署。(市双打办负责)\n二、总结\n报送总结。")
    assert next(section.heading for section in plan.sections) == "时间安排"


def test_a_key_of_a_level_at_the_head_of_a_line(plan_of):
    plan = plan_of("一、甲\n1.做甲。\n省级牵头部门:省公安厅\n省级配合部门:省商务厅")
    assert told(plan.measures[0].duties) == "lead 省公安厅; cooperating 省商务厅"


def test_keys_may_stand_behind_a_heading_with_only_a_blank_between(plan_of):
    plan = plan_of(
        "(一)查酒厂 责任单位:市公安局 完成时限:2026年6月底\n(二)查酒店 牵头单位:市商务局"
    )
    assert texts(plan) == ["查酒厂", "查酒店"]
    assert told(plan.measures[0].duties) == "responsible 市公安局"
    assert [str(d.due_on) for d in plan.measures[0].deadlines] == ["2026-06-30"]


def test_a_time_below_the_body_does_not_take_the_heading_from_the_keys_above_it(plan_of):
    plan = plan_of(
        "一、任务\n(一)校园周边\n责任单位:市教育局\n整治内容:取缔无证摊点。\n完成时限:2023年9月底前\n"
        "(二)集市卫生\n责任单位:市商务局\n整治内容:清理摊点。\n完成时限:2023年8月底前"
    )
    assert texts(plan) == ["取缔无证摊点。", "清理摊点。"]
    assert [told(m.duties) for m in plan.measures] == [
        "responsible 市教育局",
        "responsible 市商务局",
    ]
    assert [str(m.deadlines[0].due_on) for m in plan.measures] == ["2023-09-30", "2023-08-31"]
    assert [s.heading for s in plan.sections[1:]] == ["校园周边", "集市卫生"]


def test_a_heading_without_a_number_may_stand_below_the_value_of_a_key(plan_of):
    plan = plan_of(
        "1. 建设市场\n编制规划。\n责任单位:市商务局牵头\n开展“数字+”行动\n2. 完善制度\n推进立法。\n"
        "责任单位:市司法局牵头\n培育数据产业\n3. 培育企业\n编制方案。\n责任单位:市科技局、\n市财政局"
    )
    assert texts(plan) == ["编制规划。", "推进立法。", "编制方案。"]
    assert told(plan.measures[2].duties) == "responsible 市科技局, 市财政局"


def test_keys_may_stand_before_blanks_only(plan_of):
    row = "牵头单位 市商务局 配合单位 市公安局 市司法局 完成时限9月底前"
    plan = plan_of(
        f"云溪市2023年工作要点\n一、任务\n(一)培训。开展培训。 {row}\n(二)经费。落实经费。责任单位 市财政局"
    )
    assert texts(plan) == ["开展培训。", "落实经费。"]
    assert [told(measure.duties) for measure in plan.measures] == [
        "lead 市商务局; cooperating 市公安局, 市司法局",
        "responsible 市财政局",
    ]
    assert str(plan.measures[0].deadlines[0].due_on) == "2023-09-30"


def test_a_sentence_that_begins_with_a_key_word_is_none(plan_of):
    for words in ("认真落实各项要求。", "要主动对接公安局"):
        (measure,) = plan_of(f"一、任务\n(一)督查。开展督查。责任单位 {words}").measures
        assert measure.duties == ()
