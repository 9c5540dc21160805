"""Text that an Office file can hold, in full-width punctuation."""

from hypothesis import given
from hypothesis import strategies as st

from shuangda_desktop.exports.clean import Notes, widened
from shuangda_desktop.text.punctuation import widen

TEXTS = st.text(st.sampled_from("甲乙aB19,:;?!()\uff0c\uff08\uff09。、“”\n %.\u3400"), max_size=24)


@given(TEXTS)
def test_the_short_way_to_full_width_leads_to_the_same_text(text):
    assert widened(text) == widen(text)


def test_sentences_are_kept_once_and_in_order():
    notes = Notes()
    notes.add_all(["甲。", "乙。", "甲。"])
    assert notes.sentences == ("甲。", "乙。")
    assert notes.count == 2
