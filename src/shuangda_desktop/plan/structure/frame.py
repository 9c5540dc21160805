"""What stands around the body: the head before the first item, signatures, imprint, contacts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from shuangda_desktop.plan.duties.marked import tells_marks
from shuangda_desktop.plan.duties.units_list import looks_like_unit
from shuangda_desktop.plan.measures.dates import DATE, may_end_in_date, read_date
from shuangda_desktop.plan.structure.lines import Line, squeeze
from shuangda_desktop.plan.structure.numbering import label_at
from shuangda_desktop.plan.structure.outline import begins_item
from shuangda_desktop.plan.structure.promised import promised_titles
from shuangda_desktop.plan.tables.tables import band, header_of, is_band, rows_end, table_end
from shuangda_desktop.text.chars import STOP

_NOTE = re.compile(  # 主动公开案件信息 alone is a task
    "^(?:\\(|此件|本件|此文|公开方式:)(?:此件|本件|此文)?(?:主动公开|依申请公开|公开发布|不予公开|有删减)"
    "|^(?:主动公开|依申请公开|公开发布|不予公开)\\)?$"
)
_CLOSING_NOTE = re.compile("公开(?:发布)?\\)?$")
_ANNEX = re.compile(r"^附\s?(?:件|表|录)\s?(?:\d{0,2}|[一二三四五六七八九十]{0,3})\s?(?:[:.、]|$)")
_ANNEX_LIST = re.compile("^附\\s?件\\s?\\d{0,2}\\s?:.")
_COPY = re.compile("^(?:主\\s?送|抄\\s?送|抄\\s?报|分\\s?送|主题词)\\s?:")
_IMPRINT = re.compile(rf"(?:{DATE.pattern})\s*印发\)?$|^\(\s?[^()]{{4,60}}印发\)$")
_TABLE_NOTE = re.compile("^(?:注|备注|说明)\\s?:")
_ATTENDANCE = re.compile(  # below the minutes of a meeting
    "^(?:(?:出席|列席|请假|缺席|主持|记录)(?:会议)?(?:人员?|单位)?|参会(?:人员|单位)|参加(?:会议)?人员)\\s?:|^会议(?:强调|指出|认为)[,:]"
)
_ROLE_IN_GROUP = "(?:(?:常务)?副?\\s{0,4}组\\s{0,4}长|副?总\\s{0,4}指\\s{0,4}挥|副?召\\s{0,4}集\\s{0,4}人|成\\s{0,4}员)\\s{0,4}:\\s{0,4}"
_POST = "(?:长|主任|书记|主席|主管|干部|专员|员|负责人)"
_PERSON = f"[\u4e00-\u9fff]{{1,2}} ?[\u4e00-\u9fff]{{1,2}}(?: {{0,9}}\\(| {{1,9}})[\u4e00-\u9fff、]{{2,40}}{_POST}\\)?"
_PEOPLE = re.compile(f"{_ROLE_IN_GROUP}(?:{_PERSON}|$)")  # 组长:某某(副市长)
_MEMBER = re.compile(f"(?:{_ROLE_IN_GROUP})?{_PERSON}$|{_ROLE_IN_GROUP}")
_FOOT_RULE = re.compile("^[\u2014\u2500_\\-]{5,}$")
_FOOT_NOTE = re.compile("^(?:注\\s?:\\s?)?(?:[\u2460-\u2473]|\\[\\d{1,2}\\]|\\*)|^注\\s?:")
_COPIES = re.compile(r"^\(?共印\s?\d{1,5}\s?份")
_ARABIC = 3  # the level of 1.
_CONTACT = re.compile(
    "^\\(?(?:[\u4e00-\u9fff]{2,16}(?=联系))?(?:填[表报](?:人|单位|日期|时间)|制表人?|审核人|联\\s?系\\s?人|联系(?:电话|方式|地址)(?:\\([^()]{1,8}\\))?|(?:监督|投诉|举报|咨询|服务)(?:举报)?电话|(?:举报|投诉)邮箱|联\\s?络\\s?员|电\\s?话|传\\s?真|电子(?:邮箱|邮件|信箱)|邮\\s?箱|邮编|地址)\\s?:"
)
_TAKES_EFFECT = re.compile(  # 本方案自印发之日起施行: no task
    "^本[\u4e00-\u9fff]{2,8}(?:自[^,\u3002;]{2,16}起(?:施行|实施|执行|生效)|由[^,\u3002;]{2,30}负责解释)(?:[,\u3002;](?:有效期|试行期|由|自)[^\u3002]{1,40})?\u3002?$"
)
_WEB = re.compile(
    "^(?:责任编辑|编辑|来源|作者|审核|信息来源|上一篇|下一篇|版权所有|备案号|网站标识码)\\s?:"
    # a portal names a government with its place; what a plan names is its level's own: 市公安局
    "|^(?:主办|承办)\\s?:(?!\\s?[省市县区州盟旗师](?!人民政府|政府|委办|府办|级|直)[^、]{2}|[^、]{2,6}海关)"
)
_RED_HEAD = re.compile(
    "^[\u4e00-\u9fff]{4,24}\\s?[\u4e00-\u9fff]{0,24}(?:办公室|办公厅|政府|委员会|领导小组|局|厅|办|委)\\s?文件$"
)
_TORN_NAME = re.compile("[\u4e00-\u9fff]{4,24}(?<!通知|方案|要点|意见|计划|清单)")
_PAGE = re.compile(
    r"^[-\u2014\u2013]?\s?(?:第\s?)?\d{1,3}\s?(?:页)?(?:[,/]?共\d{1,3}页)?\s?[-\u2014\u2013]?$"
)
_SEALED = re.compile(r"\(\s?(?:代\s?章|公?章|盖章|印章?|签章)\s?\)$")  # behind who signs, or alone
_PAGE_DATE = re.compile(r"\d{4}([-/.])\d{1,2}\1\d{1,2}")  # above the text: a portal's
_NO_DATE = re.compile(  # under a model text: 20XX年5月6日
    "20[xX\u00d7*]{2}\\s?年\\s?[\\dxX\u00d7*一二三四五六七八九十]{1,3}\\s?月(?:\\s?[\\dxX\u00d7*一二三四五六七八九十]{1,3}\\s?日)?$"
)
_NOISE = re.compile(
    "|".join(
        each.pattern
        for each in (_NOTE, _COPIES, _CONTACT, _WEB, _RED_HEAD, _SEALED, _TAKES_EFFECT, _NO_DATE)
    )
)
_DATED = re.compile(rf"^(?P<who>[^\u3002;:,]{{0,60}}?)\s*\(?(?:{DATE.pattern})\)?$")


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed and when; ``issuer`` is "" where only a date stands."""

    issuer: str
    on: date | None
    line: Line


