"""Rule: what a web page puts around a document: navigation, sharing, footers, index tables.

Some lines are junk wherever they stand. Others look like lines of a plan (a portal's 主办单位 and a
duty's, a contact's telephone number) and are junk only in the unbroken run of such lines at the
end of the page, or among the fields above the title.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from shuangda_desktop.text.chars import BLANK, HAN
from shuangda_desktop.text.index_table import index_lines
from shuangda_desktop.text.lines import TextLine, text_lines
from shuangda_desktop.text.mapped import Edit, Span
from shuangda_desktop.text.punctuation import narrow
from shuangda_desktop.text.script import is_traditional, to_simplified, to_traditional

RULE = "web_junk"
_LONGEST = 160
_TOP = 30  # lines that may be above the title
_BLANKS = re.compile(f"[{BLANK}]{{1,200}}")
# patterns are matched without blanks and in one width
_ANYWHERE = re.compile(
    "(?:当前|您的|你的|现在|您所在的?|所在)?位置:|首页[>\u00bb\u203a/\u2192-]"
    "|[\\[\u3010(]?字[体号]:|[\\[\u3010(]字[体号]|(?:浏览|阅读|点击|访问)(?:次数|量|数)?:"
    "|扫一扫|扫码|扫描二维码|关注.{0,12}公众号|微信公众号|分享(?:到|至)?:|分享到|上一[篇页条]|下一[篇页条]"
    "|.{0,20}[\\[\u3010](?:上一页|下一页|尾页|末页)[\\]\u3011]|条信息每页|.{0,30}ICP备|.{0,30}公网安备|网站标识码"
    "|备案号:|版权所有|版权声明|免责声明|版权与免责|Copyright|\u00a9|技术支持:|网站地图|责任编辑:|责编:"
    "|\u3010?法宝引证码|[A-Za-z][A-Za-z0-9.]{2,30}\u00ae?提示:|本站声明|声明:本网|更多精彩|点击下载|我要纠错"
    "|打印本页|关闭窗口|返回顶部|附件下载:?$|相关(?:文档|链接|阅读|新闻|附件|解读|稿件):?$",
    re.I,
)
_NEAR_THE_EDGES = re.compile(
    "(?:信息|文章|稿件|内容)?来源:|(?:发布|更新|发文|信息|录入)?(?:时间|日期):|发布(?:机构|单位|人|部门):|作者:|编辑:"
    "|审核:|监制:|录入:|主办(?:单位)?:|承办(?:单位)?:|协办(?:单位)?:|主管(?:单位)?:|维护:|联系(?:电话|我们|方式):?"
    "|(?:地址|邮编|电话|传真|邮箱|网址):|建议使用|浏览器|运行维护|未经.{0,12}转载"
)
# an invitation to ask and a row of keywords, as consulting sites set below a document
_TAGS = re.compile(
    f"[^\u3002;(]{{2,40}}[?!][{BLANK}]{{0,9}}(?:[{HAN}]{{2,6}}[;|][{BLANK}]{{0,3}}){{2,20}}[{HAN}]{{2,6}}"
)
_MENU = (
    "首页 末页 尾页 跳转 大 中 小 字体 字号 打印 收藏 关闭 分享 微信 微博 新浪微博 腾讯微博 QQ空间 公众号 返回 导出 下载 "
    "纠错 登录 注册 手机版 无障碍 无障碍浏览 繁体 繁體 简体 English RSS 全文 正文 网站首页 打印本页 关闭窗口 关闭本页 加入收藏"
)
_WORDS = frozenset(_MENU.split())
_PARTS = re.compile(f"[{BLANK}|\uff5c\\[\\]\u3010\u3011/\u00b7:<>,]{{1,20}}")
_FEWEST_MARKS = 3  # Simplified-only characters that show a line to be the page's own


def remove_web_junk(text: str) -> Iterable[Edit]:
    """Edits that take the page's own lines out, whole lines only; patterns are Simplified."""
    lines = text_lines(to_simplified(text))
    junk = {n for n, line in enumerate(lines) if _is_junk(line)}
    junk |= set(index_lines(lines[: _body(lines)], text))
    junk |= {n for n in range(_body(lines)) if _matches(_NEAR_THE_EDGES, lines[n])}
    junk |= {len(lines) - 1} if lines and _TAGS.fullmatch(narrow(lines[-1].text)) else set()
    junk |= set(_footer(lines, junk)) | set(_other_script(lines, text))
    return [_removal(text, lines[n]) for n in sorted(junk)]


def _is_junk(line: TextLine) -> bool:
    return _matches(_ANYWHERE, line) or _is_menu(line.text)


def _matches(pattern: re.Pattern[str], line: TextLine) -> bool:
    if len(line.text) > _LONGEST:
        return False
    return pattern.match(_BLANKS.sub("", narrow(line.text))) is not None


def _is_menu(text: str) -> bool:
    parts = [part for part in _PARTS.split(narrow(text)) if part]
    return bool(parts) and all(part in _WORDS for part in parts)


def _body(lines: Sequence[TextLine]) -> int:
    """Where the document's own text surely has begun."""
    return next(
        (n for n, line in enumerate(lines[:_TOP]) if line.numbered), min(len(lines), _TOP) // 2
    )


def _footer(lines: Sequence[TextLine], junk: set[int]) -> Iterator[int]:
    """The run of footer lines at the end, where at least one of them is junk beyond doubt."""
    run = []
    for at in range(len(lines) - 1, -1, -1):
        if at not in junk and not _matches(_NEAR_THE_EDGES, lines[at]):
            break
        run.append(at)
    if junk & set(run):
        yield from run


def _other_script(lines: Sequence[TextLine], text: str) -> Iterator[int]:
    """A Simplified line at the end of a Traditional document is the page's template."""
    if lines and is_traditional(text):
        last = text[lines[-1].start : lines[-1].end]
        marks = _differences(last, to_traditional(last))
        if marks >= _FEWEST_MARKS and marks > _differences(last, to_simplified(last)):
            yield len(lines) - 1


def _differences(one: str, other: str) -> int:
    return sum(a != b for a, b in zip(one, other, strict=False))


def _removal(text: str, line: TextLine) -> Edit:
    end = text.find("\n", line.end)
    return Edit(
        Span(text.rfind("\n", 0, line.start) + 1, end + 1 if end >= 0 else len(text)), "", RULE
    )
