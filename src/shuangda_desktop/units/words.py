"""What the screen and the workbook call levels, kinds, and the parts of the directory."""

from dataclasses import dataclass

from shuangda_desktop.text.level import Level
from shuangda_desktop.units.model import UnitKind

LEVEL_WORDS = {
    Level.NATIONAL: "国家",
    Level.PROVINCE: "省级",
    Level.CITY: "市级",
    Level.COUNTY: "县级",
}
KIND_WORDS = {
    UnitKind.DEPARTMENT: "部门",
    UnitKind.OWN_NAME: "垂直管理",
    UnitKind.OFFICE: "本办",
    UnitKind.GOVERNMENT: "政府",
    UnitKind.COLLECTIVE: "合称",
    UnitKind.GENERIC: "泛称",
}
UNITS, GROUPS, REFORMS, COUNTERPARTS = "单位名录", "合称", "机构沿革", "对口关系"
NOBODY = "由上级单位承担"  # in the place of a unit of the city


@dataclass(frozen=True, slots=True)
class Head:
    """A column of the directory's workbook: its title, and what else clerks write above it."""

    key: str
    title: str
    others: tuple[str, ...] = ()
    width: int = 6


UNIT_HEADS = (
    Head("order", "排序", ("序号", "序", "顺序", "编排"), 3),
    Head(
        "name", "单位全称", ("单位名称", "全称", "名称", "单位", "部门名称", "部门", "成员单位"), 14
    ),
    Head("short_name", "简称", ("规范简称", "单位简称"), 8),
    Head("aliases", "其他名称", ("别称", "别名", "曾用名"), 12),
    Head("level", "级别", ("层级",), 3),
    Head("kind", "类别", ("单位类别", "性质"), 4),
    Head("domain", "职责领域", ("职责", "职能", "业务"), 12),
    Head("active_from", "设立日期", ("成立日期", "设立"), 8),
    Head("active_until", "撤销日期", ("撤并日期", "撤销"), 8),
    Head("contact", "联系人", ("联络员", "联络人", "姓名"), 5),
    Head("phone", "电话", ("联系电话", "办公电话", "联系方式", "手机"), 8),
    Head("note", "说明", ("备注",), 10),
    Head("code", "编号\uff08勿改\uff09", ("编号",), 12),
)
GROUP_HEADS = (
    Head("group", "合称", ("合称名称", "组"), 14),
    Head("members", "成员单位", ("成员", "单位"), 60),
)
REFORM_HEADS = (
    Head("predecessor", "原单位", ("改革前", "原名称", "旧单位"), 16),
    Head("successor", "现单位", ("改革后", "现名称", "新单位", "承接单位"), 16),
    Head("effective_on", "生效日期", ("日期", "时间", "改革日期"), 8),
    Head("note", "说明", ("备注", "依据"), 28),
)
COUNTERPART_HEADS = (
    Head("higher", "上级单位", ("上级",), 16),
    Head("condition", "情形", ("条件", "涉及"), 16),
    Head("lower", "本市单位", ("对口单位", "本级单位", "下级单位"), 16),
    Head("note", "说明", ("备注",), 24),
    Head("decided_on", "确定日期", ("确认日期",), 8),
)
