"""Rule: radicals and compatibility forms where the characters are meant: PDFs copy out so.

A font draws a character and the radical that looks like it with one glyph, and some programs write the
radical into the table that says what a glyph is. The text looks right and no word of it is found.
"""

import re
import unicodedata
from collections.abc import Iterable

from shuangda_desktop.text.mapped import Edit, Span

RULE = "radicals"
_RADICALS = str.maketrans(  # those of CJK Radicals Supplement that are whole characters
    "\u2e9f\u2ea0\u2e9d\u2e9c\u2ebc\u2ec1\u2ec3\u2ec4\u2ec5\u2ec6\u2ec7\u2ec9\u2ecb\u2ed1\u2ed2"
    "\u2ed3\u2ed4\u2ed7\u2ed8\u2ed9\u2eda\u2edb\u2edc\u2edd\u2ede\u2edf\u2ee1\u2ee2\u2ee3\u2ee4"
    "\u2ee5\u2ee6\u2ee7\u2ee8\u2ee9\u2eec\u2eee\u2ef0\u2ef3\u2eab\u2eae\u2eb6\u2eb7\u2eb8\u2ea9"
    "\u2e8a\u2e92\u2e9e\u2e8e\u2eeb\u2eed\u2eef\u2ef2\u2ef1\u5dff",
    "母民月日肉虎西西见角角贝车長长长门雨青韦页风飞食食食首马骨鬼鱼鸟卤麦黄齐齿龙龟目竹羊羊羊王"
    "卜巳歹兀斉歯竜亀龜市",  # the last is an apron, which looks like 市 and is in no plan
)
_FORMS = re.compile("[\u2e80-\u2fd5\uf900-\ufaff\u5dff]")


def characters_for(text: str) -> str:
    """The text with the characters that such forms stand for; each is one for one."""
    return _FORMS.sub(_character, text)


def restore_characters(text: str) -> Iterable[Edit]:
    """Edits that put the characters in the place of such forms."""
    return [
        Edit(Span(*found.span()), new, RULE)
        for found in _FORMS.finditer(text)
        if (new := _character(found)) != found[0]
    ]


def _character(found: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", found[0]).translate(_RADICALS)
