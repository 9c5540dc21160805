"""Drafting official documents from the store."""

from dataclasses import replace
from datetime import date

import docx
import pytest

from shuangda_desktop.errors import RuleError
from shuangda_desktop.papers.fonts import choose_fonts
from shuangda_desktop.papers.model import Dress, DutyStyle, Form
from shuangda_desktop.plan.model import Target
from shuangda_desktop.services.outputs import exporting, papers, passages
from shuangda_desktop.services.outputs.paper_kinds import KINDS, PaperWanted, file_name, kind_of
from shuangda_desktop.services.tracking import results
from shuangda_desktop.services.tracking.tracking import record_progress
from shuangda_desktop.store import settings
from shuangda_desktop.store.exported import load_exports
from shuangda_desktop.store.papers import OwnPassage, load_passages
from shuangda_desktop.store.tasks import load_task, save_task
from shuangda_desktop.tasks.model import ProgressEntry
from shuangda_desktop.tasks.periods import parse_key
from shuangda_desktop.tasks.results import Actual

TODAY = date(2026, 7, 3)
JUNE = parse_key("2026-06")


@pytest.fixture
def office(store, task_ids, now):
    """A city with an office, two tasks that apply, and a report of March."""
    with store.step("设置", now):
        settings.put(store, "city", "示例市")
        settings.put(store, "office_name", "示例市双打办")
    entry = ProgressEntry(task_ids[0], "市公安局", date(2026, 3, 10), 40, "检查商店12家。")
    record_progress(store, entry, now)
    return store


def wanted(kind: str, **more) -> PaperWanted:
    return PaperWanted(kind, TODAY, **{"unit": "市公安局", **more})


def words(drafted) -> str:
    return "\n".join(p.words for p in drafted.paper.paragraphs)


@pytest.mark.parametrize("kind", [kind.key for kind in KINDS])
def test_every_kind_of_paper_can_be_drafted_and_written(office, now, tmp_path, kind):
    job = papers.paper_job(office, wanted(kind))
    exporting.export(office, job, tmp_path / "文.docx", now)
    assert docx.Document(str(tmp_path / "文.docx")).paragraphs
    (noted,) = load_exports(office)
    assert (noted.document, noted.action) == (kind, f"导出{kind_of(kind).name}")
    assert noted.line_count


def test_a_report_is_of_the_month_before_unless_another_period_is_asked_for(office):
    assert wanted("report").of_period == JUNE
    march = papers.draft_paper(office, wanted("report", period=parse_key("2026-03")))
    assert "市公安局\uff1a检查商店12家" in words(march)
    assert "检查商店12家" not in words(papers.draft_paper(office, wanted("report")))


def test_numbers_of_targets_are_summed_up_to_the_period(office, now, task_ids):
    target = Target("检查", ">=", 20, "家", "检查不少于20家")
    task = load_task(office, task_ids[0])
    with office.step("指标", now):
        save_task(office, replace(task, targets=(target,)))
    for month, value in (("2026-03", 8), ("2026-05", 5), ("2026-07", 90)):
        actual = Actual(task_ids[0], target.text, "市公安局", month, value)
        results.record_actual(office, actual, now)
    said = words(papers.draft_paper(office, wanted("report")))
    assert "目标“检查不少于20家”\uff1a合计13家\uff08市公安局13家\uff09\uff0c尚未达到。" in said


def test_units_are_named_where_the_office_wants_them(office):
    lines = words(papers.draft_paper(office, wanted("plan", duties=DutyStyle.LINES)))
    assert "\n拟牵头单位\uff1a市公安局\n" in lines


def test_what_was_typed_stays_when_the_tasks_change(office, now, task_ids):
    drafted = papers.draft_paper(office, wanted("plan"))
    text = (
        "\n".join(drafted.made).replace("一、总体要求", "一、指导思想")
        + "\n六、附则\n本方案自印发之日起施行。"
    )
    papers.keep_text(office, drafted, text, now)
    record_progress(
        office, ProgressEntry(task_ids[1], "市市场监管局", date(2026, 3, 11), 10, "甲"), now
    )
    again = papers.draft_paper(office, wanted("plan"))
    assert "一、指导思想" in words(again)
    assert words(again).endswith("六、附则\n本方案自印发之日起施行。")
    assert again.lost == ()
    assert "一、指导思想" in "\n".join(  # and it is what the notice forwards
        p.words for p in papers.draft_paper(office, wanted("notice")).paper.paragraphs
    )


