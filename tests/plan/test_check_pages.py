"""What published pages taught: forms that look odd and are none, and errors that nobody told."""

import pytest

from plan.telling import codes

HEAD = "云溪市2024年工作要点\n2024年3月1日\n一、任务\n"
BESIDE = "\n(二)乙。做乙。(市公安局负责)"


def of(plan_of, words, clause="(市公安局负责)"):
    """The doubts about a measure of these words beside one that is plain."""
    return codes(plan_of(f"{HEAD}(一)甲。{words}{clause}{BESIDE}"))[0]


PLAIN = [
    "4项常规指标抽检合格率达到96%以上。",
    "办好6大行动。",
    "围绕102项重大工程梳理项目。",
    "抓好甲厂25万吨乙料、丙厂3万吨丁料等项目建设。",
    "浓度保持在30微克/立方米以下。",
    "按《甲办法》(某某第3号)第五条规定查处。",
    "检查甲。检查的重点是:乙和丙。",
    "常规指标:断面水质达标。",
    "结对1所学校(泰山中学结对黄河中学)。",
    "总结报送市农委(科教处)。",
]


@pytest.mark.parametrize("words", PLAIN)
def test_what_asks_for_nothing_is_no_doubt(words, plan_of):
    assert of(plan_of, words) == []


TOLD = [
    ("抽检500个样品以上。", "unread-number"),
    ("办好甲事(常年坚持)。做乙。", "unread-bracket"),
    ("各县、各部门:为进一步做好检查,", "strange-words"),
    ("办案25起,合格率达到95%。", "unread-number"),
    ("打通东西大道等12条断头路。", "unread-number"),
    ("扩大校舍,新增学位3800位。", "unread-number"),
]


@pytest.mark.parametrize(("words", "code"), TOLD)
def test_what_was_read_in_part_is_told(words, code, plan_of):
    assert code in of(plan_of, words)


CLAUSES = [
    "(办公室牵头,各科室配合)",
    "(责任单位:办公室)",
    "(牵头单位:市商务局  责任单位:市公安局)",
    "(市公安局牵头,国家统计局云溪调查队参加)",
    "(市公安局、编办负责)",
]


@pytest.mark.parametrize("clause", CLAUSES)
def test_names_that_are_whole_are_no_doubt(clause, plan_of):
    assert of(plan_of, "做甲。", clause) == []


def test_an_office_that_may_be_torn_from_a_name_is_told(plan_of):
    assert of(plan_of, "做甲。", "(市委、办公室负责)") == ["unknown-unit"]


def test_a_name_that_the_plan_repeats_is_known(plan_of):
    one = f"{HEAD}(一)甲。做甲。(牵头单位:市留交办)"
    assert codes(plan_of(f"{one}{BESIDE}"))[0] == ["unknown-unit"]
    assert codes(plan_of(f"{one}\n(二)乙。做乙。(牵头单位:市公安局,配合单位:市留交办)")) == [[], []]


def test_a_rule_of_order_tells_the_roles_of_a_clause_without_verb(plan_of):
    text = f"{HEAD}(一)甲。做甲。(市某某局、市公安局。列第一位者为牵头部门,下同){BESIDE}"
    assert codes(plan_of(text)) == [[], []]


ROWS = [
    (
        "各有关部门要各司其职。商务部门要管好甲类市场。公安部门要查处乙类案件。教育部门要检查学校。",
        [[], [], [], []],
    ),
    (
        "商务部门要管好甲类市场。公安部门要查处乙类案件。教育部门要检查学校。各县人民政府负责本地工作。",
        [[], [], [], []],
    ),
    (
        "商务部门要管好甲类市场。公安部门要查处乙类案件。教育部门要检查学校。请各县人民政府负责本地工作。",
        [[], [], [], ["cut-prose"]],
    ),
]


@pytest.mark.parametrize(("words", "told"), ROWS)
def test_units_in_a_row_bear_each_other_out(words, told, plan_of):
    assert codes(plan_of(f"{HEAD}(一)分工\n{words}")) == told


def test_a_piece_of_a_text_begins_late_without_a_doubt_about_its_measures(plan_of):
    plan = plan_of("(三)甲。做甲。(市公安局负责)\n五、乙\n(一)丙。做丙。(市公安局负责)")
    assert codes(plan) == [[], []]
    assert [f.code for f in plan.findings].count("number-gap") == 2


def test_headings_that_all_have_a_comma_are_no_torn_lines(plan_of):
    row = "1.注重产业集群发展,促进块状产业提升\n做甲。(市公安局负责)\n"
    odd = "2.推进示范工程\n做乙。(市公安局负责)\n"
    long = "2.依托产业示范基地,打造特色产业品牌\n做乙。(市公安局负责)\n"
    assert codes(plan_of(f"{HEAD}{row}{long}")) == [[], []]
    assert codes(plan_of(f"{HEAD}{row}{odd}"))[0] == ["torn-heading"]


def test_a_day_that_a_line_broke_is_no_doubt(plan_of):
    assert of(plan_of, "检查从9月10日至9月\n17日结束。") == []


