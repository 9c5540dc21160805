"""The phrases that say until when, each kind with how its day is read."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter

from shuangda_desktop.plan.measures.dates import HAN_DIGIT, SMALL, YEAR
from shuangda_desktop.plan.measures.due_days import (
    LAST_OF_FEASTS,
    ReadDay,
    day_after_issue,
    day_of,
    eve_of,
    five_years_end_of,
    half_of,
    later_year_end_of,
    middle_of,
    month_of,
    quarter_of,
    range_end_of,
    year_end_of,
)

_SURELY = "(?:按[期时]|如期|正式|全面|全部|基本)?"  # 9月按期投产
_BY = f"(?:之前|以前|前(?![后期述款列])|止|{_SURELY}(?:完成|报送|到位|建成|实现|办结|上报|截止|投入使用|启用|竣工|验收|(?:投用|投产|投运)(?!的?(?:企业|项目|工程|电站|市场))))"
_Y = rf"(?:(?P<y>{YEAR[3:-1]}|今|明|次|翌|本|当)\s?年(?:度)?)"
_LAST_OF_YEARS = rf"\d{HAN_DIGIT[1:-1]}今明次翌本当"
_M = rf"(?P<m>{SMALL})\s?月(?:份)?"
_PART = "(?P<part>底|末|上旬|中旬|下旬|初)"
_TO = "[-\u2014\u2013~至到]{1,2}"
_AFTER_NUMBER = "(?<![一二两三四五六七八九十\\d每上去几多半近周少青成中老童]年)"
# The first of several days before one 前: 6月20日、11月20日前
_MONTHS_BY = rf"(?=(?:(?:、|和|及|以及){SMALL}月(?:份|底)?){{1,4}}{_BY})"
_WEEKDAY = "(?:\\((?:(?:星期|周)[一二三四五六日天]|含(?:[当本]日|当天)?)\\))?"
_HOUR = "(?:[上下]午)?(?:\\d{1,2}(?:[时点]|:\\d\\d)|下班|中午)?"
_EVENT = "(?:(?:[春秋]季)?(?:学期)?开学|入汛|主?汛期|供[暖热]|国庆|元旦|放假)"  # 9月1日开学前
# a day with the name that it has: 3月15日消费者权益日前, 6月14日“关爱日”之前
_NAMED_DAY = (
    '(?:是|的)?["\u201c]?(?:(?![至到起在于开举组进并完后每当要求会检])[\u4e00-\u9fff]){2,14}(?<!工作)(?<!.[节假])[日节]["\u201d]?'
    "(?:到来)?(?:之|以)?前(?![后期夕述款列往来置\\d一二两三四五六七八九十几半数]|提(?!交))"
)
_NO_OTHER_YEAR = "(?<![较比\\d十])(?<![去上]年)(?<![较比]\\d{4}年)"  # 较去年3月15日消费者权益日前
# a day on which something was held, is not held or is held by others is none
_EVENT_HELD = (
    "(?![^,;\u3002]{0,8}(?:[未不如]|[省县委府部]))[^,;:、\u3002前]{0,16}"
    "(?:举[办行]|召开|发布|销毁)(?!了|过|以来)(?![^,;\u3002]{0,20}(?:[的后了过]|发现|期间))"
)
_BARE_DAYS_BY = "(?=(?:[、和及]\\d{3,4}日){1,4}前)"  # 615日、1215日前: the sign for month was lost
_DAYS_BY = rf"(?=(?:(?:、|和|及|以及)(?:20\d\d年)?{SMALL}月{SMALL}日){{1,4}}{_BY})"
# 3月和9月各开展一次: each of the months has its own
_EACH_TIME = "(?:各|分别)(?:[开进组召举检抽集安完报督巡][\u4e00-\u9fff]|[一1](?:次|轮|期|场|批))"
_EACH_MONTH = rf"(?=(?:(?:、|和|及|以及){SMALL}月份?){{0,4}}{_EACH_TIME})"
_EACH_QUARTER = rf"(?=(?:(?:、|和|及|以及)第?[1-4一二三四]季度){{0,3}}{_EACH_TIME})"
_EACH_HALF = rf"(?=(?:(?:、|和|及|以及)下半年)?{_EACH_TIME})"
_AIM = "(?:达到?|提高到|提升到|不低于|不少于|超过|稳定在|保持在|降到|控制在)"  # 2025年覆盖率达到80%
_THOSE = "(?:并[^,;\u3002]{1,12})?的"  # 2026年建成并通过验收的站点 tells which
# no other year or figure may end right before: 较2025年6月达到的, 去年6月, 上年同期5月
_NO_YEAR = "(?<![较自从由至截止年\\s\\d一二三四五六七八九十-])(?<!年度)(?<!同期)(?<![^占]比)"
_ISSUED = "(?:印发|发布|下发|实施|施行|公布|发文|发出)"
_TERM = "(?P<n>\\d{1,4}|[一二两三四五六七八九十]{1,3})(?P<unit>个工作日|个月|日|天)(?:之|以)?内"
# the words that phrases hold, with what else each needs beside them: few patterns are tried in vain
_TWO_MONTHS = "月(?=[^月]{1,18}月)"
_OF_MONTHS = "月(?:(?<=[-\u2014\u2013~至到].月)|(?<=[-\u2014\u2013~至到]..月))"  # 5至9月
_OF_DAY = rf"月(?=份?{SMALL}\s?日)"
_OF_PART = "月(?=份?[底末上中下])"
_OF_AIM = "月(?=[达提不超稳保降控])"
_OF_EACH = "月(?=份?[、和及以各分])"
_OF_MONTH = rf"年(?=度?{SMALL}\s?月)"
_NAMED = f"年(?:(?<=[{_LAST_OF_YEARS}].)|(?<=[{_LAST_OF_YEARS}]\\s.))"
_KINDS: tuple[tuple[re.Pattern[str], ReadDay, str], ...] = tuple(
    (re.compile(pattern), read, word)
    for pattern, read, word in (
        (
            rf"{_Y}?(?P<m1>{SMALL})\s?月(?:{SMALL}日)?(?:份|底|初|末|上旬|中旬|下旬)?{_TO}"
            rf"(?:(?P<y2>{YEAR[3:-1]}|[明次翌])\s?年)?(?P<m2>{SMALL})月(?:(?P<d2>{SMALL})日)?(?:底|末|(?P<part2>[上中]旬))?",
            range_end_of,
            _TWO_MONTHS,
        ),
        (
            rf"{_Y}?(?<!\d)(?P<m1>{SMALL}){_TO}(?P<m2>{SMALL})月(?P<y2>(?!))?(?P<d2>(?!))?(?:份|底|末|(?P<part2>[上中]旬))?",
            range_end_of,
            _OF_MONTHS,
        ),
        (  # 2027年春节前(1月28日前): the year stands before the feast
            rf"{_Y}[\u4e00-\u9fff]{{2,6}}前\({_M}(?P<d>{SMALL})\s?日(?:之|以)?前?\)",
            day_of,
            _OF_DAY,
        ),
        (
            rf"{_Y}?{_M}(?P<d>{SMALL})\s?日{_WEEKDAY}{_HOUR}(?:{_EVENT}?{_BY}|{_DAYS_BY})",
            day_of,
            _OF_DAY,
        ),
        (
            rf"{_NO_OTHER_YEAR}{_Y}?{_M}(?P<d>{SMALL})\s?日{_NAMED_DAY}",
            day_of,
            _OF_DAY,
        ),
        (
            rf"(?<=[于在、])(?P<y>(?!))?(?P<m>1[0-2]|[1-9])(?P<d>[0-3]\d)日(?:(?:之|以)?前|{_BARE_DAYS_BY})",
            day_of,
            "日(?<=\\d\\d\\d.)",
        ),
        (
            rf"{_Y}?{_M}(?P<d>[12]\d|3[01]|[1-9])(?:之前|以前|前(?![后置期夕端述沿台\d]|提(?![交供出请报])))",
            day_of,
            "月(?=\\d)",
        ),
        (
            rf"(?:截止|期限|时限|不晚于|不迟于|截至)[^,\u3002;]{{0,4}}?{_Y}?{_M}(?P<d>{SMALL})\s?日",
            day_of,
            _OF_DAY,
        ),
        (rf"(?<=前\()(?P<y>(?!))?{_M}(?P<d>{SMALL})\s?日(?=\))", day_of, _OF_DAY),
        (rf"(?:起至|[到至]{_Y}){_M}(?P<d>{SMALL})\s?日", day_of, _OF_DAY),
        (rf"{_Y}?{_M}{SMALL}\s?日{_TO}(?P<d>{SMALL})\s?日", day_of, _OF_DAY),
        # the sign for year was lost: 20265月底前
        (
            rf"(?<!\d)(?P<y>20\d\d)(?P<m>1[0-2]|[1-9])月(?:份)?{_PART}?{_BY}",
            month_of,
            "月(?<=\\d{5}.)",
        ),
        (rf"{_Y}?{_M}{_PART}?(?:{_BY}|{_MONTHS_BY})", month_of, "月"),
        (rf"{_NO_YEAR}{_Y}?{_M}(?P<part>(?!))?(?={_AIM}\d)", month_of, _OF_AIM),
        (
            rf"{_Y}?{_M}(?P<part>底|末|上旬|中旬|下旬)(?!{_TO}年[底末])",
            month_of,
            _OF_PART,
        ),
        (rf"{_Y}?{_M}(?P<part>(?!))?{_EACH_MONTH}", month_of, _OF_EACH),
        (rf"{_Y}(?P<m>1[0-2]|[1-9])(?P<part>底)(?:之|以)?前", month_of, "底(?<=\\d.)"),
        (rf"[到至于]{_Y}{_M}{_PART}?(?!{SMALL}\s?日)", month_of, _OF_MONTH),
        (rf"(?<=[到至]){_Y}?{_M}(?P<part>(?!))?(?=结束|为止)", month_of, "月(?=份?[结为])"),
        (
            rf"{_Y}?第?(?P<q>[1-4一二三四])季度(?:末|底|结束(?:之|以)?前|{_BY}|{_EACH_QUARTER})",
            quarter_of,
            "季度",
        ),
        (rf"{_Y}?(?<![A-Za-z])Q(?P<q>[1-4])(?:末|底|内(?![部容网设])|{_BY})", quarter_of, "Q"),
        (
            rf"{_Y}?(?P<half>[上下])半年(?:{_BY}|底|末|内|结束(?:之|以)?前|{_EACH_HALF})",
            half_of,
            "半年",
        ),
        (rf"(?:到|至|力争|争取){_Y}(?:底|末|年底)?", year_end_of, _NAMED),
        (rf"{_Y}(?:底|末|内(?!容)|年底|年内|年末){_BY}?", year_end_of, _NAMED),
        (rf"年{_AFTER_NUMBER}(?P<y>(?!))?(?:底|末|内(?!容)){_BY}?", year_end_of, "年"),
        (rf"{_Y}中(?:之|以)?前(?![后期])", middle_of, "年中"),
        (
            rf"(?P<y>(?!))?(?<![一二两三四五六七八九十\d每上去几多半近周少青成老童全当历整])年中(?:{_BY}|开展|组织|召开|进行)",
            middle_of,
            "年中",
        ),
        (
            rf"(?<![、和及与旦节秋午明双])(?:{_Y})?[\"\u201c]?(?P<feast>五一|劳动|六一|儿童|高考|七一|八一|教师|国庆|(?<![一二三四五六七八九十第双])十一|元旦)[\"\u201d]?(?:国际)?(?:劳动|儿童)?(?:建军|建党)?(?:节|长?假期?)?(?:到来)?(?:之|以)?前(?![后期夕]|\((?!1月){SMALL}月{SMALL}日前?(?:\)|$))",
            eve_of,
            f"前(?:(?<={LAST_OF_FEASTS}.)|(?<={LAST_OF_FEASTS}[之以].))",
        ),
        (
            r"(?P<y>20\d\d)(?P<s>[.\-/])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?:之|以)?前(?![后期])",
            day_of,
            "前(?:(?<=\\d.)|(?<=\\d[之以].))",
        ),
        (  # 9月1日在会议中心举办启动仪式
            rf"(?<![^,;:\u3002])[在于]?{_Y}?{_M}(?P<d>{SMALL})\s?日(?:[上下]午)?(?=,?{_EVENT_HELD})",
            day_of,
            _OF_DAY,
        ),
        (rf"{_Y}{_BY}(?!{_THOSE})", year_end_of, _NAMED),
        (rf"(?<![^,;:\u3002]){_Y}(?=[\u4e00-\u9fff]{{2,16}}?{_AIM}\d)", later_year_end_of, _NAMED),
        # 达标率2026年达到80%、2027年达到100%
        (
            rf"(?<=[率数量面例重]){_Y}(?={_AIM}\d[^,;\u3002]{{0,8}}[、,]20\d\d年{_AIM}\d)",
            year_end_of,
            _NAMED,
        ),
        (rf"(?<=[率数量面例重、]){_Y}(?={_AIM}\d)", later_year_end_of, _NAMED),
        (
            '["\u201c]?(?P<plan>十[一二三四五六]五)["\u201d]?(?:规划)?(?:期间|时期|期末|末|结束)',
            five_years_end_of,
            "五",
        ),
        (
            f"{_ISSUED}之日起{_TERM}",
            day_after_issue,
            "之日起",
        ),
        (
            f"本(?:通知|方案|意见|要点|计划|办法|文件)?{_ISSUED}之?后{_TERM}",
            day_after_issue,
            "后(?=\\d)",
        ),
    )
)
# kinds in a row that look for the same word
_BY_WORD = tuple((word, tuple(kinds)) for word, kinds in groupby(_KINDS, key=itemgetter(2)))
_WORDS = {word: re.compile(word) for word, _ in _BY_WORD}
Windows = Mapping[str, Sequence[tuple[int, int]]]
# A period in which a deed is placed, without 前 or 底: it is to be done by its end.
_PERIOD = re.compile(
    rf"(?:(?<![^,;:\u3002])[在于]?|(?<=于)|(?<=确保)|(?<=力争)|(?<=争取)|(?<=[^月日份底末度年]、)){_Y}?(?:(?P<half>[上下])半年|第?(?P<q>[1-4一二三四])季度|(?<![-\u2014~至到])(?P<m>{SMALL})月(?P<part>)份?),?"
    "(?=[\u4e00-\u9fff]{2})(?!工作|开学之?前|(?<![月份])[总小]结|[总小]结(?![,;\u3002、]|$)|任务|计划|重点|情况|数据|经济|报表|报告|的|以来|以后|[和及与至到](?:第?[1-4一二三四]季|[\\d一二三四五六七八九十]{1,3}月|[上下去]|年|同期))"
)
_IN_TURN = re.compile(r"\d月(?!前)(?:份|底|[上中下]旬)?[\u4e00-\u9fff]{2,10}、")  # 4月摸底、5月检查
_BEFORE, _AFTER = 20, 30  # no phrase reaches farther from its word


def periods_in(text: str, windows: Windows) -> Iterator[re.Match[str]]:
    """The periods in which a deed is placed, by their words in turn."""
    for word in ("季度", "半年", "月"):
        for start, end in windows[word]:
            for match in _PERIOD.finditer(text, start, end):
                if word in match[0] and _is_placed(match):
                    yield match


def _is_placed(match: re.Match[str]) -> bool:
    """Whether a period begins what is said, or stands in a row of deeds of which each has its own."""
    text, at = match.string, match.start()
    row = text[max(0, at - _BEFORE) : at] if text.endswith("、", 0, at) else ""
    return not row or any(found.end() == len(row) for found in _IN_TURN.finditer(row))


def reader_of(match: re.Match[str]) -> tuple[ReadDay, int]:
    """How the end of a period is read, and how many months before it belong to it."""
    if match["m"]:
        return month_of, 0
    return (half_of, 5) if match["half"] else (quarter_of, 2)


def windows_in(text: str) -> Windows:
    """Around each place of a word that phrases hold, by the word: no phrase lies elsewhere."""
    return {
        word: _stretches(text, pattern) if word[0] in text else ()
        for word, pattern in _WORDS.items()
    }


def _stretches(text: str, word: re.Pattern[str]) -> list[tuple[int, int]]:
    """The stretches around each place of a word."""
    found: list[tuple[int, int]] = []
    for place in word.finditer(text):
        at = place.start()
        start, end = max(0, at - _BEFORE), at + _AFTER
        if found and start <= found[-1][1]:
            start = found.pop()[0]
        found.append((start, end))
    return found


def phrases_in(text: str, windows: Windows) -> Iterator[tuple[re.Match[str], ReadDay]]:
    """The phrases of each kind in turn, and how they are read."""
    for word, kinds in _BY_WORD:
        for pattern, read, _ in kinds if windows[word] else ():
            for start, end in windows[word]:
                for match in pattern.finditer(text, start, end):
                    yield match, read