@dataclass(frozen=True, slots=True)
class Frame:
    """The head, the lines of the body, what was signed where, and dates of the imprint.

    ``heads`` holds the lines before the first item, and those between a signature and the next item.
    ``bands`` are the starts of the lines of the body that are headings across a table.
    """

    heads: tuple[Line, ...]
    body: tuple[Line, ...]
    tables: tuple[tuple[Line, ...], ...]
    signatures: tuple[Signature, ...]
    imprints: tuple[date, ...]
    bands: frozenset[int] = frozenset()


def frame_of(lines: Sequence[Line]) -> Frame:
    """Tell the body of a document from what stands around it."""
    builder = _Builder(lines)
    at = 0
    while at < len(lines):
        at = builder.take(at)
    return Frame(
        tuple(builder.heads),
        tuple(builder.body),
        tuple(builder.tables),
        tuple(builder.signatures),
        tuple(builder.imprints),
        frozenset(builder.bands),
    )


class _Builder:
    """Goes through the lines once; ``open`` while a body is being read."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.heads: list[Line] = []
        self.body: list[Line] = []
        self.tables: list[tuple[Line, ...]] = []
        self.signatures: list[Signature] = []
        self.imprints: list[date] = []
        self.bands: set[int] = set()
        self.open = False
        self.promised = promised_titles(lines)

    def take(self, at: int) -> int:
        """Put the line at ``at`` where it belongs; the place of the next one."""
        line = band(self.lines[at]) or self.lines[at]
        end = table_end(self.lines, at)
        if end > at:
            self.tables.append(tuple(self.lines[at:end]))
            return end
        table = self.tables[-1] if self.tables else None
        if table and is_band(self.lines, at, table):
            self.bands.add(line.start)
        end = rows_end(self.lines, at, table) if table else at  # none at a band
        if table and end > at:
            self.tables.append((*header_of(table), *self.lines[at:end]))
            return end
        may_be = may_end_in_date(line.flat.removesuffix(")"))
        dated = _DATED.match(line.flat) if may_be else None
        if dated and self._is_signature(dated, line):
            self._sign(dated, line)
        elif _is_imprint(line):
            self._imprint(line)
        elif _ANNEX.match(line.flat):
            return self._annex(at)
        elif _COPY.match(line.flat):
            return self._copies(at)
        elif _ATTENDANCE.match(line.flat):
            self.open = False
        elif _PEOPLE.match(line.flat):
            return self._people(at)
        elif (
            self.promised and squeeze(line.flat) in self.promised
        ):  # a plan begins below its notice
            self.open = False
            self.heads.append(line)
        elif _FOOT_RULE.match(line.flat):
            return self._notes(at)
        elif self.tables and _TABLE_NOTE.match(line.flat):
            return self._table_notes(at)
        elif _is_noise(line):
            self._end_red_head(line)
            self.open = self.open and not (_closes(line) and _is_last(self.lines[at + 1 :]))
        else:
            self._keep(line)
        return at + 1

    def _is_signature(self, dated: re.Match[str], line: Line) -> bool:
        who = dated["who"].strip()
        if not who and not self.body and _PAGE_DATE.fullmatch(line.flat):
            return False
        return not who or (looks_like_unit(squeeze(who)) and not begins_item(line))

    def _sign(self, dated: re.Match[str], line: Line) -> None:
        issuer = _joint(dated["who"]) or self._issuer_before()
        self.signatures.append(Signature(issuer, read_date(dated), line))
        self.open = False

    def _issuer_before(self) -> str:
        """Take back the lines before a date that name who signed."""
        lines = self.body if self.open else self.heads
        names: list[str] = []
        while lines and len(names) < 4 and _may_sign(lines[-1], bool(names)):
            names.insert(0, _joint(_SEALED.sub("", lines.pop().flat)))
        return (
            "".join(names) if len(names) < 2 or not looks_like_unit(names[0]) else "、".join(names)
        )

    def _imprint(self, line: Line) -> None:
        found = DATE.search(line.flat)
        on = read_date(found) if found else None
        if on:
            self.imprints.append(on)
        if found and found.start() == 0:
            self._issuer_before()  # who printed it, in a line of its own above the date
        self.open = False

    def _annex(self, at: int) -> int:
        """附件: with a list of names takes the list; 附件1 alone opens a new head."""
        self.open = False
        if not _ANNEX_LIST.match(self.lines[at].flat) and not self.lines[at].flat.endswith(":"):
            return at + 1
        at += 1
        while at < len(self.lines) and _is_annex_name(self.lines[at]):
            at += 1
        return at

    def _copies(self, at: int) -> int:
        """抄送 runs on to the imprint, at most four lines."""
        self.open = False
        for later in range(at + 1, min(at + 5, len(self.lines))):
            if _is_imprint(self.lines[later]):
                return later
        return at + 1

    def _people(self, at: int) -> int:
        """Who sits in a group, with names and posts, is no task."""
        at += 1
        while at < len(self.lines) and _MEMBER.match(self.lines[at].flat):
            at += 1
        return at

    def _notes(self, at: int) -> int:
        """Notes below a rule, as ① and ② in the text call for, are no items."""
        at += 1
        while at < len(self.lines) and _FOOT_NOTE.match(self.lines[at].flat):
            at += 1
        return at

    def _table_notes(self, at: int) -> int:
        """What a note below a table numbers are no items; it may say who leads, and is kept as a head."""
        end = at + 1
        while end < len(self.lines) and _is_numbered(self.lines[end]):
            end += 1
        self.heads += self.lines[at:end]
        self.open = False
        return end

    def _end_red_head(self, line: Line) -> None:
        """The first line of an issuer's name over the red rule goes with its last."""
        if not self.open and self.heads and _RED_HEAD.match(squeeze(line.flat)):
            before = squeeze(self.heads[-1].flat)
            if _TORN_NAME.fullmatch(before) and not looks_like_unit(before):
                self.heads.pop()

    def _keep(self, line: Line) -> None:
        note = tells_marks(line.flat) and not begins_item(line)  # it explains, and is no task
        self.open = not note and (self.open or begins_item(line))
        (self.body if self.open else self.heads).append(line)


