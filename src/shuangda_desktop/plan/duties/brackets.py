"""Brackets in names of units that lost their partner: closed again, or left out."""

import re

from shuangda_desktop.text.chars import HAN, LOPEN, ROPEN

_OPEN, _CLOSE = re.compile(f"[{LOPEN}]"), re.compile(f"[{ROPEN}]")
_OPEN_PLACES = re.compile(
    "(?<=[省市县区州盟])[(\u3014][市县区旗](?:、[市县区旗]){0,2}(?=(?:人民)?政府(?!办|督|研))"
)
_OPEN_NAME = re.compile(f"(?<=[局委部办厅])\\([{HAN}]{{3,14}}?[局委部办厅社](?=[、,]|$)")


def mended(text: str) -> str:
    """The text with the closing brackets that names lost: 各县(市、区人民政府, A(B、C."""
    text = _OPEN_PLACES.sub(r"\g<0>)", text)
    if len(_OPEN.findall(text)) <= len(_CLOSE.findall(text)):
        return text
    return _OPEN_NAME.sub(r"\g<0>)", text, count=1)


def balanced(name: str) -> str:
    """The name without a bracket that has no partner."""
    opens, closes = (len(re.findall(f"[{kind}]", name)) for kind in (LOPEN, ROPEN))
    if opens > closes:
        return re.sub(f"^[{LOPEN}]+|[{LOPEN}]+$", "", name)
    return re.sub(f"[{ROPEN}]+$", "", name) if closes > opens else name
