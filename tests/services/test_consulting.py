"""A round of opinions: forms out, replies in whatever happened to them, each settled, tables written."""

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from docx import Document

from services.filling import Form
from shuangda_desktop.errors import RuleError
from shuangda_desktop.plan.model import Role
from shuangda_desktop.services.dividing import consulting, extracts, splitting, versioning
from shuangda_desktop.store import consultations, settings, versions
from shuangda_desktop.store.tasks import load_task
from shuangda_desktop.tasks.checks.findings import NewDeadline, NewUnits
from shuangda_desktop.tasks.model import Assignment, Basis
from shuangda_desktop.tasks.rounds.opinions import Answer, Opinion, Outcome, Stance, answers
from shuangda_desktop.tasks.rounds.reading import Reply
from shuangda_desktop.tasks.rounds.versions import VersionKind

POLICE, TRADE, MARKET = "市公安局", "市商务局", "市市场监管局"
DUE = date(2026, 3, 20)


@pytest.fixture
def asked(store, plan_id, task_ids, now):
    with store.step("设置", now):
        settings.put(store, "city", "临江市")
        settings.put(store, "office_name", "临江市双打办")
    return consulting.open_round(store, plan_id, DUE, now)


def again(store, asked):
    return consultations.load_consultation(store, asked.id)


def wish(task_id, **values):
    given = {"proposal": "时限改为9月底", "reason": "任务较重", **values}
    return Opinion(POLICE, task_id, "1 检查商店", Stance.CHANGE, **given)


@pytest.fixture
def folder(store, asked, tmp_path):
    extracts.write_extracts(extracts.gather_extracts(store, asked.id), tmp_path)
    return tmp_path


def read(store, asked, *paths):
    return extracts.understand(store, asked.id, extracts.read_files(paths))


def test_a_round_freezes_the_draft_and_asks_who_has_a_part(store, plan_id, asked, now):
    (version,) = versions.load_versions(store, plan_id)
    assert (version.kind, version.id) == (VersionKind.CONSULTED, asked.version_id)
    assert {unit.unit for unit in asked.units} == {POLICE, TRADE, MARKET}
    assert (asked.sent_on, asked.due_on, asked.number) == (now.date(), DUE, 1)
    assert consultations.load_consultations(store, plan_id) == (asked,)
    assert store.undo_label == "发起征求意见"


def test_a_round_needs_a_day_to_come_and_units(store, plan_id, task_ids, now, dump):
    before = dump()
    with pytest.raises(RuleError, match="已经过去"):
        consulting.open_round(store, plan_id, date(2026, 3, 1), now)
    assert dump() == before
    for task_id in task_ids:
        splitting.set_units(store, task_id, [], now)
    with pytest.raises(RuleError, match="还没有承担单位"):
        consulting.open_round(store, plan_id, DUE, now)


def test_the_day_may_be_put_off_but_not_before_the_beginning(store, asked, now):
    consulting.set_due(store, asked.id, date(2026, 3, 27), now)
    assert again(store, asked).due_on == date(2026, 3, 27)
    label = store.undo_label
    consulting.set_due(store, asked.id, date(2026, 3, 27), now)
    assert store.undo_label == label == "修改第1次征求意见的截止日"
    with pytest.raises(RuleError, match="不能早于"):
        consulting.set_due(store, asked.id, date(2026, 3, 1), now)


def test_each_unit_gets_its_own_tasks_in_both_kinds_of_file(folder, task_ids):
    assert sorted(path.name for path in folder.iterdir()) == sorted(
        f"{unit}_征求意见表{suffix}"
        for unit in (POLICE, TRADE, MARKET)
        for suffix in (".xlsx", ".docx")
    )
    form = Form(folder / f"{POLICE}_征求意见表.xlsx")
    assert list(form.rows) == task_ids[:1]
    assert form.sheet.protection.sheet
    assert form.is_open(task_ids[0], "stance")
    assert not form.is_open(task_ids[0], "task")
    words = [str(cell.value) for row in form.sheet.iter_rows() for cell in row if cell.value]
    assert "反馈单位：市公安局    共1项任务" in words
    assert sum(word.startswith(("1. ", "2. ", "3. ")) for word in words) == 3
    assert "查处仿冒食品。" not in "".join(words)
    document = Document(folder / f"{MARKET}_征求意见表.docx")
    cells = [cell.text for row in document.tables[0].rows for cell in row.cells]
    assert "查处仿冒食品。" in "".join(cells)
    assert "检查集镇商店" not in "".join(cells)


