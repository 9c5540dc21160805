"""Scores of reading the program's own plan back, against the tasks that it was drafted from.

The same five figures as for plans that came in: F1 of outline, measures, duties and deadlines, texts
compared without marks and blanks. Duties and deadlines are those of the tasks.
"""

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher

from shuangda_desktop.papers.model import Kind, Paper
from shuangda_desktop.papers.wording import run_in
from shuangda_desktop.plan.model import Plan


@dataclass(frozen=True)
class Scores:
    """1.0 is a reading without any difference."""

    outline: float
    measures: float
    duties: float
    deadlines: float


def fold(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text)
    return "".join(c for c in plain if unicodedata.category(c)[0] in "LN" or c == "%")


def wanted(paper: Paper):
    """The outline and the measures that the paper holds, and duties and deadlines of its tasks."""
    outline, texts, duties, dues = [], [], set(), set()
    tasks, chapter = iter(paper.annexes[0].blocks[0].rows), ""
    for block in paper.blocks:
        label, heading = "", ""
        if block.kind is Kind.CHAPTER:
            label, chapter = block.text.split("、")
            outline.append((1, label, fold(chapter)))
        elif block.kind is Kind.SECTION or block.head:
            label, heading = re.match("\uff08(.*?)\uff09([^。]*)", block.words).groups()
            outline.append((2, f"({label})", fold(heading)))
            texts += [block.text] if block.head else []
        elif chapter == "重点任务" and block.kind is not Kind.DUTY:
            task = next(tasks)
            heading, text = run_in(task)
            outline.append((3, str(task.number), fold(heading)))
            texts.append(text)
            duties |= {(fold(text), fold(u.unit), u.role) for u in task.units}
            dues |= {(fold(text), task.due_on)} if task.due_on else set()
        elif chapter == "工作目标" and (goal := re.match(r"(\d+)\. ?(.*)", block.text)):
            outline.append((3, goal[1], ""))
            texts.append(goal[2])
        elif chapter and block.kind is Kind.BODY:  # what leads a list in is no measure
            lead = block.text.endswith("\uff1a")
            texts.append(block.text.rpartition("。")[0] if lead else block.text)
    return outline, [fold(t) for t in texts], duties, dues


def score(plan: Plan, paper: Paper) -> Scores:
    """How much of the paper was read as it was meant."""
    outline, texts, duties, dues = wanted(paper)
    ours = {text for text, _ in dues} | {text for text, _, _ in duties}
    found = [(s.level, s.label, fold(s.heading)) for s in plan.sections]
    read = [(fold(m.text), m) for m in plan.measures]
    # A goal may say what its task says; the one with units is the task.
    told = {(text, fold(d.unit), d.role) for text, m in read if m.clause for d in m.duties}
    days = {(t, d.due_on) for t, m in read for d in m.deadlines if t in ours and m.clause}
    return Scores(
        _in_order(found, outline),
        _in_order([text for text, _ in read], texts),
        _f1(len(told & duties), len(told), len(duties)),
        _f1(len(days & dues), len(days), len(dues)),
    )


def _in_order(found: list, meant: list) -> float:
    blocks = SequenceMatcher(None, found, meant, autojunk=False).get_matching_blocks()
    return _f1(sum(b.size for b in blocks), len(found), len(meant))


def _f1(right: int, found: int, meant: int) -> float:
    return 2 * right / (found + meant) if found + meant else 1.0
