"""A library of documents shows a file page by page, each page behind its number."""

import pytest

from shuangda_desktop.text.rules.previews import remove_preview
from text.rules import applied

SITE = "云溪打假方案.docx\n上传人:甲 页数:3页\n云溪打假方案_第1页\n资源描述:\n《云溪打假方案.docx》由会员分享,可在线阅读,更多相关《云溪打假方案.docx》请在某网搜索。\n"
NAME = "云溪打假方案\n"


def cleaned(text):
    return applied(remove_preview, text)


def test_the_numbers_of_pages_go_where_words_run_on():
    pages = "1、为打假,制定本方案。一、整治市场\n\n2、和集市。二、宣传。\n\n3、开展宣传。"
    words = "为打假,制定本方案。一、整治市场和集市。二、宣传。\n\n开展宣传。"
    assert cleaned(SITE + pages) == NAME + words


def test_a_first_page_that_begins_with_the_title_is_numbered_by_the_site():
    assert cleaned(SITE + "1、云溪打假方案 一、整治。") == NAME + "云溪打假方案 一、整治。"


@pytest.mark.parametrize(
    "words",
    [
        "1、开展整治。\n2、开展宣传。",  # items of the document
        "一、整治\n1、查市场。",
        "1、一、整治\n3、查市场。",
        "1、云溪打假方案1查店\n\n2、铺。",  # nothing else may part it
        "",
    ],
)
def test_other_numbers_stay(words):
    assert cleaned(SITE + words) == NAME + words


def test_the_name_of_a_file_below_is_no_line_of_the_document():
    assert cleaned(f"{SITE}云溪打假方案.docx\n一、整治") == f"{NAME}\n一、整治"


def test_a_text_of_no_library_stays():
    assert cleaned("《云溪方案》已经同意。\n1、甲") == "《云溪方案》已经同意。\n1、甲"


@pytest.mark.parametrize(
    "text",
    [
        "云溪打假方案\n二、编印《自律公约范本》由会员单位分享。",
        "云溪打假方案\n《自律公约范本》由会员分享。",
        "云溪打假方案\n一、整治\n《自律公约范本》由会员分享,可在线阅读。",
        "为打假,制定本方案。\n《自律公约范本》由会员分享,可在线阅读。",
        "《自律公约范本》由会员分享,可在线阅读(市司法局牵头)",
    ],
)
def test_what_members_share_in_a_document_takes_nothing_away(text):
    assert cleaned(text) == text
