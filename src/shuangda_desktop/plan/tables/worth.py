"""How well lines fit a column: numbers, units, times and sentences each look their own way."""

import re
from collections.abc import Sequence

from shuangda_desktop.plan.duties.unit_names import is_surely_unit, looks_like_unit
from shuangda_desktop.plan.duties.units_list import split_units
from shuangda_desktop.plan.structure.lines import Line, squeeze
from shuangda_desktop.plan.tables.columns import BESIDE, DUTY_COLUMNS, Column
from shuangda_desktop.text.chars import HAN, STOP

EMPTY = {"", "|", "-", "--", "\u2014", "\u2014\u2014", "/", "\u65e0"}
NUMBER = re.compile(r"^(?:\d{1,3}|[一二三四五六七八九十]{1,3})[.、]?$")
_TIME = re.compile(
    "\\d(?:[年月日]|\\.\\d)|[年月]底|[季年]度|年内|全年|常年|[上下]半年|[上中下]旬|长期|持续|常态|随时|适时|即时|立即|立行立改|每[年月季]|日常|经常性|定期|即\\w即|[次翌]年|见[措举任]|同左"
)
_LONGEST_TIME = 40
_SHORTEST = 6  # of one that goes on with a time
_SHORT = 10  # characters of a line that is a time and nothing else
_FURTHER = 0.4  # what each further line of a cell costs
_FURTHER_UNITS = {Column.LEAD: 0.5}  # those who lead are few
_FURTHER_UNIT = 0.3
_NO_WORDS = -3.0  # who does it is no task
_NOTED = 0.8
_ROLE = re.compile("(?:分别)?(?:牵头|负责|配合|参与|协助)(?:负责|落实|完成)?$")
_PERSON = re.compile(f"(?<=[局厅委办部院社署府]) +[{HAN}]{{2,3}}$")  # who answers in an office
_ENDED = re.compile(
    f"\\d[年月日]|[年月]底|[年季]度|[{STOP}]$"
)  # in a line that no name goes on with
_COUNTED = re.compile(r"\d{1,3}[.、](?=\D)")  # 2.建设服务站 is no unit
_DONE = re.compile(  # how words begin that tell what was reached
    "(?:已|正在|目前|现已?|截至|截止|基本|提前|超额|全部|全面|累计|尚未?|暂[无未]|未)"
    "(?=.{0,12}(?:完成|建成|开工|达到|启动|形成|\\d|[,\u3002]))|\\d[\\d.]{0,6}%"
)

_SCORED = re.compile("[扣得加减计][\\d.]{1,4}分|不得分|得满分")  # how points are given is no task


def worth_of(lines: Sequence[Line], columns: Sequence[Column], at: int) -> float:
    """How well lines fit the column ``at``: the more the better, below 0 where they do not."""
    text = squeeze("".join(line.flat for line in lines))
    column, further = columns[at], len(lines) - 1
    if column is Column.NUMBER:
        return 3.0 if NUMBER.match(text) and not further else -5.0
    if column in DUTY_COLUMNS:
        return _worth_of_duties(lines, text, column)
    cost = _FURTHER * further
    if text in EMPTY and column is not Column.TASK:
        return 1.0
    if column is Column.DUE:
        return (2.0 if _is_time(text, lines) else -2.0) - cost
    if column is Column.REACHED:
        return _worth_of_reached(lines) - cost / 2
    if column in BESIDE:
        return _worth_of_aside(lines, text, columns) - cost
    return _worth_of_words(lines, text, columns, at) - cost


def _worth_of_duties(lines: Sequence[Line], text: str, column: Column) -> float:
    """How well lines fit a column of units."""
    further = len(lines) - 1
    broken = further and any(_ENDED.search(r.flat) or NUMBER.match(r.flat) for r in lines[:-1])
    named = text if further else squeeze(_PERSON.sub("", lines[0].flat))
    worth = -3.0 if broken else _worth_of_units(named)
    return worth - _FURTHER_UNITS.get(column, _FURTHER_UNIT) * further


