"""What stands over the columns of a table tells what they hold, in the words of many offices."""

import pytest

from plan.telling import codes, texts, told
from shuangda_desktop.plan.structure.lines import Line
from shuangda_desktop.plan.tables.columns import column_of, columns_of


def _line(text):
    return Line(0, len(text), text)


@pytest.mark.parametrize(
    ("heads", "kind"),
    [
        ("市级牵头单位 市直牵头部门 牵头考核单位 牵头落实单位 第一牵头单位 主抓单位 牵头市级部门", "lead"),
        ("牵头(主办)单位 第一责任单位 责任单位(牵头)", "lead"),
        ("协作单位 会办单位 支持单位 配合及参与单位 其他配合单位 协抓部门 责任部门(配合)", "cooperating"),
        ("承担单位 任务承接单位 市直责任单位 执行部门 部门分工 归口管理部门", "responsible"),
        ("牵头及配合单位 责任单位、配合单位", "responsible"),
        ("推进时间 计划完成时间 截止日期 年度节点 时序安排 完成年限 时间进度要求", "due"),
        ("具体举措及量化目标 任务描述 行动内容 分解任务 整治重点 专项行动 工作安排", "task"),
        ("专项 工作方面 重点领域 所属类别", "group"),
        ("上年实绩 2022年实绩 去年同期 基期值 2023年底现状 年初数 近三年数据 基数", "reached"),
        ("考评标准 计分办法 扣分细则 督导单位 验收单位 数据提供单位 督办领导 交付成果", "aside"),
        ("支持 说起", "unknown"),
    ],
)  # fmt: skip
def test_the_words_over_a_column_tell_what_it_holds(heads, kind):
    found = {head: str(column_of(_line(head))) for head in heads.split()}
    if kind == "unknown":
        assert set(found.values()) == {"unknown"}
    assert found == dict.fromkeys(found, kind)


@pytest.mark.parametrize(
    ("header", "kinds"),
    [
        ("考核内容 责任单位 考核单位", "task responsible aside"),
        ("考核内容 考核单位 分值", "task responsible aside"),
    ],
)
def test_who_assesses_does_it_only_where_nobody_else_does(header, kinds):
    assert " ".join(columns_of([_line(name) for name in header.split()])) == kinds


ASSESSED = """2024年云溪市食品安全考核任务分解表
序号\t类别\t考核内容\t2023年实绩\t计分办法\t分值\t牵头考核单位\t协作单位\t推进时间
1\t监管\t评价性抽检合格率不低于98%。\t97.2%\t低于目标不得分\t6\t市市场监管局\t市农业农村局\t11月底
2\t\t建设示范街区4个。\t2个\t少1个扣1分\t4\t市商务局\t\t12月10日
合计\t\t\t\t\t10\t\t\t
"""


def test_figures_of_the_year_before_and_of_points_are_no_targets(plan_of):
    plan = plan_of(ASSESSED)
    assert texts(plan) == ["评价性抽检合格率不低于98%。", "建设示范街区4个。"]
    assert [told(m.duties) for m in plan.measures] == [
        "lead 市市场监管局; cooperating 市农业农村局",
        "lead 市商务局",
    ]
    assert [[f"{t.operator}{t.value:g}{t.unit}" for t in m.targets] for m in plan.measures] == [
        [">=98%"],
        ["=4个"],
    ]
    assert codes(plan) == [[], []]


SCORED = """云溪市2024年考核责任分解表
考评内容
考评指标
考评方法
分值
责任单位
软件正版化
制定年度计划,召开部署会。
查阅资料。未制定计划的扣0.5分;未召开部署会的扣1分。
1.5
市版权局
建立软件台账,专人管理。
查阅资料。没有台账的不得分。
2
市府办 各镇(街道)人民政府
"""


def test_a_column_that_says_how_points_are_given_holds_no_tasks(plan_of):
    plan = plan_of(SCORED)
    assert texts(plan) == ["制定年度计划,召开部署会。", "建立软件台账,专人管理。"]
    assert [told(m.duties) for m in plan.measures] == [
        "responsible 市版权局",
        "responsible 市府办, 各镇(街道)人民政府",
    ]


LISTED = """2024年云溪市重点任务分解表

序号

工作任务

主责单位

协作单位

办结期限

备注

一、生产环节

1

清查小作坊,登记率达到95%。

市市场监管局

市公安局、市农业农村局,
各县(市、区)人民政府

上半年

去年登记152家

2

巡查仓库。

市商务局

市消防救援支队

常年

—

序号

工作任务

主责单位

协作单位

办结期限

备注

3

查处无证经营。

市公安局

市司法局

11月下旬
"""


def test_cells_one_in_a_line_with_other_times_than_dates(plan_of):
    plan = plan_of(LISTED)
    assert texts(plan) == ["清查小作坊,登记率达到95%。", "巡查仓库。", "查处无证经营。"]
    assert [told(m.duties) for m in plan.measures] == [
        "lead 市市场监管局; cooperating 市公安局, 市农业农村局, 各县(市、区)人民政府",
        "lead 市商务局; cooperating 市消防救援支队",
        "lead 市公安局; cooperating 市司法局",
    ]
    assert [[str(d.due_on) for d in m.deadlines] for m in plan.measures] == [
        ["2024-06-30"],
        [],
        ["2024-11-30"],
    ]
