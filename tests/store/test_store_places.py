"""Network shares and sync folders are no place for a live database."""

from contextlib import nullcontext
from pathlib import Path, PureWindowsPath

import pytest

from shuangda_desktop.errors import StoreError
from shuangda_desktop.store.safety import places
from shuangda_desktop.store.safety.places import Mount

HOME = "/home/clerk"


@pytest.mark.parametrize(
    "kind",
    [
        "cifs",
        "smb3",
        "nfs",
        "nfs4",
        "davfs",
        "ceph",
        "fuse.sshfs",
        "fuse.rclone",
        "fuse.gvfsd-fuse",
    ],
)
def test_a_network_mount_is_refused(kind):
    with pytest.raises(StoreError, match="网络文件夹"):
        places.refuse_unsafe(
            Path("/mnt/share/a/b.db"), [Mount("/", "ext4"), Mount("/mnt/share", kind)]
        )


@pytest.mark.parametrize(
    "kind", ["ext4", "xfs", "btrfs", "overlay", "tmpfs", "ntfs3", "fuseblk", "9p"]
)
def test_a_disk_of_this_machine_is_taken(kind):
    places.refuse_unsafe(Path("/data/b.db"), [Mount("/", kind)])


def test_the_nearest_mount_point_decides():
    table = [Mount("/", "nfs"), Mount("/home", "ext4"), Mount("/home/clerk/net", "cifs")]
    places.refuse_unsafe(Path("/home/clerk/a.db"), table)
    places.refuse_unsafe(Path("/home/clerk/network/a.db"), table)
    for path in ("/srv/a.db", "/home/clerk/net/a.db", "/homes/a.db"):
        with pytest.raises(StoreError):
            places.refuse_unsafe(Path(path), table)


@pytest.mark.parametrize("path", [r"\\server\share\a.db", "//server/share/a.db"])
def test_a_share_by_its_own_name_is_refused(path):
    with pytest.raises(StoreError, match="网络文件夹"):
        places.refuse_unsafe(PureWindowsPath(path), [])


@pytest.mark.parametrize(
    "folder",
    [
        "OneDrive", "OneDrive - 某某局", "Dropbox", "坚果云", "我的坚果云", "Nutstore Files", "WPS云盘",
        "WPSDrive", "WPS Cloud Files", "百度网盘", "BaiduNetdisk", "BaiduSyncdisk", "阿里云盘", "天翼云盘同步",
        "Nextcloud", "seafile-data", "iCloudDrive", "Google Drive",
    ],
)  # fmt: skip
def test_a_sync_folder_is_refused_by_its_name(folder):
    with pytest.raises(StoreError, match=f"同步文件夹.{folder}.里"):
        places.refuse_unsafe(Path(HOME, folder, "双打", "a.db"), [])


@pytest.mark.parametrize(
    "path",
    [
        "文档/双打.db",
        "onedrive.db",
        "百度网盘.db",
        "云泽市/双打办/a.db",
        "sync-notes/a.db",
        "u盘/a.db",
    ],
)
def test_other_folders_are_taken(path):
    places.refuse_unsafe(Path(HOME, path), [])


def test_the_refusal_says_what_to_do():
    with pytest.raises(StoreError, match=r"没有打开.*请把数据库放在本机硬盘"):
        places.refuse_unsafe(Path(HOME, "OneDrive", "a.db"), [])


def test_the_mount_table_of_this_machine_is_read():
    listed = places.MOUNT_TABLE.read_text().splitlines() if places.MOUNT_TABLE.exists() else []
    mounts = places.read_mounts()
    assert len(mounts) == len(listed)
    assert all(mount.point.startswith("/") for mount in mounts)


def test_mount_points_with_blanks_are_read(tmp_path, monkeypatch):
    table = tmp_path / "mounts"
    table.write_text("server:/x /mnt/a\\040b\\134c nfs rw 0 0\n\nbad\n")
    monkeypatch.setattr(places, "MOUNT_TABLE", table)
    assert places.read_mounts() == (Mount("/mnt/a b\\c", "nfs"),)
    monkeypatch.setattr(places, "MOUNT_TABLE", tmp_path / "none")
    assert places.read_mounts() == ()


def test_mapped_drives_of_windows_count_as_network(monkeypatch):
    class Kernel:
        def GetDriveTypeW(self, root):  # noqa: N802 - Windows names it so
            return 4 if root == "Z:\\" else 3

    class Windll:
        kernel32 = Kernel()

    monkeypatch.setattr(places.sys, "platform", "win32")
    monkeypatch.setattr("ctypes.windll", Windll(), raising=False)
    assert places.read_mounts() == (Mount("Z:\\", "cifs"),)


@pytest.mark.parametrize(("count", "taken"), [(70, True), (206, True), (208, False)])
def test_windows_counts_the_characters_of_a_name(monkeypatch, tmp_path, count, taken):
    monkeypatch.setattr(places.sys, "platform", "win32")
    path = tmp_path / f"{'台' * count}.db"
    with nullcontext() if taken else pytest.raises(StoreError, match="请把文件名改短"):
        places.refuse_unsafe(path, ())


@pytest.mark.parametrize(("count", "taken"), [(69, True), (70, False)])
def test_a_name_that_leaves_no_room_for_the_date_of_a_copy_is_refused(tmp_path, count, taken):
    path = tmp_path / f"{'台' * count}.db"
    if taken:
        places.refuse_unsafe(path, ())
        longest = f"{path.stem}-20260316-093000-before-upgrade-99-2.damaged"
        (tmp_path / longest).touch()
    else:
        with pytest.raises(StoreError, match="请把文件名改短"):
            places.refuse_unsafe(path, ())
