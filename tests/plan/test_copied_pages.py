"""What pages, files and libraries do to the head and the headings of a plan."""

import pytest

from plan.telling import BODY, outline, texts
from shuangda_desktop.text.level import Level


@pytest.mark.parametrize(
    ("head_lines", "title"),
    [
        ("1“三小”场所整治方案", "“三小”场所整治方案"),
        ("1云溪市酒类整治方案", "云溪市酒类整治方案"),
        ("云溪市酒类整治方案.docx", "云溪市酒类整治方案"),
        ("新闻详情\n云溪市政府关于酒类整治的意见", "云溪市政府关于酒类整治的意见"),
        (
            "关于印发《云溪市整治方案(2031-2033年)》的通知\n\n云溪市整治方案\n\n20312033年)",
            "云溪市整治方案(2031-2033年)",
        ),
        (  # named twice: the name with most of its marks, in every run
            "云溪市政府关于印发2031年双打专班要求做好的工作事项的通知\n"
            "现将《2031年“双打专班”要求做好的工作事项》印发给你们。\n2031年<双打专班>要求做好的工作事项",
            "2031年“双打专班”要求做好的工作事项",
        ),
        (
            "云溪市政府关于落实《<报告>任务》的通知 (云政发〔2031〕2号) 各镇政府:",
            "云溪市政府关于落实《<报告>任务》的通知",
        ),
        (
            "云溪市政府关于整治酒类的通知 各镇政府,市直各单位:请落实。",
            "云溪市政府关于整治酒类的通知",
        ),
    ],
)
def test_the_title_without_what_a_page_adds(head, head_lines, title):
    assert head(head_lines).title.replace("（", "(").replace("）", ")") == title.replace(
        "（", "("
    ).replace("）", ")")


def test_a_form_in_an_annex_gives_no_title(plan_of):
    plan = plan_of(f"云溪市打假方案{BODY}附件1\n打假情况月报表\n填报单位:")
    assert plan.title == "云溪市打假方案"


def test_the_line_over_a_table_is_its_title(plan_of):
    rows = "序号 部门 职责\n1 市公安局 负责侦查假酒案件。"
    assert plan_of(f"烟花安全监管\n{rows}").title == "烟花安全监管"
    assert plan_of(f"烟花,安全。\n{rows}").title is None


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("2031年底前建成。2033年底前完成。", None),
        ("到2033年底,覆盖率达到90%。", None),
        ("在2029年底基础上增长10%。", None),
        ("2031年起5年内,建成市场。", 2031),
        ("2031年9月底前完成。", 2031),
    ],
)
def test_an_aim_for_later_years_is_not_the_year_of_the_plan(plan_of, words, year):
    assert plan_of(f"云溪市整治方案\n一、目标\n{words}").plan_year == year


@pytest.mark.parametrize("basis", ["2029年底基础上", "2029年底的基础上"])
def test_the_end_of_a_year_that_growth_is_measured_by_is_no_time(plan_of, basis):
    assert not plan_of(f"一、目标\n在{basis}增长10%。").measures[0].deadlines


@pytest.mark.parametrize(
    ("opening", "year"),
    [
        ("现提出2031—2033年重点任务。", 2031),
        ("根据上级要求,制定《委员会2031年要点》。", 2031),
        ("对2030年已达标的提档。", None),
    ],
)
def test_the_opening_tells_the_year(plan_of, opening, year):
    assert plan_of(f"整治要点\n{opening}{BODY}").plan_year == year


@pytest.mark.parametrize("who", ["市各相关部门要落实。", "公安局等市直部门要落实。"])
def test_the_departments_of_a_city_tell_its_level(plan_of, who):
    assert plan_of(f"一、整治\n{who}").level is Level.CITY


def test_a_blank_where_a_line_broke_ends_the_heading_of_a_chapter(plan_of):
    plan = plan_of("五、加强领导,强化药品整治组织实施工作 药品整治关系重大,各级要落实。")
    assert outline(plan) == ["1 五 加强领导,强化药品整治组织实施工作"]
    assert texts(plan) == ["药品整治关系重大,各级要落实。"]


