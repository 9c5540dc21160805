"""What a decision is called, and which decisions are refused because they could never take effect."""

from collections.abc import Sequence

from shuangda_desktop.plan.model import Decision, DecisionKind, Measure, above
from shuangda_desktop.plan.revising.replay import ABOUT_MEASURE
from shuangda_desktop.services.reading.drafts import choices_of
from shuangda_desktop.services.words import refusal, shortened
from shuangda_desktop.store.plans import StoredPlan
from shuangda_desktop.text.mapped import Span
from shuangda_desktop.text.punctuation import widen

LABELS = {
    DecisionKind.SET_FIELD: "更正文件信息",
    DecisionKind.SET_HEADING: "更正小标题",
    DecisionKind.DROP_HEADING: "去掉小标题",
    DecisionKind.SET_TEXT: "更正措施文字",
    DecisionKind.SET_DUTIES: "更正责任分工",
    DecisionKind.SET_DEADLINE: "更正时限",
    DecisionKind.SET_TARGETS: "更正指标",
    DecisionKind.SPLIT: "拆分措施",
    DecisionKind.MERGE: "合并措施",
    DecisionKind.JUNK: "去掉措施",
    DecisionKind.PUT_BACK: "恢复措施",
    DecisionKind.ADD: "补上措施",
    DecisionKind.SETTLE: "核对疑点",
    DecisionKind.REJECT_REPAIR: "撤回修复",
    DecisionKind.RESTORE_REPAIR: "恢复修复",
    DecisionKind.ANSWER: "确定存疑的文字",
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

_TAKE_BACK = {
    DecisionKind.RESTORE_REPAIR: DecisionKind.REJECT_REPAIR,
    DecisionKind.PUT_BACK: DecisionKind.JUNK,
}


def check_decision(stored: StoredPlan, decision: Decision) -> None:
    """Refuse what could never take effect: a decision that is replayed for nothing misleads."""
    if decision.kind in ABOUT_MEASURE:
        _check_measure(stored, decision)
    elif decision.kind is DecisionKind.SET_FIELD and decision.value.get("field") not in FIELDS:
        raise refusal("文件没有这一项信息,未作更正。请刷新后再试。")
    elif decision.kind in (DecisionKind.SET_HEADING, DecisionKind.DROP_HEADING):
        _check_heading(stored, decision)
    elif decision.kind is DecisionKind.ADD:
        _check_added(stored, decision)
    elif decision.kind is DecisionKind.PUT_BACK:
        _check_struck(stored, decision)
    else:
        _check_text(stored, decision)


def label_of(stored: StoredPlan, decision: Decision) -> str:
    """How the step is called that keeps a decision."""
    label = LABELS[decision.kind]
    if decision.kind is DecisionKind.SET_FIELD:
        return f"更正{FIELDS[str(decision.value['field'])]}"
    if decision.kind is DecisionKind.ADD:
        return f"{label}“{shortened(str(decision.value['text']))}”"
    if decision.kind is DecisionKind.ANSWER:
        return _answer_label(decision) or label
    if decision.kind in (DecisionKind.SET_HEADING, DecisionKind.DROP_HEADING):
        return f"{label}“{_heading(stored, decision.at)}”"
    if decision.kind is DecisionKind.MERGE:
        return f"{label}“{'”和“'.join(_two(stored, decision.at))}”"
    if decision.kind in ABOUT_MEASURE or decision.kind is DecisionKind.PUT_BACK:
        every = (*stored.plan.measures, *stored.plan.struck)
        measure = next(m for m in every if m.key == decision.at)
        return f"{label}“{_name(stored, measure)}”"
    return label


def label_of_all(stored: StoredPlan, decisions: Sequence[Decision]) -> str:
    """How the step is called that keeps several answers together."""
    first = label_of(stored, decisions[0])
    return first if len(decisions) == 1 else widen(f"{first},共{len(decisions)}处")


def matters(decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """What was decided, each thing once by the last decision about it: as the clerk counts them.

    Two days set one after the other for a measure are one thing; what was taken back is none.
    """
    found: dict[tuple[object, ...], list[Decision]] = {}
    for decision in decisions:
        about = found.setdefault(_matter(decision), [])
        if decision.kind not in _TAKE_BACK:
            about.append(decision)
        elif about:
            about.pop()
    return tuple(those[-1] for those in found.values() if those)


def _matter(decision: Decision) -> tuple[object, ...]:
    """What a decision is about."""
    kind = _TAKE_BACK.get(decision.kind, decision.kind)
    if kind in (DecisionKind.REJECT_REPAIR, DecisionKind.ANSWER):
        return "text", decision.at, decision.value.get("rule")
    each = [decision.value.get(key) for key in ("field", "offset", "code")]
    return kind, decision.at, *each


def _answer_label(decision: Decision) -> str:
    """What stood there and what it is now; "" where that is a blank, which nobody sees."""
    before, new = str(decision.value.get("before") or ""), decision.value.get("new")
    if not before.strip():
        return ""
    if new is None:
        return f"保留“{_one_line(before)}”"
    return f"将“{_one_line(before)}”改为“{_one_line(str(new))}”"


def _one_line(words: str) -> str:
    return shortened(words.replace("\n", " "))


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


def _check_struck(stored: StoredPlan, decision: Decision) -> None:
    """It must have been struck out, and its words must not be a measure by now."""
    measure = next((m for m in stored.plan.struck if m.key == decision.at), None)
    if measure is None:
        raise refusal("这一项没有去掉过,没有改动。请刷新后再看。")
    if any(m.span.start <= decision.at < m.span.end for m in stored.plan.measures):
        raise refusal(
            f"“{_name(stored, measure)}”的文字现在属于别的措施,没有恢复。要单列请在那一项里拆分。"
        )


def _check_heading(stored: StoredPlan, decision: Decision) -> None:
    if decision.at not in [section.span.start for section in stored.plan.sections]:
        raise refusal("这个小标题已经不在了,没有改动。请刷新后再看。")


def _check_added(stored: StoredPlan, decision: Decision) -> None:
    stop = decision.value.get("stop")
    inside = isinstance(stop, int) and 0 <= decision.at < stop <= len(stored.source.raw)
    if not inside or not str(decision.value.get("text") or "").strip():
        raise refusal("没有选中文字,没有添加。请在原文中选中这项措施的文字,再点“作为措施”。")
    for measure in stored.plan.measures:
        words = _words_of(stored, measure)
        if decision.at < words.end and words.start < int(str(stop)):
            raise refusal(
                f"选中的文字已经属于措施“{_name(stored, measure)}”,没有添加。要单列请在那一项里拆分。"
            )


def _words_of(stored: StoredPlan, measure: Measure) -> Span:
    """A measure without the units behind it: a sentence read as units may be a measure of its own."""
    place = stored.text.to_text(measure.span)
    end = place.start + len(measure.text)
    if not stored.text.text.startswith(measure.text, place.start) or end >= place.end:
        return measure.span
    return Span(measure.span.start, stored.text.to_raw(Span(end, end + 1)).start)


def _check_text(stored: StoredPlan, decision: Decision) -> None:
    """A repair must be there to be taken back, and a question to be answered."""
    key = (decision.value.get("rule"), decision.at)
    repairs = [(repair.rule, repair.span.start) for repair in stored.text.repairs]
    if decision.kind is DecisionKind.REJECT_REPAIR and key not in repairs:
        raise refusal("这一处修复已经不在了,没有改动。请刷新后再看。")
    if decision.kind is DecisionKind.RESTORE_REPAIR:
        choices = choices_of(stored.decisions)
        answered = [answer[:2] for answer in (*choices.accepted, *choices.typed)]
        if key not in (*choices.rejected, *answered):
            raise refusal("这一处没有撤回过,没有改动。请刷新后再看。")
    asked = [(proposal.rule, proposal.span.start) for proposal in stored.text.proposals]
    if decision.kind is DecisionKind.ANSWER and key not in asked:
        raise refusal("这一处现在不存疑了,没有改动。请刷新后再看。")


def _heading(stored: StoredPlan, at: int) -> str:
    section = next(section for section in stored.plan.sections if section.span.start == at)
    return shortened(section.heading or section.label)


def _two(stored: StoredPlan, key: int) -> list[str]:
    """The measure that takes in and the one that goes into it."""
    at = [measure.key for measure in stored.plan.measures].index(key)
    return [_name(stored, measure) for measure in stored.plan.measures[at : at + 2]]


def _name(stored: StoredPlan, measure: Measure) -> str:
    """By its title; by its words where others stand under that title too, or they would seem to be meant."""
    others = (m.section for m in stored.plan.measures if m.key != measure.key)
    own = measure.section
    shared = own is not None and any(own in above(stored.plan, at) for at in others)
    return shortened(measure.text if shared or not measure.title else measure.title)
