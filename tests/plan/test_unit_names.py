"""Words are taken for the name of a unit where they end like one, and for no other reason."""

import pytest

from shuangda_desktop.plan.duties.unit_names import (
    is_collective,
    is_surely_unit,
    looks_like_unit,
    unit_at_start,
)


@pytest.mark.parametrize(
    "name",
    ["市公安局", "省公安厅", "市双打办", "海关总署", "人行云溪中心支行", "各县(市、区)人民政府",
     "市委宣传部(市版权局)", "团市委", "县级以上各部门", "师市市场监管局", "各旗县区"],
)  # fmt: skip
def test_names_that_look_like_units(name):
    assert looks_like_unit(name)


@pytest.mark.parametrize("name", ["局", "查处侵权行为", "谁主管", "二期", "IP地址", "", "长" * 41])
def test_words_that_do_not_look_like_units(name):
    assert not looks_like_unit(name)


@pytest.mark.parametrize(
    "name",
    ["省知识产权局", "市委宣传部", "各成员单位", "市双打办", "云溪海关", "各镇街", "有执法职能的部门",
     "省人民检察院", "市中级人民法院", "人民银行云溪中心支行", "国家卫生健康委"],
)  # fmt: skip
def test_names_that_can_only_be_units(name):
    assert is_surely_unit(name)


@pytest.mark.parametrize(
    "name",
    ["二期", "平安建设", "白皮书", "原市工商局", "以下简称市双打办", "含市商务局", "市", "区", "开办",
     "内部", "总部", "社会", "2023年", "执行"],
)  # fmt: skip
def test_words_that_need_a_verb_to_be_units(name):
    assert not is_surely_unit(name)


@pytest.mark.parametrize(
    ("name", "collective"),
    [("各成员单位", True), ("有关部门", True), ("市公安局", False), ("领导小组各成员单位", True),
     ("有执法职能的部门", True), ("其他成员单位", True), ("市直各部门", True), ("全市各学校", True)],
)  # fmt: skip
def test_collective_names(name, collective):
    assert is_collective(name) is collective


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("市公安局组织排查", "市公安局"),
        ("市委组织部轮训干部", "市委组织部"),
        ("市政府督查室跟踪", "市政府督查室"),
        ("市政府办公室印发", "市政府办公室"),
        ("市卫生健康委员会开展", "市卫生健康委员会"),
        ("市食安委办调度", "市食安委办"),
        ("市安委办理结案件", "市安委"),
        ("有关部门报送", "有关部门"),
        ("人民银行云溪市分行推动", "人民银行云溪市分行"),
        ("国家税务总局云溪市税务局落实", "国家税务总局云溪市税务局"),
        ("加强监管", ""),
        ("", ""),
    ],
)
def test_a_name_that_no_mark_ends(text, name):
    assert unit_at_start(text) == name


@pytest.mark.parametrize("name", ["执法稽查处", "保护司", "条法司", "督查处"])
def test_offices_inside_a_bureau_look_like_units(name):
    assert looks_like_unit(name)


@pytest.mark.parametrize("name", ["依法查处", "严惩处", "打官司"])
def test_deeds_do_not_look_like_units(name):
    assert not looks_like_unit(name)
