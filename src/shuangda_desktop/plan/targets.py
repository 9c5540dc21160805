"""Numbers to reach: 达到95%以上, 不少于2次, 控制在3%以内, 建成5个."""

import re
from collections.abc import Iterator

from shuangda_desktop.plan.model import Target

_NUMBER = r"(?P<value>\d{1,9}(?:\.\d{1,4})?)"
_CLASSIFIER = "(?:家|件|个|起|次|名|场|批次|批|项|人次|人|户|所|处|条|种|类|篇|期|辆|台|份|只|亩|公里|平方米|吨|元|宗|例|组|间|座|支|轮|部|门|套|册|例)"
_UNIT = f"(?P<unit>个百分点|%|‰|(?:百|千|万|十万|百万|千万|亿)?(?:{_CLASSIFIER}(?!月|工作日|小时)|千瓦时|千瓦)|(?:万|亿)(?=[,\u3002;、]|$|以上|以内))"
_LEAST = "(?:不低于|不少于|不小于|至少(?:达到|为)?|超过|大于|高于|达到|达|提高到|提高至|提升到|提升至|增加到|增至|稳定在|保持在|突破)"
_MOST = "(?:不超过|不高于|不大于|不多于|低于|少于|小于|控制在|降到|降至|下降到|下降至|最多)"
_RATE = "(?:率|比例|比重|覆盖面|占比|满意度|合格率|程度)"
_MOVE = "(?:增长|提高|提升|增加|上升|下降|降低|减少|压减|下滑)"
_DO = "(?:完成|培育|建设|建成|建立|查处|查办|办理|侦办|创建|关停|打造|新增|培训|检查|抽检|抽查|评选|捣毁|整治|打掉|破获|立案|打击|举办|开展|组织|发布|曝光|约谈|认定|销毁|覆盖|推出|制定|巡查|新建|设立)"
_TAIL = "(?P<tail>以上|以下|以内|之内|左右|以下)?"
_TARGET = re.compile(
    rf"(?:(?P<most>{_MOST})|(?P<least>{_LEAST})|(?P<rate>(?<={'率'})|(?<=比例)|(?<=占比)|(?<=比重)|(?<=满意度))为?|(?P<move>{_MOVE})|(?P<plain>))"
    rf"(?:{_NUMBER}[-~\u2014至](?=\d))?{_NUMBER.replace('value', 'last')}{_UNIT}{_TAIL}"
)
_SECOND = re.compile(r"(?:和|、|,)(?P<value>\d{1,9}(?:\.\d{1,4})?)(?P<unit>%|个百分点)")
_NO_TARGET = re.compile(
    "第$|每下降$|每增加$|缺$|扣$|加$|减$|近$|约$|前$|之$|最高(?:可)?(?:提至|达)?[^,\u3002;]{0,30}$|最长[^,\u3002;]{0,4}$|可按[^,\u3002;]{0,4}$|标准[^,\u3002;]{0,4}$"
)
_TITLE = re.compile('\u300a[^\u300a\u300b]{0,120}\u300b|["\u201c][^"\u201c\u201d]{0,40}["\u201d]')
_MARK = re.compile('[,\u3002;:!?()\u201c\u201d"]')


def find_targets(text: str) -> tuple[Target, ...]:
    """The numeric targets of a text in reading order."""
    titles = [match.span() for match in _TITLE.finditer(text)]
    found: list[Target] = []
    for match in _TARGET.finditer(text):
        if not any(a < match.end() and match.start() < b for a, b in titles):
            found += _targets(match, text)
    return tuple(found)


def _targets(match: re.Match[str], text: str) -> Iterator[Target]:
    clause = _clause_before(text, match.start())
    tail = match["tail"] or ""
    if tail == "左右" or _NO_TARGET.search(text[max(0, match.start() - 40) : match.start()]):
        return
    if match["plain"] is not None and not _is_counted(match, clause, tail):
        return
    value, unit = float(match["value"] or match["last"]), match["unit"]
    operator = _operator(match, tail)
    names = _names(clause)
    values = [(value, unit)] * len(names)
    second = _SECOND.match(text, match.end())
    if "分别" in clause and second:
        values = [(value, unit), (float(second["value"]), second["unit"])]
        names = names if len(names) == 2 else names[:1] * 2
    for name, (number, measure) in zip(names, values, strict=True):
        yield Target(name, operator, number, measure, clause + match[0])


def _clause_before(text: str, end: int) -> str:
    """The words between the last mark and a number; a bracket inside a name is no mark."""
    start = max(0, end - 40)
    words = text[start:end]
    for mark in _MARK.finditer(words):
        if mark[0] in "()" or _in_brackets(words, mark.start()):
            continue
        start = max(0, end - 40) + mark.end()
    return text[start:end]


def _in_brackets(words: str, at: int) -> bool:
    return words.count("(", 0, at) > words.count(")", 0, at)


def _is_counted(match: re.Match[str], clause: str, tail: str) -> bool:
    """Whether a bare number is a target: 建成5个, 办结率98%, 整治2次以上."""
    if match["unit"] == "%":
        return bool(re.search(f"{_RATE}$", clause)) or tail == "以上"
    return tail == "以上" or bool(re.search(_DO, clause))


def _operator(match: re.Match[str], tail: str) -> str:
    if match["most"] or tail in ("以内", "之内", "以下"):
        return "<="
    bounded = match["least"] or match["move"] or match["value"] or tail == "以上"
    return ">=" if bounded else "="


def _names(clause: str) -> list[str]:
    """The name of what is counted; 种植、收获机械化率均 are two."""
    words = re.sub(
        "^(?:其中|力争|确保|实现|使|全年|年内|到|今年|开展|完成|培育|建设|建成|推进|组织)",
        "",
        clause,
    )
    words = re.sub("(?:均|分别|总体|基本|全部|稳定|全面|力争|应|要|须|应当)+$", "", words)
    if "、" not in words or not re.search("均|分别", clause[len(words) - 8 :]):
        return [words]
    first, _, rest = words.rpartition("、")
    shared = re.search("[\u4e00-\u9fff]{2}([\u4e00-\u9fff]{2,12}率)$", rest)
    return [first + (shared[1] if shared else ""), rest]
