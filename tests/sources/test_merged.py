"""Units and times in cells that are merged downwards: they hold for each row that these cover."""

import io

import docx as python_docx
import openpyxl

from shuangda_desktop.sources import read_bytes
from shuangda_desktop.sources.merged import filled_down

HEAD = ["类别", "工作任务", "牵头单位", "完成时限"]
ROWS = [
    ["网络", "清理链接", "市网信办", "6月底前"],
    ["", "约谈平台", "", ""],
    ["农资", "抽检农药", "市农业农村局", ""],
]
TOLD = [
    "类别\t工作任务\t牵头单位\t完成时限",
    "网络\t清理链接\t市网信办\t6月底前",
    "\t约谈平台\t市网信办\t6月底前",
    "农资\t抽检农药\t市农业农村局\t6月底前",
]
MERGES = [(0, 1, 2), (2, 1, 2), (3, 1, 3)]  # column, first and last row


def test_a_document_a_workbook_and_a_page_say_the_same():
    assert [read_bytes(each, "x").raw.split("\n") for each in (word(), sheet(), page())] == [
        TOLD
    ] * 3


def word():
    document = python_docx.Document()
    table = document.add_table(rows=4, cols=4)
    for cells, texts in zip(table.rows, [HEAD, *ROWS], strict=True):
        for cell, text in zip(cells.cells, texts, strict=True):
            cell.text = text
    for column, first, last in MERGES:
        text = table.cell(first, column).text
        table.cell(first, column).merge(table.cell(last, column)).text = text
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def sheet():
    book, target = openpyxl.Workbook(), io.BytesIO()
    for texts in [HEAD, *ROWS]:
        book.active.append([text or None for text in texts])
    for column, first, last in MERGES:
        book.active.merge_cells(None, first + 1, column + 1, last + 1, column + 1)
    book.save(target)
    return target.getvalue()


def page():
    return (
        "<html><body><table><tr><td>类别<td>工作任务<td>牵头单位<td>完成时限</tr>"
        "<tr><td rowspan=2>网络<td>清理链接<td rowspan=2>市网信办<td rowspan=3>6月底前</tr>"
        "<tr><td>约谈平台</tr><tr><td>农资<td>抽检农药<td>市农业农村局</tr></table></body></html>"
    ).encode()


def test_heads_over_two_rows_stand_once_and_nothing_moves():
    body = (
        "<tr><td rowspan=2>任务<td colspan=2>分工<td rowspan=2>完成时限</tr>"
        "<tr><td>牵头单位<td>配合单位</tr><tr><td>甲<td>乙局<td>丙局<td>6月</tr>"
    )
    source = read_bytes(f"<html><body><table>{body}</table></body></html>".encode(), "x")
    assert source.raw.split("\n") == [
        "任务\t分工\t\t完成时限",
        "\t牵头单位\t配合单位\t",
        "甲\t乙局\t丙局\t6月",
    ]


def test_a_cell_that_is_not_merged_stays_empty():
    rows = [["任务", "单位"], ["甲", "市公安局"], ["乙", ""]]
    assert list(filled_down(rows, set())) == rows
    assert list(filled_down(rows, {(2, 1)}))[2] == ["乙", "市公安局"]
    assert list(filled_down([["", ""]], {(0, 1)})) == [["", ""]]


def test_a_title_above_the_heads_is_none_of_them():
    rows = [
        ["责任分工表", "", ""],
        ["类别", "任务", "责任单位"],
        ["打假", "甲", "市公安局"],
        ["", "乙", ""],
    ]
    assert list(filled_down(rows, {(3, 0), (3, 2)}))[3] == ["", "乙", "市公安局"]


def test_a_row_that_is_shorter_than_the_merged_one_below_it_gives_nothing():
    rows = [["任务", "责任单位"], ["甲"], ["乙", ""]]
    assert list(filled_down(rows, {(2, 1)}))[2] == ["乙", ""]
