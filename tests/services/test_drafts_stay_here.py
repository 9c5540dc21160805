"""A task that was not issued yet is nobody's work: no form asks for it, no report blames anybody."""

from dataclasses import replace

import pytest

from services.city import MARCH, found_city, name_of
from shuangda_desktop.errors import RuleError
from shuangda_desktop.services.outputs.paper_kinds import PaperWanted, kind_of
from shuangda_desktop.services.rounds import boarding, sending
from shuangda_desktop.services.rounds.asking import asked_units
from shuangda_desktop.services.tracking import tracking
from shuangda_desktop.store import tasks
from shuangda_desktop.tasks.model import Status


@pytest.fixture
def drafts(store, now):
    """Two units with two tasks each; those of the second are drafts, and so is one of the first."""
    known = found_city(store, now, 2, 2)
    with store.step("草稿", now):
        for task in tasks.load_tasks(store, known[1:]):
            tasks.save_task(store, replace(task, status=Status.DRAFT))
    return known[1:]


def asked(store):
    return {one.unit: [ask.task_id for ask in one.asks] for one in asked_units(store, MARCH)}


def test_no_form_asks_for_a_draft_and_the_clerk_is_told(store, drafts, now):
    issued = drafts[0] - 1
    assert asked(store) == {name_of(0): [issued], name_of(1): [issued]}  # the second cooperates
    mailing = sending.gather_mailing(store, MARCH, now.date())
    assert mailing.left_out == ("另有3项任务还是草稿\uff0c没有写进填报表\uff0c下达以后才会写进。")
    tracking.issue_tasks(store, drafts, now)
    assert sending.gather_mailing(store, MARCH, now.date()).left_out == ""
    assert sum(map(len, asked(store).values())) == 6


def test_a_task_that_names_nobody_is_in_no_form_and_the_clerk_is_told(store, drafts, now):
    tracking.issue_tasks(store, drafts, now)
    with store.step("没有单位", now):
        for task in tasks.load_tasks(store, drafts[1:]):
            tasks.save_task(store, replace(task, assignments=()))
    mailing = sending.gather_mailing(store, MARCH, now.date())
    told = "有2项任务没有承担单位\uff0c没有写进填报表\uff0c请在“分解”页指定。"
    assert mailing.left_out == told
    assert sending.gather_mailing(store, MARCH, now.date(), [name_of(0)]).left_out == ""
    tracking.set_status(
        store, drafts[1], Status.DONE, "报来已办结", now
    )  # a form would not ask for it
    assert "有1项任务没有承担单位" in sending.gather_mailing(store, MARCH, now.date()).left_out


def test_where_all_are_drafts_the_way_is_shown(store, drafts, now):
    tracking.set_status(store, drafts[0] - 1, Status.DRAFT, "先收回", now)
    with pytest.raises(RuleError, match=r"没有已下达的任务.*还有4项草稿.*下达"):
        sending.gather_mailing(store, MARCH, now.date())


def test_nobody_is_blamed_or_pressed_for_a_draft(store, drafts, now, tmp_path):
    paper = kind_of("report").build(store, PaperWanted("report", now.date(), MARCH))
    silent = paper.annexes[-1].blocks[0].rows
    assert [(row[1], row[2]) for row in silent] == [(name_of(0), "第1项")]
    with pytest.raises(RuleError, match="没有需要报送的任务"):
        boarding.write_urging_slip(
            store, "临江市第3监管局", MARCH, now.date(), tmp_path / "催办单.docx", now.date()
        )
    slip = tmp_path / "催办单.docx"
    boarding.write_urging_slip(store, name_of(0), MARCH, now.date(), slip, now.date())
    from docx import Document

    assert "1项任务" in "".join(p.text for p in Document(slip).paragraphs)
