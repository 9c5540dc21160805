"""What hostile and broken files end in: a sentence in time, or their text; never anything else.

All of them are read by one process that stands for the program, so that its memory can be watched.
"""

import json
import subprocess
import sys

import pytest

from sources import hostile, hostile_more

SECONDS = 3  # of work, on a busy machine too; a file has further tries
PATIENCE = 40  # on the wall, where other programs take most of the machine
MEMORY = 50 * 1024  # kilobytes that the program may grow by
PROGRAM = """
import json, resource, sys, time
from pathlib import Path
from shuangda_desktop.errors import SourceError
from shuangda_desktop.sources.border.worker import read_guarded

def worked():
    both = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(used.ru_utime + used.ru_stime for used in both)

def most():  # not ru_maxrss: a process begins with what its parent had
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0])

def verdict(path):
    before, start, work = most(), time.monotonic(), worked()
    try:
        text, error = read_guarded(path).raw, None
    except SourceError as refusal:
        text, error = "", str(refusal)
    return {
        "file": path.name, "error": error, "text": text[:200], "seconds": time.monotonic() - start,
        "work": worked() - work, "grown": most() - before, "most": most(),
    }

for path in sorted(Path(sys.argv[1]).iterdir()):
    first = verdict(path)
    for _ in range(3):
        if first["work"] > float(sys.argv[2]):
            first["work"] = min(first["work"], verdict(path)["work"])
    print(json.dumps(first))
"""
REFUSED = hostile.REFUSED | hostile_more.REFUSED
READ = hostile.READ | hostile_more.READ
EITHER = hostile.EITHER | hostile_more.EITHER
MAKERS = REFUSED | EITHER | {name: make for name, (_, make) in READ.items()}
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="watches memory as Linux tells it"),
]


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory):
    """What became of every file, by its name."""
    folder = tmp_path_factory.mktemp("hostile")
    names = {f"{number:03}.bin": name for number, name in enumerate(MAKERS)}
    for file, name in names.items():
        (folder / file).write_bytes(MAKERS[name]())
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(folder), str(SECONDS)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    found = (json.loads(line) for line in done.stdout.splitlines())
    return {names[each["file"]]: each for each in found}


def test_there_are_many_of_them():
    assert len(MAKERS) >= 40


@pytest.mark.parametrize("name", MAKERS)
def test_each_has_a_verdict_in_time_and_leaves_the_program_as_it_was(verdicts, name):
    verdict = verdicts[name]
    assert verdict["work"] <= SECONDS
    assert verdict["seconds"] <= PATIENCE
    assert verdict["grown"] <= MEMORY


@pytest.mark.parametrize("name", MAKERS)
def test_each_refusal_is_a_whole_sentence_that_says_what_to_do(verdicts, name):
    error = verdicts[name]["error"]
    if error is None:
        assert verdicts[name]["text"].strip()
    else:
        assert error.endswith("\u3002")
        assert "请" in error
        assert not set(error) & set(",;:?!()")


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_right_is_refused(verdicts, name):
    assert verdicts[name]["error"] is not None


@pytest.mark.parametrize("name", READ)
def test_what_is_only_strange_is_read(verdicts, name):
    word, _ = READ[name]
    assert verdicts[name]["error"] is None
    assert word in verdicts[name]["text"]


def test_all_of_them_together_leave_the_program_small(verdicts):
    sizes = [verdict["most"] for verdict in verdicts.values()]
    assert max(sizes) - min(sizes) <= 2 * MEMORY
