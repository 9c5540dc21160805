"""Forms of 25 units filled in by LibreOffice itself and read back: every value arrives, none is wrong.

A clerk's hand is a script in the office program: it types into the open cells of the protected sheet,
then takes the protection off, sorts, pushes a column in, renames the sheet and saves in four formats.
"""

import random
from collections.abc import Iterator

import pytest

from services import office
from services.city import MARCH, found_city, name_of
from services.filling import Filled, Form
from shuangda_desktop.plan.model import Severity
from shuangda_desktop.services.rounds import collecting, sending
from shuangda_desktop.store.database import open_store
from shuangda_desktop.tasks.returns.model import Return, Verdict

pytestmark = pytest.mark.slow
UNITS = 25
Steps = list[list[object]]


def typing(form: Form, filled: dict[tuple[int, str], int | str], chance: random.Random) -> Steps:
    """Every value as somebody types it, and one try at a locked cell."""
    rows, fields = form.rows, form.fields
    steps: Steps = [
        ["typed", rows[task] - 1, fields[field] - 1, written(field, value, chance)]
        for (task, field), value in filled.items()
    ]
    steps.append(["typed", min(rows.values()) - 1, fields["due"] - 1, "2027-1-1"])
    person, day = form.foot("foot:person"), form.foot("foot:day")
    return [*steps, ["typed", *person, "李四"], ["typed", *day, "2026-3-25"]]


def written(field: str, value: int | str, chance: random.Random) -> str:
    """A value in one of the ways in which clerks type it."""
    if field == "percent":
        return chance.choice((f"{value}", f"{value}%"))
    if isinstance(value, int):
        return chance.choice((f"{value}", f"{value:,}", f"{value}.0"))
    return value


def mistreating(form: Form, unit: int, chance: random.Random) -> Steps:
    """What is done to the sheet when its cells are filled."""
    places = sorted(form.rows.values())
    width = form.sheet.max_column
    key = chance.choice([form.fields["percent"], form.fields["note"]]) - 1
    steps: Steps = [["unprotect"]]
    if unit % 2:
        steps.append(["sort", places[0] - 1, places[-1] - 1, width, key, unit % 4 == 1])
    if unit % 3 == 0:
        steps.append(["insert_column", chance.randint(3, 9)])
    if unit % 5 == 0:
        steps.append(["rename", "三月份"])
    return steps


@pytest.fixture(scope="module")
def returned(tmp_path_factory, moment) -> Iterator[tuple[list[Filled], tuple[Return, ...]]]:
    """What each unit meant, and what was read of its file."""
    folder, chance = tmp_path_factory.mktemp("forms"), random.Random(7)
    with open_store(":memory:", moment) as store:
        found_city(store, moment, UNITS)
        mailing = sending.gather_mailing(store, MARCH, moment.date())
        written = sending.write_mailing(mailing, folder / "out")
        sending.note_sent(store, mailing, written, "", moment)
        paths = {one.unit: one.path for one in written}
        meant, jobs = [], []
        for unit in range(UNITS):
            form = Form(paths[name_of(unit)])
            filled = form.wanted(chance)
            meant.append({cell: str(value) for cell, value in filled.items()})
            steps = [*typing(form, filled, chance), *mistreating(form, unit, chance)]
            target = folder / f"上报材料{unit}"
            jobs.append(office.job(form.path, steps, target, unit % len(office.FORMATS)))
        known = collecting.gather_known(store, MARCH)
        yield meant, collecting.read_files(known, office.done(jobs, folder)).returns


def test_every_file_is_known_by_its_marks(returned):
    _, returns = returned
    assert [one.unit for one in returns] == [name_of(unit) for unit in range(UNITS)]
    assert all(one.certain for one in returns)
    assert {one.filled_by for one in returns} == {"李四 2026-03-25"}


def test_every_filled_value_arrives_and_none_is_wrong(returned):
    meant, returns = returned
    for one, filled in zip(returns, meant, strict=True):
        arrived = {(change.task_id, change.field): change.after for change in one.changes}
        assert (one.file, arrived) == (one.file, filled)
    assert sum(map(len, meant)) > 700


def test_what_was_moved_is_named_and_nothing_else_is_asked(returned):
    _, returns = returned
    assert {change.verdict for one in returns for change in one.changes} == {Verdict.NEW}
    for unit, one in enumerate(returns):
        told = "".join(odd.message for odd in one.oddities)
        assert {(odd.code, odd.severity) for odd in one.oddities} <= {("moved", Severity.HINT)}
        assert ("多出1个空列" in told) == (unit % 3 == 0)
        assert ("次序变了" in told) == (unit % 2 == 1)
        sheets = unit % 5 == 0 and not one.file.endswith(".csv")  # plain text knows no sheets
        assert ("“三月份”" in told) == sheets
