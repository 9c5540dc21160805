"""The directory from a workbook: messy sheets, rows that are not clear, and what would change."""

from dataclasses import replace
from datetime import date

import pytest

from shuangda_desktop.text.level import Level
from shuangda_desktop.text.sheets import FilledSheet
from shuangda_desktop.units.book_units import listed, parts
from shuangda_desktop.units.changes import differences, merged
from shuangda_desktop.units.directory import Directory, Place
from shuangda_desktop.units.model import Alias, Counterpart, Succession, Unit, UnitKind
from shuangda_desktop.units.read_book import read_book
from shuangda_desktop.units.sheet_rows import day_of
from shuangda_desktop.units.words import NOBODY

TODAY = date(2026, 3, 16)
POLICE = Unit(
    "city.police", "临江市公安局", Level.CITY, short_name="市公安局", order=10, phone="110"
)
TRADE = Unit("city.commerce", "临江市商务局", Level.CITY, short_name="市商务局", order=20)
OLD = Unit("city.old", "临江市工商局", Level.CITY, active_until=date(2019, 3, 31))
MEMBERS = Unit(
    "city.members", "各成员单位", Level.CITY, UnitKind.COLLECTIVE, members=("city.police",)
)
ABOVE = Unit("province.police", "云泽省公安厅", Level.PROVINCE, short_name="省公安厅")
KNOWN = Directory(
    (POLICE, TRADE, OLD, MEMBERS, ABOVE),
    (
        Alias("市局", "city.police"),
        Alias("市公安*支队", "city.police"),
        Alias("市商委", "city.commerce"),
    ),
    (
        Succession("city.old", "city.commerce", date(2019, 3, 31), "改革"),
        Succession("province.police", "province.police", date(2018, 1, 1)),
    ),
    (Counterpart("province.police", "city.police", "", "请核对"),),
    Place("云泽省", "临江市"),
)


def sheet(*lines, name="单位名录", merges=(), hidden=False):
    """A sheet from lines whose cells are parted by |."""
    texts = {
        (row, column): cell
        for row, line in enumerate(lines)
        for column, cell in enumerate(line.split("|"))
        if cell
    }
    return FilledSheet(name, texts, tuple(merges), hidden)


def read(*sheets):
    return read_book(sheets, KNOWN, TODAY)


def told(*sheets, drop_missing=False):
    """What the sheets would change, in short."""
    after = merged(KNOWN, read(*sheets), drop_missing=drop_missing)
    return [(c.kind, c.what, c.field, c.before, c.after) for c in differences(KNOWN, after)]


def troubles(*sheets):
    return [(t.sheet, t.row, t.message) for t in read(*sheets).troubles]


def test_a_changed_cell_is_one_change():
    found = told(sheet("单位全称|电话|编号", "临江市公安局|0998-6650218|city.police"))
    assert found == [("修改", "临江市公安局", "电话", "110", "0998-6650218")]


def test_every_field_can_be_changed():
    heads = "排序|单位全称|简称|级别|类别|职责领域|设立日期|撤销日期|联系人|电话|说明|编号\uff08勿改\uff09"
    row = "5|临江公安局|公安|县级|垂直管理|治安|2019-03-31|2030年1月2日|李明|220|注|city.police"
    assert {field for _, _, field, _, _ in told(sheet(heads, row))} == {
        "全称", "简称", "级别", "类别", "职责领域", "排序", "设立日期", "撤销日期", "联系人", "电话", "说明",
    }  # fmt: skip


def test_a_column_that_is_not_there_leaves_its_values_and_an_empty_cell_empties_them():
    assert told(sheet("名称|简称", "临江市公安局|市公安局")) == []
    assert told(sheet("名称|电话", "临江市公安局|")) == [
        ("修改", "临江市公安局", "电话", "110", "")
    ]


def test_a_unit_is_known_by_number_name_short_or_other_name():
    for name in ("临江市公安局", "市公安局", "市局"):
        (unit,) = read(sheet("单位名称|联系人", f"{name}|李明")).units
        assert (unit.id, unit.contact) == ("city.police", "李明")


def test_what_stands_above_the_header_is_passed_over_and_the_header_found_by_its_words():
    messy = sheet(
        "临江市双打成员单位通讯录",
        "制表单位:双打办",
        "",
        " 序 号|单 位 名 称|联 络 员|联系电话(办公)",
        "7|市商务局|王芳|330",
    )
    (unit,) = read(messy).units
    assert (unit.id, unit.order, unit.contact, unit.phone) == ("city.commerce", 7, "王芳", "330")


def test_cells_merged_downwards_count_for_every_row():
    rows = sheet(
        "级别|单位全称|联系人", "县级|甲县政府|李明", "|乙县政府|王芳", merges=[(1, 0, 2, 0)]
    )
    assert [unit.level for unit in read(rows).units] == [Level.COUNTY, Level.COUNTY]
    wide = sheet(
        "单位全称|联系人", "以下为县区|", "甲县政府|李明", merges=[(1, 0, 1, 1), (2, 1, 3, 1)]
    )
    assert troubles(wide) == []


