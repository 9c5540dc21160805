"""The office's own templates: checked with their places, filled, and never run."""

import io
import zipfile
from datetime import date

import docx
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.sample import OFFICE, task, tasks
from shuangda_desktop.errors import RuleError, SourceError
from shuangda_desktop.exports.clean import Notes
from shuangda_desktop.exports.word import template_word
from shuangda_desktop.exports.workbooks import template_sheet
from shuangda_desktop.papers.model import Dress, Grid, Paper, PaperColumn, Paragraph
from shuangda_desktop.papers.placeholders import NAMES, values_of, values_of_row
from shuangda_desktop.services.outputs import papers, templates
from shuangda_desktop.services.outputs.paper_kinds import PaperWanted
from shuangda_desktop.services.outputs.templates import (
    ENCRYPTED,
    OLD_OFFICE,
    Filling,
    OwnTemplate,
    problems_of_template,
)
from shuangda_desktop.store import settings as office_settings

GRID = Grid((PaperColumn("序号", 3),), (("1",),))
PAPER = Paper(
    "plan",
    "关于做好工作的通知",
    OFFICE,
    (Paragraph("第一段。"), Paragraph("第二段\uff0c"), GRID),
    dress=Dress(document_number="示双打办〔2026〕3号", issued_on=date(2026, 3, 6)),
)


