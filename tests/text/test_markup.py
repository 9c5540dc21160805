"""Tags and entities that a page's source left in a text become what they stood for."""

import pytest

from shuangda_desktop.plan.parse import parse
from shuangda_desktop.text.repair import repair
from shuangda_desktop.text.rules.markup import remove_markup
from shuangda_desktop.text.source import SourceText, blocks_of
from text.rules import applied


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("一、目标<br />\n二、任务<BR>", "一、目标\n二、任务"),
        ("一、目标<br>二、任务<br/>", "一、目标\n二、任务"),
        ("<p>甲</p><p style='text-indent:2em'>乙</p>", "甲\n乙"),
        ("<p>甲</p>\n<div>乙</div>", "甲\n乙"),
        ("做<strong>好</strong><span lang=EN-US>12</span>件<o:p></o:p>", "做好12件"),
        ("&nbsp;&nbsp;开展&ldquo;亮剑&rdquo;行动", "\u00a0\u00a0开展\u201c亮剑\u201d行动"),
        ("&amp;nbsp;甲&#8220;乙&#x201D;", "\u00a0甲\u201c乙\u201d"),
        ("甲&nosuch;乙&#99999999;", "甲&nosuch;乙&#99999999;"),
        ("甲&#xD800;乙&#2000000;", "甲&#xD800;乙&#2000000;"),  # no characters at all
        ("A<5且B>3;R&D;", "A<5且B>3;R&D;"),
        ("|核查<br>|市教育局<br>市妇联|", "|核查\u2028|市教育局\u2028市妇联|"),
        ("<!-- 正文 -->\n一、目标<!--/正文-->", "\n一、目标"),
        ("抽检率<br率>", "抽检率<br率>"),
    ],
)
def test_tags_break_lines_and_entities_are_characters(before, after):
    assert applied(remove_markup, before) == after


def test_a_text_without_them_is_not_touched():
    assert list(remove_markup("一、开展检查;二、总结")) == []


def test_a_plan_that_came_with_its_source_is_read():
    raw = (
        "云溪市软件正版化方案<br />\n&nbsp;&nbsp;&nbsp; 一、任务<br />\n"
        "&nbsp; （一）核查。完成&ldquo;回头看&rdquo;。（市版权局负责）<br />\n"
    )
    plan = parse(repair(SourceText(raw, blocks_of(raw), "试", "", "text")))
    assert [s.heading for s in plan.sections] == ["任务", "核查"]
    assert [(m.text, m.duties[0].unit) for m in plan.measures] == [
        ("完成\u201c回头看\u201d。", "市版权局")
    ]