def test_only_some_may_be_written_and_it_may_be_stopped(store, asked, tmp_path):
    some = extracts.gather_extracts(store, asked.id, [TRADE])
    assert [extract.unit for extract in some] == [TRADE]
    assert extracts.write_extracts(some, tmp_path / "新", cancelled=lambda: True) == ()
    assert list((tmp_path / "新").iterdir()) == []


def test_a_reply_in_the_folder_is_never_written_over(store, asked, folder):
    before = {path: path.read_bytes() for path in folder.iterdir()}
    some = extracts.gather_extracts(store, asked.id, [TRADE])
    assert extracts.write_extracts(some, folder) == (
        f"文件夹里已有同名的文件\uff0c没有覆盖\uff0c新的一份写作“{TRADE}_征求意见表\uff082\uff09.xlsx”等2份。",
    )
    assert len(list(folder.iterdir())) == len(before) + 2
    assert all(path.read_bytes() == content for path, content in before.items())


def test_a_filled_form_comes_back_whatever_its_name(store, asked, folder, task_ids, now):
    form = Form(folder / f"{POLICE}_征求意见表.xlsx")
    form.put(task_ids[0], "stance", "修改")
    form.put(task_ids[0], "proposal", "时限改为9月底")
    form.put(task_ids[0], "reason", "任务较重")
    (reply,) = read(store, asked, form.save(folder / "新建 工作表(1).xlsx"))
    assert (reply.unit, reply.doubts) == (POLICE, ())
    assert reply.opinions == (wish(task_ids[0]),)
    assert consulting.keep_replies(store, asked.id, [reply], now) == 1
    found = {one.unit: one for one in answers(again(store, asked), now.date())}
    assert (found[POLICE].answer, found[POLICE].source) == (Answer.OPINIONS, "新建 工作表(1).xlsx")
    assert found[TRADE].answer is Answer.WAITING


def test_a_tick_and_an_untouched_form_are_no_opinion(store, asked, folder, now):
    form = Form(folder / f"{TRADE}_征求意见表.xlsx")
    form.tick("tick:none")
    ticked = form.save(folder / "a.xlsx")
    replies = read(store, asked, ticked, folder / f"{MARKET}_征求意见表.xlsx")
    assert {(r.unit, r.has_none) for r in replies} == {(TRADE, True), (MARKET, True)}
    assert consulting.keep_replies(store, asked.id, replies, now) == 2


def test_the_word_file_comes_back_too(store, asked, folder, task_ids):
    path = folder / f"{MARKET}_征求意见表.docx"
    document = Document(path)
    row = document.tables[0].rows[1]
    row.cells[4].text, row.cells[5].text = "修改", "增加市公安局作为配合单位"
    document.save(path)
    (reply,) = read(store, asked, path)
    (opinion,) = reply.opinions
    assert (reply.unit, opinion.task_id) == (MARKET, task_ids[1])
    assert opinion.proposal == "增加市公安局作为配合单位"
    assert "按文字对应" in opinion.doubt


def test_a_broken_file_is_told_and_nothing_is_kept(store, asked, tmp_path, now):
    path = tmp_path / "市公安局.xlsx"
    path.write_bytes(b"PK\x03\x04broken")
    (reply,) = read(store, asked, path)
    assert not reply.is_readable
    assert reply.doubts[0]
    label = store.undo_label
    assert consulting.keep_replies(store, asked.id, [reply], now) == 0
    assert consulting.keep_replies(store, asked.id, [Reply("x", "省厅", ())], now) == 0
    assert store.undo_label == label


