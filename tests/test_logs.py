"""The log file."""

import logging

import pytest

from shuangda_desktop import logs, paths

LOG = logging.getLogger("shuangda_desktop")


@pytest.fixture(autouse=True)
def handlers():
    """Leave the logger as it was."""
    before, level = list(LOG.handlers), LOG.level
    yield
    for handler in set(LOG.handlers) - set(before):
        LOG.removeHandler(handler)
        handler.close()
    LOG.setLevel(level)


def test_records_of_ours_arrive_in_the_file(tmp_path):
    path = logs.start_log(tmp_path)
    logging.getLogger("shuangda_desktop.store").info("opened")
    assert path == tmp_path / "shuangda.log"
    assert "INFO shuangda_desktop.store: opened" in path.read_text("utf-8")


def test_records_of_libraries_do_not(tmp_path):
    path = logs.start_log(tmp_path)
    logging.getLogger("openpyxl").error("theirs")
    assert path.read_text("utf-8") == ""


def test_starting_twice_writes_each_record_once(tmp_path):
    logs.start_log(tmp_path)
    path = logs.start_log(tmp_path)
    LOG.info("once")
    assert path.read_text("utf-8").count("once") == 1


def test_a_log_that_cannot_be_written_keeps_nobody_from_working(tmp_path):
    assert logs.start_log(tmp_path / "missing") is None


def test_the_log_lies_in_the_data_folder():
    assert logs.log_file() == paths.data_folder() / "shuangda.log"


def test_old_records_make_room(tmp_path, monkeypatch):
    monkeypatch.setattr(logs, "SIZE", 2000)
    logs.start_log(tmp_path)
    for number in range(200):
        LOG.info("record %d", number)
    files = sorted(p.name for p in tmp_path.iterdir())
    assert files == ["shuangda.log", "shuangda.log.1", "shuangda.log.2", "shuangda.log.3"]
    assert all(p.stat().st_size <= 2000 for p in tmp_path.iterdir())
