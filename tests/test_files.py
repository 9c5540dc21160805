"""Writing beside the target: whatever happens, the old file or the new one is there, whole."""

import errno
import os
import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path

import pytest

from shuangda_desktop import files
from shuangda_desktop.errors import ExportError, StoreError
from shuangda_desktop.files import name_part, write_beside
from shuangda_desktop.store.safety import places

OLD, NEW = b"old " * 1000, b"new " * 2000


def nothing(path: Path) -> None:
    """A check that finds nothing wrong."""


def new(path: Path) -> None:
    """Write the new content."""
    path.write_bytes(NEW)


@pytest.fixture
def target(tmp_path) -> Path:
    path = tmp_path / "任务分工表.xlsx"
    path.write_bytes(OLD)
    return path


@pytest.fixture
def pauses(monkeypatch) -> list[float]:
    """The waits that were asked for; nobody waits."""
    asked: list[float] = []
    monkeypatch.setattr("time.sleep", asked.append)
    return asked


def names(target: Path) -> list[str]:
    return sorted(p.name for p in target.parent.iterdir())


def refused(target: Path, write=new, check=nothing) -> str:
    """The sentence with which writing is refused; the old file and the folder are as before."""
    before = names(target)
    with pytest.raises(ExportError) as caught:
        write_beside(target, write, check)
    assert target.read_bytes() == OLD
    assert names(target) == before
    return str(caught.value)


def raising(error: BaseException):
    """A writer that leaves half a file and fails."""

    def write(path: Path) -> None:
        path.write_bytes(NEW[:100])
        raise error

    return write


def windows_error(code: int) -> PermissionError:
    error = PermissionError(errno.EACCES, "denied")
    error.winerror = code
    return error


def test_the_new_content_takes_the_place_of_the_old(target):
    write_beside(target, new, nothing)
    assert target.read_bytes() == NEW
    assert names(target) == [target.name]


def test_a_file_that_was_not_there_is_made_with_usual_rights(tmp_path):
    (tmp_path / "plain").touch()
    write_beside(tmp_path / "进度台账.xlsx", new, nothing)
    usual = (tmp_path / "plain").stat().st_mode
    assert (tmp_path / "进度台账.xlsx").stat().st_mode == usual


def test_the_rights_of_the_old_file_are_kept(target):
    target.chmod(0o640)
    write_beside(target, new, nothing)
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link_and_its_file_is_replaced(target):
    link = target.with_name("快捷方式.xlsx")
    link.symlink_to(target)
    write_beside(link, new, nothing)
    assert link.is_symlink()
    assert target.read_bytes() == NEW


def test_the_check_sees_the_new_file_beside_the_old_one(target):
    seen = []
    write_beside(
        target, new, lambda path: seen.append((path.parent, path.suffix, path.read_bytes()))
    )
    assert seen == [(target.parent, ".xlsx", NEW)]


def test_a_file_that_fails_its_check_never_arrives(target):
    def check(path):
        raise ExportError("检查没有通过。")

    assert refused(target, check=check) == "检查没有通过。"


def test_a_bug_in_the_writer_stays_a_bug_and_leaves_no_litter(target):
    with pytest.raises(ZeroDivisionError):
        write_beside(target, raising(ZeroDivisionError()), nothing)
    assert target.read_bytes() == OLD
    assert names(target) == [target.name]


def test_an_interrupted_writer_leaves_no_litter(target):
    with pytest.raises(KeyboardInterrupt):
        write_beside(target, raising(KeyboardInterrupt()), nothing)
    assert names(target) == [target.name]


def test_a_full_disk_is_told_with_what_was_kept_and_what_to_do(target):
    told = refused(target, raising(OSError(errno.ENOSPC, "No space left on device")))
    assert told == (
        "无法写入“任务分工表.xlsx”\uff1a磁盘空间不足。原来的文件没有改动。"
        "请清理磁盘后重新导出\uff0c或另存到其他磁盘。"
    )


@pytest.mark.parametrize(
    "write",
    [raising(OSError(errno.ENOSPC, "full")), raising(windows_error(32))],
)
def test_what_to_do_again_is_said_in_the_writers_words(target, write, pauses):
    with pytest.raises(ExportError, match="后重新备份\uff0c"):
        write_beside(target, write, nothing, again="重新备份")


def test_a_full_disk_is_found_behind_the_error_that_it_caused(target):
    def write(path):
        try:
            raise OSError(errno.ENOSPC, "No space left on device")
        except OSError:
            raise ValueError("Can't close the ZIP file") from None

    assert "磁盘空间不足" in refused(target, write)


