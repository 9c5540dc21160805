"""The header fields: title, document number, issuer, date, year, level, kind."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product

from shuangda_desktop.plan.duties.units_list import looks_like_unit
from shuangda_desktop.plan.measures.dates import DATE, YEAR, read_date
from shuangda_desktop.plan.model import PlanKind
from shuangda_desktop.plan.structure.frame import Frame
from shuangda_desktop.plan.structure.headings import is_plain_heading
from shuangda_desktop.plan.structure.lines import Line, has_words, squeeze
from shuangda_desktop.plan.structure.promised import carried_titles, promised_titles
from shuangda_desktop.text.chars import STOP
from shuangda_desktop.text.mapped import Span
from shuangda_desktop.text.numerals import to_int
from shuangda_desktop.text.punctuation import narrow

_NOUN = (
    "(?:要点|方案|意见|通知|计划|规划|办法|措施|清单|分工|任务分解|指标|安排|规定|细则|任务|职责|标准|制度|通报|函|决定|公告|"
    "纲要|指南|分解表|分工表|任务表|一览表|明细表|表|台账|事项|目标|要求|部署|举措|重点|责任书|报告|会议纪要|章程|预案|若干措施)"
)
_BRACKET = r"(?:\([^()]{1,24}\)|\u3014[^\u3014\u3015]{1,24}\u3015)?"
_OF_TABLE = re.compile("(?:分工|分解|任务|汇总|一览)表|清单$|台账$")
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
_NO_TITLE = ("附件", "(", "发电单位", "签批", "等级")
_BROKEN_OFF = re.compile("(?:关于|印发|转发|批转)(?!.*(?:通知|函|意见)\\)?$)")
_OWN_NUMBER = rf"(?P<who>[\u4e00-\u9fff]{{2,14}})\s?[\u3014\[(\u3010]\s?(?P<year>{YEAR})\s?[\u3015\])\u3011]?\s?第?\s?(?P<n>\d{{1,4}})\s?"
_TORN = re.compile("[和与及、的对]$")  # no title ends so
_NUMBER = re.compile(
    rf"^[(\u3010]?(?:发文字号|文\s?号|发文文号|文件编号)?\u3011?\s?:?\s?{_OWN_NUMBER}号?\)?$"
)
_NUMBER_BEHIND = re.compile(  # a page shows both in one line: …的通知(云政办〔2023〕8号)
    rf"^[^\u3002;:!?]{{4,120}}{_NOUN}(?P<number>\s?\(?\s?{_OWN_NUMBER}号\s?\)?)$"
)
_TOP = 2000  # characters of a page in which its index table stands
_TABLE_NUMBER = re.compile(
    rf"(?:文\s?号|发文字号|文件编号)\s{{0,9}}[\u3011:]?\s{{0,9}}(?P<who>[\u4e00-\u9fff]{{2,14}})[\u3014\[(](?P<year>{YEAR})[\u3015\])](?P<n>\d{{1,4}})号"
)
_INNER = re.compile("\u300a(.{4,80}?)\u300b(?:的通知|的函)?$")
_IN_NEWS = re.compile(  # a page tells of the plan and gives it without its title
    f"^(?!根据|按照|依据|贯彻|落实|结合|为)[^,\u3002;:\u300a\u300b]{{0,60}}(?:印发|发布|下发|出台)了?\u300a([^\u300a\u300b]{{4,80}}{_NOUN})\u300b[,\u3002]"
)
_NEWS_DATE = re.compile(rf"(?:{DATE.pattern})\s?(?:正式)?(?:印发|发布|下发|出台)了?\u300a")
_OPENS_WITH = re.compile(f"^({YEAR})\\s?年(?:度|[上下]半年)?[,是](?!\\d)")
_TELLS_OF_IT = re.compile(  # what was done in that year: the plan is for the next
    "取得|累计|以来|成[效绩]|圆满|同比|了(?!解)|(?:查[处办获扣]|办结|侦破|开展)[^,\u3002;]{0,12}\\d"
)
_WRITTEN = re.compile(rf"(?:成文|发文|印发|签发)日期\s?:\s?(?:{DATE.pattern})")
_SHOWN = re.compile(  # by a database of laws; a portal's 发布时间 is the day of its page
    rf"\u3010(?:发布|公布|颁布)日期\u3011\s?:?\s?(?:{DATE.pattern})"
)
_DATE_CELL = re.compile("日\\s?期\\s?[\u3011:\uff1a|\t]")
_TABLE_DATE = re.compile(  # in the index table of a portal, which the repair takes off
    rf"(?:(?:成\s?文|发\s?文|印\s?发|签\s?发)\s?日\s?期\s?[\u3011:|\t]|\u3010(?:发布|颁布|公布)日期\u3011:?)[\s|]{{0,9}}(?:{DATE.pattern})"
)
_MOST_LINES = 4  # of a title
_FEW = 2  # lines of a head that say nothing about how it is set
_YEAR_OF_WORK = re.compile(
    f"(?:做好|推进|抓好|开展|组织|部署|落实|明确|完成|深化|就|现将|对)({YEAR})\\s?年"
)
_NO_KIND = re.compile("征求意见|(?:反馈|审议|征集|群众)的?意见")  # what they are about, or a draft
_LOOKS_BACK = re.compile("整改|反馈|问题")


@dataclass(frozen=True, slots=True)
class Header:
    """What the head of a document says; ``title_span`` is in the repaired text."""

    title: str | None
    title_span: Span | None
    document_number: str | None
    issuer: str | None
    issued_on: date | None


def read_header(frame: Frame, text: str, raw: str = "") -> Header:
    """The header fields as far as head, signatures, imprint and the index table in raw tell them."""
    heads = [part for line in frame.heads for part in _number_apart(line)]
    title, span = _title(heads, text)
    number = _document_number(heads) or _number_in_table(raw[:_TOP])
    return Header(title, span, number, _issuer(frame, title), _issued_on(frame, raw))


def _number_apart(line: Line) -> list[Line]:
    """A title and the document number behind it as two lines."""
    match = _NUMBER_BEHIND.match(line.flat)
    return (
        [line.part(0, match.start("number")), line.part(match.start("number"))] if match else [line]
    )


def _title(heads: Sequence[Line], text: str) -> tuple[str | None, Span | None]:
    """The title a notice promises, or the last in the head: a plan stands below its notice."""
    promised = _promised(heads, text)
    if promised:
        return promised
    for at in _titles(heads):
        last = at + 1 + bool(at + 1 < len(heads) and _AFTER_TITLE.match(heads[at + 1].flat))
        lines = heads[_first_line(heads, at) : last]
        title = "".join(squeeze(text[line.start : line.end]) for line in lines)
        inner = _INNER.search(title)
        return (inner[1] if inner else title), Span(lines[0].start, lines[-1].end)
    return _glued_title(heads, text)


def _titles(heads: Sequence[Line]) -> list[int]:
    """Where titles end, the likeliest first: the last, but a plan's before that of its table."""
    found = [
        at
        for at, line in enumerate(heads)
        if _TITLE.match(_named(flat := squeeze(line.flat)))
        and not _NUMBER.match(flat)
        and not is_plain_heading(flat)
    ]
    return sorted(found, key=lambda at: (not _OF_TABLE.search(squeeze(heads[at].flat)), at))[::-1]