def test_a_later_reply_takes_the_place_of_the_first(store, asked, task_ids, now):
    first = Reply("一.xlsx", POLICE, (wish(task_ids[0]),))
    second = Reply("二.xlsx", POLICE, (wish(task_ids[0], proposal="改为10月底"),))
    consulting.keep_replies(store, asked.id, [first], now)
    consulting.keep_replies(store, asked.id, [second], now)
    old, opinion = again(store, asked).opinions
    assert (old.outcome, opinion.proposal) == (Outcome.REPLACED, "改为10月底")
    assert "二.xlsx" in old.outcome_reason
    (police, *_) = answers(again(store, asked), now.date())
    assert (police.opinions, police.unsettled, police.source) == (1, 1, "二.xlsx")
    store.undo(now)
    assert [one.stands for one in again(store, asked).opinions] == [True]
    store.redo(now)
    consulting.settle(store, opinion.id, Outcome.REJECTED, "上级规定", now)
    with pytest.raises(RuleError, match="已经研究过"):
        consulting.keep_replies(store, asked.id, [first], now)


def test_what_was_replaced_comes_back_by_a_click_or_a_third_reply(store, asked, task_ids, now):
    one, other = wish(task_ids[0]), wish(task_ids[0], proposal="改为10月底")
    consulting.keep_replies(store, asked.id, [Reply("一.xlsx", POLICE, (one, other))], now)
    (told,) = consulting.gather_replies(store, asked.id, [Reply("二.xlsx", POLICE, (other,))])
    assert "有1条这次没有写" in told.doubts[0]
    consulting.keep_replies(store, asked.id, [told], now)
    assert [o.stands for o in again(store, asked).opinions] == [False, True]
    gone = again(store, asked).opinions[0]
    with pytest.raises(RuleError, match="要写明理由"):
        consulting.settle(store, gone.id, Outcome.REJECTED, gone.outcome_reason, now)
    consulting.settle(store, gone.id, Outcome.OPEN, gone.outcome_reason, now)
    back = again(store, asked).opinions[0]
    assert (back.outcome, back.outcome_reason) == (Outcome.OPEN, "")
    consulting.settle(store, again(store, asked).opinions[1].id, Outcome.ADOPTED, "", now)
    consulting.keep_replies(store, asked.id, [Reply("三.xlsx", POLICE, (other,))], now)
    assert [o.outcome for o in again(store, asked).opinions] == [Outcome.REPLACED, Outcome.ADOPTED]
    consulting.keep_replies(store, asked.id, [Reply("四.xlsx", POLICE, (one, other))], now)
    assert [o.outcome for o in again(store, asked).opinions] == [Outcome.OPEN, Outcome.ADOPTED]


def test_what_was_replaced_is_in_no_table_and_a_unit_that_says_nothing_else_may_say_none(
    store, asked, task_ids, now, tmp_path
):
    consulting.keep_replies(store, asked.id, [Reply("一.xlsx", POLICE, (wish(task_ids[0]),))], now)
    later = Reply("二.xlsx", POLICE, (wish(task_ids[0], proposal="再议"),))
    consulting.keep_replies(store, asked.id, [later], now)
    extracts.adoption_workbook(store, asked.id, now.date()).write(tmp_path / "表.xlsx")
    cells = [
        c.value
        for row in openpyxl.load_workbook(tmp_path / "表.xlsx").active
        for c in row
        if c.value
    ]
    assert "再议" in cells
    assert wish(task_ids[0]).proposal not in cells
    consulting.remove_opinion(store, again(store, asked).opinions[1].id, now)
    consulting.say_none(store, asked.id, [POLICE], now)
    assert answers(again(store, asked), now.date())[0].answer is Answer.NONE


def test_of_two_files_the_one_that_was_written_last_is_read_last(folder):
    first, second = sorted(folder.glob("*.xlsx"))[:2]
    os.utime(first, (2_000_000_000, 2_000_000_000))
    books = extracts.read_files([first, second, folder / "没有.xlsx"])
    assert [book.name for book in books] == ["没有.xlsx", second.name, first.name]


