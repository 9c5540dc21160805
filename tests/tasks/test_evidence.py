"""Names and sizes of evidence."""

import pytest

from shuangda_desktop.tasks.evidence import CONDITION_WORDS, Condition, kept_name, size_text


@pytest.mark.parametrize(
    ("name", "ending"),
    [
        ("现场照片.JPG", ".jpg"),
        ("无后缀", ""),
        ("说明.报告", ""),
        ("a.verylongending", ""),
        ("点.", ""),
        ("x.t x", ""),
    ],
)
def test_a_copy_is_named_by_its_content_with_an_ending_that_opens_it(name, ending):
    assert kept_name("abcd", name) == f"ab/abcd{ending}"


def test_sizes_are_said_as_people_say_them():
    assert [size_text(n) for n in (12, 2048, 3_500_000)] == ["12 字节", "2 KB", "3.3 MB"]
    assert set(CONDITION_WORDS) == set(Condition)
