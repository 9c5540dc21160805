"""Every shape of duty clause is read as the source says it."""

import pytest

from plan.telling import told
from shuangda_desktop.plan.duties.duties import read_clause
from shuangda_desktop.plan.duties.order import says_first_leads
from shuangda_desktop.text.punctuation import narrow


@pytest.fixture
def read(width):
    """Read a clause as it stands in a document of either width."""
    return lambda text: read_clause(narrow(width(text)))


VERBS = [
    ("宣传处会办公室", "lead 宣传处; responsible 办公室"),
    ("宣传处会法规科", "lead 宣传处; responsible 法规科"),
    ("1.市公安局;2.市商务局", "responsible 市公安局, 市商务局"),
    ("牵头单位:1.市公安局;2.市商务局", "lead 市公安局, 市商务局"),
    ("责任单位:市商务局,联系电话:0571-12345 市公安局", "responsible 市商务局, 市公安局"),
    ("责任单位:市商务局 办公电话:12345 市公安局", "responsible 市商务局, 市公安局"),
    ("责任单位:市商务局;联系人:李某 王某;电话:12345", "responsible 市商务局"),
    (
        "市商务局牵头,各区无法办理的,市公安局配合",
        "lead 市商务局; cooperating 市公安局",
    ),
    ("市公安局负责,责任人李某", "responsible 市公安局"),
    ("责任单位:市公安局;责任人:李某;联系电话:0000", "responsible 市公安局"),
    ("归口单位:市委改革办;主责单位:市公安局", "responsible 市委改革办; lead 市公安局"),
    (
        "市公安局牵头,以下均需各县政府落实,区政府无相关职能的,由市直部门负责,不再列出",
        "lead 市公安局",
    ),
    ("市公安局负责", "responsible 市公安局"),
    ("市公安局、市商务局负责", "responsible 市公安局, 市商务局"),
    ("市公安局、市商务局按职责分工负责", "responsible 市公安局, 市商务局"),
    ("市公安局、市商务局按职责分工分别负责", "responsible 市公安局, 市商务局"),
    ("市公安局、市商务局按职能分工负责", "responsible 市公安局, 市商务局"),
    ("市公安局、市商务局按照各自职责负责", "responsible 市公安局, 市商务局"),
    ("市公安局、市商务局分别负责", "responsible 市公安局, 市商务局"),
    ("市公安局、市商务局分工负责", "responsible 市公安局, 市商务局"),
    ("市公安局、市商务局共同负责", "responsible 市公安局, 市商务局"),
    ("市公安局具体负责", "responsible 市公安局"),
    ("市公安局负责落实", "responsible 市公安局"),
    ("市公安局、市商务局按照职责分工落实", "responsible 市公安局, 市商务局"),
    ("市公安局组织实施", "responsible 市公安局"),
    ("市公安局承办", "responsible 市公安局"),
    ("市公安局牵头", "lead 市公安局"),
    ("市公安局牵头负责", "lead 市公安局"),
    ("市公安局负责牵头", "lead 市公安局"),
    ("市公安局组织牵头", "lead 市公安局"),
    ("市公安局主办", "lead 市公安局"),
    ("市公安局为牵头单位", "lead 市公安局"),
    ("市公安局、市商务局牵头负责", "lead 市公安局, 市商务局"),
    ("市公安局、市商务局分别牵头", "lead 市公安局, 市商务局"),
    ("市公安局、市商务局按职责分工牵头负责", "lead 市公安局, 市商务局"),
    ("市公安局、市商务局按职责分工分别牵头", "lead 市公安局, 市商务局"),
    ("市公安局配合", "cooperating 市公安局"),
    ("市公安局协助", "cooperating 市公安局"),
    ("市公安局参与", "cooperating 市公安局"),
    ("市公安局协办", "cooperating 市公安局"),
    ("市公安局支持配合", "cooperating 市公安局"),
    ("市公安局、市商务局参加", "cooperating 市公安局, 市商务局"),
    ("市公安局按职责分工配合", "cooperating 市公安局"),
    ("由市公安局负责", "responsible 市公安局"),
    ("市双打办", "responsible 市双打办"),
    ("市公安局、市商务局", "responsible 市公安局, 市商务局"),
    ("各成员单位按职责分工负责", "responsible 各成员单位"),
    ("有执法职能的部门负责", "responsible 有执法职能的部门"),
    ("市公安局担任", "responsible 市公安局"),
    ("市公安局、市商务局共同", "responsible 市公安局, 市商务局"),
    ("市公安局具体抓落实", "responsible 市公安局"),
    ("市政府督查室督办", "responsible 市政府督查室"),
]


