"""Task cards: lines of "column: cell" that come again for each task are the rows of a table."""

import pytest

from plan.telling import texts, told
from shuangda_desktop.plan.model import Role
from shuangda_desktop.plan.parse import parse
from shuangda_desktop.plan.structure.lines import lines_of
from shuangda_desktop.plan.tables.cards import are_cards, card_rows, cards_end, fields_of
from shuangda_desktop.sources import read_text
from shuangda_desktop.text.mapped import MappedText
from shuangda_desktop.text.repair import repair

CARDS = """编号:01
整改内容:核对预付卡备案,
备案率达到100%
责任领导:王某
牵头单位:区商务局
配合单位:区公安分局、区司法局
完成时间:6月底前
编号:02
整改内容:撤除会销广告
牵头单位:区城管局
完成时间:2024年7月15日"""


def read(text):
    return parse(MappedText.of(text))


def duties_of(measure):
    return [(duty.unit, duty.role) for duty in measure.duties]


def test_each_card_is_a_measure_with_its_units_and_its_date():
    plan = read(f"云溪区整改台账\n(2024年5月制)\n{CARDS}\n云溪区双打办\n2024年5月6日")
    first, second = plan.measures
    assert "".join(first.text.split()) == "核对预付卡备案,备案率达到100%"
    assert duties_of(first) == [
        ("区商务局", Role.LEAD),
        ("区公安分局", Role.COOPERATING),
        ("区司法局", Role.COOPERATING),
    ]
    assert [d.due_on.isoformat() for d in first.deadlines] == ["2024-06-30"]
    assert second.text == "撤除会销广告"
    assert duties_of(second) == [("区城管局", Role.LEAD)]
    assert [d.due_on.isoformat() for d in second.deadlines] == ["2024-07-15"]
    assert plan.title == "云溪区整改台账"
    assert plan.issuer == "云溪区双打办"


def test_cards_below_a_heading_go_on_those_before():
    text = (
        "台账\n一、市场\n任务:核查甲\n责任单位:区商务局\n任务:核查乙\n责任单位:区公安分局\n"
        "二、网络\n任务:核查丙\n责任单位:区委网信办"
    )
    plan = read(text)
    assert [m.text for m in plan.measures] == ["核查甲", "核查乙", "核查丙"]
    assert [m.duties[0].unit for m in plan.measures] == ["区商务局", "区公安分局", "区委网信办"]


def test_problems_stand_aside_and_what_is_done_about_them_is_the_task():
    text = (
        "清单\n问题1:底数不清\n整改措施:摸清底数\n责任单位:区商务局\n"
        "问题2:查处不力\n整改措施:加大查处\n责任单位:区公安分局"
    )
    assert [m.text for m in read(text).measures] == ["摸清底数", "加大查处"]


@pytest.mark.parametrize(
    "text",
    [
        "任务:核查甲\n责任单位:区商务局",  # one alone
        "任务:核查甲\n责任单位:区商务局\n任务:核查乙\n完成时间:6月底",  # one that nobody does
        "牵头单位:区商务局\n牵头单位:区公安分局",  # no tasks
        "要求:一并报送\n各单位于6月底前报送",
        "核查甲",
    ],
)
def test_what_is_no_table_of_cards(text):
    assert cards_end(lines_of(text), 0) == 0


def test_cards_end_where_their_last_field_does():
    lines = lines_of(f"{CARDS}\n各单位抓好落实\n一、附则")
    assert cards_end(lines, 0) == len(lines) - 2


def test_a_column_that_a_card_lacks_is_an_empty_cell():
    header, first, second = card_rows(lines_of(CARDS))
    assert [cell.flat for cell in header][:3] == ["编号", "整改内容", "责任领导"]
    assert first[2].flat == "王某"
    assert second[2].flat == ""


@pytest.mark.parametrize(
    ("line", "name", "cell"),
    [
        ("1.整改内容:核对备案", "整改内容", "核对备案"),
        ("责 任 单 位:区商务局", "责任单位", "区商务局"),
        ("责任单位:", "责任单位", ""),
        ("整改内容:核对备案  收回预付卡", "整改内容", "核对备案  收回预付卡"),
    ],
)
def test_the_column_and_the_cell_of_a_line(line, name, cell):
    (field,) = fields_of(lines_of(line)[0])
    assert (field.name, field.cell.flat) == (name, cell)


