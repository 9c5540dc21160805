"""What every test may use: a fixed today, a store in memory, and no warning of ours unheard."""

import itertools
import logging
import os
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything imports Qt
settings.register_profile("untimed", deadline=None)  # a busy machine is no fault of the program
settings.load_profile("untimed")


@pytest.fixture
def today() -> date:
    """The day on which every test happens."""
    return date(2026, 3, 16)


@pytest.fixture(scope="session")
def moment() -> datetime:
    """The moment at which every test happens, also for what is made once for many tests."""
    return datetime(2026, 3, 16, 9, 30, tzinfo=timezone(timedelta(hours=8)))


@pytest.fixture
def now(moment) -> datetime:
    """The moment at which every test happens."""
    return moment


@pytest.fixture(scope="session")
def empty_store(moment):
    """The store that all others are copies of: the migrations take longer than most tests."""
    from shuangda_desktop.store.database import open_store

    opened = open_store(":memory:", moment)
    yield opened
    opened.close()


@pytest.fixture
def store(empty_store):
    """An empty store in memory."""
    from prepared import copied

    opened = copied(empty_store)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def data_folders(tmp_path_factory) -> Iterator[Path]:
    """A new folder for each test, apart: pytest looks at all there are beside each that it makes."""
    parent = tmp_path_factory.mktemp("data")
    return (parent / str(number) for number in itertools.count())


@pytest.fixture(autouse=True)
def own_data_folder(data_folders, monkeypatch) -> None:
    """Keep tests away from the user's own data, wherever they run."""
    folder = next(data_folders)
    folder.mkdir()
    monkeypatch.setenv("XDG_DATA_HOME", str(folder))
    monkeypatch.setenv("APPDATA", str(folder))


class _Unexpected(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture
def expected_warnings() -> list[str]:
    """Fragments of the warnings that a test means to cause; it appends to the list."""
    return []


@pytest.fixture(autouse=True)
def no_unexpected_warning(expected_warnings) -> Iterator[None]:
    """Fail a test in which our code warned of something that the test did not expect."""
    handler = _Unexpected()
    log = logging.getLogger("shuangda_desktop")
    log.addHandler(handler)
    yield
    log.removeHandler(handler)
    unheard = [h for h in handler.heard if not any(e in h for e in expected_warnings)]
    assert unheard == []
