import pytest

from shuangda_desktop.text.rules.duplicates import remove_duplicate
from text.rules import applied

LINES = [
    f"{n}.对第{n}类商品开展专项检查,查清来源和去向,依法处理并公开结果,做到全程留痕可追溯。(市第{n}局负责)"
    for n in range(1, 9)
]
PLAN = "\n".join(LINES)


def cleaned(text):
    return applied(remove_duplicate, text)


def test_a_document_pasted_twice_is_kept_once():
    assert cleaned(PLAN + "\n" + PLAN) == PLAN


def test_three_copies_are_kept_once():
    assert cleaned("\n".join([PLAN] * 3)) == PLAN


def test_a_copy_may_lack_the_first_line_and_have_other_blanks():
    copy = "\n".join("\u3000" + line.replace(",", "\uff0c ") for line in LINES[1:])
    assert cleaned(f"{PLAN}\n\n{copy}\n末行") == f"{PLAN}\n末行"


def test_a_few_equal_lines_are_no_copy():
    plan = PLAN + "\n" + "\n".join(LINES[:3])
    assert cleaned(plan) == plan


def test_short_equal_lines_are_no_copy():
    duties = "\n".join(["责任单位:市局"] * 40)
    assert cleaned(duties) == duties


def test_an_annex_far_away_that_repeats_some_lines_stays():
    between = "\n".join(f"附表第{n}行写着不同的内容,每行都不一样,共有许多行。" for n in range(20))
    plan = f"{PLAN}\n{between}\n" + "\n".join(LINES[:6])
    assert cleaned(plan) == plan


def test_equal_lines_that_say_little_are_no_copy():
    few = "\n".join(f"第{n}行只有二十个字左右的一点内容而已" for n in range(6))
    assert cleaned(few + "\n" + few) == few + "\n" + few


def test_a_copy_within_one_line_is_removed():
    line = PLAN.replace("\n", "")
    assert cleaned("标题\n" + line + line + "\n尾") == "标题\n" + line + "\n尾"


def test_a_long_line_without_a_copy_stays():
    line = PLAN.replace("\n", "")
    assert cleaned(line + line[:70]) == line + line[:70]


def test_an_empty_text_has_no_copy():
    assert cleaned("") == ""


def test_a_long_paragraph_that_stands_twice_in_a_row_is_kept_once():
    plan = "\n".join([*LINES[:3], LINES[2], *LINES[3:]])
    assert cleaned(plan) == PLAN


def test_short_lines_and_rows_of_a_table_may_stand_twice():
    rows = "一、任务\n一、任务\n" + "\n".join(["1\t" + LINES[0]] * 2)
    assert cleaned(rows) == rows


SHORT = "云安市2031年打假要点\n一、查处假酒。(市场监管局、公安局负责)\n二、查处假种子。检查农资店60家。(农业农村局负责)\n"


def test_a_short_document_pasted_twice_is_kept_once():
    assert cleaned(SHORT + SHORT) == SHORT[:-1] + "\n"
    assert cleaned(f"{SHORT}\n\n{SHORT}").strip() == SHORT.strip()


def test_the_title_of_a_short_document_may_stand_once():
    title, _, body = SHORT.partition("\n")
    assert cleaned(f"{title}\n{body}{body}").strip() == SHORT.strip()


def test_a_short_copy_with_more_behind_it_is_none():
    text = f"{SHORT}{SHORT}三、查处盗版书。(文旅局负责)"
    assert cleaned(text) == text


def test_a_short_line_that_holds_the_document_twice_is_halved():
    line = SHORT.replace("\n", "")
    assert cleaned(line + line) == line


PAGE = "\n".join(["云溪市打假计划", "各单位:", "一、整治", *LINES[:3], "二、宣传"])


def test_a_short_page_that_stands_twice_is_kept_once_with_what_the_page_had_above():
    fields = "索引号:0001\n发文机构:某局\n文号:云打〔2031〕3号\n分类:计划"
    assert cleaned(f"{PAGE}\n{fields}\n{PAGE}") == PAGE


def test_what_stands_between_the_copies_and_is_more_than_a_head_stays():
    between = "附:以下各项由各镇落实。"
    assert cleaned(f"{PAGE}\n{between}\n{PAGE}") == f"{PAGE}\n{between}"


@pytest.mark.parametrize("between", ["市财政局负责经费保障,5月底前拨付到位", "各镇建立台账"])
def test_a_line_between_the_copies_that_no_head_holds_stays(between):
    assert cleaned(f"{PAGE}\n文号:云打〔2031〕3号\n{between}\n{PAGE}").endswith(between)


def test_the_title_may_stand_between_the_copies_with_the_fields_of_the_page():
    text = f"索引号:0001\n{PAGE}\n云溪市打假计划\n来源:云溪市政府\n{PAGE}"
    assert cleaned(text) == f"索引号:0001\n{PAGE}"
