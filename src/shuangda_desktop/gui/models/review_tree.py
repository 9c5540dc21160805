"""The outline of a plan with its measures, as a tree."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication

from shuangda_desktop.gui.models.review_words import (
    duties_in_short,
    label_words,
    measure_words,
    place_words,
)
from shuangda_desktop.gui.theme import tokens_of
from shuangda_desktop.plan.model import Decision, DecisionKind, Finding, Measure, Plan, Section
from shuangda_desktop.text.mapped import Span

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)
_GROUND = int(Qt.ItemDataRole.BackgroundRole)
_INK = int(Qt.ItemDataRole.ForegroundRole)
_FONT = int(Qt.ItemDataRole.FontRole)
_COLUMNS = ("内容", "单位", "待核对")
NO_UNIT, GONE = "没有单位", "已去掉"

_OF_WORDS = (DecisionKind.SETTLE, DecisionKind.ANSWER)  # about words, not about a part


class Part(StrEnum):
    """What a line of the tree stands for."""

    HEADER = "header"
    SECTION = "section"
    MEASURE = "measure"
    STRUCK = "struck"  # by the clerk: no measure, but it can be put back


@dataclass(frozen=True, slots=True)
class Key:
    """A line of the tree across refreshes; ``at`` is where its part begins in raw."""

    part: Part
    at: int = 0


@dataclass(slots=True)
class Line:
    """One line; parent and children are numbers of lines, -1 is the root."""

    key: Key
    words: str
    span: Span
    units: str = ""
    doubts: int = 0
    parent: int = -1
    row: int = 0
    children: list[int] = field(default_factory=list)
    where: str = ""  # the headings above, in short


HEADER = Key(Part.HEADER)
_OF_MEASURE, _OF_STRUCK = -1, -2  # instead of the number of a section
_NEARER = (Part.MEASURE, Part.STRUCK, Part.SECTION)  # which of several at a place is meant


class ReviewTree(QAbstractItemModel):
    """First the header of the document, then its sections with the measures in them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []
        self._top: list[int] = []

    def show_plan(self, plan: Plan, findings: Sequence[Finding]) -> bool:
        """Show another plan, or the same one after a decision; whether the tree has another shape now."""
        before, lines = self.lines, _lines(plan, findings)
        if [line.parent for line in lines] == [line.parent for line in before]:
            self.lines = lines
            for number in range(len(lines)):
                if lines[number] != before[number]:
                    self._tell(number)
            return False
        self.beginResetModel()
        self.lines = lines
        self._top = [number for number, line in enumerate(lines) if line.parent < 0]
        self.endResetModel()
        return True

    def line(self, index: Index) -> Line | None:
        """The line of an index."""
        return self.lines[index.internalId()] if index.isValid() else None

    def index_of(self, key: Key) -> QModelIndex:
        """Where a line stands; invalid where it is gone."""
        for number, line in enumerate(self.lines):
            if line.key == key:
                return self.createIndex(line.row, 0, number)
        return QModelIndex()

    def nearest(self, key: Key) -> QModelIndex:
        """Where a line stands; where it is gone, the last one before its place."""
        there = self.index_of(key)
        before = (n for n in reversed(range(len(self.lines))) if self.lines[n].key.at <= key.at)
        number = next(before, None)
        if there.isValid() or number is None:
            return there
        return self.createIndex(self.lines[number].row, 0, number)

    def key_of(self, finding: Finding) -> Key:
        """Where a doubt is dealt with: what is missing has no place in the text, but a field."""
        if finding.span.start == finding.span.end:
            return HEADER
        return self.key_at(finding.span.start) or HEADER

    def key_at(self, place: int) -> Key | None:
        """The part that covers a raw place: a measure rather than the heading it begins with, the shortest."""
        covering = [line for line in self.lines[1:] if line.span.start <= place < line.span.end]
        covering.sort(
            key=lambda line: (_NEARER.index(line.key.part), line.span.end - line.span.start)
        )
        return covering[0].key if covering else None

    def key_decided(self, decision: Decision) -> Key:
        """The line that a decision was about, or what covers its place."""
        if decision.kind is DecisionKind.SET_FIELD:
            return HEADER
        own = (Key(part, decision.at) for part in _NEARER)
        there = [] if decision.kind in _OF_WORDS else [k for k in own if self.index_of(k).isValid()]
        return there[0] if there else self.key_at(decision.at) or HEADER

    def key_near(self, place: int) -> Key:
        """The part at a raw place, or the one before it: a stop after a heading, the end of a line.

        Before the first part and behind the last one it is the header.
        """
        before = [line for line in self.lines[1:] if line.span.start <= place]
        behind = all(line.span.end < place for line in self.lines[1:])
        return self.key_at(place) or (HEADER if behind or not before else before[-1].key)

    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        """A cell below a line."""
        children = self._children(parent)
        if 0 <= row < len(children) and 0 <= column < len(_COLUMNS):
            return self.createIndex(row, column, children[row])
        return QModelIndex()

    def parent(self, child: Index) -> QModelIndex:  # type: ignore[override] # hides QObject.parent, as in C++
        """The line above."""
        above = self.lines[child.internalId()].parent if child.isValid() else -1
        return self.createIndex(self.lines[above].row, 0, above) if above >= 0 else QModelIndex()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """The number of lines below a line."""
        return 0 if parent.column() > 0 else len(self._children(parent))

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Words, units, doubts."""
        return len(_COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY
    ) -> str | None:
        """The titles of the columns."""
        if orientation == Qt.Orientation.Horizontal and role == _DISPLAY:
            return _COLUMNS[section] if 0 <= section < len(_COLUMNS) else None
        return None

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """Words; doubtful lines on the ground of doubts, the missing unit in the colour of late."""
        line = self.line(index)
        if line is None:
            return None
        if role == _DISPLAY or (role == _TOOL_TIP and index.column() < 2):
            return (line.words, line.units, f"{line.doubts} 处" if line.doubts else "")[
                index.column()
            ]
        if role == _GROUND and line.doubts:
            return QColor(tokens_of(QGuiApplication.palette()).doubt)
        if line.key.part is Part.STRUCK and role in (_INK, _FONT):
            return _struck_look(role)
        if role == _INK and index.column() == 1:
            missing = line.units == NO_UNIT
            tokens = tokens_of(QGuiApplication.palette())
            return QColor(tokens.late if missing else tokens.quiet)
        return None

    def _tell(self, number: int) -> None:
        """Another line stands at a place."""
        row, last = self.lines[number].row, len(_COLUMNS) - 1
        self.dataChanged.emit(self.createIndex(row, 0, number), self.createIndex(row, last, number))

    def _children(self, parent: Index) -> list[int]:
        return self.lines[parent.internalId()].children if parent.isValid() else self._top


def taken_back(before: Sequence[Decision], after: Sequence[Decision]) -> Decision | None:
    """The first of the decisions that an undo took back; None where something else was done."""
    kept = len(after)
    undone = kept < len(before) and tuple(before[:kept]) == tuple(after)
    return before[kept] if undone else None


def _struck_look(role: int) -> QColor | QFont:
    """Quiet words with a line through them."""
    font = QFont(QGuiApplication.font())
    font.setStrikeOut(True)
    return font if role == _FONT else QColor(tokens_of(QGuiApplication.palette()).quiet)


def _lines(plan: Plan, findings: Sequence[Finding]) -> list[Line]:
    """All lines in the order of the document; parents stand before their children."""
    header = Line(HEADER, "文件信息", Span(0, 0), plan.document_number or "")
    header.where = header.words
    lines, numbers, bare = [header], dict[int, int](), _bare(plan)
    for part, at in sorted(
        _parts(plan, bare), key=lambda p: (p[0].span.start, isinstance(p[0], Measure))
    ):
        if isinstance(part, Section):
            numbers[at] = len(lines)
        above = part.section if isinstance(part, Measure) else part.parent
        section = plan.sections[above] if above is not None else None
        joined, struck = above in bare, at == _OF_STRUCK
        lines.append(_line(part, findings, section, joined=joined, struck=struck))
        above = section.parent if section and above in bare else above
        lines[-1].parent = -1 if above is None else numbers.get(above, -1)
        lines[-1].where = place_words(plan, part)
    spans = [line.span for line in lines if line.key.part in (Part.MEASURE, Part.STRUCK)]
    about = {f for f in findings if any(_within(f.span, span) for span in spans)}
    header.doubts = len(set(findings) - about)
    return _linked(lines)


def _bare(plan: Plan) -> frozenset[int]:
    """The headings that are a mere number over one measure: they share its line."""
    above = Counter(measure.section for measure in (*plan.measures, *plan.struck))
    parents = {section.parent for section in plan.sections}
    return frozenset(
        number
        for number, section in enumerate(plan.sections)
        if not section.heading and above[number] == 1 and number not in parents
    )


def _parts(plan: Plan, bare: frozenset[int]) -> list[tuple[Section | Measure, int]]:
    """Sections with their numbers; measures, and those that were struck out."""
    sections = [(section, at) for at, section in enumerate(plan.sections) if at not in bare]
    measures = [(measure, _OF_MEASURE) for measure in plan.measures]
    return [*sections, *measures, *((measure, _OF_STRUCK) for measure in plan.struck)]


def _line(
    part: Section | Measure,
    findings: Sequence[Finding],
    above: Section | None,
    *,
    joined: bool,
    struck: bool,
) -> Line:
    if isinstance(part, Section):
        return Line(Key(Part.SECTION, part.span.start), label_words(part), part.span)
    words, span = measure_words(part, above.heading if above else ""), part.span
    if above is not None and joined:
        words = f"{label_words(above)}{words}"
        span = Span(min(above.span.start, span.start), span.end)
    units = GONE if struck else duties_in_short(part.duties) or NO_UNIT
    doubts = sum(1 for finding in findings if _within(finding.span, span))
    return Line(Key(Part.STRUCK if struck else Part.MEASURE, part.key), words, span, units, doubts)


def _linked(lines: list[Line]) -> list[Line]:
    top = 0
    for number, line in enumerate(lines):
        if line.parent < 0:
            line.row, top = top, top + 1
        else:
            line.row = len(lines[line.parent].children)
            lines[line.parent].children.append(number)
    return lines


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start < outer.end
