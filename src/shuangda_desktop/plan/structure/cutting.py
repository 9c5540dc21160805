"""Lines cut where a number, a key or a signature is glued to the words before it."""

import re
from collections.abc import Iterator, Sequence

from shuangda_desktop.plan.duties.duties import read_clause
from shuangda_desktop.plan.duties.unit_names import looks_like_unit
from shuangda_desktop.plan.structure.collapsed import edges, heading_end
from shuangda_desktop.plan.structure.keys import ends_in_value, inline_keys
from shuangda_desktop.plan.structure.lines import Line
from shuangda_desktop.plan.structure.numbering import Label, Numbers
from shuangda_desktop.plan.structure.signed import date_alone, signature
from shuangda_desktop.plan.structure.values import behind_values, captions, ends_in_caption
from shuangda_desktop.text.chars import HAN, LOPEN, ROPEN, STOP

_NUMBER = "一二三四五六七八九十百"
_BEGINS = f"第任重工措行{LOPEN}{_NUMBER}\\d\u2460-\u249b\u3220-\u3229"
_GLUED = re.compile(  # the first character of a number, with what stands before it; 5家 is none
    rf"[{_BEGINS}](?!(?<=\d)\d{{0,8}}[{HAN}%])(?:(?<=[\u3002;:!?\u201d\s{ROPEN}].)"
    rf"|(?<=[,.、][{_NUMBER}])(?=,[{HAN}])|(?<=[{HAN}%].)(?<![{_NUMBER}].)(?:(?<=[{LOPEN}{_NUMBER}\d])|(?<=第)(?=[一1])"
    "|(?<=任)(?=务[一1])|(?<=措)(?=施[一1])|(?<=行)(?=动[一1])))"
)
_MARKS = ",.、\u3002;"
_ANY_MARK = re.compile(f"[{_MARKS} ]")
_ENDED = re.compile(f"[\u3002!?\u201d{ROPEN}]$")
_KINDS = "(?:要点|方案|意见|通知|计划|办法|措施|安排|规划|清单|分工|工作|规程|规定|细则|表|台账)(?:\\([^()]{1,16}\\))?$"
_KIND = re.compile(_KINDS)
_LEADS_IN = re.compile(f"{_KINDS}|(?:如下[:\u3002]?|\u3002|:|\\d号)$")
_SECONDS = {  # the second number of a row whose first may open a document in one line
    "first": f"(?<![{_NUMBER}、第])二(?:、(?!三)|(?<=[{_MARKS}]二)[,.](?=[{HAN}]{{4}}))",
    "second": f"(?<=[\u3002{ROPEN}\\s])\\(二\\)",
    "third": rf"(?<=[\u3002{ROPEN}\s])2[.、](?!\d)",
    "chapter": f"(?<=[\u3002{ROPEN}\\s])第二(?:章|部分|编)",
    "article": f"(?<=[\u3002{ROPEN}\\s])第[二2]条",
    "ordinal": f"(?<=[\u3002{ROPEN}\\s])第二[、,:]",
    "task": f"(?<=[\u3002{ROPEN}\\s])(?:任务|措施|行动)[二2]",
}
_SECOND = {row: re.compile(pattern) for row, pattern in _SECONDS.items()}
_LATER = re.compile(
    f"(?<=[\u3002{ROPEN}\\s])[三四五六七八九十]{{1,2}}、(?![{_NUMBER}])"
)  # where what is between was left out
_WIDEST_GAP = 30
_PAIR = re.compile(f"[{_NUMBER}]|\\d{{1,2}}(?!\\d)")  # 三、四季度 and 10、11月 are no numbers
_FIRST_BELOW = {"second": re.compile("\\(一\\)"), "third": re.compile(r"1[.、](?!\d)")}
_DEEP_SECOND = {
    "fourth": re.compile(f"(?<=[\u3002{ROPEN}])\\(2\\)"),
    "fifth": re.compile(f"(?<=[\u3002{ROPEN}])\u2461"),
}
_CLAUSED_SECOND = {  # behind a clause
    "fourth": re.compile(f"(?<=[{ROPEN}])\\(2\\)"),
    "fifth": re.compile(f"(?<=[{ROPEN}])\u2461"),
}
_LISTED = re.compile(r"[;,]\s?2[.、](?!\d)")  # 1.甲;2.乙 inside a sentence is no row of items
_LONGEST_LIST = 200
_UNCLOSED = re.compile(f"[{LOPEN}]([^{LOPEN}{ROPEN}\u3002]{{3,}})$")
_LONGEST_CLAUSE = 200
_WHOLE = 600  # characters of a line that may hold a document, also one that begins with 二、
_FAR = 5000  # how far behind 一、 its 二、 is looked for
_LONGEST_CELL = 400  # characters; what is longer and has bars only around it is text
_LONGEST_TOPIC = 24  # of a first chapter's heading, where nothing but a number shows its end
_LONGEST_HEADING = 60
_ANNOUNCED = re.compile("[如以]下[^\u3002;,:]{0,8}:$")
_PHRASE = re.compile(f"[{HAN}、]{{8,60}}[,\u3002]")
# a heading, and the paragraph behind the blank that its line break has become
_TITLED = re.compile(f"[{HAN}、]{{4,24}}[ \u3000]{{1,4}}[{HAN}][^ \u3000:;\u3002]{{11,}}[\u3002,]")
_LOWEST = 3  # numbers below 1. are cut only at the beginning of a line
_NO_HEADING = re.compile("(?:[第款条项、,]|附[件表图])$")


