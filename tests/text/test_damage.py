"""Every kind of damage that plans arrive with: restored where it is certain, else told with candidates."""

import pytest

from plan.gold_plans import FOLDER, load
from shuangda_desktop.text.repair import repair
from shuangda_desktop.text.source import SourceText, blocks_of

PLANS = sorted(FOLDER.glob("*.txt"))


def source(raw):
    return SourceText(raw, blocks_of(raw), "试", "", "text")


def fixed(raw):
    return repair(source(raw))


RESTORED = [
    ("加強知識產(chǎn)權(quán)保護,規(guī)範執(zhí)法。", "加强知识产权保护,规范执法。"),
    ("加強知識產( chǎn )權 (quán)保護。", "加强知识产权保护。"),
    ("(省商務廳、??诤jP、省工商局負責)", "(省商务厅、海口海关、省工商局负责)"),
    ("及時??偨Y推廣經驗。", "及时。总结推广经验。"),
    ("(一)整治市場。\n?。ǘ┩七M重點整治。", "(一)整治市场。\n\u3000\uff08二\uff09推进重点整治。"),
    ("製售僞劣商品,爲羣眾服務,覈查情況。", "制售伪劣商品,为群众服务,核查情况。"),
    ("加強網際網路監管,規範程式與資訊。", "加强互联网监管,规范程序与信息。"),
    (
        "優化網際網路支援,推進軟體智慧化;救援隊對口支援。",
        "优化互联网支持,推进软件智能化;救援队对口支援。",
    ),
    (
        "嚴格查驗網路硬碟,提取電子資料,封存違規程式光碟。",
        "严格查验网络硬盘,提取电子数据,封存违规程序光盘。",
    ),
    ("完善擧報制度,搆建長效機製。", "完善举报制度,构建长效机制。"),
    ("云溪市双打办\n2018626", "云溪市双打办\n2018年6月26日"),
    ("于2022930前完成。", "于2022年9月30日前完成。"),
    ("云政办发〔2018104号", "云政办发〔2018〕104号"),
    ("云双打发〔202026", "云双打发〔2020〕26号"),
    ("开展检查,,查处案件、,严格执法,、落实。", "开展检查,查处案件,严格执法,落实。"),
    ("加强市场 监管,依 法查处侵 权行为。", "加强市场监管,依法查处侵权行为。"),
    ("加强\u200b市场\u00ad监管,\u00a0\ufeff查处。", "加强市场监管,查处。"),
]


@pytest.mark.parametrize(("raw", "clean"), RESTORED)
def test_certain_damage_is_restored(raw, clean):
    text = fixed(raw)
    assert text.text == clean
    assert all(each.certain for each in text.repairs)


@pytest.mark.parametrize(
    ("raw", "rule", "candidates"),
    [
        ("云溪市双打办\n2019116", "dates", ("2019年1月16日", "2019年11月6日")),
        ("加強網路監管,保護權利人。", "taiwan", ("网络",)),
    ],
)
def test_doubtful_damage_is_proposed_and_left(raw, rule, candidates):
    text = fixed(raw)
    (proposal,) = text.proposals
    assert (proposal.rule, proposal.candidates) == (rule, candidates)
    assert proposal.before in raw
    assert proposal.evidence.endswith("。")


@pytest.mark.parametrize(
    "raw",
    [
        "查处套*牌车和假冒商品。",
        "要追究责任,严格迫究,深入地城内开展。",
        "强化常识产权保护,冲击侵权冒充。",
        "加强网络监管,规范程式设计与资讯服务。",
    ],
)
def test_what_is_the_sources_own_is_never_changed(raw):
    text = fixed(raw)
    assert (text.text, text.proposals) == (raw, ())


def test_the_page_around_a_document_is_taken_off():
    page = (
        "首页 > 政务公开 > 文件\n云溪市2023年工作要点\n字体:大 中 小 浏览次数:56\n"
        "一、整治市场。(市公安局负责)\n责任编辑:张某\n上一篇:通知\n扫一扫在手机打开当前页\n苏ICP备05000000号"
    )
    assert fixed(page).text.split() == ["云溪市2023年工作要点", "一、整治市场。(市公安局负责)"]


def test_a_clause_over_two_pages_is_joined():
    lines = (
        "    （一）加强整治。以服装鞋帽、小商品市场为重\n点，落实市场开办者责任，严查假冒侵权行为，督\n"
        "促整改到位。（市市场监管局牵头，市公安局、市\n                      — 3 —\n"
        "商务局按职责分工负责，二〇二一年十月底前完成\n任务）\n    （二）加强保护。依法快捕快诉。（市法院负责）"
    )
    assert "市公安局、市商务局按职责分工负责" in fixed(lines).text


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_undoing_every_repair_gives_the_raw_text(path):
    raw = load(path).text
    text = fixed(raw)
    undone = frozenset((each.rule, each.span.start) for each in text.repairs)
    assert repair(source(raw), undone).text == raw
