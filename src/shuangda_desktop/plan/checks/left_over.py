"""The words of a measure with all that was read of them blotted out: what is left is to be looked at."""

import re

from shuangda_desktop.plan.model import Measure
from shuangda_desktop.text.chars import HAN, STOP

QUOTED, RHYTHM, DAY = "\1", "\0", "\2"  # what stands for a quotation, a rhythm, a day
_ASIDE = re.compile(  # what quotations, titles and numbers of documents say is no aim
    '[\u300a"\u201c\u3014](?:(?<=\u300a)[^\u300a\u300b]{0,120}\u300b'
    '|(?<=["\u201c])[^"\u201c\u201d]{0,40}["\u201d]|(?<=\u3014)[^\u3015]{0,12}\u3015\\d*)'
    f"|(?<![\\d.])(?:1[0-2]|[1-9])\\.(?:[12]\\d|3[01]|[1-9])(?![\\d个件百千万亿元倍吨公平米亩])(?=[{HAN}]{{0,12}}?(?:[日节周]|晚会|活动|宣传))"  # 4.26世界知识产权日
)
OF_ALL = re.compile(  # before a share: 100%的村, 2/3以上的乡镇 are so many of all
    "(?:^|[,;\u3002]|力争|争取|确保|实现|全[省市县区州])$"
)
_PAST = re.compile(
    "截至|累计(?![^,;]{0,8}(?:达到?|不[少低]于|超过|突破))|(?<![比较于])(?:去年|上年)(?!同期)|(?<![比较于]去年)(?<![比较于]上年)(?<![比较于])同期|(?:已|共(?![享同建治商识有]))[^,;]{0,10}$"
)
_YEAR = re.compile("(?<![比较于])(20\\d\\d)年(?![本版修])")
_NOW = re.compile("今年|本年(?!度)|力争|争取")  # what has been ends here
_LONGEST = 120  # characters of a sentence before a figure that are looked through


def left_over(words: str, measure: Measure) -> str:
    """The narrow words, as long as they were: read times and quotations are other characters now."""
    rest = _ASIDE.sub(lambda match: QUOTED * len(match[0]), words)
    for phrases, blot in ((measure.recurrences, RHYTHM), (measure.deadlines, DAY)):
        for phrase in phrases:
            rest = rest.replace(phrase.text, blot * len(phrase.text))
    return rest


def tells_past(rest: str, at: int, year: int | None) -> bool:
    """Whether the sentence up to a place tells what has been: 2015年共查处…, 截至去年底…."""
    sentence = rest[max(rest.rfind(STOP, 0, at) + 1, at - _LONGEST) : at]
    sentence = _NOW.split(sentence)[-1]
    named = [int(found) for found in _YEAR.findall(sentence)] if year else []
    return bool(_PAST.search(sentence)) or any(each < (year or 0) for each in named)
