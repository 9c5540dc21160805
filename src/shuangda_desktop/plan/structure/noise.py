"""Lines that are no part of a plan: to whom it is open, contacts, seals, what a web page adds."""

import re
from collections.abc import Sequence

from shuangda_desktop.plan.structure.lines import Line
from shuangda_desktop.text.chars import STOP

_NOTE = re.compile(  # 主动公开案件信息 alone is a task
    "^(?:\\(|此件|本件|此文|公开方式:)(?:此件|本件|此文)?(?:主动公开|依申请公开|公开发布|不予公开|有删减)"
    "|^信息公开(?:选项|属性|类别|类型|形式|方式):(?:主动公开|依申请公开|不予公开)"
    "|^(?:主动公开|依申请公开|公开发布|不予公开)\\)?$"
)
_CLOSING_NOTE = re.compile("公开(?:发布)?\\)?$")
_COPIES = re.compile(r"^\(?共印\s?\d{1,5}\s?份")
_CONTACT = re.compile(
    "^\\(?(?:[\u4e00-\u9fff]{2,16}(?=联系))?(?:填[表报](?:人|单位|日期|时间)|制表人?|审核人|联\\s?系\\s?人|联系(?:电话|方式|地址)(?:\\([^()]{1,8}\\))?|(?:监督|投诉|举报|咨询|服务)(?:举报)?电话|(?:举报|投诉)邮箱|联\\s?络\\s?员|电\\s?话|传\\s?真|电子(?:邮箱|邮件|信箱)|邮\\s?箱|邮编|地址)\\s?:"
)
_TAKES_EFFECT = re.compile(  # 本方案自印发之日起施行: no task
    "^本[\u4e00-\u9fff]{2,8}(?:自[^,\u3002;]{2,16}起(?:施行|实施|执行|生效)|由[^,\u3002;]{2,30}负责解释)(?:[,\u3002;](?:有效期|试行期|由|自)[^\u3002]{1,40})?\u3002?$"
)
_WEB = re.compile(
    "^(?:责任编辑|编辑|来源|作者|审核|信息来源|上一篇|下一篇|版权所有|备案号|网站标识码)\\s?:"
    # a portal names a government with its place; what a plan names is its level's own: 市公安局
    "|^(?:主办|承办)\\s?:(?!\\s?[省市县区州盟旗师](?!人民政府|政府|委办|府办|级|直)[^、]{2}|[^、]{2,6}海关|各|[^、]{2,40}、)"
)
RED_HEAD = re.compile(
    "^[\u4e00-\u9fff]{4,24}\\s?[\u4e00-\u9fff]{0,24}(?:办公室|办公厅|政府|委员会|领导小组|局|厅|办|委)\\s?文件$"
)
_PAGE = re.compile(
    r"^[-\u2014\u2013]?\s?(?:第\s?)?\d{1,3}\s?(?:页)?(?:[,/]?共\d{1,3}页)?\s?[-\u2014\u2013]?$"
)
SEALED = re.compile(r"\(\s?(?:代\s?章|公?章|盖章|印章?|签章)\s?\)$")  # behind who signs, or alone
_NO_DATE = re.compile(  # under a model text: 20XX年5月6日
    "20[xX\u00d7*]{2}\\s?年\\s?[\\dxX\u00d7*一二三四五六七八九十]{1,3}\\s?月(?:\\s?[\\dxX\u00d7*一二三四五六七八九十]{1,3}\\s?日)?$"
)
_NOISE = re.compile(
    "|".join(
        each.pattern
        for each in (_NOTE, _COPIES, _CONTACT, _WEB, RED_HEAD, SEALED, _TAKES_EFFECT, _NO_DATE)
    )
)


def is_noise(line: Line) -> bool:
    """Whether a line says nothing of the plan itself."""
    flat = line.flat
    return bool(_NOISE.match(flat) or (_PAGE.match(flat) and flat[0] in "-\u2014\u2013第"))


def closes(line: Line) -> bool:
    """Whether a line says to whom a document is open: what a page has below it is no part of it."""
    return bool(_NOTE.match(line.flat) and _CLOSING_NOTE.search(line.flat))


def is_last(below: Sequence[Line]) -> bool:
    """Whether no sentence stands in the lines below a note."""
    return not any(line.flat.rstrip().endswith((STOP, ")", ";")) for line in below)
