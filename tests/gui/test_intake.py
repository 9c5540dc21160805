"""Documents on their way in: one after the other, counted, cancelled, and what became of them."""

import threading

import pytest
from PySide6.QtCore import QTimer

from gui import papers
from shuangda_desktop.errors import SourceError, StoreError
from shuangda_desktop.gui.intake import Fate, Intake, Outcome, Result, Waiting, file, markup
from shuangda_desktop.services.reading.importing import Draft

DRAFT = Draft(papers.SOURCE, papers.TEXT, papers.PLAN)
KEPT = Result("甲", Fate.KEPT, 7)


@pytest.fixture
def intake(jobs):
    made = Intake(jobs, lambda draft, many: KEPT, lambda draft: broken, lambda found: KEPT)
    made.steps, made.outcomes = [], []
    made.stepped.connect(lambda *step: made.steps.append(step))
    made.ended.connect(made.outcomes.append)
    return made


def broken():
    raise SourceError("读不出来。")


def test_documents_are_read_in_turn_and_counted(intake, qtbot):
    intake.add([Waiting("一", lambda: DRAFT), Waiting("二", lambda: DRAFT)])
    assert intake.busy
    qtbot.waitUntil(lambda: not intake.busy)
    assert intake.steps == [(0, 2, "一"), (1, 2, "二")]
    assert intake.outcomes == [Outcome([KEPT, KEPT])]


def test_one_that_fails_does_not_stop_the_others(intake, qtbot):
    intake.add([Waiting("坏", broken), Waiting("好", lambda: DRAFT)])
    qtbot.waitUntil(lambda: not intake.busy)
    assert intake.outcomes == [Outcome([Result("坏", Fate.REFUSED, words="读不出来。"), KEPT])]


def test_documents_added_meanwhile_follow(intake, qtbot):
    gate = threading.Event()
    intake.add([Waiting("一", lambda: gate.wait(60) and DRAFT)])
    intake.add([Waiting("二", lambda: DRAFT)])
    gate.set()
    qtbot.waitUntil(lambda: not intake.busy)
    assert intake.steps == [(0, 1, "一"), (1, 2, "二")]
    assert len(intake.outcomes) == 1


def test_what_was_kept_before_cancelling_stays(intake, qtbot):
    gate = threading.Event()
    intake.add([Waiting("一", lambda: DRAFT), Waiting("二", lambda: gate.wait(60) and DRAFT)])
    qtbot.waitUntil(lambda: len(intake.steps) == 2)
    intake.cancel()
    gate.set()
    qtbot.waitUntil(lambda: bool(intake.outcomes))
    assert intake.outcomes == [Outcome([KEPT, Result("二", Fate.STOPPED)])]
    assert not intake.busy


def test_a_second_batch_begins_to_count_anew(intake, qtbot):
    for _ in range(2):
        intake.add([Waiting("一", lambda: DRAFT)])
        qtbot.waitUntil(lambda: not intake.busy)
    assert intake.steps == [(0, 1, "一")] * 2
    assert intake.outcomes == [Outcome([KEPT])] * 2


class Desk:
    """Knows every document already, and answers as it is told to."""

    def __init__(self, jobs, answers=()):
        self.told, self.outcomes, self.answers = [], [], list(answers)
        self.intake = Intake(jobs, self.keep, self.weigh, self.ask)
        self.intake.weighed.connect(lambda name: self.told.append(f"weighed {name}"))
        self.intake.asked.connect(lambda name: self.told.append(f"asked {name}"))
        self.intake.ended.connect(self.outcomes.append)

    def keep(self, draft, many):
        self.told.append(f"keep {many}")

    def weigh(self, draft):
        return lambda: threading.current_thread() is not threading.main_thread()

    def ask(self, found):
        self.told.append(f"ask {found}")
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


LEFT = Result("乙", Fate.LEFT)
NAME = DRAFT.source.name


def test_questions_wait_until_all_are_read_and_are_worked_out_beside_the_window(jobs, qtbot):
    desk = Desk(jobs, [LEFT, KEPT])
    desk.intake.add([Waiting("一", lambda: DRAFT), Waiting("二", lambda: DRAFT)])
    qtbot.waitUntil(lambda: bool(desk.outcomes))
    each = [f"weighed {NAME}", f"asked {NAME}", "ask True"]
    assert desk.told == ["keep True", "keep True", *each, *each]
    assert desk.outcomes[0].results == [LEFT, KEPT]
    assert desk.outcomes[0].of(Fate.LEFT, Fate.REFUSED) == [LEFT]


