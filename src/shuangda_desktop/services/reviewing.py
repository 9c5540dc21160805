"""The clerk's decisions about what was read from a document."""

from datetime import datetime

from shuangda_desktop.plan.model import Decision, DecisionKind, Finding
from shuangda_desktop.services.drafts import read_source
from shuangda_desktop.services.words import refusal, shortened
from shuangda_desktop.store import plans
from shuangda_desktop.store.database import Store
from shuangda_desktop.store.plans import StoredPlan

LABELS = {
    DecisionKind.SET_FIELD: "更正文件信息",
    DecisionKind.SET_HEADING: "更正小标题",
    DecisionKind.SET_TEXT: "更正措施文字",
    DecisionKind.SET_DUTIES: "更正责任分工",
    DecisionKind.SET_DEADLINE: "更正时限",
    DecisionKind.SPLIT: "拆分措施",
    DecisionKind.MERGE: "合并措施",
    DecisionKind.JUNK: "不作为措施",
    DecisionKind.SETTLE: "核对疑点",
    DecisionKind.REJECT_REPAIR: "撤回修复",
}
FIELDS = {
    "title": "标题",
    "document_number": "发文字号",
    "issuer": "发文机关",
    "issued_on": "成文日期",
    "plan_year": "年度",
    "level": "层级",
    "kind": "文种",
}
ABOUT_MEASURE = {
    DecisionKind.SET_TEXT,
    DecisionKind.SET_DUTIES,
    DecisionKind.SET_DEADLINE,
    DecisionKind.SPLIT,
    DecisionKind.MERGE,
    DecisionKind.JUNK,
}


def decide(store: Store, plan_id: int, decision: Decision, now: datetime) -> None:
    """Keep a decision; it is replayed over what was detected, now and after every new reading."""
    stored = plans.load_plan(store, plan_id)
    _check(stored, decision)
    with store.step(_label(stored, decision), now):
        plans.add_decision(store, plan_id, decision)
        if decision.kind is DecisionKind.REJECT_REPAIR:
            _read_again(store, stored, decision)


def settle_finding(store: Store, plan_id: int, finding: Finding, now: datetime) -> None:
    """Note that a doubt was looked at and needs no change."""
    value: dict[str, object] = {"code": finding.code}
    decide(store, plan_id, Decision(DecisionKind.SETTLE, finding.span.start, value), now)


def rejected_repairs(decisions: tuple[Decision, ...]) -> frozenset[tuple[str, int]]:
    """The repairs that the clerk undid, by rule and place."""
    return frozenset(
        (str(d.value["rule"]), d.at) for d in decisions if d.kind is DecisionKind.REJECT_REPAIR
    )


def _read_again(store: Store, stored: StoredPlan, decision: Decision) -> None:
    rejected = rejected_repairs((*stored.decisions, decision))
    draft = read_source(stored.source, rejected)
    plans.replace_reading(store, stored.plan_id, draft.text, draft.plan)


def _check(stored: StoredPlan, decision: Decision) -> None:
    """Refuse what could never take effect: a decision that is replayed for nothing misleads."""
    if decision.kind in ABOUT_MEASURE:
        _check_measure(stored, decision)
    if decision.kind is DecisionKind.SET_FIELD and decision.value.get("field") not in FIELDS:
        raise refusal("文件没有这一项信息,未作更正。请刷新后再试。")
    if decision.kind is DecisionKind.REJECT_REPAIR and not any(
        (r.rule, r.span.start) == (decision.value.get("rule"), decision.at)
        for r in stored.text.repairs
    ):
        raise refusal("这一处修复已经不在了,没有改动。请刷新后再看。")


def _check_measure(stored: StoredPlan, decision: Decision) -> None:
    keys = [measure.key for measure in stored.plan.measures]
    if decision.at not in keys:
        raise refusal("这项措施已经不在了,没有改动。请刷新后再看。")
    at = keys.index(decision.at)
    if decision.kind is DecisionKind.MERGE and at == len(keys) - 1:
        raise refusal("这是最后一项措施,后面没有可以并入的。没有改动。")
    offset = decision.value.get("offset")
    if decision.kind is DecisionKind.SPLIT and not (
        isinstance(offset, int) and 0 < offset < len(stored.plan.measures[at].text)
    ):
        raise refusal("拆分的位置不在措施文字的中间,没有改动。请把光标放在两句之间再拆分。")


def _label(stored: StoredPlan, decision: Decision) -> str:
    label = LABELS[decision.kind]
    if decision.kind is DecisionKind.SET_FIELD:
        return f"更正{FIELDS[str(decision.value['field'])]}"
    if decision.kind in ABOUT_MEASURE:
        measure = next(m for m in stored.plan.measures if m.key == decision.at)
        return f"{label}“{shortened(measure.title or measure.text)}”"
    return label
