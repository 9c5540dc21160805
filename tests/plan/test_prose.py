"""Responsibility told in sentences is read where the sentence says so plainly."""

import pytest

from plan.telling import codes, texts, told
from shuangda_desktop.plan.duties.heads import joined_by
from shuangda_desktop.plan.duties.prose import read_prose
from shuangda_desktop.plan.duties.prose_cuts import Cut, prose_cuts
from shuangda_desktop.text.punctuation import narrow


@pytest.mark.parametrize(
    ("sentence", "duties"),
    [
        ("商务部门负责追溯体系建设。", "responsible 商务部门"),
        ("市公安局牵头查办大案。", "lead 市公安局"),
        ("市文旅局配合。", "cooperating 市文旅局"),
        ("市文旅局协助做好检查。", "cooperating 市文旅局"),
        ("由市公安局负责查办案件。", "responsible 市公安局"),
        ("由市公安局牵头开展行动。", "lead 市公安局"),
        (
            "由市公安局牵头,会同市检察院、市法院建立碰头制度。",
            "lead 市公安局; responsible 市检察院, 市法院",
        ),
        ("由市公安局牵头会同市商务局开展检查。", "lead 市公安局; responsible 市商务局"),
        ("应由市公安局主办。", "lead 市公安局"),
        (
            "关于“设立举报站”的问题,由市公安局会同市商务局等部门负责落实。",
            "lead 市公安局; responsible 市商务局",
        ),
        (
            "整治集市,由市公安局会同市商务局,各县人民政府负责实施。",
            "lead 市公安局; responsible 市商务局, 各县人民政府",
        ),
        (
            "市公安局、市商务局、各县人民政府要保障经费。",
            "responsible 市公安局, 市商务局, 各县人民政府",
        ),
        ("各县人民政府、市公安局要保障经费。", ""),
        ("市司法局要会同市双打办每半年评查一次案卷。", "lead 市司法局; responsible 市双打办"),
        (
            "市司法局会同市双打办、市公安局制定办法。",
            "lead 市司法局; responsible 市双打办, 市公安局",
        ),
        ("市财政局应当安排经费。", "responsible 市财政局"),
        ("市财政局要安排经费。", "responsible 市财政局"),
        ("各县(市、区)政府对本地区工作负总责。", "responsible 各县(市、区)政府"),
        ("市公安局、市商务局负责联合检查。", "responsible 市公安局, 市商务局"),
        ("市财政局安排专项经费。", "responsible 市财政局"),
        ("财政部门要保障经费。", "responsible 财政部门"),
        ("市公安局和市商务局组织夜查。", "responsible 市公安局, 市商务局"),
        ("市双打办每季度通报进展。", "responsible 市双打办"),
        ("市政府督查室将纳入督查。", "responsible 市政府督查室"),
        ("考核结果由区双打办汇总。", "responsible 区双打办"),
        ("考核由区双打办负责组织。", "responsible 区双打办"),
        (
            "由市商务局牵头,会同市公安局、市邮政管理局比对单据。",
            "lead 市商务局; responsible 市公安局, 市邮政管理局",
        ),
        (
            "市商务局会同市委组织部、市司法局轮训干部。",
            "lead 市商务局; responsible 市委组织部, 市司法局",
        ),
        ("市商务局会同有关部门报送总结。", "lead 市商务局; responsible 有关部门"),
        ("县政府统一负责领导、协调。", "responsible 县政府"),
        ("市公安局负责牵头查处窝点。", "lead 市公安局"),
        ("市商务局负责会同市公安局开展检查。", "lead 市商务局; responsible 市公安局"),
        (
            "市商务局牵头并协调市公安局、教育局和云溪海关等部门共同形成机制。",
            "lead 市商务局; responsible 市公安局, 市教育局, 云溪海关",
        ),
        (
            "市版权局负责日常工作,会同相关部门做好培训。",
            "lead 市版权局; responsible 相关部门",
        ),
        (
            "市打假办要做好沟通协调,并会同市公安局、商务局督查。",
            "lead 市打假办; responsible 市公安局, 市商务局",
        ),
        (
            "省商务厅负责,省财政厅、省农业厅配合,推进屠宰厂建设。",
            "responsible 省商务厅; cooperating 省财政厅, 省农业厅",
        ),
        ("市文旅局将会同有关部门进行检查。", "lead 市文旅局; responsible 有关部门"),
        ("科技、财政等部门按照职责,协同做好工作。", "responsible 科技部门, 财政部门"),
        ("交通、铁路等部门要加强查堵。", "responsible 交通部门, 铁路部门"),
        ("交通运输和铁路部门要做好排查。", "responsible 交通运输部门, 铁路部门"),
        ("工业和信息化部门要做好排查。", "responsible 工业和信息化部门"),
        ("建设部门重点对社区开展排查。", "responsible 建设部门"),
        ("整治工作在市政府领导下,由市商务局牵头负责。", "lead 市商务局"),
        ("各级政府负责本辖区的整治。", "responsible 各级政府"),
        ("公安、商务等部门应积极配合。", "cooperating 公安部门, 商务部门"),
        ("市商务局会同市公安局、团委开展宣传。", "lead 市商务局; responsible 市公安局, 团委"),
    ],
)
def test_a_sentence_states_a_duty(sentence, duties, width):
    assert told(read_prose(narrow(width(sentence)))) == duties