def _is_imprint(line: Line) -> bool:
    """Whether a line says when the document was printed; most lines end otherwise."""
    return line.flat.endswith(("印发", "印发)")) and bool(_IMPRINT.search(line.flat))


def _joint(names: str) -> str:
    """Issuers side by side, parted by 、 where a blank parts whole names."""
    parts = names.split()
    return ("、" if all(looks_like_unit(part) for part in parts) else "").join(parts)


def _is_noise(line: Line) -> bool:
    flat = line.flat
    return bool(_NOISE.match(flat) or (_PAGE.match(flat) and flat[0] in "-\u2014\u2013第"))


def _closes(line: Line) -> bool:
    """Whether a line says to whom a document is open: what a page has below it is no part of it."""
    return bool(_NOTE.match(line.flat) and _CLOSING_NOTE.search(line.flat))


def _is_last(below: Sequence[Line]) -> bool:
    """Whether no sentence stands in the lines below a note."""
    return not any(line.flat.rstrip().endswith((STOP, ")", ";")) for line in below)


def _may_sign(line: Line, below: bool) -> bool:
    flat = _SEALED.sub("", squeeze(line.flat))
    if len(flat) > 40 or re.search("[\u3002;:,!?)\u300b]", flat) or begins_item(line):
        return False
    return looks_like_unit(flat) or (
        below and not re.search("(?:方案|要点|意见|通知)$|\\d", flat) and len(flat) < 30
    )


def _is_numbered(line: Line) -> bool:
    """Whether a line begins with an Arabic number, which a note may count its parts by."""
    label = label_at(line.flat)
    return label is not None and label.level >= _ARABIC


def _is_annex_name(line: Line) -> bool:
    return (
        bool(re.match(r"^(?:\d{1,2}[.、]|\u300a)", line.flat))
        and len(line.flat) < 60
        and not re.search("[\u3002;]$", line.flat)
    )
