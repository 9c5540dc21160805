"""Numbered lines become an outline; what only looks like a number stays in its paragraph."""

import pytest

from plan.telling import outline, texts
from shuangda_desktop.plan.structure.cutting import cut_lines
from shuangda_desktop.plan.structure.lines import lines_of
from shuangda_desktop.plan.structure.outline import begins_item, entries_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "一、甲类\n(一)乙项\n1.丙点。做丙。\n(1)丁目。做丁。\n①戊条。做戊。",
            ["1 一 甲类", "2 (一) 乙项 <一", "3 1 丙点 <(一)", "4 (1) 丁目 <1", "5 ① 戊条 <(1)"],
            id="five levels",
        ),
        pytest.param(
            "一、甲类\n1.乙点。做乙。\n二、丙类\n2.丁点。做丁。",
            ["1 一 甲类", "3 1 乙点 <一", "1 二 丙类", "3 2 丁点 <二"],
            id="a level is skipped and numbers run on",
        ),
        pytest.param(
            "第一章 总则\n第一条 甲事由乙办。\n第二条 丙事由丁办。\n第二章 职责\n第三条 戊事由己办。",
            [
                "1 第一章 总则",
                "2 第一条 <第一章",
                "2 第二条 <第一章",
                "1 第二章 职责",
                "2 第三条 <第二章",
            ],
            id="chapters and articles",
        ),
        pytest.param(
            "第一条 甲事应当办。\n第二条 乙事应当办。",
            ["1 第一条", "1 第二条"],
            id="articles alone",
        ),
        pytest.param(
            "一、重点任务\n任务一:整治网络。清理链接。\n任务二:整治农资。抽检农药。\n二、工作要求\n统一步调。",
            ["1 一 重点任务", "2 任务一 整治网络 <一", "2 任务二 整治农资 <一", "1 二 工作要求"],
            id="tasks",
        ),
        pytest.param(
            "一、甲类\n(一)乙项。做乙。\n(二丙项。做丙。\n三)丁项。做丁。\n(四)戊项。做戊。",
            [
                "1 一 甲类",
                "2 (一) 乙项 <一",
                "2 (二) 丙项 <一",
                "2 (三) 丁项 <一",
                "2 (四) 戊项 <一",
            ],
            id="lost brackets of labels",
        ),
    ],
)
def test_outline_is_read(text, expected, plan_of):
    assert outline(plan_of(text)) == expected


def test_a_wrapped_line_that_begins_with_a_number_is_no_item():
    wrapped = (
        "(一)促进融合。推动一二三产业融合发展,培育新业态新模式,不断推进第\n三、第四批试点建设。"
    )
    assert len(entries_of(lines_of(wrapped))) == 1


def test_a_number_out_of_order_begins_an_item_after_a_full_stop():
    assert (
        len(
            entries_of(lines_of("(一)甲项。做甲,一直做到做好为止,不做好就不停。\n(五)乙项。做乙。"))
        )
        == 2
    )


def test_lines_before_the_first_item_are_left_out():
    entries = entries_of(lines_of("引言。\n一、甲类\n正文。"))
    assert [line.flat for line in entries[0].lines] == ["甲类", "正文。"]


def test_a_label_alone_on_its_line_takes_the_next_line():
    entries = entries_of(lines_of("一、\n甲类"))
    assert [line.flat for line in entries[0].lines] == ["甲类"]


def test_group_headings_have_no_label(plan_of):
    plan = plan_of("【目标任务】\n办案50件。\n【推进措施】\n1.开展检查。\n责任单位:云溪市公安局")
    assert outline(plan) == ["3 1"]
    assert texts(plan) == ["办案50件。", "开展检查。"]


def test_group_headings_close_the_row_of_numbers(plan_of):
    plan = plan_of("【甲类】\n1.做甲。\n2.做乙。\n【丙类】\n1.做丁。\n责任单位:云溪市公安局")
    assert outline(plan) == ["3 1", "3 2", "3 1"]


