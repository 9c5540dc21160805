"""One line finds everything."""

from datetime import date

import pytest

from shuangda_desktop.services.city import directory
from shuangda_desktop.services.searching import excerpt, search_all, unit_labels
from shuangda_desktop.services.tracking import tracking
from shuangda_desktop.tasks.model import ProgressEntry, Status


@pytest.fixture
def filled(store, task_ids, now):
    directory.set_up_city(store, "云泽省", "临江市", now)
    entry = ProgressEntry(task_ids[0], "市公安局", date(2026, 3, 2), 30, "抽检白酒12批次")
    tracking.record_progress(store, entry, now)
    tracking.set_status(store, task_ids[1], Status.SUSPENDED, "等省里的抽检方案", now)
    return store


def kinds(store, typed):
    return [hit.kind for hit in search_all(store, typed)]


def test_plans_tasks_logs_moves_and_units_are_found(filled, task_ids):
    assert kinds(filled, "抽检") == ["进展", "流转", "流转"]
    assert kinds(filled, "商店") == ["任务", "原文"]
    assert kinds(filled, "示双办") == ["来文"]
    assert "单位" in kinds(filled, "公安")
    hit = next(h for h in search_all(filled, "白酒") if h.kind == "进展")
    assert (hit.task_id, hit.title) == (task_ids[0], "1. 检查商店  2026-03-02")
    assert "抽检白酒12批次" in hit.text


def test_one_character_is_enough_and_all_words_must_be_there(filled):
    assert "进展" in kinds(filled, "酒")
    assert kinds(filled, "白酒 30批次") == []
    assert kinds(filled, " ") == []


def test_a_unit_is_found_by_another_of_its_names(filled):
    found = [h for h in search_all(filled, "公安局") if h.kind == "单位"]
    assert found[0].unit in unit_labels(filled)


def test_the_excerpt_shows_the_words_in_their_surroundings():
    text = "前" * 60 + "白酒" + "后" * 90
    part = excerpt(text, ["白酒"])
    assert (part[:2], part[-2:]) == ("…前", "后…")
    assert "白酒" in part
    assert excerpt("一行\n两行", ["两"]) == "一行 两行"
    assert excerpt("没有", ["别的"]) == "没有"
