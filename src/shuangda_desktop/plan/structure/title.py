"""The title in the head of a document."""

import re
from collections.abc import Collection, Sequence
from itertools import product

from shuangda_desktop.plan.duties.unit_names import looks_like_unit
from shuangda_desktop.plan.measures.dates import DATE
from shuangda_desktop.plan.structure.document_number import NUMBER, OWN_NUMBER
from shuangda_desktop.plan.structure.headings import is_plain_heading
from shuangda_desktop.plan.structure.lines import Line, has_words, squeeze
from shuangda_desktop.plan.structure.promised import carried_titles, promised_titles
from shuangda_desktop.text.chars import HAN, STOP
from shuangda_desktop.text.mapped import Span

Found = tuple[str, Span]  # a title and its place

_NOUN = (
    "(?:要点|方案|意见|通知|计划|规划|办法|措施|清单|分工|(?:任务|责任|目标|工作)分解|指标|安排|规定|细则|任务|职责|标准|制度|通报|函|决定|公告|"
    "纲要|指南|分解表|分工表|任务表|一览表|明细表|表|台账|事项|目标|要求|部署|举措|重点|责任书|任务书|(?:通知|督办|交办)单|报告|会议纪要|章程|预案|若干措施)"
)
_BRACKET = r"(?:\([^()]{1,24}\)|\u3014[^\u3014\u3015]{1,24}\u3015)?"
_OF_TABLE = re.compile(  # or of a form that is to be filled in
    "(?:分工|分解|任务|汇总|一览)表|清单$|台账$|(?:[月季年周旬日]报|统计|登记|申请|申报|审批|备案|评分|反馈)表$"
)
_NAME = re.compile(f"[{HAN}\u201c\u201d、]{{4,30}}")
_HEADER = re.compile("序\\s?号[ \t|]")  # of a table
_TITLE = re.compile(f"^[^\u3002;:!?]{{2,120}}?{_NOUN}{_BRACKET}$")
_GLUED = re.compile(
    f"^[^\u3002;:!?,]{{4,80}}?{_NOUN}{_BRACKET}(?=\u3002?(?:为|根据|按照|现将|依据|今年|\\d{{4}}年))"
    f"|^关于[^\u3002;:!?,]{{4,80}}{_NOUN}(?=\u3002$)"
)
_AFTER_TITLE = re.compile(
    r"^\((?:试行|暂行|(?:19|20)\d\d\s?(?:年|[-\u2013\u2014])(?![^()]{0,16}(?:制|填|报|更新)\))[^()]{0,16}|征求意见稿|修订稿?|代拟稿)\)$"
)
_BARE = re.compile(
    r"^(?!附|关于|\()(?=[^\u3002;:,!?]{8,60}$)(?=.*(?:\d{4}年|打击|侵权|假冒|整治|行动|知识产权))"
)
_OWN_START = re.compile("^[\u4e00-\u9fff]{1,8}[省市县区州盟旗](?=20\\d\\d年)")
_NO_TITLE = ("附件", "(", "发电单位", "签批", "等级", ">", "\u00bb")  # the last are paths of a page
_MASTHEAD = re.compile(  # the issuer over the red rule, a paper, the part of a site that a page is of
    "(?:文件|公报|网|网站)$|^(?:新闻|文章|信息|内容|政策|文件|公告|通知|资讯)(?:详情|详细|正文)页?$|[组会室厅局委办] ?文件(?=[^规])|^(?:(?:政府|政务|主动|法定|重点|信息|内容)*公开(?:目录|内容|指南|专栏)?"
    "|(?:通知|公示|公告|政策|文件|新闻|要闻|信息|工作|政务|部门|政府|规范性){1,3}(?:公告|公示|动态|要闻|文件|通知|法规|中心|发布|快讯))$"
)
_BEFORE_TITLE = re.compile(
    f"(?:(?:您的?)?(?:当前|现在|所在)?的?位置:)?首页(?: ?[>/\u00bb] ?[{HAN}]{{2,12}}){{1,6}} (?=.{{8}})|"
    f"1(?=[{HAN}\u201c\u300a][^\u3002;:,]{{4,60}}(?:方案|要点|意见|通知|计划)$)(?!1(?:[号年月日个项件类家起大]|至))|"
    f"\\([{HAN}]{{2,8}}(?:省|市|自治区)\\)(?=.{{8}})|"
    "第[一二三四五六七八九十\\d]{1,3}篇:\\s?|第\\d{1,3}页(?:共\\d{1,3}页)?\\s?(?=.{8})"
)
_FILE = re.compile("[.](?:docx?|wps|pdf|xlsx?|ofd)$", re.I)  # a title that is the name of a file
_MARKS = re.compile("\\W+")
_TO_WHOM = re.compile(  # whose line goes on with its number, or with those to whom it goes
    "^(?=[^\u3002;:!?]{0,40}关于)[^\u3002;:!?]{8,100}(?:通知|意见|决定|函)"
    f"(?=\\s?\\((?:$|[{HAN}]{{2,14}}[\u3014(]\\d)|\\s?各[^\u3002;:]{{2,80}}:)"
)
_BROKEN_OFF = re.compile("(?:关于|印发|转发|批转)(?!.*(?:通知|函|意见)\\)?$)")
_TORN = re.compile("[和与及、的对]$")  # no title ends so
_NUMBER_BEHIND = re.compile(  # a page shows both in one line: …的通知(云政办〔2023〕8号)
    rf"^[^\u3002;:!?]{{4,120}}{_NOUN}(?P<number>\s?\(?\s?{OWN_NUMBER}号\s?\)?)$"
)
_INNER = re.compile("\u300a(.{4,80}?)\u300b(?:的通知|的函)?$")
_MOST_LINES = 4  # of a title
_LONGEST_RUN = 6  # of lines that may go on as a title
_FEW = 2  # lines of a head that say nothing about how it is set