def test_a_question_that_is_out_of_date_is_worked_out_anew(jobs, qtbot):
    desk = Desk(jobs, [None, KEPT])
    desk.intake.add([Waiting("一", lambda: DRAFT)])
    qtbot.waitUntil(lambda: bool(desk.outcomes))
    assert desk.told.count(f"weighed {NAME}") == 2
    assert desk.outcomes == [Outcome([KEPT])]


def test_a_full_disk_is_told_and_the_others_come_in(jobs, qtbot):
    desk = Desk(jobs, [StoreError("磁盘已满。"), KEPT])
    desk.intake.add([Waiting("一", lambda: DRAFT), Waiting("二", lambda: DRAFT)])
    qtbot.waitUntil(lambda: bool(desk.outcomes))
    assert desk.outcomes == [Outcome([Result(NAME, Fate.REFUSED, words="磁盘已满。"), KEPT])]
    assert not desk.intake.busy


def test_what_is_not_asked_yet_is_stopped_with_the_rest(jobs, qtbot):
    desk, gate = Desk(jobs), threading.Event()
    desk.weigh = lambda draft: lambda: gate.wait(60)
    desk.intake = Intake(jobs, desk.keep, desk.weigh, desk.ask)
    desk.intake.ended.connect(desk.outcomes.append)
    weighed = []
    desk.intake.weighed.connect(weighed.append)
    desk.intake.add([Waiting("一", lambda: DRAFT), Waiting("二", lambda: DRAFT)])
    qtbot.waitUntil(lambda: bool(weighed))
    desk.intake.cancel()
    gate.set()
    qtbot.waitUntil(lambda: bool(desk.outcomes))
    assert desk.outcomes == [Outcome([Result(NAME, Fate.STOPPED)] * 2)]
    assert not desk.intake.busy


def test_stopped_between_two_documents_the_first_is_told_once(jobs, qtbot):
    outcomes = []

    def keep(draft, many):
        QTimer.singleShot(0, made.cancel)  # before the second one is begun
        return KEPT

    made = Intake(jobs, keep, lambda draft: broken, lambda found: KEPT)
    made.ended.connect(outcomes.append)
    made.add([Waiting("一", lambda: DRAFT), Waiting("二", lambda: DRAFT)])
    qtbot.waitUntil(lambda: bool(outcomes))
    qtbot.wait(20)
    assert outcomes == [Outcome([KEPT, Result("二", Fate.STOPPED)])]


def test_nothing_to_read_ends_at_once(intake):
    intake.add([])
    assert intake.outcomes == [Outcome()]
    assert intake.steps == []


def test_cancelling_nothing_is_harmless(intake):
    intake.cancel()
    assert intake.outcomes == [Outcome()]


def test_a_file_is_read_by_its_path_and_named_by_its_name(tmp_path):
    seen = []
    waiting = file(
        tmp_path / "云泽.txt", lambda path, stopped: seen.append((path, stopped())) or DRAFT
    )
    assert waiting.name == "云泽.txt"
    assert waiting.read() is DRAFT
    waiting.stop()
    waiting.read()
    assert seen == [(tmp_path / "云泽.txt", False), (tmp_path / "云泽.txt", True)]


def test_cancelling_asks_the_reading_that_runs_to_end_soon(intake):
    stopped = []
    intake.add(
        [Waiting("慢", lambda: DRAFT, lambda: stopped.append("慢")), Waiting("二", lambda: DRAFT)]
    )
    intake.cancel()
    assert stopped == ["慢"]


def test_what_was_copied_can_be_stopped_too():
    seen = []
    waiting = markup("网页", lambda stopped: seen.append(stopped()) or DRAFT)
    waiting.read()
    waiting.stop()
    waiting.read()
    assert seen == [False, True]


def test_what_cannot_be_compared_is_told_and_holds_up_nothing(jobs, qtbot):
    def weigh(draft):
        raise StoreError("数据读不出来。")

    intake, outcomes = Intake(jobs, lambda draft, many: None, weigh, lambda found: KEPT), []
    intake.ended.connect(outcomes.append)
    intake.add([Waiting(NAME, lambda: DRAFT)])
    qtbot.waitUntil(lambda: not intake.busy)
    assert outcomes == [Outcome([Result(NAME, Fate.REFUSED, words="数据读不出来。")])]
