"""Commands that look over tasks, and that bring the directory out and in."""

import pytest
from openpyxl import load_workbook

from shuangda_desktop.services.city import directory
from shuangda_desktop.store.database import open_store

DAY = ("--today", "2026-03-16")


def test_lint_lists_what_should_be_mended_and_counts(run, divided, db):
    code, out, err = run("lint", 1, "--db", db, *DAY)
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[0].split() == ["级别", "序号", "检查结果", "办法"]
    assert lines[-1].startswith("检查完毕：须改")
    assert sum(line.startswith(("须改", "存疑", "提示")) for line in lines[1:-1]) == len(lines) - 2


def test_what_is_due_before_the_day_of_issue_is_seen(run, divided, db):
    assert "早于印发日期" not in run("lint", 1, "--db", db, *DAY)[1]
    assert "早于印发日期2026-12-30" in run("lint", 1, "--db", db, "--on", "2026-12-30", *DAY)[1]


def test_an_unknown_plan_is_said(run, divided, db):
    code, _, err = run("lint", 9, "--db", db, *DAY)
    assert code == 1
    assert "没有编号为9的方案" in err


def test_the_directory_goes_out_is_seen_and_comes_in(run, divided, db, tmp_path, now):
    path = tmp_path / "名录.xlsx"
    code, out, _ = run("units", "--export", path, "--db", db, *DAY)
    assert (code, out) == (0, f"已导出单位名录：{path}\n")
    book = load_workbook(path)
    book["单位名录"]["J4"].value = "李明"
    book.save(path)
    _, out, _ = run("units", "--import", path, "--db", db, *DAY)
    assert "联系人" in out
    assert out.endswith("共1处变动，没有导入。加 --keep 导入。\n")
    _, out, _ = run("units", "--import", path, "--keep", "--db", db, *DAY)
    assert out.endswith("已导入名录，共1处变动。\n")
    with open_store(db, now) as store:
        assert directory.directory_rows(store)[0].unit.contact == "李明"


def test_rows_that_are_not_clear_stop_it_unless_left_out(run, divided, db, tmp_path):
    path = tmp_path / "名录.csv"
    path.write_text("单位名称,级别,联系人\n市公安局,乡镇级,李明\n市商务局,,王芳\n", "utf-8")
    code, _, err = run("units", "--import", path, "--keep", "--db", db, *DAY)
    assert code == 1
    assert "第2行：级别“乡镇级”不认识" in err
    _, out, err = run("units", "--import", path, "--keep", "--skip-unclear", "--db", db, *DAY)
    assert out.endswith("已导入名录，共2处变动。\n")


def test_what_to_do_with_the_directory_must_be_said(run, db, capsys):
    with pytest.raises(SystemExit) as ended:
        run("units", "--db", db, *DAY)
    assert ended.value.code == 2
    assert "要写明其中之一：--export --import。" in capsys.readouterr().err
