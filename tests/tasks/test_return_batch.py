"""Files that came back together, and the lines of the log that they make."""

from dataclasses import replace
from datetime import date

from shuangda_desktop.plan.model import Target
from shuangda_desktop.tasks.returns.batch import (
    chosen_in,
    compared,
    doubly_chosen,
    figures,
    proposed,
)
from shuangda_desktop.tasks.returns.entry import actuals_of, entry_of, said_again
from shuangda_desktop.tasks.returns.model import AGAIN, Change, ReturnKind, Verdict
from shuangda_desktop.tasks.returns.reading import read_return
from shuangda_desktop.tasks.understanding import SAME_AS_LAST
from tasks.forms import PERIOD, POLICE, Sheet, ask, asked, world

DAY = date(2026, 3, 28)


def read(name, **cells):
    return read_return(Sheet().put(0, **cells).book(name), world(), PERIOD)


def change(field="note", after="新", **more) -> Change:
    values = {"before": "", "raw": after, "place": "A1", "verdict": Verdict.NEW, **more}
    return Change(POLICE, 1, 10, "第1类市场检查", field, after=after, **values)


def test_two_files_that_differ_in_a_cell_are_marked_in_both():
    first, second = compared(
        [read("甲.xlsx", note="一", percent="5"), read("乙.xlsx", note="二", percent="5")]
    )
    assert [c.verdict for c in first.changes] == [Verdict.NEW, Verdict.CLASH]
    assert "“乙.xlsx”里写的不同" in first.changes[1].why
    assert "“甲.xlsx”里写的不同" in second.changes[1].why


def test_two_files_of_one_name_that_differ_are_marked_in_both():
    first, second = compared([read("甲.xlsx", note="一"), read("甲.xlsx", note="二")])
    verdicts = [change.verdict for one in (first, second) for change in one.changes]
    assert verdicts == [Verdict.CLASH] * 2
    assert "“甲.xlsx”里写的不同" in first.changes[0].why


def test_the_same_file_twice_counts_once():
    one = read("甲.xlsx", note="一")
    first, second = compared([one, replace(one, file="甲(1).xlsx")])
    assert len(first.changes) == 1
    assert (second.changes, second.kind) == ((), ReturnKind.EMPTY)
    assert "与“甲.xlsx”内容完全相同" in second.oddities[-1].message


def unchanged(name, **more):
    one = replace(read(name, note="一"), changes=(), kind=ReturnKind.SAME, **more)
    return replace(one, sha256=name, oddities=())


def test_of_two_files_of_a_unit_without_change_the_second_is_a_repetition():
    first, second, other = compared(
        [unchanged("甲.xlsx"), unchanged("乙.xlsx"), unchanged("丙.xlsx", unit="市税务局")]
    )
    assert [one.says_all_again for one in (first, second, other)] == [True, False, True]
    (told,) = second.oddities
    assert (told.code, first.oddities) == (AGAIN, ())
    assert told.message.startswith("“甲.xlsx”已经报了这一期的情况")


def test_no_change_beside_contents_or_after_an_earlier_report_says_nothing_new():
    same, filled = compared([unchanged("甲.xlsx"), read("乙.xlsx", note="一")])
    assert not same.says_all_again
    assert same.oddities[0].message.startswith("“乙.xlsx”已经报了")
    assert AGAIN not in [odd.code for odd in filled.oddities]
    (late,) = compared([unchanged("甲.xlsx")], {(POLICE, PERIOD)})
    assert late.oddities[0].message.startswith("以前读回的一份已经报了")
    (fresh,) = compared([unchanged("甲.xlsx")], {(POLICE, "2026-02")})
    assert fresh.says_all_again
    (nobodys, _) = compared([unchanged("甲.xlsx", unit=""), unchanged("乙.xlsx", unit="")])
    assert nobodys.oddities == ()


def test_every_figure_counts_the_changes_behind_it():
    returns = compared([read("甲.xlsx", note="一", percent="过半"), read("乙.xlsx", note="二")])
    found = figures(returns)
    changes = [c for one in returns for c in one.changes]
    assert (found.files, found.units) == (2, 1)
    assert found.new + found.changed + found.same + found.asking + found.clashing == len(changes)
    assert (found.asking, found.clashing) == (1, 2)
    assert proposed(returns) == ()


def test_of_two_files_that_say_the_same_the_first_is_kept_unless_only_the_other_was_chosen():
    returns = compared([read("甲.xlsx", note="一"), read("乙.xlsx", note="一", percent="5")])
    digests = [one.sha256 for one in returns]
    kept = chosen_in(returns, proposed(returns))
    assert {digest: [c.field for c in changes] for digest, changes in kept.items()} == {
        digests[0]: ["note"], digests[1]: ["percent"]
    }  # fmt: skip
    other = [pair for pair in proposed(returns) if pair[0] == digests[1]]
    assert [len(changes) for changes in chosen_in(returns, other).values()] == [2]


def test_a_cell_can_be_chosen_once_only():
    assert doubly_chosen([change(), change(after="旧")]) == (change(after="旧"),)
    assert doubly_chosen([change(), change(), change("percent", "5")]) == ()


def test_accepted_cells_make_one_line_of_the_log():
    chosen = [
        change("percent", "60"), change("note", "查了"), change("done1", "86"),
        change("problem", "人少"), change("extra", "加急"),
    ]  # fmt: skip
    entry = entry_of(asked(), ask(1), chosen, DAY)
    assert (entry.unit, entry.on, entry.percent, entry.period) == (POLICE, DAY, 60, PERIOD)
    assert entry.note.split("\n") == [
        "查了", "检查门店50家以上\uff1a本期86家。", "加急", "问题和下一步打算\uff1a人少"
    ]  # fmt: skip


def test_a_percentage_that_nobody_gave_stays_the_last_one():
    assert entry_of(asked(), ask(1, percent=40), [change()], DAY).percent == 40
    assert entry_of(asked(), ask(1, last={"percent": "30"}), [change()], DAY).percent == 30
    assert entry_of(asked(), ask(1, percent=40), [change("status", "已完成")], DAY).percent == 100
    assert entry_of(asked(), ask(1), [change()], DAY).percent is None


def test_no_line_is_made_where_nothing_was_said_or_may_be_said():
    assert entry_of(asked(), ask(1), [], DAY) is None
    assert entry_of(asked(), ask(1, is_closed=True), [change()], DAY) is None
    assert entry_of(asked(), ask(1), [], DAY, same=True) is None


def test_no_change_is_a_word_of_its_own():
    assert entry_of(asked(), ask(1, percent=40), [], DAY, same=True).note == "与上期相同。"
    assert entry_of(asked(), ask(1), [change("status", SAME_AS_LAST)], DAY) is None
    entry = entry_of(asked(), ask(1, percent=40), [change("status", SAME_AS_LAST)], DAY)
    assert (entry.percent, entry.note) == (40, "与上期相同。")
    last = {"percent": "40", "note": "", "done1": "86"}  # those 86 were not checked again
    assert [(c.field, c.after) for c in said_again(asked(), ask(1, last=last))] == [
        ("percent", "40")
    ]


def test_numbers_go_to_the_targets_that_they_are_for():
    two = ask(
        1, targets=(Target("甲", ">=", 1, "家", "甲一家"), Target("乙", ">=", 1, "件", "乙一件"))
    )
    chosen = [change("done2", "7"), change("done3", "8"), change("note", "x")]
    found = list(actuals_of(asked(), two, chosen))
    assert [(a.target, a.value, a.period, a.unit) for a in found] == [
        ("乙一件", 7.0, PERIOD, POLICE)
    ]
