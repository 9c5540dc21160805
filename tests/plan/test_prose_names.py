"""Names in sentences: each once, and fields of departments in a row."""

import pytest

from plan.telling import codes, told
from shuangda_desktop.plan.duties.prose import each_told, read_prose


@pytest.mark.parametrize(
    ("text", "duties"),
    [
        (
            "由市发改局牵头负责,市商务局、市交通局按职责配合,完成抽检全覆盖。",
            "lead 市发改局; cooperating 市商务局, 市交通局",
        ),
        (
            "由市公安局牵头,市商务局配合,市商务局负责验收。",
            "lead 市公安局; cooperating 市商务局; responsible 市商务局",
        ),
        ("市商务局、市交通局按各自职责配合,完成抽检。", "cooperating 市商务局, 市交通局"),
    ],
)
def test_who_helps_as_its_duties_are_does_not_answer_too(text, duties):
    assert told(each_told(text)) == duties


def test_fields_of_departments_in_a_row_are_departments():
    text = "海关、出入境检验检疫、新闻出版(版权)、文化执法等部门要加强巡查。"
    names = "海关, 出入境检验检疫部门, 新闻出版(版权)部门, 文化执法部门"
    assert told(read_prose(text)) == f"responsible {names}"


@pytest.mark.parametrize(
    ("sentence", "duties"),
    [
        (
            "市商务委(市盐务局)是全市盐业主管机构,主管盐业,负责制定规划。",
            "responsible 市商务委(市盐务局)",
        ),
        ("市教育局作为牵头单位,负责制定办法。", "lead 市教育局"),
        ("校园是重点单位,负责人要到场。", ""),
    ],
)
def test_a_unit_that_is_in_charge_does_what_follows(sentence, duties):
    assert told(read_prose(sentence)) == duties


@pytest.mark.parametrize(
    ("words", "duties"),
    [
        (
            "由市商务局会同公安局、教育局负责,对校外集市逐一登记。",
            "lead 市商务局; responsible 市公安局, 市教育局",
        ),
        (
            "市教育局负总责,市商务局具体负责,市公安局、市司法局协助。",
            "lead 市教育局; responsible 市商务局; cooperating 市公安局, 市司法局",
        ),
        (
            "由市局计量科牵头,执法稽查科、办公室配合,重点检查集市秤具。",
            "lead 市局计量科; cooperating 执法稽查科, 办公室",
        ),
        ("由市局计量科、广告科负责,检查集市秤具。", "responsible 市局计量科, 广告科"),
    ],
)
def test_a_sentence_that_says_who_leads_and_who_helps_is_plain(plan_of, words, duties):
    plan = plan_of(f"一、任务\n(一)校外集市。{words}\n(二)校外摊点。清理摊点。(市商务局负责)")
    assert told(plan.measures[0].duties) == duties
    assert codes(plan)[0] == []