@pytest.mark.parametrize(
    ("line", "begins"),
    [
        ("一、甲", True),
        ("(一)甲", True),
        ("【目标任务】", True),
        ("〖推进措施〗正文", True),
        ("【牵头单位】市公安局", False),
        ("〖市公安局负责〗", False),
        ("【市公安局、市商务局】", False),
        ("【字体: 大 中 小】", False),
        ("(一甲", False),
        ("甲一、", False),
    ],
)
def test_what_begins_an_item(line, begins):
    assert begins_item(lines_of(line)[0]) is begins


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "某市2023年打击侵权假冒工作要点为做好工作,制定本要点。一、整治市场(一)整治网络。清理链接。"
            "(市网信办负责)(二)整治农资。抽检农药。(市农业农村局负责)二、加强宣传(三)集中宣传。"
            "办好活动。(市委宣传部牵头,各成员单位配合)三、抓好保障1.加强领导。各地要重视。"
            "2.加强考核。纳入考核。",
            [
                "1 一 整治市场",
                "2 (一) 整治网络 <一",
                "2 (二) 整治农资 <一",
                "1 二 加强宣传",
                "2 (三) 集中宣传 <二",
                "1 三 抓好保障",
                "3 1 加强领导 <三",
                "3 2 加强考核 <三",
            ],
            id="everything in one line",
        ),
        pytest.param(
            "一、整治市场\n(一)整治网络。清理链接。(市网信办负责)(二)整治农资。抽检农药。(市商务局负责)",
            ["1 一 整治市场", "2 (一) 整治网络 <一", "2 (二) 整治农资 <一"],
            id="one number glued",
        ),
    ],
)
def test_lost_line_breaks(text, expected, plan_of):
    assert outline(plan_of(text)) == expected


def test_cut_lines_keep_every_character():
    text = "一、甲(一)乙。做乙。(市公安局负责)(二)丙。做丙。责任单位:市商务局"
    lines = cut_lines(lines_of(text))
    assert "".join(text[line.start : line.end] for line in lines) == text


def test_ordinals_with_a_comma_are_items(plan_of):
    plan = plan_of(
        "一、治理\n第一,管住生产。查企业。责任领导:张某 责任单位:县公安局\n第二、管住流通。查摊点。第三,不另起行。"
    )
    assert outline(plan) == ["1 一 治理", "4 第一 管住生产 <一", "4 第二 管住流通 <一"]
    assert texts(plan) == ["查企业。", "查摊点。第三,不另起行。"]


@pytest.mark.parametrize("parted", ["\n", ""])
def test_ordinals_above_all_other_numbers_are_the_parts_of_a_plan(parted, plan_of):
    plan = plan_of(
        parted.join(
            [
                "云溪市商标工作方案\n第一、工作目标。注册商标200件。",
                "第二、工作步骤。",
                "(一)摸底。登记企业。",
                "(二)培育。上门辅导。",
                "第三、工作保障。安排经费。",
            ]
        )
    )
    assert outline(plan) == [
        "1 第一 工作目标",
        "1 第二 工作步骤",
        "2 (一) 摸底 <第二",
        "2 (二) 培育 <第二",
        "1 第三 工作保障",
    ]


def test_headings_behind_a_dash_between_items_are_no_measures(plan_of):
    plan = plan_of(
        "云溪市任务分工\n——管好流通\n7.查集市。(市商务局负责)\n——办好宣传\n8.办展览。(市文旅局负责)"
    )
    assert texts(plan) == ["查集市。", "办展览。"]


def test_parts_without_numbers_are_no_measures(plan_of):
    plan = plan_of(
        "云溪市酒类整治方案\n总体要求\n坚持打防结合。\n重点任务\n(一)查酒厂。排查酒厂。(市公安局)\n"
        "(二)查酒店。排查酒店。(市商务局)\n保障措施\n落实专项经费。(市财政局)"
    )
    assert texts(plan) == ["坚持打防结合。", "排查酒厂。", "排查酒店。", "落实专项经费。"]


