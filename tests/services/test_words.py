"""The words in which actions are told."""

from shuangda_desktop.services.words import quoted


def test_marks_within_marks_are_single_ones():
    assert quoted("甲") == "“甲”"
    assert quoted("合并措施“查“著”字”") == "“合并措施‘查‘著’字’”"
