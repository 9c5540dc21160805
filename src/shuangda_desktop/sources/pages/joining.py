"""Which printed lines make one paragraph, by their places first and by their words where these leave it open."""

import re
from collections.abc import Iterable, Iterator, Sequence

from shuangda_desktop.sources.pages.furniture import is_page_mark, without_blanks
from shuangda_desktop.sources.pages.glyphs import PrintedLine
from shuangda_desktop.sources.pages.margins import (
    ENDED,
    HALF_WIDE,
    INDENT,
    NUMBERED,
    OTHER_SIZE,
    SAME,
    Frame,
)
from shuangda_desktop.text.chars import COLON, DIGIT, LPAREN, RPAREN, STOP
from shuangda_desktop.text.lines import width
from shuangda_desktop.text.numerals import to_int
from shuangda_desktop.text.rules.reflow import ISSUE

Placed = tuple[PrintedLine, Frame]

_SHORT = 1.0  # of the size, from the right margin
_SLACK = 0.6  # of the size: what marks may be pressed together by
_SLACK_LOST = 1.2  # in a document without line breaks of its own
_SLACK_ENDED = 0.1  # after the end of a sentence
_NOT_FLUSH = 0.35  # of the size: where full lines are spread, one this short is the last
_WIDE_GAP = 1.5  # of the usual distance of two lines
_LABEL = re.compile(
    f"([{LPAREN}]|第)?([一二三四五六七八九十百]{{1,4}}|[{DIGIT}]{{1,3}})"
    f"([、{RPAREN}章节条]|[.\uff0e](?![{DIGIT}]))"
)
_INSIDE = re.compile(f"[{STOP}{RPAREN}][{LPAREN}]?[一二三四五六七八九十]{{1,3}}[、{RPAREN}]")
_MOST_INSIDE = 3
_DOTTED = re.compile("((?:[0-9]{1,2}[.]){1,3})([0-9]{1,2})[ \u3000]?(?=[\u4e00-\u9fff])")
_KEY = re.compile(
    "(?:[省市县区州]级)?(?:牵头|责任|配合|协助|参与|主办|协办|承办|负责|完成|整改|时限)"
    "(?:领导|单位|部门|时限|要求|时间|科室|人)[:\uff1a]"
)
_HEAD = re.compile(  # what later lines hang behind
    f"附件[{COLON}]?(?:[{DIGIT}]{{1,2}}[.\uff0e、])?|[{LPAREN}]?[{DIGIT}]{{1,2}}[.\uff0e、{RPAREN}]"
    "|[一二三四五六七八九十]{1,3}、|[\u2460-\u2473]"
)
_OPEN = re.compile(f"[{LPAREN}\u3010\u3014\\[]")
_CLOSE = re.compile(f"[{RPAREN}\u3011\u3015\\]]")
_GOES_ON = re.compile("[、,\uff0c;\uff1b]$")
_MARK = re.compile(f"[{STOP},\uff0c;\uff1b{COLON}]")
_DATE = re.compile("(?:20[0-9]{2}|[\u3007\u25cb零一二三四五六七八九]{4})年.{1,5}日")
_CLOSES = re.compile(f"[{STOP},\uff0c、;\uff1b:\uff1a?\uff1f!\uff01{RPAREN}\u300b\u201d]")
_PUSHED = 1.05  # of the size: the room that a mark which was pushed down leaves
_ENUMERATOR = re.compile("[?\uff1f!\uff01]")  # what damage leaves of one
_FIGURE = re.compile("[0-9.%]")  # some printers break numbers as they break Han
_ATTACHMENT = re.compile(f"附件[{DIGIT}一二三四五六七八九十]{{0,2}}(?:[{COLON}]|$)")
_CRUMBS = re.compile(f">[^>{STOP},\uff0c;\uff1b]{{1,16}}$")
_TITLE = re.compile(
    "[^\u3002,\uff0c;\uff1b:\uff1a、]{8,60}(?:方案|要点|计划|通知|意见|办法|安排|规划|清单)"
)
_LONGEST_CRUMBS = 200  # characters; of a paragraph of any length only the end is looked at
_LONGEST_CLAUSE = 600
_BAR = "|"


class Labels:
    """The last number of each kind of label that began a paragraph.

    ``lost``: the document lost its line breaks, so that numbers stand anywhere in its lines and none
    of them, by chance at the start of one, begins a paragraph.
    """

    def __init__(self, lines: Iterable[str] = ()) -> None:
        self._last: dict[str, int] = {}
        texts = list(lines)
        inside = sum(len(_INSIDE.findall(text)) for text in texts)
        self.lost = inside > max(_MOST_INSIDE, sum(bool(NUMBERED.match(text)) for text in texts))

    def note(self, text: str) -> None:
        """A paragraph begins."""
        kind, value = label_of(text)
        self._last[kind] = value

    def follows(self, text: str) -> bool:
        """Whether a text begins with the number after the last of its kind."""
        kind, value = label_of(text)
        return bool(kind) and not self.lost and self._last.get(kind) == value - 1


def label_of(text: str) -> tuple[str, int]:
    """The kind of label that a text begins with and its number; an empty kind where it has none."""
    if found := _LABEL.match(text):
        return f"{bool(found[1])}{found[2][0].isdecimal()}{found[3]}", to_int(found[2]) or 0
    if found := _DOTTED.match(text):
        return found[1], int(found[2])
    return "", 0


