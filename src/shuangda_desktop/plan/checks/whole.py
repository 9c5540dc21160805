"""Doubts about the plan as a whole: header fields, numbering, measures that differ from the rest."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from shuangda_desktop.plan.checks.findings import Drafted, clause_span, doubt, error, hint
from shuangda_desktop.plan.checks.heads import check_head
from shuangda_desktop.plan.checks.words import DAMAGE, is_cut_off
from shuangda_desktop.plan.duties.prose import is_plainly_told
from shuangda_desktop.plan.duties.units_list import is_surely_unit
from shuangda_desktop.plan.measures.dates import DATE, solid_dates
from shuangda_desktop.plan.model import Finding, Plan
from shuangda_desktop.plan.structure.frame import Frame
from shuangda_desktop.plan.structure.items import Item
from shuangda_desktop.plan.structure.problems import is_problem
from shuangda_desktop.text.mapped import MappedText, Span

_USUAL = 0.8
_FEWEST_UNITS = 3  # that tell in a row what they do, and so bear each other out
_MANY, _NEARLY_ALL = 4, 0.75  # so many siblings, and such a share of them, show what is usual
_SWAPPED = re.compile(
    "[常学冲攻袭冒侵制](?:(?:(?<=常)[识理]|(?<=学)问)产权|(?<=[冲攻袭])击(?:侵权|侵略|侵占|冒充)"
    "|(?<=冒)充伪劣|(?<=侵)略(?:常识|知识)|(?<=制)卖冒充|(?<=侵)权冒充)"
)
_AIMS = re.compile(  # what a section under such a heading says is nobody's task
    "目标|总体要求|总体思路|指导思想|基本原则|工作思路"
)
_EXHORTS = re.compile(  # what is said to all, or of reports and rewards, seldom has a clause
    "^(?:请?各|对[^\u3002]{2,60}(?:予以|给予|依[法规纪]|追究)|遇有|本(?:方案|办法|措施|安排|意见|要点|细则|通知))|报送|上报|报告工作"
)
_GROUP = re.compile("(?:领导小组|联席会议)$")  # what it does may be a rule, and nobody's task
_OUGHT = re.compile("负责|牵头|会同|要|应|须")
_BOUND_TO = re.compile("负责|牵头|会同|配合|协助|要|应|须|由|将|^请|:")
_FAR = 100  # so far around one it is told what is usual, so that a long plan costs no more
_ROW = 40  # measures before and behind one among which its siblings are looked for
_FEW_ROWS = 3  # of so many each may be as it likes
_MANY_OF_LEVEL, _ALL_BUT_FEW = 6, 0.9
_FEWEST_ROWS = 2
_LONG = 16  # a heading of so many characters may be the first line of a paragraph


def check_header(plan: Plan, frame: Frame, text: MappedText) -> Iterator[Finding]:
    """Missing or doubtful header fields."""
    start = Span(0, 0)
    if not plan.measures:
        yield error(
            "no-measures",
            "没有读出任何任务措施,暂无可分解的内容,请核对文件内容或改用其他格式重新导入。",
            start,
        )
    if plan.measures and not plan.sections and not frame.tables:
        message = "全文没有编号,暂把写明责任单位的段落和其后的段落各读作一项,请核对。"
        yield doubt("no-numbers", message, start)
    if not plan.title:
        yield doubt("no-title", "没有找到文件标题,标题暂缺,请补录。", start)
    if not plan.plan_year:
        yield doubt("no-year", "没有找到方案年度,没写年份的时限暂未换算成日期,请补录。", start)
    if not plan.level:
        yield doubt("no-level", "看不出文件是哪一级的,请补录。", start)
    yield from check_head(plan, frame, text)
    for signature in frame.signatures:
        if not signature.on:
            yield _ambiguous(text, signature.line.start, signature.line.end)


def _ambiguous(text: MappedText, start: int, end: int) -> Finding:
    match = DATE.search(text.text, start, end)
    days = solid_dates(match["solid"]) if match and match["solid"] else []
    readings = "或".join(f"{day.year}年{day.month}月{day.day}日" for day in days)
    message = (
        f"日期缺少年月日,可能是{readings},成文日期暂缺。"
        if days
        else "落款的日期不合历法,成文日期暂缺。"
    )
    return doubt("ambiguous-date", message, text.to_raw(Span(start, end)))


def check_numbers(items: Sequence[Item], text: MappedText) -> Iterator[tuple[Item | None, Finding]]:
    """Numbers that are missing, with the item before them, in which one may hide."""
    last: dict[str, int] = {}
    for before, item in zip([None, *items], items, strict=False):
        label = item.entry.label
        if not label:
            continue
        expected = last.get(label.row, 0) + 1
        if label.number not in (expected, 1):
            message = f"编号“{label.text}”与前文不连续(应为第{expected}),可能漏读一项或原文编号有误,暂按原文顺序。"
            yield before, doubt("number-gap", message, text.to_raw(item.span))
        last[label.row] = label.number


def check_damage(items: Sequence[Item], text: MappedText) -> Iterator[Finding]:
    """Headings that seem damaged."""
    for item in items:
        match = DAMAGE.search(item.heading)
        if match:
            message = f"标题“{item.heading}”中似有乱码或缺字,暂按原样保留。"
            yield doubt("damage", message, text.to_raw(item.span))


def check_source(text: MappedText) -> Iterator[Finding]:
    """Words that no office writes: a page whose words a machine has swapped for others."""
    match = _SWAPPED.search(text.text)
    if match:
        message = (
            f"“{match[0]}”不是公文用语,这份文字可能被网站改写过,请找原件核对;文字暂按现状保留。"
        )
        yield doubt("swapped-words", message, text.to_raw(Span(*match.span())))


def check_siblings(all_drafted: Sequence[Drafted], text: MappedText) -> dict[int, list[Finding]]:
    """By place in the list: measures that lack what their siblings have."""
    found: dict[int, list[Finding]] = {}
    for at, drafted in enumerate(all_drafted):
        span = drafted.measure.span
        if drafted.draft.prose:
            found.setdefault(at, []).append(_told_in_prose(at, all_drafted))
        if drafted.draft.given:
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
    plain = told or (whole and (from_heading or len(row) > _FEWEST_ROWS))
    message = "本项自己没有责任分工,已采用所在段落标题或末尾的责任分工。"
    return (hint if plain else doubt)("shared-clause", message, clause_span(drafted, text))


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
    plain = is_plainly_told(words, measure.duties) or _stands_in_row(at, all_drafted)
    tell = hint if plain and not (group or odd) else doubt
    message = "本项没有责任分工括号,暂按句子中的单位列为责任单位,请核对。"
    return tell("prose-duty", message, measure.span)


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
    aims = drafted.item is not None and _AIMS.search(drafted.item.heading)
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


def check_headings(items: Sequence[Item], text: MappedText) -> Iterator[tuple[Item, Finding]]:
    """Items whose heading differs from what their siblings show."""
    usual = _titled_levels(items)
    for item in items:
        rows = [items[child] for child in item.children]
        titled = [child for child in rows if child.heading]
        most = len(rows) > _FEW_ROWS and len(titled) >= _USUAL * len(rows)
        if most or (rows and rows[0].level in usual):
            for child in rows:
                if not child.heading:
                    message = "同级其他各项都有小标题,本项没有读出小标题,第一句暂作正文。"
                    yield child, doubt("no-heading", message, text.to_raw(child.span))
    for item in items:
        if not item.children and _is_torn(item):
            message = f"“{item.heading}”像是一句话的前半,可能是换行断开的,暂作小标题。"
            yield item, doubt("torn-heading", message, text.to_raw(item.span))


def _titled_levels(items: Sequence[Item]) -> set[int]:
    """The levels of a plan at which nearly all items have headings."""
    labelled = Counter(item.level for item in items if item.entry.label)
    titled = Counter(item.level for item in items if item.entry.label and item.heading)
    return {
        level
        for level, count in labelled.items()
        if count >= _MANY_OF_LEVEL and titled[level] >= _ALL_BUT_FEW * count
    }


def _is_torn(item: Item) -> bool:
    """Whether a long heading with a comma ends with its line, and no mark ends it."""
    if len(item.heading) < _LONG or not re.search("[,\uff0c]", item.heading):
        return False
    flat = item.passage.flat
    return len(item.passage.breaks) > 1 and flat[item.passage.breaks[1] - 1] not in "\u3002:;!?)"
