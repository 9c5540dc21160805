"""Figures in the words of a measure that the reading left over.

Independent of how targets are read: every number with something that is counted behind it has to be one
of the targets, or be said in a way that asks for nothing.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from shuangda_desktop.plan.checks.findings import Drafted, doubt, words_span
from shuangda_desktop.plan.checks.left_over import OF_ALL, RHYTHM, tells_past
from shuangda_desktop.plan.model import Finding
from shuangda_desktop.text.chars import HAN
from shuangda_desktop.text.mapped import MappedText, Span
from shuangda_desktop.text.numerals import to_int

_COUNTED = "[个件次家起场人名项户份期批轮篇条遍册台套张座辆所块只宗例]"
_NUMBER = re.compile(
    r"(?P<value>\d(?<![\d.\-~A-Za-z第类/:\u00b7].)(?<!\d[\u2014\u2013至].)(?<![\u2605\u2606].)(?:\d{0,2}(?:,\d{3}(?!\d)){1,3}|\d{0,8}(?:\.\d{1,4})?))"
    rf"(?=[%\u2030{HAN}])"
    r"(?![年月时号届周岁级版楼折强大比表])"
)
_BOUND = re.compile(
    "(?:不得?超[过出]|不多于|不高于|不得?少于|不得?低于|至少|控制在|稳定在|保持在|达到?|[压缩减短降低增加升高][至到]|突破|超过)$"
)
_NO_FIGURE = re.compile(  # behind a number that no bound stands before
    "[日天米位字]|千伏|分(?!以上|及以上)|个(?:月|工作日|小时)|小时|分钟|工作日|名联络|等[^,\u3002]{0,4}(?:热线|电话)"
)
_LAST_OF_BOUNDS = frozenset("下止刺底住破保逾超过\u2265\u2264><=")
_MAY_BE_MISREAD = re.compile(
    "[oOIlSZB\u4e28\u0417(一二三四五六七八九](?:(?<=[oOIlSZB\u4e28\u0417])|(?<=[(])\\d|(?<=[一二三四五六七八九])[零\u3007一二三四五六七八九])"
)
_MISREAD = re.compile(  # a figure with letters in it, or spelt digit by digit
    "(?<![A-Za-z\\d])(?=\\d{0,4}[oOIlSZB\u4e28\u0417])[\\doOIlSZB\u4e28\u0417]{1,6}(?=[件家个批次场户人名条起份项日月%年所处])"
    f"|[一二三四五六七八九][零\u3007〇][零\u3007〇一二三四五六七八九]?(?={_COUNTED})|[一二三四五六七八九]{{2,3}}[零\u3007〇](?={_COUNTED})"
    f"|[(]\\d{{1,6}}[)](?={_COUNTED})"
)
_YEAR_OR_LINE = re.compile(
    rf"(?:(?:19|20)\d\d|12\d{{3}})(?!{_COUNTED}|[册台套吨块根张只处所])|1(?:1[0249]|2[02])(?=[联热报])"
)  # 2018网络监管, 12315热线, 110联动
_RHYTHM = re.compile("\0[^,;\u3002]{0,8}$")  # 每季度召开1次
_TIMES_BEHIND = ("次", "家次", "户次")
_TIMES = ("次", "轮", "遍")
_HOW_OFTEN = re.compile(  # 每学期至少一次, 至少每两个月一次
    f"(?:每|(?<!{RHYTHM}){RHYTHM}+)[^,;\u3002]{{0,12}}[一二两三四五六七八九十]{{1,3}}$"
)
_NO_AIM = re.compile(
    "(?:最高|最长|可按|给予|(?<!取)得|扣|(?<![削压核递缩])减(?![负税费少轻])|(?<![增参])加(?![油工强快大装])|每(?![百千万十])|分解为)[^,;\u3002]{0,12}$|等$|(?<![比核针面])[在对](?:[^,;\u3002]{0,4}|[^,;\u3002]{0,16}[、和])$"
    "|[周近约之为等名每的于前]$|(?:年产|组成|成立|分[为成])[^,;\u3002]{0,2}$|(?:周边|全[省市县区州国]|[省市县区域范围]内|(?<!元)以上)$"
)
_DONE = re.compile(  # 打通甲路等12条道路, 新增床位3800位: what a deed is done to
    "(?:建成|打通|新建|改造|投用)[^,;\u3002]{1,20}等$|新增[\u4e00-\u9fff]{1,6}$"
)
_THEN_GIVEN = re.compile(  # 到位5000万元以上的,给予奖励: what is given for it
    "[千百]?[万亿]?元(?:以上的?|的),(?:可|一次性|再)?(?:给予|奖励)"
)
_SIZE = re.compile(  # 云溪县北山10万千瓦风电项目: how large a work is, not what is to be made
    "[万亿]?(?:千瓦|兆瓦|吨|立方米)级?[^,;\u3002、\\d]{2,16}(?:项目|工程|电站|电厂|基地|生产线)(?=[,;\u3002、)]|建设|开工|投|$)"
)
_MADE = re.compile(
    "(?:新[建增]|建[成设]|投产|装机|容量|规模|产能|完成|实现|达到?|安装|扩大|形成)[^,;\u3002、\\d]{0,8}$|[,;\u3002]$|^$"
)
_MOST_ALLOWED = re.compile("(?:最高|最长|可按|给予)[^,;\u3002]{0,12}$")
_ABOUT = re.compile(  # 85%提高到95% begins at 85; 30人以下的企业 are those that are meant
    "[^,;\u3002]{1,6}左右|[^,;、\u3002\\d]{0,4}(?:提[高升]|增[加长]|上升|降低?|减少?|下降|压[减缩])[到至为]|[^,;、\u3002\\d]{0,2}(?:[(]含[)])?(?:以[上下内])?的(?!速度|增速|幅度)"
)
_SOME = re.compile(  # 查办案件500件左右: a number to come near to
    "(?:查[办处]|抽[检查]|检查|评选|认定|选[择取]|立案|培训|发布|组织|开展|建[设成立]|培育|新增|完成)[^,;\u3002\\d]{0,12}$"
)
_SOME_BEHIND = re.compile("[^,;\u3002\\d%]{1,3}左右")
_OF_A_RATE = re.compile(  # 4项常规指标抽检合格率达到96%: what the rate is of
    "[^,;\u3002\\d%]{1,40}(?:率|比例|占比|均[\u4e00-\u9fff]{0,3})[^,;\u3002%]{0,8}\\d[\\d.]*%"
)
_HOW_LARGE = re.compile(  # 1000万元以下贷款, 年纳税500万元以上企业: those that are meant
    "[万亿]?(?:元|千瓦|平方米|亩)(?:及?以[上下])(?=[)\u4e00-\u9fff])"
)
_NAMED_WORK = re.compile(  # 重点抓好某厂25万吨某产品等项目: how large a work is tells which it is
    "[万亿]?(?:吨|千瓦|兆瓦|公里|亩|平方米|立方米|标箱)[^,;\u3002]{1,120}?等[^,;\u3002]{0,8}?(?:项目|工程)"
    "|[万亿]?(?:吨|千瓦|兆瓦|公里|平方米)[^,;\u3002\\d]{1,12}(?:扩建|改建|技改|搬迁)(?:项目|工程)"
)
_NEARLY = re.compile("%左右")  # 保持在98%左右 has to be reached, if not to the point
_KEPT = re.compile("(?:[保维]持|稳定|控制|达到?|[到至])在?$")  # 增长6%左右 is a forecast
_COVERED = re.compile(  # 覆盖全市80%的市场, 达到总数的80%
    "(?:覆盖(?!率|面)|完成)[^,;\u3002]{0,8}$|(?:达到?|不[低少小]于|超过)[^,;\u3002\\d]{1,16}的$"
)
_ARE_MEANT = re.compile("%(?:以上)?的")
_ABOUT_WHICH = re.compile("(?:聚焦|围绕|对照|依托|根据|按照)[^,;\u3002]{0,16}$")
_BARE = re.compile(  # 办结率达到95以上, 覆盖率100。
    "(?:(?:率|覆盖面|比例|占比|比重)[^,;\u3002\\d]{0,8}|不得?[低少高多]于|不得?超[过出]|达到?|增[长加]|下降|提[高升][到至]?|压减)\\d{1,5}(?:\\.\\d{1,4})?(?=[,;\u3002的]|、(?!\\d)|、\\d{1,2}月|以[上下内]|$)"
)
_SINCE_A_DEED = "之日起"  # 之日起20个工作日内公开
_BOTH = re.compile(
    "率(?:[和与及]|以及|、)[^,;\u3002\\d]{1,20}率[^,;\u3002\\d]{0,2}均[^,;\u3002\\d]{0,5}(\\d{1,3}(?:\\.\\d{1,3})?)%"
)
_NEAR = 24  # characters before a number that say what it is
_IN_WORDS = re.compile(f"[一二两三四五六七八九十百千]{_COUNTED}")
_WORDED = re.compile(
    f"(?:不得?少于|不得?低于|至少[^,;\u3002]{{0,4}}?|不得?超过)(?P<bound>[一二两三四五六七八九十百千]{{1,5}})(?={_COUNTED})"
    f"|(?P<tail>(?![百千])[一二两三四五六七八九十百千]{{1,5}}){_COUNTED}{{1,2}}以上(?![\u4e00-\u9fff])"
)


def check_figures(drafted: Drafted, year: int | None, text: MappedText) -> Iterator[Finding]:
    """The numbers of a measure that are no targets, of those that its times left over."""
    read = [target.value for target in drafted.measure.targets]
    words, rest = drafted.words, drafted.rest
    for place in _more_than_read(rest, words, read):
        if not tells_past(rest, place.start, year):
            said = words[place.start : place.end]
            message = f"“{said}”像是要达到的数量,但没有读作目标,暂作正文,请核对。"
            yield doubt("unread-number", message, words_span(drafted, place.start, place.end, text))


def check_bare_figures(drafted: Drafted, text: MappedText) -> Iterator[Finding]:
    """Figures of a rate or behind a bound with nothing counted behind them: a sign of per cent may be lost."""
    words = drafted.words
    for match in _BARE.finditer(words):
        message = f"“{match[0]}”后面没有单位或百分号,可能漏了,暂按原文保留,没有列为目标。"
        yield doubt("odd-number", message, words_span(drafted, *match.span(), text))


def check_shared_figures(drafted: Drafted, text: MappedText) -> Iterator[Finding]:
    """Two rates that one figure was said of, where one target was made of it: A率和B率均达到100%."""
    for both in _BOTH.finditer(drafted.words) if "均" in drafted.words else ():
        figures = [target for target in drafted.measure.targets if target.value == float(both[1])]
        if len(figures) == 1:
            message = f"“{both[0]}”说的是几项指标,暂只列出一个目标,请核对。"
            yield doubt("unread-number", message, words_span(drafted, *both.span(), text))


def _more_than_read(rest: str, words: str, targets: Sequence[float]) -> Iterator[Span]:
    """The numbers that ask for something, of those that are said more often than they were read."""
    worded = list(_worded(rest, words))
    said = [*map(_value, _NUMBER.findall(rest)), *(value for value, _ in worded)]
    if not said:
        return
    read = Counter(targets)
    more = Counter(said) - read
    if not more:
        return
    numbers = (
        (value, Span(match.start(), match.end() + 1))
        for match in _NUMBER.finditer(rest)
        if (value := _value(match["value"])) in more and not _asks_nothing(match, rest)
    )
    for value, place in (*numbers, *worded):
        read[value] -= 1
        if read[value] < 0:
            yield place


def _value(number: str) -> float:
    return float(number.replace(",", ""))


def _worded(rest: str, words: str) -> Iterator[tuple[float, Span]]:
    """Figures written in Chinese behind or before a bound: 约谈两轮以上."""
    for match in _WORDED.finditer(rest) if _IN_WORDS.search(rest) else ():  # most have none
        often = rest.startswith(_TIMES, match.end()) and _HOW_OFTEN.search(rest, 0, match.end())
        if not often or words.startswith("每年", often.start()):  # each year: a figure to reach
            yield float(to_int(match["bound"] or match["tail"]) or 0), Span(*match.span())


def _asks_nothing(match: re.Match[str], rest: str) -> bool:
    before = rest[max(0, match.start() - _NEAR) : match.start()]
    share = rest.startswith("%", match.end())
    if share and _is_share_aimed_at(before, rest, match.end()):
        return False
    if _SOME_BEHIND.match(rest, match.end()) and _SOME.search(before):
        return False
    if _SINCE_A_DEED in before or any(
        around.match(rest, match.end())
        for around in (_ABOUT, _HOW_LARGE, _OF_A_RATE, _NAMED_WORK, _THEN_GIVEN)
    ):
        return True
    if _SIZE.match(rest, match.end()) and not _MADE.search(before):
        return True
    if rest.startswith(_TIMES_BEHIND, match.end()) and _RHYTHM.search(before):
        return True
    if _BOUND.search(before):
        return bool(_MOST_ALLOWED.search(before))
    if _DONE.search(before):
        return False
    plain = _YEAR_OR_LINE.match(rest, match.start()) or _NO_FIGURE.match(rest, match.end())
    return bool(plain or _NO_AIM.search(before) or _ABOUT_WHICH.search(before))


def _is_share_aimed_at(before: str, rest: str, end: int) -> bool:
    """Whether a percentage tells how many of all are to be reached, or nearly: 100%的村建成站点."""
    of_all = OF_ALL.search(before) and _ARE_MEANT.match(rest, end)
    nearly = _NEARLY.match(rest, end) and _KEPT.search(before)
    return bool(of_all or _COVERED.search(before) or nearly)


def check_odd_figures(drafted: Drafted, text: MappedText) -> Iterator[Finding]:
    """Figures in a form that nobody writes: 4O件, 一五零件, (150)件."""
    words = drafted.words
    for match in _MISREAD.finditer(words) if _MAY_BE_MISREAD.search(words) else ():
        message = (
            f"“{match[0]}”像是数字,但写法不常见,可能认错了字,暂按原文保留,没有列为目标或时限。"
        )
        yield doubt("odd-number", message, words_span(drafted, *match.span(), text))
