"""The life of a task: the moves that make sense, their names, extensions."""

from datetime import date

import pytest

from shuangda_desktop.tasks.life import (
    FINISHED,
    LIFE_WORDS,
    MOVE_WORDS,
    OPEN,
    Move,
    MoveKind,
    allowed,
    asked,
    extension,
    move_word,
    needs_reason,
    verb,
)
from shuangda_desktop.tasks.model import Status
from tasks.task_samples import TODAY

DRAFT, ISSUED, ONGOING, APPLIED = (
    Status.DRAFT, Status.NOT_STARTED, Status.ONGOING, Status.DONE,
)  # fmt: skip
CLOSED, RETURNED, SUSPENDED = Status.CLOSED, Status.RETURNED, Status.SUSPENDED
STANDING, CARRIED = Status.STANDING, Status.CARRIED


def move(kind=MoveKind.STATUS, before=ONGOING, after=ONGOING, until=None):
    return Move(1, kind, TODAY, "市公安局", "人手不足", before, after, date(2026, 6, 30), until)


def test_every_state_has_a_word_of_its_own():
    words = {status: LIFE_WORDS[status] for status in Status}
    assert len(set(words.values())) == len(Status)
    assert [words[s] for s in (DRAFT, ISSUED, ONGOING, APPLIED, CLOSED)] == [
        *("草稿", "已下达", "推进中", "申请办结", "已销号")
    ]
    assert set(MOVE_WORDS) == set(MoveKind)


@pytest.mark.parametrize(
    ("status", "moves"),
    [
        (DRAFT, {ISSUED, ONGOING, STANDING}),
        (ISSUED, {ONGOING, APPLIED, SUSPENDED, STANDING, CARRIED, DRAFT}),
        (ONGOING, {APPLIED, SUSPENDED, STANDING, CARRIED, ISSUED}),
        (APPLIED, {CLOSED, RETURNED, ONGOING}),
        (RETURNED, {APPLIED, ONGOING, SUSPENDED, CARRIED}),
        (CLOSED, {ONGOING}),
        (SUSPENDED, {ONGOING, ISSUED, CARRIED}),
        (STANDING, {ONGOING, SUSPENDED, CARRIED}),
        (CARRIED, {ONGOING}),
    ],
)
def test_only_sensible_moves_are_allowed(status, moves):
    assert set(allowed(status)) == moves


@pytest.mark.parametrize("start", list(Status))
def test_every_state_can_be_reached_from_every_other(start):
    reached, waiting = {start}, [start]
    while waiting:
        fresh = set(allowed(waiting.pop())) - reached
        reached |= fresh
        waiting += fresh
    assert reached == set(Status)


def test_nothing_is_closed_without_an_application():
    assert [status for status in Status if CLOSED in allowed(status)] == [APPLIED]


def test_what_runs_and_what_is_finished_are_apart():
    assert not set(OPEN) & set(FINISHED)


@pytest.mark.parametrize(
    ("before", "after", "word"),
    [
        (DRAFT, ISSUED, "下达"),
        (APPLIED, CLOSED, "销号"),
        (APPLIED, RETURNED, "退回"),
        (APPLIED, ONGOING, "撤回办结申请"),
        (CLOSED, ONGOING, "重新办理"),
        (SUSPENDED, ONGOING, "恢复推进"),
        (ISSUED, ONGOING, "转入推进"),
    ],
)
def test_a_move_is_called_as_the_office_calls_it(before, after, word):
    assert verb(before, after) == word
    assert move_word(move(before=before, after=after)) == word


def test_a_why_is_asked_for_moves_back_and_aside_only():
    asking = {(b, a) for b in Status for a in allowed(b) if needs_reason(b, a)}
    assert {(APPLIED, RETURNED), (ONGOING, SUSPENDED), (CLOSED, ONGOING)} <= asking
    assert not {(DRAFT, ISSUED), (ISSUED, ONGOING), (ONGOING, APPLIED), (APPLIED, CLOSED)} & asking


def test_the_last_word_about_an_extension_counts():
    ask = move(MoveKind.ASKED, until=date(2026, 8, 31))
    refused = move(MoveKind.REFUSED, until=date(2026, 8, 31))
    assert (extension(()), asked(())) == (None, None)
    assert (extension([ask, move()]), asked([ask, move()])) == (ask, ask)
    assert (extension([ask, refused]), asked([ask, refused])) == (refused, None)
    assert move_word(ask) == "申请延期至2026-08-31"
    assert move_word(move(MoveKind.REFUSED)) == "不同意延期"
