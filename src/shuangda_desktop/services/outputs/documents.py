"""The documents that can be written: what each is for, what has to be said for it, how it is gathered.

The window's gallery and the command line offer exactly these.
"""

from collections.abc import Callable
from dataclasses import dataclass

from shuangda_desktop.services.outputs import papers, sheets
from shuangda_desktop.services.outputs.exporting import Job
from shuangda_desktop.services.outputs.gathering import Wanted
from shuangda_desktop.services.outputs.paper_kinds import PaperWanted
from shuangda_desktop.store.database import Store

Gather = Callable[[Store, Wanted], Job]

UNIT_MAY, UNIT_MUST, PLAN_MAY, PLAN_MUST = "unit?", "unit", "plan?", "plan"
KINDS = {".xlsx": "Excel 工作簿", ".docx": "Word 文档"}


@dataclass(frozen=True, slots=True)
class Document:
    """A document of the gallery. ``asks`` says what may or must be chosen for it; ``words`` what it is for."""

    key: str
    name: str
    suffix: str
    words: str
    gather: Gather
    asks: frozenset[str] = frozenset()
    has_layout: bool = False

    @property
    def file(self) -> str:
        """The name of its file."""
        return f"{self.name}{self.suffix}"

    @property
    def kinds(self) -> str:
        """What the file dialog offers."""
        return f"{KINDS[self.suffix]} (*{self.suffix})"

    @property
    def by_unit(self) -> bool:
        """Whether it can be one unit's."""
        return bool(self.asks & {UNIT_MAY, UNIT_MUST})

    @property
    def needs_unit(self) -> bool:
        """Whether it is always one unit's."""
        return UNIT_MUST in self.asks

    @property
    def by_plan(self) -> bool:
        """Whether it can be one plan's."""
        return bool(self.asks & {PLAN_MAY, PLAN_MUST})

    @property
    def of_plan(self) -> bool:
        """Whether it is always one plan's."""
        return PLAN_MUST in self.asks


def _sheet(key: str, name: str, words: str, gather: Gather, *asks: str) -> Document:
    return Document(key, name, ".xlsx", words, gather, frozenset(asks), has_layout=True)


DOCUMENTS: tuple[Document, ...] = (
    _sheet(
        "schedule",
        "任务分工表",
        "每项任务由谁牵头、谁配合、何时完成,印发用。",
        sheets.schedule,
        UNIT_MAY,
        PLAN_MAY,
    ),
    _sheet(
        "ledger",
        "进度台账",
        "到今天的进展、完成率和亮灯,可筛选、可填写,工作用。",
        sheets.ledger,
        UNIT_MAY,
        PLAN_MAY,
    ),
    _sheet(
        "unit",
        "单位任务清单",
        "一个单位牵头、负责和配合的任务,以及同谁一起做。",
        sheets.unit_list,
        UNIT_MUST,
        PLAN_MAY,
    ),
    _sheet(
        "overdue",
        "逾期清单",
        "到今天还没有完成的逾期任务,晚得最久的在前。",
        sheets.overdue_list,
        UNIT_MAY,
        PLAN_MAY,
    ),
    _sheet(
        "supervision",
        "督办台账",
        "每件事的交办、催办、办理和延期。",
        sheets.supervision,
        UNIT_MAY,
        PLAN_MAY,
    ),
    _sheet(
        "comparison",
        "逐条对照表",
        "上级方案逐条对照本市任务,没有任务的写明理由。",
        sheets.comparison,
        PLAN_MUST,
    ),
    _sheet("statistics", "统计汇总", "各单位、各月的数字和图。", sheets.statistics),
    _sheet("contacts", "联络员名册", "各单位的联络员和电话。", sheets.contacts),
    Document(
        "plan",
        "实施方案",
        ".docx",
        "按公文格式起草的本市实施方案,供在 WPS 里修改。",
        lambda store, wanted: papers.paper_job(store, PaperWanted("plan", wanted.today)),
    ),
)


def document_of(key: str) -> Document:
    """The document with this key."""
    return next(document for document in DOCUMENTS if document.key == key)


def file_name(document: Document, unit: str | None) -> str:
    """What to call the file: with the unit's name where it is one unit's."""
    if unit and document.by_unit:
        return f"{document.name}-{unit}{document.suffix}"
    return document.file
