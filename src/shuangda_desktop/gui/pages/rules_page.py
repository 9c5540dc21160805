"""教过的规则: what the program was taught, to be seen, corrected, given to other offices."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from shuangda_desktop.gui import ask
from shuangda_desktop.gui.models.editing import EditableRows
from shuangda_desktop.gui.models.pinyin import matches
from shuangda_desktop.gui.models.plan_columns import plan_title
from shuangda_desktop.gui.models.rule_columns import WITH_MEANING, can_edit, decorate, rule_columns
from shuangda_desktop.gui.models.unit_names import every_name
from shuangda_desktop.gui.pages.page import Context, Page
from shuangda_desktop.gui.widgets.actions import action, button_for
from shuangda_desktop.gui.widgets.empty_place import EmptyPlace
from shuangda_desktop.gui.widgets.filter_fields import SearchField
from shuangda_desktop.gui.widgets.flow import flow
from shuangda_desktop.gui.widgets.parts import button, quiet, title
from shuangda_desktop.gui.widgets.sheet import Sheet
from shuangda_desktop.services.city.directory import usual_directory
from shuangda_desktop.services.reading import rule_files, teaching
from shuangda_desktop.services.reading.teaching import LESSONS, ROLES, KeptRule
from shuangda_desktop.services.words import quoted, shortened
from shuangda_desktop.store import queries
from shuangda_desktop.text.taught import Lesson, TaughtRule

BOOK, FORM = "工作簿 (*.xlsx)", "规则文件 (*.json)"
NO_MORE = "不再照办"
TAKEN = "规则 (*.xlsx *.et *.xls *.ods *.csv *.json)"


class RulesPage(Page):
    """Rules are edited in place; a reading follows them from the next time on."""

    name = "rules"
    title = "教过的规则"
    icon = "list-check"
    menu = "数据"
    reads = frozenset({"taught_rule", "rule_use"})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._rows: tuple[KeptRule, ...] = ()
        self.model = EditableRows(
            rule_columns(),
            key=lambda row: row.id,
            edit=self.change,
            editable=can_edit,
            decorate=decorate,
        )
        self.table = Sheet(self.model, "教过的规则", sortable=True, stretch=1, whole=4)
        self.search_field, self.count = SearchField("查找规则"), quiet("")
        self._make_actions()
        self._make_empty()
        self.pairs = button(
            "“以后都这样”记住的对口单位\u2026",
            lambda: context.open_page("units", view="pairs"),
            kind="link",
            tip="分解时确定由谁承担的\uff0c列在“单位”页的对口关系里\uff0c可以改\u3001可以取消",
        )
        self.stack = QStackedWidget()
        self._lay_out()

    def refresh(self) -> None:
        """Query again and show; selection and scroll stay."""
        self._rows = teaching.load_rules(self.context.store)
        keys = self.isAncestorOf(QApplication.focusWidget() or self)
        turned = self.stack.currentIndex() != int(bool(self._rows))
        self.stack.setCurrentIndex(int(bool(self._rows)))
        used = sum(1 for row in self._rows if row.times)
        self.count.setText(f"{len(self._rows)} 条\uff0c其中 {used} 条用过" if self._rows else "")
        self.show_rules()
        if keys and turned:  # what had the keys is out of sight
            self.land()

    def land(self) -> None:
        """The keyboard walks the rules, or begins with the first."""
        (self.table if self._rows else self.empty.button).setFocus()

    def search(self) -> None:
        """Ctrl+F."""
        self.search_field.begin()

    def show_rules(self) -> None:
        """Show the rules that match what is typed."""
        typed = self.search_field.text()
        shown = [r for r in self._rows if matches(typed, f"{r.rule.words} {r.rule.meaning}")]
        self.model.set_rows(shown)
        self.table.choose_some()
        self._allow()

    # -- what the clerk does

    def change(self, row: KeptRule, key: str, typed: str) -> None:
        """Keep what was typed into a cell."""
        rule = (
            replace(row.rule, words=typed) if key == "words" else replace(row.rule, meaning=typed)
        )
        teaching.change_rule(self.context.store, row, rule, self.context.now())
        self._say()

    def add_rule(self) -> None:
        """Ask what it is about, for the words, and what they mean."""
        lessons = list(LESSONS)
        at = ask.one_of(self, "添加规则", "教什么", list(LESSONS.values()))
        words = ask.line(self, "添加规则", "原文里的文字") if at is not None else None
        if at is None or not words:
            return
        meaning = self._asked_meaning(lessons[at], words)
        if meaning is not None:
            rule = TaughtRule(lessons[at], words, meaning)
            teaching.teach(self.context.store, rule, self.context.now())
            self._choose(teaching.checked(rule))
            self._say()

    def switch_rules(self) -> None:
        """Let the chosen rules rest, or follow them again."""
        rows = self.chosen()
        resting = all(not row.active for row in rows)
        if rows:
            others = [row for row in rows if row.active is not resting]
            teaching.set_active(self.context.store, others, resting, self.context.now())
            self._say("照办" if resting else NO_MORE)

    def remove_rules(self) -> None:
        """Forget the chosen rules; undo brings them back."""
        if rows := self.chosen():
            teaching.forget(self.context.store, rows, self.context.now())
            self._say(NO_MORE)

    def use_rule(self) -> None:
        """Choose a plan that holds the words of the chosen rule, and read it again."""
        rows = self.chosen()
        touched = teaching.plans_touched(self.context.store, rows[0].rule) if rows else ()
        plans = [row for row in queries.plan_rows(self.context.store) if row.plan_id in touched]
        if not plans:
            words = "已导入的来文里没有这些字\uff0c不用重新读取\u3002"
            self.context.notify(words, undo=False)
            return
        names = [f"{number}. {plan_title(row)}" for number, row in enumerate(plans, 1)]
        at = ask.one_of(self, "用于已导入的来文", "重新读取哪一份", names)
        if at is not None:
            self.context.open_page("review", plan_id=plans[at].plan_id, do="reread")

    def give_rules(self) -> None:
        """Write all rules into a file."""
        suggested = Path.home() / f"双打工作台规则-{self.context.today():%Y%m%d}.xlsx"
        target = ask.save_file(self, "导出规则", suggested, f"{BOOK};;{FORM}")
        if target is not None:
            number = rule_files.export_rules(self.context.store, target, self.context.today())
            self.context.notify(f"已导出 {number} 条规则到\u201c{target}\u201d\u3002", undo=False)

    def take_rules(self) -> None:
        """Take the rules of files in."""
        for path in ask.open_files(self, "读入规则", TAKEN):
            taken = rule_files.import_rules(self.context.store, path, self.context.now())
            known = f"\uff0c{taken.known} 条本来就有" if taken.known else ""
            refused = "".join(f"\uff0c{words}" for words in taken.refused)
            self.context.notify(f"读入了 {taken.new} 条规则{known}{refused}\u3002")

    def chosen(self) -> Sequence[KeptRule]:
        """The selected rules."""
        return self.table.chosen_rows()

    # -- inside

    def _asked_meaning(self, lesson: Lesson, words: str) -> str | None:
        """What the words mean; "" where they say it all, None where the clerk leaves."""
        if lesson is Lesson.ROLE:
            at = ask.one_of(self, "添加规则", f"{quoted(shortened(words))}相当于", ROLES)
            return None if at is None else ROLES[at]
        if lesson in WITH_MEANING:
            names = every_name(usual_directory(self.context.store))
            return (
                ask.unit(self, "添加规则", f"{quoted(shortened(words))}是哪个单位", names) or None
            )
        return ""

    def _choose(self, rule: TaughtRule) -> None:
        """Go to a rule that was just taught: what comes next is about it."""
        shown = range(self.model.rowCount())
        rows = ((place, self.model.row_at(self.model.index(place, 0))) for place in shown)
        at = next((place for place, row in rows if row and row.rule == rule), None)
        if at is not None:
            self.table.choose(self.model.index(at, 0))

    def _say(self, then: str = "照办") -> None:
        done = self.context.store.undo_label
        self.context.notify(f"已{done}\u3002下次读取来文时{then}\u3002")

    def _allow(self) -> None:
        rows = self.chosen()
        resting = bool(rows) and all(not row.active for row in rows)
        self.switch.setText("启用" if resting else "停用")
        for made in (self.switch, self.remove, self.use):
            made.setEnabled(bool(rows))

    def _make_actions(self) -> None:
        self.add = action(self, "添加规则\u2026", self.add_rule, "Ctrl+N", "不等遇到,先教一条")
        self.switch = action(
            self, "停用", self.switch_rules, "Space", "停用以后不再照办,随时可以启用"
        )
        self.remove = action(self, "删除规则", self.remove_rules, "Del", "已读过的来文不变")
        self.use = action(
            self, "用于已导入的来文\u2026", self.use_rule, "Ctrl+R", "按现在的规则重新读取一份来文"
        )
        self.take = action(
            self,
            "读入规则\u2026",
            self.take_rules,
            "",
            "读入别的单位给的规则\uff1aExcel表或规则文件",
        )
        self.give = action(
            self,
            "导出规则\u2026",
            self.give_rules,
            "Ctrl+E",
            "全部写成一张Excel表\uff0c可以交给别的单位",
        )
        self.actions_ = (self.add, self.switch, self.remove, self.use, self.take, self.give)

    def _make_empty(self) -> None:
        self.empty = EmptyPlace(
            "还没有教过规则",
            "在校核页更正单位名称\u3001去掉页面文字以后\uff0c程序会问要不要以后都这样\uff1b也可以先教几条\u3002",
            "添加规则\u2026",
            self.add_rule,
            button("读入别的单位给的规则\u2026", self.take_rules, kind="link"),
        )
        QShortcut("Ctrl+N", self.empty.button, self.empty.button.click)  # the table's rests with it

    def _lay_out(self) -> None:
        self.table.add_actions(self.actions_)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._allow())
        self.search_field.searched.connect(self.show_rules)
        head = QHBoxLayout()
        head.addWidget(title(self.title))
        head.addWidget(self.count, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.stack, 1)
        column.addWidget(flow(self.pairs))
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self._list())

    def _list(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(flow(self.search_field, *map(button_for, self.actions_)))
        column.addWidget(self.table, 1)
        column.addWidget(
            quiet(
                "文字按 F2 修改\u3002规则只在读取时照办\uff0c改过的地方在校核页都能看到\u3001撤回\u3002"
            )
        )
        return body
