"""What may be lost between the parts of a plan, or cut in the wrong place, is told."""

from dataclasses import replace

import pytest

from plan.telling import codes
from shuangda_desktop.plan.checks.amid import check_amid
from shuangda_desktop.plan.checks.findings import Drafted
from shuangda_desktop.plan.checks.unread_lines import check_lines
from shuangda_desktop.plan.measures.drafts import Draft
from shuangda_desktop.plan.model import Measure
from shuangda_desktop.plan.structure.frame import Frame
from shuangda_desktop.plan.structure.lines import lines_of
from shuangda_desktop.text.mapped import MappedText, Span

HEAD = "云溪市2024年工作要点\n2024年3月1日\n一、任务\n"
TEXT = "查处假冒农资,公布案件。\n逐户检查经营农资的门店,建立档案。\n宣传识别假货的办法。"


def lines_found(*read, text=TEXT):
    """The messages about lines of a text of which these stretches were read."""
    drafted = [
        Drafted(
            Measure(0, text[start:end], Span(start, end), None),
            Draft(start, [Span(start, end)]),
            None,
        )
        for start, end in read
    ]
    frame = Frame((), lines_of(text), (), (), ())
    return [found.message for found in check_lines(drafted, [], frame, MappedText.of(text))]


def test_a_line_that_was_read_by_nobody_is_told():
    (message,) = lines_found((0, 12), (31, 41))
    assert "逐户检查经营农资的门店" in message


def test_half_a_line_that_was_read_by_nobody_is_told():
    assert len(lines_found((0, 12), (13, 17), (31, 41))) == 1
    assert len(lines_found((0, 12), (26, 30), (31, 41))) == 1


def test_lines_that_were_read_stand_around_the_plan_or_are_said_again_are_not_told():
    assert lines_found((0, 12), (13, 30), (31, 41)) == []
    assert lines_found((0, 30), (13, 20), (31, 41)) == []
    assert lines_found((0, 12)) == []
    assert lines_found() == []
    again = "\n".join([TEXT.split("\n")[0]] * 2 + ["完成。"])
    assert lines_found((0, 12), (26, 29), text=again) == []


def test_all_of_a_plan_is_read(plan_of):
    plan = plan_of(
        f"{HEAD}(一)检查市场。逐户检查,建立档案。(市公安局负责)\n【市财政局】\n1.安排经费。\n2.检查经费。"
        "\n二、加强宣传(市教育局负责)\n1.开展活动。\n2.发放资料。\n责任单位:市司法局"
    )
    assert [found.code for found in plan.findings if found.code == "unread-line"] == []


def cuts(*texts):
    """The codes of measures of these words, all without duties."""
    found = [[] for _ in texts]
    drafted = [
        Drafted(Measure(0, text, Span(0, 1), None), Draft(0, [Span(0, len(text))]), None)
        for text in texts
    ]
    for at, finding in check_amid(drafted):
        found[at].append(finding.code)
    return found


@pytest.mark.parametrize("words", ["的案件移送公安机关。", "以及网络市场。", "\uff0c查处案件。"])
def test_a_measure_that_begins_amid_a_sentence(words):
    assert cuts(words, "检查市场。") == [["begins-amid"], []]


@pytest.mark.parametrize("words", ["的士行业检查计价器。", "并购案件逐件审查。", "检查市场。"])
def test_a_measure_that_begins_with_its_deed(words):
    assert cuts(words, "检查市场。") == [[], []]


def test_a_measure_that_ends_amid_a_sentence():
    assert cuts("检查市场,公布", "检查市场。") == [["ends-amid"], []]


@pytest.mark.parametrize(("mark", "told"), [(",", False), (":", True)])
def test_a_measure_that_ends_with_a_mark_before_its_clause(mark, told, plan_of):
    plan = plan_of(
        f"{HEAD}1.甲。查处假酒{mark}(市公安局负责)公布案件。\n2.乙。查处假烟。(市公安局负责)"
    )
    assert ("ends-amid" in codes(plan)[0]) is told


def lines_of_plan(*lines):
    """The doubts about a plan of twelve items, the first of which stands in these lines."""
    rest = "".join(f"{at}.乙。查处第{at}类假货。(市公安局负责)\n" for at in range(2, 13))
    return f"{HEAD}1.甲。{NEXT.join(lines)}\n{rest}"


NEXT = "\n"


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (("查处假", "酒案件。(市公安局负责)"), True),
        (("查处假", "内部资料", "酒案件。(市公安局负责)"), True),
        (("查处假酒案件。(市公", "安局负责)"), True),
        (("查处假酒案件。(市公安局牵头,", "市商务局配合)"), False),
        (("查处假酒。", "公布案件。(市公安局负责)"), False),
        (("查处假酒案件", "(市公安局负责)"), False),
        (("查处假酒案件", "责任单位:市公安局"), False),
    ],
)
def test_a_break_amid_a_sentence_where_lines_are_paragraphs(lines, told, plan_of):
    found = codes(plan_of(lines_of_plan(*lines)))
    assert ("joined-lines" in found[0]) is told
    assert not any("joined-lines" in each for each in found[1:])


def test_breaks_are_not_told_where_all_lines_are_cut(plan_of):
    plan = plan_of(f"{HEAD}1.甲。查处\n假酒。(市公安局负责)\n2.乙。查处\n假烟。(市公安局负责)")
    assert not any("joined-lines" in found for found in codes(plan))


