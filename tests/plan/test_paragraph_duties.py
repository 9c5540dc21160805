"""Who does it, told inside a paragraph in the ways of offices: by keys, dashes, 一是, the last words."""

import pytest

from plan.telling import codes, texts, told
from shuangda_desktop.plan.duties.counted import counted_cuts
from shuangda_desktop.plan.duties.units_list import split_units
from shuangda_desktop.plan.duties.whole import whole_duties
from shuangda_desktop.text.punctuation import narrow

HEAD = "云溪市2026年打假工作要点\n一、任务\n"


def read(plan_of, item):
    """Each measure of one item: what it says, and who does it."""
    plan = plan_of(f"{HEAD}1.{item}\n")
    return [
        f"{text} | {told(measure.duties)}"
        for text, measure in zip(texts(plan), plan.measures, strict=True)
    ]


@pytest.mark.parametrize(
    ("item", "measures"),
    [
        # a key behind each sentence, and the next sentence behind its value
        (
            "查处假烟窝点5处。责任单位:市烟草局。抽检童车。责任单位:市妇联、市商务局。完成时限:9月底前。",
            [
                "查处假烟窝点5处。 | responsible 市烟草局",
                "抽检童车。 | responsible 市妇联, 市商务局",
            ],
        ),
        (
            "查处假烟,移送案件不少于3件。责任单位:市烟草局。清查校园周边文具店。",
            ["查处假烟,移送案件不少于3件。 | responsible 市烟草局", "清查校园周边文具店。 |"],
        ),
        # what stands behind the value is said of it
        (
            "查处假烟窝点5处。责任单位:市烟草局、市公安局。排第一位的为牵头单位。",
            ["查处假烟窝点5处。 | lead 市烟草局; responsible 市公安局"],
        ),
        (
            "查处假烟窝点5处。责任单位:市烟草局。市公安局。",
            ["查处假烟窝点5处。 | responsible 市烟草局, 市公安局"],
        ),
        # a key behind a comma
        ("抽检童车,责任单位为市妇联、市商务局。", ["抽检童车 | responsible 市妇联, 市商务局"]),
        (
            "抽检童车,牵头单位:市妇联,配合单位:市商务局",
            ["抽检童车 | lead 市妇联; cooperating 市商务局"],
        ),
        # a dash
        ("抽检童车。——市妇联、市商务局", ["抽检童车。 | responsible 市妇联, 市商务局"]),
        (
            "抽检童车。——市妇联牵头,市商务局配合。",
            ["抽检童车。 | lead 市妇联; cooperating 市商务局"],
        ),
        ("抽检童车不少于50辆。——抓住货源地", ["抽检童车不少于50辆。——抓住货源地 |"]),
        ("抽检童车——市妇联提醒家长", ["抽检童车——市妇联提醒家长 |"]),
        # parts that are counted
        (
            "整治重点。一是抽检童车,由市妇联负责;二是清查文具店,市教育局牵头、市商务局配合。",
            [
                "一是抽检童车,由市妇联负责; | responsible 市妇联",
                "二是清查文具店,市教育局牵头、市商务局配合。 | lead 市教育局; cooperating 市商务局",
            ],
        ),
        (
            "整治重点。一是抽检童车;二是清查文具店,由市教育局负责。",
            ["一是抽检童车;二是清查文具店,由市教育局负责。 | responsible 市教育局"],
        ),
        # the last words of a sentence
        (
            "清查电动车店铺,市场监管部门牵头,公安、商务等部门配合,9月底前完成。",
            [
                "清查电动车店铺,市场监管部门牵头,公安、商务等部门配合,9月底前完成。 | "
                "lead 市场监管部门; cooperating 公安部门, 商务部门"
            ],
        ),
        (
            "整治电动车。此项工作由市公安局牵头,会同市商务局、市消防救援支队实施。",
            [
                "此项工作由市公安局牵头,会同市商务局、市消防救援支队实施。 | "
                "lead 市公安局; responsible 市商务局, 市消防救援支队"
            ],
        ),
        (
            "核查正版软件。市版权局牵头,其中市属企业由市国资委负责,金融机构由市金融办负责。",
            [
                "市版权局牵头,其中市属企业由市国资委负责,金融机构由市金融办负责。 | "
                "lead 市版权局; responsible[市属企业] 市国资委; responsible[金融机构] 市金融办"
            ],
        ),
    ],
)
def test_who_does_it_is_read(plan_of, item, measures):
    assert [line.strip() for line in read(plan_of, item)] == measures


