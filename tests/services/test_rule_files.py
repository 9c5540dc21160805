"""Taught rules as files: what went out comes in again, and what is no rule is named."""

import json

import pytest
from openpyxl import Workbook, load_workbook

from shuangda_desktop.errors import ExportError, SourceError
from shuangda_desktop.services.reading import rule_files, teaching
from shuangda_desktop.text.taught import Lesson, TaughtRule

NAME = TaughtRule(Lesson.NAME, "省市场局", "省市场监督管理局")
CHROME = TaughtRule(Lesson.CHROME, "扫一扫在手机打开当前页")
ROLE = TaughtRule(Lesson.ROLE, "主抓单位", "牵头单位")


def a_book(path, *rows):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


@pytest.mark.parametrize("name", ["规则.json", "规则.xlsx"])
def test_rules_go_to_another_office_and_back(store, now, tmp_path, name):
    for rule in (NAME, CHROME, ROLE):
        teaching.teach(store, rule, now)
    path = tmp_path / name
    assert rule_files.export_rules(store, path, now.date()) == 3
    teaching.forget(store, teaching.load_rules(store)[1:], now)
    taken = rule_files.import_rules(store, path, now)
    assert (taken.new, taken.known, taken.refused) == (2, 1, ())
    assert [kept.rule for kept in teaching.load_rules(store)] == [NAME, CHROME, ROLE]
    store.undo()
    assert [kept.rule for kept in teaching.load_rules(store)] == [NAME]


def test_rules_that_make_no_sense_are_named(store, now, tmp_path):
    good = {"lesson": "name", "words": "市场局", "meaning": "市市场监督管理局"}
    bad = [
        5,
        {"lesson": "colour", "words": "x"},
        {"lesson": "unit"},
        {"lesson": "name", "words": "x"},
    ]
    path = tmp_path / "规则.json"
    path.write_text(json.dumps({"kind": rule_files.KIND, "rules": [*bad, good, good]}), "utf-8")
    taken = rule_files.import_rules(store, path, now)
    assert (taken.new, taken.known) == (1, 1)
    assert taken.refused == tuple(f"第{number}条看不懂" for number in range(1, 5))


@pytest.mark.parametrize(
    "content", ["", "[", "[]", '{"kind": "x", "rules": []}', '{"rules": 5}', "[" * 99999]
)
def test_a_file_of_something_else_is_refused(store, now, tmp_path, content):
    path = tmp_path / "规则.json"
    path.write_text(content, "utf-8")
    with pytest.raises(SourceError, match="不是双打工作台的规则文件"):
        rule_files.import_rules(store, path, now)


def test_a_missing_file_and_a_missing_folder_are_told(store, now, tmp_path):
    with pytest.raises(SourceError, match="打不开"):
        rule_files.import_rules(store, tmp_path / "没有.json", now)
    with pytest.raises(ExportError):
        rule_files.export_rules(store, tmp_path / "没有" / "规则.json", now.date())


def test_a_workbook_of_rules_reads_like_the_screen(store, now, tmp_path):
    for rule in (NAME, CHROME):
        teaching.teach(store, rule, now)
    path = tmp_path / "规则.xlsx"
    rule_files.export_rules(store, path, now.date())
    rows = [[cell for cell in row if cell] for row in load_workbook(path).active.values]
    assert rows[0] == ["教过的规则"]
    assert ["种类", "原文里的文字", "读作"] in rows
    assert ["单位的别称", NAME.words, NAME.meaning] in rows
    assert ["页面文字", CHROME.words] in rows


def test_a_workbook_without_rules_says_so_and_takes_nothing_in(store, now, tmp_path):
    path = tmp_path / "规则.xlsx"
    assert rule_files.export_rules(store, path, now.date()) == 0
    taken = rule_files.import_rules(store, path, now)
    assert (taken.new, taken.known, taken.refused) == (0, 0, ())


def test_columns_may_stand_in_any_order_and_bad_rows_are_named(store, now, tmp_path):
    path = a_book(
        tmp_path / "改过.xlsx",
        ["我们教的", None, None],
        ["读作", "备注", "种类", "原文里的文字"],
        ["省市场监督管理局", "常用", "单位的别称", "省市场局"],
        [None, None, "没有这一类", "甲"],
        [None, None, None, None],
        [None, None, "页面文字", "扫一扫在手机打开当前页"],
    )
    taken = rule_files.import_rules(store, path, now)
    assert (taken.new, taken.refused) == (2, ("第2条看不懂",))
    assert [kept.rule for kept in teaching.load_rules(store)] == [NAME, CHROME]


def test_a_workbook_of_something_else_is_refused(store, now, tmp_path):
    path = a_book(tmp_path / "台账.xlsx", ["序号", "单位"], [1, "甲局"])
    with pytest.raises(SourceError, match="不是双打工作台的规则文件"):
        rule_files.import_rules(store, path, now)


def test_a_broken_workbook_is_told(store, now, tmp_path):
    path = tmp_path / "坏.xlsx"
    path.write_bytes(b"PK\x03\x04" + bytes(200))
    with pytest.raises(SourceError):
        rule_files.import_rules(store, path, now)
