"""Replies in words: a letter, a chat, a mail."""

import pytest

from shuangda_desktop.tasks.returns.model import ReturnKind, Verdict
from shuangda_desktop.tasks.returns.words import read_words
from shuangda_desktop.text.sheets import FilledBook, FilledSheet
from tasks.forms import PERIOD, POLICE, ask, asked, world


def read(*lines, unit="", name="回复.docx", known=None):
    sheet = FilledSheet("文字", {(row, 0): line for row, line in enumerate(lines)})
    return read_words(FilledBook(name, "00", "docx", (sheet,)), known or world(), PERIOD, unit)


def told(found):
    return {(c.task_id, c.field): c.after for c in found.changes}


def test_paragraphs_go_to_the_tasks_that_they_name():
    found = read(
        "双打办\uff1a",
        "现将3月工作情况报告如下\uff1a",
        "一、第1类市场检查。检查门店30家\uff0c已完成60%。",
        "其中立案2件。",
        "第20项\uff1a已启动排查。",
        "市公安局",
        "2026年3月25日",
    )
    assert found.unit == POLICE
    assert told(found)[1, "note"].startswith("一、第1类市场检查。检查门店30家")
    assert told(found)[1, "note"].endswith("其中立案2件。")
    assert told(found)[1, "percent"] == "60"
    assert told(found)[2, "note"] == "第20项\uff1a已启动排查。"
    assert {change.verdict for change in found.changes} == {Verdict.ASK}


def test_words_about_no_task_are_quoted():
    found = read(
        "我局高度重视\uff0c多次开会研究部署。", "第1类市场检查\uff1a已查30家。", unit=POLICE
    )
    assert "高度重视" in " ".join(odd.message for odd in found.oddities)


@pytest.mark.parametrize(
    ("words", "kind"),
    [("市公安局本月零报告。", ReturnKind.ZERO), ("本期没有开展相关工作", ReturnKind.ZERO), ("与上期相同", ReturnKind.SAME)],
)  # fmt: skip
def test_a_short_reply_is_a_tick(words, kind):
    found = read(words, unit=POLICE)
    assert (found.kind, found.changes) == (kind, ())
    assert "请确认" in found.oddities[0].message


def test_nothing_is_made_of_words_that_say_nothing_or_come_from_nobody():
    assert read("今天天气很好\uff0c大家辛苦了", unit=POLICE) is None
    assert read("第1类市场检查\uff1a已查30家。") is None
    assert read("已查30家。", known=world(asked(ask(1, title="", text="")))) is None


def test_a_number_counts_where_the_words_do_not_say_another_task():
    known = world(asked(ask(1, title="检查集贸市场"), ask(2, title="整治网络交易")))
    found = read("10.网络交易的整治已经开始", "20、再次整治网络交易", unit=POLICE, known=known)
    assert set(told(found)) == {(2, "note")}
    found = read("10.有关工作已经开始", unit=POLICE, known=known)
    assert set(told(found)) == {(1, "note")}


def test_what_is_known_is_the_same():
    known = world(asked(ask(1, known={"note": "第1类市场检查\uff1a已查30家。"})))
    found = read("第1类市场检查\uff1a已查30家。", unit=POLICE, known=known)
    assert found.changes[0].verdict is Verdict.SAME
