"""Following the tasks by commands."""

import pytest

from cli.conftest import DAY


@pytest.fixture
def divided(run, imported, db):
    run("split", 1, "--province", "云泽省", "--city", "临江市", "--db", db, *DAY)
    return db


def test_today_counts_its_lists_and_shows_one(run, divided):
    code, told, _ = run("today", "--db", divided, *DAY)
    assert code == 0
    assert "待下达\uff1a" in told
    assert "未报单位\uff1a0项" in told  # drafts ask nobody for reports
    _, listed, _ = run("today", "待下达", "--db", divided, *DAY)
    assert "草稿" in listed
    assert "逾期" not in listed.split("\n")[0]


def test_a_task_moves_with_its_why(run, divided):
    assert run("move", 1, "已下达", "--db", divided, *DAY)[1] == "任务1\uff1a已下达。\n"
    code, _, said = run("move", 1, "暂缓", "--db", divided, *DAY)
    assert (code, "要写明原因" in said) == (1, True)
    assert run("move", 1, "暂缓", "--why", "等通知", "--db", divided, *DAY)[0] == 0
    assert "没有“飞”这种状态" in run("move", 1, "飞", "--db", divided, *DAY)[2]
    _, listed, _ = run("tasks", "--status", "暂缓", "--db", divided, *DAY)
    assert "共1项任务" in listed


def test_forms_hold_what_was_issued_which_may_be_several_tasks_at_once(run, divided, tmp_path):
    words = ("--out", tmp_path / "发出", "--db", divided, *DAY)
    code, _, said = run("send", *words)
    assert (code, "没有已下达的任务" in said) == (1, True)
    told = run("move", 1, 2, 3, "已下达", "--db", divided, *DAY)[1]
    assert told == "任务1\uff1a已下达。\n任务2\uff1a已下达。\n任务3\uff1a已下达。\n"
    code, told, said = run("send", *words)
    assert (code, "已写出" in told) == (0, True)
    assert "项任务还是草稿\uff0c没有写进填报表" in said


def test_the_help_of_send_says_that_drafts_are_left_out(run, capsys):
    with pytest.raises(SystemExit):
        run("send", "--help")
    assert "只写已经下达的任务\uff0c草稿不写" in capsys.readouterr().out


def test_an_extension_is_asked_for_and_answered(run, divided):
    words = ("--until", "2027-03-01", "--who", "市公安局", "--db", divided, *DAY)
    assert "要写明理由" in run("extend", 1, *words)[2]
    assert "批复以前仍按原时限" in run("extend", 1, "--why", "协查", *words)[1]
    assert "不同意延期要写明理由" in run("extend", 1, "--refuse", "--db", divided, *DAY)[2]
    refusal = ("--refuse", "--why", "年内能办结")
    assert "已登记批复" in run("extend", 1, *refusal, "--db", divided, *DAY)[1]
    assert "没有等待批复" in run("extend", 1, "--approve", "--db", divided, *DAY)[2]


def test_everything_is_searched(run, divided):
    code, told, _ = run("search", "市", "--db", divided, *DAY)
    assert code == 0
    assert "任务" in told
    assert "共列出0条" in run("search", "没有这样的词", "--db", divided, *DAY)[1]
