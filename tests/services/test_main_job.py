"""The whole chain on the bundled sample: from a damaged page to the documents of a city."""

import re
from collections import Counter
from datetime import date
from pathlib import Path

import docx
import openpyxl
import pytest

from shuangda_desktop.errors import RuleError
from shuangda_desktop.plan.model import Role, Severity
from shuangda_desktop.services import demo
from shuangda_desktop.services.city import directory
from shuangda_desktop.services.dividing import splitting
from shuangda_desktop.services.outputs import exporting
from shuangda_desktop.services.reading import importing, reviewing
from shuangda_desktop.services.reading.drafts import doubts_of, findings_of
from shuangda_desktop.services.tracking import tracking
from shuangda_desktop.store import queries, tasks
from shuangda_desktop.store.database import open_store
from shuangda_desktop.store.plans import load_plan
from shuangda_desktop.tasks.model import Assignment, Basis, ProgressEntry, Status

FIXTURES = Path(__file__).parents[1] / "fixtures"
# ASCII punctuation between Chinese characters: every sentence for the clerk has the wide forms
NARROW = re.compile("[\u4e00-\u9fff][,:;?!()]|[,:;?!()][\u4e00-\u9fff]")


@pytest.fixture(scope="module")
def clean():
    """The plan as the office wrote it."""
    return importing.read_document(FIXTURES / "yunze-2026.txt")


@pytest.fixture(scope="module")
def damaged():
    """The plan as a mirror site delivers it."""
    return importing.read_document(demo.sample())


def duties(plan):
    return [(d.unit, d.role, d.scope) for m in plan.measures for d in m.duties]


def test_the_sample_is_read_as_the_office_wrote_it(clean, damaged):
    for field in ("title", "document_number", "issuer", "issued_on", "plan_year", "level", "kind"):
        assert getattr(damaged.plan, field) == getattr(clean.plan, field)
    for field in ("text", "title", "duties", "deadlines", "recurrences", "targets", "open_ended"):
        read = [getattr(measure, field) for measure in damaged.plan.measures]
        assert read == [getattr(measure, field) for measure in clean.plan.measures]


def test_the_sample_has_a_little_of_each_damage(damaged):
    rules = {repair.rule for repair in damaged.text.repairs}
    named = (
        "script glosses invisible web_junk page_marks mojibake marks document_number dates blanks"
    )
    assert rules == set(named.split())


def test_the_sample_leaves_one_doubt_for_the_clerk(damaged):
    """A sentence broken over two lines; a unit without a verb, collective ones, a season are hints."""
    doubts = [(f.code, f.severity) for f in doubts_of(damaged.plan)]
    assert doubts == [("joined-lines", Severity.DOUBT)]
    hints = [f.code for f in findings_of(damaged.plan) if f.severity is Severity.HINT]
    assert Counter(hints) == {
        "open-list": 1,
        "collective-unit": 6,
        "vague-time": 1,
        "no-verb": 1,
    }


def test_the_sample_has_the_measures_and_duties_that_were_written_into_it(damaged):
    plan = damaged.plan
    assert plan.document_number == "云双打办〔2026〕3号"
    assert plan.issued_on == date(2026, 2, 26)
    assert len([s for s in plan.sections if s.level == 1]) == 6
    assert len([s for s in plan.sections if s.level == 2]) == 27
    assert len(plan.measures) == 38
    assert len(duties(plan)) == 96
    assert len([d for d in duties(plan) if d[1] is Role.LEAD]) == 17


def test_word_and_text_say_the_same(clean):
    word = importing.read_document(FIXTURES / "yunze-2026.docx")
    assert [m.text for m in word.plan.measures] == [m.text for m in clean.plan.measures]
    assert duties(word.plan) == duties(clean.plan)


def test_every_measure_is_found_in_what_came_in(damaged):
    raw = damaged.source.raw
    for measure in damaged.plan.measures:
        assert 0 <= measure.span.start < measure.span.end <= len(raw)
    firsts = [measure.span.start for measure in damaged.plan.measures]
    assert firsts == sorted(set(firsts))


@pytest.fixture(scope="module")
def folder(tmp_path_factory, moment):
    """What the demo leaves behind."""
    folder = tmp_path_factory.mktemp("demo")
    told: list[str] = []
    written = demo.run_demo(folder, moment, tell=told.append)
    (folder / "told.txt").write_text("\n".join(told), "utf-8")
    assert sorted(written) == sorted(folder / name for name in NAMES)
    return folder


NAMES = ("样例.db", "任务分工表.xlsx", "进度台账.xlsx", "实施方案.docx")


@pytest.fixture
def kept(folder, now):
    with open_store(folder / "样例.db", now) as store:
        yield store


def test_the_demo_tells_what_it_did_in_chinese(folder):
    told = (folder / "told.txt").read_text("utf-8")
    assert "38项措施、96个责任单位次" in told
    assert "拟定38项任务" in told
    assert all(str(folder / name) in told for name in NAMES)
    assert NARROW.search(told) is None


def test_every_measure_has_a_task_and_every_unit_its_way(kept):
    rows = queries.task_rows(kept, include_dropped=True)
    (plan,) = queries.plan_rows(kept)
    ours = [row.number for row in rows if row.applicable]
    assert ours == list(range(1, len(ours) + 1))  # what stays above holds no number
    assert all(row.number < 1 for row in rows if not row.applicable)
    assert plan.tasks == plan.measures == 38
    for row in rows:
        assert row.reason or not row.applicable or row.units
        for unit in row.units:
            assert unit.reason, (row.number, unit.unit)