def test_a_full_windows_disk_is_known_by_its_own_code(target):
    assert "磁盘空间不足" in refused(target, raising(windows_error(112)))


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may mount a tiny disk")
def test_a_really_full_disk_keeps_the_old_file(tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk], check=False)
    if mounted.returncode:
        pytest.skip("this machine does not allow mounting")
    try:
        target = disk / "任务分工表.xlsx"
        target.write_bytes(OLD)
        told = refused(target, lambda path: path.write_bytes(bytes(200_000)))
        assert "磁盘空间不足" in told
    finally:
        subprocess.run(["umount", disk], check=True)


@pytest.mark.parametrize("code", [5, 32, 33])
def test_a_short_lock_is_waited_out(target, monkeypatch, pauses, code):
    replace, errors = Path.replace, [windows_error(code), windows_error(code)]

    def locked_twice(self, other):
        if errors:
            raise errors.pop()
        return replace(self, other)

    monkeypatch.setattr(Path, "replace", locked_twice)
    write_beside(target, new, nothing)
    assert target.read_bytes() == NEW
    assert pauses == list(files.PAUSES[:2])


def test_a_file_open_in_wps_is_told_so_after_a_bounded_wait(target, monkeypatch, pauses):
    def locked(self, other):
        raise windows_error(32)

    monkeypatch.setattr(Path, "replace", locked)
    assert refused(target) == (
        "无法写入“任务分工表.xlsx”\uff1a文件正在WPS等程序中打开\uff0c或被设为只读。"
        "原来的文件没有改动。请关闭该文件后重新导出\uff0c或另存为其他文件名。"
    )
    assert sum(pauses) < 2


def test_another_error_of_the_swap_is_not_tried_again(target, monkeypatch, pauses):
    def failing(self, other):
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(Path, "replace", failing)
    assert "磁盘读写出错" in refused(target)
    assert pauses == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_real_read_only_folder_is_told_so(target):
    target.parent.chmod(0o500)
    try:
        assert "没有在这个文件夹中写文件的权限" in refused(target)
    finally:
        target.parent.chmod(0o700)


def test_a_read_only_folder_is_told_so(target, monkeypatch):
    def closed(self, mode=0o666, exist_ok=True):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "touch", closed)
    assert "没有在这个文件夹中写文件的权限" in refused(target)


def test_a_folder_that_has_gone_is_told_so(tmp_path):
    with pytest.raises(ExportError) as caught:
        write_beside(tmp_path / "U盘" / "台账.xlsx", new, nothing)
    assert "已不存在。没有留下不完整的文件。请重新选择文件夹" in str(caught.value)


def test_a_folder_of_the_same_name_is_told_so(tmp_path):
    (tmp_path / "台账.xlsx").mkdir()
    with pytest.raises(ExportError, match="同名的文件夹已经存在"):
        write_beside(tmp_path / "台账.xlsx", new, nothing)
    assert names(tmp_path / "台账.xlsx") == ["台账.xlsx"]


def test_a_path_too_long_is_told_so(tmp_path):
    folder = tmp_path / "/".join(["很长的文件夹名称" * 8] * 30)
    with pytest.raises(ExportError, match="文件名或路径太长"):
        write_beside(folder / "台账.xlsx", new, nothing)


def test_a_name_too_long_is_told_before_anything_is_written(tmp_path):
    with pytest.raises(ExportError, match="太长"):
        write_beside(tmp_path / f"{'台账' * 60}.xlsx", new, nothing)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "name",
    ["任务:分工.xlsx", "a?.xlsx", "表*.xlsx", "a\x00b.xlsx", "CON.xlsx", "lpt1", "台账.", "台账 "],
)
def test_a_name_that_windows_cannot_hold_is_refused_everywhere(tmp_path, name):
    with pytest.raises(ExportError, match="不能使用的字符或名称"):
        write_beside(tmp_path / name, new, nothing)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["任务分工表(市公安局).xlsx", "console.xlsx", "a.b.docx", "台账"])
def test_usual_names_are_taken(tmp_path, name):
    write_beside(tmp_path / name, new, nothing)
    assert [p.name for p in tmp_path.iterdir()] == [name]


def test_an_unknown_error_is_told_in_the_words_of_the_system(target):
    assert "系统报告“Strange thing”" in refused(target, raising(OSError(9999, "Strange thing")))


