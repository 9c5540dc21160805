"""Whatever was repaired between: a measure's span in the raw text holds its words and its clause."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shuangda_desktop.services.reading.drafts import read_document, read_pasted
from shuangda_desktop.text.mapped import Span
from shuangda_desktop.text.punctuation import narrow
from shuangda_desktop.text.rules.script import to_traditional

FIXTURES = Path(__file__).parents[1] / "fixtures"
SAMPLE = (FIXTURES / "yunze-2026.txt").read_text("utf-8")
GLOSSES = (
    ("监管", "监管(jiān guǎn)"),
    ("维护", "维护(wéi hù)"),
    ("移送", "移 送"),
    ("。", "。\r\n"),
)


def check(draft):
    """Each measure's span, repaired, holds its first and last words and its clause."""
    text = draft.text
    origins = [text.to_raw(Span(at, at + 1)) for at in range(len(text.text))]
    for measure in draft.plan.measures:
        start, end = measure.span.start, measure.span.end
        assert 0 <= start <= end <= len(draft.source.raw)
        inside = "".join(
            character
            for character, origin in zip(text.text, origins, strict=True)
            if start <= origin.start and origin.end <= end
        )
        held, words = squeezed(inside), squeezed(measure.text)
        assert words[:1] in held
        assert words[-1:] in held
        assert words[:4] in held
        assert squeezed(measure.clause or "")[-4:] in held
    return draft.plan.measures


def squeezed(text):
    return "".join(narrow(text).split())


@pytest.mark.parametrize("name", ["yunze-2026.txt", "yunze-2026.docx"])
def test_spans_of_the_sample_hold_their_measures(name):
    assert len(check(read_document(FIXTURES / name))) > 30


def test_spans_of_the_sample_in_traditional_characters_hold_their_measures():
    assert len(check(read_pasted(to_traditional(SAMPLE), "繁体"))) > 30


@settings(max_examples=30)
@given(
    st.integers(0, len(SAMPLE)), st.integers(200, 2500), st.sets(st.sampled_from(GLOSSES)), st.booleans()
)  # fmt: skip
def test_spans_of_any_stretch_with_any_damage_hold_their_measures(
    start, length, damage, traditional
):
    raw = SAMPLE[start : start + length].strip() or SAMPLE[:length]  # the sample's end is blank
    for whole, broken in damage:
        raw = raw.replace(whole, broken)
    check(read_pasted(to_traditional(raw) if traditional else raw, "一段"))
