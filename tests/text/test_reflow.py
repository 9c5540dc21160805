import pytest
from hypothesis import given
from hypothesis import strategies as st

from shuangda_desktop.text.rules.pages import remove_page_marks
from shuangda_desktop.text.rules.reflow import join_wrapped
from text.rules import applied

PARAGRAPHS = [
    "一、加强市场监管",
    "(一)开展专项整治。围绕农村市场和网络市场,组织开展三次集中检查,对发现的问题建立清单并逐项整改,做到件件有着落、事事有回音。(市市场监管局牵头,市公安局、市商务局按职责分工负责)",
    "(二)强化执法协作。建立线索通报和案件移送制度,每季度召开一次联席会议,共同研究跨区域案件的查办方案并及时通报进展情况。(市公安局、市检察院负责)",
    "二、加强宣传",
    "利用世界知识产权日等重要节点开展集中宣传,引导公众自觉抵制侵权假冒商品,形成全社会共同参与的良好氛围。(市委宣传部负责)",
]


def wrapped(paragraphs, columns, indent="    "):
    lines = []
    for paragraph in paragraphs:
        text = indent + paragraph
        lines += [text[at : at + columns] for at in range(0, len(text), columns)]
    return "\n".join(lines)


def joined(text):
    return applied(join_wrapped, applied(remove_page_marks, text))


def stripped(text):
    return [line.strip() for line in text.split("\n") if line.strip()]


@pytest.mark.parametrize("columns", [24, 28, 34])
@pytest.mark.parametrize("indent", ["    ", "\u3000\u3000", ""])
def test_paragraphs_are_put_together_again(columns, indent):
    assert stripped(joined(wrapped(PARAGRAPHS, columns, indent))) == PARAGRAPHS


@pytest.mark.parametrize(
    "number",
    [
        "- 1 -",
        "\u2014 1 \u2014",
        "\uff0d\uff11\uff0d",
        "第1页",
        "第 1 页 共 9 页",
        "    \u2014 1 \u2014",
    ],
)
def test_a_sentence_broken_over_two_pages_is_joined(number):
    lines = wrapped(PARAGRAPHS, 28).split("\n")
    text = "\n".join([*lines[:2], number, "", *lines[2:]])
    assert stripped(joined(text)) == PARAGRAPHS


def test_a_text_with_an_empty_line_after_every_line_is_joined_too():
    text = wrapped(PARAGRAPHS, 28).replace("\n", "\n\n")
    assert stripped(joined(text)) == PARAGRAPHS


def test_paragraphs_parted_by_empty_lines_stay_apart():
    text = "\n\n".join(PARAGRAPHS)
    assert joined(text) == text


def test_running_heads_beside_page_numbers_go():
    lines = wrapped(PARAGRAPHS, 28).split("\n")
    mark = "\u2014 {} \u2014\n示例市工作要点"
    text = "\n".join([*lines[:2], mark.format(1), *lines[2:5], mark.format(2), *lines[5:]])
    assert stripped(joined(text)) == PARAGRAPHS


def test_a_letterhead_after_a_page_number_goes():
    lines = wrapped(PARAGRAPHS, 28).split("\n")
    text = "\n".join([*lines[:2], "\u2014 2 \u2014", "示例市人民政府办公室文件", *lines[2:]])
    assert stripped(joined(text)) == PARAGRAPHS


def test_the_head_of_a_gazette_goes():
    lines = wrapped(PARAGRAPHS, 28).split("\n")
    head = "示例省人民政府公报  2019年第4期"
    text = "\n".join([*lines[:2], "第 7 页", head, *lines[2:]])
    assert stripped(joined(text)) == PARAGRAPHS


def test_headings_of_equal_length_among_longer_lines_are_no_edge():
    heads = [f"{n}、关于市场和网点检查中发现的第{n}个问题" for n in "一二三四"]
    keys = ["责任单位:市市场监管局、市公安局", "牵头单位:市市场监管局和市商务局"]
    lines = [line for head in heads for line in (head, *keys, PARAGRAPHS[1], PARAGRAPHS[2])]
    assert stripped(joined("\n".join(lines))) == lines


def test_page_numbers_at_the_edges_leave_no_line():
    assert (
        applied(remove_page_marks, "\u2014 1 \u2014\n甲\n乙\n\u2014 2 \u2014\n\u2014 3 \u2014")
        == "甲\n乙"
    )


@pytest.mark.parametrize(
    "text", ["1\n2\n3", "-1", "- 1", "第一页", "见第3页的说明", "\u2014 甲 \u2014", "2024-1-2"]
)
def test_other_lines_with_numbers_stay(text):
    assert applied(remove_page_marks, text) == text


def test_the_lines_of_an_unwrapped_document_stay_apart():
    text = "\n".join(PARAGRAPHS)
    assert joined(text) == text


