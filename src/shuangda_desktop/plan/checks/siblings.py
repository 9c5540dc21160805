"""Measures that lack what the others of their row have: a clause of their own, a last full stop."""

import re
from collections.abc import Iterator, Sequence

from shuangda_desktop.plan.checks.findings import Drafted, clause_span, doubt, hint
from shuangda_desktop.plan.checks.words import is_cut_off
from shuangda_desktop.plan.duties.prose import is_plainly_told
from shuangda_desktop.plan.duties.unit_names import is_surely_unit
from shuangda_desktop.plan.measures.drafts import Draft
from shuangda_desktop.plan.model import Duty, Finding
from shuangda_desktop.plan.structure.item_tree import Item
from shuangda_desktop.plan.structure.problems import is_problem
from shuangda_desktop.plan.structure.repeats import times_of
from shuangda_desktop.text.chars import STOP
from shuangda_desktop.text.mapped import MappedText

_FEWEST_UNITS = 3  # that tell in a row what they do, and so bear each other out
_MANY, _NEARLY_ALL = 4, 0.75  # so many siblings, and such a share of them, show what is usual
_NO_TASKS = re.compile(  # what a section under such a heading says is nobody's task
    "目标|总体要求|总体思路|指导思想|基本原则|工作思路|组织领导|工作责任|责任落实|考核问责"
)
_EXHORTS = re.compile(  # what is said to all, or of reports and rewards, seldom has a clause
    "^(?:请?各|对[^\u3002]{2,60}(?:予以|给予|依[法规纪]|追究)|遇有|本(?:方案|办法|措施|安排|意见|要点|细则|通知))|报送|上报|报告工作"
)
_GROUP = re.compile("(?:领导小组|联席会议)$")  # what it does may be a rule, and nobody's task
_OUGHT = re.compile("负责|牵头|会同|要|应|须")
_FIELDS = re.compile("(?P<names>[\u4e00-\u9fff、]{2,40})等(?:部门|单位)(?:要|应|须)")
_KIND = "机关"  # 公安机关 may be any of several
_HELPED = re.compile("牵头|会同|配合|协助")
_BOUND_TO = re.compile("负责|牵头|会同|配合|协助|要|应|须|由|将|^请|:")
_FAR = 100  # so far around one it is told what is usual, so that a long plan costs no more
_ROW = 40  # measures before and behind one among which its siblings are looked for
_FEWEST_ROWS = 2


def check_siblings(all_drafted: Sequence[Drafted], text: MappedText) -> dict[int, list[Finding]]:
    """By place in the list: measures that lack what their siblings have."""
    found: dict[int, list[Finding]] = {}
    for at, drafted in enumerate(all_drafted):
        span = drafted.measure.span
        if drafted.draft.prose:
            found.setdefault(at, []).append(_told_in_prose(at, all_drafted))
        if drafted.draft.annex:
            found.setdefault(at, []).extend(_in_annex(drafted, drafted.draft.annex, text))
        elif drafted.draft.given:
            found.setdefault(at, []).append(_shared(at, all_drafted, text))
        if _lacks_clause(at, all_drafted):
            tell = hint if _EXHORTS.search(drafted.words) else doubt
            message = "本项没有读出责任单位,而同级其他各项都有,暂按无责任单位处理。"
            found.setdefault(at, []).append(tell("no-clause", message, span))
        if at == len(all_drafted) - 1 and is_cut_off(drafted):
            found.setdefault(at, []).append(
                doubt("cut-off", "全文最后一项没有写完,原文可能被截断,已保留现有文字。", span)
            )
    return found


def _in_annex(drafted: Drafted, row: Draft, text: MappedText) -> Iterator[Finding]:
    """That the units of a measure stand in a table further down, or are other ones there."""
    place = clause_span(drafted, text)
    if drafted.draft.given:
        yield hint("shared-clause", "本项自己没有责任分工,已采用附表中同一项的。", place)
    elif row.duties and set(row.duties) != set(drafted.measure.duties):
        others = "、".join(duty.unit for duty in row.duties)
        message = f"附表中同一项的责任单位写的是“{others}”,与正文不同,暂按正文列出,请核对。"
        yield doubt("two-clauses", message, place)
    several = len(drafted.measure.deadlines) > 1
    for time in times_of(row)[:1]:
        if several or time not in drafted.clause:
            message = f"附表中同一项的时限写的是“{time}”,与正文可能不同,暂按本项现有的时限,请核对。"
            yield doubt("unread-time", message, place)


