"""What stands around the body is no measure: signatures, imprints, contacts, annex lists."""

import pytest

from plan.telling import outline, texts

ITEM = "一、任务\n(一)查办案件。(市公安局负责)\n(二)加强宣传。(市文旅局负责)"


@pytest.mark.parametrize(
    "tail",
    [
        "云溪市双打办\n2023年4月7日",
        "云溪市双打办 2023年4月7日",
        "2023年4月7日",
        "云溪市双打办\n2023年4月7日\n(此件公开发布)",
        "(此件主动公开)",
        "公开方式:主动公开",
        "信息公开选项:主动公开",
        "(此件公开发布)\n一图看懂",
        "此件不予公开",
        "抄送:市委办公室。\n云溪市双打办 2023年4月8日印发",
        "抄送:市委办公室,\n市人大,\n市政协。\n2023年4月8日印发",
        "主送:各县区。",
        "云泽省知识产权联席会议办公室\n2023年4月8日印发",
        "共印50份",
        "联系人:张某,联系电话:1234567。",
        "联 系 人:张某\n电 话:1234567\n邮 箱:a@b.cn",
        "附件:1.任务分工表\n2.统计报表",
        "附件:《任务分工表》",
        "附件:\n1.任务分工表\n2.统计报表",
        "县双打办联系人:张某,电话:1234567。",
        "附件1",
        "责任编辑:张某",
        "来源:云溪市双打办",
        "云溪市双打办文件",
        "— 3 —",
        "第3页",
        "云溪市双打办\n2023年4月7日\n附件:1.任务表\n2.名单\n抄送:各县区。\n云溪市双打办2023年4月8日印发",
    ],
)
def test_a_tail_is_no_measure(tail, plan_of):
    plan = plan_of(f"云溪市工作方案\n{ITEM}\n{tail}")
    assert texts(plan) == ["查办案件。", "加强宣传。"]


def test_a_preamble_is_no_measure(plan_of):
    plan = plan_of(f"云溪市工作方案\n各县区:\n为做好工作,制定本方案。\n{ITEM}")
    assert texts(plan) == ["查办案件。", "加强宣传。"]


def test_a_numbered_notice_before_the_plan(plan_of):
    plan = plan_of(
        "关于印发工作要点的通知\n一、提高认识。各单位要重视。\n云溪市双打办\n2023年4月2日\n"
        f"2023年云溪市工作要点\n为做好工作,制定要点。\n{ITEM}"
    )
    assert plan.title == "2023年云溪市工作要点"
    assert outline(plan)[0] == "1 一 提高认识"
    assert texts(plan) == ["各单位要重视。", "查办案件。", "加强宣传。"]


def test_an_annex_with_items_goes_on(plan_of):
    plan = plan_of(
        f"云溪市工作方案\n{ITEM}\n附件2\n工作要求\n三、其他\n(一)做好总结。(市双打办负责)"
    )
    assert texts(plan)[-1] == "做好总结。"


def test_a_paragraph_above_a_date_is_no_signature(plan_of):
    plan = plan_of(f"{ITEM}\n各地于年底前报送总结。\n2023年4月7日")
    assert texts(plan)[-1] == "各地于年底前报送总结。"
    assert plan.issuer is None


def test_words_with_a_date_at_their_end_are_text(plan_of):
    plan = plan_of("(一)行动。活动自启动持续到2023年4月7日\n(二)宣传。做好宣传。")
    assert texts(plan)[0] == "活动自启动持续到2023年4月7日"


def test_a_long_line_about_printing_is_text(plan_of):
    line = "各单位要在方案下发后抓紧研究制定本单位的落实措施,并于2023年4月7日之前将落实措施报送领导小组办公室审核后统一印发"
    assert texts(plan_of(f"(一)落实。\n{line}"))[-1] == line


def test_an_imprint_with_an_impossible_date_gives_none(plan_of):
    plan = plan_of(f"方案\n{ITEM}\n云溪市双打办 2023年13月8日印发")
    assert plan.issued_on is None
    assert len(plan.measures) == 2


def test_a_long_or_finished_line_is_no_annex_name(plan_of):
    plan = plan_of("附件:\n1.统计报表\n一、任务\n(一)做甲。(市公安局负责)")
    assert texts(plan) == ["做甲。"]


@pytest.mark.parametrize("unit", ["市公安局", "省市场监管局", "云溪海关"])
def test_a_units_own_line_below_an_item_is_its_duty(unit, plan_of):
    plan = plan_of(f"一、查办案件。依法查办。\n主办:{unit}\n二、宣传\n(一)办展。(市文旅局负责)")
    assert [duty.unit for duty in plan.measures[0].duties] == [unit]


@pytest.mark.parametrize("owner", ["云溪市人民政府办公室", "市人民政府办公室", "市政府办"])
def test_the_owner_of_a_portal_is_no_duty(owner, plan_of):
    plan = plan_of(f"{ITEM}\n主办:{owner}")
    assert texts(plan) == ["查办案件。", "加强宣传。"]
    assert [duty.unit for duty in plan.measures[1].duties] == ["市文旅局"]


@pytest.mark.parametrize(
    "line",
    [
        "本方案自印发之日起施行。",
        "本措施自2031年5月1日起执行,有效期3年。",
        "本办法由市双打办负责解释,自发布之日起实施。",
    ],
)
def test_from_when_a_plan_is_in_force_is_no_task(line, plan_of):
    assert texts(plan_of(f"{ITEM}\n(二)办展。(市文旅局负责)\n{line}"))[-1] == "办展。"


@pytest.mark.parametrize("line", ["主动公开案件信息。", "公开发布典型案例。"])
def test_what_is_to_be_made_public_is_no_note(line, plan_of):
    plan = plan_of(f"云溪市工作方案\n一、任务\n(一)公示案件\n{line}\n(二)加强宣传。做好咨询。")
    assert texts(plan)[0] == line


def test_a_note_that_words_were_left_out_closes_nothing(plan_of):
    plan = plan_of("云溪市工作方案\n一、任务\n(一)查处假货。查办案件。\n(此件有删减)\n做好移送。")
    assert texts(plan) == ["查办案件。做好移送。"]


def test_a_note_amid_the_text_loses_nothing_below_it(plan_of):
    plan = plan_of(
        "云溪市工作方案\n一、任务\n(一)查处假货。查办案件。(市公安局负责)\n公开方式:主动公开\n"
        "加强宣传,曝光案例。(市委宣传部负责)"
    )
    assert texts(plan)[-1] == "加强宣传,曝光案例。"


@pytest.mark.parametrize(
    "first", ["组  长:林某 (县政府副县长)", "组长:林某某 县政府副县长", "组 长:"]
)
def test_the_people_of_a_group_are_no_task(plan_of, first):
    people = (
        f"{first}\n副组长:方 某(县政府办副主任)\n周某某(县公安局局长)\n成 员:县公安局、县商务局"
    )
    plan = plan_of(f"一、组织领导\n成立领导小组。\n{people}\n二、任务\n1.查处假酒。(县公安局负责)")
    assert [m.text for m in plan.measures] == ["成立领导小组。", "查处假酒。"]
    task = plan_of("一、组织领导\n成员:\n加强业务,培养专职检查员")
    assert [m.text[:4] for m in task.measures] == ["加强业务"]
    kept = plan_of("一、组织领导\n组长单位:县商务局要抓好协调。")
    assert len(kept.measures) == 1
