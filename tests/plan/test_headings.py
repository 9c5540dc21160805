"""A short title followed by more words is a heading; all else belongs to the measure."""

import pytest

from plan.telling import outline, texts, told
from shuangda_desktop.plan.structure.headings import heading_text, is_title
from shuangda_desktop.text.punctuation import narrow


@pytest.mark.parametrize(
    ("item", "heading", "text"),
    [
        pytest.param(
            "深入开展质量强市(县、区)活动,推动云溪振兴。建立台账。(市网信办负责)",
            "深入开展质量强市(县、区)活动,推动云溪振兴",
            "建立台账。",
            id="places in brackets",
        ),
        pytest.param(
            "整治网络。清理链接。(市网信办负责)", "整治网络", "清理链接。", id="title and body"
        ),
        pytest.param(
            "联合公安.海关.邮政查处假货。(市网信办负责)",
            "",
            "联合公安.海关.邮政查处假货。",
            id="points that part a list",
        ),
        pytest.param(
            "清理网上违法链接。(市网信办负责)", "", "清理网上违法链接。", id="one sentence"
        ),
        pytest.param(
            "整治网络。\n清理链接。(市网信办负责)", "整治网络", "清理链接。", id="body on next line"
        ),
        pytest.param(
            "整治网络\n清理链接。(市网信办负责)",
            "整治网络",
            "清理链接。",
            id="title without a stop",
        ),
        pytest.param(
            "压实责任,强化协作。各单位按分工推进工作。(市双打办负责)",
            "压实责任,强化协作",
            "各单位按分工推进工作。",
            id="an even pair of phrases",
        ),
        pytest.param(
            "对网店售卖仿冒商品的行为开展集中整治,查处一批案件。曝光典型案例。(市网信办负责)",
            "",
            "对网店售卖仿冒商品的行为开展集中整治,查处一批案件。曝光典型案例。",
            id="a long first sentence",
        ),
        pytest.param(
            "未列牵头单位的,由责任单位办理(另有规定除外)。请按时报送。",
            "",
            "未列牵头单位的,由责任单位办理(另有规定除外)。请按时报送。",
            id="a bracket in a sentence with commas",
        ),
        pytest.param(
            "合格率达到95%以上。组织抽检。(市商务局负责)",
            "",
            "合格率达到95%以上。组织抽检。",
            id="a figure is no title",
        ),
        pytest.param(
            "6月底前完成摸底。随后开展整治。(市商务局负责)",
            "",
            "6月底前完成摸底。随后开展整治。",
            id="a date is no title",
        ),
        pytest.param(
            "加强领导:各县(市、区)要把这项工作摆上重要位置,定期研究部署。",
            "加强领导",
            "各县(市、区)要把这项工作摆上重要位置,定期研究部署。",
            id="a colon after a short title",
        ),
        pytest.param(
            "日常宣传 利用橱窗、展板、广播开展宣传,营造浓厚氛围。(市教育局负责)",
            "日常宣传",
            "利用橱窗、展板、广播开展宣传,营造浓厚氛围。",
            id="a blank after a short title",
        ),
        pytest.param("查处仿冒(市公安局负责)", "", "查处仿冒", id="clause right behind the words"),
        pytest.param(
            "查处仿冒(市公安局负责)\n重点查处酒类、化妆品仿冒行为。",
            "查处仿冒",
            "重点查处酒类、化妆品仿冒行为。",
            id="clause between title and body",
        ),
        pytest.param(
            "组织领导(20分)。成立专班。(市双打办)", "组织领导", "成立专班。", id="points in a title"
        ),
    ],
)
def test_heading_and_text(item, heading, text, plan_of):
    plan = plan_of(f"一、任务\n(一){item}\n(二)其他。做好其他工作。(市商务局负责)")
    assert outline(plan)[1] == f"2 (一) {heading}".strip() + " <一"
    assert texts(plan)[0] == text


def test_a_clause_between_title_and_body_governs_the_body(plan_of):
    plan = plan_of("(一)查处仿冒(市公安局牵头)\n查处酒类仿冒。查处粮油仿冒。")
    assert [told(measure.duties) for measure in plan.measures] == ["lead 市公安局"]


def test_a_sentence_above_items_is_their_heading_with_all_its_commas(plan_of):
    plan = plan_of("(一)坚持标本兼治,加强跨部门联动,推进综合治理。\n1.做甲事。(市公安局负责)")
    assert outline(plan)[0] == "2 (一) 坚持标本兼治,加强跨部门联动,推进综合治理"
    assert texts(plan) == ["做甲事。"]