def _worth_of_aside(lines: Sequence[Line], text: str, columns: Sequence[Column]) -> float:
    """How well lines fit a column of remarks; a sentence is what is to be done, no remark and no name."""
    if _SCORED.search(text) or (NUMBER.match(text) and len(lines) == 1):
        return _NOTED
    plain = _is_plain(lines) and not any(line.flat.endswith(STOP) for line in lines)
    if not plain and len(lines) == 1 and not text.endswith(STOP):
        return 0.0  # where a thing is done may be a town, when it began a time
    return _worth_of_text(plain, text) + _more(lines, text, columns, sentence=False)


def _worth_of_words(lines: Sequence[Line], text: str, columns: Sequence[Column], at: int) -> float:
    """How well lines fit a column of words; what is to be done stands in the last column of tasks."""
    if len(lines) == 1 and is_surely_unit(text) and text[0] != "各":
        return _NO_WORDS
    if Column.ASIDE in columns and _SCORED.search(text):
        return _NO_WORDS
    sentence = columns[at] is Column.TASK and Column.TASK not in columns[at + 1 :]
    return _worth_of_text(_is_plain(lines), text) + _more(lines, text, columns, sentence=sentence)


def _is_plain(lines: Sequence[Line]) -> bool:
    """Whether no line is empty, a list of units or a time."""
    return not any(line.flat in EMPTY or is_other(line.flat) for line in lines)


def _worth_of_text(plain: bool, text: str) -> float:
    return 0.5 if plain and not NUMBER.match(text) else -1.0


def _more(lines: Sequence[Line], text: str, columns: Sequence[Column], *, sentence: bool) -> float:
    """What the end of a text adds where a sentence is expected, or takes where none is.

    What was reached is no task where another column holds it.
    """
    stop = 0.3 if text.endswith(STOP) else 0.0
    long = len(text) > _LONGEST_TIME or len(lines) > 1
    more = stop if sentence else -stop if long else 0.0
    done = sum(_DONE.match(line.flat) is not None for line in lines)
    return more - 0.6 * done if Column.REACHED in columns else more


def _worth_of_reached(lines: Sequence[Line]) -> float:
    """How well lines tell what was reached: a share, or a sentence or several."""
    if any(_worth_of_units(squeeze(line.flat)) > 1 for line in lines):
        return -1.0
    return 0.8 if _DONE.match(lines[0].flat) else 0.5


def is_other(flat: str) -> bool:
    """Whether a line is a list of units or a time, and no sentence."""
    if flat.endswith(STOP):
        return False
    timed = len(flat) <= _SHORT and _TIME.match(flat) is not None
    return timed or _worth_of_units(squeeze(flat)) > 1


def _is_time(text: str, lines: Sequence[Line]) -> bool:
    timed = len(text) <= _LONGEST_TIME and _TIME.search(lines[0].flat) is not None
    timed = timed and all(_TIME.search(r.flat) or len(r.flat) <= _SHORTEST for r in lines[1:])
    return timed and not any(looks_like_unit(line.flat) for line in lines)


def _worth_of_units(text: str) -> float:
    if text in EMPTY:
        return 2.0
    if STOP in text[:-1] or _DONE.match(text) or _COUNTED.match(text):
        return -3.0
    names = [_ROLE.sub("", name) for name in split_units(text).names]
    like = sum(map(looks_like_unit, names))
    if not names or like < len(names):
        return -0.5 if like else -3.0
    return 1.7 if text.endswith(STOP) else 2.0


def is_units(text: str) -> bool:
    """Whether a text is a list of units and nothing else."""
    return text not in EMPTY and _worth_of_units(text) > 1


def is_time(text: str) -> bool:
    """Whether a text is a time and nothing else."""
    return _is_time(text, [Line(0, len(text), text)])
