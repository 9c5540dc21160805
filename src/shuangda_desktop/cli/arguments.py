"""The commands and their arguments, explained in Chinese."""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

from shuangda_desktop.cli.parser import Parser
from shuangda_desktop.cli.values import day, period

Run = Callable[[argparse.Namespace], None]


def read_arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    """The command that was asked for, as ``run`` with its values; usage errors exit with 2."""
    parser = Parser(
        prog="shuangda",
        description="双打工作台的命令行:读方案,拟任务,记进展,出表格。不联网,资料只在本机。",
        epilog="每个命令后面加 -h 看它的说明。退出码:0完成,1文件或机器的错误,2用法不对。",
    )
    commands = parser.add_subparsers(title="命令", metavar="命令", required=True, dest="命令")
    _add_reading(commands)
    _add_working(commands)
    _add_following(commands)
    _add_writing(commands)
    _add_drafting(commands)
    _add_collecting(commands)
    return parser.parse_args(argv)


Commands = argparse._SubParsersAction  # argparse gives its type no public name


def _add_reading(commands: "Commands[Parser]") -> None:
    from shuangda_desktop.cli import reading

    parse = _command(commands, "parse", reading.parse, "读一份方案,打印JSON,不用数据库")
    parse.add_argument("file", metavar="文件", help="方案文件,格式按内容识别;写 - 从标准输入读")
    take = _command(commands, "import", reading.take_in, "导入一份方案")
    take.add_argument("file", metavar="文件", type=Path, help="方案文件,格式按内容识别")
    choice = take.add_mutually_exclusive_group()
    choice.add_argument("--replace", action="store_true", help="替换同名的旧版,任务和进展转入新版")
    choice.add_argument("--keep-both", action="store_true", help="与同名的旧版一起保留")
    _add_database(take)
    _add_database(_command(commands, "plans", reading.list_plans, "列出导入的方案"))
    _add_rereading(commands)
    _add_database(_command(commands, "check", reading.check, "列出还没核对的疑点,检查数据库"))


def _add_rereading(commands: "Commands[Parser]") -> None:
    from shuangda_desktop.cli import rereading

    rules = _command(commands, "rules", rereading.rules, "列出教过的规则,导出或读入规则文件")
    choice = rules.add_mutually_exclusive_group()
    choice.add_argument("--export", metavar="文件", type=Path, dest="out", help="导出全部规则")
    choice.add_argument("--import", metavar="文件", type=Path, dest="source", help="读入规则文件")
    _add_database(rules)
    reread = _command(commands, "reread", rereading.reread, "用现在的程序和规则重新读取一份方案")
    reread.add_argument("plan", metavar="方案", type=int, help="方案的编号,见 shuangda plans")
    reread.add_argument("--adopt", action="store_true", help="采用新的读法;不写只列出不同")
    _add_database(reread)


def _add_working(commands: "Commands[Parser]") -> None:
    from shuangda_desktop.cli import working

    setup = _command(commands, "setup", working.set_up, "填写省、市,拟定本市单位名录")
    _add_place(setup, required=True)
    _add_database(setup)
    split = _command(commands, "split", working.split, "按方案的措施拟定本市任务")
    split.add_argument("plan", metavar="方案", type=int, help="方案的编号,见 shuangda plans")
    _add_place(split, required=False)
    _add_database(split)
    tasks = _command(commands, "tasks", working.list_tasks, "列出任务")
    tasks.add_argument("--unit", metavar="单位", help="只列这个单位的任务")
    tasks.add_argument("--status", metavar="状态", help="只列这种状态的任务,如 推进中")
    tasks.add_argument("--overdue", action="store_true", help="只列逾期的任务")
    tasks.add_argument("--json", action="store_true", help="打印JSON")
    _add_database(tasks)
    _add_checking(commands)
    progress = _command(commands, "progress", working.record, "登记一个单位的进展")
    progress.add_argument("task", metavar="任务", type=int, help="任务的编号,见 shuangda tasks")
    progress.add_argument("--unit", metavar="单位", required=True, help="报送的单位")
    progress.add_argument("--percent", metavar="数", type=int, required=True, help="完成百分之几")
    progress.add_argument("--note", metavar="文字", required=True, help="做了什么")
    progress.add_argument(
        "--on", metavar="日期", type=day, help="截至哪一天,如 2026-06-30;不写是今天"
    )
    _add_database(progress)