def test_words_that_stand_in_a_plan_twice(plan_of):
    one = "查处假冒农资,公布案件。(市公安局负责)\n"
    plan = plan_of(
        f"{HEAD}1.{one}2.查处假烟。(市公安局负责)\n二、任务\n1.{one}2.查处假烟。(市公安局负责)"
    )
    assert ["same-words" in found for found in codes(plan)] == [True, False, True, False]


def test_an_item_without_heading_where_nearly_all_of_its_level_have_one(plan_of):
    titled = "".join(f"({n})甲{n}。查处假货,公布案件。\n" for n in "一二三四五六七八")
    few = "二、保障\n(一)加强领导各地要成立专班,定期调度。\n(二)加强宣传。各地要开展宣传。"
    found = codes(plan_of(f"{HEAD}{titled}{few}"))
    assert "no-heading" in found[8]
    assert not any("no-heading" in each for each in found[:8])


def test_a_measure_far_longer_than_all_others():
    usual = ["检查农资经营门店,建立档案。"] * 6
    long = "检查农资经营门店,建立档案,查处假冒案件,移送公安机关,公布典型案例,曝光失信商户。" * 6
    assert cuts(*usual, long) == [[]] * 6 + [["long-measure"]]
    assert cuts(*usual[:2], long) == [[]] * 3
    assert cuts(*usual, long.replace("\u3002", ",") + "\u3002") == [[]] * 7


def test_a_row_of_a_table_may_end_without_a_mark():
    row = Drafted(Measure(0, "检查市场", Span(0, 1), None), Draft(0, [Span(0, 4)], row=True), None)
    assert list(check_amid([row, replace(row)])) == []


def test_the_doubts_reach_the_plan(plan_of):
    plan = plan_of(f"{HEAD}(一)检查市场,公布\n(二)查处案件。\n(三)通报情况。")
    assert "ends-amid" in [code for found in codes(plan) for code in found]


ROW = "".join(
    f"{n}.检查农资门店{n}家,查处假冒农资,建立门店档案。(市公安局负责)\n" for n in range(1, 17)
)


def test_a_heading_as_no_other_of_the_row_has(plan_of):
    last = "17.全面加强领导。各县区要细化任务,制定配套措施,报送落实方案。\n"
    found = codes(plan_of(HEAD + ROW + last + "二、保障\n"))
    assert ["odd-heading" in each for each in found] == [False] * 16 + [True]


def test_headings_that_others_have_too_are_not_odd(plan_of):
    last = "".join(f"{n}.加强领导。各县区要细化任务,报送落实方案。\n" for n in range(17, 24))
    found = codes(plan_of(HEAD + ROW + last + "二、保障\n"))
    assert not any("odd-heading" in each for each in found)


@pytest.mark.parametrize(
    ("words", "doubted"),
    [
        ("省领导小组每年召开1次全体会议,研究重大问题。", True),
        ("省领导小组负责召开全体会议,研究重大问题。", False),
        ("省财政厅每年召开1次全体会议,研究重大问题。", False),
    ],
)
def test_what_a_leading_group_does_may_be_nobodys_task(words, doubted, plan_of):
    plan = plan_of(f"{HEAD}(一)加强领导。{words}\n(二)检查市场。市公安局要检查市场。")
    assert ("prose-duty" in codes(plan)[0]) is doubted


CALENDAR = "云溪市2031年工作安排\n1月\n◇召开会议(办公室)\n3月份\n◇开展检查(某科室、市公安局)\n5月\n◇举办活动(市公安局、市商务局)\n"


def test_lines_that_are_a_month_and_nothing_else_are_told_of_what_is_below(plan_of):
    plan = plan_of(CALENDAR)
    said = [f.message for m in plan.measures for f in m.findings if f.code == "unread-time"]
    assert [message[6:11] for message in said] == ["“3月份”", "“5月”像"]


def test_a_single_line_or_one_that_was_read_is_no_calendar(plan_of):
    assert "unread-time" not in str(
        codes(plan_of(CALENDAR.replace("3月份\n", "").replace("5月\n", "")))
    )
    read = plan_of("云溪市2031年工作安排\n一、3月\n1.查市场。\n2.查酒厂。\n二、5月\n1.查网店。")
    assert "unread-time" not in str(codes(read))


@pytest.mark.parametrize(
    ("heading", "second", "doubted"),
    [
        ("继续按标准征收保障金并分档减免", "放宽条件,支持企业", True),
        ("征收保障金", "放宽条件,支持企业", False),
        ("继续按标准征收保障金并分档减免", "继续放宽返还条件并支持企业。落实返还", False),
    ],
)
def test_a_long_heading_where_most_beside_it_have_none(heading, second, doubted, plan_of):
    plan = plan_of(
        f"一、减负\n1.{heading}。落实政策,一年一定。(市公安局负责)\n2.{second}。(市公安局负责)"
    )
    assert ("odd-heading" in codes(plan)[0]) is doubted


def test_a_few_words_among_whole_sentences_are_told(plan_of):
    rows = "".join(f"({n})第{n}类。逐户检查第{n}类门店。(市公安局负责)\n" for n in "一二三四五")
    told = codes(plan_of(f"{HEAD}{rows}(六)市园林\n责任单位:市公安局\n"))
    assert [("ends-amid" in each) for each in told] == [False] * 5 + [True]


def test_a_few_words_that_are_cut_off_are_told_once():
    whole = Measure(0, "检查市场。", Span(0, 5), None)
    few = replace(whole, text="检查市场")
    drafted = [
        Drafted(m, Draft(0, [Span(0, 4)]), None) for m in (whole,) * 3 + (few,) + (whole,) * 6
    ]
    assert [(at, finding.code) for at, finding in check_amid(drafted)] == [(3, "ends-amid")]
