"""征求意见函, and 意见采纳情况表 once the answers are in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from shuangda_desktop.papers.model import (
    Annex,
    Block,
    Dress,
    Form,
    Grid,
    Paper,
    PaperColumn,
    Paragraph,
)
from shuangda_desktop.papers.parts import COMMA, PAUSE
from shuangda_desktop.papers.pressing import REPLY_DAY
from shuangda_desktop.papers.wording import day_words

LETTER, ADOPTION = "consultation", "adoption"
DRAFT = "\uff08征求意见稿\uff09"
FORM = "意见反馈表"
UNDECIDED, UNSTUDIED = "尚未研究", "意见尚未研究"
NO_OPINION = "无意见"


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a unit said about the draft and what became of it; an empty ``text`` is 无意见."""

    unit: str
    about: str
    text: str
    outcome: str  # 采纳, 部分采纳, 未采纳, "" while undecided
    reason: str = ""


def consultation_letter(
    plan: Paper, units: Sequence[str], reply_by: date | None = None, contact: str = ""
) -> Paper:
    """The letter that sends the draft of a plan to the units, with a form for their answer."""
    day = day_words(reply_by) if reply_by else REPLY_DAY
    text = (
        f"现将《{plan.title}{DRAFT}》印送你单位{COMMA}请结合职责认真研究{COMMA}提出修改意见{COMMA}"
        f"并于{day}前书面反馈{COMMA}逾期不反馈的视为没有意见。没有意见的{COMMA}请反馈“{NO_OPINION}”。"
    )
    remark = f"联系人及电话\uff1a{contact}" if contact else ""
    dress = Dress(form=Form.LETTER, name=plan.office, recipients=PAUSE.join(units), remark=remark)
    title = f"关于征求《{plan.title}{DRAFT}》意见的函"
    annexes = (
        Annex(plan.title + DRAFT, plan.blocks),
        *plan.annexes,
        Annex(FORM, (_form(),)),
    )
    return Paper(LETTER, title, plan.office, (Paragraph(text),), annexes, dress)


def _form() -> Grid:
    """An empty form: which item, what the unit wants, why."""
    columns = (
        PaperColumn("序号", 3, exact=True),
        PaperColumn("对应的任务或段落", 9, least=7),
        PaperColumn("修改意见", 12, least=8),
        PaperColumn("理由", 9, least=6),
    )
    return Grid(columns, tuple((str(n), "\n\n", "", "") for n in range(1, 7)))


def adoption_table(opinions: Sequence[Opinion], plan_title: str, office: str) -> Paper:
    """意见采纳情况表: what every unit said and what became of it."""
    columns = (
        PaperColumn("序号", 3, exact=True),
        PaperColumn("单位", 7, least=7),
        PaperColumn("对应内容", 9, least=6),
        PaperColumn("意见", 14, least=8),
        PaperColumn("采纳情况", 5, exact=True),
        PaperColumn("说明", 9, least=6),
    )
    rows = tuple(
        (str(n), o.unit, o.about, o.text or NO_OPINION, o.outcome if o.text else "\u2014", o.reason)
        for n, o in enumerate(opinions, 1)
    )
    annex = Annex("意见采纳情况表", (Grid(columns, rows),), lying=True)
    blocks: tuple[Block, ...] = tuple(_summary(opinions, plan_title))
    title = f"《{plan_title}》征求意见采纳情况"
    return Paper(ADOPTION, title, office, blocks, (annex,))


def _summary(opinions: Sequence[Opinion], plan_title: str) -> Iterator[Paragraph]:
    """How many said what: each number counts lines of the table."""
    units = dict.fromkeys(o.unit for o in opinions)
    said = [o for o in opinions if o.text]
    silent = [unit for unit in units if unit not in {o.unit for o in said}]
    none = f"其中{len(silent)}个单位没有意见\uff0c其余单位" if silent else ""
    told = f"{none}共提出意见{len(said)}条" if said else "均没有意见"
    yield Paragraph(
        f"《{plan_title}》征求意见期间\uff0c共收到{len(units)}个单位的反馈\uff0c{told}。"
    )
    outcomes = dict.fromkeys(o.outcome or UNDECIDED for o in said)
    counted = [
        f"{outcome}{sum((o.outcome or UNDECIDED) == outcome for o in said)}条"
        for outcome in outcomes
    ]
    if counted:
        studied = (
            f"经研究\uff0c{PAUSE.join(counted)}" if set(outcomes) != {UNDECIDED} else UNSTUDIED
        )
        yield Paragraph(f"{studied}\uff0c具体情况见附件。")
