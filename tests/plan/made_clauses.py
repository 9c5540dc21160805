"""Duty clauses and key lines made by chance, with the duties they state."""

from plan.made_words import DUE


def clause(rng, pool):
    """A clause's words and its duties."""
    a = rng.sample(pool, rng.randint(3, 5))
    joined = "、".join
    lead, answer, helps = (
        [(unit, role) for unit in a] for role in ("lead", "responsible", "cooperating")
    )
    choices = (
        (f"{a[0]}负责", answer[:1]),
        (f"{joined(a)}按职责分工负责", answer),
        (f"{joined(a[:-1])}和{a[-1]}按职责分工负责", answer),
        (f"{joined(a[:2])}分别牵头负责", lead[:2]),
        (f"{a[0]}牵头,{joined(a[1:])}配合", lead[:1] + helps[1:]),
        (f"{a[0]}牵头,{joined(a[1:])}等按职责分工负责", lead[:1] + answer[1:]),
        (f"{a[0]}牵头负责,{joined(a[1:-1])}及{a[-1]}协助", lead[:1] + helps[1:]),
        (f"{a[0]}牵头、{joined(a[1:])}参与", lead[:1] + helps[1:]),
        (f"{a[0]}会同{joined(a[1:])}负责", lead[:1] + answer[1:]),
        (f"{a[0]}指导,{joined(a[1:])}参与", answer[:1] + helps[1:]),
        (f"牵头单位:{a[0]};配合单位:{joined(a[1:])}", lead[:1] + helps[1:]),
        (f"牵头单位:{a[0]},责任单位:{joined(a[1:])}", lead[:1] + answer[1:]),
        (f"责任单位:{joined(a)}", answer),
        (f"责任部门:{a[0]};完成时限:{rng.choice(DUE)}", answer[:1]),
        (f"{rng.choice(DUE)},牵头考核单位:{a[0]}", lead[:1]),
        (f"{a[0]}牵头,{a[1]}配合,{rng.choice(DUE)}", lead[:1] + helps[1:2]),
        (f"主办单位:{a[0]};协办单位:{joined(a[1:])}", lead[:1] + helps[1:]),
        (f"{a[0]}、{a[1]}牵头,{a[2]}配合", lead[:2] + helps[2:3]),
        (
            f"线上整治牵头单位:{a[0]};配合单位:{a[1]}。线下整治牵头单位:{a[2]}",
            lead[:1] + helps[1:2] + lead[2:3],
        ),
        (f"{a[0]}、{a[1]}", answer[:2]),
    )
    return rng.choice(choices)


def key_lines(rng, pool):
    """Keys below an item and their duties."""
    a = rng.sample(pool, 4)
    first, second = rng.choice(
        (
            ("牵头单位", "配合单位"),
            ("主办单位", "协办单位"),
            ("牵头部门", "责任部门"),
            ("责 任 单 位", "配 合 单 位"),
        )
    )
    roles = {
        "牵头单位": "lead",
        "主办单位": "lead",
        "牵头部门": "lead",
        "责 任 单 位": "responsible",
        "责任部门": "responsible",
    }
    lines = [f"{first}:{a[0]}", f"{second}:{'、'.join(a[1:])}"]
    if rng.random() < 0.5:
        lines.append(f"完成时限:{rng.choice(('12月底', '长期坚持', '9月30日前', '全年'))}")
    return lines, {
        (a[0], roles[first]),
        *((unit, roles.get(second, "cooperating")) for unit in a[1:]),
    }
