"""What a head looks like is told where it is no plan, its title is odd, or a task was lost in it."""

import pytest

BODY = "\n一、任务\n(一)查办案件。(市公安局负责)\n(二)查办市场。(市商务局负责)\n"


def codes(plan):
    return [finding.code for finding in plan.findings]


@pytest.mark.parametrize(
    "title", ["《云溪市2031年酒类整治方案》政策解读", "云溪市2031年酒类整治方案答记者问"]
)
def test_what_is_written_about_a_plan_is_told(title, plan_of):
    assert "no-plan" in codes(plan_of(title + BODY))
    assert "no-plan" not in codes(plan_of(f"云溪市2031年酒类整治方案{BODY}"))


@pytest.mark.parametrize(
    "title",
    [
        "云法网|云溪市2031年酒类整治方案",
        "首页>公开>云溪市2031年酒类整治方案",
        "序号云溪市2031年酒类整治任务",
        f"云溪市{'和有关部门' * 18}酒类整治方案",
    ],
)
def test_a_title_with_words_of_a_page_is_told(title, plan_of):
    assert "odd-title" in codes(plan_of(title + BODY))


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("某一、更新。启动更新片区建设(市商务局牵头,市公安局配合)。", True),
        ("某一、更新。启动更新片区建设(市商务局、市公安局)", True),
        ("某一、更新。启动更新片区建设(责任单位:更新科)", True),
        ("市商务局牵头负责仓库租用和搬迁", True),
        ("市商务局负责人同志出席并讲话致辞", False),
        ("各成员单位负责报送本系统情况", False),
        ("为做好整治(含清理、规范),制定本方案(某甲)", False),
        ("(市商务局牵头)", False),
    ],
)
def test_a_task_above_the_first_number_is_told(line, told, plan_of):
    found = codes(plan_of(f"云溪市2031年酒类整治方案\n{line}{BODY}"))
    assert ("unread-line" in found) is told


def test_a_head_without_measures_below_it_loses_none(plan_of):
    assert "unread-line" not in codes(plan_of("云溪市方案\n某一、更新建设(市商务局牵头)"))
