"""Doubts about the words of a measure."""

import re
from collections.abc import Iterator, Sequence

from shuangda_desktop.plan.checks.findings import Drafted, doubt, hint, words_span
from shuangda_desktop.plan.duties.prose import unread_collective
from shuangda_desktop.plan.duties.unit_names import is_surely_unit, looks_like_unit
from shuangda_desktop.plan.duties.units_list import split_units
from shuangda_desktop.plan.measures.periods import is_time
from shuangda_desktop.plan.model import Finding, Measure
from shuangda_desktop.text.chars import HAN, LOPEN, ROPEN
from shuangda_desktop.text.mapped import MappedText, Span

_STARRED = re.compile(f"(?<=[{HAN}])\\*{{1,6}}(?=[{HAN}])")
MEANT = {  # what typists make of words of plans
    "迫究": "追究", "迫缴": "追缴", "迫溯": "追溯", "迫责": "追责", "地城": "地域", "区城": "区域",
    "领城": "领域", "城名": "域名", "侵杈": "侵权", "己经": "已经", "部暑": "部署", "布署": "部署",
    "督査": "督查", "检査": "检查", "末经": "未经", "末按": "未按", "急慢": "怠慢", "贯切": "贯彻",
    "幅射": "辐射", "松驰": "松弛", "按排": "安排", "克苦": "刻苦",
}  # fmt: skip
ODD_WORD = re.compile("|".join(MEANT))
LONGEST = 800
DAMAGE = re.compile(
    f"\\?{{2,}}|(?<=[{HAN}])\\?(?=[{HAN}a-z])|[\ufffd\ue000-\uf8ff\u0100-\u024f\u3100-\u312f]|[{HAN}][a-z]{{1,2}}[A-Z](?=[{HAN},\u3001])"
)
MAY_BE_DAMAGE = re.compile("[?a-z\ufffd\ue000-\uf8ff\u0100-\u024f\u3100-\u312f]")
_BRACKET = re.compile(  # one level of brackets may stand in it: 各县(市)政府
    f"[{LOPEN}]((?:[^{LOPEN}{ROPEN}]|[{LOPEN}][^{LOPEN}{ROPEN}]{{1,20}}[{ROPEN}]){{2,200}})[{ROPEN}]"
)
_OPENS, _CLOSES = re.compile(f"[{LOPEN}]"), re.compile(f"[{ROPEN}]")
_ENDS_SENTENCE = re.compile("[\u3002;]|$")
_PLAIN_BRACKET = re.compile(
    "^(?:即|不?[含包]|其中|涉及|指|如|例如|以?下称|简称)|电话|联系|[A-Za-z]|下同|版|号$|^.$|^[省市县区旗州盟、]+$"
)
_EXPLAINS = re.compile("不?包[括含]|不含|例如|以下简称")  # 检测中心(包括甲中心、乙中心)
_TIME_CUE = re.compile("\\d[年月日]|[年季][底末度]|常年|全年|长期|每[年季月周天日]")
_RHYTHM = re.compile("每[年季月周天日半]")
_UNIT_BEFORE = re.compile("[局厅委办部院会府]$")
_DUTY_WORD = re.compile("牵头|负责|配合|(?:责任|主办|协办|承办)(?:单位|部门)")
_DITTO = re.compile("同[上前左](?!往|年|期|款|来|台)|同第|与上")
_NAMED = re.compile("局|厅|委|办|部|院|政府|单位|中心|海关")
_PART_CUE = re.compile(f"、|牵头|负责|配合|{_NAMED.pattern}")
_A_NUMBER = rf"\s?(?P<number>\d{{1,2}}(?:\.\d{{1,2}}){{0,2}}[.、)](?!\d)|[(\uff08](?:[一二三四五六七八九十]{{1,3}}|\d{{1,2}})[)\uff09]|[一二三四五六七八九十]{{1,3}}、(?!二)|第[一二三四五六七八九十]{{1,3}}条(?!规定|[款的之、和])|[\u2460-\u24ff\u2776-\u2793\u3220-\u3229])(?=[{HAN}\s])"
_INNER_NUMBER = re.compile(f"[\u3002;)\uff09]{_A_NUMBER}")
_FIRST_NUMBER = re.compile(
    rf"{_A_NUMBER}|(?P<glued>\d{{1,2}}(?:[.\-]\d{{1,2}}){{0,2}})\s?(?=[{HAN}])(?![年月日个家件项次时类条起批大万名期处岁级届周天小分多位种])"
)
# so many measures, and such a share, whose numbers were left in the words
_FEWEST_NUMBERED, _MOST_NUMBERED = 4, 0.6
_RULE = re.compile("[\u2014\u2500_=-]{5}")  # a line that was drawn
_KEY = re.compile(
    f"(?<![{HAN}])[{HAN}]{{0,6}}(?:牵头|主办|责任|配合|协办|负责|承办|参与|落实|实施)[{HAN}]{{0,4}}:|[{HAN}]{{2}}(?:单位|部门|时限):"
)
_STRANGE = re.compile(
    "(?:联系人|联系电话|电话|邮箱|传真|邮编|责任编辑|抄送|主送|附件\\d{0,2}):|(?<=[\u3002;])[\u4e00-\u9fff]{2,6}(?<![是为有括含])(?<!指标):|:为(?:[进切全深认]..?)?(?:贯彻|落实|做好|加强|规范)|\t|[^|][|][^|]"
)
_FIELD = re.compile(f"(?P<name>[{HAN}]{{2,6}}):(?=.)")
_UNIT_AND_COLON = re.compile("(?:^|(?<=[\u3002;]))(?P<unit>[^,:;\u3002]{3,30}):(?=.)")
_OF_TASK = ("措施", "举措", "指标", "是", "为")  # what such a field says is the task
_FIRST = re.compile("(?P<unit>[^,:;\u3002]{3,24})\u3002(?=.)")
_END = re.compile("[\u3002;!?:)\u201d\u300b\u3011\u3015]$")