def _shared(at: int, all_drafted: Sequence[Drafted], text: MappedText) -> Finding:
    """A clause that stands elsewhere: nothing to decide where a whole row of items has it."""
    drafted = all_drafted[at]
    clause = drafted.draft.clauses[-1]
    row = [
        other.draft
        for other in all_drafted[max(0, at - _ROW) : at + _ROW]
        if _are_siblings(other.item, drafted.item)
    ]
    whole = all(draft.clauses[-1:] == [clause] for draft in row)
    from_heading = all(draft.given for draft in row)
    told = clause.above or clause.numbered or (drafted.item and is_problem(drafted.item.group))
    ended = drafted.words.endswith((STOP, ";"))  # a cell of a table seldom is
    field = ended and clause.keyed and clause.alone  # 责任单位:… in a line below all of them
    plain = (
        told
        or field
        or _is_in_own_heading(drafted.item)
        or (whole and (from_heading or len(row) > _FEWEST_ROWS))
    )
    message = "本项自己没有责任分工,已采用所在段落标题或末尾的责任分工。"
    return (hint if plain else doubt)("shared-clause", message, clause_span(drafted, text))


def _is_in_own_heading(item: Item | None) -> bool:
    """Whether a clause stands between a heading and the only measure of its item: 标题。(A牵头)正文."""
    return item is not None and item.heading_clause is not None and len(item.drafts) == 1


def _told_in_prose(at: int, all_drafted: Sequence[Drafted]) -> Finding:
    """Units told in a sentence: nothing to decide where that is plain and no sibling has a clause."""
    measure = all_drafted[at].measure
    words = all_drafted[at].words
    group = measure.duties and _GROUP.search(measure.duties[0].unit) and not _OUGHT.search(words)
    near = _neighbours(at, all_drafted)
    odd = (len(near) >= _MANY and _have_clauses(near, _NEARLY_ALL)) or (
        not _BOUND_TO.search(words.partition(",")[0])
        and _have_clauses(all_drafted[max(0, at - _FAR) : at + _FAR])
    )
    said = words.replace("牵头负责", "牵头")  # one part, in two words
    plain = (
        is_plainly_told(said, measure.duties)
        or _opens_with_unit(measure.duties, words)
        or _opens_with_fields(measure.duties, words)
        or _stands_in_row(at, all_drafted)
    )
    tell = hint if plain and not (group or odd) else doubt
    message = "本项没有责任分工括号,暂按句子中的单位列为责任单位,请核对。"
    return tell("prose-duty", message, measure.span)


def _opens_with_unit(duties: Sequence[Duty], words: str) -> bool:
    """Whether words begin with the only unit and say that it is charged: 海关负责…."""
    unit = duties[0].unit if len(duties) == 1 else ""
    if unit and words.startswith(f"{unit}:"):
        return True
    told = bool(unit) and words.startswith(f"{unit}负责")
    return told and not unit.endswith(_KIND) and not _HELPED.search(words)


def _opens_with_fields(duties: Sequence[Duty], words: str) -> bool:
    """Whether words begin with departments by their fields, and each is a unit: 海关、质检等部门要…."""
    fields = _FIELDS.match(words)
    names = fields["names"].split("、") if fields else ()
    units = [duty.unit for duty in duties]
    return len(names) == len(units) > 0 and all(map(str.startswith, units, names))


def _stands_in_row(at: int, all_drafted: Sequence[Drafted]) -> bool:
    """Whether units tell one after the other, here and beside, what each of them does."""
    own = all_drafted[at]
    units = {
        other.measure.duties[0].unit
        for other in all_drafted[max(0, at - _ROW) : at + _ROW]
        if other.draft.prose and other.measure.duties and _are_siblings(own.item, other.item)
    }
    sure = all(is_surely_unit(duty.unit) for duty in own.measure.duties)
    return sure and len(units) >= _FEWEST_UNITS


def _lacks_clause(at: int, all_drafted: Sequence[Drafted]) -> bool:
    drafted = all_drafted[at]
    aims = drafted.item is not None and _NO_TASKS.search(drafted.item.heading)
    if drafted.measure.duties or aims or _is_tail(at, all_drafted):
        return False
    near = _neighbours(at, all_drafted)
    # the paragraphs of a section are compared with each other
    return _have_clauses([other for other in near if other.item is drafted.item] or near)


def _neighbours(at: int, all_drafted: Sequence[Drafted]) -> list[Drafted]:
    """The siblings near a measure; a row of a table has none but rows."""
    drafted = all_drafted[at]
    return [
        other
        for other in all_drafted[max(0, at - 12) : at + 13]
        if other is not drafted
        and _are_siblings(other.item, drafted.item)
        and other.draft.row == drafted.draft.row
    ]


def _have_clauses(neighbours: Sequence[Drafted], share: float = 0.5) -> bool:
    """Whether at least half of them, or such a share, have a clause."""
    ruled = sum(bool(other.draft.clauses) for other in neighbours)
    return ruled >= max(0.5, len(neighbours) * share)


def _is_tail(at: int, all_drafted: Sequence[Drafted]) -> bool:
    """Whether a measure is the paragraph below the last clause of the plan."""
    drafted = all_drafted[at]
    item = drafted.item
    if at < len(all_drafted) - 1 or item is None or len(item.drafts) < 2:
        return False
    begun = {item.passage.at[place] for place in item.passage.breaks[1:]}
    return drafted.draft.start in begun


def _are_siblings(one: Item | None, two: Item | None) -> bool:
    if one is None or two is None:
        return one is two
    return one is two or (one.parent == two.parent and one.level == two.level)
