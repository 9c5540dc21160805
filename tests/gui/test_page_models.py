"""What the tables of tracking, of the directory and of the documents say."""

from dataclasses import replace
from datetime import UTC, date, datetime

from gui import papers
from gui.samples import MARKET, POLICE, part, row
from shuangda_desktop.gui.models.documents import (
    NEVER,
    last_sent,
    rows_of,
    unconfirmed,
)
from shuangda_desktop.gui.models.progress_columns import (
    HIDDEN,
    lamp_column,
    log_text,
    silent_look,
    tracking_columns,
    tracking_look,
    unit_progress_columns,
)
from shuangda_desktop.gui.models.unit_columns import (
    loads_of,
    tasks_of_unit,
    unit_columns,
    unit_task_columns,
)
from shuangda_desktop.gui.theme import LATE, QUIET
from shuangda_desktop.plan.model import Role
from shuangda_desktop.services.city.directory import UnitRow
from shuangda_desktop.services.outputs.documents import document_of, file_name
from shuangda_desktop.services.outputs.sent import Exported
from shuangda_desktop.tasks.model import Basis, ProgressEntry, Status
from shuangda_desktop.tasks.status import LightRule
from shuangda_desktop.text.level import Level
from shuangda_desktop.units.model import Unit, UnitKind

KEYS = [measure.key for measure in papers.PLAN.measures]
TODAY = date(2026, 3, 16)
RULE = LightRule(14)


def cells(columns, shown):
    """Every column's text for one row, by key."""
    return {column.key: column.text(shown) for column in columns}


def column(columns, key):
    return next(c for c in columns if c.key == key)


LEAD = part(POLICE, Role.LEAD, assignment_id=1)
NET = part(MARKET, Role.COOPERATING, Basis.STATED, assignment_id=2, scope="网络")
FIELD = part(MARKET, Role.COOPERATING, Basis.STATED, assignment_id=3, scope="集市")


# -- the table of tracking


def test_what_is_asked_first_stands_in_front():
    keys = [c.key for c in tracking_columns(TODAY, RULE)]
    assert keys[:3] == ["number", "light", "title"]
    assert set(HIDDEN) <= set(keys)


def test_late_tasks_sort_first():
    lamp = lamp_column(TODAY, RULE)
    late, near, fine = (row(due_on=date(2026, m, d)) for m, d in ((3, 1), (3, 20), (9, 1)))
    done = row(status=Status.DONE)
    values = [lamp.value(r) for r in (late, near, fine, done)]
    assert values == sorted(values)
    assert [lamp.text(r) for r in (late, near, fine, done)] == [
        "■ 红灯",
        "▲ 黄灯",
        "● 绿灯",
        "○ 不亮灯",
    ]


def test_lights_and_statuses_have_colours_beside_their_words():
    columns = tracking_columns(TODAY, RULE)

    def look(key, **changes):
        return tracking_look(row(**changes), column(columns, key), TODAY, RULE)

    late = date(2026, 3, 1)
    assert (look("light", due_on=late).ink, look("light", due_on=late).bold) == ("late", True)
    assert look("status").ink == "accent"
    assert look("due", due_on=late) == LATE
    assert look("due") is None
    assert look("number") == QUIET


def test_a_share_that_nobody_gave_has_room_in_its_column():
    percent = column(tracking_columns(TODAY, RULE), "percent")
    words_only = row(units=(part(reported_on=TODAY),))
    assert (percent.text(words_only), percent.text(row(percent=30))) == ("未报", "30%")
    assert len("未报") <= percent.width


def test_a_silent_unit_says_so_quietly():
    silent, heard = part(), part(percent=30, reported_on=TODAY)
    percent = column(unit_progress_columns(), "percent")
    assert (percent.text(silent), percent.text(heard)) == ("未报", "30%")
    assert silent_look(silent, percent) == QUIET
    assert silent_look(heard, percent) is None
    assert cells(unit_progress_columns(), heard)["on"] == "2026-03-16"


def test_the_log_is_read_from_the_newest_line():
    entries = [
        ProgressEntry(1, POLICE, date(2026, 3, 1), 10, "开始。", id=1),
        ProgressEntry(1, MARKET, date(2026, 3, 9), 0, "", id=2),
        ProgressEntry(1, POLICE, date(2026, 3, 9), 50, "过半。", id=3),
    ]
    assert log_text(entries).split("\n") == [
        f"2026-03-09  {POLICE}  50%",
        "过半。",
        f"2026-03-09  {MARKET}  0%",
        f"2026-03-01  {POLICE}  10%",
        "开始。",
    ]
    assert log_text(()) == ""


# -- the directory


def test_a_unit_counts_each_task_once_in_each_role():
    rows = (
        row(1, units=(LEAD, NET, FIELD)),
        row(2, units=(part(MARKET, Role.LEAD),)),
        row(3, units=(LEAD,), dropped_reason="不属本市"),
    )
    loads = loads_of(rows)
    assert loads[POLICE] == {Role.LEAD: 1}
    assert loads[MARKET] == {Role.COOPERATING: 1, Role.LEAD: 1}
    shown = UnitRow(Unit("c.m", MARKET, Level.CITY, UnitKind.OWN_NAME, order=3, phone="82"), ())
    text = cells(unit_columns(loads), shown)
    assert (text["lead"], text["responsible"], text["kind"]) == ("1", "", "垂直管理")
    assert (text["order"], text["phone"]) == ("3", "82")


def test_what_a_unit_leads_stands_before_what_it_helps_with():
    rows = (row(1, units=(NET, FIELD)), row(2, units=(part(MARKET, Role.LEAD),)), row(3))
    mine = tasks_of_unit(rows, MARKET)
    assert [(t.row.number, t.role) for t in mine] == [(2, Role.LEAD), (1, Role.COOPERATING)]
    text = cells(unit_task_columns(), mine[0])
    assert text == {"role": "牵头", "number": "2", "title": "任务之2", "due": "2026-06-30"}


# -- documents


def test_documents_hold_the_city_s_tasks_and_one_unit_s_where_asked():
    rows = (row(1), row(2, units=(part(MARKET),)), row(3, dropped_reason="不属本市"))
    schedule, plan = document_of("schedule"), document_of("plan")
    assert len(rows_of(rows, schedule, "")) == 2
    assert [r.number for r in rows_of(rows, schedule, MARKET)] == [2]
    assert len(rows_of(rows, plan, MARKET)) == 2
    assert (file_name(schedule, MARKET), file_name(plan, MARKET)) == (
        f"任务分工表-{MARKET}.xlsx",
        "实施方案.docx",
    )


def test_what_nobody_confirmed_is_counted():
    rows = (row(1), row(2, due_basis=Basis.PROPOSED))
    assert unconfirmed(rows) == 1


def test_the_record_tells_when_a_document_was_written_last():
    schedule = document_of("schedule")
    at = datetime(2026, 3, 15, 16, 20, tzinfo=UTC)
    old = Exported(1, "schedule", "", "旧.xlsx", "", at.replace(month=1), "", 2, True)
    record = (
        replace(old, id=3, document="ledger", at=at.replace(day=16)),
        replace(old, id=2, at=at),
        old,
    )
    assert last_sent(schedule, record) == "上次\uff1a2026-03-15 16:20"
    assert last_sent(document_of("plan"), record) == NEVER
