"""Taught rules given to another office and taken from one: a workbook, which anybody can read, or JSON."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from shuangda_desktop.errors import RuleError, SourceError
from shuangda_desktop.exports.workbooks.model import Heading
from shuangda_desktop.exports.workbooks.plain_table import write_plain
from shuangda_desktop.exports.workbooks.workbook import Paper
from shuangda_desktop.files import put_bytes
from shuangda_desktop.services.reading.teaching import LESSONS, checked
from shuangda_desktop.sources.sheets.pile import Unread, read_pile
from shuangda_desktop.store import settings, taught
from shuangda_desktop.store.database import Store
from shuangda_desktop.store.taught import KeptRule, load_rules
from shuangda_desktop.tasks.columns.column import Column
from shuangda_desktop.text.punctuation import widen
from shuangda_desktop.text.sheets import FilledSheet
from shuangda_desktop.text.taught import Lesson, TaughtRule

KIND = "shuangda.rules/1"
_MOST = 5_000_000  # bytes of a file of rules
_EMPTY = "还没有教过规则"
_TOP = 20  # rows among which the headings stand
_NO_RULES = "“{}”不是双打工作台的规则文件,没有读入任何规则。请选从“教过的规则”页导出的文件。"


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came of a file of rules."""

    new: int
    known: int
    refused: tuple[str, ...] = ()


def rule_columns() -> tuple[Column[KeptRule], ...]:
    """What a rule says: the columns of its file, and the first ones of the screen's table."""
    return (
        Column("lesson", "种类", _lesson, _lesson, 5),
        Column("words", "原文里的文字", lambda r: r.rule.words, lambda r: r.rule.words, 16),
        Column("meaning", "读作", lambda r: r.rule.meaning, lambda r: r.rule.meaning, 14),
    )


def export_rules(store: Store, path: Path, today: date) -> int:
    """Write all rules into a workbook, or into JSON where the name ends so; how many."""
    rules = load_rules(store)
    if path.suffix.lower() == ".json":
        _write_json(rules, path)
    else:
        heading = Heading("教过的规则", settings.get(store, "office_name"), today)
        write_plain([("", rules)], path, heading, rule_columns(), Paper.A4, _EMPTY)
    return len(rules)


def import_rules(store: Store, path: Path, now: datetime) -> TakenIn:
    """Take the rules of a file in; of those about the same words ours stay as they are."""
    known = {(kept.rule.lesson, kept.rule.words) for kept in load_rules(store)}
    new: list[TaughtRule] = []
    refused: list[str] = []
    found = _found_in(path)
    for number, form in enumerate(found, 1):
        rule = _rule(form)
        if rule is None:
            refused.append(f"第{number}条看不懂")
        elif (rule.lesson, rule.words) not in known:
            known.add((rule.lesson, rule.words))
            new.append(rule)
    with store.step(f"读入{len(new)}条规则", now):
        taught.add_rules(store, new)
    return TakenIn(len(new), len(found) - len(new) - len(refused), tuple(refused))


def _lesson(kept: KeptRule) -> str:
    return LESSONS[kept.rule.lesson]


def _found_in(path: Path) -> Sequence[object]:
    """What a file holds, whatever its name says it is: each as a mapping like those of JSON."""
    try:
        content = path.read_bytes() if path.stat().st_size <= _MOST else b""
    except OSError as error:
        raise SourceError(
            widen(f"“{path.name}”打不开,没有读入任何规则。请确认文件还在并且可以读取。")
        ) from error
    if content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[", b""):
        return _in_json(content, path.name)
    (book,) = read_pile([path])
    if isinstance(book, Unread):
        raise SourceError(book.reason)
    tables = (rows for sheet in book.sheets if (rows := _in_sheet(sheet)) is not None)
    rules = next(tables, None)
    if rules is None:
        raise _no_rules(path.name)
    return rules


def _in_sheet(sheet: FilledSheet) -> list[object] | None:
    """The rows below the headings; None where the sheet has no such headings."""
    titles = {column.title: column.key for column in rule_columns()}
    for row in range(_TOP):
        heads = {
            at: titles[text.strip()] for at, text in _row(sheet, row) if text.strip() in titles
        }
        if set(heads.values()) == set(titles.values()):
            last = max(row for row, _ in sheet.texts)
            rows = (_form(sheet, below, heads) for below in range(row + 1, last + 1))
            return [form for form in rows if form["words"] or form["meaning"]]
    return None


def _row(sheet: FilledSheet, row: int) -> Iterator[tuple[int, str]]:
    return ((at, text) for (there, at), text in sheet.texts.items() if there == row)


def _form(sheet: FilledSheet, row: int, heads: Mapping[int, str]) -> dict[str, str]:
    form = {key: sheet.texts.get((row, at), "").strip() for at, key in heads.items()}
    lesson = next((one.value for one, words in LESSONS.items() if words == form["lesson"]), "")
    return form | {"lesson": lesson or form["lesson"]}


def _in_json(content: bytes, name: str) -> Sequence[object]:
    try:
        form = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise _no_rules(name) from error
    rules = form.get("rules") if isinstance(form, Mapping) and form.get("kind") == KIND else None
    if not isinstance(rules, list):
        raise _no_rules(name)
    return rules


def _no_rules(name: str) -> SourceError:
    return SourceError(widen(_NO_RULES.format(name)))


def _rule(form: object) -> TaughtRule | None:
    if not isinstance(form, Mapping) or form.get("lesson") not in list(Lesson):
        return None
    words, meaning = form.get("words"), form.get("meaning", "")
    if not isinstance(words, str) or not isinstance(meaning, str):
        return None
    try:
        return checked(TaughtRule(Lesson(form["lesson"]), words, meaning))
    except RuleError:
        return None


def _write_json(rules: Sequence[KeptRule], path: Path) -> None:
    told = (kept.rule for kept in rules)
    each = [{"lesson": r.lesson.value, "words": r.words, "meaning": r.meaning} for r in told]
    content = json.dumps({"kind": KIND, "rules": each}, ensure_ascii=False, indent=1)
    put_bytes(path, content.encode())