def test_an_empty_file_takes_no_opinion_away(store, asked, task_ids, now):
    full, empty = Reply("一.docx", POLICE, (wish(task_ids[0]),)), Reply("一.xlsx", POLICE, ())
    assert consulting.keep_replies(store, asked.id, [full, empty], now) == 1
    assert consulting.keep_replies(store, asked.id, [empty], now) == 0
    assert [o.proposal for o in again(store, asked).opinions] == [wish(task_ids[0]).proposal]
    (told,) = consulting.gather_replies(store, asked.id, [empty])
    assert "没有用它替换" in told.doubts[0]


def test_what_is_said_by_phone_is_typed_in(store, asked, task_ids, now):
    consulting.say_none(store, asked.id, [TRADE, MARKET], now)
    assert store.undo_label == "登记2个单位无意见"
    consulting.add_opinion(store, asked.id, wish(task_ids[0]), now)
    found = {one.unit: one.answer for one in answers(again(store, asked), now.date())}
    assert found == {POLICE: Answer.OPINIONS, TRADE: Answer.NONE, MARKET: Answer.NONE}
    consulting.add_opinion(store, asked.id, wish(None, proposal="再议"), now)
    with pytest.raises(RuleError, match="已经提了意见"):
        consulting.say_none(store, asked.id, [POLICE], now)
    consulting.take_back(store, asked.id, [POLICE], now)
    assert again(store, asked).opinions == ()
    assert store.undo_label == "撤回“市公安局”的回复"


@pytest.mark.parametrize(
    ("opinion", "words"),
    [
        (Opinion("市教育局", None, "全文", Stance.CHANGE, "改"), "没有向“市教育局”征求意见"),
        (Opinion(POLICE, None, "全文", Stance.CHANGE, " "), "不能空着"),
    ],
)
def test_what_is_typed_in_must_be_somebody_s_and_say_something(store, asked, opinion, words, now):
    with pytest.raises(RuleError, match=words):
        consulting.add_opinion(store, asked.id, opinion, now)


def test_adopting_changes_the_task_in_the_same_step(store, asked, task_ids, now, dump):
    id_ = consulting.add_opinion(store, asked.id, wish(task_ids[0]), now)
    before = dump()
    day = date(2026, 9, 30)
    consulting.settle(store, id_, Outcome.ADOPTED, "", now, NewDeadline(task_ids[0], day))
    assert load_task(store, task_ids[0]).due_on == day
    assert again(store, asked).opinions[0].outcome is Outcome.ADOPTED
    assert store.undo_label == "采纳“市公安局”对“1 检查商店”的意见"
    after = dump()
    store.undo()
    assert dump() == before
    store.redo()
    assert dump() == after


def test_what_is_not_adopted_needs_a_reason_and_changes_nothing(store, asked, task_ids, now):
    id_ = consulting.add_opinion(store, asked.id, wish(task_ids[0]), now)
    task, change = load_task(store, task_ids[0]), NewDeadline(task_ids[0], date(2026, 9, 30))
    for outcome in (Outcome.REJECTED, Outcome.PARTLY):
        with pytest.raises(RuleError, match="要写明理由"):
            consulting.settle(store, id_, outcome, " ", now, change)
    consulting.settle(store, id_, Outcome.REJECTED, " 上级已定时限 ", now, change)
    assert load_task(store, task_ids[0]) == task
    (opinion,) = again(store, asked).opinions
    assert (opinion.outcome, opinion.outcome_reason) == (Outcome.REJECTED, "上级已定时限")
    consulting.settle(store, id_, Outcome.OPEN, "", now)
    assert store.undo_label.startswith("重新研究“市公安局”")


def test_adopting_in_part_changes_the_task_too(store, asked, task_ids, now):
    id_ = consulting.add_opinion(store, asked.id, wish(task_ids[1]), now)
    lead = NewUnits(task_ids[1], (Assignment(TRADE, Role.LEAD, Basis.DECIDED),))
    consulting.settle(store, id_, Outcome.PARTLY, "只改牵头单位", now, lead)
    assert [a.unit for a in load_task(store, task_ids[1]).assignments] == [TRADE]