def _add_following(commands: "Commands[Parser]") -> None:
    from shuangda_desktop.cli import following

    today = _command(commands, "today", following.today, "今天要办的事:逾期、到期、该报送等")
    today.add_argument("list", metavar="清单", nargs="?", help="只列一种,如 逾期;不写只报数")
    move = _command(commands, "move", following.move, "改任务的状态,记入流转")
    move.add_argument(
        "tasks", metavar="任务", type=int, nargs="+", help="任务的编号,可以写几个,见 shuangda tasks"
    )
    move.add_argument("status", metavar="状态", help="如 已下达、申请办结、已销号、已退回、暂缓")
    move.add_argument("--on", metavar="日期", type=day, help="哪一天;不写是今天")
    extend = _command(commands, "extend", following.extend, "登记延期申请,或者批复")
    extend.add_argument("task", metavar="任务", type=int, help="任务的编号,见 shuangda tasks")
    choice = extend.add_mutually_exclusive_group(required=True)
    choice.add_argument("--until", metavar="日期", type=day, help="申请延到哪一天")
    choice.add_argument("--approve", action="store_true", help="同意")
    choice.add_argument("--refuse", action="store_true", help="不同意")
    for parser in (move, extend):
        parser.add_argument("--who", metavar="单位", default="", help="经办或申请的单位")
        parser.add_argument("--why", metavar="文字", default="", help="原因、理由")
    search = _command(commands, "search", following.search, "全部查找:来文、任务、进展、流转、单位")
    search.add_argument("words", metavar="词", nargs="+", help="一个字也能找;几个词都要有")
    for parser in (today, move, extend, search):
        _add_database(parser)


def _add_writing(commands: "Commands[Parser]") -> None:
    from shuangda_desktop.cli import writing

    export = _command(
        commands, "export", writing.export, "写出任务分工表、台账、清单、名册或实施方案"
    )
    export.add_argument(
        "document",
        metavar="文档",
        choices=tuple(writing.DOCUMENTS),
        help=",".join(f"{key} {name}" for key, name in writing.DOCUMENTS.items()),
    )
    export.add_argument("--unit", metavar="单位", help="只写这个单位的任务(单位任务清单必须写明)")
    export.add_argument("--plan", metavar="方案", type=int, help="对照哪一份方案,见 shuangda plans")
    export.add_argument(
        "--since", metavar="日期", type=day, help="改写变更清单:与这一天或之前最近写出的一份相比"
    )
    export.add_argument("--out", metavar="文件", type=Path, required=True, help="写到哪里")
    _add_database(export)
    backup = _command(commands, "backup", writing.back_up, "备份数据库,写完重新打开核对")
    backup.add_argument("--out", metavar="文件", type=Path, required=True, help="备份写到哪里")
    _add_database(backup)
    demo = _command(commands, "demo", writing.demo, "用自带的样例走一遍主要工作")
    demo.add_argument("--out", metavar="文件夹", type=Path, required=True, help="结果放在哪里")
    demo.add_argument("--db", metavar="数据库", type=Path, help="数据库放在哪里;不写就放在文件夹里")


def _add_checking(commands: "Commands[Parser]") -> None:
    from shuangda_desktop.cli import checking

    lint = _command(commands, "lint", checking.lint, "印发之前检查一份方案的任务")
    lint.add_argument("plan", metavar="方案", type=int, help="方案的编号,见 shuangda plans")
    lint.add_argument(
        "--on", metavar="日期", type=day, help="印发日期,单位按这一天的算;不写按来文日期"
    )
    _add_database(lint)
    units = _command(commands, "units", checking.units, "导出、导入本市单位名录(Excel)")
    choice = units.add_mutually_exclusive_group(required=True)
    choice.add_argument("--export", metavar="文件", type=Path, help="把名录写成工作簿")
    choice.add_argument(
        "--import", metavar="文件", type=Path, dest="take_in", help="读工作簿,列出变动"
    )
    units.add_argument("--keep", action="store_true", help="把列出的变动存进数据库")
    units.add_argument("--skip-unclear", action="store_true", help="不清楚的行跳过,其余照常导入")
    _add_database(units)


