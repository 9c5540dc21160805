"""Every command, called as a program would: what it prints, what it keeps, how it ends."""

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from shuangda_desktop.services.dividing import splitting
from shuangda_desktop.store import queries
from shuangda_desktop.store.database import open_store

SAMPLE = Path(__file__).parents[1] / "fixtures" / "yunze-2026.txt"
DAY = ("--today", "2026-03-16")


def shell(*words: object, **options: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "shuangda_desktop", *map(str, words)],
        capture_output=True,
        check=False,
        timeout=60,
        **options,
    )


def test_parse_prints_the_plan_as_json(run):
    code, out, err = run("parse", SAMPLE)
    plan = json.loads(out)
    assert (code, err) == (0, "")
    assert plan["schema"] == "shuangda.plan/1"
    assert plan["source"]["name"] == "yunze-2026.txt"
    assert plan["document_number"] == "云双打办〔2026〕3号"
    assert plan["issued_on"] == "2026-02-26"


def test_parse_reads_bytes_of_any_encoding_from_standard_input():
    text = SAMPLE.read_text("utf-8")
    plans = []
    for encoding in ("utf-8", "gb18030", "utf-16"):
        done = shell("parse", "-", input=text.encode(encoding))
        assert done.returncode == 0, done.stderr.decode()
        plans.append(json.loads(done.stdout.decode("utf-8")))
    assert plans[0]["source"]["name"] == "标准输入"
    assert plans[0]["measures"] == plans[1]["measures"] == plans[2]["measures"]


def test_parse_prints_utf8_where_the_terminal_is_not():
    environment = os.environ | {"PYTHONIOENCODING": "gbk", "PYTHONUTF8": "0"}
    done = shell("parse", SAMPLE, env=environment)
    assert "云双打办" in done.stdout.decode("utf-8")


