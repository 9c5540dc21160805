"""From the ways to single units to what a name means as a whole."""

from collections.abc import Sequence

from shuangda_desktop.units.model import Certainty, PathStep, Resolution, Route


def gather(name: str, routes: Sequence[Route]) -> Resolution:
    """The resolution that these routes make: each unit once, by the first way to it."""
    kept: dict[str, Route] = {}
    for route in routes:
        key = (route.unit.id or route.unit.name) if route.unit else ""
        kept.setdefault(key, route)
    if len(kept) > 1:
        kept.pop("", None)  # somebody does the work: that somebody else does not says nothing
    ways = tuple(kept.values())
    sure = len(ways) == 1 and ways[0].certainty is Certainty.SURE
    return Resolution(
        name,
        tuple(way.unit for way in ways if way.unit),
        Certainty.SURE if sure else Certainty.PROPOSED,
        tuple(dict.fromkeys(step for way in ways for step in way.steps)),
        "\uff1b".join(dict.fromkeys(way.note for way in ways if way.note)),
        ways,
    )


def describe(steps: Sequence[PathStep]) -> str:
    """Steps in one line: 省工商局 → 省市场监管局（2018年机构改革…） → 市市场监管局（对口单位）."""
    return " \u2192 ".join(_step(step, first=at == 0) for at, step in enumerate(steps))


def _step(step: PathStep, *, first: bool) -> str:
    return step.name if first or not step.reason else f"{step.name}\uff08{step.reason}\uff09"
