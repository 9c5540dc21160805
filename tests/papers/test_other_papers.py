"""The notice, the circular, the page for the leader, slips, the letter and what became of the answers."""

from dataclasses import replace
from datetime import date

import pytest

from exports.sample import plan, task, unit
from papers.reports import CITY, OFFICE, A, B, C, busy, march, quiet
from shuangda_desktop.papers.circular import RULE, state_circular, unit_states
from shuangda_desktop.papers.consultation import Opinion, adoption_table, consultation_letter
from shuangda_desktop.papers.local_plan import local_plan
from shuangda_desktop.papers.model import Form, Grid
from shuangda_desktop.papers.notice import forwarding_notice
from shuangda_desktop.papers.one_page import LINES, _lines, one_page
from shuangda_desktop.papers.parts import days_late, matter
from shuangda_desktop.papers.pressing import supervision_slip, urging_slip
from shuangda_desktop.tasks.periods import parse_key


def words(paper) -> list[str]:
    return [p.words for p in paper.paragraphs]


def grid(paper) -> Grid:
    return next(b for b in paper.blocks if isinstance(b, Grid))


def test_a_notice_forwards_the_plan_and_its_annex():
    draft = local_plan(plan(document_number="示双打办〔2026〕3号"))
    paper = forwarding_notice(draft, "市人民政府")
    assert paper.title == f"{draft.office}关于印发《{draft.title}》的通知"
    assert words(paper)[0].startswith(
        f"《{draft.title}》已经市人民政府同意\uff0c现印发给你们\uff0c"
    )
    assert [(a.title, a.label) for a in paper.annexes] == [
        (draft.title, False),
        (draft.annexes[0].title, True),
    ]
    assert paper.annexes[0].blocks == draft.blocks
    assert paper.dress.document_number == "示双打办〔2026〕3号"
    assert paper.dress.recipients.startswith("各县")


def test_a_notice_keeps_what_the_clerk_named_and_marks_a_missing_office():
    paper = forwarding_notice(local_plan(plan(recipients="各成员单位", office="")))
    assert paper.dress.recipients == "各成员单位"
    assert paper.title.startswith("\u3014请填写发文机关\u3015关于印发")
    assert "同意" not in words(paper)[0]


def test_a_circular_lists_every_unit_that_answers_for_a_task():
    paper = state_circular(busy(), CITY, OFFICE, "各成员单位")
    rows = grid(paper).rows
    assert [row[1] for row in rows] == [C, A, B]
    assert rows[0] == ("1", C, "2", "0", "1", "1", "1", "2", "0%")
    said = "".join(words(paper))
    assert "有逾期未完成任务的单位1个\uff1a市司法局1项。" in said
    assert "有任务没有报送进展的单位1个\uff1a市司法局2项。" in said
    assert "立即补报" in said


def test_a_circular_of_a_quiet_month_blames_nobody():
    said = "".join(words(state_circular(quiet(), CITY, OFFICE)))
    assert "没有单位逾期" in said
    assert "补报" not in said


def test_nobody_is_ranked_unless_the_office_asks_for_it():
    plain = state_circular(busy(), CITY, OFFICE)
    assert [c.title for c in grid(plain).columns][-1] == "平均\n完成率"
    assert RULE not in words(plain)
    ranked = state_circular(busy(), CITY, OFFICE, ranked=True)
    assert [(r[1], r[-2], r[-1]) for r in grid(ranked).rows] == [
        (A, "100", "1"),
        (C, "0", "2"),
        (B, "0", "2"),
    ]
    assert RULE in words(ranked)


def test_points_are_taken_for_late_and_silent_tasks_and_never_below_nought():
    states = {one.figures.unit: one for one in unit_states(busy())}
    assert states[C].silent == 2
    full = replace(states[C], figures=replace(states[C].figures, percent=50))
    assert full.score == 50 - 5 - 4
    assert states[C].score == 0


def test_the_page_for_the_leader_names_fewer_tasks_where_names_are_long():
    long = "开展农村和城乡结合部市场假冒伪劣商品集中整治行动"
    rows = [task(n, title=long, due_on=date(2026, 3 + n % 2, 9)) for n in range(1, 9)]
    paper = one_page(march(*rows), "示例自治州", OFFICE)
    said = words(paper)
    assert said[said.index("需要推动") + 1].count(long) < 3
    assert said[said.index("需要推动") + 1].endswith("\uff1b共4项。")
    assert _lines(paper.blocks) <= LINES - 1  # the title takes two lines


def test_the_page_for_the_leader_names_few_tasks_and_counts_all():
    rows = [task(n, title=f"6月清查{n}", due_on=date(2026, 3, n)) for n in range(1, 6)]
    paper = one_page(march(*rows), CITY, OFFICE)
    said = words(paper)
    assert paper.large
    assert not paper.signed
    assert grid(paper).rows == (("5", "0", "5", "0", "5", "2"),)
    late = said[said.index("需要推动") + 1]
    assert late.startswith("1. 6月清查1\uff0c市农业农村局\uff1b2. 6月清查2")
    assert late.endswith("\uff1b共5项。")


