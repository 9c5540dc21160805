"""A reply that came back, read against what was asked; whatever was done to the file on the way.

Pure: sheets of cells and what is known go in, a Reply comes out. What has no code is found by its words
and comes with a doubt; what belongs nowhere is kept as an opinion on the whole.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from shuangda_desktop.tasks.dividing.alignment import align
from shuangda_desktop.tasks.returns.codes import is_ours, unit_token
from shuangda_desktop.tasks.returns.table import FOOT, TICK, TableRow, find_table
from shuangda_desktop.tasks.rounds.letters import Named, Part, has_none, parts
from shuangda_desktop.tasks.rounds.opinions import Opinion, Stance
from shuangda_desktop.tasks.understanding import is_blank, plain
from shuangda_desktop.text.sheets import FilledBook

STANCE, PROPOSAL, REASON = "stance", "proposal", "reason"
NONE, MORE = f"{TICK}none", f"{FOOT}more"
NUMBER, TASK = "number", "task"
MARKS = "SD"  # the sheet of marks
LIKE = 0.55  # as like as two texts must be to be one task's
ON_ALL = "全文"
_TITLES = (
    (re.compile("理由|原因|依据"), REASON),
    (re.compile("^(?:本?单位)?意见(?:同意.*)?$|态度|是否同意"), STANCE),
    (re.compile("修改|建议|意见"), PROPOSAL),
    (re.compile("序号|编号"), NUMBER),
    (re.compile("任务|措施|内容|事项|段落|条款"), TASK),
)
_SIGNS = re.compile("[\\s()\\[\\]:*/、.。,;?!-]+")
_AGREES = re.compile(
    "^(?:无|没有|没|无修改|没有修改|暂无)(?:不同)?(?:意见|建议)?$|^(?:原则|完全)?同意|^√$|^无异议$"
)
_AGAINST = re.compile("不同意|反对|不宜|不认可")
_LONGEST_TITLE = 24
_LONG_LETTER = 400  # characters: one as long says more than that there is nothing


@dataclass(frozen=True, slots=True)
class AskedTask:
    """A task as a unit was asked about it."""

    task_id: int
    number: int
    words: str
    about: str


@dataclass(frozen=True, slots=True)
class AskedRound:
    """What is known when replies come in: each unit's tasks, and its other names."""

    office: str  # names the database
    period: str  # the code of the round
    tasks: Mapping[str, tuple[AskedTask, ...]]
    names: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Reply:
    """What a file says. ``unit`` is "" where nobody can be told; ``doubts`` are whole sentences."""

    file: str
    unit: str
    opinions: tuple[Opinion, ...]
    is_readable: bool = True
    doubts: tuple[str, ...] = ()

    @property
    def has_none(self) -> bool:
        """Whether the unit has no opinion."""
        return self.is_readable and not self.opinions


def read_reply(book: FilledBook, asked: AskedRound, unit: str = "") -> Reply:
    """What the file says; ``unit`` is whose it is where the clerk said so."""
    shown = [sheet for sheet in book.sheets if not sheet.is_hidden]
    tables = [(s, t) for s in shown if (t := find_table(s, field_of_title)) is not None]
    rows = [row for _, table in tables for row in table.rows if _says(row)]
    own, doubts = _whose(book, asked, unit, rows)
    doubts += tuple(_of_another_round(rows, asked))
    lines = {code: text for _, table in tables for code, text in table.lines.items()}
    if not tables:
        said = [text for sheet in shown for _, text in sorted(sheet.texts.items())]
        return _worded(
            book, asked, own, doubts, [line for text in said for line in text.split("\n")]
        )
    found = tuple(_opinions(rows, asked, own))
    more = lines.get(MORE, "").strip()
    if more and not is_blank(more) and not _AGREES.search(plain(more)):
        found += (Opinion(own, None, ON_ALL, Stance.CHANGE, more),)
    if lines.get(NONE, "").strip() and found:
        doubts += ("勾选了“无意见”\uff0c又填了意见\uff0c请核对\u3002",)
    return Reply(book.name, own, found, True, doubts)


def field_of_title(text: str) -> str | None:
    """The field that a title of a column most likely means."""
    words = _SIGNS.sub("", plain(text))
    if not words or len(words) > _LONGEST_TITLE:
        return None
    return next((field for pattern, field in _TITLES if pattern.search(words)), None)


def _worded(
    book: FilledBook, asked: AskedRound, own: str, doubts: tuple[str, ...], lines: Sequence[str]
) -> Reply:
    """A letter without a table: no opinion, its lines by the tasks they name, or all of its words."""
    words = "\n".join(lines)
    if len(plain(words)) < _LONG_LETTER and has_none(words):
        doubt = "来文没有表格\uff0c按“无意见”读入\uff0c请核对\u3002"
        return Reply(book.name, own, (), True, (*doubts, doubt))
    tasks = asked.tasks.get(own, ())
    named = [Named(task.number, task.about.partition(" ")[2]) for task in tasks]
    found = tuple(
        _of_letter(own, part, None if part.at is None else tasks[part.at])
        for part in parts(lines, named)
    )
    if found:
        doubt = "来文没有表格\uff0c按写到的任务拆成几条意见\uff0c请对照原件核对\u3002"
        return Reply(book.name, own, found, True, (*doubts, doubt))
    doubt = "来文没有表格\uff0c全文列为一条意见\uff0c请对照任务拆开\u3002"
    whole = Opinion(own, None, ON_ALL, Stance.CHANGE, words, "", doubt)
    return Reply(book.name, own, (whole,), True, doubts)


