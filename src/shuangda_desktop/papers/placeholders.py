"""Placeholders of the office's own templates: a closed list of names, and what each stands for.

{{标题}} stands for one value; {{序号}}, {{任务}} and the like belong into a row of a table, which is then
repeated for every task; {{正文}} alone in a paragraph becomes all paragraphs of the body. Nothing else
has a meaning: a template holds no expressions, so it can neither run anything nor read a file.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from types import MappingProxyType

from shuangda_desktop.papers.model import Paper
from shuangda_desktop.papers.wording import day_words, due_on_paper
from shuangda_desktop.plan.model import Role
from shuangda_desktop.tasks.columns.cells import percent_text, targets_text, units_text
from shuangda_desktop.tasks.rows import TaskRow
from shuangda_desktop.tasks.status import STATUS_WORDS

BODY = "正文"
PATTERN = re.compile(r"\{\{\s*([^{}\n]{1,20}?)\s*\}\}")
_LOOSE = re.compile(r"\{\{|\}\}")
_OTHERWISE = re.compile("[{\uff5b]+\\s*([^{}\uff5b\uff5d\n]{1,20}?)\\s*[}\uff5d]+")

_OF_PAPER: Mapping[str, Callable[[Paper], str]] = MappingProxyType(
    {
        "标题": lambda p: p.title,
        "发文机关": lambda p: p.office,
        "发文机关标志": lambda p: p.dress.name,
        "发文字号": lambda p: p.dress.document_number,
        "签发人": lambda p: p.dress.signer,
        "紧急程度": lambda p: p.dress.urgency,
        "主送机关": lambda p: p.dress.recipients,
        "成文日期": lambda p: day_words(p.dress.issued_on) if p.dress.issued_on else "",
        "附注": lambda p: p.dress.remark,
        "抄送": lambda p: p.dress.copies_to,
        "印发机关": lambda p: p.dress.printed_by,
        "印发日期": lambda p: day_words(p.dress.printed_on) if p.dress.printed_on else "",
    }
)
_OF_ROW: Mapping[str, Callable[[TaskRow], str]] = MappingProxyType(
    {
        "序号": lambda r: str(r.number),
        "章节": lambda r: r.chapter,
        "任务": lambda r: r.title,
        "措施": lambda r: r.text,
        "牵头单位": lambda r: units_text(r, Role.LEAD),
        "责任单位": lambda r: units_text(r, Role.RESPONSIBLE),
        "配合单位": lambda r: units_text(r, Role.COOPERATING),
        "完成时限": due_on_paper,
        "目标": targets_text,
        "进展": lambda r: r.latest_note,
        "完成率": percent_text,
        "状态": lambda r: STATUS_WORDS[r.status],
        "来文": lambda r: r.plan_title,
    }
)
NAMES = (*_OF_PAPER, BODY, *_OF_ROW)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a template, and where."""

    place: str
    message: str

    def __str__(self) -> str:
        """Both, as the clerk reads it."""
        return f"{self.place}\uff1a{self.message}"


def values_of(paper: Paper) -> dict[str, str]:
    """What the names stand for that have one value in a document."""
    return {name: told(paper) for name, told in _OF_PAPER.items()}


def values_of_row(row: TaskRow) -> dict[str, str]:
    """What the names of a row stand for."""
    return {name: told(row) for name, told in _OF_ROW.items()}


def is_of_rows(text: str) -> bool:
    """Whether the text holds a placeholder that belongs into a repeated row."""
    return any(found[1] in _OF_ROW for found in PATTERN.finditer(text))


def problems_of(text: str, place: str, *, in_row: bool) -> Iterator[Problem]:
    """What is wrong with the placeholders of a text."""
    for found in PATTERN.finditer(text):
        name = found[1]
        if name not in NAMES:
            near = get_close_matches(name, NAMES, 1, 0.5)
            hint = f"\uff0c是不是“{near[0]}”" if near else ""
            yield Problem(place, f"没有“{name}”这个占位符{hint}。")
        elif name in _OF_ROW and not in_row:
            yield Problem(place, f"“{name}”每项任务各有一个\uff0c要放在表格的一行里。")
        elif name == BODY and text.strip() != found[0]:
            yield Problem(place, "“正文”要独占一段。")
    rest = PATTERN.sub("", text)
    otherwise = next((f for f in _OTHERWISE.finditer(rest) if f[1] in NAMES), None)
    if otherwise:
        meant = "{{" + otherwise[1] + "}}"
        yield Problem(place, f"“{otherwise[0]}”要写成“{meant}”\uff0c前后各两个半角花括号。")
    elif _LOOSE.search(rest):
        yield Problem(place, f"“{text.strip()[:20]}”里的花括号不成对。")


def none_at_all(texts: Iterable[str]) -> Iterator[Problem]:
    """That a template has nowhere to be filled, where that is so."""
    if not any(PATTERN.search(text) for text in texts):
        yield Problem(
            "整个文件",
            "一个占位符也没有\uff0c写出来的只会是模板本身。请在要填的地方写上{{标题}}、{{正文}}等。",
        )


def filled(text: str, values: Mapping[str, str]) -> str:
    """The text with what the names stand for; names without a value here are left."""
    return PATTERN.sub(lambda found: values.get(found[1], found[0]), text)
