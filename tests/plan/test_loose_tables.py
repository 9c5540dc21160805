"""Tables that lost their borders: cells between blanks, cells that moved, headings across."""

import pytest

from plan.telling import codes, outline, texts, told

HEAD = (
    "云溪市2026年重点工作任务分解表\n序号 民生实事 分管市领导 主要责任单位 协同配合单位 完成期限\n"
)
ROWS = (
    "33 新建农贸市场3家。巡查老旧市场。 白某 市商务局 市公安局、市司法局,各镇人民政府。 2026年8月底\n"
    "34 排查沿街 商铺。柏某 市公安局\n市司法局\n市民政局\n2026年9月底\n"
    "附件:联系表"
)


def test_cells_between_single_blanks_are_fitted_to_the_columns(plan_of):
    plan = plan_of(HEAD + ROWS)
    assert texts(plan) == ["新建农贸市场3家。巡查老旧市场。", "排查沿街 商铺。"]
    assert [told(m.duties) for m in plan.measures] == [
        "responsible 市商务局; cooperating 市公安局, 市司法局, 各镇人民政府",
        "responsible 市公安局; cooperating 市司法局, 市民政局",
    ]
    assert [[d.due_on.month for d in m.deadlines] for m in plan.measures] == [[8], [9]]


@pytest.mark.parametrize(
    "head",
    [
        "序号 民生实事 责任单位",  # too few
        "民生实事 责任单位 配合单位",  # too few
        "序号 民生实事 备注 备注",  # nobody does anything
    ],
)
def test_other_lines_are_no_header_of_such_a_table(head, plan_of):
    plan = plan_of(
        f"云溪市2026年工作要点\n{head}\n1 新建市场。 市商务局 市公安局 8月底\n2 巡查。 市司法局 市民政局 9月底"
    )
    assert not any(m.duties for m in plan.measures)


def test_headings_across_a_table_stand_with_and_without_rows(plan_of):
    plan = plan_of(
        f"{HEAD}一、全力以赴稳定投资、优化服务,筑牢根基\n{ROWS.splitlines()[0]}\n"
        "二、全力以赴延长链条、壮大集群,构建体系\n三、全力以赴增动能\n四、全力以赴惠民生、增福祉,加快发展\n"
        "35 开办夜校。 白某 市教育局 市民政局 2026年9月底"
    )
    assert texts(plan) == ["新建农贸市场3家。巡查老旧市场。", "开办夜校。"]
    assert outline(plan) == [
        "1 一 全力以赴稳定投资、优化服务,筑牢根基",
        "1 二 全力以赴延长链条、壮大集群,构建体系",
        "1 三 全力以赴增动能",
        "1 四 全力以赴惠民生、增福祉,加快发展",
    ]


def test_items_above_a_table_stay_items(plan_of):
    plan = plan_of(
        "云溪市2026年工作要点\n一、巡查市场,查处案件。\n二、公布结果\n任务\t责任单位\n开办夜校。\t市教育局"
    )
    assert texts(plan) == ["巡查市场,查处案件。", "开办夜校。"]


MERGED = (
    "云溪市2026年任务表\n工作任务 | 具体要求 | 责任部门 |\n"
    "一、信息公开 | 1.公开预算。 | 市财政局 |\n{}"
    "二、政策解读 | 3.解读政策。 | 市司法局 |"
)


@pytest.mark.parametrize(
    ("row", "duties"),
    [
        ("2.更新网页。 | 市商务局牵头,市司法局配合 | |\n", "lead 市商务局; cooperating 市司法局"),
        ("2.更新网页。 | 市商务局、各镇政府 | |\n", "responsible 市商务局, 各镇政府"),
    ],
)
def test_a_row_without_its_merged_first_cell_is_moved(row, duties, plan_of):
    plan = plan_of(MERGED.format(row))
    assert texts(plan) == ["公开预算。", "更新网页。", "解读政策。"]
    assert told(plan.measures[1].duties) == duties
    assert codes(plan)[1] == []
    assert outline(plan) == ["1 一 信息公开", "3 1 <一", "3 2 <一", "1 二 政策解读", "3 3 <二"]
    assert [m.section for m in plan.measures] == [1, 2, 4]


@pytest.mark.parametrize(
    "row",
    ["二、更新网页 | 2.更新栏目。 | |\n", "市司法局 | 2.更新栏目。 | |\n", "二、更新 | | |\n"],
)
def test_a_row_whose_last_cell_is_empty_stays_where_it_is(row, plan_of):
    plan = plan_of(MERGED.format(row))
    assert texts(plan)[-1] == "解读政策。"
    assert "更新栏目。" in texts(plan) or "更新栏目" not in row


def test_many_short_tables_and_endless_digits_end_no_reading(plan_of):
    table = "序号 工作任务 责任单位\n注:略\n"
    assert plan_of(table * 1200).measures == ()
    digits = f"序号\n工作任务\n责任单位\n{'9' * 5000}\n查处假酒\n市公安局\n"
    assert plan_of(f"一、任务\n{digits}").sections[0].heading == "任务"
