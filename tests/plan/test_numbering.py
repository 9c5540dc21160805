"""Numbers before headings are told from numbers in sentences."""

import pytest

from plan.telling import outline
from shuangda_desktop.plan.structure.numbering import Numbers, label_at
from shuangda_desktop.text.punctuation import narrow


@pytest.mark.parametrize(
    ("line", "level", "text", "number"),
    [
        ("一、总体要求", 1, "一", 1),
        ("十二、附则", 1, "十二", 12),
        ("二.重点任务", 1, "二", 2),
        ("三,保障措施", 1, "三", 3),
        ("第一章 总则", 1, "第一章", 1),
        ("第二部分 任务", 1, "第二部分", 2),
        ("第三条 各单位应当配合。", 1, "第三条", 3),
        ("第12条 本办法自印发之日起施行。", 1, "第12条", 12),
        ("任务一:整治网络", 1, "任务一", 1),
        ("重点任务3 整治农资", 1, "重点任务3", 3),
        ("(一)整治网络", 2, "(一)", 1),
        ("(二十一) 整治农资", 2, "(二十一)", 21),
        ("( 三 )整治市场", 2, "(三)", 3),
        ("〔四〕整治市场", 2, "(四)", 4),
        ("(五)、整治市场", 2, "(五)", 5),
        ("1.查办案件", 3, "1", 1),
        ("12、查办案件", 3, "12", 12),
        ("3. 查办案件", 3, "3", 3),
        ("5.2023年6月底前完成", 3, "5", 5),
        ("6.10月底前完成", 3, "6", 6),
        ("2.1 整治网络", 2, "2.1", 1),
        ("3.10. 整治农资", 2, "3.10", 10),
        ("3.1.2整治种子", 3, "3.1.2", 2),
        ("(1)登记", 4, "(1)", 1),
        ("(12)登记", 4, "(12)", 12),
        ("2)登记", 4, "(2)", 2),
        ("①登记", 5, "①", 1),
        ("⑳登记", 5, "⑳", 20),
        ("\u3222整治网络", 2, "(三)", 3),
        ("\u2475登记", 4, "(2)", 2),
        ("\u2493 查办案件", 3, "12", 12),
    ],
)
def test_a_label_is_read(line, level, text, number, width):
    label = label_at(narrow(width(line)))
    assert label is not None
    assert (label.level, label.text, label.number) == (level, text, number)


@pytest.mark.parametrize(
    "line",
    [
        "总体要求",
        "1.5亿元",
        "3.15消费者权益日",
        "1.5 万元",
        "2.1",
        "2023年工作要点",
        "一是加强领导",
        "统一、规范、高效",
        "(区)政府",
        "(市场监管局负责)",
        "第一批名单",
        "〇、空",
        "",
    ],
)
def test_other_beginnings_are_no_labels(line, width):
    label = label_at(narrow(width(line)))
    assert label is None or not label.sure


@pytest.mark.parametrize(
    ("line", "text"),
    [("(八协同推进", "(八)"), ("三)加强宣传", "(三)"), ("(二十加强监管", "(二十)")],
)
def test_a_label_without_one_of_its_brackets_is_unsure(line, text):
    label = label_at(line)
    assert label is not None
    assert (label.text, label.sure) == (text, False)


def test_a_label_ends_behind_its_delimiter_and_blanks():
    label = label_at("前言一、 总则", 2)
    assert label is not None
    assert (label.start, label.end) == (2, 5)


def label(text):
    found = label_at(text)
    assert found is not None
    return found


def test_numbers_follow_one_another_in_their_row():
    numbers = Numbers()
    numbers.take(label("(一)甲"))
    assert numbers.follows(label("(二)乙"))
    assert not numbers.follows(label("(四)丁"))
    assert numbers.fits(label("(一)又"))
    assert not numbers.fits(label("(三)丙"))


def test_numbers_run_on_across_sections():
    numbers = Numbers()
    for text in ("一、甲", "(一)甲", "1.甲", "二、乙"):
        numbers.take(label(text))
    assert numbers.follows(label("(二)乙"))
    assert numbers.follows(label("2.乙"))


def test_the_lowest_rows_end_where_a_higher_one_goes_on():
    numbers = Numbers()
    for text in ("1.甲", "(1)甲", "①甲", "2.乙"):
        numbers.take(label(text))
    assert numbers.follows(label("(1)乙"))
    assert numbers.follows(label("①乙"))


def test_tasks_are_counted_apart_from_sections():
    numbers = Numbers()
    for text in ("一、甲", "任务一:甲", "任务二:乙"):
        numbers.take(label(text))
    assert numbers.follows(label("二、乙"))


def test_a_higher_row_is_known():
    numbers = Numbers()
    assert not numbers.knows_above(label("(一)甲"))
    numbers.take(label("一、甲"))
    assert numbers.knows_above(label("(一)甲"))
    assert not numbers.knows_above(label("二、乙"))


def test_decimal_numbers_begin_anew_below_the_next_chapter(plan_of):
    plan = plan_of(
        "第一章 要求\n1.1 目标\n做甲。\n第二章 任务\n2.1整治网络\n做乙。\n2.2整治农资\n2.2.1 种子\n做丙。"
    )
    assert outline(plan) == [
        "1 第一章 要求",
        "2 1.1 目标 <第一章",
        "1 第二章 任务",
        "2 2.1 整治网络 <第二章",
        "2 2.2 整治农资 <第二章",
        "3 2.2.1 种子 <2.2",
    ]


def test_a_task_may_be_numbered_in_brackets(plan_of):
    plan = plan_of(
        "【任务1】抽检童车\n主要内容:查验标志100件。\n牵头:市妇联\n【任务2】清查文具店\n主要内容:查扣文具10箱。\n牵头:市教育局"
    )
    assert outline(plan) == ["1 任务1 抽检童车", "1 任务2 清查文具店"]
    assert [m.duties[0].unit for m in plan.measures] == ["市妇联", "市教育局"]


def test_decimal_numbers_below_plain_ones(plan_of):
    plan = plan_of("一、任务\n1.整治网络\n1.1 清理链接。\n1.2 约谈平台。\n2.整治农资\n2.1 抽检。")
    assert [line[:5] for line in outline(plan)] == [
        "1 一 任",
        "3 1 整",
        "4 1.1",
        "4 1.2",
        "3 2 整",
        "4 2.1",
    ]


@pytest.mark.parametrize(
    "words", ["第一、二季度开展自查。", "第一、三批单位完成自查。", "第一、二期培训完成。"]
)
def test_a_row_of_counted_things_is_no_number(plan_of, words):
    plan = plan_of(f"一、任务\n(一)整治。开展整治。(市公安局负责)\n{words}(市商务局负责)")
    assert narrow(plan.measures[-1].text) == words
