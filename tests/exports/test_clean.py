"""What is told about text that an Office file cannot hold."""

from shuangda_desktop.exports.clean import Notes


def test_sentences_are_kept_once_and_in_order():
    notes = Notes()
    notes.add_all(["甲。", "乙。", "甲。"])
    assert notes.sentences == ("甲。", "乙。")
    assert notes.count == 2
