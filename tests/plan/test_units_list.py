"""Lists of units are cut where a name ends, and nowhere else."""

import pytest

from shuangda_desktop.plan.duties.units_list import (
    is_collective,
    is_surely_unit,
    looks_like_unit,
    split_units,
    unit_at_start,
)


@pytest.mark.parametrize(
    ("text", "names", "open_ended"),
    [
        ("市公安局", "市公安局", False),
        ("市公安局、市商务局", "市公安局|市商务局", False),
        ("市公安局+市商务局", "市公安局|市商务局", False),
        ("市编办、市政府各委、办、局", "市编办|市政府各委、办、局", False),
        ("市编办、市政府有关职能的各委、办、局等", "市编办|市政府有关职能的各委、办、局", True),
        ("市编办、市财政局(以上两项)", "市编办|市财政局", False),
        ("市公安局,市商务局;市财政局", "市公安局|市商务局|市财政局", False),
        ("市公安局 市商务局 市财政局", "市公安局|市商务局|市财政局", False),
        (
            "市商务局、各县(市、区人民政府、市公安局",
            "市商务局|各县(市、区)人民政府|市公安局",
            False,
        ),
        ("市版权局(市文旅局、市公安局", "市版权局(市文旅局)|市公安局", False),
        ("市公安局及市商务局", "市公安局|市商务局", False),
        ("市公安、工商、版权局", "市公安局|工商局|版权局", False),  # a shared ending
        ("市公安、商务局,市编办、法院", "市公安局|商务局|市编办|法院", False),
        ("云台山、公安局", "云台山|公安局", False),
        ("市公安局和市商务局", "市公安局|市商务局", False),
        ("市公安局、市商务局以及市财政局", "市公安局|市商务局|市财政局", False),
        ("市公安局与各县区政府", "市公安局|各县区政府", False),
        ("某某出入境检验检疫局及各相关单位", "某某出入境检验检疫局|各相关单位", False),
        ("工业和信息化部、文化和旅游部", "工业和信息化部|文化和旅游部", False),
        (
            "市住房和城乡建设局、市人力资源和社会保障局",
            "市住房和城乡建设局|市人力资源和社会保障局",
            False,
        ),
        ("粮食和储备局", "粮食和储备局", False),
        ("各有关部门和单位", "各有关部门和单位", False),
        ("市直及中省直驻云有关单位", "市直及中省直驻云有关单位", False),
        ("市公安局等", "市公安局", True),
        ("市公安局等部门", "市公安局", True),
        ("市公安局等有关部门", "市公安局", True),
        ("市公安局、市商务局等部门和单位", "市公安局|市商务局", True),
        ("烟草局、邮政局等部门和企业", "烟草局|邮政局", True),
        ("市公安局等12个部门", "市公安局", True),
        ("市公安局等五家单位", "市公安局", True),
        ("商务部、扶贫办等和各有关省级人民政府", "商务部|扶贫办|各有关省级人民政府", True),
        ("省高等法院、教育厅", "省高等法院|教育厅", False),
        ("各市、县人民政府", "各市、县人民政府", False),
        ("各镇、乡村振兴局", "各镇|乡村振兴局", False),
        ("省公安厅及各市、县(市、区)人民政府", "省公安厅|各市、县(市、区)人民政府", False),
        ("各省、自治区、直辖市人民政府", "各省、自治区、直辖市人民政府", False),
        ("各市、州人民政府,省直各部门", "各市、州人民政府|省直各部门", False),
        ("各市、州仲裁委员会、各区、县市场监管局", "各市、州仲裁委员会|各区、县市场监管局", False),
        ("各县、市公安局", "各县|市公安局", False),
        ("各设区市、省直管县(市)人民政府", "各设区市、省直管县(市)人民政府", False),
        ("市供销合作联社和县农村信用联社", "市供销合作联社|县农村信用联社", False),
        ("各县、区人民政府,市公安局", "各县、区人民政府|市公安局", False),
        ("各街道、区直各部门", "各街道|区直各部门", False),
        ("各县区、各部门", "各县区|各部门", False),
        ("各县(市、区)人民政府", "各县(市、区)人民政府", False),
        ("各市、县〔市、区〕政府", "各市、县〔市、区〕政府", False),
        ("市委宣传部(市版权局)、市财政局", "市委宣传部(市版权局)|市财政局", False),
        ("全区各部门、各镇街、各村(社区)", "全区各部门|各镇街|各村(社区)", False),
        ("市“双打”办、市财政局", "市“双打”办|市财政局", False),
        ("由市公安局", "市公安局", False),
        ("(市公安局", "市公安局", False),
        ("市公安局)", "市公安局", False),
        ("市公安局、", "市公安局", False),
        ("市 公 安 局", "市公安局", False),
        ("市公安局、市公安局", "市公安局", False),
        ("区邮政管理部 门、区公安局", "区邮政管理部门|区公安局", False),
        ("云溪市、云台县人民政府", "云溪市人民政府|云台县人民政府", False),
        ("各县区、云溪市人民政府", "各县区|云溪市人民政府", False),
        ("云溪市、市公安局", "云溪市|市公安局", False),
        ("各盟行政公署、市人民政府", "各盟行政公署、市人民政府", False),
        ("有关盟行政公署、市人民政府", "有关盟行政公署、市人民政府", False),
        ("", "", False),
        ("、,;", "", False),
    ],
)
def test_a_list_is_split(text, names, open_ended):
    found = split_units(text)
    assert "|".join(found.names) == names
    assert found.open_ended is open_ended


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


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("区公安分局/区检察院/区法院", ("区公安分局", "区检察院", "区法院")),
        ("各市(州)、县(市、区)人民政府,省老龄办", ("各市(州)、县(市、区)人民政府", "省老龄办")),
        ("I/O设备管理处", ("I/O设备管理处",)),
        ("云州 海关、市商务局", ("云州海关", "市商务局")),
        ("市商务局、云州 海关", ("市商务局", "云州海关")),
        ("省税务局 海关", ("省税务局", "海关")),
    ],
)
def test_strokes_part_names_and_brackets_of_ranks_do_not(text, names):
    assert split_units(text).names == names


@pytest.mark.parametrize(
    "tail", ["等国务院相关部门", "等省直部门", "等有关部门", "等直属单位", "等中央有关部门"]
)
def test_others_of_a_kind_are_no_part_of_the_last_name(tail):
    assert split_units(f"财政部、商务部{tail}及各地区").names == ("财政部", "商务部", "各地区")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("云溪市、云台市有关单位和部门", ("云溪市、云台市有关单位和部门",)),
        (
            "市公安局、经开区、云台新区、县有关部门",
            ("市公安局", "经开区", "云台新区", "县有关部门"),
        ),
        ("相关县、市、区有关单位和部门,市公安局", ("相关县、市、区有关单位和部门", "市公安局")),
        ("市公安局、云台县有关部门", ("市公安局", "云台县有关部门")),
        ("各镇、街道、云山工业区", ("各镇、街道", "云山工业区")),
        ("各乡(镇)、街道", ("各乡(镇)、街道",)),
        ("各乡镇、各街道", ("各乡镇", "各街道")),
        ("区委区政府督查办", ("区委区政府督查办",)),
        ("市发改委市政府办公室", ("市发改委", "市政府办公室")),
    ],
)
def test_places_share_what_stands_behind_the_last(text, names):
    assert split_units(text).names == names
