"""A table of contents is taken out with its head; headings that stand once stay."""

import pytest

from shuangda_desktop.text.rules.contents import remove_contents
from text.rules import applied

BODY = "一、目标\n合格率达到95%。\n二、任务\n(一)规范源头\n1.检查。\n(二)净化流通\n2.抽检。"


@pytest.mark.parametrize(
    "contents",
    [
        "目录\n一、目标\u2026\u2026\u20261\n二、任务\u2026\u2026\u20262\n(一)规范源头......2\n(二)净化流通.......3\n",
        "目    录\n一、目标\t1\n二、任务\t2\n",
        "目\u3000录\n一、目标\n二、任务\n(一)规范源头\n(二)净化流通\nII\n",
        "目次\n一、目标 \u00b7\u00b7\u00b7\u00b7 (1)\n二、任 务 ____ 2\n",
        "一、目标\u2026\u2026\uff11\n二、任务\u2026\u2026\uff12\n附则\u2026\u2026\uff13\n",  # without its head
    ],
)
def test_contents_are_taken_out(contents):
    assert applied(remove_contents, f"方案\n{contents}{BODY}") == f"方案\n{BODY}"


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"目录\n{BODY}",  # nothing comes again
        f"目录\n一、目标\n{BODY}",  # one line alone may be a heading
        "一、目标\u2026\u20261\n二、任务\n三、要求\u2026\u20263",
        "公布目录\n一、甲\n二、乙\n一、甲\n二、乙",
        "填写\u2026\u2026处",
    ],
)
def test_what_is_no_contents_stays(text):
    assert applied(remove_contents, text) == text
