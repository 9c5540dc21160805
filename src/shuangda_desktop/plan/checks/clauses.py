"""Duty clauses that were read in part: names and roles that the words hold and the duties lack.

Independent of how clauses are read: they are cut at every mark, and what can be nothing but a unit, or
says that somebody leads or helps, has to be among the duties.
"""

import re
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from functools import lru_cache

from shuangda_desktop.plan.duties.marked import MARKS
from shuangda_desktop.plan.duties.unit_names import is_surely_unit, looks_like_unit
from shuangda_desktop.plan.duties.units_list import split_units
from shuangda_desktop.plan.duties.verbs import IF, OF_SOME
from shuangda_desktop.plan.model import Duty, Role
from shuangda_desktop.text.chars import LOPEN, ROPEN
from shuangda_desktop.text.punctuation import narrow

_CUT = re.compile(
    f"[、,;:/+\u3002\\s{LOPEN}{ROPEN}]+|(?<=[局厅委办部院社会府署关位门等心道场、])(?:以及|及|和|与)|由|(?:联合|协同|联同|商请)(?=[省市县区州盟旗师各])|(?<=[局委办部院会厅])会?商(?![务业会标品贸检事])|等(?=和|与|及|以及|$)"
)
_JOINT = re.compile("^(?:以及|及|和|与)")
_VERB = re.compile(
    "(?:按照?|依)?(?:职责|职能)?(?:分工)?(?:分别|共同|具体|各自)*(?:牵头|负责|配合|协助|参与|参加|协办|主办|承办|落实|实施|会同|指导|组织|督导|承担).*$"
)
_KEY = re.compile("(?:单位|部门|时限|时间|期限|处室|科室|机构|主体)$")
_LEADS = re.compile("牵头(?!领导|人)|主办(?!科室|处室|人)")
_HELPS = re.compile("配合(?!度)|协助|协办(?!公)")
_ANY_VERB = re.compile("牵头|负责|配合|协助|协办|参与|参加|主办|承办|会同|落实")
_HELPING = frozenset(("配合", "协助", "协办", "参与", "参加"))
_VALUED = re.compile(
    "(?:单位|部门|领导|时限|科室|处室)[):\u3015]|(?:牵头|配合|负责|责任|主办|协办):"
)
_WHOLE_KEY = re.compile("([\u4e00-\u9fff]{2,12}(?:单位|部门|时限|时间|期限)):")
_EMPTY_KEY = re.compile(f"[;,、\u3002{LOPEN}]\\s?:")
_AROUND = f"{LOPEN}{ROPEN}\u3002;, "
_LONGEST_TAIL = 60


def unread_in(clause: str, duties: Sequence[Duty]) -> str:
    """The first words of a clause that no duty was made of; "" where all were read."""
    flat = narrow(clause)
    read = "、".join([f"{duty.unit}、{duty.scope or ''}" for duty in duties]).replace(" ", "")
    for name in _names(flat):
        if name not in read:
            return name
    return next(_roles(flat, {duty.role for duty in duties}), "")


def _names(flat: str) -> Iterator[str]:
    for piece in _CUT.split(flat):
        name = _name_in(piece)
        if name:
            yield name


@lru_cache(maxsize=1024)  # the clauses of a plan name the same units again and again
def _name_in(piece: str) -> str:
    """What can be nothing but a unit in a piece between two marks; "" for none."""
    name = _VERB.sub("", _JOINT.sub("", piece)).strip(MARKS)
    return name if len(name) > 2 and is_surely_unit(name) and not _KEY.search(name) else ""


def _roles(flat: str, roles: set[Role]) -> Iterator[str]:
    for role, words in ((Role.LEAD, _LEADS), (Role.COOPERATING, _HELPS)):
        said = None if role in roles else words.search(flat)
        if said:
            yield said[0]


def without_verb(clause: str) -> str:
    """Units that stand behind the last verb of a narrow clause, which tell no role: A牵头,B; "" for none."""
    flat = clause.strip(_AROUND)
    last = deque(_ANY_VERB.finditer(flat), maxlen=1)
    tail = flat[last[0].end() :].strip(_AROUND) if last and not _VALUED.search(flat) else ""
    names = split_units(tail).names if 1 < len(tail) <= _LONGEST_TAIL else ()
    return tail if names and all(map(is_surely_unit, names)) else ""


def only_helpers(clause: str, duties: Sequence[Duty]) -> bool:
    """Whether a narrow clause says only who helps, though others answer: A、B,C配合."""
    if not any(duty.role is Role.RESPONSIBLE for duty in duties) or ":" in clause:
        return False
    verbs = set(_ANY_VERB.findall(clause))
    parts = [part.strip(_AROUND) for part in re.split("[,;\u3002]", clause)]
    return bool(verbs) and verbs <= _HELPING and any(map(looks_like_unit, parts))


def key_twice(clauses: Sequence[str]) -> str:
    """The first key that stands twice in what was read from the key lines of a measure; "" for none."""
    keys = Counter(key for clause in clauses for key in _WHOLE_KEY.findall(narrow(clause)))
    return next((key for key, times in keys.items() if times > 1), "")


def conditional(clause: str) -> str:
    """The condition under which a narrow clause names a unit: 县区没有机构的; "" for none."""
    parts = [part.strip(_AROUND) for part in re.split("[,;\u3002]", clause)]
    pairs = zip(parts, [*parts[1:], ""], strict=True)
    return next((one for one, two in pairs if IF.match(one) and not OF_SOME.fullmatch(two)), "")


def has_empty_key(clause: str) -> bool:
    """Whether a colon stands in a narrow clause without a key before it."""
    return bool(_EMPTY_KEY.search(clause))
