"""The cells of one row against what is known of its task."""

from dataclasses import replace

import pytest

from shuangda_desktop.plan.model import Target
from shuangda_desktop.tasks.results import Way
from shuangda_desktop.tasks.returns.model import Verdict
from shuangda_desktop.tasks.returns.reading import read_return
from shuangda_desktop.tasks.understanding import SAME_AS_LAST
from tasks.forms import DOORS, PERIOD, Sheet, ask, asked, world

LONG = "本月开展执法检查三次\uff0c查处案件两起\uff0c已经移送。"


def read(one=None, **cells):
    """The changes of the first task by field, filled so."""
    mine = asked(one or ask(1))
    found = read_return(Sheet(mine).put(0, **cells).book(), world(mine), PERIOD)
    read.odd = " ".join(odd.message for odd in found.oddities)
    return {change.field: change for change in found.changes}


@pytest.mark.parametrize("blank", ["", " ", "/", "\u2014\u2014"])
def test_a_blank_says_nothing(blank):
    assert read(percent=blank, note=blank, done1=blank, status=blank) == {}


def test_nothing_in_the_cell_of_a_number_is_asked_and_in_that_of_a_text_is_a_text():
    found = read(done1="无", problem="无")
    assert (found["done1"].verdict, found["done1"].after) == (Verdict.ASK, "")
    assert (found["problem"].verdict, found["problem"].after) == (Verdict.NEW, "无")


def test_formulas_faults_and_lost_letters_are_asked_for():
    found = read(done1="#REF!", percent="=A1", note="??????12??")
    assert {change.verdict for change in found.values()} == {Verdict.ASK}
    assert "没有算出结果" in found["done1"].why
    assert "丢失了编码" in found["note"].why


def test_a_state_and_a_percentage_that_contradict_each_other_are_asked():
    assert "状态写的是“已完成”" in read(status="已完成", percent="60")["percent"].why
    assert "状态写的是“推进中”" in read(status="推进中", percent="100")["percent"].why
    assert read(status="已完成", percent="100")["percent"].verdict is Verdict.NEW
    assert read(status="暂缓", percent="100")["percent"].verdict is Verdict.NEW
    assert read(status="基本完成", percent="100")["percent"].verdict is Verdict.NEW


def test_a_percentage_below_the_last_one_is_said():
    found = read(ask(1, percent=70), percent="60%左右")
    assert (found["percent"].verdict, found["percent"].after) == (Verdict.NEW, "60")
    assert "比上次报的70%低" in found["percent"].why


def test_a_text_copied_from_last_period_is_said():
    last = {"note": LONG}
    assert "可能是照抄" in read(ask(1, last=last), note=LONG)["note"].why
    assert "可能是照抄" in read(ask(1, last=last), note=LONG.replace("两起", "三起"))["note"].why
    assert read(ask(1, last=last), note=LONG + "另开展宣传活动两场\uff0c发放资料")["note"].why == ""
    assert (
        read(ask(1, last=last), note="全新的内容写了不少字\uff0c而且长短差不多的一段话呢。")[
            "note"
        ].why
        == ""
    )
    assert (
        read(ask(1, last={"note": "检查门店86家次\uff0c立案"}), note="检查门店92家次\uff0c立案")[
            "note"
        ].why
        == ""
    )
    assert read(ask(1, last={"note": "正常推进"}), note="正常推进")["note"].why == ""
    assert read(ask(1), note=LONG)["note"].why == ""


def test_a_percentage_in_another_cell_is_found():
    found = read(status="已完成80%")
    assert (found["percent"].after, found["percent"].verdict) == ("80", Verdict.NEW)
    assert "完成率没有填" in read.odd
    found = read(note="已完成60%的门店检查")
    assert (found["percent"].after, found["percent"].verdict) == ("60", Verdict.ASK)
    assert "percent" not in read(note="抽检合格率98%")
    assert "percent" not in read(note="完成了一批检查")
    assert "percent" not in read(status="推进中", note="全年任务过半")


def test_a_row_without_change_takes_nothing_else_unasked():
    found = read(ask(1, last={"percent": "60"}), status="无变化", note="另有一句", percent="70")
    assert found["status"].after == SAME_AS_LAST
    assert found["status"].verdict is Verdict.NEW
    assert (found["note"].verdict, found["percent"].verdict) == (Verdict.ASK, Verdict.ASK)
    assert "又填了内容" in found["note"].why


def test_a_number_for_a_target_that_the_task_does_not_have_is_asked():
    found = read(ask(1, targets=()), done1="12")
    assert (found["done1"].after, found["done1"].verdict) == ("12", Verdict.ASK)
    assert "没有这个指标" in found["done1"].why


def test_numbers_are_read_in_the_unit_of_their_target():
    money = Target("案值", ">=", 100, "万元", "涉案金额100万元以上")
    found = read(ask(1, targets=(money,)), done1="2000万")
    assert (found["done1"].after, found["done1"].verdict) == ("2000", Verdict.NEW)
    assert "读作2000万元" in read.odd


@pytest.mark.parametrize(
    ("raw", "value"), [("2000万", "20000000"), ("5001", "5001"), ("5001家", "5001")]
)
def test_a_number_out_of_all_proportion_to_its_goal_is_asked(raw, value):
    done = read(ask(1), done1=raw)["done1"]
    assert (done.after, done.verdict, done.proposed) == (value, Verdict.ASK, False)
    assert done.why == f"读作{value}家\uff0c是目标50家的100倍以上\uff0c可能填错了数或单位"


def test_a_number_within_bounds_or_without_a_goal_to_measure_it_by_is_taken():
    assert read(ask(1), done1="5000")["done1"].verdict is Verdict.NEW
    none = replace(DOORS, operator="<=", value=0)
    assert read(ask(1, targets=(none,)), done1="3")["done1"].verdict is Verdict.NEW


def test_a_number_of_another_unit_than_its_goal_is_asked():
    done = read(ask(1), done1="2000万元")["done1"]
    assert (done.verdict, "写的单位是" in done.why) == (Verdict.ASK, True)


def test_a_value_that_is_known_is_the_same_even_where_its_words_are_doubtful():
    assert read(ask(1, known={"done1": "50"}), done1="约50")["done1"].verdict is Verdict.SAME


def test_a_total_is_asked_about_only_where_the_values_of_the_periods_are_added_up():
    added = read(ask(1), done1="累计50家")["done1"]
    assert (added.verdict, "本期数" in added.why) == (Verdict.ASK, True)
    last = read(ask(1, ways={DOORS.text: Way.LAST}), done1="累计50家")["done1"]
    assert (last.after, last.verdict) == ("50", Verdict.NEW)
    share = replace(DOORS, unit="%")
    assert read(ask(1, targets=(share,)), done1="累计96%")["done1"].verdict is Verdict.NEW
