import pytest

from shuangda_desktop.errors import SourceError
from shuangda_desktop.sources import read_bytes, read_text
from shuangda_desktop.text.punctuation import widen
from sources.making import docx, paragraph

PLAN = "示例市打击侵权假冒工作要点\n一、加强市场监管。(市市场监管局负责)"


@pytest.mark.parametrize(
    "mark",
    [
        "机密\u26055年",
        "秘密\u2605",
        "绝 密\u2605长期",
        "秘密*10年",
        "机密",
        "秘 密",
        "密级:机密",
        "密级\uff1a秘密\u26051年",
        "特急 机密\u26051年",
        "機密\u2605",
        "絕密",
        "\u200b机\u200b密\u2605",
        "000001 秘密\u2605",
    ],
)
def test_a_document_marked_secret_is_refused_without_a_word_of_it(mark):
    for text in (f"{mark}\n{PLAN}", f"000001\n\n{mark}\n特急\n{PLAN}"):
        with pytest.raises(SourceError, match="标有密级") as caught:
            read_text(text)
        assert "示例市" not in str(caught.value)
        assert str(caught.value) == widen(str(caught.value))


def test_a_mark_with_a_star_is_seen_far_below_too():
    with pytest.raises(SourceError, match="标有密级"):
        read_text(PLAN + "\n正文" * 40 + "\n机密\u26053年\n附件")


def test_a_marked_word_file_is_refused():
    with pytest.raises(SourceError, match="标有密级"):
        read_bytes(docx(paragraph("机密\u26051年"), paragraph("甲")), "x")


@pytest.mark.parametrize(
    "line",
    [
        "加强商业秘密保护。",
        "保护商业秘密",
        "严守国家秘密",
        "(七)加强保密。(市国家保密局负责)",
        "商业秘密*保护",
        "商业秘密\u2605\u2605\u2605",
        "涉及国家秘密的文件标注机密\u2605字样的,一律不得在联网计算机上处理和存储。",
        "密级:无",
        "秘密工作",
    ],
)
def test_a_sentence_about_secrets_is_no_mark(line):
    assert read_text(f"{PLAN}\n{line}").raw.endswith(line)


def test_a_bare_word_far_from_the_top_is_no_mark():
    text = PLAN + "\n正文" * 40 + "\n机密"
    assert read_text(text).raw == text
