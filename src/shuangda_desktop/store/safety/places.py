"""Folders in which a live database would be lost sooner or later: network shares and sync folders."""

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePath

from shuangda_desktop.errors import StoreError
from shuangda_desktop.files import has_room_for_copies

MOUNT_TABLE = Path("/proc/mounts")
_NETWORK = {"cifs", "smb3", "smbfs", "nfs", "nfs4", "ncpfs", "afs", "ceph", "davfs", "davfs2"}
_LOCAL_FUSE = {
    "fuse.fuse-overlayfs",
    "fuse.lxcfs",
    "fuse.ntfs-3g",
    "fuse.exfat",
}  # disks of this machine
_SYNCED = (
    "onedrive", "dropbox", "googledrive", "google drive", "icloud", "nextcloud", "owncloud", "seafile",
    "nutstore", "坚果云", "wps云盘", "wps网盘", "wps云文档", "wps cloud", "wpsdrive", "wps drive",
    "百度网盘", "百度云", "baidunetdisk", "baidusync", "baiduyun", "阿里云盘", "aliyundrive", "天翼云盘",
    "和彩云", "移动云盘", "中国移动云盘", "联通云盘", "微云", "weiyun", "360云盘", "360安全云盘", "夸克网盘",
    "迅雷云盘", "115网盘", "钉盘", "同步盘",
)  # fmt: skip
_MOVE = "请把数据库放在本机硬盘的普通文件夹里\uff0c要给别人时用\u201c备份\u201d另存一份。"


@dataclass(frozen=True, slots=True)
class Mount:
    """A mounted file system: where, and of which type."""

    point: str
    kind: str


def refuse_unsafe(path: Path, mounts: Iterable[Mount]) -> None:
    """Raise StoreError where the database would lie on a network share or in a sync folder, or has no room for copies."""
    whole = str(path)
    if not has_room_for_copies(path.name):
        raise StoreError(
            f"文件名\u201c{path.name[:20]}…\u201d太长\uff0c备份加上日期就存不下了\uff0c所以没有打开\u3002"
            "文件保持原样\u3002请把文件名改短\uff08六十个字以内\uff09再打开\u3002"
        )
    if whole.startswith(("\\\\", "//")) or _is_network(_kind_of(path, mounts)):
        raise StoreError(
            f"\u201c{path.name}\u201d在网络文件夹里\uff0c断网时数据会损坏\uff0c所以没有打开。{_MOVE}"
        )
    synced = _synced_folder(path)
    if synced:
        raise StoreError(
            f"\u201c{path.name}\u201d在同步文件夹\u201c{synced}\u201d里\uff0c同步会损坏正在使用的数据库\uff0c所以没有打开。{_MOVE}"
        )


def read_mounts() -> tuple[Mount, ...]:
    """The mounted file systems of this machine, as far as it tells."""
    if sys.platform == "win32":
        return _windows_drives()
    if not MOUNT_TABLE.exists():
        return ()
    fields = (line.split() for line in MOUNT_TABLE.read_text("utf-8", "replace").splitlines())
    return tuple(Mount(_unescaped(row[1]), row[2]) for row in fields if len(row) > 2)


def _windows_drives() -> tuple[Mount, ...]:
    import ctypes

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - only Windows has the attribute
    letters = (f"{letter}:\\" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return tuple(Mount(root, "cifs") for root in letters if kernel.GetDriveTypeW(root) == 4)


def _kind_of(path: Path, mounts: Iterable[Mount]) -> str:
    """The type of the file system that holds the path: of the longest mount point above it."""
    over = [mount for mount in mounts if _is_above(mount.point, path)]
    return max(over, key=lambda mount: len(mount.point)).kind if over else ""


def _is_above(point: str, path: Path) -> bool:
    folded, whole = os.path.normcase(point), os.path.normcase(str(path))
    return whole == folded or whole.startswith(folded.rstrip("/\\") + os.sep)


def _is_network(kind: str) -> bool:
    return kind in _NETWORK or (kind.startswith("fuse.") and kind not in _LOCAL_FUSE)


def _synced_folder(path: PurePath) -> str:
    folders = (part for part in path.parts[:-1] if any(name in part.casefold() for name in _SYNCED))
    return next(folders, "")


def _unescaped(point: str) -> str:
    """Mount points are written with octal escapes for blanks and backslashes."""
    for code, character in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        point = point.replace(code, character)
    return point
