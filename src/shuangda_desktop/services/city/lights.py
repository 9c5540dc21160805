"""The lights as the office sets them: thresholds, words and colours."""

import json
from datetime import datetime

from shuangda_desktop.services.city.office import LONGEST, load_office
from shuangda_desktop.services.words import refusal
from shuangda_desktop.store import settings
from shuangda_desktop.store.database import Store
from shuangda_desktop.tasks.model import Light
from shuangda_desktop.tasks.status import COLOURS, LightRule

SILENT, CALLED, COLOURED = "silent_days", "light_words", "light_colours"
_MOST_WORDS = 6  # a column holds no more


def load_light_rule(store: Store) -> LightRule:
    """The rule of now; what nobody set is as it comes."""
    usual = LightRule()
    silent = settings.get(store, SILENT)
    return LightRule(
        load_office(store).due_soon_days,
        int(silent) if silent.isdigit() and int(silent) else None,
        _listed(settings.get(store, CALLED)) or usual.called,
        _coloured(_listed(settings.get(store, COLOURED))) or usual.colours,
    )


def change_light_rule(store: Store, rule: LightRule, now: datetime) -> None:
    """Keep the rule; two lights may share neither word nor colour."""
    if rule == load_light_rule(store):
        return
    _check(rule)
    with store.step("修改亮灯规则", now):
        settings.put(store, "due_soon_days", str(rule.due_soon_days))
        settings.put(store, SILENT, str(rule.silent_days or 0))
        settings.put(store, CALLED, json.dumps(rule.called, ensure_ascii=False))
        settings.put(store, COLOURED, json.dumps(rule.colours))


def _check(rule: LightRule) -> None:
    if not 1 <= rule.due_soon_days <= LONGEST or not 0 <= (rule.silent_days or 0) <= LONGEST:
        raise refusal(f"天数要在1到{LONGEST}之间,亮灯规则没有改动。")
    if any(not word.strip() or len(word) > _MOST_WORDS for word in rule.called):
        raise refusal(f"每盏灯要有一个不超过{_MOST_WORDS}个字的名称,亮灯规则没有改动。")
    if len(set(rule.called)) < len(Light) or len(set(rule.colours)) < len(Light):
        raise refusal("两盏灯不能用同一个名称或同一种颜色,亮灯规则没有改动。")


def _listed(text: str) -> tuple[str, ...]:
    """A list of one word for each light; empty where the setting is none."""
    try:
        found = json.loads(text or "null")
    except ValueError:
        return ()
    whole = isinstance(found, list) and len(found) == len(Light)
    return tuple(str(word) for word in found) if whole else ()


def _coloured(found: tuple[str, ...]) -> tuple[str, ...]:
    return found if all(colour in COLOURS for colour in found) else ()
