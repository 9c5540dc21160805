"""A small plan of an invented province, read by hand, so that no reader stands between."""

import hashlib
from datetime import date

from shuangda_desktop.plan.model import (
    Deadline,
    Duty,
    Finding,
    Measure,
    Plan,
    Recurrence,
    Role,
    Section,
    Severity,
    Target,
)
from shuangda_desktop.text.level import Level
from shuangda_desktop.text.mapped import Edit, MappedText, Span
from shuangda_desktop.text.source import SourceText, blocks_of

TITLE = "云泽省2026年工作要点"
RAW = """云泽省2026年工作要点
云双打办〔2026〕3号
一、整治市场
(一)管好网店。六月底前查清全省网店,合格率达到95%以上。(省网信办牵头,省公安厅、省商务厅配合)
(二)管好集市。每季度检查(jiǎn chá)一次农村集市。
二、加强宣传
(三)办好宣传周。(省司法厅负责)
云泽省双打办
2026年3月2日
"""


def span_of(words: str, after: int = 0) -> Span:
    """Where words stand in RAW."""
    start = RAW.index(words, after)
    return Span(start, start + len(words))


SHOPS = span_of("六月底前查清全省网店,合格率达到95%以上。(省网信办牵头,省公安厅、省商务厅配合)")
FAIRS = span_of("每季度检查(jiǎn chá)一次农村集市。")
WEEK = span_of("(省司法厅负责)")
NO_DUTY = Finding("measure-without-duty", Severity.DOUBT, "这一项没有写明责任单位,请确认。", FAIRS)
NO_DATE = Finding(
    "deadline-without-year",
    Severity.DOUBT,
    "“六月底前”没有写年份,按2026年拟定。",
    span_of("六月底前"),
)
NO_NUMBER = Finding("no-recipients", Severity.ERROR, "没有读出主送机关。", Span(0, len(TITLE)))
HINT = Finding("hint", Severity.HINT, "提到了宣传周。", span_of("宣传周"))
PLAN = Plan(
    title=TITLE,
    document_number="云双打办〔2026〕3号",
    issuer="云泽省双打办",
    issued_on=date(2026, 3, 2),
    plan_year=2026,
    level=Level.PROVINCE,
    sections=(
        Section(1, "一", "整治市场", span_of("一、整治市场")),
        Section(2, "(一)", "管好网店", span_of("(一)管好网店。"), 0),
        Section(2, "(二)", "管好集市", span_of("(二)管好集市。"), 0),
        Section(1, "二", "加强宣传", span_of("二、加强宣传")),
    ),
    measures=(
        Measure(
            key=SHOPS.start,
            text="六月底前查清全省网店,合格率达到95%以上。",
            span=SHOPS,
            section=1,
            clause="(省网信办牵头,省公安厅、省商务厅配合)",
            title="查清全省网店",
            duties=(
                Duty("省网信办", Role.LEAD),
                Duty("省公安厅", Role.COOPERATING, "网络案件"),
                Duty("省商务厅", Role.COOPERATING),
            ),
            deadlines=(Deadline("六月底前", date(2026, 6, 30)),),
            targets=(Target("合格率", ">=", 95.0, "%", "合格率达到95%以上"),),
            findings=(NO_DATE,),
        ),
        Measure(
            key=FAIRS.start,
            text="每季度检查一次农村集市。",
            span=FAIRS,
            section=2,
            recurrences=(Recurrence("每季度", "P3M"),),
            findings=(NO_DUTY,),
        ),
        Measure(
            key=span_of("(三)").start,
            text="办好宣传周。",
            span=Span(span_of("(三)").start, WEEK.end),
            section=3,
            clause="(省司法厅负责)",
            duties=(Duty("省司法厅", Role.RESPONSIBLE),),
            findings=(HINT,),
        ),
    ),
    findings=(NO_NUMBER,),
)
GLOSS = span_of("(jiǎn chá)")
TEXT = MappedText.of(RAW).apply([Edit(GLOSS, "", "glosses")])
SOURCE = SourceText(
    raw=RAW,
    blocks=blocks_of(RAW),
    name="云泽省要点.txt",
    sha256=hashlib.sha256(RAW.encode()).hexdigest(),
    format="txt",
    encoding="utf-8",
    content=RAW.encode(),
    warnings=("文件里的图片没有读取。",),
)
