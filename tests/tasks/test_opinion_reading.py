"""Replies as they come: by our own form, without marks, in a letter, from nobody knows whom."""

import pytest

from shuangda_desktop.tasks.returns.codes import row_code
from shuangda_desktop.tasks.rounds.opinions import Stance
from shuangda_desktop.tasks.rounds.reading import (
    AskedRound,
    AskedTask,
    field_of_title,
    read_reply,
)
from shuangda_desktop.text.sheets import FilledBook, FilledSheet

POLICE, TRADE = "市公安局", "市商务局"
SHOPS = AskedTask(7, 3, "管好网店\n查清全市网店和直播间的经营者。", "3 管好网店")
FAIRS = AskedTask(8, 4, "每季度检查一次农村集市的摊点。", "4 管好集市")
ASKED = AskedRound(
    "office",
    "YJ-001",
    {POLICE: (SHOPS, FAIRS), TRADE: (SHOPS,), "市公安局交警支队": (FAIRS,)},
    {POLICE: ("临江市公安局",)},
)
FIELDS = ("SD:number", "SD:fields", "SD:task", "SD:stance", "SD:proposal", "SD:reason")
TITLES = ("序号", "工作任务", "意见", "修改内容", "理由")


def sheet(*rows, name="表", hidden=False):
    texts = {(r, c): text for r, row in enumerate(rows) for c, text in enumerate(row) if text}
    return FilledSheet(name, texts, (), hidden)


def book(*sheets, name="回复.xlsx"):
    return FilledBook(name, "0" * 64, "xlsx", sheets)


def code(unit, task_id, office="office"):
    return row_code(office, "YJ-001", unit, task_id)


def plain_form(*rows, name="市商务局意见.xlsx"):
    return book(sheet(TITLES, *rows), name=name)


def told(reply):
    return [(o.task_id, o.stance, o.proposal, o.reason, o.doubt) for o in reply.opinions]


def test_our_own_form_is_read_by_its_codes_whatever_was_sorted_or_retyped():
    filled = book(
        sheet(
            FIELDS,
            ("序号", "", "任务", "您的看法", "怎么改", "为什么"),
            ("4", code(POLICE, 8), "别的字", "不同意", "", "不属本局职责"),
            ("3", code(POLICE, 7), "管好网店", "修改", "时限改为9月底", "任务较重"),
        )
    )
    reply = read_reply(filled, ASKED)
    assert (reply.unit, reply.doubts) == (POLICE, ())
    assert told(reply) == [
        (8, Stance.AGAINST, "", "不属本局职责", ""),
        (7, Stance.CHANGE, "时限改为9月底", "任务较重", ""),
    ]
    assert [o.about for o in reply.opinions] == ["4 管好集市", "3 管好网店"]


def test_agreement_is_no_opinion_and_neither_is_an_empty_row():
    filled = book(
        sheet(
            FIELDS,
            ("",),
            ("3", code(POLICE, 7), "管好网店", "同意"),
            ("4", code(POLICE, 8), "管好集市", "", "无"),
        )
    )
    reply = read_reply(filled, ASKED)
    assert (reply.unit, reply.has_none) == (POLICE, True)


def test_the_hidden_marks_name_the_unit_before_anything_else():
    marks = sheet(("form", "opinions"), ("unit", TRADE), name="SD", hidden=True)
    assert read_reply(book(sheet(TITLES), marks, name="市公安局.xlsx"), ASKED).unit == TRADE
    unknown = sheet(("unit", "省公安厅"), name="SD", hidden=True)
    assert read_reply(book(sheet(TITLES), unknown, name="x.xlsx"), ASKED).unit == ""


def test_a_form_without_codes_is_matched_by_words_with_a_doubt():
    reply = read_reply(plain_form(("1", "查清全市网店和直播间的经营者", "修改", "增加抽检")), ASKED)
    assert reply.unit == TRADE
    assert "按名称认作“市商务局”" in reply.doubts[0]
    ((task_id, stance, proposal, _, doubt),) = told(reply)
    assert (task_id, stance, proposal) == (7, Stance.CHANGE, "增加抽检")
    assert "按文字对应到“3 管好网店”" in doubt


def test_a_row_without_words_is_matched_by_its_number():
    ((task_id, _, _, _, doubt),) = told(read_reply(plain_form(("3", "", "", "增加抽检")), ASKED))
    assert task_id == 7
    assert "按序号对应" in doubt


def test_what_belongs_to_no_task_is_kept_with_a_doubt():
    reply = read_reply(plain_form(("9", "完全是另一件事情", "修改", "请删去")), ASKED)
    (opinion,) = reply.opinions
    assert (opinion.task_id, opinion.about) == (None, "完全是另一件事情")
    assert "没有找到对应的任务" in opinion.doubt


@pytest.mark.parametrize("given", [code(TRADE, 7, "other"), code(TRADE, 99)])
def test_another_database_s_code_or_another_s_task_proves_nothing(given):
    form = sheet(FIELDS, ("",), ("", given, "", "修改", "加一句"))
    (opinion,) = read_reply(book(form), ASKED).opinions
    assert opinion.task_id is None