def check_words(drafted: Drafted, text: MappedText) -> Iterator[Finding]:
    """The doubts about what a measure says."""
    words = drafted.words
    span = drafted.measure.span
    if not words:
        yield doubt("empty-measure", "责任分工前面没有任务内容,已单列一项,请核对原文。", span)
        return
    first = _FIRST.match(words)
    if is_surely_unit(words) or (first and is_surely_unit(first["unit"])):
        yield doubt(
            "unit-as-task", "本项文字以单位名称成句,表格或条目可能错位,暂作一项,请核对。", span
        )
    if len(words) > LONGEST:
        yield doubt("long-measure", f"本项长达{len(words)}字,可能漏切了责任分工,暂作一项。", span)
    if not drafted.measure.duties:
        yield from _told_together(words, span)
    yield from _damage(drafted, text)
    yield from _odd_words(words, drafted, text)
    yield from _brackets(words, drafted, text)
    yield from _inner_numbers(words, drafted, text)
    yield from _keys(words, drafted, text) if ":" in words else ()
    yield from _strange_words(words, drafted, text)
    if len(_OPENS.findall(words)) != len(_CLOSES.findall(words)):
        message = "本项文字中的括号没有配对,切分可能有误,暂按现有切分。"
        yield doubt("unclosed-bracket", message, span)


def _told_together(words: str, span: Span) -> Iterator[Finding]:
    """Units that the words of a measure without duties name together and tell to do something."""
    if together := unread_collective(words):
        yield hint(
            "collective-unit",
            f"文中对“{together}”提出要求,但没有列为责任单位,分解时请明确由哪些单位承担。",
            span,
        )


def _damage(drafted: Drafted, text: MappedText) -> Iterator[Finding]:
    # A full-width question mark is a question; a narrow one inside Chinese is what damage leaves.
    if not MAY_BE_DAMAGE.search(drafted.measure.text):  # so are most: a quick look
        return
    for match in DAMAGE.finditer(drafted.measure.text):
        place = words_span(drafted, match.start(), match.end(), text)
        yield doubt("damage", f"此处似有乱码或缺字(“{match[0]}”),暂按原样保留。", place)


def _odd_words(words: str, drafted: Drafted, text: MappedText) -> Iterator[Finding]:
    """Typing errors of the source and starred characters: told, never changed."""
    for match in ODD_WORD.finditer(words):
        place = words_span(drafted, match.start(), match.end(), text)
        message = f"“{match[0]}”可能是原文的错别字(应为“{MEANT[match[0]]}”),暂按原文保留。"
        yield hint("odd-word", message, place)
    for match in _STARRED.finditer(words) if "*" in words else ():
        place = words_span(drafted, match.start(), match.end(), text)
        yield _starred(match[0], place)


def _starred(stars: str, place: Span) -> Finding:
    """Several stars hide as many characters; one is what a page puts into a word that it minds: 套*牌."""
    if len(stars) == 1:
        message = "此处两字之间有一个“*”,可能是网页加上的,暂按原文保留。"
        return hint("starred", message, place)
    return doubt("starred", "此处有字被“*”遮住,暂按原文保留,请对照原件补上。", place)


def _brackets(words: str, drafted: Drafted, text: MappedText) -> Iterator[Finding]:
    """Brackets that look like a clause but were not read as one."""
    for match in _BRACKET.finditer(words):
        if _is_read(match[1], drafted.measure):
            continue
        if _is_like_clause(match[1]):
            message = "此处括号像责任分工但未能读懂,暂作正文保留。"
        elif _ENDS_SENTENCE.match(words, match.end()) and _may_rule(words, match):
            message = "句末括号中的内容可能是责任单位或时限,暂作正文保留。"
        else:
            continue
        yield doubt("unread-bracket", message, words_span(drafted, *match.span(), text))


