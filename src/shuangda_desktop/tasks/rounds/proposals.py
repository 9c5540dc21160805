"""What a unit wants changed in a task, as far as its words tell; the clerk sees it before it is done."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from shuangda_desktop.plan.model import Role
from shuangda_desktop.tasks.checks.findings import (
    FIELD_OF_ROLE,
    Field,
    NewDeadline,
    NewUnits,
    NewWords,
)
from shuangda_desktop.tasks.model import Assignment, Basis, Task
from shuangda_desktop.text.chars import PAUSE
from shuangda_desktop.text.punctuation import narrow

FIELD_TITLES = {
    Field.TITLE: "任务",
    Field.TEXT: "措施",
    Field.LEAD: "牵头单位",
    Field.RESPONSIBLE: "责任单位",
    Field.COOPERATING: "配合单位",
    Field.DUE: "完成时限",
}
Change = NewUnits | NewWords | NewDeadline
ROLE_OF_FIELD = {field: role for role, field in FIELD_OF_ROLE.items()}
_FIELD_OF_WORD = {
    "牵头": Field.LEAD,
    "责任": Field.RESPONSIBLE,
    "配合": Field.COOPERATING,
    "协办": Field.COOPERATING,
}
_OPEN, _SHUT = '["\u201c]', '["\u201d]'
_NAMES = "(?P<names>[\u4e00-\u9fff\u3001和及]{1,80}?)"
_BY = re.compile(f"(?:建议)?(?:改)?由{_NAMES}(?P<role>牵头|负责|配合)")
_TO = re.compile(
    f"(?P<role>牵头|责任|配合|协办)(?:单位|部门)(?:改为|调整为|变更为|应为|为){_NAMES}(?:[,.;。]|$)"
)
_MORE, _ROLE = "(?:增加|增列|补充|加上)", "(?P<role>责任|配合|协办)(?:单位|部门)"
_ADD = (  # 增加甲为配合单位, 配合单位增加甲, 增加配合单位甲
    re.compile(f"{_MORE}{_NAMES}(?:为|作为){_ROLE}"),
    re.compile(f"{_ROLE}[中里]?{_MORE}{_NAMES}(?:[,.;。]|$)"),
    re.compile(f"{_MORE}{_ROLE}:?{_NAMES}(?:[,.;。]|$)"),
)
_OUT = re.compile("(?:不再|不)(?:作为|列为|承担)|(?:删除|删去|去掉|移出|取消)(?:我|本|该)")
_DUE = re.compile(
    "(?:时限|时间|期限)?(?:改为|调整为|调整到|延长至|延长到|延至|延到|推迟到|推迟至|提前到|提前至)"
    "(?P<day>[0-9年月日./底末前-]{2,12})"
)
_WORDS = re.compile(
    f"{_OPEN}(?P<old>[^{_SHUT[1:]}{{1,200}}){_SHUT}(?:修改为|调整为|改为|改成){_OPEN}(?P<new>[^{_SHUT[1:]}{{1,400}}){_SHUT}"
)
_WHOLE = 10  # characters: a proposal that is as long may be the new text itself
_LIKE = 0.5  # share of its characters that then stand in the old text


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A field of a task and its new value, written as a clerk would type it."""

    field: Field
    value: str


def suggested(proposal: str, task: Task, unit: str) -> Suggestion | None:
    """What the words of ``unit`` ask for; None where that cannot be told."""
    return next(_found(narrow(proposal), proposal.strip(), task, unit), None)


def _found(words: str, raw: str, task: Task, unit: str) -> Iterator[Suggestion]:
    quoted = _WORDS.search(raw)
    if quoted and quoted["old"] in task.text:
        yield Suggestion(Field.TEXT, task.text.replace(quoted["old"], quoted["new"]))
    if found := next(filter(None, (each.search(words) for each in _ADD)), None):
        field = _FIELD_OF_WORD[found["role"]]
        there = _names(task, ROLE_OF_FIELD[field])
        yield Suggestion(field, PAUSE.join([*there, *_parted(found["names"])]))
    if found := _TO.search(words):
        yield Suggestion(_FIELD_OF_WORD[found["role"]], PAUSE.join(_parted(found["names"])))
    if found := _BY.search(words):
        field = Field.RESPONSIBLE if found["role"] == "负责" else _FIELD_OF_WORD[found["role"]]
        yield Suggestion(field, PAUSE.join(_parted(found["names"])))
    if found := _DUE.search(words):
        yield Suggestion(Field.DUE, found["day"])
    if _OUT.search(words):
        role = next((given.role for given in task.assignments if given.unit == unit), None)
        if role is not None:
            left = [name for name in _names(task, role) if name != unit]
            yield Suggestion(FIELD_OF_ROLE[role], PAUSE.join(left))
    if len(raw) >= _WHOLE and _likeness(raw, task.text) >= _LIKE:
        yield Suggestion(Field.TEXT, raw)


def value_of(task: Task, field: Field) -> str:
    """What stands in a field now."""
    if field is Field.TITLE:
        return task.title
    if field is Field.TEXT:
        return task.text
    if field is Field.DUE:
        return str(task.due_on) if task.due_on else task.due_text
    return PAUSE.join(_names(task, ROLE_OF_FIELD[field]))


def change_of(task: Task, field: Field, value: str, due_on: date | None) -> Change | None:
    """The change that gives a field this value; None where it has it, or a day is missing."""
    if value.strip() == value_of(task, field):
        return None
    if field is Field.DUE:
        return NewDeadline(task.id or 0, due_on) if due_on else None
    if field in (Field.TITLE, Field.TEXT):
        title = value if field is Field.TITLE else task.title
        text = value if field is Field.TEXT else task.text
        return NewWords(task.id or 0, title.strip(), text.strip())
    return NewUnits(task.id or 0, with_role(task, ROLE_OF_FIELD[field], _parted(value)))


def with_role(task: Task, role: Role, names: Sequence[str]) -> tuple[Assignment, ...]:
    """The units of a task with these and no others in a role; they have no other part in it."""
    kept = [a for a in task.assignments if a.role is not role and a.unit not in names]
    given = [part for name in names for part in _parts(task, role, name)]
    return tuple(sorted([*kept, *given], key=lambda a: list(Role).index(a.role)))


def _parts(task: Task, role: Role, name: str) -> list[Assignment]:
    """What a unit does in the role already, scope by scope; a new part where it does nothing there."""
    known = [a for a in task.assignments if a.role is role and a.unit == name]
    return known or [Assignment(name, role, Basis.DECIDED)]


def _names(task: Task, role: Role) -> list[str]:
    return [given.unit for given in task.assignments if given.role is role]


def _parted(names: str) -> list[str]:
    found = re.split("[\u3001,\uff0c;\uff1b\\s]+|(?<=[局委部院办社])[和及与]", names)
    return list(dict.fromkeys(name for name in found if name))


def _likeness(new: str, old: str) -> float:
    """How much of a text stands in another, by its pairs of characters."""
    pairs = {new[at : at + 2] for at in range(len(new) - 1)}
    return len([pair for pair in pairs if pair in old]) / max(len(pairs), 1)
