"""A plan as JSON has the form that the command line promises."""

import json

import pytest

from shuangda_desktop.plan.dump import plan_json
from shuangda_desktop.plan.model import Plan
from shuangda_desktop.plan.parse import parse
from shuangda_desktop.text.mapped import Edit, MappedText, Span
from shuangda_desktop.text.source import SourceText, blocks_of

RAW = """云溪市2023年工作要点
云政发〔2023〕8号
一、重点任务
(一)整治農资。6月底前抽检,每月通报,合格率达到98%。(白酒牵头单位:市公安局;配合单位:市商务局等)
云溪市双打办
2023年4月7日"""


def dumped():
    source = SourceText(RAW, blocks_of(RAW), "要点.txt", "ab12", "txt", "utf-8")
    at = RAW.index("農")
    text = MappedText.of(RAW).apply([Edit(Span(at, at + 1), "农", "script")])
    return plan_json(source, text, parse(text))


def place(words):
    return [RAW.index(words), RAW.index(words) + len(words)]


def test_the_whole_form():
    plan = json.loads(json.dumps(dumped(), ensure_ascii=False))
    start, end = plan["measures"][0]["span"]
    at = RAW.index("農")
    assert RAW[start:end].startswith("6月底前")
    assert RAW[start:end].endswith("市商务局等)")
    assert plan == {
        "schema": "shuangda.plan/1",
        "source": {
            "name": "要点.txt",
            "sha256": "ab12",
            "format": "txt",
            "encoding": "utf-8",
            "script": "simplified",
        },
        "title": "云溪市2023年工作要点",
        "document_number": "云政发〔2023〕8号",
        "issuer": "云溪市双打办",
        "issued_on": "2023-04-07",
        "plan_year": 2023,
        "level": "city",
        "outline": [
            {"level": 1, "label": "一", "heading": "重点任务", "span": place("一、重点任务")},
            {"level": 2, "label": "(一)", "heading": "整治农资", "span": place("(一)整治農资")},
        ],
        "measures": [
            {
                "text": "6月底前抽检,每月通报,合格率达到98%。",
                "span": [start, end],
                "section": 1,
                "clause": "(白酒牵头单位:市公安局;配合单位:市商务局等)",
                "assignments": [
                    {"unit": "市公安局", "role": "lead", "scope": "白酒"},
                    {"unit": "市商务局", "role": "cooperating", "scope": "白酒"},
                ],
                "open_ended": True,
                "deadlines": [{"text": "6月底前", "due_on": "2023-06-30", "soft": False}],
                "recurrences": [{"text": "每月", "every": "P1M"}],
                "targets": ["合格率>=98%"],
                "target_parts": [
                    {
                        "name": "合格率",
                        "operator": ">=",
                        "value": 98.0,
                        "unit": "%",
                        "text": "合格率达到98%",
                    }
                ],
                "findings": [],
                "hints": plan["measures"][0]["hints"],
            }
        ],
        "repairs": [
            {"rule": "script", "before": "農", "after": "农", "span": [at, at + 1], "certain": True}
        ],
        "findings": [],
    }


def test_a_target_is_one_line_with_a_name_and_all_digits():
    raw = "一、任务\n不少于3次。\n二、任务\n罚没款达到12345678元。"
    source = SourceText(raw, blocks_of(raw), "要点.txt", "ab12", "txt", "utf-8")
    plan = plan_json(source, MappedText.of(raw), parse(MappedText.of(raw)))
    assert [m["targets"] for m in plan["measures"]] == [["目标>=3次"], ["罚没款>=12345678元"]]


def test_a_finding_in_the_form():
    assert dumped()["measures"][0]["hints"][0]["code"] == "open-list"
    assert set(dumped()["measures"][0]["hints"][0]) == {"code", "severity", "message", "span"}


def test_what_is_missing_is_null():
    source = SourceText("", (), "空.txt", "", "txt")
    plan = plan_json(source, MappedText.of(""), parse(MappedText.of("")))
    assert plan["title"] is None
    assert plan["issued_on"] is None
    assert plan["level"] is None
    assert plan["measures"] == []


@pytest.mark.parametrize(
    ("raw", "script"),
    [("開展專項治理,維護權利。", "traditional"), ("开展专项治理。", "simplified")],
)
def test_the_script_is_that_of_the_raw_text(raw, script):
    source = SourceText(raw, blocks_of(raw), "一段", "ab12", "txt", "utf-8")
    assert plan_json(source, MappedText.of(raw), Plan())["source"]["script"] == script