def cut_lines(lines: Sequence[Line]) -> list[Line]:
    """The lines with each glued number, key and signature on a line of its own."""
    cutter = _Cutter()
    found: list[Line] = []
    for number, line in enumerate(map(_without_bars, lines), 1):
        if "\t" in line.flat or "|" in line.flat:
            found.append(line)
            continue
        cuts = cutter.cuts(line.flat)
        if number == len(lines):
            cuts = sorted({*cuts, *date_alone(line.flat, cuts[-1])})
        if len(cuts) == 1:
            found.append(line)
            continue
        ends = [*cuts[1:], len(line.flat)]
        found += [line.part(start, stop) for start, stop in zip(cuts, ends, strict=True)]
    return [line for line in found if line.flat]


def _without_bars(line: Line) -> Line:
    """A line too long for a cell without the bars of a frame around it."""
    flat = line.flat.strip("| ")
    if flat == line.flat or len(flat) < _LONGEST_CELL or "|" in flat or "\t" in flat:
        return line
    start = line.flat.index(flat)
    return line.part(start, start + len(flat))


class _Cutter:
    """Goes through the lines once; ``collapsed`` where a line holds a title and its items."""

    def __init__(self) -> None:
        self.numbers = Numbers()
        self.collapsed = False
        self.looked: dict[str, int] = {}  # row -> up to where its second number was looked for
        self.heads: list[int] = []  # where the words of the numbers found begin
        self.deep = ""  # a row below 1. that stands right behind a number: 4.(1)…(2)…
        self.listed = ""  # a row right behind a chapter's heading, whose items end in ;

    def cuts(self, flat: str) -> list[int]:
        """Where the line is cut, from 0 on."""
        self.collapsed, self.deep, self.listed, self.looked = False, "", "", {}
        self.heads = []
        labels = list(self._labels(flat))
        keys = inline_keys(flat)
        values = (*behind_values(flat, keys), *captions(flat, keys))
        cuts = {0, *labels, *keys, *values, *signature(flat)}
        if self.collapsed:
            cuts.update(edges(flat, labels[0], labels[-1]))
            cuts.update(end for start in self.heads if (end := heading_end(flat, start)))
        return sorted(cuts)

    def _labels(self, flat: str) -> Iterator[int]:
        """Places inside a line where the next number of a row stands after a sentence's end."""
        first = self.numbers.label_at(flat)
        heading_from = first.end if first else 0
        if first and (first.sure or self.numbers.follows(first)):
            self.numbers.take(first)
            inner = self.numbers.label_at(flat, first.end)
            if inner and self._opens_inside(inner, first, flat):
                self.numbers.take(inner)
                heading_from = inner.end
                yield inner.start
        for match in _GLUED.finditer(flat, heading_from + 1):
            label = self.numbers.label_at(flat, match.start())
            if (
                label
                and (label.sure or label.level == 1)
                and self._is_glued(label, flat, heading_from)
            ):
                self.numbers.take(label)
                heading_from = label.end
                self.heads.append(label.end)
                yield label.start

    def _opens_inside(self, inner: Label, outer: Label, flat: str) -> bool:
        """第三条(一)… and 4.(1)…(2)…: a row of numbers begins right behind a number."""
        if not inner.sure or inner.number != 1 or inner.level <= outer.level:
            return False
        if inner.level > _LOWEST:
            second = _DEEP_SECOND.get(inner.row)
            if not second or not second.search(flat, inner.end):
                return False
            self.deep = inner.row
        return True

    def _is_glued(self, label: Label, flat: str, heading_from: int) -> bool:
        between = flat[max(heading_from, label.start - _LONGEST_HEADING - 1) : label.start].rstrip()
        if self._opens_deep(label, between, flat):
            self.deep = label.row
            return True
        if self._opens_list(label, between):
            self.listed = label.row
            return True
        if label.level > _LOWEST and not self.collapsed and label.row != self.deep:
            return False
        if self._opens_document(label, between, flat, heading_from):
            self.collapsed = True
            return True
        if not self.numbers.last and _is_torn_page(label, between, flat):
            return True
        if self.numbers.fits(label) and self._opens_row(label, between, flat):
            return True
        follows = label.number > 1 and (self.numbers.follows(label) or self._rises(label))
        if not follows and not self._leaps(label, flat):
            return False
        below = self.numbers.level < label.level and _is_short(between)
        return (below and not follows) or self._has_ended(label, between, flat, heading_from)

    def _leaps(self, label: Label, flat: str) -> bool:
        """A row goes on in a document of one line, behind what was left out, or anew below a heading."""
        if _PAIR.match(flat, label.end):
            return False
        last = self.numbers.last.get(label.row, 0)
        below = self.numbers.level < label.level < _LOWEST
        return self.collapsed and (below or (last > 0 and 1 < label.number - last <= _WIDEST_GAP))

    def _rises(self, label: Label) -> bool:
        """(十四)…。二、…: a chapter of a plan that was copied from its middle on."""
        amid = self.numbers.last.get("second", 0) > 1
        return amid and label.row == "first" and label.row not in self.numbers.before

    def _opens_deep(self, label: Label, between: str, flat: str) -> bool:
        """1.整治集市。(1)…(A负责)(2)…: a row of (1), or of \u2460, behind a short sentence, each with a clause."""
        second = _CLAUSED_SECOND.get(label.row) if label.number == 1 else None
        if not second or not self.numbers.knows_above(label):
            return False
        heading = between.removesuffix(STOP)
        titled = heading != between and _is_short(heading)
        found = second.search(flat, label.end, label.end + _FAR) if titled else None
        if not found or label.row == "fourth":
            return bool(found)
        closing = found.start() - 1
        return _ends_in_units(flat[max(label.end, closing - _LONGEST_CLAUSE) : closing])

    def _opens_list(self, label: Label, between: str) -> bool:
        """主要任务:1.甲;2.乙: what stands behind a caption is a row of items, also between semicolons."""
        first = label.number == 1 and label.level == _LOWEST and self.numbers.knows_above(label)
        return first and ends_in_caption(between)

    def _opens_document(self, label: Label, between: str, flat: str, heading_from: int) -> bool:
        """一、 after a title or its preamble, where 二、 follows in the same line."""
        whole = label.row == "first" and len(flat) > _WHOLE and not self.numbers.last
        begins = label.number == 1 or whole
        fresh = begins and label.row not in self.numbers.last and label.row in _SECOND
        if not fresh or not _LEADS_IN.search(between):
            return False
        if label.level > 1 and (heading_from or self.numbers.last):
            return False
        told = _ANNOUNCED.search(between) and _PHRASE.match(flat, label.end)
        told = told or _TITLED.match(flat, label.end)
        alone = label.row == "first" and (bool(told) or _opens_below(flat, label.end))
        return alone or self._goes_on(label, flat)

    def _goes_on(self, label: Label, flat: str) -> bool:
        """Whether 二、 follows; where it was looked for already it is not looked for again."""
        end = label.end + _FAR
        start = max(label.end, self.looked.get(label.row, 0))
        found = _SECOND[label.row].search(flat, start, end)
        self.looked[label.row] = end - _LONGEST_HEADING
        whole = label.row == "first" and len(flat) > _WHOLE
        later = _LATER.search(flat, start, end) if whole else None
        return bool(found or later)

    def _opens_row(self, label: Label, between: str, flat: str) -> bool:
        """(一) or 1. right after a heading of a higher level."""
        if label.level == 1:
            return False
        heading = between.removesuffix("\u3002")
        fresh = self.collapsed and label.level < _LOWEST and between.endswith(STOP)
        opens = (fresh or _is_short(heading)) and self.numbers.knows_above(label)
        if label.level >= _LOWEST and _LISTED.search(flat, label.end, label.end + _LONGEST_LIST):
            opens = opens and self.collapsed and len(heading) <= _LONGEST_TOPIC
            self.listed = label.row if opens else self.listed
        return opens

    def _has_ended(self, label: Label, between: str, flat: str, heading_from: int) -> bool:
        """Whether the words before a number are a whole item."""
        listed = label.level < _LOWEST or label.row == self.listed
        if label.level == 1 and self.collapsed and flat[label.start + 1] == ",":
            return bool(_ANY_MARK.match(flat, label.start - 1))  # no mark is what it was
        if _ENDED.search(between) or (listed and between.endswith(";")):
            return True
        if self.collapsed and flat[label.start - 1].isspace():  # what its line break became
            return True
        bare = self.collapsed and label.level == _LOWEST and _is_short(between)
        if bare or ends_in_value(flat, heading_from, label.start):
            return True
        return _ends_in_units(flat[max(heading_from, label.start - _LONGEST_CLAUSE) : label.start])


