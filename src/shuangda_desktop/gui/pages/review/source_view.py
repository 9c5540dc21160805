"""The text of a document beside its reading: raw as it came, or repaired with marks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from html import escape

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QHelpEvent,
    QMouseEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QToolTip

from shuangda_desktop.gui.pages.review.offsets import Offsets, marked
from shuangda_desktop.gui.pages.review.repair_marks import RepairMarks
from shuangda_desktop.gui.pages.review.rows import Row, plain_rows, repaired_rows
from shuangda_desktop.gui.theme import colour
from shuangda_desktop.gui.widgets.fields import asks_history
from shuangda_desktop.text.mapped import MappedText, Repair, Span
from shuangda_desktop.text.sequences import alike


@dataclass(frozen=True, slots=True)
class Marks:
    """What is pointed out: the chosen part, open doubts, those in hand, repairs taken back, the one in hand.

    All are places of the raw text.
    """

    chosen: Span | None = None
    doubts: Sequence[Span] = field(default_factory=tuple)
    in_hand: Sequence[Span] = field(default_factory=tuple)
    left: Sequence[Repair] = field(default_factory=tuple)
    repair: Span | None = None


class SourceView(QPlainTextEdit):
    """Read-only; spans in and out are places in the raw text, whichever text is shown."""

    place_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setAccessibleName("原文")
        keyboard = Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse | keyboard)
        self.document().setDocumentMargin(12)
        self.repaired = True
        self.explain: Callable[[int], str] = lambda place: ""  # what hovering over a place says
        self._text = MappedText.of("")
        self._offsets = Offsets("")
        self._marks = Marks()
        self._sought: Span | None = None
        self._repair_marks = RepairMarks(self.document())
        self._repair_marks.dress(self.palette())
        self.verticalScrollBar().actionTriggered.connect(lambda _: self._stay())

    def show_document(
        self, text: MappedText, repaired: bool, rows: Sequence[Row] | None = None
    ) -> None:
        """Show a document; the other reading of the same one keeps its place.

        ``rows`` are those of the repaired text, where they were worked out before.
        """
        if text == self._text and repaired == self.repaired:
            return
        same = text.raw == self._text.raw
        place = self._top_place() if same else 0
        before, changed = self._repair_marks.rows, same and repaired == self.repaired
        self._text, self.repaired = text, repaired
        self._offsets = Offsets(text.text if repaired else text.raw)
        shown = (rows or repaired_rows(text)) if repaired else plain_rows(text.raw)
        self._repair_marks.rows = shown
        if changed:
            self._change_rows(before, shown)
            return
        self.setPlainText("\n".join(row.words for row in shown))
        self.reveal(Span(place, place))

    def show_marks(self, marks: Marks) -> None:
        """Point out these places and no others."""
        self._marks = marks
        self._paint_marks()

    def reveal(self, span: Span) -> None:
        """Scroll to a place unless it is in sight; after a change of size again."""
        self._sought = span
        start, end = (self._cursor(at) for at in self._shown(span))
        inside = self.viewport().rect()
        if inside.contains(self.cursorRect(start)) and inside.contains(self.cursorRect(end)):
            return
        self.setTextCursor(start)
        lines = (self.cursorRect(start).top() - inside.height() // 5) / self._line_height()
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + round(lines))

    def seek(self, words: str) -> bool:
        """Select the next place of these words, from the top again after the last; whether there is one."""
        if self.find(words):
            return True
        here = self.textCursor()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        if self.find(words):
            return True
        self.setTextCursor(here)
        return False

    def repair_at(self, place: int) -> Repair | None:
        """The repair that touches a raw place, if any."""
        known = (*self._marks.left, *self._text.repairs)
        touching = (r for r in known if r.span.start <= place < max(r.span.end, r.span.start + 1))
        removed = (
            r for r in self._text.repairs if not r.after and place in (r.span.end, self._bearer(r))
        )
        return next(touching, None) or next(removed, None)

    def _bearer(self, removed: Repair) -> int:
        """The raw place of the character that carries the mark of what was removed."""
        place = self._text.to_text(removed.span)
        return self._text.to_raw(Span(*marked(self._text.text, place.start, place.end))).start

    def selected(self) -> Span | None:
        """The raw stretch of what is selected."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        ends = (cursor.selectionStart(), cursor.selectionEnd())
        shown = Span(*(self._offsets.to_python(end) for end in ends))
        return self._text.to_raw(shown) if self.repaired else shown

    def unselect(self) -> None:
        """Leave the cursor where it is, and nothing selected."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def place(self) -> int:
        """The raw place of the text cursor."""
        return self._raw(self.textCursor().position())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break elsewhere now: what was revealed stays in sight."""
        super().resizeEvent(event)
        if self._sought is not None:
            self.reveal(self._sought)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """From here on the clerk says what is in sight."""
        self._stay()
        super().wheelEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click chooses what stands there; dragging selects text to copy."""
        super().mouseReleaseEvent(event)
        if not self.textCursor().hasSelection():
            self.place_chosen.emit(self.place())

    def event(self, event: QEvent) -> bool:
        """Leave undo to the program: nothing is typed here."""
        if asks_history(event):
            event.ignore()
            return False
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what was done at the place under the mouse."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            position = self.cursorForPosition(event.pos()).position()
            words = self.explain(self._raw(position))
            # Words of a foreign document: never read as markup.
            shown = f"<p style='white-space: pre-wrap'>{escape(words)}</p>" if words else ""
            QToolTip.showText(event.globalPos(), shown, self)
            return True
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Copying, and what can be done with the selected words."""
        menu = self.createStandardContextMenu()
        menu.addSeparator()
        menu.addActions(self.actions())
        menu.exec(event.globalPos())

    def offer(self, actions: Sequence[QAction]) -> None:
        """What can be done with selected words, here and in the menu."""
        self.addActions(list(actions))

    def changeEvent(self, event: QEvent) -> None:
        """Mark in the colours of the new palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._repair_marks.dress(self.palette())
            self._paint_marks()

    def _stay(self) -> None:
        self._sought = None

    def _change_rows(self, old: Sequence[Row], new: Sequence[Row]) -> None:
        """Show other lines where they differ, and leave all others as they are."""
        head = max(
            0, alike(old, new) - 1
        )  # one that is the same is shown anew: there is always one
        tail = max(0, alike(old[:head:-1], new[:head:-1]) - 1)
        cursor = QTextCursor(self.document().findBlockByNumber(head))
        last = self.document().findBlockByNumber(len(old) - tail - 1)
        cursor.setPosition(last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText("\n".join(row.words for row in new[head : len(new) - tail]))

    def _paint_marks(self) -> None:
        selections: list[QTextEdit.ExtraSelection] = []
        if self._marks.chosen is not None:
            selections.append(self._selection(self._marks.chosen, ground="chosen"))
        selections += [
            self._selection(r.span, ground="panel", line="accent") for r in self._marks.left
        ]
        selections += [self._selection(span, ground="doubt") for span in self._marks.doubts]
        selections += [self._selection(s, "doubt", line="near") for s in self._marks.in_hand]
        if self._marks.repair is not None:
            selections.append(self._selection(self._marks.repair, ground="mark", line="accent"))
        self.setExtraSelections(selections)

    def _selection(self, span: Span, ground: str, line: str = "") -> QTextEdit.ExtraSelection:
        first, last = marked(
            self._text.text if self.repaired else self._text.raw, *self._shown(span)
        )
        cursor = self._cursor(first)
        cursor.setPosition(self._cursor(last).position(), QTextCursor.MoveMode.KeepAnchor)
        made = QTextEdit.ExtraSelection()
        made.cursor = cursor  # type: ignore[attr-defined] # missing in PySide6's stubs
        made.format = self._format(ground, line)  # type: ignore[attr-defined] # the same
        return made

    def _format(self, ground: str, line: str) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setBackground(colour(self.palette(), ground))
        if line:
            made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            made.setUnderlineColor(colour(self.palette(), line))
        return made

    def _cursor(self, at: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(self._offsets.to_qt(at), self.document().characterCount() - 1))
        return cursor

    def _shown(self, span: Span) -> tuple[int, int]:
        if self.repaired:
            place = self._text.to_text(span)
            return place.start, place.end
        return span.start, span.end

    def _top_place(self) -> int:
        return self._raw(self.cursorForPosition(self.rect().topLeft()).position())

    def _raw(self, position: int) -> int:
        """The raw place of a position of Qt's."""
        at = self._offsets.to_python(position)
        return self._text.to_raw(Span(at, at)).start if self.repaired else at

    def _line_height(self) -> int:
        return max(1, self.fontMetrics().lineSpacing())
