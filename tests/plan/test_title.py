"""The title is found in heads of many forms."""

from datetime import date

import pytest

from plan.telling import BODY

TITLES = [
    pytest.param(
        "云溪市2023年打击侵权假冒工作要点", "云溪市2023年打击侵权假冒工作要点", id="one line"
    ),
    pytest.param(
        "云溪市人民政府办公室关于印发云溪市打击\n侵权假冒工作方案的通知",
        "云溪市人民政府办公室关于印发云溪市打击侵权假冒工作方案的通知",
        id="two lines",
    ),
    pytest.param(
        "云溪市人民政府办公室\n关于打击侵权假冒的实施意见",
        "云溪市人民政府办公室关于打击侵权假冒的实施意见",
        id="issuer above",
    ),
    pytest.param(
        "云溪市人民政府办公室\n关于明确云政[2031]3号文件\n重点任务分工的通知",
        "云溪市人民政府办公室关于明确云政[2031]3号文件重点任务分工的通知",
        id="a cited document at the end of a line is no masthead",
    ),
    pytest.param(
        "云溪市公安局\n云溪市商务局\n关于联合开展专项行动的通知",
        "云溪市公安局云溪市商务局关于联合开展专项行动的通知",
        id="two issuers above",
    ),
    pytest.param(
        "云溪市关于深入推进农村市场治理\n 助力乡村振兴的指导意见",
        "云溪市关于深入推进农村市场治理助力乡村振兴的指导意见",
        id="indented second line",
    ),
    pytest.param(
        "关于印发2023年云溪市工作要点的通知\n各县区:\n现印发给你们。\n云溪市双打办\n2023年4月7日\n2023年云溪市工作要点",
        "2023年云溪市工作要点",
        id="the plan below its notice",
    ),
    pytest.param(
        "关于印发《2023年云溪市工作要点》的通知\n各县区:\n现印发给你们。",
        "2023年云溪市工作要点",
        id="only the notice's title",
    ),
    pytest.param(
        "云溪市公安局\n\n关于印发云溪市酒类\n\n整治方案的通知\n\n各县区:",
        "云溪市公安局关于印发云溪市酒类整治方案的通知",
        id="an empty line after every line",
    ),
    pytest.param(
        "云溪市酒类市场整治方案\n工作目标\n严查假酒。\n主要任务",
        "云溪市酒类市场整治方案",
        id="parts without numbers below",
    ),
    pytest.param(
        "云溪市政务公开\n\n政府信息公开\n\n2023年集市整治方案",
        "2023年集市整治方案",
        id="the part of a site that a page is of",
    ),
    pytest.param(
        "云溪市整治集市和打击假酒 领导小组办公室 文件\n2023年集市整治方案",
        "2023年集市整治方案",
        id="a masthead with blanks",
    ),
    pytest.param(
        "云溪\n数字化\n经济建设\n社会建设\n基础设施\n环境优化\n便民利民\n数字云溪2023年工作要点",
        "数字云溪2023年工作要点",
        id="a menu of many lines above",
    ),
    pytest.param(
        "首页 > 通知公告 > 最新 云溪市2023年集市整治方案",
        "云溪市2023年集市整治方案",
        id="a path of the page in its line",
    ),
    pytest.param(
        "关于印发《2023年集市整治责任分解》的通知\n各县区:\n云溪市双打办\n2023年4月7日\n2023年集市整治责任分解",
        "2023年集市整治责任分解",
        id="a division of responsibility",
    ),
    pytest.param(
        "关于印发2023年集市整治安排的通知\n各县区:\n云溪市双打办\n2023年4月7日\n2023年集市整治安排 集市假货仍有发现。现安排如下:",
        "2023年集市整治安排",
        id="the first words of the plan behind its title",
    ),
    pytest.param("附件\n\n任务分工表", "任务分工表", id="an annex"),
    pytest.param("云溪市工作要点\n(2023年)", "云溪市工作要点(2023年)", id="a bracket below"),
    pytest.param("云溪市行动计划\n(2020—2022年)", "云溪市行动计划(2020—2022年)", id="years below"),
    pytest.param("云溪市工作方案\n(试行)", "云溪市工作方案(试行)", id="on trial"),
    pytest.param("工 作 要 点", "工作要点", id="spaced out"),
    pytest.param(
        "云溪市打击侵权假冒2023年行动", "云溪市打击侵权假冒2023年行动", id="no kind in it"
    ),
    pytest.param(
        "云溪市工作要点为做好工作,制定本要点。", "云溪市工作要点", id="glued to the preamble"
    ),
    pytest.param("云溪市人民政府公报\n打假工作方案", "打假工作方案", id="a gazette above"),
    pytest.param("云溪的市场\n\n打假工作方案", "打假工作方案", id="a line apart above"),
    pytest.param("《云溪市酒类整治细则》\n为做好整治。", "云溪市酒类整治细则", id="in marks"),
    pytest.param("关于酒类整治的意见。为做好整治。", "关于酒类整治的意见", id="with a stop"),
    pytest.param(
        "云溪市公报\n2023年云溪市打击侵权和\n\n制售假酒工作要点",
        "2023年云溪市打击侵权和制售假酒工作要点",
        id="torn by an empty line",
    ),
    pytest.param(
        "云溪市打击侵权和制售\n假酒工作领导小组 文件\n云溪市工作方案",
        "云溪市工作方案",
        id="a red head over two lines",
    ),
    pytest.param(
        "关于酒类整治的通知\n云溪市政府办公室文件\n各县区:",
        "关于酒类整治的通知",
        id="a title above a red head",
    ),
    pytest.param("\u00d7\n云溪市酒类整治方案", "云溪市酒类整治方案", id="a button of the page"),
    pytest.param("现将有关事项通知如下。", None, id="none"),
    pytest.param(
        "云溪市人民政府办公室文件\n云政办〔2023〕8号\n云溪市工作方案",
        "云溪市工作方案",
        id="red head",
    ),
]


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_the_title(text, title, head, width):
    assert head(text).title == (title and width(title))


