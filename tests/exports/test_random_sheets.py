"""Random strings through every workbook: no live formula, no link outward, no character lost unsaid.

The second reader is not openpyxl: it reads the XML of the package itself. ``SHUANGDA_STRINGS=100000``
sets how many strings go through; without it a few, as part of every test run:

    SHUANGDA_STRINGS=100000 .venv/bin/python -m pytest tests/exports/test_random_sheets.py
"""

import os
import random
import re
import zipfile
from collections import Counter

import pytest
from lxml import etree

from exports.every_sheet import WRITERS
from exports.sample import task, unit
from exports.test_random_text import BREAKS, expected
from shuangda_desktop.plan.model import Role
from shuangda_desktop.text.punctuation import widen

COUNT = int(os.environ.get("SHUANGDA_STRINGS", "600"))
A_BOOK = 300  # strings in one workbook
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
SEEDS = range(max(COUNT // A_BOOK, 1))
PIECES = (
    "=", "+", "-", "@", "\uff1d", "\t", "\n", "\r\n", "_x0041_", "_x005F_", "#N/A", "#REF!", "\x00",
    "\x1b", "\ud800", "\udfff", "&", "&amp;", "<", "]]>", "<!--", "'", '"', "{=1}", "=HYPERLINK(\"http://a\")",
    "=cmd|' /C calc'!A0", "http://a.example", "\\\\srv\\a", "字", "\u3014请填写\u3015", "\ufeff", "\u200b",
    "\u2028", "{{标题}}", "{{序号}}", "\ufffe", "\U0001f600", "\ue000", "\u0301", "\u202e", "1e5", "2026-06-30", "0123", "TRUE", " ",
)  # fmt: skip


def random_text(chance: random.Random) -> str:
    """A few nasty pieces and characters from anywhere in Unicode."""
    parts = (
        chance.choice(PIECES) if chance.random() < 0.6 else chr(chance.randrange(0x110000))
        for _ in range(chance.randrange(1, 9))
    )
    return "".join(parts)


def rows_of(texts):
    """Tasks whose title, text and note are random; chapters too, so that bands and blocks hold some."""
    return tuple(
        task(
            number,
            chapter=texts[at] if number % 7 == 0 else "一、章",
            item="条",
            title=texts[at + 1],
            text=texts[at + 2],
            latest_note=texts[at + 3],
            units=(
                unit("市公安局"),
                unit("市商务局", Role.RESPONSIBLE, scope=texts[at + 4]),
            ),
        )
        for number, at in enumerate(range(0, len(texts) - 4, 5), 1)
    )


def parts_of(path):
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def cell_texts(parts):
    """Every text of every sheet, as the second reader finds it."""
    found = []
    for name, content in parts.items():
        if name.startswith("xl/worksheets/sheet"):
            root = etree.fromstring(content)
            found += ["".join(t.itertext(f"{MAIN}t")) for t in root.iter(f"{MAIN}is")]
    return [re.sub("_x005F_(?=x[0-9A-Fa-f]{4}_)", "_", text) for text in found]


def is_inert(parts):
    """No formula in a cell, no link, no macro, nothing that is fetched from elsewhere."""
    for name, content in parts.items():
        if name.endswith(".rels"):
            assert b"External" not in content, name
        assert "vba" not in name
        assert "externalLink" not in name
        if name.startswith("xl/worksheets/sheet"):
            root = etree.fromstring(content)
            assert not list(root.iter(f"{MAIN}f", f"{MAIN}hyperlink"))
            assert {c.get("t") for c in root.iter(f"{MAIN}c")} <= {None, "inlineStr"}


def lost(texts) -> bool:
    """Whether any of the texts holds what no file can hold."""
    return any(expected(text) != widen(BREAKS.sub("\n", text)) for text in texts)


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("seed", SEEDS)
def test_whatever_a_text_holds_a_workbook_is_inert_and_says_what_it_lost(tmp_path, name, seed):
    chance = random.Random(seed * 100 + len(name))
    texts = [random_text(chance) for _ in range(A_BOOK)]
    rows = rows_of(texts)
    notes = WRITERS[name](rows, tmp_path / "表.xlsx")
    parts = parts_of(tmp_path / "表.xlsx")
    is_inert(parts)
    there = Counter(char for text in cell_texts(parts) for char in text)
    for row in rows:
        wanted = [row.text] if name != "statistics" else []
        for char, count in Counter(c for text in wanted for c in expected(text)).items():
            assert there[char] >= count, (name, seed, row.number, char)
    in_text = [row.text for row in rows] if name != "statistics" else []
    if lost(in_text):
        assert notes


@pytest.mark.parametrize("seed", SEEDS)
def test_every_text_of_a_ledger_comes_back_character_by_character(tmp_path, seed):
    chance = random.Random(seed)
    rows = rows_of([random_text(chance) for _ in range(A_BOOK)])
    WRITERS["ledger"](rows, tmp_path / "表.xlsx")
    there = set(cell_texts(parts_of(tmp_path / "表.xlsx")))
    for row in rows:
        assert not expected(row.text) or expected(row.text) in there, (seed, row.number)
        assert not expected(row.latest_note) or expected(row.latest_note) in there