def _is_torn_page(label: Label, between: str, flat: str) -> bool:
    """…方案 三、工作要求: a later page of a document, with its title and a chapter in one line."""
    heading = flat[label.end :]
    titled = label.row == "first" and _KIND.search(between) and flat[label.start - 1].isspace()
    return bool(titled) and _is_short(heading) and len(heading) <= _LONGEST_TOPIC


def _opens_below(flat: str, start: int) -> bool:
    """Whether a row of a lower level begins behind a short heading, or behind one and goes on.

    一、整治(一)…, and 一、深入开展……整治(一)…(二)….
    """
    near = start + _LONGEST_HEADING
    for row, pattern in _FIRST_BELOW.items():
        first = pattern.search(flat, start, near)
        if first and _is_short(flat[start : first.start()].strip()):
            topic = first.start() - start <= _LONGEST_TOPIC
            if topic or _SECOND[row].search(flat, first.end(), first.end() + _FAR):
                return True
    return False


def _ends_in_units(words: str) -> bool:
    """Whether words end in a bracket of units that is not closed: …整治市场。(市公安局2.…."""
    opened = _UNCLOSED.search(words)
    clause = read_clause(opened[1]) if opened else None
    return clause is not None and all(looks_like_unit(duty.unit) for duty in clause.duties)


def _is_short(heading: str) -> bool:
    """Whether words between two numbers may be a whole heading."""
    if not 0 < len(heading) <= _LONGEST_HEADING or _NO_HEADING.search(heading):
        return False
    return not any(mark in heading for mark in "\u3002;:!?")
