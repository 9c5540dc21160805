"""Columns whose heads tell nothing are told by their cells, and the clerk is asked to look at them."""

import pytest

from plan.telling import texts, told
from shuangda_desktop.text.punctuation import narrow


def _doubts(plan):
    return [
        narrow(f.message) for f in plan.findings if f.code in ("unknown-column", "unread-table")
    ]


def _dates(plan):
    return [[str(d.due_on) for d in m.deadlines] for m in plan.measures]


ODD = """2024年云溪市清网行动清单
序号\t行动\t怎么做\t谁来做\t帮手\t到什么时候\t督办
1\t清网\t清理违法销售链接1000条以上。\t市公安局\t市网信办、市商务局\t6月底\t市政府办公室
2\t净店\t约谈平台企业,签订承诺书。\t市商务局\t\t2024年9月\t市政府办公室
3\t护苗\t查处盗版教材、教辅读物案件。\t市文化广电旅游局\t市教育局\t11月20日\t市政府办公室
序号\t行动\t怎么做\t谁来做\t帮手\t到什么时候\t督办
4\t宣传\t制作短视频,在平台播放。\t市委宣传部\t市司法局\t12月底\t市政府办公室
"""


def test_units_times_and_sentences_are_told_by_their_looks(plan_of):
    plan = plan_of(ODD)
    assert texts(plan) == [
        "清理违法销售链接1000条以上。",
        "约谈平台企业,签订承诺书。",
        "查处盗版教材、教辅读物案件。",
        "制作短视频,在平台播放。",
    ]
    assert [told(m.duties) for m in plan.measures] == [
        "responsible 市公安局; cooperating 市网信办, 市商务局",
        "responsible 市商务局",
        "responsible 市文化广电旅游局; cooperating 市教育局",
        "responsible 市委宣传部; cooperating 市司法局",
    ]
    assert _dates(plan) == [["2024-06-30"], ["2024-09-30"], ["2024-11-20"], ["2024-12-31"]]
    (unread, doubt) = _doubts(plan)
    assert "\u201c行动\u201d一列的含义不明" in unread
    assert "\u201c怎么做\u201d一列是任务内容、\u201c谁来做\u201d一列是责任单位" in doubt


NAMED = """云溪市2024年营商环境清单
编号\t改革事项\t做法和数量\t责任分工\t完成时限
1\t开办企业\t全程网办,把开办时间压到半天。\t牵头:市市场监管局;参与:市公安局\t8月底
2\t办理许可\t推行一次受理,审批不超过10个工作日。\t牵头:市住房城乡建设局;参与:市自然资源局\t10月底
"""


def test_names_of_reforms_are_no_tasks_beside_sentences(plan_of):
    plan = plan_of(NAMED)
    assert texts(plan) == [
        "全程网办,把开办时间压到半天。",
        "推行一次受理,审批不超过10个工作日。",
    ]
    assert [m.title for m in plan.measures] == ["开办企业", "办理许可"]
    assert [told(m.duties) for m in plan.measures] == [
        "lead 市市场监管局; cooperating 市公安局",
        "lead 市住房城乡建设局; cooperating 市自然资源局",
    ]
    assert any("做法和数量" in doubt for doubt in _doubts(plan))


BY_UNIT = """云溪市打击侵权假冒工作分工表
序号\t成员单位\t职责分工
1\t市公安局\t侦办侵犯知识产权犯罪案件,建立线索移送机制。
2\t市商务局\t组织农村集市、电商平台的巡查,规范经营。
3\t市司法局\t开展普法宣传,办理有关的行政复议案件。
"""


def test_what_each_unit_has_to_do_is_its_task(plan_of):
    plan = plan_of(BY_UNIT)
    assert [(m.text[:4], told(m.duties)) for m in plan.measures] == [
        ("侦办侵犯", "responsible 市公安局"),
        ("组织农村", "responsible 市商务局"),
        ("开展普法", "responsible 市司法局"),
    ]
    assert _doubts(plan)


@pytest.mark.parametrize(
    "table",
    [
        "序号\t姓名\t单位\n1\t甲某某\t市公安局\n2\t乙某某\t市商务局\n",
        "序号\t指标\t单位\t数值\n1\t案件\t件\t20\n2\t抽检\t批次\t300\n",
        "序号\t企业名称\t地址\t电话\n1\t云溪超市\t人民路1号\t1234567\n2\t城北商店\t人民路2号\t1234568\n",
        "序号\t报送内容\t时间\n1\t月报\t6月底\n2\t总结\t12月底\n",
    ],
)
def test_tables_of_people_figures_and_shops_are_no_tasks(plan_of, table):
    plan = plan_of(f"云溪市工作方案\n一、加强领导(市公安局负责)\n{table}")
    assert [narrow(m.text) for m in plan.measures][1:] == [] or _doubts(plan)


NOTED = """2024年云溪市任务清单
序号\t工作任务\t牵头单位\t完成时限
1\t查处销售假药案件。\t市市场监管局\t6月底
{}\t\t\t
"""


@pytest.mark.parametrize(
    "note", ["填表说明:牵头单位可再分工。", "备注:1.任务1为民生实事;2.电话1234567。"]
)
def test_a_note_in_the_last_row_is_no_task(plan_of, note):
    plan = plan_of(NOTED.format(note))
    assert texts(plan) == ["查处销售假药案件。"]


BOTH = """2024年云溪市任务清单
序号\t工作任务\t牵头单位和配合单位\t完成时限
1\t查处销售假药案件。\t{}\t6月底
"""


@pytest.mark.parametrize(
    ("cell", "duties", "doubts"),
    [
        ("市公安局、市商务局", "responsible 市公安局, 市商务局", 1),
        ("市公安局牵头,市商务局、市司法局配合", "lead 市公安局; cooperating 市商务局, 市司法局", 0),
        ("市公安局", "responsible 市公安局", 0),
    ],
)
def test_a_column_of_leads_and_helpers_that_only_lists_them_is_doubted(
    cell, duties, doubts, plan_of
):
    plan = plan_of(BOTH.format(cell))
    assert [told(m.duties) for m in plan.measures] == [duties]
    assert len(_doubts(plan)) == doubts


PLACES = """云溪市2024年清网行动清单
序号\t工作任务\t责任单位\t{head}
1\t清理违法销售链接1000条以上。\t市公安局\t{one}
2\t约谈平台企业,签订承诺书。\t市商务局\t{two}
"""


@pytest.mark.parametrize(
    ("head", "one", "two"),
    [("点位", "江北县", "城东街道、河口镇"), ("走访", "市第一医院", "市烟草公司")],
)
def test_where_it_is_done_and_who_is_visited_do_nothing(plan_of, head, one, two):
    plan = plan_of(PLACES.format(head=head, one=one, two=two))
    assert [told(m.duties) for m in plan.measures] == [
        "responsible 市公安局",
        "responsible 市商务局",
    ]
    assert f"\u201c{head}\u201d一列的含义不明" in _doubts(plan)[0]


def test_places_below_a_head_that_asks_who_are_units(plan_of):
    plan = plan_of(PLACES.format(head="谁落实", one="江北县", two="城东街道、河口镇"))
    assert [told(m.duties) for m in plan.measures] == [
        "responsible 市公安局, 江北县",
        "responsible 市商务局, 城东街道, 河口镇",
    ]


@pytest.mark.parametrize("head", ["出处", "缘由"])
def test_when_a_thing_was_said_is_no_day_by_when(plan_of, head):
    plan = plan_of(PLACES.format(head=head, one="2024年1月会议纪要", two="2024年2月印发的方案"))
    assert _dates(plan) == [[], []]
