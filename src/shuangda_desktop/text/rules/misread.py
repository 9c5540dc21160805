"""What a recogniser of characters may have misread: pointed out with the reading that fits, never changed.

A scan is read by shapes, and a wrong character may come with high confidence. Words know better: the
name of a unit that differs in one character from a known one, or from one that the same document has
elsewhere; a letter among digits; a phrase that is none unless one character of like shape is put back.
The text layer of a scanned PDF comes from such a recogniser too.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from shuangda_desktop.text.chars import PERCENT
from shuangda_desktop.text.doubts import Doubt
from shuangda_desktop.text.mapped import Edit, Span
from shuangda_desktop.text.punctuation import widen
from shuangda_desktop.text.rules.phrases import words

RULE = "misread"
PRINTED = frozenset({"pdf", "picture", "ofd"})  # formats whose text may come from a recogniser

# O and l among digits are mended by ``letters``; Z may be meant
_LETTERS = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1", "Z": "2"})
_MIXED = re.compile(
    "(?<![0-9A-Za-z])(?=[0-9OolIZ]{0,7}[0-9])(?=[0-9]{0,7}[OolIZ])[0-9OolIZ]{2,8}"
    f"(?=[年月日号个件家次批人起元万亿项场期{PERCENT}])"
)
_YEAR = re.compile("[一二三四五六七八九OolI0〇○]{4}(?=年)")
_NO_NUMERAL = re.compile("[OolI0]")
_ROUND = str.maketrans(dict.fromkeys("Oo0", "〇") | dict.fromkeys("lI", "一"))
# where no other word can stand; the character that was meant
_PHRASES = {
    "(?<=[月年季周])未(?=[前,\uff0c;\uff1b。、)\uff09]|$)": "末",
    "(?<=[0-9])曰(?=[前至起内,\uff0c。、印)\uff09]|$)": "日",
    "(?<![自为])[己巳](?=[完建经有开制列印])": "已",
    "(?<=[^各]自)[已巳](?!经)": "己",
    "末(?=[按完落成经达取])(?<![期年月季周]末)": "未",
    "(?<=[深纳进])人(?=[推开实分贯研农企信重管])": "入",
    "(?<![进加纳引投输列])入(?=民[政法检银]|员)": "人",
    "(?<=[领国])士(?=[资空])": "土",
    "(?<=[监主])菅|菅(?=[理控辖])": "管",
    "浸(?=[权犯害])": "侵",
    "(?<=[侵维版职])杈": "权",
    "(?<=[重扩加])太(?=[案力对宣整打监执查])": "大",
    "(?<=[若骨])千|(?<![0-9一二三四五六七八九几数])千(?=[部预扰])": "干",
    "(?<=国)微|微(?=章)": "徽",
    "(?<=[药商产食])晶|晶(?=[牌质])": "品",
    "(?<=假)胃|胃(?=[牌充])": "冒",
    "(?<=专)刮|刮(?=润)": "利",
    "(?<=[商目指])际(?=[准注识])": "标",
    "(?<=查)外(?=[理罚])": "处",
    "(?![知犯护])[\u4e00-\u9fff](?=识产权)": "知",
    "(?<=职)[资贯贵](?=分)|(?<=负)[资贯贵](?=[)\uff09。\uff0c,;\uff1b]|$)": "责",
}
# phrases of which no other word differs in the characters at these places
_FIXED = {
    "知识产权": (1, 2),
    "分工负责": (2, 3),
    "牵头负责": (2, 3),
    "假冒伪劣": (1, 2, 3),
    "人民政府": (1, 2, 3),
    "领导小组": (0, 1, 2, 3),
    "商业秘密": (2, 3),
}


def _other_than(phrase: str, at: int) -> str:
    """A pattern for any other character at a place of a phrase."""
    before = f"(?<={phrase[:at]})" if at else ""
    after = f"(?={phrase[at + 1 :]})" if at + 1 < len(phrase) else ""
    return f"{before}(?!{phrase[at]})[\u4e00-\u9fff]{after}"


_MEANT = _PHRASES | {
    _other_than(phrase, at): phrase[at] for phrase, places in _FIXED.items() for at in places
}
_ANY = re.compile("(?m)" + "|".join(f"({pattern})" for pattern in _MEANT))
_RIGHT = tuple(_MEANT.values())
_ENDS = "局厅委部办院署会行社"
_HAN = re.compile("[\u4e00-\u9fff]{4,40}")
_LENGTHS = range(4, 13)
_LONG = 6  # a name of fewer characters may differ in one from another name that is right
# characters of names of units, and others of like shape
_PAIRS = (
    "管菅 场埸 商啇 商高 务劳 税悦 监盐 监临 科料 技枝 教敎 育肓 司同 法洁 财材 政攻 农衣 业亚 村材 林休 水永 利刊 交文 通道 "
    "运还 输愉 健键 健建 康廉 城诚 住往 环坏 境镜 应庆 急忽 审宙 计汁 统绕 体休 版板 权杈 海悔 邮由 烟姻 草早 检捡 检俭 察祭 "
    "宣宜 传伟 网冈 信倍 民氏 治冶 品晶 药约 食良 质盾 督睿 产严 识织 知如 工土 卫工 生主 乡多 发友 改攻 革单 委季 展屏 资贷 "
    "源原 自白 然燃 消肖 防妨 救求 队认 办为 关美 贸资 银根 行竹 保堡"
)
_ALIKE = frozenset(map(frozenset, _PAIRS.split()))
_FEWEST_TIMES = 2  # that a document writes a name before it is one
_PHRASE = "“{}”像是识别时把形近的字认错了\uff0c原文可能是“{}”。"
_DIGITS = "“{}”里的字母像是识别时把数字认错了\uff0c原文可能是“{}”。"
_NAME = "没有“{}”这样的单位\uff0c与“{}”只差一个字\uff0c像是识别时认错了。"

_Near = Mapping[str, Sequence[str]]


def nothing(text: str) -> Iterable[Edit]:
    """The edits of this rule: it only points out."""
    del text
    return ()


def doubt_misread(text: str) -> Iterable[Doubt]:
    """The spots that may have been misread, in the order of the text, no two of them together."""
    found = sorted([*_digits(text), *_phrases(text), *_names(text)], key=lambda d: d.span.start)
    end = 0
    for doubt in found:
        if doubt.span.start >= end:
            yield doubt
            end = doubt.span.end


def _doubt(text: str, start: int, right: str, evidence: str) -> Doubt:
    span = Span(start, start + len(right))
    wrong = text[span.start : span.end]
    return Doubt(RULE, span, (right,), widen(evidence.format(wrong, right)))


def _digits(text: str) -> Iterator[Doubt]:
    for found in _MIXED.finditer(text):
        yield _doubt(text, found.start(), found[0].translate(_LETTERS), _DIGITS)
    for found in _YEAR.finditer(text):
        if _NO_NUMERAL.search(found[0]) and not found[0].isdecimal():
            yield _doubt(text, found.start(), found[0].translate(_ROUND), _DIGITS)


def _phrases(text: str) -> Iterator[Doubt]:
    for found in _ANY.finditer(text):
        at = found.start()
        before = text[max(0, at - 1) : at].strip()
        after = text[at + 1 : at + 2].strip()
        right = before + _RIGHT[(found.lastindex or 1) - 1] + after
        yield _doubt(text, at - len(before), right, _PHRASE)


def _names(text: str) -> Iterator[Doubt]:
    """Names of units that differ in one character from a known one."""
    stretches = list(_HAN.finditer(text))
    own = _own_names(found[0] for found in stretches)
    known, near = _known()
    own_near = _with_gaps(own)
    for stretch in stretches:
        for start, name in _endings(stretch[0]):
            if name in known or name in own or text.count(name) >= _FEWEST_TIMES:
                continue
            right = _one_off(name, near) or _one_off(name, own_near)
            if right is not None and not _is_within(stretch[0], start, name, known | own):
                yield _doubt(text, stretch.start() + start, right, _NAME)


def _own_names(stretches: Iterable[str]) -> frozenset[str]:
    """Stretches between marks that end as units do and that the document writes again."""
    seen = Counter(each for each in stretches if each[-1] in _ENDS and len(each) in _LENGTHS)
    return frozenset(name for name, count in seen.items() if count >= _FEWEST_TIMES)


@lru_cache(maxsize=1)
def _known() -> tuple[frozenset[str], _Near]:
    """The names of units that everybody knows, and each with a gap for one of its characters."""
    names = frozenset(w for w in words() if len(w) in _LENGTHS and w[-1] in _ENDS)
    return names, _with_gaps(names)


def _with_gaps(names: Iterable[str]) -> _Near:
    """The names by each way to leave out one character; not the first, which tells the level."""
    near: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        for at in range(1, len(name) - 1):
            near[f"{name[:at]}*{name[at + 1 :]}"].append(name)
    return near


def _endings(stretch: str) -> Iterator[tuple[int, str]]:
    """What may be a name in a stretch of Han: whatever ends as one, the longest first."""
    for end in range(len(stretch), 0, -1):
        if stretch[end - 1] in _ENDS:
            for length in reversed(_LENGTHS):
                if length <= end:
                    yield end - length, stretch[end - length : end]


def _one_off(name: str, near: _Near) -> str | None:
    """The name that was meant; of a short one only where the characters are of like shape."""
    for at in range(1, len(name) - 1):
        close = near.get(f"{name[:at]}*{name[at + 1 :]}", ())
        alike = [right for right in close if {name[at], right[at]} in _ALIKE]
        if alike or (close and len(name) >= _LONG):
            return (alike or close)[0]
    return None


def _is_within(stretch: str, start: int, name: str, known: frozenset[str]) -> bool:
    """Whether a known name ends where this one does: it is then right, with other words before it."""
    end = start + len(name)
    return any(stretch[at:end] in known for at in range(max(0, end - _LENGTHS[-1]), end - 2))
