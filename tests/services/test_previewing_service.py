"""The preview of a document that is not written yet."""

from pathlib import Path

from shuangda_desktop.services.outputs.previewing import preview


class Job:
    document, action, about, snapshot = "schedule", "导出", "", ()

    def __init__(self, sample):
        self.sample, self.path = sample, None

    def write(self, path):
        self.path = path
        path.write_bytes(self.sample.read_bytes())
        return ("有一处写不下。",)


def test_it_is_read_from_a_file_that_nobody_keeps(tmp_path):
    from exports.sample import HEADING, tasks
    from shuangda_desktop.exports.workbooks.schedule import write_schedule

    write_schedule(tasks(), tmp_path / "a.xlsx", HEADING)
    job = Job(tmp_path / "a.xlsx")
    found = preview(job, ".xlsx")
    assert HEADING.title in found.pages[0].words
    assert found.notes == ("有一处写不下。",)
    assert job.path.suffix == ".xlsx"
    assert not Path(job.path).exists()