def _named(flat: str) -> str:
    """A title as it is, where nothing but a title stands in the marks of one."""
    return flat[1:-1] if re.fullmatch("\u300a[^\u300a\u300b]+\u300b", flat) else flat


def _promised(heads: Sequence[Line], text: str) -> tuple[str, Span] | None:
    """The title that the notice names, where a line of the head, or a few in a row, are just that."""
    promised = promised_titles(heads)
    for at, size in product(range(len(heads)), range(1, _MOST_LINES + 1)) if promised else ():
        lines = heads[at : at + size]
        if "".join(squeeze(line.flat) for line in lines) in promised:
            words = "".join(squeeze(text[line.start : line.end]) for line in lines)
            return words, Span(lines[0].start, lines[-1].end)
    return None


def _glued_title(heads: Sequence[Line], text: str) -> tuple[str | None, Span | None]:
    """A title whose line goes on with the preamble: …工作要点为做好…."""
    for line in heads:
        match = _GLUED.match(line.flat)
        if match:
            span = Span(line.start, line.start + match.end())
            return _once(squeeze(text[span.start : span.end])), span
    return _bare_title(heads, text)


def _once(title: str) -> str:
    """A title that a page gives twice without a break, once."""
    half = len(title) // 2
    return title[:half] if title[:half] * 2 == title else title


