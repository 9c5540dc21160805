"""What the columns of a table hold whose heads do not tell it: units, times and sentences each look their own way.

    序号 | 行动 | 怎么做               | 谁来做   | 节点
    1    | 清网 | 清理违法链接1000条。 | 市公安局 | 6月底

A guess by what stands below a head is a guess: the heads are named to the clerk.
"""

import re
from collections.abc import Callable, Sequence

from shuangda_desktop.plan.duties.duties import read_clause
from shuangda_desktop.plan.structure.lines import Line, squeeze
from shuangda_desktop.plan.tables.columns import DUTY_COLUMNS, Column
from shuangda_desktop.plan.tables.worth import EMPTY, NUMBER, is_time, is_units
from shuangda_desktop.text.chars import STOP

_MOST = 0.7  # of the cells of a column look alike
_FEWEST = 2  # cells
_SENTENCE = 10  # characters of a cell of words, on the average
_LONGEST_HEAD = 14
_NO_HEAD = re.compile(f"[{STOP}\u3001,\uff0c;\uff1b:\uff1a]|\\d{{2}}|^\\d")
_ROLES = (
    (Column.ASIDE, re.compile("[督监验审评]|指导|填[报写]|报送|来源|数据|联系")),
    (Column.COOPERATING, re.compile("[配协]|参[与加]|支持|帮")),
    (Column.LEAD, re.compile("牵头|主[办责抓管]|领")),
)
_STARTS = re.compile("启动|开始|开工|印发|发文|填|出处|来源|依据|情况")
_NO_LIMIT = re.compile(
    "已|以来|会议|纪要|通知|方案|意见|文件|印发"
)  # beside a time: no day by when
_WHO = re.compile("谁|单位|部门|主体|成员|[责承落办做干管]|方$")
_PLACE = re.compile("(?:[市县区镇乡村]|街道|社区)$")


def may_be_header(cells: Sequence[Line], columns: Sequence[Column]) -> bool:
    """Whether a row may stand over a table: short words, at least one of them known, none twice."""
    names = [squeeze(cell.flat) for cell in cells]
    short = all(0 < len(n) <= _LONGEST_HEAD and not _NO_HEAD.search(n) for n in names)
    own = 2 * sum(is_units(name) or is_time(name) for name in names) < len(names)
    return short and own and len(set(names)) == len(names) > 2 and set(columns) != {Column.UNKNOWN}


def held(
    header: Sequence[Line], rows: Sequence[Sequence[Line]], columns: Sequence[Column]
) -> tuple[Column, ...]:
    """The columns, those of unknown ones that their cells tell among them."""
    cells = [_cells(rows, n, squeeze(head.flat)) for n, head in enumerate(header)]
    found = [
        _by_cells(squeeze(head.flat), below, kind, columns)
        for head, below, kind in zip(header, cells, columns, strict=True)
    ]
    return _with_words(found, cells)


def is_task_table(columns: Sequence[Column]) -> bool:
    """Whether a table says what is to be done and who does it, and most of its columns are known."""
    known = sum(column is not Column.UNKNOWN for column in columns)
    told = Column.TASK in columns and any(column in DUTY_COLUMNS for column in columns)
    return told and known * 2 >= len(columns)


def _cells(rows: Sequence[Sequence[Line]], at: int, head: str) -> list[str]:
    """What the filled cells of a column say, without its head that may come again."""
    texts = (squeeze(row[at].flat) for row in rows if at < len(row))
    return [text for text in texts if text not in EMPTY and text != head]


def _by_cells(head: str, cells: Sequence[str], kind: Column, columns: Sequence[Column]) -> Column:
    """What an unknown column holds if all its cells are units, or times beside no other times."""
    if kind is not Column.UNKNOWN or not head:
        return kind
    if _most(cells, _tells_who):
        role = next((role for role, words in _ROLES if words.search(head)), None)
        return role or (Column.RESPONSIBLE if _may_do(head, cells, columns) else kind)
    if Column.DUE not in columns and _most(cells, _tells_when) and not _STARTS.search(head):
        return Column.DUE
    return kind


def _may_do(head: str, cells: Sequence[str], columns: Sequence[Column]) -> bool:
    """Whether those in a column do something: they may be where it is done, or who is visited."""
    others = any(column in DUTY_COLUMNS for column in columns)
    places = _most(cells, lambda cell: bool(_PLACE.search(cell)))
    return bool(_WHO.search(head)) or not (others or places)


def _tells_when(text: str) -> bool:
    return is_time(text) and not _NO_LIMIT.search(text)


def _with_words(columns: Sequence[Column], cells: Sequence[Sequence[str]]) -> tuple[Column, ...]:
    """The columns, with the one of the longest sentences as that of tasks, where none that is known has any."""
    told = [n for n, kind in enumerate(columns) if kind is Column.TASK and _are_words(cells[n])]
    free = [
        n for n, kind in enumerate(columns) if _may_hold(kind, columns) and _are_words(cells[n])
    ]
    if told or not free:
        return tuple(columns)
    at = max(free, key=lambda n: sum(map(len, cells[n])) / len(cells[n]))
    themes = [
        Column.GROUP if n > at and kind is Column.TASK else kind for n, kind in enumerate(columns)
    ]
    return (*themes[:at], Column.TASK, *themes[at + 1 :])


def _may_hold(kind: Column, columns: Sequence[Column]) -> bool:
    """Whether a column may hold sentences: an unknown one, or what each unit has to do (职责分工)."""
    others = sum(each in DUTY_COLUMNS for each in columns) > 1 and Column.TASK not in columns
    return kind is Column.UNKNOWN or (kind is Column.RESPONSIBLE and others)


def _are_words(cells: Sequence[str]) -> bool:
    """Whether cells are sentences, and neither units nor times."""
    return _most(cells, _is_word) and sum(map(len, cells)) >= _SENTENCE * len(cells)


def _is_word(text: str) -> bool:
    return not (NUMBER.match(text) or is_units(text) or is_time(text) or _tells_who(text))


def _tells_who(text: str) -> bool:
    """Whether a cell is a list of units, or says by keys or verbs who leads: 牵头:市公安局."""
    if is_units(text):
        return True
    reading = None if text.endswith(STOP) else read_clause(text)
    return bool(reading and reading.duties)


def _most(cells: Sequence[str], looks: Callable[[str], bool]) -> bool:
    """Whether most cells look so."""
    return len(cells) >= _FEWEST and sum(map(looks, cells)) >= _MOST * len(cells)