DOERS = [
    ("国土部门管防治,商请气象、水利部门做好预报。", ["unread-prose"]),
    ("各项检查结束以前,市公安局牵线搭桥。", ["unread-prose"]),
    ("检查结束后,整治专班要报送总结。", ["unread-prose"]),
    ("商务部门要管好市场。公安部门要查处案件。各县人民政府要落实责任。", ["unread-prose"]),
    ("负责将创建活动纳入管理范围。", ["no-doer"]),
    ("由市商务局、市公安局共同组成检查组开展检查。", []),
]


@pytest.mark.parametrize(("words", "told"), DOERS)
def test_units_at_the_beginning_of_sentences_are_told(words, told, plan_of):
    assert codes(plan_of(f"{HEAD}(一)甲\n{words}\n(二)乙\n做乙。")) == [told, []]


BARE = "一、分工\n(一)甲\n{}\n(二)乙\n市公安局负责查处案件。\n(三)丙\n市商务局负责管好市场。"
TOLD_ROW = [
    ("防治实行属地管理原则,各乡、镇人民政府对本地防治工作负总责。", ["unread-prose"]),
    ("各工商所要加强巡查。", ["unread-prose"]),
    ("各有关部门要加强巡查。", []),
]


@pytest.mark.parametrize(("words", "told"), TOLD_ROW)
def test_units_that_are_told_like_the_others_are_told(words, told, plan_of):
    read = codes(plan_of(f"云溪市2024年工作要点\n2024年3月1日\n{BARE.format(words)}"))
    assert [code for code in read[0] if code == "unread-prose"] == told


def test_where_a_plan_has_clauses_words_to_all_are_no_doubt(plan_of):
    text = BARE.format("各工商所要加强巡查。") + "\n(四)丁。做丁。(市公安局负责)"
    assert "unread-prose" not in codes(plan_of(f"{HEAD}{text}"))[0]


def test_a_column_of_units_that_no_measure_has_is_told_of_each(plan_of):
    rows = "序号\n项目内容\n牵头单位\n"
    text = f"{HEAD}(一)甲。办好甲事。\n(二)乙。办好乙事。\n{rows}"
    assert codes(plan_of(text)) == [["role-column"], ["role-column"]]


def test_a_cell_that_holds_nothing_but_a_figure_is_told(plan_of):
    table = "|重点任务|责任单位|\n|增长6%|市商务局|\n|办好市场|市公安局|\n|办好学校|市教育局|"
    assert codes(plan_of(f"云溪市2024年任务表\n{table}")) == [["bare-figure"], [], []]


def test_without_a_year_the_time_of_a_heading_is_told(plan_of):
    plan = plan_of("一、步骤\n(一)部署阶段(1-5月)。排摸情况。\n(二)总结阶段(6-8月)。总结经验。")
    assert codes(plan) == [["unread-time"], ["unread-time"]]


def test_units_in_front_of_the_words_are_told(plan_of):
    words = "做甲。云溪长江集团管理局:负责管理通行证。"
    plan = plan_of(f"{HEAD}(一)甲。{words}(市公安局负责){BESIDE}")
    assert codes(plan)[0] == ["unit-in-words"]


def test_departments_named_by_their_fields_are_told(plan_of):
    words = "县政府、各园区负责本地工作,完善制度;市科技、财政、统计等部门按照职责,协同做好工作。"
    assert "unread-prose" in codes(plan_of(f"{HEAD}(一)甲\n{words}"))[0]
    words = "国土部门负责防治工作,商请气象、水利部门做好预报。"
    assert "unread-prose" in codes(plan_of(f"{HEAD}(一)甲\n{words}"))[0]


def test_units_that_only_help_in_a_row_of_sentences_lack_no_lead(plan_of):
    words = "卫生部门要查处案件。环保、公安等部门应积极配合、主动参与。教育部门要检查学校。"
    assert "no-lead" not in [
        code for own in codes(plan_of(f"{HEAD}(一)甲\n{words}")) for code in own
    ]


def test_a_department_below_units_that_are_not_named_is_no_doubt_where_it_was_read(plan_of):
    text = "云溪市2024年工作要点\n一、相关部门职责\n(一)国土资源部门\n1.查清灾情。\n2.开展治理。"
    told = codes(plan_of(text))
    assert told == [[], []]


@pytest.mark.parametrize(
    ("words", "doubted"),
    [
        ("协助市商务局开展网络检查。", True),
        ("配合做好宣传,协助市商务局开展网络检查。", True),
        ("协助做好网络检查。", False),
        ("协助有关部门开展网络检查。", False),
    ],
)
def test_a_unit_that_is_helped_may_be_the_lead(words, doubted, plan_of):
    plan = plan_of(f"{HEAD}(一)市公安局\n{words}\n(二)市商务局\n查处案件。")
    assert codes(plan) == [["no-lead"] if doubted else [], []]


def test_a_column_of_the_table_below_is_told_once_of_the_text_above(plan_of):
    rows = "序号\t任务内容\t牵头单位\n1\t办好甲事。\t市公安局\n2\t办好乙事。\t市商务局"
    plan = plan_of(
        f"{HEAD}(一)甲。推进丙事。\n(二)乙。推进丁事。\n(三)丙。推进戊事。\n附件\n任务分工表\n{rows}"
    )
    assert len(plan.measures) == 5
    assert ["role-column" in each for each in codes(plan)] == [True, *[False] * 4]