def test_paragraphs_below_a_heading_name_their_units_with_a_colon_or_without(plan_of):
    plan = plan_of(
        "云溪市2026年打假方案\n一、职责分工\n市教育局:清查校园周边文具店。\n市商务局负责抽检童车。\n各县区政府:落实责任。\n"
    )
    assert [told(measure.duties) for measure in plan.measures] == [
        "responsible 市教育局",
        "responsible 市商务局",
        "responsible 各县区政府",
    ]
    mixed = plan_of(
        "云溪市2026年打假方案\n一、职责分工\n市教育局:清查校园周边文具店。\n清查结果报送备案。\n"
    )
    assert len(mixed.measures) == 1


@pytest.mark.parametrize(
    ("clause", "duties"),
    [
        ("市妇联牵头/市商务局、市教育局配合", "lead 市妇联; cooperating 市商务局, 市教育局"),
        ("牵头:市妇联/配合:市商务局", "lead 市妇联; cooperating 市商务局"),
        ("市妇联负责,上半年、下半年各一次", "responsible 市妇联"),
        ("市妇联,2026.3.31前", "responsible 市妇联"),
        ("市妇联,2026-06-30", "responsible 市妇联"),
        ("市妇联,6/30前", "responsible 市妇联"),
        ("市妇联,分阶段推进,年底前完成", "responsible 市妇联"),
        ("市妇联,立即整改,并长期坚持", "responsible 市妇联"),
    ],
)
def test_clauses_parted_by_a_stroke_or_with_a_rhythm(plan_of, clause, duties):
    assert read(plan_of, f"抽检童车。({clause})") == [f"抽检童车。 | {duties}"]


def test_a_short_item_behind_its_unit_is_the_units(plan_of):
    plan = plan_of(
        "云溪市2026年职责分工\n1.市财政局:保障经费。\n2.市妇联、市教育局:抽检童车。\n3.童车:抽检。\n"
    )
    assert [told(m.duties) for m in plan.measures] == [
        "responsible 市财政局",
        "responsible 市妇联, 市教育局",
        "",
    ]
    assert texts(plan) == ["市财政局:保障经费。", "市妇联、市教育局:抽检童车。", "童车:抽检。"]


def test_a_heading_may_end_in_what_kind_of_list_stands_below(plan_of):
    plan = plan_of("云溪市2026年打假方案\n一、重点任务分工\n1.抽检童车。(市妇联负责)\n")
    assert plan.sections[0].heading == "重点任务分工"
    assert codes(plan) == [[]]


@pytest.mark.parametrize(
    ("text", "cuts"),
    [
        ("一是抽检。", 0),
        ("一是抽检;二是清查", 0),
        ("一是抽检,由市妇联负责。三是清查,由市教育局负责。", 0),
        ("一是抽检,由市妇联负责。四是总结。二是清查,由市教育局负责。", 2),
        ("一是抽检,由市妇联负责。二是清查,由市教育局负责。", 2),
        ("统一是要求,唯一是底线。", 0),
    ],
)
def test_only_parts_that_count_from_one_are_cut(text, cuts):
    assert len(counted_cuts(text, 0)) == cuts


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("网信、公安、市场监管部门", "网信部门 公安部门 市场监管部门"),
        ("商务、税务等部门", "商务部门 税务部门"),
        ("市公安局、商务等部门", "市公安局 商务部门"),
        ("甲乙、公安部门", "甲乙 公安部门"),
        ("商务、税务", "商务 税务"),
        ("部门", ""),
    ],
)
def test_fields_share_the_word_for_departments(text, names):
    assert split_units(text).names == tuple(names.split())


def test_parts_of_a_shared_duty_are_read_only_where_they_are_asked_for():
    sentence = "市版权局牵头,其中市属企业由市国资委负责。"
    assert whole_duties(sentence) == ()
    assert told(whole_duties(sentence, shared=True)) == (
        "lead 市版权局; responsible[市属企业] 市国资委"
    )


