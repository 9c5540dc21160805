"""What a task says and until when: words left from above or from last year, narrow marks, the day."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from shuangda_desktop.plan.model import Severity
from shuangda_desktop.tasks.checks.findings import Field, Fix, NewDeadline, NewWords, TaskFinding
from shuangda_desktop.tasks.dividing.wording import leftover_spans, wording
from shuangda_desktop.tasks.dividing.wording_rules import KEPT
from shuangda_desktop.tasks.model import Task
from shuangda_desktop.text.level import Level
from shuangda_desktop.text.mapped import Span
from shuangda_desktop.text.punctuation import widen
from shuangda_desktop.units.directory import Directory

_YEAR = re.compile(
    r"(?<![\d\u2014\-\u81f3\u5230])(?<!\u81ea)(?<!\u4ece)(?P<year>20\d\d)\u5e74"
    "(?![\u5ea6\u5e95]?(?:以来|起|至|到|末|总结|考核|工作总结|\u2014|-))"
)
_KEPT = re.compile(KEPT)


@dataclass(frozen=True, slots=True)
class _Doubt:
    """A stretch of a text that is doubtful; ``after`` is the whole text as it should be."""

    code: str
    severity: Severity
    message: str
    span: Span
    after: str
    label: str


def check_words(
    task: Task, directory: Directory, year: int | None, on: date | None
) -> Iterator[TaskFinding]:
    """Findings of a task's title and text."""
    for field, text in ((Field.TITLE, task.title), (Field.TEXT, task.text)):
        for doubt in (*_above(text, directory, on), *_last_year(text, year), *_narrow(text)):
            yield TaskFinding(
                doubt.code,
                doubt.severity,
                f"{doubt.message}。",
                task.id,
                task.number,
                field,
                doubt.span,
                _fix(task, field, doubt),
            )


def check_deadline(task: Task, year: int | None, on: date | None) -> Iterator[TaskFinding]:
    """Findings of the day until which a task is to be done."""
    due = task.due_on
    if due is None:
        return
    last = date(year, 12, 31) if year else None
    if on is not None and due < on:
        words = f"完成时限{due.isoformat()}早于印发日期{on.isoformat()}"
        fix = _to(task, last) if last and last >= on else None
        yield _of_deadline(task, "deadline-past", Severity.ERROR, words, fix)
    elif last and due.year != year:
        words = f"完成时限{due.isoformat()}不在{year}年之内"
        yield _of_deadline(task, "deadline-year", Severity.DOUBT, words, _to(task, last))


def _of_deadline(
    task: Task, code: str, severity: Severity, words: str, fix: Fix | None
) -> TaskFinding:
    return TaskFinding(code, severity, f"{words}。", task.id, task.number, Field.DUE, fix=fix)


def _to(task: Task, day: date) -> Fix:
    return Fix(f"改为{day.isoformat()}", (NewDeadline(task.id or 0, day),))


def _above(text: str, directory: Directory, on: date | None) -> Iterator[_Doubt]:
    """Words of the province; what the rules of wording know is mended, the rest is the clerk's."""
    spans = leftover_spans(text)
    if not spans:
        return
    after, changes = wording(directory, Level.PROVINCE, on).reword(text)
    left = "、".join(dict.fromkeys(text[span.start : span.end] for span in spans))
    label = "、".join(dict.fromkeys(f"{c.before}改为{c.after}" for c in changes))
    yield _Doubt(
        "higher-wording", Severity.DOUBT, f"还留有上级的措辞\uff1a{left}", spans[0], after, label
    )


def _last_year(text: str, year: int | None) -> Iterator[_Doubt]:
    """A year before the plan's own, unless it dates something or begins a stretch of time."""
    if year is None:
        return
    bare = _KEPT.sub(lambda kept: "\u3002" * len(kept[0]), text)
    old = [found for found in _YEAR.finditer(bare) if int(found["year"]) < year]
    if not old:
        return
    after = text
    for found in old:  # four digits for four: the places stay
        after = after[: found.start()] + str(year) + after[found.start() + 4 :]
    words = "、".join(dict.fromkeys(found[0] for found in old))
    yield _Doubt(
        "old-year",
        Severity.DOUBT,
        f"写的是往年\uff1a{words}",
        Span(*old[0].span()),
        after,
        f"改为{year}年",
    )


def _narrow(text: str) -> Iterator[_Doubt]:
    """Half-width marks among Chinese characters."""
    after = widen(text)
    at = next((at for at, (old, new) in enumerate(zip(text, after, strict=True)) if old != new), -1)
    if at >= 0:
        around = text[max(at - 4, 0) : at + 5].strip()
        yield _Doubt(
            "narrow-mark",
            Severity.DOUBT,
            f"有半角标点\uff1a\u201c{around}\u201d",
            Span(at, at + 1),
            after,
            "改为全角标点",
        )


def _fix(task: Task, field: Field, doubt: _Doubt) -> Fix | None:
    if not doubt.label:
        return None
    title = doubt.after if field is Field.TITLE else task.title
    text = doubt.after if field is Field.TEXT else task.text
    return Fix(doubt.label, (NewWords(task.id or 0, title, text),))
