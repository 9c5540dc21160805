"""A unit that reports in words alone: nobody turns that into 0 %, on no screen and in no file."""

import openpyxl
import pytest

from exports.sample import HEADING
from services.city import MARCH, found_city, name_of
from services.filling import Form
from shuangda_desktop.exports.workbooks.ledger import write_ledger
from shuangda_desktop.gui.models.progress_columns import log_text, unit_progress_columns
from shuangda_desktop.papers.model import Paragraph
from shuangda_desktop.services.outputs.paper_kinds import PaperWanted, kind_of
from shuangda_desktop.services.rounds import asking, collecting, sending
from shuangda_desktop.services.tracking import tracking
from shuangda_desktop.store import queries, tasks
from shuangda_desktop.tasks.columns.tasks import percent_column
from shuangda_desktop.tasks.model import ProgressEntry, Status
from shuangda_desktop.tasks.returns.batch import proposed

UNSTATED = "未报完成率"


@pytest.fixture
def task_id(store, now, tmp_path):
    """A task on which its lead reported in words; the form's percentage was left empty."""
    found_city(store, now, 2)
    mailing = sending.gather_mailing(store, MARCH, now.date(), [name_of(0)])
    form = Form(sending.write_mailing(mailing, tmp_path)[0].path)
    row = next(r for r in queries.task_rows(store) if name_of(0) in r.names("lead"))
    form.put(row.task_id, "note", "检查门店12家。")
    path = form.save(form.path)
    batch = collecting.read_files(collecting.gather_known(store, MARCH), [path])
    assert collecting.accept(store, batch, proposed(batch.returns), now) == 1
    return row.task_id


def row_of(store, task_id):
    return queries.task_rows(store, ids=[task_id])[0]


def test_the_log_knows_that_no_percentage_was_given(store, task_id, now):
    (entry,) = tasks.load_entries(store, task_id)
    assert (entry.percent, entry.note) == (None, "检查门店12家。")
    assert UNSTATED in log_text([entry])
    row = row_of(store, task_id)
    assert row.status is Status.ONGOING
    lead = next(part for part in row.units if part.unit == name_of(0))
    assert (lead.percent, lead.reported_on) == (None, now.date())
    shown = {column.key: column.text(lead) for column in unit_progress_columns()}
    assert shown["percent"] == UNSTATED


def test_screen_workbook_and_report_say_it_and_no_nought(store, task_id, now, tmp_path):
    row = row_of(store, task_id)
    column = percent_column()
    assert (column.text(row), column.value(row)) == (UNSTATED, None)
    path = tmp_path / "台账.xlsx"
    write_ledger([row], path, HEADING, now.date())
    sheet = openpyxl.load_workbook(path).active
    assert UNSTATED in {cell.value for line in sheet.iter_rows() for cell in line}
    wanted = PaperWanted("report", now.date(), MARCH)
    words = [
        b.words for b in kind_of("report").build(store, wanted).blocks if isinstance(b, Paragraph)
    ]
    (said,) = [one for one in words if "检查门店12家" in one]
    assert UNSTATED in said
    assert "0%" not in said


def test_next_months_form_shows_no_percentage_and_the_last_known_one_is_carried_on(
    store, task_id, now
):
    def ask(period):
        asked = next(a for a in asking.asked_units(store, period) if a.unit == name_of(0))
        return next(a for a in asked.asks if a.task_id == task_id)

    april = MARCH.next()
    assert ask(april).percent is None
    assert "percent" not in ask(april).last
    tracking.record_progress(store, ProgressEntry(task_id, name_of(0), now.date(), 35, ""), now)
    assert ask(april).percent == 35
    assert percent_column().text(row_of(store, task_id)) == "35%"


def test_words_by_hand_without_a_percentage(store, task_id, now):
    tracking.record_progress(store, ProgressEntry(task_id, name_of(0), now.date(), None, ""), now)
    assert tasks.load_entries(store, task_id)[-1].percent is None
