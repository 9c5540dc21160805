"""What the tests of the reader share: plans read in both widths."""

import pytest

from plan.telling import BODY
from shuangda_desktop.plan.parse import parse
from shuangda_desktop.text.mapped import MappedText

# Every ASCII mark made full-width, also where good Chinese would not: harder than widen().
WIDE = {ord(char): chr(ord(char) + 0xFEE0) for char in ",:;!()%"}


@pytest.fixture(params=["narrow", "wide"])
def width(request):
    """A function that gives a text one width of punctuation."""
    return (lambda text: text.translate(WIDE)) if request.param == "wide" else (lambda text: text)


@pytest.fixture
def plan_of(width):
    """A function that reads a text in one width of punctuation."""
    return lambda text: parse(MappedText.of(width(text)))


@pytest.fixture
def head(plan_of):
    """Read a head with a body below it."""
    return lambda text: plan_of(text + BODY)
