import io

import docx as python_docx
import pytest

from shuangda_desktop.errors import SourceError
from shuangda_desktop.sources import read_bytes
from shuangda_desktop.text.source import BlockKind
from sources.making import NAMESPACES, cell, docx, packed, paragraph, part, row, run, table

LINE = "\u2028"


def raw(*body, **parts):
    return read_bytes(docx(*body, **parts), "x").raw


def rows(source):
    return [source.raw[b.span.start : b.span.end] for b in source.blocks if b.kind is BlockKind.ROW]


def test_paragraphs_become_lines_and_blocks():
    source = read_bytes(docx(paragraph("甲"), paragraph(""), paragraph("乙")), "x")
    assert source.raw == "甲\n\n乙"
    assert [source.raw[b.span.start : b.span.end] for b in source.blocks] == ["甲", "", "乙"]
    assert (source.format, source.encoding, source.warnings) == ("docx", None, ())


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        # tracked changes: inserted and moved-to text stands, deleted and moved-from does not
        (
            "<w:ins>" + run("新") + "</w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>",
            "新",
        ),
        ("<w:moveTo>" + run("来") + "</w:moveTo><w:moveFrom>" + run("去") + "</w:moveFrom>", "来"),
        # wrappers
        ('<w:smartTag w:element="chsdate">' + run("2024年") + "</w:smartTag>", "2024年"),
        ("<w:sdt><w:sdtPr/><w:sdtContent>" + run("控件") + "</w:sdtContent></w:sdt>", "控件"),
        ("<w:hyperlink>" + run("链接") + "</w:hyperlink>", "链接"),
        (
            "<w:ruby><w:rt>"
            + run("quan")
            + "</w:rt><w:rubyBase>"
            + run("权")
            + "</w:rubyBase></w:ruby>",
            "权",
        ),
        ('<w:fldSimple w:instr="DATE">' + run("今天") + "</w:fldSimple>", "今天"),
        ("<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>", "x+1"),
        # signs
        (
            "<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:noBreakHyphen/><w:t>丙</w:t></w:r>",
            "甲 乙-丙",
        ),
        ("<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r>", "甲\n乙"),
        ('<w:r><w:t>甲</w:t><w:br w:type="page"/><w:t>乙</w:t><w:softHyphen/></w:r>', "甲\n乙"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0AB"/></w:r>', "\u2605"),
        (
            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>单击输入</w:t></w:r>"
            "</w:sdtContent></w:sdt><w:r><w:t>甲</w:t></w:r>",
            "甲",
        ),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', "\u2611"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>', "\u25a1"),
        ('<w:r><w:sym w:font="Symbol" w:char="2265"/><w:t>1</w:t></w:r>', "\u22651"),
        (
            '<w:r><w:sym w:font="Webdings" w:char="F012"/><w:sym w:char="zz"/><w:t>甲</w:t></w:r>',
            "甲",
        ),
        # hidden text
        (run("见") + run("隐", "<w:vanish/>"), "见"),
        (run("见", '<w:vanish w:val="0"/>'), "见"),
        ("<w:bookmarkStart/><w:proofErr/><!-- 注 -->" + run("甲"), "甲"),
    ],
)
def test_a_paragraph_reads_as_the_printed_page(inner, text):
    assert raw(f"<w:p>{inner}</w:p>") == text


def fields(*parts):
    kinds = {"{": "begin", "|": "separate", "}": "end"}
    inner = [
        f'<w:r><w:fldChar w:fldCharType="{kinds[p]}"/></w:r>'
        if p in kinds
        else f"<w:r><w:instrText>{p[1:]}</w:instrText></w:r>"
        if p.startswith("=")
        else run(p)
        for p in parts
    ]
    return "<w:p>" + "".join(inner) + "</w:p>"


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        (("第", "{", "=PAGE", "|", "3", "}", "页"), "第3页"),
        (("{", "=TOC", "{", "=X", "|", "内", "}", "|", "外", "}"), "外"),
        (("{", "=eq \\o\\ac(\u25cb,1)", "}", "甲"), "\u2460甲"),
        (("{", "=EQ \\o(\u25cb,12)", "}"), "\u246b"),
        (("{", "=eq \\o\\ac(\u25cb,99)", "}", "甲"), "甲"),
        (("甲", "}", "|", "=x"), "甲"),
    ],
)
def test_fields_show_their_result_only(parts, text):
    assert raw(fields(*parts)) == text


