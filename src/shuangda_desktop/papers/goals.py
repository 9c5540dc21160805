"""The numbers to reach as whole sentences: a target cut out of its measure is often a fragment.

"年底前抽查60家" says nothing without the words around it, so a goal is the measure's own sentence
up to that number; of a long sentence the part with the number, led in by the task's title.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from shuangda_desktop.papers.wording import MARKS, without_number
from shuangda_desktop.tasks.rows import TaskRow
from shuangda_desktop.text.chars import COMMA, DIGIT, EXCLAMATION, QUESTION, SEMICOLON, STOP
from shuangda_desktop.text.punctuation import narrow

LONGEST = 60  # characters; two lines and a bit of an official page
_SENTENCE = re.compile(f"[^{STOP}{SEMICOLON}{EXCLAMATION}{QUESTION}\n]+")
_CLAUSE = re.compile(f"[^{COMMA}]+")
_DATED = re.compile(
    f"[{DIGIT}]|年[底内中末初]|[全每上下]半?年|每|力争|确保"
)  # who is to, it does not say
_LEANS = re.compile("其中|[对并且均]|分别|达到|不[少低超]")  # leans on the part before it
_PAIRS = ("()", "《》", "“”", "〈〉", "〔〕")


def goals(rows: Iterable[TaskRow]) -> tuple[str, ...]:
    """A sentence for each number to reach, once each, without its last mark."""
    return tuple(dict.fromkeys(goal for row in rows for goal in goals_of(row)))


def goals_of(row: TaskRow) -> Iterator[str]:
    """The sentences of one task that name a number to reach; what cannot stand alone is left out."""
    told = (narrow(target).strip().rstrip(MARKS) for target in row.targets)
    wanted, plain = [target for target in told if target], narrow(row.text)
    for found in _SENTENCE.finditer(row.text):
        sentence = found.group().strip()
        goal = _goal(row, sentence, [t for t in wanted if t in narrow(sentence)])
        if goal and _whole(goal):
            yield goal
    yield from (t for t in wanted if t not in plain and not _DATED.match(t) and not _LEANS.match(t))


def parts_of(row: TaskRow) -> tuple[str, ...]:
    """The parts of the task's sentences that name its targets, for the narrow column of a table."""
    return tuple(dict.fromkeys(_part(row.text, target) for target in row.targets))


def _part(text: str, target: str) -> str:
    """From the target's first word to the end of its clause."""
    at = narrow(text).find(narrow(target).rstrip(MARKS))
    if at < 0:
        return target
    end = re.search(f"[{COMMA}{STOP}{SEMICOLON}\n]", text[at + len(target.rstrip(MARKS)) :])
    part = text[at : at + len(target.rstrip(MARKS)) + end.start()] if end else text[at:]
    return part if _whole(part) else target


def _goal(row: TaskRow, sentence: str, targets: Sequence[str]) -> str:
    if not targets:
        return ""
    plain = narrow(sentence)
    start = min(plain.find(target) for target in targets)
    end = max(plain.find(target) + len(target) for target in targets)
    clauses = [found.span() for found in _CLAUSE.finditer(sentence)]
    # A target may begin or end with a comma, which is in no clause.
    first = next((at for at, stop in reversed(clauses) if at <= start), 0)
    last = next((stop for at, stop in clauses if stop >= end), len(sentence))
    if last > LONGEST or (first == 0 and _DATED.match(sentence)):
        return _led_in(row, sentence[first:last])
    return sentence[:last]


def _led_in(row: TaskRow, part: str) -> str:
    """The part, after the task's title where it begins with a date; "" where that cannot help."""
    if not _DATED.match(part):
        return "" if _LEANS.match(part) else part
    title = without_number(row.title).rstrip(MARKS)
    cut_from_text = not title or row.text.lstrip().startswith(title)
    return "" if cut_from_text else f"{title}\uff0c{part}"


def _whole(text: str) -> bool:
    plain = narrow(text)
    return all(plain.count(pair[0]) == plain.count(pair[1]) for pair in _PAIRS)