@pytest.mark.parametrize(("clause", "duties"), VERBS)
def test_one_group_of_units(clause, duties, read):
    assert told(read(clause).duties) == duties


GROUPS = [
    ("市公安局牵头,市商务局、市财政局配合", "lead 市公安局; cooperating 市商务局, 市财政局"),
    ("市公安局牵头;市商务局配合", "lead 市公安局; cooperating 市商务局"),
    ("市公安局牵头、市商务局配合", "lead 市公安局; cooperating 市商务局"),
    ("市公安局牵头负责、市商务局配合", "lead 市公安局; cooperating 市商务局"),
    ("市公安局牵头市商务局配合", "lead 市公安局; cooperating 市商务局"),
    ("市公安局牵头,市商务局、市财政局", "lead 市公安局; responsible 市商务局, 市财政局"),
    (
        "市公安局牵头,市商务局、市财政局按职责分工负责",
        "lead 市公安局; responsible 市商务局, 市财政局",
    ),
    (
        "市公安局、市商务局牵头,市财政局按职责分工分别负责",
        "lead 市公安局, 市商务局; responsible 市财政局",
    ),
    (
        "市公安局牵头,市商务局、市财政局按职责分工负责,各县区政府配合",
        "lead 市公安局; responsible 市商务局, 市财政局; cooperating 各县区政府",
    ),
    ("市公安局牵头,其他成员单位配合", "lead 市公安局; cooperating 其他成员单位"),
    ("市公安局会同市商务局负责", "lead 市公安局; responsible 市商务局"),
    ("市公安局会同有关部门负责", "lead 市公安局; responsible 有关部门"),
    ("市公安局、市商务局会同有关部门负责", "lead 市公安局, 市商务局; responsible 有关部门"),
    ("市公安局会同市商务局牵头", "lead 市公安局; responsible 市商务局"),
    ("市公安局牵头,会同市商务局落实", "lead 市公安局; responsible 市商务局"),
    ("市公安局负责,会同市商务局落实", "responsible 市公安局, 市商务局"),
    ("市公安局、市财政局,会同市商务局负责", "lead 市公安局, 市财政局; responsible 市商务局"),
    ("市公安局负责,并联合市商务局实施", "responsible 市公安局, 市商务局"),
    ("市公安局牵头,联合市商务局、市财政局", "lead 市公安局; responsible 市商务局, 市财政局"),
    ("市公安局,联合市商务局负责", "lead 市公安局; responsible 市商务局"),
    ("市公安局牵头,联合各地查处", "lead 市公安局; responsible 各地查处"),
    ("市公安局负责,联合市场主体", "responsible 市公安局, 市场主体"),
    ("市公安局联合各乡镇负责", "lead 市公安局; responsible 各乡镇"),
    ("市公安局牵头,联合执法队负责", "lead 市公安局; responsible 联合执法队"),
    (
        "市公安局会同市商务局,市财政局配合",
        "lead 市公安局; responsible 市商务局; cooperating 市财政局",
    ),
    (
        "市公安局商市财政局研究提出,市商务局配合",
        "lead 市公安局; responsible 市财政局; cooperating 市商务局",
    ),
    ("市公安局商财政局、司法局负责", "lead 市公安局; responsible 市财政局, 市司法局"),
    ("市政府办商务科、市财政局负责", "responsible 市政府办商务科, 市财政局"),
    ("市公安局会商市财政局研究", "lead 市公安局; responsible 市财政局"),
    ("市公安局主责,市商务局协同落实", "lead 市公安局; cooperating 市商务局"),
    ("市公安局牵头,市商务局全力支持", "lead 市公安局; cooperating 市商务局"),
    ("市公安局牵头,市商务局、各乡镇帮助配合", "lead 市公安局; cooperating 市商务局, 各乡镇"),
    ("市公安局协同市商务局负责", "lead 市公安局; responsible 市商务局"),
    ("市公安局牵头,市商务局会同各镇配合", "lead 市公安局; cooperating 市商务局, 各镇"),
    ("县公安局牵头,工商业联合会协作", "lead 县公安局; cooperating 县工商业联合会"),
    ("市公安局负责,市商务局帮忙配合", "responsible 市公安局; cooperating 市商务局"),
    (
        "市公安局负责,市商务局协作配合,市司法局帮助",
        "responsible 市公安局; cooperating 市商务局, 市司法局",
    ),
    ("市公安局指导,市商务局参与", "responsible 市公安局; cooperating 市商务局"),
    (
        "市公安局(牵头)、市商务局、市司法局(配合)负责",
        "lead 市公安局; responsible 市商务局; cooperating 市司法局",
    ),
    ("市公安局(牵头单位)、市商务局", "lead 市公安局; responsible 市商务局"),
    ("市公安局〔主办〕、商务局〔承办〕", "lead 市公安局; responsible 市商务局"),
    ("市公安局市商务局、市财政局负责", "responsible 市公安局, 市商务局, 市财政局"),
    ("市公安局、市商务局按职责分工", "responsible 市公安局, 市商务局"),
    ("市公安局、市商务局按职责分工分别", "responsible 市公安局, 市商务局"),
    ("市公安局主办,市商务局协办", "lead 市公安局; cooperating 市商务局"),
    ("市公安局为牵头单位,市商务局为配合单位", "lead 市公安局; cooperating 市商务局"),
    ("市公安局按职责负责,市商务局按职责配合", "responsible 市公安局; cooperating 市商务局"),
    ("市公安局,各市县人民政府", "responsible 市公安局, 各市县人民政府"),
    ("各县(区)人民政府,市直有关单位按职责分工负责", "responsible 各县(区)人民政府, 市直有关单位"),
    ("各区县政府,市公安局", "responsible 各区县政府, 市公安局"),
    (
        "市公安局牵头,市商务局负责;各县区政府落实属地责任",
        "lead 市公安局; responsible 市商务局, 各县区政府",
    ),
    (
        "市公安局负责线上检查,市文旅局负责线下检查",
        "responsible[线上检查] 市公安局; responsible[线下检查] 市文旅局",
    ),
    ("市公安局牵头,公安分局、商务局配合", "lead 市公安局; cooperating 市公安分局, 市商务局"),
]


