"""The workbench of the page 校核: the text beside its reading; it knows no store."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from shuangda_desktop.gui.models.review_tree import Line, Part
from shuangda_desktop.gui.pages.review.header_form import HeaderForm
from shuangda_desktop.gui.pages.review.measure_form import MeasureForm
from shuangda_desktop.gui.pages.review.outline import Outline
from shuangda_desktop.gui.pages.review.page_picture import PagePicture
from shuangda_desktop.gui.pages.review.repair_bar import RepairBar
from shuangda_desktop.gui.pages.review.section_form import SectionForm
from shuangda_desktop.gui.pages.review.source_view import SourceView
from shuangda_desktop.gui.pages.review.struck_form import StruckForm
from shuangda_desktop.gui.widgets.actions import toggle
from shuangda_desktop.gui.widgets.fields import has_typed
from shuangda_desktop.gui.widgets.parts import scrolled
from shuangda_desktop.services.reading import reviewing
from shuangda_desktop.store.plans import StoredPlan

LOW = 400  # below this the outline and the form take turns
NARROW = 1000  # below this the text and the page of a scan take turns
PICTURE = 380  # pixels of the page of a scan at first
SHARES = (44, 56)  # text and reading; outline and form


class ReviewBench(QWidget):
    """Left the page and the text, right the outline over the form of the chosen part.

    ``picture`` is the page of a scan, ``below`` what stands under the form.
    """

    def __init__(self, picture: PagePicture, *below: QWidget) -> None:
        super().__init__()
        self._picture, self._below = picture, below
        self.tree, self.source, self.repair = Outline(), SourceView(), RepairBar()
        self.header, self.section, self.measure = HeaderForm(), SectionForm(), MeasureForm()
        self.struck = StruckForm()
        self._each = (self.header, self.section, self.measure, self.struck)
        self.forms = QStackedWidget()
        self.outline = toggle("提纲", self.toggle_outline, "F9")
        self.outline.setText("提纲 F9")  # as the other keys of the page are said
        self._low = False
        self._text = QWidget()
        self._lay_out()
        picture.turned.connect(self._share_room)

    def toggle_outline(self) -> None:
        """Show the outline, or give its room to the form; on a low screen one of the two."""
        self._show_outline(self.tree.isHidden())
        if not self.is_typing():
            self.land()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A low screen has room for the outline or the form, a narrow one for the text or the page."""
        super().resizeEvent(event)
        self._share_room()
        low = event.size().height() < LOW
        if low != self._low:
            self._low = low
            self._show_outline(not low)

    def show_form(self, stored: StoredPlan, line: Line) -> None:
        """Fill the form of a part and show it; keys in one that goes out of sight walk the outline then."""
        plan, typing, before = stored.plan, self.is_typing(), self.forms.currentIndex()
        if line.key.part is Part.MEASURE:
            chosen = next(m for m in plan.measures if m.key == line.key.at)
            self.measure.show_measure(plan, chosen)
            self.forms.setCurrentIndex(2)
        elif line.key.part is Part.STRUCK:
            self.struck.show_struck(plan, next(m for m in plan.struck if m.key == line.key.at))
            self.forms.setCurrentIndex(3)
        elif line.key.part is Part.SECTION:
            self.section.show_section(next(s for s in plan.sections if s.span == line.span))
            self.forms.setCurrentIndex(1)
        else:
            told = (*stored.source.warnings, *reviewing.lost_corrections(stored))
            self.header.show_plan(stored.detected, plan, told)
            self.forms.setCurrentIndex(0)
        if typing and self.forms.currentIndex() != before:
            self.land()

    def fix(self, field: str, words: str = "") -> None:
        """Put the keys into the field of the chosen part where a doubt of these words is put right."""
        if self._low:
            self._show_outline(False)
        self._each[self.forms.currentIndex()].fix(field, words)

    def strike(self) -> None:
        """Strike out the chosen part, or put it back; a low screen may show the outline without the form."""
        strikes = (None, self.section.drop, self.measure.junk, self.struck.back)
        made = strikes[self.forms.currentIndex()]
        if made is not None:
            made.click()

    def commit(self) -> None:
        """Hand over what is being typed."""
        for form in reversed(self._each):
            form.commit()

    def is_typing(self) -> bool:
        """Whether the keys are in one of the forms."""
        focused = self.focusWidget()
        return focused is not None and self.forms.isAncestorOf(focused)

    def has_typed(self) -> bool:
        """Whether a form holds typing that is not handed over; a name in the table is all typing."""
        focused = self.focusWidget()
        in_table = focused is not None and self.measure.units.table.isAncestorOf(focused)
        return self.is_typing() and (in_table or has_typed(focused))

    def land(self) -> None:
        """The keyboard walks the outline, or the text (the page of a scan) where the outline is closed."""
        beside = self._picture if self._text.isHidden() else self.source
        (beside if self.tree.isHidden() else self.tree).setFocus()

    def _share_room(self) -> None:
        self._text.setVisible(self._picture.isHidden() or self.width() >= NARROW)

    def _show_outline(self, shown: bool) -> None:
        """Show or close it; the keys stay on the bench where what had them goes out of sight."""
        keys = self.window().focusWidget()
        self.tree.setVisible(shown)
        self.forms.setVisible(not (shown and self._low))
        self.outline.setChecked(shown)
        if keys is not None and self.isAncestorOf(keys) and not keys.isVisibleTo(self):
            self.land()

    def _lay_out(self) -> None:
        across, down = QSplitter(Qt.Orientation.Horizontal), QSplitter(Qt.Orientation.Vertical)
        column = QVBoxLayout(self._text)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.source, 1)
        column.addWidget(self.repair)
        right = QWidget()
        stacked = QVBoxLayout(right)
        stacked.setContentsMargins(0, 0, 0, 0)
        stacked.setSpacing(4)
        stacked.addWidget(down, 1)
        for part in self._below:
            stacked.addWidget(part)
        for form in self._each:
            self.forms.addWidget(scrolled(form))
        for splitter, parts in ((down, (self.tree, self.forms)), (across, (self._text, right))):
            for place, part in enumerate(parts):
                splitter.addWidget(part)
                splitter.setStretchFactor(place, SHARES[place])
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(8)
        across.insertWidget(0, self._picture)
        across.setSizes([PICTURE, 430, 820])
        down.setSizes([380, 620])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(across)
