"""What the tests of the rules share."""

from shuangda_desktop.text.mapped import MappedText
from shuangda_desktop.text.punctuation import widen


def applied(rule, text):
    """The text after one rule."""
    return MappedText.of(text).apply(rule(text)).text


def both_widths(cases):
    """Every before/after pair, and its twin with full-width punctuation."""
    twins = [(widen(before), widen(after)) for before, after in cases]
    return [*cases, *(twin for twin in twins if twin not in cases)]