def test_parse_loads_no_database_and_no_office_library():
    code = (
        "import sys; from shuangda_desktop.cli import main; "
        f"main(['parse', {str(SAMPLE)!r}]); "
        "print(*{m.split('.')[0] for m in sys.modules}, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert {"sqlite_utils", "openpyxl", "docx", "PySide6"} & set(done.stderr.split()) == set()


def test_import_says_what_was_read(run, db):
    code, out, err = run("import", SAMPLE, "--db", db)
    assert (code, err) == (0, "")
    assert out.startswith("已导入\uff0c编号1\uff1a《")
    assert "项措施" in out


def test_the_same_file_twice_is_said_and_kept_once(run, db, imported):
    code, out, _ = run("import", SAMPLE, "--db", db)
    assert code == 0
    assert "已经导入过\uff0c编号1" in out
    assert run("plans", "--db", db)[1].count("云双打办〔2026〕3号") == 1


def test_plans_lists_the_plans(run, db, imported):
    code, out, _ = run("plans", "--db", db)
    assert code == 0
    title, line = out.splitlines()
    assert title.split() == ["编号", "标题", "发文字号", "年度", "措施", "疑点", "任务", "导入日期"]
    assert line.split()[0] == "1"
    assert line.split()[-1] == "2026-03-16"


def test_check_lists_every_doubt_with_its_line(run, db, tmp_path):
    short = tmp_path / "短.txt"
    short.write_text(
        "某省工作要点\n一、管好市场\n\uff08一\uff09检查商店。检查集镇的商店。\n", "utf-8"
    )
    run("import", short, "--db", db)
    code, out, _ = run("check", "--db", db)
    assert code == 0
    assert "处待核对" in out
    assert "存疑" in out


def test_setup_proposes_the_units(run, db):
    code, out, _ = run("setup", "--province", "云泽省", "--city", "临江市", "--db", db)
    assert code == 0
    assert out.startswith("已拟定临江市的单位名录")


def test_split_without_a_city_says_what_to_do(run, db, imported):
    code, out, err = run("split", 1, "--db", db)
    assert (code, out) == (1, "")
    assert "shuangda setup" in err
    assert err.count("\n") == 1


def test_split_sets_the_city_up_on_the_way(run, db, imported):
    words = ("split", 1, "--db", db, "--province", "云泽省", "--city", "临江市")
    code, out, _ = run(*words)
    assert code == 0
    assert "项任务\uff0c等待确认。" in out
    assert run(*words)[1] == "每项措施都已经有任务\uff0c没有再拟定。\n"


def test_tasks_are_a_table_and_json_alike(run, db, divided):
    code, table, _ = run("tasks", "--db", db, *DAY)
    assert code == 0
    tasks = json.loads(run("tasks", "--db", db, "--json", *DAY)[1])
    assert tasks["schema"] == "shuangda.tasks/1"
    assert f"共{len(tasks['tasks'])}项任务。" in table
    assert "省公安厅" not in {unit["unit"] for task in tasks["tasks"] for unit in task["units"]}


def test_tasks_are_chosen_by_unit_status_and_lateness(run, db, divided):
    def ids(*words: str) -> set[int]:
        return {
            task["id"]
            for task in json.loads(run("tasks", "--db", db, "--json", *words)[1])["tasks"]
        }

    everything = ids(*DAY)
    police = ids("--unit", "市公安局", *DAY)
    assert set() < police < everything
    assert ids("--status", "未启动", *DAY) == everything
    assert ids("--status", "推进中", *DAY) == set()
    assert ids("--overdue", *DAY) == set()
    late = ids("--overdue", "--today", "2026-07-01")
    assert set() < late < everything
    assert ids("--overdue", "--today", "2027-01-01") >= late


def test_an_unknown_status_names_the_known_ones(run, db, divided):
    code, _, err = run("tasks", "--db", db, "--status", "忙")
    assert code == 1
    assert "推进中" in err


def test_progress_is_recorded(run, db, divided):
    words = ("--db", db, "--unit", "市公安局", "--percent", 40, "--note", "立案2起")
    task = json.loads(run("tasks", "--db", db, "--unit", "市公安局", "--json")[1])["tasks"][0]
    code, out, _ = run("progress", task["id"], *words, "--on", "2026-03-10", *DAY)
    assert code == 0
    assert out == f"已登记\uff1a任务{task['id']}\uff0c市公安局\uff0c40%。\n"
    after = json.loads(run("tasks", "--db", db, "--status", "推进中", "--json")[1])["tasks"]
    assert [(t["id"], t["latest_note"], t["latest_on"]) for t in after] == [
        (task["id"], "立案2起", "2026-03-10")
    ]


def test_progress_of_a_strange_unit_is_refused(run, db, divided):
    code, _, err = run(
        "progress", 1, "--db", db, "--unit", "市某局", "--percent", 1, "--note", "x", *DAY
    )
    assert code == 1
    assert "“市某局”不在任务1的单位之中" in err


@pytest.mark.parametrize(
    ("document", "name"),
    [("schedule", "任务分工表.xlsx"), ("ledger", "进度台账.xlsx"), ("plan", "实施方案.docx")],
)
def test_export_writes_the_document(run, db, divided, tmp_path, document, name):
    code, out, _ = run("export", document, "--db", db, "--out", tmp_path / name, *DAY)
    assert code == 0
    assert out == f"已写出{name.split('.')[0]}\uff1a{tmp_path / name}\n"
    assert (tmp_path / name).read_bytes()[:2] == b"PK"


def test_export_of_one_unit(run, db, divided, tmp_path):
    path = tmp_path / "公安.xlsx"
    run("export", "schedule", "--db", db, "--out", path, "--unit", "市公安局", *DAY)
    assert "市公安局" in openpyxl.load_workbook(path).worksheets[0]["A1"].value
    code, _, err = run("export", "plan", "--db", db, "--out", path, "--unit", "市公安局")
    assert code == 1
    assert "实施方案不分单位" in err


def test_export_since_a_day_lists_what_changed(run, db, divided, tmp_path, now):
    sheet, changes = tmp_path / "分工.xlsx", tmp_path / "变更.xlsx"
    since = ("export", "schedule", "--db", db, "--out", changes, "--since", "2026-03-20", *DAY)
    code, _, err = run(*since)
    assert (code, changes.exists()) == (1, False)
    assert "到2026年3月20日为止没有写出过任务分工表" in err
    run("export", "schedule", "--db", db, "--out", sheet, *DAY)
    with open_store(db, now) as store:
        first = queries.task_rows(store)[0].task_id
        splitting.change_task(store, first, now, text="检查全部商店。")
    code, out, _ = run(*since)
    assert (code, out) == (0, f"已写出任务分工表变更清单\uff1a{changes}\n")
    said = [cell.value for row in openpyxl.load_workbook(changes).active for cell in row]
    assert "检查全部商店。" in said
    assert any(str(value).startswith("自2026年3月") for value in said)


def test_backup_is_a_database_of_its_own(run, db, divided, tmp_path):
    code, out, _ = run("backup", "--db", db, "--out", tmp_path / "备份.db")
    assert code == 0
    assert out.startswith("已备份并核对\uff1a")
    assert run("plans", "--db", tmp_path / "备份.db")[1] == run("plans", "--db", db)[1]


@pytest.mark.parametrize("command", ["plans", "check", "tasks"])
def test_a_missing_database_is_said_and_not_made(run, db, command):
    code, out, err = run(command, "--db", db)
    assert (code, out) == (1, "")
    assert "找不到数据库" in err
    assert not db.exists()


def test_a_missing_file_is_one_sentence(run, db, tmp_path):
    code, out, err = run("import", tmp_path / "没有.txt", "--db", db)
    assert (code, out) == (1, "")
    assert "没有.txt" in err
    assert err.count("\n") == 1
    assert err.endswith("。\n")
    assert not db.exists()


def test_a_file_that_is_no_database_is_left_alone(run, db):
    db.write_bytes(b"not a database" * 100)
    code, _, err = run("plans", "--db", db)
    assert code == 1
    assert err.endswith("。\n")
    assert db.read_bytes() == b"not a database" * 100


def test_demo_tells_what_it_did_and_where_it_lies(run, tmp_path):
    code, out, err = run("demo", "--out", tmp_path / "结果", *DAY)
    assert (code, err) == (0, "")
    assert out.startswith("导入《")
    assert "处疑点待核对" in out
    names = {"样例.db", "任务分工表.xlsx", "进度台账.xlsx", "实施方案.docx"}
    assert {path.name for path in (tmp_path / "结果").iterdir()} == names
    assert all(f"已写出\uff1a{tmp_path / '结果' / name}\n" in out for name in names)


@pytest.fixture
def edited(db, imported):
    """A database whose permanent record another tool has changed."""
    with sqlite3.connect(db) as raw:
        raw.execute("DROP TRIGGER audit_is_never_changed")
        raw.execute("UPDATE audit SET action = '别的' WHERE id = 1")
    raw.close()


def test_check_tells_an_edited_record_and_nothing_else(run, db, edited):
    code, out, err = run("check", "--db", db)
    assert (code, out) == (1, "")
    assert err.startswith("操作记录从第1条起与当时写下的不一致")
    assert err.endswith("。\n")


def test_a_backup_with_an_edited_record_is_made_and_told(run, db, edited, tmp_path):
    code, out, err = run("backup", "--db", db, "--out", tmp_path / "b.db")
    assert code == 0
    assert out.startswith("已备份并核对")
    assert "操作记录从第1条起" in err


def test_check_tells_what_lost_its_parent(run, db, divided):
    with sqlite3.connect(db) as raw:
        raw.execute("DELETE FROM task WHERE id = 1")  # foreign keys are off in this connection
    raw.close()
    code, out, err = run("check", "--db", db)
    assert (code, out) == (1, "")
    assert "表assignment中有记录失去了上级" in err


@pytest.mark.parametrize("command", ["check", "plans"])
def test_a_damaged_file_is_told_and_left_as_it_is(run, db, divided, command):
    content = bytearray(db.read_bytes())
    for page in range(2, len(content) // 4096):  # the heads of pages: what they are and hold
        content[page * 4096 : page * 4096 + 8] = b"\xff" * 8
    db.write_bytes(content)
    code, out, err = run(command, "--db", db)
    assert (code, out) == (1, "")
    assert "已损坏" in err
    assert "从备份列表中恢复最近的一份" in err
    assert db.read_bytes() == content


def test_check_says_what_it_looked_at(run, db, divided):
    code, out, err = run("check", "--db", db)
    assert (code, err) == (0, "")
    last = out.splitlines()[-1]
    assert last == "数据库完好\uff1a文件、记录之间的关联、操作记录都核对无误。"


def test_what_an_export_leaves_out_is_told_beside_its_result(run, db, divided, tmp_path, now):
    with open_store(db, now) as store:
        first = queries.task_rows(store)[0].task_id
        splitting.change_task(store, first, now, text="检查\x07商店。")
    code, out, err = run("export", "schedule", "--db", db, "--out", tmp_path / "a.xlsx", *DAY)
    assert (code, out) == (0, f"已写出任务分工表\uff1a{tmp_path / 'a.xlsx'}\n")
    assert "删去了1个无法写入文件的控制字符。" in err