def test_the_page_for_the_leader_says_where_there_is_nothing():
    said = words(one_page(quiet(), CITY, OFFICE))
    assert said[1:7] == [
        "本月新完成",
        "没有新完成的任务。",
        "需要推动",
        "没有逾期任务。",
        "2026年4月到期",
        "没有到期的任务。",
    ]
    assert "3.清查仓库\uff0c市司法局" in "".join(words(one_page(busy(), CITY, OFFICE)))
    lone = march(task(1, units=(), title="清查", due_on=date(2026, 3, 1)))
    assert "1.清查。" in words(one_page(lone, CITY, OFFICE))


def test_an_urging_slip_lists_what_was_not_reported():
    rows = [task(1), task(2, title="清查仓库")]
    paper = urging_slip(A, rows, parse_key("2026-03"), OFFICE, date(2026, 4, 8), "李某 123")
    assert paper.dress.recipients == A
    assert paper.dress.remark == "联系人及电话\uff1a李某 123"
    assert "下列2项任务还没有报送2026年3月进展情况。请于2026年4月8日前报送" in words(paper)[0]
    assert len(grid(paper).rows) == 2


def test_a_supervision_slip_holds_the_late_tasks_only_and_room_for_the_answer():
    rows = [task(1, due_on=date(2026, 3, 1)), task(2, due_on=date(2026, 12, 31))]
    paper = supervision_slip(A, rows, date(2026, 4, 2), OFFICE)
    assert "下列1项任务已超过完成时限" in words(paper)[0]
    assert "\u3014请填写反馈日期\u3015前" in words(paper)[0]
    assert grid(paper).rows[0][3] == "逾期32天"
    (answer,) = paper.annexes  # on a page of its own, which the unit sends back
    assert answer.blocks[0].rows[0] == ("承办单位", A)
    assert [row[0] for row in answer.blocks[0].rows][-1] == "承办单位负责人签字"


def test_a_letter_asks_the_units_and_encloses_draft_tasks_and_form():
    paper = consultation_letter(local_plan(plan()), (A, B), date(2026, 3, 10), "李某")
    assert paper.dress.form is Form.LETTER
    assert paper.dress.recipients == "市公安局、市商务局"
    assert "2026年3月10日前书面反馈" in words(paper)[0]
    assert [a.title for a in paper.annexes][-1] == "意见反馈表"
    assert paper.annexes[0].title.endswith("\uff08征求意见稿\uff09")
    plain = consultation_letter(local_plan(plan()), ())
    assert plain.dress.remark == ""
    assert "请填写反馈日期" in words(plain)[0]


def test_a_table_of_opinions_says_nothing_of_nobody_and_studies_nothing_before_it_is_studied():
    wish = Opinion(A, "1 检查", "改时限", "")
    assert words(adoption_table([wish], "方案", OFFICE)) == [
        "《方案》征求意见期间\uff0c共收到1个单位的反馈\uff0c共提出意见1条。",
        "意见尚未研究\uff0c具体情况见附件。",
    ]
    (none,) = words(adoption_table([Opinion(A, "", "", "")], "方案", OFFICE))
    assert none.endswith("共收到1个单位的反馈\uff0c均没有意见。")


@pytest.mark.parametrize("undecided", ["", "尚未研究"])
def test_what_became_of_the_opinions_is_counted_from_the_table(undecided):
    opinions = [
        Opinion(A, "第3项", "改为7月底。", "采纳"),
        Opinion(A, "第4项", "删去。", "未采纳", "上级有要求。"),
        Opinion(B, "", "", ""),
        Opinion(C, "第5项", "增加。", undecided),
    ]
    paper = adoption_table(opinions, "实施方案", OFFICE)
    said = "".join(words(paper))
    assert "共收到3个单位的反馈\uff0c其中1个单位没有意见\uff0c其余单位共提出意见3条。" in said
    assert "采纳1条、未采纳1条、尚未研究1条" in said
    rows = paper.annexes[0].blocks[0].rows
    assert rows[2] == ("3", B, "", "无意见", "\u2014", "")
    assert rows[1][4:] == ("未采纳", "上级有要求。")


def test_units_without_any_opinion_leave_nothing_to_study():
    assert len(words(adoption_table([Opinion(A, "", "", "")], "方案", OFFICE))) == 1


def test_a_task_is_named_by_its_title_or_its_first_words():
    assert matter(task(title="(三)推进打假。")) == "推进打假"
    assert matter(task(title="", text="公开" * 20)) == "公开" * 11 + "公\u2026"
    assert days_late(task(due_on=None), date(2026, 1, 1)) == ""
    assert unit(A).unit == A
