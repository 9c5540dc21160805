"""会议一页纸: one page for the leader in large type: the numbers, what is done, what has to be pushed.

It has to stay one page, so the lists are as long as there is room, and say how many there are in all.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from math import ceil
from types import MappingProxyType

from shuangda_desktop.papers.model import Block, Grid, Kind, Paper, PaperColumn, Paragraph
from shuangda_desktop.papers.parts import COMMA, PAUSE, SEMICOLON, answering, joined, matter
from shuangda_desktop.papers.report import THIS, mean_sentence
from shuangda_desktop.papers.wording import day_words, numbered
from shuangda_desktop.tasks.reporting import DONE_WORD, USUAL_WORDS, Report, TaskReport

KEY = "one_page"
MOST = 3  # tasks named under a heading, fewer where their names are long
LINE = 21  # characters of 20 pt in a line of 156 mm, one kept free
LINES = 10  # of text on a page, beside the title, the numbers and four headings
TITLE_LINE = 19  # characters
SILENT_UNITS = "未报单位"  # the one number that counts units, so that it says so
ASK = "\u3014请填写需要领导协调的事项\u3015"


def one_page(report: Report, city: str, office: str) -> Paper:
    """The whole page; it is not signed, for it is read in the meeting."""
    title = f"{city}打击侵权假冒工作{report.period.label}情况"
    room = LINES - int(_width(title) > TITLE_LINE)
    most = dict.fromkeys(LISTS, MOST)
    while _lines(_blocks(report, most)) > room and any(most.values()):
        longest = max(
            (part for part in LISTS if most[part]), key=lambda p: _lines(LISTS[p](report, most[p]))
        )
        most[longest] -= 1
    return Paper(KEY, title, office, _blocks(report, most), signed=False, large=True)


def _blocks(report: Report, most: Mapping[str, int]) -> tuple[Block, ...]:
    lists = (named(report, most[part]) for part, named in LISTS.items())
    return joined((_numbers(report), *lists, _asked()))


def _lines(blocks: Iterable[Block]) -> int:
    """How many lines the text takes, headings aside."""
    texts = (b.text for b in blocks if isinstance(b, Paragraph) and b.kind is Kind.BODY)
    return sum(ceil((_width(text) + 2) / LINE) for text in texts)


def _width(text: str) -> float:
    """In Chinese characters."""
    return sum(0.5 if char.isascii() else 1 for char in text)


def _numbers(report: Report) -> Iterator[Block]:
    counts = (
        ("任务", len(report.tasks)),
        *((word, len(report.named(word))) for word in (DONE_WORD, *USUAL_WORDS)),
        ("逾期", len(report.late)),
        (SILENT_UNITS, len(report.silent)),
    )
    columns = tuple(PaperColumn(name, len(name) + 1, exact=True) for name, _ in counts)
    yield Grid(columns, (tuple(str(count) for _, count in counts),))
    said = f"截至{day_words(report.made_on)}\uff0c{mean_sentence(report)}"
    yield Paragraph(said + _others(report))


def _others(report: Report) -> str:
    """The states that have no column, so that the numbers add up."""
    shown = (DONE_WORD, *USUAL_WORDS)
    others = [(word, len(tasks)) for word, tasks in report.states if tasks and word not in shown]
    named = PAUSE.join(f"{word}{count}项" for word, count in others)
    return f"另有{named}。" if named else ""


def _done(report: Report, most: int) -> Iterator[Block]:
    yield Paragraph(f"{THIS[report.period.kind]}新完成", Kind.CHAPTER)
    yield _listed(report.finished, "没有新完成的任务", most)


def _late(report: Report, most: int) -> Iterator[Block]:
    yield Paragraph("需要推动", Kind.CHAPTER)
    oldest = sorted(report.late, key=lambda one: str(one.row.due_on))
    yield _listed(oldest, "没有逾期任务", most)


def _next(report: Report, most: int) -> Iterator[Block]:
    yield Paragraph(f"{report.period.next().label}到期", Kind.CHAPTER)
    yield _listed(report.due_next, "没有到期的任务", most)


LISTS: Mapping[str, Callable[[Report, int], Iterator[Block]]] = MappingProxyType(
    {"done": _done, "late": _late, "next": _next}
)


def _asked() -> Iterator[Block]:
    yield Paragraph("请领导协调", Kind.CHAPTER)
    yield Paragraph(ASK)


def _listed(tasks: Sequence[TaskReport], none: str, most: int) -> Paragraph:
    """The first tasks with who answers for them, and how many there are in all."""
    if not tasks:
        return Paragraph(f"{none}。")
    named = [_named(one) for one in tasks[:most]]
    more = [f"共{len(tasks)}项"] if len(tasks) > most else []
    return Paragraph(SEMICOLON.join([*named, *more]) + "。")


def _named(one: TaskReport) -> str:
    who = answering(one.row)
    return numbered(one.row.number, matter(one.row)) + (f"{COMMA}{who}" if who else "")
