"""Doubts about the plan as a whole: header fields, numbering, damage, headings."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from shuangda_desktop.plan.checks.findings import doubt, error, hint
from shuangda_desktop.plan.checks.heads import check_head
from shuangda_desktop.plan.checks.words import DAMAGE
from shuangda_desktop.plan.measures.dates import DATE, solid_dates
from shuangda_desktop.plan.model import Finding, Plan
from shuangda_desktop.plan.structure.frame import Frame
from shuangda_desktop.plan.structure.item_tree import Item
from shuangda_desktop.plan.structure.levels import listed_city
from shuangda_desktop.text.level import Level
from shuangda_desktop.text.mapped import MappedText, Span
from shuangda_desktop.text.numerals import to_chinese

_USUAL = 0.8
_SWAPPED = re.compile(
    "[常学冲攻袭冒侵制](?:(?:(?<=常)[识理]|(?<=学)问)产权|(?<=[冲攻袭])击(?:侵权|侵略|侵占|冒充)"
    "|(?<=冒)充伪劣|(?<=侵)略(?:常识|知识)|(?<=制)卖冒充|(?<=侵)权冒充)"
)
_FEW_ROWS = 3  # of so many each may be as it likes
_MANY_OF_LEVEL, _ALL_BUT_FEW = 6, 0.9
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
    if plan.level is Level.COUNTY and (city := listed_city(plan.title, plan.issuer)):
        message = f"“{city}”列在县级市名单中,文件暂作县区级;如果是地级市,请改层级。"
        yield hint("county-city", message, start)
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
    """Numbers that are missing, with the item before them where one of them stands in its words.

    None may hide before a row that begins late: the text is a piece of a longer one.
    """
    last: dict[str, int] = {}
    for before, item in zip([None, *items], items, strict=False):
        label = item.entry.label
        if not label:
            continue
        expected = last.get(label.row, 0) + 1
        if label.number not in (expected, 1):
            message = f"编号“{label.text}”与前文不连续(应为第{expected}),可能漏读一项或原文编号有误,暂按原文顺序。"
            begun = before if label.row in last else None
            missing = range(expected, label.number)
            hides = begun if begun and _holds_number(begun.passage.flat, missing) else None
            end = min(item.entry.start + len(label.text), item.span.end)  # 2) is told as (2)
            place = Span(item.entry.start, end)
            yield hides, doubt("number-gap", message, text.to_raw(place))
        last[label.row] = label.number


def _holds_number(words: str, missing: Iterable[int]) -> bool:
    """Whether one of these numbers stands in the words as a label is written."""
    signs = "|".join(f"{number}|{to_chinese(number)}" for number in missing)
    return bool(signs) and bool(
        re.search(f"(?<![\\d一二三四五六七八九十第])(?:{signs})[.、)]", words)
    )


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
        row = items[item.parent].children if item.parent is not None else ()
        if not item.children and _is_torn(item) and not _all_torn(row, items):
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


def _all_torn(row: Sequence[int], items: Sequence[Item]) -> bool:
    """Whether all headings of a row look so: then that is how the plan is made."""
    return len(row) > 1 and all(_is_torn(items[at]) for at in row)


def _is_torn(item: Item) -> bool:
    """Whether a long heading with a comma ends with its line, and no mark ends it."""
    if len(item.heading) < _LONG or not re.search("[,\uff0c]", item.heading):
        return False
    flat = item.passage.flat
    return len(item.passage.breaks) > 1 and flat[item.passage.breaks[1] - 1] not in "\u3002:;!?)"
