"""What plans are like as they are found: without a head, cut short, told in sentences, in one line."""

import pytest

from plan.telling import outline, texts, told
from shuangda_desktop.plan.duties.duties import read_clause
from shuangda_desktop.plan.model import Level
from shuangda_desktop.plan.structure.levels import level_of_words


@pytest.mark.parametrize(
    ("clause", "wanted"),
    [
        ("市公安局牵头,市民政局配合", "lead 市公安局; cooperating 市民政局"),
        ("市民政局牵头,司法局配合", "lead 市民政局; cooperating 市司法局"),
        ("市政府办公室牵头,司法局配合", "lead 市政府办公室; cooperating 市司法局"),
        ("市公安局市民宗委负责", "responsible 市公安局, 市民宗委"),
        ("责任单位:市农业农村局,配合市公安局", "responsible 市农业农村局; cooperating 市公安局"),
        ("市市场监管局、市政务服务局负责", "responsible 市市场监管局, 市政务服务局"),
        ("省司法厅、政务和数据局负责", "responsible 省司法厅, 省政务和数据局"),
        ("市财政局牵头,各区、县级市配合", "lead 市财政局; cooperating 各区、县级市"),
        (
            "省司法厅负责,各市人民政府结合实际落实",
            "responsible 省司法厅, 各市人民政府",
        ),
        ("区公安局、区财政局等区政府有关部门负责", "responsible 区公安局, 区财政局"),
    ],
)
def test_names_in_clauses(clause, wanted):
    reading = read_clause(clause)
    assert reading is not None
    assert told(reading.duties) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("市商务局负责会同有关部门加强巡查。", "lead 市商务局; responsible 有关部门"),
        (
            "市版权局负责检查组的日常工作,会同相关部门做好培训。",
            "lead 市版权局; responsible 相关部门",
        ),
        (
            "市商务局牵头并协调市公安局、司法局和云溪海关等部门共同形成合力。",
            "lead 市商务局; responsible 市公安局, 市司法局, 云溪海关",
        ),
        (
            "由市商务局、市公安局共同组成市专项检查组(以下简称检查组),负责检查各区。",
            "responsible 市专项检查组",
        ),
        ("全市政府机关要使用正版软件。", ""),
    ],
)
def test_sentences_tell_who_works_with_whom(text, wanted, plan_of):
    plan = plan_of(f"一、职责分工\n{text}\n二、要求\n1.报送情况。")
    assert told(plan.measures[0].duties) == wanted


def test_a_rule_in_a_bracket_behind_the_units_takes_none_of_them_away(plan_of):
    plan = plan_of(
        "一、任务\n(一)整治网店。\n责任单位:市商务局、市公安局(第一责任单位为牵头单位,下同)\n"
        "(二)淘汰50家企业落后产能。\n责任单位:市司法局"
    )
    assert [told(m.duties) for m in plan.measures] == [
        "lead 市商务局; responsible 市公安局",
        "lead 市司法局",
    ]
    assert [target.value for target in plan.measures[1].targets] == [50]


def test_a_group_that_is_formed_stands_before_what_each_of_it_does(plan_of):
    plan = plan_of(
        "一、职责分工\n由市商务局、市公安局共同组成检查组,负责检查各区。市商务局负责日常工作。市公安局要提供支持。"
    )
    assert len(plan.measures) == 3
    assert told(plan.measures[2].duties) == "responsible 市公安局"


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("推动我省产业发展,全省全市联动。我省", Level.PROVINCE),
        ("全市市场监管部门要履职。", Level.CITY),
        ("经研究,县政府决定开展行动,我县各镇落实。", Level.COUNTY),
        ("各地级市负责。", Level.PROVINCE),
        ("各区要督促检查。", Level.CITY),
        ("各镇要督促检查。", Level.COUNTY),
        ("繁荣全市场,各区域协同,县政府决定性作用。", None),
        ("加强领导。", None),
    ],
)
def test_a_text_without_a_head_tells_its_level(text, level):
    assert level_of_words(text) == level


def test_the_level_is_read_from_words_last(plan_of):
    assert plan_of("一、要求\n1.全县各镇落实责任。").level is Level.COUNTY
    assert plan_of("一、要求\n1.全县各镇落实责任。(市公安局负责)").level is Level.CITY


@pytest.mark.parametrize("opening", ["2023年,全市要守住底线。", "2023年下半年,全市要守住底线。"])
def test_the_opening_words_tell_the_year(opening, plan_of):
    plan = plan_of(f"{opening}\n一、任务\n1.清查仓库。6月25前报送总结。")
    assert plan.plan_year == 2023
    assert [str(d.due_on) for d in plan.measures[0].deadlines] == ["2023-06-25"]


def test_a_number_may_stand_behind_its_title(plan_of):
    plan = plan_of("云溪市关于打假的通知(云办发〔2024〕5号)\n各镇:\n一、任务\n1.清查仓库。")
    assert plan.document_number == "云办发〔2024〕5号"


def test_a_title_that_is_only_cited_is_none_of_this_plan(plan_of):
    plan = plan_of(
        "根据《国务院办公厅关于印发打假专项行动方案的通知》精神,县政府决定开展行动。\n一、任务\n1.清查仓库。"
    )
    assert plan.title is None


def test_a_contact_below_the_last_item_is_none_of_it(plan_of):
    plan = plan_of("一、任务\n1.清查仓库。\n联系人:柏某\n电子邮件:a@b.cn\n2.报送情况。")
    assert texts(plan) == ["清查仓库。", "报送情况。"]


