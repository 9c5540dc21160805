"""Lines of plans that speak of websites, printing, closing: none of them is a page's own line."""

import pytest

from shuangda_desktop.text.punctuation import widen
from shuangda_desktop.text.rules.script import to_traditional
from shuangda_desktop.text.rules.web_junk import remove_web_junk
from text.rules import applied

BEFORE = "示例市打击侵权假冒工作要点\n示双打发〔2024〕3号\n一、加强市场监管\n(一)整治重点商品。\n"
AFTER = "(二)加强协作。(市公安局负责)\n示例市双打办\n2024年3月15日\n"
LINES = """
关闭窗口期要提前告知经营者
关闭违法网站,清理侵权链接
关闭售假店铺账号
打印店复印店要查验著作权授权
打印本页材料归入案卷
打印耗材市场集中整治
收藏品市场的仿冒行为要重点查处
收藏假冒线索的来源并逐条登记
返回货款的情况要登记
返回样品由抽检机构保管
下载侵权软件的设备要清查
下载量大的应用程序逐一核验
登录平台核对商品信息
注册商标专用权保护
注册资本与经营规模不符的列为重点
分享会上通报典型案例
分享到位的经验做法
分享型经济平台的商品质量抽查
扫码核验商品来源
扫码溯源系统覆盖重点农资
扫一扫活动引导消费者识别真伪标志
扫描二维码追溯农药流向
【相关链接】
【政策解读】组织宣讲
对下载次数较多的侵权软件溯源
关注公众号推送的虚假广告
关注微信公众号售假苗头
关注我市重点品牌的维权需要
微信公众号售假专项清理
微信群、直播间售假线索的排查
微博话题的侵权内容要及时处置
首页推荐位的商品要优先核查
首页公示营业执照
上一年度考核扣分项要逐条整改
上一条线索未办结的不得重复交办
下一步重点抓好源头治理
下一年度计划十二月底前报送
位置信息由平台提供
当前位置的网点数量要摸清
您点我检活动每季度开展一次
你点我检活动每季度开展一次
欢迎群众举报制假售假线索
浏览器插件劫持流量的行为要查处
浏览量异常的店铺列入重点
阅读权限按岗位设置
点击量造假的依法查处
点击付款前的风险提示要醒目
访问频次异常的账号要核查
版权所有者的权利告知书要及时转送
版权所有人投诉的案件三日内受理
版权声明不全的出版物下架
免责声明不能代替平台的审核责任
本站点负责人每月自查
网站地图不得收录售假页面
网站标识不清的责令改正
网站备案信息由通信管理部门核查
开展ICP备案核查
ICP备案信息不实的网站停止接入
公网安备编号要在页面底部公示
备案号码缺失的网站由网信部门约谈
来源不明的货物一律先行登记
来源:群众举报的线索要逐条核查
文章来源要查清授权关系
发布时间不足一年的公告不得撤下
发布机构要对内容负责
发布日期以公告为准
作者权益的保护由版权部门负责
编辑出版单位落实三审三校
审核不严的平台要约谈
主办单位:市市场监管局
承办单位:市商务局
协办单位:市公安局
技术支持单位要签订保密承诺
技术支持由检验机构提供
联系方式要向社会公开
联系电话:0000-0000000
地址:示例路1号
建议使用正版软件
建议使用统一的抽样单
未经授权转载的文章要清理
未经许可使用他人商标的依法查处
运行维护经费列入预算
相关文件由各单位自行归档
相关附件一并报送
相关链接全部断开
相关政策要向企业讲解
推荐产品目录每年更新
热门商品的抽检比例不低于三成
更多商户参加承诺活动
附件下载链接不得收费
附件随文报送
全文公开处罚案件
正文不少于两千字
正版软件采购清单
中小企业维权援助
大中小学法治课堂
大型商场自查
小作坊综合治理
小程序商城的主体要核验
客户端弹窗广告的治理
使用手机APP查看追溯信息的门店增加两成
打开包装查看标签的要当面记录
手机版与电脑版页面的公示信息应当一致
无障碍设施不合格的责令改正
长者模式的页面同样要公示价格
繁体标识的进口商品加贴中文标签
智能机器人客服不得误导消费者
导出数据加密保存
订阅号售假线索每周汇总
语音播报设备安装到农贸市场
网络编辑人员培训
责任编辑的岗位培训
字体侵权案件的处理
字号相同的企业要核对
企业字号与注册商标冲突的依法处理
第3页所列商品全部下架
共同检查不少于五次
今天是星期几都要安排值守
声明作废的证照要登记
更换标签的商品要追溯
政务公开专栏每月更新
信息公开目录由办公室维护
新闻中心通报典型案例
互动交流平台的留言五日内答复
专题专栏集中曝光
通知公告栏张贴举报电话
政策解读会每半年一次
依申请公开的处罚信息按期答复
"""


def legitimate():
    lines = [line for line in LINES.splitlines() if line]
    yield from lines
    yield from (f"{line}。" for line in lines)
    yield from (f"{at % 9 + 1}.{line}。(市网信办牵头)" for at, line in enumerate(lines))


KEPT = list(legitimate())


def left_by(text):
    edits = list(remove_web_junk(text))
    return [text[e.span.start : e.span.end] for e in edits]


def test_there_are_many_of_them():
    assert len(KEPT) > 300


@pytest.mark.parametrize("change", [str, widen, to_traditional], ids=["narrow", "wide", "script"])
def test_no_line_of_a_plan_goes_from_its_middle(change):
    gone = {line: left_by(change(f"{BEFORE}{line}\n{AFTER}")) for line in KEPT}
    assert {line: cut for line, cut in gone.items() if cut} == {}


@pytest.mark.parametrize("change", [str, widen], ids=["narrow", "wide"])
def test_no_line_goes_where_all_of_them_stand_together(change):
    assert left_by(change(BEFORE + "\n".join(KEPT) + "\n" + AFTER)) == []


@pytest.mark.parametrize("change", [str, widen], ids=["narrow", "wide"])
def test_no_line_goes_from_the_end_of_a_plan(change):
    gone = {line: left_by(change(f"{BEFORE}{line}")) for line in KEPT}
    assert {line: cut for line, cut in gone.items() if cut} == {}


NOTICE = [
    "云泽信息网版权与免责声明",
    "1、本网作品未经许可不得使用。",
    "2、转载稿件不代表本站观点。",
]


@pytest.mark.parametrize(
    ("below", "kept"),
    [
        (NOTICE, []),
        ([*NOTICE, "3、整治集市。"], [*NOTICE, "3、整治集市。"]),
        (["《云泽要点》由云泽信息网提供,转载请注明出处:云泽信息网"], []),
        (["(三)督促网站发布免责声明"], ["(三)督促网站发布免责声明"]),
    ],
)
def test_what_a_site_says_of_itself_at_the_end_is_no_plan(below, kept):
    text = BEFORE + AFTER + "\n".join(below) + "\n"
    left = applied(remove_web_junk, text).splitlines()
    assert left == [*(BEFORE + AFTER).splitlines(), *kept]
