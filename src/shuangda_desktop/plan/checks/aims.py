"""What a cell beside the words of a measure says is to be reached, and was not read as a target."""

from collections.abc import Iterator
from dataclasses import replace

from shuangda_desktop.plan.checks.figures import check_figures
from shuangda_desktop.plan.checks.findings import Drafted
from shuangda_desktop.plan.checks.worded import check_worded
from shuangda_desktop.plan.model import Finding
from shuangda_desktop.text.mapped import MappedText, Span


def check_aim(drafted: Drafted, year: int | None, text: MappedText) -> Iterator[Finding]:
    """The figures of a measure's aim that are none of its targets; the doubts stand at the measure."""
    aim, measure = drafted.draft.aim, drafted.measure
    if not aim:
        return
    # any stretch of the text as long as the cell: where it stands is not kept
    draft = replace(drafted.draft, parts=[Span(0, len(aim))])
    cell = replace(drafted, measure=replace(measure, text=aim), draft=draft)
    for finding in (*check_figures(cell, year, text), *check_worded(cell, year, text)):
        yield replace(finding, span=measure.span)
