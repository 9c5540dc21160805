"""Measures whose shape tells that they may be cut wrongly: a title in front, words that lead elsewhere."""

import re
from collections.abc import Iterator

from shuangda_desktop.plan.checks.findings import Drafted, doubt, words_span
from shuangda_desktop.plan.duties.unit_names import looks_like_unit, unit_at_start
from shuangda_desktop.plan.duties.units_list import split_units
from shuangda_desktop.plan.model import Finding
from shuangda_desktop.plan.tables.rows import DITTO
from shuangda_desktop.text.chars import HAN, LOPEN, PAUSE, ROPEN, STOP
from shuangda_desktop.text.mapped import MappedText, Span
from shuangda_desktop.text.punctuation import narrow
from shuangda_desktop.text.source import LINE_IN_CELL

_TITLE = re.compile(f"[^,;:!?{STOP}]{{2,30}}{STOP}(?=[^(].{{3}})")
_LONGEST_TITLE = 16  # characters of a first sentence that is a title though no bracket ends it
_ELSEWHERE = re.compile(
    f"(?:详?见|列入|按照?)(?:附[件表录]|\u300a[^\u300b]{{2,30}}(?:表|清单)\u300b(?=[{STOP},(]))"
)
_IS_CLAUSE = re.compile(
    "^[^,]{2,40}(?:牵头|负责|配合|参与|协助)(?:,[^,]{2,40}(?:负责|配合|参与|协助))?[\u3002;]?$"
)
_OF_ITEM = re.compile(
    "第\\s?[\\d一二三四五六七八九十]{1,3}[项条]由|(?:以上|上述|前述)[^,\u3002由]{0,8}由"
)
_ODD_LABEL = re.compile(  # (十\u2014), not (市级)
    f"[{LOPEN}](?=[^{ROPEN}]{{0,2}}[^{HAN}A-Za-z{ROPEN}])[^{LOPEN}{ROPEN}]{{1,3}}[{ROPEN}](?=.)"
)
_LAST_SENTENCE = re.compile(  # 由市财政局、各县人民政府负责落实。
    f"[{STOP};](由[^{STOP};]{{2,60}}?(?:负责|牵头)(?:落实|实施|组织实施)?[{STOP};]?)$"
)
_LONGEST_CLAUSE = 60
_ABOUT = re.compile(
    "(?:通知|安排|要求|部署|通告|意见|方案)如下[:\u3002]?$|(?:^|\\u3002)本(?:方案|措施|办法|意见|要点|通知|细则|分工|计划|安排|规定)[^\\u3002]{0,24}(?:施行|实施|执行|解释|有效)"
    "|现(?:就|将)[^\u3002]{2,40}(?:如下|通知|给你们|交由)|^为(?:认真|切实|深入|进一步|贯彻|做好|加强|确保)[^\u3002]{4,200}制[定订](?:本|如下|以下)"
    "|(?:根据|按照|依据)[^\u3002]{4,80}(?:精神|要求|部署),[^\u3002]{0,40}(?:制定(?:本|如下|以下)|如下)"
    "|(?:责任|牵头|配合|协办)(?:单位|部门|领导)[^,\\u3002]{0,6}(?:排名|排序|不分先后|按[^,\\u3002]{2,16}确定|指)"
)
_FIGURE = re.compile(  # what a cell of a table says of how much, and nothing else
    "(?:增[长加]|下降|降低|提高|达到?|完成|不[低高少]于|超过|控制在)?[\u2264\u2265<>=]?\\d[\\d,]*(?:\\.\\d+)?[%\u4e00-\u9fff]{0,5}\u3002?"
)
_MARK = re.compile(f"[{STOP};,]")
_TIME = re.compile(  # what a cell of a table says of the time, and nothing else
    "(?:20\\d\\d年)?(?:\\d{1,2}月(?:份|底|末|\\d{1,2}日|[上中下]旬)?|第?[1-4一二三四]季度|[上下]半年|年[底内末])(?:之?前|完成)?"
)
_LONGEST_HEADING = 30


def check_shape(drafted: Drafted, text: MappedText) -> Iterator[Finding]:
    """The doubts about how a measure is cut."""
    yield from _title_in_front(drafted, drafted.words, text)
    yield from _clause_for_words(drafted, drafted.words, text)
    if drafted.draft.row:
        yield from _no_words(drafted.words, drafted.measure.span)
    yield from _no_task(drafted, drafted.words, text)


