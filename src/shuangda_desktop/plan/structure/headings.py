"""Which words of an item are its heading, and where its body begins."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from shuangda_desktop.plan.duties.heads import units_told
from shuangda_desktop.plan.duties.unit_names import is_surely_unit, looks_like_unit
from shuangda_desktop.plan.measures.periods import is_time
from shuangda_desktop.plan.structure.lines import has_words
from shuangda_desktop.plan.structure.passage import Clause, Passage
from shuangda_desktop.text.chars import HAN, LOPEN, LPAREN, ROPEN, RPAREN

_STOP = re.compile("\u3002")
_POINTS = re.compile(rf"[{LPAREN}]\d{{1,3}}分[{RPAREN}]$")
_OPEN, _CLOSE = re.compile(f"[{LOPEN}]"), re.compile(f"[{ROPEN}]")
_COUNTED = re.compile(r"%|不少于|不低于|达到|以上|\d[月日]|期间|底前")
_PERIOD = re.compile(r"(?<=.{2})\((?=[^()]{0,24}\d{1,2}[年月])[^()]{2,40}\)$")  # 总结阶段(6月)
_PLACES = re.compile("\\([省市县区乡镇街道、]{1,7}\\)")  # 质量强市(县、区)活动
_TELLS = re.compile("(?:^|,)由(?!于)[^,]{2,40}(?:负责|牵头|主办|承办)")
_ANSWERS = re.compile("负责(?![制人的])(?=..)")
_OUGHT = re.compile("[应须要](?<=...)(?=..)")
_TITLE_MARK = re.compile("[^:,;\u3002]{2,12}?(?::|(?<=.{4}) )(?=[^:]{15})")
_PARTED = re.compile("[^:;\u3002 ]{4,32} (?=[^:, ]{8})")  # a blank where the line broke
_WHO = re.compile(  # does it, or a phrase cut short: 市商务局负责 抽检; 查店,查 铺
    "牵头|负责|配合|会同|联合|由|(?:[局厅委办院署社]|部门|单位|政府|中心)$|,.{0,2}$"
)
_UNIT_MARK = re.compile("[^:,;\u3002]{2,24}?:(?=负责|承担|牵头|配合|组织|做好|按照?|依)")
_NAMES_MARK = re.compile("[^:,;\u3002]{2,30}:(?=[^:]{3})")
_KNOWN = re.compile(  # whose mark or line break got lost: 一、工作目标以…
    "(?:(?:工作|总体|主要|行动|整治|活动|创建)目标|指导思想|(?:总体|工作|基本)(?:要求|思路)|(?:主要|重点|工作|目标)任务|(?:工作)?重点工作|工作(?:重点|内容|要求|措施|步骤|安排)"
    f"|(?:保障|主要)措施|组织(?:保障|领导(?!小组|机构|工作))|实施步骤|(?:任务|职责)分工)(?=[{HAN}\u201c\u300a]|20\\d\\d年)(?![是为的和与及由]|分[工解]|清单|安排|更[加有为]|(?:完成|进展|推进)情况|清晰|(?:明确|具体|高|严|严格|到位)(?:[,;、\u3002]|$))"
)
_PLAIN = re.compile(  # what a part of a plan is called where no number stands before it
    "(?:指导思想|基本原则|(?:工作|总体|主要|行动|整治|活动)目标|总体(?:要求|思路)|(?:主要|重点|工作|目标)任务|(?:工作)?重点工作|工作(?:重点|内容|要求|措施|步骤|安排)"
    "|(?:保障|主要|工作|组织)措施|组织(?:保障|领导|实施)|(?:实施|工作)步骤|(?:时间|进度)安排|(?:任务|职责|责任)分工|有关要求|工作保障):?"
)
_LEADS_ON = ("是", "为", "下")  # 总体要求是:…, 要求如下:…
_HIGH = 2
_LONGEST = 40
_LONGEST_LINE = 60
_PHRASE, _LONG_PHRASE = 14, 18  # characters of a phrase of a title; of a later one of a chapter's
_LONGEST_SENTENCE = 100
_LEAF = 15


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading ends at ``end`` of its passage; ``clause`` stands in it and governs the item."""

    end: int
    body: int
    clause: Clause | None = None


