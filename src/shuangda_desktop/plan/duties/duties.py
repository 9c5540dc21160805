"""What a duty clause says: which unit leads, answers or helps, and for which part."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from shuangda_desktop.plan.duties.order import says_first_leads, says_what_others_do
from shuangda_desktop.plan.duties.prefixes import prefix_of
from shuangda_desktop.plan.duties.unit_names import looks_like_unit
from shuangda_desktop.plan.duties.verbs import ASIDE, Reading, read_verbs
from shuangda_desktop.plan.model import Duty, Role
from shuangda_desktop.plan.structure.keys import (
    ANY_KEY,
    COOPERATING_KEY,
    DUE_KEY,
    LEAD_KEY,
    RESPONSIBLE_KEY,
    ROLES,
    Key,
)

_KEYED = re.compile(f"(?:{ANY_KEY})\\s?(?::|(?<=[位门])为)")
_UNKEYED = re.compile(
    f"(?:(?<=^)|(?<=[;, \u3002]))(?:{'|'.join(f'(?P<{k.value}>{p})' for k, p in ((Key.LEAD, LEAD_KEY), (Key.COOPERATING, COOPERATING_KEY), (Key.RESPONSIBLE, RESPONSIBLE_KEY), (Key.DUE, DUE_KEY)))}) "
)
ABOVE = "(?:[此该本这]项|上述|以上)(?:各项)?"
WORK = "(?:工作|任务|行动|整治|措施|事项|项目)"
_SUBJECT = re.compile(f"^{ABOVE}{WORK},?(?:均|主要)?(?=由)")  # 此项工作由A牵头: of all before it
_SLASH = re.compile(f"/(?=(?:{ANY_KEY})\\s?:)")  # 牵头:A/配合:B
_LED = re.compile(f"{LEAD_KEY}\\s?:")
_HANDLES = re.compile("承办(?=单位|部门|科室|处室|\\s?:)")  # as long as what it stands for
_DUE_PART = re.compile(f"\\s?(?:{DUE_KEY})\\s?:")  # behind verbs: A牵头;完成时限:…
_PART = re.compile("(?<=[,;\u3002])")
_FOREIGN_KEY = re.compile("^[\u4e00-\u9fff]{2,6}:")
_MARKS = (",", ";", "\u3002")
_BEFORE_KEY = re.compile("(?<=[,;\u3002])| (?=[\u4e00-\u9fff]{2,6}:)")
_CONTACT = re.compile("电话|联系人|传真|邮箱|邮编")
_CONTACT_PART = re.compile(  # beside keys: 责任单位:A;责任人:某某;联系电话:0000
    "[,;\u3002 ]?(?:(?:(?:联系|办公)?电话|传真|邮编):[\\d\\-()转 ]{3,30}|邮箱:[\\w.@\\-]{3,40}(?=$|[,;\u3002 ])"
    "|联系人:[\u4e00-\u9fff]{2,4}(?:[、 ][\u4e00-\u9fff]{2,4}(?=$|[,;\u3002、 ]))*(?<![局委办部院会厅社队])(?=$|[,;\u3002 ]))"
)
_PERSON = re.compile("[,;]责任人[\u4e00-\u9fff]{2,4}(?<![局委办部院会厅社])$")
_ROLE_KEYED = re.compile(f"(?:{LEAD_KEY}|{COOPERATING_KEY}|{RESPONSIBLE_KEY})\\s?:")
_COUNTED = re.compile("(?:^|(?<=[:;、,]))\\d{1,2}[.\uff0e](?=[\u4e00-\u9fff])")  # 1.A;2.B
_BRACKET = re.compile("[(\u3014][^()\u3014\u3015]{4,60}[)\u3015]")


@lru_cache(maxsize=1024)  # the passes over a plan meet a clause again
def read_clause(text: str) -> Reading | None:
    """The duties that a bracket's content states; None where it is no duty clause."""
    text = _CONTACT_PART.sub(",", text) if _ROLE_KEYED.search(text) else _PERSON.sub("", text)
    text = _COUNTED.sub("", _SUBJECT.sub("", text))
    if _CONTACT.search(text) or not text.strip():
        return None
    body = "\u3002".join(_without_rule(sentence) for sentence in text.split("\u3002"))
    ruled = says_first_leads(text)
    reading = _labelled(body) or read_verbs(_without_due(body), Role.RESPONSIBLE, ruled=ruled)
    return replace(reading, first_leads=ruled) if reading else None