def test_hidden_text_is_told():
    source = read_bytes(docx(paragraph(run("甲"), run("乙", "<w:vanish/>"))), "x")
    assert source.raw == "甲"
    assert any("隐藏文字" in warning for warning in source.warnings)


def test_text_hidden_by_its_style_is_left_out():
    styles = '<w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>'
    assert raw(paragraph(run("甲"), run("乙", '<w:rStyle w:val="H"/>')), styles=styles) == "甲"


def test_a_deleted_paragraph_mark_joins_two_paragraphs():
    mark = "<w:rPr><w:del/></w:rPr>"
    assert raw(paragraph("甲", properties=mark), paragraph("乙"), paragraph("丙")) == "甲乙\n丙"
    assert raw(paragraph("甲", properties=mark)) == "甲"


def struck(text):
    return f"<w:del><w:r><w:delText>{text}</w:delText></w:r></w:del>"


def told(source):
    """The doubts as (words of the place, what stands in quotation marks)."""
    return [
        (
            source.raw[one.span.start : one.span.end],
            one.message.split("\u201c")[1].split("\u201d")[0],
        )
        for one in source.doubts
    ]


class TestWhatTrackedChangesDeleted:
    def test_it_is_told_at_the_line_it_was_deleted_from(self):
        body = paragraph(run("抽检"), struck("三十"), run("五十批次")), paragraph("乙")
        source = read_bytes(docx(*body), "x")
        assert source.raw == "抽检五十批次\n乙"
        assert told(source) == [("抽检五十批次", "三十")]
        assert source.doubts[0].code == "struck-words"

    def test_a_line_tells_all_that_it_lost_once(self):
        source = read_bytes(docx(paragraph(struck("甲"), run("乙"), struck("丙"))), "x")
        assert told(source) == [("乙", "甲丙")]

    def test_a_paragraph_that_went_with_its_mark_is_told_at_the_next_or_the_last(self):
        gone = paragraph(struck("旧"), properties="<w:rPr><w:del/></w:rPr>")
        assert told(read_bytes(docx(gone, paragraph("新")), "x")) == [("新", "旧")]
        assert told(read_bytes(docx(paragraph("新"), gone), "x")) == [("新", "旧")]

    def test_a_row_is_told_at_the_first_of_its_table_and_words_that_only_moved_are_not(self):
        rows_of = (
            row("1", "2"),
            row("3", "4", properties="<w:del/>"),
            row("5", "6", properties="<w:moveFrom/>"),
        )
        source = read_bytes(docx(table(*rows_of), paragraph("后")), "x")
        assert (source.raw, told(source)) == ("1\t2\n后", [("1\t2", "34")])

    def test_blanks_and_marks_alone_are_not_told(self):
        assert read_bytes(docx(paragraph(run("甲"), struck(" "))), "x").doubts == ()

    def test_long_words_are_cut_and_many_places_are_summed_up(self):
        long = read_bytes(docx(paragraph(run("甲"), struck("字" * 41))), "x")
        assert told(long) == [("甲", "字" * 40 + "\u2026")]
        many = read_bytes(docx(*[paragraph(run("甲"), struck("乙"))] * 32), "x")
        assert len(many.doubts) == 30
        assert "另有2处" in many.warnings[0]


def test_a_text_box_is_read_once_as_a_note():
    box = "<w:txbxContent>" + paragraph("框内") + "</w:txbxContent>"
    both = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    source = read_bytes(docx(f"<w:p>{run('正文')}<w:r>{both}</w:r></w:p>", paragraph("后文")), "x")
    assert source.raw == "正文\n框内\n后文"
    assert [b.kind for b in source.blocks] == [
        BlockKind.PARAGRAPH,
        BlockKind.NOTE,
        BlockKind.PARAGRAPH,
    ]


def test_footnotes_come_last_as_notes():
    notes = f'<w:footnote w:id="0">{paragraph("线")}</w:footnote><w:footnote w:id="2">{paragraph("脚注")}</w:footnote>'
    body = '<w:p><w:r><w:t>正文</w:t><w:footnoteReference w:id="2"/><w:endnoteReference w:id="9"/></w:r></w:p>'
    source = read_bytes(docx(body, paragraph("末段"), footnotes=notes), "x")
    assert source.raw == "正文\n末段\n注\uff1a脚注"
    assert source.blocks[-1].kind is BlockKind.NOTE


