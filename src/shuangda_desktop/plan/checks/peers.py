"""Measures that lack what most others of their plan have: a clause beside the words, a lead in a row.

Independent of how clauses are found: a list of units with the word for what they do, amid the words.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from shuangda_desktop.plan.checks.findings import Drafted, doubt, words_span
from shuangda_desktop.plan.model import Finding, Measure, Role
from shuangda_desktop.text.chars import COLON
from shuangda_desktop.text.mapped import MappedText

_FEWEST, _MOST = 8, 0.5  # so many measures, and such a share of them, show how a plan is made
_FEWEST_TOLD = 2
_EACH_TOLD = re.compile(  # 各乡、镇人民政府要加强巡查
    "(?:^|[,;\u3002])(?P<units>各(?!有关|相关|级|地|部门|单位|成员)[\u4e00-\u9fff、]{1,12}?(?:政府|所|局|街道|乡镇|队|中心))[要应须将]"
)
_LED = 0.6  # such a share of the rows of tables, and each says who leads
_CELL_ENDS = "(?=[ \u3000]{0,8}(?:[\\t|\n]|\\Z))"
_HEADERS = (  # a cell of a header: its role, and so many units that one of them may have it
    (
        Role.COOPERATING,
        re.compile(
            f"(?<![^\\s|])((?:协同|配合|协办|协助|参与|参加|协作){{1,2}}(?:单位|部门)){_CELL_ENDS}"
        ),
        2,
    ),
    (
        Role.LEAD,
        re.compile(f"(?<![^\\s|])((?:牵头|主办|主责|主要责任)(?:责任)?(?:单位|部门)){_CELL_ENDS}"),
        1,
    ),
)
_UNITS = re.compile(  # a cell of a header for units, whatever they do
    f"(?<![^\\s|])((?:牵头|主办|主责|责任|承办|负责)(?:责任)?[ \u3000]?(?:单位|部门|科室|处室)){_CELL_ENDS}"
)
_KEYS: tuple[
    tuple[re.Pattern[str], Callable[[Measure], bool]], ...
] = (  # and who has what it tells
    (
        re.compile(
            f"(?:协同|配合|协办|协助|参与|参加|协作|会办)(?:单位|部门|科室|处室)(?=[{COLON}])"
        ),
        lambda measure: _has(measure, Role.COOPERATING),
    ),
    (
        re.compile(f"(?:牵头|主办|主责|承办)(?:单位|部门|科室|处室)(?=[{COLON}])"),
        lambda measure: _has(measure, Role.LEAD),
    ),
    (
        re.compile(f"(?:完成|办理|整改|办结|工作)?(?:时限|时间|期限)(?=[{COLON}])"),
        lambda measure: bool(measure.deadlines or measure.recurrences),
    ),
)
_END = "(?:局|厅|委|办|院|部|府|会|关|处|中心|单位|部门)"
_SAID = ("负责", "牵头", "配合", "参与")
_IN_WORDS = re.compile(
    f"(?:{_END}、[^、,;:\u3002()]{{2,14}}?{_END}(?:等)?(?:按照?职责(?:分工)?|分别|共同)?(?:负责|牵头|配合|参与)(?!的)"
    f"|{_END}牵头[,、][^,;:\u3002()]{{2,40}}?{_END}(?:配合|参与|负责))"
)


def check_peers(all_drafted: Sequence[Drafted], text: MappedText) -> Iterator[tuple[int, Finding]]:
    """By place in the list: the measures that hold a clause in their words."""
    ruled = sum(bool(one.draft.clauses) for one in all_drafted)
    if len(all_drafted) < _FEWEST or ruled < _MOST * len(all_drafted):
        return
    for at, drafted in enumerate(all_drafted):
        told = not drafted.draft.prose and any(said in drafted.words for said in _SAID)
        clause = _IN_WORDS.search(drafted.words) if told else None
        if clause:
            place = words_span(drafted, *clause.span(), text)
            message = f"文字中的“{clause[0]}”像是责任分工,暂作正文保留,请核对切分和单位。"
            yield at, doubt("clause-in-words", message, place)


def check_told(all_drafted: Sequence[Drafted], text: MappedText) -> Iterator[tuple[int, Finding]]:
    """By place in the list: measures without units that say who does them, where all are told in sentences."""
    if any(one.draft.clauses for one in all_drafted):
        return
    if sum(one.draft.prose for one in all_drafted) < _FEWEST_TOLD:
        return
    for at, drafted in enumerate(all_drafted):
        each = None if drafted.measure.duties else _EACH_TOLD.search(drafted.words)
        if each:
            place = words_span(drafted, *each.span("units"), text)
            message = f"文中“{each['units']}”像是做事的单位,但没有列为本项的单位,请核对。"
            yield at, doubt("unread-prose", message, place)


def check_leads_of_rows(all_drafted: Sequence[Drafted]) -> Iterator[tuple[int, Finding]]:
    """By place in the list: rows of a table that name units, none of which leads, below one that is led."""
    rows = [(at, drafted) for at, drafted in enumerate(all_drafted) if drafted.draft.row]
    led = sum(is_led(drafted) for _, drafted in rows)
    if led < _LED * len(rows):
        return
    for (_, above), (at, drafted) in pairwise(rows):
        ruled = above.draft.ordered and len(drafted.measure.duties) == 1  # on several units alone
        if is_led(above) and drafted.measure.duties and not (ruled or is_led(drafted)):
            message = (
                "其他各行都有牵头单位,本行没有,可能与上一行合并了单元格,暂按没有牵头单位处理。"
            )
            yield at, doubt("lead-cell", message, drafted.measure.span)


def check_columns(
    all_drafted: Sequence[Drafted], text: MappedText
) -> Iterator[tuple[int, Finding]]:
    """By place in the list: measures with units, in a document with a column for a role that no unit has."""
    yield from _without_column(all_drafted, text)
    yield from _without_key(all_drafted, text)
    read = {duty.role for drafted in all_drafted for duty in drafted.measure.duties}
    for role, header, fewest in _HEADERS:
        told = None if role in read else header.search(text.text)
        for at, drafted in enumerate(all_drafted) if told else ():
            if told and len(drafted.measure.duties) >= fewest:
                message = f"文中有“{told[1]}”一栏,但没有读出这样的单位,各单位的角色可能不对,暂按读出的列。"
                yield at, doubt("role-column", message, drafted.measure.span)


def _without_column(
    all_drafted: Sequence[Drafted], text: MappedText
) -> Iterator[tuple[int, Finding]]:
    """The measures without units in a document with a column of units that few of them have.

    Where the rows of a table have theirs, the first of the text above it is told alone.
    """
    lacking = [at for at, drafted in enumerate(all_drafted) if not drafted.measure.duties]
    told = _UNITS.search(text.text) if len(lacking) > _MOST * len(all_drafted) else None
    if not told:
        return
    rows = any(drafted.draft.row and drafted.measure.duties for drafted in all_drafted)
    first = next((at for at in lacking if not all_drafted[at].draft.row), None)
    message = f"文中有“{told[1]}”一栏,但没有读出本项的单位,暂按无责任单位处理。"
    for at in lacking:
        if not rows or all_drafted[at].draft.row or at == first:
            yield at, doubt("role-column", message, all_drafted[at].measure.span)


def _without_key(all_drafted: Sequence[Drafted], text: MappedText) -> Iterator[tuple[int, Finding]]:
    """The measures without a role, or a time, in a document with more keys for it than it was read for."""
    for key, has in _KEYS:
        told = key.findall(text.text)
        lacking = [at for at, drafted in enumerate(all_drafted) if not has(drafted.measure)]
        read = len(all_drafted) - len(lacking)
        for at in lacking if len(told) >= _FEWEST_TOLD and read < _MOST * len(told) else ():
            message = f"文中有{len(told)}处“{told[0]}”,只读出{read}项,本项可能漏读,暂按没有处理。"
            yield at, doubt("role-column", message, all_drafted[at].measure.span)


def is_led(drafted: Drafted) -> bool:
    """Whether one of the units of a measure leads."""
    return _has(drafted.measure, Role.LEAD)


def _has(measure: Measure, role: Role) -> bool:
    return any(duty.role is role for duty in measure.duties)