def _without_due(text: str) -> str:
    """The text without the parts that say until when, up to those that name units again."""
    first, *parts = _PART.split(text)
    kept, timed, ended = [first], False, False
    for part in parts:
        goes_on = timed and not ended and read_verbs(part, Role.RESPONSIBLE) is None
        timed = goes_on or bool(_DUE_PART.match(part))
        ended = part.endswith(";")
        kept += [] if timed else [part]
    return "".join(kept)


def _without_rule(sentence: str) -> str:
    """A sentence without the part that rules who leads; in a bracket it is that bracket alone."""
    if "牵头" in sentence:
        sentence = _BRACKET.sub(lambda m: "" if says_first_leads(m[0]) else m[0], sentence)
    if not says_first_leads(sentence):
        return sentence
    parts = re.split("(?<=[,;])", sentence)
    kept = [part for part in parts if not says_first_leads(part)]
    others = [part for part in kept if not says_what_others_do(part)]
    return "".join(others) if len(kept) < len(parts) else ""


@dataclass(frozen=True, slots=True)
class _Keyed:
    """A key inside a clause: what follows it and the scope before it."""

    key: Key
    value: str
    scope: str


def _labelled(text: str) -> Reading | None:
    text = _leading(_SLASH.sub(";", text) if "/" in text else text)
    keyed = list(_keyed(text))
    if not any(part.key in ROLES for part in keyed):
        return None
    first = _before_keys(text) or Reading(())
    duties = list(first.duties)
    scope, prefix, open_ended = "", _prefix_in(duties), first.open_ended
    for part in keyed:
        scope = part.scope or scope
        if part.key not in ROLES:
            continue
        reading = read_verbs(_own_value(part.value), ROLES[part.key], prefix, strict=False)
        if reading:
            prefix = _prefix_in(reading.duties) or prefix
            duties += [replace(duty, scope=scope or None) for duty in reading.duties]
            open_ended = open_ended or reading.open_ended
    return Reading(tuple(dict.fromkeys(duties)), open_ended) if duties else None


def _leading(text: str) -> str:
    """Who 承办s leads where others are said to 协办: 承办单位:A;协办单位:B."""
    led = "协办" not in text or _LED.search(text)
    return text if led else _HANDLES.sub("主办", text)


def _prefix_in(duties: Iterable[Duty]) -> str:
    """The first prefix among the units: 市 of 市公安局; "" for none."""
    return next((prefix for duty in duties if (prefix := prefix_of(duty.unit))), "")


def _before_keys(text: str) -> Reading | None:
    """The units that stand before the first key: 市公安局;配合单位:市商务局."""
    key = _KEYED.search(text)
    before = text[: key.start()].rstrip() if key else ""
    return read_verbs(before, Role.RESPONSIBLE) if before.endswith(_MARKS) else None


def _keyed(text: str) -> Iterator[_Keyed]:
    """Each key with the text up to the next one, and its scope: 甲整治牵头单位."""
    marks = list(_KEYED.finditer(text)) or list(_UNKEYED.finditer(text))
    before = text[: marks[0].start()] if marks else ""
    ends = [*(mark.start() for mark in marks[1:]), len(text)][: len(marks)]
    for mark, end in zip(marks, ends, strict=True):
        value = text[mark.end() : end]
        key = next(key for key in Key if mark.groupdict().get(key.value))
        yield _Keyed(key, _without_scope(value) if end < len(text) else value, _scope(before))
        before = value


def _scope(before: str) -> str:
    """The words between the last mark and a key, where they name no unit."""
    words = re.split("[,;\u3002 ]", before)[-1].strip()
    named = "、" in words or looks_like_unit(words) or ASIDE.match(words)
    return "" if named else words.removeprefix("其中").strip(":")


def _without_scope(value: str) -> str:
    scope = _scope(value)
    return value[: len(value) - len(scope)] if scope else value


def _own_value(value: str) -> str:
    """The value without parts that begin with a key we do not know: 适用范围:…."""
    parts = _BEFORE_KEY.split(value)
    return "".join(part for part in parts if not _FOREIGN_KEY.match(part)).strip(" ;,\u3002")
