"""The directory out to a workbook and in again."""

import shutil
import subprocess

import pytest
from openpyxl import load_workbook

from shuangda_desktop.errors import RuleError, SourceError
from shuangda_desktop.services.city import directory
from shuangda_desktop.services.city.directory_book import (
    directory_job,
    keep_directory,
    preview_directory,
    read_directory_file,
)
from shuangda_desktop.services.dividing import deciding
from shuangda_desktop.store.units import load_directory


@pytest.fixture
def city(store, now):
    directory.set_up_city(store, "示例省", "示例市", now)


@pytest.fixture
def path(store, city, now, tmp_path):
    """The directory's own workbook."""
    target = tmp_path / "名录.xlsx"
    assert directory_job(store, now.date()).write(target) == ()
    return target


def edited(path, change):
    """The workbook after somebody changed it."""
    book = load_workbook(path)
    change(book)
    book.save(path)
    return read_directory_file(path)


def cell(sheet, name, title):
    """The cell of a unit under a heading."""
    heads = {c.value: c.column for c in sheet[3]}
    row = next(
        r for r in range(4, sheet.max_row + 1) if sheet.cell(r, heads["单位全称"]).value == name
    )
    return sheet.cell(row, heads[title])


def test_what_was_written_is_read_without_a_difference(store, path, now):
    seen = preview_directory(store, read_directory_file(path), now.date())
    assert (seen.changes, seen.troubles, seen.missing) == ((), (), ())
    assert keep_directory(store, read_directory_file(path), now) == 0


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice")
@pytest.mark.parametrize("form", ["xlsx", "ods", "xls"])
def test_what_libreoffice_saved_is_read_without_a_difference(store, path, now, tmp_path, form):
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    out = tmp_path / "again"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        form,
        "--outdir",
        str(out),
        str(path),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    seen = preview_directory(store, read_directory_file(out / f"名录.{form}"), now.date())
    assert (seen.changes, seen.troubles) == ((), ())


def test_an_edited_workbook_is_one_step_and_comes_back_by_undo(store, path, now, dump):
    before = dump()

    def change(book):
        sheet = book["单位名录"]
        cell(sheet, "示例市公安局", "联系人").value = "李明"
        cell(sheet, "示例市公安局", "电话").value = 6650218
        sheet.append([None, "东岭县人民政府", "东岭县", None, "县级", "政府"])
        book["机构沿革"].append(["示例市公安局", "示例市司法局", "2030年1月1日", "试验"])

    read = edited(path, change)
    seen = preview_directory(store, read, now.date())
    assert [(c.kind, c.field, c.after) for c in seen.changes] == [
        ("修改", "联系人", "李明"),
        ("修改", "电话", "6650218"),
        ("新增", "单位", "东岭县"),
        ("新增", "沿革", "2030-01-01起由市司法局承担"),
    ]
    assert keep_directory(store, read, now) == 4
    assert store.undo_label == "导入名录“名录.xlsx”"
    known = load_directory(store)
    assert known.by_id["city.police"].contact == "李明"
    assert keep_directory(store, read, now) == 0
    store.undo()
    assert dump() == before


def test_rows_that_are_not_clear_stop_the_import_unless_left_out(store, path, now, dump):
    def change(book):
        sheet = book["单位名录"]
        cell(sheet, "示例市公安局", "级别").value = "乡镇级"
        cell(sheet, "示例市商务局", "联系人").value = "王芳"

    read, before = edited(path, change), dump()
    with pytest.raises(RuleError, match="有1处不清楚，没有导入任何内容。第一处：“单位名录”第"):
        keep_directory(store, read, now)
    assert dump() == before
    assert keep_directory(store, read, now, skip_unclear=True) == 1
    known = load_directory(store)
    assert known.by_id["city.commerce"].contact == "王芳"
    assert known.by_id["city.police"].level.value == "city"


def test_units_that_are_missing_are_named_and_go_only_when_asked_for(store, path, now):
    def change(book):
        sheet = book["单位名录"]
        sheet.delete_rows(cell(sheet, "示例市律师协会", "单位全称").row)

    read = edited(path, change)
    assert preview_directory(store, read, now.date()).missing == ("市律协",)
    assert keep_directory(store, read, now) == 0
    keep_directory(store, read, now, drop_missing=True)
    assert "city.lawyers" not in load_directory(store).by_id


def test_a_decided_counterpart_goes_out_and_comes_in(store, path, now, tmp_path):
    deciding.decide_counterparts(store, "province.telecom", ["city.cac", "city.miit"], now)
    wanted = set(load_directory(store).counterparts)
    target = tmp_path / "新.xlsx"
    directory_job(store, now.date()).write(target)
    store.undo()
    keep_directory(store, read_directory_file(target), now)
    assert set(load_directory(store).counterparts) == wanted


def test_without_a_city_there_is_nothing_to_write(store, now):
    with pytest.raises(RuleError, match="还没有设置本市"):
        directory_job(store, now.date())


def test_a_file_that_is_no_workbook_is_told(tmp_path):
    broken = tmp_path / "坏.xlsx"
    broken.write_bytes(b"PK\x03\x04" + b"\0" * 40)
    with pytest.raises(SourceError):
        read_directory_file(broken)


def test_a_workbook_without_a_list_changes_nothing(store, city, now, tmp_path):
    other = tmp_path / "别的.txt"
    other.write_text("甲,乙\n丙,丁\n", "utf-8")
    read = read_directory_file(other)
    seen = preview_directory(store, read, now.date(), drop_missing=True)
    assert seen.changes == ()
    assert [t.row for t in seen.troubles] == [0]
    with pytest.raises(RuleError, match="没有找到单位名录"):
        keep_directory(store, read, now)