@pytest.mark.parametrize(("clause", "duties"), GROUPS)
def test_several_groups_of_units(clause, duties, read):
    assert told(read(clause).duties) == duties


LABELLED = [
    ("牵头单位:市公安局", "lead 市公安局"),
    ("责任单位:市公安局、市商务局", "responsible 市公安局, 市商务局"),
    ("责任部门:市公安局", "responsible 市公安局"),
    ("考核单位:市公安局", "responsible 市公安局"),
    ("第一责任单位:市公安局", "responsible 市公安局"),
    ("牵头考核单位:市公安局", "lead 市公安局"),
    ("主办单位:市公安局;协办单位:市商务局", "lead 市公安局; cooperating 市商务局"),
    ("主办:市公安局;协办:市商务局", "lead 市公安局; cooperating 市商务局"),
    ("牵头:市公安局;配合:市商务局", "lead 市公安局; cooperating 市商务局"),
    ("负责:市公安局;参与:市商务局", "responsible 市公安局; cooperating 市商务局"),
    (
        "牵头单位:市公安局、市商务局;配合单位:市财政局",
        "lead 市公安局, 市商务局; cooperating 市财政局",
    ),
    (
        "牵头单位:市公安局,责任单位:市商务局、市财政局",
        "lead 市公安局; responsible 市商务局, 市财政局",
    ),
    (
        "牵头单位:市公安局;责任单位:市商务局,各区县政府",
        "lead 市公安局; responsible 市商务局, 各区县政府",
    ),
    ("牵头单位:市公安局配合单位:市商务局", "lead 市公安局; cooperating 市商务局"),
    ("市公安局;配合:市商务局", "responsible 市公安局; cooperating 市商务局"),
    ("市公安局、财政局,配合单位:商务局", "responsible 市公安局, 市财政局; cooperating 市商务局"),
    ("市公安局牵头。责任乡镇:云台镇、云山镇", "lead 市公安局; responsible 云台镇, 云山镇"),
    (
        "8月底完成,牵头考核单位:市公安局,配合考核单位:市商务局",
        "lead 市公安局; cooperating 市商务局",
    ),
    ("牵头责任单位:市公安局;相关责任单位:各县区", "lead 市公安局; responsible 各县区"),
    ("牵头单位 市公安局 责任单位 各县区", "lead 市公安局; responsible 各县区"),
    ("牵头单位为市公安局,配合单位为市商务局", "lead 市公安局; cooperating 市商务局"),
    ("负责部门:市公安局,适用范围:全市网店", "responsible 市公安局"),
    ("牵头领导:张某;牵头单位:市公安局;责任人:李某", "lead 市公安局"),
    ("责任单位:市公安局牵头,市商务局配合", "lead 市公安局; cooperating 市商务局"),
    (
        "牵头单位:市商务局;配合单位:市公安局、工商局、质监局",
        "lead 市商务局; cooperating 市公安局, 市工商局, 市质监局",
    ),
    ("牵头单位:市商务局;配合单位:公安局、财政局", "lead 市商务局; cooperating 市公安局, 市财政局"),
    (
        "白酒整治牵头单位:市公安局;配合单位:市商务局。黄酒整治牵头单位:市财政局;配合单位:市司法局",
        "lead[白酒整治] 市公安局; cooperating[白酒整治] 市商务局; "
        "lead[黄酒整治] 市财政局; cooperating[黄酒整治] 市司法局",
    ),
    (
        "市级责任单位:市公安局;县级责任单位:各县区政府",
        "responsible[市级] 市公安局; responsible[县级] 各县区政府",
    ),
    ("完成时限:6月底;责任单位:市公安局", "responsible 市公安局"),
    ("10月底完成,牵头考核单位:市公安局", "lead 市公安局"),
    ("市人大常委会办公室、市政协办公室", "responsible 市人大常委会办公室, 市政协办公室"),
    ("市政协办公厅牵头,市数据局协办", "lead 市政协办公厅; cooperating 市数据局"),
    (
        "市商务局、市文旅局(共同牵头)、各区政府(参与)",
        "responsible 市商务局; lead 市文旅局; cooperating 各区政府",
    ),
    ("市食品安全委员会办公室,市公安局", "responsible 市食品安全委员会办公室, 市公安局"),
    ("市公安局负责,2024年底前取得成效", "responsible 市公安局"),
    ("市公安局负责;9月底前完成并投入使用", "responsible 市公安局"),
    ("5分;考核单位:市公安局", "responsible 市公安局"),
]


