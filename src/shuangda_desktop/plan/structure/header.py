"""The header fields: title, document number, issuer, date, year, level, kind."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from shuangda_desktop.plan.duties.unit_names import looks_like_unit
from shuangda_desktop.plan.measures.dates import DATE, YEAR, read_date
from shuangda_desktop.plan.model import PlanKind
from shuangda_desktop.plan.structure.document_number import document_number, number_in_table
from shuangda_desktop.plan.structure.frame import Frame
from shuangda_desktop.plan.structure.lines import Line
from shuangda_desktop.plan.structure.title import number_apart, title_of
from shuangda_desktop.text.chars import STOP
from shuangda_desktop.text.mapped import Span
from shuangda_desktop.text.numerals import to_int
from shuangda_desktop.text.punctuation import narrow

_NEWS_DATE = re.compile(rf"(?:{DATE.pattern})\s?(?:正式)?(?:印发|发布|下发|出台)了?\u300a")
_OPENS_WITH = re.compile(f"^({YEAR})\\s?年(?:度|[上下]半年)?[,是](?!\\d)")
_TWO_YEARS = re.compile(r"(20\d\d)\s?年?\s?[-\u2014~至]{1,2}\s?(20\d\d)\s?(?:年度|采暖季|学年)")
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
_NOW = re.compile(f"现[就将]({YEAR})\\s?年(?!已)")
_OF_WORK = re.compile(  # 特制定《…》 is this plan, 根据省里制定《…》 another
    f"(?:做好|推进|抓好|开展|组织|部署|落实|明确|完成|深化|就|现将|对)({YEAR})\\s?年(?!已)"
    f"|现提出\\s?({YEAR})\\s?(?:[-\u2014~至]{YEAR}\\s?)?年(?!已|的)"
    f"|[特现,]制[定订]\u300a[^\u300b]{{0,20}}({YEAR})\\s?年"
    f"|(?<!\\d)({YEAR})年起\\d年内"
)
_TIME = re.compile(  # 到2030年底,覆盖率达到… tells an aim, 在2008年底基础上 what it is measured by
    "(?<![到比较截])(?<!截[至止])(20\\d\\d)年(?:\\d{1,2}月|年?[底末])(?!的?基础|以来|统计|已)"
)
_YEAR_END = re.compile(  # 截至2025年底 tells what there is
    "(?<![截到比较自])(?<!截[至止])(20\\d\\d)年年?[底末](?!的?基础|以来|统计|已)"
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
    heads = [part for line in frame.heads for part in number_apart(line)]
    title, span = title_of(heads, text)
    number = document_number(heads) or number_in_table(raw)
    return Header(title, span, number, _issuer(frame, title), _issued_on(frame, raw))


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
        return _season(title, header) or _at_issue(to_int(named[1]), bool(alone), header)
    if header.issued_on:
        return header.issued_on.year
    if header.document_number:
        return int(re.findall(r"\d{4}", header.document_number)[0])
    for signature in frame.signatures:
        return int(re.findall(r"\d{4}", signature.line.flat)[0])
    opening = [*frame.heads, *frame.body[:2]]
    told = [_NOW.search(line.flat) for line in opening]
    told += [_opens_with(line.flat) or _OF_WORK.search(line.flat) for line in opening]
    first = next((match[match.lastindex or 0] for match in told if match), None)
    return to_int(first) if first else _year_of_times(body, frame.heads)


def _season(title: str, header: Header) -> int | None:
    """The year of issue where the title tells a work year over two of the calendar: 2022-2023年度."""
    span = _TWO_YEARS.search(title)
    if not span or not header.issued_on:
        return None
    first, second = map(int, span.groups())
    issued = header.issued_on.year
    return issued if second == first + 1 and issued in (first, second) else None


def _year_of_times(body: str, heads: Sequence[Line]) -> int | None:
    """The year that most times name; None where the work goes on from the end of one year to another's."""
    if len(set(_YEAR_END.findall(body))) > 1:
        return None
    head = "".join(line.flat for line in heads)  # further down it may be another plan's
    years = Counter(_TIME.findall(body)) or Counter(re.findall(r"(20\d\d)年度", head))
    return int(years.most_common(1)[0][0]) if years else None


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
