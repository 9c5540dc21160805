"""The pages of a scan on the page 校核: drawn beside the window, kept while the plan is open."""

from functools import partial

from shuangda_desktop.gui.jobs import Job
from shuangda_desktop.gui.pages.page import Context
from shuangda_desktop.gui.pages.review.page_picture import PagePicture
from shuangda_desktop.gui.widgets.actions import toggle
from shuangda_desktop.services.reading import drafts
from shuangda_desktop.text.source import SourceText

_TOP, _TEXT = 0.1, 0.8  # shares of a page: its upper margin, and what its text takes
_RECOGNISED = "识别"  # in the warnings of a document whose text was recognised
NO_PICTURE = "第 {} 页的图片画不出来\uff0c请对照纸质的原件核对\u3002"


class ReviewPictures:
    """Shows the page on which a place of the text stands, as long as the clerk wants it."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._source: SourceText | None = None
        self._known: dict[int, bytes] = {}
        self._job: Job | None = None
        self._number = 0
        self._place = 0
        self.view = PagePicture()
        self.switch = toggle("原件", self.switch_view, "F4")

    def take(self, source: SourceText) -> None:
        """Another document; one without pages has nothing to show."""
        if source.sha256 == (self._source.sha256 if self._source else None):
            return
        self._source, self._number = source, 0
        self._known.clear()
        has_pages = any(block.page for block in source.blocks)
        self.switch.setVisible(has_pages)
        self._show(has_pages and _needs_its_picture(source))

    def switch_view(self) -> None:
        """Show the page, or give its room to the text."""
        self._show(self.view.isHidden())

    def follow(self, place: int) -> None:
        """Show the page of this place of the raw text."""
        self._place = place
        number = self._page_of(place)
        if self.view.isHidden() or number == 0 or self._source is None:
            return
        if number == self._number:
            self.view.look(self._share())
            return
        self._number = number
        if self._job is not None:
            self._job.cancel()  # or it would show its page when the clerk is on another
        if number in self._known:
            self.view.show_picture(self._known[number], number, self._share())
            return
        self.view.say(f"正在画第 {number} 页\u2026")
        self._job = self._context.jobs.run(
            partial(drafts.page_picture, self._source, number),
            partial(self._take_picture, number),
            lambda _: self.view.say(NO_PICTURE.format(number)),
        )

    def _take_picture(self, number: int, content: bytes) -> None:
        self._known[number] = content
        self.view.show_picture(content, number, self._share())

    def _show(self, shown: bool) -> None:
        self.view.setVisible(shown)
        self.switch.setChecked(shown)
        self._number = 0
        self.follow(self._place)

    def _share(self) -> float:
        """About how much of the page stands above the place: text has no height of its own."""
        blocks = self._source.blocks if self._source else ()
        spans = [block.span for block in blocks if block.page == self._page_of(self._place)]
        first, last = spans[0].start, spans[-1].end
        return _TOP + _TEXT * (self._place - first) / max(1, last - first)

    def _page_of(self, place: int) -> int:
        """The page of the last block that begins at or before a place."""
        blocks = self._source.blocks if self._source else ()
        return next((b.page for b in reversed(blocks) if b.span.start <= place), 0)


def _needs_its_picture(source: SourceText) -> bool:
    """Whether the text was recognised; that of another PDF is right, and its page one key away."""
    return source.format != "pdf" or any(_RECOGNISED in warning for warning in source.warnings)
