"""What the clerk taught the reading: rules that are seen, changed, forgotten."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from shuangda_desktop.plan.revising.replay import Lost
from shuangda_desktop.services.reading.reviewing import (
    Answered,
    put_reading,
    read_after,
    rules_with,
)
from shuangda_desktop.services.words import refusal, shortened
from shuangda_desktop.store import plans, taught
from shuangda_desktop.store.database import Store
from shuangda_desktop.store.taught import KeptRule, active_rules, load_rules
from shuangda_desktop.text.chars import (
    COLON,
    COMMA,
    DOT,
    LPAREN,
    PAUSE,
    RPAREN,
    SEMICOLON,
    STOP,
)
from shuangda_desktop.text.punctuation import widen
from shuangda_desktop.text.taught import Lesson, TaughtRule, bare

__all__ = ["KeptRule", "active_rules", "load_rules"]

LESSONS = {
    Lesson.NAME: "单位的别称",
    Lesson.UNIT: "单位名称",
    Lesson.CHROME: "页面文字",
    Lesson.ROLE: "分工用语",
}
ROLES = ("牵头单位", "责任单位", "配合单位")  # what a label may mean
_HAN = re.compile("[\u4e00-\u9fff]{1,200}")  # to pass over a text without looking closely
_AROUND = COMMA + COLON + SEMICOLON + DOT + STOP + PAUSE + " \u3000"  # a name, selected by hand
_LONGEST = 200  # characters of a rule


def teach(
    store: Store, rule: TaughtRule, now: datetime, plan_id: int | None = None
) -> tuple[Lost, ...]:
    """Keep a rule; a plan that is being checked is read again by it, in the same step."""
    rule, read = checked(rule), None
    if plan_id is not None:
        read = read_after(plans.load_plan(store, plan_id), (), rules_with(store, rule))
    return keep_taught(store, rule, read, now)


def keep_taught(
    store: Store, rule: TaughtRule, read: Answered | None, now: datetime
) -> tuple[Lost, ...]:
    """Keep a rule that was checked, with the reading of a plan by it, in one step."""
    with store.step(widen(f"教会程序:{told(rule)}"), now):
        taught.save_rule(store, rule)
        if read is None:
            return ()
        put_reading(store, read)
    return read.lost


def change_rule(store: Store, kept: KeptRule, rule: TaughtRule, now: datetime) -> None:
    """Correct a rule; readings follow it from the next time on."""
    rule = checked(rule)
    others = [k for k in load_rules(store) if k.id != kept.id]
    if any((k.rule.lesson, k.rule.words) == (rule.lesson, rule.words) for k in others):
        raise refusal(f"“{shortened(rule.words)}”已经有一条规则,没有改动。请改那一条。")
    with store.step(f"更正规则“{shortened(rule.words)}”", now):
        _must_be_there(taught.change_rule(store, kept.id, rule, kept.active))


def set_active(store: Store, rules: Sequence[KeptRule], active: bool, now: datetime) -> None:
    """Let rules rest, or follow them again."""
    with store.step(f"{'启用' if active else '停用'}{_named(rules)}", now):
        for kept in rules:
            _must_be_there(taught.change_rule(store, kept.id, kept.rule, active))


def forget(store: Store, rules: Sequence[KeptRule], now: datetime) -> None:
    """Take rules out; readings stay as they are until the next time."""
    with store.step(f"删除{_named(rules)}", now):
        for kept in rules:
            taught.delete_rule(store, kept.id)


def plans_touched(store: Store, rule: TaughtRule) -> tuple[int, ...]:
    """The plans whose text holds the words of a rule, the newest first."""
    wanted, quick = bare(rule.words), max(_HAN.findall(rule.words), key=len, default="")
    return tuple(id_ for id_, text in plans.texts(store) if quick in text and wanted in bare(text))


def told(rule: TaughtRule) -> str:
    """A rule in words."""
    words, meaning = shortened(rule.words), shortened(rule.meaning)
    return {
        Lesson.NAME: f"“{words}”就是“{meaning}”",
        Lesson.UNIT: f"“{words}”是单位",
        Lesson.CHROME: f"“{words}”不是正文",
        Lesson.ROLE: f"“{words}”相当于“{meaning}”",
    }[rule.lesson]


def checked(rule: TaughtRule) -> TaughtRule:
    """The rule without what was selected around it by mistake; refused where it could not be followed."""
    rule = replace(rule, words=_trimmed(rule), meaning=rule.meaning.strip())
    if not bare(rule.words) or "\n" in rule.words:
        raise refusal("规则要有文字,而且在一行里,没有保存。请填写原文中的文字。")
    if max(len(rule.words), len(rule.meaning)) > _LONGEST:
        raise refusal(f"规则的文字超过{_LONGEST}字,没有保存。请只取有特征的一行或一个名称。")
    if rule.lesson is Lesson.NAME and rule.meaning in ("", rule.words):
        raise refusal("没有写明是哪个单位,没有保存。请填写单位名称。")
    if rule.lesson is Lesson.ROLE and (rule.meaning not in ROLES or rule.words in ROLES):
        raise refusal("分工用语要对应牵头单位、责任单位或配合单位,没有保存。请从三种里选一种。")
    return rule


def _trimmed(rule: TaughtRule) -> str:
    """A name and a label without the marks beside them, nor half a pair of brackets; a line as it is."""
    words = rule.words.strip()
    if rule.lesson is Lesson.CHROME:
        return words
    opened, closed = (any(mark in words for mark in half) for half in (LPAREN, RPAREN))
    return words.strip(_AROUND if opened == closed else _AROUND + LPAREN + RPAREN)


def _named(rules: Sequence[KeptRule]) -> str:
    one = f"规则“{shortened(rules[0].rule.words)}”"
    return one if len(rules) == 1 else f"{len(rules)}条规则"


def _must_be_there(there: bool) -> None:
    if not there:
        raise refusal("这条规则已经不在了,没有改动。请刷新后再看。")
