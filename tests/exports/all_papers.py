"""One of each kind of official document, the plan with 200 measures."""

from dataclasses import replace
from datetime import date

from exports.sample import OFFICE, plan, task, unit
from papers.reports import CITY, busy, march
from shuangda_desktop.papers.circular import state_circular
from shuangda_desktop.papers.consultation import Opinion, adoption_table, consultation_letter
from shuangda_desktop.papers.local_plan import local_plan
from shuangda_desktop.papers.model import Dress, DutyStyle, Form
from shuangda_desktop.papers.notice import forwarding_notice
from shuangda_desktop.papers.one_page import one_page
from shuangda_desktop.papers.pressing import supervision_slip, urging_slip
from shuangda_desktop.papers.report import periodic_report
from shuangda_desktop.plan.model import Role
from shuangda_desktop.tasks.model import ProgressEntry, Status

NUMERALS = "一二三四五六七八九十"
SENTENCES = (
    "围绕农资、成品油、儿童用品等重点商品开展集中检查\uff0c依法查处违法行为\uff0c及时公开处罚结果。",
    "对“两法衔接”案件逐案登记\uff08含线索移送\uff09\uff0c全年抽查不少于300批次\u2014\u2014按《管理办法》执行。",
    "建立健全跨区域协作机制\uff0c推动信息共享、线索互通、结果互认。",
)
LETTER = Dress(
    Form.LETTER, "示例市双打办", "示双打办函〔2026〕3号", copies_to="市委办公室", sealed=True
)
RED = Dress(
    Form.RED,
    "示例市人民政府办公室文件",
    "示政办发〔2026〕8号",
    issued_on=date(2026, 3, 16),
    copies_to="市委办公室\uff0c市人大常委会办公室",
    printed_by=OFFICE,
    printed_on=date(2026, 3, 17),
)


def rows(count: int):
    """Tasks whose beginning and end can be told on paper."""
    units = (
        unit("市市场监管局"),
        unit("市公安局", Role.RESPONSIBLE),
        unit("示例海关", Role.COOPERATING),
    )
    return tuple(
        task(
            n,
            chapter=f"{NUMERALS[(n - 1) // 20]}、第{NUMERALS[(n - 1) // 20]}方面工作",
            title=f"任务A{n}A",
            text="".join(SENTENCES[(n + k) % 3] for k in range(1 + n % 4)) + f"完成Z{n}Z。",
            units=units,
        )
        for n in range(1, count + 1)
    )  # fmt: skip


def crowded():
    """A month in which there is more to say than a page holds."""
    name = "开展农村和城乡结合部市场假冒伪劣商品整治"
    due = [date(2026, 3, 20), date(2026, 4, 20)]
    late = [task(n, title=name, due_on=due[n % 2], units=(unit("市市场监管局"),)) for n in range(8)]
    done = [task(n, title=name, status=Status.DONE, due_on=None) for n in range(8, 12)]
    said = [ProgressEntry(n, "市农业农村局", date(2026, 3, 9), 100, "完成") for n in range(8, 12)]
    return march(*late, *done, entries=said)


def papers(count: int = 200):
    """One of each kind of document by its name; the plan over so many measures."""
    long, short = local_plan(plan(rows=rows(count))), local_plan(plan(rows=rows(3)))
    late = [replace(r, due_on=date(2026, 3, 1)) for r in rows(3)]
    letter = consultation_letter(short, ("市公安局", "市商务局"), date(2026, 3, 10), "李某")
    letter = replace(letter, dress=replace(LETTER, recipients=letter.dress.recipients))
    return {
        "plan": long,
        "lines": local_plan(plan(rows=rows(40), duties=DutyStyle.LINES)),
        "notice": replace(forwarding_notice(replace(short, annexes=())), dress=RED),
        "letter": letter,
        "report": periodic_report(busy(), CITY, OFFICE, "市人民政府"),
        "circular": state_circular(busy(), CITY, OFFICE, "各成员单位", ranked=True),
        "one_page": one_page(crowded(), CITY, OFFICE),
        "urge": urging_slip("市公安局", rows(3), busy().period, OFFICE),
        "supervise": supervision_slip("市公安局", late, date(2026, 4, 2), OFFICE),
        "adoption": adoption_table([Opinion("甲局", "第3项", "改期。", "采纳")], "方案", OFFICE),
    }
