"""A clause that only points back to the one before: 牵头单位同上."""

import re

from shuangda_desktop.plan.duties.verbs import Reading
from shuangda_desktop.plan.model import Duty, Role

DITTO = "同上"
_CLAUSE = re.compile(
    "^(?:(?P<role>牵头|主办|配合|协办|责任|负责)(?:单位|部门):?)?\\s?同上[\u3002;]?$"
)
_ROLES = {"牵头": Role.LEAD, "主办": Role.LEAD, "配合": Role.COOPERATING, "协办": Role.COOPERATING}


def read_ditto(content: str) -> Reading | None:
    """The clause that says nothing but 同上, with or without a role."""
    found = _CLAUSE.match(content) if DITTO in content else None
    if not found:
        return None
    return Reading((Duty(DITTO, _ROLES.get(found["role"], Role.RESPONSIBLE)),))