def _add_collecting(commands: "Commands[Parser]") -> None:
    from shuangda_desktop.cli import collecting

    purpose = "写出一期的填报表,每个单位一份,另附通知;只写已经下达的任务,草稿不写"
    send = _command(commands, "send", collecting.send, purpose)
    send.add_argument("--unit", metavar="单位", help="只写这个单位的")
    send.add_argument("--due", metavar="日期", type=day, help="报送截止日;不写按设置")
    send.add_argument("--out", metavar="文件夹", type=Path, required=True, help="写到哪个文件夹")
    collect = _command(commands, "collect", collecting.collect, "读回填报表,列出与现有内容的差别")
    collect.add_argument(
        "files", metavar="文件", type=Path, nargs="+", help="收到的文件或放它们的文件夹"
    )
    collect.add_argument("--accept", action="store_true", help="采用没有疑问的内容")
    for parser in (send, collect):
        parser.add_argument("--period", metavar="报送期", help="如 2026-03;不写是本期")
        _add_database(parser)


def _add_drafting(commands: "Commands[Parser]") -> None:
    from shuangda_desktop.cli import drafting

    paper = _command(commands, "paper", drafting.draft, "起草一份公文，写成 Word 文件")
    names = ",".join(f"{key} {name}" for key, name in drafting.PAPERS.items())
    paper.add_argument("paper", metavar="公文", choices=tuple(drafting.PAPERS), help=names)
    paper.add_argument("--period", metavar="报送期", type=period, help="如 2026-06、2026-Q2、2026")
    paper.add_argument("--unit", metavar="单位", help="催办单、督办单写给哪个单位")
    paper.add_argument("--reply-by", metavar="日期", type=day, help="请对方在哪天前反馈")
    paper.add_argument("--duties", choices=drafting.STYLES, default="brackets", help="单位写在哪里")
    paper.add_argument("--form", choices=drafting.FORMS, help="plain 不加版头,red 红头,letter 信函")
    paper.add_argument("--head", metavar="文字", help="发文机关标志")
    paper.add_argument("--number", metavar="文号", help="发文字号")
    paper.add_argument("--issued-on", metavar="日期", type=day, help="成文日期")
    paper.add_argument("--out", metavar="文件", type=Path, required=True, help="写到哪里")
    _add_database(paper)
    template = _command(commands, "template", drafting.use_template, "公文用本办自己的模板")
    template.add_argument("paper", metavar="公文", choices=tuple(drafting.PAPERS), help=names)
    template.add_argument(
        "file", metavar="文件", type=Path, nargs="?", help="模板\uff1b不写就改回程序的格式"
    )
    _add_database(template)
    again = _command(commands, "readback", drafting.read_back, "读回改过的实施方案,同任务对照")
    again.add_argument("file", metavar="文件", type=Path, help="改过的文件")
    again.add_argument("--adopt", action="store_true", help="任务照文件改")
    _add_database(again)


def _command(commands: "Commands[Parser]", name: str, run: Run, purpose: str) -> Parser:
    parser = commands.add_parser(name, help=purpose, description=purpose + "。")
    parser.set_defaults(run=run)
    # For tests and for trying what a list will show on another day.
    parser.add_argument("--today", type=day, help=argparse.SUPPRESS)
    return parser


def _add_database(parser: Parser) -> None:
    parser.add_argument("--db", metavar="数据库", type=Path, required=True, help="数据库文件")


def _add_place(parser: Parser, required: bool) -> None:
    for option, what, example in (("province", "省", "示例省"), ("city", "市", "示例市")):
        parser.add_argument(
            f"--{option}", metavar=what, required=required, help=f"{what}的全称,如 {example}"
        )
