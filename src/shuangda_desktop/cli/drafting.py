"""Commands around official documents: drafting one, reading back what was drafted and edited."""

import argparse
from dataclasses import replace

from shuangda_desktop.cli.database import opened
from shuangda_desktop.cli.output import complain, say
from shuangda_desktop.cli.values import moment
from shuangda_desktop.papers.model import Dress, DutyStyle, Form
from shuangda_desktop.text.punctuation import widen

PAPERS = {  # those of services/outputs/paper_kinds.py, which is not loaded before one of them is wanted
    "plan": "实施方案",
    "notice": "印发通知",
    "consultation": "征求意见函",
    "report": "工作报告",
    "circular": "通报",
    "one_page": "会议一页纸",
    "urge": "催办单",
    "supervise": "督办单",
}
FORMS = [form.value for form in Form]
STYLES = [style.value for style in DutyStyle]


def draft(arguments: argparse.Namespace) -> None:
    """Write an official document as the window's draft has it."""
    from shuangda_desktop.services.outputs import exporting, papers
    from shuangda_desktop.services.outputs.paper_kinds import PaperWanted

    now = moment(arguments)
    wanted = PaperWanted(
        arguments.paper,
        now.date(),
        arguments.period,
        arguments.unit or "",
        arguments.reply_by,
        DutyStyle(arguments.duties),
    )
    with opened(arguments) as store:
        job = papers.paper_job(store, wanted)
        dress = _dressed(job.paper.dress, arguments)
        job = replace(job, paper=replace(job.paper, dress=dress))
        sentences = exporting.export(store, job, arguments.out, now)
    for sentence in sentences:
        complain(sentence)
    say(widen(f"已写出{PAPERS[arguments.paper]}:{arguments.out}"))


def _dressed(dress: Dress, arguments: argparse.Namespace) -> Dress:
    """The head that was asked for, over what the office usually has."""
    asked = {
        "form": Form(arguments.form) if arguments.form else None,
        "name": arguments.head,
        "document_number": arguments.number,
        "issued_on": arguments.issued_on,
    }
    given = {key: value for key, value in asked.items() if value is not None}
    return replace(dress, **given)


def read_back(arguments: argparse.Namespace) -> None:
    """Compare an edited document with the tasks, and take over what it says where that is asked for."""
    from shuangda_desktop.services.outputs import readback

    with opened(arguments) as store:
        found = readback.read_back(store, arguments.file)
        if arguments.adopt and found.differences:
            readback.take_over(store, found.differences, moment(arguments))
    say(widen(f"读回《{found.title}》:对上{found.matched}项任务,{len(found.differences)}处不同。"))
    for one in found.differences:
        number = f"第{one.number}项" if one.number else "新的一项"
        say(widen(f"{number} {one.change}:{one.before or '无'} → {one.after or '无'}"))
    if arguments.adopt and found.differences:
        say("任务已照文件改。")


def use_template(arguments: argparse.Namespace) -> None:
    """Use the office's own file for a kind of paper, or the program's form again."""
    from shuangda_desktop.services.outputs import templates

    name = PAPERS[arguments.paper]
    with opened(arguments) as store:
        if arguments.file is None:
            templates.drop_template(store, arguments.paper, moment(arguments))
            say(f"{name}改回程序的公文格式。")
        else:
            templates.choose_template(store, arguments.paper, arguments.file, moment(arguments))
            say(f"{name}以后用模板“{arguments.file.name}”。")