def test_a_change_that_lost_its_place_is_told_and_kept(office, now):
    drafted = papers.draft_paper(office, wanted("report", period=parse_key("2026-03")))
    changed = [line.replace("2项任务", "两项任务") for line in drafted.made]
    papers.keep_text(office, drafted, "\n".join(changed), now)
    with office.step("改期", now):
        office.execute("UPDATE task SET status = 'done'")
    again = papers.draft_paper(office, wanted("report", period=parse_key("2026-03")))
    assert len(again.lost) == 1
    assert "两项任务" in again.lost[0].after[0]


def test_typing_nothing_new_is_no_action_and_all_can_be_taken_back(office, now):
    drafted = papers.draft_paper(office, wanted("plan"))
    label = office.undo_label
    papers.keep_text(office, drafted, "\n".join(drafted.made), now)
    papers.restore_text(office, wanted("plan"), now)
    assert office.undo_label == label
    papers.keep_text(office, drafted, "甲。", now)
    assert office.undo_label == "修改文稿 实施方案"
    papers.restore_text(office, wanted("plan"), now)
    assert papers.draft_paper(office, wanted("plan")).paper == drafted.paper


def test_head_and_recipients_are_kept_for_the_draft_and_usual_for_the_next(office, now):
    march, june = wanted("report", period=parse_key("2026-03")), wanted("report")
    dress = Dress(
        Form.RED, "示例市双打办文件", "示双打办〔2026〕3号", recipients="市政府", issued_on=TODAY
    )
    papers.keep_dress(office, march, dress, now)
    papers.keep_dress(office, march, dress, now)
    assert papers.draft_paper(office, march).paper.dress == dress
    usual = papers.draft_paper(office, june).paper.dress
    assert usual == replace(dress, document_number="", issued_on=None)
    office.undo(now)
    assert papers.draft_paper(office, march).paper.dress.form is Form.PLAIN


def test_a_slip_is_to_its_unit_whatever_the_last_one_was(office, now):
    papers.keep_dress(office, wanted("urge"), Dress(recipients="市公安局", remark="李某"), now)
    other = papers.draft_paper(office, wanted("urge", unit="市市场监管局")).paper.dress
    assert (other.recipients, other.remark) == ("市市场监管局", "李某")


@pytest.mark.parametrize(
    ("kind", "unit", "sentence"),
    [
        ("urge", "", "催办单要写给一个单位。请先选择单位。"),
        ("urge", "市商务局", "“市商务局”2026年6月没有未报送的任务\uff0c不用催办。"),
        ("supervise", "市市场监管局", "“市市场监管局”没有逾期的任务\uff0c不用督办。"),
    ],
)
def test_a_slip_without_a_reason_is_refused_in_words(office, kind, unit, sentence):
    with pytest.raises(RuleError, match=sentence):
        papers.draft_paper(office, wanted(kind, unit=unit))


def test_units_are_ranked_only_where_the_office_says_so(office, now):
    def titles():
        grid = papers.draft_paper(office, wanted("circular")).paper.blocks[3]
        return [column.title for column in grid.columns]

    assert "名次" not in titles()
    with office.step("设置", now):
        settings.put(office, "rank_units", "1")
    assert "名次" in titles()


def test_files_are_named_by_what_they_are_about():
    assert file_name(wanted("plan")) == "实施方案.docx"
    assert file_name(wanted("urge")) == "催办单-2026年6月-市公安局.docx"
    assert file_name(wanted("urge", unit="")) == "催办单-2026年6月.docx"


def test_a_paper_is_set_in_the_faces_of_the_machine(office, tmp_path):
    job = papers.paper_job(office, wanted("report"), choose_fonts(["仿宋"]))
    job.write(tmp_path / "文.docx")
    runs = [r for p in docx.Document(str(tmp_path / "文.docx")).paragraphs for r in p.runs]
    assert {r.font.name for r in runs} >= {"仿宋"}
    assert job.about == ""
    assert papers.paper_job(office, wanted("urge")).about == "市公安局"


def test_paragraphs_of_the_office_are_kept_found_and_taken_out(store, now):
    with pytest.raises(RuleError, match="段落没有文字"):
        passages.keep_passage(store, OwnPassage("题", " "), now)
    id_ = passages.keep_passage(store, OwnPassage("", " 要加强领导。\n", ("保障", " ")), now)
    (kept,) = load_passages(store)
    assert kept == OwnPassage("要加强领导。", "要加强领导。", ("保障",), id_)
    assert passages.passages_with([kept], "保障 领导") == (kept,)
    assert passages.passages_with([kept], "步骤") == ()
    passages.drop_passage(store, kept, now)
    assert load_passages(store) == ()
    assert store.undo_label == "删除段落“要加强领导。”"
