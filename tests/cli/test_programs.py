"""Every command as a program of its own, one after another on one database, without Qt."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parents[1] / "fixtures" / "yunze-2026.txt"
DAY = ("--today", "2026-03-16")
OPTIONS = "--db {d}/a.db --today 2026-03-16"
STEPS = {
    "parse": f"parse {SAMPLE}",
    "import": f"import {SAMPLE} {OPTIONS}",
    "plans": f"plans {OPTIONS}",
    "setup": f"setup --province 云泽省 --city 临江市 {OPTIONS}",
    "split": f"split 1 {OPTIONS}",
    "tasks": f"tasks --json {OPTIONS}",
    "progress": f"progress 1 --unit 市委网信办 --percent 20 --note 立案2起 {OPTIONS}",
    "schedule": f"export schedule --out {{d}}/a.xlsx {OPTIONS}",
    "ledger": f"export ledger --unit 市公安局 --out {{d}}/b.xlsx {OPTIONS}",
    "plan": f"export plan --out {{d}}/c.docx {OPTIONS}",
    "check": f"check {OPTIONS}",
    "backup": f"backup --out {{d}}/b.db {OPTIONS}",
    "demo": "demo --out {d}/demo --today 2026-03-16",
}
SAID = {
    "parse": '"schema": "shuangda.plan/1"',
    "import": "已导入\uff0c编号1",
    "plans": "云双打办〔2026〕3号",
    "setup": "已拟定临江市的单位名录",
    "split": "项任务\uff0c等待确认。",
    "tasks": '"schema": "shuangda.tasks/1"',
    "progress": "已登记\uff1a任务1\uff0c市委网信办\uff0c20%。",
    "schedule": "已写出任务分工表",
    "ledger": "已写出进度台账",
    "plan": "已写出实施方案",
    "check": "数据库完好",
    "backup": "已备份并核对",
    "demo": "已写出\uff1a",
}


@pytest.fixture(scope="module")
def done(tmp_path_factory):
    """What became of each command; -X importtime lists on stderr every module that it loaded."""
    folder = str(tmp_path_factory.mktemp("office"))
    results = {}
    for name, line in STEPS.items():
        words = [word.replace("{d}", folder) for word in line.split(" ")]
        results[name] = subprocess.run(
            [sys.executable, "-X", "importtime", "-X", "utf8", "-m", "shuangda_desktop", *words],
            capture_output=True,
            check=False,
            timeout=120,
            encoding="utf-8",
        )
    return results


def loaded(result):
    return set(re.findall(r"^import time:.*\| +([\w.]+)$", result.stderr, re.MULTILINE))


@pytest.mark.parametrize("name", STEPS)
def test_a_command_does_its_work_and_says_so(done, name):
    told = [line for line in done[name].stderr.splitlines() if not line.startswith("import time:")]
    assert (done[name].returncode, told) == (0, [])
    assert SAID[name] in done[name].stdout


@pytest.mark.parametrize("name", STEPS)
def test_a_command_loads_no_qt(done, name):
    modules = loaded(done[name])
    assert "shuangda_desktop.cli" in modules
    assert not [module for module in modules if module.split(".")[0] in ("PySide6", "shiboken6")]


def test_what_one_command_kept_the_next_one_finds(done):
    tasks = json.loads(done["tasks"].stdout)["tasks"]
    assert f"已拟定{len(tasks)}项任务" in done["split"].stdout
    assert {"PySide6"} & loaded(done["demo"]) == set()
