"""Where duty clauses stand in a passage: in brackets of any kind, or on key lines."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from shuangda_desktop.plan.duties.by_number import told_by_number
from shuangda_desktop.plan.duties.ditto import read_ditto
from shuangda_desktop.plan.duties.duties import ABOVE, WORK, read_clause
from shuangda_desktop.plan.duties.order import says_first_leads
from shuangda_desktop.plan.duties.unit_names import is_surely_unit, looks_like_unit
from shuangda_desktop.plan.duties.verbs import Reading, is_aside
from shuangda_desktop.plan.duties.whole import told_of_above, whole_duties
from shuangda_desktop.plan.structure.brackets import Bracket, brackets_of
from shuangda_desktop.plan.structure.keys import ANY_KEY
from shuangda_desktop.plan.structure.lines import has_words
from shuangda_desktop.plan.structure.passage import Clause, Passage
from shuangda_desktop.text.chars import HAN, LOPEN, ROPEN, STOP

_POINTS = re.compile(r"^(?:共|计|满分)?\d+(?:\.\d+)?分(?:[,;:、].{0,60})?$")
_NO_UNITS = re.compile(
    f"(?:{ANY_KEY})$|设在[^,;牵负配]*$"
)  # 【责任单位】, its units behind it; where an office is
_LONGEST = 1200
_LAST_VERB = re.compile("(?:负责(?!人|同志)|配合|协助|参与|牵头)(?=[\u4e00-\u9fff\u201c\u300a]{2})")
_LONGEST_LIST = 200
_SENTENCE_END = "\u3002;!?.)\u201d\u3015\u3011]"
_KEY = re.compile("(?:牵头|主办|责任|负责|配合|协办)(?:单位|部门):")
_DOUBLED = re.compile(f"\\s?[{LOPEN}]([^{LOPEN}{ROPEN}]*)[{ROPEN}]\\s?")
_STOP = re.compile("[\u3002;!?]")
_DASHES = ("\u2014", "--", "\u2015", "\u2500")
_DASHED = re.compile(  # …抽检。——市公安局、市商务局
    f"(?:^|(?<=[\u3002;!?)\u201d]))\\s?(?:\u2014|--|\u2015|\u2500){{1,2}}\\s?(?P<said>[{HAN}][^\u2014:\u3002]{{2,200}}\u3002?)$"
)
_BY_SENTENCE = re.compile("(?P<by>由(?!于)[^\u3002;:!?]{4,300}\u3002)")
_TITLE_BY = re.compile(  # 集贸市场专项整治,由A负责,B配合。要检查…
    f"[{HAN}、]{{4,24}}(?:整治|行动|工作|检查|治理|建设),(?P<by>由(?!于)[^\u3002;:!?]{{4,200}}\u3002)"
)
_THIS_BY = re.compile(  # behind what is to be done; 由…落实 at the end of its line
    f"(?:(?<=[\u3002;!?])|^)(?:{ABOVE}{WORK}?,?(?:均|主要)?由(?!于)[^\u3002;:!?]{{4,300}}(?:\u3002|$)"
    "|由(?!于)[^\u3002;:!?]{4,300}落实\u3002?$)"
)
_ASKS = re.compile(r"每|\d(?![\d年月日])")  # 每月检查不少于20家 is to be done
_HEADING_MAY_END = (
    60  # characters before a sentence on who does it that may be no more than a heading
)


def find_clauses(passage: Passage) -> list[Clause]:
    """Every clause of a passage in order, and brackets that hold only points."""
    each = [
        *passage.blocks,
        *_bracketed(passage),
        *_dashed(passage),
        *_stated(passage),
        *_closing(passage),
    ]
    found = sorted(each, key=lambda clause: clause.start)
    beside = {
        place
        for one, two in pairwise(found)
        if not has_words(passage.flat[one.end : two.start])
        for place in (one.start, two.start)
    }
    # (完成时限:…) at the very end of an item is said of it, whether or not units stand beside it.
    last = found[-1:] if found and ":" in found[-1].text else []
    at_end = {clause.start for clause in last if not has_words(passage.flat[clause.end :])}
    return [c for c in found if not c.aside or c.start in beside or c.start in at_end]


def _bracketed(passage: Passage) -> Iterator[Clause]:
    at = 0
    brackets = [b for b in brackets_of(passage.flat) if not _in_block(passage, b.place)]
    following = [*brackets[1:], Bracket(len(passage.flat), None)]
    for bracket, after in zip(brackets, following, strict=False):
        if bracket.place < at:
            continue
        clause = _read(passage, bracket, after)
        if clause:
            at = clause.end
            yield clause


def _dashed(passage: Passage) -> Iterator[Clause]:
    """Units behind a dash at the end of a line; a bracket there is one already."""
    flat = passage.flat
    if not any(dash in flat for dash in _DASHES):
        return
    for start, end in pairwise([*(passage.breaks or (0,)), len(flat)]):
        dash = _DASHED.search(flat[start:end])
        reading = read_clause(dash["said"]) if dash else None
        if dash and reading and all(is_surely_unit(duty.unit) for duty in reading.duties):
            yield Clause(start + dash.start("said"), end, dash["said"], reading)


def _stated(passage: Passage) -> Iterator[Clause]:
    """First sentences of a line that say, behind a title or none, who does all of it: 由A牵头,B配合。…."""
    flat = passage.flat
    if "由" not in flat:
        return
    for start, end in pairwise([*(passage.breaks or (0,)), len(flat)]):
        told = _BY_SENTENCE.match(flat, start, end) or _TITLE_BY.match(flat, start, end)
        duties = whole_duties(told["by"]) if told and has_words(flat[told.end() : end]) else ()
        if told and duties:
            yield Clause(told.start("by"), told.end(), told["by"], Reading(duties))


def _closing(passage: Passage) -> Iterator[Clause]:
    """Sentences behind words that say nothing but who does what these say: 此项工作由A牵头,B配合。

    The last of them ends its line; words behind it would be nobody's.
    """
    flat = passage.flat
    if "由" not in flat:
        return
    for start, end in pairwise([*(passage.breaks or (0,)), len(flat)]):
        found = list(_closing_of_line(flat, start, end))
        if found and not has_words(flat[found[-1].end : end]):
            yield from found


def _closing_of_line(flat: str, start: int, end: int) -> Iterator[Clause]:
    for told in _THIS_BY.finditer(flat[start:end]):
        place = start + told.start()
        told_here = _is_behind_words(flat, place) and not _ASKS.search(told[0])
        duties = whole_duties(told[0]) if told_here else ()
        if duties:
            yield Clause(place, start + told.end(), told[0], Reading(duties))


def _is_behind_words(flat: str, place: int) -> bool:
    """Whether more than a heading stands before a place."""
    return place > _HEADING_MAY_END or flat.count(STOP, 0, place) > 1


def _in_block(passage: Passage, place: int) -> bool:
    before = bisect_right(passage.blocks, place, key=lambda block: block.start)
    return before > 0 and place < passage.blocks[before - 1].end


def _read(passage: Passage, bracket: Bracket, after: Bracket) -> Clause | None:
    if bracket.start is None:
        return _unopened(passage, bracket.place)
    if bracket.end is None:
        # Of two brackets that both lack their partner, the first ends before the second.
        limit = after.place if after.end is None else len(passage.flat)
        return _unclosed(passage, bracket.start, limit)
    return _closed(passage, bracket.start, bracket.end)


def _closed(passage: Passage, start: int, end: int) -> Clause | None:
    if end - start > _LONGEST:
        return None
    content = passage.flat[start + 1 : end - 1]
    if numbered := told_by_number(content):
        own = tuple(replace(each, start=each.start + 1, end=each.end + 1) for each in numbered)
        return Clause(start, end, content, Reading(()), points=True, numbered=own)
    duties, above = told_of_above(content)
    if duties:
        return Clause(start, end, content, Reading(duties), alone=True, above=above)
    content = _without_doubled(content)
    reading = None if _NO_UNITS.match(content) else read_ditto(content) or read_clause(content)
    if not reading:
        points, aside = says_first_leads(content) or bool(_POINTS.match(content)), is_aside(content)
        if not points and not aside:
            return None
        return Clause(start, end, content, Reading(()), points, aside and not points)
    plain = reading.verb and not reading.deed
    if not plain and not _stands_free(passage.flat, start, end):
        return None
    return Clause(start, end, content, reading, alone=_begins_line(passage, start))


def _without_doubled(content: str) -> str:
    """What a bracket holds, without a second one that holds all of it: ((市公安局负责)), ((市公安局负责)."""
    inner = _DOUBLED.fullmatch(content)
    return inner[1] if inner else content


def _begins_line(passage: Passage, place: int) -> bool:
    line = bisect_right(passage.breaks, place)
    return line > 1 and passage.breaks[line - 1] == place


def _stands_free(flat: str, start: int, end: int) -> bool:
    """Whether a bracket without a verb ends its sentence and explains no name before it."""
    before, after = flat[max(0, start - 8) : start], flat[end : end + 1]
    if before[-1:] in _SENTENCE_END:
        return True
    return after in ("", "\u3002", ";") and not is_surely_unit(before[-4:])


def _unclosed(passage: Passage, start: int, limit: int) -> Clause | None:
    """A clause whose closing bracket is missing ends with its sentence or its line."""
    flat = passage.flat
    line = bisect_right(passage.breaks, start)
    line_end = passage.breaks[line] if line < len(passage.breaks) else len(flat)
    limit = min(limit, line_end, start + _LONGEST)
    for end in _ends(flat, start, limit):
        content = _without_doubled(flat[start + 1 : end].strip(" ;,\u3002"))
        reading = read_clause(content)
        if reading and all(looks_like_unit(duty.unit) for duty in reading.duties):
            whole = Clause(start, end, content, reading, unclosed=True)
            # 负责加强巡查: one deed may as well be the next sentence, two are parts of the clause
            one = len({duty.scope for duty in reading.duties if duty.scope}) == 1
            return (_up_to_a_verb(flat, start, limit) if one and reading.deed else None) or whole
    return _up_to_a_verb(flat, start, limit)


def _up_to_a_verb(flat: str, start: int, limit: int) -> Clause | None:
    """A clause that the next sentence follows without any mark: (市公安局负责加强巡查。"""
    for verb in reversed(list(_LAST_VERB.finditer(flat, start, min(limit, start + _LONGEST_LIST)))):
        content = flat[start + 1 : verb.end()]
        reading = read_clause(content)
        sure = reading is not None and not reading.deed
        if reading and sure and all(is_surely_unit(duty.unit) for duty in reading.duties):
            return Clause(start, verb.end(), content, reading, unclosed=True)
    return None


def _ends(flat: str, start: int, limit: int) -> Iterator[int]:
    """Where a clause without its closing mark may end: the full stop or the line, a semicolon."""
    stop = flat.find("\u3002", start, limit)
    yield stop if stop >= 0 else limit
    half = flat.find(";", start, limit)
    if half >= 0:
        yield half


def _unopened(passage: Passage, close: int) -> Clause | None:
    """A clause whose opening bracket is missing begins at its key or after the sentence before."""
    flat = passage.flat
    near = max(0, close - _LONGEST // 4)
    starts = [match.start() for match in _KEY.finditer(flat, near, close)]
    starts = starts or [match.end() for match in _STOP.finditer(flat, near, close)][-1:]
    if not starts:
        return None
    content = flat[starts[0] : close]
    reading = read_clause(content)
    if not reading or not reading.verb or not all(is_surely_unit(d.unit) for d in reading.duties):
        return None
    return Clause(starts[0], close + 1, content, reading, unclosed=True)