@pytest.mark.parametrize(
    "sentence",
    [
        "各地各部门要高度重视。",
        "各有关部门要密切配合。",
        "各县区、各部门要成立机构。",
        "各成员单位应当报送信息。",
        "各县区政府要加强领导。",
        "要加强组织领导。",
        "加强对经营者的监管,严查违法行为。",
        "由企业自行负责售后。",
        "由大家牵头,会同某人开展。",
        "会同有关方面推进。",
        "坚持谁主管谁负责。",
        "执法部门要加强信息共享。",
        "市公安局的做法值得推广。",
        "各单位组织培训。",
        "将工作纳入市政府督查。",
        "每月25日前向领导小组办公室报送。",
        "区级部门应当加强指导。",
        "",
        "积极引导民营企业参与政府组织的普法活动。",
    ],
)
def test_other_sentences_state_none(sentence, width):
    assert read_prose(narrow(width(sentence))) == ()


def test_a_helper_that_is_no_unit_is_left_out():
    assert told(read_prose("由市公安局牵头,会同社会力量开展行动。")) == "lead 市公安局"
    assert told(read_prose("市公安局会同社会各界一起行动。")) == "lead 市公安局"


def test_sentences_are_cut_where_another_unit_begins(plan_of):
    plan = plan_of("(一)压实责任。商务部门负责追溯,公安机关负责办案,农业农村部门负责农资打假。")
    assert texts(plan) == ["商务部门负责追溯", "公安机关负责办案", "农业农村部门负责农资打假。"]
    assert codes(plan) == [[], ["prose-duty"], []]  # 公安机关 may be any of several


ROW = "商务部门要管好餐饮;公安部门要查处黑窝点;城市管理部门负责收运。"


def test_words_may_lead_to_a_row_of_units(plan_of):
    plan = plan_of(f"(三)压实责任。健全联动机制,实现全程监管。{ROW}")
    assert [told(m.duties) for m in plan.measures] == [
        "",
        "responsible 商务部门",
        "responsible 公安部门",
        "responsible 城市管理部门",
    ]
    one = plan_of("(三)压实责任。健全联动机制。商务部门负责管好餐饮。")
    assert len(one.measures) == 1


def test_a_sentence_without_a_unit_leads_to_those_who_have_one(plan_of):
    plan = plan_of(
        "三、责任\n整治实行属地管理,各乡政府负总责,建立责任体系。各有关部门要各负其责。\n"
        "商务部门负责协调。会同公安部门做好预警。一旦有事,要及时处置。\n"
        "公安部门要查处窝点。发现线索要立案。\n教育部门要管好校园,重点检查食堂。"
    )
    assert [told(m.duties) for m in plan.measures] == [
        "",
        "lead 商务部门; responsible 公安部门",
        "responsible 公安部门",
        "responsible 教育部门",
    ]
    assert codes(plan)[1:] == [[]] * 3  # units in a row bear each other out


def test_a_time_may_stand_before_the_unit(plan_of):
    plan = plan_of("(二)总结\n3.2031年8月上旬前,市双打办向省双打办报送总结。")
    assert told(plan.measures[0].duties) == "responsible 市双打办"


def test_a_row_of_governments_and_others(plan_of):
    plan = plan_of(
        "(一)分工。整治工作由市商务局牵头负责。各级政府负责本辖区。各有关部门要履行职责。"
    )
    assert [told(m.duties) for m in plan.measures] == [
        "lead 市商务局",
        "responsible 各级政府",
        "",
    ]


def test_a_heading_may_say_whose_duties_stand_below(plan_of):
    plan = plan_of("3.县打假办主要职责:\n(1)组织检查;\n(2)审议批准县应急办的报告。")
    assert [told(m.duties) for m in plan.measures] == ["responsible 县打假办"] * 2
    office = plan_of("(五)公安机关。对移送的案件,依法查处。")
    assert told(office.measures[0].duties) == "responsible 公安机关"


def test_a_sentence_without_a_unit_goes_on(plan_of):
    plan = plan_of("(一)加强协作。由市公安局牵头,会同市商务局开展检查。严查违法行为。")
    assert texts(plan) == ["由市公安局牵头,会同市商务局开展检查。严查违法行为。"]


