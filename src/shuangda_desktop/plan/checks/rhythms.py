"""Rhythms in the words of a measure of which no recurrence was made."""

import re
from collections.abc import Iterator

from shuangda_desktop.plan.checks.findings import Drafted, clause_span, doubt, words_span
from shuangda_desktop.plan.model import Finding
from shuangda_desktop.text.mapped import MappedText, Span

_EVERY = re.compile(
    "每个?(?:半年|季度?|月|年|周|旬)|[月季]报(?=[、,\u3002;制表]|$)|一(?:周|月|季度?|年)一"
)
_CUE = re.compile("[每报周月季度年](?:(?<=[每报])|一)")  # one character first: ten times as fast
_STANDING = re.compile(":(?:全年|每[^,;\u3002]{1,4}$)|长期坚持|持续推进|常年坚持|常态化推进")


def check_rhythms(drafted: Drafted, text: MappedText) -> Iterator[Finding]:
    """The rhythms of a measure without any, in what its times left over."""
    if drafted.measure.recurrences:
        return
    rest = drafted.rest
    every = _EVERY.search(rest) if _CUE.search(rest) else None
    standing = None if every or drafted.measure.deadlines else _STANDING.search(drafted.clause)
    if every:
        yield _finding(every[0], words_span(drafted, *every.span(), text))
    elif standing:
        yield _finding(standing[0], clause_span(drafted, text))


def _finding(said: str, span: Span) -> Finding:
    message = f"“{said.lstrip(':')}”像是周期性要求,但没有读作频次,暂作正文,请核对。"
    return doubt("unread-rhythm", message, span)