@pytest.mark.parametrize("second", ["(一)整治网店。", "1.整治网店。"])
def test_one_line_that_was_cut_short_is_parted_behind_its_preamble(second, plan_of):
    plan = plan_of(
        f"2024年,市场工作要守住底线,提供保障。一、加强重点治理 {second}突出农资,开展整治。(市商务局负责)"
    )
    assert outline(plan)[0] == "1 一 加强重点治理"
    assert texts(plan) == ["突出农资,开展整治。"]
    assert told(plan.measures[0].duties) == "responsible 市商务局"


def test_a_number_above_a_date_is_no_part_of_who_signs(plan_of):
    plan = plan_of(
        "综合政务\n云政办字〔2024〕3号\n云溪市政府\n2024-03-01\n云溪市打假工作方案\n一、任务\n1.清查仓库。"
    )
    assert plan.document_number == "云政办字〔2024〕3号"
    assert plan.issuer in (None, "云溪市政府")


_HEAD = "云溪市2026年查处假货工作方案 各县区人民政府: 为净化云溪市场,结合实际,制定本方案。"


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        pytest.param(
            "二、工作目标 总体目标:到2026年底,云溪假货明显减少。 三、主要任务 (一)整治云溪集市 1.清查各类摊位"
            " 逐户检查商铺,建立台账。 责任单位:市商务局牵头,市公安局等参与 2.建立巡查制度 每月巡查,随时通报。"
            " 责任单位:市公安局负责",
            ["1 二 工作目标", "1 三 主要任务", "2 (一) 整治云溪集市 <三", "3 1 清查各类摊位 <(一)"],
            id="blanks for breaks, from the second chapter on",
        ),
        pytest.param(
            "一、查处假酒。查处各类假酒。责任单位:市公安局(三)整治网店。市商务局负责整治。四、工作要求(二)加强督查。"
            "各县区要加强督查。",
            ["1 一 查处假酒", "2 (三) 整治网店 <一", "1 四 工作要求", "2 (二) 加强督查 <四"],
            id="numbers that leap behind units, and below a heading",
        ),
        pytest.param(
            "一、开展商铺更新行动到2027年,更新商铺30家以上。(一)更新货架。市商务局负责更新。二、工作要求抓好落实。",
            ["1 一 开展商铺更新行动", "2 (一) 更新货架 <一", "1 二 工作要求"],
            id="a goal of a year behind a heading",
        ),
    ],
)
def test_one_line_whose_breaks_are_lost(plan_of, line, wanted):
    filler = "云溪各单位要落实责任。" * 60
    plan = plan_of(f"{_HEAD}{line}{filler}")
    assert outline(plan)[: len(wanted)] == wanted


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (
            "1.检查集市。一、二季度各检查一次。三、四季度各检查两次。(市商务局负责)\n2.检查网店。(市公安局负责)",
            ["1", "2"],
        ),
        (
            "一、依照《云溪市市场条例》第十二条第三项、第\n(五)项的规定查处假货\n(一)查处假酒。(市公安局负责)",
            ["一", "(一)"],
        ),
        (
            f"{_HEAD}一、查处假酒。市商务局牵头查处。三、四季度各抽检一次。二、整治网店。市公安局负责清理网店。"
            "三、抓好落实。市司法局负责宣传。",
            ["一", "二", "三"],
        ),
    ],
    ids=["quarters in an item", "an article broken over lines", "quarters in one line"],
)
def test_ordinary_words_are_no_numbers_that_leap(plan_of, text, labels):
    assert [section.label for section in plan_of(text).sections] == labels


@pytest.mark.parametrize(
    "text",
    [
        "一、任务\n(一)检查集市\n责任单位:市商务局 市公安局 每月开展检查,查处假货。\n(二)检查网店。(市司法局负责)",
        f"{_HEAD}一、指导思想 严打假货,压实责任。二、主要任务 (一)市商务局 市公安局 负责检查集市。(二)市司法局负责宣传。三、要求",
    ],
    ids=["a value", "one line"],
)
def test_units_that_a_blank_parts_are_all_kept(plan_of, text):
    read = plan_of(text)
    said = "".join(duty.unit for measure in read.measures for duty in measure.duties)
    assert "市商务局" in said
    assert "市公安局" in said


def test_a_source_that_is_a_measure_is_no_foot(plan_of):
    plan = plan_of(
        f"{_HEAD}一、查处假酒。市公安局负责查处假酒。二、加强宣传。市司法局负责宣传。来源:市公安局每月提供案例20件。各县区要落实。"
    )
    assert "提供案例20件" in "".join(texts(plan))


def test_a_sentence_behind_a_value_and_a_blank_begins_the_next_measure(plan_of):
    plan = plan_of(
        f"{_HEAD}一、整治集市 清查摊位,建立台账。 责任单位:市商务局牵头,市公安局等参与 鼓励商户自查,及时下架假货。"
        " 责任单位:市公安局负责 二、整治网店 清理网店,下架假货。责任单位:市商务局"
    )
    assert texts(plan) == [
        "清查摊位,建立台账。",
        "鼓励商户自查,及时下架假货。",
        "清理网店,下架假货。",
    ]
    assert [told(m.duties) for m in plan.measures] == [
        "lead 市商务局; cooperating 市公安局",
        "responsible 市公安局",
        "responsible 市商务局",
    ]


def test_the_last_field_of_an_index_and_the_foot_are_no_part_of_one_line(plan_of):
    plan = plan_of(
        "索 引 号: YX-1 有 效 性: 有效 云溪市商务局关于查处假货的通知 云商发〔2026〕3号 来源:云溪市商务局"
        " 时间:2026-03-05 10:00 各县区: 请抓好落实。一、查处假酒。市公安局负责查处假酒。二、整治网店。"
        "市商务局负责清理网店。 来源:云溪市商务局 附件下载"
    )
    assert plan.title == "云溪市商务局关于查处假货的通知"
    assert "附件下载" not in "".join(texts(plan))
