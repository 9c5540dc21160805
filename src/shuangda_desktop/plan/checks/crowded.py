"""Doubts of one kind that are more than anyone goes through, in a measure that is several: one doubt."""

from collections import Counter
from collections.abc import Sequence

from shuangda_desktop.plan.checks.findings import doubt
from shuangda_desktop.plan.model import Finding, Measure

_MOST = 12  # doubts of one kind in one measure


def gathered(measure: Measure, findings: Sequence[Finding]) -> Sequence[Finding]:
    """The findings of a measure; where one kind is crowded, one about the measure stands for it.

    So it is where a table lost its lines: each of its times and figures would be asked about by itself.
    """
    counts = Counter(finding.code for finding in findings)
    crowded = {code for code, count in counts.items() if count > _MOST}
    if not crowded:
        return findings
    many = sum(counts[code] for code in crowded)
    message = f"本项有{many}处同类的疑点,可能是表格没有分开或几项连在了一起,暂作一项,请先拆分。"
    kept = [finding for finding in findings if finding.code not in crowded]
    return (doubt("crowded-measure", message, measure.span), *kept)
