"""Forms of 25 units through a real office program and back: every value arrives, none is wrong."""

import random
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from services.city import MARCH, found_city, name_of
from services.filling import Filled, Form
from shuangda_desktop.services import collecting, sending
from shuangda_desktop.tasks.returns.model import Return, Verdict

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice"),
]
KINDS = ("xlsx", "xls", "ods", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false")
UNITS = 25


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("forms")


def saved_by_office(files: list[Path], kind: str, folder: Path) -> None:
    """Open the files in LibreOffice and save them in a format."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(folder)]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=300)


def edited(paths: dict[str, Path], folder: Path) -> Iterator[tuple[int, str, Path, Filled]]:
    """Fill, sort, push columns aside, rename sheets and files: unit, kind, path and what was meant."""
    chance = random.Random(7)
    for unit in range(UNITS):
        form = Form(paths[name_of(unit)])
        filled = form.fill(chance)
        kind = KINDS[unit % len(KINDS)]
        if unit % 2:
            form.sort(chance)
        if unit % 3 == 0:
            form.insert_column(chance.randint(3, 9))
        if unit % 5 == 0:
            form.sheet.title = "三月份"
        yield unit, kind, form.save(folder / f"上报材料{unit}.xlsx"), filled


@pytest.fixture(scope="module")
def returned(folder, moment) -> Iterator[tuple[dict[str, Filled], tuple[Return, ...]]]:
    """What each unit meant, and what was read of its file."""
    from shuangda_desktop.store.database import open_store

    with open_store(":memory:", moment) as store:
        found_city(store, moment, UNITS)
        mailing = sending.gather_mailing(store, MARCH, moment.date())
        written = sending.write_mailing(mailing, folder / "out")
        sending.note_sent(store, mailing, written, "", moment)
        paths = {one.unit: one.path for one in written}
        (folder / "in").mkdir()
        made = list(edited(paths, folder / "in"))
        for kind in KINDS:
            files = [path for _, one, path, _ in made if one == kind]
            saved_by_office(files, kind, folder / "back")
        back = [folder / "back" / f"{p.stem}.{kind.partition(':')[0]}" for _, kind, p, _ in made]
        known = collecting.gather_known(store, MARCH)
        batch = collecting.read_files(known, back)
        yield {name_of(unit): filled for unit, _, _, filled in made}, batch.returns


def test_every_file_is_known_by_its_marks(returned):
    _, returns = returned
    assert [one.unit for one in returns] == [name_of(unit) for unit in range(UNITS)]
    assert all(one.certain for one in returns)


def test_every_filled_value_arrives_and_none_is_wrong(returned):
    meant, returns = returned
    lost, wrong = [], []
    for one in returns:
        arrived = {(change.task_id, change.field): change.after for change in one.changes}
        for cell, value in meant[one.unit].items():
            if cell not in arrived:
                lost.append((one.file, *cell))
            elif arrived[cell] != value:
                wrong.append((one.file, *cell, value, arrived[cell]))
        assert set(arrived) == set(meant[one.unit])
    assert (lost, wrong) == ([], [])
    assert sum(map(len, meant.values())) > 700


def test_nothing_is_asked_where_nothing_is_odd(returned):
    _, returns = returned
    assert {change.verdict for one in returns for change in one.changes} == {Verdict.NEW}
    assert [odd for one in returns for odd in one.oddities] == []
