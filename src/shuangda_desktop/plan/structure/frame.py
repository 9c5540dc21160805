"""What stands around the body: the head before the first item, signatures, imprint, contacts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from shuangda_desktop.plan.duties.marked import tells_marks
from shuangda_desktop.plan.duties.unit_names import looks_like_unit
from shuangda_desktop.plan.measures.dates import DATE, may_end_in_date, read_date
from shuangda_desktop.plan.structure.lines import Line, squeeze
from shuangda_desktop.plan.structure.noise import RED_HEAD, SEALED, closes, is_last, is_noise
from shuangda_desktop.plan.structure.numbering import label_at
from shuangda_desktop.plan.structure.outline import begins_item
from shuangda_desktop.plan.structure.promised import promised_titles
from shuangda_desktop.plan.tables.tables import band, header_of, is_band, rows_end, table_end

_ANNEX = re.compile(r"^附\s?(?:件|表|录)\s?(?:\d{0,2}|[一二三四五六七八九十]{0,3})\s?(?:[:.、]|$)")
_ANNEX_LIST = re.compile("^附\\s?件\\s?\\d{0,2}\\s?:.")
_COPY = re.compile("^(?:主\\s?送|抄\\s?送|抄\\s?报|分\\s?送|主题词)\\s?:")
_IMPRINT = re.compile(rf"(?:{DATE.pattern})\s*印发\)?$|^\(\s?[^()]{{4,60}}印发\)$")
_TABLE_NOTE = re.compile("^(?:注|(?:编者|编|表|附)注|备注|(?:填表|填报|编制|有关)?说明)\\s?:")
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
_ARABIC = 3  # the level of 1.
_TORN_NAME = re.compile("[\u4e00-\u9fff]{4,24}(?<!通知|方案|要点|意见|计划|清单)")
_PAGE_DATE = re.compile(r"\d{4}([-/.])\d{1,2}\1\d{1,2}")  # above the text: a portal's
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
        line = band(self.lines, at) or self.lines[at]
        return (
            self._table(at, line)
            or self._dated(at, line)
            or self._several(at, line)
            or self._single(at, line)
        )

    def _table(self, at: int, line: Line) -> int:
        """Take a table, or rows that go on with the last one; 0 where there are none."""
        end = table_end(self.lines, at)
        if end > at:
            self.tables.append(tuple(self.lines[at:end]))
            return end
        table = self.tables[-1] if self.tables else None
        if table and is_band(self.lines, at, table):
            self.bands.add(line.start)
        end = rows_end(self.lines, at, table) if table else at  # none at a band
        if not table or end <= at:
            return 0
        self.tables.append((*header_of(table), *self.lines[at:end]))
        return end

    def _dated(self, at: int, line: Line) -> int:
        """Take a line that ends in a date, as signatures and imprints do; 0 for any other."""
        may_be = may_end_in_date(line.flat.removesuffix(")"))
        dated = _DATED.match(line.flat) if may_be else None
        if dated and self._is_signature(dated, line):
            self._sign(dated, line)
        elif _is_imprint(line):
            self._imprint(line)
        else:
            return 0
        return at + 1

    def _several(self, at: int, line: Line) -> int:
        """Take a line and those that belong to it; 0 where it begins no such list."""
        if _ANNEX.match(line.flat):
            return self._annex(at)
        if _COPY.match(line.flat):
            return self._copies(at)
        if _PEOPLE.match(line.flat):
            return self._people(at)
        if _FOOT_RULE.match(line.flat):
            return self._notes(at)
        return self._table_notes(at) if self.tables and _TABLE_NOTE.match(line.flat) else 0

    def _single(self, at: int, line: Line) -> int:
        """Take a line for itself: the body goes on with it, or ends."""
        if _ATTENDANCE.match(line.flat):
            self.open = False
        elif self.promised and squeeze(line.flat) in self.promised:
            self.open = False  # a plan begins below its notice
            self.heads.append(line)
        elif is_noise(line):
            self._end_red_head(line)
            self.open = self.open and not (closes(line) and is_last(self.lines[at + 1 :]))
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
            names.insert(0, _joint(SEALED.sub("", lines.pop().flat)))
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
        if not self.open and self.heads and RED_HEAD.match(squeeze(line.flat)):
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


def _may_sign(line: Line, below: bool) -> bool:
    flat = SEALED.sub("", squeeze(line.flat))
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
