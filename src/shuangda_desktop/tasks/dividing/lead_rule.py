"""The sentence of a plan that says once for all clauses who leads: the unit that is listed first."""

import re

from shuangda_desktop.text.chars import LPAREN, RPAREN, SEMICOLON, STOP

_IN = f"[^{STOP}{SEMICOLON}{LPAREN}{RPAREN}\n]"  # within one sentence
_RULE = re.compile(
    f"{_IN}{{0,16}}(?:排|列|位|名){_IN}{{0,4}}(?:第一|首){_IN}{{0,8}}?(?:为|是|即|作为)"
    f"(?:第一)?(?:牵头|主办|主责|总牵头){_IN}{{0,6}}"
)


def first_leads(text: str) -> str:
    """The rule in the source's own words, "" where the plan has none."""
    found = _RULE.search(text)
    return found[0].strip(" \u3000\uff0c,\u3001") if found else ""