def test_no_provincial_unit_is_left_where_the_city_has_its_own(kept):
    units = {unit.unit for row in queries.task_rows(kept) for unit in row.units}
    assert {"市公安局", "市市场监管局", "临江海关"} <= units
    # only what stops at the province stays: it has no office in a city
    assert {unit for unit in units if unit.startswith("省")} <= {"省通信管理局"}
    assert not units & {"市工商局", "市质监局", "省质监局"}


def test_a_little_progress_stands_in_the_log(kept):
    rows = queries.task_rows(kept)
    assert [row.percent for row in rows[:4]] == [30, 60, 100, 0]
    assert rows[2].status is Status.DONE
    assert {u.basis for row in rows[:4] for u in row.units} <= {Basis.DECIDED, Basis.STATED}


def test_the_schedule_read_again_holds_every_task(folder, kept):
    sheet = openpyxl.load_workbook(folder / "任务分工表.xlsx").worksheets[0]
    text = "\n".join(str(c.value) for row in sheet.iter_rows() for c in row if c.value is not None)
    ours = [row for row in queries.task_rows(kept) if row.applicable]
    assert sheet["A1"].value == "临江市2026年打击侵权假冒工作任务分工表"
    assert [row.number for row in ours if row.text not in text] == []
    assert NARROW.search(text) is None


def test_the_ledger_read_again_holds_what_was_reported(folder):
    sheet = openpyxl.load_workbook(folder / "进度台账.xlsx").worksheets[0]
    text = "\n".join(str(c.value) for row in sheet.iter_rows() for c in row if c.value is not None)
    assert "检查经营单位86家\uff0c立案4起\uff0c移送公安机关1起。" in text
    assert "推进中" in text


def test_the_plan_read_again_names_city_basis_and_tasks(folder, kept):
    document = docx.Document(str(folder / "实施方案.docx"))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    ours = [row for row in queries.task_rows(kept) if row.applicable]
    assert "云双打办〔2026〕3号" in text
    assert "临江市打击侵权假冒工作领导小组办公室" in text
    assert [row.number for row in ours if row.text.rstrip("。") not in text] == []
    assert "全省" not in text
    assert NARROW.search(text) is None


def test_the_demo_again_keeps_what_is_there_and_writes_anew(folder, now):
    told: list[str] = []
    demo.run_demo(folder, now, tell=told.append)
    with open_store(folder / "样例.db", now) as store:
        assert len(queries.plan_rows(store)) == 1
        assert len(queries.task_rows(store, include_dropped=True)) == 38


def test_the_database_may_lie_elsewhere(tmp_path, now):
    written = demo.run_demo(tmp_path / "出", now, tmp_path / "库.db")
    assert written[0] == tmp_path / "库.db"
    assert sorted(p.name for p in (tmp_path / "出").iterdir()) == sorted(NAMES[1:])


def test_the_demo_leaves_a_real_citys_database_alone(tmp_path, now):
    path = tmp_path / "办公.db"
    with open_store(path, now) as store:
        directory.set_up_city(store, "示例省", "示例市", now)
    before = path.read_bytes()
    with pytest.raises(RuleError, match="里是示例市的数据"):
        demo.run_demo(tmp_path / "出", now, path)
    assert path.read_bytes() == before
    assert list((tmp_path / "出").iterdir()) == []


def test_a_clerks_day_undone_step_by_step(store, now, today, tmp_path, damaged, dump):
    """Import, set up, divide, settle, change, export: undo walks all of it back."""
    empty = dump()
    plan_id = importing.keep_plan(store, damaged, now)
    directory.set_up_city(store, demo.PROVINCE, demo.CITY, now)
    ids = splitting.divide(store, plan_id, now)
    doubts = [f for m in load_plan(store, plan_id).plan.measures for f in m.findings]
    for finding in doubts[:1]:
        reviewing.settle_finding(store, plan_id, finding, now)
    splitting.accept(store, ids, now)
    new_id = splitting.split_task(store, ids[1], len(tasks.load_task(store, ids[1]).text) // 2, now)
    splitting.merge_tasks(store, [ids[1], new_id], now)
    exporting.export_schedule(store, tmp_path / "a.xlsx", today, now=now)
    full = dump()
    steps = 0
    while store.undo():
        steps += 1
    assert dump() == empty
    assert steps == 6 + bool(doubts)
    while store.redo():
        pass
    assert dump() == full


def test_what_was_done_is_there_after_closing_and_what_was_undone_is_not(tmp_path, now, damaged):
    path = tmp_path / "办公.db"
    with open_store(path, now) as store:
        plan_id = importing.keep_plan(store, damaged, now)
        directory.set_up_city(store, demo.PROVINCE, demo.CITY, now)
        ids = splitting.divide(store, plan_id, now)
        splitting.accept(store, ids, now)
        title = tasks.load_task(store, ids[0]).title
        lead = Assignment("市教育局", Role.LEAD)
        splitting.set_units(store, ids[0], [lead], now)
        entry = ProgressEntry(ids[0], "市教育局", now.date(), 50, "已检查")
        tracking.record_progress(store, entry, now)
        exporting.export_ledger(store, tmp_path / "台账.xlsx", now.date(), now=now)
        # an export is no step: undo takes back what the clerk did, report and unit
        assert [store.undo(), store.undo()] == [
            f"登记进展 任务1“{title}”",
            f"调整任务1“{title}”的牵头单位、责任单位",
        ]
    with open_store(path, now) as store:
        row = next(r for r in queries.task_rows(store) if r.task_id == ids[0])
        assert row.names(Role.LEAD) == ("市市场监管局",)
        assert row.units[0].basis is Basis.DECIDED  # accepted, and that stayed
        assert (row.percent, row.latest_on, row.status) == (0, None, Status.DRAFT)
        assert len(queries.task_rows(store, include_dropped=True)) == len(ids)
