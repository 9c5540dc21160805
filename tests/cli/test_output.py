"""What the terminal shows: widths of Chinese text, JSON, sentences."""

import json

import pytest

from shuangda_desktop.cli import output


@pytest.mark.parametrize(
    ("text", "width"),
    [("", 0), ("abc", 3), ("任务", 4), ("第3项", 5), ("“甲”", 6), ("e\u0301", 1), ("\uff08", 2)],
)
def test_a_chinese_character_takes_two_cells(text, width):
    assert output.cells(text) == width


@pytest.mark.parametrize(
    ("text", "limit", "fitted"),
    [
        ("任务分工", 8, "任务分工"),
        ("任务分工表", 8, "任务分…"),
        ("a" * 9, 8, "aaaaaa…"),
        ("甲\n乙  丙", 20, "甲 乙 丙"),
    ],
)
def test_a_long_text_ends_in_an_ellipsis(text, limit, fitted):
    assert output.fitted(text, limit) == fitted
    assert output.cells(fitted) <= limit


def test_columns_stand_under_each_other(capsys):
    headings = (output.Heading("编号", right=True), output.Heading("标题", limit=6))
    output.show_table(headings, [("1", "甲乙丙"), ("12", "甲乙丙丁")])
    assert capsys.readouterr().out == "编号  标题\n   1  甲乙丙\n  12  甲乙…\n"


def test_json_is_utf8_whatever_the_terminal_is(capfdbinary):
    output.show_json({"标题": "甲\u3400"})
    assert json.loads(capfdbinary.readouterr().out.decode("utf-8")) == {"标题": "甲\u3400"}


def test_a_lone_surrogate_does_not_stop_the_json(capfdbinary):
    output.show_json("甲\ud800")
    assert capfdbinary.readouterr().out == '"甲?"\n'.encode()
