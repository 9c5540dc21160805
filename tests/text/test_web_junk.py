import pytest

from shuangda_desktop.text.punctuation import widen
from shuangda_desktop.text.rules.web_junk import remove_web_junk
from text.rules import applied, both_widths

TITLE = "示例市打击侵权假冒工作要点"
BODY = f"{TITLE}\n示双打发〔2024〕3号\n一、加强市场监管\n(一)开展整治。(市市场监管局负责)\n(二)加强协作。(市公安局负责)\n"


def cleaned(text):
    return applied(remove_web_junk, text)


@pytest.mark.parametrize(
    "line",
    [
        "当前位置:首页> 政务公开> 政策文件",
        "您的位置:首页 > 通知",
        "首页 > 政务公开 > 正文",
        "【字体:大 中 小】 【打印】 【关闭】",
        "[字体:大 中 小]",
        "字号:大 中 小",
        "浏览次数:123次",
        "扫一扫在手机打开当前页",
        "扫码关注示例网",
        "微信公众号",
        "分享到:微信 微博",
        "上一篇:关于甲的通知",
        "下一篇:无",
        "条信息 每页显示 条 分 [首页] [上一页] [下一页] [尾页]",
        "示例ICP备00000000号-1",
        "版权所有:示例市人民政府",
        "Copyright 2024 Example",
        "责任编辑:张某",
        "法宝引证码:CLI.0.000000",
        "【发表评论】【加入收藏】【告诉好友】【打印此文】【关闭窗口】",
        "本篇引证码CLI.0.000000 原文链接已省略",
        "LAWSITE.NET\u00ae提示:该文件继续有效。",
        "点击上方蓝字 关注我们",
        "编辑\u4e28小王　审核\u4e28老李",
        "\u25bc\u25bc\u25bc",
        "END",
        "政策解读:《示例市重点任务》解读",
        "图解:一图读懂重点任务",
        "相关解读:一图读懂",
        "点击“阅读原文”了解更多",
        "喜欢就点个“在看”吧",
        "示例政务网＞文件库＞正文　第2页/共2页",
        "扫一扫分享到微信　　微博　　QQ空间",
        "【政策解读】《示例市重点任务》解读　2024-03-20",
        "【相关附件】示例市重点任务分工表.doc（42KB）",
        "示例市重点任务.doc(42KB)下载次数:37",
        "您对本页面内容是否满意? ○满意 ○基本满意 ○不满意 提交",
        "大 中 小",
        "打印 | 收藏 | 关闭",
        "附件下载:",
        "相关阅读",
    ],
)
@pytest.mark.parametrize("place", ["above", "below"])
def test_page_lines_are_removed_wherever_they_stand(line, place):
    before, after = both_widths([(line + "\n", "")])[-1]
    for junk in (line + "\n", before):
        page = junk + BODY if place == "above" else BODY + junk
        assert cleaned(page) == BODY
    assert after == ""


PLAN = BODY.replace("(二)", "{}(二)") + "{}示例市双打办\n2024年3月15日\n{}"
CHROME = [
    "【关闭】扫一扫在手机打开当前页",
    "分享到:",
    "打印本页 关闭窗口",
    "打印本页关闭窗口",
    "【打印本页】【关闭窗口】",
    "打印 关闭",
    "浏览次数:321次",
    "点击数:1024",
    "阅读:88次",
    "已被浏览123次",
    "Copyright © 2024 示例市人民政府 All Rights Reserved",
    "版权所有:示例市市场监督管理局",
    "网站标识码:1234560001",
    "示例公网安备12345602000123号",
    "ICP备案号:示ICP备12345678号",
    "示ICP备12345678号-2",
    "附件下载",
    "附件下载:任务分工表.docx",
    "打开APP阅读全文",
    "点击下载客户端",
    "请使用手机APP查看更多内容",
    "本网站使用Cookie改善您的体验,继续浏览即表示同意",
    "您访问的链接即将离开“示例市人民政府”门户网站,是否继续?",
    "欢迎访问示例市人民政府网站",
    "今天是:2024年3月15日星期五",
    "本网站已支持IPv6",
    "【字体:大中小】【打印】【收藏】【关闭】",
    "字号: [ 大 中 小 ]",
    "字体大小:大中小",
    "首页 新闻中心 政务公开 政务服务 互动交流",
    "首页>政务公开>政策文件>正文",
    "无障碍浏览 长者模式 登录 注册",
    "分享: 微信 微博 QQ空间",
    "一键分享微信微博QQ空间",
    "扫描二维码关注我们",
    "微信扫码分享",
    "上一篇:关于开展检查的通知 下一篇:无",
    "政府网站找错 适老化",
    "返回顶部",
    "【返回列表】",
    "【我要纠错】责任编辑:王某",
    "责任编辑:王某某",
    "Powered By 示例科技",
    "收藏 打印 分享",
    "【大】【中】【小】",
    "第1页/共3页",
    "点击查看全文",
    "长按识别二维码关注我们",
    "展开全文",
    'var url="a"',
    "更新时间:2024-03-15 10:22 来源:市局 作者:办公室 点击数:33",
]


