"""What becomes of what each unit does is the task of nobody."""

import pytest

from shuangda_desktop.plan.duties.prose import read_prose


@pytest.mark.parametrize("who", ["各单位要", "各牵头单位应当"])
def test_what_becomes_of_what_each_unit_does_is_nobodys_task(who):
    assert read_prose(f"点位明确后,{who}在月底前汇总数据,由市政府督查室统一组织上传。") == ()