PAIRS = [
    ["任务编号", "A1", "任务名称", "查卡"],
    ["任务内容", "核对预付卡备案,备案率达到100%"],
    ["牵头单位", "区商务局", "配合单位", "区公安分局、区司法局"],
    ["启动时间", "3月1日", "完成时间:", "6月底前"],
    ["责任人", "王某", "联系电话", ""],
]
OTHER = [
    ["任务编号", "A2", "任务名称", "撤广告"],
    ["任务内容", "撤除会销广告"],
    ["牵头单位", "区城管局", "配合单位", ""],
    ["启动时间", "4月1日", "完成时间", "7月15日"],
]


def rows(mark, *cards):
    return "\n\n".join("\n".join(mark.join(row) for row in card) for card in cards)


@pytest.mark.parametrize("mark", ["\t", "   ", " | "])
def test_cards_of_pairs_of_cells(plan_of, mark):
    text = rows(mark, PAIRS, OTHER)
    if "|" in mark:
        text = "\n".join(f"| {line} |" if line else "|---|---|" for line in text.split("\n"))
    plan = plan_of(f"云溪区2024年任务卡\n\n{text}\n\n云溪区双打办\n2024年2月6日\n")
    assert [measure.title for measure in plan.measures] == ["查卡", "撤广告"]
    assert texts(plan) == ["核对预付卡备案,备案率达到100%", "撤除会销广告"]
    assert [told(measure.duties) for measure in plan.measures] == [
        "lead 区商务局; cooperating 区公安分局, 区司法局",
        "lead 区城管局",
    ]
    dates = [[d.due_on.isoformat() for d in measure.deadlines] for measure in plan.measures]
    assert dates == [["2024-06-30"], ["2024-07-15"]]


def test_cards_of_pairs_below_a_heading_go_on_those_before(plan_of):
    first = rows("\t", PAIRS, OTHER)
    plan = plan_of(f"云溪区任务卡\n一、市场\n{first}\n二、网络\n{rows(chr(9), OTHER)}\n")
    assert texts(plan)[1:] == ["撤除会销广告", "撤除会销广告"]


def test_a_header_of_columns_is_no_card():
    table = lines_of("任务内容\t抽查数\t责任单位\n查店\t5家\t市公安局\n查案\t6件\t市公安局")
    assert not are_cards(table)
    assert cards_end(table, 0) == 0
    assert fields_of(lines_of("任务内容\t责任单位\t完成时限")[0]) == []
    assert fields_of(lines_of("任务内容\t\t责任单位\t\t")[0]) != []  # cells may be empty
    assert fields_of(lines_of("责任单位  \n")[0]) == []


def test_a_card_that_nobody_does_ends_those_before():
    text = "任务:核查甲\n责任单位:区商务局\n" * 2 + "任务:核查丙\n时限:6月底"
    assert cards_end(lines_of(text), 0) == 4


def test_a_card_has_so_many_lines_at_most():
    text = "任务:核查甲\n" + "各户\n" * 80 + "责任单位:区商务局\n"
    assert cards_end(lines_of(text * 2), 0) == 0


def test_a_damaged_row_below_the_last_card_is_told(plan_of):
    card = "任务编号\t1\t任务名称\t查酒\n任务内容\t检查酒类门店。\n牵头单位\t市公安局\t完成时间\t8月底前\n责任人\t柏某\t联系电话\t1\n\n"
    plan = plan_of(f"云溪市2024年任务分解表\n{card}{card.replace('责任人', '责任')}")
    assert texts(plan) == ["检查酒类门店。"] * 2
    assert [finding.code for finding in plan.findings] == ["unknown-column"] * 3


def test_cards_between_drawn_rules_are_read():
    card = "——————————————————\n事项内容:{}\n承办单位:{}\n协办单位:市商务局\n办理时限:2019年8月20日前\n反馈要求:电话联系\n\n"
    text = (
        "云溪市督办通知单\n请按要求办结。\n\n"
        + card.format("城东市场售假。", "市公安局")
        + card.format("乡镇售假。", "市市场监管局")
    )
    plan = parse(repair(read_text(text)))
    assert texts(plan) == ["城东市场售假。", "乡镇售假。"]
    assert [told(m.duties) for m in plan.measures] == [
        "lead 市公安局; cooperating 市商务局",
        "lead 市市场监管局; cooperating 市商务局",
    ]
