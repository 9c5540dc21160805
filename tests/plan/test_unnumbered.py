"""Plans without any number: what names who does it is a measure."""

from plan.telling import texts, told

HEAD = "云溪市2023年打假工作任务分解"


def test_paragraphs_with_a_clause_are_measures(plan_of):
    plan = plan_of(
        f"{HEAD}\n为做好工作,制定本方案。\n开展酒类整治。(市公安局负责)\n加强宣传。(市委宣传部牵头)"
    )
    assert texts(plan) == ["开展酒类整治。", "加强宣传。"]
    assert [told(m.duties) for m in plan.measures] == ["responsible 市公安局", "lead 市委宣传部"]
    assert plan.title == HEAD
    assert "no-numbers" in [finding.code for finding in plan.findings]


def test_counted_sentences_are_measures_without_their_count(plan_of):
    plan = plan_of(
        f"{HEAD}\n一是查处假酒20起。由市公安局牵头,市商务局配合。\n二是抓好种子执法。由市农业局负责。"
    )
    assert [text[:4] for text in texts(plan)] == ["查处假酒", "抓好种子"]
    assert told(plan.measures[0].duties) == "lead 市公安局; cooperating 市商务局"


def test_words_about_duties_alone_make_no_plan(plan_of):
    plan = plan_of(f"{HEAD}\n各单位要各负其责,密切配合。\n(此件公开发布)")
    assert plan.measures == ()


def test_counted_paragraphs_begin_the_plan_even_where_no_duty_was_read(plan_of):
    plan = plan_of(
        f"{HEAD}\n重点做好两项。\n一是管好集市。对集贸市场开展检查。\n二是查处假酒。由市公安局牵头。"
    )
    assert [text[:4] for text in texts(plan)] == ["管好集市", "查处假酒"]


def test_one_counted_line_is_no_list(plan_of):
    plan = plan_of(f"{HEAD}\n一是要重视。\n开展酒类整治。(市公安局负责)")
    assert texts(plan) == ["开展酒类整治。"]


def test_a_first_sentence_of_a_paragraph_may_name_only_what_it_is_about(plan_of):
    plan = plan_of(
        f"{HEAD}\n一是管好集市。市商务局牵头,市公安局、市农业局配合,对集市开展检查。\n"
        "二是管好寄递。市邮政管理局会同市公安局督促企业验视。市商务局负责培训。\n"
        "三是做好宣传。大力宣传。\n四是及时总结"
    )
    assert [text[:6] for text in texts(plan)] == [
        "管好集市。市",
        "管好寄递。市",
        "市商务局负责",
        "做好宣传。大",
        "及时总结",
    ]
    assert [told(m.duties) for m in plan.measures] == [
        "lead 市商务局; cooperating 市公安局, 市农业局",
        "lead 市邮政管理局; responsible 市公安局",
        "responsible 市商务局",
        "",
        "",
    ]


def test_units_that_may_be_none_are_not_told_together(plan_of):
    plan = plan_of(f"{HEAD}\n专业力量牵头,社会配合,共同治理。\n开展酒类整治。(市公安局负责)")
    assert not any(duty.unit == "社会" for m in plan.measures for duty in m.duties)


def test_paragraphs_that_begin_with_their_units_are_theirs(plan_of):
    plan = plan_of(
        f"{HEAD}\n市工商局:检查集市,清理无照摊点。\n市文广局、市新闻办:规范广告。\n各县(市、区)政府:排查旅馆。"
    )
    assert [told(m.duties) for m in plan.measures] == [
        "responsible 市工商局",
        "responsible 市文广局, 市新闻办",
        "responsible 各县(市、区)政府",
    ]


def test_one_paragraph_with_a_unit_and_a_colon_is_an_address(plan_of):
    assert plan_of(f"{HEAD}\n市工商局:现将任务印发给你局。\n请认真落实。").measures == ()


def test_questions_and_headings_are_no_measures_and_answers_lose_their_mark(plan_of):
    plan = plan_of(
        f"{HEAD}\n问:重点是什么?\n答:整治直播售假。(市市场监管局负责)\n问:物流要做什么?\n"
        "答:抽查包裹。(市邮政管理局负责)\n紧盯加油站\n检测汽油。(市商务局负责)\n登记台账\n责任单位:市公安局"
    )
    assert texts(plan)[:4] == ["整治直播售假。", "抽查包裹。", "检测汽油。", "登记台账"]


def test_the_buttons_of_a_page_are_no_plan(plan_of):
    duties = "市商务局负责餐饮,检查台账。\n市公安局负责办案,查处窝点。"
    plan = plan_of(f"{HEAD}\n现通知如下。\n{duties}\n\u3010互动社区\u3011")
    assert len(plan.measures) == 2


def test_counted_parts_of_one_line_are_measures_of_their_own(plan_of):
    plan = plan_of(
        f"{HEAD}\n一是由公安部门侦办暴力抗法案件;\n二是由工商部门严把准入关,会同县烟草局清理商户;\n"
        "三是由物价部门配合县烟草局宣传明码标价;\n四是由交通局检查码头;五是由质监局受理投诉。"
    )
    assert [told(m.duties) for m in plan.measures] == [
        "responsible 公安部门",
        "lead 工商部门; responsible 县烟草局",
        "cooperating 物价部门; lead 县烟草局",
        "responsible 交通局",
        "responsible 质监局",
    ]
    assert texts(plan)[3:] == ["由交通局检查码头;", "由质监局受理投诉。"]


def test_a_paragraph_goes_with_the_keys_on_the_lines_below_it(plan_of):
    plan = plan_of(
        f"{HEAD}\n打假要有新气象。\n加快推进快检。全面推行追溯。\n牵头单位:市公安局\n配合单位:市商务局\n"
        "规范集市。\n责任单位:市司法局\n"
    )
    assert texts(plan) == ["加快推进快检。全面推行追溯。", "规范集市。"]
    assert [told(m.duties) for m in plan.measures] == [
        "lead 市公安局; cooperating 市商务局",
        "responsible 市司法局",
    ]


def test_a_heading_above_a_key_is_no_measure(plan_of):
    plan = plan_of(
        f"{HEAD}\n副市长牵头重点工作\n责任单位:市公安局\n查处假酒。\n责任单位:市商务局\n"
    )
    assert texts(plan)[-1] == "查处假酒。"


def test_departments_above_the_first_number_are_told_what_to_do(plan_of):
    plan = plan_of(
        "工商、商务等部门要加强对网店的监管,查处假酒。\n海关、烟草等部门要加强查缉,封存假烟。\n"
        "(四)加强专利监管\n知识产权等部门要巡查展会,受理投诉。"
    )
    assert [told(m.duties) for m in plan.measures] == [
        "responsible 工商部门, 商务部门",
        "responsible 海关, 烟草部门",
        "responsible 知识产权部门",
    ]
