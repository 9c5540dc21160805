"""Lists of problems: 存在问题:…, below it 整改措施:…, then who puts it right and until when.

What is wrong is no task. Its line becomes a heading without a number, and what is done about it stands
below: so the units at the end of a block hold for all measures of it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from shuangda_desktop.plan.structure.keys import key_lines
from shuangda_desktop.plan.structure.lines import Line

_KIND = "(?:存在|反馈|具体|突出|主要|发现)?(?:的)?(?:主要)?问题(?:描述|表现)?"
_PROBLEM = re.compile(
    f"(?:{_KIND}\\s?\\d{{0,2}}[一二三四五六七八九十]{{0,2}}|\\[{_KIND}\\]|\u3010{_KIND}\u3011)\\s?:"
)
_MEASURE = re.compile(
    "[\\[\u3010]?(?:具体)?(?:整改|整治|解决|改进|落实)(?:措施|举措|办法|内容|任务)[\\]\u3011]?\\s?:"
)


def is_problem(heading: str) -> bool:
    """Whether a heading tells what is wrong."""
    return bool(_PROBLEM.match(heading))


def with_problems(lines: Sequence[Line]) -> list[Line]:
    """The lines with each problem as a heading, and without the words that only name the measures."""
    if not any("问题" in line.flat[:12] and is_problem(line.flat) for line in lines):
        return list(lines)
    found: list[Line] = []
    told = False  # what is wrong is being told
    for line in lines:
        problem, measure = _PROBLEM.match(line.flat), _MEASURE.match(line.flat)
        told = bool(problem) or (told and not measure and not key_lines(line.flat))
        if told:
            found += [replace(line, names=True)] if problem else []
        elif measure:
            found += [line.part(measure.end())] if line.flat[measure.end() :].strip() else []
        else:
            found.append(line)
    return found