def test_block_controls_and_inserted_paragraphs_are_read():
    inner = f"<w:sdtContent>{paragraph('甲')}{table(row('乙', '丙'))}</w:sdtContent>"
    assert (
        raw(f"<w:sdt><w:sdtPr/>{inner}</w:sdt><w:ins>{paragraph('丁')}</w:ins><w:sectPr/>")
        == "甲\n乙\t丙\n丁"
    )


def test_an_embedded_document_is_told():
    source = read_bytes(docx(paragraph("甲"), '<w:altChunk r:id="rId9"/>'), "x")
    assert any("嵌有" in warning for warning in source.warnings)


RELATIONS = (
    '<?xml version="1.0"?><Relationships><Relationship Id="rId9" Target="{}" Type='
    '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk"/></Relationships>'
)


def with_chunk(content, target="afchunk.htm"):
    """A document with another put into it between two paragraphs."""
    body = part(
        "document", f'<w:body>{paragraph("甲")}<w:altChunk r:id="rId9"/>{paragraph("丙")}</w:body>'
    )
    return packed(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": body,
            "word/_rels/document.xml.rels": RELATIONS.format(target),
            "word/afchunk.htm": content,
        }
    )


@pytest.mark.parametrize(
    "content",
    [
        "<html><body><p>乙</p></body></html>",
        r"{\rtf1\ansi \u20057?\par}",
        "乙",
        docx(paragraph("乙")),
    ],
    ids=["page", "rich text", "text", "word"],
)
def test_a_document_put_into_another_is_read_where_it_stands(content):
    source = read_bytes(with_chunk(content), "x")
    assert [line for line in source.raw.split("\n") if line] == ["甲", "乙", "丙"]
    assert source.warnings == ()


def test_words_struck_in_a_document_put_into_another_are_told_where_it_stands():
    inner = docx(paragraph("乙"), paragraph(run("抽检"), struck("三十"), run("批次")))
    source = read_bytes(with_chunk(inner), "x")
    assert source.raw == "甲\n乙\n抽检批次\n丙"
    assert told(source) == [("抽检批次", "三十")]


@pytest.mark.parametrize(
    ("content", "target"),
    [
        ("乙", "missing.htm"),
        (b"\x89PNG", "afchunk.htm"),
        ("PK\x03\x04 word/document", "afchunk.htm"),
        (with_chunk("乙"), "afchunk.htm"),
    ],
    ids=["missing", "a picture", "broken", "one within another"],
)
def test_what_cannot_be_read_of_it_is_told(content, target):
    source = read_bytes(with_chunk(content, target), "x")
    assert source.raw.startswith("甲")
    assert source.raw.endswith("丙")
    assert any("嵌有" in warning for warning in source.warnings)


