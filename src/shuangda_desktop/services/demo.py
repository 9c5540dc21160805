"""The main job on the bundled sample plan, for a first look and as a check of the installation."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from shuangda_desktop import paths
from shuangda_desktop.plan.model import Plan
from shuangda_desktop.services.city import directory
from shuangda_desktop.services.dividing import splitting
from shuangda_desktop.services.outputs import exporting
from shuangda_desktop.services.reading import importing
from shuangda_desktop.services.reading.drafts import doubts_of
from shuangda_desktop.services.tracking import tracking
from shuangda_desktop.services.words import plan_name, refusal
from shuangda_desktop.store import queries, settings
from shuangda_desktop.store.database import Store, open_store
from shuangda_desktop.tasks.model import Basis, ProgressEntry
from shuangda_desktop.tasks.rows import TaskRow
from shuangda_desktop.text.punctuation import widen

PROVINCE, CITY = "云泽省", "临江市"
DATABASE = "样例.db"
REPORTS = (  # what the first tasks' first units say, in our own words
    (30, "已制定工作方案,完成第一轮排查。"),
    (60, "检查经营单位86家,立案4起,移送公安机关1起。"),
    (100, "全部完成,总结已报送。"),
    (0, "正在与省级部门衔接。"),
)

Tell = Callable[[str], None]


def sample() -> Path:
    """The bundled plan: a province's, in our own words, with a little of each damage."""
    return next((paths.resources() / "sample").glob("*.txt"))


def run_demo(
    folder: Path, now: datetime, database: Path | None = None, tell: Tell | None = None
) -> list[Path]:
    """Import, divide, record, export; ``tell`` hears what was done. The files that were written.

    Run again, it finds the plan and its tasks and writes the documents anew.
    """
    said = tell or (lambda _: None)
    folder.mkdir(parents=True, exist_ok=True)
    file = database or folder / DATABASE
    with open_store(file, now) as store:
        _refuse_real_work(store, file)
        plan_id = _take_in(store, now, said)
        _divide(store, plan_id, now, said)
        written = _write(store, folder, now, said)
    for path in (file, *written):
        said(widen(f"已写出:{path}"))
    return [file, *written]


def _refuse_real_work(store: Store, file: Path) -> None:
    """The sample brings its own city; it must never take the place of a real one."""
    city = settings.get(store, "city")
    if city not in ("", CITY):
        raise refusal(f"“{file.name}”里是{city}的数据,样例没有写入。请把 --db 换成一个新的文件。")


def _take_in(store: Store, now: datetime, said: Tell) -> int:
    draft = importing.read_document(sample())
    plan_id = importing.keep_plan(store, draft, now)
    plan, repairs = draft.plan, draft.text.repairs
    doubtful = sum(1 for repair in repairs if not repair.certain)
    said(
        widen(
            f"导入{plan_name(plan.title, draft.source.name)},发文字号{plan.document_number or '未见'}。"
        )
    )
    said(widen(f"修复{len(repairs)}处,其中{doubtful}处存疑;读出{_counts(plan)}。"))
    return plan_id


def _counts(plan: Plan) -> str:
    duties = sum(len(measure.duties) for measure in plan.measures)
    return f"{len(plan.measures)}项措施、{duties}个责任单位次,{len(doubts_of(plan))}处疑点待核对"


def _divide(store: Store, plan_id: int, now: datetime, said: Tell) -> None:
    directory.set_up_city(store, PROVINCE, CITY, now)
    said(widen(f"设置本市为{CITY},单位名录{len(directory.directory_rows(store))}个单位。"))
    made = splitting.divide(store, plan_id, now)
    rows = queries.task_rows(store, plan_id=plan_id)
    if made:
        _work_a_little(store, rows, now)
    rows = queries.task_rows(store, plan_id=plan_id)
    proposed = sum(1 for row in rows if any(u.basis is Basis.PROPOSED for u in row.units))
    elsewhere = sum(1 for row in rows if not row.applicable)
    said(
        widen(f"拟定{len(rows)}项任务,其中{proposed}项的单位等待确认,{elsewhere}项建议不分解到市。")
    )


def _work_a_little(store: Store, rows: tuple[TaskRow, ...], now: datetime) -> None:
    """Confirm the first tasks and record what their units report, so that every table shows something."""
    ours = [row for row in rows if row.applicable and row.units]
    splitting.accept(store, [row.task_id for row in ours[: 2 * len(REPORTS)]], now)
    for row, (percent, note) in zip(ours, REPORTS, strict=False):
        entry = ProgressEntry(row.task_id, row.units[0].unit, now.date(), percent, widen(note))
        tracking.record_progress(store, entry, now)


def _write(store: Store, folder: Path, now: datetime, said: Tell) -> list[Path]:
    today = now.date()
    schedule, ledger = folder / "任务分工表.xlsx", folder / "进度台账.xlsx"
    draft = folder / "实施方案.docx"
    for sentence in (
        *exporting.export_schedule(store, schedule, today, now=now),
        *exporting.export_ledger(store, ledger, today, now=now),
        *exporting.export_local_plan(store, draft, today, now=now),
    ):
        said(sentence)
    return [schedule, ledger, draft]