def _of_letter(own: str, part: Part, task: AskedTask | None) -> Opinion:
    if task is None:
        return Opinion(own, None, ON_ALL, Stance.CHANGE, part.words, "", "没有写明是哪项任务\u3002")
    doubt = f"按“{part.named}”对应到“{task.about}”\uff0c请核对\u3002"
    return Opinion(own, task.task_id, task.about, Stance.CHANGE, part.words, "", doubt)


# -- whose it is


def _whose(
    book: FilledBook, asked: AskedRound, unit: str, rows: Sequence[TableRow]
) -> tuple[str, tuple[str, ...]]:
    if unit:
        return unit, ()
    marked = _marks(book).get("unit", "")
    if marked in asked.tasks:
        return marked, ()
    tokens = {row.code.unit for row in rows if row.code is not None}
    coded = [one for one in asked.tasks if unit_token(one) in tokens]
    if len(coded) == 1:
        return coded[0], ()
    named = _named(book, asked)
    if len(named) == 1:
        return named[0], (f"文件没有标识\uff0c按名称认作“{named[0]}”的回复\uff0c请核对\u3002",)
    return "", ("看不出是哪个单位的回复\uff0c请选定单位\u3002",)


def _of_another_round(rows: Sequence[TableRow], asked: AskedRound) -> Iterator[str]:
    """A form of an earlier draft is an answer to that one."""
    codes = [row.code for row in rows if row.code is not None and is_ours(row.code, asked.office)]
    if codes and all(code.period != asked.period for code in codes):
        yield "这是另一次征求意见的表\uff0c不是这一次的\uff0c请核对\u3002"


def _marks(book: FilledBook) -> dict[str, str]:
    found: dict[str, str] = {}
    for sheet in book.sheets:
        if sheet.name == MARKS:
            for (row, column), text in sheet.texts.items():
                if column == 0:
                    found[text] = sheet.texts.get((row, 1), "")
    return found


def _named(book: FilledBook, asked: AskedRound) -> list[str]:
    """The units that the name of the file speaks of; else those in the lines above the table."""
    heads = [t for s in book.sheets for (row, _), t in s.texts.items() if row < 6 and len(t) < 80]
    for words in (book.name, *heads):
        found = [unit for unit in asked.tasks if _speaks(words, unit, asked.names)]
        longest = [u for u in found if not any(u != other and u in other for other in found)]
        if longest:
            return longest
    return []


def _speaks(words: str, unit: str, names: Mapping[str, tuple[str, ...]]) -> bool:
    return any(len(name) > 2 and name in words for name in (unit, *names.get(unit, ())))


# -- what it says


def _says(row: TableRow) -> bool:
    return row.code is not None or any(
        row.texts.get(field, "").strip() for field in (STANCE, PROPOSAL, REASON)
    )


def _opinions(rows: Sequence[TableRow], asked: AskedRound, own: str) -> Iterator[Opinion]:
    tasks = asked.tasks.get(own, ())
    alike = _alike(rows, tasks)
    for place, row in enumerate(rows):
        stance, doubts = _stance(row)
        if stance is Stance.AGREE:
            continue
        task, doubt = _task(row, asked, tasks, alike.get(place))
        told = [text for field, text in row.texts.items() if field == TASK]
        about = task.about if task else "".join(told)[:40] or ON_ALL
        yield Opinion(
            own,
            task.task_id if task else None,
            about,
            stance,
            _given(row, PROPOSAL) or _spoken(row),
            _given(row, REASON),
            "".join([*doubts, doubt]),
        )


def _stance(row: TableRow) -> tuple[Stance, list[str]]:
    """What is meant; a change without a tick is a change all the same."""
    said, proposal = plain(row.texts.get(STANCE, "")), _given(row, PROPOSAL)
    if _AGAINST.search(said):
        return Stance.AGAINST, []
    wants = bool(proposal) and not _AGREES.search(plain(proposal))
    agrees = is_blank(said) or _AGREES.search(said) is not None
    if agrees and wants and not is_blank(said):
        return Stance.CHANGE, ["填了“同意”\uff0c又写了修改内容\uff0c请核对\u3002"]
    if agrees and not wants:
        return Stance.AGREE, []
    return Stance.CHANGE, [] if wants or len(said) > 4 else ["没有写明怎样修改\u3002"]


def _given(row: TableRow, field: str) -> str:
    text = row.texts.get(field, "").strip()
    return "" if is_blank(text) else text


def _spoken(row: TableRow) -> str:
    """What stands in the column of the stance where it is more than a stance."""
    said = row.texts.get(STANCE, "").strip()
    return said if len(plain(said)) > 4 else ""


def _task(
    row: TableRow, asked: AskedRound, tasks: Sequence[AskedTask], alike: AskedTask | None
) -> tuple[AskedTask | None, str]:
    if row.code is not None and is_ours(row.code, asked.office):
        known = next((task for task in tasks if task.task_id == row.code.task_id), None)
        if known is not None:
            return known, ""
    if alike is not None:
        return alike, f"没有标识\uff0c按文字对应到“{alike.about}”\uff0c请核对\u3002"
    numbers = [t for t in tasks if str(t.number) == plain(row.texts.get(NUMBER, ""))]
    if numbers and not row.texts.get(TASK, "").strip():
        return numbers[0], f"没有标识\uff0c按序号对应到“{numbers[0].about}”\uff0c请核对\u3002"
    return None, "没有找到对应的任务\uff0c请核对\u3002"


def _alike(rows: Sequence[TableRow], tasks: Sequence[AskedTask]) -> dict[int, AskedTask]:
    """Which rows say what a task says."""
    words = [row.texts.get(TASK, "") for row in rows]
    pairs = align(words, [task.words for task in tasks], LIKE)
    return {pair.left: tasks[pair.right] for pair in pairs if words[pair.left].strip()}
