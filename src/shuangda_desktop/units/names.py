"""Names of units reduced to a form in which their many writings agree."""

import re

from shuangda_desktop.text.chars import BLANK, HAN, INVISIBLE, LPAREN, PAUSE, QUOTES, RPAREN
from shuangda_desktop.text.level import Level

# Long forms and the short forms that documents use for them, longest first where one holds another.
_SHORTER = (
    ("打击侵犯知识产权和制售假冒伪劣商品工作领导小组", "双打"),
    ("打击侵犯知识产权和制售假冒伪劣产品工作领导小组", "双打"),
    ("打击侵犯知识产权和制售假冒伪劣商品领导小组", "双打"),
    ("打击侵犯知识产权和制售假冒伪劣商品", "打击侵权假冒"),
    ("打击侵犯知识产权和制售假冒伪劣产品", "打击侵权假冒"),
    ("打击侵权假冒工作领导小组", "双打"),
    ("打击侵权假冒领导小组", "双打"),
    ("打击侵权假冒工作办公室", "双打办"),
    ("双打工作领导小组", "双打"),
    ("双打领导小组", "双打"),
    ("中华人民共和国", ""),
    ("中共", ""),
    ("人力资源和社会保障", "人社"),
    ("人力资源社会保障", "人社"),
    ("工业和信息化", "工信"),
    ("经济和信息化", "经信"),
    ("经济信息化", "经信"),
    ("发展和改革", "发改"),
    ("发展改革", "发改"),
    ("卫生和计划生育", "卫计"),
    ("卫生计生", "卫计"),
    ("卫生健康", "卫健"),
    ("住房和城乡建设", "住建"),
    ("住房城乡建设", "住建"),
    ("文化和旅游", "文旅"),
    ("文化旅游", "文旅"),
    ("文化广电和旅游", "文广旅"),
    ("文化广电旅游", "文广旅"),
    ("食品药品", "食药"),
    ("质量技术监督", "质监"),
    ("工商行政", "工商"),
    ("环境保护", "环保"),
    ("科学技术", "科技"),
    ("广播电视", "广电"),
    ("林业和草原", "林草"),
    ("网络安全和信息化", "网信"),
    ("互联网信息", "网信"),
    ("国有资产监督管理", "国资"),
    ("社会治安综合治理", "综治"),
    ("社会管理综合治理", "综治"),
    ("出入境检验检疫", "检验检疫"),
    ("安全生产监督管理", "安监"),
    ("安全监管", "安监"),
    ("监督管理", "监管"),
    ("管理委员会", "管委会"),
    ("工作委员会", "工委"),
    ("事务管理", "事务"),
    ("工作办公室", "办"),
    ("行政管理", ""),
    ("委员会", "委"),
    ("办公室", "办"),
    ("管理局", "局"),
    ("人民政府", "政府"),
    ("人民法院", "法院"),
    ("人民检察院", "检察院"),
    ("联合会", "联"),
    ("和", ""),
    ("与", ""),
)
_FOLD = re.compile("|".join(re.escape(long) for long, _ in _SHORTER))
_SHORT = dict(_SHORTER)
_MARKS = re.compile(f"[{BLANK}{INVISIBLE}{QUOTES}{LPAREN}{RPAREN}{PAUSE}\\-\u2014\u00b7]+")
_BRACKETED = re.compile(f"(.+?)[{LPAREN}]([^{LPAREN}{RPAREN}]+)[{RPAREN}]$")
_FORMER = re.compile(f"^[{LPAREN}]?原[{RPAREN}]?(?=.{{3}})")
_NATIONAL = "国家|国务院|全国|中央|中国|中华全国|最高"
_PROVINCE = "省|自治区"
_CITY = "自治州|市|州|盟|地区"
_COUNTY = "县|区|旗"
_PREFIX = re.compile(
    f"(?:(?P<national>{_NATIONAL})|(?P<province>{_PROVINCE})|(?P<city>{_CITY})|(?P<county>{_COUNTY}))"
    "(?:党委|委|直属|直|政府)?"
)
_ELSEWHERE = re.compile(f"[{HAN}]{{1,7}}?(省|自治区|自治州|市|州|盟)(?=.{{3}})")
_OF_COUNTY = re.compile(f"[{HAN}]{{0,6}}?(?:县|区|旗)(.{{2,}})$")
_BODY = re.compile("(?:总局|局|厅|委|部|办|署|院)$")
_LINE = re.compile("(?:部门|机关|系统)$")
_TASK = re.compile("(?:行政)?(?:主管|监管|管理|执法|行政)$")
_LEAST = 2  # characters that a stem must keep to mean one unit


def fold(name: str) -> str:
    """The name without marks and with its long forms shortened: it is compared, never shown."""
    return _FOLD.sub(lambda long: _SHORT[long[0]], _MARKS.sub("", name))


def stem(folded: str) -> str:
    """The folded name without the level in front; "" where too little would remain."""
    rest = _PREFIX.sub("", folded, count=1) if _PREFIX.match(folded) else folded
    return rest if len(rest) >= _LEAST else ""


def trunks(folded: str) -> tuple[str, ...]:
    """The line of work that a name tells: without 厅, 局, 委, or without 部门, 主管部门."""
    ways = (way for rest in (folded, stem(folded)) for way in _trunks(rest))
    return tuple(way for way in dict.fromkeys(ways) if len(way) >= _LEAST)


def _trunks(rest: str) -> tuple[str, ...]:
    line = _LINE.sub("", rest)
    return (line, _TASK.sub("", line)) if line != rest else (_BODY.sub("", rest),)


def level_named(folded: str) -> Level | None:
    """The level that a name says in front, if it does."""
    found = _PREFIX.match(folded)
    return Level(found.lastgroup) if found and found.lastgroup else None


def without_place(folded: str) -> str:
    """The name with another place's name in front reduced to its kind: 某某省公安厅 -> 省公安厅."""
    return _ELSEWHERE.sub(r"\1", folded, count=1) if _ELSEWHERE.match(folded) else ""


def of_county(folded: str) -> str:
    """What follows the name of a county in front, "" where there is none: 东岭县公安局 -> 公安局."""
    found = _OF_COUNTY.match(folded)
    return found[1] if found else ""


def readings(name: str) -> tuple[str, ...]:
    """The ways to take a name: whole, without 原, and each name of a double one 甲（乙）."""
    plain = _FORMER.sub("", name)
    double = _BRACKETED.match(plain)
    ways = (name, plain, *(double.groups() if double else ()))
    return tuple(dict.fromkeys(way.strip() for way in ways))