def _title_in_front(drafted: Drafted, words: str, text: MappedText) -> Iterator[Finding]:
    """A title or a number that was not read and begins the words."""
    title = _TITLE.match(words) if _lacks_heading(drafted) else None
    if title and (opens_with_title(words) or title[0][-2] == ")"):
        message = f"“{title[0]}”像是本项的小标题,但没有读作标题,暂作正文。"
        yield doubt("title-in-text", message, words_span(drafted, *title.span(), text))
    label = _ODD_LABEL.match(words)
    if label:
        message = f"开头的“{label[0]}”像是认错的编号,可能漏切了小标题,暂作正文。"
        yield doubt("inner-number", message, words_span(drafted, *label.span(), text))


def _clause_for_words(drafted: Drafted, words: str, text: MappedText) -> Iterator[Finding]:
    """A duty clause that was not read: the last sentence of the words, or all of them."""
    last = _LAST_SENTENCE.search(words)
    if last and not (drafted.draft.clauses or drafted.measure.duties):
        message = "最后一句只写了由谁负责,可能是责任分工而不是正文,暂留在文字中。"
        yield doubt("clause-in-words", message, words_span(drafted, *last.span(1), text))
    if len(words) <= _LONGEST_CLAUSE and _IS_CLAUSE.search(words) and _tells_who(words):
        message = "本项文字只写了由谁负责,可能是前面任务的责任分工,暂作一项。"
        yield doubt("clause-as-task", message, drafted.measure.span)


def _no_words(words: str, span: Span) -> Iterator[Finding]:
    """A row whose words are those of the row above, or a figure."""
    if words in DITTO:
        message = f"本项只写“{words}”,没有写明做什么,请对照上一行补写,暂作一项。"
        yield doubt("ditto-task", message, span)
    if _FIGURE.fullmatch(words):
        message = "本项只有一个数,没有写明做什么,可能在别的格里,暂作一项。"
        yield doubt("bare-figure", message, span)


def _no_task(drafted: Drafted, words: str, text: MappedText) -> Iterator[Finding]:
    """Words that tell of the document, of a place elsewhere, or of the items below them."""
    about = None if drafted.measure.duties else _ABOUT.search(words)
    if about:
        message = "本项像是对本文件或责任分工的说明,可能不是一项任务,暂作一项。"
        yield doubt("no-task", message, words_span(drafted, *about.span(), text))
    elsewhere = None if drafted.measure.duties else _ELSEWHERE.search(words)
    if elsewhere:
        message = "本项只说明任务列在别处,可能不是一项任务,暂作一项。"
        yield doubt("points-elsewhere", message, words_span(drafted, *elsewhere.span(), text))
    if _is_heading(drafted, words):
        message = "本项下面还有分项,文字像是小标题,可能不是单独一项任务,暂作一项。"
        yield doubt("title-as-task", message, drafted.measure.span)


def opens_with_title(words: str) -> bool:
    """Whether the first sentence of words is as short as a title, and more follows."""
    title = _TITLE.match(words)
    return title is not None and len(title[0]) <= _LONGEST_TITLE


def _tells_who(words: str) -> bool:
    """Whether words begin with a unit, or with the number of an item that a unit does."""
    return bool(unit_at_start(words) or _OF_ITEM.match(words))


def _lacks_heading(drafted: Drafted) -> bool:
    item = drafted.item
    return item is not None and item.entry.label is not None and not item.heading


def _is_heading(drafted: Drafted, words: str) -> bool:
    """Whether short words without any mark stand above items of their own."""
    above = drafted.item is not None and drafted.item.children
    return bool(above) and len(words) <= _LONGEST_HEADING and not _MARK.search(words)


def check_cells(drafted: Drafted, year: int | None, text: MappedText) -> Iterator[Finding]:
    """Cells of the row of a table that name units or a time which the measure lacks."""
    measure = drafted.measure
    duties = {narrow(duty.unit) for duty in measure.duties}
    dated = measure.deadlines or measure.recurrences or not year
    for cell, place in _cells_behind(drafted, text):
        if not dated and _TIME.fullmatch(cell):
            message = f"本行“{cell}”一格像是时限,但没有读作时限,暂按其他格列出。"
            yield doubt("unread-cell", message, text.to_raw(place))
        listed = "" if ":" in cell else cell.replace(LINE_IN_CELL, PAUSE)  # behind a key: read
        names = split_units(listed).names
        if names and all(map(looks_like_unit, names)) and not duties.intersection(names):
            message = f"本行“{cell}”一格像是单位,但没有读作责任单位,暂按其他格列出。"
            yield doubt("unread-cell", message, text.to_raw(place))


def _cells_behind(drafted: Drafted, text: MappedText) -> Iterator[tuple[str, Span]]:
    """The cells behind the words of a row, in the same line."""
    if not drafted.draft.row:
        return
    at = drafted.draft.parts[-1].end
    end = text.text.find("\n", at)
    line = text.text[at : end if end >= 0 else None]
    for cell in re.split("[\t|]", narrow(line)):
        yield cell.strip(), Span(at, at + len(cell))
        at += len(cell) + 1
