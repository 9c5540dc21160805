"""实施方案: the draft of the city's own plan."""

from datetime import date

import docx
import pytest

from exports.dumps import assert_golden, document_dump
from exports.sample import OFFICE, plan, task, tasks
from shuangda_desktop.exports.word.local_plan import write_local_plan
from shuangda_desktop.tasks.model import Basis


@pytest.fixture
def written(tmp_path):
    """Write a draft and open the document again."""

    def write(draft):
        path = tmp_path / "实施方案.docx"
        write.notes = write_local_plan(draft, path)
        write.path = path
        return docx.Document(str(path))

    return write


def texts(document, style: str | None = None) -> list[str]:
    """The paragraphs of a style, or all."""
    return [p.text for p in document.paragraphs if style in (None, p.style.style_id)]


def marked(document) -> list[str]:
    """What the clerk has to fill in."""
    return [r.text for p in document.paragraphs for r in p.runs if r.font.highlight_color]


def test_the_whole_document_reads_as_it_was_looked_at(written):
    written(plan())
    assert_golden(document_dump(written.path), "local_plan.docx.txt")


def test_a_draft_of_which_nothing_is_known_marks_what_is_missing(written):
    document = written(plan(rows=(), basis=(), office="", issued_on=None))
    assert_golden(document_dump(written.path), "local_plan_empty.docx.txt")
    assert len(set(marked(document))) == 5


def test_a_complete_draft_has_nothing_to_fill_in(written):
    assert marked(written(plan())) == []


def test_the_introduction_names_the_higher_documents_with_their_numbers(written):
    basis = (("示例省工作要点", "示双打发〔2026〕2号"), ("国家工作要点", ""))
    intro = texts(written(plan(basis=basis)), "Body")[0]
    assert "《示例省工作要点》\uff08示双打发〔2026〕2号\uff09、《国家工作要点》精神" in intro


def test_chapters_are_numbered_anew_in_the_order_of_the_source(written):
    headings = texts(written(plan()), "Heading2")
    assert headings == ["\uff08一\uff09加强重点领域治理", "\uff08二\uff09健全工作机制"]


def test_items_have_the_numbers_of_their_tasks_in_text_and_annex_alike(written):
    document = written(plan(rows=(task(4), task(9))))
    items = [t for t in texts(document, "Body") if "推进农资打假" in t]
    assert [item.split(".")[0] for item in items] == ["4", "9"]
    assert [row.cells[0].text for row in document.tables[0].rows][2:] == ["4", "9"]


def test_each_item_ends_in_its_duty_clause(written):
    item = next(t for t in texts(written(plan()), "Body") if t.startswith("2."))
    assert item.endswith("\uff08责任单位\uff1a市商务局、示例海关\uff1b完成时限\uff1a每季度\uff09")


@pytest.mark.parametrize(
    ("title", "text", "start"),
    [
        ("推进农资打假", "开展排查。", "1.推进农资打假。开展排查。"),
        ("开展排查", "开展排查。", "1.开展排查。"),
        ("(三)推进农资打假。", "开展排查。", "1.推进农资打假。开展排查。"),
        ("", "开展排查。", "1.开展排查。"),
        ("", "6月底前开展排查。", "1. 6月底前开展排查。"),
    ],
)
def test_the_title_is_not_said_twice(written, title, text, start):
    document = written(plan(rows=(task(1, title=title, text=text),)))
    assert any(t.startswith(f"{start}\uff08") for t in texts(document, "Body"))


def test_the_duty_clause_stands_in_another_face_than_the_task(written):
    item = next(p for p in written(plan()).paragraphs if p.text.startswith("2."))
    faces = [r._r.rPr.rFonts.get(docx.oxml.ns.qn("w:eastAsia")) for r in item.runs]
    assert faces == ["仿宋_GB2312", "楷体_GB2312"]


def test_a_deadline_that_most_tasks_share_is_said_once(written):
    rows = tuple(task(n, due_basis=Basis.PROPOSED) for n in (1, 2, 3))
    body = texts(written(plan(rows=rows)), "Body")
    goal = "本方案共安排3项任务\uff0c其中没有写明时间的\uff0c拟于2026年6月底前完成。"
    assert any(text.startswith(goal) for text in body)
    assert not any("完成时限\uff1a" in text for text in body)


def test_a_goal_that_begins_with_a_number_is_parted_from_its_own(written):
    row = task(1, text="开展排查\uff0c办结率达到95%。12家企业完成整改。", targets=("12家企业",))
    assert "1. 12家企业完成整改。" not in texts(written(plan(rows=(row,))), "Body")
    row = task(1, title="推进整改", text="开展排查。12家企业完成整改。", targets=("12家企业",))
    assert "1.推进整改\uff0c12家企业完成整改。" in texts(written(plan(rows=(row,))), "Body")


def test_a_source_without_chapters_gives_items_at_once(written):
    document = written(plan(rows=(task(1, chapter=""),)))
    assert texts(document, "Heading2") == []


def test_targets_are_listed_once_each_and_end_as_a_list_does(written):
    rows = (
        task(1, targets=("检查率95%以上;",)),
        task(2, targets=("办结率97%以上", "检查率95%以上;")),
    )
    body = texts(written(plan(rows=rows)), "Body")
    assert "1.检查率95%以上\uff1b" in body
    assert "2.办结率97%以上。" in body
    assert sum("检查率" in text for text in body) == 1


def test_number_and_recipients_stand_where_they_are_known(written):
    document = written(plan(document_number="示双打办〔2026〕3号", recipients="各成员单位:"))
    assert texts(document, "Number") == ["示双打办〔2026〕3号"]
    assert texts(document, "Recipients") == ["各成员单位\uff1a"]
    assert texts(written(plan()), "Number") == []


def indents(document) -> list[float]:
    """Of office and date from the right, in characters."""
    signs = [p for p in document.paragraphs if p.style.style_id in ("Signature", "IssueDate")]
    return [int(p._p.pPr.ind.get(docx.oxml.ns.qn("w:rightChars"))) / 100 for p in signs]


def test_the_date_begins_two_characters_after_a_long_office(written):
    # The office is 18 characters long and stands 2 from the right: it begins 20 from the right.
    assert indents(written(plan())) == [2, 18 - 6.5]


def test_a_date_longer_than_the_office_stands_two_from_the_right(written):
    assert indents(written(plan(office="市双打办"))) == [4 + 6.5 - 4, 2]


def test_the_signature_keeps_with_the_text_before_it(written):
    paragraphs = written(plan()).paragraphs
    at = [p.text for p in paragraphs].index(OFFICE)
    kept = [
        bool(p.paragraph_format.keep_with_next or p.style.paragraph_format.keep_with_next)
        for p in paragraphs
    ]
    assert kept[at - 4 : at + 1] == [True] * 5


def test_dates_have_no_leading_noughts(written):
    assert "2026年3月6日" in texts(written(plan(issued_on=date(2026, 3, 6))), "IssueDate")


def test_all_text_has_full_width_punctuation(written):
    document = written(plan(rows=tasks()))
    cells = [cell.text for row in document.tables[0].rows for cell in row.cells]
    assert not {char for text in [*texts(document), *cells] for char in text} & set(",;:?!()")


def test_what_could_not_be_written_is_told_with_its_beginning(written):
    written(plan(rows=(task(1, text="开展\x07排查。"),)))
    assert written.notes[0] == "“1.推进农资打假。开…”一段\uff1a删去了1个无法写入文件的控制字符。"
