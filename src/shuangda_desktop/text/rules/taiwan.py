"""Rule: words of Taiwan that a converter put into a Mainland plan: 網際網路 for 互联网.

Only a Traditional document is looked at. Where it holds two or more different words of that kind the
converter is proved, and its words are put back; one alone may be a name and is left to the clerk.
"""

import re
from collections.abc import Iterable

from shuangda_desktop.text.doubts import Doubt
from shuangda_desktop.text.mapped import Edit, Span
from shuangda_desktop.text.punctuation import widen
from shuangda_desktop.text.rules.script import is_traditional

RULE = "taiwan"
_WORDS = {
    "網際網路": "互联网",
    "智慧財產權": "知识产权",
    "智慧財產": "知识产权",
    "行動電話": "移动电话",
    "伺服器": "服务器",
    "資料庫": "数据库",
    "軟體": "软件",
    "硬體": "硬件",
    "行動硬碟": "移动硬盘",
    "硬碟": "硬盘",
    "光碟": "光盘",
    "電子資料": "电子数据",
    "入口網站": "门户网站",
    "人工智慧": "人工智能",
    "巨量資料": "大数据",
    "網路": "网络",
    "程式": "程序",
    "資訊": "信息",
    "訊息": "信息",
    "數位": "数字",
    "視訊": "视频",
    "連結": "链接",
    "計畫": "计划",
    "通訊": "通信",
    "最佳化": "优化",
    "智慧化": "智能化",
    "腳踏車": "自行车",
    "非法新增": "非法添加",
    "作業系統": "操作系统",
    "叢集": "集群",
    "列印": "打印",
    "聯絡人": "联系人",
    "聯絡電話": "联系电话",
    "支援": "支持",
}
_PLAIN = {
    "支援",
    "通訊",
    "電子資料",
    "光碟",
    "聯絡人",
    "聯絡電話",
    "列印",
}  # the Mainland says them too
# the words come first: a search can pass over all characters that begin none
CUE = re.compile(
    f"(?:{'|'.join(_WORDS)})(?<!方程式)(?<!對口支援)(?:(?<!軟體)|(?![動家]))(?:(?<!通訊)|(?![錄員社]))"
)
_FEWEST = 2
_EVIDENCE = "“{}”是台湾用语,可能是网站转换字体时换上的,原文应为“{}”。"


def restore_words(text: str) -> Iterable[Edit]:
    """Edits that put the Mainland's words back where a converter is proved."""
    found = _found(text)
    if len({match[0] for match in found} - _PLAIN) < _FEWEST:
        return []
    return [Edit(Span(*match.span()), _WORDS[match[0]], RULE) for match in found]


def doubt_words(text: str) -> Iterable[Doubt]:
    """The one word of Taiwan in a document, which may be a name."""
    for match in (match for match in _found(text) if match[0] not in _PLAIN):
        word = _WORDS[match[0]]
        yield Doubt(RULE, Span(*match.span()), (word,), widen(_EVIDENCE.format(match[0], word)))


def _found(text: str) -> list[re.Match[str]]:
    found = list(CUE.finditer(text))
    return found if found and is_traditional(text) else []
