"""Tables whose header has two rows, or whose cells stand one in a line below such a header."""

from plan.telling import codes, outline, texts, told

STACKED = """2026年重点任务分工
序号
重点任务
分工
时间安排
牵头部门
参加部门
一、完善制度
1
修订办法。
市司法局
市公安局、市商务局
6月底前
2
编印指南。
市商务局
—
2026年三季度
二、服务企业
3
一、二级企业逐户走访。
市工商联
市司法局
全年
(联系人:市双打办 柏某,电话:1234567)
注:参加部门排名不分先后。
"""


def test_cells_one_in_a_line_below_a_header_of_two_rows_and_headings_across(plan_of):
    plan = plan_of(STACKED)
    assert outline(plan) == ["1 一 完善制度", "1 二 服务企业"]
    assert texts(plan) == ["修订办法。", "编印指南。", "一、二级企业逐户走访。"]
    assert [told(m.duties) for m in plan.measures] == [
        "lead 市司法局; cooperating 市公安局, 市商务局",
        "lead 市商务局",
        "lead 市工商联; cooperating 市司法局",
    ]
    assert [[str(d.due_on) for d in m.deadlines] for m in plan.measures] == [
        ["2026-06-30"],
        ["2026-09-30"],
        [],
    ]
    assert codes(plan) == [[], [], []]


def test_a_header_of_two_rows_may_come_again(plan_of):
    head = "序号\t环节\t任务\t责任分工\t\n\t\t\t牵头单位\t配合单位"
    rows = ("1\t生产\t排查窝点。\t市公安局\t市商务局", "2\t\t清查仓库。\t市商务局\t市公安局")
    plan = plan_of(f"云溪市2023年任务表\n{head}\n{rows[0]}\n{head}\n{rows[1]}")
    assert [told(m.duties) for m in plan.measures] == [
        "lead 市公安局; cooperating 市商务局",
        "lead 市商务局; cooperating 市公安局",
    ]
    assert plan.findings == () or [f.code for f in plan.findings] == ["no-title"]
