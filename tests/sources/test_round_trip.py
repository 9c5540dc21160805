"""A plan in our own words, saved by an office program in every format, says the same."""

import shutil
import subprocess

import docx as python_docx
import openpyxl
import pytest
from docx.shared import Pt

from shuangda_desktop.plan.parse import parse
from shuangda_desktop.sources import read_text
from shuangda_desktop.sources.border.worker import read_guarded
from shuangda_desktop.text.repair import repair

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
FORMATS = ["docx", "doc", "rtf", "html", "pdf"]
LINES = [
    "示例市2025年打击侵犯知识产权和制售假冒伪劣商品工作要点",
    "为做好2025年打击侵权假冒工作,结合我市实际,制定本要点。各县区、各部门要提高认识,压实责任,确保各项任务落到实处、取得实效。",
    "一、加强重点领域治理",
    "(一)开展农资打假。以春耕和秋种为重点时段,检查种子、农药、肥料经营门店,抽检不少于200批次,依法查处制售假劣农资的行为。(市农业农村局牵头,市公安局、市市场监管局配合)",
    "(二)整治网络销售假冒商品。督促平台落实主体责任,清理违法商品信息,6月底前完成第一轮排查。(市市场监管局、市商务局按职责分工负责)",
    "(三)守住进出口关口。对重点航线、重点商品实施精准布控,严防侵权货物进出境。(示例海关负责)",
    "二、健全长效机制",
    "(四)推进行政执法与刑事司法衔接。完善案件移送标准,每季度召开一次联席会议,案件移送率达到95%以上。(市检察院牵头,市公安局、市司法局配合)",
    "(五)加强宣传引导。利用消费者权益日、知识产权宣传周发布典型案例。(市委宣传部负责)",
]
ROWS = [
    ["序号", "工作任务", "牵头单位"],
    ["1", "开展农资打假", "市农业农村局"],
    ["2", "加强宣传", "市委宣传部"],
]
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        OFFICE is None, reason="LibreOffice is not installed: no files to read back"
    ),
]


def convert(source, target, folder):
    """Let the office program save a file in another format."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    subprocess.run(
        [OFFICE, profile, "--headless", "--convert-to", target, "--outdir", folder, source],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return folder / f"{source.stem}.{target}"


@pytest.fixture(scope="module")
def saved(tmp_path_factory):
    """The plan in every format, by its ending; with a table at its end."""
    folder = tmp_path_factory.mktemp("office")
    document = python_docx.Document()
    for line in LINES:
        document.add_paragraph(line).paragraph_format.first_line_indent = Pt(22)
    document.save(folder / "plan.docx")
    made = {target: convert(folder / "plan.docx", target, folder) for target in FORMATS[1:]}
    return made | {"docx": convert(made["rtf"], "docx", folder)}


def said(source):
    """The measures with their duties, deadlines and targets."""
    plan = parse(repair(source))
    return [
        (
            measure.title,
            [(duty.unit, duty.role) for duty in measure.duties],
            [deadline.due_on for deadline in measure.deadlines],
            [(target.operator, target.value) for target in measure.targets],
        )
        for measure in plan.measures
    ]


@pytest.mark.parametrize("target", FORMATS)
def test_the_plan_says_the_same_in_every_format(saved, target):
    source = read_guarded(saved[target])
    assert source.format == target
    assert source.warnings == ()
    assert said(source) == said(read_text("\n".join(LINES)))


@pytest.mark.parametrize("target", FORMATS)
def test_the_lines_are_the_same_in_every_format(saved, target):
    assert [line for line in read_guarded(saved[target]).raw.split("\n") if line] == LINES


@pytest.fixture(scope="module")
def tabled(tmp_path_factory):
    """A table in every format of text: automatic numbers above it, cells of several lines in it."""
    folder = tmp_path_factory.mktemp("table")
    document = python_docx.Document()
    for text in ("加强监管", "推进协作"):
        document.add_paragraph(text, style="List Number")
    table = document.add_table(0, 3, style="Table Grid")
    for texts in ROWS:
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    document.add_paragraph("完。")
    document.save(folder / "table.docx")
    return {target: convert(folder / "table.docx", target, folder) for target in FORMATS[1:]}


@pytest.mark.parametrize("target", FORMATS[1:])
def test_tables_and_automatic_numbers_come_back(tabled, target):
    lines = [line for line in read_guarded(tabled[target]).raw.split("\n") if line]
    numbered, rows, last = lines[:2], lines[2:-1], lines[-1]
    assert [line.replace(" ", "") for line in numbered] == ["1.加强监管", "2.推进协作"]
    assert [row.split("\t") for row in rows] == ROWS
    assert last == "完。"


def test_old_workbooks_of_an_office_program_are_read(tmp_path):
    book = openpyxl.Workbook()
    for texts in ROWS:
        book.active.append(texts)
    book.save(tmp_path / "t.xlsx")
    read_back = read_guarded(convert(tmp_path / "t.xlsx", "xls", tmp_path))
    assert [line.split("\t") for line in read_back.raw.split("\n")] == ROWS