@pytest.mark.parametrize(("clause", "duties"), LABELLED)
def test_labelled_clauses(clause, duties, read):
    assert told(read(clause).duties) == duties


ASIDES = [
    ("市公安局负责,6月底前完成", "responsible 市公安局"),
    ("持续推进,市公安局牵头,市商务局配合", "lead 市公安局; cooperating 市商务局"),
    ("5分;市双打办", "responsible 市双打办"),
    ("5分,缺1次扣2分;考核单位:市双打办", "responsible 市双打办"),
    ("市公安局负责;全年", "responsible 市公安局"),
    ("市公安局、市商务局负责,列第一位的为牵头单位,下同", "responsible 市公安局, 市商务局"),
    ("市公安局负责。未列牵头单位的,由责任单位牵头", "responsible 市公安局"),
    ("市公安局负责。列第一位者为牵头单位,下同", "responsible 市公安局"),
    ("各成员单位,以下均需各县落实,不再列出", "responsible 各成员单位"),
    ("市公安局负责。完成时限:2023年9月", "responsible 市公安局"),
]


@pytest.mark.parametrize(("clause", "duties"), ASIDES)
def test_what_is_no_unit_is_left_aside(clause, duties, read):
    assert told(read(clause).duties) == duties


NO_CLAUSES = [
    "IP地址",
    "二期",
    "平安建设",
    "政府令第263号",
    "国发〔2017〕14号",
    "以下简称双打办",
    "谁主管、谁负责",
    "企业直接向国家发展改革委申报,不需省级部门转报",
    "市商务局,联系电话:1234567",
    "15分",
    "市、区",
    "云溪",
    "含个体工商户",
    "按职责分工负责",
    "完成时限:6月底",
    "牵头单位:",
    "。",
    "",
    " ",
]


