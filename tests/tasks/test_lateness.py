"""What was late stays visible."""

from datetime import date

import pytest

from shuangda_desktop.tasks.lateness import late_months, months_text
from shuangda_desktop.tasks.life import Move, MoveKind
from shuangda_desktop.tasks.model import Status
from tasks.task_samples import row

TODAY = date(2026, 6, 10)
DUE = date(2026, 2, 20)
ISSUED, ONGOING, DONE = Status.NOT_STARTED, Status.ONGOING, Status.DONE


def moved(day, before, after, kind=MoveKind.STATUS, due=DUE, until=None):
    return Move(1, kind, date.fromisoformat(day), "", "", before, after, due, until or due)


def months(*moves, today=TODAY, **more):
    facts = {"due_on": DUE, "status": moves[-1].after if moves else ONGOING, **more}
    return months_text(late_months(row(moves=moves, **facts), today), today)


def test_a_task_that_runs_beyond_its_day_is_late_from_that_month_to_this():
    assert months() == "2月至6月"
    assert months(today=DUE) == ""
    assert months(today=date(2026, 2, 21)) == "2月"


def test_the_months_stay_after_it_was_caught_up():
    assert months(moved("2026-04-03", ONGOING, DONE)) == "2月至4月"


def test_what_was_done_in_time_was_never_late():
    assert months(moved("2026-02-20", ONGOING, DONE)) == ""
    assert months(moved("2026-02-10", ONGOING, DONE)) == ""


def test_days_in_which_it_was_suspended_do_not_count():
    suspended = moved("2026-03-15", ONGOING, Status.SUSPENDED)
    again = moved("2026-06-01", Status.SUSPENDED, ONGOING)
    assert months(suspended, again) == "2月、3月、6月"


def test_what_was_sent_back_is_late_again():
    applied, back = moved("2026-03-01", ONGOING, DONE), moved("2026-05-04", DONE, Status.RETURNED)
    assert months(applied, back) == "2月、3月、5月、6月"


def test_an_extension_moves_the_day_from_its_approval_on():
    until = date(2026, 5, 31)
    yes = moved("2026-02-18", ONGOING, ONGOING, MoveKind.APPROVED, until=until)
    late = moved("2026-03-05", ONGOING, ONGOING, MoveKind.APPROVED, until=until)
    asked = moved("2026-02-01", ONGOING, ONGOING, MoveKind.ASKED, until=until)
    assert months(yes, due_on=until) == "6月"
    assert months(asked, late, due_on=until) == "2月、3月、6月"
    assert months(asked) == "2月至6月"  # nobody answered: the old day counts


@pytest.mark.parametrize(("reported", "late"), [("2026-04-01", "2月至4月"), ("2026-02-01", "")])
def test_what_was_done_before_moves_were_kept_is_judged_by_its_last_report(reported, late):
    assert months(status=DONE, latest_on=date.fromisoformat(reported)) == late


def test_what_has_no_day_or_is_not_ours_is_never_late():
    assert months(due_on=None) == ""
    assert months(dropped_reason="由省级办理") == ""
    assert months(status=DONE, latest_on=None) == ""


def test_months_of_other_years_name_their_year():
    assert months(today=date(2027, 1, 5)) == "2026年2月至2027年1月"
    assert months(today=date(2027, 1, 5), due_on=date(2026, 12, 1)) == "2026年12月、1月"


def test_years_of_being_late_are_one_stretch():
    assert months(due_on=date(2019, 3, 31)) == f"2019年4月至2026年{TODAY.month}月"