def test_cells_that_stand_one_in_a_line_stay_apart():
    cells = [
        "开展农村市场和网络市场专项整治行动",
        "市市场监管局",
        "加强执法协作并完善线索通报和案件移送制度",
        "市公安局",
    ] * 4
    assert joined("\n".join(cells)) == "\n".join(cells)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("根据《\n示例市办法》办理", "根据《示例市办法》办理"),
        ("市财政局、\n市国资委", "市财政局、市国资委"),
        ("加强监管,\n形成合力", "加强监管,形成合力"),
        ("加强监管\uff0c\n形成合力", "加强监管\uff0c形成合力"),
        ("甲局(\n乙局)", "甲局(乙局)"),
        # a bracket that the next line closes; none that it opens itself, and none after a sentence
        ("(甲局牵头,2025年10月\n底前完成)", "(甲局牵头,2025年10月底前完成)"),
        ("加强监管\n甲局(市版权局)负责", "加强监管\n甲局(市版权局)负责"),
        ("加强监管\u3002\n由市商务局负责)", "加强监管\u3002\n由市商务局负责)"),
        # the number of a document stands alone
        (
            "某某示例市人民政府文件、\n示政发\u30142025\u30153号",
            "某某示例市人民政府文件、\n示政发\u30142025\u30153号",
        ),
        ("示政发\u30142025\u30153号\n,各县", "示政发\u30142025\u30153号\n,各县"),
        # an empty line, a numbered line or a table row ends every line
        ("市财政局、\n\n市国资委", "市财政局、\n\n市国资委"),
        ("加强监管,\n(二)推进", "加强监管,\n(二)推进"),
        ("甲\t市财政局、\n乙\t市国资委", "甲\t市财政局、\n乙\t市国资委"),
        ("", ""),
    ],
)
def test_a_line_that_stops_halfway_goes_on_anywhere(before, after):
    assert joined(before) == after


def test_latin_words_are_parted_by_a_blank():
    paragraph = (
        "本办法所称平台是指 Example Trading Platform 以及与其 Connected Services 有关的各类网络服务提供者和经营者。"
        * 3
    )
    text = "\n".join(paragraph[at : at + 30] for at in range(0, len(paragraph), 30))
    assert " Trading" in joined(text)
    assert "\n" not in joined(text)


def test_a_line_far_to_the_right_is_a_signature():
    text = (
        wrapped(PARAGRAPHS, 28)
        + "各单位要认真抓好落实并及时报告情况\n"
        + " " * 30
        + "示例市人民政府办公室"
    )
    assert stripped(joined(text))[-1] == "示例市人民政府办公室"


@given(st.integers(20, 40), st.sampled_from(["    ", "\u3000\u3000", ""]))
def test_no_character_is_lost_by_joining(columns, indent):
    text = wrapped(PARAGRAPHS, columns, indent)
    assert "".join(joined(text).split()) == "".join(PARAGRAPHS)


def test_a_row_between_bars_that_is_broken_inside_a_cell_is_one_line():
    rows = "| 序号 | 任务 | 牵头单位 |\n| --- | --- | --- |\n| 1 | 查案。 | 市公安局 |\n"
    text = (
        rows + "| 2 | 规范短视频、\n直播秩序,\n处置率100% | 市网信办 |\n| 3 | 普法。 | 市司法局 |"
    )
    whole = rows + "| 2 | 规范短视频、直播秩序,处置率100% | 市网信办 |\n| 3 | 普法。 | 市司法局 |"
    assert applied(join_wrapped, text) == whole
    assert applied(join_wrapped, whole) == whole


def test_a_table_without_bars_at_its_edges_is_left():
    text = "| 1 | 查案。 | 市公安局\n| 2 | 普法。 | 市司法局\n一、另起一段。"
    assert applied(join_wrapped, text) == text


def test_a_table_with_a_cell_in_each_line_is_no_wrapped_text():
    rows = [
        ["1", "查处网络销售假酒行为不少于二十起", "区公安局", "6月"] * 4,
        ["区消费者权益保护委员会"],
    ]
    text = "\n\n".join(
        ["云安区酒类整治事项一览表", "序号", "事项", "单位", "时限", *rows[0], *rows[1]]
    )
    assert joined(text) == text


def test_the_number_of_a_document_stands_alone_also_where_it_lost_a_bracket():
    lines = [*PARAGRAPHS[:1], "云双打办发〔20315号", *PARAGRAPHS[1:]]
    assert stripped(joined(wrapped(lines, 28)))[1] == "云双打办发〔20315号"


def test_an_indent_of_two_narrow_blanks_begins_a_paragraph_where_all_have_it():
    assert stripped(joined(wrapped([*PARAGRAPHS, "抄送:市委办公室。"], 28, "  "))) == [
        *PARAGRAPHS,
        "抄送:市委办公室。",
    ]


def test_a_key_at_the_beginning_of_a_line_that_goes_on_is_no_part_of_its_own():
    key = "(一)查酒厂。排查酒厂和散装酒作坊的进货台账【责任单位:市公安局】查酒店,封存来路不明的名酒。【责任单位:市商务局】"
    lines = [*PARAGRAPHS[:-1], key]
    assert "\n【责任单位" in wrapped(lines, 26)
    assert stripped(joined(wrapped(lines, 26))) == lines


@pytest.mark.parametrize("last", ["", "\n  三、总结\n  3"])
def test_bare_numbers_that_count_the_pages_go(last):
    lines = wrapped(PARAGRAPHS * 4, 28).split("\n")
    text = "\n".join([*lines[:20], "  1", *lines[20:40], "  2", *lines[40:]]) + last
    assert not [line for line in stripped(joined(text)) if line.isdecimal()]


def test_bare_numbers_that_count_rows_stay():
    rows = "\n".join(f"{n}\n查酒厂\n市公安局\n6月底" for n in range(1, 5))
    assert applied(remove_page_marks, rows) == rows


def test_a_line_that_ends_inside_a_quotation_goes_on():
    text = "打造\u201c放心\n集市\u201d品牌\n\u201c三查\u201d行动\n树立\u201c样板\n开展\u201c三查\u201d行动"
    assert joined(text).split("\n") == [
        "打造\u201c放心集市\u201d品牌",
        "\u201c三查\u201d行动",
        "树立\u201c样板",
        "开展\u201c三查\u201d行动",
    ]