@pytest.mark.parametrize("text", NO_CLAUSES)
def test_other_brackets_are_no_clauses(text, read):
    assert read(text) is None


@pytest.mark.parametrize(
    ("clause", "open_ended"),
    [
        ("市公安局等负责", True),
        ("市公安局等有关部门,各县区按职责分工落实", True),
        ("牵头单位:市公安局;配合单位:市商务局等", True),
        ("市公安局负责", False),
    ],
)
def test_an_open_list_is_marked(clause, open_ended, read):
    assert read(clause).open_ended is open_ended


@pytest.mark.parametrize(
    ("clause", "verb"), [("市公安局负责", True), ("责任单位:市公安局", True), ("市公安局", False)]
)
def test_the_absence_of_a_verb_is_marked(clause, verb, read):
    assert read(clause).verb is verb


@pytest.mark.parametrize(
    "text",
    [
        "列第一位者为牵头单位,下同",
        "列第1位者为牵头单位,下同",
        "排在第一位的部门为牵头部门,下同",
        "排首位的单位为牵头单位",
        "第一个责任单位为牵头单位",
        "牵头单位未明确的,第一责任单位为牵头单位",
        "未列牵头单位的事项,由责任单位牵头(下同)",
        "没有明确牵头单位的,由排名第一的单位牵头",
        "居首的为牵头单位",
    ],
)
def test_rules_that_the_first_unit_leads(text, width):
    assert says_first_leads(narrow(width(text)))


@pytest.mark.parametrize(
    "text",
    [
        "市公安局牵头,第一时间处置",
        "首次牵头开展行动",
        "牵头单位要认真负责",
        "把任务落实到责任单位",
        "",
    ],
)
def test_sentences_that_are_no_such_rule(text):
    assert not says_first_leads(text)


def test_a_clause_tells_that_it_sets_the_rule(read):
    assert read("市公安局负责。列第一位者为牵头单位,下同").first_leads
    assert not read("市公安局负责").first_leads


def test_those_who_bear_a_duty_of_their_own_behind_a_key_are_responsible(read):
    text = "牵头责任单位:市应急局,协同责任单位:市商务局。各镇(园区)落实属地管理责任"
    assert told(read(text).duties) == (
        "lead 市应急局; cooperating 市商务局; responsible 各镇(园区)"
    )
    assert told(read("牵头单位:市应急局,配合单位:市商务局。各镇做好宣传").duties) == (
        "lead 市应急局; cooperating 市商务局, 各镇"
    )


@pytest.mark.parametrize(
    ("clause", "duties"),
    [
        ("承办单位:市公安局;协办单位:市商务局", "lead 市公安局; cooperating 市商务局"),
        ("承办单位:市公安局;配合单位:市商务局", "responsible 市公安局; cooperating 市商务局"),
        (
            "牵头单位:市双打办;承办单位:市公安局;协办单位:市商务局",
            "lead 市双打办; responsible 市公安局; cooperating 市商务局",
        ),
        (
            "市公安局牵头,市商务局配合;完成时限:6月底前建成,长期坚持",
            "lead 市公安局; cooperating 市商务局",
        ),
        ("市公安局负责,完成时限:持续", "responsible 市公安局"),
        (
            "市公安局牵头,完成时限:2031年6月底前,市商务局配合",
            "lead 市公安局; cooperating 市商务局",
        ),
        (
            "市公安局牵头。完成时限:2031年6月底。市商务局、市财政局配合",
            "lead 市公安局; cooperating 市商务局, 市财政局",
        ),
        (
            "市公安局牵头;完成时限:6月底前,长期坚持;市商务局配合",
            "lead 市公安局; cooperating 市商务局",
        ),
        (
            "市公安局牵头,完成时限:6月底前,年底前验收,市商务局",
            "lead 市公安局; responsible 市商务局",
        ),
        ("市公安局负责;二季度、四季度各一次", "responsible 市公安局"),
        ("责任科室:局主办科室", "responsible 局主办科室"),
        ("市公安局主办,市商务局协办", "lead 市公安局; cooperating 市商务局"),
    ],
)
def test_who_handles_leads_beside_helpers_and_times_are_no_units(read, clause, duties):
    assert told(read(clause).duties) == duties
