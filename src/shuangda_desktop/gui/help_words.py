"""What F1 says on each page: what the page is for, and its keys."""

from collections.abc import Mapping
from dataclasses import dataclass

from shuangda_desktop.text.punctuation import widen


@dataclass(frozen=True, slots=True)
class Help:
    """A few sentences, and keys with what they do."""

    sentences: tuple[str, ...]
    keys: Mapping[str, str]


EVERYWHERE: Mapping[str, str] = {
    "Ctrl+1 至 Ctrl+8": "换到左边的各页",
    "Ctrl+9": "单位名录",
    "Tab、Shift+Tab": "到下一个、上一个控件",
    "Enter": "按下有粗框的按钮",
    "Ctrl+K": "全部查找",
    "Ctrl+F": "在本页查找",
    "Ctrl+Z、Ctrl+Y": "撤销、重做",
    "F1": "打开或收起说明",
}

HELP: Mapping[str, Help] = {
    "today": Help(
        (
            "每个数字下面就是它数的那些事,点数字看,双击打开去办。",
            "横条是在办任务的各种状态,点下面的字就到任务页。",
        ),
        {"Enter": "打开所选的一项"},
    ),
    "papers": Help(
        (
            "在这里起草公文:实施方案、通知、函、报告、通报、催办单和督办单。",
            "正文一行一段,可以直接改;任务变了,改过的段落仍然保留。",
            "右边填版头和版记,或者插入本办存下的段落。",
        ),
        {"Ctrl+E": "写出 Word"},
    ),
    "plans": Help(
        (
            "上级来文从这里进来:把文件拖进来,或者打开文件、粘贴文字。",
            "程序读出措施、单位和时限。先“校核”,再“分解”。",
            "删错了可以撤销,任务和进展一起回来。",
        ),
        {
            "Ctrl+O": "打开文件",
            "Ctrl+Shift+V": "粘贴文字",
            "Enter": "校核",
            "Delete": "删除",
            "Esc": "停止读取",
        },
    ),
    "review": Help(
        (
            "左边是原文,右边是读出的内容。点一边,另一边跟着走。",
            "黄色的是拿不准的地方,一处一处看:对的就认可,不对的就改。",
            "文字有几种读法的,按数字选一种;Enter 保留原样,F2 自己写。",
            "绿色的是整理过的文字,点一下看改了什么,可以撤回,可以再修复。",
            "漏读的措施:在原文里选中,按 Ctrl+Shift+A;右键可以教程序。",
            "单位一行一个,选中以后按数字改分工。",
            "“重新读取”用现在的程序和规则再读一次,先看不同,再决定。",
        ),
        {
            "F7、F8": "上一处、下一处",
            "Enter": "认可这一处,保留原样",
            "Shift+Enter": "同类的都认可,同样的字都保留",
            "Shift+1、2、3": "同样的字都选这种读法",
            "F2": "去改这一处,再按到下一栏",
            "Ctrl+Shift+Enter": "在光标处拆分措施",
            "Ctrl+M": "与下一项合并",
            "Ctrl+J": "不是措施、不是小标题\uff1b恢复去掉的",
            "Ctrl+[、Ctrl+]": "小标题升级、降级",
            "Ctrl+Shift+A": "选中的文字作为措施",
            "Ctrl+T": "以后都这样(教程序)",
            "Ctrl+Enter": "正在打字时认可\uff1b全部核对完了去分解",
            "1、2、3": "选一种读法;在单位上改为牵头、责任、配合",
            "Delete": "移除单位",
            "F4": "扫描件的原件,打开或收起",
            "F6": "原文、整理后的文字",
            "Shift+F8、Shift+F2": "下一处整理过的文字,撤回或重新修复",
            "F9": "打开或收起提纲",
            "Esc": "从右边的栏目回到提纲",
        },
    ),
    "split": Help(
        (
            "左边是来文的措施,右边是分解成的本市任务。",
            "虚线框里的是程序拟的,确认以后变成实线;由来写在下面。",
            "“检查”一栏列出要改的和存疑的任务,点一下就到。",
            "“逐条对照”看每条落到哪项任务;“两文对照”看同年或去年的另一份方案。",
            "“征求意见”给各单位写表、读回,逐条采纳,任务随之修改。",
            "“版本”印发清单;以后还能改,每处调整在页脚写明理由。",
        ),
        {
            "F2、Enter": "修改格子\uff1b改完 Enter 到下一行\uff0cTab 到下一格",
            "Ctrl+Enter": "确认所选",
            "Delete": "不适用",
            "Ctrl+R": "恢复",
            "Ctrl+M": "合并",
            "Alt+Up、Alt+Down": "上移、下移",
            "Ctrl+Shift+Enter": "在光标处拆分",
            "空格": "打开或收起原句与单位",
            "Alt+1 至 Alt+5": "分解、逐条对照、征求意见、版本、两文对照",
            "Ctrl+G": "换了单位以后\uff0c记入对口关系",
            "Ctrl+Shift+R": "记下调整的理由",
            "Ctrl+Shift+N": "登记所选单位无意见",
            "Ctrl+Shift+A": "采纳这一条意见",
        },
    ),
    "tasks": Help(
        (
            "全部任务的进展。点上面的数字,就只看那几项。",
            "右边登记进展:选单位,填完成率和情况。",
            "选中的行可以复制,粘贴到 WPS 就是表格。",
        ),
        {
            "Ctrl+Enter": "登记进展",
            "Ctrl+C": "复制所选的行",
            "空格": "打开或收起任务详情",
            "Alt+1 至 Alt+4": "表格、看板、时间轴、日历",
        },
    ),
    "returns": Help(
        (
            "每期先“下发填报表”:每个单位一份工作簿,另附通知;只写已印发或下达的任务。",
            "单位报来的文件用“读回文件”:先列出差别,勾选以后才采用,原件留存。",
            "点格子看那一期收到了什么;催报短信、催报名单和催办单都从这里出。",
        ),
        {"Ctrl+R": "读回文件", "空格": "勾选、取消", "F2": "改填报的内容"},
    ),
    "outputs": Help(
        (
            "选一种文件,右边就是打印出来的样子,可以写出、打印、存为PDF。",
            "“改版式”里挑列、改列名、换纸张和标题,起个名字存下来,以后照它写出。",
            "“发出记录”里选一次写出,看从那时到现在有了哪些变化,还能写出变更清单。",
            "没有确认的任务会标“拟”,正式发文前先去确认。",
        ),
        {"Up、Down": "换一种文件", "Ctrl+E": "写出", "Ctrl+P": "打印"},
    ),
    "units": Help(
        (
            "本市的单位名录。改了名称或简称,新拟的任务就用新的。",
            "来文里有别的写法,在右边添加别称。",
            "省、市名称和本办的信息在“本市与本办”一栏。",
        ),
        {"F2": "修改格子", "Ctrl+N": "添加单位", "Delete": "删除单位"},
    ),
    "rules": Help(
        (
            "教过程序的规则都在这里:单位的别称、单位名称、页面文字、分工用语。",
            "规则在下次读取来文时照办;已导入的,选中规则按 Ctrl+R 重读。",
            "可以导出给别的单位,也可以读入;同样的文字以本办的规则为准。",
        ),
        {
            "F2": "修改文字",
            "Ctrl+N": "添加规则",
            "空格": "停用、启用",
            "Delete": "删除规则",
            "Ctrl+R": "用于已导入的来文",
            "Ctrl+E": "导出规则",
        },
    ),
    "calendar": Help(
        (
            "亮灯的天数、名称和颜色,由本办定;任务页下面和灯上都写着这条规则。",
            "定期任务按“报送日”算出每一期哪天该报,遇休息日按这里的规矩调整。",
            "每年的放假通知下来后,在右边添加或改动。",
        ),
        {},
    ),
    "backups": Help(
        (
            "关闭程序时如有改动,会自动备份。",
            "恢复以前会先把现在的数据另存一份,恢复错了还能回来。",
        ),
        {},
    ),
    "about": Help(("求助时把这里的内容复制给维护人员。",), {}),
}


def help_html(page: str, quiet: str) -> str:
    """The help of a page for a label; ``quiet`` is the colour of the keys."""
    told = HELP.get(page, Help((), {}))
    sentences = "".join(f"<p>{widen(sentence)}</p>" for sentence in told.sentences)
    own = "".join(_row(key, words, quiet) for key, words in told.keys.items())
    everywhere = "".join(_row(key, words, quiet) for key, words in EVERYWHERE.items())
    return f"{sentences}{_table('这一页的键', own)}{_table('各页都有的键', everywhere)}"


def _table(head: str, rows: str) -> str:
    return f"<p><b>{head}</b></p><table cellpadding='3'>{rows}</table>" if rows else ""


def _row(key: str, words: str, quiet: str) -> str:
    return f"<tr><td style='color: {quiet}'>{key}&nbsp;</td><td>{widen(words)}</td></tr>"