def test_headings_and_remarks_between_the_rows_are_no_units():
    rows = sheet(
        "单位全称|电话",
        "一、市级单位",
        "临江市公安局|110",
        "(二)县区",
        "注:以上为成员单位",
        "合计|",
    )
    assert [unit.id for unit in read(rows).units] == ["city.police"]
    assert troubles(rows) == []


def test_new_units_get_numbers_that_nobody_has():
    grown = replace(KNOWN, units=(*KNOWN.units, Unit("own.1", "甲局", Level.CITY)))
    rows = sheet("单位全称|类别|级别", "乙局||", "丙县政府|政府|县")
    found = read_book([rows], grown, TODAY)
    assert [(u.id, u.level, u.kind, u.order) for u in found.units] == [
        ("own.2", Level.CITY, UnitKind.DEPARTMENT, 2),
        ("own.3", Level.COUNTY, UnitKind.GOVERNMENT, 3),
    ]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("|李明", "没有单位名称。"),
        ("临江市公安局|李明|乡镇级", "级别“乡镇级”不认识\uff0c可以写市级、县级。"),
        ("临江市公安局|李明||衙门", "类别“衙门”不认识\uff0c可以写部门、垂直管理"),
        ("省公安厅|李明|省级", "“省公安厅”写的是上级\uff0c名录里只放市级和县级单位。"),
        ("临江市公安局||||昨天", "日期“昨天”认不出来\uff0c可以写成2019-03-31。"),
        ("临江市公安局||||2020-1-1|2019-1-1", "“临江市公安局”的撤销日期早于设立日期。"),
        ("临江市公安局||||||一", "排序“一”不是数字。"),
        ("临江市公安局|||||||市商委", "其他名称“市商委”已经属于“临江市商务局”。"),
        ("临江市公安局|||||||市公安*队", "其他名称“市公安*队”里不能有“*”\uff0c请写出完整的名称。"),
        ("临江市公安局||||||||city.commerce", "名录里已经有“临江市公安局”\uff0c编号与它不符。"),
        ("甲" * 61 + "|李明", "单位名称“甲甲甲甲甲甲甲甲甲甲甲甲…”太长\uff0c像是说明文字。"),
    ],
)
def test_a_row_that_is_not_clear_is_told_with_its_place(row, words):
    heads = "单位全称|联系人|级别|类别|设立日期|撤销日期|排序|其他名称|编号"
    (found,) = troubles(sheet("单位名录", heads, row))
    assert found[:2] == ("单位名录", 3)
    assert found[2].startswith(words)
    assert told(sheet("单位名录", heads, row)) == []


def test_the_second_of_two_rows_for_a_unit_is_refused():
    rows = sheet("单位全称|电话", "临江市公安局|1", "市公安局|2", "新局|3", "新局|4")
    assert [t[1:] for t in troubles(rows)] == [
        (3, "“市公安局”与第2行重复。"),
        (5, "“新局”与第4行重复。"),
    ]


@pytest.mark.parametrize(
    "sheets",
    [
        [],
        [sheet("单位全称", "临江市公安局")],
        [sheet("甲|乙", "丙|丁")],
        [sheet("单位全称|电话", "临江市公安局|1", hidden=True)],
        [sheet("合称|成员单位", "各成员单位|市公安局", name="合称")],
    ],
)
def test_a_workbook_without_a_list_of_units_says_what_it_should_have(sheets):
    (found,) = troubles(*sheets)
    assert found[:2] == ("", 0)
    assert found[2].startswith("没有找到单位名录")
    assert told(*sheets) == []


def test_the_list_is_taken_from_any_sheet_that_has_it():
    rows = sheet("单位全称|电话", "临江市公安局|119", name="Sheet1")
    assert len(told(sheet("说明"), rows)) == 1


def test_other_names_are_replaced_by_those_listed_but_forms_stay():
    found = told(sheet("单位全称|其他名称", "临江市公安局|公安局、市警局"))
    assert found == [
        ("新增", "市公安局", "其他名称", "", "公安局"),
        ("新增", "市公安局", "其他名称", "", "市警局"),
        ("删除", "市公安局", "其他名称", "市局", ""),
    ]


def test_units_that_the_workbook_does_not_list_go_only_when_asked_for():
    rows = sheet("单位全称|电话", "临江市公安局|110", "临江市工商局|")
    assert told(rows) == []
    gone = told(rows, drop_missing=True)
    assert ("删除", "临江市商务局", "单位", "市商务局", "") in gone
    assert ("删除", "市商务局", "其他名称", "市商委", "") in gone
    assert not any(what == "云泽省公安厅" for _, what, *_ in gone)


def test_a_unit_in_a_row_that_is_not_clear_is_not_missing():
    rows = sheet("单位全称|级别", "临江市公安局|", "临江市商务局|乡镇级")
    gone = [what for kind, what, *_ in told(rows, drop_missing=True) if kind == "删除"]
    assert "临江市商务局" not in gone
    assert "临江市工商局" in gone


