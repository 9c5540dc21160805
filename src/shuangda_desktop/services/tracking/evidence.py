"""Evidence: files copied beside the database, named by their content, so that none is kept twice."""

import hashlib
from datetime import datetime
from pathlib import Path

from shuangda_desktop.errors import RuleError, SourceError
from shuangda_desktop.files import put_bytes
from shuangda_desktop.services.words import refusal, shortened, task_name
from shuangda_desktop.sources import read_bytes
from shuangda_desktop.sources.border.secret import refuse_secret
from shuangda_desktop.store import evidence as kept
from shuangda_desktop.store import tasks
from shuangda_desktop.store.database import Store
from shuangda_desktop.store.safety import evidence_files
from shuangda_desktop.tasks.evidence import Condition, Evidence, kept_name

LARGEST = 200 * 1024 * 1024  # bytes; a film of an inspection belongs on a disk of its own


def evidence_folder(store: Store) -> Path:
    """Where the files lie, beside the database."""
    if store.path is None:
        raise RuleError("这个数据库不在磁盘上\uff0c不能存放佐证材料。")
    return evidence_files.folder_beside(store.path)


def add_evidence(store: Store, task_id: int, file: Path, caption: str, now: datetime) -> Evidence:
    """Copy a file into the folder and put it down for a task; the same file again changes nothing."""
    task = tasks.load_task(store, task_id)
    content = _content(file)
    _refuse_secret_papers(content, file.name)
    digest = hashlib.sha256(content).hexdigest()
    known = next((p for p in kept.load_evidence(store, task_id) if p.sha256 == digest), None)
    _keep(evidence_folder(store) / kept_name(digest, known.name if known else file.name), content)
    if known is not None:
        return known
    piece = Evidence(task_id, file.name, digest, len(content), caption.strip(), now)
    with store.step(f"添加佐证材料“{shortened(file.name)}” {task_name(task.number, '')}", now):
        kept.add_evidence(store, piece)
    return piece


def change_caption(store: Store, piece: Evidence, caption: str, now: datetime) -> None:
    """Give a piece of evidence other words."""
    if caption.strip() != piece.caption:
        with store.step(f"改佐证材料“{shortened(piece.name)}”的说明", now):
            kept.set_caption(store, piece.id or 0, caption.strip())


def remove_evidence(store: Store, piece: Evidence, now: datetime) -> None:
    """Take a piece off its task; the file stays, so that it can be taken back."""
    with store.step(f"移除佐证材料“{shortened(piece.name)}”", now):
        kept.delete_evidence(store, piece.id or 0)


def place_of(store: Store, piece: Evidence) -> Path:
    """Where the copy of a piece lies."""
    return evidence_folder(store) / kept_name(piece.sha256, piece.name)


def condition(store: Store, piece: Evidence) -> Condition:
    """Whether the copy is there and still what it was; reads the whole file."""
    place = place_of(store, piece)
    if evidence_files.is_whole(place, piece.sha256):
        return Condition.WHOLE
    return Condition.CHANGED if place.exists() else Condition.MISSING


def quick_condition(store: Store, piece: Evidence) -> Condition:
    """The same by name and size alone, for a list."""
    try:
        size = place_of(store, piece).stat().st_size
    except OSError:
        return Condition.MISSING
    return Condition.WHOLE if size == piece.size else Condition.CHANGED


def told_in_backups(store: Store) -> str:
    """A sentence for the page of backups about the files of evidence; "" where there are none."""
    pieces = {piece.sha256 for piece in kept.load_evidence(store)}
    if not pieces or store.path is None:
        return ""
    lost = evidence_files.missing(store.db.conn, evidence_folder(store))
    wrong = f"\uff0c其中{lost}份在数据文件夹里不见了或被改动过" if lost else ""
    return f"佐证材料共{len(pieces)}份{wrong}\uff1b备份时一并留存\uff0c每份只存一次。"


def lost_evidence(store: Store) -> int:
    """How many files are gone or changed, by name and size alone."""
    return evidence_files.missing(store.db.conn, evidence_folder(store)) if store.path else 0


def bring_back(store: Store, backups: Path) -> int:
    """Fetch from the folder of backups what is gone or changed; the number of files that came back."""
    source = backups / evidence_files.FOLDER
    return evidence_files.bring_back(store.db.conn, source, evidence_folder(store))


def _content(file: Path) -> bytes:
    try:
        if file.stat().st_size > LARGEST:
            raise refusal(f"“{file.name}”超过200MB,没有添加。请压缩或只留要紧的部分。")
        content = file.read_bytes()
    except OSError as error:
        raise refusal(
            f"“{file.name}”读不了,没有添加。请确认文件还在、没有被其他程序占用。"
        ) from error
    if not content:
        raise refusal(f"“{file.name}”是空文件,没有添加。")
    return content


def _refuse_secret_papers(content: bytes, name: str) -> None:
    """What can be read is looked at for marks of secrecy; pictures and the like are taken as they are."""
    refuse_secret(Path(name).stem)
    try:
        text = read_bytes(content, name).raw
    except SourceError as error:
        if "密级" in str(error):
            raise
        return
    refuse_secret(text)


def _keep(target: Path, content: bytes) -> None:
    """Put a copy in place; one that is there and whole is left alone, a damaged one is mended."""
    if _is_whole(target, content):
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    put_bytes(target, content, again="重新添加")


def _is_whole(target: Path, content: bytes) -> bool:
    try:
        return target.read_bytes() == content
    except OSError:
        return False