def test_numbers_that_lost_their_closing_bracket_go_on(plan_of):
    plan = plan_of(
        "一、查办\n(一查酒厂。排查酒厂。(市公安局)\n(1)查作坊。封存。\n(2查酒窖。封存。\n二、宣传\n"
        "(一办展。展出假酒。(市文旅局)\n(二开讲座。讲解。责任单位:市司法局\n(3讲识别。讲解。"
    )
    assert [line.partition(" <")[0] for line in outline(plan)] == [
        "1 一 查办",
        "2 (一) 查酒厂",
        "4 (1) 查作坊",
        "4 (2) 查酒窖",
        "1 二 宣传",
        "2 (一) 办展",
        "2 (二) 开讲座",
        "4 (3) 讲识别",
    ]


def test_an_amount_behind_an_open_bracket_is_no_number(plan_of):
    plan = plan_of("一、查办\n(一)查酒厂。排查酒厂\n(1家酒厂停产。\n(二)查酒店。排查酒店。")
    assert [line[:5] for line in outline(plan)] == ["1 一 查", "2 (一)", "2 (二)"]


SPACED = "云溪市2031年工作要点\n一 健全规章\n(一)修订办法\n1.查处假货。(市公安局负责)\n二 加强保护\n2.巡查商铺。(市商务局负责)"


@pytest.mark.parametrize("between", ["\n", " "], ids=["lines", "one line"])
def test_a_blank_behind_a_chapters_number_does_for_its_mark(plan_of, between):
    plan = plan_of(SPACED.replace("\n", between))
    expected = ["1 一 健全规章", "2 (一) 修订办法 <一", "3 1 <(一)", "1 二 加强保护", "3 2 <二"]
    assert (plan.title, outline(plan)) == ("云溪市2031年工作要点", expected)
    assert texts(plan) == ["查处假货。", "巡查商铺。"]


def test_a_number_before_a_blank_that_is_not_the_next_is_a_word(plan_of):
    plan = plan_of(
        "一、甲类\n1.查处假货。(市公安局负责)\n三 江源商圈除外。\n2.巡查商铺。(市商务局负责)"
    )
    assert [section.label for section in plan.sections] == ["一", "1", "2"]


def test_a_row_that_began_in_what_was_not_copied_goes_on_below_a_heading(plan_of):
    plan = plan_of(
        "五、深入实施创新驱动发展战略,巩固壮大云溪实体经济\n(十六)加大激励力度。\n22.强化主体。(市公安局负责)"
    )
    assert outline(plan)[:2] == [
        "1 五 深入实施创新驱动发展战略,巩固壮大云溪实体经济",
        "2 (十六) 加大激励力度 <五",
    ]


def test_a_row_with_a_gap_goes_on_below_a_heading_that_ends_without_a_stop(plan_of):
    plan = plan_of(
        "一、目标\n2.查处假酒。(市公安局负责)\n二、任务\n(一)突出重点市场,压实云溪各方责任和要求\n"
        "4.清理网店。(市商务局负责)\n5.巡查集市。(市商务局负责)"
    )
    assert texts(plan) == ["查处假酒。", "清理网店。", "巡查集市。"]
    assert [section.label for section in plan.sections][-2:] == ["4", "5"]


def test_a_smaller_number_at_the_turn_of_a_line_below_a_heading_is_a_word(plan_of):
    plan = plan_of(
        "一、目标\n5.查处假酒。(市公安局负责)\n(二)突出重点市场,压实云溪各方责任和要求,落实\n3.云溪路段巡查\n"
    )
    assert [section.label for section in plan.sections] == ["一", "5", "(二)"]


def test_a_chapter_whose_words_were_not_copied_is_a_heading(plan_of):
    plan = plan_of(
        "六、整治集市\n(一)查处假酒。(市公安局负责)\n七、加强生态建设和环境保护,实现云溪发展\n"
    )
    assert texts(plan) == ["查处假酒。"]
    assert outline(plan)[-1] == "1 七 加强生态建设和环境保护,实现云溪发展"
    whole = plan_of("六、整治集市\n(一)查处假酒。(市公安局负责)\n七、加强生态建设,实现云溪发展。\n")
    assert len(whole.measures) == 2
