import pytest

from shuangda_desktop.text.lines import text_lines
from shuangda_desktop.text.punctuation import widen
from shuangda_desktop.text.rules.index_table import index_fields, index_lines

BODY = "\n关于开展检查的通知\n示发〔2024〕3号\n各单位:\n一、加强监管"


def found(table):
    text = table + BODY
    told = index_fields(text_lines(table), text)
    return [text_lines(text)[n].text for n in index_lines(text_lines(table), told)]


@pytest.mark.parametrize(
    "table",
    [
        "索引号:000\n发布日期:2024-03-01",
        "索 引 号:\t000\t分类:\t综合\n有效性\t有效",
        "【发布部门】示例市\n【效力级别】规范性文件",
        "索引号:000\n标题:关于开展检查的通知\n文号:示发〔2024〕3号",
        "索引号\t000\t文号\t示发〔2024〕3号\n名称\t\t分类",
        "索引号:000\n文号:\n名称:",
        "索引号:\n发布日期:\n2024-03-17",
    ],
)
def test_the_fields_of_a_portal_are_found(table):
    assert found(table) == table.split("\n")
    assert found(widen(table)) == widen(table).split("\n")


@pytest.mark.parametrize(
    ("table", "kept"),
    [
        ("索引号:000\n分类:综合\n标题:另一个标题", "标题:另一个标题"),
        ("索引号:000\n分类:综合\n文号\t示发〔2024〕9号", "文号\t示发〔2024〕9号"),
        ("索引号:000\n分类:综合\n【发文字号】示发〔2024〕9号", "【发文字号】示发〔2024〕9号"),
    ],
)
def test_a_field_that_says_more_than_the_document_is_kept(table, kept):
    assert kept not in found(table)
    assert len(found(table)) == 2


@pytest.mark.parametrize(
    "table", ["", "索引号:000", "分类整治\n标题党", "甲:乙\n丙:丁", "分类处置:甲\n标准:乙"]
)
def test_other_lines_are_no_fields(table):
    assert found(table) == []