def test_a_title_in_quotation_marks_is_what_they_hold(head):
    quoted = "《云溪市人民政府关于印发〈云溪市2022年工作要点〉的通知》"
    assert head(quoted).title == quoted[1:-1]


def test_the_name_of_a_site_is_no_part_of_the_title(head):
    read = head("云法网--法规资料网\n云溪市人民政府关于整治酒类市场的通知\n(云政发〔2009〕2号)")
    assert (
        read.title
        == read.issuer + "关于整治酒类市场的通知"
        == "云溪市人民政府关于整治酒类市场的通知"
    )


def test_news_of_a_plan_tell_title_and_day(plan_of, width):
    news = "云溪市双打办2031年4月2日印发《2031年云溪市酒类整治要点》,要求做好工作。"
    plan = plan_of(news + BODY)
    assert plan.title == width("2031年云溪市酒类整治要点")
    assert plan.issued_on == date(2031, 4, 2)
    upper = "根据省双打办印发《2031年云泽省酒类整治要点》,现将工作安排如下。"
    assert plan_of(upper + BODY).title is None


def test_a_title_that_is_given_twice_in_one_line(plan_of):
    plan = plan_of("云溪市酒类整治方案云溪市酒类整治方案为管好酒类,制定本方案。" + BODY)
    assert plan.title == "云溪市酒类整治方案"


def test_a_number_behind_the_title_is_a_line_of_its_own(plan_of):
    for number in ("(云政办〔2031〕8号)", " 云政办〔2031〕8号", "云政办〔2031〕8号"):
        plan = plan_of(f"关于做好酒类整治工作的通知{number}\n云溪市双打办" + BODY)
        assert plan.title == "关于做好酒类整治工作的通知"
        assert plan.document_number == "云政办〔2031〕8号"


NOTICE = "{}\n各镇:\n《云溪市打击侵权假冒工作方案》已经市政府同意,现印发给你们。\n云溪市政府\n2024年3月1日\n"


@pytest.mark.parametrize(
    "below", ["云溪市打击侵权假冒\n\n工作方案\n为做好工作,制定本方案。", "为做好工作,制定本方案。"]
)
def test_a_title_that_a_notice_names_is_put_together_or_taken_from_it(below, head):
    plan = head(NOTICE.format("云溪市政府文件") + below)
    assert plan.title == "云溪市打击侵权假冒工作方案"


def test_of_two_titles_that_a_notice_names_none_is_taken(head):
    named = "现将《云溪市打假方案》印发给你们。现将《云溪市打假要点》印发给你们。"
    assert head(f"各镇:\n{named}\n").title is None


@pytest.mark.parametrize(
    "head_lines",
    [
        "第1页共8页云溪市打假工作方案",
        "第一篇:云溪市打假工作方案",
        "(云泽省)云溪市打假工作方案",
        ">重点领域>民生实事\n云溪市打假工作方案",
        "国内政策\u3010切换\u3011国际政策\n云溪市打假工作方案",
    ],
)
def test_paths_and_counts_of_pages_are_no_part_of_a_title(head_lines, head):
    assert head(head_lines).title == "云溪市打假工作方案"
