"""Rule: pinyin in brackets after a character, put there by web sites.

A syllable with a tone mark is always a gloss. One without is a gloss only as the reading of a
neutral-tone particle, or on a page that glosses many characters so: an author's own "(app)" stays.
"""

import re
from collections.abc import Iterable, Iterator

from shuangda_desktop.text.chars import HAN, LPAREN, RPAREN, SPACE
from shuangda_desktop.text.mapped import Edit, Span

RULE = "glosses"
TONES = "āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜüńňǹḿ\u0300\u0301\u0304\u0308\u030c"
LETTERS = f"a-z\u0251\u0261{TONES}"
_LEFTOVER = r"a-zA-Z?\uff1f@^_`|~{}\[\]\\"  # what byte-shifted characters may end in
_CLOSE = f"[{SPACE}]{{0,3}}[{RPAREN}]"
_GAP = f"{SPACE}\n"  # a page may break its lines inside a gloss


def _opened(before: str, gap: str) -> str:
    """An opening bracket, behind up to three blanks and one of these characters.

    It begins with its first character: a search for what stands before it would look at each of a text.
    """
    first = f"[{gap}{LPAREN}](?<=[{before}][{gap}{LPAREN}])"
    return f"{first}(?:(?<=[{LPAREN}])|(?<=[{gap}])[{gap}]{{0,2}}[{LPAREN}])[{gap}]{{0,3}}"


_TONED = re.compile(
    f"{_opened(HAN + _LEFTOVER, _GAP)}"
    f"(?=[a-z\u0251\u0261{_GAP}]{{0,7}}[{TONES}])(?:[{LETTERS}][{_GAP}]?){{1,8}}[{_GAP}]{{0,3}}[{RPAREN}]"
)
_BARE = re.compile(f"{_opened(HAN, SPACE)}([a-z]{{1,6}}){_CLOSE}")
_SYLLABLE = re.compile(
    "(?:[zcs]h?|[bpmfdtnlgkhjqxryw])?"
    "(?:i?ang?|i?ong|u?ai|ei|i?ao|ou|[eiu]ng?|uang?|ueng?|i[aeu]|u[aeio]|ve|er|[aeiouv])"
)
_NEUTRAL = {
    "了": "le", "的": "de", "地": "de", "得": "de", "着": "zhe", "著": "zhe", "们": "men", "們": "men",
    "么": "me", "麼": "me", "子": "zi", "个": "ge", "個": "ge", "过": "guo", "過": "guo", "头": "tou",
    "頭": "tou", "呢": "ne", "吧": "ba", "吗": "ma", "嗎": "ma", "里": "li", "裏": "li", "裡": "li",
}  # fmt: skip
_ANY = re.compile(f"[{LPAREN}][{SPACE}]{{0,3}}[{LETTERS}]")
_MANY = 3  # characters glossed without tones before a page counts as one that does so


def remove_glosses(text: str) -> Iterable[Edit]:
    """Edits that take pinyin glosses out of the text."""
    if not _ANY.search(text):
        return []
    toned = [Edit(Span(*found.span()), "", RULE) for found in _TONED.finditer(text)]
    return toned + list(_bare_glosses(text))


def _bare_glosses(text: str) -> Iterator[Edit]:
    found = [m for m in _BARE.finditer(text) if _SYLLABLE.fullmatch(m[1])]
    glossed_page = len({text[m.start() - 1] for m in found}) >= _MANY
    for match in found:
        if glossed_page or _NEUTRAL.get(text[match.start() - 1]) == match[1]:
            yield Edit(Span(*match.span()), "", RULE)
