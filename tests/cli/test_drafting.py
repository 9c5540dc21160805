"""Official documents from the command line, and edited ones read back."""

import docx
import pytest

DAY = ("--today", "2026-07-03")


@pytest.fixture
def demo(run, tmp_path):
    run("demo", "--out", tmp_path / "out", "--today", "2026-03-16")
    return tmp_path / "out" / "样例.db"


def test_a_report_is_written(run, demo, tmp_path):
    out = tmp_path / "月报.docx"
    code, said, _ = run("paper", "report", "--period", "2026-03", "--out", out, "--db", demo, *DAY)
    assert (code, said.startswith("已写出工作报告\uff1a")) == (0, True)
    assert "2026年3月" in docx.Document(str(out)).paragraphs[0].text


def test_a_head_and_a_number_can_be_given(run, demo, tmp_path):
    out = tmp_path / "方案.docx"
    head = ("--form", "red", "--head", "临江市双打办文件", "--number", "临双打办〔2026〕1号")
    run("paper", "plan", *head, "--issued-on", "2026-07-03", "--out", out, "--db", demo, *DAY)
    texts = [p.text for p in docx.Document(str(out)).paragraphs]
    assert texts[0] == "临江市双打办文件"
    assert "2026年7月3日" in texts


def test_a_period_that_is_none_is_a_usage_error(run, demo, tmp_path):
    with pytest.raises(SystemExit) as left:
        run("paper", "report", "--period", "三月", "--out", tmp_path / "x.docx", "--db", demo)
    assert left.value.code == 2


def test_a_slip_without_a_unit_is_refused(run, demo, tmp_path):
    code, _, complaint = run("paper", "urge", "--out", tmp_path / "x.docx", "--db", demo, *DAY)
    assert code == 1
    assert "请先选择单位" in complaint


def test_an_edited_plan_is_read_back(run, demo, tmp_path):
    out = tmp_path / "方案.docx"
    run("paper", "plan", "--out", out, "--db", demo, *DAY)
    code, said, _ = run("readback", out, "--db", demo)
    assert code == 0
    assert "对上37项任务\uff0c0处不同" in said
    document = docx.Document(str(out))
    line = next(p for p in document.paragraphs if p.text.startswith("8.打击非法制售卷烟"))
    line._p.getparent().remove(line._p)
    for table in document.tables:
        table._tbl.getparent().remove(table._tbl)
    document.save(str(out))
    assert "第8项 删去" in run("readback", out, "--db", demo)[1]
    assert "任务已照文件改" in run("readback", out, "--adopt", "--db", demo, *DAY)[1]
    assert "对上36项任务\uff0c0处不同" in run("readback", out, "--adopt", "--db", demo, *DAY)[1]


def test_a_template_of_the_office_is_used_and_dropped(run, demo, tmp_path):
    own, out = tmp_path / "本办.docx", tmp_path / "方案.docx"
    document = docx.Document()
    document.add_paragraph("{{标题}}")
    document.save(str(own))
    assert "以后用模板" in run("template", "plan", own, "--db", demo, *DAY)[1]
    run("paper", "plan", "--out", out, "--db", demo, *DAY)
    assert len(docx.Document(str(out)).paragraphs) == 1
    assert "改回程序的公文格式" in run("template", "plan", "--db", demo, *DAY)[1]
