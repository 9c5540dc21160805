from shuangda_desktop.text.level import Level


def test_levels_go_from_the_state_down():
    assert list(Level) == ["national", "province", "city", "county"]
