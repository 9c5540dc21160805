"""Marks that tell who leads, as a note explains: 标*的为牵头单位,未标的为配合单位.

The marks beside names become signs of roles before a text is read; places stay.
"""

import re
from collections.abc import Set
from dataclasses import dataclass
from typing import cast

from shuangda_desktop.plan.model import Role
from shuangda_desktop.text.chars import HAN, ROPEN

LEAD_SIGN, HELP_SIGN, ANSWER_SIGN = "\x01", "\x02", "\x03"
SIGNS = {Role.LEAD: LEAD_SIGN, Role.COOPERATING: HELP_SIGN, Role.RESPONSIBLE: ANSWER_SIGN}
ALL_SIGNS = "".join(SIGNS.values())
MARKS = "★☆●○◎▲△■□◆◇√✓✔*#\u203b"
_MARK = f"[{MARKS}]"
_ANY = re.compile(_MARK)
_ROLES = {
    Role.LEAD: ("牵头", "主办", "主责"),
    Role.COOPERATING: ("配合", "协办", "协助", "参与", "参加"),
    Role.RESPONSIBLE: ("责任", "负责", "承办"),
}
_ROLE = f"(?P<{{0}}>{'|'.join(word for words in _ROLES.values() for word in words)})"
_IS = "(?:(?:单位|部门)?(?:均|即)?(?:为|是|表示|代表|指|系|[:\\-=]))"
_LEGEND = re.compile(
    rf"(?P<mark>{_MARK})[\"\u201d]?(?:号|标记|标识|符号)?[的者]?(?:{_IS}|(?:单位|部门)?(?=牵|主|配|协|参|责|负|承)){_ROLE.format('role')}"
    rf"|{_ROLE.format('role2')}(?:单位|部门)?(?:用|以|为|[:(])[\"\u201c]?(?P<mark2>{_MARK})"
)
_NOT = re.compile("(?:未|不|无|没有|非)[^,;、\u3002]{0,6}$")
_REST = re.compile(
    f"(?:其余|其他|其它|(?:未|不)(?:加|带|作|做)?标?[注记识明出]?号?)[的者]?各?{_IS}{_ROLE.format('role')}"
)
_NO_SIGNS = str.maketrans("", "", ALL_SIGNS)
_FAR = 10  # characters between 未 and its mark
_BESIDE = re.compile(  # a mark behind a name or before one
    f"{_MARK}{{1,2}}(?:(?<=[{HAN}{ROPEN}]{_MARK})|(?<=[{HAN}{ROPEN}]{_MARK}{_MARK}))(?=\\s|[、,;:\u3002{ROPEN}|]|$)"
    f"|{_MARK}{{1,2}}(?=[{HAN}])(?:(?<![{HAN}\\w]{_MARK})(?<![{HAN}\\w]{_MARK}{_MARK}))"
)


@dataclass(frozen=True, slots=True)
class Legend:
    """The roles that marks tell, and that of units without one; None where nothing is said of them."""

    roles: dict[str, Role]
    rest: Role | None = None


def role_said(text: str) -> Role | None:
    """The role that a text begins with."""
    return next((role for role, words in _ROLES.items() if text.startswith(words)), None)


def legend_of(text: str) -> Legend:
    """What a text says of marks: ★为牵头单位,○为配合单位."""
    roles: dict[str, Role] = {}
    rest = None
    for found in _LEGEND.finditer(text) if _ANY.search(text) else ():
        role = cast("Role", role_said(found["role"] or found["role2"]))  # one of their words
        if _NOT.search(text, max(0, found.start() - _FAR), found.start()):
            rest = role
        else:
            roles[found["mark"] or found["mark2"]] = role
    others = _REST.search(text) if roles and rest is None else None
    return Legend(roles, role_said(others["role"]) if others else rest)


def tells_marks(text: str) -> bool:
    """Whether a text says what marks mean."""
    return bool(_ANY.search(text) and _LEGEND.search(text))


def with_signs(flat: str, legend: Legend) -> str:
    """The text with the sign of its role for each mark that stands beside a name; places stay."""
    if not legend.roles:
        return flat
    explained = {found.start("mark") for found in _LEGEND.finditer(flat)}
    return _BESIDE.sub(lambda found: _sign(found, legend, explained), flat)


def _sign(found: re.Match[str], legend: Legend, explained: Set[int]) -> str:
    role = legend.roles.get(found[0][0])
    return SIGNS[role] * len(found[0]) if role and found.start() not in explained else found[0]


def has_signs(text: str) -> bool:
    """Whether marks told a role in a text."""
    return any(sign in text for sign in ALL_SIGNS)


def without_signs(text: str) -> str:
    """The text as it is shown: a sign says only how a mark was read."""
    return text.translate(_NO_SIGNS)
