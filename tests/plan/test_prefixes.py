"""A prefix written once may hold for a whole list; names of their own never take it."""

import pytest

from shuangda_desktop.plan.duties.prefixes import inherit, prefix_of
from shuangda_desktop.plan.duties.stems import office_like


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ("市经贸委|科技局|农业局", "市经贸委|市科技局|市农业局"),
        ("市公安局|工商局|质监局|知识产权局", "市公安局|市工商局|市质监局|市知识产权局"),
        ("省公安厅|财政厅", "省公安厅|省财政厅"),
        ("自治区商务厅|公安厅|农业农村厅", "自治区商务厅|自治区公安厅|自治区农业农村厅"),
        ("县公安局|畜牧兽医局|县法院", "县公安局|县畜牧兽医局|县法院"),
        ("云溪开发区管委会|市商务局|经信委", "云溪开发区管委会|市商务局|市经信委"),
        ("县公安局|发改局|法院|检察院", "县公安局|县发改局|县法院|县检察院"),
        ("区市场局|公安分局|文旅局", "区市场局|区公安分局|区文旅局"),
        ("州公安局|网信办", "州公安局|州网信办"),
        ("旗公安局|农牧局", "旗公安局|旗农牧局"),
        ("省公安厅|互联网信息办公室", "省公安厅|省互联网信息办公室"),
        ("市公安局|经济和信息化委", "市公安局|市经济和信息化委"),
        ("省公安厅|云泽证监局|商务厅", "省公安厅|云泽证监局|省商务厅"),
        ("云溪市公安局|商务局", "云溪市公安局|云溪市商务局"),
        ("市财政局|机关事务管理局", "市财政局|市机关事务管理局"),
        ("市公安局|教育和体育局", "市公安局|市教育和体育局"),
        ("市公安局|矿山和海洋局", "市公安局|矿山和海洋局"),
        ("市公安局|双打办", "市公安局|市双打办"),
        ("市公安局|东城区政府|西城区政府", "市公安局|东城区政府|西城区政府"),
        ("市公安局|云溪海关|人民银行云溪中心支行", "市公安局|云溪海关|人民银行云溪中心支行"),
        ("市质监局|云溪出入境检验检疫局", "市质监局|云溪出入境检验检疫局"),
        ("市公安局|各县区政府|各成员单位", "市公安局|各县区政府|各成员单位"),
        ("市公安局|市商务局|清风办", "市公安局|市商务局|清风办"),
        ("市公安局|市商务局|财政局", "市公安局|市商务局|市财政局"),
        ("公安部|商务部|海关总署", "公安部|商务部|海关总署"),
        ("市公安局|高新区管委会|团市委", "市公安局|高新区管委会|团市委"),
        ("市场监管总局|知识产权局", "市场监管总局|知识产权局"),
        ("市公安局|国家税务总局云溪市税务局", "市公安局|国家税务总局云溪市税务局"),
        ("各县区政府|公安局", "各县区政府|公安局"),
        (
            "云东区市场监管局|江口县市场监管局|信息中心",
            "云东区市场监管局|江口县市场监管局|信息中心",
        ),
        ("市委宣传部|临湖日报社", "市委宣传部|临湖日报社"),
        ("省质监局|教育厅|省政府食安办", "省质监局|省教育厅|省政府食安办"),
        ("", ""),
    ],
)
def test_the_first_name_gives_its_prefix(names, expected):
    assert "|".join(inherit(names.split("|") if names else [])) == expected


def test_a_list_without_prefixes_takes_that_of_the_list_before():
    assert inherit(("公安局", "商务局"), "市") == ("市公安局", "市商务局")


def test_a_list_with_a_name_of_its_own_does_not():
    assert inherit(("公安局", "云溪海关"), "市") == ("公安局", "云溪海关")


@pytest.mark.parametrize(
    ("name", "prefix"),
    [
        ("市公安局", "市"),
        ("市市场监管局", "市"),
        ("市场监管局", ""),
        ("市政管理局", ""),
        ("省委宣传部", "省"),
        ("县级部门", ""),
        ("区域办", ""),
        ("云溪县公安局", "云溪县"),
        ("公安部", ""),
        ("市", ""),
    ],
)
def test_prefix_of_a_name(name, prefix):
    assert prefix_of(name) == prefix


@pytest.mark.parametrize(
    ("names", "heirs"),
    [
        (("区应急局", "公安分局", "交警大队"), ("区应急局", "区公安分局", "区交警大队")),
        (("省发改委", "省财政厅", "商务厅"), ("省发改委", "省财政厅", "省商务厅")),
        (("自治区财政厅", "商务厅"), ("自治区财政厅", "自治区商务厅")),
        (("市财政局", "商务厅"), ("市财政局", "商务厅")),  # no city has one
    ],
)
def test_squads_and_offices_of_provinces_inherit(names, heirs):
    assert inherit(names) == heirs


def test_of_two_departments_that_a_name_is_like_it_is_always_the_same_one():
    """市监局 is like it as well; in a set each start of the program took another one."""
    assert office_like("县市", "局") == "县市场局"
