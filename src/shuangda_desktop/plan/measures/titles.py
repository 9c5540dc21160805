"""A title for each measure: its heading, its short first sentence, or words of its own."""

import re
from collections.abc import Iterator

from shuangda_desktop.text.punctuation import narrow

LONGEST = 20
WHOLE = 28  # a clause of so many characters is no longer cut: half of one says nothing
_SHORTEST = 4
_FAR = 400  # how far into a measure a title is looked for
_SENTENCE = re.compile("[\u3002;!?]")
_MARK = re.compile("[,:\u3002;!?]")
_INTRODUCES = re.compile(
    "(?:按照|按|根据|依据|围绕|结合|针对|为了?|以|依托|利用|通过|在|坚持|聚焦|充分|对|到|力争|全年|年内|\\d)[^,:\u3002;!?]{1,40},"
)
_SEAM = re.compile(  # not where the characters are part of a longer word: 参与, 与会, 涉及, 推进行业
    "以及|及其|(?<![合兼吞])并(?![网购轨联])|(?<![缓总饱共温调])和(?![谐解平睦])|(?<!参)与(?!会|时俱进)"
    "|(?<![涉普危顾波触以])及(?!时|早)|(?<![推改促])进行|(?<![公召])开展|实施|落实|依法|严厉|严格"
    "|(?<![规稳约固指确])定期|(?<!安)全面"
)
_CLOSED_LIST = re.compile("等[^、等]{2,}$")
_LEANS = re.compile(
    "(?:对|将|把|在|由|从|向|为|以|就|针对|围绕|结合|通过|根据|按照|的|地|得|不|各|与|和|及|并|、)$|^(?:对|将|把|在|由|针对)"
)
_NO_HEADING = re.compile(
    "^(?:对|将|把|在|由|针对)|^[\u4e00-\u9fff、]{2,16}?(?:要|应当?|须)(?=[\u4e00-\u9fff])"
)
_LEANS_BACK = re.compile("^(?:并|以及|及|和|与|其|该|确保|使|由|且|从而|进而|切实|不断)")


def title_of(text: str, heading: str, first: bool) -> str:
    """The title of a measure; ``first`` where it is the first one under its heading."""
    if first and heading:
        return heading
    flat = narrow(text)
    stop = _SENTENCE.search(flat)
    if stop and _SHORTEST <= stop.start() <= LONGEST and len(flat) > stop.end() + _SHORTEST:
        return text[: stop.start()]
    whole = len(flat.rstrip("\u3002;!?"))
    if whole <= LONGEST or (whole <= WHOLE and not _MARK.search(flat[:whole])):
        return text[:whole]
    start, end = _phrase(flat)
    return text[start:end]


def _phrase(flat: str) -> tuple[int, int]:
    """Whole clauses from the beginning, a clause cut at a seam, a later clause, or first words."""
    introduced = _INTRODUCES.match(flat)
    for start in (introduced.end(), 0) if introduced else (0,):
        ends = [end for end in _clause_ends(flat, start) if end - start >= _SHORTEST]
        if not ends and not (introduced and start == 0):
            ends = _whole_clause(flat, start)
        ends = ends or list(_seams(flat, start))
        if ends:
            return start, ends[-1]
    return next(_later_clauses(flat), (0, _last_resort(flat)))


def _clause_ends(flat: str, start: int, longest: int = LONGEST) -> Iterator[int]:
    """Ends of clauses that open no bracket or quotation they do not close."""
    for match in _MARK.finditer(flat, start, start + longest + 1):
        if _is_even(flat[start : match.start()]):
            yield match.start()
        if match[0] not in ",:":
            return


def _whole_clause(flat: str, start: int) -> list[int]:
    """The end of a longer first clause that says what is done, not to what or who is to do it."""
    ends = list(_clause_ends(flat, start, WHOLE))[:1]
    return [end for end in ends if not _NO_HEADING.search(flat[start:end])]


def _is_even(head: str) -> bool:
    pairs = (("\u201c", "\u201d"), ("(", ")"), ("\u300a", "\u300b"))
    return all(head.count(left) == head.count(right) for left, right in pairs)


def _seams(flat: str, start: int) -> Iterator[int]:
    """Places where a long clause may end: before a further verb or noun, in no list."""
    for match in _SEAM.finditer(flat, start + _SHORTEST + 2, start + LONGEST + 1):
        head = flat[start : match.start()]
        listed = "、" in head and not _CLOSED_LIST.search(head)
        if _is_even(head) and not listed and not _LEANS.search(head):
            yield match.start()


def _later_clauses(flat: str) -> Iterator[tuple[int, int]]:
    """Whole clauses behind the first that stand on their own."""
    start = 0
    for match in _MARK.finditer(flat, 0, _FAR):
        clause = flat[start : match.start()]
        fits = start and _SHORTEST <= len(clause) <= LONGEST and _is_even(clause)
        if fits and not _LEANS_BACK.match(clause) and not _LEANS.search(clause):
            yield start, match.start()
        start = match.end()


def _last_resort(flat: str) -> int:
    """The first words, up to a pause where there is one."""
    pause = flat.rfind("、", _SHORTEST, LONGEST + 1)
    return pause if pause > 0 and _is_even(flat[:pause]) else LONGEST
