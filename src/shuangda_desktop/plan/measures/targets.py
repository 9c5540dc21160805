"""Numbers to reach: 达到95%以上, 不少于2次, 控制在3%以内, 建成5个."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import cast

from shuangda_desktop.plan.measures.taken import Taken
from shuangda_desktop.plan.model import Target
from shuangda_desktop.text.numerals import to_int

_VALUE = r"\d{1,9}(?:\.\d{1,4})?"
_COUNTED = "(?:[家人件户台辆座个条轮场处]次|台[套件]|家|件|个|起|次|遍|名|场|批次|批|项|人|户|所|处|条|种|类|篇|期|辆|台|份|只|亩|公里|平方米|立方米|吨|元|宗|例|组|间|座|支|轮|部|门|套|册|卷|张|幅|块|艘|架|把|头|株|桶|箱|袋|瓶|盒|枚|封|堂|集|栋|趟|款|路|面|讲|公斤|公顷|单(?![位元独])|小时|学时|课时)"
_UNIT = (
    f"(?P<unit>个百分点|[微毫]克[/每]立方米|[\u03bc\u00b5u]g/m[3\u00b3]|mg/[Ll]|分贝|(?<=[于到达在][0-9])分(?![钟之别])|(?<=[于到达在][0-9][0-9])分(?![钟之别])|%|‰|(?:百|千|万|十万|百万|千万|亿)?(?:{_COUNTED}(?!月|工作日|小时)|千瓦时|千瓦)(?:/[百千万]?[人户件亩])?"
    "|(?:万|亿)(?=[,\u3002;、]|$|以上|以内))"
)
_LEAST = "(?:[\u2265\u2267>]=?|不得?低于|不得?少于|不小于|至少[\u4e00-\u9fff]{0,4}?|超过|大于|高于|多于|达到|达|提高到|提高至|提升到|提升至|增加到|增加至|增至|稳定在|保持(?:在|(?=[0-9]))|突破)"
_MOST = "(?:[\u2264\u2266<]=?|不得?超过|不高于|不大于|不多于|低于|少于|小于|控制在|降到|降至|降低到|降低至|下降到|下降至|压缩到|压缩至|压减到|压减至|缩短到|缩短至|减少到|减至|最多)"
_MOVE = "(?:增长|提高|提升|增加|上升|下降|降低|减少|压减|缩短|下滑)"
_BY_RATE = "(?:(?<=率)|(?<=比例)|(?<=占比)|(?<=比重)|(?<=满意度))为?"
_TARGET = re.compile(
    f"(?:(?P<most>{_MOST})|(?P<least>{_LEAST})|(?P<rate>{_BY_RATE})|(?P<move>{_MOVE})|(?P<plain>))"
    "(?:(?<=到|达|于)每[百千万]?[\u4e00-\u9fff]{1,3})?"  # 达到每千人5批次
    f"(?:(?P<lowest>{_VALUE})[-~\u2014至](?=\\d))?(?P<value>{_VALUE}){_UNIT}(?:\\([家人件户台个次张册份幅盘片处条]\\))?"
    "(?P<tail>以上|以下|以内|之内|左右)?"
)
_TIME_LIMIT = re.compile(  # 压缩至1个工作日以内; how long a thing may take is a number to reach
    f"(?P<most>压[缩减](?:到|至|为)|缩短(?:到|至|为)|减少(?:到|至)|控制在|不超过|不多于)(?P<value>{_VALUE})(?P<unit>个?工作日|(?:(?<=均不超过.)|(?<=均不超过..)|(?<=周期不超过.)|(?<=周期不超过..)|(?<=[至到为][0-9])|(?<=[至到为][0-9][0-9]))个月|个?小时|分钟|天|日)"
)
# These words leave the figure itself out; 超过 and 突破 are said of figures that plans aim at.
_BEYOND = {
    ">": ">",
    "大于": ">",
    "高于": ">",
    "多于": ">",
    "<": "<",
    "小于": "<",
    "低于": "<",
    "少于": "<",
}
_LAST_OF_BOUNDS = frozenset(
    "\u2265\u2267\u2264\u2266<>=于过到至达在持破多率例比重度为长高升加降低少减短滑"
)
# a figure with what is counted behind it: most figures are dates and numbers
_AMOUNT = re.compile(
    rf"\d(?<![\d.].)\d{{0,8}}(?:\.\d{{1,4}})?(?:[-~\u2014至]{_VALUE})?(?={_UNIT.replace('P<unit>', ':')})"
)
_APART = re.compile("至少|每")
_LONGEST_BOUND = 4  # 不得少于
_BEFORE, _AFTER = 12, 40  # characters around a number that say what it is
_SECOND = re.compile(f"[和、,](?P<value>{_VALUE})(?P<unit>%|个百分点)")
_BESIDE = re.compile(
    "(?=\\d)|(?<![底末月日年])[\u4e00-\u9fff]{0,4}[、和及](?=\\d)"
)  # what stands between two figures under one bound
_RATE = re.compile("(?:率|比例|比重|覆盖面|占比|满意度|程度)$")
_DO = re.compile(
    "完成|淘汰|培育|建设|建成|建立|查处|查办|办理|侦办|办结|创建|关停|打造|新增|培训|检查|抽检|抽查|核查|走访|督查|督导|宣讲|征集|评选|捣毁|整治|打掉|破获|立案|打击|投入|安排|筹集|举办|开展|组织|发布|曝光|约谈|认定|销毁|覆盖|推出|制定|巡查|新建|改建|扩建|设立|改造|提升|更新|设置|配备|配置|布设|投放|安装|铺设|扶持|引进|选树|处置|取缔|清理|排查|监测|发放|出台|修订|签订|下架|回收|建档|引导|督促|签署|抽样|采样|编发|编印|刊发|刊登|播放|推送|推荐|张贴|聘请|选聘|聘任|遴选|招募|化解|组建|增设|拆除|复查|表彰|移送|注册|登记"
    "|选取|选择|选定|印制|播出|录制|拍摄|制作|帮助|帮扶|回访|成立|培养|储备|巡讲|授课|端掉|侦破|查扣|收缴|没收|检定|检测|抽取|回收"
)
_AIMED = re.compile("(?:力争|争取|确保|推动|为)$")  # right before a figure: 力争1家企业上市
_LONGEST_AIM = 3  # with what ends a line
_WITH = ("与", "同", "和")
_AGREED = re.compile("[^,\u3002;]{2,20}?(?:签订|签署|缔结)")  # 与3家平台签订协议
_EACH = re.compile("^每(?:年|月|日|周|天|季度?|半年|个月)$")
_NO_AIM_BEHIND = frozenset("第每缺扣加减近约之")
_NO_TARGET = re.compile(
    "(?:(?<![底末月日年之以])前|最高(?:可)?(?:提至|达)?[^,\u3002;]{0,30}|(?:最长|可按)[^,\u3002;]{0,4})$"
)
_RATES_OF_PAY = re.compile("标准(?!化|地)[^,\u3002;]{0,4}$")  # 补助标准500元 is no aim
_HAN_DIGIT = "[一二两三四五六七八九十百]"
_HAN_VALUE = f"{_HAN_DIGIT}{_HAN_DIGIT}{{0,3}}"  # a search is faster for one than for one to four
_BOUND = re.compile("以上|达到|不得?少于|不得?低于|至少|不得?超过|不多于")
_IN_WORDS = re.compile(f"{_HAN_VALUE}(?={_COUNTED})")
_WORDED = re.compile(  # 至少两次, 不少于三场, 约谈两轮以上: in words only where a bound says so
    f"(?:(?P<least>不得?低于|不得?少于|达到|至少[\u4e00-\u9fff]{{0,4}}?)|(?P<most>不得?超过|不多于)|)"
    f"(?P<value>{_HAN_VALUE})(?P<unit>{_COUNTED})(?!月|工作日|小时)(?P<tail>以上(?=[,;\u3002、]|$))?"
)
_HAS_SHARE = re.compile("[之成](?:(?<=百分之)(?=[一二三四五六七八九])|(?<=[一二三四五六七八九]成))")
_SHARE = re.compile(  # 达到百分之九十五, 九成以上
    f"(?:(?P<most>{_MOST})|(?P<least>{_LEAST})|{_BY_RATE}|)"
    "(?:百分之(?P<value>[一二三四五六七八九十百零]{1,5})|(?<![完达组形变])(?P<tenths>[一二三四五六七八九])成)(?P<tail>以上|以下|以内)?"
)
_QUOTED = re.compile(
    '[\u300a"\u201c](?:(?<=\u300a)[^\u300a\u300b]{0,120}\u300b|(?<![\u300a])[^"\u201c\u201d]{0,40}["\u201d])'
)
_STOPS = re.compile("[,\u3002;:!?()]")  # a quotation is no end: 培育“某某”产品10个
_MARKS = re.compile('[,\u3002;:!?\u201c\u201d"]')
_MARK = re.compile('[,\u3002;:!?()\u201c\u201d"]')
_WHEN = (
    "(?:(?:到|至|在|截至)?(?:(?:20\\d\\d|今|本|当|明)年(?:度|内|[底末](?:之?前|以前)?)?"
    "|(?:(?:20\\d\\d|今|本|当|明)年)?(?:\\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份|底|末|初|[上中下]旬|\\d{1,2}日)?(?:之?前|以前)"
    "|(?<![每半近去上\\d一两三四五])年(?:内|[底末终](?:之?前|以前)?)|[上下]半年|第?[1-4一二三四]季度(?:末|底)?(?:之?前)?|十[二三四五六]五(?:末|期间)))"
)
_ENDS = ("", *",;\u3002")
_PAIR = 2
_IN_ROW = re.compile(
    "、[^,\u3002;:、\\d]{2,32}"
)  # from one figure of a row to the next: 街区4个、乡村(社区)4个
_FEWEST = 4  # characters before a number that name what is counted
_FOUND = re.compile("每|已|有|涉及|去年|上年|累计|全国|其中|为期|占地|奖励|罚款")
_LEADING = re.compile(
    f"^(?:{_WHEN}|其中|力争|争取|确保|实现|使|全年|到){{0,4}}(?:开展|完成|培育|建设|建成|推进|组织)?"
)
_FIRST_OF_LEADING = frozenset(
    "到至在截今本当明年上下第十一二三四五六七八九其力争确实使全开完培建推组"
)
_TRAILING = re.compile(f"(?:{_WHEN}|均|分别|总体|基本|全部|稳定|全面|力争|争取|应|要|须|应当)+$")
_COUNTING = frozenset("%天日月时")
_FROM = re.compile("(?:由|从)[^由从]{0,8}?\\d[^由从,]{0,8}$")
_LAST_OF_TRAILING = frozenset("均别体本部定面取应要须当年度内底末前终份初旬日半季间")
_NEAR = 40  # a target's name stands within so many characters


def find_targets(text: str) -> tuple[Target, ...]:
    """The numeric targets of a text in reading order."""
    quoted = Taken(text, _QUOTED)
    found: list[Target] = []
    end = 0  # of the target before
    for match in _numbers(text):
        if quoted.meets(match):
            continue
        clause = _clause_before(text, match.start())
        in_row = bool(end and text.startswith("、", end)) and _is_in_row(text, end, match.start())
        if _is_target(match, text, clause, in_row):
            found += _targets(match, text, clause, found[-1] if found else None)
            end = match.end()
    found += (*_in_words(text, quoted), *_shares(text, quoted))
    limits = (match for match in _TIME_LIMIT.finditer(text) if not quoted.meets(match))
    return _once([*found, *(_limit(match, text) for match in limits)])


def _is_in_row(text: str, end: int, start: int) -> bool:
    """Whether two figures stand in a row, with only what the second counts between them."""
    return _IN_ROW.fullmatch(text, end, start) is not None


def _once(targets: Sequence[Target]) -> tuple[Target, ...]:
    """The targets without those that were read twice: 分别达到98%、90%以上."""
    said = {(each.name, each.operator, each.value, each.unit): each for each in reversed(targets)}
    if len(said) == len(targets):
        return tuple(targets)
    return tuple(
        each for each in targets if said[each.name, each.operator, each.value, each.unit] is each
    )


def _shares(text: str, quoted: Taken) -> Iterator[Target]:
    """The targets whose percentage is written in Chinese."""
    for match in _SHARE.finditer(text) if _HAS_SHARE.search(text) else ():
        bound = match["most"] or match["least"] or match["tail"]
        if not bound or quoted.meets(match):
            continue
        value = to_int(match["value"]) if match["value"] else (to_int(match["tenths"]) or 0) * 10
        clause = _clause_before(text, match.start())
        most = match["most"] or match["tail"] in ("以下", "以内")
        operator = "<=" if most else ">="
        yield Target(_names(clause)[0], operator, float(value or 0), "%", clause + match[0])


def _in_words(text: str, quoted: Taken) -> Iterator[Target]:
    """The targets whose figure is written in Chinese."""
    if not _BOUND.search(text):
        return
    done = 0
    for numeral in _IN_WORDS.finditer(text):
        start = max(done, numeral.start() - _BEFORE)
        match = _WORDED.search(text, start, numeral.end() + _AFTER)
        if not match or match.end("value") != numeral.end():
            continue
        done = match.end()
        clause = _clause_before(text, match.start())
        bound = match["least"] or match["most"] or (match["tail"] and _DO.search(clause))
        if bound and not quoted.meets(match) and not _EACH.match(clause):
            value = float(to_int(match["value"]) or 0)
            operator = "<=" if match["most"] else ">="
            yield Target(_names(clause)[0], operator, value, match["unit"], clause + match[0])


def _numbers(text: str) -> Iterator[re.Match[str]]:
    """The numbers with what is said before and behind them; only where digits are is looked."""
    done, apart = 0, "至少" in text or "每" in text
    for amount in _AMOUNT.finditer(text):
        at = amount.start()
        start = max(done, at - _bound_before(text, at, apart))
        # a figure with its unit alone is one already
        match = cast("re.Match[str]", _TARGET.search(text, start, amount.end() + _AFTER))
        done = match.end()
        yield match


def _bound_before(text: str, at: int, apart: bool) -> int:
    """How far before a figure words that say how much may begin; before most there are none.

    ``apart`` where the text holds words that may stand some way before their figure.
    """
    if apart and _APART.search(text, max(0, at - _BEFORE), at):
        return _BEFORE
    return _LONGEST_BOUND if text[at - 1 : at] in _LAST_OF_BOUNDS else 0


def _limit(match: re.Match[str], text: str) -> Target:
    clause = _clause_before(text, match.start())
    name = _names(clause)[0]
    return Target(name, "<=", float(match["value"]), match["unit"], clause + match[0])


def _is_target(match: re.Match[str], text: str, clause: str, in_row: bool) -> bool:
    tail, unit, plain = match.group("tail", "unit", "plain")
    if tail == "左右" or (clause.startswith("每") and _is_rhythm(match, clause)):
        return False
    if _is_none_before(text, match.start()):
        return False
    if "半年各" in clause and unit.endswith("次"):  # 上半年和下半年各开展1次 is a rhythm
        return False
    if unit == "小时" and not match["least"]:  # 24小时值守
        return False
    if unit[-1] in "%元" and _RATES_OF_PAY.search(clause):
        return False
    return plain is None or in_row or _is_counted(match, clause)


def _is_rhythm(match: re.Match[str], clause: str) -> bool:
    """Whether a figure only says how often: 每季度召开1次, 每季度不少于1次; 每季度至少会商1次 is to be reached."""
    if not (match["unit"].endswith("次") and _EACH.match(clause)):
        return False
    least = match["least"] or ""
    return not least.startswith("至少") or least == "至少"


def _is_none_before(text: str, at: int) -> bool:
    """Whether the words before a number make it no aim: 第, 每, 约, 最高可提至."""
    if text[at - 1 : at] in _NO_AIM_BEHIND:
        return True
    words = text[max(0, at - _NEAR) : at]
    told = "最" in words or "可按" in words or words.endswith("前")
    return told and bool(_NO_TARGET.search(words))


def _targets(match: re.Match[str], text: str, clause: str, before: Target | None) -> list[Target]:
    """One target, or two where the name or 分别 tells of two.

    A figure right behind another has its name and its bound: 不少于4批30件, 不少于4类产品、30批次.
    """
    said, move, lowest, value, unit = match.group(0, "move", "lowest", "value", "unit")
    words, operator = clause + said, _operator(match)
    names = _names(clause + move if move else clause)
    if before and (beside := _beside(words, before.text)):
        names = [name if beside[0] and name else before.name for name in names]
        operator = before.operator
    elif before and names == [""] and words.startswith(before.text):
        names = [before.name]  # 不低于5%、不高于10%
    elif names == [""] and text.endswith(",", 0, match.start() - len(clause)):
        comma = match.start() - len(clause) - 1
        again = before and text.endswith(before.text, 0, comma)  # 不低于90%,力争达到95%
        names = [before.name] if before and again else _names(_clause_before(text, comma))[:1]
    figure = float(lowest or value)
    found = [Target(name, operator, figure, unit, words) for name in names]
    others = list(_others(text, match.end())) if "分别" in clause else []
    if not others:
        return found
    names = _one_each(clause, 1 + len(others)) or [names[0], *[names[-1]] * len(others)]
    return [
        found[0] if found[0].name == names[0] else replace(found[0], name=names[0]),
        *(
            Target(name, operator, float(other["value"]), other["unit"], words)
            for name, other in zip(names[1:], others, strict=True)
        ),
    ]


def _others(text: str, at: int) -> Iterator[re.Match[str]]:
    """The figures behind the first of those that stand for things in turn: 15%、10%和26%."""
    while other := _SECOND.match(text, at):
        yield other
        at = other.end()


def _one_each(clause: str, many: int) -> list[str]:
    """The names of three things or more that a clause counts up; [] where they are not so many."""
    names = re.split("[、和及]", _TRAILING.sub("", clause))
    return names if len(names) == many > _PAIR else []


def _beside(words: str, before: str) -> re.Match[str] | None:
    """What parts a figure from the one right before it."""
    return _BESIDE.match(words, len(before)) if words.startswith(before) else None


def _clause_before(text: str, end: int) -> str:
    """The words between the last mark and a number; a bracket inside a name is no mark."""
    start = max(0, end - _NEAR)
    words = text[start:end]
    if "(" not in words and ")" not in words:
        last = _MARKS.search(words[::-1])  # from behind: it is near
        return words[len(words) - last.start() :] if last else words
    for mark in _MARK.finditer(words):
        if mark[0] in "()" or _in_brackets(words, mark.start()):
            continue
        start = max(0, end - _NEAR) + mark.end()
    return text[start:end]


def _in_brackets(words: str, at: int) -> bool:
    return words.count("(", 0, at) > words.count(")", 0, at)


def _is_counted(match: re.Match[str], clause: str) -> bool:
    """Whether a bare number is a target: 建成5个, 办结率98%, 整治2次以上."""
    if match["tail"] == "以上":
        return True
    if match["unit"] == "%":
        return bool(_RATE.search(clause))
    if _AIMED.search(clause, max(0, len(clause) - _LONGEST_AIM)) or (
        clause.endswith(_WITH) and _AGREED.match(match.string, match.end())
    ):
        return True
    if _DO.search(clause):
        return True
    opening = match.string[max(0, match.start() - _NEAR) : match.start()]
    return bool(_DO.search(_STOPS.split(opening)[-1])) or _ends_clause(match, clause)


def _ends_clause(match: re.Match[str], clause: str) -> bool:
    """Whether a clause ends with what is counted and tells no past: 高新技术企业净增8家。"""
    after = match.string[match.end() : match.end() + 1]
    counted = after in _ENDS and match["unit"][-1] not in "元分期" and len(clause) >= _FEWEST
    return counted and not _FOUND.search(clause)


def _operator(match: re.Match[str]) -> str:
    most, least, tail, lowest = match.group("most", "least", "tail", "lowest")
    said = most or least
    if said in _BEYOND:
        return _BEYOND[said]
    if most or tail in ("以内", "之内", "以下"):
        return "<="
    return ">=" if least or tail or lowest else "="


def _names(clause: str) -> list[str]:
    """The name of what is counted; 种植、收获机械化率均 are two."""
    first = clause[:1]
    leading = _LEADING.match(clause) if first in _FIRST_OF_LEADING or first.isdecimal() else None
    words = clause[leading.end() :] if leading else clause
    last = words[-1:]
    if last in _COUNTING or last.isdecimal():
        words = _FROM.sub("", words)  # 处置时间由60天缩短至30天
    if words[-1:] in _LAST_OF_TRAILING:
        words = _TRAILING.sub("", words)
    if "、" not in words:
        return [words]
    if re.search(r"\d[^、]{0,4}、", words):
        words = words.rpartition("、")[2]
    if "、" not in words or not re.search("均|分别", clause[max(0, len(words) - 8) :]):
        return [words]
    first, _, rest = words.rpartition("、")
    shared = re.search("[\u4e00-\u9fff]{2}([\u4e00-\u9fff]{2,12}率)$", rest)
    return [first + (shared[1] if shared else ""), rest]