class TestTables:
    def test_a_row_is_a_line_of_cells(self):
        source = read_bytes(
            docx(paragraph("表"), table(row("序号", "任务"), row("1", "整治"))), "x"
        )
        assert source.raw == "表\n序号\t任务\n1\t整治"
        assert rows(source) == ["序号\t任务", "1\t整治"]

    def test_a_paragraph_break_in_a_cell_is_a_line_separator(self):
        assert raw(table(row(cell("甲", "乙"), "丙"))) == f"甲{LINE}乙\t丙"

    def test_a_cell_that_spans_columns_leaves_the_others_empty(self):
        wide = cell("合", properties='<w:gridSpan w:val="2"/>')
        assert raw(table(row(wide, "丙"), row("1", "2", "3"))) == "合\t\t丙\n1\t2\t3"

    def test_a_cell_merged_downwards_stands_once(self):
        first = cell("甲", properties='<w:vMerge w:val="restart"/>')
        rest = cell("残", properties="<w:vMerge/>")
        assert raw(table(row(first, "1"), row(rest, "2"))) == "甲\t1\n\t2"

    def test_a_row_may_begin_further_right(self):
        assert (
            raw(table(row("1", "2"), row("乙", properties='<w:gridBefore w:val="1"/>')))
            == "1\t2\n\t乙"
        )

    def test_a_deleted_row_is_gone(self):
        assert raw(table(row("1", "2"), row("3", "4", properties="<w:del/>"))) == "1\t2"

    def test_a_deleted_mark_at_the_end_of_a_cell_loses_nothing(self):
        deleted = paragraph("甲", properties="<w:rPr><w:del/></w:rPr>")
        assert raw(table(row(cell(deleted), "乙"))) == "甲\t乙"

    def test_a_table_in_a_cell_becomes_lines_of_it(self):
        inner = table(row("甲", "乙"), row("丙", "丁"))
        assert raw(table(row("1", cell(inner, "后")))) == f"1\t甲 乙{LINE}丙 丁{LINE}后"

    def test_a_table_in_a_cell_says_what_its_rows_tell(self):
        inner = table(row("牵头单位", "市公安局"), row("名称", "丁"))
        assert raw(table(row("1", cell(inner)))) == f"1\t牵头单位\uff1a市公安局{LINE}名称 丁"

    def test_a_tab_in_a_cell_is_no_new_cell(self):
        assert (
            raw(table(row(cell("<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r></w:p>"), "丙")))
            == "甲 乙\t丙"
        )

    def test_a_table_of_one_column_is_a_frame(self):
        source = read_bytes(docx(table(row(cell("一、标题", table(row("甲", "乙")))))), "x")
        assert source.raw == "一、标题\n甲\t乙"
        assert rows(source) == ["甲\t乙"]

    def test_an_empty_table_is_nothing(self):
        assert raw(paragraph("甲"), table()) == "甲"

    def test_rows_inside_controls_are_rows(self):
        wrapped = f"<w:sdt><w:sdtContent>{row('3', '4')}</w:sdtContent></w:sdt>"
        assert raw(table(row("1", "2"), wrapped)) == "1\t2\n3\t4"

    def test_a_grid_wider_than_word_allows_is_refused(self):
        with pytest.raises(SourceError, match="结构异常"):
            raw(table(row(cell("甲", properties='<w:gridSpan w:val="99999"/>'))))


def test_the_main_part_may_have_another_name():
    files = {
        "_rels/.rels": '<R><R Type="http://x/officeDocument" Target="/word/document2.xml"/></R>',
        "word/document2.xml": part("document", f"<w:body>{paragraph('甲')}</w:body>"),
    }
    assert read_bytes(packed(files), "x").raw == "甲"


@pytest.mark.parametrize(
    "files",
    [
        {"word/document.xml": "<broken"},
        {"word/document.xml": part("document", "")},
        {"word/document3.xml": part("document", "")},
        {
            "word/document.xml": '<!DOCTYPE x [<!ENTITY e "e">]>'
            + part("document", "<w:body/>").split("?>")[1]
        },
        {
            "word/document.xml": f"<w:document {NAMESPACES}><w:body/></w:document>",
            "word/styles.xml": "<",
        },
        {
            "word/document.xml": part(
                "document", "<w:body>" + "<w:p>" * 300 + "</w:p>" * 300 + "</w:body>"
            )
        },
    ],
)
def test_an_unsound_file_is_refused_in_words(files):
    with pytest.raises(SourceError, match="结构异常"):
        read_bytes(packed(files), "x")


def test_a_document_without_text_says_so():
    with pytest.raises(SourceError, match="没有文字"):
        raw(paragraph(""))


def test_a_million_characters_in_one_paragraph_are_read():
    assert len(raw(paragraph("甲" * 1_000_000))) == 1_000_000


def test_a_file_of_another_writer_is_read():
    document = python_docx.Document()
    document.add_heading("示例要点", 1)
    document.add_paragraph("开展整治", style="List Number")
    document.add_paragraph("强化协作", style="List Number")
    target = io.BytesIO()
    document.save(target)
    assert read_bytes(target.getvalue(), "x").raw == "示例要点\n1.开展整治\n2.强化协作"


def test_the_second_row_of_a_head_that_is_made_by_tabs_keeps_its_columns():
    tabs = "<w:r><w:tab/></w:r>" * 3
    line = (
        f"<w:p>{tabs}{run('牵头单位')}<w:r><w:tab/></w:r>{run('配合单位')}<w:r><w:tab/></w:r></w:p>"
    )
    assert raw(line).rstrip("\t") == "\t\t\t牵头单位\t配合单位"