def _bare_title(heads: Sequence[Line], text: str) -> tuple[str | None, Span | None]:
    """A title that names no kind of document: the last line of the head without a mark."""
    for line in reversed(heads):
        if (
            _BARE.match(line.flat)
            and not _NUMBER.match(line.flat)
            and not looks_like_unit(line.flat)
        ):
            return squeeze(text[line.start : line.end]), Span(line.start, line.end)
    return _title_in_news(heads, text)


def _title_in_news(heads: Sequence[Line], text: str) -> tuple[str | None, Span | None]:
    """A title that only the sentence names which tells of the plan."""
    for line in heads:
        match = _IN_NEWS.match(line.flat)
        if match:
            span = Span(line.start + match.start(1), line.start + match.end(1))
            return squeeze(text[span.start : span.end]), span
    return _named_title(heads, text)


def _named_title(heads: Sequence[Line], text: str) -> tuple[str | None, Span | None]:
    """The only title that a notice names, where the plan below it has lost its own."""
    named = carried_titles(heads)
    for line in heads if len(named) == 1 else ():
        name = next(iter(named))
        start = line.flat.find(name)
        if start >= 0:
            span = Span(line.start + start, line.start + start + len(name))
            return text[span.start : span.end], span
    return None, None


def _first_line(heads: Sequence[Line], at: int) -> int:
    """Where a title over several lines begins; where empty lines part all lines, they part nothing."""
    spaced = len(heads) > _FEW and all(line.gap for line in heads[1:])
    while at > 0 and _goes_on(squeeze(heads[at - 1].flat), heads[at], spaced):
        at -= 1
    return at


def _goes_on(before: str, line: Line, spaced: bool) -> bool:
    """Whether a title line needs the line before it."""
    if (
        re.search("[\u3002;:!?]", before)
        or not has_words(before)
        or _NUMBER.match(before)
        or DATE.search(before)
        or len(before) > 60
    ):
        return False
    if re.search("(?:文件|公报|网|网站)$", before) or before.startswith(_NO_TITLE):
        return False
    if _OWN_START.match(line.flat) and not _BROKEN_OFF.search(before):
        return False
    if looks_like_unit(before) and (line.flat.startswith("关于") or looks_like_unit(line.flat)):
        return True
    if line.gap and not spaced and not _TORN.search(before):
        return False
    return bool(_BROKEN_OFF.search(before)) or not (_TITLE.match(before) or looks_like_unit(before))


def _document_number(heads: Sequence[Line]) -> str | None:
    for line in heads:
        for cell in re.split("\t|  +", line.flat):
            match = (
                _NUMBER.match(cell.strip()) or _NUMBER.match(squeeze(cell)) or _before_title(cell)
            )
            if match:
                who = re.sub("^.*(?:文号|字号)", "", match["who"])
                return f"{who}\u3014{to_int(match['year'])}\u3015{int(match['n'])}号"
    return None


