"""The office sets its lights."""

from dataclasses import replace

import pytest

from shuangda_desktop.errors import RuleError
from shuangda_desktop.services.city.lights import change_light_rule, load_light_rule
from shuangda_desktop.services.city.office import Office, change_office
from shuangda_desktop.store import settings
from shuangda_desktop.tasks.status import LightRule

OWN = LightRule(7, 30, ("蓝灯", "橙灯", "红灯", "不亮"), ("blue", "orange", "red", "grey"))


def test_the_rule_is_as_it_comes_until_somebody_sets_it(store, now):
    assert load_light_rule(store) == LightRule()
    change_light_rule(store, OWN, now)
    assert load_light_rule(store) == OWN
    assert store.undo_label == "修改亮灯规则"
    change_light_rule(store, replace(OWN, silent_days=None), now)
    assert load_light_rule(store).silent_days is None
    store.undo()
    store.undo()
    change_light_rule(store, LightRule(), now)
    assert store.undo_label is None


def test_the_days_are_those_of_the_office_form_too(store, now):
    change_office(store, Office(due_soon_days=21), now)
    assert load_light_rule(store).due_soon_days == 21


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"due_soon_days": 0}, "天数要在1到365之间"),
        ({"silent_days": 400}, "天数要在1到365之间"),
        ({"called": ("蓝灯", " ", "红灯", "不亮")}, "要有一个不超过6个字的名称"),
        ({"called": ("蓝灯", "蓝灯", "红灯", "不亮")}, "不能用同一个名称"),
        ({"colours": ("blue", "blue", "red", "grey")}, "同一种颜色"),
    ],
)
def test_a_rule_that_cannot_be_read_is_refused(store, now, change, said):
    with pytest.raises(RuleError, match=said):
        change_light_rule(store, replace(OWN, **change), now)
    assert load_light_rule(store) == LightRule()


@pytest.mark.parametrize("kept", ["", "[", "[1]", '["a"]', '{"a": 1}'])
def test_a_spoilt_setting_is_as_if_nobody_had_set_it(store, now, kept):
    with store.step("改动", now):
        settings.put(store, "light_words", kept)
        settings.put(store, "light_colours", '["mauve", "blue", "red", "grey"]')
    assert load_light_rule(store) == LightRule()
