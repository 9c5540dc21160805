"""The words in which actions are named and refused, on the screen and in the audit record."""

from shuangda_desktop.errors import RuleError
from shuangda_desktop.text.punctuation import widen

_INNER = str.maketrans("“”", "‘’")
LONGEST = 24  # a label must fit into a menu


def plan_name(title: str | None, source_name: str) -> str:
    """A plan by its title; by its file where no title was found."""
    return f"《{shortened(title or source_name)}》"


def task_name(number: int, title: str) -> str:
    """A task by its number and title."""
    word = f"任务{number}" if number > 0 else "任务"  # one that does not apply holds no number
    return f"{word}“{shortened(title)}”" if title else word


def shortened(text: str) -> str:
    """The text, cut where it would not fit into a menu."""
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def quoted(words: str) -> str:
    """Words in quotation marks; those within become single ones (GB/T 15834-2011, 4.8.3.3)."""
    return f"“{words.translate(_INNER)}”"


def refusal(sentence: str) -> RuleError:
    """The error for an action that is not allowed now, in Chinese punctuation."""
    return RuleError(widen(sentence))
