"""The program reads its own 实施方案 back, and what a person changed in it is found."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest

from services.own_plan import Scores, score
from shuangda_desktop.errors import RuleError
from shuangda_desktop.papers.model import DutyStyle
from shuangda_desktop.plan.model import Role
from shuangda_desktop.services.city import directory
from shuangda_desktop.services.demo import sample
from shuangda_desktop.services.dividing import splitting
from shuangda_desktop.services.outputs import papers
from shuangda_desktop.services.outputs.paper_kinds import PaperWanted
from shuangda_desktop.services.outputs.readback import Change, compared, read_back, take_over
from shuangda_desktop.services.reading import importing
from shuangda_desktop.services.reading.drafts import read_document
from shuangda_desktop.store import queries
from shuangda_desktop.store.revised import revised

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "plans"
REAL = ("national-2020", "hainan-2017", "hunan-2018", "daqing-2012", "nanchang-2019")
PLANS = [pytest.param(None, id="sample")] + [
    pytest.param(
        CORPUS / f"{name}.txt",
        id=name,
        marks=[
            pytest.mark.slow,
            pytest.mark.skipif(not CORPUS.exists(), reason="the real plans are not here"),
        ],
    )
    for name in REAL
]


def divided(store, now, path=None):
    """A store with the tasks of a plan."""
    plan_id = importing.keep_plan(store, importing.read_document(path or sample()), now)
    directory.set_up_city(store, "云泽省", "临江市", now)
    splitting.divide(store, plan_id, now)


def drafted(store, now, tmp_path, style=DutyStyle.BRACKETS):
    """The plan as a file, and what it was written from."""
    job = papers.paper_job(store, PaperWanted("plan", now.date(), duties=style))
    job.write(tmp_path / "方案.docx")
    return tmp_path / "方案.docx", job.paper


@pytest.mark.parametrize("style", DutyStyle)
@pytest.mark.parametrize("path", PLANS)
def test_the_own_plan_is_read_back_without_a_difference(store, now, tmp_path, path, style):
    divided(store, now, path)
    file, paper = drafted(store, now, tmp_path, style)
    plan = read_document(file).plan
    assert score(plan, paper) == Scores(1.0, 1.0, 1.0, 1.0)
    assert plan.title == paper.title


def test_the_scores_notice_every_kind_of_difference(store, now, tmp_path):
    divided(store, now)
    file, paper = drafted(store, now, tmp_path)
    plan = read_document(file).plan
    first = next(m for m in plan.measures if m.duties and m.deadlines)
    others = [m for m in plan.measures if m is not first]
    changes = {
        "outline": replace(plan, sections=plan.sections[1:]),
        "measures": replace(plan, measures=(*others, replace(first, text="别的。"))),
        "duties": replace(plan, measures=(*others, replace(first, duties=first.duties[1:]))),
        "deadlines": replace(plan, measures=(*others, replace(first, deadlines=()))),
    }
    for name, changed in changes.items():
        assert getattr(score(changed, paper), name) < 1.0


def test_an_unedited_document_has_no_difference(store, now, tmp_path):
    divided(store, now)
    file, paper = drafted(store, now, tmp_path)
    found = read_back(store, file)
    assert found.differences == ()
    assert found.matched == len(paper.annexes[0].blocks[0].rows)
    assert found.title == paper.title


def edited(file):
    """Do to the document what persons do: other words, units and days, an item less and an item more."""
    document = docx.Document(str(file))
    for table in document.tables:
        table._tbl.getparent().remove(table._tbl)
    for paragraph in document.paragraphs:
        if paragraph.text.startswith("1.治理互联网"):
            paragraph.runs[
                0
            ].text = "1.治理互联网领域侵权假冒。督促平台核验经营者\uff0c全年抽查平台不少于30家。"
        elif paragraph.text.startswith("2.巡查短视频"):
            paragraph.runs[
                1
            ].text = "\uff08牵头单位\uff1a市文化广电和旅游局\uff1b完成时限\uff1a2026年8月底前\uff09"
        elif paragraph.text.startswith("8.打击非法制售卷烟"):
            paragraph._p.getparent().remove(paragraph._p)
        elif paragraph.text.startswith("12.清查校园"):
            for new in (
                "12.建立网店黑名单。\uff08牵头单位\uff1a市商务局\uff1b完成时限\uff1a2026年5月底前\uff09",
                "12.公布举报电话。每月抽测一次接听情况。\uff08牵头单位\uff1a市司法局\uff09",
            ):
                paragraph.insert_paragraph_before(new).style = paragraph.style
    document.save(str(file))


def test_what_a_person_changed_is_found(store, now, tmp_path):
    divided(store, now)
    file, _ = drafted(store, now, tmp_path)
    edited(file)
    found = read_back(store, file)
    told = {(d.number, d.change): (d.before, d.after) for d in found.differences if d.number}
    assert told[1, Change.TEXT][1] == "督促平台核验经营者\uff0c全年抽查平台不少于30家。"
    assert told[2, Change.UNITS][1] == "牵头单位\uff1a市文化广电和旅游局"
    assert told[2, Change.DUE] == ("2026年12月底前", "2026年8月底前")
    assert (8, Change.GONE) in told
    assert len(told) == 4
    new = [d.after for d in found.differences if d.change is Change.NEW]
    assert [text[:4] for text in new] == ["建立网店", "每月抽测"]


def test_a_unit_that_changes_its_role_is_a_difference(store, now, tmp_path):
    divided(store, now)
    file, _ = drafted(store, now, tmp_path, DutyStyle.LINES)
    document = docx.Document(str(file))
    line = next(p for p in document.paragraphs if p.text.startswith("责任单位"))
    line.runs[0].text = line.text.replace("责任单位", "配合单位")
    for table in document.tables:
        table._tbl.getparent().remove(table._tbl)
    document.save(str(file))
    (one,) = read_back(store, file).differences
    assert one.change is Change.UNITS
    assert one.before.replace("责任单位", "配合单位") == one.after


def test_what_was_changed_is_taken_over_in_one_step(store, now, tmp_path):
    divided(store, now)
    file, _ = drafted(store, now, tmp_path)
    edited(file)
    before = queries.task_rows(store)
    found = read_back(store, file)
    assert take_over(store, found.differences, now) == 6
    assert read_back(store, file).differences == ()
    rows = {row.title: row for row in queries.task_rows(store)}
    numbers = [row.number for row in rows.values() if row.applicable]
    assert numbers == sorted(numbers)
    assert rows["建立网店黑名单"].due_on == date(2026, 5, 31)
    assert rows["建立网店黑名单"].reason.startswith("读回的文件里新增")
    assert rows["公布举报电话"].number == rows["建立网店黑名单"].number + 1
    (gone,) = (r for r in queries.task_rows(store, include_dropped=True) if r.dropped_reason)
    assert gone.title.startswith("打击非法制售卷烟")
    assert store.undo_label == "采用读回的6处修改"
    store.undo(now)
    assert queries.task_rows(store) == before


def test_what_is_left_stays_as_it_was(store, now, tmp_path):
    divided(store, now)
    file, _ = drafted(store, now, tmp_path)
    edited(file)
    found = read_back(store, file)
    only = [d for d in found.differences if d.change is Change.DUE]
    take_over(store, only, now)
    assert [d.change for d in read_back(store, file).differences] == [
        d.change for d in found.differences if d not in only
    ]
    with pytest.raises(RuleError, match="没有勾选"):
        take_over(store, [], now)


def test_a_document_without_any_unit_is_compared_by_its_words(store, now, task_ids, plan_id):
    rows = queries.task_rows(store)
    plan = read_document_of(store)
    stripped = replace(plan, measures=tuple(replace(m, duties=()) for m in plan.measures))
    found = compared(stripped, rows)
    assert found.matched == 3
    assert all(d.change is not Change.NEW for d in found.differences)


def read_document_of(store):
    return revised(store, [1])[1]


def test_an_undated_item_says_nothing_about_the_deadline(store, now, tmp_path):
    divided(store, now)
    file, _ = drafted(store, now, tmp_path)
    rows = [replace(r, due_on=date(2027, 1, 1)) for r in queries.task_rows(store) if r.applicable]
    plan = read_document(file).plan
    bare = replace(plan, measures=tuple(replace(m, deadlines=()) for m in plan.measures))
    assert all(d.change is not Change.DUE for d in compared(bare, rows).differences)
    assert Role.LEAD in {d.role for m in plan.measures for d in m.duties}