def title_of(heads: Sequence[Line], text: str) -> tuple[str | None, Span | None]:
    """The title of a document and its place in the repaired text, as the first of these tell it."""
    ways = (_promised, _last_lines, _glued_title, _bare_title, _named_title, _over_table)
    return next((found for way in ways if (found := way(heads, text))), (None, None))


def number_apart(line: Line) -> list[Line]:
    """A title and the document number behind it as two lines, without the count of a page before it."""
    counted = _BEFORE_TITLE.match(line.flat)
    line = line.part(counted.end()) if counted else line
    named = _FILE.search(line.flat)
    line = line.part(0, named.start()) if named else line
    match = _NUMBER_BEHIND.match(line.flat)
    return (
        [line.part(0, match.start("number")), line.part(match.start("number"))] if match else [line]
    )


def _last_lines(heads: Sequence[Line], text: str) -> Found | None:
    """The last title in the head, with the lines it runs over: a plan stands below its notice."""
    at = _last_title(heads)
    if at is None:
        return None
    last = at + 1 + bool(at + 1 < len(heads) and _AFTER_TITLE.match(heads[at + 1].flat))
    lines = heads[_first_line(heads, at) : last]
    title = "".join(squeeze(text[line.start : line.end]) for line in lines)
    inner = _INNER.search(title)
    return (inner[1] if inner else title), Span(lines[0].start, lines[-1].end)


def _last_title(heads: Sequence[Line]) -> int | None:
    """Where the last title ends; a plan's goes before that of its table."""
    found = [
        at
        for at, line in enumerate(heads)
        if _TITLE.match(_named(flat := squeeze(line.flat)))
        and not NUMBER.match(flat)
        and not is_plain_heading(flat)
        and not _HEADER.match(line.flat)
    ]
    return max(
        found, key=lambda at: (not _OF_TABLE.search(squeeze(heads[at].flat)), at), default=None
    )


def _named(flat: str) -> str:
    """A title as it is, where nothing but a title stands in the marks of one."""
    return flat[1:-1] if re.fullmatch("\u300a[^\u300a\u300b]+\u300b", flat) else flat