def _is_read(said: str, measure: Measure) -> bool:
    """Whether what a bracket says is how often or until when, and was taken for it."""
    if measure.recurrences and _RHYTHM.match(said):
        return True
    days = [deadline.text for deadline in measure.deadlines]
    return said in days or (bool(days) and is_time(said))


def _is_like_clause(said: str) -> bool:
    """Whether what a bracket says looks like a duty clause: a ditto, a unit with a verb, units."""
    duty = _DUTY_WORD.search(said)
    stated = duty and _NAMED.search(said, 0, duty.start())
    listed = not _EXPLAINS.match(said) and _is_list_of_units(said)
    clause = _DITTO.search(said) or stated or listed
    return bool(clause) and "电话" not in said


def _inner_numbers(words: str, drafted: Drafted, text: MappedText) -> Iterator[Finding]:
    """Numbers inside a measure: an item may have been missed; a cell may have its number."""
    row = drafted.draft.row
    first = None if row else _FIRST_NUMBER.match(words)
    inner = None if first else _INNER_NUMBER.search(words, 1 if row else 0)
    if inner:
        place = words_span(drafted, inner.start(inner.lastgroup or 0), inner.end(), text)
        yield doubt("inner-number", "本项文字中还有编号,可能漏切了一项,暂作一项。", place)


def check_first_numbers(
    all_drafted: Sequence[Drafted], text: MappedText
) -> Iterator[tuple[int, Finding]]:
    """By place in the list: measures whose number was left in the words; no doubt where that is usual."""
    numbered = {
        at: number
        for at, drafted in enumerate(all_drafted)
        if not drafted.draft.row and (number := _FIRST_NUMBER.match(drafted.words))
    }
    usual = len(numbered) >= max(_FEWEST_NUMBERED, len(all_drafted) * _MOST_NUMBERED)
    tell = hint if usual else doubt
    for at, number in numbered.items():
        place = words_span(all_drafted[at], number.start(number.lastgroup or 0), number.end(), text)
        message = "本项文字以编号开头,可能漏切了一项或没有读作编号,暂留在文字中。"
        yield at, tell("inner-number", message, place)


def _strange_words(words: str, drafted: Drafted, text: MappedText) -> Iterator[Finding]:
    """Contacts or cells of a table amid the words."""
    marked = any(mark in words for mark in ":\t|")
    strange = (_STRANGE.search(words) or _field_in_front(words, drafted)) if marked else None
    strange = strange or _RULE.search(words)
    if strange and not _in_bracket(words, strange.start()):
        message = "本项文字中混有联系方式或表格的内容,可能多读了几行,暂作正文保留。"
        yield doubt("strange-words", message, words_span(drafted, *strange.span(), text))


def _may_rule(words: str, bracket: re.Match[str]) -> bool:
    """Whether a bracket behind a sentence holds a unit or a time; behind a unit it names a part of it."""
    said = bracket[1]
    if _PLAIN_BRACKET.search(said):
        return False
    times = _TIME_CUE.search(said)
    part = not times and looks_like_unit(said) and _UNIT_BEFORE.search(words, 0, bracket.start())
    return bool(times or (not part and (_PART_CUE.search(said) or looks_like_unit(said))))


def _keys(words: str, drafted: Drafted, text: MappedText) -> Iterator[Finding]:
    """A key of duties, or else a unit with a colon, that words or a sentence of them begin with."""
    key = _KEY.search(words)
    if key:
        place = words_span(drafted, key.start(), key.end(), text)
        yield doubt("unread-key", f"文字中的“{key[0]}”像责任分工但未能读懂,暂作正文保留。", place)
        return
    units = _UNIT_AND_COLON.finditer(words)
    unit = next((found for found in units if is_surely_unit(found["unit"])), None)
    read = unit and any(duty.unit == unit["unit"] for duty in drafted.measure.duties)
    if unit and not (read and unit.start("unit") == 0):  # 市公安局:查案 is read
        tell = hint if read else doubt
        message = f"文字中的“{unit['unit']}”像是做事的单位,暂作正文保留。"
        yield tell("unit-in-words", message, words_span(drafted, *unit.span("unit"), text))


def _field_in_front(words: str, drafted: Drafted) -> re.Match[str] | None:
    """The name of a field that words begin with; a unit there tells who does it, an aim what its units reach."""
    field = _FIELD.match(words)
    tells = (*_OF_TASK, "目标") if drafted.measure.duties else _OF_TASK
    plain = not field or looks_like_unit(field["name"]) or field["name"].endswith(tells)
    return None if plain else field


def _in_bracket(words: str, at: int) -> bool:
    return len(_OPENS.findall(words, 0, at)) > len(_CLOSES.findall(words, 0, at))


def _is_list_of_units(text: str) -> bool:
    names = split_units(text).names
    return len(names) > 1 and sum(is_surely_unit(name) for name in names) * 2 >= len(names)


def is_cut_off(drafted: Drafted) -> bool:
    """Whether a measure without a clause ends in the middle of a sentence."""
    measure = drafted.measure
    return not measure.duties and bool(measure.text) and not _END.search(drafted.words)