@dataclass(frozen=True, slots=True)
class _Opening:
    """The first sentence or line of an item: flat[:end]; its body may begin at ``after``."""

    flat: str
    clauses: Sequence[Clause]
    end: int
    after: int
    stopped: bool  # it ends with a full stop, not with its line
    own_line: bool = False  # its line holds nothing else

    @property
    def real(self) -> Sequence[Clause]:
        """The duty clauses, without brackets that only hold points."""
        return [clause for clause in self.clauses if clause.governs]

    @property
    def title(self) -> bool:
        """Whether it is short enough for a heading."""
        return is_title(self.first)

    @property
    def first(self) -> str:
        """Its words."""
        return self.flat[: self.end]

    @property
    def goes_on(self) -> bool:
        """Whether it is about one document, and the next sentence begins alike with another.

        推进《甲》修订。推进《乙》….
        """
        cited = "\u300a" in self.first
        return cited and self.flat.startswith(self.flat[:2], self.after)

    @property
    def only_time(self) -> bool:
        """Whether nothing but a time in brackets stands behind it: 组织宣传周。(9月)"""
        rest = self.flat[self.after :].strip()
        return len(rest) < _LONGEST and is_time(rest.strip("()"))

    def next_clause(self) -> int:
        """Where the first duty clause behind it begins."""
        return min((c.start for c in self.real if c.start >= self.end), default=len(self.flat))

    def has_words(self, start: int, end: int) -> bool:
        """Whether words stand between two places, outside all clauses."""
        for clause in self.clauses:
            if clause.end > start and has_words(self.flat[start : min(end, clause.start)]):
                return True
            start = max(start, clause.end)
        return has_words(self.flat[start:end])


def heading_of(
    passage: Passage, clauses: Sequence[Clause], has_children: bool, level: int
) -> Heading | None:
    """The heading of an item, or None where its first words belong to its measure."""
    opening = _opening(passage, clauses)
    size = len(opening.flat)
    if has_children and not opening.has_words(opening.after, size):
        clause = opening.real[0] if opening.real else None
        known = _inline(opening, level) if opening.end > _LONGEST and not clause else None
        if known:
            return known
        return Heading(opening.end, clause.end if clause else opening.after, clause)
    return _before_clause(opening) or _inline(opening, level) or _before_body(opening, level)


def _opening(passage: Passage, clauses: Sequence[Clause]) -> _Opening:
    flat = passage.flat
    first = next((clause.start for clause in clauses if clause.governs), len(flat))
    line_end = passage.breaks[1] if len(passage.breaks) > 1 else len(flat)
    limit = min(line_end, first)
    stop = _STOP.search(flat, 0, min(limit, _LONGEST_SENTENCE))
    if stop:
        own_line = len(passage.breaks) > 1 and not has_words(flat[stop.end() : line_end])
        return _Opening(flat, clauses, stop.start(), stop.end(), True, own_line)
    return _Opening(flat, clauses, limit, limit, False)


def _before_clause(opening: _Opening) -> Heading | None:
    """A short title with the only clause right behind it, and the body below: 标题(A负责)正文."""
    told = [clause for clause in opening.real if clause.reading.duties]
    if len(told) != 1 or not opening.title:
        return None
    clause = told[0]
    between = opening.has_words(opening.end, clause.start)
    below = opening.has_words(clause.end, len(opening.flat))
    return Heading(opening.end, clause.end, clause) if below and not between else None


