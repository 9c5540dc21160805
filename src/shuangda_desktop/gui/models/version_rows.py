"""The versions of a task list, and the list as it is now, as rows of a table."""

from collections.abc import Sequence
from dataclasses import dataclass

from shuangda_desktop.tasks.columns.column import Column
from shuangda_desktop.tasks.rounds.opinions import Consultation
from shuangda_desktop.tasks.rounds.versions import Adjustment, Version, VersionKind

SHOWN_DIGEST = 8


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version with the number of what was adjusted since, and of what has no reason yet."""

    version: Version
    adjustments: int
    pending: int


def version_rows(
    versions: Sequence[Version], adjustments: Sequence[Adjustment]
) -> tuple[VersionRow, ...]:
    """The versions, the newest first."""
    return tuple(
        VersionRow(
            version,
            sum(one.version_id == version.id for one in adjustments),
            sum(one.version_id == version.id and one.is_pending for one in adjustments),
        )
        for version in versions
    )


def version_columns() -> tuple[Column[VersionRow], ...]:
    """Name, time, document number, what was adjusted since."""
    return (
        Column("name", "版本", lambda r: r.version.name, lambda r: r.version.id, 9),
        Column("made", "时间", _made, lambda r: r.version.made_at.date(), 9),
        Column("note", "文号或说明", lambda r: r.version.note, lambda r: r.version.note, 12),
        Column("adjusted", "此后调整", _adjusted, lambda r: r.adjustments, 9),
        Column("digest", "校验码", _digest, lambda r: r.version.digest, 6),
    )


def state_words(
    versions: Sequence[Version], rounds: Sequence[Consultation], adjustments: Sequence[Adjustment]
) -> str:
    """Where the task list stands on its way from draft to issued, "" for a draft."""
    issued = [version for version in versions if version.kind is VersionKind.ISSUED]
    if issued:
        number = sum(one.version_id == issued[0].id for one in adjustments)
        since = f"\uff0c此后调整{number}处" if number else ""
        return f"已印发第{issued[0].number}版{since}"
    if rounds:
        return f"第{rounds[0].number}次征求意见中"
    return ""


def _made(row: VersionRow) -> str:
    return f"{row.version.made_at:%Y-%m-%d %H:%M}"


def _adjusted(row: VersionRow) -> str:
    if row.version.kind is not VersionKind.ISSUED:
        return ""
    pending = f"\uff0c{row.pending}处无理由" if row.pending else ""
    return f"{row.adjustments}处{pending}"


def _digest(row: VersionRow) -> str:
    return row.version.digest[:SHOWN_DIGEST]
