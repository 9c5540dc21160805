"""Task tables that were saved as text are told from plans in sentences, and read as rows of cells."""

import pytest

from shuangda_desktop.sources import read_bytes, read_text
from shuangda_desktop.text.source import BlockKind

ROWS = [
    ["序号", "工作任务", "责任单位", "完成时限"],
    ["1", "抽检月饼,抽检不少于20批次", "市市场监管局、市商务局", "9月底前"],
    ["2", "清理网店", "市委网信办", "全年"],
]


def saved(mark, top="云泽市月饼整治任务表", note=""):
    body = [mark.join(f'"{cell}"' for cell in row) for row in ROWS]
    head = [top + mark * 3] if top else []
    return "\r\n".join([*head, *body, *([note] if note else [])]) + "\r\n"


def lines(source):
    return [source.raw[b.span.start : b.span.end] for b in source.blocks]


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_a_saved_table_is_rows_below_its_title(mark, encoding):
    source = read_bytes(saved(mark).encode(encoding), "任务表.txt")
    assert lines(source) == ["云泽市月饼整治任务表", *("\t".join(row) for row in ROWS)]
    kinds = [block.kind for block in source.blocks]
    assert kinds == [BlockKind.PARAGRAPH, *[BlockKind.ROW] * 3]
    assert source.content == saved(mark).encode(encoding)


def test_a_pasted_table_is_read_like_a_file():
    assert lines(read_text(saved(",")))[1:] == ["\t".join(row) for row in ROWS]


def test_a_sentence_above_the_table_keeps_its_commas():
    source = read_text(saved(",", top="经研究,现将任务分解如下,请落实。"))
    assert lines(source)[0] == "经研究,现将任务分解如下,请落实。"


def test_a_cell_of_several_lines_is_one_cell():
    text = '序号,任务,责任单位\n1,查案,"市公安局\n市商务局"\n2,抽检,市市场监管局\n'
    assert lines(read_text(text))[1] == "1\t查案\t市公安局\u2028市商务局"


def test_a_note_at_the_end_is_kept():
    text = (
        saved(",")
        + "".join(f"{n},甲,市公安局,全年\n" for n in range(3, 12))
        + "注:请按月报送,谢谢\n"
    )
    assert lines(read_text(text))[-1] == "注:请按月报送,谢谢\t\t\t"


@pytest.mark.parametrize(
    "text",
    [
        "一、加强监管,严查案件,保护权利\n二、做好宣传,办好活动,形成声势\n",
        "任务,单位,时限\n",  # no row
        "责任单位,配合单位,完成时限\n一、查案,办案\n二、抽检\n三、宣传,引导,督促,检查\n",
        "序号\t任务\t责任单位\n1\t查案\t市公安局\n",  # rows already
        "任务,措施,责任单位\n" + '"' + "甲" * 140_000 + ",乙,丙\n",
        "",
    ],
)
def test_other_texts_are_left_as_they_are(text):
    raw = f"云泽市方案\n{text}"
    assert read_text(raw).raw == raw


def test_a_row_whose_quote_is_never_closed_loses_nothing():
    text = '序号,任务,责任单位\n1,"查案,市公安局\n2,抽检,市商务局\n3,宣传,市司法局\n'
    assert read_text(text).raw == text
