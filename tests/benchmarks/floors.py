"""What a benchmark compares with: CPU time of a named floor, measured in the same run."""

import gc
import io
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from docx import Document
from opencc import OpenCC

_NUMBER = "[一二三四五六七八九十百\u3007]{1,4}"
LEXER = re.compile(
    f"(?P<chapter>第{_NUMBER}[章节条])|(?P<first>{_NUMBER}、)|(?P<second>[(\uff08]{_NUMBER}[)\uff09])"
    "|(?P<third>\\d{1,3}[.\uff0e](?!\\d))|(?P<issue>\u3014\\d{4}\u3015\\d{1,4}号)"
    "|(?P<clause>[(\uff08][^()\uff08\uff09\\n]{1,200}(?:负责|配合|牵头)[^()\uff08\uff09\\n]{0,80}[)\uff09])"
    "|(?P<date>(?:\\d{4}年)?\\d{1,2}月(?:\\d{1,2}日|底)?(?:前|之前)?)|(?P<target>\\d{1,6}(?:[%\uff05]|个|家|次|件))"
    "|(?P<every>每(?:半?年|季度|月|周)|定期|年[内底])|(?P<title>\u300a[^\u300a\u300b\\n]{1,60}\u300b)"
)

LONG = 0.4  # seconds
_SENTENCE = "组织对{0}类商品的生产、流通、销售环节开展执法检查，查处假冒商标、仿冒包装的行为，追查来源和去向，年内检查门店不少于{0}家。"
_CLAUSE = "（省市场监管局牵头，省公安厅、省农业农村厅、省商务厅按职责分工负责，{0}月底前完成）"
_TRADITIONAL = OpenCC("s2t")
_SAMPLE = next((Path(__file__).parents[2] / "resources" / "sample").glob("*.txt"))


def cpu_seconds(
    work: Callable[[], object], rounds: int = 5, clock: Callable[[], float] = time.process_time
) -> float:
    """The CPU time of the call that other work disturbed least; the first call only warms up.

    ``clock`` is that of the thread where others work beside it that are not meant.

    What benchmarks before it left in memory is set aside: the collector would walk it in every round.
    A long call evens out by itself what disturbs it, and is made twice.
    """
    first = _timed(work, clock)
    with _memory_set_aside():
        return min(_timed(work, clock) for _ in range(rounds if first < LONG else 2))


def cpu_seconds_in_turn(
    one: Callable[[], object], other: Callable[[], object], rounds: int = 9
) -> tuple[float, float]:
    """The CPU times of two calls made by turns, of the round whose ratio stands in the middle.

    A machine that slows down meanwhile slows both. Long calls are made five times.
    """
    first = _timed(one) + _timed(other)
    rounds = rounds if first < LONG else 5
    with _memory_set_aside():
        times = [(_timed(one), _timed(other)) for _ in range(rounds)]
    return sorted(times, key=lambda pair: pair[1] / pair[0])[rounds // 2]


@contextmanager
def _memory_set_aside() -> Iterator[None]:
    """The collector walks nothing that was there before; what a window set aside stays so afterwards."""
    known = gc.get_freeze_count()
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        if not known:
            gc.unfreeze()


def _timed(work: Callable[[], object], clock: Callable[[], float] = time.process_time) -> float:
    started = clock()
    work()
    return clock() - started


def plan_text(measures: int) -> list[str]:
    """The lines of an invented plan in Traditional characters; 60 measures fill about 30 pages."""
    lines = ["2026年云泽省打击侵犯知识产权和制售假冒伪劣商品工作要点"]
    for number in range(measures):
        if number % 10 == 0:
            lines.append(
                f"{'一二三四五六七八九十'[number // 10 % 10]}、整治第{number // 10 + 1}批重点领域"
            )
        body = "".join(_SENTENCE.format(number * 5 + turn) for turn in range(1, 6))
        lines.append(f"{number + 1}.整治重点商品。{body}{_CLAUSE.format(number % 12 + 1)}")
    return [_TRADITIONAL.convert(line) for line in lines]


def ordinary_text(copies: int) -> str:
    """The sample with the damage of its web page so many times; seven fill about 30 pages.

    Each long line says which copy it is of: else all but the first were taken out as pasted twice.
    """
    lines = _SAMPLE.read_text("utf-8").split("\n")
    return "\n".join(
        line.replace("\u3002", f"\uff0c第{copy}批。", 1) for copy in range(copies) for line in lines
    )


def plan_docx(measures: int, author: str = "") -> bytes:
    """The same plan as the bytes of a Word file; another author makes other bytes."""
    document = Document()
    document.core_properties.author = author
    for line in plan_text(measures):
        document.add_paragraph(line)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def reading_floor(measures: int) -> Callable[[], object]:
    """OpenCC and one pass of a regular expression over the text: the least that reading can cost.

    The expression tells the ten kinds of tokens that a plan consists of (four kinds of headings,
    document numbers, clauses, dates, targets, frequencies, titles of laws). Lighter ones, such as
    single digits and brackets, would not save a reader its second pass. The goal of three times
    was stated for such a lexer, which costs four to five times what OpenCC does.
    """
    return floor_of("\n".join(plan_text(measures)))


def floor_of(text: str) -> Callable[[], object]:
    """The same floor for any text."""
    simplify = OpenCC("t2s")
    return lambda: sum(1 for _ in LEXER.finditer(simplify.convert(text)))
