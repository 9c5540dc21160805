"""Sound files that are damaged at random are read or refused, in words."""

import pytest

from shuangda_desktop.errors import SourceError
from shuangda_desktop.sources import read_bytes
from shuangda_desktop.sources.border.worker import read_guarded
from sources import hostile
from sources.mutating import mutated, mutated_within

SOUND = hostile.valid()
ARCHIVES = ["docx", "ofd", "xlsx"]


def outcome(content):
    """The text, or the sentence that refused it; anything else that is raised fails the test."""
    try:
        return read_bytes(content, "文件").raw
    except SourceError as error:
        return str(error)


@pytest.mark.parametrize("kind", SOUND)
def test_sound_files_are_read(kind):
    source = read_bytes(SOUND[kind], "文件")
    assert source.format == kind
    assert "加强市场监管" in source.raw


@pytest.mark.parametrize("kind", SOUND)
def test_damaged_files_are_read_or_refused_in_words(kind):
    for seed in range(80):
        assert outcome(mutated(SOUND[kind], seed, 1 + seed % 20)).strip()


@pytest.mark.parametrize("kind", ARCHIVES)
def test_damaged_parts_in_sound_archives_are_read_or_refused_in_words(kind):
    for seed in range(80):
        assert outcome(mutated_within(SOUND[kind], seed, 1 + seed % 9)).strip()


@pytest.mark.parametrize("kind", SOUND)
def test_files_cut_anywhere_are_read_or_refused_in_words(kind):
    content = SOUND[kind]
    for end in range(0, len(content), max(len(content) // 60, 1)):
        assert outcome(content[:end]).strip()


@pytest.mark.parametrize("kind", SOUND)
def test_a_wrong_name_changes_nothing(kind, tmp_path):
    path = tmp_path / "其实不是.jpg"
    path.write_bytes(SOUND[kind])
    assert read_guarded(path).raw == read_bytes(SOUND[kind], "x").raw
