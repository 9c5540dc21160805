"""Forms as sheets of cells, as an office program would hand them back."""

import hashlib
from dataclasses import replace

from shuangda_desktop.plan.model import Role, Target
from shuangda_desktop.tasks.returns.codes import row_code
from shuangda_desktop.tasks.returns.model import Ask, Asked, World
from shuangda_desktop.text.sheets import FilledBook, FilledSheet

OFFICE, PERIOD = "ab" * 16, "2026-03"
POLICE, TRADE = "市公安局", "市商务局"
FIELDS = ("number", "task", "source", "role", "due", "last", "goal1", "done1", "status", "percent", "note", "problem")  # fmt: skip
TITLES = ("序号", "工作任务", "来文原句", "职责", "完成时限", "上期情况\uff082026年2月\uff09", "指标", "指标本期数", "状态", "完成率%", "本期进展情况", "问题和下一步打算")  # fmt: skip
HEADER = 3  # row of the codes
DOORS = Target("门店", ">=", 50, "家", "检查门店50家以上")


def ask(task_id: int = 1, **changes) -> Ask:
    """A task with one target."""
    made = Ask(
        task_id,
        task_id * 10,
        f"第{task_id}类市场检查",
        f"组织检查第{task_id}类市场\uff0c查处仿冒商品\uff0c追查来源。",
        Role.LEAD,
        due="2026-06-30",
        targets=(DOORS,),
    )
    return replace(made, **changes)


def asked(*asks: Ask, unit: str = POLICE, period: str = PERIOD, names=()) -> Asked:
    return Asked(period, unit, asks or (ask(1), ask(2), ask(3)), tuple(names))


def world(*several: Asked) -> World:
    return World(OFFICE, several or (asked(), asked(ask(7), ask(8), unit=TRADE)), 2026)


class Sheet:
    """A form of one unit, to be filled and mistreated."""

    def __init__(self, one: Asked | None = None) -> None:
        self.one = one or asked()
        self.name = "填报表"
        self.merges: list[tuple[int, int, int, int]] = []
        self.rows: list[list[str]] = [
            ["进展填报表"],
            [f"填报单位\uff1a{self.one.unit}"],
            ["", "SD:tick:zero", "零报告\uff1a本期没有开展相关工作"],
            self._spread([f"SD:{field}" for field in FIELDS], "SD:fields"),
            self._spread(list(TITLES), ""),
        ]
        for each in self.one.asks:
            goal = each.targets[0].text if each.targets else ""
            cells = [
                str(each.number),
                each.words,
                "原句",
                "牵头",
                each.due,
                "",
                goal,
                "",
                "",
                "",
                "",
                "",
            ]
            code = row_code(OFFICE, self.one.period, self.one.unit, each.task_id)
            self.rows.append(self._spread(cells, code))
        self.rows.append(["", "SD:foot:person", "填报人", ""])
        self.rows.append(["", "SD:foot:day", "填报日期", ""])

    @staticmethod
    def _spread(cells: list[str], code: str) -> list[str]:
        return [cells[0], code, *cells[1:]]

    def column(self, field: str) -> int:
        at = FIELDS.index(field)
        return at + (at > 0)

    def row(self, task: int) -> int:
        """The row of the task in this place, from 0."""
        return HEADER + 2 + task

    def put(self, task: int, **values: str) -> "Sheet":
        """Fill cells of the task in this place."""
        for field, value in values.items():
            self.rows[self.row(task)][self.column(field)] = value
        return self

    def without_codes(self) -> "Sheet":
        """As somebody who copied what is seen into a new file."""
        self.rows = [
            [cell for at, cell in enumerate(row) if at != 1 or not cell.startswith("SD:")]
            if any(cell.startswith("SD:") for cell in row)
            else [cell for at, cell in enumerate(row) if at != 1]
            for number, row in enumerate(self.rows)
            if number != HEADER
        ]
        return self

    def book(self, name: str = "上报.xlsx") -> FilledBook:
        texts = {
            (r, c): text for r, row in enumerate(self.rows) for c, text in enumerate(row) if text
        }
        digest = hashlib.sha256(repr((name, sorted(texts.items()))).encode()).hexdigest()
        return FilledBook(
            name, digest, "xlsx", (FilledSheet(self.name, texts, tuple(self.merges)),)
        )
