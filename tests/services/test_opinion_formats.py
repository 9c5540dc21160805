"""A form for opinions that a unit sorted and saved in another format, by LibreOffice."""

import shutil
from datetime import date

import pytest

from services.filling import Form
from services.office import converted
from shuangda_desktop.plan.model import Role
from shuangda_desktop.services.dividing import consulting, extracts, selection
from shuangda_desktop.store.consultations import load_consultation
from shuangda_desktop.tasks.rounds.opinions import Stance

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice"),
]
POLICE = "市公安局"


def turn_round(form, first, second):
    """Put two rows of the table in the other order, as sorting does."""
    upper, lower = form.rows[first], form.rows[second]
    for column in range(1, form.sheet.max_column + 1):
        one, other = form.sheet.cell(upper, column), form.sheet.cell(lower, column)
        one.value, other.value = other.value, one.value


@pytest.fixture
def asked(store, plan_id, task_ids, now):
    selection.add_unit(store, task_ids[1:2], POLICE, Role.COOPERATING, now)
    return consulting.open_round(store, plan_id, date(2026, 3, 20), now)


@pytest.fixture
def filled(store, asked, task_ids, tmp_path):
    """Two tasks with an opinion each, in the other order than they went out."""
    extracts.write_extracts(extracts.gather_extracts(store, asked.id, [POLICE]), tmp_path)
    form = Form(tmp_path / f"{POLICE}_征求意见表.xlsx")
    for task_id, words in zip(task_ids, ("时限改为9月底", "由市商务局牵头"), strict=False):
        form.put(task_id, "stance", "修改")
        form.put(task_id, "proposal", words)
        form.put(task_id, "reason", "任务较重")
    turn_round(form, *task_ids[:2])
    assert list(form.rows) == task_ids[1::-1]
    return form.save(tmp_path / "回复.xlsx")


@pytest.mark.parametrize("suffix", ["xlsx", "xls", "ods"])
def test_a_sorted_reply_is_read_in_every_format(
    store, asked, filled, task_ids, tmp_path, now, suffix
):
    path = converted(filled, suffix, tmp_path / "back")
    (reply,) = extracts.understand(store, asked.id, extracts.read_files([path]))
    assert (reply.unit, reply.is_readable, reply.doubts) == (POLICE, True, ())
    assert consulting.keep_replies(store, asked.id, [reply], now) == 1
    found = {one.task_id: one for one in load_consultation(store, asked.id).opinions}
    assert {i: (o.stance, o.proposal, o.reason) for i, o in found.items()} == {
        task_ids[0]: (Stance.CHANGE, "时限改为9月底", "任务较重"),
        task_ids[1]: (Stance.CHANGE, "由市商务局牵头", "任务较重"),
    }