def test_a_unit_before_a_colon_may_have_another_name_in_brackets(plan_of):
    plan = plan_of("网信办(市委网信办):清理信息。\n市公安局:查处案件。")
    assert [told(m.duties) for m in plan.measures] == [
        "responsible 网信办(市委网信办)",
        "responsible 市公安局",
    ]


def test_words_may_lead_to_paragraphs_of_units(plan_of):
    plan = plan_of(
        "二、职责分工\n整治涉及面广,要密切配合。\n商务部门:管好市场。\n公安部门:查处案件。"
    )
    assert [told(m.duties) for m in plan.measures] == [
        "",
        "responsible 商务部门",
        "responsible 公安部门",
    ]


def test_words_behind_the_colon_may_say_that_the_unit_leads(plan_of):
    plan = plan_of("二、职责分工\n县市场局:牵头负责组织协调。\n县公安局:依法查处案件。")
    assert [told(m.duties) for m in plan.measures] == ["lead 县市场局", "responsible 县公安局"]


def test_the_name_before_a_colon_stays_in_the_words(plan_of):
    plan = plan_of("二、责任分工\n市打假办(设在市商务局):组织协调,督促检查。")
    assert texts(plan) == ["市打假办(设在市商务局):组织协调,督促检查。"]
    assert told(plan.measures[0].duties) == "responsible 市打假办"
    other = plan_of("二、有关要求\n市打假办:组织协调,督促检查。")
    assert texts(other) == ["市打假办:组织协调,督促检查。"]


def test_units_before_colons_stand_in_one_line(plan_of):
    plan = plan_of("省水利厅:负责排查;及时供水。 省商务厅:负责储备。 省粮食局:配合供应。")
    assert texts(plan) == [
        "省水利厅:负责排查;及时供水。",
        "省商务厅:负责储备。",
        "省粮食局:配合供应。",
    ]


def test_units_in_a_row_above_the_first_number_are_measures(plan_of):
    plan = plan_of(
        "市商务局:负责巡查商铺。\n市公安局:负责查处案件。\n五、标准要求\n1.商铺要挂牌。做好登记。"
    )
    assert [told(m.duties) for m in plan.measures[:2]] == [
        "responsible 市商务局",
        "responsible 市公安局",
    ]
    one = plan_of("市商务局:负责巡查商铺。\n五、标准要求\n1.商铺要挂牌。做好登记。")
    assert len(one.measures) == 1  # one alone may be to whom a letter goes


@pytest.mark.parametrize(
    ("first", "duties"),
    [
        (
            "集市整治,由商务、公安部门负责,有关部门配合",
            "responsible 商务部门, 公安部门; cooperating 有关部门",
        ),
        ("集市整治,由市商务局牵头", "lead 市商务局"),
        ("集市整治,由市商务局牵头成立专门机构", "lead 市商务局"),  # and no 成立专门机构
    ],
)
def test_a_first_sentence_that_tells_who_does_it_is_for_all_behind_it(plan_of, first, duties):
    (measure,) = plan_of(f"二、任务\n(一){first}。要登记摊位,逐户排查。").measures
    assert told(measure.duties) == duties
    assert narrow(measure.text).startswith("集市整治")


def test_a_department_named_shorter_goes_on_with_what_it_does(plan_of):
    plan = plan_of(
        "二、分工\n(一)卫生行政部门负责通知各医院登记药品。卫生部门每周汇总登记情况。\n(二)公安机关负责侦办案件。"
    )
    assert [told(m.duties) for m in plan.measures] == [
        "responsible 卫生行政部门",
        "responsible 公安机关",
    ]


def test_a_later_paragraph_that_begins_with_its_unit_is_a_measure(plan_of):
    plan = plan_of(
        "云溪市2026年打假方案\n一、要求\n(一)加强督导,狠抓落实\n各镇要检查,每月4日前报送进展。\n"
        "市打假办要加强协调,适时督查。做好统计。\n信息要公开。\n(二)畅通渠道\n各部门要受理投诉。\n热线要畅通。\n"
    )
    assert texts(plan) == [
        "各镇要检查,每月4日前报送进展。",
        "市打假办要加强协调,适时督查。做好统计。信息要公开。",
        "各部门要受理投诉。热线要畅通。",
    ]
    assert [told(m.duties) for m in plan.measures] == ["", "responsible 市打假办", ""]