@pytest.mark.parametrize("change", [str, widen], ids=["narrow", "wide"])
@pytest.mark.parametrize("line", CHROME)
def test_page_lines_are_told_by_their_words_from_end_to_end(line, change):
    whole = change(PLAN.format("", "", ""))
    for place in range(3):
        fill = [""] * 3
        fill[place] = line + "\n"
        assert cleaned(change(PLAN.format(*fill))) == whole
    assert cleaned(change(f"{line}\n{PLAN.format('', '', '')}")) == whole


@pytest.mark.parametrize("line", ["微信", "大", "下载", "注册", "关闭"])
def test_a_button_alone_is_one_only_outside_the_document_or_beside_junk(line):
    plan = PLAN.format("", "", "")
    assert cleaned(PLAN.format(line + "\n", "", "")) == PLAN.format(line + "\n", "", "")
    assert cleaned(f"{line}\n{plan}{line}") == plan
    assert cleaned(PLAN.format(f"{line}\n打印\n", "", "")) == plan
    assert cleaned(PLAN.format(f"分享到:\n{line}\n", "", "")) == plan


def test_links_below_the_document_go_with_their_heading():
    plan = PLAN.format("", "", "")
    assert cleaned(f"{plan}相关文章\n示例市召开会议\n甲县开展检查\n") == plan
    assert cleaned(f"{plan}热门推荐\n") == plan


def test_a_heading_of_links_within_the_document_takes_nothing_with_it():
    plan = PLAN.format("相关文件\n示例市召开会议\n", "", "")
    assert cleaned(plan) == plan


def test_a_source_alone_below_the_document_goes():
    plan = PLAN.format("", "", "")
    assert cleaned(plan + "文章来源:示例网") == plan


def test_a_file_name_below_its_heading_goes_on_its_line_only():
    plan = PLAN.format("", "", "") + "附件:任务分工表.docx\n"
    assert cleaned(plan) == plan


@pytest.mark.parametrize(
    "line",
    [
        "主办单位:市市场监管局",
        "协办单位:市公安局",
        "责任单位:市商务局",
        "联系电话:0000-0000000",
        "来源:群众举报的线索要逐条核查",
        "首页推送消费提示",
        "小微企业",
        "全文公开处罚案件",
        "下一步打算。加强协作。",
        "位置信息要登记。",
        "市级>县级>乡级三级联动检查20家。",
        "关注公众号推送的虚假广告。" * 20,
    ],
)
def test_lines_that_only_look_like_it_stay_in_the_plan(line):
    plan = BODY.replace("(二)", line + "\n(二)")
    assert cleaned(plan) == plan


def test_a_contact_at_the_end_of_a_plan_stays():
    plan = BODY + "联系电话:0000-0000000"
    assert cleaned(plan) == plan


def test_a_footer_goes_as_a_whole_where_one_line_of_it_is_beyond_doubt():
    footer = "责任编辑:\n主办单位:示例市人民政府办公室  承办:示例中心\n备案号:00000\n联系电话:0000"
    assert cleaned(BODY + footer) == BODY


def test_fields_above_the_title_go():
    assert cleaned("发布时间:2024-03-01 来源:市局\n作者:张某\n" + BODY) == BODY


@pytest.mark.parametrize(
    "head",
    [
        "首页 走进示例 政务公开 政务服务 互动交流\n",
        "www.shili.gov.cn\n",
        "https://www.shili.gov.cn/\n",
        "示例市人民政府\nwww.shili.gov.cn\n首页 走进示例 政务公开 政务服务 互动交流\n",
        "示例政府网\n首页 | 走进示例 | 政务公开 | 政务服务 | 互动交流\n",
    ],
)
def test_the_head_of_a_site_goes(head):
    assert cleaned(head + BODY) == BODY


