"""Evidence is copied, kept once, looked after, and told where backups are made."""

from pathlib import Path

import pytest

from shuangda_desktop.errors import RuleError, SourceError
from shuangda_desktop.services.tracking import evidence
from shuangda_desktop.store import evidence as kept
from shuangda_desktop.store import tasks
from shuangda_desktop.store.database import open_store
from shuangda_desktop.store.safety.backup import backup_on_close
from shuangda_desktop.tasks.evidence import Condition
from shuangda_desktop.tasks.model import Task

PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256))


@pytest.fixture
def disk(tmp_path, now, draft):
    """A store on the disk with two tasks."""
    from shuangda_desktop.store.plans import save_plan

    with open_store(tmp_path / "办公.db", now) as store:
        with store.step("导入", now):
            plan_id = save_plan(store, draft.source, draft.text, draft.plan, now.date())
            keys = [m.key for m in draft.plan.measures]
            tasks.add_tasks(
                store, [Task(plan_id, k, n, "检查", "检查。") for n, k in enumerate(keys, 1)]
            )
        yield store


@pytest.fixture
def photo(tmp_path):
    path = tmp_path / "来自U盘" / "现场照片.PNG"
    path.parent.mkdir()
    path.write_bytes(PICTURE)
    return path


def files(store):
    return sorted(p for p in evidence.evidence_folder(store).rglob("*") if p.is_file())


def test_a_file_is_copied_by_its_content_with_its_words(disk, photo, now):
    piece = evidence.add_evidence(disk, 1, photo, " 检查现场 ", now)
    photo.unlink()
    (loaded,) = kept.load_evidence(disk, 1)
    assert (loaded.name, loaded.caption, loaded.size) == ("现场照片.PNG", "检查现场", len(PICTURE))
    place = evidence.place_of(disk, piece)
    assert (place.read_bytes(), place.suffix) == (PICTURE, ".png")
    assert evidence.condition(disk, loaded) is Condition.WHOLE
    assert disk.undo_label.startswith("添加佐证材料“现场照片.PNG”")


def test_the_same_file_twice_is_one(disk, photo, now):
    first = evidence.add_evidence(disk, 1, photo, "一", now)
    again = photo.rename(photo.with_name("另一个名字.png"))
    label = disk.undo_label
    assert evidence.add_evidence(disk, 1, again, "二", now).sha256 == first.sha256
    assert (len(kept.load_evidence(disk, 1)), disk.undo_label) == (1, label)
    evidence.add_evidence(disk, 2, again, "三", now)
    assert len(files(disk)) == 1
    assert [p.task_id for p in kept.load_evidence(disk)] == [1, 2]


def test_a_missing_or_changed_file_is_noticed_and_mended_by_adding_it_again(disk, photo, now):
    evidence.add_evidence(disk, 1, photo, "", now)
    (piece,) = kept.load_evidence(disk, 1)
    place = evidence.place_of(disk, piece)
    place.write_bytes(b"x" * len(PICTURE))
    assert evidence.quick_condition(disk, piece) is Condition.WHOLE  # the size is the same
    assert evidence.condition(disk, piece) is Condition.CHANGED
    place.write_bytes(b"x")
    assert evidence.quick_condition(disk, piece) is Condition.CHANGED
    place.unlink()
    assert (
        evidence.quick_condition(disk, piece)
        is evidence.condition(disk, piece)
        is Condition.MISSING
    )
    evidence.add_evidence(disk, 1, photo, "", now)
    assert evidence.condition(disk, piece) is Condition.WHOLE


def test_words_change_and_a_piece_is_taken_off_and_brought_back(disk, photo, now):
    evidence.add_evidence(disk, 1, photo, "", now)
    (piece,) = kept.load_evidence(disk, 1)
    evidence.change_caption(disk, piece, "检查现场", now)
    label = disk.undo_label
    (piece,) = kept.load_evidence(disk, 1)
    evidence.change_caption(disk, piece, "检查现场 ", now)
    assert (piece.caption, disk.undo_label) == ("检查现场", label)
    evidence.remove_evidence(disk, piece, now)
    assert kept.load_evidence(disk, 1) == ()
    disk.undo()
    assert evidence.condition(disk, kept.load_evidence(disk, 1)[0]) is Condition.WHOLE


def test_the_page_of_backups_tells_of_the_evidence_and_what_is_lost_is_fetched(disk, photo, now):
    backups = disk.path.parent / "backups"
    assert (evidence.told_in_backups(disk), evidence.lost_evidence(disk)) == ("", 0)
    piece = evidence.add_evidence(disk, 1, photo, "", now)
    evidence.add_evidence(disk, 2, photo, "", now)
    assert evidence.told_in_backups(disk).startswith("佐证材料共1份\uff1b备份时一并留存")
    backup_on_close(disk, backups, now)
    evidence.place_of(disk, piece).unlink()
    assert "其中1份在数据文件夹里不见了或被改动过" in evidence.told_in_backups(disk)
    assert evidence.lost_evidence(disk) == 1
    assert evidence.bring_back(disk, backups) == 1
    assert evidence.condition(disk, piece) is Condition.WHOLE


def test_a_store_in_memory_has_lost_nothing(store):
    assert evidence.lost_evidence(store) == 0


@pytest.mark.parametrize(
    ("name", "content", "error", "said"),
    [
        ("空.txt", b"", RuleError, "是空文件"),
        ("说明.txt", "机密★1年\n请查收".encode(), SourceError, "密级"),
        ("绝密★长期.png", PICTURE, SourceError, "密级"),
    ],
)
def test_what_must_not_be_kept_is_refused_and_nothing_is_copied(
    disk, tmp_path, now, name, content, error, said
):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(error, match=said):
        evidence.add_evidence(disk, 1, tmp_path / name, "", now)
    assert files(disk) == []
    assert kept.load_evidence(disk) == ()


def test_a_file_that_cannot_be_read_or_is_too_large_is_refused(disk, photo, now, monkeypatch):
    with pytest.raises(RuleError, match=r"读不了.没有添加"):
        evidence.add_evidence(disk, 1, Path("不存在.png"), "", now)
    monkeypatch.setattr(evidence, "LARGEST", 10)
    with pytest.raises(RuleError, match="超过200MB"):
        evidence.add_evidence(disk, 1, photo, "", now)


def test_a_store_in_memory_keeps_no_files(store):
    with pytest.raises(RuleError, match="不在磁盘上"):
        evidence.evidence_folder(store)
