"""``shuangda parse`` over the shapes in which the same plan arrives."""

import json
from pathlib import Path

import pytest

from shuangda_desktop.services.drafts import read_document
from shuangda_desktop.text.script import to_traditional

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


def test_spans_are_places_in_the_raw_text(run, shape):
    path, _, script = shape
    raw = read_document(path).source.raw
    for measure in json.loads(run("parse", path)[1])["measures"]:
        start, end = measure["span"]
        assert 0 <= start < end <= len(raw)
        if script == "simplified" and len(measure["clause"] or "") > 4:
            assert measure["clause"][-3:-1] in raw[start:end]
