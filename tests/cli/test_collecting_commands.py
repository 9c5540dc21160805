"""Forms out and back on the command line."""

import random
from pathlib import Path

import pytest

from services.city import found_city, name_of
from services.filling import Form
from shuangda_desktop import cli
from shuangda_desktop.services.rounds import boarding
from shuangda_desktop.store.database import open_store
from shuangda_desktop.tasks.periods import parse_key

MARCH = parse_key("2026-03")
DAY = ["--today", "2026-03-16"]


@pytest.fixture
def database(tmp_path, now) -> Path:
    path = tmp_path / "库.db"
    with open_store(path, now) as store:
        found_city(store, now, 2, 2)
    return path


def run(*words) -> int:
    return cli.main([str(word) for word in words])


def test_forms_are_written_and_come_back(database, tmp_path, now, capsys):
    out = tmp_path / "out"
    assert run("send", "--db", database, "--out", out, *DAY) == 0
    assert "已写出2026年3月填报表2份和通知" in capsys.readouterr().out
    form = Form(next(out.glob("*第1监管局*.xlsx")))
    form.fill(random.Random(1))
    form.put(next(iter(form.rows)), "percent", "过半")
    back = tmp_path / "back"
    back.mkdir()
    form.save(back / "报.xlsx")
    (back / "~$报.xlsx").write_bytes(b"lock")
    assert run("collect", back, "--db", database, *DAY) == 0
    said = capsys.readouterr()
    assert "报.xlsx\uff1a临江市第1监管局\uff0c报送" in said.out
    assert "待确认" in said.out
    assert "读不出完成率" in said.err
    assert "没有保存" in said.out
    assert run("collect", back / "报.xlsx", "--db", database, "--accept", *DAY) == 0
    assert "待确认的和有冲突的没有采用" in capsys.readouterr().out
    with open_store(database, now) as store:
        assert len(boarding.returned(store, MARCH, name_of(0))) == 1


def test_one_unit_and_another_period_may_be_named(database, tmp_path, capsys):
    out = tmp_path / "一家"
    words = ["--unit", name_of(1), "--period", "2026-Q2", "--due", "2026-06-20", *DAY]
    assert run("send", "--db", database, "--out", out, *words) == 0
    assert "2026年第二季度填报表1份" in capsys.readouterr().out
    assert len(list(out.glob("*.xlsx"))) == 1
    assert run("collect", out, "--db", database, "--period", "2026-Q2", *DAY) == 0
    assert "空表" in capsys.readouterr().out


def test_a_wrong_period_is_told_in_words(database, tmp_path, capsys):
    assert run("send", "--db", database, "--out", tmp_path, "--period", "三月") == 1
    assert "不是报送期的写法" in capsys.readouterr().err
