"""Random strings through every Word document and every template of the office's own.

As test_random_sheets.py, with the same ``SHUANGDA_STRINGS``: nothing live, no link outward, no character
lost unsaid. The second reader takes the XML of the package, not the library that wrote it.
"""

import io
import random
import re
from functools import lru_cache

import docx
import openpyxl
import pytest
from lxml import etree

from exports import test_random_sheets as sheets
from exports.random_papers import WHOLE, all_texts, random_papers, random_rows, said
from exports.test_random_sheets import COUNT, cell_texts, lost, parts_of, random_text
from exports.test_random_text import expected
from shuangda_desktop.exports.word.official_paper import write_paper
from shuangda_desktop.exports.word.word import W
from shuangda_desktop.papers.model import Paper
from shuangda_desktop.services.outputs.templates import Filling, OwnTemplate

A_PAPER = min(COUNT, 2000)  # strings in one document
SEEDS = range(max(COUNT // A_PAPER, 1))
KINDS = sorted(random_papers(["字"] * 20))
# Punctuation that the house style sets in its own way (papers/marks.py), and the width that other marks
# take beside it; both are proved in test_marks.py.
MARKS = re.compile('["\u201c\u201d、.。\u2026\u2014-]')
NARROW = {0xFF01 + n: 0x21 + n for n in range(94)}
LIVE = ("fldSimple", "hyperlink", "object", "pict", "altChunk", "subDoc", "control")
NUMBERS = {"PAGE"}  # the only field is the number of the page


@lru_cache(maxsize=1)
def made_of(seed: int):
    """The tasks and the documents over the random strings of this seed."""
    chance = random.Random(seed)
    texts = [random_text(chance) for _ in range(A_PAPER)]
    return random_rows(texts), random_papers(texts)


def paragraphs_of(parts) -> list[str]:
    """Every paragraph of the document, as the second reader finds it."""
    return [_words(p) for p in etree.fromstring(parts["word/document.xml"]).iter(f"{{{W}}}p")]


def _words(paragraph) -> str:
    signs = {f"{{{W}}}br": "\n", f"{{{W}}}tab": "\t"}
    found = paragraph.iter(f"{{{W}}}t", *signs)
    return "".join(signs.get(one.tag, one.text or "") for one in found)


def is_inert(parts):
    """No field but the page number, no link, no object, nothing that is fetched from elsewhere."""
    for name, content in parts.items():
        assert "vba" not in name
        assert "embeddings" not in name
        if name.endswith(".rels"):
            assert b"External" not in content, name
        elif name.startswith("word/") and name.endswith(".xml"):
            root = etree.fromstring(content)
            assert not list(root.iter(*(f"{{{W}}}{live}" for live in LIVE))), name
            assert {i.text.strip() for i in root.iter(f"{{{W}}}instrText")} <= NUMBERS


def letters(text: str) -> str:
    """The text without the marks that house style sets anew, whatever the width of the others."""
    return MARKS.sub("", text.translate(NARROW))


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("seed", SEEDS)
def test_whatever_a_text_holds_a_document_is_inert_and_says_what_it_lost(tmp_path, name, seed):
    paper = made_of(seed)[1][name]
    notes = write_paper(paper, tmp_path / "文.docx")
    parts = parts_of(tmp_path / "文.docx")
    is_inert(parts)
    there = {letters(words) for words in paragraphs_of(parts)}
    for pieces in said(paper):
        wanted = "".join(letters(expected(piece)) for piece in pieces)
        assert not wanted or wanted in there, (seed, pieces)
    told = any("控制字符" in note or "残缺" in note for note in notes)
    assert told == lost(all_texts(paper))


@pytest.mark.parametrize("name", WHOLE)
@pytest.mark.parametrize("seed", SEEDS)
def test_the_text_of_every_task_reaches_its_document(name, seed):
    rows, made = made_of(seed)
    there = "\n".join(letters(expected(text)) for text in all_texts(made[name]))
    for row in rows:
        assert letters(expected(row.text)).strip() in there, (seed, row.number)


def word_template() -> bytes:
    """A document with a row for every task."""
    document = docx.Document()
    document.add_paragraph("{{标题}}")
    row = document.add_table(1, 2).rows[0]
    row.cells[0].text, row.cells[1].text = "{{措施}}", "{{进展}}"
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def sheet_template() -> bytes:
    """A workbook with a row for every task."""
    book = openpyxl.Workbook()
    book.active.append(("{{措施}}", "{{进展}}"))
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


@pytest.mark.parametrize(
    ("suffix", "content", "read", "prove"),
    [
        (".docx", word_template(), paragraphs_of, is_inert),
        (".xlsx", sheet_template(), cell_texts, sheets.is_inert),
    ],
)
@pytest.mark.parametrize("seed", SEEDS)
def test_a_template_of_the_office_holds_every_text_or_says_so(
    tmp_path, seed, suffix, content, read, prove
):
    rows = made_of(seed)[0]
    template = OwnTemplate("plan", f"模板{suffix}", "", content)
    notes = Filling(template, Paper("x", "题", "办", ()), rows).write(tmp_path / f"文{suffix}")
    parts = parts_of(tmp_path / f"文{suffix}")
    prove(parts)
    there = set(read(parts))
    for row in rows:
        for text in map(expected, (row.text, row.latest_note)):
            assert not text or text in there, (seed, row.number, text)
    assert bool(notes) == lost(text for r in rows for text in (r.text, r.latest_note))
