"""Units that the first sentence of an item names and tells to do something, wherever in it they stand.

An item without a clause may begin with what is done, and say then who does it: …, 市公安局要会同市委宣传部
通报案件。 Only names that are plainly those of one unit count: 各部门 and 行业协会 are told by no name. What
later sentences say (。国务院办公厅将会同有关部门督促检查) is about the plan, not about the item.
"""

import re
from collections.abc import Iterator

from shuangda_desktop.plan.duties.closing import SENTENCE
from shuangda_desktop.plan.duties.prefixes import has_place
from shuangda_desktop.plan.duties.prose import begins_duty, is_department, read_prose
from shuangda_desktop.plan.duties.stems import is_office
from shuangda_desktop.plan.model import Duty
from shuangda_desktop.text.chars import HAN, STOP

_TOLD = re.compile(
    f'(?:^|[;!?,])(?=(?P<names>[{HAN}、()\u3014\u3015\u201c\u201d"]{{2,40}}?)(?:应当|应|要|须|将|负责(?!人|同志)|牵头|会同))'
)
_OF_BUREAU = re.compile(f"[{HAN}]{{2,10}}(?:[处科]|支队|大队|办公室|办)$")  # 综合处, 双打办
_SEES_TO_ALL = re.compile(  # to the plan, not to an item: 市政府督查室将适时督办
    f"[{HAN}]{{2,12}}督[查察办][{HAN}]?(?:将|会)"
)
_WINDOW = 80


def named_duties(flat: str, body: int) -> tuple[Duty, ...]:
    """What the sentence from ``body`` on tells units by name to do, in reading order."""
    stop = flat.find(STOP, body)
    sentence = flat[body : stop if stop >= 0 else len(flat)]
    later = flat[body + len(sentence) + 1 :]
    alone = not any(begins_duty(each[0][:_WINDOW]) for each in SENTENCE.finditer(later))
    found = (duty for part in _parts(sentence) for duty in _of_part(part, alone))
    return tuple(dict.fromkeys(found))


def _parts(sentence: str) -> Iterator[str]:
    """The words from each place on where somebody may be told something."""
    for match in _TOLD.finditer(sentence):
        yield sentence[match.start("names") : match.start("names") + _WINDOW]


def _of_part(part: str, alone: bool) -> tuple[Duty, ...]:
    """The duties of a part where the first of them is told by name; departments ``alone`` are."""
    duties = read_prose(part)
    named = duties and _is_one(duties[0].unit, alone) and not _SEES_TO_ALL.match(part)
    return duties if named else ()


def _is_one(name: str, alone: bool) -> bool:
    known = is_office(name) or (alone and is_department(name))
    return known or has_place(name) or bool(_OF_BUREAU.match(name))
