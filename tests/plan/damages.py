"""Damage done to a plan's text by chance, one spot each, as it happens on the way to an office."""

import re

from shuangda_desktop.text.chars import LOPEN, ROPEN

_BRACKET = re.compile(
    f"[{LOPEN}]([^{LOPEN}{ROPEN}]*(?:牵头|负责|配合|单位|部门)[^{LOPEN}{ROPEN}]*)[{ROPEN}]"
)
_UNIT = re.compile("[\u4e00-\u9fff]{3,10}(?:局|委|办|院)")


def _cut(text, start, end, new=""):
    return text[:start] + new + text[end:]


def _spot(rng, text, pattern):
    """One match of a pattern, chosen by chance; None where there is none."""
    found = list(re.finditer(pattern, text))
    return rng.choice(found) if found else None


def _inside(rng, text, pattern, new=""):
    """Replace one match of a pattern inside a duty clause."""
    clauses = [match for match in _BRACKET.finditer(text) if re.search(pattern, match[1])]
    if not clauses:
        return None
    clause = rng.choice(clauses)
    found = rng.choice(list(re.compile(pattern).finditer(text, *clause.span(1))))
    return _cut(text, *found.span(), new)


def no_verb(rng, text):
    """负责 or 牵头 is lost."""
    return _inside(rng, text, "负责|牵头(?!单位)")


def no_bracket(rng, text):
    """One bracket of a clause is lost."""
    found = _spot(rng, text, _BRACKET)
    if not found:
        return None
    at = rng.choice((found.start(), found.end() - 1))
    return _cut(text, at, at + 1)


def comma_for_pause(rng, text):
    """A comma where a list goes on."""
    return _inside(rng, text, "、", ",")


def pause_for_comma(rng, text):
    """The mark of a list where a role ends."""
    return _inside(rng, text, ",", "、")


def no_pause(rng, text):
    """Two names in one."""
    return _inside(rng, text, "、")


def no_break(rng, text):
    """A line break is lost."""
    found = _spot(rng, text, r"(?<=[^\n])\n(?=[^\n])")
    return _cut(text, *found.span()) if found else None


def _unit(rng, text):
    """The name of a unit in a clause, chosen by chance; None where there is none."""
    clauses = list(_BRACKET.finditer(text))
    names = [n for clause in clauses for n in _UNIT.finditer(text, *clause.span(1))]
    return rng.choice(names) if names else None


def cut_name(rng, text):
    """A unit's name lost a character."""
    name = _unit(rng, text)
    if name is None:
        return None
    at = rng.randrange(name.start() + 1, name.end())
    return _cut(text, at, at + 1)


def shifted(rng, text):
    """Three characters of a clause became others by a lost byte."""
    clauses = list(_BRACKET.finditer(text))
    if not clauses:
        return None
    clause = rng.choice(clauses)
    at = rng.randrange(clause.start(1), max(clause.start(1) + 1, clause.end(1) - 4))
    raw = text[at : at + 4].encode("gb18030")[1:]
    return _cut(text, at, at + 4, "?" + raw.decode("gb18030", "replace").replace("\ufffd", "?"))


def new_break(rng, text):
    """A line break amid a sentence."""
    found = _spot(rng, text, "(?<=[\u4e00-\u9fff]{6})(?=[\u4e00-\u9fff]{6})")
    return _cut(text, found.start(), found.start(), "\n") if found else None


def foot_line(rng, text):
    """The foot of a page amid a sentence."""
    found = _spot(rng, text, "(?<=[\u4e00-\u9fff]{6})(?=[\u4e00-\u9fff]{6})")
    return _cut(text, found.start(), found.start(), "\n内部资料 注意保存\n") if found else None


def odd_bracket(rng, text):
    """Marks around a clause that are no brackets."""
    found = _spot(rng, text, _BRACKET)
    left, right = rng.choice(("<>", "//", "\u300c\u300d", "  "))
    return _cut(text, *found.span(), f"{left}{found[1]}{right}") if found else None


def odd_verb(rng, text):
    """What a unit does is told in a word that no office uses."""
    return _inside(
        rng, text, "牵头(?!单位)|配合(?!单位)|负责", rng.choice(("抓总", "搭手", "奉头", "负贵"))
    )


def as_above(rng, text):
    """A clause points to the one above in words of its own."""
    found = _spot(rng, text, _BRACKET)
    said = rng.choice(("(责任单位同前项)", "(分工同上一项)"))
    return _cut(text, *found.span(), said) if found else None


def misread(rng, text):
    """A character of a name became one that no name holds."""
    name = _unit(rng, text)
    if name is None:
        return None
    at = rng.randrange(name.start() + 1, name.end() - 1)
    return _cut(text, at, at + 1, rng.choice("\u5182\u56d7\u5c02\u66f0"))


def strange(rng, text):
    """A character of a name, not that of its kind, became a common one, or one came in beside it."""
    name = _unit(rng, text)
    if name is None:
        return None
    at = rng.randrange(name.start(), name.end() - 1)
    return _cut(text, at, at + rng.randrange(2), rng.choice("\u7684\u4e00\u662f\u4e86"))


def no_colon(rng, text):
    """The colon behind a key is lost."""
    found = _spot(rng, text, "(?<=单位|部门):")
    return _cut(text, *found.span()) if found else None


def no_key(rng, text):
    """A key lost a character, or became a word that is none."""
    found = _spot(rng, text, "(?:责任|牵头|配合|参与)(?=(?:单位|部门):)")
    return _cut(text, *found.span(), rng.choice((found[0][1:], "责大", ""))) if found else None


def no_percent(rng, text):
    """The sign of per cent is lost."""
    found = _spot(rng, text, "(?<=\\d)%")
    return _cut(text, *found.span()) if found else None


def no_month(rng, text):
    """The figure of a month, or its word, is lost."""
    found = _spot(rng, text, "\\d{1,2}(?=月)|(?<=\\d)月(?=\\d)")
    return _cut(text, *found.span()) if found else None


def odd_figure(rng, text):
    """A digit became a letter."""
    found = _spot(rng, text, "[01](?=\\d{0,2}[件家个批次场%])")
    return _cut(text, *found.span(), "O" if found[0] == "0" else "l") if found else None


FIGURES = (no_percent, no_month, odd_figure, no_key, no_colon)
DAMAGES = (
    no_verb,
    no_bracket,
    comma_for_pause,
    pause_for_comma,
    no_pause,
    no_break,
    cut_name,
    shifted,
    new_break,
    foot_line,
    odd_bracket,
    odd_verb,
    as_above,
    misread,
    strange,
)
