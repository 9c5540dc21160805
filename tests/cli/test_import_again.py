"""Importing what is there already: the file, its text in another shape, a new edition."""

import json
from pathlib import Path

import pytest

FIXTURES = Path(__file__).parents[1] / "fixtures"
SAMPLE, WORD = FIXTURES / "yunze-2026.txt", FIXTURES / "yunze-2026.docx"
DAY = ("--today", "2026-03-16")


@pytest.fixture
def edition(tmp_path):
    """The sample with one measure less and another more."""
    line = "建立品种权线索登记和移送制度。"
    path = tmp_path / "新版.txt"
    path.write_text(SAMPLE.read_text("utf-8").replace(line, "编印品种权手册。"), "utf-8")
    return path


def ids(run, db):
    out = run("tasks", "--db", db, "--json", *DAY)[1]
    return [task["id"] for task in json.loads(out)["tasks"]]


def plans(run, db):
    lines = run("plans", "--db", db)[1].splitlines()[1:]
    return [line.split()[0] for line in lines]


def test_the_same_text_as_word_document_needs_a_choice(run, db, imported):
    code, _, err = run("import", WORD, "--db", db, *DAY)
    assert code == 1
    assert "与编号1的来文标题相同、措施相同\uff0c没有导入。" in err
    assert "--replace" in err
    assert "--keep-both" in err
    assert err.count("\n") == 1
    assert plans(run, db) == ["1"]


def test_a_new_edition_is_named_as_such(run, db, imported, edition):
    code, _, err = run("import", edition, "--db", db, *DAY)
    assert code == 1
    assert "措施不同\uff0c可能是新的版本\uff0c没有导入" in err


def test_both_are_kept_where_the_clerk_says_so(run, db, imported, edition):
    code, out, err = run("import", edition, "--db", db, "--keep-both", *DAY)
    assert (code, err) == (0, "")
    assert out.startswith("已导入\uff0c编号2\uff1a")
    assert plans(run, db) == ["2", "1"]


def test_a_new_edition_takes_the_place_of_the_old_and_its_tasks(run, db, divided, edition):
    before = ids(run, db)
    code, out, err = run("import", edition, "--db", db, "--replace", *DAY)
    assert (code, err) == (0, "")
    kept, moved, loose = out.splitlines()
    assert kept.startswith("已导入\uff0c编号2\uff1a")
    assert moved == "编号1的旧版已被替换\uff0c它的任务和进展已转入编号2。"
    assert loose.startswith("其中1项任务在新版本里找不到对应的措施\uff0c请核对\uff1a编号")
    assert plans(run, db) == ["2"]
    assert ids(run, db) == before


def test_the_same_text_in_another_shape_leaves_no_task_behind(run, db, divided):
    code, out, _ = run("import", WORD, "--db", db, "--replace", *DAY)
    assert code == 0
    assert "找不到对应的措施" not in out
    assert run("split", 2, "--db", db)[1] == "每项措施都已经有任务\uff0c没有再拟定。\n"


def test_there_must_be_something_to_replace(run, db):
    code, out, err = run("import", SAMPLE, "--db", db, "--replace", *DAY)
    assert (code, out) == (1, "")
    assert "没有与《" in err
    assert "可以替换\uff0c没有导入" in err
    assert plans(run, db) == []


def test_the_same_file_is_not_replaced_by_itself(run, db, divided):
    before = ids(run, db)
    code, out, _ = run("import", SAMPLE, "--db", db, "--replace", *DAY)
    assert code == 0
    assert "已经导入过\uff0c编号1" in out
    assert ids(run, db) == before


def test_one_cannot_do_both(run, db, capsys):
    with pytest.raises(SystemExit) as ended:
        run("import", SAMPLE, "--db", db, "--replace", "--keep-both")
    assert ended.value.code == 2
    assert "--keep-both不能与--replace同用。" in capsys.readouterr().err


def test_tasks_whose_measure_was_altered_are_named(run, db, divided, tmp_path):
    path = tmp_path / "新版.txt"
    words = SAMPLE.read_text("utf-8")
    path.write_text(words.replace("费用承担办法，9月底前", "费用承担办法，11月底前"), "utf-8")
    assert path.read_text("utf-8") != words
    code, out, _ = run("import", path, "--db", db, "--replace", *DAY)
    assert code == 0
    altered = out.splitlines()[-1]
    assert altered.startswith("其中1项任务的措施在新版本里改动了\uff0c请对照原句核对\uff1a编号")
    assert "找不到对应的措施" not in out
