"""Minutes of meetings: each sentence that names who does something is a task of its own."""

import pytest

from plan.telling import texts, told

MINUTES = """云溪市人民政府专题会议纪要
云府专纪〔2024〕3号
关于研究打击侵权假冒工作的会议纪要
会议议定:
一、关于小商品市场。由市市场局牵头,市公安局、市城管局配合,6月底前清理完毕。现场秩序维护由市公安局负责。
二、关于经费。同意追加经费30万元,由市财政局从预备费中列支。经费使用办法由市市场局会同市财政局、市审计局制定。
三、关于直播。请市网信办、市商务局共同研究提出意见。
四、关于自查。由市检察院牵头,会同市公安局制定办法。对积压案件,各执法单位要全面自查。
五、关于督办。市政府督查室会同市市场局每月督办。
会议强调,各级各部门要抓好落实。
出席:杜某(市政府办公室)、许某(市市场局)。
请假:邱某(市商务局)。
记录人:某某
"""


def duties(plan):
    return [told(measure.duties) for measure in plan.measures]


def test_each_sentence_with_a_doer_is_a_task(plan_of):
    plan = plan_of(MINUTES)
    assert plan.title == "关于研究打击侵权假冒工作的会议纪要"
    assert duties(plan) == [
        "lead 市市场局; cooperating 市公安局, 市城管局",
        "responsible 市公安局",
        "responsible 市财政局",
        "lead 市市场局; responsible 市财政局, 市审计局",
        "responsible 市网信办, 市商务局",
        "lead 市检察院; responsible 市公安局",
        "",
        "lead 市政府督查室; responsible 市市场局",
    ]
    assert (
        texts(plan)[-1] == "市政府督查室会同市市场局每月督办。"
    )  # neither the closing words nor names


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("建立会商制度,每月会商一次,由市商务局召集。", "responsible 市商务局"),
        ("对包庇纵容的,由市监察局依法严肃处理。", "responsible 市监察局"),
        ("请市公安局会同市商务局研究办法。", "lead 市公安局; responsible 市商务局"),
        ("疑难案件,并由市司法局审核。", "responsible 市司法局"),
        ("成立专班,由市公安局分管副局长任组长。", ""),
        ("建立台账,由专人管理。", ""),
        ("完善机制,由于市公安局人手不足,逐步推进。", ""),
        (
            "设立场所。由市环保局负责手续办理,市城管局负责运行管理。",
            "responsible 市环保局, 市城管局",
        ),
    ],
)
def test_who_does_it_stands_behind_what_is_to_be_done(words, wanted, plan_of):
    plan = plan_of(f"一、任务\n(一){words}\n(二)抽检。")
    assert duties(plan)[0] == wanted


def test_a_clause_by_a_principle_is_one(plan_of):
    plan = plan_of("一、整改\n1.完成整改。(各市州人民政府按属地管理原则负责)")
    assert duties(plan) == ["responsible 各市州人民政府"]


def test_notes_below_a_rule_are_no_items(plan_of):
    plan = plan_of(
        "一、整治①\n1.开展行动②。\n2.总结。\n\u2014\u2014\u2014\u2014\u2014\u2014\n注:①指整治行动。\n②指亮剑行动。\n[3]另有说明。\n"
    )
    assert texts(plan) == ["开展行动②。", "总结。"]


@pytest.mark.parametrize(
    ("words", "wanted"), [("平均不超过6个月", ["<=6"]), ("为期不超过6个月", [])]
)
def test_how_long_a_case_may_take_on_average_is_a_target(words, wanted, plan_of):
    plan = plan_of(f"一、办案\n1.案件办理{words}。")
    assert [f"{t.operator}{t.value:g}" for m in plan.measures for t in m.targets] == wanted
