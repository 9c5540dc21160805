"""The guard of the database file knows it from another that stands in its place."""

import shutil
import sys

import pytest

from shuangda_desktop.store.safety import guard


@pytest.mark.skipif(sys.platform == "win32", reason="Windows deletes no open file")
def test_a_copy_that_looks_alike_is_not_the_file_that_was_deleted(tmp_path):
    path, copy = tmp_path / "work.db", tmp_path / "盘上.db"
    path.write_bytes(b"x")
    held = guard.take(path, 0)
    try:
        assert guard.is_in_place(held, path)
        shutil.copy2(path, copy)
        path.unlink()
        copy.replace(path)  # with its time
        assert not guard.is_in_place(held, path)
    finally:
        guard.let_go(held)
