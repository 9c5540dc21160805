import pytest

from shuangda_desktop.text.punctuation import widen
from shuangda_desktop.text.rules.blanks import close_blanks, doubt_blanks
from text.rules import applied, both_widths


@pytest.mark.parametrize("blank", [" ", "\u3000", "\u00a0"])
@pytest.mark.parametrize(
    ("before", "after"),
    both_widths(
        [
            ("做好工作, 建立机制", "做好工作,建立机制"),
            ("积极开展。 围绕重点", "积极开展。围绕重点"),
            ("开展以 “示范”为主题", "开展以“示范”为主题"),
            ("根据《 示例办法》", "根据《示例办法》"),
            ("示双打发 〔2024〕 5号", "示双打发〔2024〕5号"),
            ("甲局 (乙局)负责", "甲局(乙局)负责"),
            ("一、 加强监管", "一、加强监管"),
            ("不少于 10 家", "不少于10家"),
            ("\n二 十二、整治", "\n二十二、整治"),
            ("\n(十 一)整治", "\n(十一)整治"),
            ("2021 年 10 月底前", "2021年10月底前"),
            ("2024 年", "2024年"),
            ("1.1 抽检童车", "1.1 抽检童车"),
            ("2.1.3 抽检童车", "2.1.3 抽检童车"),
            ("达到1.5 万元", "达到1.5万元"),
            # a spaced label, a spaced word of a line of its own
            ("责 任 单 位:市局", "责任单位:市局"),
            ("联 系 人:王五", "联系人:王五"),
            ("标  题:要点", "标题:要点"),
            ("甲局。配 合 单 位:乙局", "甲局。配合单位:乙局"),
            ("通 知", "通知"),
            # a blank inside a known word
            ("保护知识 产权工作", "保护知识产权工作"),
            ("加强市场 监管执法", "加强市场监管执法"),
            # and inside a short one, in a sentence that goes on
            ("对涉嫌犯罪的,依 法批捕、起诉,从严惩处。", "对涉嫌犯罪的,依法批捕、起诉,从严惩处。"),
            ("建立长效机制,加 强日常监管,做到全覆盖。", "建立长效机制,加强日常监管,做到全覆盖。"),
            # left alone: what a blank may part
            ("市公安局 市商务局", "市公安局 市商务局"),
            ("牵头单位 市委宣传部", "牵头单位 市委宣传部"),
            ("中共中央 国务院", "中共中央 国务院"),
            ("3 开展检查", "3 开展检查"),
            ("表\t3 开展检查", "表\t3 开展检查"),
            ("王 某某", "王 某某"),
            ("  缩进的行  ", "  缩进的行  "),
            ("甲局\t乙局", "甲局\t乙局"),
            ("use a blank", "use a blank"),
            ("(甲局)    乙局", "(甲局)    乙局"),
        ]
    ),
)
def test_blanks_inside_a_sentence_go(before, after, blank):
    before, after = before.replace(" ", blank), after.replace(" ", blank)
    assert applied(close_blanks, before) == after


def test_each_blank_is_one_edit():
    edits = list(close_blanks("责 任 单 位: 甲"))
    assert len({e.span for e in edits}) == len(edits) == 4


SENTENCE = "突出重点商品,{}协同配合,查处一批案件。"


@pytest.mark.parametrize("change", [str, widen])
def test_a_blank_in_a_sentence_is_left_to_the_clerk(change):
    text = change(SENTENCE.format("做到源头严防 过程严管,"))
    (doubt,) = doubt_blanks(text)
    assert doubt.candidates == ("", "\u3001", "\uff0c")
    assert text[doubt.span.start : doubt.span.end] == " "
    assert not list(close_blanks(text))


@pytest.mark.parametrize(
    "text",
    [
        SENTENCE.format("由市公安局 市商务局"),
        SENTENCE.format("按照中共中央 国务院要求,"),
        SENTENCE.format("落实《示例省委 关于若干问题的意见》,"),
        SENTENCE.format("由牵头单位 逐月调度,"),
        "加强宣传 各单位要广泛发动,营造氛围。",
        "形成合力 营造氛围",
        "序号,名称\t源头严防 过程严管,协同配合。",
        "突出重点商品,源头严防 过程严管",
        "突出重点商品。",
    ],
)
def test_a_blank_that_parts_names_labels_or_headings_is_no_doubt(text):
    assert list(doubt_blanks(text)) == []


def test_a_text_set_with_blanks_asks_only_a_few_times():
    assert len(list(doubt_blanks(SENTENCE.format("源头严防 过程严管,") * 40))) == 20


def test_where_blanks_split_many_words_none_in_a_sentence_means_anything():
    split = "加强市 场监管,保护知识 产权,打击侵权 假冒,开展专项 整治,做到应查 尽查。"
    odd = "突出重点商品,整治农用 车辆,查处一批案件。"
    meant = f"{split}{odd}" + "源头严防 过程严管," * 12  # of many blanks few split a word
    assert " " not in applied(close_blanks, f"{split * 4}{odd}")
    assert " " not in applied(close_blanks, split + odd)
    assert " " in applied(close_blanks, meant)
    assert " " in applied(close_blanks, f"加强市 场监管。{odd}")  # one is no habit