def test_a_vague_sentence_after_a_duty_is_a_measure_of_its_own(plan_of):
    plan = plan_of("(一)加强协作。市公安局负责办案。各部门要密切配合。")
    assert [told(m.duties) for m in plan.measures] == ["responsible 市公安局", ""]


def test_an_item_that_begins_otherwise_is_no_prose(plan_of):
    plan = plan_of("(一)加强领导。各地各部门要高度重视。市双打办要加强督促。")
    assert [m.duties for m in plan.measures] == [()]


def test_a_mere_should_cuts_only_where_every_sentence_names_its_unit(plan_of):
    alone = plan_of("(一)保障。市财政局应当安排经费,市人社局应当配强人员。")
    mixed = plan_of("(一)保障。市财政局应当安排经费。同时拓宽渠道。")
    assert len(alone.measures) == 2
    assert [told(m.duties) for m in mixed.measures] == ["responsible 市财政局"]


@pytest.mark.parametrize(
    ("words", "duties"),
    [
        ("各乡镇要抓紧落实,市督查考核科要按月通报。", "responsible 市督查考核科"),
        (
            "办好咨询活动,市司法局要会同市委宣传部开设专栏。",
            "lead 市司法局; responsible 市委宣传部",
        ),
        ("各乡镇按时报送,法规科负责汇总情况。", "responsible 法规科"),
        ("市督查办将对进展实行月调度。各乡镇每季度报送情况。", "responsible 市督查办"),
        ("各乡镇要抓紧落实,行业协会要加强自律。", ""),
        ("抓好落实,有关部门要密切配合。", ""),
        ("切实抓好落实。市督查办将会同有关部门检查。", ""),
    ],
)
def test_the_first_sentence_may_name_a_unit_amid_what_is_done(words, duties, plan_of):
    plan = plan_of(f"(一)加强领导。{words}")
    assert texts(plan) == [words]
    assert told(plan.measures[0].duties) == duties


def test_an_item_with_a_clause_is_not_read_as_prose(plan_of):
    plan = plan_of("(一)保障。市财政局负责安排经费。(市财政局牵头)")
    assert [told(m.duties) for m in plan.measures] == ["lead 市财政局"]


def test_cuts_of_a_passage():
    assert prose_cuts("没有单位的话。", 0) == []
    assert prose_cuts("", 0) == []
    cuts = prose_cuts("标题。市公安局负责办案。", 3)
    assert [(cut.start, cut.end) for cut in cuts] == [(3, 12)]
    assert cuts[0] == Cut(3, 12, cuts[0].duties)


@pytest.mark.parametrize(
    ("closing", "duties"),
    [
        (
            "由市公安局牵头,会同市商务局、市司法局实施。",
            "lead 市公安局; responsible 市商务局, 市司法局",
        ),
        ("由市公安局牵头,市商务局配合。", "lead 市公安局; cooperating 市商务局"),
        ("该项工作由市公安局负责。", "responsible 市公安局"),
        ("市公安局、市商务局按职责分工负责。", "responsible 市公安局, 市商务局"),
        ("由市公安局负责日常巡查。", "responsible 市公安局"),
        ("由市公安局牵头,会同市商务局实施。6月底前完成。", "lead 市公安局; responsible 市商务局"),
        ("市公安局负责城区。市商务局负责。市司法局负责。", ""),
        ("由各成员单位牵头,会同市司法局实施。", "lead 各成员单位; responsible 市司法局"),
        ("各部门密切配合。", ""),
        ("由专人负责。", ""),
    ],
)
def test_a_closing_sentence_states_the_duties_of_the_whole_item(closing, duties, plan_of):
    plan = plan_of(f"(一)整治集市。清查摊位,取缔无照经营。{closing}")
    alone = closing.startswith("该项")  # a clause then
    assert texts(plan) == [f"清查摊位,取缔无照经营。{'' if alone else closing}"]
    assert (plan.measures[0].clause is not None) is alone
    assert told(plan.measures[0].duties) == duties
    assert ("prose-duty" in codes(plan)[0]) is (closing == "由市公安局负责日常巡查。")


def test_who_explains_a_document_has_no_duty_in_it():
    assert read_prose("本方案由市双打办负责解释。") == ()
    assert read_prose("市双打办负责解释。") == ()


def test_units_told_plainly_are_no_doubt_among_clauses_either(plan_of):
    alone = plan_of("一、保障\n(一)市公安局负责办案。\n(二)由市商务局牵头,会同市司法局普法。")
    among = plan_of("一、保障\n(一)市公安局负责办案。\n(二)普法。(市司法局负责)")
    assert codes(alone) == [[], []]
    assert codes(among) == [[], []]


