"""Doubts of one kind that crowd a measure are told as one."""

from plan.telling import codes

HEAD = "云溪市2024年工作要点\n2024年3月1日\n一、任务\n"


def of_rows(plan_of, count):
    """The doubts about a measure that holds so many figures nobody can place."""
    rows = "、".join(f"商铺{number}间" for number in range(20, 20 + count))
    return plan_of(f"{HEAD}(一)甲。{rows}。(市公安局负责)\n(二)乙。做乙。(市公安局负责)")


def test_many_doubts_of_one_kind_are_one(plan_of):
    plan = of_rows(plan_of, 20)
    assert codes(plan)[0] == ["crowded-measure"]
    finding = plan.measures[0].findings[0]
    assert finding.span == plan.measures[0].span
    assert "20处" in finding.message


def test_a_dozen_are_told_one_by_one(plan_of):
    assert codes(of_rows(plan_of, 12))[0] == ["unread-number"] * 12