def test_an_adopted_change_after_issuing_is_an_adjustment(store, plan_id, asked, task_ids, now):
    splitting.accept(store, task_ids, now)
    versioning.issue(store, plan_id, now)
    id_ = consulting.add_opinion(store, asked.id, wish(task_ids[0]), now)
    change = NewDeadline(task_ids[0], date(2026, 9, 30))
    consulting.settle(store, id_, Outcome.ADOPTED, "", now, change)
    (found,) = versions.load_adjustments(store, plan_id)
    assert (found.title, found.after) == ("完成时限", "2026-09-30")


def test_a_doubtful_opinion_is_filed_under_its_task_or_taken_out(store, asked, task_ids, now):
    doubtful = wish(None, doubt="没有找到对应的任务")
    id_ = consulting.add_opinion(store, asked.id, doubtful, now)
    consulting.file_under(store, id_, task_ids[1], now)
    (opinion,) = again(store, asked).opinions
    assert (opinion.task_id, opinion.about, opinion.doubt) == (task_ids[1], "2 查处食品", "")
    label = store.undo_label
    consulting.file_under(store, id_, task_ids[1], now)
    assert store.undo_label == label
    consulting.file_under(store, id_, None, now)
    assert again(store, asked).opinions[0].task_id is None
    consulting.remove_opinion(store, id_, now)
    assert again(store, asked).opinions == ()
    with pytest.raises(RuleError, match="已经不在"):
        consulting.settle(store, id_, Outcome.OPEN, "", now)


def cells(path: Path) -> list[str]:
    sheet = openpyxl.load_workbook(path).worksheets[0]
    return [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]


def test_the_table_of_what_became_of_the_opinions(store, asked, task_ids, now, tmp_path):
    id_ = consulting.add_opinion(store, asked.id, wish(task_ids[0]), now)
    consulting.settle(store, id_, Outcome.REJECTED, "上级已定时限", now)
    consulting.say_none(store, asked.id, [TRADE], now)
    book = extracts.adoption_workbook(store, asked.id, now.date())
    assert book.write(tmp_path / book.name) == ()
    words = cells(tmp_path / book.name)
    assert {"时限改为9月底", "未采纳", "上级已定时限", TRADE, "无意见", "\u2014"} <= set(words)
    assert "待研究" not in words
    assert MARKET not in words
    paper = extracts.adoption_paper(store, asked.id)
    paper.write(tmp_path / paper.name)
    text = "\n".join(p.text for p in Document(tmp_path / paper.name).paragraphs)
    assert "共收到2个单位的反馈" in text
    assert "临江市2026年打击侵权假冒工作任务分工" in text


def test_the_table_of_adjustments_and_of_two_versions(
    store, plan_id, task_ids, asked, now, tmp_path
):
    splitting.accept(store, task_ids, now)
    first = versioning.issue(store, plan_id, now)
    none = extracts.adjustment_workbook(store, plan_id, first.id, now.date())
    none.write(tmp_path / "无.xlsx")
    assert "自印发稿第1版以来没有调整" in cells(tmp_path / "无.xlsx")
    splitting.change_task(store, task_ids[0], now, due_on=date(2026, 9, 30))
    extracts.adjustment_workbook(store, plan_id, first.id, now.date()).write(tmp_path / "a.xlsx")
    assert {"完成时限", "2026-06-30", "2026-09-30", "〔请填写理由〕"} <= set(
        cells(tmp_path / "a.xlsx")
    )
    second = versioning.issue(store, plan_id, now)
    for newer, name in ((second.id, "印发稿第2版"), (None, "当前任务清单")):
        job = extracts.comparison_workbook(store, plan_id, first.id, newer, now.date())
        job.write(tmp_path / "c.xlsx")
        assert any(name in words for words in cells(tmp_path / "c.xlsx"))
        assert "2026-09-30" in cells(tmp_path / "c.xlsx")


def test_a_second_round_is_on_a_draft_of_its_own(store, plan_id, asked, now):
    second = consulting.open_round(store, plan_id, DUE, now)
    assert (second.number, second.name) == (2, "第2次征求意见")
    assert [one.id for one in consultations.load_consultations(store, plan_id)] == [2, 1]
    assert "征求意见稿第2稿" in extracts.gather_extracts(store, second.id)[0].title
    assert replace(asked, opinions=()) == asked