def word(*paragraphs: str, row: tuple[str, ...] = ()) -> bytes:
    """A .docx of these paragraphs and one table with a header and this row."""
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if row:
        table = document.add_table(2, len(row))
        for cells, texts in zip(
            table.rows, ([f"头{n}" for n, _ in enumerate(row)], row), strict=True
        ):
            for cell, text in zip(cells.cells, texts, strict=True):
                cell.text = text
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def sheet(*rows: tuple[object, ...]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def changed(content: bytes, **parts: bytes) -> bytes:
    """The package with more parts, or other ones."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(written, "w") as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, part in parts.items():
            new.writestr(name, part)
    return written.getvalue()


def filled(tmp_path, content: bytes, suffix: str = ".docx", rows=None):
    template = OwnTemplate("plan", f"模板{suffix}", "", content)
    filling = Filling(template, PAPER, tasks() if rows is None else rows)
    path = tmp_path / f"文{suffix}"
    filled.notes = filling.write(path)
    return docx.Document(str(path)) if suffix == ".docx" else openpyxl.load_workbook(path)


def told(problems) -> list[str]:
    return [str(problem) for problem in problems]


def test_names_are_replaced_and_everything_else_stays(tmp_path):
    document = filled(
        tmp_path, word("{{标题}}", "文号\uff1a{{ 发文字号 }}\uff0c{{成文日期}}", "照旧。")
    )
    assert [p.text for p in document.paragraphs] == [
        "关于做好工作的通知",
        "文号\uff1a示双打办〔2026〕3号\uff0c2026年3月6日",
        "照旧。",
    ]


def test_a_name_that_word_tore_over_several_runs_is_found_and_keeps_its_look(tmp_path):
    document = docx.Document()
    paragraph = document.add_paragraph()
    for text, bold in (("题\uff1a{{", False), ("标", True), ("题}}。", False)):
        paragraph.add_run(text).bold = bold
    written = io.BytesIO()
    document.save(written)
    (made,) = filled(tmp_path, written.getvalue()).paragraphs
    assert made.text == "题\uff1a关于做好工作的通知。"
    assert [r.text for r in made.runs] == ["题\uff1a关于做好工作的通知", "", "。"]


def test_the_row_of_tasks_is_repeated_for_every_task(tmp_path):
    document = filled(
        tmp_path, word(row=("{{序号}}", "{{任务}}{{措施}}", "{{牵头单位}}", "{{发文机关}}"))
    )
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert [row[0] for row in rows] == ["头0", "1", "2", "3"]
    assert rows[1][2:] == ["市农业农村局", OFFICE]


def test_without_tasks_the_row_is_gone(tmp_path):
    document = filled(tmp_path, word(row=("{{序号}}",)), rows=())
    assert len(document.tables[0].rows) == 1


def test_the_body_becomes_paragraphs_and_a_lost_table_is_said(tmp_path):
    document = filled(tmp_path, word("前。", "{{正文}}", "后。"))
    assert [p.text for p in document.paragraphs] == ["前。", "第一段。", "第二段\uff0c", "后。"]
    assert filled.notes == ("正文里的表格没有写进模板\uff0c模板只放段落和任务行。",)


def test_lines_of_a_value_are_lines_in_word(tmp_path):
    document = filled(tmp_path, word(row=("{{措施}}",)), rows=(task(text="甲\n乙"),))
    assert document.tables[0].rows[1].cells[0].text == "甲\n乙"


def test_names_in_header_and_footer_are_replaced(tmp_path):
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "{{发文机关}}"
    written = io.BytesIO()
    document.save(written)
    made = filled(tmp_path, written.getvalue())
    assert made.sections[0].header.paragraphs[0].text == OFFICE


def test_a_workbook_is_filled_and_what_stands_below_moves_down(tmp_path):
    book = openpyxl.Workbook()
    ws = book.active
    for row in (
        ("{{标题}}", None),
        ("序号", "任务"),
        ("{{序号}}", "{{任务}}"),
        ("合计", 5),
        ("=B4*2", "注"),
    ):
        ws.append(row)
    ws.merge_cells("A5:A6")
    ws.row_dimensions[4].height = 33
    ws["A3"].font = openpyxl.styles.Font(bold=True)
    written = io.BytesIO()
    book.save(written)
    made = filled(tmp_path, written.getvalue(), ".xlsx").active
    assert made["A1"].value == "关于做好工作的通知"
    assert [made.cell(n, 1).value for n in range(3, 6)] == ["1", "2", "3"]
    assert [made.cell(n, 1).font.bold for n in range(3, 6)] == [True] * 3
    assert (made["A6"].value, made["B6"].value) == ("合计", 5)
    assert made.row_dimensions[6].height == 33
    assert "A7:A8" in {str(area) for area in made.merged_cells.ranges}


def test_a_value_never_becomes_a_formula(tmp_path):
    rows = (task(title="=1+1", text="@SUM(A1)"),)
    made = filled(tmp_path, sheet(("{{任务}}", "{{措施}}")), ".xlsx", rows).active
    assert [(c.value, c.data_type) for c in made[1]] == [("=1+1", "s"), ("@SUM(A1)", "s")]


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_what_a_file_cannot_hold_is_told(tmp_path, suffix):
    content = sheet(("{{措施}}",)) if suffix == ".xlsx" else word(row=("{{措施}}",))
    filled(tmp_path, content, suffix, (task(text="甲\x01乙\ud800"),))
    place = "A1单元格" if suffix == ".xlsx" else "“措施”"
    assert filled.notes[:2] == (
        f"{place}\uff1a删去了1个无法写入文件的控制字符。",
        f"{place}\uff1a1个残缺的字符已用“\ufffd”代替。",
    )


def test_a_text_too_long_for_a_cell_says_so_in_the_cell_and_in_a_note(tmp_path):
    made = filled(tmp_path, sheet(("{{措施}}",)), ".xlsx", (task(text="甲" * 40_000),)).active
    assert made["A1"].value.endswith("字未写入\u3015")
    assert "文字超过32767字" in filled.notes[0]


def test_a_value_that_looks_like_a_placeholder_or_a_code_of_excel_stays(tmp_path):
    rows = (task(title="{{标题}}", text="{{正文}}_x0041_"),)
    document = filled(tmp_path, word(row=("{{任务}}", "{{措施}}")), rows=rows)
    assert [c.text for c in document.tables[0].rows[1].cells] == ["{{标题}}", "{{正文}}_x0041_"]
    made = filled(tmp_path, sheet(("{{任务}}", "{{措施}}")), ".xlsx", rows).active
    assert [c.value for c in made[1]] == ["{{标题}}", "{{正文}}_x005F_x0041_"]


def test_a_workbook_without_tasks_has_an_empty_row(tmp_path):
    made = filled(tmp_path, sheet(("{{任务}}", 7)), ".xlsx", ()).active
    assert (made["A1"].value or "", made["B1"].value) == ("", 7)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (word("{{发文日期}}"), "第1段\uff1a没有“发文日期”这个占位符\uff0c是不是“成文日期”。"),
        (word("{{什么}}"), "第1段\uff1a没有“什么”这个占位符。"),
        (word("好", "{{序号}}"), "第2段\uff1a“序号”每项任务各有一个\uff0c要放在表格的一行里。"),
        (word("见{{正文}}"), "第1段\uff1a“正文”要独占一段。"),
        (word("{{标题"), "第1段\uff1a“{{标题”里的花括号不成对。"),
        *(
            (word(wrong), f"第1段\uff1a“{wrong}”要写成“{{{{标题}}}}”\uff0c前后各两个半角花括号。")
            for wrong in ("{{标题}", "{标题}", "\uff5b\uff5b标题\uff5d\uff5d")
        ),
        (word(row=("{{任务名}}",)), "表格的一行\uff1a没有“任务名”这个占位符\uff0c是不是“任务”。"),
    ],
)
def test_a_wrong_name_is_told_with_its_place(content, sentence):
    assert sentence in told(problems_of_template(content, ".docx"))


def test_a_wrong_name_in_a_workbook_is_told_with_its_cell():
    found = told(
        problems_of_template(sheet(("好",), (None, "{{牵头部门}}"), ("{{正文}}",)), ".xlsx")
    )
    assert found == [
        "“Sheet”的B2\uff1a没有“牵头部门”这个占位符\uff0c是不是“牵头单位”。",
        "“Sheet”的A3\uff1a工作簿里没有放正文的地方\uff0c请去掉“正文”。",
    ]


def test_a_sound_template_has_no_problem():
    every = [f"{{{{{name}}}}}" for name in NAMES]
    content = word(*every[:12], "{{正文}}", row=tuple(every[13:]))
    assert problems_of_template(content, ".docx") == ()
    assert problems_of_template(sheet(("{{标题}}", "{{任务}}")), ".xlsx") == ()


LINK = b"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship
 Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s"
 Target="file:///etc/passwd" TargetMode="External"/></Relationships>"""
RELS = "word/_rels/settings.xml.rels"


@pytest.mark.parametrize(
    "content",
    [
        changed(word("好"), **{"word/vbaProject.bin": b"x"}),
        changed(word("好"), **{"word/embeddings/a.bin": b"x"}),
        changed(word("好"), **{RELS: LINK % b"attachedTemplate"}),
        changed(word("好"), **{RELS: LINK % b"image"}),
    ],
    ids=["macro", "object", "template", "picture"],
)
def test_a_template_that_could_run_or_reach_something_is_refused(content):
    (found,) = told(problems_of_template(content, ".docx"))
    assert "宏、嵌入的对象或外部链接" in found


def test_a_field_that_reads_another_file_is_refused():
    field = b'<w:r><w:instrText>INCLUDETEXT "C:\\\\secret.txt"</w:instrText></w:r>'
    content = word("好")
    part = zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml")
    part = part.replace(b"</w:p>", field + b"</w:p>", 1)
    (found,) = problems_of_template(changed(content, **{"word/document.xml": part}), ".docx")
    assert found.place == "整个文件"


def test_a_link_to_click_on_is_allowed():
    content = changed(word("{{标题}}"), **{RELS: LINK % b"hyperlink"})
    assert problems_of_template(content, ".docx") == ()


@pytest.mark.parametrize(("content", "suffix"), [(word("好"), ".docx"), (sheet(("好",)), ".xlsx")])
def test_a_template_with_nowhere_to_fill_is_no_template(content, suffix):
    (found,) = told(problems_of_template(content, suffix))
    assert found.startswith("整个文件\uff1a一个占位符也没有")


@pytest.mark.parametrize(
    ("content", "advice"),
    [
        (OLD_OFFICE + bytes(600), "旧格式的文件"),
        (OLD_OFFICE + bytes(99) + ENCRYPTED, "去掉密码"),
        (b"\x89PNG" + bytes(99), "模板要是Word"),
    ],
)
def test_what_a_file_is_instead_is_told_whatever_it_is_called(content, advice):
    for suffix in (".docx", ".doc", ".xlsx"):
        with pytest.raises(SourceError, match=advice):
            problems_of_template(content, suffix)


@pytest.mark.parametrize(
    ("content", "suffix"),
    [
        (b"", ".docx"),
        (b"PK", ".docx"),
        (word("好"), ".xlsx"),
        (word("好"), ".doc"),
        (changed(word("好"), **{"word/document.xml": b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"}), ".docx"),
        (changed(word("好"), **{"word/document.xml": b"<a"}), ".docx"),
        (changed(sheet(("好",)), **{"xl/workbook.xml": b"<a/>"}), ".xlsx"),
    ],
    ids=["empty", "torn", "word as sheet", "old word", "entity", "no xml", "no workbook"],
)  # fmt: skip
def test_what_is_no_sound_template_is_refused_in_words(content, suffix):
    with pytest.raises(SourceError) as refused:
        problems_of_template(content, suffix)
    assert str(refused.value).endswith("。")


CODE = st.sampled_from(
    ["{{7*7}}", "{{ config }}", "{% for a in b %}", "{{''.__class__}}", "${1}", "{{标题}}"]
)


@settings(max_examples=40)
@given(st.lists(CODE | st.text("甲{}%$ab. ", max_size=8), max_size=5))
def test_nothing_that_looks_like_code_is_ever_run(pieces):
    text = "".join(pieces)
    content = template_word.fill(word(text), values_of(PAPER), [], [], Notes())
    said = docx.Document(io.BytesIO(content)).paragraphs[0].text
    assert "49" not in said
    assert (
        said.replace("关于做好工作的通知", "{{标题}}")
        == docx.Document(io.BytesIO(word(text))).paragraphs[0].text
    )
    template_sheet.fill(sheet((text or "甲",)), values_of(PAPER), [values_of_row(task())], Notes())


@pytest.fixture
def office(store, task_ids, now):
    with store.step("设置", now):
        office_settings.put(store, "city", "示例市")
    return store


def test_a_chosen_template_is_used_until_it_is_dropped(office, now, tmp_path):
    file = tmp_path / "本办格式.docx"
    file.write_bytes(word("{{标题}}", row=("{{序号}}", "{{任务}}")))
    templates.choose_template(office, "plan", file, now)
    assert office.undo_label == "选用模板 实施方案"
    job = papers.paper_job(office, PaperWanted("plan", now.date()))
    assert job.suffix == ".docx"
    job.write(tmp_path / "文.docx")
    made = docx.Document(str(tmp_path / "文.docx"))
    assert len(made.tables[0].rows) == 3
    assert made.paragraphs[0].text.startswith("示例市2026年")
    templates.drop_template(office, "plan", now)
    templates.drop_template(office, "plan", now)
    assert templates.template_of(office, "plan") is None
    assert papers.paper_job(office, PaperWanted("plan", now.date())).filling is None


def test_a_template_with_problems_is_not_kept_and_every_one_is_named(office, now, tmp_path):
    file = tmp_path / "错.docx"
    file.write_bytes(word(*["{{错的}}"] * 15))
    with pytest.raises(RuleError, match="有15处问题") as refused:
        templates.choose_template(office, "plan", file, now)
    assert str(refused.value).endswith("还有3处。")
    assert templates.template_of(office, "plan") is None
