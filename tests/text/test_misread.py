"""What a recogniser misread is pointed out, with the reading that fits; what is right is left alone."""

from itertools import pairwise

import pytest

from shuangda_desktop.text.mapped import Span
from shuangda_desktop.text.repair import repair
from shuangda_desktop.text.rules.misread import RULE, doubt_misread, nothing
from shuangda_desktop.text.source import SourceText, blocks_of


def readings(text):
    return [(text[d.span.start : d.span.end], d.candidates[0]) for d in doubt_misread(text)]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("抽检Z00批次", "Z00", "200"),
        ("二O二五年三月", "二O二五", "二〇二五"),
        ("二0二五年三月", "二0二五", "二〇二五"),
        ("查处假胃伪劣商品", "假胃伪", "假冒伪"),
        ("检查各类商晶\u3002", "商晶\u3002", "商品\u3002"),
        ("年未前完成", "年未前", "年末前"),
        ("于每月末", None, None),
        ("10月未完成的", None, None),
        ("每月25曰前报送", "5曰前", "5日前"),
        ("深人推进", "深人推", "深入推"),
        ("重太案件", "重太案", "重大案"),
        ("己完成登记", "己完", "已完"),
        ("自己完成", None, None),
        ("各自已完成", None, None),
        ("引导企业自已管理", "自已管", "自己管"),
        ("末按期办理", "末按", "未按"),
        ("期末完成", None, None),
        ("各级入民政府", "级入民", "级人民"),
        ("加入员工", None, None),
        ("若千部门", "若千部", "若干部"),
        ("三千部手机", None, None),
        ("盗用国微", "国微", "国徽"),
        ("浸权案件", "浸权", "侵权"),
        ("知识产杈保护", "产杈保", None),
        ("查外理罚", "查外理", "查处理"),
        ("商际准入", "商际准", "商标准"),
        ("专刮保护", "专刮保", "专利保"),
        ("按职资分工负责", "职资分", "职责分"),
        ("按职责分工负贯)", "负贯)", "负责)"),
        ("(市商务局负资)", "负资)", "负责)"),
        ("负资产", None, None),
        ("打击侵犯短识产权", "犯短识", "犯知识"),
        ("侵犯识产权", None, None),  # a character is lost, none was misread
        ("分工员责", "工员责", "工负责"),
        ("假冒伪少商品", "伪少商", "伪劣商"),
        ("各县人民攻府", "民攻府", "民政府"),
        ("市领导小纽会议", "小纽会", "小组会"),
    ],
)  # fmt: skip
def test_letters_and_characters_of_like_shape(text, wrong, right):
    assert readings(text) == ([(wrong, right)] if right else [])


@pytest.mark.parametrize(
    "text",
    ["O2O平台", "B2B", "II类医疗器械", "2025年", "二零二五年", "二〇二五年", "A4纸", "20251231"],
)
def test_what_is_right_is_left_alone(text):
    assert readings(text) == []


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("市市场监菅局", "市市场监管局"),
        ("市市扬监管局", "市市场监管局"),
        ("市农亚农村局", "市农业农村局"),
        ("市知识产仅局", "市知识产权局"),
        ("县啇务局", "县商务局"),
    ],
)
def test_a_unit_one_character_off_a_known_one(wrong, right):
    assert readings(f"({wrong}牵头,市公安局配合)") == [(wrong, right)]


def test_a_unit_one_character_off_one_that_the_document_has_elsewhere():
    text = "(清溪开发区管理办、市公安局)(清溪开发区管理办)\n(清溪幵发区管理办负责)"
    assert readings(text) == [("清溪幵发区管理办", "清溪开发区管理办")]


@pytest.mark.parametrize(
    "text",
    [
        "(市科教局负责)",  # another unit, not one misread
        "(州商务局、盟公安局负责)",
        "(由市商务局会同市公安局负责)",
        "(市生态环保局牵头,市生态环保局配合)",  # written so each time
    ],
)
def test_other_units_are_no_misreadings(text):
    assert readings(text) == []


def test_each_doubt_says_why_and_two_never_overlap():
    text = "重太案件、假胃商晶"
    found = list(doubt_misread(text))
    assert [d.rule for d in found] == [RULE] * len(found)
    assert all("像是识别时" in d.evidence for d in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert [text[d.span.start : d.span.end] for d in found] == ["重太案", "假胃商"]


def test_only_what_may_come_from_a_recogniser_is_looked_at_and_nothing_is_changed():
    raw = "202Z年重太案件"
    assert list(nothing(raw)) == []
    of_pdf, of_word = (
        repair(SourceText(raw, blocks_of(raw), "试", "", kind)) for kind in ("pdf", "docx")
    )
    assert of_pdf.text == of_word.text == raw
    assert [p.candidates for p in of_pdf.proposals] == [("2022",), ("重大案",)]
    assert of_word.proposals == ()


def test_a_reading_that_the_clerk_took_is_put_in():
    raw = "202Z年重太案件"
    source = SourceText(raw, blocks_of(raw), "试", "", "picture")
    text = repair(source, accepted=frozenset({(RULE, 0, "2022")}))
    assert text.text == "2022年重太案件"
    assert text.to_raw(Span(0, 4)) == Span(0, 4)
