"""Whether the text of a page is what the page shows: a font may tell wrong characters, or none.

A font whose table of characters is missing or false gives a text that looks like one to a program.
What is right is full of common characters and of words that official papers cannot do without.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from shuangda_desktop.errors import SourceError
from shuangda_desktop.sources.common_han import COMMON
from shuangda_desktop.sources.pages.scanned import NeedsRecognitionError, can_recognise
from shuangda_desktop.text.chars import HAN
from shuangda_desktop.text.punctuation import widen
from shuangda_desktop.text.rules.script import to_traditional

_MOST_LOST = 0.2  # of the characters
_FEWEST = 40  # characters that a judgement needs
_FEWEST_HAN = 0.1  # of the characters of a paper in Chinese
_FEWEST_COMMON = 0.5  # of the Han; plans have 0.88 to 0.96, chance 0.04
_LONG = 200  # Han, among which one of the words stands for certain; plans have some 10 in a hundred
_WORDS = (
    "工作|开展|加强|管理|市场|部门|单位|组织|实施|建立|推进|制度|责任|监督|检查|重点|产品|企业|服务|建设|落实|保护|"
    "发展|社会|完善|规范|行政|公安|人民|政府|安全|治理|关于|通知|方案|附件|负责|配合|完成|会议|指导|信息|以上|以下|"
    "年度|月底|有关|各级|我市|我省|我县|全市|国家|依法|提高|情况|问题|生产|销售|一个|没有|可以|他们"
)
_NO_SPACE = re.compile(r"\S")
_IS_HAN = re.compile(f"[{HAN}]")
NO_TEXT = (
    "这份PDF里没有文字可取:字是画成线条的,或字体没有文字编码,没有导入。请向发文单位索取Word文件,"
    "或用文字识别软件转成文字后粘贴导入;也可以请管理员装上文字识别组件(shuangda-desktop[ocr]),装好后可直接导入。"
)
_WRONG = (
    "这份PDF的文字取不出来:字体没有文字编码或编码是错的,读出来是乱码,没有导入。"
    "请向发文单位索取Word文件,或用文字识别软件转成文字后粘贴导入;也可以请管理员装上文字识别组件"
    "(shuangda-desktop[ocr]),装好后可直接导入。"
)


def check_legible(texts: Sequence[str]) -> None:
    """Raise where these pages do not say what they show; where it can be recognised, ask for that."""
    if not are_wrong(texts):
        return
    if can_recognise():
        raise NeedsRecognitionError(len(texts))
    raise SourceError(widen(_WRONG))


def are_wrong(texts: Sequence[str]) -> bool:
    """Whether the pages of a document hold gibberish, or hardly a Han character."""
    seen = _seen("".join(texts))
    few = len(_IS_HAN.findall(seen)) < _FEWEST_HAN * len(seen)
    return is_wrong(seen) or (few and len(seen) >= _FEWEST)


def is_wrong(text: str) -> bool:
    """Whether a text cannot be what stands on paper."""
    seen = _seen(text)
    if seen.count("\ufffd") > _MOST_LOST * len(seen):
        return True
    han = _IS_HAN.findall(seen)
    if len(han) < _FEWEST:
        return False
    common = sum(map(_common().__contains__, han))
    return common < _FEWEST_COMMON * len(han) or (len(han) >= _LONG and not _words().search(seen))


def _seen(text: str) -> str:
    return "".join(_NO_SPACE.findall(text))


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    return frozenset(COMMON + to_traditional(COMMON))


@lru_cache(maxsize=1)
def _words() -> re.Pattern[str]:
    return re.compile(f"{_WORDS}|{to_traditional(_WORDS)}")