LIST = sheet("单位全称|电话", "临江市公安局|110")


def test_groups_take_their_members_from_the_sheet():
    groups = sheet(
        "合称|成员单位", "各成员单位|市公安局\uff1b市商务局", "各成员单位|市公安局", name="合称"
    )
    assert told(LIST, groups) == [("修改", "各成员单位", "成员", "市公安局", "市公安局、市商务局")]
    listed_too = sheet("单位全称|类别", "执法组|合称", "新局|")
    groups = sheet("合称|成员单位", "执法组|新局、市商务局", name="合称")
    found = told(listed_too, groups)
    assert ("修改", "执法组", "成员", "", "新局、市商务局") in found


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("某组|市公安局", "单位名录里没有合称“某组”。"),
        ("市商务局|市公安局", "单位名录里没有合称“市商务局”。"),
        ("各成员单位|某局", "成员“某局”不在单位名录里。"),
    ],
)
def test_a_group_that_is_not_clear_is_told(row, words):
    (found,) = troubles(LIST, sheet("合称|成员单位", row, name="合称"))
    assert found[:2] == ("合称", 2)
    assert found[2].startswith(words)


def test_a_group_with_a_row_that_is_not_clear_stays_as_it_was():
    rows = ("各成员单位|市商务局", "各成员单位|某局")
    assert told(LIST, sheet("合称|成员单位", *rows, name="合称")) == []


def test_where_a_reform_is_not_clear_none_that_is_known_goes():
    heads = "原单位|现单位|生效日期|说明"
    rows = ("临江市工商局|市公安局|2024.5.6|", "某局|市公安局|2024-05-06|")
    assert told(LIST, sheet(heads, *rows, name="机构沿革")) == [
        ("新增", "临江市工商局", "沿革", "", "2024-05-06起由市公安局承担")
    ]


def test_reforms_of_the_city_are_those_of_the_sheet():
    heads = "原单位|现单位|生效日期|说明"
    rows = sheet(heads, "临江市工商局|市公安局|2024.5.6|市里的改革", name="机构沿革")
    assert told(LIST, rows) == [
        ("新增", "临江市工商局", "沿革", "", "2024-05-06起由市公安局承担"),
        ("删除", "临江市工商局", "沿革", "2019-03-31起由市商务局承担", ""),
    ]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("某局|市公安局|2024-05-06", "“某局”不在单位名录里。"),
        ("市商务局|某局|2024-05-06", "“某局”不在单位名录里。"),
        ("市商务局|市公安局|去年", "生效日期“去年”认不出来"),
        ("市公安局|市公安局|2024-05-06", "“市公安局”改革前后是同一个单位。"),
    ],
)
def test_a_reform_that_is_not_clear_is_told(row, words):
    (found,) = troubles(LIST, sheet("原单位|现单位|生效日期", row, name="机构沿革"))
    assert found[2].startswith(words)


def test_counterparts_that_differ_were_decided_on_the_day():
    heads = "上级单位|情形|本市单位|说明|确定日期"
    rows = sheet(
        heads, "省公安厅||市公安局、市商务局|", f"云泽省公安厅|网络|{NOBODY}|", name="对口关系"
    )
    after = merged(KNOWN, read(LIST, rows))
    assert set(after.counterparts) == {
        Counterpart("province.police", "city.police", "", "", TODAY),
        Counterpart("province.police", "city.commerce", "", "", TODAY),
        Counterpart("province.police", "", "网络", "", TODAY),
    }
    assert ("新增", "省公安厅", "对口", "", "由上级单位承担\uff08网络\uff09") in told(LIST, rows)


def test_counterparts_that_stay_keep_their_note_and_their_openness():
    rows = sheet("上级单位|本市单位|说明", "省公安厅|市公安局|请核对", name="对口关系")
    assert told(LIST, rows) == []


@pytest.mark.parametrize(
    ("row", "words"),
    [("某部|市公安局", "上级单位“某部”不认识。"), ("省公安厅|某局", "“某局”不在单位名录里。")],
)
def test_a_counterpart_that_is_not_clear_is_told(row, words):
    (found,) = troubles(LIST, sheet("上级单位|本市单位", row, name="对口关系"))
    assert found[2].startswith(words)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2019-03-31", date(2019, 3, 31)),
        ("2019年3月31日", date(2019, 3, 31)),
        ("2019.3.31", date(2019, 3, 31)),
        ("20190331", date(2019, 3, 31)),
        ("\uff12\uff10\uff11\uff19/3/31", date(2019, 3, 31)),
        ("2019-02-30", None),
        ("三月", None),
        ("", None),
    ],
)
def test_days_of_cells_are_read(text, day):
    assert day_of(text) == day


@pytest.mark.parametrize(
    "names",
    [
        (),
        ("甲",),
        ("甲", "乙"),
        ("各县\uff08市、区\uff09政府",),
        ("各市、县政府",),
        ("各市、县政府", "甲"),
    ],
)
def test_listed_names_are_found_again(names):
    assert parts(listed(names)) == names
