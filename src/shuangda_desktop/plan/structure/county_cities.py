"""Cities of the rank of a county, now or earlier: 昆山市 is one, though its name is that of a city.

General knowledge, not checked against the list of divisions of the Ministry of Civil Affairs: where it
alone decides a rank, the clerk is told. Left out are those that a province governs
as it does a prefecture (仙桃, 济源) and those that were a prefecture's seat of the same name (巢湖).
"""

import re
from functools import lru_cache

_CITIES = """
晋州 新乐 辛集 遵化 迁安 滦州 武安 南宫 沙河 涿州 定州 安国 高碑店 平泉 泊头 任丘 黄骅 河间 霸州 三河 深州
古交 高平 介休 永济 河津 原平 侯马 霍州 孝义 汾阳 怀仁
霍林郭勒 满洲里 牙克石 扎兰屯 额尔古纳 根河 丰镇 乌兰浩特 阿尔山 二连浩特 锡林浩特
新民 瓦房店 庄河 海城 东港 凤城 凌海 北镇 盖州 大石桥 灯塔 调兵山 开原 北票 凌源 兴城
榆树 德惠 公主岭 蛟河 桦甸 舒兰 磐石 双辽 梅河口 集安 临江 扶余 洮南 大安 延吉 图们 敦化 珲春 龙井 和龙
尚志 五常 讷河 虎林 密山 铁力 同江 富锦 抚远 绥芬河 海林 宁安 穆棱 东宁 北安 五大连池 嫩江 安达 肇东 海伦 漠河
江阴 宜兴 新沂 邳州 溧阳 金坛 常熟 张家港 昆山 太仓 吴江 启东 如皋 海门 海安 东台 大丰 仪征 高邮 江都 丹阳 扬中 句容 兴化 靖江 泰兴 姜堰
建德 富阳 临安 慈溪 余姚 奉化 瑞安 乐清 龙港 海宁 平湖 桐乡 诸暨 上虞 嵊州 兰溪 义乌 东阳 永康 江山 温岭 临海 玉环 龙泉
无为 桐城 潜山 天长 明光 界首 宁国 广德
福清 长乐 石狮 晋江 南安 龙海 邵武 武夷山 建瓯 建阳 漳平 福安 福鼎 永安
乐平 瑞昌 共青城 贵溪 瑞金 龙南 井冈山 丰城 樟树 高安 德兴
章丘 胶州 即墨 平度 胶南 莱西 滕州 龙口 莱阳 莱州 蓬莱 招远 栖霞 海阳 青州 诸城 寿光 安丘 高密 昌邑 曲阜 兖州 邹城 新泰 肥城 文登 荣成 乳山 临清 乐陵 禹城 邹平
巩义 荥阳 新密 新郑 登封 偃师 汝州 舞钢 林州 卫辉 辉县 长垣 沁阳 孟州 禹州 长葛 义马 灵宝 邓州 永城 项城
大冶 丹江口 宜都 当阳 枝江 老河口 枣阳 宜城 钟祥 京山 应城 安陆 汉川 石首 洪湖 松滋 监利 麻城 武穴 赤壁 广水 恩施 利川
浏阳 宁乡 醴陵 湘乡 韶山 耒阳 常宁 武冈 邵东 汨罗 临湘 津市 沅江 资兴 洪江 冷水江 涟源 吉首 祁阳
增城 从化 乐昌 南雄 台山 开平 鹤山 恩平 廉江 雷州 吴川 高州 化州 信宜 四会 兴宁 陆丰 阳春 英德 连州 普宁 罗定
岑溪 东兴 桂平 北流 靖西 平果 合山 凭祥 横州 荔浦
都江堰 彭州 邛崃 崇州 简阳 广汉 什邡 绵竹 江油 隆昌 峨眉山 阆中 华蓥 万源 马尔康 康定 西昌 会理 射洪
清镇 赤水 仁怀 盘州 黔西 福泉 都匀 凯里 兴义 兴仁
安宁 宣威 腾冲 水富 楚雄 禄丰 个旧 开远 蒙自 弥勒 景洪 大理 瑞丽 泸水 香格里拉 澄江
兴平 彬州 韩城 华阴 子长 神木 玉门 敦煌 华亭 德令哈 格尔木 灵武 青铜峡
阜康 博乐 阿拉山口 库尔勒 库车 阿图什 伊宁 奎屯 霍尔果斯 乌苏 沙湾
"""


@lru_cache(maxsize=1)
def _cities() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(_CITIES.split())})市")


def is_county_city(name: str) -> bool:
    """Whether a name is that of a city of the rank of a county: 昆山市."""
    return bool(_cities().fullmatch(name))
