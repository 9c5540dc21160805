"""What the office keeps of its papers."""

from datetime import date

from shuangda_desktop.papers.edits import Edit
from shuangda_desktop.papers.model import Dress, Form
from shuangda_desktop.store import papers
from shuangda_desktop.store.papers import OwnPassage, OwnTemplate


def test_paragraphs_are_kept_changed_and_taken_out(store, now):
    with store.step("存", now):
        first = papers.save_passage(store, OwnPassage("乙", "正文。", ("保障", "通用")))
        papers.save_passage(store, OwnPassage("甲", "另一段。"))
    with store.step("改", now):
        papers.save_passage(store, OwnPassage("丙", "改过。", (), first))
    assert [(p.title, p.text, p.tags) for p in papers.load_passages(store)] == [
        ("丙", "改过。", ()),
        ("甲", "另一段。", ()),
    ]
    with store.step("删", now):
        papers.delete_passage(store, first)
    assert [p.title for p in papers.load_passages(store)] == ["甲"]
    store.undo(now)
    assert len(papers.load_passages(store)) == 2


def test_changes_of_a_draft_take_the_place_of_those_before(store, now):
    edits = (Edit(("甲。",), ("乙。", "丙。"), "一、章", 3), Edit((), ("丁。",), ""))
    with store.step("改", now):
        papers.save_edits(store, "report:2026-03", [Edit(("旧。",), ())])
        papers.save_edits(store, "report:2026-03", edits)
    assert papers.load_edits(store, "report:2026-03") == edits
    assert papers.load_edits(store, "report:2026-04") == ()


def test_what_was_added_to_a_draft_comes_back_whole(store, now):
    dress = Dress(
        Form.LETTER, "某办", "某函〔2026〕1号", "张三", "急件", "各单位", date(2026, 3, 1), True,
        "附注", "市委办", "某办", date(2026, 3, 2),
    )  # fmt: skip
    with store.step("改", now):
        papers.save_dress(store, "plan", "plan", Dress())
        papers.save_dress(store, "plan", "plan", dress)
    assert papers.load_dress(store, "plan") == dress
    assert papers.load_last_dress(store, "plan") == dress
    assert papers.load_dress(store, "report") is None


def test_a_field_of_a_later_version_is_left_alone(store, now):
    with store.step("改", now):
        papers.save_dress(store, "plan", "plan", Dress(name="某办"))
        store.execute("UPDATE paper_dress SET value = json_set(value, '$.later', 1)")
    loaded = papers.load_dress(store, "plan")
    assert loaded is not None
    assert loaded.name == "某办"


def test_one_template_is_kept_for_each_kind(store, now):
    with store.step("选", now):
        papers.save_template(store, OwnTemplate("report", "旧.docx", "a", b"1"))
        papers.save_template(store, OwnTemplate("report", "新.docx", "b", b"2"))
    assert papers.load_template(store, "report") == OwnTemplate("report", "新.docx", "b", b"2")
    with store.step("不用", now):
        papers.delete_template(store, "report")
    assert papers.load_template(store, "report") is None