def _inline(opening: _Opening, level: int) -> Heading | None:
    """A short title that ends at a colon or a blank with words behind it, or that all plans use."""
    known = _KNOWN.match(opening.flat, 0, opening.end)
    if known and level <= _HIGH:
        return Heading(known.end(), known.end())
    unit = _UNIT_MARK.match(opening.flat, 0, opening.end)
    match = unit if unit and looks_like_unit(unit[0][:-1]) else _units_mark(opening)
    if match and level > _HIGH:  # 1.市公安局:查案 says who does it, 一、市公安局:… heads a part
        return None
    match = match or _TITLE_MARK.match(opening.flat, 0, opening.end)
    parted = _PARTED.match(opening.flat, 0, opening.end) if level == 1 and not match else None
    if parted and _is_parted_title(parted[0].strip()):
        return Heading(parted.end() - 1, parted.end())
    if not match or not is_title(match[0][:-1]) or match[0][-2:-1] in _LEADS_ON:
        return None
    return Heading(match.end() - 1, match.end())


def _is_parted_title(words: str) -> bool:
    """Whether words before a blank are a title, and neither say who does it nor break off."""
    return is_title(words.replace(",", "")) and not _WHO.search(words)


def _units_mark(opening: _Opening) -> re.Match[str] | None:
    """Nothing but units before a colon: 市财政局:保障经费."""
    named = _NAMES_MARK.match(opening.flat, 0, opening.end)
    return named if named and units_told(named[0][:-1]) else None


def _before_body(opening: _Opening, level: int) -> Heading | None:
    """A title on its own sentence or line with words behind it, or a bare section heading."""
    follows = opening.has_words(opening.after, opening.next_clause()) and not opening.only_time
    if opening.stopped:
        high = level <= _HIGH and is_title(opening.first, _LONG_PHRASE)
        titled = (
            opening.title or high or (opening.own_line and is_title(opening.first.replace(",", "")))
        )
        heads = follows and titled and not opening.goes_on
        return Heading(opening.end, opening.after) if heads else None
    if follows:
        return Heading(opening.end, opening.end) if opening.end <= _LONGEST_LINE else None
    told = opening.real or opening.has_words(opening.end, len(opening.flat))
    alone = not told and opening.end <= _LEAF
    bare = level == 1 and alone and not _COUNTED.search(opening.flat)
    return Heading(opening.end, opening.end) if bare else None


def is_plain_heading(line: str) -> bool:
    """Whether a line is what parts of plans are called, and nothing else: 工作要求."""
    return bool(_PLAIN.fullmatch(line))


def is_title(text: str, longest: int = _PHRASE) -> bool:
    """Whether a sentence is a short title: few words, at most an even pair of phrases."""
    text = _PERIOD.sub("", text) if text.endswith(")") else text
    if not 2 <= len(text) <= _LONGEST or ";" in text or ":" in text or _COUNTED.search(text):
        return False
    if len(_OPEN.findall(text)) != len(_CLOSE.findall(text)):
        return False
    if _tells_a_unit(text):
        return False
    text = _PLACES.sub("", text)
    parts = text.split(",")
    if len(parts) == 1:
        return True
    plain = not re.search(r"[\d()]", text)
    short = len(parts[0]) <= _PHRASE and all(len(part) <= longest for part in parts)
    return plain and short and len(text) <= 32


def _tells_a_unit(text: str) -> bool:
    """Whether a sentence says what a unit ought to do, or who does it: 各镇要落实经费; 整治集市,由A负责."""
    ought, answers = _OUGHT.search(text), _ANSWERS.search(text)
    said = ought is not None and looks_like_unit(text[: ought.start()])
    does = answers is not None and is_surely_unit(text[: answers.start()])
    return said or does or _TELLS.search(text) is not None


def heading_text(text: str) -> str:
    """The heading without points in brackets and without its end mark."""
    return _POINTS.sub("", text.strip(" \u3002.,:;\uff0c\uff1a\uff1b\uff0e")).strip()
