"""Lines without a key or a number: who does what stands above, what the items below are about."""

import pytest

from plan.telling import codes, outline, texts, told

TASKS = (
    "一、重点任务\n1.清查仓库。全面清查物流仓库。\n{}\n2.培训店主。分批培训沿街店主。\n{}\n"
    "二、要求\n1.报送情况。按月报送。"
)


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("市公安局、市邮政管理局", "responsible 市公安局, 市邮政管理局"),
        ("市公安局、各县(市、区)人民政府", "responsible 市公安局, 各县(市、区)人民政府"),
        ("市公安局牵头,市邮政管理局配合", "lead 市公安局; cooperating 市邮政管理局"),
        ("市公安局、市商务局按职责分工负责", "responsible 市公安局, 市商务局"),
    ],
)
def test_a_line_of_units_below_a_sentence_tells_who_does_it(line, wanted, plan_of):
    plan = plan_of(TASKS.format(f"{line},2026年8月底前完成", line))
    assert texts(plan)[:2] == ["全面清查物流仓库。", "分批培训沿街店主。"]
    assert [told(m.duties) for m in plan.measures] == [wanted, wanted, ""]
    assert [[d.due_on.month for d in m.deadlines] for m in plan.measures[:2]] == [[8], []]
    assert "责任单位" not in plan.measures[0].clause


@pytest.mark.parametrize(
    "line",
    [
        "市公安局要加强巡查",
        "加强部门协作",
        "市公安局,扎实开展巡查",
        "市公安局:负责巡查",
    ],
)
def test_other_lines_below_a_sentence_tell_nothing_of_it(line, plan_of):
    before = plan_of("一、重点任务\n1.清查仓库。全面清查物流仓库。\n2.培训店主。分批培训店主。")
    plan = plan_of(TASKS.format(line, "市公安局、市商务局"))
    assert len(plan.measures) >= len(before.measures)
    assert not any((m.clause or "") == line for m in plan.measures)


def test_units_right_above_a_new_row_are_none_of_what_stands_above_them(plan_of):
    plan = plan_of(
        "一、任务\n清查仓库。\n市公安局\n1.打击团伙。\n2.捣毁窝点。\n市商务局\n1.培训店主。"
    )
    assert [told(m.duties) for m in plan.measures][-3:] == [
        *["responsible 市公安局"] * 2,
        "responsible 市商务局",
    ]


def test_one_such_line_alone_may_be_a_signature(plan_of):
    plan = plan_of(
        "一、要求\n1.清查仓库。全面清查物流仓库。\n2.培训店主。分批培训店主。\n云泽市商务局"
    )
    assert not any(m.duties for m in plan.measures)


def test_who_signs_above_a_date_does_nothing(plan_of):
    plan = plan_of(
        "一、要求\n1.清查仓库。全面清查物流仓库。\n市公安局、市商务局\n2.培训店主。分批培训店主。\n"
        "云泽市商务局\n2026年3月2日"
    )
    assert [told(m.duties) for m in plan.measures][1] == ""
    assert plan.issuer == "云泽市商务局"


HEADED = (
    "一、重点任务\n(一)守住底线\n加强源头管理\n1.清查仓库,摸清底数。(市公安局负责)\n"
    "2.培训店主,签订承诺。(市商务局负责)\n营造良好氛围\n3.张贴海报,开展宣讲。(市司法局负责)"
)


def test_headings_without_numbers_between_items_are_no_tasks(plan_of):
    plan = plan_of(HEADED)
    assert texts(plan) == ["清查仓库,摸清底数。", "培训店主,签订承诺。", "张贴海报,开展宣讲。"]
    assert codes(plan) == [[], [], []]
    assert outline(plan)[1] == "2 (一) 守住底线 <一"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("加强源头管理\n", ""),  # one such line alone
        ("营造良好氛围", "营造良好氛围。"),
        ("签订承诺。(市商务局负责)", "签订承诺"),  # the line before goes on in it
        ("3.张贴", "二、张贴"),
        ("营造良好氛围", "工作要求"),
    ],
)
def test_other_lines_between_items_stay_words(old, new, plan_of):
    plan = plan_of(HEADED.replace(old, new))
    kept = " ".join([*texts(plan), *outline(plan)])
    assert "营造良好氛围" in kept or "工作要求" in new


def test_a_number_in_a_line_of_its_own_has_its_heading_below(plan_of):
    plan = plan_of("一、任务\n(一)\n加强源头管理\n1.清查仓库。\n(二)\n营造良好氛围\n1.张贴海报。")
    assert outline(plan)[1::2] == ["2 (一) 加强源头管理 <一", "2 (二) 营造良好氛围 <一"]


def test_a_paragraph_with_its_units_above_the_first_number_is_a_measure(plan_of):
    plan = plan_of(
        "组织应急演练。建立应急队伍。(市公安局牵头,市商务局配合)\n四、要求\n(一)强化督导。按月通报。"
    )
    assert texts(plan)[0] == "组织应急演练。建立应急队伍。"
    assert told(plan.measures[0].duties) == "lead 市公安局; cooperating 市商务局"


@pytest.mark.parametrize(
    "head", ["做好此项工作(请阅办)。", "本市各部门按职责做好工作。(详见附件)", "云泽市(公安局负责)"]
)
def test_other_lines_above_the_first_number_are_none(head, plan_of):
    plan = plan_of(f"{head}\n一、要求\n(一)强化督导。按月通报。")
    assert texts(plan) == ["按月通报。"]
