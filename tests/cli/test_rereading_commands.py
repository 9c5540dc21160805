"""Rules go out and in, and kept plans are read again, without a window."""

from shuangda_desktop.services.reading import teaching
from shuangda_desktop.store.database import open_store
from shuangda_desktop.text.taught import Lesson, TaughtRule

from .conftest import DAY, SAMPLE

RULE = TaughtRule(Lesson.NAME, "省公安厅", "云泽省公安厅")


def teach(db, now):
    with open_store(db, now) as store:
        teaching.teach(store, RULE, now)


def test_rules_are_listed_written_and_read(run, db, imported, now, tmp_path):
    teach(db, now)
    code, out, _ = run("rules", "--db", db, *DAY)
    assert code == 0
    assert out.splitlines()[1].split() == ["单位的别称", "省公安厅", "云泽省公安厅", "启用"]
    path, other = tmp_path / "规则.json", tmp_path / "别的.db"
    assert run("rules", "--db", db, "--export", path, *DAY)[1].startswith("已导出1条规则\uff1a")
    told = run("rules", "--db", other, "--import", path, *DAY)[1]
    assert told == "读入1条规则\uff0c0条本来就有。\n"
    told = run("rules", "--db", other, "--import", path, *DAY)[1]
    assert told == "读入0条规则\uff0c1条本来就有。\n"


def test_a_plan_is_read_again_and_changed_only_when_asked(run, db, imported, now):
    code, out, _ = run("reread", 1, "--db", db, *DAY)
    assert (code, out) == (0, "重新读取的结果和现在的完全一样\uff0c没有改动。\n")
    teach(db, now)
    for words in (("--adopt",), ()):
        before = run("reread", 1, "--db", db, *DAY)[1]
        assert ("云泽省公安厅" in before) == bool(words)
        told = run("reread", 1, "--db", db, *words, *DAY)[1]
        assert ("已采用新的读法\uff0c编号1。" in told) == bool(words)
    assert "1份来文" in run("rules", "--db", db, *DAY)[1]


def test_corrections_that_lose_their_place_are_named(run, db, imported, now):
    from shuangda_desktop.services.reading import reviewing
    from shuangda_desktop.store.plans import load_plan

    with open_store(db, now) as store:
        stored = load_plan(store, 1)
        measure = stored.plan.measures[0]
        reviewing.split_measure(store, 1, measure.key, 3, now)
        place = stored.text.to_text(measure.span)
        start = stored.text.text.rfind("\n", 0, place.start) + 1
        end = stored.text.text.find("\n", place.end)
        line = stored.text.text[start:end]
        teaching.teach(store, TaughtRule(Lesson.CHROME, line), now)
    told = run("reread", 1, "--db", db, *DAY)[1]
    assert "放不回去的更正\uff1a拆分措施" in told
    assert told.endswith("还没有改动。加 --adopt 采用新的读法。\n")


def test_a_plan_that_is_not_there_is_said(run, db, imported):
    code, _, err = run("reread", 99, "--db", db, *DAY)
    assert code == 1
    assert "已经不在数据库中" in err
    assert SAMPLE.exists()
