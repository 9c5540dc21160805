"""Dividing 300 measures, looking over the tasks and laying two plans side by side, against one lexer pass.

The floor is the lexer that reading is compared with (benchmarks.floors), over the texts and clauses of
the same 300 measures; half a second is 60 floors and more on any machine in use.
"""

import pytest

from benchmarks.floors import LEXER, cpu_seconds_in_turn
from shuangda_desktop.plan.model import Duty, Measure, Plan, Role
from shuangda_desktop.tasks.checks.linter import Ground, check
from shuangda_desktop.tasks.dividing.alignment import align
from shuangda_desktop.tasks.dividing.split import split
from shuangda_desktop.text.level import Level
from shuangda_desktop.text.mapped import Span
from units.invented_city import directory

pytestmark = pytest.mark.slow
NAMED = ("省公安厅", "省工商局", "省质监局", "省商务厅", "云州海关", "省农业农村厅")
GOODS = "种子农药化肥汽油柴油钢筋电线玩具校服药品卷烟教材软件商标专利"


def measure(number):
    goods = GOODS[number % 28 : number % 28 + 4] + GOODS[number % 13 : number % 13 + 3]
    text = (
        f"加强全省{goods}市场监管\uff0c组织各市州开展第{number}次专项检查\uff0c会同省公安厅查处案件。"
        * 4
    )
    duties = tuple(Duty(name, Role.RESPONSIBLE) for name in NAMED[number % 3 :])
    return Measure(
        number, text, Span(0, 1), None, f"\uff08{'、'.join(NAMED)}按职责分工负责\uff09", duties
    )


PLAN = Plan(level=Level.PROVINCE, plan_year=2026, measures=tuple(map(measure, range(300))))
TEXTS = [m.text for m in PLAN.measures]


WHOLE = "\n".join(f"{m.text}{m.clause}" for m in PLAN.measures)


def told(capsys, what, work):
    """How many floors some work costs: measured by turns, for a machine changes its pace."""
    floor, cost = cpu_seconds_in_turn(lambda: sum(1 for _ in LEXER.finditer(WHOLE)), work)
    ratio = cost / floor
    with capsys.disabled():
        print(f"\n{what}: {ratio:.1f} times the floor")
    return ratio


def test_dividing_three_hundred_measures(capsys):
    assert told(capsys, "dividing 300 measures", lambda: split(PLAN, directory(), 1)) < 25


def test_looking_over_three_hundred_tasks(capsys):
    tasks = split(PLAN, directory(), 1)
    ground = Ground(directory(), 2026)
    assert told(capsys, "looking over 300 tasks", lambda: check(tasks, ground, PLAN)) < 25


def test_laying_three_hundred_measures_beside_three_hundred(capsys):
    assert told(capsys, "300 beside 300", lambda: align(TEXTS, TEXTS[::-1])) < 60
