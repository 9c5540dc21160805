"""Rules on the order of names: 排在首位的为牵头单位,其余为配合单位;第9项为并列牵头."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from shuangda_desktop.plan.duties.by_number import numbers_in
from shuangda_desktop.plan.model import Duty, Role
from shuangda_desktop.plan.structure.lines import Line
from shuangda_desktop.plan.structure.numbering import label_at

_FIRST_LEADS = re.compile(
    "[第首居排未没不牵](?:"
    "(?:(?<=第)[一1][个家位名]?|(?<=首)[个家位名]?|(?<=[居排])首)[^\u3002;]{0,14}?(?:为|是|作为|即为)[^\u3002;,]{0,6}牵头"
    "|(?:(?<=[未不])|(?<=没)有)(?:列|明确|注明|标明|指定)[^\u3002;]{0,12}牵头(?:(?!由(?![第首排列责]))[^\u3002;]){0,27}?牵头"
    "|(?<=牵)头(?:单位|部门)(?:未|没有|不)(?:列|明确|注明|标明)[^\u3002;]{0,20}牵头)"
)
_OTHERS = re.compile(
    "(?:其余|其他|其它|(?:列|排)?(?:在)?(?:后面|其后|之后))[^,;\u3002牵]{0,10}?(?:为|是|作为|即为?)[^,;\u3002牵]{0,4}(?:(?P<help>配合|协办|协助|协同|协作|参与|参加|会办)|责任|负责)"
)
_ALL_LEAD = re.compile(
    "(?:第|(?<!\\d))(?P<numbers>[\\d、,.和及至~\u2014-]{1,40})(?:项|条)[^;\u3002]{0,8}(?:并列|共同|联合|均[为是由]|都[为是由])[^;\u3002]{0,8}牵头"
)
_SEVERAL = "[两二2多几数][个家](?:或|及|\\(含\\)|\\(含两个\\))?(?:两个)?(?:以上)?"
_OF_SEVERAL = re.compile(  # 列有两个以上责任单位的,排在第一位的为牵头单位
    f"(?:(?:{_SEVERAL}|多)的?(?:责任|负责|承担|实施|承办)?(?:单位|部门)[^\u3002;]{{0,6}}|(?:单位|部门)[有为]?(?:{_SEVERAL}|超过[一1][个家]))的,?[^\u3002;]{{0,8}}$"
)
_NOTE = re.compile("(?:注|说明|备注)")
_RULE = re.compile(  # that a line begins with, and nothing else: 以上任务,列第一位的为牵头单位
    "[(\u3014]?(?:以上|上述|各项?|每项|所列)?[^,;:\u3002()]{0,8}?,?[排列居]?在?(?=[首第])"
)
_CAPTION = re.compile("(?:注|说明|备注)\\s?:")
_ASKS = re.compile("\\d月|[年月季度][底末]前?|每[年月季周]|\\d(?:次|家|件|批次|%)")
_LAST = 8  # lines of the body that may be numbered notes


@dataclass(frozen=True, slots=True)
class Order:
    """What a rule says of a list of units: the first one leads, the others are ``rest``.

    All units lead in the items with the numbers ``together``. ``several`` where it rules on lists of
    two and more alone.
    """

    rest: Role = Role.RESPONSIBLE
    together: frozenset[int] = frozenset()
    several: bool = False


def says_first_leads(text: str) -> bool:
    """Whether a text rules that the first unit of a list leads where no lead is named."""
    return "牵头" in text and bool(_FIRST_LEADS.search(text))


def says_what_others_do(text: str) -> bool:
    """Whether a text goes on with such a rule: 其余为配合单位."""
    return bool(_OTHERS.match(text))


def order_in(texts: Iterable[str]) -> Order | None:
    """The rule of the first text that has one; None for none."""
    rule = next(filter(says_first_leads, texts), None)
    if rule is None:
        return None
    together = (numbers_in(found["numbers"]) for found in _ALL_LEAD.finditer(rule))
    others = _OTHERS.search(rule)
    rest = Role.COOPERATING if others and others["help"] else Role.RESPONSIBLE
    return Order(rest, frozenset().union(*together), _is_of_several(rule))


def _is_of_several(rule: str) -> bool:
    """Whether a rule holds where there are two units or more; of one alone it says nothing."""
    first = _FIRST_LEADS.search(rule)
    return bool(first and _OF_SEVERAL.search(rule[: first.start()]))


def without_notes(body: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The lines of a body without the notes that rule on the order of names, and those notes.

    Notes that also ask for something by a day or in number stay in the body.
    """
    notes = _numbered_notes(body) or tuple(line for line in body if _is_note(line.flat))
    asks = any(_ASKS.search(line.flat) for line in notes)
    return tuple(line for line in body if asks or line not in notes), notes


def _is_note(line: str) -> bool:
    """Whether a line is a note with such a rule, or begins with the rule itself."""
    rule = _FIRST_LEADS.search(line) if "牵头" in line else None
    begins = _RULE.match(line)
    alone = rule and begins and not label_at(line) and rule.start() <= begins.end()
    return bool(rule and _NOTE.match(line)) or bool(alone)


def _numbered_notes(body: Sequence[Line]) -> tuple[Line, ...]:
    """The last lines of a body from a caption on, where one of them has such a rule."""
    last = body[-_LAST:]
    at = next((n for n, line in enumerate(last) if _CAPTION.fullmatch(line.flat)), len(last))
    notes = tuple(last[at:])
    first = label_at(notes[1].flat) if len(notes) > 1 else None
    if first and first.number > 1:  # the caption stands amid numbered items
        return ()
    return notes if any(says_first_leads(line.flat) for line in notes) else ()


def lead_by_order(duties: tuple[Duty, ...], rule: Order = Order()) -> tuple[Duty, ...]:
    """The duties under a rule that the first unit leads where none is said to."""
    alone = rule.several and len(duties) == 1
    if not duties or alone or any(duty.role is Role.LEAD for duty in duties):
        return duties
    first = next((n for n, duty in enumerate(duties) if duty.role is Role.RESPONSIBLE), len(duties))
    return tuple(
        replace(duty, role=Role.LEAD if n == first else rule.rest)
        if duty.role is Role.RESPONSIBLE
        else duty
        for n, duty in enumerate(duties)
    )
