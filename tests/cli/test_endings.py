"""How commands end: exit codes, one sentence, no traceback, help in Chinese."""

import errno
import logging
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from shuangda_desktop import logs
from shuangda_desktop.cli import endings, main
from shuangda_desktop.cli.output import cells
from shuangda_desktop.cli.parser import EXPLAINED, translated
from shuangda_desktop.cli.values import day

SAMPLE = Path(__file__).parents[1] / "fixtures" / "yunze-2026.txt"
COMMANDS = [
    "parse", "import", "plans", "check", "setup", "split", "tasks", "progress", "export", "backup", "demo",
]  # fmt: skip


def usage(capsys, *words):
    """Run a command that ends in argparse; its exit code and what it wrote."""
    with pytest.raises(SystemExit) as ended:
        main(list(words))
    return ended.value.code, *capsys.readouterr()


def test_help_names_every_command_in_chinese(capsys):
    code, out, _ = usage(capsys, "--help")
    assert code == 0
    assert out.startswith("用法\uff1ashuangda")
    assert all(f"    {command} " in out for command in COMMANDS)
    assert "usage" not in out
    assert "optional" not in out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(capsys, command):
    code, out, _ = usage(capsys, command, "--help")
    assert code == 0
    assert f"用法\uff1ashuangda {command}" in out
    assert "show this help" not in out
    assert "--today" not in out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "缺少参数\uff1a命令。"),
        (("dance",), "不能是'dance'"),
        (("plans",), "缺少参数\uff1a--db。"),
        (("backup",), "缺少参数\uff1a--out、--db。"),
        (("plans", "--db"), "--db后面缺少内容。"),
        (("plans", "--db", "x", "--fast"), "不认识的参数\uff1a--fast。"),
        (("split", "x", "--db", "y"), "“x”不是数字。"),
        (("tasks", "--db", "x", "--today", "6月"), "“6月”不是日期"),
        (("export", "poem", "--db", "x", "--out", "y"), "不能是'poem'"),
    ],
)
def test_wrong_usage_exits_with_2_and_a_chinese_sentence(capsys, words, said):
    code, out, err = usage(capsys, *words)
    assert (code, out) == (2, "")
    assert said in err
    assert err.splitlines()[1].startswith("用法\uff1ashuangda")


def test_a_message_that_argparse_may_word_anew_is_still_said():
    assert translated("something else") == "用法不对:something else"


def test_a_day_is_written_in_one_way():
    assert day("2026-06-30").isoformat() == "2026-06-30"


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (FileNotFoundError(errno.ENOENT, "no", "a.txt"), "找不到“a.txt”。"),
        (PermissionError(errno.EACCES, "no", "a.txt"), "没有权限读写“a.txt”。"),
        (IsADirectoryError(errno.EISDIR, "no", "a"), "“a”是文件夹"),
        (OSError(errno.ENOSPC, "full"), "磁盘已满\uff0c没有写入文件。"),
        (OSError(errno.EIO, "io", "a"), "无法读写“a”。"),
    ],
)
def test_errors_of_the_machine_are_sentences(error, said):
    assert endings.sentence(error).startswith(said)


def test_an_error_of_the_machine_exits_with_1(capsys, tmp_path):
    code = main(["demo", "--out", str(SAMPLE)])  # a file stands where a folder should
    out, err = capsys.readouterr()
    assert (code, out) == (1, "")
    assert err.count("\n") == 1
    assert str(SAMPLE) in err


def test_interrupting_is_said(capsys, monkeypatch):
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("shuangda_desktop.cli.reading.parse", interrupted)
    assert main(["parse", str(SAMPLE)]) == 1
    assert capsys.readouterr().err.startswith("已中断。")


def test_a_bug_is_logged_and_said_without_a_traceback(tmp_path):
    code = (
        "from shuangda_desktop.cli import main, reading\n"
        "def broken(_): raise ZeroDivisionError('secret words')\n"
        "reading.parse = broken\n"
        f"main(['parse', {str(SAMPLE)!r}])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        check=False,
        env=os.environ | {"XDG_DATA_HOME": str(tmp_path), "APPDATA": str(tmp_path)},
    )
    log = tmp_path / "shuangda-desktop" / logs.FILE_NAME
    err = done.stderr.decode()
    assert done.returncode == 1
    assert "Traceback" not in err
    assert str(log) in err
    assert "ZeroDivisionError" in log.read_text("utf-8")


def test_a_bug_is_told_even_where_no_log_can_be_written(capsys, monkeypatch, expected_warnings):
    expected_warnings.append("bug")
    monkeypatch.setattr(logs, "start_log", lambda: None)
    endings.report_bug(ZeroDivisionError, ZeroDivisionError("x"), None)
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_a_reader_that_goes_away_is_no_error(tmp_path):
    command = f"{sys.executable} -m shuangda_desktop parse {SAMPLE} | head -c 10 >/dev/null; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=True)
    assert done.stderr == b""
    assert done.stdout == b"0\n"


def test_a_terminal_without_chinese_shows_question_marks():
    done = subprocess.run(
        [sys.executable, "-m", "shuangda_desktop", "plans", "--db", "没有.db"],
        capture_output=True,
        check=False,
        env=os.environ | {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
    )
    assert done.returncode == 1
    assert b"?" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.fixture(autouse=True)
def quiet_log():
    """Leave no handler of a test's log behind."""
    log = logging.getLogger("shuangda_desktop")
    before = list(log.handlers)
    yield
    for handler in set(log.handlers) - set(before):
        log.removeHandler(handler)
        handler.close()


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_chinese_punctuation_and_straight_columns(capsys, command):
    _, out, _ = usage(capsys, command, "--help")
    assert re.search("[\u4e00-\u9fff][,:;?!()]", out) is None
    # every explanation begins in the same cell
    rows = [row for line in out.splitlines() if (row := EXPLAINED.fullmatch(line))]
    assert len(rows) >= 2
    assert len({cells(line[: row.start(2)]) for row in rows for line in [row[0]]}) == 1