def test_words_that_lead_over_to_items_are_no_measure(plan_of):
    plan = plan_of("一、任务\n围绕全年目标,抓好以下工作:\n(一)做甲事。(市公安局负责)")
    assert texts(plan) == ["做甲事。"]


def test_words_above_items_that_stand_alone_are_a_measure(plan_of):
    plan = plan_of("一、任务\n围绕全年目标抓好落实。\n(一)做甲事。(市公安局负责)")
    assert texts(plan) == ["围绕全年目标抓好落实。", "做甲事。"]


def test_an_item_with_a_clause_above_items_with_clauses_is_a_measure(plan_of):
    plan = plan_of("1.落实经费。(市财政局负责)\n(1)编制预算。(市财政局负责)")
    assert texts(plan) == ["落实经费。", "编制预算。"]
    assert outline(plan) == ["3 1", "4 (1) <1"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("一、甲\n做甲。\n二、保障措施", ["做甲。"]), ("1.做甲\n2.加强领导", ["做甲", "加强领导"])],
)
def test_a_bare_heading_of_the_first_level_is_no_measure(text, expected, plan_of):
    assert texts(plan_of(text)) == expected


def test_a_long_first_line_without_a_stop_is_a_sentence(plan_of):
    line = "对全市各类商品批发市场以及集贸市场开展拉网式排查并登记造册" * 3
    plan = plan_of(f"(一){line}\n及时整改。(市商务局负责)")
    assert outline(plan) == ["2 (一)"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("整治网络", True),
        ("加强领导,压实责任", True),
        ("甲", False),
        ("甲;乙", False),
        ("目标:甲乙", False),
        ("覆盖率100%", False),
        ("第1批,第2批", False),
        ("对网店售卖仿冒商品行为开展整治,查处", False),
        ("整" * 41, False),
        ("一二三四五六七八九十,一二三四五六七八九十,一二三四五六七八九十", True),
        ("一二三四五六七八九十甲,一二三四五六七八九十甲,一二三四五六七八九十甲", False),
    ],
)
def test_what_is_a_title(text, title):
    assert is_title(text) is title


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("整治网络。", "整治网络"),
        (" 整治网络\uff1a", "整治网络"),
        ("组织领导(20分)", "组织领导"),
        ("专项行动(二期)", "专项行动(二期)"),
    ],
)
def test_headings_lose_their_end_marks_and_points(text, heading):
    assert heading_text(text) == heading


@pytest.mark.parametrize(
    ("heading", "words", "days"),
    [
        ("动员部署(2025年5月底前)", "印发方案。", ["2025-05-31"]),
        ("集中整治(2025年6月—8月)", "联合执法。", ["2025-08-31"]),
        ("总结(2026年3月)", "3月10日前报送总结。", ["2026-03-10"]),
        ("巩固(2025年12月至2026年2月)", "组织复查。", ["2026-02-28"]),
        ("整治农资(种子)", "抽检种子。", []),
    ],
)
def test_a_time_in_brackets_behind_a_heading_is_that_of_its_words(heading, words, days, plan_of):
    plan = plan_of(f"云溪市2025年工作方案\n一、步骤\n(一){heading}。{words}\n(二)总结。做好总结。")
    assert [str(d.due_on) for d in plan.measures[0].deadlines] == days


def test_stages_without_a_number_of_a_row_are_paragraphs(plan_of):
    plan = plan_of(
        "云溪市2025年工作方案\n一、步骤\n第一阶段:动员部署(4月20日—4月30日)。召开大会。\n第二阶段:整治。开展整治。"
    )
    assert [len(m.deadlines) for m in plan.measures] == [1, 0]


ROW = "".join(f"{n}.检查农资门店,查处假冒农资{n}种,建立台账。公示结果。\n" for n in range(1, 9))


@pytest.mark.parametrize(
    ("first", "headed"),
    [("约谈农村集市假冒农资经营者和运输企业", False), ("加强农资宣传", True)],
)
def test_a_long_first_sentence_is_a_heading_where_others_have_one(first, headed, plan_of):
    plan = plan_of(f"云溪市工作方案\n一、任务\n{ROW}9.{first}。发放告知书。\n二、保障\n")
    assert plan.measures[-1].text == ("" if headed else f"{first}。") + "发放告知书。"


