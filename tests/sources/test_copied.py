"""What is copied in browsers and office programs, archives of pages, and numbers of lists."""

import pytest

from shuangda_desktop.errors import SourceError
from shuangda_desktop.sources import read_bytes, read_html
from shuangda_desktop.text.source import BlockKind
from sources.hostile_making import mail


def lines(html):
    return read_html(html).raw.split("\n")


def test_a_copy_keeps_its_tables():
    source = read_html("<p>表</p><table><tr><td>序号<td>任务<tr><td>1<td>甲</table>")
    assert source.raw == "表\n序号\t任务\n1\t甲"
    assert [block.kind for block in source.blocks][1:] == [BlockKind.ROW] * 2
    assert (source.format, source.content, source.name) == ("paste", b"", "粘贴的文字")


def test_a_copy_in_one_encoding_that_declares_another_is_read():
    assert lines('<meta charset="gb2312"><p>一、加强监管</p>') == ["一、加强监管"]


def test_readings_over_characters_are_dropped():
    assert lines("<p>知识产<ruby>权<rp>(</rp><rt>quan</rt><rp>)</rp></ruby>保护</p>") == [
        "知识产权保护"
    ]


def test_the_numbers_that_word_copies_are_text():
    copied = (
        "<html><body><p class=MsoNormal><!--[if !supportLists]--><span style='mso-list:Ignore'>一、"
        "<span style='font:7.0pt'>&nbsp;</span></span><!--[endif]-->加强<o:p></o:p></p>"
        "<p style='mso-hide:all'>不见</p></body></html>"
    )
    assert lines(copied) == ["一、\u00a0加强"]


def test_the_same_copy_has_the_same_digest():
    assert read_html("<p>甲</p>").sha256 == read_html("<p>甲</p>", "别名").sha256


def test_an_empty_copy_is_refused_by_its_name():
    with pytest.raises(SourceError, match="“剪贴板”里没有文字"):
        read_html("<html></html>", "剪贴板")
    with pytest.raises(SourceError, match="已损坏"):
        read_html("", "剪贴板")


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<ol><li>甲<li>乙</ol>", ["1.甲", "2.乙"]),
        ("<ol start=3><li>甲<li value=7>乙<li>丙</ol>", ["3.甲", "7.乙", "8.丙"]),
        ("<ol start=x><li>甲</ol>", ["1.甲"]),
        ("<ol type=A><li>甲</ol><ol type=i><li>乙</ol>", ["A.甲", "i.乙"]),
        ("<ol style='list-style-type: cjk-ideographic'><li>甲<li>乙</ol>", ["一、甲", "二、乙"]),
        ("<ol><li style='list-style:none'>甲<li>乙</ol>", ["甲", "2.乙"]),
        ("<ol><li>甲<ol><li>子</ol><li>乙</ol>", ["1.甲", "1.子", "2.乙"]),
        ("<ol><li>一、甲<li>(二)乙<li>3.丙<li>第四条</ol>", ["一、甲", "(二)乙", "3.丙", "第四条"]),
        ("<ol><li><a href=x>首页</a></ol>", ["首页"]),
        ("<ol><li><p>甲</p></li></ol>", ["1.甲"]),
        ("<ol><li></li><li>乙</ol>", ["2.乙"]),
        ("<ul><li>甲</ul><li>乙", ["甲", "乙"]),
    ],
)
def test_lists_are_numbered_as_the_page_shows_them(html, shown):
    assert lines(html) == shown


def archive(page, header=b"text/html; charset=utf-8", more=b""):
    return mail(b"Content-Type: " + header + b"\r\n" + more + b"\r\n" + page)


@pytest.mark.parametrize(
    ("page", "more"),
    [
        ("<p>一、加强</p>".encode(), b""),
        ("<meta charset=gbk><p>一、加强</p>".encode("gbk"), b""),
        (b"<p>=E4=B8=80=E3=80=81=E5=8A=\r\n=A0=E5=BC=BA</p>", b"Content-Transfer-Encoding: quoted-printable\r\n"),
        (b"PHA+5LiA44CB5Yqg5by6PC9wPg==", b"Content-Transfer-Encoding: base64\r\n"),
    ],
)  # fmt: skip
def test_the_page_of_an_archive_is_read(page, more):
    source = read_bytes(archive(page, more=more), "页.mht")
    assert source.raw == "一、加强"
    assert source.format == "mht"
    assert source.content.startswith(b"MIME-Version")


def test_an_archive_that_begins_with_its_sender_is_one():
    content = b"From: <Saved by Blink>\r\n" + archive("<p>甲乙</p>".encode())
    assert read_bytes(content, "x").format == "mht"


def test_an_archive_with_too_many_parts_is_refused():
    with pytest.raises(SourceError, match="已损坏"):
        read_bytes(mail(*[b"Content-Type: image/png\r\n\r\nx"] * 2_500), "x")