@pytest.mark.parametrize(
    "sentence",
    [
        "市公安局负责城区,配合做好镇区检查。",
        "公安机关负责办案。",
    ],
)
def test_units_told_less_plainly_are_doubted(sentence, plan_of):
    assert codes(plan_of(f"一、保障\n(一){sentence}")) == [["prose-duty"]]


def test_paragraphs_with_titles_of_their_own_are_measures(plan_of):
    plan = plan_of(
        "一、工作要求\n加强领导。各地要成立专班。\n强化保障。市财政局要安排经费。\n按时报送。12月5日前报送总结。"
    )
    assert texts(plan) == [
        "加强领导。各地要成立专班。",
        "强化保障。市财政局要安排经费。",
        "按时报送。12月5日前报送总结。",
    ]
    assert [told(m.duties) for m in plan.measures] == ["", "responsible 市财政局", ""]


@pytest.mark.parametrize("second", ["各地要成立专班,加强领导。", "加强领导。", "强化保障"])
def test_paragraphs_that_do_not_all_have_titles_are_one_measure(second, plan_of):
    plan = plan_of(f"一、工作要求\n加强领导。各地要成立专班。\n{second}")
    assert len(plan.measures) == 1


def test_units_that_are_told_together_to_do_something_are_hinted_at(plan_of):
    for words in ("各单位要组织培训。", "各牵头部门于每月25日前报送进展。"):
        plan = plan_of(f"一、保障\n(一){words}")
        assert [f.code for f in plan.measures[0].findings] == ["collective-unit"]


def test_two_parts_amid_a_sentence_may_state_who_does_it(plan_of):
    plan = plan_of("三、安排\n本阶段为整治阶段,执法分局牵头,各监管所分工负责,开展拉网式检查。")
    assert told(plan.measures[0].duties) == "lead 执法分局; responsible 各监管所"


def test_units_before_colons_part_a_paragraph_that_lost_its_breaks(plan_of):
    plan = plan_of("二、职责分工\n要密切配合。商务部门:负责管好市场。公安部门:负责查处案件。")
    assert [told(m.duties) for m in plan.measures] == [
        "",
        "responsible 商务部门",
        "responsible 公安部门",
    ]


def test_a_first_sentence_that_only_says_who_is_about_all_of_the_item(plan_of):
    plan = plan_of("(二)加强打击。由省公安厅负责。各级公安机关要主动出击。")
    assert [told(m.duties) for m in plan.measures] == ["responsible 省公安厅"]


@pytest.mark.parametrize(
    ("sentence", "duties"),
    [
        ("由市商务局受理商户投诉", "responsible 市商务局"),
        ("由市商务局分管领导任组长", ""),
        ("由市市场监管局局长任组长,每月召开会议", ""),
        ("由市政府秘书长担任组长", ""),
        ("由市财政局主任科员联系", ""),
        ("由市商务局主要负责人召集会议", ""),
        ("由于市商务局人手不够", ""),
        ("市商务局开展检查,会同市公安局查处窝点", "lead 市商务局; responsible 市公安局"),
        ("市文旅局要会同财政、采购办等部门督查", "lead 市文旅局; responsible 财政部门, 采购办"),
    ],
)
def test_a_unit_behind_you_does_what_follows(sentence, duties):
    assert told(read_prose(sentence)) == duties


def test_a_later_sentence_says_with_whom_a_unit_works(plan_of):
    plan = plan_of(
        "一、分工\n国土部门负责协调。会同气象、水利部门做好预报。\n气象部门要发布预警。会商要及时。\n"
    )
    assert [told(m.duties) for m in plan.measures] == [
        "lead 国土部门; responsible 气象部门, 水利部门",
        "responsible 气象部门",
    ]


def test_rules_about_what_everybody_does_name_no_unit(plan_of):
    plan = plan_of(
        "一、任务\n1.查案。(责任单位:省公安厅、商务厅。具体任务均涉及相关市人民政府,不再列出。)"
    )
    assert told(plan.measures[0].duties) == "responsible 省公安厅, 省商务厅"


@pytest.mark.parametrize(
    ("words", "duties"),
    [
        ("联合检查组每月开展抽查", ""),
        ("联合市商务局每月开展抽查", "responsible 市商务局"),
        ("联合各镇街开展抽查", "responsible 各镇街"),
        ("会同社保基金会每月开展抽查", "responsible 社保基金会"),
    ],
)
def test_only_what_is_surely_a_unit_joins_another(words, duties):
    assert told(joined_by(words)) == duties


def test_a_joint_team_is_no_unit_that_joins_the_one_before_it(plan_of):
    words = "市公安局负责查处假酒。联合检查组每月开展抽查。市教育局负责检查学校。"
    plan = plan_of(f"一、分工\n{words}\n")
    assert [told(m.duties) for m in plan.measures] == [
        "responsible 市公安局",
        "responsible 市教育局",
    ]
