"""``shuangda parse`` over the shapes in which the same plan arrives."""

import io
import json
import sys
from pathlib import Path

import pytest

from shuangda_desktop.services.reading.drafts import read_document
from shuangda_desktop.text.rules.script import to_traditional

FIXTURES = Path(__file__).parents[1] / "fixtures"
SAMPLE, WORD = FIXTURES / "yunze-2026.txt", FIXTURES / "yunze-2026.docx"
TEXT = SAMPLE.read_text("utf-8")
SHAPES = {
    "utf-8.txt": (TEXT.encode("utf-8"), "txt", "simplified"),
    "bom.txt": (TEXT.encode("utf-8-sig"), "txt", "simplified"),
    "gb18030.txt": (TEXT.encode("gb18030"), "txt", "simplified"),
    "utf-16.txt": (TEXT.encode("utf-16"), "txt", "simplified"),
    "traditional.txt": (to_traditional(TEXT).encode("utf-8"), "txt", "traditional"),
    "big5.txt": (to_traditional(TEXT).encode("big5", "ignore"), "txt", "traditional"),
    "word.docx": (WORD.read_bytes(), "docx", "simplified"),
    "misnamed.txt": (WORD.read_bytes(), "docx", "simplified"),
}


@pytest.fixture(params=SHAPES)
def shape(request, tmp_path):
    content, kind, script = SHAPES[request.param]
    path = tmp_path / request.param
    path.write_bytes(content)
    return path, kind, script


def test_every_shape_says_what_it_is(run, shape):
    path, kind, script = shape
    code, out, err = run("parse", path)
    source = json.loads(out)["source"]
    assert (code, err) == (0, "")
    assert (source["name"], source["format"], source["script"]) == (path.name, kind, script)
    assert len(source["sha256"]) == 64
    assert (source["encoding"] is None) == (kind == "docx")


def test_every_shape_gives_the_same_measures(run, shape):
    path, *_ = shape
    shown, plain = (json.loads(run("parse", p)[1]) for p in (path, SAMPLE))
    assert len(shown["measures"]) == len(plain["measures"])
    assert [s["label"] for s in shown["outline"]] == [s["label"] for s in plain["outline"]]
    assert shown["document_number"] == plain["document_number"]


@pytest.fixture
def piped(monkeypatch):
    """What comes through standard input."""

    def _piped(content):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))

    return _piped


def test_every_shape_may_come_through_a_pipe(run, shape, piped):
    path, *_ = shape
    piped(path.read_bytes())
    code, out, err = run("parse", "-")
    assert (code, err) == (0, "")
    shown, plain = json.loads(out), json.loads(run("parse", path)[1])
    assert shown.pop("source") == {**plain.pop("source"), "name": "标准输入"}
    assert shown == plain


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04" + bytes(200), bytes(range(256)) * 40])
def test_what_is_no_document_ends_in_one_sentence(run, piped, content):
    piped(content)
    code, out, err = run("parse", "-")
    assert (code, out) == (1, "")
    assert err.endswith("。\n")
    assert err.count("\n") == 1


def test_spans_are_places_in_the_raw_text(run, shape):
    path, _, script = shape
    raw = read_document(path).source.raw
    for measure in json.loads(run("parse", path)[1])["measures"]:
        start, end = measure["span"]
        assert 0 <= start < end <= len(raw)
        if script == "simplified" and len(measure["clause"] or "") > 4:
            assert measure["clause"][-3:-1] in raw[start:end]