@pytest.mark.parametrize(
    "line",
    [
        "首页 改版方案 起草单位 征求意见\n",
        "首页 政务公开 政务服务 互动交流 市大数据中心牵头建设\n",
        "走进示例 政务公开 政务服务 互动交流\n",
        "示例市人民政府\n",
        "示例市人民政府办公室关于网站的通知\nwww.shili.gov.cn\n",
    ],
)
def test_what_is_no_head_of_a_site_stays(line):
    first = line.split("\n")[0]
    assert first in cleaned(line + BODY)


def test_a_bar_of_links_goes_and_a_heading_of_the_same_words_stays():
    links = "政策文件\n规划计划\n财政信息\n依申请公开\n"
    assert cleaned(links + BODY) == BODY
    assert cleaned("政策文件\n" + BODY) == "政策文件\n" + BODY


def test_an_address_within_the_document_stays():
    text = BODY.rstrip("\n") + "\n举报网站：\nwww.shili.gov.cn\n二、加强宣传。\n"
    assert "www.shili.gov.cn" in cleaned(text)


def test_the_index_table_goes():
    table = "索 引 号:\t000/2024-1\t分类:\t综合政务\n发布机构:\t\t成文日期:\t\n标  题:\t\t有效性:\t有效\n"
    assert cleaned(table + BODY) == BODY


def test_an_index_field_that_repeats_the_document_goes():
    table = f"索引号:000\n标题:{TITLE}\n文号:示双打发〔2024〕3号\n"
    assert cleaned(table + BODY) == BODY


def test_an_index_field_with_the_only_document_number_stays():
    table = "索引号:000\n发文字号:示双打发〔2024〕9号\n"
    assert cleaned(table + BODY) == "示双打发〔2024〕9号\n" + BODY


def test_of_a_table_printed_twice_the_only_document_number_stays_once():
    table = "索引号:000\n发文字号:示双打发〔2024〕9号\n发布日期:2024-03-15\n"
    assert cleaned(table + table + BODY) == "示双打发〔2024〕9号\n" + BODY


def test_a_table_printed_twice_over_its_document_goes_twice():
    table = "索引号:000\n发布文号:示双打发〔2024〕3号\n时效性:现行有效\n"
    assert cleaned(table + table + BODY) == BODY


def test_the_only_title_in_a_table_row_stays():
    title = "关于开展检查的通知\n"
    for row in (f"名称\t{title}", f"名 称: | {title}"):
        assert cleaned("索引号\t000\n分类\t综合\n" + row + BODY) == title + BODY


def test_a_title_and_a_number_of_one_row_stay_in_lines_of_their_own():
    row = (
        "分类: | 综合 | 文 号: | 示发〔2024〕 9号 | 名 称: | 关于开展检查的通知 | 有效性: | 有效\n"
    )
    assert cleaned("索引号: | 000\n---|---|---\n" + row + BODY) == (
        "示发〔2024〕 9号\n关于开展检查的通知\n" + BODY
    )


def test_fields_behind_bullets_go():
    table = (
        "文章属性\n\u2022【制定机关】示例市\n\u2022【施行日期】2024.03.15\n\u2022【效力等级】规范\n"
    )
    assert cleaned(table + BODY) == BODY


def test_database_fields_in_lenticular_brackets_go():
    assert cleaned("【发布部门】示例市政府\n【时效性】现行有效\n" + BODY) == BODY


def test_a_single_field_is_no_table():
    plan = "主题词:打假 方案\n" + BODY
    assert cleaned(plan) == plan


TRADITIONAL = "示例市打擊侵犯知識產權工作要點\n一、加強市場監管\n各單位應當嚴厲打擊侵權行為。\n"


def test_a_simplified_last_line_in_a_traditional_document_is_the_pages_own():
    assert cleaned(TRADITIONAL + "欢迎咨询商标专利业务,请联系我们") == TRADITIONAL


@pytest.mark.parametrize("last", ["二〇二四年三月", "示例市人民政府辦公室", "联系人:王五"])
def test_other_last_lines_of_a_traditional_document_stay(last):
    assert cleaned(TRADITIONAL + last) == TRADITIONAL + last