def test_words_that_lead_to_a_list_of_people_are_a_heading(plan_of):
    plan = plan_of("2.领导小组由以下成员组成:\n组长:林某(副县长)\n3.查处假酒。(县公安局负责)")
    assert [s.heading for s in plan.sections] == ["领导小组由以下成员组成", ""]
    assert [m.text for m in plan.measures] == ["查处假酒。"]


def test_a_sentence_about_one_document_before_one_about_another_is_no_heading(plan_of):
    plan = plan_of(
        "一、立法\n1.推进《云溪市商标条例》修订。推进《云溪市版权办法》起草。(市司法局负责)\n"
        "2.推进规章清理。推进规章汇编。(市司法局负责)"
    )
    assert [section.heading for section in plan.sections] == ["立法", "", "推进规章清理"]


def rows(*sentences):
    """A plan whose items say these, each with a clause behind it."""
    items = "".join(f"{n}.{words}(市公安局负责)\n" for n, words in enumerate(sentences, 1))
    return f"一、任务\n{items}"


BARE = "推进《云泽省商标条例》修订工作,年底前提请省人大常委会审议通过并向社会公布。"


@pytest.mark.parametrize(
    ("sentences", "headed"),
    [
        # as many of the row have none: a sentence that is short by chance
        (("全面推进《云泽省专利条例》修订工作。制定配套细则。", BARE), 0),
        (("抽检童车产品。把结果向社会公布。", *[BARE] * 5), 1),  # short: it may be a heading
        (("逐步加大抽检资金的投入。把结果向社会公布。", *[BARE] * 5), 0),  # and this one is odd
        (
            (
                "深入开展农资市场专项整治行动。检查种子。",
                "全面推进网络市场专项整治行动。检查平台。",
                BARE,
            ),
            2,
        ),
        (("开展动员部署工作阶段(5月15日至5月31日)。召开大会。", BARE), 1),  # of a stage
    ],
)
def test_a_first_sentence_is_no_heading_where_most_of_its_row_have_none(sentences, headed, plan_of):
    plan = plan_of(rows(*sentences))
    assert sum(bool(section.heading) for section in plan.sections[1:]) == headed


def test_a_sentence_in_a_line_of_its_own_is_a_heading(plan_of):
    first = "重点开展专利执法检查工作,打击假冒专利和专利侵权行为。"
    plan = plan_of(f"一、任务\n1.{first}\n检查大型商场。\n2.{first}\n检查集贸市场。\n")
    assert [narrow(section.heading) for section in plan.sections[1:]] == [first[:-1]] * 2
    assert texts(plan) == ["检查大型商场。", "检查集贸市场。"]


def test_the_aim_of_a_creation_is_known_where_its_mark_got_lost(plan_of):
    plan = plan_of(
        "云溪市方案\n一、创建目标2031年,各项创建指标全部达到云溪农产品质量安全标准,评价总分值在90分以上,关键项均合格。\n(一)检出率高。建立台账。\n"
    )
    assert outline(plan)[0] == "1 一 创建目标"


@pytest.mark.parametrize(
    "words",
    [
        "市公安局牵头 开展假酒专项整治行动工作。",
        "市商务局负责 组织全市酒类抽检工作。",
        "严查假酒,保护 知识产权保护工作水平。",
        "加强市公安局与市商务局 联合执法检查工作水平。",
    ],
)
def test_a_blank_behind_who_does_it_or_in_a_phrase_ends_no_heading(plan_of, words):
    plan = plan_of(f"云溪市2031年方案\n一、{words}\n二、查案。(市司法局负责)")
    assert outline(plan) == ["1 一", "1 二"]
    assert [words, "查案。"] == texts(plan)
    assert not any("加强" in duty.unit for duty in plan.measures[0].duties)


def test_a_blank_where_the_line_broke_ends_a_heading(plan_of):
    plan = plan_of(
        "云溪市2031年方案\n一、严查各类假酒,保护市场秩序 检查全市各家酒店和酒厂,立案查处。"
    )
    assert outline(plan) == ["1 一 严查各类假酒,保护市场秩序"]


@pytest.mark.parametrize("words", ["工作思路清晰,措施得力。", "工作要求高,任务重。"])
def test_what_is_said_of_the_aims_or_demands_is_no_heading_of_them(plan_of, words):
    plan = plan_of(f"云溪市2031年方案\n一、{words}")
    assert (outline(plan), texts(plan)) == (["1 一"], [words])