def _number_in_table(top: str) -> str | None:
    """The number that only the index table of a portal tells, which the repair takes off."""
    match = _TABLE_NUMBER.search(narrow(top)) if "号" in top else None
    return (
        f"{match['who']}\u3014{to_int(match['year'])}\u3015{int(match['n'])}号" if match else None
    )


def _before_title(cell: str) -> re.Match[str] | None:
    """A number that stands before its title in one line: 示发\u30142024\u30153号 关于…的通知."""
    number, sign, title = cell.partition("号")
    return _NUMBER.match(number.strip() + sign) if "关于" in title else None


def _issued_on(frame: Frame, raw: str) -> date | None:
    signed = [signature.on for signature in frame.signatures if signature.on]
    if signed:
        return signed[0]
    if frame.imprints:
        return frame.imprints[0]
    return (
        _date_in(frame.heads, _WRITTEN)
        or _date_in_table(raw)
        or _date_in(frame.heads, _NEWS_DATE)
        or _date_in(frame.heads, _SHOWN)
    )


def _date_in(heads: Sequence[Line], told: re.Pattern[str]) -> date | None:
    found = next((match for line in heads if (match := told.search(line.flat))), None)
    return read_date(found) if found else None


def _date_in_table(raw: str) -> date | None:
    match = _TABLE_DATE.search(narrow(raw)) if _DATE_CELL.search(raw) else None
    return read_date(match) if match else None


def _issuer(frame: Frame, title: str | None) -> str | None:
    for signature in frame.signatures:
        if signature.issuer:
            return signature.issuer
    before = (title or "").partition("关于")[0]
    return before if "关于" in (title or "") and looks_like_unit(before) else None


def plan_year(header: Header, frame: Frame, body: str) -> int | None:
    """The year a plan is for: named in its title (a range by its first), else that of its issue, number or deadlines."""
    title = header.title or ""
    alone = re.search(f"(?<![-\u2014~至])({YEAR})\\s?年", title)  # no end of a range
    named = alone or re.search(f"({YEAR})\\s?[-\u2014~至]", title)
    if named:
        return _at_issue(to_int(named[1]), bool(alone), header)
    if header.issued_on:
        return header.issued_on.year
    if header.document_number:
        return int(re.findall(r"\d{4}", header.document_number)[0])
    for signature in frame.signatures:
        return int(re.findall(r"\d{4}", signature.line.flat)[0])
    opening = [*frame.heads, *frame.body[:2]]
    told = (_opens_with(line.flat) or _YEAR_OF_WORK.search(line.flat) for line in opening)
    first = next((match[1] for match in told if match), None)
    years = Counter(re.findall(r"(20\d\d)年(?:\d{1,2}月|[底末])", body))
    return to_int(first) if first else int(years.most_common(1)[0][0]) if years else None


def _opens_with(words: str) -> re.Match[str] | None:
    """The year that a first sentence says what is to be done in: 2031年,全市要…."""
    back = _TELLS_OF_IT.search(words.partition(STOP)[0])
    return None if back else _OPENS_WITH.match(words)


def _at_issue(named: int | None, alone: bool, header: Header) -> int | None:
    """The year of issue where the title looks back: what was found in 2021 is put right in 2022."""
    looks_back = alone and header.issued_on and _LOOKS_BACK.search(header.title or "")
    if looks_back and header.issued_on and named == header.issued_on.year - 1:
        return header.issued_on.year
    return named


def kind_of(title: str | None) -> PlanKind:
    """The kind of document that a title names."""
    name = _NO_KIND.sub("", title or "")
    kinds = (
        ("要点", PlanKind.KEY_POINTS),
        ("分工|分解|任务表|任务清单", PlanKind.TASK_DIVISION),
        ("意见(?!.*(?:方案|计划))", PlanKind.IMPLEMENTATION_OPINIONS),
        ("方案|计划", PlanKind.IMPLEMENTATION_PLAN),
        ("通知", PlanKind.NOTICE),
    )
    return next((kind for words, kind in kinds if re.search(words, name)), PlanKind.OTHER)