def test_only_the_first_chapter_of_a_plan_in_one_line_was_copied(plan_of):
    text = "云溪市整治要点\n根据部署,制定本要点。 一、抓好食品整治 全面落实食品放心工程,加强监管。要严查。"
    assert outline(plan_of(text)) == ["1 一 抓好食品整治"]


def test_chapters_are_told_where_each_mark_was_swapped_for_another(plan_of):
    text = "云溪市方案根据通知,制定本方案。一,工作思路以民为本.保障健康,二,工作目标到年末、建成网络 三,主要任务,查假酒"
    assert [line[:3] for line in outline(plan_of(text))] == ["1 一", "1 二", "1 三"]


def test_a_known_heading_that_goes_on_is_not_cut(plan_of):
    plan = plan_of("一、组织保障更有效\n1.查案。(市公安局负责)\n二、重点工作完成情况\n1.写总结。")
    assert outline(plan)[0] == "1 一 组织保障更有效"
    assert outline(plan)[2] == "1 二 重点工作完成情况"


def test_pairs_of_numbers_count_the_items_of_a_chapter(plan_of):
    plan = plan_of("一、整治\n1-1 查市场。\n1-2 查集市。\n二、宣传\n2-1 发文章。")
    assert [line.split(" <")[0] for line in outline(plan)] == [
        "1 一 整治", "3 1-1", "3 1-2", "1 二 宣传", "3 2-1",
    ]  # fmt: skip


def test_a_number_may_stand_before_that_of_a_hotline(plan_of):
    plan = plan_of("一、整治\n1.查市场。\n2.12345热线要接听。")
    assert texts(plan) == ["查市场。", "12345热线要接听。"]


def test_the_first_chapter_may_be_announced(plan_of):
    plan = plan_of("为做好整治,作出如下安排:一、加快完善市场整治。严查假酒。严查假药。")
    assert outline(plan) == ["1 一 加快完善市场整治"]


def test_the_principles_of_a_plan_behind_dashes_are_one_measure(plan_of):
    dashed = "一、基本原则\n——坚持严查。查处假酒。\n——坚持共治。形成合力。"
    assert len(texts(plan_of(dashed))) == 1
    assert len(texts(plan_of(dashed.replace("——", "")))) == 2


def test_the_heading_of_a_chapter_may_have_a_longer_second_phrase(plan_of):
    words = "完善程序,促进制定规范性文件的科学化、民主化。做好调研。"
    assert outline(plan_of(f"三、{words}")) == ["1 三 完善程序,促进制定规范性文件的科学化、民主化"]
    assert outline(plan_of(f"1.{words}")) == ["3 1"]


def test_a_heading_across_a_table_may_stand_at_the_end_of_a_page(plan_of):
    head = "序号|任务|责任单位|完成时间|\n"
    one, two = "1|查市场|市公安局|9月底|\n", "2|开会议|市检察院|10月底|\n"
    plan = plan_of(f"任务表\n{head}一|整治|||\n{one}二|协作|||\n{head}{two}")
    assert outline(plan) == ["1 一 整治", "1 二 协作"]
    assert texts(plan) == ["查市场", "开会议"]


def test_a_slip_is_a_title(head):
    assert head("督办通知单").title == "督办通知单"


def test_what_stands_above_the_first_number_of_a_text_copied_from_its_middle_is_read(plan_of):
    above = "年底前,建成全市市场监管网络,整治成效明显。"
    assert texts(plan_of(f"{above}\n二、宣传\n1.发文章。")) == [above, "发文章。"]
    assert texts(plan_of(f"{above}\n一、宣传\n1.发文章。")) == ["发文章。"]
    assert texts(plan_of(f"云溪市方案\n{above}\n二、宣传\n1.发文章。")) == ["发文章。"]
