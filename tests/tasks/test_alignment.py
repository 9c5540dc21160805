"""Which measures of two plans say the same."""

import pytest

from shuangda_desktop.tasks.dividing.alignment import ALIKE, SAME, WITHIN, align, bare, parts, twins

SEEDS = "春耕前后检查种子、农药、化肥经营门店\uff0c抽检不合格的一律下架。"
SEEDS_AGAIN = "春耕、秋种前后检查种子、农药、化肥经营门店\uff0c不合格的下架并公布。"
NET = "督促网络交易平台核验经营者身份\uff0c反复售假的店铺依法关停。"
OIL = "抽查加油站汽柴油质量\uff0c全年不少于三百批次。"
SCHOOL = "清查校园周边盗版教材教辅和有害出版物。"


def pairs(left, right, **more):
    return [(pair.left, pair.right) for pair in align(left, right, **more)]


def test_the_same_measure_is_found_in_other_words_and_another_order():
    assert pairs([SEEDS, NET, OIL], [OIL, SEEDS_AGAIN, SCHOOL]) == [(0, 1), (2, 0)]


def test_each_measure_belongs_to_one_other_and_the_likest_comes_first():
    assert pairs([SEEDS, SEEDS_AGAIN], [SEEDS_AGAIN]) == [(1, 0)]


def test_the_same_words_are_wholly_alike_whatever_their_marks_and_year():
    (pair,) = align(["2025年抽查加油站\uff0c公布结果。"], ["2026年抽查加油站;公布结果"])
    assert pair.score == pytest.approx(1.0)
    assert pair.score > SAME > ALIKE


def test_words_that_all_measures_use_make_no_likeness():
    common = "加强打击侵权假冒工作\uff0c"
    left = [common + SEEDS, common + NET, common + OIL]
    assert pairs(left, [common + SCHOOL]) == []


@pytest.mark.parametrize(("left", "right"), [([], []), ([SEEDS], []), ([], [SEEDS]), ([""], [""])])
def test_nothing_is_like_nothing(left, right):
    assert align(left, right) == ()


def test_likeness_is_the_same_from_both_sides():
    one, other = [SEEDS, NET, OIL], [OIL, SEEDS_AGAIN]
    there = {(p.left, p.right, round(p.score, 9)) for p in align(one, other)}
    back = {(p.right, p.left, round(p.score, 9)) for p in align(other, one)}
    assert there == back


def test_twins_within_a_list_are_found_and_the_earlier_is_left():
    found = twins([SEEDS, NET, SEEDS + "\n", OIL, SEEDS.replace("一律", "")], 0.7)
    assert [(pair.left, pair.right) for pair in found] == [(0, 2), (0, 4), (2, 4)]


def test_twins_miss_nothing_that_comparing_all_would_find():
    texts = [a + b for a in (SEEDS, SEEDS_AGAIN, NET) for b in (OIL, SCHOOL, NET, "")]
    for least in (0.5, 0.7, 0.9):
        every = {(p.left, p.right) for at in range(len(texts)) for p in _like(texts, at, least)}
        assert {(p.left, p.right) for p in twins(texts, least)} == every


def _like(texts, at, least):
    """The twins of one text, by comparing it with each later one among all."""
    found = twins(texts, 0.01)
    return [p for p in found if p.left == at and p.score >= least]


def test_words_are_told_from_marks():
    assert bare("2025年、\u201c铁拳\u201d 行动(一)") == "铁拳行动一"


def test_a_text_without_a_partner_goes_to_the_one_that_says_most_of_it():
    seeds, oil = "春耕前后检查种子农药化肥经营门店", "抽查加油站汽柴油质量"
    broad = f"{seeds}，{oil}，清查校园周边盗版教材教辅"
    left, right = [broad, "督促平台核验身份"], [seeds, oil, "组织宣传周活动"]
    pairs = align(left, right)
    assert [(p.left, p.right) for p in pairs] == [(0, 0)]
    (more,) = parts(left, right, pairs)
    assert (more.left, more.right) == (0, 1)
    assert WITHIN <= more.score <= 1.0
    (turned,) = parts(right, left, align(right, left))
    assert (turned.left, turned.right) == (1, 0)
    assert parts(left, right, pairs, 1.1) == ()
    assert parts([], right, ()) == ()


def test_two_texts_that_say_parts_of_each_other_are_told_once():
    left, right = ["检查种子农药化肥经营门店和加油站"], ["检查种子农药化肥经营门店和校园周边"]
    assert len(parts(left, right, ())) == 1