def _promised(heads: Sequence[Line], text: str) -> Found | None:
    """The title that the notice names, where a line of the head, or a few in a row, are just that."""
    promised = promised_titles(heads)
    for at, size in product(range(len(heads)), range(1, _MOST_LINES + 1)) if promised else ():
        lines = heads[at : at + size]
        flat = "".join(squeeze(line.flat) for line in lines)
        name = flat if flat in promised else _with_marks(flat, promised)
        if name:
            words = "".join(squeeze(text[line.start : line.end]) for line in lines)
            return words if name == flat else name, Span(lines[0].start, lines[-1].end)
    return _promised_before_text(heads, text, promised)


def _with_marks(flat: str, promised: Collection[str]) -> str:
    """The name of which a title has lost marks: \u20262031-2033年) for \u2026(2031\u20142033年)."""
    words = _MARKS.sub("", flat)
    meant = [name for name in promised if words and _MARKS.sub("", name) == words]
    return max(meant, key=lambda name: (len(name), name), default="")  # with most of its marks


def _promised_before_text(
    heads: Sequence[Line], text: str, promised: Collection[str]
) -> Found | None:
    """The title that the notice names, where the first words of the plan stand behind it in its line."""
    for name, line in product(promised, heads):
        if line.flat.startswith(name) and _TITLE.match(name) and STOP in line.flat:
            span = Span(line.start, line.start + len(name))
            return text[span.start : span.end], span
    return None


def _glued_title(heads: Sequence[Line], text: str) -> Found | None:
    """A title whose line goes on with the preamble: …工作要点为做好…."""
    for line in heads:
        match = _GLUED.match(line.flat) or _TO_WHOM.match(line.flat)
        if match:
            span = Span(line.start, line.start + match.end())
            return _once(squeeze(text[span.start : span.end])), span
    return None


def _once(title: str) -> str:
    """A title that a page gives twice without a break, once."""
    half = len(title) // 2
    return title[:half] if title[:half] * 2 == title else title


def _bare_title(heads: Sequence[Line], text: str) -> Found | None:
    """A title that names no kind of document: the last line of the head without a mark."""
    for line in reversed(heads):
        if (
            _BARE.match(line.flat)
            and not NUMBER.match(line.flat)
            and not looks_like_unit(line.flat)
        ):
            return squeeze(text[line.start : line.end]), Span(line.start, line.end)
    return None


def _named_title(heads: Sequence[Line], text: str) -> Found | None:
    """The only title that a notice names, where the plan below it has lost its own."""
    named = carried_titles(heads)
    for line in heads if len(named) == 1 else ():
        name = next(iter(named))
        start = line.flat.find(name)
        if start >= 0:
            span = Span(line.start + start, line.start + start + len(name))
            return text[span.start : span.end], span
    return None


def _over_table(heads: Sequence[Line], text: str) -> Found | None:
    """The only line over a table that could not be read: what it is a table of."""
    if len(heads) > 1 and _HEADER.match(heads[1].flat) and _NAME.fullmatch(heads[0].flat):
        span = Span(heads[0].start, heads[0].end)
        return text[span.start : span.end], span
    return None


def _first_line(heads: Sequence[Line], at: int) -> int:
    """Where a title over several lines begins; where empty lines part all lines, they part nothing."""
    spaced = len(heads) > _FEW and all(line.gap for line in heads[1:])
    first = at
    while first > 0 and _goes_on(squeeze(heads[first - 1].flat), heads[first], spaced):
        first -= 1
    return first if at - first < _LONGEST_RUN else at  # so many lines are a menu


def _goes_on(before: str, line: Line, spaced: bool) -> bool:
    """Whether a title line needs the line before it."""
    if (
        re.search("[\u3002;:!?\u3010\u3011]", before)
        or not has_words(before)
        or NUMBER.match(before)
        or DATE.search(before)
        or len(before) > 60
    ):
        return False
    masthead = _MASTHEAD.search(before) and not before.startswith("关于")
    if masthead or before.startswith(_NO_TITLE):
        return False
    if _OWN_START.match(line.flat) and not _BROKEN_OFF.search(before):
        return False
    if looks_like_unit(before) and (line.flat.startswith("关于") or looks_like_unit(line.flat)):
        return True
    if line.gap and not spaced and not _TORN.search(before):
        return False
    return bool(_BROKEN_OFF.search(before)) or not (_TITLE.match(before) or looks_like_unit(before))