def paragraphs(lines: Sequence[Placed], labels: Labels) -> Iterator[str]:
    """The paragraphs of some lines that follow one another."""
    text = ""
    rows = zip([None, *lines], lines, [*lines[1:], None], strict=False)
    for before, placed, later in rows:
        line = placed[0]
        signs = later is not None and _signs(text, placed, later[0].text)
        if before is not None and not signs and _goes_on(before, placed, text, labels):
            text += _between(text, line.text) + line.text
        else:
            if text:
                yield text
            text = line.text
            labels.note(text)
    if text:
        yield text


def _signs(text: str, placed: Placed, later: str) -> bool:
    """Whether a short line between the end of a sentence and a date is who signs."""
    line, frame = placed
    short = frame.right - line.x1 > _SHORT * line.size and not _MARK.search(line.text)
    return short and bool(ENDED.search(text[-1:])) and bool(_DATE.fullmatch(without_blanks(later)))


def _goes_on(before: Placed, placed: Placed, text: str, labels: Labels) -> bool:
    line, frame = placed
    if abs(before[0].size - line.size) > OTHER_SIZE * line.size:
        return False
    if _is_title(before[0], frame) and _is_title(line, frame):
        return line.y - before[0].y <= 2 * line.size
    if _stands_alone(text, line.text):
        return False
    if _CLOSES.match(line.text) and frame.right - before[0].x1 > _PUSHED * line.size:
        return False  # few printers begin a line with a mark that closes, and then after a full one
    if frame.pitch and line.y - before[0].y > _WIDE_GAP * frame.pitch:
        return False
    if _ends_short(before, line, labels.lost):
        return False
    return _may_go_on(before[0], line, frame, text, labels)


def _stands_alone(text: str, after: str) -> bool:
    """Whether the words alone part a line from the text before it."""
    if ISSUE.fullmatch(after) or is_page_mark(after) or is_page_mark(text):
        return True
    if _ENUMERATOR.match(after):
        return True
    dated = _DATE.fullmatch(without_blanks(after)) is not None
    if (dated or _ATTACHMENT.match(after)) and ENDED.search(text[-1:]):
        return True
    if len(text) <= _LONGEST_CRUMBS and text.count(">") > 1 and _CRUMBS.search(text):
        return True
    if after[0] == _BAR and text[-1] == _BAR:
        return True
    return bool(_TITLE.fullmatch(text)) and not after.startswith("的")


def _ends_short(before: Placed, line: PrintedLine, lost: bool) -> bool:
    """Whether the first word of the next line would have found room."""
    last, frame = before
    short = frame.right - last.x1
    if frame.flush:
        return short > (_SLACK if lost else _NOT_FLUSH) * last.size
    slack = _SLACK_LOST if lost else _SLACK_ENDED if ENDED.search(last.text) else _SLACK
    return short > max(_SHORT * line.size, line.word + slack * line.size)


def _may_go_on(
    before: PrintedLine, line: PrintedLine, frame: Frame, text: str, labels: Labels
) -> bool:
    """Of a line after a full one, whether it is of the same paragraph."""
    if NUMBERED.match(line.text) and ENDED.search(before.text) and not labels.lost:
        return False
    inside = line.x0 - frame.left
    at_margin = inside <= INDENT * line.size
    if at_margin and frame.indent:
        return True
    if labels.follows(line.text) or _is_key(line.text, text):
        return False
    if at_margin or _hangs(before, line, text):
        return True
    if abs(inside - frame.indent) <= SAME * line.size:
        return False
    # a block that is set in goes on below its own edge; a list of short items does not look so
    beside = abs(line.x0 - before.x0) <= SAME * line.size
    if abs(inside - frame.hanging) <= SAME * line.size:
        return not NUMBERED.match(line.text)
    return beside and not NUMBERED.match(line.text) and not ENDED.search(before.text)


def _hangs(before: PrintedLine, line: PrintedLine, text: str) -> bool:
    """Whether a line stands below the text behind the label of the line before it."""
    label = _HEAD.match(text)
    if label is None or text != before.text or NUMBERED.match(line.text):
        return False
    return abs(line.x0 - before.x0 - width(label[0]) * line.size) <= line.size


def _is_key(line: str, text: str) -> bool:
    """Whether a line begins with a key, outside of brackets."""
    if not _KEY.match(line) or _GOES_ON.search(text[-1:]):
        return False
    near = text[-_LONGEST_CLAUSE:]
    return len(_OPEN.findall(near)) <= len(_CLOSE.findall(near))


def _is_title(line: PrintedLine, frame: Frame) -> bool:
    """Whether a line is set large and in the middle, as the parts of a long title are."""
    off = abs((line.x0 + line.x1) / 2 - (frame.left + frame.right) / 2)
    return line.size > (1 + OTHER_SIZE) * frame.size and off <= line.size


def _between(before: str, after: str) -> str:
    """A blank between words; none where a hyphen or a printer broke one, and none amid a number."""
    if before[-1:] == "-" or (_FIGURE.match(before[-1:]) and _FIGURE.match(after)):
        return ""
    return " " if HALF_WIDE.match(before[-1:]) and HALF_WIDE.match(after) else ""