@pytest.mark.parametrize(("period", "told"), [("YJ-001", False), ("YJ-000", True)])
def test_a_form_of_another_round_is_told(period, told):
    form = sheet(FIELDS, TITLES, ("3", row_code("office", period, POLICE, 7), "", "修改", "加一句"))
    reply = read_reply(book(form), ASKED)
    assert [o.task_id for o in reply.opinions] == [7]
    assert any("另一次征求意见" in doubt for doubt in reply.doubts) is told


@pytest.mark.parametrize(
    ("stance", "proposal", "meant", "doubt"),
    [
        ("同意", "改为9月底", Stance.CHANGE, "填了“同意”，又写了修改内容，请核对。"),
        ("修改", "", Stance.CHANGE, "没有写明怎样修改。"),
        ("", "改为9月底", Stance.CHANGE, ""),
        ("建议把时限放宽到年底", "", Stance.CHANGE, ""),
        ("不同意", "", Stance.AGAINST, ""),
    ],
)
def test_what_is_ticked_and_what_is_written_may_differ(stance, proposal, meant, doubt):
    form = sheet(FIELDS, ("",), ("3", code(TRADE, 7), "管好网店", stance, proposal))
    (opinion,) = read_reply(book(form), ASKED).opinions
    assert (opinion.stance, opinion.doubt) == (meant, doubt)
    assert opinion.proposal == (proposal or (stance if len(stance) > 4 else ""))


def test_a_tick_beside_opinions_is_a_doubt_and_more_is_an_opinion_on_all():
    form = sheet(
        ("√", "SD:tick:none", "无意见"),
        FIELDS,
        ("",),
        ("3", code(TRADE, 7), "管好网店", "修改", "加一句"),
        ("", "SD:foot:more", "其他意见", "标题再斟酌"),
    )
    reply = read_reply(book(form), ASKED)
    assert "勾选了“无意见”" in reply.doubts[0]
    assert [(o.task_id, o.about, o.proposal) for o in reply.opinions] == [
        (7, "3 管好网店", "加一句"),
        (None, "全文", "标题再斟酌"),
    ]


@pytest.mark.parametrize("more", ["无", "没有意见", ""])
def test_nothing_more_is_no_opinion(more):
    form = sheet(FIELDS, ("",), ("3", code(TRADE, 7)), ("", "SD:foot:more", "其他意见", more))
    assert read_reply(book(form), ASKED).has_none


def test_a_letter_says_that_there_is_no_opinion():
    reply = read_reply(book(sheet(("市商务局",), ("我局对征求意见稿无意见。",))), ASKED)
    assert (reply.unit, reply.has_none) == (TRADE, True)
    assert "按“无意见”读入" in reply.doubts[-1]


def test_a_letter_of_words_is_one_opinion_for_the_clerk_to_part():
    reply = read_reply(book(sheet(("市商务局回复如下",), ("建议时限放宽。",))), ASKED)
    (opinion,) = reply.opinions
    assert (opinion.task_id, opinion.about) == (None, "全文")
    assert opinion.proposal == "市商务局回复如下\n建议时限放宽。"
    assert "全文列为一条意见" in opinion.doubt


def test_a_letter_that_names_its_tasks_is_parted_and_the_rest_is_not_no_opinion():
    letter = (
        "双打办：",
        "总体上建议精简。",
        "一、建议第三项时限推迟到12月底。",
        "理由是人手不足。",
        "二、“管好集市”不宜由我局牵头。",
        "其余任务无意见。",
        "特此函复。",
        "市公安局",
        "2026年3月20日",
    )
    reply = read_reply(book(sheet(*((line,) for line in letter)), name="市公安局.docx"), ASKED)
    assert [(o.task_id, o.about, o.proposal, o.doubt) for o in reply.opinions] == [
        (None, "全文", "总体上建议精简。", "没有写明是哪项任务。"),
        (
            7,
            "3 管好网店",
            "一、建议第三项时限推迟到12月底。\n理由是人手不足。",
            "按“第三项”对应到“3 管好网店”，请核对。",
        ),
        (
            8,
            "4 管好集市",
            "二、“管好集市”不宜由我局牵头。",
            "按“管好集市”对应到“4 管好集市”，请核对。",
        ),
    ]
    assert "拆成几条意见" in reply.doubts[-1]


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("临江市公安局回复.xls", POLICE),
        ("市公安局交警支队.xlsx", "市公安局交警支队"),
        ("市公安局和市商务局.xlsx", ""),
        ("回复(1).xlsx", ""),
    ],
)
def test_a_file_is_the_unit_s_that_it_names(name, unit):
    reply = read_reply(plain_form(("3", "", "修改", "加一句"), name=name), ASKED)
    assert reply.unit == unit
    assert ("请选定单位" in reply.doubts[0]) is (unit == "")


def test_the_clerk_may_say_whose_it_is():
    reply = read_reply(plain_form(("3", "", "修改", "加"), name="x.xlsx"), ASKED, TRADE)
    assert (reply.unit, reply.doubts) == (TRADE, ())
    assert reply.opinions[0].unit == TRADE


@pytest.mark.parametrize(
    ("title", "field"),
    [
        ("意见（同意/修改/不同意）", "stance"),
        ("修改意见", "proposal"),
        ("理由", "reason"),
        ("对应的任务或段落", "task"),
        ("序号", "number"),
        ("联系电话", None),
        ("", None),
        ("请各单位认真研究并结合实际提出具体的修改意见和建议", None),
    ],
)
def test_titles_are_read_by_their_words(title, field):
    assert field_of_title(title) == field
