"""The source's words, one level down."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shuangda_desktop.tasks.dividing.wording import leftover_spans, wording
from shuangda_desktop.text.level import Level
from shuangda_desktop.units.directory import Directory, Place
from units.invented_city import directory

PROVINCE = wording(directory(), Level.PROVINCE)
COUNTIES = "各县\uff08市、区\uff09"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("全省范围内开展", "全市范围内开展"),
        ("提升我省水平", "提升我市水平"),
        ("本省企业", "本市企业"),
        ("加强省内协作", "加强市内协作"),
        ("省直机关带头", "市直机关带头"),
        ("省属国有企业", "市属国有企业"),
        ("省级机关软件正版化", "市级机关软件正版化"),
        ("省有关部门", "市有关部门"),
        ("各市州要抓好落实", f"{COUNTIES}要抓好落实"),
        ("各市\uff08州\uff09双打办", f"{COUNTIES}双打办"),
        ("各市(州)人民政府", f"{COUNTIES}人民政府"),
        ("各设区市开展", f"{COUNTIES}开展"),
        ("各设区的市开展", f"{COUNTIES}开展"),
        ("各地级以上市开展", f"{COUNTIES}开展"),
        ("各市、县、自治县政府", f"{COUNTIES}政府"),
        ("各市县建立台账", f"{COUNTIES}建立台账"),
        ("各市每半年研究一次", f"{COUNTIES}每半年研究一次"),
        ("各市、各成员单位", f"{COUNTIES}、各成员单位"),
        ("各市\uff08地\uff09要落实", f"{COUNTIES}要落实"),
        ("各市、县\uff08市、区\uff09要落实", f"{COUNTIES}要落实"),
        ("各市人民政府", f"{COUNTIES}人民政府"),
        ("对市州进行考核", "对县\uff08市、区\uff09进行考核"),
        ("省委、省政府工作安排", "省委、省政府和市委、市政府工作安排"),
        ("报经省委、省政府同意", "报经市委、市政府同意"),
        ("省政府督查", "市政府督查"),
        ("省委巡视", "市委巡视"),
        (
            "贯彻党中央、国务院和省委、省政府决策部署",
            "贯彻党中央、国务院和省委、省政府、市委、市政府决策部署",
        ),
        ("会同省公安厅查处", "会同市公安局查处"),
        ("由云泽省公安厅负责", "由市公安局负责"),
        ("省工商局、省质监局", "市市场监管局、市市场监管局"),
        ("省打击侵权假冒工作领导小组办公室", "市打击侵权假冒工作领导小组办公室"),
        ("省打击侵权假冒工作领导小组统筹", "市打击侵权假冒工作领导小组统筹"),
        ("云泽省打击侵权假冒工作", "临江市打击侵权假冒工作"),
    ],
)
def test_words_of_the_province_become_words_of_the_city(before, after):
    text, changes = PROVINCE.reword(before)
    assert text == after
    assert changes
    assert all(change.before in before and change.after in after for change in changes)


@pytest.mark.parametrize(
    "text",
    [
        "落实《云泽省全省专利条例》",
        "开展\u201c全省利剑\u201d行动",
        '开展"全省利剑"行动',
        "引用《云泽省未完的名称",
        "评选省级知识产权保护示范单位",
        "申报省级重点实验室",
        "建立省际协作机制",
        "开展跨省协作",
        "省、市、县三级联动",
        "报省公安厅备案",
        "配合省市场监管局开展抽查",
        "节省经费",
        "各市场主体",
        "各市直部门",
        "各市政单位",
        "省委员",
        "由省通信管理局负责",
        "省政府令第9号",
        "加强农资监管。",
        "",
    ],
)
def test_names_titles_and_who_is_reported_to_stay(text):
    assert PROVINCE.reword(text) == (text, ())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("各省(区、市)", COUNTIES),
        ("各省、自治区、直辖市", COUNTIES),
        ("各省区市", COUNTIES),
        ("全国范围内", "全市范围内"),
        ("全国各地", "全市各地"),
        ("开展全国种苗质量抽查和培训", "开展全市种苗质量抽查和培训"),
        ("开展全国质量月活动", "开展全国质量月活动"),
        ("纳入全国信用信息共享平台", "纳入全国信用信息共享平台"),
        ("贯彻党中央、国务院决策部署", "贯彻党中央、国务院和省委、省政府、市委、市政府决策部署"),
        ("我国企业", "我国企业"),
        ("全国人大", "全国人大"),
        ("公安部统一部署", "公安部统一部署"),
    ],
)
def test_words_of_the_state_change_where_they_mean_places_or_orders(before, after):
    assert wording(directory(), Level.NATIONAL).reword(before)[0] == after


@pytest.mark.parametrize("level", [Level.CITY, Level.COUNTY, None])
def test_a_plan_of_no_higher_level_keeps_its_words(level):
    assert wording(directory(), level).reword("全省各市州") == ("全省各市州", ())


@pytest.mark.parametrize(
    ("province", "city", "before", "after"),
    [
        ("云泽自治区", "临江市", "全区各盟市", f"全市{COUNTIES}"),
        ("云泽自治区", "临江市", "我区企业", "我市企业"),
        ("云泽自治区", "临江市", "自治区党委、自治区政府同意", "市委、市政府同意"),
        ("云泽自治区", "临江市", "由自治区公安厅负责", "由市公安局负责"),
        ("云泽自治区", "临江盟", "全区各盟市", "全盟各旗县\uff08市、区\uff09"),
        ("云泽省", "临江苗族自治州", "全省各市州", f"全州{COUNTIES}"),
        ("云泽市", "临江区", "全省各市县", "全区各镇\uff08街道\uff09"),
        ("云泽省", "临江市", "全区一体", "全区一体"),
        (
            "云泽市",
            "临江区",
            "全市各区县落实市委、市政府要求",
            "全区各镇\uff08街道\uff09落实市委、市政府和区委、区政府要求",
        ),
        ("云泽市", "临江区", "我市企业", "我区企业"),
        ("云泽市", "临江区", "本市场内", "本市场内"),
        ("云泽市", "临江区", "由市公安局负责", "由区公安局负责"),
        ("云泽自治区", "临江市", "本区域", "本区域"),
        ("云泽市", "临江区", "市级机关", "区级机关"),
        ("云泽市", "临江区", "促进各区域协作", "促进各区域协作"),
    ],
)
def test_other_kinds_of_places_have_their_own_words(province, city, before, after):
    assert wording(directory(province, city), Level.PROVINCE).reword(before)[0] == after


def test_a_directory_without_units_still_rewords():
    small = Directory((), place=Place("云泽省", "临江市"))
    assert wording(small, Level.PROVINCE).reword("全省\uff0c省公安厅")[0] == "全市\uff0c省公安厅"


def test_every_change_is_kept_in_order():
    _, changes = PROVINCE.reword("全省各市州\uff0c全省一盘棋")
    assert [change.before for change in changes] == ["全省", "各市州", "全省"]


@given(
    st.text(
        st.sampled_from("全省各市州我内委、政府公安厅《》\u201c\u201d\uff08\uff09报级示范县区"),
        max_size=30,
    )
)
def test_undoing_the_changes_in_order_gives_the_source_again(text):
    reworded, changes = PROVINCE.reword(text)
    at = 0
    for change in changes:
        at = reworded.index(change.after, at) + len(change.after)
    if len(changes) == 1:  # the words may have stood elsewhere in the source already
        (change,) = changes
        places = (n for n in range(len(reworded)) if reworded.startswith(change.after, n))
        sources = (reworded[:n] + change.before + reworded[n + len(change.after) :] for n in places)
        assert text in sources
    assert (reworded == text) == (not changes)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("完善省信息共享平台", ("省信息共享平",)),
        ("由省通信管理局负责", ("省通信管理局",)),
        ("贯彻省委、省政府和市委、市政府部署", ()),
        ("国务院和省委、省政府、市委、市政府决策", ()),
        ("报省公安厅备案", ()),
        ("联合两省开展", ()),
        ("跨省协作、省际联动、节省开支", ()),
        ("落实《云泽省专利条例》", ()),
        ("知识产权强省建设", ()),
        ("全市农资市场", ()),
    ],
)
def test_words_left_from_the_province_are_seen(text, left):
    assert tuple(text[span.start : span.end] for span in leftover_spans(text)) == left
