"""Office files are put in place only after they were read again."""

import errno
import zipfile
from pathlib import Path

import pytest

from shuangda_desktop.errors import ExportError
from shuangda_desktop.exports import package


def test_a_package_keeps_its_parts_in_their_order(tmp_path):
    package.save(package.pack({"b.xml": b"<b/>", "a.txt": "甲".encode()}), tmp_path / "x.docx")
    with zipfile.ZipFile(tmp_path / "x.docx") as written:
        assert written.namelist() == ["b.xml", "a.txt"]
        assert written.read("a.txt").decode() == "甲"


@pytest.mark.parametrize(
    "content",
    [b"", b"no zip", package.pack({"a.xml": b"<a>"}), package.pack({"a.rels": b"<a/><b/>"})],
    ids=["empty", "no zip", "open element", "two roots"],
)
def test_what_does_not_open_again_is_not_put_in_place(tmp_path, content):
    path = tmp_path / "任务分工表.xlsx"
    path.write_bytes(b"old")
    with pytest.raises(ExportError, match="重新打开检查时不完整"):
        package.save(content, path)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_part_that_changed_on_the_disk_is_noticed(tmp_path):
    content = bytearray(package.pack({"a.txt": bytes(range(256)) * 40}))
    content[60] ^= 0xFF
    with pytest.raises(ExportError):
        package.save(bytes(content), tmp_path / "x.docx")


def test_a_very_long_text_is_no_reason_to_refuse_our_own_file(tmp_path):
    long = b"<a>" + b"x" * 11_000_000 + b"</a>"
    package.save(package.pack({"a.xml": long}), tmp_path / "x.docx")
    assert (tmp_path / "x.docx").exists()


def test_a_full_disk_is_told_and_the_old_file_stays(tmp_path, monkeypatch):
    path = tmp_path / "任务分工表.xlsx"
    path.write_bytes(b"old")
    written = Path.write_bytes

    def full(self, content):
        written(self, content[:10])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(ExportError, match="磁盘空间不足"):
        package.save(b"new", path)
    assert path.read_bytes() == b"old"