def test_simplified_lines_go_wherever_they_stand_in_a_traditional_document():
    first, *rest = TRADITIONAL.splitlines(keepends=True)
    page = "欢迎来办事大厅查询执法结果\n" + first + "关注农产品质量与动态\n" + "".join(rest)
    whole = first + "".join(rest)
    assert cleaned(page.replace("关注农产品质量与动态\n", "")) == whole
    long = whole + "各單位應當嚴厲打擊侵權行為。\n" * 20
    assert cleaned(page + "各單位應當嚴厲打擊侵權行為。\n" * 20) == long


def test_a_document_in_both_scripts_keeps_its_simplified_lines():
    mixed = TRADITIONAL + "对网络经营者进行执法检查\n为农民办实事\n对门店进行检查发现问题\n"
    assert cleaned(mixed) == mixed


def test_a_numbered_simplified_line_stays():
    assert (
        cleaned(TRADITIONAL + "二、对网络经营者进行执法检查")
        == TRADITIONAL + "二、对网络经营者进行执法检查"
    )


def test_an_empty_text_has_no_junk():
    assert cleaned("") == ""


@pytest.mark.parametrize(
    "line", ["當前位置:首頁> 政務公開", "責任編輯:", "掃一掃在手機打開", "列印 | 關閉"]
)
def test_page_lines_in_traditional_characters_go_too(line):
    assert cleaned(f"{line}\n{TRADITIONAL}") == TRADITIONAL


def test_an_invitation_with_keywords_below_the_document_goes():
    for line in ("有疑问请来咨询!合同;税务;劳动", "有疑問?? 合同|稅務|勞動;公司"):
        assert cleaned(BODY + line) == BODY
        assert cleaned(BODY + widen(line)) == BODY


@pytest.mark.parametrize(
    "line", ["合同;税务;劳动", "(三)查办案件!打假;维权;宣传", "做到严查!件件落实,事事回音;年内完成"]
)
def test_a_last_line_of_the_plan_with_semicolons_stays(line):
    assert cleaned(BODY + line) == BODY + line


@pytest.mark.parametrize("number", ["示例双打发2018104号", "示例双打发(20184号", "示办[2018]4号"])
def test_a_damaged_number_of_a_traditional_document_stays(number):
    text = "示例市2018年打擊侵犯知識產權工作要點\n" + number + "\n" + TRADITIONAL
    assert cleaned(text) == text


@pytest.mark.parametrize("line", ["主办:市公安局", "主办单位:省商务厅", "承办:云溪海关"])
def test_the_units_of_a_last_item_stay_beside_a_footer(line):
    assert cleaned(f"{BODY}{line}\n责任编辑:甲\n备案号:00000") == f"{BODY}{line}\n"


@pytest.mark.parametrize("line", ["主办:示例市人民政府", "主办:市人民政府", "承办:市级数据中心"])
def test_the_owners_of_a_portal_go_with_its_footer(line):
    assert cleaned(f"{BODY}{line}\n责任编辑:甲\n备案号:00000") == BODY


def test_the_pages_words_behind_the_last_sentence_of_one_long_line_go():
    body = "云溪市工作要点 " + "一、整治市场。开展检查,查处侵权假冒行为。(市公安局负责)" * 8
    assert applied(remove_web_junk, f"{body} 扫一扫在手机打开当前页 ") == f"{body} "
    assert applied(remove_web_junk, f"{body}做好总结") == f"{body}做好总结"


def test_keywords_at_the_edge_of_a_page_are_its_own():
    text = "云安市酒类整治方案\n一、查酒厂。排查酒厂。(市公安局负责)\n关键词:酒类 整治\n[加入收藏] [告诉好友]"
    assert applied(remove_web_junk, text).splitlines() == text.splitlines()[:2]


@pytest.mark.parametrize("mark", ["[接上页]", "| 【接上页】 ", "\uff08续上页\uff09"])
def test_what_a_parted_document_writes_over_its_next_page_goes(mark):
    text = f"{mark}(三)县质监局\n1.检查厂家。"
    assert cleaned(text).endswith("(三)县质监局\n1.检查厂家。")
    assert "上页" not in cleaned(text)


HINTS = "温馨提示:\n1. 本文档由用户上传,版权归属用户。\n2. 下载前请阅读文档内容。\n网站客服:000\n"


def test_what_a_library_says_of_its_files_above_a_document_is_its_own():
    assert cleaned(HINTS + BODY) == BODY


@pytest.mark.parametrize("hints", ["温馨提示:\n一、整治\n", "温馨提示:\n"])
def test_a_hint_that_does_not_speak_of_files_stays(hints):
    assert cleaned(hints + BODY) == hints + BODY
