"""What 实施方案 says, without Word."""

from datetime import date

import pytest

from exports.sample import plan, task, unit
from shuangda_desktop.papers.local_plan import local_plan
from shuangda_desktop.papers.model import DutyStyle, Form, Kind, TaskTable
from shuangda_desktop.plan.model import Role
from shuangda_desktop.tasks.model import Basis


def words(paper, kind=None) -> list[str]:
    return [p.words for p in paper.paragraphs if kind in (None, p.kind)]


def test_the_chapters_stand_in_their_order():
    assert words(local_plan(plan()), Kind.CHAPTER) == [
        "一、总体要求",
        "二、工作目标",
        "三、重点任务",
        "四、实施步骤",
        "五、保障措施",
    ]


def test_the_annex_holds_the_tasks_of_the_text():
    (annex,) = local_plan(plan()).annexes
    assert annex.lying
    assert annex.title == "示例市2026年打击侵权假冒工作任务分工表"
    assert isinstance(annex.blocks[0], TaskTable)
    assert [row.number for row in annex.blocks[0].rows] == [1, 2, 3]


def test_numbers_are_those_of_the_other_tables_and_run_on_where_plans_meet():
    def numbers(*rows):
        (annex,) = local_plan(plan(rows=rows)).annexes
        return [row.number for row in annex.blocks[0].rows]

    assert numbers(task(number=1), task(number=3)) == [1, 3]  # 2 was issued and is done no more
    assert numbers(task(number=1), task(number=1, plan_id=2)) == [1, 2]


def test_a_red_head_makes_a_red_document():
    draft = plan(red_head="某市文件", document_number="某发〔2026〕1号", signer="张三")
    dress = local_plan(draft).dress
    assert (dress.form, dress.name, dress.signer) == (Form.RED, "某市文件", "张三")
    assert local_plan(plan()).dress.form is Form.PLAIN


@pytest.mark.parametrize(
    ("style", "lines"),
    [
        (
            DutyStyle.BRACKETS,
            [
                "1.开展排查。\uff08牵头单位\uff1a甲\uff1b配合单位\uff1a乙\uff1b完成时限\uff1a2026年6月底前\uff09"
            ],
        ),
        (
            DutyStyle.LINES,
            ["1.开展排查。", "牵头单位\uff1a甲", "配合单位\uff1a乙", "完成时限\uff1a2026年6月底前"],
        ),
        (DutyStyle.TABLE, ["1.开展排查。"]),
    ],
)
def test_units_stand_where_the_office_wants_them(style, lines):
    row = task(
        1,
        chapter="",
        title="",
        text="开展排查。",
        units=(unit("甲"), unit("乙", Role.COOPERATING)),
        due_on=date(2026, 6, 30),
    )
    said = words(local_plan(plan(rows=(row,), duties=style)))
    at = said.index("三、重点任务")
    assert said[at + 1 : said.index("四、实施步骤")] == lines


def test_a_draft_without_tasks_marks_where_they_have_to_stand():
    said = words(local_plan(plan(rows=(), basis=())))
    assert "\u3014请填写重点任务\u3015" in said
    assert said[0].startswith("为贯彻落实\u3014请填写上级文件名称和文号\u3015精神")


def test_a_deadline_that_many_share_is_said_with_the_goal():
    rows = tuple(task(n, due_basis=Basis.PROPOSED) for n in (1, 2, 3))
    said = words(local_plan(plan(rows=rows)))
    assert any("其中没有写明时间的\uff0c拟于2026年6月底前完成" in text for text in said)


def test_units_that_concern_a_part_stay_in_brackets_where_lines_are_wanted():
    row = task(1, units=(unit("甲", scope="食品"), unit("乙", scope="药品")))
    said = words(local_plan(plan(rows=(row,), duties=DutyStyle.LINES)))
    assert any("\uff08食品牵头单位\uff1a甲\uff1b药品牵头单位\uff1a乙" in text for text in said)