def test_what_a_killed_run_left_is_cleared_once_it_is_surely_nobodys(target):
    left = files._new_beside(target)
    write_beside(target, new, nothing)
    assert left.exists()  # it may belong to a run that is still at work
    os.utime(left, (0, 0))
    write_beside(target, new, nothing)
    assert names(target) == [target.name]


KILLED = """
import hashlib, os, random, signal, sys, time
from pathlib import Path
from shuangda_desktop.files import name_part, write_beside

target, old, new = Path(sys.argv[1]), b"old " * 500_000, b"new " * 700_000
target.write_bytes(old)
whole, killed = {old, new}, 0
for round in range(40):
    child = os.fork()
    if not child:
        for content in (new, old) * 1000:
            write_beside(target, lambda path: path.write_bytes(content), lambda path: None)
        os._exit(0)
    time.sleep(random.random() * 0.08)
    os.kill(child, signal.SIGKILL)
    killed += os.WIFSIGNALED(os.waitpid(child, 0)[1])
    assert target.read_bytes() in whole, f"torn in round {round}"
print(killed)
"""


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_forty_kills_in_the_middle_never_tear_a_file(tmp_path):
    command = [sys.executable, "-c", KILLED, str(tmp_path / "台账.xlsx")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == ("40", "")


@pytest.mark.slow
def test_a_writer_killed_before_the_swap_leaves_the_old_file_byte_identical(target):
    code = (
        "import os, signal, sys; from pathlib import Path; from shuangda_desktop.files import *\n"
        "def write(path): path.write_bytes(b'half'); os.kill(os.getpid(), signal.SIGKILL)\n"
        "write_beside(Path(sys.argv[1]), write, lambda path: None)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(target)], check=False)
    assert done.returncode == -9
    assert target.read_bytes() == OLD


def test_a_unit_s_name_goes_into_the_name_of_a_file():
    assert name_part("市委/办:\t<甲>") == "市委办甲"
    assert name_part("市" * 99) == "市" * 40


@pytest.mark.parametrize(
    ("name", "lock", "is_open"),
    [
        ("台账.xlsx", ".~lock.台账.xlsx#", True),  # LibreOffice
        ("台账.xlsx", ".~台账.xlsx", True),  # WPS on Linux
        ("台账.xlsx", "~$台账.xlsx", True),  # Excel, and Word where the name is short
        ("十月份打假工作方案.docx", "~$份打假工作方案.docx", True),  # Word cuts two characters
        ("打假工作月报稿.docx", "~$假工作月报稿.docx", True),  # and one of seven
        ("台账.xlsx", "~$二台账.xlsx", False),
        ("台账.xlsx", ".~lock.台账2.xlsx#", False),
        ("没有的.xlsx", ".~lock.没有的.xlsx#", False),
    ],
)
def test_a_lock_file_says_that_an_office_program_has_a_file_open(tmp_path, name, lock, is_open):
    (tmp_path / lock).touch()
    if not name.startswith("没有"):
        (tmp_path / name).touch()
    assert files.is_open_elsewhere(tmp_path / name) is is_open


def test_what_is_open_elsewhere_is_not_written_over_even_where_it_is_ours(tmp_path):
    ours = tmp_path / "填报表.xlsx"
    ours.write_bytes(b"1")
    sent = {files.digest_of(ours)}
    assert files.unoccupied(tmp_path, ours.name, sent) == ours
    (tmp_path / ".~lock.填报表.xlsx#").touch()
    assert files.unoccupied(tmp_path, ours.name, sent).name == "填报表（2）.xlsx"


@pytest.mark.parametrize(("system", "longest"), [("linux", 69), ("win32", 207)])
def test_what_is_not_opened_for_the_length_of_its_name_is_known(monkeypatch, system, longest):
    monkeypatch.setattr(sys, "platform", system)
    for length, fits in ((longest, True), (longest + 1, False)):
        name = f"{'台' * length}.db"
        assert files.has_room_for_copies(name) is fits
        with nullcontext() if fits else pytest.raises(StoreError):
            places.refuse_unsafe(Path(name), ())


def test_bytes_are_put_in_place_and_read_again(target):
    files.put_bytes(target, NEW)
    assert target.read_bytes() == NEW


def test_bytes_that_come_back_otherwise_replace_nothing(target, monkeypatch):
    monkeypatch.setattr(files, "_put", lambda content, path: path.write_bytes(content[:-1]))
    with pytest.raises(ExportError, match="磁盘读写出错。原来的文件没有改动"):
        files.put_bytes(target, NEW)
    assert target.read_bytes() == OLD
